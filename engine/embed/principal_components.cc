#include "embed/principal_components.h"

#include <Eigen/Eigenvalues>

namespace nutgraf {

PrincipalComponents::PrincipalComponents(std::size_t dimensions)
    : moment_(Matrix::Zero(static_cast<Eigen::Index>(dimensions), static_cast<Eigen::Index>(dimensions))) {}

void PrincipalComponents::add(std::span<const float> vector) {
  const Eigen::RowVectorXd v =
      Eigen::Map<const Eigen::RowVectorXf>(vector.data(), static_cast<Eigen::Index>(vector.size())).cast<double>();
  // Row by row: the order in which Eigen's blocked products sum depends on the processor's caches.
  for (Eigen::Index i = 0; i < v.size(); ++i)
    moment_.row(i).tail(v.size() - i).noalias() += v[i] * v.tail(v.size() - i);
}

std::vector<std::vector<float>> PrincipalComponents::strongest(std::size_t count) const {
  // The solver reads the lower triangle; its eigenvalues ascend.
  const Eigen::SelfAdjointEigenSolver<Matrix> solver(moment_.transpose());
  std::vector<std::vector<float>> directions;
  for (std::size_t i = 0; i < count; ++i) {
    Eigen::VectorXd direction = solver.eigenvectors().col(moment_.cols() - 1 - static_cast<Eigen::Index>(i));
    Eigen::Index largest = 0;
    direction.cwiseAbs().maxCoeff(&largest);
    if (direction[largest] < 0) direction = -direction;  // either sign would do
    const Eigen::VectorXf rounded = direction.cast<float>();
    directions.emplace_back(rounded.begin(), rounded.end());
  }
  return directions;
}

}  // namespace nutgraf

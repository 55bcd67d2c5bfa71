// What a set of vectors has in common.
//
//   PrincipalComponents common(dimensions);
//   for (...) common.add(vector);
//   std::vector<std::vector<float>> directions = common.strongest(1);
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <span>
#include <vector>

namespace nutgraf {

class PrincipalComponents {
 public:
  explicit PrincipalComponents(std::size_t dimensions);

  void add(std::span<const float> vector);

  // The `count` orthonormal directions that most of the vectors' squared lengths lie in, strongest first; not centred
  // on their mean, which is the first thing in common. The same bits on every machine.
  [[nodiscard]] std::vector<std::vector<float>> strongest(std::size_t count) const;

 private:
  using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

  Matrix moment_;  // the upper triangle of the sum of v v^T
};

}  // namespace nutgraf

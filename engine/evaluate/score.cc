#include "nutgraf/evaluate.h"

namespace nutgraf {

Score mean(std::span<const Score> scores) {
  if (scores.empty()) return {};
  Score mean{.task = scores[0].task, .file = {}, .files = scores.size(), .metrics = scores[0].metrics};
  for (std::size_t i = 0; i < mean.metrics.size(); ++i) {
    Metric& metric = mean.metrics[i];
    metric.value = 0;
    metric.interval.reset();
    for (const Score& score : scores) metric.value += score.metrics[i].value;
    if (!metric.count) metric.value /= static_cast<double>(scores.size());
  }
  return mean;
}

}  // namespace nutgraf

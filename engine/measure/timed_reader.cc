#include "measure/stopwatch.h"
#include "nutgraf/measure.h"

namespace nutgraf {

TimedReader::TimedReader(const std::vector<std::string>& inputs, const ReadOptions& options)
    : reader_(inputs, options) {}

Result<bool> TimedReader::next(Article& article) {
  Stopwatch stopwatch(times_);
  Result<bool> more = reader_.next(article);
  stopwatch.lap(Stage::kRead, 0);
  return more;
}

StageTimes TimedReader::times() const {
  const ReadCounts counts = reader_.counts();
  StageTimes times = times_;
  time_of(Stage::kExtract, times) = {.seconds = counts.extracting, .bytes = counts.page_bytes};
  time_of(Stage::kRead, times).seconds -= counts.extracting;
  time_of(Stage::kRead, times).bytes = counts.bytes;
  return times;
}

}  // namespace nutgraf

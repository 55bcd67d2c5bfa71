#include "measure/stopwatch.h"
#include "nutgraf/measure.h"

namespace nutgraf {

TimedReader::TimedReader(const std::vector<std::string>& inputs, const ReadOptions& options)
    : reader_(inputs, options) {}

Result<bool> TimedReader::next(Article& article, std::string& page) {
  Stopwatch stopwatch(times_);
  Result<bool> more = reader_.next(article, page);
  stopwatch.lap(Stage::kRead, 0);
  return more;
}

StageTimes TimedReader::times() const {
  StageTimes times = times_;
  time_of(Stage::kRead, times).bytes = reader_.bytes();
  return times;
}

}  // namespace nutgraf

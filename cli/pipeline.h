// A pipeline over articles: one thread reads, several work, and what comes out is in the order of what went in.
//
//   run_pipeline(4, read_next, [] { return [](Job& job) { job.output = shout(job.article); }; }, sink);
//
// Jobs live in a ring and are used again, with the memory of their strings. The calling thread reads into the next free
// job; workers take a run of the jobs that wait, as long as keeps every worker busy and as short as leaves nothing
// lying about when the input is slow; whichever worker completes the oldest one hands it to the sink. With one thread
// there is no ring: the caller does it all.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "nutgraf/article.h"
#include "nutgraf/error.h"

namespace nutgraf::cli {

// What is read and not yet taken is bounded, however slow the sink or the work on one article is: so many jobs, and no
// further one once their texts and pages have so many bytes.
inline constexpr std::size_t kJobsPerThread = 64;
inline constexpr std::size_t kMaxBytesWaiting = std::size_t{64} << 20;

struct Job {
  Article article;
  std::string page;            // that the article is yet to be found in
  std::optional<Error> error;  // instead of the article: it could not be read, or not be worked on
  std::string heading;
  std::string output;
};

// Fills a job. False at the end of the input. Called by the thread that calls run().
using Source = std::function<bool(Job&)>;

// Works on a job that has no error. Each thread makes one of its own and calls only that.
using Work = std::function<void(Job&)>;
using MakeWork = std::function<Work()>;

// Takes the jobs in order, never two at a time, from any thread.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual bool take(Job& job) = 0;  // false: no more, the pipeline is to stop
  virtual void caught_up() = 0;     // all that was read has been taken
};

// `threads`: how many work; 0 is one a core. They are started as the work comes in.
void run_pipeline(std::size_t threads, const Source& source, const MakeWork& make_work, Sink& sink);

}  // namespace nutgraf::cli

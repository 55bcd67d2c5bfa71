#include "batch.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <utility>

#include "diagnostics.h"
#include "interrupt.h"
#include "nutgraf/error.h"
#include "nutgraf/render.h"
#include "output.h"
#include "pipeline.h"
#include "thousands.h"

namespace nutgraf::cli {
namespace {

constexpr std::size_t kMaxThreads = 1024;

// In the order of Format.
constexpr std::array<std::string_view, 5> kFormats = {"detect", "text", "html", "json", "jsonl"};

// Whether articles may come in slowly: through a pipe, from a terminal.
bool is_stream(const std::string& input) {
  struct stat status{};
  const bool known = input == "-" ? ::fstat(STDIN_FILENO, &status) == 0 : ::stat(input.c_str(), &status) == 0;
  return known && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

void tell_replaced(const Article& article, const BatchOptions& options, Diagnostics& diagnostics) {
  if (options.verbose && article.replaced > 0) {
    diagnostics.error(fmt::format("{}: invalid bytes replaced: {}", article.id, article.replaced));
  }
}

// Counts what comes, and tells of what could not be read.
class Counting : public Sink {
 public:
  Counting(const BatchOptions& options, Diagnostics& diagnostics) : options_(options), diagnostics_(diagnostics) {}

  bool take(Job& job) final {
    if (job.error) {
      ++tally_.failed;
      diagnostics_.error(to_string(*job.error));
      return !options_.fail_fast;
    }
    tell_replaced(job.article, options_, diagnostics_);
    ++tally_.articles;
    const bool goes_on = add(job);
    diagnostics_.progress(tally_.articles);
    return goes_on;
  }

  [[nodiscard]] const Tally& tally() const { return tally_; }

 protected:
  // Takes a job that has no error and is counted. False: no more.
  virtual bool add(Job& job) = 0;

  [[nodiscard]] const BatchOptions& options() const { return options_; }

 private:
  const BatchOptions& options_;
  Diagnostics& diagnostics_;
  Tally tally_;
};

// Writes the results as they come. As text, several are parted by blank lines and headed by their titles, but a single
// one stands alone: so the first is held until there is a second or the input ends.
class Results : public Counting {
 public:
  Results(const BatchOptions& options, bool stream, Output& out, Diagnostics& diagnostics)
      : Counting(options, diagnostics),
        prompt_(stream || out.is_terminal()),
        bold_(out.is_terminal() && wants_colour(STDOUT_FILENO)),
        out_(out) {}

  void caught_up() override {
    if (prompt_) out_.flush();
  }

  void end(bool complete) {
    if (options().json && !options().bare && complete) {
      std::string record;
      render_json(EndRecord{.articles = tally().articles, .failed = tally().failed}, record);
      out_.write(record);
    }
    if (!options().json && !options().bare && tally().articles == 1) out_.write(first_output_);
  }

 private:
  bool add(Job& job) override {
    if (options().json || options().bare) {
      out_.write(job.output);
    } else if (tally().articles == 1) {
      std::swap(first_heading_, job.heading);
      std::swap(first_output_, job.output);
    } else {
      if (tally().articles == 2) write_headed(first_heading_, first_output_);
      out_.write("\n");
      write_headed(job.heading, job.output);
    }
    return out_.state() == Output::State::kOpen;
  }

  void write_headed(std::string_view heading, std::string_view output) {
    if (bold_) out_.write("\x1b[1m");
    out_.write(heading.substr(0, heading.size() - 1));
    if (bold_) out_.write("\x1b[0m");
    out_.write("\n");
    out_.write(output);
  }

  const bool prompt_;  // results are waited for: do not hold them back
  const bool bold_;
  Output& out_;
  std::string first_heading_;
  std::string first_output_;
};

// Keeps the articles.
class Articles : public Counting {
 public:
  using Counting::Counting;

  void caught_up() override {}

  [[nodiscard]] std::span<const Article> articles() const { return articles_; }

 private:
  bool add(Job& job) override {
    articles_.push_back(std::move(job.article));
    return true;
  }

  std::vector<Article> articles_;
};

// Fills jobs with the articles of the inputs; those of web pages are yet to be found.
class Reading {
 public:
  Reading(const Operands& inputs, const BatchOptions& options) : reader_(inputs, options.read), options_(options) {}

  bool operator()(Job& job) {
    job.error.reset();
    if (interrupted() != 0 || (failed_ && options_.fail_fast)) return false;
    Result<bool> more = reader_.next(job.article, job.page);
    if (interrupted() != 0) return false;  // perhaps only a part of an article
    if (!more) {
      failed_ = true;
      job.error = std::move(more.error());
      return true;
    }
    fully_read_ = !*more;
    return *more;
  }

  [[nodiscard]] bool fully_read() const { return fully_read_; }

 private:
  ArticleReader reader_;
  const BatchOptions& options_;
  bool fully_read_ = false;
  bool failed_ = false;
};

// Whether the job has its article now; else it has an error.
bool find_on_page(Job& job, const ReadOptions& options) {
  if (job.page.empty()) return true;
  Result<void> found = find_article(job.page, job.article, options);
  if (!found) job.error = std::move(found.error());
  return found.has_value();
}

int exit_code(const Tally& tally, Output::State state, bool fully_read) {
  if (state == Output::State::kFailed) return kError;
  if (state == Output::State::kClosedPipe) return kDone;
  if (!fully_read && interrupted() != 0) return kSignalled + interrupted();
  if (tally.failed > 0) return kError;
  return tally.articles > 0 && tally.found ? kDone : kNothingFound;
}

}  // namespace

int finish(const Operands& inputs, const BatchOptions& options, const Tally& tally, bool fully_read, Output& out,
           Diagnostics& diagnostics) {
  const Output::State state = out.finish();
  diagnostics.end_progress();
  if (state == Output::State::kFailed) diagnostics.error(out.error());
  const int code = exit_code(tally, state, fully_read);
  if (code == kNothingFound && tally.articles == 0 && !options.quiet) {
    diagnostics.error(fmt::format("no article found in {}", fmt::join(inputs, ", ")));
  }
  if (options.verbose) {
    diagnostics.error(fmt::format("{} articles, {} failed, in {:.2f} s", with_thousands(tally.articles),
                                  with_thousands(tally.failed), diagnostics.seconds()));
  }
  return code;
}

bool has_good_threads(const BatchOptions& options, Diagnostics& diagnostics) {
  if (options.threads <= kMaxThreads) return true;
  diagnostics.error(fmt::format("--threads is at most {}, not {}", kMaxThreads, options.threads));
  return false;
}

std::vector<Flag> with_batch_flags(std::vector<Flag> own, BatchOptions& options) {
  const Flag shared[] = {
      {.name = "json",
       .help = "write JSON Lines: a record a result, then one of type \"end\"",
       .target = &options.json,
       .common = true},
      {.name = "text",
       .help = "with --json, put the article's whole text into its record: what the offsets point into",
       .target = &options.json_record.text},
      {.name = "format",
       .value = "FORMAT",
       .help = "read the inputs as detect (the default), text, html, json or jsonl",
       .target = Choice{kFormats, [&](std::size_t i) { options.read.format = static_cast<Format>(i); }}},
      {.name = "pre-split",
       .help = "take every line of a text for a sentence; blank lines part paragraphs",
       .target = &options.read.pre_split},
      {.name = "max-article-bytes",
       .value = "N",
       .help = "refuse larger files, and larger lines of JSON Lines; by default 268435456",
       .target = &options.read.max_article_bytes},
      {.name = "fail-fast", .help = "stop at the first article that can't be read", .target = &options.fail_fast},
      {.letter = 'o',
       .name = "output",
       .value = "FILE",
       .help = "write to FILE instead of standard output",
       .target = &options.output,
       .common = true},
      {.letter = 'j',
       .name = "threads",
       .value = "N",
       .help = "work on N articles at a time; 0, the default, is one a core. The output is the same for any N",
       .target = &options.threads},
      {.letter = 'q',
       .name = "quiet",
       .help = "no progress and no notes on standard error, only errors",
       .target = &options.quiet},
      {.letter = 'v',
       .name = "verbose",
       .help = "tell on standard error of replaced bytes, and how much was done in what time",
       .target = &options.verbose},
  };
  own.insert(own.end(), std::begin(shared), std::end(shared));
  return own;
}

int run_batch(const Operands& inputs, const BatchOptions& options, const std::function<Render()>& make_render) {
  Diagnostics diagnostics(!options.quiet && (!options.output.empty() || ::isatty(STDOUT_FILENO) == 0));
  if (!has_good_threads(options, diagnostics)) return kError;
  Result<Output> out = Output::open(options.output, inputs);
  if (!out) {
    diagnostics.error(to_string(out.error()));
    return kError;
  }
  catch_interrupts();
  out->write(options.opening);

  Reading reading(inputs, options);
  const MakeWork make_work = [&] {
    return [&options, render = make_render()](Job& job) {
      if (!find_on_page(job, options.read)) return;
      if (!options.json && !options.bare) render_heading(job.article, job.heading);
      render(job.article, job.output);
    };
  };

  Results results(options, std::ranges::any_of(inputs, is_stream), *out, diagnostics);
  run_pipeline(options.threads, std::ref(reading), make_work, results);
  results.end(/*complete=*/reading.fully_read() || interrupted() == 0);
  out->write(options.closing);
  return finish(inputs, options, results.tally(), reading.fully_read(), *out, diagnostics);
}

int run_together(const Operands& inputs, const BatchOptions& options, const RenderAll& render) {
  Diagnostics diagnostics(!options.quiet);
  if (!has_good_threads(options, diagnostics)) return kError;
  Result<Output> out = Output::open(options.output, inputs);
  if (!out) {
    diagnostics.error(to_string(out.error()));
    return kError;
  }
  catch_interrupts();

  Reading reading(inputs, options);
  const MakeWork find = [&] { return [&](Job& job) { find_on_page(job, options.read); }; };
  Articles all(options, diagnostics);
  run_pipeline(options.threads, std::ref(reading), find, all);
  // A part of them has no summary.
  const bool complete = reading.fully_read() && (all.tally().failed == 0 || !options.fail_fast);
  Tally tally = {.articles = complete ? all.tally().articles : 0, .failed = all.tally().failed, .found = false};
  std::string text;
  if (tally.articles > 0) tally.found = render(all.articles(), text);
  if (options.json && !options.bare && interrupted() == 0)
    render_json(EndRecord{.articles = tally.articles, .failed = tally.failed}, text);
  out->write(text);
  return finish(inputs, options, tally, complete, *out, diagnostics);
}

int run_in_order(const Operands& inputs, const BatchOptions& options, std::size_t at_once, const TakeSome& take) {
  Diagnostics diagnostics(!options.quiet && (!options.output.empty() || ::isatty(STDOUT_FILENO) == 0));
  if (!has_good_threads(options, diagnostics)) return kError;
  Result<Output> out = Output::open(options.output, inputs);
  if (!out) {
    diagnostics.error(to_string(out.error()));
    return kError;
  }
  catch_interrupts();

  if (std::ranges::any_of(inputs, is_stream)) at_once = 1;
  ArticleReader reader(inputs, options.read);
  std::vector<Article> articles;
  Tally tally;
  bool fully_read = false;
  std::string results;
  const auto take_them = [&] {
    results.clear();
    const Result<void> taken = take(articles, results);
    if (taken) tally.articles += articles.size();
    articles.clear();
    out->write(results);
    out->flush();
    diagnostics.progress(tally.articles);
    if (taken) return true;
    ++tally.failed;
    diagnostics.error(to_string(taken.error()));
    return false;
  };
  bool goes_on = true;
  while (goes_on && interrupted() == 0 && out->state() == Output::State::kOpen) {
    Article article;
    const Result<bool> more = reader.next(article);
    if (interrupted() != 0) break;  // perhaps only a part of an article
    if (!more) {
      ++tally.failed;
      diagnostics.error(to_string(more.error()));
      goes_on = !options.fail_fast;
    } else if (*more) {
      tell_replaced(article, options, diagnostics);
      articles.push_back(std::move(article));
      if (articles.size() >= at_once) goes_on = take_them();
    } else {
      fully_read = true;
      goes_on = false;
    }
  }
  if (!articles.empty()) fully_read &= take_them();
  if (options.json && interrupted() == 0) {
    results.clear();
    render_json(EndRecord{.articles = tally.articles, .failed = tally.failed}, results);
    out->write(results);
  }
  return finish(inputs, options, tally, fully_read, *out, diagnostics);
}

}  // namespace nutgraf::cli

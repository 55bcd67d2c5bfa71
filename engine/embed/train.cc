// The one place where libfasttext is used.
#include "nutgraf/train.h"

#include <fasttext/fasttext.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <exception>
#include <limits>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "embed/corpus.h"
#include "embed/fasttext_file.h"
#include "embed/output_file.h"
#include "embed/subwords.h"
#include "embed/word_vectors.h"
#include "text/tokenizer.h"
#include "text/word_normalizer.h"

namespace nutgraf {
namespace {

constexpr std::size_t kMaxThreads = 1024;

std::unexpected<Error> fail(ErrorCode code, std::string message, std::string file = {}) {
  return std::unexpected(Error{.code = code, .message = std::move(message), .file = std::move(file), .line = 0});
}

// The words of a corpus as fastText reads them: case-folded, spaces between them, a line a paragraph. The file has no
// name and is gone with the object.
class WordFile {
 public:
  explicit WordFile(int descriptor) : descriptor_(descriptor) {}
  WordFile(const WordFile&) = delete;
  WordFile& operator=(const WordFile&) = delete;
  ~WordFile() { ::close(descriptor_); }

  // By which it can be opened again, in this process.
  [[nodiscard]] std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }
  [[nodiscard]] std::uint64_t words() const { return words_; }

  // What went wrong while writing: an errno, or 0.
  [[nodiscard]] int error() const { return error_; }

  void add(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      add_paragraph(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (pending_.size() > kBlockBytes) flush();
  }

  void flush() {
    std::string_view rest = pending_;
    while (!rest.empty() && error_ == 0) {
      const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
      if (written < 0 && errno != EINTR) error_ = errno;
      if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
    }
    pending_.clear();
  }

 private:
  static constexpr std::size_t kBlockBytes = std::size_t{1} << 20;

  void add_paragraph(std::string_view paragraph) {
    tokens_.clear();
    tokenizer_.tokenize(paragraph, {.begin = 0, .end = paragraph.size()}, tokens_);
    if (tokens_.empty()) return;
    for (const TokenSpan token : tokens_) {
      fold_case(paragraph.substr(token.begin, token.end - token.begin), word_);
      pending_ += word_;
      pending_ += ' ';
    }
    pending_.back() = '\n';
    words_ += tokens_.size();
  }

  int descriptor_;
  int error_ = 0;
  std::uint64_t words_ = 0;
  std::string pending_;
  Tokenizer tokenizer_;
  std::vector<TokenSpan> tokens_;
  std::string word_;
};

Result<void> check_options(const TrainOptions& options) {
  const auto within = [](std::string_view name, std::size_t value, std::size_t least,
                         std::size_t most) -> Result<void> {
    if (least <= value && value <= most) return {};
    return fail(ErrorCode::kInvalidOption, fmt::format("{} is {} to {}, not {}", name, least, most, value));
  };
  constexpr std::size_t kMost = std::numeric_limits<int>::max();
  for (const Result<void>& valid :
       {within("dimensions", options.dimensions, 1, kMaxDimensions), within("epochs", options.epochs, 1, kMost),
        within("window", options.window, 1, 1000), within("min_count", options.min_count, 1, kMost),
        within("shortest_ngram", options.shortest_ngram, 0, kLongestSubword),
        within("longest_ngram", options.longest_ngram, options.shortest_ngram, kLongestSubword),
        within("buckets", options.buckets, 1, 100'000'000), within("negatives", options.negatives, 1, 1000),
        within("threads", options.threads, 0, kMaxThreads)})
    if (!valid) return valid;
  if (!(options.learning_rate > 0) || !(options.sampling > 0))
    return fail(ErrorCode::kInvalidOption, "learning_rate and sampling have to be above 0");
  return {};
}

fasttext::Args arguments(const TrainOptions& options, const std::string& input) {
  const bool ngrams = options.shortest_ngram > 0;
  fasttext::Args args;
  args.input = input;
  args.model = options.method == TrainMethod::kCbow ? fasttext::model_name::cbow : fasttext::model_name::sg;
  args.dim = static_cast<int>(options.dimensions);
  args.epoch = static_cast<int>(options.epochs);
  args.ws = static_cast<int>(options.window);
  args.minCount = static_cast<int>(options.min_count);
  args.minn = static_cast<int>(options.shortest_ngram);
  args.maxn = ngrams ? static_cast<int>(options.longest_ngram) : 0;
  args.bucket = ngrams ? static_cast<int>(options.buckets) : 0;
  args.neg = static_cast<int>(options.negatives);
  args.lr = options.learning_rate;
  args.t = options.sampling;
  // Of the vectors, the words' first, each thread gives a tenth a random start; the others start at 0 and learn from
  // there (libfasttext 0.9.2).
  args.thread =
      static_cast<int>(options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency()));
  args.verbose = 0;
  return args;
}

Result<void> train_and_save(const fasttext::Args& args, const LearningEvents& events, const std::string& path) {
  fasttext::FastText model;
  std::mutex telling;
  std::atomic<bool> stopped = false;
  // Called by every thread.
  const auto on_progress = [&](float progress, float, double, double, std::int64_t) {
    const std::scoped_lock lock(telling);
    if (!stopped && !proceed(events, "training", 0, progress)) {
      stopped = true;
      model.abort();
    }
  };
  try {
    model.train(args, on_progress);
    model.saveModel(path);
  } catch (const fasttext::FastText::AbortError&) {
    return fail(ErrorCode::kStopped, "stopped; nothing was written");
  } catch (const fasttext::DenseMatrix::EncounteredNaNError&) {
    return fail(ErrorCode::kInvalidOption, "the training diverged; try a lower learning_rate");
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::kTooLarge, "not enough memory; try fewer dimensions, fewer buckets or a higher min_count");
  } catch (const std::exception& error) {
    return fail(ErrorCode::kEmpty,
                fmt::format("the corpus can't be trained on, is it too small? fastText says: {}", error.what()));
  }
  return {};
}

}  // namespace

Result<void> train(const Corpus& corpus, const std::string& output, const TrainOptions& options,
                   const LearningEvents& events) {
  if (auto valid = check_options(options); !valid) return valid;
  auto target = OutputFile::create(output);
  if (!target) return std::unexpected(target.error());

  const int descriptor = open_nameless_beside(output);
  if (descriptor < 0)
    return fail(ErrorCode::kUnwritable, fmt::format("can't be written: {}", std::generic_category().message(errno)),
                output);
  WordFile words(descriptor);
  const auto read = for_each_document(corpus, "reading", events, [&](const Article& document) {
    words.add(document.title);
    words.add(document.text);
  });
  if (!read) return std::unexpected(read.error());
  words.flush();
  if (words.error() != 0)
    return fail(ErrorCode::kUnwritable,
                fmt::format("no room for the words beside it: {}", std::generic_category().message(words.error())),
                output);
  if (words.words() == 0) return fail(ErrorCode::kEmpty, "no word in the corpus");

  if (auto trained = train_and_save(arguments(options, words.path()), events, target->temporary_path()); !trained)
    return trained;
  // fastText does not tell of a full disk.
  if (const auto file = FasttextFile::open(target->temporary_path()); !file)
    return fail(ErrorCode::kUnwritable, "could not be written whole; is the disk full?", output);
  return target->commit();
}

}  // namespace nutgraf

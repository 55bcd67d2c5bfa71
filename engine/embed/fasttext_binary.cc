// fastText's .bin and .ftz: arguments, dictionary, input matrix, output matrix, as libfasttext 0.9.2 writes them
// (versions 11 and 12).
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "embed/byte_reader.h"
#include "embed/fasttext_file.h"
#include "embed/fasttext_matrix.h"
#include "embed/word_vectors.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t kMagic = 793712314;
constexpr std::int32_t kOldestVersion = 11;
constexpr std::int32_t kNewestVersion = 12;
constexpr std::int32_t kSupervised = 3;
constexpr std::string_view kEndOfSentence = "</s>";

struct Arguments {
  std::int32_t dimensions, window, epochs, min_count, negatives, word_ngrams, loss, method, buckets, shortest, longest,
      rate_update;
  double sampling;
};
static_assert(sizeof(Arguments) == 56);

std::unexpected<Error> malformed(std::string message) {
  return std::unexpected(Error{.code = ErrorCode::kMalformed, .message = std::move(message), .file = {}, .line = 0});
}

std::unexpected<Error> cut_short(std::string_view where) {
  return malformed(fmt::format("cut short or damaged in its {}; get the file again", where));
}

class BinaryFile : public FasttextFile {
 public:
  Result<void> parse(std::span<const std::byte> bytes) {
    ByteReader reader(bytes);
    reader.read<std::uint32_t>();
    const auto version = reader.read<std::int32_t>();
    if (reader.ok() && (version < kOldestVersion || version > kNewestVersion))
      return std::unexpected(Error{.code = ErrorCode::kUnsupported,
                                   .message = fmt::format("a fastText model of version {}; {} and {} can be read",
                                                          version, kOldestVersion, kNewestVersion),
                                   .file = {},
                                   .line = 0});
    if (auto read = read_arguments(reader, version); !read) return read;
    if (auto read = read_dictionary(reader); !read) return read;
    return read_matrices(reader);
  }

  [[nodiscard]] std::size_t subword_rows() const override {
    return subwords_.shortest == 0 ? 0 : input_.rows() - words_.size();
  }

  [[nodiscard]] std::optional<std::size_t> subword_row(std::uint32_t bucket) const override {
    if (!pruned_) return bucket < subwords_.buckets ? std::optional<std::size_t>(bucket) : std::nullopt;
    const auto kept = kept_buckets_.find(bucket);
    return kept == kept_buckets_.end() ? std::nullopt : std::optional<std::size_t>(kept->second);
  }

 private:
  Result<void> read_arguments(ByteReader& reader, std::int32_t version) {
    auto arguments = reader.read<Arguments>();
    if (!reader.ok()) return cut_short("header");
    if (arguments.dimensions < 1 || arguments.dimensions > static_cast<std::int32_t>(kMaxDimensions))
      return malformed(
          fmt::format("vectors of {} dimensions; 1 to {} can be read", arguments.dimensions, kMaxDimensions));
    // Supervised models had none then.
    if (version == kOldestVersion && arguments.method == kSupervised) arguments.longest = 0;
    if (arguments.longest > static_cast<std::int32_t>(kLongestSubword))
      return malformed(fmt::format("n-grams of up to {} characters; {} are the most that can be read",
                                   arguments.longest, kLongestSubword));
    dimensions_ = static_cast<std::uint32_t>(arguments.dimensions);
    if (arguments.longest > 0 && arguments.buckets > 0)
      subwords_ = {.shortest = static_cast<std::uint32_t>(std::max(arguments.shortest, 1)),
                   .longest = static_cast<std::uint32_t>(arguments.longest),
                   .buckets = static_cast<std::uint32_t>(arguments.buckets)};
    return {};
  }

  Result<void> read_dictionary(ByteReader& reader) {
    const auto entries = reader.read<std::int32_t>();
    const auto words = reader.read<std::int32_t>();
    const auto labels = reader.read<std::int32_t>();
    reader.read<std::int64_t>();  // tokens
    const auto kept = reader.read<std::int64_t>();
    constexpr std::size_t kLeastEntry = 1 + sizeof(std::int64_t) + 1;
    if (!reader.ok() || words < 0 || labels < 0 || std::int64_t{words} + labels != entries ||
        static_cast<std::uint64_t>(entries) > reader.rest().size() / kLeastEntry)
      return cut_short("dictionary");
    words_.reserve(static_cast<std::size_t>(words));
    for (std::int32_t i = 0; i < entries; ++i) {
      const auto* begin = reinterpret_cast<const char*>(reader.rest().data());
      const void* end = reader.rest().empty() ? nullptr : std::memchr(begin, 0, reader.rest().size());
      if (end == nullptr) return cut_short("dictionary");
      const std::string_view text(begin, static_cast<const char*>(end));
      reader.take(text.size() + 1);
      const auto count = reader.read<std::int64_t>();
      const auto is_label = reader.read<std::uint8_t>();
      if (!reader.ok() || count < 0 || is_label != (i < words ? 0 : 1)) return cut_short("dictionary");
      if (i < words) words_.push_back({.text = text, .count = static_cast<std::uint64_t>(count)});
    }
    return read_kept_buckets(reader, kept);
  }

  // The n-grams that a quantised model was pruned to; a model that was not says -1.
  Result<void> read_kept_buckets(ByteReader& reader, std::int64_t kept) {
    pruned_ = kept >= 0;
    const std::uint64_t count = pruned_ ? static_cast<std::uint64_t>(kept) : 0;
    ByteReader pairs(reader.take(count, 2 * sizeof(std::uint32_t)));
    if (!reader.ok()) return cut_short("dictionary");
    kept_buckets_.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i) {
      const auto bucket = pairs.read<std::uint32_t>();
      kept_buckets_[bucket] = pairs.read<std::uint32_t>();
    }
    return {};
  }

  Result<void> read_matrices(ByteReader& reader) {
    const bool quantised = reader.read<std::uint8_t>() != 0;
    if (!reader.ok() || !input_.read(reader, quantised)) return cut_short("matrix of vectors");
    if (input_.columns() != dimensions_ || input_.rows() < words_.size())
      return malformed(fmt::format("a matrix of {} by {} for {} words of {} dimensions; get the file again",
                                   input_.rows(), input_.columns(), words_.size(), dimensions_));
    if (subwords_.shortest > 0) {
      const std::uint64_t rows = input_.rows() - words_.size();
      const bool complete = pruned_ ? std::ranges::all_of(kept_buckets_, [&](auto& pair) { return pair.second < rows; })
                                    : rows >= subwords_.buckets;
      if (!complete) return malformed("it has no rows for all its n-grams; get the file again");
    }
    // The other matrix is not used; that it is there tells that the file is whole.
    const bool quantised_output = reader.read<std::uint8_t>() != 0;
    FasttextMatrix output;
    if (!reader.ok() || !output.read(reader, quantised && quantised_output)) return cut_short("second matrix");
    return {};
  }

  bool read_word_row(std::size_t word, std::span<float> vector) const override {
    std::ranges::fill(vector, 0.0F);
    input_.add_row(word, vector);
    std::size_t rows = 1;
    std::vector<std::uint32_t> buckets;
    if (words_[word].text != kEndOfSentence) find_buckets(words_[word].text, subwords_, buckets);
    for (const std::uint32_t bucket : buckets) {
      const auto row = subword_row(bucket);
      if (!row) continue;
      input_.add_row(words_.size() + *row, vector);
      ++rows;
    }
    for (float& value : vector) value /= static_cast<float>(rows);
    return true;
  }

  void read_subword_row(std::size_t row, std::span<float> vector) const override {
    std::ranges::fill(vector, 0.0F);
    input_.add_row(words_.size() + row, vector);
  }

  FasttextMatrix input_;
  bool pruned_ = false;
  std::unordered_map<std::uint32_t, std::uint32_t> kept_buckets_;
};

}  // namespace

bool is_fasttext_binary(std::span<const std::byte> bytes) {
  std::uint32_t magic = 0;
  if (bytes.size() >= sizeof(magic)) std::memcpy(&magic, bytes.data(), sizeof(magic));
  return magic == kMagic;
}

Result<std::unique_ptr<FasttextFile>> parse_fasttext_binary(std::span<const std::byte> bytes) {
  auto file = std::make_unique<BinaryFile>();
  if (auto parsed = file->parse(bytes); !parsed) return std::unexpected(std::move(parsed.error()));
  return file;
}

}  // namespace nutgraf

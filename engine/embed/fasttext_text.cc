// fastText's .vec: a line "WORDS DIMENSIONS", then a line a word, "WORD NUMBER NUMBER ...".
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include "embed/fasttext_file.h"
#include "embed/word_vectors.h"

namespace nutgraf {
namespace {

struct Header {
  std::uint64_t words = 0;
  std::uint64_t dimensions = 0;
  std::size_t size = 0;  // bytes, its line break too
};

std::optional<Header> read_header(std::string_view text) {
  constexpr std::size_t kLongest = 64;
  const std::size_t end = text.substr(0, kLongest).find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view line = text.substr(0, end);
  while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
  Header header{.words = 0, .dimensions = 0, .size = end + 1};
  const char* const begin = line.data();
  const char* const stop = begin + line.size();
  const auto words = std::from_chars(begin, stop, header.words);
  if (words.ec != std::errc() || words.ptr == stop || *words.ptr != ' ') return std::nullopt;
  const auto dimensions = std::from_chars(words.ptr + 1, stop, header.dimensions);
  if (dimensions.ec != std::errc() || dimensions.ptr != stop) return std::nullopt;
  return header;
}

std::unexpected<Error> malformed(std::string message, std::size_t line) {
  return std::unexpected(Error{.code = ErrorCode::kMalformed, .message = std::move(message), .file = {}, .line = line});
}

class TextFile : public FasttextFile {
 public:
  Result<void> parse(const Header& header, std::string_view text) {
    if (header.dimensions == 0 || header.dimensions > kMaxDimensions)
      return malformed(fmt::format("vectors of {} dimensions; 1 to {} can be read", header.dimensions, kMaxDimensions),
                       1);
    text.remove_prefix(header.size);
    // A number takes at least two bytes.
    if (header.words > text.size() / (2 * header.dimensions))
      return malformed(fmt::format("cut short: it has no room for the {} words it tells of", header.words), 1);
    dimensions_ = static_cast<std::uint32_t>(header.dimensions);
    words_.reserve(header.words);
    numbers_.reserve(header.words);
    while (words_.size() < header.words && !text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      const std::size_t space = line.find(' ');
      if (space == std::string_view::npos)
        return malformed("no vector behind the word; get the file again", words_.size() + 2);
      words_.push_back({.text = line.substr(0, space), .count = 0});
      numbers_.push_back(line.substr(space));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (words_.size() < header.words)
      return malformed(fmt::format("cut short: it has {} of {} words", words_.size(), header.words), 0);
    return {};
  }

 private:
  bool read_word_row(std::size_t word, std::span<float> vector) const override {
    std::string_view numbers = numbers_[word];
    for (float& value : vector) {
      while (numbers.starts_with(' ')) numbers.remove_prefix(1);
      double number = 0;  // may be nearer to zero than a float can be
      const auto [end, error] = std::from_chars(numbers.data(), numbers.data() + numbers.size(), number);
      if (error != std::errc() || std::abs(number) > std::numeric_limits<float>::max()) return false;
      value = static_cast<float>(number);
      numbers.remove_prefix(static_cast<std::size_t>(end - numbers.data()));
    }
    return numbers.find_first_not_of(" \r") == std::string_view::npos;
  }

  std::vector<std::string_view> numbers_;  // of each word
};

}  // namespace

bool is_fasttext_text(std::string_view text) { return read_header(text).has_value(); }

Result<std::unique_ptr<FasttextFile>> parse_fasttext_text(std::string_view text) {
  const std::optional<Header> header = read_header(text);
  if (!header) return malformed("no header with the numbers of words and dimensions", 1);
  auto file = std::make_unique<TextFile>();
  if (auto parsed = file->parse(*header, text); !parsed) return std::unexpected(std::move(parsed.error()));
  return file;
}

}  // namespace nutgraf

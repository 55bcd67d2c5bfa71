#include "read/article_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <optional>
#include <utility>

#include "extract/extract.h"
#include "read/decode.h"
#include "read/decompress.h"
#include "read/format.h"
#include "text/character.h"

namespace nutgraf {
namespace {

// Decoding can triple a text, and the stages behind hold offsets of 32 bits.
constexpr std::size_t kMaxBytes = std::size_t{1} << 30;

constexpr std::string_view kSpace = " \t\r\n\f\v";

bool is_blank(std::string_view text) { return text.find_first_not_of(kSpace) == std::string_view::npos; }

std::size_t count_replacements(std::string_view text) {
  constexpr std::string_view kReplacement = "\uFFFD";
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(kReplacement, at)) != std::string_view::npos; at += kReplacement.size()) {
    ++count;
  }
  return count;
}

// Empties the article but keeps its memory.
void clear(Article& article) {
  for (std::string* field : {&article.id, &article.title, &article.text, &article.outlet, &article.url,
                             &article.published, &article.language, &article.extra}) {
    field->clear();
  }
  article.sentences.clear();
  article.replaced = 0;
}

// Takes every line that is not blank for a sentence.
void split_lines(std::string_view text, std::vector<Span>& sentences) {
  sentences.clear();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::size_t first = skip_white_space(text.substr(0, end), begin);
    if (first < end) sentences.push_back({first, trim_white_space(text, first, end)});
    begin = end + 1;
  }
}

}  // namespace

Result<void> find_article(std::string_view page, Article& article, const ReadOptions& options) {
  if (Result<void> done = extract(page, article); !done) {
    done.error().file = article.id;
    return done;
  }
  if (options.pre_split) split_lines(article.text, article.sentences);
  return {};
}

ArticleSource::ArticleSource(const ReadOptions& options, std::size_t chunk_bytes)
    : options_(options), buffer_(chunk_bytes), article_json_(options.titles) {
  options_.max_article_bytes = std::min(options_.max_article_bytes, kMaxBytes);
}

void ArticleSource::open(std::unique_ptr<ByteStream> stream, std::string_view name) {
  compressed_ = std::move(stream);
  name_ = name;
  state_ = State::kUnopened;
  replaced_ = 0;
  scanned_ = 0;
  line_ = 0;
}

Error ArticleSource::located(Error error, std::size_t first_line) const {
  error.file = name_;
  if (error.line > 0) error.line += first_line - 1;
  return error;
}

// An error after which this input has nothing more to give.
Error ArticleSource::fail(ErrorCode code, std::string message, std::size_t line) {
  state_ = State::kDone;
  return {.code = code, .message = std::move(message), .file = name_, .line = line};
}

Result<bool> ArticleSource::next(Article& article) {
  std::string page;
  Result<bool> more = next(article, page);
  if (page.empty()) return more;
  if (Result<void> done = find_article(page, article, options_); !done) return std::unexpected(std::move(done.error()));
  return true;
}

Result<bool> ArticleSource::next(Article& article, std::string& page) {
  clear(article);
  page.clear();
  Result<bool> more = read(article, page);
  if (options_.pre_split && more && *more) split_lines(article.text, article.sentences);
  return more;
}

Result<bool> ArticleSource::read(Article& article, std::string& page) {
  switch (state_) {
    case State::kUnopened:
      return begin(article, page);
    case State::kJsonLines:
      return next_line(article);
    case State::kJson:
      return next_element(article);
    case State::kDone:
      break;
  }
  buffer_.close();
  return false;
}

// Reads on to the end of the input, which has to fit into memory.
Result<void> ArticleSource::read_whole(std::string_view what) {
  buffer_.fill_beyond(options_.max_article_bytes);
  if (buffer_.window().size() > options_.max_article_bytes) {
    return std::unexpected(
        fail(ErrorCode::kTooLarge, fmt::format("{} is larger than the limit of {} bytes; split it, or use JSON Lines",
                                               what, options_.max_article_bytes)));
  }
  if (const std::optional<Error>& error = buffer_.error()) return std::unexpected(fail(error->code, error->message));
  return {};
}

// Replaces a window of UTF-16 or UTF-32 by the same text in UTF-8.
Result<void> ArticleSource::decode_utf16() {
  if (const Result<void> whole = read_whole("the file"); !whole) return whole;
  replaced_ = decode(buffer_.window(), TextKind::kPlain, decoded_);
  buffer_.open(open_memory(decoded_));
  buffer_.fill();
  return {};
}

// Reads on until a line that is not blank has come to its end, the limit permitting. Returns the window up to there.
std::string_view ArticleSource::read_first_line() {
  std::size_t at = 0;
  bool blank = true;
  do {
    const std::string_view window = buffer_.window();
    if (blank) {
      at = std::min(window.find_first_not_of(kSpace, at), window.size());
      blank = at == window.size();
    }
    if (const std::size_t end = window.find('\n', at); end != std::string_view::npos) return window.substr(0, end + 1);
    at = window.size();
  } while (buffer_.window().size() <= options_.max_article_bytes && buffer_.fill());
  return buffer_.window();
}

// Does not look beyond the limit, so that how much is read at a time changes nothing.
std::optional<Format> ArticleSource::detect_in_window(std::string_view window, bool whole) const {
  const std::size_t limit = options_.max_article_bytes;
  if (window.size() <= limit) return detect_format(window, whole);
  // What cannot be told within the limit is one line, and too large.
  return detect_format(window.substr(0, limit), false).value_or(Format::kJson);
}

Result<Format> ArticleSource::detect() {
  buffer_.fill_beyond(kDetectFormatBytes);
  if (const std::string_view kind = unsupported_kind(buffer_.window()); !kind.empty()) {
    return std::unexpected(
        fail(ErrorCode::kUnsupported,
             fmt::format("looks like {}; nutgraf reads plain text, HTML, JSON and JSON Lines", kind)));
  }
  bool whole = false;
  for (;;) {
    if (const std::optional<Format> format = detect_in_window(buffer_.window(), whole)) return *format;
    whole = !buffer_.fill();
  }
}

// Opens the input, tells its format, and gives its first article.
Result<bool> ArticleSource::begin(Article& article, std::string& page) {
  Result<std::unique_ptr<ByteStream>> stream = decompressed(std::move(compressed_));
  if (!stream) return std::unexpected(fail(stream.error().code, stream.error().message));
  buffer_.open(std::move(*stream));
  // A live stream of JSON Lines shows with its first line, and gives its first article without waiting for more.
  const std::string_view first_line = read_first_line();
  Format format = options_.format;
  if (format == Format::kDetect && detect_in_window(first_line, false) == Format::kJsonLines)
    format = Format::kJsonLines;
  if (format != Format::kJsonLines) buffer_.fill_beyond(kDetectFormatBytes);
  if (buffer_.window().empty()) {
    if (const std::optional<Error>& error = buffer_.error()) return std::unexpected(fail(error->code, error->message));
    return std::unexpected(fail(ErrorCode::kEmpty, "the file is empty"));
  }
  const UnicodeEncoding unicode = detect_unicode(format == Format::kJsonLines ? first_line : buffer_.window());
  const bool is_utf8 = unicode.name.empty() || unicode.name == "UTF-8";
  if (!is_utf8) {
    if (const Result<void> done = decode_utf16(); !done) return std::unexpected(done.error());
  }
  if (format == Format::kDetect) {
    const Result<Format> detected = detect();
    if (!detected) return std::unexpected(detected.error());
    format = *detected;
  }
  if (format == Format::kJsonLines) {
    if (is_utf8) buffer_.consume(unicode.mark_bytes);
    state_ = State::kJsonLines;
    return next_line(article);
  }

  if (const Result<void> whole = read_whole("the article"); !whole) return std::unexpected(whole.error());
  const std::string_view bytes = buffer_.window();
  if (format == Format::kJson) {
    std::string text;
    replaced_ += decode(bytes, TextKind::kJson, text);
    document_.open(std::move(text));
    state_ = State::kJson;
    return next_element(article);
  }

  state_ = State::kDone;
  std::string& text = format == Format::kHtml ? page : article.text;
  article.replaced = replaced_ + decode(bytes, format == Format::kHtml ? TextKind::kHtml : TextKind::kPlain, text);
  if (is_blank(text)) {
    page.clear();
    return std::unexpected(fail(ErrorCode::kEmpty, "no text: the file holds only white space"));
  }
  article.id = name_;
  return true;
}

std::size_t ArticleSource::bytes() const {
  // Of JSON Lines, what is in the window is yet to come.
  return buffer_.bytes_read() - (state_ == State::kJsonLines ? buffer_.window().size() : 0);
}

Result<void> ArticleSource::parse(std::span<char> json, Article& article) {
  const std::size_t before = replaced_ == 0 ? 0 : count_replacements({json.data(), json.size()});
  Result<void> done = article_json_.parse(json, article);
  article.replaced += before;
  return done;
}

Result<bool> ArticleSource::next_element(Article& article) {
  JsonDocument::Element element;
  const Result<bool> more = document_.next(element);
  if (!more) {
    state_ = State::kDone;
    return std::unexpected(located(more.error()));
  }
  if (!*more) {
    state_ = State::kDone;
    return false;
  }
  if (Result<void> done = parse(element.json, article); !done) {
    return std::unexpected(located(std::move(done.error()), element.line));
  }
  if (article.id.empty()) article.id = element.index == 0 ? name_ : fmt::format("{}#{}", name_, element.index);
  return true;
}

Result<bool> ArticleSource::next_line(Article& article) {
  for (;;) {
    const std::span<char> window = buffer_.writable();
    if (const void* found = scanned_ == window.size()
                                ? nullptr
                                : std::memchr(window.data() + scanned_, '\n', window.size() - scanned_)) {
      const auto size = static_cast<std::size_t>(static_cast<const char*>(found) - window.data());
      buffer_.consume(size + 1);
      scanned_ = 0;
      ++line_;
      if (size > options_.max_article_bytes) return refuse_line();
      if (!is_blank({window.data(), size})) return parse_line(window.first(size), article);
      continue;
    }
    if (window.size() > options_.max_article_bytes) {
      skip_line();
      ++line_;
      return refuse_line();
    }
    scanned_ = window.size();
    if (buffer_.fill()) continue;

    if (const std::optional<Error>& error = buffer_.error()) {
      return std::unexpected(fail(error->code, error->message, line_ + 1));
    }
    state_ = State::kDone;
    const std::span<char> last = buffer_.writable();
    ++line_;
    return is_blank({last.data(), last.size()}) ? Result<bool>(false) : parse_line(last, article);
  }
}

Result<bool> ArticleSource::parse_line(std::span<char> line, Article& article) {
  if (Result<void> done = parse(line, article); !done) return std::unexpected(located(std::move(done.error()), line_));
  if (article.id.empty()) fmt::format_to(std::back_inserter(article.id), "{}:{}", name_, line_);
  return true;
}

Result<bool> ArticleSource::refuse_line() {
  return std::unexpected(located(
      {.code = ErrorCode::kTooLarge,
       .message = fmt::format("the line is longer than the limit of {} bytes; left out", options_.max_article_bytes),
       .file = {},
       .line = 1},
      line_));
}

// Drops the bytes up to and with the next line break, without holding them.
void ArticleSource::skip_line() {
  scanned_ = 0;
  do {
    const std::string_view window = buffer_.window();
    const std::size_t found = window.find('\n');
    buffer_.consume(found == std::string_view::npos ? window.size() : found + 1);
    if (found != std::string_view::npos) return;
  } while (buffer_.fill());
}

}  // namespace nutgraf

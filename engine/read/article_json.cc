#include "read/article_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "read/decode.h"
#include "text/character.h"
#include "text/count_bytes.h"

namespace nutgraf {
namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

constexpr int kMaxDepth = 256;  // of a value that is carried through

enum Field : std::uint8_t { kId, kTitle, kText, kOutlet, kUrl, kPublished, kLanguage, kFieldCount };

struct Spelling {
  std::string_view name;
  Field field;
};

// The spellings of each field, best first.
constexpr std::array kSpellings = {
    Spelling{"id", kId},
    Spelling{"article_id", kId},
    Spelling{"guid", kId},
    Spelling{"uid", kId},
    Spelling{"_id", kId},
    Spelling{"title", kTitle},
    Spelling{"headline", kTitle},
    Spelling{"name", kTitle},
    Spelling{"text", kText},
    Spelling{"body", kText},
    Spelling{"content", kText},
    Spelling{"article", kText},
    Spelling{"article_text", kText},
    Spelling{"full_text", kText},
    Spelling{"maintext", kText},
    Spelling{"content_text", kText},
    Spelling{"articleBody", kText},
    Spelling{"paragraphs", kText},
    Spelling{"sentences", kText},
    Spelling{"outlet", kOutlet},
    Spelling{"source", kOutlet},
    Spelling{"publisher", kOutlet},
    Spelling{"newspaper", kOutlet},
    Spelling{"site", kOutlet},
    Spelling{"domain", kOutlet},
    Spelling{"source_domain", kOutlet},
    Spelling{"url", kUrl},
    Spelling{"link", kUrl},
    Spelling{"uri", kUrl},
    Spelling{"published", kPublished},
    Spelling{"published_at", kPublished},
    Spelling{"publishedAt", kPublished},
    Spelling{"date_published", kPublished},
    Spelling{"datePublished", kPublished},
    Spelling{"date_publish", kPublished},
    Spelling{"pubDate", kPublished},
    Spelling{"date", kPublished},
    Spelling{"datetime", kPublished},
    Spelling{"timestamp", kPublished},
    Spelling{"language", kLanguage},
    Spelling{"lang", kLanguage},
    Spelling{"locale", kLanguage},
};
constexpr std::size_t kUnknown = kSpellings.size();

std::size_t find_spelling(std::string_view name) {
  const auto* found = std::ranges::find(kSpellings, name, &Spelling::name);
  return static_cast<std::size_t>(found - kSpellings.begin());
}

std::string& field_of(Article& article, Field field) {
  switch (field) {
    case kId:
      return article.id;
    case kTitle:
      return article.title;
    case kText:
      return article.text;
    case kOutlet:
      return article.outlet;
    case kUrl:
      return article.url;
    case kPublished:
      return article.published;
    default:
      return article.language;
  }
}

// A token of JSON without the white space that simdjson leaves behind it.
std::string_view trimmed(std::string_view token) {
  const std::size_t end = token.find_last_not_of(" \t\r\n");
  return token.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

// From the opening quote of a well-formed JSON string to its closing one.
std::string_view quoted(const char* opening) {
  const char* at = opening + 1;
  while (*at != '"') at += *at == '\\' ? 2 : 1;
  return {opening, static_cast<std::size_t>(at + 1 - opening)};
}

// simdjson takes any word that begins with n for null, until asked.
error_code check_null(ondemand::value& value) {
  bool is_null = false;
  const error_code error = value.is_null().get(is_null);
  return error || !is_null ? simdjson::N_ATOM_ERROR : simdjson::SUCCESS;
}

error_code append_value(ondemand::value value, std::string& out, int depth);

error_code append_members(ondemand::object object, std::string& out, int depth) {
  bool first = true;
  for (auto member : object) {
    ondemand::field field;
    std::string_view checked;
    if (const error_code error = std::move(member).get(field)) return error;
    const char* opening = field.key().raw() - 1;
    if (const error_code error = field.unescaped_key().get(checked)) return error;
    if (!std::exchange(first, false)) out += ',';
    out.append(quoted(opening)).append(":");
    if (const error_code error = append_value(field.value(), out, depth)) return error;
  }
  return simdjson::SUCCESS;
}

error_code append_elements(ondemand::array array, std::string& out, int depth) {
  bool first = true;
  for (auto element : array) {
    ondemand::value value;
    if (const error_code error = element.get(value)) return error;
    if (!std::exchange(first, false)) out += ',';
    if (const error_code error = append_value(value, out, depth)) return error;
  }
  return simdjson::SUCCESS;
}

// Appends `value` as it is written, without the white space between its tokens, and checks it on the way: simdjson's
// on-demand parser looks only at what is asked for.
error_code append_value(ondemand::value value, std::string& out, int depth) {
  if (depth == kMaxDepth) return simdjson::DEPTH_ERROR;
  ondemand::json_type type{};
  if (const error_code error = value.type().get(type)) return error;
  if (type == ondemand::json_type::object) {
    ondemand::object object;
    if (const error_code error = value.get_object().get(object)) return error;
    out += '{';
    const error_code error = append_members(object, out, depth + 1);
    out += '}';
    return error;
  }
  if (type == ondemand::json_type::array) {
    ondemand::array array;
    if (const error_code error = value.get_array().get(array)) return error;
    out += '[';
    const error_code error = append_elements(array, out, depth + 1);
    out += ']';
    return error;
  }
  out.append(trimmed(value.raw_json_token()));
  switch (type) {
    case ondemand::json_type::string:
      return value.get_string().error();
    case ondemand::json_type::number:
      return value.get_double().error();
    case ondemand::json_type::boolean:
      return value.get_bool().error();
    default:
      return check_null(value);
  }
}

// Joins the strings of an array and adds where each one that is not blank lies; false if the array holds anything else.
simdjson::simdjson_result<bool> join_strings(ondemand::array array, std::string_view separator, std::string& text,
                                             std::vector<Span>& places) {
  bool only_strings = true;
  for (auto element : array) {
    ondemand::value value;
    if (const error_code error = element.get(value)) return error;
    ondemand::json_type type{};
    if (const error_code error = value.type().get(type)) return error;
    if (type != ondemand::json_type::string) {
      only_strings = false;
      continue;
    }
    std::string_view part;
    if (const error_code error = value.get_string().get(part)) return error;
    if (!text.empty() && !part.empty()) text += separator;
    const std::size_t begin = text.size();
    text += part;
    const std::size_t first = skip_white_space(text, begin);
    if (first < text.size()) places.push_back({first, trim_white_space(text, first, text.size())});
  }
  return only_strings;
}

// Fills an Article from the members of one object.
class Filler {
 public:
  explicit Filler(Article& article) : article_(article) { ranks_.fill(kUnknown); }

  error_code add(ondemand::field& field) {
    const char* opening = field.key().raw() - 1;
    std::string_view name;
    if (const error_code error = field.unescaped_key().get(name)) return error;
    const std::size_t spelling = find_spelling(name);
    if (name == "description" || name == "summary") has_description_ = true;
    ondemand::value value = field.value();
    if (spelling == kUnknown) return carry(opening, value);
    return take(spelling, opening, value);
  }

  [[nodiscard]] bool has_headline() const { return !article_.title.empty() || has_description_; }

 private:
  error_code carry(const char* opening, ondemand::value& value) {
    begin_member(opening);
    return append_value(value, article_.extra, 0);
  }

  void begin_member(const char* opening) {
    if (!article_.extra.empty()) article_.extra += ',';
    article_.extra.append(quoted(opening)).append(":");
  }

  // Takes the value of a known field if it is of a kind that fits, has something in it and beats what is there.
  error_code take(std::size_t spelling, const char* opening, ondemand::value& value) {
    const Field field = kSpellings[spelling].field;
    ondemand::json_type type{};
    if (const error_code error = value.type().get(type)) return error;
    const std::string_view token = trimmed(value.raw_json_token());
    std::string_view content;
    switch (type) {
      case ondemand::json_type::null:
        return check_null(value);
      case ondemand::json_type::string:
        if (const error_code error = value.get_string().get(content)) return error;
        break;
      case ondemand::json_type::number:
        if (field != kId && field != kPublished) return carry(opening, value);
        if (const error_code error = value.get_double().error()) return error;
        content = token;
        break;
      case ondemand::json_type::object:
        return field == kOutlet ? take_named(spelling, opening, value) : carry(opening, value);
      case ondemand::json_type::array:
        return field == kText ? take_joined(spelling, opening, value) : carry(opening, value);
      default:
        return carry(opening, value);
    }
    if (content.empty()) return simdjson::SUCCESS;
    if (spelling > ranks_[field]) {
      lose(field, {opening, token});
    } else {
      replace(field, spelling, {opening, token});
      field_of(article_, field).assign(content);
      if (field == kText) article_.sentences.clear();
    }
    return simdjson::SUCCESS;
  }

  // {"source":{"id":null,"name":"The Veld Courier"}}
  error_code take_named(std::size_t spelling, const char* opening, ondemand::value& value) {
    if (spelling > ranks_[kOutlet]) return carry(opening, value);
    ondemand::object object;
    if (const error_code error = value.get_object().get(object)) return error;
    std::string_view name;
    const error_code error = object.find_field_unordered("name").get_string().get(name);
    if (error && error != simdjson::NO_SUCH_FIELD && error != simdjson::INCORRECT_TYPE) return error;
    if (!name.empty()) {
      replace(kOutlet, spelling, {});
      article_.outlet.assign(name);
      return simdjson::SUCCESS;
    }
    if (const error_code again = object.reset().error()) return again;
    begin_member(opening);
    article_.extra += '{';
    const error_code failed = append_members(object, article_.extra, 1);
    article_.extra += '}';
    return failed;
  }

  error_code take_joined(std::size_t spelling, const char* opening, ondemand::value& value) {
    if (spelling >= ranks_[kText]) return carry(opening, value);
    ondemand::array array;
    if (const error_code error = value.get_array().get(array)) return error;
    std::string text;
    std::vector<Span> places;
    bool only_strings = false;
    const bool split = kSpellings[spelling].name == "sentences";
    const error_code error = join_strings(array, split ? " " : "\n\n", text, places).get(only_strings);
    if (error) return error;
    if (!only_strings || text.empty()) return simdjson::SUCCESS;
    ranks_[kText] = spelling;
    article_.text = std::move(text);
    if (!split) places.clear();
    article_.sentences = std::move(places);
    return simdjson::SUCCESS;
  }

  struct Member {
    const char* opening = nullptr;  // the quote before its name
    std::string_view token;         // its value as written
  };

  // Makes `spelling` the one that `field` is from; what it beats is carried.
  void replace(Field field, std::size_t spelling, Member member) {
    if (spelling < ranks_[field] && !taken_[field].token.empty()) lose(field, taken_[field]);
    ranks_[field] = spelling;
    taken_[field] = member;
  }

  void lose(Field field, Member member) {
    if (field == kText) return;
    begin_member(member.opening);
    article_.extra.append(member.token);
  }

  Article& article_;
  std::array<std::size_t, kFieldCount> ranks_;  // the spelling that each field is from
  std::array<Member, kFieldCount> taken_{};
  bool has_description_ = false;
};

}  // namespace

bool names_text(std::string_view name) {
  const std::size_t spelling = find_spelling(name);
  return spelling != kUnknown && kSpellings[spelling].field == kText;
}

namespace {

Error malformed(std::string message, std::size_t line) {
  return {.code = ErrorCode::kMalformed, .message = std::move(message), .file = {}, .line = line};
}

// Whether a "u" stands right behind a backslash: a quick look at all, since most texts have only other escapes.
bool has_unicode_escape(std::string_view json) {
  if (json.empty()) return false;
  return count_bytes(
             json.substr(1), [](const char* at) { return equal(load(at - 1), '\\') & equal(load(at), 'u'); },
             [](const char* at) { return at[-1] == '\\' && at[0] == 'u'; }) > 0;
}

std::optional<std::uint32_t> hexadecimal(const char* digits) {
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i) {
    const char c = digits[i];
    const bool decimal = c >= '0' && c <= '9';
    const char letter = static_cast<char>(c | 0x20);
    if (!decimal && (letter < 'a' || letter > 'f')) return std::nullopt;
    value = value * 16 + static_cast<std::uint32_t>(decimal ? c - '0' : letter - 'a' + 10);
  }
  return value;
}

}  // namespace

std::size_t line_at(std::string_view json, const char* place) {
  if (place < json.data() || place > json.data() + json.size()) return 0;
  const std::string_view before = json.substr(0, static_cast<std::size_t>(place - json.data()));
  return 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
}

bool is_at_end(ondemand::document& document) { return document.current_location().error() == simdjson::OUT_OF_BOUNDS; }

std::string describe(error_code error) {
  switch (error) {
    case simdjson::EMPTY:
      return "nothing is there";
    case simdjson::UNCLOSED_STRING:
      return "a string is not closed";
    case simdjson::UNESCAPED_CHARS:
      return "a string has a control character that is not escaped";
    case simdjson::STRING_ERROR:
      return "a string has an escape that JSON does not know";
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
      return "an object or array is not closed, or more follows behind it";
    case simdjson::NUMBER_ERROR:
      return "a number is malformed or out of range";
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR:
      return "a word is none of true, false and null";
    case simdjson::DEPTH_ERROR:
      return fmt::format("a value is nested more than {} levels deep", kMaxDepth);
    case simdjson::TRAILING_CONTENT:
      return "more follows behind the end of the object";
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
      return "there is not enough memory for it";
    default:
      return "a comma, colon, value or bracket is missing or too many";
  }
}

error_code reserve(ondemand::parser& parser, std::size_t size) {
  if (parser.capacity() >= size && parser.capacity() > 0) return simdjson::SUCCESS;
  return parser.allocate(std::min(std::bit_ceil(std::max<std::size_t>(size, 4096)), parser.max_capacity()));
}

std::size_t replace_bad_escapes(std::span<char> json) {
  if (!has_unicode_escape({json.data(), json.size()})) return 0;
  std::size_t replaced = 0;
  char* at = json.data();
  char* const end = at + json.size();
  const auto escape = [end](char* place) -> std::optional<std::uint32_t> {
    return end - place >= 6 && place[0] == '\\' && place[1] == 'u' ? hexadecimal(place + 2) : std::nullopt;
  };
  while (at < end && (at = static_cast<char*>(std::memchr(at, '\\', static_cast<std::size_t>(end - at))))) {
    const std::optional<std::uint32_t> unit = escape(at);
    if (!unit) {
      at += 2;
      continue;
    }
    const std::optional<std::uint32_t> second =
        *unit >> 10 == 0xD800 >> 10 ? escape(at + 6 <= end ? at + 6 : end) : std::nullopt;
    if (second && *second >> 10 == 0xDC00 >> 10) {
      at += 12;
      continue;
    }
    if (*unit == 0 || *unit >> 11 == 0xD800 >> 11) {
      std::copy_n("fffd", 4, at + 2);
      ++replaced;
    }
    at += 6;
  }
  return replaced;
}

Result<void> ArticleJson::parse_valid(std::string_view json, Article& article) {
  ondemand::document document;
  ondemand::object object;
  const auto failed = [&](error_code error) {
    const char* place = nullptr;
    // What is not closed shows at the end.
    const bool unclosed = error == simdjson::INCOMPLETE_ARRAY_OR_OBJECT;
    if (unclosed || document.current_location().get(place)) place = json.data() + json.size();
    return std::unexpected(malformed("not valid JSON: " + describe(error), line_at(json, place)));
  };
  const std::size_t padded = json.size() + simdjson::SIMDJSON_PADDING;
  if (const error_code error = parser_.iterate(json.data(), json.size(), padded).get(document)) {
    const bool one_line = json.find('\n') == std::string_view::npos;
    return std::unexpected(malformed("not valid JSON: " + describe(error), one_line ? 1 : 0));
  }
  ondemand::json_type type{};
  if (const error_code error = document.type().get(type)) return failed(error);
  if (type != ondemand::json_type::object) {
    return std::unexpected(malformed("an article must be a JSON object: {\"title\": ..., \"text\": ...}", 1));
  }
  if (const error_code error = document.get_object().get(object)) return failed(error);
  Filler filler(article);
  for (auto member : object) {
    ondemand::field field;
    if (const error_code error = std::move(member).get(field)) return failed(error);
    if (const error_code error = filler.add(field)) return failed(error);
  }
  if (!is_at_end(document)) return failed(simdjson::TRAILING_CONTENT);
  const auto is_blank = [](const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; };
  if (is_blank(article.text)) {
    if (titles_ && !is_blank(article.title)) {
      article.text = article.title;
      return {};
    }
    return std::unexpected(
        Error{.code = ErrorCode::kEmpty,
              .message = fmt::format("no text: {} none of the fields \"text\", \"body\", \"content\", "
                                     "\"article\", \"full_text\", \"maintext\" has any",
                                     filler.has_headline() ? "the article has a headline, but" : "of the article,"),
              .file = {},
              .line = 1});
  }
  return {};
}

Result<void> ArticleJson::parse(std::span<char> json, Article& article) {
  std::size_t replaced = replace_bad_escapes(json);
  std::string_view valid(json.data(), json.size());
  if (!simdjson::validate_utf8(valid.data(), valid.size()) || valid.find('\0') != std::string_view::npos) {
    repaired_.clear();
    replaced += append_valid_utf8(valid, repaired_);
    const std::size_t size = repaired_.size();
    repaired_.append(simdjson::SIMDJSON_PADDING, '\0');
    valid = std::string_view(repaired_).substr(0, size);
  }
  if (const error_code error = reserve(parser_, valid.size())) {
    return std::unexpected(malformed("not valid JSON: " + describe(error), 1));
  }
  Result<void> done = parse_valid(valid, article);
  article.replaced = replaced;
  return done;
}

}  // namespace nutgraf

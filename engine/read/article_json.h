// One JSON object -> one Article.
//
//   ArticleJson parser;
//   Result<void> done = parser.parse(json, article);  // json: {"headline":"...","body":"...","desk":"city"}
//
// Each field has a canonical name and other spellings (see kSpellings in the .cc); the one that stands first there wins
// where an article has several with a value, and a repeated name counts by its last value. Spellings that lose and
// fields that are not known go into Article::extra, in order; a second spelling of the text is left out.
#pragma once

#include <simdjson.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "nutgraf/article.h"
#include "nutgraf/error.h"

namespace nutgraf {

class ArticleJson {
 public:
  // `titles`: as in ReadOptions.
  explicit ArticleJson(bool titles = false) : titles_(titles) {}

  // Parses `json` into `article`, which must be empty. Behind `json` SIMDJSON_PADDING bytes must be readable, the first
  // of them no bracket. Bytes that are not UTF-8 are replaced in a copy; escapes that stand for no character (a lone
  // surrogate, NUL) are overwritten in place. An Error's line counts from the start of `json`, beginning with 1; it is
  // 0 where simdjson does not tell the place.
  Result<void> parse(std::span<char> json, Article& article);

 private:
  Result<void> parse_valid(std::string_view json, Article& article);

  bool titles_;
  simdjson::ondemand::parser parser_;
  std::string repaired_;
};

// Whether `name` is a spelling of the field that holds the text.
bool names_text(std::string_view name);

// Overwrites each `\u` escape of `json` that stands for NUL or half a surrogate pair by `\ufffd`; returns how many.
std::size_t replace_bad_escapes(std::span<char> json);

// Gives `parser` room for a text of `size` bytes, growing by doubling so that growing stays rare.
simdjson::error_code reserve(simdjson::ondemand::parser& parser, std::size_t size);

// The line of `json` that `place` is on, from 1; 0 if it is on none.
std::size_t line_at(std::string_view json, const char* place);

// Whether all of `document` has been read; simdjson does not mind what follows the first value.
bool is_at_end(simdjson::ondemand::document& document);

// What simdjson's error means to a person.
std::string describe(simdjson::error_code error);

}  // namespace nutgraf

// A whole JSON document -> the JSON of its articles, one at a time: the document itself if it is an object, each
// element if it is an array, each element of "articles" or "items" if it is an object with such an array and without a
// text.
//
//   JsonDocument document;
//   document.open(std::move(text));
//   JsonDocument::Element element;
//   while (document.next(element).value_or(false)) parser.parse(element.json, article);
#pragma once

#include <simdjson.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "nutgraf/error.h"

namespace nutgraf {

class JsonDocument {
 public:
  struct Element {
    std::span<char> json;   // padded as ArticleJson wants it; valid until the next call
    std::size_t index = 0;  // 1-based; 0 if the document is one article
    std::size_t line = 1;   // of its first byte
  };

  // `text` must be valid UTF-8.
  void open(std::string text);

  // False at the end. After an Error there is nothing more.
  Result<bool> next(Element& element);

 private:
  enum class State { kUnopened, kElements, kDone };

  simdjson::error_code find_array(bool& single);
  Result<bool> fail(simdjson::error_code error);
  void copy(std::string_view json, Element& element);

  simdjson::ondemand::parser parser_;
  simdjson::ondemand::document document_;
  simdjson::ondemand::array array_;
  simdjson::ondemand::array_iterator at_;
  std::string text_;      // with padding
  std::size_t size_ = 0;  // without
  std::string scratch_;
  State state_ = State::kDone;
  bool root_is_array_ = false;
  std::size_t index_ = 0;
  std::size_t counted_ = 0;  // bytes whose line breaks are in line_
  std::size_t line_ = 1;
};

}  // namespace nutgraf

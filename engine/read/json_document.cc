#include "read/json_document.h"

#include <algorithm>
#include <utility>

#include "read/article_json.h"

namespace nutgraf {

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

void JsonDocument::open(std::string text) {
  text_ = std::move(text);
  size_ = text_.size();
  text_.append(simdjson::SIMDJSON_PADDING, '\0');
  state_ = State::kUnopened;
  index_ = 0;
  counted_ = 0;
  line_ = 1;
}

// Sets array_ to the articles' array; `single` if the document is one article or none at all.
error_code JsonDocument::find_array(bool& single) {
  single = false;
  if (const error_code error = reserve(parser_, size_)) return error;
  if (const error_code error = parser_.iterate(text_.data(), size_, text_.size()).get(document_)) return error;
  ondemand::json_type type{};
  if (const error_code error = document_.type().get(type)) return error;
  root_is_array_ = type == ondemand::json_type::array;
  if (root_is_array_) return document_.get_array().get(array_);
  single = true;
  if (type != ondemand::json_type::object) return simdjson::SUCCESS;

  std::string_view name;
  ondemand::object object;
  if (const error_code error = document_.get_object().get(object)) return error;
  for (auto member : object) {
    ondemand::field field;
    std::string_view key;
    ondemand::json_type kind{};
    // What is broken here is found again, and told with its line, when the whole is read as one article.
    if (std::move(member).get(field) || field.unescaped_key().get(key) || field.value().type().get(kind)) {
      return simdjson::SUCCESS;
    }
    if (names_text(key)) return simdjson::SUCCESS;
    if (kind != ondemand::json_type::array) continue;
    if (key == "articles") name = "articles";
    if (key == "items" && name.empty()) name = "items";
  }
  if (name.empty()) return simdjson::SUCCESS;
  single = false;
  document_.rewind();
  return document_.find_field_unordered(name).get_array().get(array_);
}

void JsonDocument::copy(std::string_view json, Element& element) {
  const auto offset = static_cast<std::size_t>(json.data() - text_.data());
  line_ += static_cast<std::size_t>(std::count(text_.data() + counted_, text_.data() + offset, '\n'));
  counted_ = offset;
  scratch_.assign(json);
  scratch_.append(simdjson::SIMDJSON_PADDING, '\0');
  element = {.json = std::span(scratch_).first(json.size()), .index = ++index_, .line = line_};
}

Result<bool> JsonDocument::fail(error_code error) {
  state_ = State::kDone;
  const std::string_view text(text_.data(), size_);
  const char* place = nullptr;
  // What is not closed shows at the end.
  const bool unclosed = error == simdjson::INCOMPLETE_ARRAY_OR_OBJECT;
  if (unclosed || (index_ > 0 && document_.current_location().get(place))) place = text.data() + text.size();
  return std::unexpected(Error{.code = ErrorCode::kMalformed,
                               .message = "not valid JSON: " + describe(error),
                               .file = {},
                               .line = place == nullptr ? 0 : line_at(text, place)});
}

Result<bool> JsonDocument::next(Element& element) {
  if (state_ == State::kDone) return false;
  if (state_ == State::kUnopened) {
    bool single = false;
    if (const error_code error = find_array(single)) return fail(error);
    if (single) {
      state_ = State::kDone;
      element = {.json = std::span(text_).first(size_), .index = 0, .line = 1};
      return true;
    }
    if (const error_code error = array_.begin().get(at_)) return fail(error);
    state_ = State::kElements;
  } else {
    ++at_;
  }
  ondemand::array_iterator end;
  if (const error_code error = array_.end().get(end)) return fail(error);
  if (!(at_ != end)) {
    if (root_is_array_ && !is_at_end(document_)) return fail(simdjson::TRAILING_CONTENT);
    state_ = State::kDone;
    return false;
  }
  ondemand::value value;
  ondemand::json_type type{};
  if (const error_code error = (*at_).get(value)) return fail(error);
  if (const error_code error = value.type().get(type)) return fail(error);
  std::string_view json = value.raw_json_token();
  if (type == ondemand::json_type::object) {
    ondemand::object object;
    if (const error_code error = value.get_object().get(object)) return fail(error);
    if (const error_code error = object.raw_json().get(json)) return fail(error);
  }
  copy(json, element);
  return true;
}

}  // namespace nutgraf

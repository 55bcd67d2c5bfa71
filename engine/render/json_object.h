// JSON objects, written member by member.
//
//   ObjectWriter record(out);
//   record.member("type", "score");
//   record.array("values", values, [](ObjectWriter& object, double value) { object.member("value", value); });
//   record.close();
#pragma once

#include <fmt/format.h>

#include <cmath>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <string_view>

#include "nutgraf/article.h"
#include "nutgraf/document.h"
#include "nutgraf/render.h"
#include "render/json_string.h"

namespace nutgraf {

// The members of one JSON object, written as they come.
class ObjectWriter {
 public:
  explicit ObjectWriter(std::string& out) : out_(out) { out_ += '{'; }

  ObjectWriter& name(std::string_view name) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += '"';
    out_ += name;
    out_ += "\":";
    return *this;
  }
  void member(std::string_view key, std::string_view value) { name(key), append_json_string(value, out_); }
  void member(std::string_view key, const char* value) { member(key, std::string_view(value)); }
  // Four significant digits: enough to tell scores apart, few enough to be the same on every machine.
  void member(std::string_view key, std::same_as<double> auto value) {
    name(key);
    fmt::format_to(std::back_inserter(out_), "{:.4g}", std::isfinite(value) ? value + 0.0 : 0.0);
  }
  void member(std::string_view key, std::same_as<bool> auto value) { name(key), out_ += value ? "true" : "false"; }
  void member(std::string_view key, std::unsigned_integral auto value)
    requires(!std::same_as<decltype(value), bool>)
  {
    name(key);
    fmt::format_to(std::back_inserter(out_), FMT_STRING("{}"), value);
  }
  void known(std::string_view key, std::string_view value) {
    if (!value.empty()) member(key, value);
  }

  // "KEY":[{...},...], one object an element.
  template <class Range, class Write>
  void array(std::string_view key, Range&& elements, Write write) {
    name(key);
    out_ += '[';
    bool first = true;
    for (const auto& element : elements) {
      if (!first) out_ += ',';
      first = false;
      ObjectWriter object(out_);
      write(object, element);
      object.close();
    }
    out_ += ']';
  }

  // "KEY":["...",...], one string an element.
  void strings(std::string_view key, const auto& elements, const auto& text_of) {
    name(key);
    out_ += '[';
    bool first = true;
    for (const auto& element : elements) {
      if (!first) out_ += ',';
      first = false;
      append_json_string(text_of(element), out_);
    }
    out_ += ']';
  }

  void close() { out_ += '}'; }

 private:
  std::string& out_;
  bool first_ = true;
};

inline std::string_view bytes(const Article& article, std::size_t begin, std::size_t end) {
  return std::string_view(article.text).substr(begin, end - begin);
}

// Where an article is from.
inline void write_source(ObjectWriter& object, const Article& article, std::string_view language) {
  if (article.replaced > 0) object.member("replaced", article.replaced);
  object.known("outlet", article.outlet);
  object.known("url", article.url);
  object.known("published", article.published);
  object.known("language", language);
}

// The articles that a record is about.
inline void write_articles(ObjectWriter& record, std::span<const Document> documents, const JsonOptions& options) {
  record.array("articles", documents, [&](ObjectWriter& object, const Document& document) {
    const Article& article = *document.article;
    object.member("id", article.id);
    object.member("title", article.title);
    if (options.text) object.member("text", article.text);
    write_source(object, article, document.language);
  });
}

}  // namespace nutgraf

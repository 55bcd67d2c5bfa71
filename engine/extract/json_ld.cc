#include "extract/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

namespace nutgraf {
namespace {

using simdjson::dom::element;

constexpr std::size_t kMostObjects = 1000;

std::string string_at(element at, std::initializer_list<std::string_view> path) {
  for (const std::string_view key : path) {
    simdjson::dom::array list;
    if (!at.get(list) && list.size() > 0) at = list.at(0).value_unsafe();
    if (at[key].get(at)) return {};
  }
  std::string_view value;
  return at.get(value) ? std::string() : std::string(value);
}

std::string first_string(element at, std::initializer_list<std::initializer_list<std::string_view>> paths) {
  for (const auto& path : paths) {
    if (std::string value = string_at(at, path); !value.empty()) return value;
  }
  return {};
}

bool is_article(element object) {
  constexpr std::array<std::string_view, 4> kTypes = {"Article", "Posting", "Report", "Review"};
  const auto names_article = [&](std::string_view type) {
    return std::ranges::any_of(kTypes, [&](std::string_view name) { return type.ends_with(name); });
  };
  std::string_view type;
  if (!object["@type"].get(type)) return names_article(type);
  simdjson::dom::array types;
  if (object["@type"].get(types)) return false;
  return std::ranges::any_of(types, [&](element each) { return !each.get(type) && names_article(type); });
}

// The objects that the page is described by: the root, what lists hold, what is in "@graph" or is the "mainEntity".
std::vector<element> objects_in(element root) {
  std::vector<element> found{root};
  std::vector<element> objects;
  for (std::size_t i = 0; i < found.size() && i < kMostObjects; ++i) {
    const element at = found[i];
    simdjson::dom::array list;
    if (!at.get(list)) found.insert(found.end(), list.begin(), list.end());
    if (!at.is_object()) continue;
    objects.push_back(at);
    for (const std::string_view key : {"@graph", "mainEntity"}) {
      element inner;
      if (!at[key].get(inner)) found.push_back(inner);
    }
  }
  return objects;
}

}  // namespace

JsonLd read_json_ld(std::string_view json) {
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(json.data(), json.size()).get(root)) return {};
  const std::vector<element> objects = objects_in(root);
  const auto article = std::ranges::find_if(objects, is_article);
  JsonLd found{.article = article != objects.end()};
  if (found.article) {
    found.headline = first_string(*article, {{"headline"}, {"name"}});
    found.published = first_string(*article, {{"datePublished"}, {"dateCreated"}});
    found.url = first_string(*article, {{"url"}, {"mainEntityOfPage", "@id"}, {"mainEntityOfPage"}});
    found.body = string_at(*article, {"articleBody"});
  }
  for (const element& object : objects) {
    if (found.outlet.empty()) found.outlet = string_at(object, {"publisher", "name"});
    if (found.published.empty()) found.published = string_at(object, {"datePublished"});
    if (found.language.empty()) found.language = string_at(object, {"inLanguage"});
  }
  return found;
}

}  // namespace nutgraf

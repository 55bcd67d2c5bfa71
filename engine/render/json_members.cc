#include "render/json_members.h"

#include <simdjson.h>

#include <algorithm>

#include "render/json_string.h"

namespace nutgraf {
namespace {

simdjson::error_code append(simdjson::ondemand::object object, std::span<const std::string_view> taken,
                            std::string& out) {
  for (auto field : object) {
    std::string_view name;
    std::string_view value;
    if (auto error = field.unescaped_key().get(name)) return error;
    const bool skip = std::ranges::find(taken, name) != taken.end();
    if (!skip) {
      out += ',';
      append_json_string(name, out);
      out += ':';
    }
    if (auto error = simdjson::to_json_string(field.value()).get(value)) return error;
    if (!skip) out += value;
  }
  return simdjson::SUCCESS;
}

}  // namespace

void append_json_members(std::string_view members, std::span<const std::string_view> taken, std::string& out) {
  if (members.empty()) return;
  const std::string object = '{' + std::string(members) + '}';
  std::string json(object.size() + simdjson::SIMDJSON_PADDING, '\0');
  std::size_t size = 0;  // without white space, so that the record stays on its line
  if (simdjson::minify(object.data(), object.size(), json.data(), size)) return;

  simdjson::ondemand::parser parser;
  simdjson::ondemand::document document;
  simdjson::ondemand::object root;
  if (parser.iterate(json.data(), size, json.size()).get(document) || document.get_object().get(root)) return;

  const std::size_t before = out.size();
  const bool whole = !append(root, taken, out) && document.current_location().error() == simdjson::OUT_OF_BOUNDS;
  if (!whole) out.resize(before);
}

}  // namespace nutgraf

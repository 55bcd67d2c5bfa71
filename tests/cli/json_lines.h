// Reads what `--json` wrote: each line must be one JSON object.
#pragma once

#include <gtest/gtest.h>
#include <simdjson.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "command.h"

namespace nutgraf {

class JsonLines {
 public:
  explicit JsonLines(std::string_view text) {
    EXPECT_TRUE(text.empty() || text.ends_with('\n')) << "the last line is cut short";
    for (const std::string& line : lines(text)) {
      parsers_.push_back(std::make_unique<simdjson::dom::parser>());
      simdjson::dom::object object;
      const auto error = parsers_.back()->parse(line).get(object);
      EXPECT_EQ(error, simdjson::SUCCESS) << line;
      if (!error) records_.push_back(object);
    }
  }

  [[nodiscard]] std::size_t size() const { return records_.size(); }
  const simdjson::dom::object& operator[](std::size_t i) const { return records_.at(i); }
  [[nodiscard]] const simdjson::dom::object& back() const { return records_.back(); }

  static std::string string(const simdjson::dom::object& object, std::string_view name) {
    return std::string(std::string_view(object[name].get_string().value()));
  }
  static std::uint64_t number(const simdjson::dom::object& object, std::string_view name) {
    return object[name].get_uint64().value();
  }

 private:
  std::vector<std::unique_ptr<simdjson::dom::parser>> parsers_;  // each holds the strings of its record
  std::vector<simdjson::dom::object> records_;
};

}  // namespace nutgraf

// When something was published: RFC 3339, as `Article::published` has it where the source kept to it.
//
//   parse_timestamp("2026-10-14T06:52:00+02:00")   // 1791953520 seconds
//   parse_timestamp("2026-10-14")                  // a day: its first second, in UTC
//   parse_timestamp("last Tuesday")                // nothing
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace nutgraf {

struct Timestamp {
  std::int64_t seconds = 0;  // since 1970 in UTC
  bool day_only = false;
};

// A date, or a date and a time. "T" may be a space, seconds and their fraction may be missing; without an offset the
// time is taken for UTC.
std::optional<Timestamp> parse_timestamp(std::string_view text);

// Whether `a` is later, as far as the two tell: if one is a day only, the days decide.
bool is_later(const Timestamp& a, const Timestamp& b);

}  // namespace nutgraf

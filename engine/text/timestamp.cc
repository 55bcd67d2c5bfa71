#include "text/timestamp.h"

#include <chrono>

namespace nutgraf {
namespace {

constexpr std::int64_t kDay = 86400;

// Reads a text from its front.
class Digits {
 public:
  explicit Digits(std::string_view text) : text_(text) {}

  // Exactly so many digits, up to `largest`.
  int number(int digits, int largest) {
    int value = 0;
    for (int i = 0; i < digits; ++i) {
      if (text_.empty() || text_[0] < '0' || text_[0] > '9') return fail();
      value = 10 * value + (text_[0] - '0');
      text_.remove_prefix(1);
    }
    return value <= largest ? value : fail();
  }

  // Whether one of `choices` is next; it is taken.
  bool take(std::string_view choices) {
    if (text_.empty() || choices.find(text_[0]) == std::string_view::npos) return false;
    text_.remove_prefix(1);
    return true;
  }
  void expect(std::string_view choices) {
    if (!take(choices)) fail();
  }

  [[nodiscard]] bool at_end() const { return text_.empty(); }
  [[nodiscard]] bool good() const { return good_; }

 private:
  int fail() {
    good_ = false;
    return 0;
  }

  std::string_view text_;
  bool good_ = true;
};

std::int64_t time_of_day(Digits& digits) {
  std::int64_t seconds = digits.number(2, 23) * std::int64_t{3600};
  digits.expect(":");
  seconds += digits.number(2, 59) * std::int64_t{60};
  if (digits.take(":")) seconds += digits.number(2, 60);
  if (digits.take(".,"))
    while (digits.take("0123456789")) continue;
  return seconds;
}

// How far local time is ahead of UTC.
std::int64_t offset(Digits& digits) {
  if (digits.at_end() || digits.take("Zz")) return 0;
  const std::int64_t sign = digits.take("-") ? -1 : 1;
  if (sign > 0) digits.expect("+");
  const std::int64_t hours = digits.number(2, 23);
  digits.take(":");
  return sign * (hours * 3600 + digits.number(2, 59) * std::int64_t{60});
}

std::int64_t day_of(std::int64_t seconds) { return (seconds - (seconds < 0 ? kDay - 1 : 0)) / kDay; }

}  // namespace

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  Digits digits(text);
  const int year = digits.number(4, 9999);
  digits.expect("-");
  const int month = digits.number(2, 12);
  digits.expect("-");
  const int day = digits.number(2, 31);
  const std::chrono::year_month_day date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day)));
  if (!digits.good() || !date.ok()) return std::nullopt;
  Timestamp timestamp{.seconds = std::chrono::sys_days(date).time_since_epoch().count() * kDay,
                      .day_only = digits.at_end()};
  if (timestamp.day_only) return timestamp;
  digits.expect("Tt ");
  timestamp.seconds += time_of_day(digits);
  timestamp.seconds -= offset(digits);
  return digits.good() && digits.at_end() ? std::optional(timestamp) : std::nullopt;
}

bool is_later(const Timestamp& a, const Timestamp& b) {
  if (a.day_only || b.day_only) return day_of(a.seconds) > day_of(b.seconds);
  return a.seconds > b.seconds;
}

}  // namespace nutgraf

#include "compare/day.h"

#include <chrono>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>

#include "text/character.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t kLastDay = 31;
constexpr std::size_t kReach = 8;  // words between a day and its verb
constexpr std::chrono::days kWeek(7);

// "3", "3rd"; nothing for what is no day of a month.
std::optional<std::uint32_t> day_number(std::string_view text) {
  std::uint32_t day = 0;
  std::size_t at = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at < 3)
    day = day * 10 + static_cast<std::uint32_t>(text[at++] - '0');
  if (at == 0 || day == 0 || day > kLastDay || text.size() - at > 2) return std::nullopt;
  if (at < text.size() && !is_letter(static_cast<unsigned char>(text[at]))) return std::nullopt;
  return day;
}

std::uint32_t year_number(std::string_view text) {
  if (text.size() != 4 || text.find_first_not_of("0123456789") != std::string_view::npos) return 0;
  return static_cast<std::uint32_t>(std::strtoul(std::string(text).c_str(), nullptr, 10));
}

class Reading {
 public:
  Reading(const Report& report, std::vector<DayMention>& days) : report_(report), days_(days) {}

  void read() {
    for (std::uint32_t c = 0; c < report_.clauses.size(); ++c)
      for (std::uint32_t i = report_.clauses[c].first_word; i < report_.clauses[c].last_word; ++i) read_at(c, i);
  }

 private:
  void read_at(std::uint32_t clause, std::uint32_t i) {
    const ReportWord& word = report_.words[i];
    if (!word.capital) return;
    const ReportClause& all = report_.clauses[clause];
    DayMention mention{.begin = word.begin, .end = word.end, .clause = clause};
    std::uint32_t first = i;
    std::uint32_t last = i;
    if ((word.entry->kinds & kWeekdayWord) != 0) {
      mention.weekday = static_cast<std::uint32_t>(word.entry->value);
    } else if ((word.entry->kinds & kMonthWord) != 0) {
      mention.month = static_cast<std::uint32_t>(word.entry->value);
      std::optional<std::uint32_t> day;
      if (i + 1 < all.last_word && report_.behind(i).size() <= 2) day = day_number(report_.word(i + 1));
      if (day) {
        last = i + 1;
      } else if (i > all.first_word && report_.behind(i - 1) == " ") {
        day = day_number(report_.word(i - 1));
        if (day) first = i - 1;
      }
      if (!day) return;  // only a month
      mention.day = *day;
      mention.begin = report_.words[first].begin;
      mention.end = report_.words[last].end;
      std::uint32_t year = 0;
      if (last + 1 < all.last_word && report_.behind(last).size() <= 2) year = year_number(report_.word(last + 1));
      if (year != 0) mention.end = report_.words[last + 1].end;
      find_weekday(mention, year);
    } else {
      return;
    }
    if (!find_act(all, first, last, mention)) return;
    days_.push_back(mention);
  }

  // A day of a month: in the year that is told, else in that of the article.
  void find_weekday(DayMention& mention, std::uint32_t told) const {
    using std::chrono::days;
    std::optional<std::chrono::sys_days> published;
    if (report_.published)
      published = std::chrono::floor<days>(std::chrono::sys_seconds(std::chrono::seconds(report_.published->seconds)));
    const std::uint32_t year = told != 0 ? told : year_published(report_);
    const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(year)), std::chrono::month(mention.month),
                                           std::chrono::day(mention.day));
    if (year == 0 || !date.ok()) return;
    mention.weekday = std::chrono::weekday(std::chrono::sys_days(date)).iso_encoding();
    mention.far = published && std::chrono::abs(std::chrono::sys_days(date) - *published) > kWeek;
  }

  [[nodiscard]] bool is_verb(std::uint32_t i) const {
    const ReportWord& word = report_.words[i];
    if (word.weight <= 0 || word.name) return false;
    return (word.entry->kinds & kEventWord) != 0 || nutgraf::is_verb(*language_, report_, i);
  }

  // The nearest verb in front, else behind. False: it is when something was said ("said on Tuesday", "On Tuesday, Weir
  // said that").
  bool find_act(const ReportClause& clause, std::uint32_t first, std::uint32_t last, DayMention& mention) const {
    const auto speech = [&](std::uint32_t i) { return (report_.words[i].kinds & kSpeechVerb) != 0; };
    for (std::uint32_t i = first; i > clause.first_word && first - i < kReach; --i) {
      const std::string_view gap = report_.behind(i - 1);
      if (gap.find(',') != std::string_view::npos) break;
      if (speech(i - 1)) return false;
      if (!is_verb(i - 1)) continue;
      mention.act = key_of(report_.words[i - 1]);
      return true;
    }
    const bool opens = first <= clause.first_word + 1;
    for (std::uint32_t i = last + 1; i < clause.last_word && i - last <= kReach; ++i) {
      if (speech(i)) return !opens;
      if (!is_verb(i)) continue;
      mention.act = key_of(report_.words[i]);
      return true;
    }
    return true;
  }

  const Report& report_;
  std::vector<DayMention>& days_;
  std::shared_ptr<const Language> language_ = Language::find(report_.document->language);
};

}  // namespace

void read_days(const Report& report, std::vector<DayMention>& days) {
  days.clear();
  Reading(report, days).read();
}

std::optional<bool> same_day(const DayMention& a, const DayMention& b) {
  if (a.day != 0 && b.day != 0) return a.day == b.day && a.month == b.month;
  if (a.weekday == 0 || b.weekday == 0 || a.far || b.far) return std::nullopt;
  return a.weekday == b.weekday;
}

}  // namespace nutgraf

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "nutgraf/render.h"

namespace nutgraf {
namespace {

std::string cell(const Metric& metric) {
  return metric.count ? fmt::format("{:.0f}", metric.value) : fmt::format("{:.2f}", 100 * metric.value);
}

std::string name(const Score& score) {
  return score.file.empty() ? fmt::format("(mean of {} files)", score.files) : score.file;
}

// A line a score.
void append_table(std::span<const Score> scores, std::string& out) {
  const auto append_row = [&](auto&& cell_of, std::string_view file) {
    for (std::size_t i = 0; i < scores[0].metrics.size(); ++i) {
      const std::size_t width = std::max<std::size_t>(scores[0].metrics[i].name.size(), 6);
      fmt::format_to(std::back_inserter(out), "{:>{}}  ", cell_of(i), width);
    }
    out += file;
    out += '\n';
  };
  append_row([&](std::size_t i) { return scores[0].metrics[i].name; }, "file");
  for (const Score& score : scores) append_row([&](std::size_t i) { return cell(score.metrics[i]); }, name(score));
}

// A block a score: the file and its counts, then a line for each thing that has metrics, each with half its interval.
void append_block(const Score& score, std::string& out) {
  out += name(score);
  std::string names;
  std::string lines;
  std::string_view of;
  for (const Metric& metric : score.metrics) {
    if (metric.of.empty()) {
      fmt::format_to(std::back_inserter(out), ", {} {}", metric.name, cell(metric));
      continue;
    }
    if (metric.of == score.metrics[0].of) fmt::format_to(std::back_inserter(names), "{:>15}", metric.name);
    if (metric.of != of) fmt::format_to(std::back_inserter(lines), "\n{:<14}", metric.of);
    of = metric.of;
    const std::string half =
        metric.interval ? fmt::format(" ±{:.2f}", 50 * (metric.interval->high - metric.interval->low)) : "";
    fmt::format_to(std::back_inserter(lines), "{:>15}", cell(metric) + half);
  }
  fmt::format_to(std::back_inserter(out), "\n{:14}{}{}\n", "", names, lines);
}

}  // namespace

void render_text(std::span<const Score> scores, std::string& out) {
  if (scores.empty()) return;
  if (scores[0].metrics[0].of.empty()) return append_table(scores, out);
  for (const Score& score : scores) append_block(score, out);
}

}  // namespace nutgraf

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

}  // namespace

void render_text(std::span<const Score> scores, std::string& out) {
  if (scores.empty()) return;
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

}  // namespace nutgraf

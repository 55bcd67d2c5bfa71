#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>

#include "nutgraf/render.h"
#include "render/json_object.h"
#include "render/table.h"

namespace nutgraf {
namespace {

constexpr double kMega = 1e6;

double articles_a_second(const Benchmark& benchmark, const StageSpeed& speed) {
  return static_cast<double>(benchmark.articles) / speed.seconds.median;
}

double bytes_a_second(const StageSpeed& speed) { return static_cast<double>(speed.bytes) / speed.seconds.median; }

// Of three significant digits: 12300, 1.23.
std::string significant(double value) {
  return value < 1000 ? fmt::format("{:.3g}", value) : fmt::format("{:.0f}", std::stod(fmt::format("{:.2e}", value)));
}

// Half of what lies between the quartiles, of the median.
std::string spread(const Quartiles& seconds) {
  return fmt::format("± {:.0f} %", 50 * (seconds.high - seconds.low) / seconds.median);
}

std::string label(const StageSpeed& speed) {
  if (is_part(speed.stage)) return fmt::format("  {}", to_string(speed.stage));
  if (speed.stage != Stage::kAll) return std::string(to_string(speed.stage));
  return fmt::format("all, {} thread{}", speed.threads, speed.threads == 1 ? "" : "s");
}

const StageSpeed* find(const Benchmark& benchmark, Stage stage) {
  const auto found = std::ranges::find(benchmark.stages, stage, &StageSpeed::stage);
  return found == benchmark.stages.end() ? nullptr : &*found;
}

}  // namespace

void render_text(const Benchmark& benchmark, std::string& out) {
  const StageSpeed* all = find(benchmark, Stage::kAll);
  if (all == nullptr) return;
  const auto articles = static_cast<double>(benchmark.articles);
  fmt::format_to(std::back_inserter(out), "{}{} {}article{}, {:.1f} kB of text each; medians of {} round{}\n\n",
                 benchmark.partial ? "the first " : "", benchmark.articles, benchmark.invented ? "invented " : "",
                 benchmark.articles == 1 ? "" : "s", static_cast<double>(benchmark.text_bytes) / articles / 1000,
                 all->rounds, all->rounds == 1 ? "" : "s");
  Table table({{"stage", Align::kLeft},
               {"articles/s", Align::kRight},
               {"", Align::kRight},
               {"MB/s", Align::kRight},
               {"µs each", Align::kRight},
               {"share", Align::kRight},
               {"", Align::kLeft}});
  for (const StageSpeed& speed : benchmark.stages) {
    const bool whole = speed.stage == Stage::kAll;
    const double times = all->seconds.median / speed.seconds.median;
    table.add_row({label(speed), significant(articles_a_second(benchmark, speed)), spread(speed.seconds),
                   significant(bytes_a_second(speed) / kMega), significant(speed.seconds.median / articles * 1e6),
                   whole ? "" : fmt::format("{:.0f} %", 100 / times),
                   whole && speed.threads > all->threads ? fmt::format("{:.2f} times as fast", times) : ""});
  }
  std::string rows;
  table.render(rows);
  for (std::size_t begin = 0; begin < rows.size();) {  // the last column is mostly empty
    const std::size_t end = rows.find('\n', begin);
    out.append(rows, begin, rows.find_last_not_of(' ', end - 1) + 1 - begin);
    out += '\n';
    begin = end + 1;
  }
  fmt::format_to(std::back_inserter(out), "\npeak memory {:.0f} MB\n",
                 static_cast<double>(benchmark.peak_bytes) / kMega);
}

void render_json(const Benchmark& benchmark, std::string& out) {
  for (const StageSpeed& speed : benchmark.stages) {
    ObjectWriter record(out);
    record.member("type", "bench");
    record.member("stage", to_string(speed.stage));
    if (is_part(speed.stage)) record.member("part_of", to_string(Stage::kAnalyse));
    record.member("threads", speed.threads);
    record.member("rounds", speed.rounds);
    record.member("articles", benchmark.articles);
    record.member("bytes", speed.bytes);
    record.member("seconds", speed.seconds.median);
    record.member("seconds_low", speed.seconds.low);
    record.member("seconds_high", speed.seconds.high);
    record.member("articles_per_second", articles_a_second(benchmark, speed));
    record.member("bytes_per_second", bytes_a_second(speed));
    if (speed.stage == Stage::kAll) {
      record.member("text_bytes", benchmark.text_bytes);
      record.member("peak_memory", benchmark.peak_bytes);
      record.member("invented", benchmark.invented);
      record.member("partial", benchmark.partial);
    }
    record.close();
    out += '\n';
  }
}

}  // namespace nutgraf

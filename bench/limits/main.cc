// Prints what this machine can do on one thread, how fast `nutgraf summarize` could be on it at the most, and how fast
// it is: machine_limits [--json] FILE.jsonl
//
// By processor time, in turn, round after round, so that what shares the machine meets limits and command alike. Shown
// are medians, and of the share the quartiles too.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "limits/limit.h"
#include "limits/roofline.h"
#include "limits/work.h"
#include "nutgraf/model.h"
#include "render/json_object.h"
#include "render/table.h"
#include "run_program.h"

namespace nutgraf::bench {
namespace {

constexpr int kRounds = 21;

struct Round {
  Costs costs{};
  double roofline = 0;  // articles a second
  double measured = 0;  // articles a second
};

// What the system calls the processor.
std::string processor() {
  std::ifstream cpuinfo("/proc/cpuinfo");
  for (std::string line; std::getline(cpuinfo, line);)
    if (line.starts_with("model name")) return line.substr(line.find(": ") + 2);
  return "this processor";
}

std::vector<Limit> all_limits(const Model& model) {
  std::vector<Limit> limits = memory_limits();
  for (std::vector<Limit>& more : std::vector{scan_limits(), look_up_limits(model), arithmetic_limits(model)})
    std::ranges::move(more, std::back_inserter(limits));
  return limits;
}

// The value below which a `share` of the values lies.
template <class Value>
double quantile(const std::vector<Round>& rounds, double share, const Value& value) {
  std::vector<double> values;
  values.reserve(rounds.size());
  for (const Round& round : rounds) values.push_back(value(round));
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

template <class Value>
double median(const std::vector<Round>& rounds, const Value& value) {
  return quantile(rounds, 0.5, value);
}

double share_of(const Round& round) { return round.measured / round.roofline; }

// Articles a second; 0 if the command fails.
double run_command(const std::string& file, std::size_t articles) {
  const std::optional<double> seconds = run_program({NUTGRAF_COMMAND, "summarize", "-j", "1", "--json", file});
  return seconds ? static_cast<double>(articles) / *seconds : 0;
}

double cost_of(const std::vector<Round>& rounds, Operation operation) {
  return median(rounds, [&](const Round& round) { return round.costs[static_cast<std::size_t>(operation)]; });
}

// In the limit's unit.
double shown(const Limit& limit, double seconds) { return limit.unit == "ns" ? 1e9 * seconds : 1e-9 / seconds; }

// 1234567 -> "1,234,567"; less than 100 with a digit behind the point.
std::string number(double value) {
  if (value < 100) return fmt::format("{:.1f}", value);
  std::string digits = fmt::format("{:.0f}", value);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

void print_table(const std::vector<Limit>& limits, const std::vector<Step>& steps, const std::vector<Round>& rounds) {
  std::string out;
  Table limit_table({{"one thread of " + processor(), Align::kLeft}, {"limit", Align::kRight}, {"", Align::kLeft}});
  for (const Limit& limit : limits)
    limit_table.add_row({limit.name, number(shown(limit, cost_of(rounds, limit.operation))), limit.unit});
  limit_table.render(out);
  out += '\n';

  Costs costs{};
  for (const Limit& limit : limits) costs[static_cast<std::size_t>(limit.operation)] = cost_of(rounds, limit.operation);
  Table step_table({{"an article at the least", Align::kLeft},
                    {"times", Align::kRight},
                    {"microseconds", Align::kRight},
                    {"priced by", Align::kLeft}});
  for (const Step& step : steps) {
    const auto limit = std::ranges::find(limits, step.operation, &Limit::operation);
    step_table.add_row({step.name, number(step.count), fmt::format("{:.2f}", 1e6 * step.seconds(costs)), limit->name});
  }
  step_table.add_row({"sum", "", fmt::format("{:.2f}", 1e6 * sum_of(steps, costs)), ""});
  step_table.render(out);

  fmt::print("{}\nroofline   {} articles/s\nmeasured   {} articles/s: nutgraf summarize -j 1 --json\n", out,
             number(median(rounds, [](const Round& round) { return round.roofline; })),
             number(median(rounds, [](const Round& round) { return round.measured; })));
  fmt::print("share      {:.1f} % (quartiles {:.1f} and {:.1f})\n", 100 * median(rounds, share_of),
             100 * quantile(rounds, 0.25, share_of), 100 * quantile(rounds, 0.75, share_of));
}

void print_json(const std::vector<Limit>& limits, const std::vector<Step>& steps, const std::vector<Round>& rounds) {
  std::string out;
  ObjectWriter record(out);
  record.member("type", "limits");
  record.array("limits", limits, [&](ObjectWriter& object, const Limit& limit) {
    object.member("name", limit.name);
    object.member("unit", limit.unit);
    object.member("value", shown(limit, cost_of(rounds, limit.operation)));
  });
  record.array("steps", steps, [&](ObjectWriter& object, const Step& step) {
    object.member("name", step.name);
    object.member("count", step.count);
    object.member("limit", std::ranges::find(limits, step.operation, &Limit::operation)->name);
    object.member("microseconds", 1e6 * step.count * cost_of(rounds, step.operation));
  });
  record.member("roofline", median(rounds, [](const Round& round) { return round.roofline; }));
  record.member("measured", median(rounds, [](const Round& round) { return round.measured; }));
  record.member("share", median(rounds, share_of));
  record.member("share_low", quantile(rounds, 0.25, share_of));
  record.member("share_high", quantile(rounds, 0.75, share_of));
  record.member("processor", processor());
  record.member("compiler", NUTGRAF_COMPILER);
  record.close();
  fmt::print("{}\n", out);
}

int fail(std::string_view message) {
  fmt::print(stderr, "machine_limits: {}\n", message);
  return 2;
}

int run(const std::string& file, bool json) {
  const Result<std::shared_ptr<const Model>> model = Model::open(NUTGRAF_SHIPPED_MODEL);
  if (!model) return fail(to_string(model.error()));
  const Result<Work> work = count_work(file, *model);
  if (!work) return fail(to_string(work.error()));
  const std::vector<Step> steps = steps_of(*work);
  std::vector<Limit> limits = all_limits(**model);
  std::vector<Round> rounds(kRounds);
  for (Round& round : rounds) {
    for (Limit& limit : limits) round.costs[static_cast<std::size_t>(limit.operation)] = limit.measure();
    round.roofline = 1 / sum_of(steps, round.costs);
    round.measured = run_command(file, work->articles);
    if (round.measured == 0) return fail("nutgraf summarize failed on " + file);
  }
  json ? print_json(limits, steps, rounds) : print_table(limits, steps, rounds);
  return 0;
}

}  // namespace
}  // namespace nutgraf::bench

int main(int argc, char** argv) {
  const bool json = argc == 3 && argv[1] == std::string_view("--json");
  if (argc != (json ? 3 : 2)) {
    std::fputs("usage: machine_limits [--json] FILE.jsonl\n", stderr);
    return 2;
  }
  try {
    return nutgraf::bench::run(argv[argc - 1], json);
  } catch (const std::exception& exception) {
    return nutgraf::bench::fail(exception.what());
  }
}

#include "parse.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <type_traits>

namespace nutgraf::cli {
namespace {

// Levenshtein's distance, for "did you mean".
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitution});
    }
  }
  return row.back();
}

// ", did you mean 'NAME'?", or nothing if no name is near.
std::string suggestion(std::string_view given, std::span<const std::string> names) {
  const std::string* best = nullptr;
  std::size_t best_distance = given.size() / 3 + 1;
  for (const std::string& name : names) {
    const std::size_t distance = name.starts_with(given) && given.size() > 3 ? 1 : edit_distance(given, name);
    if (distance <= best_distance && (best == nullptr || distance < best_distance)) {
      best = &name;
      best_distance = distance;
    }
  }
  return best == nullptr ? "" : fmt::format("; did you mean '{}'?", *best);
}

std::string unknown_flag(const Command& command, std::string_view given) {
  given = given.substr(0, given.find('='));
  std::vector<std::string> names = {"--help"};
  for (const Flag& flag : command.flags) names.push_back(fmt::format("--{}", flag.name));
  return fmt::format("'{}' has no flag '{}'{}", command.name, given, suggestion(given, names));
}

template <class Number>
std::optional<Number> number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Sets what `flag` points to. Returns what is wrong with the value, if anything is.
std::optional<std::string> assign(const Flag& flag, const std::vector<std::string>& values) {
  const auto wrong = [&](std::string_view wanted) {
    return fmt::format("--{} takes {}, not '{}'", flag.name, wanted, values.back());
  };
  return std::visit(
      [&](const auto& target) -> std::optional<std::string> {
        using T = std::remove_cvref_t<decltype(target)>;
        if constexpr (std::is_same_v<T, bool*>) {
          *target = values.back() == "true";
        } else if constexpr (std::is_same_v<T, std::size_t*>) {
          const auto value = number<std::size_t>(values.back());
          if (!value) return wrong("a whole number");
          *target = *value;
        } else if constexpr (std::is_same_v<T, double*>) {
          const auto value = number<double>(values.back());
          if (!value || !std::isfinite(*value)) return wrong("a number");
          *target = *value;
        } else if constexpr (std::is_same_v<T, std::string*>) {
          *target = values.back();
        } else if constexpr (std::is_same_v<T, std::vector<std::string>*>) {
          *target = values;
        } else if constexpr (std::is_same_v<T, Pairs*>) {
          target->clear();
          for (std::size_t i = 0; i + 1 < values.size(); i += 2) target->emplace_back(values[i], values[i + 1]);
        } else {
          const auto found = std::ranges::find(target.names, values.back());
          if (found == target.names.end()) return wrong(fmt::format("{}", fmt::join(target.names, ", ")));
          target.choose(static_cast<std::size_t>(found - target.names.begin()));
        }
        return std::nullopt;
      },
      flag.target);
}

CLI::Option* add(CLI::App& app, const Flag& flag) {
  const std::string names =
      flag.letter != 0 ? fmt::format("-{},--{}", flag.letter, flag.name) : fmt::format("--{}", flag.name);
  if (flag.value.empty()) return app.add_flag(names);
  // Any number of times, one value each, or two: the last counts, but for lists.
  const int values = std::holds_alternative<Pairs*>(flag.target) ? 2 : 1;
  return app.add_option(names)->type_size(values)->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

Parsed wrong(std::string message) { return {Parsed::Outcome::kWrong, std::move(message), {}}; }

}  // namespace

Parsed parse(const Command& command, std::span<char* const> arguments) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();  // operands, and the flags that there are not
  const CLI::Option* short_help = app.add_flag("-h");
  const CLI::Option* full_help = app.add_flag("--help");
  std::vector<const CLI::Option*> options;
  options.reserve(command.flags.size());
  for (const Flag& flag : command.flags) options.push_back(add(app, flag));

  // What follows "--" is an operand, whatever it looks like; CLI11 would not tell it from an unknown flag.
  const auto dashes = std::ranges::find(arguments, std::string_view("--"));
  try {
    app.parse(
        std::vector<std::string>(std::make_reverse_iterator(dashes), std::make_reverse_iterator(arguments.begin())));
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string_view text = error.what();  // "--words: 1 required ..."
    const bool two = text.find(": 2 required") != std::string_view::npos;
    return wrong(fmt::format("{} needs {}", text.substr(0, text.find(':')), two ? "two values" : "a value"));
  } catch (const CLI::ParseError& error) {
    return wrong(error.what());
  }
  if (full_help->count() > 0) return {Parsed::Outcome::kFullHelp, {}, {}};
  if (short_help->count() > 0) return {Parsed::Outcome::kShortHelp, {}, {}};

  Operands operands = app.remaining();
  for (const std::string& operand : operands) {
    if (operand.size() > 1 && operand.front() == '-') return wrong(unknown_flag(command, operand));
  }
  if (dashes != arguments.end()) operands.insert(operands.end(), dashes + 1, arguments.end());
  if (!operands.empty() && command.operands.empty()) {
    return wrong(fmt::format("'{}' takes no operand, but was given '{}'", command.name, operands.front()));
  }

  if (!command.operand_choices.empty() &&
      (operands.size() != 1 ||
       std::ranges::find(command.operand_choices, operands[0]) == command.operand_choices.end())) {
    return wrong(fmt::format("'{}' takes one of {}", command.name, fmt::join(command.operand_choices, ", ")));
  }

  for (std::size_t i = 0; i < options.size(); ++i) {
    if (options[i]->count() == 0) continue;
    const Flag& flag = command.flags[i];
    const std::vector<std::string_view>& only = flag.only_with;
    if (!only.empty() && (operands.empty() || std::ranges::find(only, operands[0]) == only.end())) {
      return wrong(fmt::format("--{} goes only with '{} {}'", flag.name, command.name, fmt::join(only, "' or '")));
    }
    if (auto message = assign(flag, options[i]->results())) return wrong(std::move(*message));
  }
  return {Parsed::Outcome::kRun, {}, std::move(operands)};
}

const Command* find_command(std::span<const Command> commands, std::span<char* const> arguments) {
  const auto is_named = [&](const Command& command) {
    const auto [group, last] = split_name(command.name);
    if (group.empty()) return last == arguments[0];
    return group == arguments[0] && arguments.size() > 1 && last == arguments[1];
  };
  const auto found = std::ranges::find_if(commands, is_named);
  return found == commands.end() ? nullptr : &*found;
}

std::size_t words_of_name(const Command& command) { return split_name(command.name).group.empty() ? 1 : 2; }

std::vector<Command> commands_of(std::span<const Command> commands, std::string_view group) {
  std::vector<Command> found;
  for (const Command& command : commands) {
    if (!group.empty() && split_name(command.name).group == group) found.push_back(command);
  }
  return found;
}

std::string unknown_command(std::span<const Command> commands, std::string_view name) {
  std::vector<std::string> names;
  for (const Command& command : commands) {
    const auto [group, last] = split_name(command.name);
    names.emplace_back(name.find(' ') == std::string_view::npos && !group.empty() ? group : command.name);
  }
  return fmt::format("there is no command '{}'{}", name, suggestion(name, names));
}

}  // namespace nutgraf::cli

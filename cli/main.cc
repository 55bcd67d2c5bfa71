// The `nutgraf` command: finds the subcommand, parses its flags, runs it.
#include <fmt/format.h>
#include <unistd.h>

#include <exception>
#include <new>
#include <span>
#include <string>
#include <string_view>

#include "command.h"
#include "diagnostics.h"
#include "help.h"
#include "parse.h"
#include "print.h"

namespace nutgraf::cli {
namespace {

int wrong_usage(const std::string& message, std::string_view command) {
  Diagnostics().error(fmt::format("{}\nTry 'nutgraf {}{}--help'.", message, command, command.empty() ? "" : " "));
  return kError;
}

// `arguments` begin with the name of the group, and no command of it follows.
int run_group(std::span<const Command> group, std::span<char* const> arguments) {
  if (arguments.size() == 1) {
    Diagnostics().note(short_help(group));
    return kError;
  }
  const std::string_view next = arguments[1];
  if (next == "-h") return print(short_help(group));
  if (next == "--help" || next == "help") return print(full_help(group));
  return wrong_usage(unknown_command(group, fmt::format("{} {}", arguments[0], next)), arguments[0]);
}

int run(std::span<char* const> arguments) {
  const std::vector<Command> all = commands();
  if (arguments.empty()) {
    Diagnostics().note(short_help(all));
    return kError;
  }
  const std::string_view first = arguments.front();
  if (first == "-h") return print(short_help(all));
  if (first == "--help" || first == "help") return print(full_help(all));
  if (first == "--version") return print("nutgraf " NUTGRAF_VERSION "\n");

  const Command* command = find_command(all, arguments);
  if (command == nullptr) {
    const std::vector<Command> group = commands_of(all, first);
    return group.empty() ? wrong_usage(unknown_command(all, first), "") : run_group(group, arguments);
  }

  Parsed parsed = parse(*command, arguments.subspan(words_of_name(*command)));
  switch (parsed.outcome) {
    case Parsed::Outcome::kShortHelp:
      return print(short_help(*command));
    case Parsed::Outcome::kFullHelp:
      return print(full_help(*command));
    case Parsed::Outcome::kWrong:
      return wrong_usage(parsed.message, command->name);
    case Parsed::Outcome::kRun:
      break;
  }
  const bool other_input = command->other_input != nullptr && !command->other_input->empty();
  if (command->reads_stdin && parsed.operands.empty() && !other_input) {
    if (::isatty(STDIN_FILENO) != 0) {  // nobody is going to type an article
      Diagnostics().note(short_help(*command));
      return kError;
    }
    parsed.operands.emplace_back("-");
  }
  return command->run(parsed.operands);
}

}  // namespace
}  // namespace nutgraf::cli

int main(int argc, char** argv) {
  try {
    return nutgraf::cli::run(std::span<char* const>(argv, argc).subspan(argc > 0 ? 1 : 0));
  } catch (const std::bad_alloc&) {
    nutgraf::cli::Diagnostics().error("not enough memory; try fewer threads with -j");
  } catch (const std::exception& exception) {
    nutgraf::cli::Diagnostics().error(exception.what());
  }
  return nutgraf::cli::kError;
}

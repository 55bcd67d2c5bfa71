// The flag table. A subcommand is one Command: what it is called, what it is for, its flags with the option that each
// one sets, and the function that runs it. Parsing, help, the man page and the shell completions all read this table
// and nothing else.
//
//   Command hello_command() {
//     auto name = std::make_shared<std::string>("world");
//     return {.name = "hello",
//             .summary = "greet somebody",
//             .flags = {{.letter = 'w', .name = "who", .value = "NAME", .help = "whom to greet", .target =
//             name.get()}}, .run = [name](const Operands&) { return greet(*name); }};
//   }
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace nutgraf::cli {

enum ExitCode : int {
  kDone = 0,
  kNothingFound = 1,
  kError = 2,
  kSignalled = 128,  // plus the signal's number
};

// One of a few names: `choose` gets the index of the one given.
struct Choice {
  std::span<const std::string_view> names;
  std::function<void(std::size_t)> choose;
};

using Pairs = std::vector<std::pair<std::string, std::string>>;

// What a flag sets. A switch is a bool; a list grows each time that its flag is given, one of pairs by two values.
using Target = std::variant<bool*, std::size_t*, double*, std::string*, std::vector<std::string>*, Pairs*, Choice>;

struct Flag {
  char letter = 0;         // 'n' for -n; 0 for none
  std::string_view name;   // "sentences" for --sentences
  std::string_view value;  // the value's name in the help, "N"; empty for a switch
  std::string_view help;
  Target target;
  bool common = false;                      // shown by the short help too
  std::vector<std::string_view> only_with;  // the first operands that it goes with; empty: any
};

struct Example {
  std::string_view what;
  std::string_view line;
};

using Operands = std::vector<std::string>;

struct Command {
  std::string_view name;                              // "segment", or a group and what is done in it: "model pack"
  std::string_view summary;                           // one line, no stop
  std::string_view description;                       // paragraphs parted by a blank line
  std::string_view operands;                          // "[INPUT...]" in the usage line; empty if it takes none
  bool reads_stdin = false;                           // if it is given no operand
  const std::string* other_input = nullptr;           // the value of a flag that, if it is given, stands for operands
  std::span<const std::string_view> operand_choices;  // exactly one of these is the operand; empty: files are
  std::vector<Example> examples;
  std::vector<Flag> flags;
  std::function<int(const Operands&)> run;
};

// Every subcommand, in the order of the help; those of a group one after the other.
std::vector<Command> commands();

// "model" and "pack" of "model pack"; an empty group, and "segment", of "segment".
struct CommandName {
  std::string_view group;
  std::string_view last;
};
inline CommandName split_name(std::string_view name) {
  const std::size_t space = name.find(' ');
  if (space == std::string_view::npos) return {.group = {}, .last = name};
  return {.group = name.substr(0, space), .last = name.substr(space + 1)};
}

}  // namespace nutgraf::cli

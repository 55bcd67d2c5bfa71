// `nutgraf completions`: what a shell needs to complete a command line, from the flag table.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ranges>
#include <string>
#include <string_view>
#include <variant>

#include "command.h"
#include "help.h"
#include "print.h"

namespace nutgraf::cli {
namespace {

constexpr std::array<std::string_view, 3> kShells = {"bash", "zsh", "fish"};

std::span<const std::string_view> choices(const Flag& flag) {
  const Choice* choice = std::get_if<Choice>(&flag.target);
  return choice == nullptr ? std::span<const std::string_view>() : choice->names;
}

// "--output FILE": the value's name tells what completes it.
bool takes_file(const Flag& flag) { return flag.value == "FILE"; }

std::vector<Flag> all_flags(const Command& command) {
  std::vector<Flag> flags = command.flags;
  flags.insert(flags.end(), help_flags().begin(), help_flags().end());
  return flags;
}

// What can stand first on the command line, each once: commands, and groups of them.
std::vector<std::string_view> first_words(std::span<const Command> all) {
  std::vector<std::string_view> words;
  for (const Command& command : all) {
    const auto [group, last] = split_name(command.name);
    const std::string_view word = group.empty() ? last : group;
    if (words.empty() || words.back() != word) words.push_back(word);
  }
  return words;
}

// What can stand behind the name of a group; nothing for a command.
std::vector<std::string_view> second_words(std::span<const Command> all, std::string_view first) {
  std::vector<std::string_view> words;
  for (const Command& command : all) {
    if (const auto [group, last] = split_name(command.name); group == first) words.push_back(last);
  }
  return words;
}

// In single quotes for any of the three shells.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + '\'';
}

std::string bash() {
  const std::vector<Command> all = commands();
  const std::vector<std::string_view> names = first_words(all);
  std::string groups;
  for (const std::string_view name : names) {
    const std::vector<std::string_view> seconds = second_words(all, name);
    if (!seconds.empty()) groups += fmt::format("    {}) seconds='{}' ;;\n", name, fmt::join(seconds, " "));
  }
  std::string cases;
  for (const Command& command : all) {
    std::string words;
    std::string values;
    for (const Flag& flag : all_flags(command)) {
      const std::string letter = flag.letter != 0 ? fmt::format("-{}", flag.letter) : "";
      words += fmt::format("--{} {}{}", flag.name, letter, letter.empty() ? "" : " ");
      if (flag.value.empty()) continue;
      const std::string names_of_flag = fmt::format("{}{}--{}", letter, letter.empty() ? "" : "|", flag.name);
      if (!choices(flag).empty()) {
        values += fmt::format("        {}) COMPREPLY=($(compgen -W '{}' -- \"$word\")); return ;;\n", names_of_flag,
                              fmt::join(choices(flag), " "));
      } else if (takes_file(flag)) {
        values += fmt::format("        {}) COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n", names_of_flag);
      } else {
        values += fmt::format("        {}) return ;;\n", names_of_flag);
      }
    }
    if (!values.empty()) values = fmt::format("      case $previous in\n{}      esac\n", values);
    cases += fmt::format("    '{}')\n{}      flags='{}' operands='{}' ;;\n", command.name, values, words,
                         fmt::join(command.operand_choices, " "));
  }
  return fmt::format(R"(# nutgraf completion for bash: put it where bash-completion looks, or source it.
_nutgraf() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} name=${{COMP_WORDS[1]}}
  local flags= operands= seconds=
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '{} --help --version -h' -- "$word"))
    return
  fi
  case $name in
{}  esac
  if [[ -n $seconds ]]; then
    if ((COMP_CWORD == 2)); then
      COMPREPLY=($(compgen -W "$seconds --help -h" -- "$word"))
      return
    fi
    name+=" ${{COMP_WORDS[2]}}"
  fi
  case $name in
{}    *) return ;;
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$word"))
  elif [[ -n $operands ]]; then
    COMPREPLY=($(compgen -W "$operands" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}}
complete -o filenames -F _nutgraf nutgraf
)",
                     fmt::join(names, " "), groups, cases);
}

// Text inside of "[...]" in an _arguments specification.
std::string zsh_description(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh() {
  const std::vector<Command> all = commands();
  std::string names;
  std::string groups;
  for (const std::string_view name : first_words(all)) {
    const std::vector<std::string_view> seconds = second_words(all, name);
    if (!seconds.empty()) groups += fmt::format("    {}) seconds=({}) ;;\n", name, fmt::join(seconds, " "));
    const std::string summary = seconds.empty() ? std::string(std::ranges::find(all, name, &Command::name)->summary)
                                                : fmt::format("{}", fmt::join(seconds, ", "));
    names += fmt::format("    {}\n", quoted(fmt::format("{}:{}", name, zsh_description(summary))));
  }
  std::string cases;
  for (const Command& command : all) {
    cases += fmt::format("    '{}')\n      _arguments", command.name);
    for (const Flag& flag : all_flags(command)) {
      std::string value;
      if (!choices(flag).empty()) {
        value = fmt::format(":{}:({})", flag.value, fmt::join(choices(flag), " "));
      } else if (!flag.value.empty()) {
        for (const auto name : std::views::split(flag.value, ' '))
          value += fmt::format(":{}:{}", std::string_view(name), takes_file(flag) ? "_files" : " ");
      }
      const std::string specification = fmt::format("[{}]{}", zsh_description(meaning(flag)), value);
      cases += " \\\n        " + quoted(fmt::format("*--{}{}", flag.name, specification));
      if (flag.letter != 0) cases += " \\\n        " + quoted(fmt::format("*-{}{}", flag.letter, specification));
    }
    if (!command.operand_choices.empty()) {
      cases += fmt::format(" \\\n        ':operand:({})'", fmt::join(command.operand_choices, " "));
    } else if (!command.operands.empty()) {
      cases += " \\\n        '*:input:_files'";
    }
    cases += "\n      ;;\n";
  }
  return fmt::format(R"(#compdef nutgraf
# nutgraf completion for zsh: put it into a folder of $fpath as _nutgraf.
_nutgraf() {{
  local -a names=(
{}  )
  if ((CURRENT == 2)); then
    _describe -t commands command names
    compadd -- --help --version -h
    return
  fi
  local name=$words[2]
  local -a seconds
  case $name in
{}  esac
  if (($#seconds)); then
    if ((CURRENT == 3)); then
      compadd -- $seconds --help -h
      return
    fi
    name+=" $words[3]"
    shift words
    ((CURRENT--))
  fi
  shift words
  ((CURRENT--))
  case $name in
{}  esac
}}
if [[ $funcstack[1] == _nutgraf ]]; then _nutgraf "$@"; else compdef _nutgraf nutgraf; fi
)",
                     names, groups, cases);
}

std::string fish() {
  std::string out = "# nutgraf completion for fish: put it into ~/.config/fish/completions as nutgraf.fish.\n";
  out += "complete -c nutgraf -n __fish_use_subcommand -l help -s h -d 'help'\n";
  out += "complete -c nutgraf -n __fish_use_subcommand -l version -d 'version'\n";
  const std::vector<Command> all = commands();
  for (const Command& command : all) {
    const auto [group, last] = split_name(command.name);
    std::string shown = "__fish_use_subcommand";
    std::string seen = fmt::format("__fish_seen_subcommand_from {}", last);
    if (!group.empty()) {
      const std::string seen_group = fmt::format("__fish_seen_subcommand_from {}", group);
      const std::vector<std::string_view> seconds = second_words(all, group);
      if (seconds.front() == last) out += fmt::format("complete -c nutgraf -f -n {} -a {}\n", shown, group);
      shown = fmt::format("'{}; and not __fish_seen_subcommand_from {}'", seen_group, fmt::join(seconds, " "));
      seen = fmt::format("{}; and {}", seen_group, seen);
    }
    out += fmt::format("complete -c nutgraf -f -n {} -a {} -d {}\n", shown, last, quoted(command.summary));
    const std::string condition = fmt::format("complete -c nutgraf -n '{}'", seen);
    if (!command.operand_choices.empty()) {
      out += fmt::format("{} -f -a '{}'\n", condition, fmt::join(command.operand_choices, " "));
    }
    for (const Flag& flag : all_flags(command)) {
      out += fmt::format("{} -l {}", condition, flag.name);
      if (flag.letter != 0) out += fmt::format(" -s {}", flag.letter);
      if (!flag.value.empty()) out += takes_file(flag) ? " -r -F" : " -x";
      if (!choices(flag).empty()) out += fmt::format(" -a '{}'", fmt::join(choices(flag), " "));
      out += fmt::format(" -d {}\n", quoted(meaning(flag)));
    }
  }
  return out;
}

int run(const Operands& operands) {
  const std::string& shell = operands.front();
  return print(shell == "bash" ? bash() : shell == "zsh" ? zsh() : fish());
}

}  // namespace

Command completions_command() {
  return {.name = "completions",
          .summary = "print the completions for bash, zsh or fish",
          .description = "Prints what the shell needs to complete nutgraf's commands, flags and values.",
          .operands = "bash|zsh|fish",
          .operand_choices = kShells,
          .examples = {{"in this bash, now", "source <(nutgraf completions bash)"},
                       {"in every fish", "nutgraf completions fish > ~/.config/fish/completions/nutgraf.fish"}},
          .run = run};
}

}  // namespace nutgraf::cli

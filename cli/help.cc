#include "help.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace nutgraf::cli {
namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kIndent = 2;
constexpr std::size_t kGap = 3;

// Appends the words of `text` in lines of at most kColumns, `indent` blanks before all but the first. "\n\n" parts
// paragraphs.
void append_wrapped(std::string_view text, std::size_t indent, std::string& out) {
  std::size_t column = indent;
  bool first = true;
  while (!text.empty()) {
    if (text.front() == '\n') {
      out += "\n\n" + std::string(indent, ' ');
      text.remove_prefix(std::min(text.find_first_not_of('\n'), text.size()));
      column = indent;
      first = true;
      continue;
    }
    const std::string_view word = text.substr(0, text.find_first_of(" \n"));
    if (!first && column + 1 + word.size() > kColumns) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
    first = false;
    text.remove_prefix(word.size());
    if (text.starts_with(' ')) text.remove_prefix(1);
  }
  out += '\n';
}

using Entry = std::pair<std::string, std::string>;

// Two columns: terms, and what they mean.
void append_entries(std::span<const Entry> entries, std::string& out) {
  std::size_t width = 0;
  for (const Entry& entry : entries) width = std::max(width, entry.first.size());
  for (const auto& [term, meaning] : entries) {
    out += fmt::format("{:{}}{:{}}", "", kIndent, term, width + kGap);
    append_wrapped(meaning, kIndent + width + kGap, out);
  }
}

void append_flags(const Command& command, bool all, std::string& out) {
  std::vector<Entry> entries;
  for (const Flag& flag : command.flags) {
    if (all || flag.common) entries.emplace_back(signature(flag), meaning(flag));
  }
  for (const Flag& flag : help_flags()) entries.emplace_back(signature(flag), meaning(flag));
  out += "\nFlags:\n";
  append_entries(entries, out);
}

std::string usage(const Command& command) {
  return fmt::format("Usage: nutgraf {}{}{}{}\n", command.name, command.flags.empty() ? "" : " [FLAG...]",
                     command.operands.empty() ? "" : " ", command.operands);
}

void append_commands(std::span<const Command> commands, std::string& out) {
  std::vector<Entry> entries;
  for (const Command& command : commands) entries.emplace_back(std::string(command.name), command.summary);
  out += "\nCommands:\n";
  append_entries(entries, out);
}

void append_examples(std::span<const Example> examples, std::string& out) {
  if (examples.empty()) return;
  out += "\nExamples:\n";
  for (const Example& example : examples) out += fmt::format("  # {}\n  {}\n", example.what, example.line);
}

void append_exit_statuses(std::string& out) {
  std::vector<Entry> entries;
  for (const auto& [status, meaning] : exit_statuses()) entries.emplace_back(std::string(status), meaning);
  out += "\nExit status:\n";
  append_entries(entries, out);
}

}  // namespace

std::string signature(const Flag& flag) {
  const std::string letter = flag.letter != 0 ? fmt::format("-{}, ", flag.letter) : "    ";
  return fmt::format("{}--{}{}{}", letter, flag.name, flag.value.empty() ? "" : " ", flag.value);
}

std::string meaning(const Flag& flag) {
  return flag.only_with.empty() ? std::string(flag.help)
                                : fmt::format("{}: {}", fmt::join(flag.only_with, ", "), flag.help);
}

std::span<const Flag> help_flags() {
  static const std::array<Flag, 1> kFlags = {
      Flag{.letter = 'h', .name = "help", .value = "", .help = "-h: short help; --help: all of it", .target = {}}};
  return kFlags;
}

std::string_view about_inputs() {
  return "An INPUT is a file, a folder (every file below it, hidden ones left out) or - for standard input, which is "
         "also "
         "read if there is no INPUT and it is not a terminal. The format is told from the content: plain text, HTML, "
         "JSON, JSON Lines, each also compressed by gzip or zstd. Inputs are read in the byte order of their paths. An "
         "article that can't be read is named on standard error, and the rest goes on.";
}

std::span<const ExitStatus> exit_statuses() {
  static constexpr std::array<ExitStatus, 4> kStatuses = {
      {{"0", "done (also when the reader of a pipe has gone)"},
       {"1", "done, but no article was found"},
       {"2", "an error: wrong usage, or an input that could not be read (the others are done)"},
       {"130", "interrupted with Ctrl-C: what was complete is written, without an end record"}}};
  return kStatuses;
}

std::string short_help(std::span<const Command> commands) {
  std::string out = "Usage: nutgraf COMMAND [FLAG...] [INPUT...]\n";
  append_commands(commands, out);
  out += "\n'nutgraf COMMAND --help' tells all about one command.\n";
  return out;
}

std::string full_help(std::span<const Command> commands) {
  std::string out = "nutgraf summarizes, groups and compares news articles.\n";
  std::vector<Example> examples;
  for (const Command& command : commands) {
    if (!command.examples.empty()) examples.push_back(command.examples.front());
  }
  append_examples(examples, out);
  out += "\nUsage: nutgraf COMMAND [FLAG...] [INPUT...]\n       nutgraf -h | --help | --version\n";
  append_commands(commands, out);
  append_exit_statuses(out);
  out += "\n'nutgraf COMMAND --help' tells all about one command.\n";
  return out;
}

std::string short_help(const Command& command) {
  std::string out = usage(command);
  append_flags(command, /*all=*/false, out);
  return out;
}

std::string full_help(const Command& command) {
  std::string out = fmt::format("nutgraf {}: {}\n", command.name, command.summary);
  append_examples(command.examples, out);
  out += '\n' + usage(command) + '\n';
  append_wrapped(command.description, 0, out);
  if (command.reads_stdin) {
    out += '\n';
    append_wrapped(about_inputs(), 0, out);
  }
  append_flags(command, /*all=*/true, out);
  append_exit_statuses(out);
  return out;
}

}  // namespace nutgraf::cli

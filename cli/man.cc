// `nutgraf man`: the manual page, in roff, from the flag table.
#include <fmt/format.h>

#include <string>

#include "command.h"
#include "help.h"
#include "print.h"

namespace nutgraf::cli {
namespace {

// Text as roff takes it: backslashes and hyphens spelled out, no line that looks like a request.
std::string roff(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (const char c : text) {
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    line_start = c == '\n';
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

// Paragraphs parted by blank lines.
std::string roff_paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find("\n\n");
    out += roff(text.substr(0, end)) + '\n';
    if (end == std::string_view::npos) break;
    out += ".PP\n";
    text.remove_prefix(end + 2);
  }
  return out;
}

std::string roff_flag(const Flag& flag) {
  std::string out = ".TP\n";
  if (flag.letter != 0) out += fmt::format("\\fB\\-{}\\fR, ", flag.letter);
  out += fmt::format("\\fB\\-\\-{}\\fR", roff(flag.name));
  if (!flag.value.empty()) out += fmt::format(" \\fI{}\\fR", roff(flag.value));
  return out + '\n' + roff(meaning(flag)) + '\n';
}

std::string man_page() {
  const std::vector<Command> all = commands();
  std::string out = ".TH NUTGRAF 1 \"\" \"nutgraf " NUTGRAF_VERSION
                    "\" \"User Commands\"\n"
                    ".SH NAME\nnutgraf \\- summarize, group and compare news articles\n"
                    ".SH SYNOPSIS\n";
  for (const Command& command : all) {
    out += fmt::format("\\fBnutgraf {}\\fR{} {}\n.br\n", command.name,
                       command.flags.empty() ? "" : " [\\fIFLAG\\fR...]", roff(command.operands));
  }
  out += ".SH COMMANDS\n";
  for (const Command& command : all) {
    out += fmt::format(".SS nutgraf {}\n{}", command.name, roff_paragraphs(command.description));
    for (const Flag& flag : command.flags) out += roff_flag(flag);
    for (const Flag& flag : help_flags()) out += roff_flag(flag);
  }
  out += ".SH INPUTS\n" + roff_paragraphs(about_inputs()) + ".SH EXIT STATUS\n";
  for (const auto& [status, meaning] : exit_statuses()) out += fmt::format(".TP\n{}\n{}\n", status, roff(meaning));
  out += ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nif set to anything, no colour is used on a terminal.\n.SH EXAMPLES\n";
  for (const Command& command : all) {
    for (const Example& example : command.examples) {
      out += fmt::format(".PP\n{}:\n.PP\n.nf\n.RS\n{}\n.RE\n.fi\n", roff(example.what), roff(example.line));
    }
  }
  return out;
}

}  // namespace

Command man_command() {
  return {.name = "man",
          .summary = "print the manual page",
          .description = "Prints the manual page in roff, for man(1) to show or to be installed as nutgraf.1.",
          .examples = {{"read the manual page", "nutgraf man | man -l -"}},
          .run = [](const Operands&) { return print(man_page()); }};
}

}  // namespace nutgraf::cli

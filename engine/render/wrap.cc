#include "render/wrap.h"

#include <algorithm>

#include "render/columns.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

constexpr std::size_t kGap = 2;

// The longest start of `word` that takes at most `columns`, one character at least.
std::size_t fitting(std::string_view word, std::size_t columns) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < word.size();) {
    utf8::next(word, at);
    if (end > 0 && display_width(word.substr(0, at)) > columns) break;
    end = at;
  }
  return end;
}

}  // namespace

Lines wrap(std::string_view text, std::size_t columns) {
  std::string folded;
  append_folded(text, folded);
  Lines lines(1);
  std::size_t used = 0;
  for (std::string_view rest = folded; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t width = display_width(word);
    if (used > 0 && used + 1 + width <= columns) {
      lines.back().append(" ").append(word);
      used += 1 + width;
      continue;
    }
    if (used > 0) lines.emplace_back();
    for (std::size_t size = fitting(word, columns); size < word.size(); size = fitting(word, columns)) {
      lines.back() = word.substr(0, size);
      lines.emplace_back();
      word.remove_prefix(size);
    }
    lines.back() = word;
    used = display_width(word);
  }
  return lines;
}

void append_beside(std::span<const Lines> blocks, std::size_t columns, std::string& out) {
  std::size_t height = 0;
  for (const Lines& block : blocks) height = std::max(height, block.size());
  for (std::size_t line = 0; line < height; ++line) {
    std::size_t owed = 0;  // spaces, written only if something follows
    for (const Lines& block : blocks) {
      const std::string_view text = line < block.size() ? std::string_view(block[line]) : std::string_view();
      if (!text.empty()) {
        out.append(owed, ' ').append(text);
        owed = 0;
      }
      owed += columns - std::min(columns, display_width(text)) + kGap;
    }
    out += '\n';
  }
}

}  // namespace nutgraf

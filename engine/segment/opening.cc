#include "segment/opening.h"

#include <algorithm>
#include <string>

#include "segment/candidates.h"
#include "segment/word.h"
#include "text/character.h"
#include "text/utf8.h"
#include "text/word_normalizer.h"

namespace nutgraf {

bool ends_with_opening(std::string_view text, std::size_t begin, std::size_t end) {
  if (end > begin + 1 && text[begin] == '[' && text[end - 1] == ']') return true;
  constexpr std::size_t kLongestMark = 2;
  for (const std::string_view bullet : {"\u2022", "\u2023", "\u2043", "\u25AA", "\u25CF"})
    if (text.substr(begin, end - begin) == bullet) return true;
  std::size_t mark = end;
  while (mark > begin && std::string_view("*\"'`([{+=/&<").find(text[mark - 1]) != std::string_view::npos) --mark;
  if (mark == end || end - mark > kLongestMark) return false;
  const std::size_t before = trim_white_space(text, begin, mark);
  return before == begin || (before < mark && !is_stop(utf8::peek_back(text, before)));
}

bool ends_with_item_marker(std::string_view text, std::size_t begin, std::size_t end) {
  if (end < begin + 3 || text[end - 1] != ')') return false;
  const auto letter = static_cast<unsigned char>(text[end - 2] - 'a');
  return letter < 26 && is_white_space_at(text, end - 3);
}

bool ends_with_remark(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongestRemark = 100;
  if (end == begin || text[end - 1] != ')') return false;
  const std::size_t nearest = std::max(begin, end - std::min(end, kLongestRemark));
  const std::string_view inside = text.substr(nearest, end - 1 - nearest);
  const std::size_t bracket = inside.find_last_of("()");
  if (bracket == std::string_view::npos || bracket < 2 || inside[bracket] == ')' || inside[bracket - 1] != ' ')
    return false;
  const auto before = static_cast<unsigned char>(inside[bracket - 2]);
  return (is_letter(before) || is_digit(before) || before == '.') &&
         std::ranges::any_of(inside.substr(bracket), [](char c) { return is_letter(static_cast<unsigned char>(c)); });
}

bool opens_credit(std::string_view text, std::size_t end, std::size_t begin, const Language& language) {
  if (end > 0 && text[end - 1] == ',') return false;
  // A cheap question first: few words have a colon near.
  if (text.substr(begin, kLongestWord + 1).find(':') == std::string_view::npos) return false;
  const std::string_view label = word_at(text, begin);
  const std::size_t colon = begin + label.size();
  if (label.empty() || colon >= text.size() || text[colon] != ':' || !is_upper(utf8::peek(label, 0))) return false;
  std::string folded;
  fold_case(label, folded);
  return language.is_phrase(word_hash(folded), PhraseKind::kCredit);
}

}  // namespace nutgraf

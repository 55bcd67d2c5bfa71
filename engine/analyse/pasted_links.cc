#include "analyse/pasted_links.h"

#include <algorithm>

#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

constexpr std::string_view kButton = "MORE";
constexpr std::size_t kLongestList = 800;  // bytes, with the name in front
constexpr std::size_t kLongestName = 60;   // bytes from the name to the last letter of the full name
constexpr std::size_t kShortestSurname = 3;

bool is_name_letter(char32_t c) { return is_letter(c) || c == '-' || c == '\'' || c == 0x2019; }

// "Jane", "(Jim)", "J.".
bool is_in_title_case(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    at = skip_white_space(words, at);
    if (at < words.size() && words[at] == '(') ++at;
    if (at < words.size() && !is_upper(utf8::peek(words, at))) return false;
    while (at < words.size() && !is_white_space_at(words, at)) utf8::next(words, at);
  }
  return true;
}

// Behind the name whose full form ends at `end`, where a headline goes on without a space; npos if there is none.
std::size_t behind_name(std::string_view text, std::size_t end) {
  const std::size_t from = utf8::floor(text, end - std::min(end, kLongestName));
  std::size_t begin = end;
  while (begin > from && is_name_letter(utf8::peek_back(text, begin))) utf8::previous(text, begin);
  const std::string_view surname = text.substr(begin, end - begin);
  if (surname.size() < kShortestSurname || !is_upper(utf8::peek(surname, 0))) return std::string_view::npos;
  const std::size_t earlier = text.substr(from, begin - from).rfind(surname);
  if (earlier == std::string_view::npos) return std::string_view::npos;
  const std::size_t behind = from + earlier + surname.size();
  const char32_t next = utf8::peek(text, behind);
  const bool whole = !is_name_letter(utf8::peek_back(text, from + earlier)) && (is_upper(next) || !is_letter(next));
  return whole && is_in_title_case(text.substr(behind, begin - behind)) ? behind : std::string_view::npos;
}

// Where the list begins that a button at the end of `text` closes.
std::size_t begin_of_list(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    utf8::next(text, at);
    const char32_t next = utf8::peek(text, at);  // "Weir2027", "WeirMORE"
    const bool joint = is_upper(next) || is_digit(next) || at == text.size();
    if (!joint || !is_lower(utf8::peek_back(text, at))) continue;
    if (const std::size_t behind = behind_name(text, at); behind != std::string_view::npos) return behind;
  }
  return std::string_view::npos;
}

}  // namespace

void find_pasted_links(std::string_view text, std::vector<Span>& lists) {
  lists.clear();
  std::size_t from = 0;
  for (std::size_t button = text.find(kButton); button != std::string_view::npos; button = text.find(kButton, from)) {
    const std::size_t end = button + kButton.size();
    std::size_t begin = std::max(from, button - std::min(button, kLongestList));
    from = end;
    const char32_t before = utf8::peek_back(text, button);
    if (!(is_white_space(before) || is_lower(before)) || is_letter(utf8::peek(text, end))) continue;
    begin = utf8::floor(text, begin);
    const std::size_t line = text.substr(begin, button - begin).rfind('\n');
    if (line != std::string_view::npos) begin += line;
    const std::size_t list = begin_of_list(text.substr(begin, button - begin));
    if (list != std::string_view::npos) lists.push_back({.begin = begin + list, .end = end});
  }
}

}  // namespace nutgraf

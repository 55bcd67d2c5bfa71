#include "nutgraf/document.h"

#include <algorithm>

namespace nutgraf {

std::string_view to_string(SentenceKind kind) {
  switch (kind) {
    case SentenceKind::kBody:
      return "body";
    case SentenceKind::kTitle:
      return "title";
    case SentenceKind::kDeck:
      return "deck";
    case SentenceKind::kHeading:
      return "heading";
    case SentenceKind::kDateline:
      return "dateline";
    case SentenceKind::kCredit:
      return "credit";
    case SentenceKind::kReference:
      return "reference";
    case SentenceKind::kForm:
      return "form";
    case SentenceKind::kRepeat:
      return "repeat";
  }
  return "";
}

std::string_view Document::readable(std::size_t begin, std::size_t end, std::string& scratch) const {
  const std::string_view text = article->text;
  auto list = std::ranges::upper_bound(pasted, begin, {}, &Span::end);
  if (list == pasted.end() || list->begin >= end) return text.substr(begin, end - begin);
  scratch.clear();
  for (; list != pasted.end() && list->begin < end; ++list) {
    scratch += text.substr(begin, std::max(begin, list->begin) - begin);
    begin = std::min(list->end, end);
  }
  scratch += text.substr(begin, end - begin);
  return scratch;
}

}  // namespace nutgraf

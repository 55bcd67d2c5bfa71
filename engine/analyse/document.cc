#include "nutgraf/document.h"

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

}  // namespace nutgraf

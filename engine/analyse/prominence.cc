#include "analyse/prominence.h"

#include <algorithm>

namespace nutgraf {
namespace {

// A credit, a pointer or a button with more words has run into a sentence of the report ("Read more VELD: Ships ...").
constexpr std::uint32_t kLongestLine = 25;

bool is_report(const Sentence& sentence) {
  switch (sentence.kind) {
    case SentenceKind::kBody:
      return true;
    case SentenceKind::kTitle:
    case SentenceKind::kDeck:
    case SentenceKind::kHeading:
    case SentenceKind::kRepeat:
      return false;
    case SentenceKind::kDateline:
    case SentenceKind::kCredit:
    case SentenceKind::kReference:
    case SentenceKind::kForm:
      break;
  }
  return sentence.words > kLongestLine;
}

}  // namespace

void find_prominence(const Document& document, std::vector<float>& prominence) {
  const bool has_report = std::ranges::any_of(document.sentences, is_report);
  std::size_t rank = 0;  // in the report, from 1
  prominence.clear();
  for (const Sentence& sentence : document.sentences) {
    const bool title = sentence.kind == SentenceKind::kTitle && document.article->title.empty();
    const bool report = is_report(sentence) || !has_report;
    if (report) ++rank;
    prominence.push_back(report ? prominence_of(rank) : title ? kTitleProminence : 0);
  }
}

}  // namespace nutgraf

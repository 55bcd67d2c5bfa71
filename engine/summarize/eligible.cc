#include "summarize/eligible.h"

#include <algorithm>

namespace nutgraf {
namespace {

int tier_of(SentenceKind kind) {
  switch (kind) {
    case SentenceKind::kBody:
      return 0;
    case SentenceKind::kDeck:
      return 1;
    case SentenceKind::kHeading:
    case SentenceKind::kTitle:
      return 2;
    case SentenceKind::kRepeat:
      return 3;
    case SentenceKind::kDateline:
    case SentenceKind::kCredit:
    case SentenceKind::kReference:
    case SentenceKind::kForm:
      break;
  }
  return kFurthestTier;
}

}  // namespace

int nearest_tier(const Document& document) {
  int nearest = kFurthestTier;
  for (const Sentence& sentence : document.sentences) nearest = std::min(nearest, tier_of(sentence.kind));
  return nearest;
}

void add_tier(const Document& document, int tier, std::vector<std::uint32_t>& sentences) {
  for (std::uint32_t i = 0; i < document.sentences.size(); ++i)
    if (tier_of(document.sentences[i].kind) == tier) sentences.push_back(i);
}

}  // namespace nutgraf

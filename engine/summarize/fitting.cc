#include "summarize/fitting.h"

#include <algorithm>

namespace nutgraf {
namespace {

// How much of the room a cut at the border of a clause or a phrase has to use.
constexpr double kClauseRoom = 0.6;
constexpr double kPhraseRoom = 0.75;

}  // namespace

std::string_view before_pasted(const Document& document, const Sentence& sentence) {
  const std::string_view content = document.content(sentence);
  const auto list = std::ranges::upper_bound(document.pasted, sentence.content_begin, {}, &Span::begin);
  return list == document.pasted.end() ? content : content.substr(0, list->begin - sentence.content_begin);
}

std::size_t end_of_clause(std::span<const Border> borders, const Sentence& sentence, std::size_t fits) {
  const auto last = [&](BorderKind least, double room) {
    std::size_t end = 0;
    for (const Border& border : borders) {
      const std::size_t length = border.end - sentence.content_begin;
      if (border.kind >= least && length <= fits) end = std::max(end, length);
    }
    return static_cast<double>(end) >= room * static_cast<double>(fits) ? end : 0;
  };
  if (const std::size_t clause = last(BorderKind::kClause, kClauseRoom); clause > 0) return clause;
  if (const std::size_t phrase = last(BorderKind::kPhrase, kPhraseRoom); phrase > 0) return phrase;
  return fits;
}

}  // namespace nutgraf

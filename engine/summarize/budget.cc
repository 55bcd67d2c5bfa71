#include "summarize/budget.h"

#include <algorithm>
#include <cmath>

#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

constexpr std::size_t kDefaultSentences = 3;

}  // namespace

Budget budget_of(const SummaryOptions& options, std::size_t body_sentences) {
  Budget budget;
  const auto limit = [](std::size_t& field, std::size_t option) { field = option > 0 ? option : field; };
  limit(budget.sentences, options.sentences);
  limit(budget.words, options.words);
  limit(budget.characters, options.characters);
  if (options.ratio > 0) {
    const double share = std::floor(options.ratio * static_cast<double>(body_sentences));
    budget.sentences = std::min(budget.sentences, std::max<std::size_t>(1, static_cast<std::size_t>(share)));
  }
  if (options.sentences == 0 && options.words == 0 && options.characters == 0 && options.ratio == 0) {
    budget.sentences = kDefaultSentences;
    budget.enough = kEnoughWords;
  }
  return budget;
}

std::size_t fitting_end(std::string_view text, std::size_t words, std::size_t characters) {
  std::size_t at = 0;
  std::size_t fits = 0;  // the end of the last whole word that fits
  std::size_t cut = 0;   // the end of the last character that fits
  for (std::size_t count = 0; at < text.size() && count < characters;) {
    const bool space = is_white_space(utf8::next(text, at));
    ++count;
    if (!space) cut = at;
    if (!space && (at == text.size() || is_white_space(utf8::peek(text, at)))) {
      fits = at;
      if (--words == 0) break;
    }
  }
  return fits > 0 ? fits : cut;
}

}  // namespace nutgraf

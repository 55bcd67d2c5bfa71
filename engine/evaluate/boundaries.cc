#include "evaluate/boundaries.h"

#include <algorithm>

#include "text/character.h"

namespace nutgraf {
namespace {

bool is_at_line_break(std::string_view text, std::size_t boundary) {
  while (boundary < text.size()) {
    const char32_t c = utf8::next(text, boundary);
    if (is_line_break(c)) return true;
    if (!is_white_space(c)) return false;
  }
  return false;
}

std::span<const Span> inner(std::span<const Span> sentences) {
  return sentences.first(sentences.empty() ? 0 : sentences.size() - 1);
}

}  // namespace

void BoundaryCounts::add(std::string_view text, std::span<const Span> gold, std::span<const Span> found) {
  const auto has_end = [](std::span<const Span> in, std::size_t end) {
    return std::ranges::binary_search(in, end, {}, &Span::end);
  };
  const std::size_t correct_before = all.correct;
  for (const Span& sentence : inner(gold)) {
    const bool line_break = is_at_line_break(text, sentence.end);
    const bool correct = has_end(inner(found), sentence.end);
    ++all.gold;
    all.correct += correct;
    in_line.gold += !line_break;
    in_line.correct += correct && !line_break;
  }
  for (const Span& sentence : inner(found)) {
    ++all.found;
    in_line.found += !is_at_line_break(text, sentence.end);
  }
  sentences.gold += gold.size();
  sentences.found += found.size();
  sentences.correct += static_cast<std::size_t>(std::ranges::count_if(gold, [&](const Span& sentence) {
    const auto same_end = std::ranges::lower_bound(found, sentence.end, {}, &Span::end);
    return same_end != found.end() && *same_end == sentence;
  }));
  ++cases;
  exact_cases += all.correct - correct_before == inner(gold).size() && inner(gold).size() == inner(found).size();
}

}  // namespace nutgraf

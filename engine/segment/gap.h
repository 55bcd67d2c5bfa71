// A gap is white space that a sentence may end at. What stands around it, as the features of a learned decision.
//
// Most gaps behind no stop never end a sentence and are not looked at: those before a lower-case letter, behind a
// comma, and between two words, unless the second is capitalised and opens sentences, because headings and captions
// lose their lines in scraped text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "nutgraf/segment.h"
#include "text/language.h"

namespace nutgraf {

// Each feature is a combination of properties of both sides, hashed to the index of its weight.
inline constexpr std::size_t kGapWeights = 1 << 15;
using GapFeatures = std::array<std::uint16_t, 15>;

// The quick answer for most gaps behind no stop: whether the space at `at` plainly stands between two words of which
// the second opens no sentence ("port of Veld"). Says so only of single spaces between ASCII characters.
inline bool is_inside_name(std::string_view text, std::size_t at, const Language& language) {
  const auto is_letter_of = [](char c, char first) { return static_cast<unsigned char>(c - first) < 26; };
  return at > 0 && at + 2 < text.size() && text[at] == ' ' &&
         is_letter_of(static_cast<char>(text[at - 1] | 0x20), 'a') && is_letter_of(text[at + 1], 'A') &&
         is_letter_of(text[at + 2], 'a') && !language.has_starter_from(text[at + 1], text[at + 2]);
}

// Whether the white space at `gap`, which no stop comes before, has to be looked at.
bool may_end_sentence(std::string_view text, Span gap, const Language& language);

// `rule` is what the rules say of the gap. Looks at three words before and behind, none further than 64 bytes.
GapFeatures gap_features(std::string_view text, Span gap, const Language& language, bool rule);

}  // namespace nutgraf

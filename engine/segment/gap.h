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
#include "segment/path.h"
#include "text/language.h"

namespace nutgraf {

// Each feature is a combination of properties of both sides, hashed to the index of its weight.
inline constexpr std::size_t kGapWeights = 1 << 15;
using GapFeatures = std::array<std::uint16_t, 17>;

// Whether the white space at `gap`, which no stop comes before, has to be looked at.
bool may_end_sentence(std::string_view text, Span gap, const Language& language);

// `rule` is what the rules say of the gap. Looks at one word before and two behind, no more than 64 bytes of each.
template <Path kPath = Path::kFast>
GapFeatures gap_features(std::string_view text, Span gap, const Language& language, bool rule);

}  // namespace nutgraf

// Which sentences may enter a summary: the report itself, and if there is none, what comes nearest to it.
#pragma once

#include <cstdint>
#include <vector>

#include "nutgraf/document.h"

namespace nutgraf {

// How far the nearest of an article's sentences are from being a report: 0 is one, 4 what surrounds one on its page.
inline constexpr int kFurthestTier = 4;
int nearest_tier(const Document& document);

// Adds the sentences (their indices) of a tier, in order.
void add_tier(const Document& document, int tier, std::vector<std::uint32_t>& sentences);

}  // namespace nutgraf

// When two fingerprints are those of copies: the one rule that everything about copies goes by.
#pragma once

#include <algorithm>
#include <cstddef>

#include "nutgraf/copies.h"

namespace nutgraf {

// How many shingles both have.
std::size_t shared_shingles(const Fingerprint& a, const Fingerprint& b);

inline bool are_of_like_length(const Fingerprint& a, const Fingerprint& b, const CopyOptions& options) {
  const auto [shorter, longer] = std::minmax({a.shingles.size(), b.shingles.size()});
  return static_cast<double>(shorter) >= options.length * static_cast<double>(longer);
}

// Whether two texts of like length are copies, of which so many shingles are in both.
bool are_copies(const Fingerprint& a, const Fingerprint& b, std::size_t shared, const CopyOptions& options);

}  // namespace nutgraf

// Profiles of articles that nobody wrote: their terms are random numbers, of which some are frequent.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <vector>

#include "similarity/profile.h"

namespace nutgraf {

class ProfileWriter {
 public:
  explicit ProfileWriter(std::uint32_t seed) : random_(seed) {}

  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_()) % limit; }

  // Terms with the given rarities and counts at random, out of a vocabulary in which the first are the most frequent.
  Profile write(std::size_t terms, std::uint32_t vocabulary) {
    Profile profile{.language = "en"};
    for (std::size_t i = 0; i < terms; ++i) {
      const std::uint32_t word = below(1 + below(vocabulary));
      profile.terms.push_back({.hash = word * 2654435761U + 1,
                               .rarity = static_cast<std::uint16_t>(below(65536)),
                               .count = static_cast<std::uint8_t>(1 + below(1 + below(255))),
                               .lead = below(5) == 0});
    }
    std::ranges::sort(profile.terms, {}, &ProfileTerm::hash);
    const auto repeated = std::ranges::unique(profile.terms, {}, &ProfileTerm::hash);
    profile.terms.erase(repeated.begin(), repeated.end());
    return profile;
  }

  // Profiles of one collection, weighed by it, sorted by time: some without, the others over a month.
  std::vector<Profile> write_collection(std::size_t articles, std::size_t terms, std::uint32_t vocabulary) {
    std::vector<Profile> profiles;
    DocumentFrequencies frequencies;
    for (std::size_t i = 0; i < articles; ++i) {
      profiles.push_back(write(terms, vocabulary));
      for (ProfileTerm& term : profiles.back().terms) term.rarity = 0;
      if (below(8) > 0) profiles.back().published = 1'790'000'000 + below(30 * 86400);
      frequencies.add(profiles.back());
    }
    for (Profile& profile : profiles) weigh(frequencies, profile);
    std::ranges::stable_sort(profiles, {}, &Profile::published);
    return profiles;
  }

 private:
  std::mt19937 random_;
};

}  // namespace nutgraf

// Profiles of articles that nobody wrote: texts are runs of numbers, and what two share is known.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "nutgraf/copies.h"

namespace nutgraf {

using Shingles = std::vector<std::uint32_t>;

// `text` in its order.
inline CopyProfile profile_of(std::string id, const Shingles& text) {
  CopyProfile profile{.id = std::move(id)};
  profile.fingerprint.lead.assign(text.begin(),
                                  text.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(text.size(), 30)));
  profile.fingerprint.shingles = text;
  std::ranges::sort(profile.fingerprint.shingles);
  const auto repeats = std::ranges::unique(profile.fingerprint.shingles);
  profile.fingerprint.shingles.erase(repeats.begin(), repeats.end());
  return profile;
}

class TextWriter {
 public:
  explicit TextWriter(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  Shingles write(std::size_t shingles) {
    Shingles text(shingles);
    for (std::uint32_t& shingle : text) shingle = static_cast<std::uint32_t>(random_());
    return text;
  }

  // The first `kept` of a text, with `changed` of them others now, and `added` new ones behind.
  Shingles copy(const Shingles& text, std::size_t kept, std::size_t changed, std::size_t added) {
    Shingles result(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(kept));
    for (std::size_t i = 0; i < changed; ++i) result[below(kept)] = static_cast<std::uint32_t>(random_());
    const Shingles more = write(added);
    result.insert(result.end(), more.begin(), more.end());
    return result;
  }

  template <class T>
  void shuffle(std::vector<T>& elements) {
    for (std::size_t i = elements.size(); i > 1; --i) std::swap(elements[i - 1], elements[below(i)]);
  }

 private:
  std::mt19937 random_;
};

}  // namespace nutgraf

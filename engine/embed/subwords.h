// Character n-grams of words, cut and hashed as fastText does, so that its rows can be found again.
//
//   std::vector<std::uint32_t> buckets;
//   find_buckets("river", {.shortest = 4, .longest = 5, .buckets = 2'000'000}, buckets);   // "<riv", "<rive", "rive"
//   ...
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace nutgraf {

// The most characters an n-gram may have: bounds what a word can cost, whatever a file says. Usual are 3 to 6.
inline constexpr std::uint32_t kLongestSubword = 32;

// fastText's minn, maxn and bucket. `shortest` and `longest` count characters, "<" and ">" around the word too.
struct SubwordOptions {
  std::uint32_t shortest = 0;  // 0: no n-grams
  std::uint32_t longest = 0;
  std::uint32_t buckets = 0;
};

// The buckets of the n-grams of `word` (UTF-8), in fastText's order; `buckets` is cleared first. At most
// word.size() * (longest - shortest + 1) + 2.
void find_buckets(std::string_view word, const SubwordOptions& options, std::vector<std::uint32_t>& buckets);

}  // namespace nutgraf

// Invents words: "brestation", "shirand".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "measure/letters.h"
#include "measure/random.h"

namespace nutgraf {

// The items of a list of Letters; "-" is an empty one.
std::vector<std::string_view> split_list(std::string_view list);

class WordMaker {
 public:
  explicit WordMaker(const Letters& letters);

  // A word of at most `most_syllables`, and of no more than the language's.
  std::string make(std::size_t most_syllables, Random& random) const;
  std::string make(Random& random) const { return make(most_syllables_, random); }

 private:
  std::vector<std::string_view> onsets_, vowels_, codas_, endings_;
  std::size_t most_syllables_;
};

}  // namespace nutgraf

#include "measure/word_maker.h"

#include <algorithm>

namespace nutgraf {

std::vector<std::string_view> split_list(std::string_view list) {
  std::vector<std::string_view> items;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    if (end > 0) items.push_back(list.substr(0, end) == "-" ? std::string_view() : list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return items;
}

WordMaker::WordMaker(const Letters& letters)
    : onsets_(split_list(letters.onsets)),
      vowels_(split_list(letters.vowels)),
      codas_(split_list(letters.codas)),
      endings_(split_list(letters.endings)),
      most_syllables_(letters.most_syllables) {}

std::string WordMaker::make(std::size_t most_syllables, Random& random) const {
  const std::size_t syllables = 1 + random.below(std::min(most_syllables, most_syllables_));
  std::string word;
  for (std::size_t i = 0; i < syllables; ++i) {
    word += random.pick(onsets_);
    word += random.pick(vowels_);
    if (i + 1 == syllables || random.one_in(4)) word += random.pick(codas_);
  }
  return word += random.pick(endings_);
}

}  // namespace nutgraf

#include "embed/vocabulary.h"

#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "text/language.h"
#include "text/tokenizer.h"
#include "text/word_normalizer.h"

namespace nutgraf {
namespace {

// Longer ones are no words.
constexpr std::size_t kLongestWord = 256;

// Gives the words of a file that a text can have as they are looked up.
class LookedUpForm {
 public:
  explicit LookedUpForm(bool folded) : folded_(folded) {}

  // False: no text has it.
  bool find(std::string_view word, std::string& form) {
    if (word.empty() || word.size() > kLongestWord || !simdjson::validate_utf8(word.data(), word.size())) return false;
    tokens_.clear();
    tokenizer_.tokenize(word, {.begin = 0, .end = word.size()}, tokens_);
    if (tokens_.size() != 1 || tokens_[0].begin != 0 || tokens_[0].end != word.size()) return false;
    folded_ ? fold_case(word, form) : void(form.assign(word));
    return true;
  }

 private:
  bool folded_;
  Tokenizer tokenizer_;
  std::vector<TokenSpan> tokens_;
};

}  // namespace

std::vector<VocabularyWord> choose_words(const FasttextFile& file, bool folded, std::size_t most) {
  std::vector<VocabularyWord> chosen;
  std::unordered_map<std::uint64_t, std::size_t> places;
  LookedUpForm form(folded);
  std::string text;
  const std::span<const FasttextWord> words = file.words();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!form.find(words[i].text, text)) continue;
    const std::uint64_t hash = word_hash(text);
    auto place = places.find(hash);
    if (place == places.end()) {
      if (chosen.size() == most) continue;
      place = places.emplace(hash, chosen.size()).first;
      chosen.push_back({.text = text, .hash = hash, .count = 0, .word = i});
    }
    chosen[place->second].count += words[i].count;
  }
  return chosen;
}

std::vector<ChosenSubword> choose_subwords(const FasttextFile& file, bool folded, std::size_t most) {
  struct Use {
    std::uint32_t words = 0;
    std::uint32_t bucket = 0;
  };
  std::vector<Use> uses(file.subword_rows());
  LookedUpForm form(folded);
  std::string text;
  std::vector<std::uint32_t> buckets;
  for (const FasttextWord& word : file.words()) {
    if (uses.empty() || !form.find(word.text, text)) continue;
    find_buckets(text, file.subwords(), buckets);
    for (const std::uint32_t bucket : buckets) {
      const auto row = file.subword_row(bucket);
      if (row) uses[*row] = {.words = uses[*row].words + 1, .bucket = bucket};
    }
  }
  std::vector<ChosenSubword> chosen;
  std::vector<double> need(uses.size());
  std::vector<float> vector(file.dimensions());
  for (std::size_t row = 0; row < uses.size(); ++row) {
    if (uses[row].words == 0 || !file.read_subword(row, vector)) continue;
    const double squares = std::inner_product(vector.begin(), vector.end(), vector.begin(), 0.0);
    need[row] = uses[row].words * std::sqrt(squares);
    chosen.push_back({.bucket = uses[row].bucket, .row = row});
  }
  std::ranges::stable_sort(chosen, std::ranges::greater(),
                           [&](const ChosenSubword& subword) { return need[subword.row]; });
  chosen.resize(std::min(most, chosen.size()));
  return chosen;
}

}  // namespace nutgraf

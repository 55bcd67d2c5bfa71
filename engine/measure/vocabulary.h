// The words of a language, the commonest first: those that a model knows, or invented ones behind real function words.
//
//   const Vocabulary vocabulary(kLatinLetters, model.get());
//   Random random(1);
//   vocabulary.word(vocabulary.draw(random));  // often "the", seldom "fearlessly"
//
// How often a word is drawn falls with its rank as in news: as 1/rank among the words that all use, and as 1/rank²
// behind them (Ferrer i Cancho & Solé, "Two Regimes in the Frequency of Words", J. Quantitative Linguistics 2001).
// Everything is integer arithmetic, so that the same seed and model give the same words on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "measure/letters.h"
#include "measure/random.h"
#include "measure/word_maker.h"
#include "nutgraf/model.h"

namespace nutgraf {

class Vocabulary {
 public:
  // `model`: has to be of the language of `letters`; none: the content words are invented.
  explicit Vocabulary(const Letters& letters, const Model* model = nullptr);

  [[nodiscard]] const Letters& letters() const { return letters_; }
  [[nodiscard]] std::string_view word(std::size_t rank) const { return words_[rank]; }
  [[nodiscard]] bool is_content(std::size_t rank) const { return is_content_[rank]; }

  // The rank of a word, common ones more often.
  std::size_t draw(Random& random) const;
  // The rank of a content word that is not rare, each as likely as the others.
  std::size_t draw_content(Random& random) const { return random.pick(content_); }

  // A word that is perhaps in no vocabulary.
  std::string invent(Random& random) const { return maker_.make(random); }

  std::string_view title(Random& random) const { return random.pick(titles_); }
  std::string_view abbreviation(Random& random) const { return random.pick(abbreviations_); }

 private:
  void take_words(const Model& model);
  void make_words();

  const Letters& letters_;
  WordMaker maker_;
  std::vector<std::string> words_;    // by rank
  std::vector<bool> is_content_;      // by rank
  std::vector<std::size_t> content_;  // ranks
  std::vector<std::uint64_t> up_to_;  // sum of the weights of the words up to this one
  std::vector<std::string_view> titles_;
  std::vector<std::string_view> abbreviations_;
};

}  // namespace nutgraf

// The words of a made-up language in a real script: common function words, and invented content words after them.
//
//   const Vocabulary vocabulary(kLatinLetters);
//   Random random(1);
//   vocabulary.word(vocabulary.draw(random));  // often "the", seldom "brestation"
//
// How often a word is drawn falls with its rank as in real text (Zipf-Mandelbrot). Everything is integer arithmetic on
// std::mt19937_64, so that the same seed gives the same words with every compiler. (Draw once in a call's arguments:
// their order is the compiler's.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::bench {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  std::size_t below(std::size_t n) { return engine_() % n; }
  bool one_in(std::size_t n) { return below(n) == 0; }

  template <class List>
  const auto& pick(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::mt19937_64 engine_;
};

// What a vocabulary is made from, and how its sentences are written.
struct Letters {
  std::string_view language;               // BCP 47
  std::string_view function_words;         // the commonest first, parted by spaces, as are all the lists
  std::string_view onsets, vowels, codas;  // of a syllable; "-" is none
  std::string_view endings;                // of a word
  std::size_t most_syllables;
  std::string_view titles, abbreviations;
  std::string_view space, comma, stop, question;
  std::string_view quote, end_quote;  // `"` and `," said `
};

extern const Letters kLatinLetters;
extern const Letters kCyrillicLetters;
extern const Letters kHanLetters;

class Vocabulary {
 public:
  explicit Vocabulary(const Letters& letters);

  [[nodiscard]] const Letters& letters() const { return letters_; }
  [[nodiscard]] std::string_view word(std::size_t rank) const { return words_[rank]; }
  [[nodiscard]] bool is_content(std::size_t rank) const { return rank >= function_words_; }

  // The rank of a word, common ones more often.
  std::size_t draw(Random& random) const;
  // The rank of a content word, each as likely as the others.
  std::size_t draw_content(Random& random) const {
    return function_words_ + random.below(words_.size() - function_words_);
  }

  std::string_view title(Random& random) const { return random.pick(titles_); }
  std::string_view abbreviation(Random& random) const { return random.pick(abbreviations_); }

 private:
  const Letters& letters_;
  std::vector<std::string> words_;    // by rank
  std::vector<std::uint64_t> up_to_;  // sum of the weights of the words up to this one
  std::size_t function_words_ = 0;
  std::vector<std::string_view> titles_;
  std::vector<std::string_view> abbreviations_;
};

}  // namespace nutgraf::bench

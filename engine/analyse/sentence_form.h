// How a sentence looks: what decisions about single sentences are made on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "nutgraf/document.h"
#include "text/word_normalizer.h"

namespace nutgraf {

// What a sentence may have, as bits: a cheap first question, since most have little of it. In ASCII each is certain;
// what is not ASCII may be anything.
enum Mark : std::uint8_t {
  kQuotationMark = 1 << 0,  // '"'
  kSlash = 1 << 1,
  kColon = 1 << 2,
  kBracket = 1 << 3,       // "(", "["
  kGluedCapital = 1 << 4,  // behind a letter in lower case
  kInnerStop = 1 << 5,     // "." in front of anything but a space
  kFreeHyphen = 1 << 6,    // "-" behind neither letter nor digit
  kNotAscii = 1 << 7,      // the bit that tells it in each byte
};

struct SentenceForm {
  std::string_view text;
  std::size_t begin = 0;  // of `text` in the article's text
  std::span<const Word> words;
  std::span<const Token> tokens;  // one a word
  std::uint64_t kinds = 0;        // of all words, or-ed together; those of a word that was skipped stay
  std::uint8_t marks = 0;         // Mark bits of the text; those of what was skipped stay
  bool stopped = false;           // has a stop at its end

  // Whether there may be one of these; never denies one.
  [[nodiscard]] bool may_have(unsigned any_of) const { return (marks & (any_of | kNotAscii)) != 0; }

  // The token's bytes.
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return text.substr(tokens[i].begin - begin, tokens[i].end - tokens[i].begin);
  }

  // The text between a token and the next.
  [[nodiscard]] std::string_view behind(std::size_t i) const {
    const std::size_t from = tokens[i].end - begin;
    const std::size_t to = i + 1 < tokens.size() ? tokens[i + 1].begin - begin : text.size();
    return text.substr(from, to - from);
  }
};

// How a sentence's content looks. `words` are those of document.tokens.
SentenceForm form_of(const Document& document, const Sentence& sentence, std::span<const Word> words);

// Leaves the first bytes of a sentence away, and with them the words that begin there.
void skip(SentenceForm& form, std::size_t bytes);

// The phrases that words may begin with: not all do, but no other.
std::span<const Phrase> phrases_from(const Language& language, std::span<const Word> words);

// Whether words begin with those of a phrase.
bool starts_with_words(std::span<const Word> words, std::span<const std::uint64_t> phrase);

// The same for equal words, whatever their case.
std::uint64_t hash_of(std::span<const Word> words);

// Whether a stop is the last that `sentence` says: quotation marks and brackets may follow it.
bool ends_with_stop(std::string_view sentence);

}  // namespace nutgraf

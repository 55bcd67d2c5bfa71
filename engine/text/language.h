// What is known of a language: its stop words, abbreviations, and the phrases that news pages in it are furnished with.
//
// The knowledge is data, one file a language in engine/text/languages, built into the library. A file has sections:
//
//   [stop words]           carry no topic; also how the language of a text is told
//   [titles]               abbreviations that come before a name: never end a sentence
//   [before numbers]       abbreviations that come before a number: do not end a sentence before one
//   [units]                abbreviations only behind a number: end a sentence before a name ("5 ft.", "6 p.m.")
//   [never final]          abbreviations that never end a sentence
//   [abbreviations]        the others: end a sentence only when a sentence starter follows
//   [sentence starters]    words that open many sentences (capitalised as they stand there)
//   [adverbial openings]   words that open a sentence before its subject ("At 6 p.m. Mr. Weir"), capitalised
//   [names with marks]     names whose last character is "!" or "?" ("Yahoo!")
//   [always capitalised]   words whose capital does not tell that a sentence begins ("I")
//   [dependent openings]   words that, opening a sentence, lean on the one before
//   [dependent endings]    words that, ending one, do ("He denies that.")
//   [dependent phrases]    phrases that do, one a line
//   [dependent before commas]  phrases that do in front of a comma or colon ("Rather, ..."), one a line
//   [unfinished lines]     ends of a line, in a script without spaces, that the sentence goes on behind
//   [independent phrases]  phrases that open with such a word and do not ("those who"), one a line
//   [continuing phrases]   phrases that do behind a subject ("Weir added that"), one a line
//   [speech verbs]         words that tell who said it ("she said")
//   [telling verbs]        those of them that to whom follows ("told reporters")
//   [caption verbs]        what those in pictures do, in the form of captions ("waits", "poses")
//   [caption clauses]      what opens a part that says when a picture was taken ("waits as ships leave"), one a line
//   [picture positions]    where somebody is to be seen ("Weir, left, waits")
//   [speech settings]      what opens a phrase of where or how it was said ("said on Sule", "wrote in a letter")
//   [finite verbs]         verbs with which a clause can do, those that no ending tells
//   [verb endings]         what the others end in; without these two, nothing is known of the language's verbs
//   [doubtful verbs]       words that may be verbs besides; with the next one, a sentence without a verb can be told
//   [doubtful verb endings]   what words end in that may be verbs, in lower case
//   [participle endings]   what words end in that open a part like a relative clause ("barring enforcement")
//   [adverb endings]       what adverbs end in ("Notably, it")
//   [clause openings]      conjunctions, relative pronouns, and what else opens a part that can be left away
//   [phrase openings]      prepositions that do
//   [subordinating words]  open a part that can seldom be left away ("that", "to")
//   [articles]             "the", where nouns are not capitalised: what names of people have none of
//   [definite articles]  those of them that stand before what is known already
//   [impersonal openings]  words that stand in for a subject that follows ("It is clear that")
//   [likening words]       point at what was told, if nothing behind tells what it is like ("such")
//   [partitive words]      between a quantity and what it is taken from ("one of the crews")
//   [joining words]        "and" and the like, between the items of a list
//   [personal pronouns]    words that stand for a person named before, as a subject
//   [object pronouns]      words that stand for what was named before, as an object
//   [date words]           words that a line made only of a date is made of
//   [bylines] [credits] [references] [forms]   phrases that open such a sentence, one a line; see SentenceKind.
//                          After "* " a phrase counts anywhere in a sentence, not only at its start; after "! " even a
//                          short one counts whatever follows.
//   [ends]                 labels after which a page has no more article
//   [properties]           "ordinal-stop": a number with a stop may be an ordinal ("3. Oktober");
//                          "colon-stop": ":" is the full stop, and "." stands inside sentences;
//                          "firm-rules": the rules know sentence ends so well, or the gap model so badly, that it
//                          overrules them only when it is sure;
//                          "colon-end": a sentence may end at ":" before a capital, as the model decides;
//                          "no-stops": sentences often end without a stop, and no letter has case;
//                          "spaced-syllables": spaces part syllables, so a word is often two tokens
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/word_bits.h"

namespace nutgraf {

struct LanguageFile {
  std::string_view code;
  std::string_view content;
};

// The files built in, sorted by code.
std::span<const LanguageFile> language_files();

// The entries of one section of words.
void for_each_word(const LanguageFile& file, std::string_view section,
                   const std::function<void(std::string_view)>& use);

// What a word can be, as bits.
enum WordKind : std::uint64_t {
  // Of the word case-folded:
  kStopWord = 1 << 0,
  kDependentOpening = 1 << 1,
  kDateWord = 1 << 2,
  kPersonalPronoun = 1 << 11,
  kSpeechVerb = 1 << 12,
  kFiniteVerb = 1 << 13,
  kClauseOpening = 1 << 14,
  kPhraseOpening = 1 << 15,
  kJoinsWords = 1 << 16,
  kSubordinatingWord = 1 << 17,
  kCaptionVerb = 1 << 21,
  kArticle = 1 << 24,
  kDefiniteArticle = 1 << 27,
  kPartitive = 1 << 28,
  kImpersonal = 1 << 29,
  kLikening = 1 << 30,
  kPicturePosition = std::uint64_t{1} << 31,
  kDoubtfulVerb = 1 << 25,
  kDependentEnding = 1 << 26,
  kObjectPronoun = std::uint64_t{1} << 33,
  kTellingVerb = 1 << 18,
  kSpeechSetting = 1 << 19,
  kOpensContinuation = 1 << 20,           // first word of a phrase of [continuing phrases]
  kOpensPhrase = 1 << 8,                  // first word of a phrase that counts anywhere
  kMarksPhrase = std::uint64_t{1} << 32,  // longest word of one: where it is not, the phrase is not
  // Of the word as it is written; abbreviations without their last stop:
  kTitleAbbreviation = 1 << 3,
  kNumberAbbreviation = 1 << 4,
  kNeverFinalAbbreviation = 1 << 5,
  kAbbreviation = 1 << 6,
  kSentenceStarter = 1 << 7,
  kUnitAbbreviation = 1 << 9,
  kAdverbialOpening = 1 << 10,
  kMarkedName = 1 << 22,  // without its last mark
  kAlwaysCapitalised = 1 << 23,
};

inline constexpr std::uint64_t kAnyAbbreviation =
    kTitleAbbreviation | kNumberAbbreviation | kNeverFinalAbbreviation | kAbbreviation;

enum class PhraseKind : std::uint8_t {
  // What a sentence is that opens so:
  kByline,
  kCredit,
  kReference,
  kForm,
  kEnd,
  // What it leans on, or what is in it:
  kDependent,
  kDependentBeforeComma,
  kIndependent,
  kContinuing,
  kCaptionClause
};

// Whether a sentence that such a phrase opens is of a certain kind.
constexpr bool tells_a_kind(PhraseKind phrase) { return phrase <= PhraseKind::kEnd; }

struct Phrase {
  std::vector<std::uint64_t> words;  // word_hash of each word, case-folded
  PhraseKind kind = PhraseKind::kForm;
  bool anywhere = false;
  bool sure = false;  // opens no sentence of a report, short as it may be
};

std::uint64_t word_hash(std::string_view word);

// Whether a word ends in one of `endings`, such as Language::verb_endings().
bool has_ending(std::string_view word, std::span<const std::string> endings);

// The language of a BCP 47 code without script and region: "en" of "en-GB".
constexpr std::string_view primary_subtag(std::string_view code) { return code.substr(0, code.find_first_of("-_")); }

class Language {
 public:
  // The language with this BCP 47 code ("en-GB" is "en"); one that knows no word if there is no file for it. A language
  // is read once a process and then shared. Thread-safe.
  static std::shared_ptr<const Language> find(std::string_view code);

  explicit Language(const LanguageFile& file);

  [[nodiscard]] std::string_view code() const { return code_; }
  [[nodiscard]] std::uint64_t code_hash() const { return code_hash_; }  // word_hash(code())

  [[nodiscard]] bool has_ordinal_stop() const { return has_ordinal_stop_; }
  [[nodiscard]] bool has_firm_rules() const { return has_firm_rules_; }
  [[nodiscard]] bool has_colon_stop() const { return has_colon_stop_; }
  [[nodiscard]] bool may_end_at_colon() const { return may_end_at_colon_; }
  [[nodiscard]] bool knows_verbs() const { return knows_verbs_; }
  [[nodiscard]] bool knows_articles() const { return knows_articles_; }
  [[nodiscard]] std::span<const std::string> verb_endings() const { return verb_endings_; }
  [[nodiscard]] std::span<const std::string> doubtful_verb_endings() const { return doubtful_verb_endings_; }
  [[nodiscard]] std::span<const std::string> participle_endings() const { return participle_endings_; }
  [[nodiscard]] std::span<const std::string> adverb_endings() const { return adverb_endings_; }
  [[nodiscard]] bool ends_sentences_without_stops() const { return ends_sentences_without_stops_; }
  [[nodiscard]] bool spaces_syllables() const { return spaces_syllables_; }

  // Whether a line that ends like `text` is not the end of a sentence.
  [[nodiscard]] bool goes_on_behind(std::string_view text) const {
    return std::ranges::any_of(unfinished_lines_, [&](const std::string& end) { return text.ends_with(end); });
  }

  // The WordKind bits of a word, by its word_hash.
  [[nodiscard]] std::uint64_t kinds(std::uint64_t hash) const { return words_[hash]; }

  // Whether a sentence starter, or the label of a credit ("Photo: ..."), may begin with these three bytes, or with the
  // first two and end there: a cheap first question, since most words do not. Never denies one of two letters or more.
  [[nodiscard]] bool has_starter_from(char first, char second, char third) const {
    return (starters_from_[first & 31][second & 31] >> (third & 31) & 1) != 0;
  }

  // The phrases whose first word is this one, first those that count anywhere.
  [[nodiscard]] std::span<const Phrase> phrases_from(std::uint64_t first_word) const;

  // The same where this word follows (0: none does); mostly none if no phrase goes on so. Many phrases begin with
  // "the", and few with any two words.
  [[nodiscard]] std::span<const Phrase> phrases_from(std::uint64_t first_word, std::uint64_t second_word) const {
    const bool may_be = openings_[first_word % kOpenings] || openings_[(first_word + second_word) % kOpenings];
    return may_be ? phrases_from(first_word) : std::span<const Phrase>();
  }

  // Whether a word is a phrase of a kind by itself.
  [[nodiscard]] bool is_phrase(std::uint64_t word, PhraseKind kind) const {
    return std::ranges::any_of(
        phrases_from(word), [kind](const Phrase& phrase) { return phrase.kind == kind && phrase.words.size() == 1; });
  }

 private:
  static constexpr std::size_t kOpenings = 1 << 15;

  void add_starter(std::string_view word);

  std::string code_;
  std::uint64_t code_hash_;
  bool has_ordinal_stop_ = false;
  bool has_colon_stop_ = false;
  bool may_end_at_colon_ = false;
  bool has_firm_rules_ = false;
  bool ends_sentences_without_stops_ = false;
  bool spaces_syllables_ = false;
  bool knows_verbs_ = false;
  bool knows_articles_ = false;
  std::vector<std::string> verb_endings_;
  std::vector<std::string> doubtful_verb_endings_;
  std::vector<std::string> participle_endings_;
  std::vector<std::string> adverb_endings_;
  WordBits words_;
  std::array<std::array<std::uint32_t, 32>, 32> starters_from_{};  // by the first two bytes, one bit a third
  std::vector<std::string> unfinished_lines_;
  std::vector<Phrase> phrases_;      // sorted by first word
  std::bitset<kOpenings> openings_;  // of phrases: the sums of their first two words, and those that are but one
  WordBits phrase_groups_;           // of a first word: where its phrases begin, and above 32 bits where they end
};

}  // namespace nutgraf

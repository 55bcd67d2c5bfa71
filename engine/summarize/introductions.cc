#include "summarize/introductions.h"

#include <algorithm>

#include "summarize/title.h"
#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// How two words follow each other.
enum class Joint : std::uint8_t { kApart, kSpace, kInitial, kAbbreviation };

Joint joint_of(std::string_view text, const Token& word, const Token& next) {
  const std::string_view gap = text.substr(word.end, next.begin - word.end);
  if (gap == " ") return Joint::kSpace;
  if (gap == ". ") return word.end - word.begin == 1 ? Joint::kInitial : Joint::kAbbreviation;
  return Joint::kApart;
}

// "Veld's Marrow": the first is no given name.
bool is_possessive(std::string_view text, const Token& word) {
  const std::string_view letters = text.substr(word.begin, word.end - word.begin);
  return letters.ends_with("'s") || letters.ends_with("\u2019s");
}

// Whether a word is in front of another one as a given name is: "Ilse Marrow", "J. Marrow".
bool is_in_front(std::string_view text, const Token& word, const Token& next) {
  const Joint joint = joint_of(text, word, next);
  return (joint == Joint::kSpace || joint == Joint::kInitial) && !is_possessive(text, word);
}

}  // namespace

void Introductions::read(const Document& document, std::span<const std::uint32_t> sentences) {
  names_.clear();
  end_.clear();
  sentences_.assign(sentences.begin(), sentences.end());
  summary_.clear();
  asked_.assign(document.terms.size(), {});
  if (!language_ || code_ != document.language) {
    language_ = Language::find(document.language);
    code_ = document.language;
  }
}

std::span<const Introductions::Name> Introductions::names(const Document& document, std::size_t i) {
  while (end_.size() <= i) {
    read_names(document, document.sentences[sentences_[end_.size()]]);
    end_.push_back(names_.size());
  }
  const std::size_t begin = i > 0 ? end_[i - 1] : 0;
  return std::span(names_).subspan(begin, end_[i] - begin);
}

void Introductions::read_names(const Document& document, const Sentence& sentence) {
  const std::string_view text = document.article->text;
  const std::span<const Token> tokens = document.content_tokens(sentence);
  std::size_t count = 0;
  written_large_.resize(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    written_large_[count] = i;
    const bool is_term = tokens[i].term != kNoTerm;
    count += tokens[i].capital & is_term;  // not "&&", a jump that would often be guessed wrong
  }
  const auto joint_behind = [&](std::size_t n) {  // with the next of them
    const std::size_t i = written_large_[n];
    return n + 1 < count && written_large_[n + 1] == i + 1 ? joint_of(text, tokens[i], tokens[i + 1]) : Joint::kApart;
  };
  Joint before = Joint::kApart;
  for (std::size_t n = 0; n < count; ++n) {
    const std::size_t i = written_large_[n];
    const Joint behind = joint_behind(n);
    if (before != Joint::kApart && is_in_front(text, tokens[i - 1], tokens[i])) {
      names_.push_back({.surname = tokens[i].term, .given = tokens[i - 1].term});
    } else if (behind != Joint::kSpace && before != Joint::kAbbreviation) {
      names_.push_back(
          {.surname = tokens[i].term, .token = static_cast<std::uint32_t>(&tokens[i] - document.tokens.data())});
    }
    before = behind;
  }
}

bool Introductions::has(const Document& document, std::size_t i, std::uint32_t term) const {
  return std::ranges::binary_search(document.vector(sentences_[i]), term, {}, &TermWeight::term);
}

// Whether a test is true of each word of a term: of its sentence's words and its place among them.
template <class Test>
bool Introductions::all_of(const Document& document, std::uint32_t term, const Test& test) const {
  for (std::size_t i = 0; i < sentences_.size(); ++i) {
    if (!has(document, i, term)) continue;
    const std::span<const Token> tokens = document.content_tokens(document.sentences[sentences_[i]]);
    for (std::size_t k = 0; k < tokens.size(); ++k)
      if (tokens[k].term == term && !test(tokens, k)) return false;
  }
  return true;
}

// The same, tested once.
template <class Test>
bool Introductions::all_of(const Document& document, std::uint32_t term, Answer& answer, const Test& test) const {
  if (answer == Answer::kUnknown) answer = all_of(document, term, test) ? Answer::kYes : Answer::kNo;
  return answer == Answer::kYes;
}

// Whether a term never comes in lower case.
bool Introductions::is_name(const Document& document, std::uint32_t term) {
  return all_of(document, term, asked_[term].name,
                [](std::span<const Token> tokens, std::size_t k) { return tokens[k].capital; });
}

// Whether a term never comes but in front of a name.
bool Introductions::is_given_name(const Document& document, std::uint32_t term) {
  return all_of(document, term, asked_[term].given_name, [&](std::span<const Token> tokens, std::size_t k) {
    return tokens[k].capital && k + 1 < tokens.size() && tokens[k + 1].capital && tokens[k + 1].term != kNoTerm &&
           is_in_front(document.article->text, tokens[k], tokens[k + 1]);
  });
}

// The first sentence before the i-th that has the full name of somebody, or i.
std::size_t Introductions::first_in_full(const Document& document, std::uint32_t surname, std::size_t i) {
  std::uint32_t& none_before = asked_[surname].no_full_name_before;
  while (none_before < i && !gives_in_full(document, none_before, surname)) ++none_before;
  return std::min<std::size_t>(none_before, i);
}

// Whether the i-th sentence has the full name of somebody.
bool Introductions::gives_in_full(const Document& document, std::size_t i, std::uint32_t surname) {
  return std::ranges::any_of(names(document, i), [&](const Name& name) {
    return name.surname == surname && name.given != kNoTerm && is_given_name(document, name.given) &&
           is_name(document, surname);
  });
}

// Of a short word.
std::uint64_t Introductions::kinds_of(std::string_view text, const Token& word) const {
  constexpr std::size_t kLongest = 9;  // bytes
  const std::string_view letters = text.substr(word.begin, word.end - word.begin);
  if (letters.size() > kLongest) return 0;
  std::string folded;
  for (const char c : letters) folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return language_->kinds(word_hash(folded));
}

std::optional<std::size_t> Introductions::missing_for(const Document& document, std::size_t i) {
  if (!language_->knows_articles()) return std::nullopt;
  if (const std::optional<std::size_t> name = missing_name(document, i)) return name;
  return missing_mention(document, name_at_start(document, i), i);
}

bool Introductions::speaks_of_a_thing_untold(const Document& document, std::size_t i) const {
  if (!language_->knows_articles()) return false;
  const Sentence& sentence = document.sentences[sentences_[i]];
  const std::span<const Token> tokens = document.content_tokens(sentence);
  const auto is_told_before = [&](std::size_t article, const Token& word) {
    const std::span<const Token> before = tokens.first(article);
    return std::ranges::find(before, word.term, &Token::term) != before.end();
  };
  for (std::size_t k = 0; k + 1 < tokens.size(); ++k) {
    const bool may_be = tokens[k].term == kNoTerm && tokens[k + 1].term != kNoTerm && !tokens[k + 1].capital;
    if (!may_be || (kinds_of(document.article->text, tokens[k]) & kDefiniteArticle) == 0) continue;
    const std::span<const Token> thing = thing_behind(document, tokens.subspan(k));
    const bool told = std::ranges::any_of(thing, [&](const Token& word) { return is_told_before(k, word); });
    if (!told && missing_mention(document, thing, i)) return true;
  }
  return false;
}

std::optional<std::size_t> Introductions::missing_name(const Document& document, std::size_t i) {
  const auto introduces = [&](std::size_t k, const Name& name) { return gives_in_full(document, k, name.surname); };
  for (const Name& name : names(document, i)) {
    if (name.given != kNoTerm || document.terms[name.surname].sentences == 1) continue;
    const std::size_t first = first_in_full(document, name.surname, i);
    if (first == i || introduces(i, name)) continue;
    if (std::ranges::any_of(summary_, [&](std::size_t k) { return k < i && introduces(k, name); })) continue;
    const bool article =
        name.token > 0 && (kinds_of(document.article->text, document.tokens[name.token - 1]) & kArticle) != 0;
    if (!article) return first;
  }
  return std::nullopt;
}

// The first of the sentences before the i-th that has one of the words; nothing if the title or a taken one has.
std::optional<std::size_t> Introductions::missing_mention(const Document& document, std::span<const Token> of,
                                                          std::size_t i) const {
  std::optional<std::size_t> first;
  for (const Token& word : of) {
    const auto has_it = [&](std::size_t k) { return has(document, k, word.term); };
    const bool told = std::ranges::any_of(summary_, [&](std::size_t k) { return k < i && has_it(k); });
    if (told || is_in_title(document, word.term)) return std::nullopt;
    for (std::size_t k = 0; k < first.value_or(i); ++k)
      if (has_it(k)) first = k;
  }
  return first;
}

// A name without another with it, that few articles have: not "Veld said".
std::span<const Token> Introductions::name_at_start(const Document& document, std::size_t i) {
  constexpr float kRare = 7;            // inverse document frequency
  constexpr std::ptrdiff_t kStart = 2;  // words
  const std::span<const Token> tokens = document.content_tokens(document.sentences[sentences_[i]]);
  const std::ptrdiff_t end = tokens.data() - document.tokens.data() + kStart;
  const auto is_rare = [&](const Term& term) {
    return term.idf >= kRare || (term.idf == 0 && document.dimensions > 0);
  };
  for (const Name& name : names(document, i))
    if (name.given == kNoTerm && name.token < end && is_rare(document.terms[name.surname]) &&
        is_name(document, name.surname))
      return std::span(document.tokens).subspan(name.token, 1);
  return {};
}

// The words behind an article that are in lower case and carry a topic. Not "the Veld harbour", nor "the captain of the
// ferry", nor "the past week".
std::span<const Token> Introductions::thing_behind(const Document& document, std::span<const Token> article) const {
  constexpr std::size_t kLongestThing = 2;  // words
  constexpr std::uint64_t kTellsWhich = kPartitive | kClauseOpening | kSubordinatingWord;
  const std::string_view text = document.article->text;
  std::size_t end = 1;
  while (end < article.size() && end <= kLongestThing && article[end].term != kNoTerm &&
         joint_of(text, article[end - 1], article[end]) == Joint::kSpace)
    ++end;
  const std::span<const Token> thing = article.subspan(1, end - 1);
  const std::uint64_t tells_which =
      kTellsWhich | (thing.size() == 1 ? std::uint64_t{kPhraseOpening} : 0);  // not "barge lies in"
  const bool known = (end < article.size() && (kinds_of(text, article[end]) & tells_which) != 0) ||
                     (kinds_of(text, article[end - 1]) & kDateWord) != 0 || std::ranges::any_of(thing, &Token::capital);
  return known ? std::span<const Token>() : thing;
}

void Introductions::take(std::size_t i) { summary_.push_back(i); }

}  // namespace nutgraf

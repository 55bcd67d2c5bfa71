#include "summarize/clause.h"

#include <algorithm>
#include <utility>

#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

constexpr std::size_t kShortestClause = 4;     // words
constexpr std::size_t kShortestInflected = 4;  // bytes
constexpr std::size_t kListItem = 3;           // words between two commas of a list

// What a border has to know of the text in front of it.
struct Marks {
  int brackets = 0;
  bool quoted = false;  // by straight or typographic quotes

  void read(std::string_view gap) {
    for (std::size_t at = 0; at < gap.size();) {
      const char32_t c = utf8::next(gap, at);
      brackets += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (c == '"') quoted = !quoted;
      if (c == 0x201C || c == 0x201E || c == 0xAB) quoted = true;
      if (c == 0x201D || c == 0xBB) quoted = false;
    }
  }
};

bool has_clause_mark(std::string_view gap) {
  if (gap.find("--") != std::string_view::npos || gap.find(" - ") != std::string_view::npos) return true;
  for (std::size_t at = 0; at < gap.size();) {
    const char32_t c = utf8::next(gap, at);
    if (c == ',' || c == ';' || c == ':' || c == 0x2013 || c == 0x2014 || c == 0x3001 || c == 0xFF0C || c == 0x60C)
      return true;
  }
  return false;
}

}  // namespace

void ClauseReader::read_words(const Document& document, const Sentence& sentence) {
  if (!language_ || language_->code() != primary_subtag(document.language)) {
    language_ = Language::find(document.language);
    normalizer_.use(language_);
  }
  const std::string_view text = document.article->text;
  words_.clear();
  for (const Token& token : document.content_tokens(sentence)) {
    const Word word = normalizer_.look_up(text.substr(token.begin, token.end - token.begin));
    words_.push_back({.begin = token.begin, .end = token.end, .kinds = word.kinds});
  }
}

bool ClauseReader::has_ending(std::string_view text, std::size_t word, std::span<const std::string> endings) const {
  const std::string_view letters = text.substr(words_[word].begin, words_[word].end - words_[word].begin);
  return is_lower(utf8::peek(letters, 0)) && letters.size() >= kShortestInflected &&
         nutgraf::has_ending(letters, endings);
}

bool ClauseReader::is_verb(std::string_view text, std::size_t word) const {
  return (words_[word].kinds & kFiniteVerb) != 0 || has_ending(text, word, language_->verb_endings());
}

bool ClauseReader::opens_phrase(std::string_view text, std::size_t word) const {
  const bool participle =
      (words_[word].kinds & kStopWord) == 0 && has_ending(text, word, language_->participle_endings());
  return participle || (words_[word].kinds & kPhraseOpening) != 0;
}

// "ships, ferries and boats", "Weir, 43, said": another comma or an "and" follows at once.
bool ClauseReader::opens_list(std::string_view text, std::size_t word) const {
  for (std::size_t i = word; i + 1 < std::min(words_.size(), word + kListItem); ++i) {
    const std::string_view gap = text.substr(words_[i].end, words_[i + 1].begin - words_[i].end);
    if (gap.starts_with(',') || (words_[i + 1].kinds & kJoinsWords) != 0) return true;
  }
  return false;
}

std::span<const Border> ClauseReader::read(const Document& document, const Sentence& sentence) {
  const std::string_view text = document.article->text;
  read_words(document, sentence);
  borders_.clear();
  if (words_.empty()) return borders_;
  const auto is_date = [&](std::size_t word) {
    return word < words_.size() && (words_[word].kinds & kDateWord) != 0 && (words_[word].kinds & kStopWord) == 0;
  };
  Marks marks;
  marks.read(text.substr(sentence.content_begin, words_[0].begin - sentence.content_begin));
  const bool knows_verbs = language_->knows_verbs();
  bool opening = opens_with_circumstance();  // a verb in there is not the sentence's
  bool subordinate = false;                  // the next verb belongs to "who", "that" ...
  bool chained = false;                      // and so do those right behind it
  std::size_t last_verb = 0;
  std::size_t segment = 0;  // the word behind the last comma or the like
  for (std::size_t i = 1; i < words_.size(); ++i) {
    const ClauseWord& last = words_[i - 1];
    const ClauseWord& next = words_[i];
    const bool verb = is_verb(text, i - 1);
    const std::uint64_t subordinates = kClauseOpening | kSubordinatingWord;
    if (verb && i > 1 && !opening) {
      chained |= std::exchange(subordinate, false);
      if (!chained) last_verb = i - 1;
    } else if ((last.kinds & kStopWord) == 0) {
      chained = false;  // "who had not been told" is over
    }
    subordinate |= (last.kinds & subordinates) != 0;
    const std::string_view gap = text.substr(last.end, next.begin - last.end);
    if (has_clause_mark(gap)) {
      opening = subordinate = chained = false;
      segment = i;
    }
    // "on Tuesday, nine days| after": what a comma set apart and no verb makes a clause belongs to what follows.
    const bool torn = segment > 0 && i > segment && i - segment <= kListItem && last_verb < segment;
    const bool was_quoted = marks.quoted;
    marks.read(gap);
    // "Marrow said|" lacks what she said.
    const bool says = knows_verbs && (words_[last_verb].kinds & kSpeechVerb) != 0;
    if (i < kShortestClause || (knows_verbs && last_verb == 0) || says || torn || marks.brackets > 0 ||
        (was_quoted && marks.quoted))
      continue;
    const bool marked = has_clause_mark(gap);
    const bool apart =
        marked || is_white_space(utf8::peek_back(text, next.begin)) || gap.find(' ') != std::string::npos;
    if (!apart) continue;  // "well-known"
    const bool points_ahead = (last.kinds & (kStopWord | kPhraseOpening | kClauseOpening)) != 0 ||
                              (!borders_.empty() && borders_.back().words == i - 1 && opens_phrase(text, i - 1));
    const bool clause = marked ? !opens_list(text, i) : (next.kinds & kClauseOpening) != 0;
    // "was accused| of", "called| for" are no ends; "resigned| on Tuesday" and "resigned| Tuesday" are.
    const bool phrase =
        !marked && (is_date(i) ? !is_date(i - 1) && !points_ahead : opens_phrase(text, i) && (!verb || is_date(i + 1)));
    // "unveiled a rule| to bar", "is the first sign| that": what they open is often needed.
    const bool weak = !marked && !verb && (next.kinds & kSubordinatingWord) != 0;
    if ((!clause && !phrase && !weak) || (points_ahead && !marked)) continue;
    borders_.push_back({.end = last.end,
                        .words = static_cast<std::uint32_t>(i),
                        .last_verb = static_cast<std::uint32_t>(last_verb),
                        .dated = is_date(i - 1),
                        .kind = clause   ? BorderKind::kClause
                                : phrase ? BorderKind::kPhrase
                                         : BorderKind::kWeak});
  }
  borders_.push_back({.end = words_.back().end,
                      .words = static_cast<std::uint32_t>(words_.size()),
                      .last_verb = static_cast<std::uint32_t>(knows_verbs ? last_verb : words_.size()),
                      .dated = is_date(words_.size() - 1),
                      .kind = BorderKind::kWhole});
  // A closing quote or bracket right behind the last word belongs to it.
  for (Border& border : borders_) {
    std::size_t behind = border.end;
    while (behind < sentence.content_end) {
      std::size_t next = behind;
      const char32_t c = utf8::next(text, next);
      if (c == '"' || c == 0x201D || c == 0xBB || c == ')' || c == ']' || c == '%') {
        border.end = next;
      } else if (c != '.' && c != ',' && c != '!' && c != '?') {
        break;
      }
      behind = next;
    }
  }
  return borders_;
}

bool ClauseReader::opens_with_circumstance() const {
  return !words_.empty() && (words_[0].kinds & (kAdverbialOpening | kClauseOpening | kPhraseOpening)) != 0;
}

std::size_t ClauseReader::words_before(std::size_t position) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(words_, position, {}, &ClauseWord::begin) - words_.begin());
}

bool ClauseReader::is_date(std::size_t position) const {
  const auto word = std::ranges::lower_bound(words_, position, {}, &ClauseWord::begin);
  return word != words_.end() && word->begin == position && (word->kinds & kDateWord) != 0;
}

std::size_t ClauseReader::end_of_sense(std::size_t end) const {
  std::size_t sense = end;
  for (std::size_t i = words_before(end); i > 0; --i) {
    const ClauseWord& word = words_[i - 1];
    if (word.end > end) continue;
    sense = word.end;
    if ((word.kinds & (kStopWord | kPhraseOpening | kClauseOpening)) == 0) return sense;
  }
  return end;
}

}  // namespace nutgraf

#include "compare/quote.h"

#include <algorithm>

#include "text/character.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t kShortestQuote = 3;   // words
constexpr std::uint32_t kNear = 8;            // words between a verb of speech and who speaks
constexpr std::size_t kLongestQuotation = 6;  // sentences, then a mark was lost
constexpr double kSameQuote = 0.6;            // share of the shorter quotation that both have in one run
constexpr std::size_t kShortestRun = 3;       // words

bool opens(char32_t c, bool open, bool low) {
  return c == 0xAB || c == 0x201E || c == 0x300C || (c == 0x201C && !low) || (c == '"' && !open);
}
bool closes(char32_t c, bool open, bool low) {
  return c == 0xBB || c == 0x201D || c == 0x300D || (c == 0x201C && low) || (c == '"' && open);
}

// Finds the quotations of a report, sentence by sentence.
class Reading {
 public:
  Reading(const Report& report, Quotations& quotations) : report_(report), out_(quotations) {}

  void read() {
    out_.quotes.clear();
    out_.quoted.assign(report_.words.size(), false);
    std::uint32_t word = 0;
    for (std::size_t c = 0; c < report_.clauses.size();) {
      const std::uint32_t index = report_.clauses[c].sentence;
      while (c < report_.clauses.size() && report_.clauses[c].sentence == index) ++c;
      const std::uint32_t last = report_.clauses[c - 1].last_word;
      read_sentence(report_.document->sentences[index], word, last);
      word = last;
    }
    for (QuoteMention& quote : out_.quotes) quote.begin = skip_white_space(report_.text(), quote.begin);
  }

 private:
  void read_sentence(const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
    if (sentence.paragraph != paragraph_ || sentences_ >= kLongestQuotation) open_ = low_ = false;
    if (sentence.paragraph != paragraph_) speaker_of_paragraph_.reset();
    paragraph_ = sentence.paragraph;
    const std::size_t quotes_before = out_.quotes.size();
    const std::string_view text = report_.text();
    if (!open_) first_word_ = first;
    std::uint32_t word = first;
    for (std::size_t at = sentence.content_begin; at < sentence.content_end;) {
      const std::size_t begin = at;
      const char32_t c = utf8::next(text, at);
      while (word < last && report_.words[word].end <= begin) ++word;
      if (c < 0x80 && c != '"') continue;
      if (opens(c, open_, low_)) {
        open_ = true;
        low_ = c == 0x201E;
        begin_ = at;
        first_word_ = word;
        sentences_ = 0;
      } else if (closes(c, open_, low_) && open_) {
        open_ = low_ = false;
        end_quote(begin, word);
      }
    }
    if (open_) {
      ++sentences_;
      std::fill(out_.quoted.begin() + std::max(first_word_, first), out_.quoted.begin() + last, true);
    }
    std::optional<Speaker> speaker = find_speaker(report_, out_.quoted, first, last);
    const bool pronoun = speaker && (report_.words[speaker->first_word].kinds & kPersonalPronoun) != 0;
    if (pronoun && last_named_) {
      const std::uint32_t verb = speaker->verb;
      speaker = last_named_;
      speaker->verb = verb;
    }
    if (speaker) speaker_of_paragraph_ = speaker;
    if (speaker && speaker->name) last_named_ = speaker;
    for (std::size_t q = quotes_before; q < out_.quotes.size(); ++q) {
      out_.quotes[q].speaker = speaker ? speaker : speaker_of_paragraph_;
      out_.quotes[q].named_beside = speaker && !pronoun;
    }
  }

  void end_quote(std::size_t end, std::uint32_t word) {
    if (word <= first_word_) return;
    std::fill(out_.quoted.begin() + first_word_, out_.quoted.begin() + word, true);
    if (word - first_word_ < kShortestQuote) return;
    out_.quotes.push_back({.begin = begin_,
                           .end = trim_white_space(report_.text(), begin_, end),
                           .first_word = first_word_,
                           .last_word = word,
                           .speaker = {}});
  }

  const Report& report_;
  Quotations& out_;
  std::uint32_t paragraph_ = UINT32_MAX;
  std::size_t sentences_ = 0;  // that the quotation goes on for
  bool open_ = false;
  bool low_ = false;
  std::size_t begin_ = 0;
  std::uint32_t first_word_ = 0;
  std::optional<Speaker> speaker_of_paragraph_;
  std::optional<Speaker> last_named_;
};

// Nothing but a space, or an initial's stop, between a word and the next.
bool joined(std::string_view gap) { return gap == " " || gap == ". " || gap == "-" || gap == "\u00A0"; }

}  // namespace

void read_quotations(const Report& report, Quotations& quotations) { Reading(report, quotations).read(); }

std::optional<Speaker> find_speaker(const Report& report, const std::vector<bool>& quoted, std::uint32_t first_word,
                                    std::uint32_t last_word) {
  const auto& words = report.words;
  std::uint32_t verb = first_word;
  while (verb < last_word && (quoted[verb] || (words[verb].kinds & kSpeechVerb) == 0)) ++verb;
  if (verb == last_word) return std::nullopt;
  const auto speaker_at = [&](std::uint32_t at) {
    Speaker speaker{.first_word = at,
                    .last_word = at + 1,
                    .key = words[at].folded,
                    .name = words[at].name,
                    .vague = (words[at].entry->kinds & kVagueSpeaker) != 0,
                    .verb = verb};
    if (!speaker.name) {
      speaker.key = key_of(words[at]);
      return speaker;
    }
    while (speaker.first_word > first_word && words[speaker.first_word - 1].name &&
           joined(report.behind(speaker.first_word - 1)))
      --speaker.first_word;
    while (speaker.last_word < last_word && words[speaker.last_word].name &&
           joined(report.behind(speaker.last_word - 1)))
      ++speaker.last_word;
    speaker.key = words[speaker.last_word - 1].folded;
    return speaker;
  };
  const auto may_speak = [&](std::uint32_t at) {
    return !quoted[at] && (words[at].weight > 0 || (words[at].kinds & kPersonalPronoun) != 0) && !words[at].digits &&
           (words[at].entry->kinds & (kWeekdayWord | kMonthWord)) == 0;
  };
  // "said Ilse Marrow", "said the harbour master, Ilse Marrow"
  const bool inverted = verb == first_word || quoted[verb - 1];
  if (inverted) {
    for (std::uint32_t at = verb + 1; at < last_word && at - verb <= kNear; ++at)
      if (may_speak(at) && words[at].name) return speaker_at(at);
    for (std::uint32_t at = verb + 1; at < last_word && at - verb <= kNear; ++at)
      if (may_speak(at)) return speaker_at(at);
    return std::nullopt;
  }
  // "Marrow said", "Marrow, the harbour master, said", "the police said". What is next to the verb speaks, but a comma
  // there closes what tells more of who does.
  std::uint32_t from = verb;
  if (report.behind(verb - 1).starts_with(',')) {
    do --from;
    while (from > first_word && !report.behind(from - 1).starts_with(','));
  }
  for (std::uint32_t at = from; at > first_word && from - at < kNear; --at) {
    if (quoted[at - 1]) break;
    if (may_speak(at - 1)) return speaker_at(at - 1);
  }
  return std::nullopt;
}

bool is_same_quote(const Report& a, const QuoteMention& x, const Report& b, const QuoteMention& y) {
  std::size_t longest = 0;
  for (std::uint32_t i = x.first_word; i < x.last_word; ++i) {
    for (std::uint32_t j = y.first_word; j < y.last_word; ++j) {
      std::size_t run = 0;
      while (i + run < x.last_word && j + run < y.last_word && a.words[i + run].folded == b.words[j + run].folded)
        ++run;
      longest = std::max(longest, run);
    }
  }
  const auto shorter = static_cast<double>(std::min(x.last_word - x.first_word, y.last_word - y.first_word));
  return longest >= kShortestRun && static_cast<double>(longest) >= kSameQuote * shorter;
}

}  // namespace nutgraf

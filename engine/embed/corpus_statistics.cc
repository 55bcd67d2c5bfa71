#include "embed/corpus_statistics.h"

#include <algorithm>
#include <random>
#include <string>
#include <utility>

#include "embed/corpus.h"
#include "nutgraf/segment.h"
#include "text/language.h"
#include "text/language_id.h"
#include "text/tokenizer.h"
#include "text/word_normalizer.h"

namespace nutgraf {
namespace {

class Counter {
 public:
  Counter(std::string_view language, bool folded, HashIndex known, std::size_t known_words, std::size_t sampled)
      : language_(language), folded_(folded), known_(known), sampled_(sampled) {
    statistics_.counts.resize(known_words);
  }

  void add(const Article& document) {
    const std::string_view own = document.language.empty() ? std::string_view() : document.language;
    std::string_view language = language_.empty() ? own : language_;
    if (language.empty()) language = language_id_.identify(document.text);
    words_.use(Language::find(language));
    stems_.clear();
    add_part(document.title, {.begin = 0, .end = document.title.size()});
    segmenter_.segment(document.text, language, spans_);
    for (const Span span : spans_) add_part(document.text, span);
    std::ranges::sort(stems_);
    const auto repeated = std::ranges::unique(stems_);
    stems_.erase(repeated.begin(), repeated.end());
    for (const std::uint64_t stem : stems_) ++statistics_.stems[stem];
    ++statistics_.documents;
  }

  CorpusStatistics take() { return std::move(statistics_); }

 private:
  void add_part(std::string_view text, Span part) {
    tokens_.clear();
    tokenizer_.tokenize(text, part, tokens_);
    sentence_.clear();
    for (const TokenSpan token : tokens_) {
      const std::string_view written = text.substr(token.begin, token.end - token.begin);
      const Word word = words_.look_up(written);
      if ((word.kinds & kStopWord) == 0) stems_.push_back(word.stem);
      const auto number = known_.find(folded_ ? word.folded : word_hash(written));
      if (!number) continue;
      ++statistics_.counts[*number];
      sentence_.push_back(*number);
    }
    statistics_.words += tokens_.size();
    if (sentence_.size() > 1) sample();
  }

  // Vitter's algorithm R; std::uniform_int_distribution would differ between standard libraries.
  void sample() {
    const std::uint64_t seen = sentences_++;
    if (seen < sampled_) {
      statistics_.sentences.push_back(sentence_);
    } else if (const std::uint64_t place = random_() % (seen + 1); place < sampled_) {
      statistics_.sentences[place] = sentence_;
    }
  }

  std::string_view language_;
  bool folded_;
  HashIndex known_;
  std::size_t sampled_;
  CorpusStatistics statistics_;
  LanguageId language_id_;
  Segmenter segmenter_;
  Tokenizer tokenizer_;
  WordNormalizer words_;
  std::mt19937_64 random_;
  std::uint64_t sentences_ = 0;
  std::vector<Span> spans_;
  std::vector<TokenSpan> tokens_;
  std::vector<std::uint64_t> stems_;
  std::vector<std::uint32_t> sentence_;
};

}  // namespace

Result<CorpusStatistics> read_statistics(const Corpus& corpus, std::string_view language, bool folded, HashIndex known,
                                         std::size_t known_words, std::size_t sampled, const LearningEvents& events) {
  Counter counter(language, folded, known, known_words, sampled);
  const auto read =
      for_each_document(corpus, "counting words", events, [&](const Article& document) { counter.add(document); });
  if (!read) return std::unexpected(read.error());
  return counter.take();
}

}  // namespace nutgraf

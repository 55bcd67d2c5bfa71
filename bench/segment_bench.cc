// Segmenting, beside ICU's own sentence rules on UTF-8 as it is (UText) and on text that is UTF-16 already. All
// keep what they can between texts and visit every boundary; bytes are those of the UTF-8. Where an article does not
// name its language, nutgraf detects it and ICU uses its rules for all languages.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <memory>
#include <string>
#include <string_view>

#include "benchmarks.h"
#include "nutgraf/segment.h"

namespace nutgraf::bench {
namespace {

std::unique_ptr<icu::BreakIterator> icu_sentences(const Corpus& corpus) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string& language = corpus.articles.front().language;
  const icu::Locale locale = language.empty() ? icu::Locale::getRoot() : icu::Locale(language.c_str());
  return std::unique_ptr<icu::BreakIterator>(icu::BreakIterator::createSentenceInstance(locale, status));
}

void visit_boundaries(icu::BreakIterator& sentences) {
  std::int32_t boundary = sentences.first();
  for (; boundary != icu::BreakIterator::DONE; boundary = sentences.next()) benchmark::DoNotOptimize(boundary);
}

void nutgraf_segment(benchmark::State& state, const Corpus& corpus) {
  Segmenter segmenter;
  std::vector<Span> sentences;
  for (auto _ : state) {
    for (const Article& article : corpus.articles) {
      segmenter.segment(article.text, article.language, sentences);
      benchmark::DoNotOptimize(sentences.data());
    }
  }
}

void icu_utf8(benchmark::State& state, const Corpus& corpus) {
  const auto sentences = icu_sentences(corpus);
  UText text = UTEXT_INITIALIZER;
  for (auto _ : state) {
    for (const Article& article : corpus.articles) {
      UErrorCode status = U_ZERO_ERROR;
      utext_openUTF8(&text, article.text.data(), static_cast<std::int64_t>(article.text.size()), &status);
      sentences->setText(&text, status);
      visit_boundaries(*sentences);
    }
  }
  utext_close(&text);
}

void icu_utf16(benchmark::State& state, const Corpus& corpus) {
  const auto sentences = icu_sentences(corpus);
  std::vector<icu::UnicodeString> texts;
  texts.reserve(corpus.articles.size());
  for (const Article& article : corpus.articles) texts.push_back(icu::UnicodeString::fromUTF8(article.text));
  for (auto _ : state) {
    for (const icu::UnicodeString& text : texts) {
      sentences->setText(text);
      visit_boundaries(*sentences);
    }
  }
}

void add(std::string_view program, const Corpus& corpus, void (*run)(benchmark::State&, const Corpus&)) {
  benchmark::RegisterBenchmark(("segment/" + corpus.name + '/').append(program).c_str(), [&corpus, run](
                                                                                             benchmark::State& state) {
    run(state, corpus);
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(corpus.text_bytes()));
  })->Unit(benchmark::kMillisecond);
}

}  // namespace

void register_segment(const Inputs& inputs) {
  for (const Corpus& corpus : inputs.scripts) {
    add("nutgraf", corpus, nutgraf_segment);
    add("ICU, UTF-8", corpus, icu_utf8);
    add("ICU, UTF-16", corpus, icu_utf16);
  }
}

}  // namespace nutgraf::bench

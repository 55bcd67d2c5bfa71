#include <optional>

#include "analyse/document_embedder.h"
#include "analyse/model_knowledge.h"
#include "measure/stopwatch.h"
#include "nutgraf/measure.h"
#include "nutgraf/segment.h"
#include "text/language.h"
#include "text/tokenizer.h"
#include "text/word_normalizer.h"

namespace nutgraf {

struct TimedParts::State {
  std::shared_ptr<const Model> model;
  Analyser analyser;
  Segmenter segmenter;
  Tokenizer tokenizer;
  WordNormalizer normalizer;
  std::optional<DocumentEmbedder> embedder;

  Document document;
  std::vector<Span> sentences;
  std::vector<TokenSpan> tokens;
  std::vector<Word> words;
  StageTimes times{};

  explicit State(const AnalyseOptions& options)
      : model(options.model),
        analyser({.language = options.language, .abbreviations = options.abbreviations}),
        segmenter({.abbreviations = options.abbreviations}),
        normalizer(knowledge_of(model)) {
    if (model) embedder.emplace(model);
  }

  void look_up_words(std::string_view text);
};

TimedParts::TimedParts(const AnalyseOptions& options) : state_(std::make_unique<State>(options)) {}
TimedParts::TimedParts(TimedParts&&) noexcept = default;
TimedParts& TimedParts::operator=(TimedParts&&) noexcept = default;
TimedParts::~TimedParts() = default;

void TimedParts::State::look_up_words(std::string_view text) {
  words.clear();
  for (const Token& token : document.tokens)
    words.push_back(normalizer.look_up(text.substr(token.begin, token.end - token.begin)));
}

void TimedParts::run(const Article& article) {
  State& state = *state_;
  const std::size_t bytes = article.text.size();
  state.analyser.analyse(article, state.document);
  state.normalizer.use(Language::find(state.document.language));
  state.look_up_words(article.text);
  state.tokens.clear();

  Stopwatch stopwatch(state.times);
  if (article.sentences.empty()) {
    state.segmenter.segment(article.text, state.document.language, state.sentences);
    stopwatch.lap(Stage::kSegment, bytes);
  }
  for (const Sentence& sentence : state.document.sentences)
    state.tokenizer.tokenize(article.text, {.begin = sentence.begin, .end = sentence.end}, state.tokens);
  stopwatch.lap(Stage::kTokenize, bytes);
  if (!state.embedder || !state.model->covers(state.document.language)) return;
  state.embedder->embed(state.words, {}, state.document);
  stopwatch.lap(Stage::kEmbed, bytes);
}

const StageTimes& TimedParts::times() const { return state_->times; }
void TimedParts::reset_times() { state_->times = {}; }

}  // namespace nutgraf

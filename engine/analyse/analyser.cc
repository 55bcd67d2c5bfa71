#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

#include "analyse/dateline.h"
#include "analyse/document_embedder.h"
#include "analyse/model_knowledge.h"
#include "analyse/pasted_links.h"
#include "analyse/sentence_kind.h"
#include "analyse/tf_idf.h"
#include "nutgraf/analyse.h"
#include "nutgraf/segment.h"
#include "text/character.h"
#include "text/count_bytes.h"
#include "text/language.h"
#include "text/language_id.h"
#include "text/tokenizer.h"
#include "text/utf8.h"
#include "text/word_normalizer.h"

namespace nutgraf {
namespace {

// So many articles are soon slower than to move the model first.
constexpr std::size_t kManyArticles = 20000;

// count_runs of ASCII.
std::size_t count_ascii_runs(std::string_view text) {
  const auto is_space = [](const char* at) { return *at == ' ' || (*at >= '\t' && *at <= '\r'); };
  const auto are_spaces = [](const char* at) { return equal(load(at), ' ') | in_range(load(at), '\t', '\r'); };
  if (text.empty()) return 0;
  return (is_space(text.data()) ? 0U : 1U) + count_bytes(
                                                 text.substr(1),
                                                 [&](const char* at) { return are_spaces(at - 1) & ~are_spaces(at); },
                                                 [&](const char* at) { return is_space(at - 1) && !is_space(at); });
}

// Words as `wc -w` counts them, but that words of scripts without spaces count one by one.
std::uint32_t count_words(std::string_view sentence, std::span<const TokenSpan> tokens) {
  auto words = static_cast<std::uint32_t>(count_runs(sentence));
  // Of tokens that touch each other only the first is counted so far.
  for (std::size_t i = 1; i < tokens.size(); ++i)
    words += tokens[i].unspaced && tokens[i].begin == tokens[i - 1].end ? 1 : 0;
  return words;
}

// "\r\n" counts as one.
std::size_t count_line_breaks(std::string_view text) {
  std::size_t breaks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t position = at;
    if (is_line_break(utf8::next(text, at)) && !text.substr(position).starts_with("\r\n")) ++breaks;
  }
  return breaks;
}

// No sentence ends inside a list of links.
void join_across(std::span<const Span> pasted, std::vector<Span>& sentences) {
  std::size_t kept = 0;
  for (const Span sentence : sentences) {
    const auto list = std::ranges::upper_bound(pasted, sentence.begin, {}, &Span::end);
    if (kept > 0 && list != pasted.end() && list->begin < sentence.begin) {
      sentences[kept - 1].end = sentence.end;
    } else {
      sentences[kept++] = sentence;
    }
  }
  sentences.resize(kept);
}

}  // namespace

struct Analyser::State {
  AnalyseOptions options;
  LanguageId language_id;
  std::string language_code;  // of `language`
  std::shared_ptr<const Language> language = Language::find("");
  Segmenter segmenter;
  Tokenizer tokenizer;
  WordNormalizer normalizer;
  Datelines datelines;
  SentenceClassifier classifier;
  TermIndex term_index;
  TfIdf tf_idf;
  std::optional<DocumentEmbedder> embedder;

  std::vector<Span> spans;
  std::vector<TokenSpan> tokens;
  std::vector<TokenSpan> title_tokens;
  std::vector<Word> words;  // those of the text, then those of the title:
  std::span<const Word> text_words;
  std::span<const Word> title_words;
  std::vector<SentenceForm> forms;
  std::string readable;  // scratch
  std::size_t analysed = 0;

  explicit State(const AnalyseOptions& analyse_options)
      : options(analyse_options),
        segmenter({.abbreviations = analyse_options.abbreviations}),
        normalizer(knowledge_of(options.model)) {
    if (options.model) embedder.emplace(options.model);
  }

  // Words are words of this language from now on.
  const Language& use(std::string_view code);

  // Whether there is a model, and it is of the document's language.
  [[nodiscard]] bool covers(const Document& document) const {
    return options.model && options.model->covers(document.language);
  }

  void find_language(const Article& article, Document& document);
  void find_sentences(const Article& article, Document& document);
  void look_up_words(const Article& article, Document& document);
  void tokenize(const Document& document, Span sentence);
  void count_contents(Document& document);
  void embed(Document& document);
};

const Language& Analyser::State::use(std::string_view code) {
  if (code != language_code) {
    language = Language::find(code);
    language_code = code;
    normalizer.use(language);
  }
  return *language;
}

Analyser::Analyser(const AnalyseOptions& options) : state_(std::make_unique<State>(options)) {}
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;
Analyser::~Analyser() = default;

Document Analyser::analyse(const Article& article) {
  Document document;
  analyse(article, document);
  return document;
}

void Analyser::analyse(const Article& article, Document& document) {
  document.article = &article;
  state_->find_language(article, document);
  const Language& language = state_->use(document.language);
  state_->find_sentences(article, document);
  state_->look_up_words(article, document);
  state_->datelines.find(language, state_->text_words, document, state_->forms);
  state_->classifier.classify(language, state_->forms, state_->title_words, document);
  document.agency = state_->datelines.agency(state_->text_words, document);
  state_->count_contents(document);
  state_->tf_idf.weigh(document);
  state_->embed(document);
  if (++state_->analysed == kManyArticles && state_->options.model) state_->options.model->prepare_for_many();
}

void Analyser::State::find_language(const Article& article, Document& document) {
  if (!options.language.empty()) {
    document.language = options.language;
  } else if (!article.language.empty()) {
    document.language = article.language;
  } else {
    document.language = language_id.identify(article.text);
  }
}

void Analyser::State::find_sentences(const Article& article, Document& document) {
  const std::string_view text = article.text;
  const bool pre_split = !article.sentences.empty();
  document.pasted.clear();
  if (!pre_split) {
    segmenter.segment(text, document.language, spans);
    find_pasted_links(text, document.pasted);
    if (!document.pasted.empty()) join_across(document.pasted, spans);
  }
  tokens.clear();
  document.sentences.clear();
  std::uint32_t paragraph = 0;
  std::size_t previous_end = 0;
  // Between sentences that came a line each, only a blank line parts paragraphs.
  const std::size_t paragraph_breaks = pre_split ? 2 : 1;
  for (const Span& span : pre_split ? article.sentences : spans) {
    const std::string_view gap = text.substr(previous_end, span.begin - previous_end);
    if (!document.sentences.empty() && count_line_breaks(gap) >= paragraph_breaks) ++paragraph;
    previous_end = span.end;
    Sentence& sentence = document.sentences.emplace_back();
    sentence.begin = span.begin;
    sentence.end = span.end;
    sentence.paragraph = paragraph;
    sentence.first_token = static_cast<std::uint32_t>(tokens.size());
    tokenize(document, span);
    sentence.last_token = static_cast<std::uint32_t>(tokens.size());
    sentence.content_begin = sentence.begin;
    sentence.content_end = sentence.end;
  }
}

void Analyser::State::tokenize(const Document& document, Span sentence) {
  const std::string_view text = document.article->text;
  auto list = std::ranges::upper_bound(document.pasted, sentence.begin, {}, &Span::end);
  for (; list != document.pasted.end() && list->begin < sentence.end; ++list) {
    tokenizer.tokenize(text, {.begin = sentence.begin, .end = list->begin}, tokens);
    sentence.begin = list->end;
  }
  tokenizer.tokenize(text, sentence, tokens);
}

void Analyser::State::count_contents(Document& document) {
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    Sentence& sentence = document.sentences[i];
    const std::string_view content = document.readable(sentence.content_begin, sentence.content_end, readable);
    if ((forms[i].marks & kNotAscii) == 0) {
      sentence.characters = static_cast<std::uint32_t>(content.size());
      sentence.words = static_cast<std::uint32_t>(count_ascii_runs(content));
    } else {
      const std::span<const Token> of_content = document.content_tokens(sentence);
      const auto first = static_cast<std::size_t>(of_content.data() - document.tokens.data());
      sentence.characters = static_cast<std::uint32_t>(utf8::length(content));
      sentence.words = count_words(content, std::span(tokens).subspan(first, of_content.size()));
    }
  }
}

void Analyser::State::look_up_words(const Article& article, Document& document) {
  title_tokens.clear();
  tokenizer.tokenize(article.title, {0, article.title.size()}, title_tokens);
  words.resize(tokens.size() + title_tokens.size());
  normalizer.look_up(article.text, tokens, std::span(words).first(tokens.size()));
  normalizer.look_up(article.title, title_tokens, std::span(words).last(title_tokens.size()));
  text_words = std::span(words).first(tokens.size());
  title_words = std::span(words).last(title_tokens.size());
  document.tokens.resize(tokens.size());
  std::ranges::transform(tokens, document.tokens.begin(), [](const TokenSpan& token) {
    return Token{.begin = token.begin, .end = token.end, .capital = token.capital, .digit = token.digit};
  });
  term_index.count(text_words, document);
  document.title_terms.clear();
  for (const Word& word : title_words)
    if ((word.kinds & kStopWord) == 0) document.title_terms.push_back(word.stem);
}

void Analyser::State::embed(Document& document) {
  if (embedder && covers(document)) {
    embedder->embed(words, title_tokens, document);
  } else {
    document.dimensions = 0;
    document.sentence_vectors.clear();
    document.document_vector.clear();
  }
}

}  // namespace nutgraf

#include "limits/work.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "embed/model_parts.h"
#include "embed/subwords.h"
#include "nutgraf/analyse.h"
#include "nutgraf/read.h"
#include "nutgraf/render.h"
#include "nutgraf/summarize.h"
#include "summarize/eligible.h"
#include "summarize/scorer_weights.h"
#include "text/language.h"
#include "text/tokenizer.h"
#include "text/word_normalizer.h"

namespace nutgraf::bench {
namespace {

// Each sentence vector is added to the article's, its length is found and divided by.
constexpr std::size_t kProductsOfSentence = 3;

// And of one that is scored, the products with the article's vector, the first sentence's, the last one's, the sum of
// all and of those before; and the two sums (see SentenceFeature).
constexpr std::size_t kProductsOfScored = 7;

std::size_t multiply_adds(const Perceptron& perceptron) { return (perceptron.inputs() + 1) * perceptron.hidden(); }

class Counter {
 public:
  explicit Counter(const std::shared_ptr<const Model>& model)
      : model_(*model),
        vectors_(model->parts().vectors),
        with_vectors_(ScorerWeights::view(model->parts().file.section(SectionKind::kScorer))),
        plain_(ScorerWeights::view(model->parts().file.section(SectionKind::kPlainScorer))),
        analyser_({.model = model}),
        summarizer_({.model = model}) {}

  void add(const Article& article) {
    analyser_.analyse(article, document_);
    ++work_.articles;
    work_.text_bytes += article.title.size() + article.text.size();
    work_.terms += document_.terms.size();
    work_.sentences += document_.sentences.size() + 1;
    add_words(article);
    eligible_.clear();
    add_tier(document_, nearest_tier(document_), eligible_);
    work_.scored += eligible_.size();
    if (document_.dimensions > 0) add_vectors();
    add_scorer();
    summarizer_.summarize(document_, summary_);
    record_.clear();
    render_json(document_, summary_, record_);
    work_.output_bytes += record_.size();
  }

  [[nodiscard]] const Work& work() const { return work_; }

 private:
  void add_words(const Article& article) {
    words_.clear();
    title_tokens_.clear();
    tokenizer_.tokenize(article.title, {.begin = 0, .end = article.title.size()}, title_tokens_);
    for (const TokenSpan& token : title_tokens_) add_word(article.title, token.begin, token.end);
    for (const Token& token : document_.tokens) add_word(article.text, token.begin, token.end);
    work_.distinct_words += words_.size();
  }

  void add_word(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    const std::string_view word = text.substr(begin, end - begin);
    fold_case(word, folded_);
    const std::uint64_t folded = word_hash(folded_);
    ++work_.tokens;
    words_.insert(folded);
    if (document_.dimensions == 0) return;
    const bool by_folded = model_.info().folded;
    const std::uint64_t hash = by_folded ? folded : word_hash(word);
    if (vectors_.find(hash)) {
      ++work_.rows;
      return;
    }
    ++work_.unseen;
    if (!unseen_.insert(hash).second) return;
    const std::string_view looked_up = by_folded ? std::string_view(folded_) : word;
    find_buckets(looked_up, vectors_.layout().subwords, ngrams_);
    work_.ngrams += ngrams_.size();
    vectors_.find_subwords(looked_up, ngrams_);
    work_.ngram_rows += ngrams_.size();
  }

  void add_vectors() {
    const std::size_t sentences = document_.sentences.size() + 1;
    const std::size_t products =
        sentences * (kProductsOfSentence + 2 * model_.info().components) + eligible_.size() * kProductsOfScored;
    work_.multiply_adds += products * document_.dimensions;
  }

  // Those that stand alone, if there are such.
  [[nodiscard]] std::size_t count_scored() const {
    const auto stands = [&](std::uint32_t i) {
      return !document_.sentences[i].dependent && !document_.sentences[i].incomplete;
    };
    const auto standing = static_cast<std::size_t>(std::ranges::count_if(eligible_, stands));
    return standing > 0 ? standing : eligible_.size();
  }

  void add_scorer() {
    const std::optional<ScorerWeights>& weights = document_.dimensions > 0 ? with_vectors_ : plain_;
    if (!weights) return;
    const std::size_t terms = document_.terms.size();
    const std::size_t scored = count_scored();
    const std::size_t projection = weights->dimensions * weights->projected();
    // The rows for what the article says, and its products with what a sentence does, are taken once an article.
    const std::size_t of_article = 2 * weights->projected() * weights->sentences.hidden();
    work_.scorer += terms * multiply_adds(weights->terms) + projection + of_article +
                    scored * (multiply_adds(weights->sentences) - of_article + projection);
    work_.exponentials += 2 * terms + scored;
  }

  const Model& model_;
  const WordVectors& vectors_;
  std::optional<ScorerWeights> with_vectors_;
  std::optional<ScorerWeights> plain_;
  Analyser analyser_;
  Summarizer summarizer_;
  Tokenizer tokenizer_;
  Work work_;
  std::unordered_set<std::uint64_t> unseen_;  // words, of all articles

  Document document_;  // the rest is scratch, of one article
  Summary summary_;
  std::string record_;
  std::unordered_set<std::uint64_t> words_;
  std::vector<TokenSpan> title_tokens_;
  std::vector<std::uint32_t> eligible_;
  std::vector<std::uint32_t> ngrams_;
  std::string folded_;
};

}  // namespace

Result<Work> count_work(const std::filesystem::path& file, const std::shared_ptr<const Model>& model) {
  Counter counter(model);
  ArticleReader reader({file.string()});
  Article article;
  for (;;) {
    const Result<bool> more = reader.next(article);
    if (!more) return std::unexpected(more.error());
    if (!*more) break;
    counter.add(article);
  }
  Work work = counter.work();
  if (work.articles == 0)
    return std::unexpected(Error{.code = ErrorCode::kEmpty, .message = "no article in it", .file = file.string()});
  work.json_bytes = file_size(file);
  return work;
}

}  // namespace nutgraf::bench

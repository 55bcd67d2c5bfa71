#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <utility>

#include "nutgraf/summarize.h"
#include "summarize/budget.h"
#include "summarize/expected_recall.h"
#include "summarize/fitting.h"
#include "summarize/multi_selection.h"
#include "summarize/query.h"
#include "summarize/report_collection.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// With a query, what a sentence that has nothing of it loses of its value.
constexpr double kQueryShare = 0.9;

// Fewer words hardly make a sentence: a label, a cry, a name under a picture.
constexpr std::uint32_t kFewestWords = 3;

// What there is least of: a sentence is worth what it gains for what it takes of that.
enum class Scarce : std::uint8_t { kWords, kCharacters, kSentences };

}  // namespace

struct MultiSummarizer::State {
  SummaryOptions options;
  Query query;
  ReportCollection collection;
  ExpectedRecall recall;
  MultiSelection selection;
  std::vector<const Document*> pointers;

  Budget budget;
  Scarce scarce = Scarce::kSentences;
  std::vector<MultiCandidate> candidates;  // one a sentence of the collection
  std::vector<double> scores;
  std::vector<std::uint32_t> order;

  explicit State(SummaryOptions summary_options) : options(std::move(summary_options)), query(options.query) {}

  double find_length();
  void find_candidates();
  void ask_query();
  void score();
  void find_order();
  void take(MultiSummary& summary) const;
  void take_part(MultiSummary& summary) const;

  [[nodiscard]] double cost(const Sentence& sentence) const;
  [[nodiscard]] MultiSummarySentence result(std::uint32_t candidate) const;
};

MultiSummarizer::MultiSummarizer(SummaryOptions options) : state_(std::make_unique<State>(std::move(options))) {}
MultiSummarizer::MultiSummarizer(MultiSummarizer&&) noexcept = default;
MultiSummarizer& MultiSummarizer::operator=(MultiSummarizer&&) noexcept = default;
MultiSummarizer::~MultiSummarizer() = default;

MultiSummary MultiSummarizer::summarize(std::span<const Document> documents) {
  MultiSummary summary;
  state_->pointers.clear();
  for (const Document& document : documents) state_->pointers.push_back(&document);
  summarize(state_->pointers, summary);
  return summary;
}

void MultiSummarizer::summarize(std::span<const Document* const> documents, MultiSummary& summary) {
  State& state = *state_;
  summary.sentences.clear();
  summary.words = summary.characters = 0;
  summary.truncated = false;
  state.collection.gather(documents);
  if (state.collection.sentences().empty()) return;
  state.recall.estimate(state.collection, state.find_length());
  state.find_candidates();
  state.score();
  const bool exchanges = state.scarce != Scarce::kSentences && state.query.empty();
  state.selection.select(state.collection, state.budget, exchanges, state.candidates, state.recall);
  state.find_order();
  state.order.empty() ? state.take_part(summary) : state.take(summary);
}

// How many words a summary has when the first limit is met, and which that is.
double MultiSummarizer::State::find_length() {
  double words = 0;
  double characters = 0;
  const auto count = static_cast<double>(collection.sentences().size());
  for (const ReportSentence& candidate : collection.sentences()) {
    words += collection.sentence(candidate).words;
    characters += collection.sentence(candidate).characters + 1;
  }
  budget = budget_of(options, collection.sentences().size());
  scarce = Scarce::kSentences;
  double length = words;
  const auto limit = [&](std::size_t most, double all, Scarce what) {
    const double words_then = static_cast<double>(most) * words / std::max(all, 1.0);
    if (words_then >= length) return;
    length = words_then;
    scarce = what;
  };
  limit(budget.sentences, count, Scarce::kSentences);
  limit(budget.words, words, Scarce::kWords);
  limit(budget.characters, characters, Scarce::kCharacters);
  return length;
}

double MultiSummarizer::State::cost(const Sentence& sentence) const {
  const double words = std::max(1.0, static_cast<double>(sentence.words));
  switch (scarce) {
    case Scarce::kWords:
      return words;
    case Scarce::kCharacters:
      return sentence.characters + 1.0;
    case Scarce::kSentences:
      break;
  }
  return std::sqrt(words);  // the longest say most, the shortest most a word: halfway is best
}

// What does not stand alone has to wait or is barred, unless there is nothing better. A report's first sentence leans
// on nothing, even if it opens as if it did ("This year's congress ...").
void MultiSummarizer::State::find_candidates() {
  const auto lack = [&](const ReportSentence& candidate) {
    const Sentence& sentence = collection.sentence(candidate);
    const bool fragment = sentence.incomplete || sentence.words < kFewestWords;
    return fragment ? 2 : sentence.dependent && candidate.rank > 0 ? 1 : 0;
  };
  int least = 2;
  for (const ReportSentence& candidate : collection.sentences()) least = std::min(least, lack(candidate));
  candidates.clear();
  for (const ReportSentence& candidate : collection.sentences()) {
    const int own = lack(candidate);
    candidates.push_back({.cost = cost(collection.sentence(candidate)),
                          .waits = own == 1 && least == 0,
                          .barred = own == 2 && least < 2});
  }
  if (!query.empty()) ask_query();
}

void MultiSummarizer::State::ask_query() {
  const Document* document = nullptr;
  double best = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const ReportSentence& sentence = collection.sentences()[i];
    if (document != &collection.document(sentence)) {
      document = &collection.document(sentence);
      query.use(*document);
    }
    candidates[i].interest = query.match(*document, sentence.index);
    best = std::max(best, candidates[i].interest);
  }
  for (MultiCandidate& candidate : candidates)
    candidate.interest = best > 0 ? 1 - kQueryShare + kQueryShare * candidate.interest / best : 1;
}

void MultiSummarizer::State::score() {
  scores.clear();
  for (std::size_t i = 0; i < candidates.size(); ++i)
    scores.push_back(recall.gain(i) * candidates[i].interest / candidates[i].cost);
  const double best = std::ranges::max(scores);
  for (double& score : scores) score = best > 0 ? score / best : 1;
}

// By time, if each report has one; else first sentences first, and of these the best.
void MultiSummarizer::State::find_order() {
  const bool dated = std::ranges::all_of(collection.reports(), [](const Report& r) { return r.published.has_value(); });
  order.assign(selection.taken().begin(), selection.taken().end());
  std::ranges::sort(order, {}, [&](std::uint32_t candidate) {
    std::uint32_t head = candidate;  // stays behind what it leans on
    while (candidates[head].waits) --head;
    return dated ? std::tuple(0U, 0.0, candidate)
                 : std::tuple(collection.sentences()[head].rank, -scores[head], candidate);
  });
}

MultiSummarySentence MultiSummarizer::State::result(std::uint32_t candidate) const {
  const ReportSentence& taken = collection.sentences()[candidate];
  const Sentence& sentence = collection.sentence(taken);
  return {.document = collection.reports()[taken.report].number,
          .index = taken.index,
          .begin = sentence.content_begin,
          .end = sentence.content_end,
          .score = scores[candidate]};
}

void MultiSummarizer::State::take(MultiSummary& summary) const {
  for (const std::uint32_t candidate : order) summary.sentences.push_back(result(candidate));
  summary.words = selection.words();
  summary.characters = selection.characters();
}

// Not one sentence fits: cuts the best.
void MultiSummarizer::State::take_part(MultiSummary& summary) const {
  const auto best = static_cast<std::uint32_t>(std::ranges::max_element(scores) - scores.begin());
  MultiSummarySentence& part = summary.sentences.emplace_back(result(best));
  const ReportSentence& taken = collection.sentences()[best];
  const Sentence& sentence = collection.sentence(taken);
  const Document& document = collection.document(taken);
  const std::string_view whole = before_pasted(document, sentence);
  const std::size_t size = fitting_end(whole, budget.words, budget.characters);
  part.end = part.begin + size;
  summary.words = std::min<std::size_t>(sentence.words, budget.words);
  summary.characters = utf8::length(whole.substr(0, size));
  summary.truncated = true;
}

}  // namespace nutgraf

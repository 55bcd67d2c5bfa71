#include <algorithm>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <utility>

#include "nutgraf/summarize.h"
#include "summarize/budget.h"
#include "summarize/expected_recall.h"
#include "summarize/query.h"
#include "summarize/repeats.h"
#include "summarize/report_collection.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// What a sentence that has nothing of the query loses of its value.
constexpr double kQueryShare = 0.7;

// The limit that is met first: a sentence is worth what it gains for what it takes of that.
enum class Scarce : std::uint8_t { kWords, kCharacters, kSentences };

}  // namespace

struct MultiSummarizer::State {
  struct Candidate {
    double cost = 1;
    double interest = 1;  // (0, 1]: how near it comes to the query
    double score = 0;
    bool waits = false;  // leans on a sentence that is not taken
  };
  struct Entry {
    double value = 0;
    std::uint32_t candidate = 0;
  };

  SummaryOptions options;
  Query query;
  ReportCollection collection;
  ExpectedRecall recall;
  Repeats repeats;
  std::vector<const Document*> pointers;

  Budget budget;
  std::vector<Candidate> candidates;  // one a sentence of the collection
  std::vector<Entry> heap;
  std::vector<std::uint32_t> order;  // of what is taken

  explicit State(SummaryOptions summary_options) : options(std::move(summary_options)), query(options.query) {}

  void weigh();
  void weigh_by_query();
  void select(MultiSummary& summary);
  void take(std::uint32_t candidate, MultiSummary& summary);
  void take_part(MultiSummary& summary);
  void write(MultiSummary& summary);

  static bool worse(const Entry& a, const Entry& b);
  void push(std::uint32_t candidate);
  Entry pop();
  [[nodiscard]] double value(std::uint32_t candidate) const;
  [[nodiscard]] const Sentence& sentence(std::uint32_t candidate) const;
  [[nodiscard]] std::uint32_t head(std::uint32_t candidate) const;
  [[nodiscard]] bool follows(std::uint32_t candidate) const;
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
  state.weigh();
  state.select(summary);
  if (state.order.empty()) {
    state.take_part(summary);
  } else {
    state.write(summary);
  }
}

// The costs of all sentences, and what each is worth at first.
void MultiSummarizer::State::weigh() {
  const std::span<const ReportSentence> sentences = collection.sentences();
  const auto count = static_cast<double>(sentences.size());
  double words = 0;
  double characters = 0;
  bool any_alone = false;
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    words += sentence(i).words;
    characters += sentence(i).characters;
    any_alone = any_alone || !sentence(i).dependent;
  }

  // How many words a summary has when each limit is met.
  budget = budget_of(options, sentences.size());
  double length = words;
  Scarce scarce = Scarce::kSentences;
  const auto limit = [&](std::size_t most, double all, Scarce what) {
    const double words_then = static_cast<double>(most) * words / std::max(all, 1.0);
    if (words_then >= length) return;
    length = words_then;
    scarce = what;
  };
  limit(budget.sentences, count, Scarce::kSentences);
  limit(budget.words, words, Scarce::kWords);
  limit(budget.characters, characters + count, Scarce::kCharacters);
  recall.estimate(collection, length);

  candidates.assign(sentences.size(), {});
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    const double own_words = std::max(1.0, static_cast<double>(sentence(i).words));
    switch (scarce) {
      case Scarce::kWords:
        candidates[i].cost = own_words;
        break;
      case Scarce::kCharacters:
        candidates[i].cost = static_cast<double>(sentence(i).characters) + 1;
        break;
      case Scarce::kSentences:  // the longest say most, but not best
        candidates[i].cost = std::sqrt(own_words);
        break;
    }
    candidates[i].waits = any_alone && sentence(i).dependent;
  }
  if (!query.empty()) weigh_by_query();
  double best = 0;
  for (std::uint32_t i = 0; i < candidates.size(); ++i) best = std::max(best, candidates[i].score = value(i));
  for (Candidate& candidate : candidates) candidate.score = best > 0 ? candidate.score / best : 1;
}

void MultiSummarizer::State::weigh_by_query() {
  const std::span<const ReportSentence> sentences = collection.sentences();
  const Document* document = nullptr;
  double best = 0;
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    if (document != &collection.document(sentences[i])) query.use(*(document = &collection.document(sentences[i])));
    best = std::max(best, candidates[i].interest = query.match(*document, sentences[i].index));
  }
  for (Candidate& candidate : candidates)
    candidate.interest = best > 0 ? 1 - kQueryShare + kQueryShare * candidate.interest / best : 1;
}

double MultiSummarizer::State::value(std::uint32_t candidate) const {
  return recall.gain(candidate) * candidates[candidate].interest / candidates[candidate].cost;
}

const Sentence& MultiSummarizer::State::sentence(std::uint32_t candidate) const {
  return collection.sentence(collection.sentences()[candidate]);
}

// Best first; of equal ones the earlier.
bool MultiSummarizer::State::worse(const Entry& a, const Entry& b) {
  return a.value != b.value ? a.value < b.value : a.candidate > b.candidate;
}

void MultiSummarizer::State::push(std::uint32_t candidate) {
  heap.push_back({.value = value(candidate), .candidate = candidate});
  std::ranges::push_heap(heap, worse);
}

MultiSummarizer::State::Entry MultiSummarizer::State::pop() {
  std::ranges::pop_heap(heap, worse);
  const Entry best = heap.back();
  heap.pop_back();
  return best;
}

// Greedy, with lazy updates: values only fall as sentences are taken (Minoux 1978). What does not fit is passed over
// for what does, so that in the end no sentence fits any more.
void MultiSummarizer::State::select(MultiSummary& summary) {
  order.clear();
  repeats.clear();
  heap.clear();
  for (std::uint32_t i = 0; i < candidates.size(); ++i)
    if (!candidates[i].waits) push(i);
  while (!heap.empty() && order.size() < budget.sentences) {
    const Entry best = pop();
    if (sentence(best.candidate).words + summary.words > budget.words ||
        sentence(best.candidate).characters + summary.characters + (order.empty() ? 0 : 1) > budget.characters)
      continue;
    if (value(best.candidate) < best.value) {
      push(best.candidate);
      continue;
    }
    const ReportSentence& found = collection.sentences()[best.candidate];
    if (repeats.has(collection, found) || is_superseded(collection, found)) continue;
    take(best.candidate, summary);
  }
}

void MultiSummarizer::State::take(std::uint32_t candidate, MultiSummary& summary) {
  summary.words += sentence(candidate).words;
  summary.characters += sentence(candidate).characters + (order.empty() ? 0 : 1);
  order.push_back(candidate);
  recall.take(candidate);
  repeats.add(collection, collection.sentences()[candidate]);
  const std::uint32_t next = candidate + 1;
  if (next < candidates.size() && candidates[next].waits && follows(next)) push(next);
}

// Whether it comes right behind the candidate before it in their report.
bool MultiSummarizer::State::follows(std::uint32_t candidate) const {
  const ReportSentence& own = collection.sentences()[candidate];
  const ReportSentence& before = collection.sentences()[candidate - 1];
  return own.report == before.report && own.index == before.index + 1;
}

// The sentence that it leans on, and that one in turn.
std::uint32_t MultiSummarizer::State::head(std::uint32_t candidate) const {
  while (candidates[candidate].waits) --candidate;
  return candidate;
}

void MultiSummarizer::State::write(MultiSummary& summary) {
  const bool dated = std::ranges::all_of(collection.reports(), [](const Report& r) { return r.published.has_value(); });
  const auto place = [&](std::uint32_t candidate) {
    const std::uint32_t first = head(candidate);
    return dated ? std::tuple(0U, 0.0, candidate)
                 : std::tuple(collection.sentences()[first].rank, -candidates[first].score, candidate);
  };
  std::ranges::sort(order, {}, place);
  for (const std::uint32_t candidate : order) {
    const ReportSentence& taken = collection.sentences()[candidate];
    summary.sentences.push_back({.document = collection.reports()[taken.report].number,
                                 .index = taken.index,
                                 .begin = sentence(candidate).begin,
                                 .end = sentence(candidate).end,
                                 .score = candidates[candidate].score});
  }
}

// Not one sentence fits: cuts the best.
void MultiSummarizer::State::take_part(MultiSummary& summary) {
  const auto best = std::ranges::max_element(candidates, {}, &Candidate::score);
  const auto candidate = static_cast<std::uint32_t>(best - candidates.begin());
  const ReportSentence& taken = collection.sentences()[candidate];
  const std::string_view whole = collection.document(taken).text(sentence(candidate));
  const std::string_view part = whole.substr(0, fitting_end(whole, budget.words, budget.characters));
  summary.sentences.push_back({.document = collection.reports()[taken.report].number,
                               .index = taken.index,
                               .begin = sentence(candidate).begin,
                               .end = sentence(candidate).begin + part.size(),
                               .score = best->score});
  summary.words = std::min<std::size_t>(sentence(candidate).words, budget.words);
  summary.characters = utf8::length(part);
  summary.truncated = true;
}

}  // namespace nutgraf

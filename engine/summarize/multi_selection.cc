#include "summarize/multi_selection.h"

#include <algorithm>

namespace nutgraf {
namespace {

// How many sentences are exchanged at most, and by how much a summary has to be better.
constexpr int kExchanges = 5;
constexpr double kBetter = 1 + 1e-9;

}  // namespace

void MultiSelection::select(const ReportCollection& collection, const Budget& budget, bool exchanges,
                            std::span<MultiCandidate> candidates, ExpectedRecall& recall) {
  collection_ = &collection;
  budget_ = budget;
  candidates_ = candidates;
  recall_ = &recall;
  taken_.clear();
  retake({});
  fill();
  if (exchanges)
    for (int i = 0; i < kExchanges && exchange(); ++i) continue;
}

void MultiSelection::push(std::uint32_t candidate) { queue_.push(value(candidate), candidate); }

double MultiSelection::value(std::uint32_t candidate) const {
  return recall_->gain(candidate) * candidates_[candidate].interest / candidates_[candidate].cost;
}

const Sentence& MultiSelection::sentence(std::uint32_t candidate) const {
  return collection_->sentence(collection_->sentences()[candidate]);
}

std::size_t MultiSelection::characters_with(std::uint32_t candidate) const {
  return used_.characters + sentence(candidate).characters + (taken_.empty() ? 0 : 1);
}

// Whether there is room for it, and what it leans on is there.
bool MultiSelection::fits(std::uint32_t candidate) const {
  const MultiCandidate& own = candidates_[candidate];
  if (own.taken || own.barred) return false;
  if (own.waits && !(collection_->follows(candidate) && candidates_[candidate - 1].taken)) return false;
  return used_.sentences < budget_.sentences && used_.words + sentence(candidate).words <= budget_.words &&
         characters_with(candidate) <= budget_.characters;
}

bool MultiSelection::says_something_new(std::uint32_t candidate) const {
  const ReportSentence& found = collection_->sentences()[candidate];
  return !repeats_.has(*collection_, found) && !is_superseded(*collection_, found);
}

bool MultiSelection::is_leant_on(std::uint32_t candidate) const {
  const std::uint32_t next = candidate + 1;
  return next < candidates_.size() && candidates_[next].waits && candidates_[next].taken;
}

void MultiSelection::take(std::uint32_t candidate) {
  used_.characters = characters_with(candidate);
  used_.words += sentence(candidate).words;
  ++used_.sentences;
  total_ += recall_->gain(candidate);
  recall_->take(candidate);
  repeats_.add(*collection_, collection_->sentences()[candidate]);
  taken_.push_back(candidate);
  candidates_[candidate].taken = true;
}

// Takes these and nothing else.
void MultiSelection::retake(std::span<const std::uint32_t> candidates, std::optional<std::uint32_t> without) {
  for (const std::uint32_t candidate : taken_) {
    recall_->forget(candidate);
    candidates_[candidate].taken = false;
  }
  taken_.clear();
  repeats_.clear();
  used_ = {.sentences = 0, .words = 0, .characters = 0};
  total_ = 0;
  for (const std::uint32_t candidate : candidates)
    if (candidate != without) take(candidate);
}

void MultiSelection::fill() {
  queue_.clear();
  for (std::uint32_t i = 0; i < candidates_.size(); ++i)
    if (fits(i)) push(i);
  while (!queue_.empty()) {
    const BestFirst::Entry best = queue_.pop();
    if (!fits(best.candidate)) continue;
    if (value(best.candidate) < best.value) {
      push(best.candidate);
      continue;
    }
    if (!says_something_new(best.candidate)) continue;
    take(best.candidate);
    const std::uint32_t next = best.candidate + 1;
    if (next < candidates_.size() && candidates_[next].waits && fits(next)) push(next);
  }
}

// What gains most in the place of `out`, which is not taken.
std::optional<std::uint32_t> MultiSelection::find_substitute(std::uint32_t out) const {
  std::optional<std::uint32_t> substitute;
  double most = 0;
  for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
    if (i == out || !fits(i)) continue;
    const double gain = recall_->gain(i);
    if (gain <= most || !says_something_new(i)) continue;
    most = gain;
    substitute = i;
  }
  return substitute;
}

// Exchanges the sentence for which that helps most. Whether there is one.
bool MultiSelection::exchange() {
  before_ = best_ = taken_;
  double best_total = total_ * kBetter;
  for (const std::uint32_t out : before_) {
    if (is_leant_on(out)) continue;
    retake(before_, out);
    if (const std::optional<std::uint32_t> substitute = find_substitute(out)) {
      take(*substitute);
      fill();
      if (total_ > best_total) {
        best_total = total_;
        best_ = taken_;
      }
    }
    retake(before_);
  }
  retake(best_);
  return best_ != before_;
}

}  // namespace nutgraf

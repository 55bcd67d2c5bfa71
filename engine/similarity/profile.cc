#include "similarity/profile.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "analyse/prominence.h"
#include "embed/model_parts.h"
#include "text/language.h"
#include "text/timestamp.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t kLeadSentences = 2;
constexpr float kLeastRarity = 0.01F;

// How many different terms titles have, and texts that are short no more.
constexpr float kTitleTerms = 12;
constexpr float kEnoughTerms = 24;

// The order counts.
std::uint64_t hash_of_pair(std::uint64_t first, std::uint64_t second) {
  return (first * 0x9E3779B97F4A7C15U + second) * 0xD6E8FEB86659FD93U;
}

float shortness(std::size_t terms) {
  return std::clamp((kEnoughTerms - static_cast<float>(terms)) / (kEnoughTerms - kTitleTerms), 0.0F, 1.0F);
}

bool is_zero(std::span<const float> vector) {
  return std::ranges::all_of(vector, [](float value) { return value == 0; });
}

std::array<float, 256> make_damped() {
  std::array<float, 256> table{};
  for (std::size_t count = 1; count < table.size(); ++count) table[count] = 1 + std::log(static_cast<float>(count));
  return table;
}

}  // namespace

std::uint16_t packed(float rarity) {
  return static_cast<std::uint16_t>(std::clamp(std::lround(rarity / kRarityUnit), 0L, 65535L));
}

std::span<const float, 256> damped_counts() {
  static const std::array<float, 256> kTable = make_damped();
  return kTable;
}

float damped(std::uint8_t count) { return damped_counts()[count]; }

void Profiler::profile(const Document& document, Profile& profile) {
  find_uses(document);
  profile.language = primary_subtag(document.language);
  const std::optional<Timestamp> published = parse_timestamp(document.article->published);
  profile.published = published ? std::optional(published->seconds) : std::nullopt;
  const bool known = model_ != nullptr && model_->covers(document.language);
  const auto rarity = [&](std::uint64_t hash) -> std::uint16_t {
    if (!known) return 0;
    const auto bits = model_->parts().terms.find(hash);
    return packed(bits ? std::bit_cast<float>(*bits) : 1 + std::log(1 + static_cast<float>(model_->info().documents)));
  };
  profile.terms.clear();
  for (const Use& use : uses_) {
    if (use.count == 0) continue;
    profile.terms.push_back({.hash = static_cast<std::uint32_t>(use.hash >> 32U),
                             .rarity = rarity(use.hash),
                             .count = static_cast<std::uint8_t>(std::min(use.count, 255U)),
                             .lead = use.lead});
  }
  std::ranges::sort(profile.terms, {}, &ProfileTerm::hash);
  const auto repeated = std::ranges::unique(profile.terms, {}, &ProfileTerm::hash);
  profile.terms.erase(repeated.begin(), repeated.end());
  profile.shortness = shortness(profile.terms.size());
  profile.vector.clear();
  if (profile.shortness > 0 && !is_zero(document.document_vector)) profile.vector = document.document_vector;
}

void Profiler::find_uses(const Document& document) {
  const bool pairs = Language::find(document.language)->spaces_syllables();
  find_prominence(document, prominence_);
  uses_.clear();
  pairs_.clear();
  for (const Term& term : document.terms) uses_.push_back({.hash = term.hash});
  const auto count = [&](std::size_t use, bool lead) {
    ++uses_[use].count;
    uses_[use].lead |= lead;
  };
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    if (prominence_[i] == 0) continue;
    const bool lead = rank++ < kLeadSentences;
    const Sentence& sentence = document.sentences[i];
    std::uint32_t before = kNoTerm;
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      const std::uint32_t term = document.tokens[t].term;
      const std::uint32_t previous = std::exchange(before, term);
      if (term == kNoTerm) continue;
      count(term, lead);
      if (!pairs || previous == kNoTerm) continue;
      const std::uint64_t hash = hash_of_pair(document.terms[previous].hash, document.terms[term].hash);
      const std::size_t pair = document.terms.size() + pairs_[hash];
      if (pair == uses_.size()) uses_.push_back({.hash = hash});
      count(pair, lead);
    }
  }
  if (!pairs && uses_.size() > kMostTerms) uses_.resize(kMostTerms);
  for (const std::uint64_t hash : document.title_terms) count_title(hash);
  for (std::size_t i = 1; pairs && i < document.title_terms.size(); ++i)
    count_title(hash_of_pair(document.title_terms[i - 1], document.title_terms[i]));
}

void Profiler::count_title(std::uint64_t hash) {
  const auto known = std::ranges::find(uses_, hash, &Use::hash);
  Use& use = known == uses_.end() ? uses_.emplace_back(Use{.hash = hash}) : *known;
  ++use.count;
  use.lead = true;
}

void DocumentFrequencies::add(const Profile& profile) {
  ++articles_;
  for (const ProfileTerm& term : profile.terms) add(term.hash, 1);
}

void DocumentFrequencies::add(std::uint32_t hash, std::uint32_t count) {
  const std::uint32_t number = numbers_[hash];
  if (number == counts_.size()) counts_.push_back(0);
  counts_[number] += count;
}

float DocumentFrequencies::rarity(std::uint32_t hash, float prior) const {
  const std::optional<std::uint32_t> number = numbers_.find(hash);
  const float count = number ? static_cast<float>(counts_[*number]) : 0;
  const auto articles = static_cast<float>(articles_);
  if (prior == 0) return std::max(std::log((articles + 1) / (count + 0.5F)), kLeastRarity);
  const float share = std::exp(1 - prior);  // the model's rarity is 1 + ln(documents / those with the term)
  return std::max(std::log((kPriorArticles + articles + 1) / (kPriorArticles * share + count + 0.5F)), kLeastRarity);
}

void measure(Profile& profile) {
  double squares = 0;
  double lead_squares = 0;
  for (const ProfileTerm& term : profile.terms) {
    const double rarity = static_cast<float>(term.rarity) * kRarityUnit;
    const double weight = rarity * damped(term.count);
    squares += weight * weight;
    if (term.lead) lead_squares += rarity * rarity;
  }
  profile.length = static_cast<float>(std::sqrt(squares));
  profile.lead_length = static_cast<float>(std::sqrt(lead_squares));
}

void weigh(const DocumentFrequencies& frequencies, Profile& profile) {
  for (ProfileTerm& term : profile.terms)
    term.rarity = packed(frequencies.rarity(term.hash, static_cast<float>(term.rarity) * kRarityUnit));
  measure(profile);
}

}  // namespace nutgraf

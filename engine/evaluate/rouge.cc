#include "evaluate/rouge.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace nutgraf {
namespace {

using Tokens = std::span<const std::uint64_t>;

// A word (the second is 0) or a pair of words.
using Gram = std::pair<std::uint64_t, std::uint64_t>;

// How far apart the words of a skip bigram may be: 4 words between.
constexpr std::size_t kSkip = 5;

std::vector<Gram> sorted(std::vector<Gram> grams) {
  std::ranges::sort(grams);
  return grams;
}

std::vector<Gram> unigrams(Tokens tokens) {
  std::vector<Gram> grams;
  for (const std::uint64_t token : tokens) grams.emplace_back(token, 0);
  return grams;
}

// The pairs whose second word is at most `distance` behind the first, added to `grams`.
std::vector<Gram> with_pairs(Tokens tokens, std::size_t distance, std::vector<Gram> grams) {
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    const std::size_t end = std::min(first + distance + 1, tokens.size());
    for (std::size_t second = first + 1; second < end; ++second) grams.emplace_back(tokens[first], tokens[second]);
  }
  return grams;
}

Overlap overlap(const std::vector<Gram>& summary, const std::vector<Gram>& reference) {
  Overlap result{.summary = summary.size(), .reference = reference.size()};
  for (auto s = summary.begin(), r = reference.begin(); s != summary.end() && r != reference.end();) {
    const auto order = *s <=> *r;
    result.common += order == 0 ? 1 : 0;
    s += order <= 0 ? 1 : 0;
    r += order >= 0 ? 1 : 0;
  }
  return result;
}

// The lengths of the longest common subsequences of all starts of two texts.
class LcsTable {
 public:
  LcsTable(Tokens reference, Tokens summary)
      : reference_(reference), summary_(summary), lengths_((reference.size() + 1) * (summary.size() + 1)) {
    for (std::size_t i = 1; i <= reference.size(); ++i) {
      for (std::size_t j = 1; j <= summary.size(); ++j) {
        at(i, j) = reference[i - 1] == summary[j - 1] ? at(i - 1, j - 1) + 1 : std::max(at(i - 1, j), at(i, j - 1));
      }
    }
  }

  [[nodiscard]] std::size_t length() const { return lengths_.back(); }

  // Marks the reference's words of one longest subsequence: of several, the one that rouge_score takes.
  void mark(std::vector<bool>& words) {
    for (std::size_t i = reference_.size(), j = summary_.size(); i > 0 && j > 0;) {
      if (reference_[i - 1] == summary_[j - 1]) {
        words[--i] = true;
        --j;
      } else if (at(i, j - 1) > at(i - 1, j)) {
        --j;
      } else {
        --i;
      }
    }
  }

 private:
  std::uint32_t& at(std::size_t i, std::size_t j) { return lengths_[i * (summary_.size() + 1) + j]; }

  Tokens reference_;
  Tokens summary_;
  std::vector<std::uint32_t> lengths_;
};

std::vector<Tokens> lines(const RougeText& text) {
  std::vector<Tokens> lines;
  std::size_t begin = 0;
  for (const std::size_t end : text.line_ends) {
    lines.push_back(Tokens(text.tokens).subspan(begin, end - begin));
    begin = end;
  }
  return lines;
}

std::size_t union_lcs(const RougeText& summary, const RougeText& reference) {
  std::unordered_map<std::uint64_t, std::size_t> left;  // of each word of the summary, how often it may still count
  for (const std::uint64_t token : summary.tokens) ++left[token];
  const std::vector<Tokens> summary_lines = lines(summary);
  std::size_t common = 0;
  for (const Tokens line : lines(reference)) {
    std::vector<bool> marked(line.size());
    for (const Tokens summary_line : summary_lines) LcsTable(line, summary_line).mark(marked);
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (!marked[i] || left[line[i]] == 0) continue;
      --left[line[i]];
      ++common;
    }
  }
  return common;
}

}  // namespace

double Overlap::f1() const {
  const double sum = precision() + recall();
  return sum > 0 ? 2 * precision() * recall() / sum : 0;
}

Overlap& Overlap::operator+=(const Overlap& other) {
  common += other.common;
  summary += other.summary;
  reference += other.reference;
  return *this;
}

RougeScores rouge(const RougeText& summary, const RougeText& reference) {
  const Tokens ours = summary.tokens;
  const Tokens gold = reference.tokens;
  const Overlap words{.summary = ours.size(), .reference = gold.size()};
  RougeScores scores;
  scores[kRouge1] = overlap(sorted(unigrams(ours)), sorted(unigrams(gold)));
  scores[kRouge2] = overlap(sorted(with_pairs(ours, 1, {})), sorted(with_pairs(gold, 1, {})));
  scores[kRougeL] = scores[kRougeLsum] = words;
  scores[kRougeL].common = LcsTable(gold, ours).length();
  scores[kRougeLsum].common = union_lcs(summary, reference);
  scores[kRougeSu4] =
      overlap(sorted(with_pairs(ours, kSkip, unigrams(ours))), sorted(with_pairs(gold, kSkip, unigrams(gold))));
  return scores;
}

RougeScores rouge(const RougeText& summary, std::span<const RougeText> references, RougeReferences how) {
  RougeScores result = rouge(summary, references[0]);
  for (const RougeText& reference : references.subspan(1)) {
    const RougeScores scores = rouge(summary, reference);
    for (std::size_t metric = 0; metric < kRougeMetrics; ++metric) {
      if (how == RougeReferences::kAverage) {
        result[metric] += scores[metric];
      } else if (scores[metric].f1() > result[metric].f1()) {
        result[metric] = scores[metric];
      }
    }
  }
  return result;
}

}  // namespace nutgraf

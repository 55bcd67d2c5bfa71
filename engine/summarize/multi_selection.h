// Takes the sentences of several reports that together have the highest expected recall within a budget.
//
// Greedy by what a sentence gains for what it costs, with lazy updates: gains only fall as sentences are taken (Minoux
// 1978). Then, while it helps, one sentence is exchanged for another and the room filled that is left. What does not
// fit is passed over for what does, so that in the end no sentence fits that says something new.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "summarize/best_first.h"
#include "summarize/budget.h"
#include "summarize/expected_recall.h"
#include "summarize/repeats.h"
#include "summarize/report_collection.h"

namespace nutgraf {

struct MultiCandidate {
  double cost = 1;      // what it takes of what there is little of
  double interest = 1;  // (0, 1]: what its gain counts
  bool waits = false;   // leans on the sentence before it: comes only if that is taken
  bool barred = false;  // breaks off: does not come at all
  bool taken = false;   // out
};

// Not thread-safe: one per thread.
class MultiSelection {
 public:
  // Candidates are one a sentence of the collection. Without exchanges it is greedy only.
  void select(const ReportCollection& collection, const Budget& budget, bool exchanges,
              std::span<MultiCandidate> candidates, ExpectedRecall& recall);

  // What was taken, in the order in which it was, and what that comes to.
  [[nodiscard]] std::span<const std::uint32_t> taken() const { return taken_; }
  [[nodiscard]] std::size_t words() const { return used_.words; }
  [[nodiscard]] std::size_t characters() const { return used_.characters; }

 private:
  void push(std::uint32_t candidate);

  [[nodiscard]] double value(std::uint32_t candidate) const;
  [[nodiscard]] const Sentence& sentence(std::uint32_t candidate) const;
  [[nodiscard]] std::size_t characters_with(std::uint32_t candidate) const;
  [[nodiscard]] bool fits(std::uint32_t candidate) const;
  [[nodiscard]] bool says_something_new(std::uint32_t candidate) const;
  [[nodiscard]] bool is_leant_on(std::uint32_t candidate) const;
  [[nodiscard]] std::optional<std::uint32_t> find_substitute(std::uint32_t out) const;

  void take(std::uint32_t candidate);
  void retake(std::span<const std::uint32_t> candidates, std::optional<std::uint32_t> without = std::nullopt);
  void fill();
  bool exchange();

  const ReportCollection* collection_ = nullptr;  // those of the call
  std::span<MultiCandidate> candidates_;
  ExpectedRecall* recall_ = nullptr;
  Budget budget_;

  std::vector<std::uint32_t> taken_;
  Budget used_;
  double total_ = 0;  // the expected recall of what is taken
  Repeats repeats_;

  BestFirst queue_;
  std::vector<std::uint32_t> before_;  // what was taken before an exchange, and the best of all exchanges
  std::vector<std::uint32_t> best_;
};

}  // namespace nutgraf

// Sentences that stand twice in an article: what a page repeats, and decks of which the report says everything again.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "analyse/sentence_form.h"
#include "nutgraf/document.h"

namespace nutgraf {

// Not thread-safe: one per thread.
class RepeatedSentences {
 public:
  // Sets kinds kRepeat and kDeck. `forms` are those of the document's sentences, which have their kinds.
  void find(std::span<const SentenceForm> forms, Document& document);

 private:
  void find_equal(std::span<const SentenceForm> forms, Document& document);

  std::vector<std::pair<std::uint64_t, std::uint32_t>> by_hash_;  // hash of the words, index of the sentence
};

}  // namespace nutgraf

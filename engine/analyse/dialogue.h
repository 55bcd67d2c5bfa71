// Who speaks in interviews and transcripts.
//
//   "MARROW: We waited. It was cold."
//
// Where labels of one to four capitalised words come again, they tell who speaks.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "analyse/sentence_form.h"
#include "nutgraf/document.h"

namespace nutgraf {

// Not thread-safe: one per thread.
class Dialogue {
 public:
  // Sets Sentence::incomplete of what is said so, up to the end of its paragraph: it can't be understood alone. Where
  // two speak again and again, no sentence in between can. `forms` are those of the document's sentences.
  void find(std::span<const SentenceForm> forms, Document& document);

 private:
  std::vector<std::pair<std::uint64_t, std::uint32_t>> labels_;  // hash of the words, index of the sentence
};

}  // namespace nutgraf

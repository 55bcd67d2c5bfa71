// Going through the documents of a Corpus.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "nutgraf/article.h"
#include "nutgraf/corpus.h"

namespace nutgraf {

// Calls `use` with each document and tells `events` how it goes; returns how many there were. A document that can't be
// read is told of and left out; a file that can't be opened ends it, since learning from half of a corpus is no use.
Result<std::size_t> for_each_document(const Corpus& corpus, std::string_view stage, const LearningEvents& events,
                                      const std::function<void(const Article&)>& use);

// Tells `events` how far a stage is. Errors: kStopped.
Result<void> proceed(const LearningEvents& events, std::string_view stage, std::size_t documents, double share);

}  // namespace nutgraf

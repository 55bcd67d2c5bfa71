// What a model knows of words, for the table of words (text/word_normalizer.h) to keep with them.
//
//   WordNormalizer words(knowledge_of(model));
//   words.look_up("harbour").row;   // of its vector: what DocumentEmbedder takes
#pragma once

#include <memory>

#include "nutgraf/model.h"
#include "text/word_normalizer.h"

namespace nutgraf {

// The rows of vectors, and how rare words are. Null without a model.
std::unique_ptr<const WordKnowledge> knowledge_of(std::shared_ptr<const Model> model);

}  // namespace nutgraf

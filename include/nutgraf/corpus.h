// A Corpus is text to learn from. See train.h and pack.h for what is learned.
//
//   nutgraf::Corpus news{.inputs = {"news/", "wire.jsonl.gz"}};
//   nutgraf::Corpus plain{.inputs = {"wikipedia.txt"}, .lines = true};
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/error.h"

namespace nutgraf {

struct Corpus {
  std::vector<std::string> inputs;  // files and folders, as ArticleReader takes them
  bool lines = false;               // the files are plain UTF-8 text with a document a line
};

// What is told while something is learned; any of it may be empty. Calls come from one thread at a time.
struct LearningEvents {
  // A document that could not be read, and is left out.
  std::function<void(const Error&)> on_error;

  // Called a few times a second: what is being done, and how much of it, in documents or in [0, 1]; 0 where it is not
  // known. False stops the work with kStopped.
  std::function<bool(std::string_view stage, std::size_t documents, double share)> on_progress;
};

}  // namespace nutgraf

#include "analyse/prominence.h"

#include <algorithm>

namespace nutgraf {

void find_prominence(const Document& document, std::vector<float>& prominence) {
  const bool has_body =
      std::ranges::find(document.sentences, SentenceKind::kBody, &Sentence::kind) != document.sentences.end();
  float rank = 0;  // in the body, from 1
  prominence.clear();
  for (const Sentence& sentence : document.sentences) {
    const bool title = sentence.kind == SentenceKind::kTitle && document.article->title.empty();
    const bool body = sentence.kind == SentenceKind::kBody || !has_body;
    if (body) ++rank;
    prominence.push_back(body ? 3 / (rank + 2) : title ? kTitleProminence : 0);
  }
}

}  // namespace nutgraf

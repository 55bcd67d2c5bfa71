#include "analyse/prominence.h"

#include <algorithm>
#include <cmath>

namespace nutgraf {

void find_prominence(const Document& document, std::vector<float>& prominence) {
  const bool has_body =
      std::ranges::find(document.sentences, SentenceKind::kBody, &Sentence::kind) != document.sentences.end();
  float rank = 0;  // in the body
  prominence.clear();
  for (const Sentence& sentence : document.sentences) {
    const bool title = sentence.kind == SentenceKind::kTitle && document.article->title.empty();
    const bool body = sentence.kind == SentenceKind::kBody || !has_body;
    prominence.push_back(body ? 1 / std::sqrt(++rank) : title ? kTitleProminence : 0);
  }
}

}  // namespace nutgraf

// Segmenting: text -> sentences.
//
//   nutgraf::Segmenter segmenter;
//   std::string_view text = "Dr. Ona Weir spoke at 9 a.m. in Veld. Nobody replied.";
//   for (nutgraf::Span s : segmenter.segment(text, "en")) std::cout << text.substr(s.begin, s.size()) << '\n';
//   // Dr. Ona Weir spoke at 9 a.m. in Veld.
//   // Nobody replied.
//
// The stops are those of Unicode (UAX #29, "Sentence Boundaries"). What stands on both sides decides whether one ends a
// sentence: abbreviations and initials do not, an ellipsis can, a missing space hides no boundary ("ended.Then"), a
// line break inside a hard-wrapped paragraph is only white space, and where rules can't tell, a small model does that
// was trained on treebanks of 20 languages (models/recipe/segment). Thai has no stops: its text is cut at white space
// where the model finds it likely, which finds about a third of the boundaries.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/article.h"

namespace nutgraf {

// No sentence is longer than this many bytes: a longer run without a boundary is cut at its last white space, or
// between two characters if it has none.
inline constexpr std::size_t kMaxSentenceBytes = 16384;

struct SegmentOptions {
  std::vector<std::string> abbreviations;  // further ones, each with its stop ("Rtn."): they never end a sentence
};

// Finds the sentences of texts. Cheap to keep, reuses its memory. Not thread-safe: one per thread.
class Segmenter {
 public:
  explicit Segmenter(const SegmentOptions& options = {});
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;
  ~Segmenter();

  // The sentences of `text` (UTF-8) in order, without the white space around them: the spans and the white space
  // between them tile the text. `language` is a BCP 47 code; if it is empty, it is told from the text, and where
  // nothing tells it the rules are those of English. Linear in the size of the text.
  [[nodiscard]] std::vector<Span> segment(std::string_view text, std::string_view language = {});

  // The same into `sentences`, whose memory is reused.
  void segment(std::string_view text, std::string_view language, std::vector<Span>& sentences);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nutgraf

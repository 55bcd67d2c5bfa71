#include <algorithm>
#include <cstddef>

#include "nutgraf/analyse.h"
#include "nutgraf/copies.h"
#include "parallel.h"
#include "similarity/fingerprint.h"

namespace nutgraf {
namespace {

// The passages of a text whose words are in no run that the other text has too.
void find_passages(const Document& document, const ShingledText& text, const Fingerprint& other,
                   std::vector<Span>& passages) {
  std::vector<bool> shared(text.tokens.size(), false);
  for (std::size_t i = 0; i < text.shingles.size(); ++i)
    if (std::ranges::binary_search(other.shingles, text.shingles[i]))
      for (std::size_t k = i; k < std::min(i + kShingleWords, shared.size()); ++k) shared[k] = true;

  std::size_t sentence = 0;
  bool open = false;  // whether the last passage goes on
  for (std::size_t i = 0; i < shared.size(); ++i) {
    const std::uint32_t t = text.tokens[i];
    while (document.sentences[sentence].last_token <= t) ++sentence;
    open = open && !shared[i] && text.tokens[i - 1] + 1 == t;
    if (shared[i]) continue;
    const Sentence& around = document.sentences[sentence];
    const bool first = i == 0 || text.tokens[i - 1] < around.first_token;
    const bool last = i + 1 == shared.size() || text.tokens[i + 1] >= around.last_token;
    if (!open) passages.push_back({.begin = first ? around.content_begin : document.tokens[t].begin, .end = 0});
    const bool whole = last && passages.back().begin <= around.content_begin;
    passages.back().end = whole ? around.content_end : document.tokens[t].end;
    open = true;
  }
}

}  // namespace

struct CopyComparer::State {
  Shingler shingler;
  ShingledText original;
  ShingledText copy;
};

CopyComparer::CopyComparer() : state_(std::make_unique<State>()) {}
CopyComparer::CopyComparer(CopyComparer&&) noexcept = default;
CopyComparer& CopyComparer::operator=(CopyComparer&&) noexcept = default;
CopyComparer::~CopyComparer() = default;

CopyChanges CopyComparer::compare(const Document& original, const Document& copy) {
  state_->shingler.shingle(original, state_->original);
  state_->shingler.shingle(copy, state_->copy);
  CopyChanges changes;
  find_passages(copy, state_->copy, fingerprint(state_->original), changes.added);
  find_passages(original, state_->original, fingerprint(state_->copy), changes.left_out);
  return changes;
}

void find_changes(std::span<const Article> articles, const AnalyseOptions& analyse, const CopyOptions& options,
                  std::span<CopyGroup> groups) {
  for_each_index(options.threads, groups.size(), [&](std::size_t) {
    return [&, analyser = Analyser(analyse), comparer = CopyComparer(), original = Document(),
            copied = Document()](std::size_t i) mutable {
      analyser.analyse(articles[groups[i].original], original);
      for (Copy& copy : groups[i].copies) {
        analyser.analyse(articles[copy.article], copied);
        copy.changes = comparer.compare(original, copied);
      }
    };
  });
}

}  // namespace nutgraf

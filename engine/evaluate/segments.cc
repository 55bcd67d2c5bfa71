#include <fmt/format.h>

#include <optional>
#include <vector>

#include "evaluate/boundaries.h"
#include "evaluate/rows.h"
#include "nutgraf/evaluate.h"
#include "nutgraf/segment.h"
#include "text/character.h"

namespace nutgraf {
namespace {

// Where the gold sentences stand in their text; nothing if they do not make it up. `missing` is then the 0-based index
// of the first that is not where it has to be.
std::optional<std::vector<Span>> locate(std::string_view text, const std::vector<std::string_view>& sentences,
                                        std::size_t& missing) {
  std::vector<Span> spans;
  std::size_t at = skip_white_space(text, 0);
  for (missing = 0; missing < sentences.size(); ++missing) {
    std::string_view sentence = sentences[missing];
    sentence.remove_prefix(skip_white_space(sentence, 0));
    sentence = sentence.substr(0, trim_white_space(sentence, 0, sentence.size()));
    if (sentence.empty()) continue;
    if (!text.substr(at).starts_with(sentence)) return std::nullopt;
    spans.push_back({.begin = at, .end = at + sentence.size()});
    at = skip_white_space(text, spans.back().end);
  }
  if (at < text.size()) return std::nullopt;
  return spans;
}

Result<void> add_row(const RowReader& rows, simdjson::dom::element row, Segmenter& segmenter, BoundaryCounts& counts) {
  std::string_view text;
  std::string_view language;
  std::vector<std::string_view> sentences;
  if (row["text"].get(text) || !get_strings(row, "sentences", sentences)) {
    return std::unexpected(rows.bad_row("needs a string \"text\" and an array of strings \"sentences\""));
  }
  std::ignore = row["lang"].get(language);
  std::size_t missing = 0;
  const std::optional<std::vector<Span>> gold = locate(text, sentences, missing);
  if (!gold) {
    return std::unexpected(rows.bad_row(
        missing < sentences.size()
            ? fmt::format("sentence {} is not the next in \"text\"; the sentences have to make up the text",
                          missing + 1)
            : std::string("\"text\" goes on after the last sentence; the sentences have to make up the text")));
  }
  counts.add(text, *gold, segmenter.segment(text, language));
  return {};
}

}  // namespace

Result<Score> evaluate_segments(const std::string& file, const ReportRow& report) {
  Segmenter segmenter;
  BoundaryCounts counts;
  const Result<void> read = for_each_row(file, report, [&](const RowReader& rows, simdjson::dom::element row) {
    return add_row(rows, row, segmenter, counts);
  });
  if (!read) return std::unexpected(read.error());
  return Score{.task = "segments",
               .file = file,
               .metrics = {{"precision", counts.all.precision()},
                           {"recall", counts.all.recall()},
                           {"f1", counts.all.f1()},
                           {"precision_inline", counts.in_line.precision()},
                           {"recall_inline", counts.in_line.recall()},
                           {"f1_inline", counts.in_line.f1()},
                           {"exact_sentences", counts.sentences.recall()},
                           {"exact_cases", Matches::share(counts.exact_cases, counts.cases)},
                           {"boundaries", static_cast<double>(counts.all.gold), true},
                           {"sentences", static_cast<double>(counts.sentences.gold), true},
                           {"cases", static_cast<double>(counts.cases), true}}};
}

}  // namespace nutgraf

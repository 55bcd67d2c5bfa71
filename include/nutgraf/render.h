// Rendering: results -> text for people or JSON Lines for programs. Everything appends to a string.
//
//   std::string out;
//   nutgraf::render_json(document, summary, out);
//   // {"type":"summary","id":"harbour-1","title":"Port of Veld reopens","sentences":[{"index":0,...}]}
//
// JSON Lines: one typed record a line. Fields are only ever added. The last record of a stream is EndRecord.
// Offsets are bytes into the article's text; "text" is exactly those bytes, but for the spans of "pasted" (see
// Document::pasted), which is only there where it is without some.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "nutgraf/archive.h"
#include "nutgraf/article.h"
#include "nutgraf/cluster.h"
#include "nutgraf/compare.h"
#include "nutgraf/copies.h"
#include "nutgraf/document.h"
#include "nutgraf/embed.h"
#include "nutgraf/error.h"
#include "nutgraf/evaluate.h"
#include "nutgraf/measure.h"
#include "nutgraf/model.h"
#include "nutgraf/segment.h"
#include "nutgraf/summarize.h"

namespace nutgraf {

inline constexpr int kJsonSchema = 1;

// The line that names an article where several are shown as text: its title, or its id if it has none.
void render_heading(const Article& article, std::string& out);

struct JsonOptions {
  bool text = false;  // the article's whole text too, as "text": what the offsets point into
};

// The sentences of an article.
void render_text(const Article& article, std::span<const Span> sentences, std::string& out);
void render_json(const Article& article, std::span<const Span> sentences, std::string& out,
                 const JsonOptions& options = {});

// A summary: one sentence a line, white space inside a sentence folded; with explanations, a table below it.
void render_text(const Document& document, const Summary& summary, std::string& out);
void render_json(const Document& document, const Summary& summary, std::string& out, const JsonOptions& options = {});

// A headline: a line; or a record.
void render_text(const Document& document, const Headline& headline, std::string& out);
void render_json(const Document& document, const Headline& headline, std::string& out, const JsonOptions& options = {});

// The whole article with the summary's sentences marked, paragraphs parted by blank lines, white space folded.
enum class HighlightStyle : std::uint8_t {
  kPlain,     // **so**
  kTerminal,  // bold and yellow, by escape sequences
  kHtml,      // <article> with its title, paragraphs and <mark>: a part of a page between the two below
};
void render_highlight(const Document& document, const Summary& summary, HighlightStyle style, std::string& out);

// What comes before and after the articles of a page: it needs nothing else, and runs no script.
std::string_view highlight_opening();
std::string_view highlight_closing();

// One summary of several articles, the documents that it was made of: one sentence a line, with its outlet, if known,
// in brackets behind it.
void render_text(std::span<const Document> documents, const MultiSummary& summary, std::string& out);
void render_json(std::span<const Document> documents, const MultiSummary& summary, std::string& out,
                 const JsonOptions& options = {});

// An article, as the readers take it in.
void render_json(const Article& article, std::string& out);

// A group of copies, the original first: a table headed by its title, and what was changed, if that was looked for; or
// a record. Then, behind all groups, how many there are.
void render_text(std::span<const Article> articles, const CopyGroup& group, std::string& out);
void render_json(std::span<const Article> articles, const CopyGroup& group, std::string& out,
                 const JsonOptions& options = {});

// Pairs of copies: a table, a line a pair; or a record a pair.
void render_text(std::span<const CopyProfile> profiles, std::span<const CopyPair> pairs, std::string& out);
void render_json(std::span<const CopyProfile> profiles, std::span<const CopyPair> pairs, std::string& out);

// How many groups and copies there are.
struct CopyCounts {
  std::size_t articles = 0;
  std::size_t groups = 0;
  std::size_t copies = 0;       // in the groups, without their originals
  std::size_t independent = 0;  // sources; see count_sources
};
void render_text(const CopyCounts& counts, std::string& out);
void render_json(const CopyCounts& counts, std::string& out);

// A story: its title, what is known of it, its summary and a table of its articles; or a record. Then, behind all, how
// many there are.
void render_text(std::span<const Article> articles, const Story& story, std::string& out);
void render_json(std::span<const Article> articles, const Story& story, std::string& out,
                 const JsonOptions& options = {});
void render_text(std::span<const Article> articles, std::span<const Story> stories, std::string& out);

// Why two articles are in one of the stories or in two: a list, or a record.
void render_text(const Article& first, const Article& second, std::span<const Story> stories, const PairReason& reason,
                 std::string& out);
void render_json(const Article& first, const Article& second, std::span<const Story> stories, const PairReason& reason,
                 std::string& out);
// Articles side by side, the documents that were compared: as text, `width` columns wide, with a column an article
// where that leaves each of them kReadableColumn; as a record; as a web page that needs nothing else and runs no
// script.
inline constexpr std::size_t kReadableColumn = 48;
struct ComparisonStyle {
  std::size_t width = 80;  // columns of the terminal
  bool colour = false;     // by escape sequences
};
void render_text(std::span<const Document> documents, const Comparison& comparison, const ComparisonStyle& style,
                 std::string& out);
void render_json(std::span<const Document> documents, const Comparison& comparison, std::string& out,
                 const JsonOptions& options = {});
void render_html(std::span<const Document> documents, const Comparison& comparison, std::string& out);

// The vectors of an article, or of its words or sentences.
void render_json(const Document& document, EmbedUnit unit, const Embeddings& embeddings, std::string& out,
                 const JsonOptions& options = {});

// The header of a .npy file (NumPy's format 1.0) of `rows` rows of float32, which follow it row after row. Its size
// does not depend on its content, so one can be put in the place of another when the number of rows is known.
std::string npy_header(std::size_t rows, std::size_t columns);

// Scores of one task: a table, a line a score, shares in per cent; or a record a metric.
void render_text(std::span<const Score> scores, std::string& out);
void render_json(const Score& score, std::string& out);

// How fast articles became summaries: a table, a line a stage; or a record a stage.
void render_text(const Benchmark& benchmark, std::string& out);
void render_json(const Benchmark& benchmark, std::string& out);

// What a model file holds: a heading, and a line a fact; or a record.
void render_text(const std::string& file, const ModelInfo& info, std::string& out);
void render_json(const std::string& file, const ModelInfo& info, std::string& out);

// What became of an article that was added to an archive: a line; or a record.
void render_text(const Article& article, const Added& added, std::string& out);
void render_json(const Article& article, const Added& added, std::string& out);

// The stories of an archive: a table, a line a story; or a record a story.
void render_text(std::span<const ArchivedStory> stories, std::string& out);
void render_json(const ArchivedStory& story, std::string& out);

// One story: its number and title, and a table of its articles.
void render_text(const ArchivedStory& story, std::string& out);

// An article, as the readers take it in, with the number of its story as "story".
void render_json(const Article& article, StoryNumber story, std::string& out);

// The last record of a JSON Lines stream.
struct EndRecord {
  std::size_t articles = 0;  // results written; articles summarized together count one by one
  std::size_t failed = 0;    // inputs that could not be read
};
void render_json(const EndRecord& end, std::string& out);

}  // namespace nutgraf

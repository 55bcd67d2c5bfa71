#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <concepts>
#include <iterator>
#include <ranges>
#include <string>
#include <string_view>

#include "nutgraf/render.h"
#include "render/json_members.h"
#include "render/json_object.h"
#include "render/json_string.h"

namespace nutgraf {
namespace {

// Names that a record may have, now or not: a field of the input never stands for one of ours.
constexpr std::array<std::string_view, 22> kNames = {
    "type",   "id",    "title",     "sentences", "words",        "characters", "truncated",  "replaced",
    "outlet", "url",   "published", "language",  "explanations", "text",       "dimensions", "vector",
    "index",  "begin", "end",       "score",     "headline",     "pasted"};

// The same for an article as it was read, and for one of a group of copies.
constexpr std::array<std::string_view, 8> kArticleNames = {"id",     "title", "text",      "sentences",
                                                           "outlet", "url",   "published", "language"};
constexpr std::array<std::string_view, 15> kCopyNames = {"id",       "role",   "agency",   "kind",      "taken",
                                                         "kept",     "added",  "left_out", "title",     "text",
                                                         "replaced", "outlet", "url",      "published", "language"};

// As many digits as it takes to read the same floats again.
void append_vector(std::span<const float> vector, std::string& out) {
  fmt::format_to(std::back_inserter(out), "[{}]", fmt::join(vector, ","));
}

// The lists of links that "text" is without.
void write_pasted(ObjectWriter& object, const Document& document, std::size_t begin, std::size_t end) {
  const auto first = std::ranges::upper_bound(document.pasted, begin, {}, &Span::end);
  const auto last = std::ranges::lower_bound(document.pasted, end, {}, &Span::begin);
  object.array("pasted", std::ranges::subrange(first, last), [](ObjectWriter& span, Span list) {
    span.member("begin", list.begin);
    span.member("end", list.end);
  });
}

// A part of a sentence that was chosen, of a summary or a multi-article one.
void write_chosen(ObjectWriter& object, const Document& document, const auto& sentence) {
  std::string readable;
  object.member("index", sentence.index);
  object.member("begin", sentence.begin);
  object.member("end", sentence.end);
  object.member("text", document.readable(sentence.begin, sentence.end, readable));
  if (!readable.empty()) write_pasted(object, document, sentence.begin, sentence.end);
  object.member("score", sentence.score);
}

// How long a summary or headline is.
void write_length(ObjectWriter& record, const auto& summary) {
  record.member("words", summary.words);
  record.member("characters", summary.characters);
  if (summary.truncated) record.member("truncated", true);
}

// What every record says of its article, last: where it is from, and the fields that nutgraf does not know.
void close_with_article(ObjectWriter& record, const Article& article, std::string_view language, std::string& out) {
  write_source(record, article, language);
  append_json_members(article.extra, kNames, out);
  record.close();
  out += '\n';
}

void write_explanation(ObjectWriter& object, const Explanation& explanation) {
  object.member("index", explanation.index);
  object.member("kind", to_string(explanation.kind));
  if (explanation.dependent) object.member("dependent", true);
  for (std::size_t i = 0; i < kEvidences; ++i)
    object.member(to_string(static_cast<Evidence>(i)), explanation.evidence[i]);
  object.member("query", explanation.query);
  object.member("score", explanation.score);
  object.member("redundancy", explanation.redundancy);
  object.member("verdict", to_string(explanation.verdict));
}

void write_passages(ObjectWriter& object, std::string_view name, const Article& article,
                    std::span<const Span> passages) {
  if (passages.empty()) return;
  object.array(name, passages, [&](ObjectWriter& passage, Span span) {
    passage.member("begin", span.begin);
    passage.member("end", span.end);
    passage.member("text", bytes(article, span.begin, span.end));
  });
}

// One of the articles that a record is about; `write_role` says what it is there.
void write_member_of_group(const Article& article, const JsonOptions& options, std::string& out,
                           const auto& write_role) {
  ObjectWriter object(out);
  object.member("id", article.id);
  write_role(object);
  object.known("title", article.title);
  if (options.text) object.member("text", article.text);
  write_source(object, article, article.language);
  append_json_members(article.extra, kCopyNames, out);
  object.close();
}

}  // namespace

void render_json(const Article& article, std::span<const Span> sentences, std::string& out,
                 const JsonOptions& options) {
  ObjectWriter record(out);
  record.member("type", "segments");
  record.member("id", article.id);
  record.array("sentences", sentences, [&](ObjectWriter& object, Span sentence) {
    object.member("begin", sentence.begin);
    object.member("end", sentence.end);
    object.member("text", bytes(article, sentence.begin, sentence.end));
  });
  if (options.text) record.member("text", article.text);
  close_with_article(record, article, article.language, out);
}

void render_json(const Document& document, const Summary& summary, std::string& out, const JsonOptions& options) {
  const Article& article = *document.article;
  ObjectWriter record(out);
  record.member("type", "summary");
  record.member("id", article.id);
  record.member("title", article.title);
  record.array("sentences", summary.sentences, [&](ObjectWriter& object, const SummarySentence& sentence) {
    write_chosen(object, document, sentence);
  });
  write_length(record, summary);
  if (!summary.explanations.empty()) record.array("explanations", summary.explanations, write_explanation);
  if (options.text) record.member("text", article.text);
  close_with_article(record, article, document.language, out);
}

void render_json(const Document& document, const Headline& headline, std::string& out, const JsonOptions& options) {
  const Article& article = *document.article;
  ObjectWriter record(out);
  record.member("type", "headline");
  record.member("id", article.id);
  record.member("title", article.title);
  record.member("index", headline.index);
  record.member("begin", headline.begin);
  record.member("end", headline.end);
  std::string readable;
  record.member("headline", document.readable(headline.begin, headline.end, readable));
  if (!readable.empty()) write_pasted(record, document, headline.begin, headline.end);
  record.member("score", headline.score);
  write_length(record, headline);
  if (options.text) record.member("text", article.text);
  close_with_article(record, article, document.language, out);
}

void render_json(std::span<const Document> documents, const MultiSummary& summary, std::string& out,
                 const JsonOptions& options) {
  ObjectWriter record(out);
  record.member("type", "summary");
  write_articles(record, documents, options);
  record.array("sentences", summary.sentences, [&](ObjectWriter& object, const MultiSummarySentence& sentence) {
    const Document& document = documents[sentence.document];
    object.member("article", document.article->id);
    object.known("outlet", document.article->outlet);
    write_chosen(object, document, sentence);
  });
  write_length(record, summary);
  record.close();
  out += '\n';
}

void render_json(const Article& article, std::string& out) {
  ObjectWriter record(out);
  record.member("id", article.id);
  record.known("title", article.title);
  if (article.sentences.empty()) {
    record.member("text", article.text);
  } else {
    record.strings("sentences", article.sentences, [&](Span span) { return bytes(article, span.begin, span.end); });
  }
  record.known("outlet", article.outlet);
  record.known("url", article.url);
  record.known("published", article.published);
  record.known("language", article.language);
  append_json_members(article.extra, kArticleNames, out);
  record.close();
  out += '\n';
}

void render_json(std::span<const Article> articles, const CopyGroup& group, std::string& out,
                 const JsonOptions& options) {
  ObjectWriter record(out);
  record.member("type", "copies");
  record.name("articles");
  out += '[';
  write_member_of_group(articles[group.original], options, out, [&](ObjectWriter& object) {
    object.member("role", "original");
    object.known("agency", group.agency);
  });
  for (const Copy& copy : group.copies) {
    out += ',';
    write_member_of_group(articles[copy.article], options, out, [&](ObjectWriter& object) {
      object.member("role", "copy");
      object.member("kind", to_string(copy.kind));
      object.member("taken", copy.taken);
      object.member("kept", copy.kept);
      write_passages(object, "added", articles[copy.article], copy.changes.added);
      write_passages(object, "left_out", articles[group.original], copy.changes.left_out);
    });
  }
  out += ']';
  record.close();
  out += '\n';
}

void render_json(std::span<const CopyProfile> profiles, std::span<const CopyPair> pairs, std::string& out) {
  for (const CopyPair& pair : pairs) {
    const CopyProfile& first = profiles[pair.first];
    const CopyProfile& second = profiles[pair.second];
    const SharedText shared = shared_text(first.fingerprint, second.fingerprint);
    ObjectWriter record(out);
    record.member("type", "pair");
    record.array("articles", std::array{&first, &second},
                 [](ObjectWriter& object, const CopyProfile* profile) { object.member("id", profile->id); });
    record.member("containment", shared.containment);
    record.member("jaccard", shared.jaccard);
    record.member("length", shared.length);
    record.close();
    out += '\n';
  }
}

void render_json(const CopyCounts& counts, std::string& out) {
  ObjectWriter record(out);
  record.member("type", "sources");
  record.member("articles", counts.articles);
  record.member("groups", counts.groups);
  record.member("copies", counts.copies);
  record.member("independent", counts.independent);
  record.close();
  out += '\n';
}

void render_json(const Document& document, EmbedUnit unit, const Embeddings& embeddings, std::string& out,
                 const JsonOptions& options) {
  const Article& article = *document.article;
  ObjectWriter record(out);
  record.member("type", "embeddings");
  record.member("id", article.id);
  record.member("title", article.title);
  record.member("dimensions", embeddings.dimensions);
  if (unit == EmbedUnit::kArticle) {
    record.name("vector");
    append_vector(embeddings.vector(0), out);
  } else {
    std::size_t index = 0;
    record.array(unit == EmbedUnit::kWord ? "words" : "sentences", embeddings.parts,
                 [&](ObjectWriter& object, Span part) {
                   object.member("begin", part.begin);
                   object.member("end", part.end);
                   object.member("text", bytes(article, part.begin, part.end));
                   object.name("vector");
                   append_vector(embeddings.vector(index++), out);
                 });
  }
  if (options.text) record.member("text", article.text);
  close_with_article(record, article, document.language, out);
}

void render_json(const Score& score, std::string& out) {
  for (const Metric& metric : score.metrics) {
    ObjectWriter record(out);
    record.member("type", "score");
    record.member("task", score.task);
    if (score.file.empty()) {
      record.member("files", score.files);
    } else {
      record.member("file", score.file);
    }
    record.member("metric",
                  metric.of.empty() ? std::string(metric.name) : fmt::format("{}_{}", metric.of, metric.name));
    // A score is told from the next one by more digits than a sentence's.
    const auto share = [&](std::string_view name, double value) {
      record.name(name);
      fmt::format_to(std::back_inserter(out), "{:.6g}", value);
    };
    if (metric.count) {
      record.name("value");
      fmt::format_to(std::back_inserter(out), "{:.0f}", metric.value);
    } else {
      share("value", metric.value);
    }
    if (metric.interval) {
      share("low", metric.interval->low);
      share("high", metric.interval->high);
    }
    record.close();
    out += '\n';
  }
}

void render_json(const std::string& file, const ModelInfo& info, std::string& out) {
  ObjectWriter model(out);
  model.member("type", "model");
  model.member("file", file);
  model.known("name", info.name);
  model.known("language", info.language);
  model.known("license", info.license);
  model.member("dimensions", info.dimensions);
  model.member("words", info.words);
  model.member("subwords", info.subwords);
  model.member("folded", info.folded);
  model.member("components", info.components);
  model.member("terms", info.terms);
  model.member("documents", info.documents);
  model.member("bytes", info.bytes);
  model.close();
  out += '\n';
}

void render_json(const Article& article, const Added& added, std::string& out) {
  ObjectWriter record(out);
  record.member("type", "added");
  record.member("id", article.id);
  record.member("arrival", to_string(added.arrival));
  record.member("story", static_cast<std::uint64_t>(added.story));
  if (!added.merges.empty()) {
    record.array("merges", added.merges, [](ObjectWriter& object, const StoryMerge& merge) {
      object.member("story", static_cast<std::uint64_t>(merge.story));
      object.member("into", static_cast<std::uint64_t>(merge.into));
    });
  }
  record.close();
  out += '\n';
}

void render_json(const ArchivedStory& story, std::string& out) {
  ObjectWriter record(out);
  record.member("type", "story");
  record.member("id", static_cast<std::uint64_t>(story.number));
  record.member("title", story.articles.empty() ? std::string() : story.articles.front().title);
  record.array("articles", story.articles, [](ObjectWriter& object, const ArchivedArticle& article) {
    object.member("id", article.id);
    object.known("title", article.title);
    object.known("outlet", article.outlet);
    object.known("published", article.published);
  });
  if (!story.merged.empty()) {
    record.name("merged");
    fmt::format_to(std::back_inserter(out), "[{}]", fmt::join(story.merged, ","));
  }
  record.close();
  out += '\n';
}

void render_json(const Article& article, StoryNumber story, std::string& out) {
  constexpr std::array<std::string_view, 1> kOurs = {"story"};
  Article placed = article;
  placed.extra = fmt::format("\"story\":{}", story);
  append_json_members(article.extra, kOurs, placed.extra);
  render_json(placed, out);
}

void render_json(const EndRecord& end, std::string& out) {
  ObjectWriter record(out);
  record.member("type", "end");
  record.member("schema", static_cast<unsigned>(kJsonSchema));
  record.member("articles", end.articles);
  record.member("failed", end.failed);
  record.close();
  out += '\n';
}

}  // namespace nutgraf

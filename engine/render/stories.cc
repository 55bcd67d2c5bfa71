#include <fmt/format.h>

#include <array>
#include <iterator>
#include <string>
#include <string_view>

#include "nutgraf/render.h"
#include "render/columns.h"
#include "render/json_members.h"
#include "render/json_object.h"
#include "render/table.h"

namespace nutgraf {
namespace {

// Names that an article of a story may have: a field of the input never stands for one of ours.
constexpr std::array<std::string_view, 10> kNames = {"id",       "role",   "original", "title",     "text",
                                                     "replaced", "outlet", "url",      "published", "language"};

std::string counted(std::size_t count, std::string_view one, std::string_view more) {
  return fmt::format("{} {}", count, count == 1 ? one : more);
}

void append_facts(const Story& story, std::string& out) {
  append_folded(story.id, out);
  out += ": " + counted(story.articles.size(), "article", "articles");
  if (story.outlets > 0) out += ", " + counted(story.outlets, "outlet", "outlets");
  out += ", " + counted(story.independent, "independent source", "independent sources");
  if (!story.begin.empty()) {
    out += ", ";
    append_folded(story.begin, out);
    if (story.end != story.begin) {
      out += " to ";
      append_folded(story.end, out);
    }
  }
  out += '\n';
}

std::string_view bytes_of(const Article& article, const MultiSummarySentence& sentence) {
  return bytes(article, sentence.begin, sentence.end);
}

}  // namespace

void render_text(std::span<const Article> articles, const Story& story, std::string& out) {
  append_folded(story.title, out);
  out += '\n';
  append_facts(story, out);
  if (!story.names.empty()) {
    append_folded(fmt::format("{}", fmt::join(story.names, ", ")), out);
    out += '\n';
  }
  for (const MultiSummarySentence& sentence : story.summary.sentences) {
    const Article& article = articles[story.articles[sentence.document].article];
    out += "  ";
    append_folded(bytes_of(article, sentence), out);
    if (!article.outlet.empty()) {
      out += " (";
      append_folded(article.outlet, out);
      out += ')';
    }
    out += '\n';
  }
  Table table({{"role"}, {"published"}, {"outlet"}, {"id"}, {"title"}});
  for (const StoryArticle& its : story.articles) {
    const Article& article = articles[its.article];
    std::string role(to_string(its.role));
    if (its.role == StoryRole::kCopy) {
      role += " of ";
      append_folded(articles[its.original].id, role);
    }
    std::vector<std::string> row = {std::move(role)};
    for (const std::string* field : {&article.published, &article.outlet, &article.id, &article.title})
      append_folded(*field, row.emplace_back());
    table.add_row(std::move(row));
  }
  table.render(out);
}

void render_json(std::span<const Article> articles, const Story& story, std::string& out, const JsonOptions& options) {
  ObjectWriter record(out);
  record.member("type", "story");
  record.member("id", story.id);
  record.member("title", story.title);
  record.known("begin", story.begin);
  record.known("end", story.end);
  record.member("outlets", story.outlets);
  record.member("independent", story.independent);
  record.array("articles", story.articles, [&](ObjectWriter& object, const StoryArticle& its) {
    const Article& article = articles[its.article];
    object.member("id", article.id);
    object.member("role", to_string(its.role));
    if (its.role == StoryRole::kCopy) object.member("original", articles[its.original].id);
    object.known("title", article.title);
    if (options.text) object.member("text", article.text);
    write_source(object, article, article.language);
    append_json_members(article.extra, kNames, out);
  });
  record.strings("names", story.names, [](const std::string& name) { return std::string_view(name); });
  record.array("summary", story.summary.sentences, [&](ObjectWriter& object, const MultiSummarySentence& sentence) {
    const Article& article = articles[story.articles[sentence.document].article];
    object.member("article", article.id);
    object.known("outlet", article.outlet);
    object.member("index", sentence.index);
    object.member("begin", sentence.begin);
    object.member("end", sentence.end);
    object.member("text", bytes_of(article, sentence));
    object.member("score", sentence.score);
  });
  record.close();
  out += '\n';
}

void render_text(std::span<const Article> articles, std::span<const Story> stories, std::string& out) {
  std::size_t several = 0;
  std::size_t alone = 0;
  for (const Story& story : stories) ++(story.articles.size() > 1 ? several : alone);
  fmt::format_to(std::back_inserter(out), "{}: {} of several, {} alone\n",
                 counted(articles.size(), "article", "articles"), counted(several, "story", "stories"), alone);
}

void render_text(const Article& first, const Article& second, std::span<const Story> stories, const PairReason& reason,
                 std::string& out) {
  append_folded(fmt::format("{} and {} are in {}", first.id, second.id, reason.together ? "one story" : "two stories"),
                out);
  out += '\n';
  const auto line = [&](std::string_view name, std::string_view value) {
    fmt::format_to(std::back_inserter(out), "  {:<28}{}\n", name, value);
  };
  line("words in common", fmt::format("{:.2f}", reason.terms));
  line("in title and lead", fmt::format("{:.2f}", reason.lead));
  if (reason.vectors) line("meaning of the short texts", fmt::format("{:.2f}", *reason.vectors));
  line("days apart", reason.days ? fmt::format("{:.1f}", *reason.days) : "unknown");
  line("log-odds of one event", fmt::format("{:+.1f}", reason.log_odds));
  if (reason.together) {
    line("mean of the story", fmt::format("{:+.1f}", reason.nearness));
  } else {
    line("nearness of the stories", fmt::format("{:+.1f}, 0 would have joined them", reason.nearness));
  }
  std::string words;
  append_folded(fmt::format("{}", fmt::join(reason.shared, ", ")), words);
  line("shared, most telling first", words.empty() ? "nothing" : words);
  for (const std::size_t story : {reason.first_story, reason.second_story}) {
    line("story",
         fmt::format("{}, {}", stories[story].id, counted(stories[story].articles.size(), "article", "articles")));
    if (reason.together) break;
  }
}

void render_json(const Article& first, const Article& second, std::span<const Story> stories, const PairReason& reason,
                 std::string& out) {
  ObjectWriter record(out);
  record.member("type", "reason");
  record.member("first", first.id);
  record.member("second", second.id);
  record.member("together", reason.together);
  record.member("first_story", stories[reason.first_story].id);
  record.member("second_story", stories[reason.second_story].id);
  record.member("terms", reason.terms);
  record.member("lead", reason.lead);
  if (reason.vectors) record.member("vectors", *reason.vectors);
  if (reason.days) record.member("days", *reason.days);
  record.member("log_odds", reason.log_odds);
  record.member("nearness", reason.nearness);
  record.strings("shared", reason.shared, [](const std::string& word) { return std::string_view(word); });
  record.close();
  out += '\n';
}

}  // namespace nutgraf

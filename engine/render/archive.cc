// The stories of an archive, as text.
#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "nutgraf/render.h"
#include "render/columns.h"
#include "render/table.h"

namespace nutgraf {
namespace {

std::string folded(std::string_view text) {
  std::string out;
  append_folded(text, out);
  return out;
}

std::string_view title_of(const ArchivedArticle& article) { return article.title.empty() ? article.id : article.title; }

std::string numbers(std::span<const StoryNumber> stories) { return fmt::format("{}", fmt::join(stories, ", ")); }

}  // namespace

void render_text(const Article& article, const Added& added, std::string& out) {
  append_folded(article.id, out);
  const bool stays = added.arrival == Arrival::kUpdated || added.arrival == Arrival::kUnchanged;
  fmt::format_to(std::back_inserter(out), ": {}{} story {}", to_string(added.arrival), stays ? ", in" : "",
                 added.story);
  for (const StoryMerge& merge : added.merges)
    fmt::format_to(std::back_inserter(out), "; story {} has merged into {}", merge.story, merge.into);
  out += '\n';
}

void render_text(std::span<const ArchivedStory> stories, std::string& out) {
  Table table({{"story", Align::kRight}, {"articles", Align::kRight}, {"begins"}, {"title"}});
  for (const ArchivedStory& story : stories) {
    const ArchivedArticle& first = story.articles.front();
    table.add_row({fmt::format("{}", story.number), fmt::format("{}", story.articles.size()), folded(first.published),
                   folded(title_of(first))});
  }
  table.render(out);
}

void render_text(const ArchivedStory& story, std::string& out) {
  fmt::format_to(std::back_inserter(out), "Story {}: {}\n", story.number, folded(title_of(story.articles.front())));
  if (!story.merged.empty()) fmt::format_to(std::back_inserter(out), "Merged into it: {}\n", numbers(story.merged));
  Table table({{"id"}, {"published"}, {"outlet"}, {"title"}});
  for (const ArchivedArticle& article : story.articles)
    table.add_row({folded(article.id), folded(article.published), folded(article.outlet), folded(article.title)});
  table.render(out);
}

}  // namespace nutgraf

// Any text, cut into two or three articles and compared: whatever is found lies in its article, between whole
// characters, shares are shares, and what is rendered is UTF-8, the JSON on one line.
#include <simdjson.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/analyse.h"
#include "nutgraf/compare.h"
#include "nutgraf/render.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const std::vector<nutgraf::Document>& documents, const nutgraf::Place& place) {
  require(place.document < documents.size());
  const std::string_view text = documents[place.document].article->text;
  require(place.sentence < documents[place.document].sentences.size());
  require(place.begin <= place.end && place.end <= text.size());
  require(simdjson::validate_utf8(text.substr(place.begin, place.end - place.begin)));
}

void check(const std::vector<nutgraf::Document>& documents, const nutgraf::Comparison& comparison) {
  for (const nutgraf::SharedFact& fact : comparison.shared) {
    require(fact.tellings.size() > 1 && fact.outlets > 0 && fact.score >= 0 && fact.score <= 1);
    for (const nutgraf::Place& telling : fact.tellings) check(documents, telling);
  }
  for (const nutgraf::OnlyFact& fact : comparison.only) check(documents, fact.place);
  for (const nutgraf::Difference& difference : comparison.differing) {
    require(difference.claims.size() > 1 && difference.newest < difference.claims.size());
    for (const nutgraf::Claim& claim : difference.claims) {
      check(documents, claim.place);
      check(documents, claim.context);
      require(claim.context.begin <= claim.place.begin && claim.place.end <= claim.context.end);
    }
  }
  for (const nutgraf::QuoteGroup& group : comparison.quotes)
    for (const nutgraf::Quote& quote : group.quotes) check(documents, quote.place);
  for (const nutgraf::CopiedPassage& passage : comparison.copied) {
    check(documents, passage.a);
    check(documents, passage.b);
  }
  for (const nutgraf::ArticleSimilarity& s : comparison.similarity)
    for (const double share : {s.copied_a, s.copied_b, s.content, s.facts, s.names, s.numbers})
      require(share >= 0 && share <= 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  if (!simdjson::validate_utf8(bytes)) return 0;
  // The same text in part, so that something is found.
  const std::size_t third = bytes.size() / 3;
  std::vector<nutgraf::Article> articles;
  for (const std::string_view text : {bytes, bytes.substr(0, 2 * third), bytes.substr(third)}) {
    if (!simdjson::validate_utf8(text)) return 0;
    articles.push_back({.id = "article", .text = std::string(text), .language = data[0] % 4U == 0 ? "de" : "en"});
  }
  articles[0].published = data[0] % 2U == 0 ? "2026-10-14" : "";
  articles[1].published = "2026-10-15";
  nutgraf::Analyser analyser;
  std::vector<nutgraf::Document> documents;
  for (const nutgraf::Article& article : articles) documents.push_back(analyser.analyse(article));
  const nutgraf::Comparison comparison = nutgraf::Comparer().compare(documents);
  check(documents, comparison);

  std::string json;
  render_json(documents, comparison, json);
  require(json.find('\n') == json.size() - 1);
  simdjson::dom::parser parser;
  require(parser.parse(json).error() == simdjson::SUCCESS);
  std::string text;
  render_text(documents, comparison, {.width = data[0]}, text);
  render_html(documents, comparison, text);
  require(simdjson::validate_utf8(text));
  return 0;
}

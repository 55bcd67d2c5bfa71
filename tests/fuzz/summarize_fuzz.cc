// Any bytes, read, analysed and summarized within small budgets: the budgets hold, a text never has an empty summary,
// the sentences are the article's own in its order, and the JSON is JSON on one line. So is its headline, within its
// limits, and the marked article is UTF-8.
#include <simdjson.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "nutgraf/analyse.h"
#include "nutgraf/read.h"
#include "nutgraf/render.h"
#include "nutgraf/summarize.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const nutgraf::Article& article, const nutgraf::SummaryOptions& options) {
  nutgraf::Analyser analyser;
  const nutgraf::Document document = analyser.analyse(article);
  nutgraf::Summarizer summarizer(options);
  const nutgraf::Summary summary = summarizer.summarize(document);
  require(document.sentences.empty() == summary.sentences.empty());
  require(options.sentences == 0 || summary.sentences.size() <= options.sentences);
  require(options.words == 0 || summary.words <= options.words);
  require(options.characters == 0 || summary.characters <= options.characters);
  std::size_t end = 0;
  for (const nutgraf::SummarySentence& s : summary.sentences) {
    require(end <= s.begin && s.begin < s.end && s.end <= article.text.size());
    require(s.score >= 0 && s.score <= 1);
    end = s.end;
  }

  nutgraf::Headliner headliner;
  if (const auto headline = headliner.find(document)) {
    require(headline->begin < headline->end && headline->end <= article.text.size());
    require(headline->words <= 12 && headline->characters <= 90);
    require(headline->score >= 0 && headline->score <= 1);
  }
  for (const auto style : {nutgraf::HighlightStyle::kPlain, nutgraf::HighlightStyle::kHtml}) {
    std::string marked;
    render_highlight(document, summary, style, marked);
    require(simdjson::validate_utf8(marked));
  }

  std::string json;
  render_json(document, summary, json);
  require(json.find('\n') == json.size() - 1);
  simdjson::dom::parser parser;
  const simdjson::error_code error = parser.parse(json).error();
  require(error == simdjson::SUCCESS || error == simdjson::NUMBER_ERROR);  // extra keeps numbers beyond 64 bits
  std::string text;
  render_text(document, summary, text);
  require(text.empty() == (summary.sentences.empty() && summary.explanations.empty()));
  require(simdjson::validate_utf8(text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 4) return 0;
  const nutgraf::SummaryOptions options{.sentences = data[0] % 4U,
                                        .words = data[1] % 32U,
                                        .characters = data[2] % 128U,
                                        .ratio = data[3] % 8U / 8.0,
                                        .query = data[3] >= 128 ? "port ships" : "",
                                        .explain = data[3] % 2U == 0};
  const std::string_view bytes(reinterpret_cast<const char*>(data + 4), size - 4);
  const auto articles = nutgraf::read_articles(bytes, "input");
  if (!articles) return 0;
  for (const nutgraf::Article& article : *articles) check(article, options);
  return 0;
}

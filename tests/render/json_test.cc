#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "nutgraf/render.h"

namespace nutgraf {
namespace {

const Article kArticle = {.id = "harbour-1", .title = "Port \"reopens\"", .text = "The port reopened. Ships waited."};

Document document_of(const Article& article) {
  Document document;
  document.article = &article;
  document.sentences = {{.begin = 0, .end = 18}, {.begin = 19, .end = 32}};
  return document;
}

std::string rendered(const Article& article, const Summary& summary) {
  std::string out;
  render_json(document_of(article), summary, out);
  return out;
}

TEST(Json, ASummaryIsOneRecord) {
  const Summary summary = {
      .sentences = {{.index = 1, .begin = 19, .end = 32, .score = 0.81}}, .words = 2, .characters = 13};
  EXPECT_EQ(rendered(kArticle, summary),
            R"({"type":"summary","id":"harbour-1","title":"Port \"reopens\"","sentences":)"
            R"([{"index":1,"begin":19,"end":32,"text":"Ships waited.","score":0.81}],"words":2,"characters":13})"
            "\n");
}

TEST(Json, TellsWhatAreThePastedLinksThatATextIsWithout) {
  const Article article = {.id = "weir", .text = "Ona Weir Ona WeirShips return MORE left. Fog lay."};
  Document document = document_of(article);
  document.pasted = {{8, 34}};
  std::string out;
  render_json(document, {.sentences = {{.begin = 0, .end = 40, .score = 1}, {.begin = 41, .end = 49}}}, out);
  EXPECT_EQ(out, R"({"type":"summary","id":"weir","title":"","sentences":)"
                 R"([{"index":0,"begin":0,"end":40,"text":"Ona Weir left.","pasted":[{"begin":8,"end":34}],"score":1},)"
                 R"({"index":0,"begin":41,"end":49,"text":"Fog lay.","score":0}],"words":0,"characters":0})"
                 "\n");
}

TEST(Json, ASummaryOfSeveralNamesTheArticleOfEachSentence) {
  const Article articles[] = {{.id = "a", .text = "The port reopened. Ships waited.", .outlet = "Veld Courier"},
                              {.id = "b", .title = "Port \"reopens\"", .text = "Fog lay.", .published = "2026-04-04"}};
  std::vector<Document> documents;
  for (const Article& article : articles) documents.push_back(document_of(article));
  const MultiSummary summary = {.sentences = {{.document = 1, .index = 0, .begin = 0, .end = 8, .score = 1},
                                              {.document = 0, .index = 1, .begin = 19, .end = 32, .score = 0.5}},
                                .words = 4,
                                .characters = 22};
  std::string out;
  render_json(documents, summary, out);
  EXPECT_EQ(
      out,
      R"({"type":"summary","articles":[{"id":"a","title":"","outlet":"Veld Courier"},)"
      R"({"id":"b","title":"Port \"reopens\"","published":"2026-04-04"}],)"
      R"("sentences":[{"article":"b","index":0,"begin":0,"end":8,"text":"Fog lay.","score":1},)"
      R"({"article":"a","outlet":"Veld Courier","index":1,"begin":19,"end":32,"text":"Ships waited.","score":0.5}],)"
      R"("words":4,"characters":22})"
      "\n");
}

TEST(Json, VectorsAreWrittenSoThatTheSameFloatsAreRead) {
  Embeddings embeddings{.dimensions = 2, .parts = {{0, 18}, {19, 32}}, .vectors = {0.1F, -1, 1e-8F, 0}};
  std::string out;
  render_json(document_of(kArticle), EmbedUnit::kSentence, embeddings, out);
  EXPECT_EQ(out, R"({"type":"embeddings","id":"harbour-1","title":"Port \"reopens\"","dimensions":2,"sentences":)"
                 R"([{"begin":0,"end":18,"text":"The port reopened.","vector":[0.1,-1]},)"
                 R"({"begin":19,"end":32,"text":"Ships waited.","vector":[1e-08,0]}]})"
                 "\n");
  embeddings.parts = {{0, 32}};
  embeddings.vectors = {0.6F, 0.8F};
  out.clear();
  render_json(document_of(kArticle), EmbedUnit::kArticle, embeddings, out);
  EXPECT_EQ(out,
            R"({"type":"embeddings","id":"harbour-1","title":"Port \"reopens\"","dimensions":2,"vector":[0.6,0.8]})"
            "\n");
}

TEST(Json, WhatIsNotKnownIsLeftOutAndWhatIsComesLast) {
  Article article = kArticle;
  article.outlet = "Veld Courier";
  article.url = "https://courier.example/1";
  article.published = "2031-05-04T08:00:00Z";
  article.language = "en";
  article.replaced = 2;
  article.extra = R"("desk": "city", "title": "not this one", "words": 9)";
  Document document = document_of(article);
  document.language = "en";
  std::string out;
  render_json(document, Summary{.truncated = true}, out);
  EXPECT_EQ(out,
            R"({"type":"summary","id":"harbour-1","title":"Port \"reopens\"","sentences":[],"words":0,"characters":0,)"
            R"("truncated":true,"replaced":2,"outlet":"Veld Courier","url":"https://courier.example/1",)"
            R"("published":"2031-05-04T08:00:00Z","language":"en","desk":"city"})"
            "\n");
}

TEST(Json, ExplanationsAreWrittenIfThereAreAny) {
  const Summary summary = {.explanations = {{.index = 1,
                                             .dependent = true,
                                             .evidence = {1, -0.5, 0, 0.25, 0, 2},
                                             .query = 0.125,
                                             .score = 0.5,
                                             .redundancy = 0.75,
                                             .verdict = Verdict::kRedundant}}};
  const std::string out = rendered(kArticle, summary);
  EXPECT_NE(out.find(R"("explanations":[{"index":1,"kind":"body","dependent":true,"position":1,"length":-0.5,"form":0,)"
                     R"("salience":0.25,"agreement":0,"content":2,)"
                     R"("query":0.125,"score":0.5,"redundancy":0.75,"verdict":"redundant"}])"),
            std::string::npos)
      << out;
}

TEST(Json, NumbersHaveFourDigitsAndAreAlwaysJson) {
  const struct {
    double value;
    const char* written;
  } cases[] = {{0, "0"},
               {-0.0, "0"},
               {1, "1"},
               {1.0 / 3, "0.3333"},
               {0.99996, "1"},
               {0.00001234, "1.234e-05"},
               {std::nan(""), "0"},
               {std::numeric_limits<double>::infinity(), "0"}};
  for (const auto& [value, written] : cases) {
    const std::string out = rendered(kArticle, {.sentences = {{.score = value}}});
    EXPECT_NE(out.find(std::string("\"score\":") + written + '}'), std::string::npos) << out;
  }
}

TEST(Json, SegmentsCarryTheirBytes) {
  const Article article = {.id = "a", .text = "Eins.\nZwei.", .language = "de", .extra = R"("desk":"city")"};
  const std::vector<Span> spans = {{0, 5}, {6, 11}};
  std::string out = "before\n";
  render_json(article, spans, out);
  EXPECT_EQ(out,
            "before\n"
            R"({"type":"segments","id":"a","sentences":[{"begin":0,"end":5,"text":"Eins."},)"
            R"({"begin":6,"end":11,"text":"Zwei."}],"language":"de","desk":"city"})"
            "\n");
}

TEST(Json, TheTextComesOnRequest) {
  const Article article = {.id = "a", .text = "Eins.\nZwei.", .language = "de"};
  std::string out;
  render_json(article, {}, out, {.text = true});
  EXPECT_EQ(out, R"({"type":"segments","id":"a","sentences":[],"text":"Eins.\nZwei.","language":"de"})"
                 "\n");
}

TEST(Json, AScoreIsARecordAMetric) {
  Score score{.task = "segments", .file = "gold.jsonl", .metrics = {{"f1", 0.985}, {"cases", 48, true}}};
  std::string out;
  render_json(score, out);
  score.file.clear();
  score.files = 2;
  score.metrics.resize(1);
  render_json(score, out);
  EXPECT_EQ(out, R"({"type":"score","task":"segments","file":"gold.jsonl","metric":"f1","value":0.985})"
                 "\n"
                 R"({"type":"score","task":"segments","file":"gold.jsonl","metric":"cases","value":48})"
                 "\n"
                 R"({"type":"score","task":"segments","files":2,"metric":"f1","value":0.985})"
                 "\n");
}

TEST(Json, TheEndRecordCounts) {
  std::string out;
  render_json(EndRecord{.articles = 12, .failed = 3}, out);
  EXPECT_EQ(out, "{\"type\":\"end\",\"schema\":1,\"articles\":12,\"failed\":3}\n");
}

}  // namespace
}  // namespace nutgraf

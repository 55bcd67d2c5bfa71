#include <string>
#include <string_view>

#include "nutgraf/render.h"
#include "render/json_object.h"

namespace nutgraf {
namespace {

void write_place(ObjectWriter& object, std::span<const Document> documents, const Place& place) {
  const Article& article = *documents[place.document].article;
  object.member("article", article.id);
  object.known("outlet", article.outlet);
  object.member("index", place.sentence);
  object.member("begin", place.begin);
  object.member("end", place.end);
  object.member("text", bytes(article, place.begin, place.end));
}

void write_similarity(ObjectWriter& object, std::span<const Document> documents, const ArticleSimilarity& similarity) {
  object.member("a", documents[similarity.a].article->id);
  object.member("b", documents[similarity.b].article->id);
  object.member("relation", to_string(similarity.relation));
  object.member("copied_a", similarity.copied_a);
  object.member("copied_b", similarity.copied_b);
  object.member("content", similarity.content);
  object.member("facts", similarity.facts);
  object.member("names", similarity.names);
  object.member("numbers", similarity.numbers);
}

}  // namespace

void render_json(std::span<const Document> documents, const Comparison& comparison, std::string& out,
                 const JsonOptions& options) {
  ObjectWriter record(out);
  const auto write_at = [&](ObjectWriter& object, const Place& place) { write_place(object, documents, place); };
  const auto member_at = [&](ObjectWriter& parent, std::string_view name, const Place& place) {
    parent.name(name);
    ObjectWriter object(out);
    write_place(object, documents, place);
    object.close();
  };
  record.member("type", "comparison");
  write_articles(record, documents, options);
  record.array("shared", comparison.shared, [&](ObjectWriter& object, const SharedFact& fact) {
    object.member("outlets", fact.outlets);
    object.member("score", fact.score);
    object.array("tellings", fact.tellings, write_at);
    if (!fact.left_out.empty()) {
      object.array("left_out", fact.left_out, [&](ObjectWriter& article, std::size_t document) {
        article.member("article", documents[document].article->id);
      });
    }
  });
  record.array("only", comparison.only, [&](ObjectWriter& object, const OnlyFact& fact) {
    write_place(object, documents, fact.place);
    object.member("weight", fact.weight);
    object.member("names", fact.names);
    object.member("numbers", fact.numbers);
    object.member("terms", fact.terms);
    object.member("quote", fact.quote);
  });
  record.array("differing", comparison.differing, [&](ObjectWriter& object, const Difference& difference) {
    object.member("kind", to_string(difference.kind));
    object.member("update", difference.update);
    object.member("score", difference.score);
    if (difference.update)
      object.member("newest", documents[difference.claims[difference.newest].place.document].article->id);
    object.array("claims", difference.claims, [&](ObjectWriter& element, const Claim& claim) {
      write_place(element, documents, claim.place);
      member_at(element, "context", claim.context);
    });
  });
  record.array("quotes", comparison.quotes, [&](ObjectWriter& object, const QuoteGroup& group) {
    object.member("cut", group.cut);
    object.array("tellings", group.quotes, [&](ObjectWriter& element, const Quote& quote) {
      write_place(element, documents, quote.place);
      if (quote.speaker.end > quote.speaker.begin) member_at(element, "speaker", quote.speaker);
    });
  });
  record.array("copied", comparison.copied, [&](ObjectWriter& object, const CopiedPassage& passage) {
    object.member("words", passage.words);
    object.member("quoted", passage.quoted);
    member_at(object, "a", passage.a);
    member_at(object, "b", passage.b);
  });
  // Of two articles their similarity; of more, that of the least alike, and all.
  record.name("similarity");
  ObjectWriter similarity(out);
  if (const auto* least = least_similar(comparison)) write_similarity(similarity, documents, *least);
  if (comparison.similarity.size() > 1) {
    similarity.array("pairs", comparison.similarity, [&](ObjectWriter& object, const ArticleSimilarity& pair) {
      write_similarity(object, documents, pair);
    });
  }
  similarity.close();
  record.close();
  out += '\n';
}

}  // namespace nutgraf

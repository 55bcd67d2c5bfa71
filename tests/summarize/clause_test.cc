#include "summarize/clause.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>

#include "nutgraf/analyse.h"
#include "summarize/budget.h"
#include "summarize/fitting.h"

namespace nutgraf {
namespace {

// The sentence with its borders written into it: "||" of a clause, "|" of a phrase, "'" of a weak one.
std::string with_borders(const std::string& text, const std::string& language = "en") {
  const Article article{.id = "test", .text = text, .language = language};
  const Document document = Analyser().analyse(article);
  ClauseReader reader;
  std::string result;
  std::size_t at = 0;
  for (const Border& border : reader.read(document, document.sentences.at(0))) {
    if (border.kind == BorderKind::kWhole) break;
    result += text.substr(at, border.end - at);
    result += border.kind == BorderKind::kClause ? "||" : border.kind == BorderKind::kPhrase ? "|" : "'";
    at = border.end;
  }
  return result + text.substr(at);
}

TEST(Clauses, EndAtConjunctionsCommasAndPrepositions) {
  const std::pair<const char*, const char*> cases[] = {
      {"The harbour of Veld reopened on Tuesday after a storm had shut the pier.",
       "The harbour of Veld reopened| on Tuesday|| after a storm had shut the pier."},
      {"The harbour of Veld reopened, the harbour master said.",
       "The harbour of Veld reopened||, the harbour master said."},
      {"Crews secured a crane that leaned over the channel.", "Crews secured a crane' that leaned over the channel."},
      {"Crews secured a crane leaning over the channel.", "Crews secured a crane| leaning over the channel."},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(with_borders(text), expected);
}

TEST(Clauses, DoNotEndWhereSomethingIsMissing) {
  for (const char* text : {"Ilse Marrow, the harbour master of Veld.",             // no verb
                           "The captain who sailed from Orrin in May.",            // only one of "who"
                           "After a long storm in Veld the pier in Orrin burned",  // only an opening
                           "Ilse Marrow told the crews on the pier.",              // what she said
                           "Marrow bought ships, ferries and boats.",              // a list
                           "Marrow called it \"a shame on the city of Veld\"."})   // a quotation
    EXPECT_EQ(with_borders(text), text);
}

TEST(Clauses, AreToldByCommasInLanguagesWithoutData) {
  EXPECT_EQ(with_borders("Satamamestari Ilse Marrow avasi sataman, kun myrsky oli ohi.", "fi"),
            "Satamamestari Ilse Marrow avasi sataman||, kun myrsky oli ohi.");
}

TEST(Fitting, CutsAtABorderThatIsNear) {
  const std::string text = "The harbour of Veld reopened on Tuesday after a storm had shut the old pier.";
  const Article article{.id = "test", .text = text, .language = "en"};
  const Document document = Analyser().analyse(article);
  ClauseReader reader;
  const auto cut = [&](std::size_t characters) {
    const std::size_t fits = fitting_end(text, SIZE_MAX, characters);
    const Sentence& sentence = document.sentences.at(0);
    return text.substr(0, end_of_clause(reader.read(document, sentence), sentence, fits));
  };
  EXPECT_EQ(cut(60), "The harbour of Veld reopened on Tuesday");
  EXPECT_EQ(cut(45), "The harbour of Veld reopened on Tuesday");
  EXPECT_EQ(cut(36), "The harbour of Veld reopened");
  EXPECT_EQ(cut(20), "The harbour of Veld");
  EXPECT_EQ(cut(200), text.substr(0, text.size() - 1));
}

}  // namespace
}  // namespace nutgraf

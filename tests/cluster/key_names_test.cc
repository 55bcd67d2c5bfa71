#include "cluster/key_names.h"

#include <gtest/gtest.h>

#include <list>
#include <string>
#include <vector>

#include "nutgraf/analyse.h"

namespace nutgraf {
namespace {

using Names = std::vector<std::string>;

Names names_of(const Names& texts, std::size_t most = 5) {
  std::list<Article> articles;
  std::vector<Document> documents;
  for (const std::string& text : texts) {
    articles.push_back({.text = text, .language = "en"});
    documents.push_back(Analyser().analyse(articles.back()));
  }
  return find_key_names(documents, most);
}

struct KeyNamesCase {
  const char* name;
  Names texts;
  Names names;
};

class KeyNames : public testing::TestWithParam<KeyNamesCase> {};

TEST_P(KeyNames, AreFound) { EXPECT_EQ(names_of(GetParam().texts), GetParam().names); }

INSTANTIATE_TEST_SUITE_P(
    Rules, KeyNames,
    testing::Values(KeyNamesCase{"None", {}, {}},
                    KeyNamesCase{"WithoutNames", {"Ships waited for nine days.", "Nobody knew why."}, {}},
                    KeyNamesCase{"InMostArticlesFirst",
                                 {"Ships left Orrin for Sule, and Sule waited.",
                                  "Ships came to Orrin from Sule and Veld.", "Smoke rose over Orrin."},
                                 {"Orrin", "Sule"}},
                    KeyNamesCase{"ThenTheMostFrequent",
                                 {"Ships left Orrin for Veld, as Veld knew.", "Ships left Orrin for Veld."},
                                 {"Veld", "Orrin"}},
                    KeyNamesCase{"NotThoseOfOneArticle", {"Ships left Orrin.", "Ships left Sule and Sule."}, {}},
                    KeyNamesCase{"OfASingleArticleAll", {"Ships left Orrin for Sule."}, {"Orrin", "Sule"}},
                    KeyNamesCase{"NotTheFirstWord", {"Orrin waited.", "Orrin waited again."}, {}},
                    KeyNamesCase{"TheEndOfALongerOneCountsForIt",
                                 {"Yesterday Ona Weir spoke, and then Weir left.", "Yesterday Weir met the mayor."},
                                 {"Ona Weir"}},
                    KeyNamesCase{"PartedByAComma",
                                 {"Ships left Orrin, Sule and Veld.", "Ships left Orrin, Sule and Veld again."},
                                 {"Orrin", "Sule", "Veld"}}),
    [](const auto& test) { return test.param.name; });

TEST(FindKeyNames, AreNoMoreThanAskedFor) {
  EXPECT_EQ(names_of({"Ships left Orrin for Sule and Veld."}, 2), (Names{"Orrin", "Sule"}));
  EXPECT_EQ(names_of({"Ships left Orrin for Sule and Veld."}, 0), Names());
}

}  // namespace
}  // namespace nutgraf

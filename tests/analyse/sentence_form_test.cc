#include "analyse/sentence_form.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace nutgraf {
namespace {

SentenceForm form_of_text(const Article& article) {
  Document document;
  document.article = &article;
  return form_of(document, {.content_end = article.text.size()}, {});
}

TEST(SentenceForm, NotesMarksWhereverTheyStand) {
  struct Case {
    std::string_view part;
    unsigned marks;
  };
  constexpr std::size_t kLongest = 50;  // bytes around it
  for (const auto& [part, marks] :
       {Case{"a", 0}, Case{"\"", kQuotationMark}, Case{"/", kSlash}, Case{":", kColon}, Case{"(", kBracket},
        Case{"[", kBracket}, Case{"aB", kGluedCapital}, Case{" B", 0}, Case{".a", kInnerStop}, Case{". ", 0},
        Case{"a-", 0}, Case{"2-", 0}, Case{" -", kFreeHyphen}, Case{"\u00FC", kNotAscii}}) {
    for (std::size_t before = 0; before <= kLongest; ++before)
      for (const std::size_t behind : {std::size_t{1}, kLongest}) {
        const Article article{.text = std::string(before, 'a') + std::string(part) + std::string(behind, 'a')};
        EXPECT_EQ(form_of_text(article).marks, marks) << article.text;
      }
  }
}

TEST(SentenceForm, NeverDeniesAMark) {
  EXPECT_TRUE(form_of_text({.text = "\u201CWe waited.\u201D"}).may_have(kQuotationMark));
  const Article article{.text = "Veld-based"};
  SentenceForm form = form_of_text(article);
  EXPECT_FALSE(form.may_have(kFreeHyphen));
  skip(form, std::string_view("Veld").size());
  EXPECT_TRUE(form.may_have(kFreeHyphen));
}

}  // namespace
}  // namespace nutgraf

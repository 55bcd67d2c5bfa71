#include <gtest/gtest.h>

#include <string>

#include "analyse/kinds.h"

namespace nutgraf {
namespace {

using enum SentenceKind;

TEST(SentenceKind, TellsDatelinesAndBylines) {
  for (const char* line : {"October 14, 2026 6:52 am", "\u2022 Monday, 2 November 2026", "Updated 3 hours ago",
                           "14/10/2026", "Published at 09:41 GMT on 3 May 2027", "By Ona Weir and Tam Ruck"})
    expect_kinds({{kDateline, line}, {kBody, kFirst}, {kBody, kSecond}});
}

TEST(SentenceKind, KeepsSentencesThatOnlyLookLikeFurniture) {
  for (const char* line :
       {"Share prices fell by 3 percent in Veld.", "Watch makers on Sule fear the tariff.",
        "Photo shops are closing all over Orrin.", "By Friday the backlog had cleared.", "Home sales rose in May.",
        "Related species live on Sule.", "Search teams found the boat.", "Comments by the minister angered crews.",
        "In May 2026 the pier burned down.", "The list at www.veld.example names 31 ships."})
    expect_kinds({{kBody, line}, {kBody, kFirst}, {kBody, kSecond}});
}

TEST(SentenceKind, TellsCreditsReferencesAndForms) {
  const Line cases[] = {
      {kCredit, "Photo: Tam Ruck / Veld Courier"},
      {kCredit, "| Tam Ruck/Veld Photo Harbour Ships wait for the tide."},
      {kCredit, "(Reporting by Ona Weir; editing by Tam Ruck)"},
      {kCredit, "A photo from the harbour authority shows its master, Ilse Marrow, on the pier."},
      {kCredit,
       "Harbour master Ilse Marrow shows a group of pilots from the island of Sule how the crane that fell into the "
       "channel was lifted on the third day Tam Ruck | Courier"},
      {kCredit, "The pier also burned, reports the Orrin Gazette with reference to the fire service."},
      {kReference, "Read also: Ferry terminal to stay closed"},
      {kReference, "[Crews found the pier closed all night. See our map.]"},
      {kReference, "Earlier we wrote that crews had asked for help."},
      {kReference, "Related: How to build a telescope"},
      {kReference, "Watch: The crane falls into the channel"},
      {kReference, "See how the crane fell \u00BB"},
      {kReference, "Click here!"},
      {kReference, "A version of this report first appeared in our harbour letter."},
      {kReference, "Here are five things that crews expect."},
      {kReference, "The names of all ships are at www.veld.example."},
      {kReference, "As the video above shows, the crane fell slowly."},
      {kReference, "Nine days without a ferry https://veld.example/ferry"},
      {kCredit, "Courier's Tam Ruck contributed to this report."},
      {kCredit, "In this May 3 file photo, ships wait off Veld."},
      {kForm, "The opinions expressed in this commentary are those of Ona Weir."},
      {kForm, "This story has been updated with what the harbour master said."},
      {kForm, "Subscribe to Harbour Monthly for a free map."},
      {kForm, "Follow us on Twitter for more news of Sule."},
      {kForm, "Get all the harbour's news delivered to your inbox."},
      {kForm, "Sign up for our weekly newsletter."},
      {kForm, "Leave a Reply"},
      {kForm, "Facebook Twitter Pinterest Ships wait off Veld for the storm to end."},
      {kForm, "Welcome to the Harbour Letter."},
      {kForm, "Your email address will not be published."},
      {kForm, "\u00A9 2026 The Tarn Messenger. "},
      {kForm, "We use cookies to make this site better."},
      {kForm, "Share this article"},
      {kForm, "The Messenger may earn a commission when you buy a map."},
      {kForm, "Copyright 2026 The Tarn Messenger."},
      {kForm, "Advertisement"},
      {kForm, "***"},
  };
  for (const Line& line : cases) {
    SCOPED_TRACE(line.text);
    Article article{
        .id = "test", .text = std::string(kFirst) + "\n\n" + line.text + "\n\n" + kSecond, .language = "en"};
    const Document document = Analyser().analyse(article);
    ASSERT_GE(document.sentences.size(), 3U);
    EXPECT_EQ(document.sentences.front().kind, kBody);
    EXPECT_EQ(document.sentences[1].kind, line.kind);
    EXPECT_EQ(document.sentences.back().kind, kBody);
  }
}

TEST(SentenceKind, TellsHeadingsInCapitalsHoweverLong) {
  const std::string heading =
      "CRANE OF HALDEN LIFTING FALLS INTO THE CHANNEL OF VELD AND CLOSES THE HARBOUR FOR NINE DAYS AS PILOTS OF ALL "
      "PORTS OF ORRIN WAIT AT SEA FOR A BERTH";
  expect_kinds({{kBody, kFirst}, {kHeading, heading}, {kBody, kSecond}});
}

TEST(SentenceKind, TellsWhatEndsInACreditOrALink) {
  for (const char* end : {"Photo: Tam Ruck/Courier", "Photograph: Tam Ruck", "Tam Ruck/Veld Photo Inc.", "Tam Ruck/AP",
                          "(Veld Photo Agency)"})
    expect_kinds({{kCredit, "The crews are relieved."}, {kCredit, end}}, " ");
  expect_kinds({{kReference, "The harbour is open."}, {kReference, "How crews lifted the crane Read more"}}, " ");
  for (const char* end : {"Photo shops reopen.", "The Veld/Orrin ferry returned.", "We read more.",
                          "Orrin/Veld Ferries.", "(Weir is 31.)"})
    expect_kinds({{kBody, "The crews are relieved."}, {kBody, end}}, " ");
}

TEST(SentenceKind, TellsWhatStandsAboveTheDateline) {
  expect_kinds(
      {{kDeck, "Pilots call the harbour of Veld safe."}, {kBody, "VELD (Reuters) - Ships returned to the harbour."}});
  expect_kinds({{kBody, kSecond}, {kBody, "The crane (31 tonnes) was lifted on Monday."}});
}

TEST(SentenceKind, TellsWhatProgramsLeftInTheText) {
  expect_kinds({{kBody, kFirst}, {kForm, "function open() { return 31; }"}, {kBody, kSecond}});
}

TEST(SentenceKind, TellsPostsByTheirSignature) {
  const std::string post = "So glad the harbour is open again.";
  const Article below{.id = "test",
                      .text = std::string(kFirst) + "\n\n" + post + " \u2014 Ona Weir (@onaweir) May 3, 2027\n\n" +
                              post + " Really.\n\n- Tam Ruck (@tamruck) May 3, 2027\n\n" + kSecond,
                      .language = "en"};
  const Document document = Analyser().analyse(below);
  for (const Sentence& sentence : document.sentences) {
    const bool body = document.text(sentence) == kFirst || document.text(sentence) == kSecond;
    EXPECT_EQ(sentence.kind == kBody, body) << document.text(sentence);
  }
  expect_kinds({{kBody, kFirst}, {kBody, "Pilots (@pilots) - all of them - were glad."}, {kBody, kSecond}});
}

TEST(SentenceKind, EndsTheArticleAtTheComments) {
  expect_kinds(
      {{kBody, kFirst}, {kBody, kSecond}, {kForm, "Comments (14)"}, {kForm, "Great article, thanks for sharing!"}});
  // At the top the same words end nothing.
  expect_kinds({{kForm, "Comments (14)"}, {kBody, kFirst}, {kBody, kSecond}});
}

TEST(SentenceKind, IsToldInArabicWithAndWithoutHamzas) {
  const Line lines[] = {{kReference, "اقرأ أيضا: الجسر الجديد في المدينة"},
                        {kReference, "اقرا ايضا: الجسر الجديد في المدينة"},
                        {kForm, "أضف تعليقا"},
                        {kForm, "اضف تعليقا"},
                        {kBody, "عادت السفن إلى الميناء يوم الثلاثاء."},
                        {kBody, "عادت السفن الى الميناء يوم الثلاثاء."}};
  for (const Line& line : lines) {
    const std::string first = "أعلنت سلطات الميناء فتح الجسر أمام المارة صباح الثلاثاء.";
    const Article article{.id = "test", .text = first + "\n\n" + line.text + "\n\n" + first, .language = "ar"};
    const Document document = Analyser().analyse(article);
    ASSERT_GE(document.sentences.size(), 2U) << line.text;
    EXPECT_EQ(document.sentences[1].kind, line.kind) << line.text;
  }
}

}  // namespace
}  // namespace nutgraf

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "nutgraf/analyse.h"

namespace nutgraf {

void PrintTo(SentenceKind kind, std::ostream* out) { *out << to_string(kind); }

namespace {

using enum SentenceKind;

struct Line {
  SentenceKind kind;
  std::string text;
};

// Joins the lines by `separator`, analyses them, and expects every line to be one sentence of its kind.
void expect_kinds(const std::vector<Line>& lines, std::string_view separator = "\n\n", std::string title = "") {
  Article article{.id = "test", .title = std::move(title), .language = "en"};
  for (const Line& line : lines) {
    if (!article.text.empty()) article.text += separator;
    article.text += line.text;
  }
  const Document document = Analyser().analyse(article);
  ASSERT_EQ(document.sentences.size(), lines.size()) << article.text;
  for (std::size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(document.sentences[i].kind, lines[i].kind) << lines[i].text;
}

constexpr const char* kFirst = "The harbour of Veld reopened on Tuesday.";
constexpr const char* kSecond = "Thirty-one ships had been waiting for nine days.";
constexpr const char* kThird = "Harbour master Ilse Marrow expects the backlog to clear by Friday.";

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

TEST(SentenceKind, TellsCaptionsWithoutCredit) {
  for (const char* line :
       {"Crews wait for a berth as cranes are cleared from the harbour in Veld, Orrin, May 3, 2027.",
        "Harbour master Ilse Marrow speaks to crews in Veld, Monday, May 3, 2027.",
        "A sailor holds a rope in Veld, Orrin, 3 May 2027.",
        "Ilse Marrow at the gates of the harbour in Veld, Monday, May 3, 2027.",
        "Ships wait for a berth in Veld, E.U., May 3, 2027.",
        "Crews cheer the first ship in Veld, Orrin, on May 3, 2027.",
        "Crews cheer Ilse Marrow, not pictured, in the harbour of Veld.",
        "A flag that says \"Open\" is seen during the first day of the harbour.",
        "Harbour master Ilse Marrow, left, thanked crews who had waited off Veld.",
        "Crews wait for a berth, Monday, May 3, 2027, at the harbour in Veld.",
        "Harbour master Ilse Marrow speaks in the town hall, May 3, 2027, in Veld.",
        "Harbour master Ilse Marrow inspects a crane on Monday, May 3, 2027 in Veld.",
        "Pilot Joss Hale listens as cranes are cleared.",
        "Crews of the harbour of Veld wait for a berth while cranes are cleared.",
        "Mask-wearing crews wait for a berth during a storm that hit Veld.",
        "Harbour master Ilse Marrow addresses the port authority of Veld on Monday.",
        "Ilse Marrow (pictured) thanked crews who had waited off Veld.",
        "Back at sea: Crews of the harbour of Veld, who had waited for nine days off the coast of Sule "
        "while cranes were cleared, left at dawn for Orrin and Halden",
        "From left, Ilse Marrow, Ada Kovel and Joss Hale of the harbour of Veld."})
    expect_kinds({{kBody, kFirst}, {kCredit, line}, {kBody, kSecond}});
  for (const char* line : {"Harbour master Ilse Marrow leaves a courthouse in Veld on May 3.",
                           "Harbour master Ilse Marrow speaks to crews on May 3, 2027 in Veld.",
                           "Ilse Marrow is joined by three pilots at the town hall May 3, 2027 in Veld.",
                           "Harbour master Ilse Marrow testifies at a hearing of the port authority on May 3, 2027."}) {
    expect_kinds({{kCredit, line}, {kBody, kFirst}, {kBody, kSecond}});
    expect_kinds({{kBody, kFirst}, {kBody, kSecond}, {kBody, line}});
  }
  for (const char* line :
       {"The crane was built in Veld, Orrin, May 3, 2027.", "Marrow said crews wait in Veld, May 3, 2027.",
        "Ships returned to Veld, Orrin, May 3, 2027.", "The last ferry leaves Veld in 2027.",
        "The ferry holds up to 31.", "Crews turned left, right, and left again.", "Marrow left, and pilots waited.",
        "A photo of a crane on a ferry is on show in Veld.",
        "The crane, which was to hold 31 tonnes, fell on Monday, May 3, 2027, in Veld.",
        "The ferry leaves Veld for the last time on May 3, 2027, its owner announced.",
        "Crews who wait for a berth as cranes are cleared are tired.",
        "The crane stands in Veld as a monument to crews.",
        "Veld stands with crews as they wait for a berth, Marrow said."})
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

TEST(SentenceKind, FindsTheTitleInTheText) {
  const Article article{
      .id = "test",
      .text = std::string("Monday, 2 November 2026\n\nHarbour of Veld reopens after storm\n\n") + kFirst,
      .language = "en"};
  EXPECT_EQ(Analyser().analyse(article).title, "Harbour of Veld reopens after storm");
  expect_kinds({{kTitle, "Harbour of Veld reopens after storm"},
                {kBody, kFirst},
                {kHeading, "What comes next"},
                {kBody, kSecond}});
}

TEST(SentenceKind, FindsTheTitleAgain) {
  expect_kinds({{kTitle, "Harbour of Veld reopens"}, {kBody, kFirst}, {kBody, kSecond}}, "\n\n",
               "Harbour of Veld reopens | Veld Courier");
  expect_kinds({{kTitle, "HARBOUR OF VELD REOPENS!"}, {kBody, kFirst}}, "\n\n", "Harbour of Veld reopens");
}

TEST(SentenceKind, ReadsWhatFollowsATitleAsASentenceOfItsOwn) {
  const Article article{.id = "test",
                        .title = "Harbour of Veld reopens",
                        .text = "Harbour of Veld reopens It's the third time this year.\n\n" + std::string(kSecond),
                        .language = "en"};
  const Document document = Analyser().analyse(article);
  EXPECT_EQ(document.content(document.sentences.at(0)), "It's the third time this year.");
  EXPECT_TRUE(document.sentences.at(0).dependent);
}

TEST(SentenceKind, TellsHeadingsInCapitalsHoweverLong) {
  const std::string heading =
      "CRANE OF HALDEN LIFTING FALLS INTO THE CHANNEL OF VELD AND CLOSES THE HARBOUR FOR NINE DAYS AS PILOTS OF ALL "
      "PORTS OF ORRIN WAIT AT SEA FOR A BERTH";
  expect_kinds({{kBody, kFirst}, {kHeading, heading}, {kBody, kSecond}});
}

TEST(SentenceKind, FindsATitleOfSeveralSentences) {
  expect_kinds({{kTitle, "The harbour of Veld reopens."}, {kTitle, "What comes next?"}, {kBody, kFirst}}, "\n\n",
               "The harbour of Veld reopens. What comes next?");
  expect_kinds({{kBody, "The harbour of Veld reopens."}, {kBody, kFirst}}, "\n\n",
               "The harbour of Veld reopens. What comes next?");
}

TEST(SentenceKind, FindsATitleOfSeveralSentencesWhereThePageAddsToIt) {
  const std::string title = "The harbour of Veld reopens. What comes next? Listen 10:00";
  const auto kinds = [&](const std::string& text) {
    const Article article{.id = "test", .title = title, .text = text, .language = "en"};
    const Document document = Analyser().analyse(article);
    return std::pair(document.sentences.at(0).kind, document.sentences.at(1).kind);
  };
  EXPECT_EQ(kinds("The harbour of Veld reopens. What comes next?\n\nCrews are relieved."), std::pair(kTitle, kTitle));
  EXPECT_EQ(kinds("The harbour of Veld reopens. Crews are relieved.\n\nShips wait."), std::pair(kBody, kBody));
}

TEST(SentenceKind, TellsWhatSurroundsATitleInsideAParagraph) {
  const Article article{.id = "test",
                        .title = "Harbour of Veld reopens",
                        .text = std::string("Ships wait for the tide. | Tam Ruck/Veld Photo harbours Harbour of Veld "
                                            "reopens Crews are relieved after nine days.\n\n") +
                                kFirst,
                        .language = "en"};
  const Document document = Analyser().analyse(article);
  for (const Sentence& sentence : document.sentences)
    EXPECT_EQ(sentence.kind == kBody, document.text(sentence) == kFirst) << document.text(sentence);
  expect_kinds({{kBody, "The port | Harbour of Veld reopens after nine days."}, {kBody, kFirst}}, " ",
               "Harbour of Veld reopens");
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

TEST(SentenceKind, TellsCaptionsBelowTheFirstParagraphByTheirVerb) {
  for (const char* line :
       {"A pilot surveys the harbour of Veld at dawn.", "Ona Heard, a pilot, poses at the pier of Veld.",
        "Ilse Marrow greets crews before the first ship leaves Veld."}) {
    expect_kinds({{kBody, kFirst}, {kCredit, line}, {kBody, kSecond}});
    expect_kinds({{kBody, kFirst}, {kBody, kSecond}, {kBody, line}});
  }
  for (const char* line : {"Crews removed the crane at dawn.", "The harbour is a small one with two piers.",
                           "Ilse Marrow calls the harbour safe, but pilots stay away.",
                           "He surveys the harbour of Veld.", "Pilots want to see a new pier."})
    expect_kinds({{kBody, kFirst}, {kBody, line}, {kBody, kSecond}});
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

TEST(SentenceKind, TellsADeckThatIsRepeated) {
  const std::string deck = "Ships returned to Veld on Tuesday after engineers secured a leaning crane.";
  expect_kinds({{kDeck, deck}, {kDeck, deck}}, "");
  const Article glued{.id = "test",
                      .text = "Veld reopens after the storm\n\n" + deck + deck + "\n\n" + kFirst + " " + kSecond,
                      .language = "en"};
  const Document document = Analyser().analyse(glued);
  ASSERT_EQ(document.sentences.size(), 5U);
  EXPECT_EQ(document.sentences[1].kind, kDeck);
  EXPECT_EQ(document.sentences[2].kind, kDeck);
  EXPECT_EQ(document.sentences[3].kind, kBody);
  // The text opens with the words of the deck: there they belong to the report.
  expect_kinds({{kDeck, deck}, {kBody, deck}, {kBody, kFirst}});
}

TEST(SentenceKind, TellsADeckThatTheReportSoonSaysAgain) {
  const std::string deck = "Thirty-one ships return to the harbour of Veld.";
  const std::string lead = "Thirty-one ships returned on Tuesday to the harbour of Veld, its master Ilse Marrow said.";
  expect_kinds({{kDeck, deck}, {kBody, lead}, {kBody, kSecond}});
  expect_kinds({{kBody, deck}, {kBody, "Thirty-one ships left on Tuesday, and the pier is closed."}, {kBody, kSecond}});
  expect_kinds({{kBody, lead}, {kBody, deck}});  // less is told of what is known
}

TEST(SentenceKind, KeepsTheFirstOfEqualSentences) {
  expect_kinds({{kBody, kFirst}, {kBody, kSecond}, {kBody, kThird}, {kRepeat, kSecond}, {kRepeat, kSecond}});
}

TEST(SentenceKind, EndsTheArticleAtTheComments) {
  expect_kinds(
      {{kBody, kFirst}, {kBody, kSecond}, {kForm, "Comments (14)"}, {kForm, "Great article, thanks for sharing!"}});
  // At the top the same words end nothing.
  expect_kinds({{kForm, "Comments (14)"}, {kBody, kFirst}, {kBody, kSecond}});
}

}  // namespace
}  // namespace nutgraf

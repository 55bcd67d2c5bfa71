#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "nutgraf/segment.h"
#include "text/character.h"

namespace nutgraf {
namespace {

std::vector<std::string> sentences_of(std::string_view text, std::string_view language = "en",
                                      const SegmentOptions& options = {}) {
  std::vector<std::string> sentences;
  for (const Span& span : Segmenter(options).segment(text, language))
    sentences.emplace_back(text.substr(span.begin, span.size()));
  return sentences;
}

// A case is its sentences: they are joined, segmented, and must come apart again.
struct Case {
  std::vector<std::string> sentences;
  std::string separator = " ";
  std::string language = "en";
};

void expect_sentences(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    std::string text;
    for (const std::string& sentence : c.sentences) text += (text.empty() ? "" : c.separator) + sentence;
    EXPECT_EQ(sentences_of(text, c.language), c.sentences) << text;
  }
}

TEST(Segmenter, TakesATextThatOpensWithAStop) {
  Segmenter segmenter;
  for (const std::string_view text : {".Ships", ".ships", "..x", "!Ships", "\u2026x"}) {
    EXPECT_EQ(segmenter.segment(text), (std::vector<Span>{{0, text.size()}})) << text;
  }
}

TEST(Segmenter, EndsSentencesAtStops) {
  expect_sentences({{{"The port reopened.", "Ships came in."}},
                    {{"Is it open?", "Yes!", "At last."}},
                    {{"They waited…", "Nobody came."}},
                    {{"They waited...", "Nobody came."}},
                    {{"What?!", "Nobody knew."}},
                    {{"One line without a stop", "Another one"}, "\n\n"}});
}

TEST(Segmenter, KeepsAbbreviationsTogether) {
  expect_sentences({{{"Dr. Ona Weir spoke.", "She left."}},
                    {{"The Rt. Hon. Ona Weir spoke.", "She left."}},
                    {{"Gen. Ruck and Sen. Kovel met at 9 a.m. in Veld.", "They agreed."}},
                    {{"Halden Lifting Inc. said so.", "The market fell."}},
                    {{"It is owned by Halden Lifting Inc.", "The company denied it."}},
                    {{"See p. 12 and Fig. 3 for details.", "It is clear."}},
                    {{"The U.S. government agreed.", "So did others."}},
                    {{"He moved to the U.S.", "He stayed there."}},
                    {{"They met in Veld at 6 p.m.", "Mr. Sand paid."}},
                    {{"At 5 a.m. Mr. Sand rose."}},
                    {{"Use tools, e.g. Pliers, with care.", "Then stop."}},
                    {{"The answer was no.", "He left."}}});
}

TEST(Segmenter, KeepsInitialsTogether) {
  expect_sentences({{{"J. P. Sand paid.", "He was glad."}},
                    {{"It was A. N. Rell who asked.", "Nobody answered."}},
                    {{"قال مدير الميناء أونا دبليو. مارو إن السفن عادت."}, " ", "ar"}});
}

TEST(Segmenter, KeepsNumbersAndAddressesTogether) {
  expect_sentences({{{"Pilots of Region Two were late.", "Crews of Station Three left."}},
                    {{"It grew by 3.5 percent.", "Prices fell."}},
                    {{"Write to desk@veld.example or see www.veld.example/News.Today for more.", "Thanks."}},
                    {{"Version 2.1.3 is out.", "Get it."}}});
}

TEST(Segmenter, FindsMissingSpaces) {
  expect_sentences({{{"It strengthened relations.", "Putin agreed."}, ""},
                    {{"It ended at noon.", "The crowd left."}, ""},
                    {{"Is it over?", "Yes it is."}, ""},
                    {{"The war ended.", "1519 began well."}, ""},
                    {{"It ended well.", "XIV tugs came."}, ""},
                    {{"It was built in the 1980s.", "Nobody knew."}, ""},
                    {{"It was built in the UK.", "The yard closed."}, ""},
                    {{"أغلق ميناء فيلد في عام 2019.", "عادت السفن بعد عامين."}, "", "ar"},
                    {{"غرقت العبارة في شهر مايو .", "نجا الركاب جميعا."}, "", "ar"},
                    {{"בית הספר נסגר בשנת 2019.", "התלמידים חזרו."}, "", "he"}});
  EXPECT_EQ(sentences_of("She works at Node.js and ASP.NET shops."),
            std::vector<std::string>{"She works at Node.js and ASP.NET shops."});
}

TEST(Segmenter, KeepsClosingQuotesAndBracketsWithTheirSentence) {
  expect_sentences({{{"\"We will go.\"", "They went."}},
                    {{"\u201CWe will go.\u201D", "They went."}},
                    {{"(It was late.)", "They went."}},
                    {{"\u00AB Nous partons. \u00BB", "Ils sont partis."}, " ", "fr"},
                    {{"\"Why?\" she asked.", "Nobody knew."}},
                    {{"\u201CWe will go to the sea,\u201D Weir said on Monday."}},
                    {{"\u201C\u2018We will go to the sea,\u2019\u201D Weir wrote on Monday."}},
                    {{"他走了。", "「你呢？」", "我不走。"}, "", "zh"}});
}

TEST(Segmenter, FollowsScriptsWithTheirOwnStops) {
  expect_sentences({{{"港口重新开放。", "船只进港！", "为什么？"}, "", "zh"},
                    {{"बंदरगाह खुल गया।", "जहाज़ आ गए।"}, " ", "hi"},
                    {{"هل فتح الميناء؟", "نعم."}, " ", "ar"}});
}

TEST(Segmenter, UnwrapsHardWrappedLines) {
  const std::string wrapped =
      "The harbour of Veld reopened to cargo ships on Tuesday morning, nine\n"
      "days after a storm pushed a crane over the main shipping channel. The\n"
      "first vessel, the grain carrier Lisbet, passed the breakwater early and\n"
      "was met by a small crowd.";
  const auto sentences = sentences_of(wrapped);
  ASSERT_EQ(sentences.size(), 2U);
  EXPECT_TRUE(sentences[1].starts_with("The\nfirst"));
}

TEST(Segmenter, EndsHeadingsAndListItemsAtTheLine) {
  expect_sentences({{{"Harbour reopens", "The port of Veld reopened on Tuesday."}, "\n"},
                    {{"- three ships", "- two tugs", "- a ferry"}, "\n"}});
}

TEST(Segmenter, PartsListItemsThatLostTheirLines) {
  expect_sentences({{{"1. Open the gate", "2. Close the gate", "3. Go home"}},
                    {{"1.) Open the gate", "2.) Close the gate"}},
                    {{"a) open the gate", "b) close the gate"}},
                    {{"\u2022 9. Open the gate", "\u2022 10. Close the gate"}},
                    {{"We did it.", "1. The gate opened.", "2. It closed."}}});
  EXPECT_EQ(sentences_of("1. The 2 gates of pier 2 are open.").size(), 1U);
}

TEST(Segmenter, KnowsSpacedEllipses) {
  expect_sentences({{{"The harbour . . . was closed.", "Nobody came."}},
                    {{"The harbour closed.", ". . . Nobody came."}},
                    {{"The harbour closed . . . .", "Nobody came."}},
                    {{"The harbour closed . . .", "Nobody came."}, "  "},
                    {{"\"The ship [...] was late [...]\" (Weir 55)."}}});
}

TEST(Segmenter, EndsSentencesAtTimesAmountsAndDegreesBeforeNames) {
  expect_sentences({{{"The tug left Veld at 6 p.m.", "Weir stayed."}},
                    {{"The mole is 40 ft.", "Rell measured it."}},
                    {{"The wall fell in 312 B.C.", "Ashdown rebuilt it."}},
                    {{"She has a Ph.D.", "Rell has none."}},
                    {{"In 312 B.C. Ashdown rebuilt the wall."}},
                    {{"It opens at 9 a.m. Tuesday in Veld."}},
                    {{"The boat took 5 ft. 3 in. of water."}},
                    {{"Come in.", "Sit down."}}});
}

TEST(Segmenter, KeepsWhatBracketsCloseTogether) {
  expect_sentences({{{"The tug (see. The map is old) left."}},
                    {{"The ferry (it was late. Nobody knew why.) sank in the bay."}},
                    {{"我们看《来吧！朋友》。", "好！"}, "", "zh"}});
  EXPECT_EQ(sentences_of("He smiled :( Then he left. She stayed :( too.").size(), 2U);
}

TEST(Segmenter, KeepsRepeatedMarksTogether) {
  expect_sentences({{{"Closed ? ? ?", "So we left ."}}, {{"At last ! . . . it came ."}}, {{"See Fig. ??"}}});
}

TEST(Segmenter, KeepsMarksInsideNamesAndSentences) {
  expect_sentences({{{"The !Xoru and the !Keni met at H!T in Veld."}},
                    {{"All Aboard ! is a film of Rell .", "It is long ."}},
                    {{"But alas! the harbour was shut."}},
                    {{"what now?", "i left"}}});
}

TEST(Segmenter, ReadsTextThatWasSplitIntoWords) {
  expect_sentences({{{"She asked Dr . Weir about '' Veld Rising '' , a film .", "He shrugged ."}},
                    {{"He said , '' It is late . ''", "They left ."}},
                    {{"'' It is late , '' she said .", "'' Why did they go ?"}},
                    {{"At 5 a. m. they sailed."}},
                    {{"A 5. 9 - magnitude quake cost $ 4. 25 million .", "He is 9.", "Ships waited ."}}});
}

TEST(Segmenter, EndsSentencesBehindFootnoteNumbers) {
  expect_sentences({{{"The tide fell.12", "Then it rose."}}, {{"It lists version v.12 Beta."}}});
}

TEST(Segmenter, FollowsTheLinesOfShortListsAndFlowedText) {
  expect_sentences({{{"ropes", "spare anchors", "maps, charts"}, "\n"}, {{"The port of \nVeld reopened."}}});
  EXPECT_EQ(sentences_of("Call us for prices\n.\nPrices"),
            (std::vector<std::string>{"Call us for prices\n.", "Prices"}));
}

TEST(Segmenter, KnowsRomanAndBracketedListNumbers) {
  expect_sentences({{{"(i) Open the gate.", "(ii) Close the gate.", "(iii) Go home."}},
                    {{"i) Open the gate", "ii) Close the gate"}},
                    {{"(1) Open the gate", "(2) Close the gate"}}});
}

TEST(Segmenter, BeginsASentenceAtTheLabelOfACredit) {
  expect_sentences({{{"Ships enter the port of Veld", "Photo: Ona Weir"}}});
}

TEST(Segmenter, KnowsLanguagesByTheirOwnStops) {
  expect_sentences({{{"Նավը եկավ:", "Մենք գնացինք տուն:"}, " ", "hy"},
                    {{"နေကောင်းလား။", "ကောင်းပါတယ်။"}, "", "my"},
                    {{"Loď patrí firme Veld a.s. a stojí v prístave.", "Je stará."}, " ", "sk"},
                    {{"Корабът дойде през м.г. от Велд.", "Той е стар."}, " ", "bg"},
                    {{"Han bor i 3. sal i Veld.", "Hun bor i Lund."}, " ", "da"}});
}

TEST(Segmenter, KeepsWhatAColonIntroduces) {
  expect_sentences({{{"He noted: In 312 B.C. Ashdown rebuilt the wall."}},
                    {{"She remarked: At 5 a.m. Mr. Sand rose."}},
                    {{"Dies rief Weir: „Kommt morgen wieder.“", "Sie gingen."}, " ", "de"},
                    {{"Номер порта: +70000000000.", "Звоните."}, " ", "ru"},
                    {{"(«Порт», 2012; «Море», 2013); Кеме келді."}, " ", "kk"}});
}

TEST(Segmenter, KnowsCapitalsThatOpenNoSentence) {
  expect_sentences({{{"She works at Yahoo! Finance in Veld.", "He does not."}},
                    {{"She works at Yahoo!", "The tugs are hers."}},
                    {{"Maybe... I would sail."}}});
}

TEST(Segmenter, KnowsWhatFollowsAbbreviations) {
  expect_sentences({{{"The tug leaves at 7 p.m.", "8 a.m. is too early for it."}},
                    {{"It is the port of the U.S.", "Thousands saw it."}},
                    {{"They sailed NE.", "Weir slept."}},
                    {{"The wind comes from the NW. of the bay."}},
                    {{"It meets U.S. Route 17/U.S . Highway 9 ."}},
                    {{"Rell named the U.N. Charter.", "It left the U.N.", "The port closed."}},
                    {{"The tug left at about 2 p.m. (5 p.m. in Sule).", "It sank."}},
                    {{"The firm of Veld Inc. - a yard - closed."}},
                    {{"В 1990-1995 гг. Анна жила в Вельде."}, " ", "ru"},
                    {{"Він жив у с. Вельд."}, " ", "uk"},
                    {{"Це т. зв. «порт»."}, " ", "uk"},
                    {{"Zie aanw. vnw."}, " ", "nl"},
                    {{"ടി.കെ. രാജൻ വന്നു."}, " ", "ml"}});
}

TEST(Segmenter, KeepsTheSpeakerInsideGuillemets) {
  expect_sentences({{{"«Уже поздно? – спросила Анна. – Порт закрыт»."}, " ", "ru"},
                    {{"Вона сказала: «Порт закрито».", "Ми пішли."}, " ", "uk"}});
}

TEST(Segmenter, ReadsTextWithoutCapitals) {
  expect_sentences({{{"the harbour closed.", "they went home."}},
                    {{"Δεν ήρθε κανένας.", "το πλοίο έφυγε."}, " ", "el"},
                    {{"It belongs to Veld Corp. and others."}}});
}

TEST(Segmenter, FollowsTheLinesOfJapanese) {
  expect_sentences({{{"港が開いた", "船が来た"}, " \n", "ja"}, {{"1.）港を開ける。", "2.）船を待つ。"}, "\n", "ja"}});
  EXPECT_EQ(sentences_of("これは港の\n船です。", "ja").size(), 1U);
}

TEST(Segmenter, KnowsRemarksInBrackets) {
  expect_sentences({{{"The tug Lisbet (?) Or was it the Ona sank."}},
                    {{"[Translated] The tide fell.", "It rose."}},
                    {{"The tug left at 2 p.m. in Veld (5 p.m. in Sule) Tuesday.", "It sank."}},
                    {{"Crews saw the tug (and its owner) Ona Rell at the mole."}},
                    {{"Rell closed the mole (in Veld)", "The tide fell."}, " "},
                    {{"The tide fell.[12]", "Then it rose.[a][3]", "It fell."}}});
}

TEST(Segmenter, TakesBlanksAndVerseAsTheyStand) {
  expect_sentences({{{"Then ___ Ona leave?"}}, {{"\"The sea is grey. / The tugs are gone\", he sang."}}});
}

TEST(Segmenter, TakesFurtherAbbreviations) {
  const std::string_view text = "The Rtn. Society met.";
  EXPECT_EQ(sentences_of(text).size(), 2U);
  EXPECT_EQ(sentences_of(text, "en", {.abbreviations = {"Rtn."}}).size(), 1U);
}

TEST(Segmenter, BoundsTheLengthOfASentence) {
  const std::string words = [] {
    std::string text;
    while (text.size() < 5 * kMaxSentenceBytes) text += "harbour ";
    return text;
  }();
  for (const std::string& sentence : sentences_of(words)) {
    EXPECT_LE(sentence.size(), kMaxSentenceBytes);
    EXPECT_EQ(sentence.size() % 8, 7U) << "cut inside a word";
  }
  std::string one_token;
  while (one_token.size() < 3 * kMaxSentenceBytes) one_token += "\u6F22";
  for (const std::string& sentence : sentences_of(one_token))
    EXPECT_EQ(sentence.size() % 3, 0U) << "cut in a character";
}

TEST(Segmenter, GivesNothingForNothing) {
  EXPECT_TRUE(sentences_of("").empty());
  EXPECT_TRUE(sentences_of(" \n\t\u3000 ").empty());
}

// The spans and the white space between them tile the text, whatever the text.
TEST(Segmenter, TilesAnyText) {
  const std::vector<std::string> pieces = {"a",      "The ",   "U.S. ",    ". ",     ".",  "\n",    "\n\n",
                                           "?",      "!\"",    "\"",       "(",      ")",  " ",     "\u2026",
                                           "\u3002", "\u300C", "\u00BB",   "1. ",    "Mr", "\r\n",  "\u2028",
                                           "x",      "\xFF",   "\xE2\x80", "\u0301", "-",  "\u00A0"};
  std::mt19937 random(11);
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  Segmenter segmenter;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int i = 0; i < 20; ++i) text += pieces[pick(random)];
    std::size_t end = 0;
    for (const Span& span : segmenter.segment(text, "en")) {
      ASSERT_LT(span.begin, span.end);
      ASSERT_EQ(skip_white_space(text, end), span.begin) << text;
      ASSERT_EQ(trim_white_space(text, span.begin, span.end), span.end) << text;
      end = span.end;
    }
    ASSERT_EQ(skip_white_space(text, end), text.size()) << text;
  }
}

TEST(Segmenter, GivesTheSameAgain) {
  const std::string_view text = "Dr. Weir spoke. Nobody replied.";
  Segmenter segmenter;
  const auto first = segmenter.segment(text, "en");
  (void)segmenter.segment("Der Hafen ist offen. Am 3. Oktober war er zu.", "de");
  EXPECT_EQ(segmenter.segment(text, "en"), first);
}

}  // namespace
}  // namespace nutgraf

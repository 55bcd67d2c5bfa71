#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/analyse.h"

namespace nutgraf {
namespace {

struct Case {
  std::string before;
  std::string content;
  std::string behind;
  std::string language = "en";
};

void expect_content(const Case& c) {
  const Article article{.id = "test", .text = c.before + c.content + c.behind, .language = c.language};
  const Document document = Analyser().analyse(article);
  ASSERT_FALSE(document.sentences.empty());
  std::string contents;
  for (const Sentence& sentence : document.sentences)
    if (sentence.kind == SentenceKind::kBody) contents += document.content(sentence);
  EXPECT_EQ(contents, c.content) << article.text;
}

TEST(Dateline, IsCutInAllItsShapes) {
  const std::string said = "Ships returned to the harbour on Tuesday.";
  for (const char* dateline : {"(CNN)",
                               "(CNN) -- ",
                               "(CNN) ",
                               "Veld (CNN)",
                               "Veld, Orrin (CNN) -- ",
                               "VELD (Reuters) - ",
                               "VELD/SULE (Reuters) - ",
                               "VELD, Oct. 3 (AP) \u2014 ",
                               "VELD, Oct 3 (Reuters) \u2013 ",
                               "VELD, Calif. (AP) \u2014 ",
                               "VELDAM, Wis. \u2013 ",
                               "VELDAM \u2014 ",
                               "VELDAM\u2014",
                               "VELDAM -- ",
                               "NEW VELD, Orrin \u2014 ",
                               "McVELDAM, Orrin - ",
                               "Veld, 3 May 2027 - ",
                               "London \u2014 ",
                               "Near Veld, Orrin (CNN) -- ",
                               "VELDAM, Kan. (WXYZ)- ",
                               "VELDAM (Orrin) - ",
                               "ST VELDAM, Orrin \u2014 ",
                               "Anchor: ",
                               "(Harbour Weekly) -- ",
                               "(Harbour Weekly)",
                               "VELDAM and SULE (Reuters) - ",
                               "(ANSA) - Veld, May 3 - ",
                               "(Reuters) - ",
                               "VELDAM, D.C. \u2014 ",
                               "Update 4:00 p.m.: ",
                               "Update 5 p.m. ET: ",
                               "UPDATE: ",
                               "Why it matters: ",
                               "By Tam Ruck: ",
                               "By Tam B. Ruck: ",
                               "UPDATE, May 3, 2027 at 6:58 p.m.: ",
                               "Exclusive \u2014 ",
                               "Veld, Orrin (Harbour Network) - ",
                               "(May 3, 2027) - ",
                               "- ",
                               "\u2014 "})
    expect_content({dateline, said, ""});
  expect_content({"VELD \u2013 ", "Ships returned to the harbour of Veld on Tuesday.", ""});
}

TEST(Dateline, IsCutInOtherLanguages) {
  const Case cases[] = {
      {"Veld, le 3 mars (AFP) - ", "Les navires sont revenus mardi dans le port.", "", "fr"},
      {"PARIS (AFP) \u2014 ", "Les navires sont revenus mardi dans le port.", "", "fr"},
      {"Berlin (dpa) - ", "Die Schiffe sind am Dienstag in den Hafen zur\u00FCckgekehrt.", "", "de"},
      {"Madrid, 3 mar (EFE).- ", "Los barcos volvieron el martes al puerto.", "", "es"},
      {"BRAS\u00CDLIA - ", "Os navios voltaram ao porto na ter\u00E7a-feira.", "", "pt"},
      {"VELDAM (Orrin) - ", "Os navios voltaram ao porto na ter\u00E7a-feira.", "", "pt"},
      {"МОСКВА, 3 мая (Рейтер) - ", "Суда вернулись в гавань во вторник.", "", "ru"},
      {"القاهرة (رويترز) - ", "عادت السفن إلى الميناء يوم الثلاثاء.", "", "ar"},
  };
  for (const Case& c : cases) expect_content(c);
}

TEST(Dateline, LeavesOrdinarySentencesWhole) {
  for (const char* sentence :
       {"NASA \u2014 the agency \u2014 said ships would return.",
        "IT (information technology) \u2014 a trade in Veld \u2014 grew.",
        "Veld Harbour Company (VHC) - The owner of the pier.", "Cable News Network (CNN) President Ona Weir resigned.",
        "Ona Weir \u2014 the harbour master \u2014 resigned.", "The Veld Courier (Reuters) the crew said.",
        "Ferries - the old ones - returned to Veld.", "Veld (the port) - and Sule - reopened.",
        "AN Orrin ferry \u2014 still burning \u2014 was towed to Veld.",
        "A crew of 12 -- plus two guests -- was rescued.", "Mayor Weir (D-Veld) said ships would return.",
        "Well-known crews returned to Veld.", "Crews will have 80 minutes -- The rest is for guests.",
        "By Tuesday ships returned: The pier was open.", "By Sule: ships wait off the pier.",
        "VHCO \u2013 The owner of the pier in Veld.", "Veld - 14 degrees", "1821: Ships returned to the harbour.",
        "Updates of the map: ships returned."}) {
    const Article article{.id = "test", .text = sentence, .language = "en"};
    const Document document = Analyser().analyse(article);
    for (const Sentence& s : document.sentences) EXPECT_EQ(document.content(s), document.text(s));
  }
}

TEST(Dateline, MayBeTheTitleThatRanIntoTheText) {
  const auto content = [](const std::string& title, const std::string& text) {
    const Article article{.id = "test", .title = title, .text = text, .language = "en"};
    const Document document = Analyser().analyse(article);
    return std::string(document.content(document.sentences.at(0)));
  };
  EXPECT_EQ(content("Veld harbour reopens", "Veld harbour reopens Ships returned to the harbour on Tuesday."),
            "Ships returned to the harbour on Tuesday.");
  const std::string sentence = "Veld harbour reopens on Tuesday, the harbour master said.";
  EXPECT_EQ(content("Veld harbour reopens", sentence), sentence);
  EXPECT_EQ(content("Veld harbour reopens on Tuesday", sentence), sentence);
}

TEST(Dateline, MayBeTheOutlet) {
  const auto content = [](const std::string& outlet, const std::string& text) {
    const Article article{.id = "test", .text = text, .outlet = outlet, .language = "en"};
    const Document document = Analyser().analyse(article);
    return std::string(document.content(document.sentences.at(0)));
  };
  EXPECT_EQ(content("Veld Courier", "Veld Courier \u2013 Ships returned to the harbour on Tuesday."),
            "Ships returned to the harbour on Tuesday.");
  for (const char* text :
       {"Veld Courier \u2013 the paper \u2013 is sold.", "Veld Courier reporters returned on Tuesday."})
    EXPECT_EQ(content("Veld Courier", text), text);
}

TEST(Dateline, NeedsAnAgencyInsideAParagraph) {
  const Article article{.id = "test",
                        .text = "Ships returned to the harbour. VELDAM \u2014 Fish was sold on the pier again.",
                        .language = "en"};
  const Document document = Analyser().analyse(article);
  for (const Sentence& sentence : document.sentences) EXPECT_EQ(document.content(sentence), document.text(sentence));
}

TEST(Dateline, AloneIsNoReport) {
  for (const char* line : {"(CNN)", "VELDAM (Reuters) -", "VELDAM, Orrin \u2014"}) {
    const Article article{
        .id = "test", .text = std::string(line) + "\n\nShips returned to the harbour on Tuesday.", .language = "en"};
    const Document document = Analyser().analyse(article);
    ASSERT_EQ(document.sentences.size(), 2U) << line;
    EXPECT_EQ(document.sentences[0].kind, SentenceKind::kDateline) << line;
    EXPECT_EQ(document.sentences[1].kind, SentenceKind::kBody);
  }
}

TEST(Dateline, IsNotCounted) {
  const Article article{.id = "test", .text = "VELD, Oct. 3 (AP) \u2014 Ships returned.", .language = "en"};
  const Document document = Analyser().analyse(article);
  ASSERT_EQ(document.sentences.size(), 1U);
  EXPECT_EQ(document.sentences[0].words, 2U);
  EXPECT_EQ(document.sentences[0].characters, 15U);
}

TEST(Credit, IsCutBehindAWholeSentence) {
  for (const char* credit : {" (AP)", " (dpa/AFP)", " - Reuters", " \u2014 AFP", " [Reuters]"})
    expect_content({"", "Ships returned to the harbour on Tuesday.", credit});
  for (const char* sentence : {"Ships returned, said the Associated Press (AP).", "The crew spoke to Reuters.",
                               "Ships returned on Tuesday (Reuters)."}) {
    const Article article{.id = "test", .text = sentence, .language = "en"};
    const Document document = Analyser().analyse(article);
    EXPECT_EQ(document.content(document.sentences[0]), sentence);
  }
}

TEST(Credit, OfAPictureStandsBehindItsCaption) {
  for (const char* credit : {"REUTERS/Tam Ruck", "AP Photo/Ona Weir", "REUTERS/Tam Ruck - V1L3"}) {
    const Article article{.id = "test",
                          .text = std::string("Ships wait at anchor off Veld in Orrin. ") + credit +
                                  "\n\nShips returned to the harbour on Tuesday.\n\nReuters/Ipsos polls the crews.",
                          .language = "en"};
    const Document document = Analyser().analyse(article);
    ASSERT_EQ(document.sentences.size(), 4U);
    EXPECT_EQ(document.sentences[0].kind, SentenceKind::kCredit) << credit;
    EXPECT_EQ(document.sentences[1].kind, SentenceKind::kCredit) << credit;
    EXPECT_EQ(document.sentences[2].kind, SentenceKind::kBody) << credit;
    EXPECT_EQ(document.sentences[3].kind, SentenceKind::kBody) << credit;
  }
}

TEST(Credit, OfAPictureTellsItsCaption) {
  for (const char* credit : {"(Tam Ruck/Reuters)", "(AP Photo/Tam Ruck)", "(Photo: Tam Ruck)", "(Tam Ruck/Pool via AP)",
                             "(Tam Ruck via AP)"}) {
    const Article article{.id = "test",
                          .text = std::string("Ships wait at anchor off Veld. ") + credit +
                                  "\n\nShips returned to the harbour on Tuesday. The pier (left) stayed closed.",
                          .language = "en"};
    const Document document = Analyser().analyse(article);
    EXPECT_EQ(document.sentences.front().kind, SentenceKind::kCredit) << credit;
    EXPECT_EQ(document.sentences.back().kind, SentenceKind::kBody) << credit;
    EXPECT_EQ(document.sentences[document.sentences.size() - 2].kind, SentenceKind::kBody) << credit;
  }
}

TEST(Dateline, IsNotWhatAButtonOfAVideoOpens) {
  const std::string report = "Ships returned to the harbour. Crews were glad. The pier stays closed.";
  for (const char* caption :
       {"Veld's harbour is open again. Ona Weir explains why.", "An open harbour: Ona Weir explains why.",
        "A crane fell. Crews ran.", "U.S. ships are back."}) {
    const Article article{.id = "test", .text = std::string("CLOSE ") + caption + "\n\n" + report, .language = "en"};
    const Document document = Analyser().analyse(article);
    std::string body;
    for (const Sentence& sentence : document.sentences)
      if (sentence.kind == SentenceKind::kBody) body += std::string(document.text(sentence)) + " ";
    EXPECT_EQ(body, report + " ");
  }
}

TEST(Dateline, IsAlsoWhatHasRunIntoAParagraph) {
  for (const char* before : {"CLOSE ", "Reuters / Tam Ruck ", "REUTERS/Tam Ruck ", "Associated Press / Ona Weir "})
    expect_content({.before = before, .content = "Ships returned to the harbour on Tuesday.", .behind = ""});
  for (const char* content :
       {"Close friends of the mayor returned.", "CLOSE is the name of a ferry.",
        "Reuters / Tam says ships returned in May.", "Reuters/Ipsos Polls say that ships returned in May.",
        "CLOSE TO THE EDGE sank on Tuesday."})
    expect_content({.before = "", .content = content, .behind = ""});
}

TEST(Agency, IsTheOneThatTheReportCredits) {
  const std::string ships = "Ships returned to the harbour on Tuesday.";
  const std::string bakers = "Bakers in the old town had begun to ration flour.";
  struct Credited {
    std::string text;
    std::string_view agency;
  };
  for (const Credited& c :
       {Credited{"VELD (Reuters) - " + ships, "reuters"}, Credited{"VELD (Thomson Reuters) - " + ships, "reuters"},
        Credited{"VELD, Oct. 3 (AP) \u2014 " + ships + "\n\n" + bakers, "ap"}, Credited{"(CNN)" + ships, "cnn"},
        Credited{"By Tam Ruck, Associated Press\n\n" + ships + " " + bakers, "ap"},
        Credited{ships + " " + bakers + " (dpa)", "dpa"}, Credited{ships + " " + bakers + " \u2014 Reuters", "reuters"},
        Credited{"By TAM RUCK\nThe Associated Press\n\n" + ships + " " + bakers, "ap"},
        Credited{ships + " " + bakers + "\n\nReuters", "reuters"}, Credited{ships + " " + bakers, ""},
        Credited{"VELD, Pa. \u2014 " + ships, ""},
        Credited{ships + " He told Reuters that bakers had begun to ration flour.", ""},
        Credited{"(AP Photo/Tam Ruck)\n\n" + ships, ""},
        Credited{"Reuters / Tam Ruck Ships returned to the harbour on Tuesday at dawn.", ""}, Credited{"", ""}}) {
    const Article article{.id = "test", .text = c.text, .language = "en"};
    EXPECT_EQ(Analyser().analyse(article).agency, c.agency) << c.text;
  }
}

TEST(Agency, IsNotThatOfAReportFurtherDown) {
  std::string text;
  for (int i = 0; i < 9; ++i) text += "Ferry " + std::to_string(i) + " returned to the harbour of Veld on Tuesday.\n\n";
  const Article article{.id = "test", .text = text + "SULE (Reuters) - Bakers had begun to ration flour.\n\n" + text};
  EXPECT_EQ(Analyser().analyse(article).agency, "");
}

TEST(Agency, IsForgottenWithTheNextArticle) {
  Analyser analyser;
  Document document;
  const Article first{.id = "a", .text = "VELD (Reuters) - Ships returned to the harbour on Tuesday."};
  const Article second{.id = "b", .text = "Ships returned to the harbour on Tuesday."};
  analyser.analyse(first, document);
  EXPECT_EQ(document.agency, "reuters");
  analyser.analyse(second, document);
  EXPECT_EQ(document.agency, "");
}

}  // namespace
}  // namespace nutgraf

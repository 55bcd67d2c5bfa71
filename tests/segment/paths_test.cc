#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/segment.h"
#include "segment/both_paths.h"

namespace nutgraf {
namespace {

constexpr const char* kLanguages[] = {"en", "de", "el", "ja", "th", "hy"};

void expect_same_on_both_paths(std::string_view text, std::string_view code) {
  const auto language = Language::find(code);
  const std::vector<Decision> plain = decisions<Path::kPlain>(text, *language);
  ASSERT_EQ(decisions<Path::kFast>(text, *language), plain) << code << ": " << text;

  // The Segmenter ends its sentences where the plain path does.
  std::vector<std::size_t> ends;
  for (const Decision& decision : plain)
    if (decision.ends) ends.push_back(decision.end);
  for (const Span sentence : Segmenter().segment(text, code)) {
    const bool last = skip_white_space(text, sentence.end) == text.size();
    ASSERT_TRUE(last || std::ranges::find(ends, sentence.end) != ends.end()) << code << ": " << text;
  }
}

// A text of `count` pieces.
std::string random_text(const std::vector<std::string>& pieces, std::size_t count, std::mt19937& random) {
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  std::string text;
  while (count-- > 0) text += pieces[pick(random)];
  return text;
}

TEST(Paths, AgreeOnRandomAscii) {
  std::vector<std::string> pieces = {" ", " ", ". ", "\n"};
  for (char c = 1; c > 0; ++c) pieces.emplace_back(1, c);
  std::mt19937 random(11);
  for (int round = 0; round < 20000; ++round)
    expect_same_on_both_paths(random_text(pieces, static_cast<std::size_t>(round % 300), random),
                              kLanguages[round % 6]);
}

TEST(Paths, AgreeOnRandomWords) {
  const std::vector<std::string> pieces = {" ",       " ",       " ",
                                           " ",       "  ",      ". ",
                                           ".",       ",",       "\n",
                                           "\n\n",    "\t",      "? ",
                                           "! ",      "...",     "(",
                                           ") ",      "\"",      "'",
                                           "-",       "/",       "1",
                                           "12",      "1999",    "1. ",
                                           "a) ",     "A",       "I",
                                           "The",     "They",    "In",
                                           "It",      "Veld",    "Photo: ",
                                           ":",       "Ona",     "Mr",
                                           "Dr",      "No",      "vs",
                                           "U.S",     "p.m",     "port",
                                           "harbour", "of",      "x",
                                           "NASA",    "ends",    "he",
                                           "www.",    "@",       "Intercontinentalisation",
                                           "McVeld",  "o'clock", "It's",
                                           "\r\n",    "* ",      "a much longer run of lower-case words "};
  std::mt19937 random(12);
  for (int round = 0; round < 20000; ++round)
    expect_same_on_both_paths(random_text(pieces, static_cast<std::size_t>(round % 150), random),
                              kLanguages[round % 6]);
}

TEST(Paths, AgreeOnMixedScripts) {
  const std::vector<std::string> pieces = {
      " ",      " ",       "\n",     ".",    ". ", ", ",    "The ",  "Veld",   "port ", "A",      "é",
      "É",      "Été ",    "dell’",  "’",    "“",  "”",     "«",     " »",     "…",     "–",      "\u00A0",
      "\u2009", "\u2028",  "\u3000", "。",   "！", "港口",  "港",    "か",     "「",    "」",     "Порт ",
      "порт",   "П",       "Η ",     "πόλη", ";",  "ท่าเรือ", "เมือง ", "।",      "नाव ",  "\u200B", "\uFE0F",
      "🚢",     "e\u0301", "°",      "½",    "١",  "،",     "؟ ",    "\u0085", "ß",     "ǅ",      "\U0001D400"};
  std::mt19937 random(13);
  for (int round = 0; round < 20000; ++round)
    expect_same_on_both_paths(random_text(pieces, static_cast<std::size_t>(round % 120), random),
                              kLanguages[round % 6]);
}

TEST(Paths, AgreeOnPlainWords) {
  const std::string text =
      "The tug's port of Intercontinentalisation (Veld) O'Rell left, in-shore; p.m. at 12 Ünder xyz.";
  for (std::size_t end = 1; end <= text.size(); ++end) {
    const std::string_view plain = plain_word_before(text, 0, end);
    if (!plain.empty()) {
      EXPECT_EQ(plain, word_before<Path::kPlain>(text, 0, end)) << end;
    }
  }
}

// Every piece at every place of a block, and at every distance from the ends of the text.
TEST(Paths, AgreeAroundTheBordersOfBlocks) {
  for (const std::string piece : {" порт", " Порт", " {", ". The", " The port", "? \"Yes\" he", "。港", "… Veld",
                                  ".\n\nA", " x", "é. É", "  Veld ends"}) {
    for (std::size_t before = 0; before < 140; ++before) {
      for (const std::size_t behind : {0, 1, 2, 3, 20, 31, 32, 33, 62, 63, 64, 65, 66, 67, 140})
        expect_same_on_both_paths(std::string(before, 'a') + piece + std::string(behind, 'b'), "en");
    }
  }
}

}  // namespace
}  // namespace nutgraf

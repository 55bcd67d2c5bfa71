#include <fmt/format.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cluster/profiles.h"
#include "cluster/reports.h"
#include "nutgraf/analyse.h"
#include "nutgraf/copies.h"

namespace nutgraf {
namespace {

using Passages = std::vector<std::string>;

struct Changes {
  Passages added;
  Passages left_out;
};

Changes changes(const std::string& original, const std::string& copy) {
  const Article first = report("original", original);
  const Article second = report("copy", copy);
  Analyser analyser;
  const Document a = analyser.analyse(first);
  const Document b = analyser.analyse(second);
  const CopyChanges found = CopyComparer().compare(a, b);
  Changes result;
  for (const Span span : found.added) result.added.push_back(copy.substr(span.begin, span.size()));
  for (const Span span : found.left_out) result.left_out.push_back(original.substr(span.begin, span.size()));
  return result;
}

const std::string kWire = paragraphs({kWireLead, kWireMiddle, kWireEnd});

TEST(CopyChanges, NoneInTheSameText) {
  const Changes found = changes(kWire, kWire);
  EXPECT_EQ(found.added, Passages());
  EXPECT_EQ(found.left_out, Passages());
}

TEST(CopyChanges, NoneInADateline) {
  const Changes found = changes("ORRIN (Reuters) - " + kWire, kWire);
  EXPECT_EQ(found.added, Passages());
  EXPECT_EQ(found.left_out, Passages());
}

TEST(CopyChanges, AParagraphMoreIsAWholePassage) {
  const std::string more = "Nobody on the island had heard the horn. The mayor has asked for a new one.";
  const Changes found = changes(kWire, paragraphs({kWireLead, more, kWireMiddle, kWireEnd}));
  EXPECT_EQ(found.added, Passages{more});
  EXPECT_EQ(found.left_out, Passages());
}

TEST(CopyChanges, WhatIsCutOffIsLeftOut) {
  const Changes found = changes(kWire, paragraphs({kWireLead, kWireMiddle}));
  EXPECT_EQ(found.added, Passages());
  EXPECT_EQ(found.left_out, Passages{std::string(kWireEnd)});
}

TEST(CopyChanges, AWordIsAPassageInBothTexts) {
  std::string copy = kWire;
  copy.replace(copy.find("thick fog"), 5, "light");
  const Changes found = changes(kWire, copy);
  EXPECT_EQ(found.added, Passages{"light"});
  EXPECT_EQ(found.left_out, Passages{"thick"});
}

TEST(CopyChanges, MovedTextIsNoChange) {
  const Changes found = changes(kWire, paragraphs({kWireLead, kWireEnd, kWireMiddle}));
  EXPECT_EQ(found.added, Passages());
  EXPECT_EQ(found.left_out, Passages());
}

TEST(CopyChanges, AllOfAnotherText) {
  const std::string other(kOwnReport);
  const Changes found = changes(kWire, other);
  EXPECT_EQ(found.added, Passages{other});
  EXPECT_EQ(found.left_out, Passages{kWire});
}

TEST(CopyChanges, OfNoText) {
  const Changes found = changes("", kWire);
  EXPECT_EQ(found.added, Passages{kWire});
  EXPECT_EQ(found.left_out, Passages());
}

// Of texts in which words were taken out, put in and moved at random.
TEST(CopyChanges, AreTheTextsOwnWordsInOrder) {
  const std::vector<std::string> words = {"ships",     "Veld,",  "\u00E9tait",      "\u041F\u043E\u0440\u0442",
                                          "the.",      "fog",    "\u201Clay\u201D", "214",
                                          "\n\nOrrin", "waited", "(Reuters)",       "on"};
  TextWriter random(1);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> original(5 + random.below(80));
    for (std::string& word : original) word = words[random.below(words.size())];
    std::vector<std::string> copy = original;
    for (std::size_t edit = random.below(6); edit > 0 && !copy.empty(); --edit) {
      const auto at = copy.begin() + static_cast<std::ptrdiff_t>(random.below(copy.size()));
      random.below(2) == 0 ? void(copy.erase(at)) : void(copy.insert(at, words[random.below(words.size())]));
    }
    const Article a = report("a", fmt::format("{}", fmt::join(original, " ")));
    const Article b = report("b", fmt::format("{}", fmt::join(copy, " ")));
    Analyser analyser;
    const CopyChanges found = CopyComparer().compare(analyser.analyse(a), analyser.analyse(b));
    for (const auto& [text, spans] : {std::pair(&b.text, &found.added), std::pair(&a.text, &found.left_out)}) {
      std::size_t end = 0;
      for (const Span span : *spans) {
        EXPECT_TRUE(end <= span.begin && span.begin < span.end && span.end <= text->size());
        EXPECT_TRUE(simdjson::validate_utf8(text->data() + span.begin, span.size())) << text->substr(span.begin);
        end = span.end;
      }
    }
    EXPECT_TRUE(original != copy || (found.added.empty() && found.left_out.empty()));
  }
}

}  // namespace
}  // namespace nutgraf

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

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

}  // namespace
}  // namespace nutgraf

#include "render/wrap.h"

#include <gtest/gtest.h>

namespace nutgraf {
namespace {

TEST(Wrap, BreaksAtSpacesAndFoldsThem) {
  EXPECT_EQ(wrap("Ships had\n waited for  nine days.", 12), (Lines{"Ships had", "waited for", "nine days."}));
  EXPECT_EQ(wrap("Ships had", 9), (Lines{"Ships had"}));
  EXPECT_EQ(wrap("", 9), (Lines{""}));
}

TEST(Wrap, BreaksWordsThatAreLongerThanALine) {
  EXPECT_EQ(wrap("a breakwater b", 4), (Lines{"a", "brea", "kwat", "er b"}));
  EXPECT_EQ(wrap("港港港", 4), (Lines{"港港", "港"}));
  EXPECT_EQ(wrap("港", 1), (Lines{"港"}));
}

TEST(Wrap, PutsBlocksBesideEachOtherWithoutSpacesAtTheEnd) {
  std::string out;
  const Lines blocks[] = {{"one", "three"}, {"two"}, {"a", "b", "c"}};
  append_beside(blocks, 6, out);
  EXPECT_EQ(out,
            "one     two     a\n"
            "three           b\n"
            "                c\n");
}

}  // namespace
}  // namespace nutgraf

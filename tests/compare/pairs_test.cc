// How well comparisons find what is marked in invented reports.
#include "pairs.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "nutgraf/analyse.h"
#include "nutgraf/compare.h"
#include "nutgraf/model.h"

namespace nutgraf {
namespace {

Tally tally(const std::string& file) {
  const Result<std::shared_ptr<const Model>> model = Model::open(NUTGRAF_SHIPPED_MODEL);
  EXPECT_TRUE(model.has_value());
  Analyser analyser({.model = *model});
  Comparer comparer({.model = *model});
  Tally all;
  for (const MarkedPair& pair : read_pairs(file)) {
    std::vector<Document> documents;
    for (const MarkedReport& report : pair.reports) documents.push_back(analyser.analyse(report.article));
    all.add(pair, comparer.compare(documents));
  }
  return all;
}

class Pairs : public testing::TestWithParam<const char*> {};

TEST_P(Pairs, AreComparedAsPeopleWould) {
  const Tally found = tally(std::string(NUTGRAF_PAIRS) + "/pairs_" + GetParam() + ".txt");
  SCOPED_TRACE(found.faults);
  EXPECT_GE(found.differing.wanted, 10);
  EXPECT_GE(found.differing.precision(), 0.95);
  EXPECT_GE(found.differing.recall(), 0.85);
  EXPECT_GE(found.shared.f1(), 0.85);
  EXPECT_GE(found.only.f1(), 0.85);
}

INSTANTIATE_TEST_SUITE_P(Parts, Pairs, testing::Values("first", "second", "third", "fourth", "fifth", "sixth"),
                         [](const testing::TestParamInfo<const char*>& tested) { return std::string(tested.param); });

}  // namespace
}  // namespace nutgraf

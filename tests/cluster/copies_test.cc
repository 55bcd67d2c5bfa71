#include "nutgraf/copies.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/reports.h"
#include "nutgraf/analyse.h"

namespace nutgraf {
namespace {

CopyProfile profile(const Article& article) {
  Analyser analyser;
  return CopyProfiler().profile(analyser.analyse(article));
}

struct PairCase {
  const char* name;
  std::string text;
  bool copy;
};

class WireAnd : public testing::TestWithParam<PairCase> {};

TEST_P(WireAnd, IsToldFromAReportOfItsOwn) {
  const Fingerprint original = profile(wire()).fingerprint;
  const Fingerprint other = profile(report("other", GetParam().text)).fingerprint;
  EXPECT_EQ(is_copy(original, other, {}), GetParam().copy) << shared_text(original, other).containment;
  EXPECT_EQ(is_copy(other, original, {}), GetParam().copy);
}

const std::string kStory(kOwnReport);

INSTANTIATE_TEST_SUITE_P(
    Texts, WireAnd,
    testing::Values(
        PairCase{"TheSameWithoutItsDateline", paragraphs({kWireLead, kWireMiddle, kWireEnd}), true},
        PairCase{"TheSameUnderAnotherDateline", "VELD - " + paragraphs({kWireLead, kWireMiddle, kWireEnd}), true},
        PairCase{"ItsFirstThird", paragraphs({kWireLead}), true},
        PairCase{"ItsEnd", paragraphs({kWireMiddle, kWireEnd}), true},
        PairCase{"OneWithAParagraphMore", paragraphs({kWireLead, kOwnReport, kWireMiddle, kWireEnd}), true},
        PairCase{"OneUnderALeadOfItsOwn",
                 paragraphs({"Thick fog has brought the ferries of Orrin to a stop again.", kWireLead, kWireMiddle}),
                 true},
        PairCase{"AReportByAPassenger", kStory, false},
        PairCase{"AReportThatQuotesASentence", paragraphs({kOwnReport, kWireMiddle.substr(0, 180)}), false},
        PairCase{"AnExtractOfFewWords", std::string(kWireEnd.substr(0, 70)), false}, PairCase{"NoText", "", false}),
    [](const auto& test) { return test.param.name; });

TEST(Copies, OpenAlikeOrShareMore) {
  Fingerprint a{.shingles = {}, .lead = {}};
  for (std::uint32_t i = 0; i < 100; ++i) a.shingles.push_back(i);
  a.lead = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  Fingerprint b = a;
  for (std::uint32_t i = 0; i < 25; ++i) b.shingles[75 + i] = 200 + i;  // containment .75
  EXPECT_TRUE(is_copy(a, b, {}));
  b.lead = {200, 201, 202, 203, 204, 205, 206, 207, 208, 209};
  EXPECT_TRUE(is_copy(a, b, {})) << "b has the lead of a";
  Fingerprint c = a;
  c.lead = {75, 76, 77, 78, 79, 80, 81, 82, 83, 84};
  EXPECT_FALSE(is_copy(c, b, {})) << "neither has the lead of the other";
  EXPECT_TRUE(is_copy(c, b, {.own_leads = 0.75}));
}

TEST(Copies, KeepLimits) {
  const Fingerprint a = profile(wire()).fingerprint;
  const Fingerprint cut = profile(report("cut", std::string(kWireLead))).fingerprint;
  const SharedText shared = shared_text(a, cut);
  EXPECT_EQ(shared.containment, 1);
  EXPECT_NEAR(shared.jaccard, shared.length, 1e-9);
  EXPECT_TRUE(is_copy(a, cut, {.length = shared.length}));
  EXPECT_FALSE(is_copy(a, cut, {.length = shared.length + 0.01}));
  EXPECT_TRUE(is_copy(a, a, {.containment = 1, .own_leads = 1, .length = 1}));
}

TEST(Copies, RefuseOptionsOutOfRange) {
  EXPECT_TRUE(check(CopyOptions()));
  for (const CopyOptions& options :
       {CopyOptions{.containment = 0}, CopyOptions{.containment = 1.1}, CopyOptions{.own_leads = 0},
        CopyOptions{.own_leads = 2}, CopyOptions{.length = -0.1}, CopyOptions{.length = 1.1},
        CopyOptions{.containment = std::nan("")}}) {
    const Result<void> checked = check(options);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, ErrorCode::kInvalidOption);
  }
}

TEST(CopyProfile, NamesTheAgencyAndTheOutletAlike) {
  Article article = wire();
  article.outlet = "The Associated Press";
  const CopyProfile found = profile(article);
  EXPECT_EQ(found.id, "wire");
  EXPECT_EQ(found.agency, "reuters");
  EXPECT_EQ(found.outlet, "ap");
  article.outlet = "Veld COURIER";
  EXPECT_EQ(profile(article).outlet, "veld courier");
}

TEST(CopyProfile, IsTheSameForAnyNumberOfThreads) {
  std::vector<Article> articles;
  for (int i = 0; i < 100; ++i) articles.push_back(report(std::to_string(i), kStory.substr(0, 100 + 3 * i)));
  const std::vector<CopyProfile> one = profile_articles(articles, {}, {.threads = 1});
  const std::vector<CopyProfile> many = profile_articles(articles, {}, {.threads = 4});
  ASSERT_EQ(many.size(), one.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(many[i].id, articles[i].id);
    EXPECT_EQ(many[i].fingerprint, one[i].fingerprint);
  }
}

}  // namespace
}  // namespace nutgraf

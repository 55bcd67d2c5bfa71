// Whole pages of several kinds, tests/extract/pages/*.html: the main text has to be what stands in the .txt beside.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "extract/extract.h"

namespace nutgraf {
namespace {

std::string content(const std::string& name) {
  std::ifstream file(std::string(NUTGRAF_PAGES) + "/" + name);
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

class Pages : public testing::TestWithParam<std::string> {};

TEST_P(Pages, GiveTheirMainText) {
  Article article;
  ASSERT_TRUE(extract(content(GetParam() + ".html"), article));
  EXPECT_EQ(article.text + "\n", content(GetParam() + ".txt"));
}

INSTANTIATE_TEST_SUITE_P(Kinds, Pages, testing::Values("amp", "blog", "cookie_banner", "forum", "news", "tables"),
                         [](const auto& test) { return test.param; });

}  // namespace
}  // namespace nutgraf

#include "read/inputs.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "outcome.h"

namespace nutgraf {
namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

class Inputs : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = testing::TempDir() + "nutgraf-inputs-XXXXXX";
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path(std::string_view name) const { return folder_ + '/' + std::string(name); }

  void write(std::string_view name, std::string_view text = "Ships waited.") const {
    fs::create_directories(fs::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << text;
  }

  // The paths below the folder of the test.
  Strings list(const Strings& paths) const {
    Strings found;
    for (const Input& input : list_inputs(paths)) found.push_back(fs::path(input.path).lexically_relative(folder_));
    return found;
  }

  std::string folder_;
};

TEST_F(Inputs, AreTheFilesOfFoldersInOrder) {
  write("b.txt");
  write("a/z.txt");
  write("a/deep/er/y.txt");
  write("B.txt");
  fs::create_directory(path("empty"));
  EXPECT_EQ(list({folder_}), (Strings{"B.txt", "a/deep/er/y.txt", "a/z.txt", "b.txt"}));
  EXPECT_EQ(list({folder_ + '/'}), list({folder_}));
}

TEST_F(Inputs, LeaveOutHiddenFilesUnlessNamed) {
  write("a.txt");
  write(".hidden");
  write(".git/config");
  EXPECT_EQ(list({folder_}), Strings{"a.txt"});
  EXPECT_EQ(list({path(".hidden")}), Strings{".hidden"});
}

TEST_F(Inputs, DoNotDependOnTheOrderGiven) {
  write("a.txt");
  write("b/c.txt");
  write("d.txt");
  Strings paths = {path("a.txt"), path("b"), path("d.txt"), path("missing"), "-"};
  std::ranges::sort(paths);
  const Strings expected = list(paths);
  EXPECT_EQ(expected.size(), 5u);
  while (std::ranges::next_permutation(paths).found) EXPECT_EQ(list(paths), expected);
}

TEST_F(Inputs, GivenTwiceAreReadOnce) {
  write("a.txt");
  EXPECT_EQ(list({path("a.txt"), folder_, path("a.txt")}), Strings{"a.txt"});
}

TEST_F(Inputs, FollowLinksToFilesButNotRoundInCircles) {
  write("real/a.txt");
  fs::create_directory_symlink(folder_, path("real/loop"));
  fs::create_symlink(path("real/a.txt"), path("link.txt"));
  EXPECT_EQ(list({folder_}), (Strings{"link.txt", "real/a.txt"}));
  EXPECT_EQ(list({path("real/loop")}).size(), 2u);
}

TEST_F(Inputs, SkipWhatIsNoFileInAFolder) {
  write("a.txt");
  ASSERT_EQ(mkfifo(path("pipe").c_str(), 0600), 0);
  EXPECT_EQ(list({folder_}), Strings{"a.txt"});
}

TEST_F(Inputs, ThatCannotBeReadAreErrorsAndTheRestGoesOn) {
  write("a.txt");
  fs::create_symlink("nowhere", path("b.txt"));
  write("c.txt", "");
  write("d.txt");
  ArticleReader reader({path("missing"), folder_});
  const Outcome outcome = drain(reader);
  EXPECT_EQ(outcome.ids(), (Strings{path("a.txt"), path("d.txt")}));
  EXPECT_EQ(outcome.messages(),
            (Strings{path("b.txt") + ": cannot be read: a link that leads nowhere",
                     path("c.txt") + ": the file is empty", path("missing") + ": no such file or folder"}));
  EXPECT_EQ(outcome.errors.at(0).code, ErrorCode::kUnreadable);
  EXPECT_EQ(outcome.errors.at(1).code, ErrorCode::kEmpty);
  EXPECT_EQ(outcome.errors.at(2).code, ErrorCode::kNotFound);
}

TEST_F(Inputs, MayGoAwayBeforeTheyAreRead) {
  write("a.txt");
  ArticleReader reader({folder_});
  fs::remove(path("a.txt"));
  const Outcome outcome = drain(reader);
  ASSERT_EQ(outcome.errors.size(), 1u);
  EXPECT_EQ(outcome.errors[0].code, ErrorCode::kNotFound);
}

TEST_F(Inputs, ManyFilesOfManyFormatsGiveTheirArticles) {
  write("1.json", "{\"text\":\"a\"}");
  write("2.txt", "{\"text\":\"b\"}\n{\"text\":\"c\"}\n");
  write("3", "<!doctype html><p>Ships waited.");
  write("4.html", "Plain text.");
  ArticleReader reader({folder_});
  EXPECT_EQ(drain(reader).ids(),
            (Strings{path("1.json"), path("2.txt:1"), path("2.txt:2"), path("3"), path("4.html")}));
}

TEST(ArticleReader, WithoutInputsIsAtItsEnd) {
  ArticleReader reader({});
  Article article;
  EXPECT_FALSE(reader.next(article).value());
  EXPECT_FALSE(reader.next(article).value());
}

}  // namespace
}  // namespace nutgraf

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

#include "command.h"

namespace nutgraf {
namespace {

constexpr std::string_view kVec = "3 2\nthe 1 0\nharbour 0 1\nferry 0.5 -0.25\n";

std::string corpus() {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "The ferry waits in the harbour while the pilot reads the tide tables aloud.\n";
  return text;
}

TEST(ModelPack, PacksAndShowsWhatItMade) {
  const Folder folder;
  folder.write("a.vec", kVec);
  const Outcome outcome = run(folder, {"model", "pack", "a.vec", "-o", "a.nut", "--language", "en", "--name", "quays"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_TRUE(outcome.out.starts_with("a.nut\n  name        quays\n  language    en\n")) << outcome.out;
  EXPECT_EQ(run(folder, {"model", "info", "--check", "a.nut"}).out, outcome.out);
}

TEST(ModelPack, QuietItSaysNothing) {
  const Folder folder;
  folder.write("a.vec", kVec);
  const Outcome outcome = run(folder, {"model", "pack", "-q", "a.vec", "-o", "a.nut"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "");
}

TEST(ModelPack, TakesFrequenciesFromACorpus) {
  const Folder folder;
  folder.write("a.vec", kVec);
  folder.write("corpus.txt", corpus());
  const Outcome outcome =
      run(folder, {"model", "pack", "a.vec", "-o", "a.nut", "--corpus", "corpus.txt", "--lines", "--language", "en"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("counted in 50 documents"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("components  1"), std::string::npos) << outcome.out;
}

TEST(ModelInfo, WritesARecordAModel) {
  const Folder folder;
  folder.write("a.vec", kVec);
  run(folder, {"model", "pack", "a.vec", "-o", "a.nut", "--license", "CC0-1.0"});
  const Outcome outcome = run(folder, {"model", "info", "--json", "a.nut"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  ASSERT_EQ(lines(outcome.out).size(), 2U);
  EXPECT_TRUE(lines(outcome.out)[0].starts_with(
      R"({"type":"model","file":"a.nut","license":"CC0-1.0","dimensions":2,"words":3,"subwords":0,"folded":true)"))
      << outcome.out;
  EXPECT_EQ(lines(outcome.out)[1], R"({"type":"end","schema":1,"articles":1,"failed":0})");
}

TEST(ModelInfo, GoesOnBehindABadModelAndEndsWithAnError) {
  const Folder folder;
  folder.write("a.vec", kVec);
  run(folder, {"model", "pack", "a.vec", "-o", "a.nut"});
  std::string damaged = folder.read("a.nut");
  damaged[damaged.size() - 1] ^= 1;
  folder.write("b.nut", damaged);
  folder.write("c.txt", "The ferry sails.");
  EXPECT_EQ(run(folder, {"model", "info", "b.nut"}).status, 0);
  const Outcome outcome = run(folder, {"model", "info", "--check", "b.nut", "c.txt", "d.nut", "a.nut"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("nutgraf: b.nut: damaged: its checksum does not hold"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("nutgraf: c.txt: not a nutgraf model; `nutgraf model pack` makes one"), std::string::npos);
  EXPECT_NE(outcome.err.find("nutgraf: d.nut: no such file"), std::string::npos) << outcome.err;
  EXPECT_TRUE(outcome.out.starts_with("a.nut\n")) << outcome.out;
}

TEST(ModelTrain, TrainsAModelThatPacks) {
  const Folder folder;
  folder.write("corpus.txt", corpus());
  const Outcome trained = run(folder, {"model", "train", "corpus.txt", "--lines", "-o", "a.bin", "--dimensions", "4",
                                       "--epochs", "1", "--buckets", "50", "-j", "1"});
  EXPECT_EQ(trained.status, 0) << trained.err;
  EXPECT_EQ(trained.out + trained.err, "");
  const Outcome packed = run(folder, {"model", "pack", "a.bin", "-o", "a.nut"});
  EXPECT_EQ(packed.status, 0) << packed.err;
  EXPECT_NE(packed.out.find("words       11, case-folded"), std::string::npos) << packed.out;
}

TEST(ModelTrain, AnInterruptLeavesNothing) {
  const Folder folder;
  folder.write("corpus.txt", corpus());
  Running running(folder, {"model", "train", "corpus.txt", "--lines", "-o", "a.bin", "--dimensions", "4", "--epochs",
                           "100000000", "-j", "1"});
  // It is at work once its unfinished file is there.
  while (std::distance(std::filesystem::directory_iterator(folder.path()), {}) < 2) ::usleep(1000);
  running.signal(SIGINT);
  const Outcome outcome = running.finish();
  EXPECT_EQ(outcome.status, 130);
  EXPECT_NE(outcome.err.find("stopped; nothing was written"), std::string::npos) << outcome.err;
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(Model, WrongUsageIsExplained) {
  struct Wrong {
    std::vector<std::string> arguments;
    std::string message;
  };
  const Wrong cases[] = {
      {{"model", "pak"}, "there is no command 'model pak'; did you mean 'model pack'?\nTry 'nutgraf model --help'"},
      {{"modle"}, "there is no command 'modle'; did you mean 'model'?"},
      {{"model", "pack", "a.vec"}, "'model pack' takes one fastText model, and where to write with -o"},
      {{"model", "pack", "-o", "a.nut"}, "'model pack' takes one fastText model"},
      {{"model", "train", "-o", "a.bin"}, "'model train' takes a corpus"},
      {{"model", "train", "c", "-o", "a.bin", "--ngrams", "5-4"}, "--ngrams takes the shortest and the longest"},
      {{"model", "info"}, "'model info' takes model files"},
      {{"model", "info", "--chek", "a.nut"}, "'model info' has no flag '--chek'; did you mean '--check'?"},
  };
  const Folder folder;
  for (const Wrong& wrong : cases) {
    const Outcome outcome = run(folder, wrong.arguments);
    EXPECT_EQ(outcome.status, 2) << wrong.message;
    EXPECT_EQ(outcome.out, "") << wrong.message;
    EXPECT_NE(outcome.err.find(wrong.message), std::string::npos) << outcome.err;
  }
}

TEST(Model, AloneItShowsItsCommands) {
  const Folder folder;
  const Outcome bare = run(folder, {"model"});
  EXPECT_EQ(bare.status, 2);
  EXPECT_NE(bare.err.find("model train"), std::string::npos) << bare.err;
  for (const char* flag : {"-h", "--help"}) {
    const Outcome help = run(folder, {"model", flag});
    EXPECT_EQ(help.status, 0);
    for (const char* name : {"model train", "model pack", "model info"})
      EXPECT_NE(help.out.find(name), std::string::npos) << help.out;
    EXPECT_EQ(help.out.find("summarize "), std::string::npos) << help.out;
  }
}

TEST(Model, ShellsCompleteItsCommands) {
  const Folder folder;
  EXPECT_NE(run(folder, {"completions", "bash"}).out.find("model) seconds='train pack info'"), std::string::npos);
  EXPECT_NE(run(folder, {"completions", "zsh"}).out.find("model) seconds=(train pack info)"), std::string::npos);
  EXPECT_NE(run(folder, {"completions", "fish"})
                .out.find("'__fish_seen_subcommand_from model; and __fish_seen_subcommand_from pack' -l corpus"),
            std::string::npos);
  EXPECT_NE(run(folder, {"man"}).out.find(".SS nutgraf model pack"), std::string::npos);
}

}  // namespace
}  // namespace nutgraf

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "articles.h"
#include "command.h"
#include "embed/small_model.h"
#include "json_lines.h"

namespace nutgraf {
namespace {

const std::string kModel = small_model_file(
    {.words = {{"ferry", {1, 0, 0}}, {"returned", {0, 1, 0}}, {"engine", {0, 0, 1}}, {"refunds", {0, -1, 0}}}});

std::vector<double> numbers(simdjson::dom::element array) {
  std::vector<double> values;
  for (const simdjson::dom::element value : array.get_array()) values.push_back(value.get_double());
  return values;
}

TEST(Embed, WritesAVectorASentence) {
  const Folder folder;
  folder.write("small.nut", kModel);
  folder.write("a.jsonl", records(2));
  const Outcome outcome = run(folder, {"embed", "--model", "small.nut", "--language", "en", "a.jsonl"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const JsonLines output(outcome.out);
  ASSERT_EQ(output.size(), 3U);
  EXPECT_EQ(JsonLines::string(output[0], "type"), "embeddings");
  EXPECT_EQ(JsonLines::string(output[0], "id"), "veld-0");
  EXPECT_EQ(JsonLines::number(output[0], "dimensions"), 3U);
  const simdjson::dom::object first = output[0]["sentences"].at(0).get_object();
  EXPECT_TRUE(JsonLines::string(first, "text").starts_with("Ferry 0 returned to Veld"));
  const std::vector<double> vector = numbers(first["vector"]);
  ASSERT_EQ(vector.size(), 3U);
  EXPECT_NEAR(vector[0], std::sqrt(0.5), 1e-2);
  EXPECT_NEAR(vector[1], std::sqrt(0.5), 1e-2);
  EXPECT_EQ(JsonLines::string(output.back(), "type"), "end");
}

TEST(Embed, WritesAVectorAWordOrAnArticle) {
  const Folder folder;
  folder.write("small.nut", kModel);
  const Outcome words = run(folder, {"embed", "--model", "small.nut", "--unit", "word"}, "Ferry zzz");
  const JsonLines word_output(words.out);
  ASSERT_EQ(word_output.size(), 2U) << words.err;
  const simdjson::dom::array list = word_output[0]["words"].get_array();
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(numbers(list.at(0)["vector"]), (std::vector<double>{1, 0, 0}));
  EXPECT_EQ(numbers(list.at(1)["vector"]), (std::vector<double>{0, 0, 0}));

  const Outcome article = run(folder, {"embed", "--model", "small.nut", "--unit", "article"}, records(1));
  const JsonLines article_output(article.out);
  ASSERT_EQ(article_output.size(), 2U) << article.err;
  EXPECT_EQ(numbers(article_output[0]["vector"]).size(), 3U);
}

TEST(Embed, WritesAFileForNumPy) {
  const Folder folder;
  folder.write("small.nut", kModel);
  folder.write("a.jsonl", records(300));
  for (const char* threads : {"1", "2"}) {
    const Outcome outcome = run(folder, {"embed", "--model", "small.nut", "--language", "en", "--unit", "article",
                                         "--npy", "-o", "a.npy", "-j", threads, "a.jsonl"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const std::string bytes = folder.read("a.npy");
    EXPECT_NE(bytes.find("'shape': (300, 3)"), std::string::npos);
    ASSERT_EQ(bytes.size(), 128 + 300 * 3 * sizeof(float));
    for (std::size_t row = 0; row < 300; ++row) {
      float vector[3];
      std::memcpy(vector, bytes.data() + 128 + row * sizeof vector, sizeof vector);
      EXPECT_NEAR(std::hypot(vector[0], vector[1], vector[2]), 1, 1e-5) << row;
    }
  }
  EXPECT_EQ(run(folder, {"embed", "--model", "small.nut", "--npy", "a.jsonl"}).status, 2) << "needs a file";
}

TEST(Embed, SaysHowToGetAModel) {
  const Folder folder;
  const Outcome none = run(folder, {"embed", "--language", "tlh"}, kHarbour);
  EXPECT_EQ(none.status, 2);
  EXPECT_EQ(none.out, "");
  EXPECT_NE(none.err.find("no tlh.nut"), std::string::npos) << none.err;
  EXPECT_NE(none.err.find("--model"), std::string::npos) << none.err;

  folder.write("text.nut", "no model at all");
  const Outcome wrong = run(folder, {"embed", "--model", "text.nut"}, kHarbour);
  EXPECT_EQ(wrong.status, 2);
  EXPECT_NE(wrong.err.find("text.nut: not a nutgraf model"), std::string::npos) << wrong.err;
}

// Sets a variable for the commands run while it lives.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) { ::setenv(name, value.c_str(), 1); }
  ~Variable() { ::unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
};

TEST(Embed, TakesTheModelThatTheVariableNames) {
  const Folder folder;
  folder.write("small.nut", kModel);
  const std::string named = run(folder, {"embed", "--model", "small.nut"}, kHarbour).out;
  {
    const Variable variable("NUTGRAF_MODEL", "small.nut");
    EXPECT_EQ(run(folder, {"embed"}, kHarbour).out, named);
  }
  const Variable variable("NUTGRAF_MODEL", "missing.nut");
  const Outcome missing = run(folder, {"embed"}, kHarbour);
  EXPECT_EQ(missing.status, 2);
  EXPECT_NE(missing.err.find("missing.nut: no such file (the variable NUTGRAF_MODEL names it)"), std::string::npos)
      << missing.err;
  EXPECT_EQ(run(folder, {"embed", "--model", "small.nut"}, kHarbour).out, named) << "the flag goes first";
}

}  // namespace
}  // namespace nutgraf

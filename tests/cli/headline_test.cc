// `nutgraf summarize --headline` and `--highlight`.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "articles.h"
#include "command.h"

namespace nutgraf {
namespace {

constexpr const char* kTwo =
    R"({"id":"a","title":"A","text":"The ferry returned to the harbour of Veld on Tuesday. Crews sang."})"
    "\n"
    R"({"id":"b","title":"B","text":"Bees swarmed over Sule. A school closed in Orrin."})"
    "\n";

TEST(Headlines, AreALineEach) {
  const Folder folder;
  folder.write("two.jsonl", kTwo);
  const Outcome outcome = run(folder, {"summarize", "--headline", "two.jsonl"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.out, "A\nThe ferry returned to the harbour of Veld\n\nB\nBees swarmed over Sule\n");
}

TEST(Headlines, HaveARecord) {
  const Folder folder;
  folder.write("two.jsonl", kTwo);
  const Outcome outcome = run(folder, {"summarize", "--headline", "--json", "--words", "8", "two.jsonl"});
  EXPECT_TRUE(outcome.out.starts_with(R"({"type":"headline","id":"a","title":"A","index":0,"begin":0,"end":41,)"
                                      R"("headline":"The ferry returned to the harbour of Veld","score":)"))
      << outcome.out;
  EXPECT_NE(outcome.out.find(R"({"type":"end","schema":1,"articles":2,"failed":0})"), std::string::npos);
}

TEST(Highlights, ArePlainWithoutATerminal) {
  const Folder folder;
  const Outcome outcome = run(folder, {"summarize", "--highlight", "-n", "1"}, "Ships waited at anchor. Crews sang.");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.out, "**Ships waited at anchor.** Crews sang.\n");
}

TEST(Highlights, AreOnePageInAnHtmlFile) {
  const Folder folder;
  folder.write("two.jsonl", kTwo);
  EXPECT_EQ(run(folder, {"summarize", "--highlight", "-n", "1", "-o", "out.html", "two.jsonl"}).status, 0);
  const std::string page = folder.read("out.html");
  EXPECT_TRUE(page.starts_with("<!DOCTYPE html>"));
  EXPECT_TRUE(page.ends_with("</article>\n</body>\n</html>\n"));
  EXPECT_LT(page.find("<h1>A</h1>"), page.find("<h1>B</h1>"));
  EXPECT_NE(page.find("<p><mark>Bees swarmed over Sule.</mark> A school closed in Orrin.</p>"), std::string::npos);
}

TEST(Headlines, GoWithFewOtherFlags) {
  const Folder folder;
  folder.write("a.txt", "Ships waited.");
  const std::pair<std::vector<std::string>, const char*> cases[] = {
      {{"summarize", "--headline", "--highlight", "a.txt"}, "--headline gives one line"},
      {{"summarize", "--headline", "-n", "2", "a.txt"}, "only --words and --chars limit it"},
      {{"summarize", "--highlight", "--json", "a.txt"}, "--json has the offsets"},
      {{"summarize", "--highlight", "--explain", "a.txt"}, "can't be shown together"}};
  for (const auto& [arguments, message] : cases) {
    const Outcome outcome = run(folder, arguments);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_NE(outcome.err.find(message), std::string::npos) << outcome.err;
    EXPECT_EQ(outcome.out, "");
  }
}

}  // namespace
}  // namespace nutgraf

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "articles.h"
#include "command.h"
#include "json_lines.h"

namespace nutgraf {
namespace {

std::string utf16(std::string_view ascii, bool big_endian) {
  std::string bytes = big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (const char c : ascii) {
    if (big_endian) bytes += '\0';
    bytes += c;
    if (!big_endian) bytes += '\0';
  }
  return bytes;
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

// The one summary that `--json` gives for `input`, which must be an article.
struct OneSummary {
  explicit OneSummary(std::string_view input, const std::vector<std::string>& flags = {}) {
    const Folder folder;
    folder.write("input", input);
    std::vector<std::string> arguments = {"summarize", "--json", "input"};
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    outcome = run(folder, arguments);
    const JsonLines json(outcome.out);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(json.size(), 2U);
    if (json.size() != 2) return;
    for (const auto sentence : json[0]["sentences"].get_array()) {
      sentences.emplace_back(std::string_view(sentence["text"].get_string()));
    }
    if (std::uint64_t count = 0; !json[0]["replaced"].get(count)) replaced = count;
  }
  Outcome outcome;
  std::vector<std::string> sentences;
  std::uint64_t replaced = 0;
};

TEST(BadInput, InputsWithNothingToReadAreErrors) {
  struct Case {
    const char* what;
    std::string bytes;
  };
  const Case cases[] = {
      {"empty file", ""},
      {"only blanks", " \n\t\n"},
      {"JSON without text", R"({"title":"Ferry returns","desk":"city"})"},
      {"JSON with an empty text", R"({"title":"Ferry returns","text":""})"},
      {"truncated JSON", R"({"title":"Ferry returns","text":"The fer)"},
      {"truncated gzip", gzip(records(50)).substr(0, 60)},
      {"a PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<</Type/Catalog>>\nendobj\n"},
  };
  for (const Case& bad : cases) {
    const Folder folder;
    folder.write("input", bad.bytes);
    const Outcome outcome = run(folder, {"summarize", "--json", "input"});
    EXPECT_EQ(outcome.status, 2) << bad.what;
    EXPECT_TRUE(outcome.err.starts_with("nutgraf: input")) << bad.what << ": " << outcome.err;
    EXPECT_EQ(lines(outcome.err).size(), 1U) << bad.what << ": " << outcome.err;
    EXPECT_GT(outcome.err.size(), std::string_view("nutgraf: input: ").size()) << bad.what;
  }
}

TEST(BadInput, OneWordIsItsOwnSummary) {
  EXPECT_EQ(OneSummary("Ships\n").sentences, std::vector<std::string>{"Ships"});
}

TEST(BadInput, StopWordsAloneAreSummarized) {
  EXPECT_EQ(OneSummary("And so it was to be.").sentences, std::vector<std::string>{"And so it was to be."});
}

TEST(BadInput, NulBytesAreReplacedAndCounted) {
  const std::string input = std::string("The ferry\0 returned. ", 21) + std::string(kHarbour);
  const OneSummary summary(input, {"--format", "text", "-n", "9"});
  EXPECT_EQ(summary.replaced, 1U);
  EXPECT_EQ(summary.outcome.out.find('\0'), std::string::npos);
  EXPECT_FALSE(summary.sentences.empty());
}

TEST(BadInput, BrokenUtf8IsReplacedAndCounted) {
  const OneSummary summary("{\"text\":\"The ferry \xFF returned to V\xC3\xA9ld on Monday.\"}\n");
  EXPECT_EQ(summary.replaced, 1U);
  EXPECT_EQ(summary.sentences, std::vector<std::string>{"The ferry \uFFFD returned to Véld on Monday."});
}

TEST(BadInput, Utf16IsReadInEitherByteOrder) {
  const std::vector<std::string> expected = OneSummary(kHarbour).sentences;
  EXPECT_EQ(expected.size(), 3U);
  EXPECT_EQ(OneSummary(utf16(kHarbour, true)).sentences, expected);
  EXPECT_EQ(OneSummary(utf16(kHarbour, false)).sentences, expected);
}

TEST(BadInput, AnUnreadableFileInAFolderDoesNotStopTheOthers) {
  const Folder folder;
  folder.write("in/a.txt", kHarbour);
  folder.write("in/b.txt", kHarbour);
  folder.write("in/c.txt", kHarbour);
  std::filesystem::permissions(folder.path() / "in/b.txt", std::filesystem::perms::none);
  const Outcome outcome = run(folder, {"segment", "--json", "in"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_TRUE(outcome.err.starts_with("nutgraf: in/b.txt: ")) << outcome.err;
  const JsonLines json(outcome.out);
  ASSERT_EQ(json.size(), 3U);
  EXPECT_EQ(JsonLines::number(json.back(), "failed"), 1U);
}

TEST(BadInput, TruncatedGzipKeepsTheRecordsBeforeTheCut) {
  const Folder folder;
  const std::string whole = gzip(records(5000));
  folder.write("news.jsonl.gz", whole.substr(0, whole.size() - whole.size() / 4));
  const Outcome outcome = run(folder, {"segment", "--json", "news.jsonl.gz"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("news.jsonl.gz"), std::string::npos) << outcome.err;
  const JsonLines json(outcome.out);
  EXPECT_GT(json.size(), 1000U);
  EXPECT_EQ(JsonLines::string(json[0], "id"), "veld-0");
}

TEST(BadInput, TenMegabytesWithoutAFullStopAreSummarized) {
  std::string text;
  while (text.size() < 10'000'000) text += "ships waited in the bay of veld while the lock was mended and ";
  const OneSummary summary(text, {"--words", "50"});
  ASSERT_EQ(summary.sentences.size(), 1U);
  EXPECT_NE(text.find(summary.sentences[0]), std::string::npos);
  EXPECT_LT(std::ranges::count(summary.sentences[0], ' '), 50);
}

TEST(BadInput, AHugeTokenIsSummarized) {
  const OneSummary alone(std::string(200'000, 'x'));
  ASSERT_FALSE(alone.sentences.empty());
  EXPECT_TRUE(alone.sentences[0].starts_with("xxxx"));
  const OneSummary among(std::string(kHarbour) + std::string(200'000, 'x'), {"-n", "1"});
  ASSERT_EQ(among.sentences.size(), 1U);
  EXPECT_NE(kHarbour.find(among.sentences[0]), std::string_view::npos);
}

TEST(BadInput, AThousandEqualSentencesAreSaidOnce) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "The ferry returned to Veld on Monday with forty passengers. ";
  EXPECT_EQ(OneSummary(text).sentences,
            std::vector<std::string>{"The ferry returned to Veld on Monday with forty passengers."});
}

TEST(BadInput, ATerminalEscapeLosesItsForceInText) {
  const Folder folder;
  const Outcome outcome = run(folder, {"segment"}, "{\"text\":\"The ferry \\u001b[31mreturned.\"}\n");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "The ferry [31mreturned.\n");
}

}  // namespace
}  // namespace nutgraf

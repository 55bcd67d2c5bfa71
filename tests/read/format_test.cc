#include "read/format.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "outcome.h"

namespace nutgraf {
namespace {

using namespace std::literals;

struct Case {
  const char* name;
  std::string_view bytes;
  Format format;
};

class DetectFormat : public testing::TestWithParam<Case> {};

TEST_P(DetectFormat, FromContent) { EXPECT_EQ(detect_format(GetParam().bytes, true), GetParam().format); }

TEST_P(DetectFormat, NeverChangesItsMindWithMoreBytes) {
  const std::string_view bytes = GetParam().bytes;
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const std::optional<Format> early = detect_format(bytes.substr(0, size), false);
    if (early) {
      EXPECT_EQ(*early, GetParam().format) << "after " << size << " bytes";
    }
  }
}

const Case kCases[] = {
    {"Words", "The port of Veld reopened.", Format::kText},
    {"Word", "null", Format::kText},
    {"OneObject", R"({"text":"a"})", Format::kJson},
    {"OneObjectALine", "{\"text\":\"a\"}\n\n", Format::kJsonLines},
    {"OneObjectWithoutText", "{\"title\":\"a\"}\n", Format::kJsonLines},
    {"IndentedObject", "{\n  \"text\": \"a\"\n}", Format::kJson},
    {"MarkAndSpaceBeforeObject", "\xEF\xBB\xBF \n{\"text\":\"a\"}", Format::kJson},
    {"Array", "[\n{\"text\":\"a\"},\n{\"text\":\"b\"}]", Format::kJson},
    {"EmptyArray", "[]", Format::kJson},
    {"ArrayOverLines", "{\"articles\": [\n{\"text\":\"a\"},\n{\"text\":\"b\"}]}", Format::kJson},
    {"Lines", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", Format::kJsonLines},
    {"LinesWithBlanks", "\n{\"text\":\"a\"}\r\n\r\n{\"text\":\"b\"}", Format::kJsonLines},
    {"OneLineOfArticles", "{\"articles\":[{\"text\":\"a\"}]}\n", Format::kJson},
    {"OneObjectALineInAnArray", "{\"articles\":[\n{\"text\":\"a\"}\n]}", Format::kJson},
    {"ObjectAsAValue", "{\"article\":\n{\"text\":\"a\"}\n}", Format::kJson},
    {"BrokenFirstLine", "{\"text\":\"a\n{\"text\":\"b\"}", Format::kJsonLines},
    {"BrokenSecondLine", "{\"text\":\"a\"}\nnot JSON\n{\"text\":\"b\"}", Format::kJsonLines},
    {"DamagedFirstLine", "{\"text\":\"caf\xE9\"}\n{\"text\":", Format::kJsonLines},
    {"WordsBeforeLines", "2 articles\n{\"text\":\"b\"}\n", Format::kJsonLines},
    {"WordsBeforeAnObject", "Settings\n{\"port\":1}\n", Format::kText},
    {"BrokenObject", "{\"text\":\"a\n\"}", Format::kJson},
    {"BracketedText", "[Updated] The port of Veld reopened.", Format::kText},
    {"Footnote", "[1] The port of Veld reopened.", Format::kText},
    {"WikiText", "[[Veld]] is a port.", Format::kText},
    {"BracedText", "{sic} The port of Veld reopened.", Format::kText},
    {"Doctype", "<!DOCTYPE html><title>Veld</title>", Format::kHtml},
    {"HtmlTag", "\n<HTML lang=en><body>Veld", Format::kHtml},
    {"CommentThenTag", "<!-- saved --><html>", Format::kHtml},
    {"Xhtml", "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>", Format::kHtml},
    {"StyleInFront", "<style>\n  p { color: red }\n</style>\n<!DOCTYPE html><title>Veld</title>", Format::kHtml},
    {"ScriptInFront", "<script src=\"/head.js\"></script><html>", Format::kHtml},
    {"Fragment", "<p>Ships waited.</p>", Format::kHtml},
    {"TextWithBlockTags", "Veld<br>reopened<p>Ships</p><p>waited</p>", Format::kHtml},
    {"TextWithAngleBrackets", "If a < b and b > c, then <i>what</i>?", Format::kText},
};

INSTANTIATE_TEST_SUITE_P(Contents, DetectFormat, testing::ValuesIn(kCases),
                         [](const auto& tested) { return tested.param.name; });

TEST(UnsupportedKind, NamesWhatItLooksLike) {
  EXPECT_EQ(unsupported_kind("%PDF-1.7\n"), "a PDF document");
  EXPECT_EQ(unsupported_kind("\x89PNG\r\n\x1A\n"), "a PNG image");
  EXPECT_EQ(unsupported_kind("\xFF\xD8\xFF\xE0"), "a JPEG image");
  EXPECT_EQ(unsupported_kind("PK\x03\x04"), "a ZIP archive or an office document");
  EXPECT_EQ(unsupported_kind("\x7F"
                             "ELF\x02"),
            "a program");
  EXPECT_EQ(unsupported_kind("RIFF\x10\x20\x30\x40WEBPVP8 "), "a WebP image");
  EXPECT_EQ(unsupported_kind("{\\rtf1\\ansi Veld}"), "an RTF document");
  EXPECT_EQ(unsupported_kind("<?xml version='1.0'?><rss version='2.0'>"), "a news feed");
  EXPECT_EQ(unsupported_kind("<?xml version='1.0'?><sitemap>"), "an XML document");
  EXPECT_EQ(unsupported_kind("\x01\0\0\x02\0\0\0\0\0\0\x03\0"sv), "binary data");
}

TEST(UnsupportedKind, LetsTextPass) {
  EXPECT_EQ(unsupported_kind("The PDF of the report"), "");
  EXPECT_EQ(unsupported_kind("A text with one NUL \0 in it"sv), "");
  EXPECT_EQ(unsupported_kind("V\0e\0l\0d\0 \0p\0o\0r\0t\0!\0"sv), "");
  EXPECT_EQ(unsupported_kind("<?xml version='1.0'?><!DOCTYPE html><html>"), "");
}

TEST(UnsupportedKind, IsAnErrorThatSaysWhatIsRead) {
  const Outcome outcome = read_bytes("%PDF-1.7\n");
  ASSERT_EQ(outcome.errors.size(), 1u);
  EXPECT_EQ(outcome.errors[0].code, ErrorCode::kUnsupported);
  EXPECT_EQ(outcome.messages()[0],
            "in: looks like a PDF document; nutgraf reads plain text, HTML, JSON and JSON Lines");
}

TEST(Format, CanBeForced) {
  EXPECT_EQ(read_bytes("<p>Veld</p>", {.format = Format::kText}).articles.at(0).text, "<p>Veld</p>");
  EXPECT_EQ(read_bytes("Veld", {.format = Format::kHtml}).articles.at(0).text, "Veld");
  EXPECT_EQ(read_bytes("{\"text\":\"a\"}", {.format = Format::kJsonLines}).ids(), std::vector<std::string>{"in:1"});
  EXPECT_EQ(read_bytes("null", {.format = Format::kJson}).errors.at(0).code, ErrorCode::kMalformed);
}

TEST(PlainText, IsKeptAsItIs) {
  const Outcome outcome = read_bytes("  Veld reopens \r\n\r\nShips\twaited.\n");
  ASSERT_EQ(outcome.articles.size(), 1u);
  EXPECT_EQ(outcome.articles[0].id, "in");
  EXPECT_EQ(outcome.articles[0].title, "");
  EXPECT_EQ(outcome.articles[0].text, "  Veld reopens \r\n\r\nShips\twaited.\n");
}

TEST(PlainText, EmptyFilesAreErrors) {
  EXPECT_EQ(read_bytes("").messages(), std::vector<std::string>{"in: the file is empty"});
  for (const std::string_view blank : {" \n\t\r\n"sv, "\xEF\xBB\xBF"sv, "\xFF\xFE"sv}) {
    const Outcome outcome = read_bytes(blank);
    ASSERT_EQ(outcome.errors.size(), 1u);
    EXPECT_EQ(outcome.errors[0].code, ErrorCode::kEmpty);
  }
}

TEST(PlainText, OverTheLimitIsRefused) {
  EXPECT_TRUE(read_bytes("12345678", {.max_article_bytes = 8}).errors.empty());
  EXPECT_EQ(read_bytes("123456789", {.max_article_bytes = 8}).errors.at(0).code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace nutgraf

#include "read/decode.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace nutgraf {
namespace {

using namespace std::literals;

struct Case {
  const char* name;
  std::string_view bytes;
  std::string_view text;
  std::size_t replaced = 0;
  TextKind kind = TextKind::kPlain;
};

class Decode : public testing::TestWithParam<Case> {};

TEST_P(Decode, GivesUtf8) {
  std::string text = "left over";
  EXPECT_EQ(decode(GetParam().bytes, GetParam().kind, text), GetParam().replaced);
  EXPECT_EQ(text, GetParam().text);
}

const Case kCases[] = {
    {"Ascii", "Ships wait.", "Ships wait."},
    {"Empty", "", ""},
    {"Utf8", "Caf\xC3\xA9 Sk\xC3\xA6r", "Café Skær"},
    {"Utf8Mark", "\xEF\xBB\xBFVeld", "Veld"},
    {"Utf16LittleMark", "\xFF\xFEV\0\xE9\0"sv, "Vé"},
    {"Utf16BigMark", "\xFE\xFF\0V\0\xE9"sv, "Vé"},
    {"Utf32LittleMark", "\xFF\xFE\0\0V\0\0\0"sv, "V"},
    {"Utf16LittleUnmarked", "V\0e\0l\0d\0 \0!\0"sv, "Veld !"},
    {"Utf16BigUnmarked", "\0V\0e\0l\0d"sv, "Veld"},
    {"Utf16Pair", "\xFF\xFE\x3D\xD8\x00\xDE"sv, "😀"},
    {"Utf16LoneSurrogate", "\xFF\xFE\x3D\xD8V\0"sv, "\uFFFDV", 1},
    {"Utf16CutInTheMiddle", "\xFF\xFEV\0e"sv, "V\uFFFD", 1},
    {"Utf16WithNul", "\xFF\xFEV\0\0\0e\0"sv, "V\uFFFDe", 1},
    {"Nul", "Ve\0ld"sv, "Ve\uFFFDld", 1},
    {"FewBrokenBytesStayUtf8",
     "Caf\xC3\xA9, \xC3\xA6"
     "ble, na\xEF"
     "ve",
     "Café, æble, na\uFFFDve", 1},
    {"GenuineReplacementIsNotCounted", "a \xEF\xBF\xBD b", "a \uFFFD b"},
    {"MarkedUtf8IsNeverLegacy",
     "\xEF\xBB\xBF"
     "caf\xE9",
     "caf\uFFFD", 1},
    {"Latin1",
     "Le caf\xE9 \xE9tait ferm\xE9 \xE0 No\xEBl, a d\xE9"
     "clar\xE9 la m\xE8re des \xE9l\xE8ves de la ville.",
     "Le café était fermé à Noël, a déclaré la mère des élèves de la ville."},
    {"Windows1252Quotes", "He said \x93no\x94 and she said \x93yes\x94 to the caf\xE9.",
     "He said “no” and she said “yes” to the café."},
    {"Windows1251",
     "\xCF\xEE\xF0\xF2 \xC2\xE5\xEB\xE4\xE0 \xEE\xF2\xEA\xF0\xFB\xEB\xF1\xFF \xE2 \xEF\xEE\xED\xE5\xE4\xE5\xEB\xFC\xED"
     "\xE8\xEA, \xF1\xEE\xEE\xE1\xF9\xE8\xEB\xE8 \xE2\xEB\xE0\xF1\xF2\xE8 \xE3\xEE\xF0\xEE\xE4\xE0.",
     "Порт Велда открылся в понедельник, сообщили власти города."},
    {"MetaCharset", "<meta charset=\"iso-8859-2\"><p>\xB1", "<meta charset=\"iso-8859-2\"><p>ą", 0, TextKind::kHtml},
    {"MetaContentType", "<meta content='text/html; charset = windows-1251'><p>\xCF",
     "<meta content='text/html; charset = windows-1251'><p>П", 0, TextKind::kHtml},
    {"XmlDeclaration", "<?xml version='1.0' encoding='koi8-r'?><p>\xF0", "<?xml version='1.0' encoding='koi8-r'?><p>П",
     0, TextKind::kHtml},
    {"ValidUtf8BeatsTheMeta", "<meta charset=iso-8859-1><p>\xC3\xA9", "<meta charset=iso-8859-1><p>é", 0,
     TextKind::kHtml},
    {"MetaUtf8WithBrokenByte", "<meta charset=utf-8><p>\xE9", "<meta charset=utf-8><p>\uFFFD", 1, TextKind::kHtml},
    {"JsonIsNeverLegacy", "{\"text\":\"caf\xE9\"}", "{\"text\":\"caf\uFFFD\"}", 1, TextKind::kJson},
};

INSTANTIATE_TEST_SUITE_P(Encodings, Decode, testing::ValuesIn(kCases),
                         [](const auto& tested) { return tested.param.name; });

TEST(AppendValidUtf8, ReplacesEachIllFormedSequenceOnce) {
  std::string text = ">";
  // A lone continuation byte, an overlong slash, a surrogate, and a sequence that is cut short.
  EXPECT_EQ(append_valid_utf8("a\x80z \xC0\xAF \xED\xA0\x80 \xE2\x82", text), 7u);
  EXPECT_EQ(text, ">a\uFFFDz \uFFFD\uFFFD \uFFFD\uFFFD\uFFFD \uFFFD");
}

TEST(DetectUnicode, DoesNotTakeStrayNulsForUtf16) {
  EXPECT_EQ(detect_unicode("a\0bcdefgh"sv).name, "");
  EXPECT_EQ(detect_unicode("Plain text with no NULs at all").name, "");
}

TEST(DetectUnicode, TellsCyrillicUtf16ByItsHighBytes) {
  std::string bytes;
  for (int i = 0; i < 100; ++i)
    bytes += i % 6 == 5 ? " \0"sv : std::string_view("\x32\x04\x35\x04").substr(i % 2 * 2, 2);
  EXPECT_EQ(detect_unicode(bytes).name, "UTF-16LE");
}

}  // namespace
}  // namespace nutgraf

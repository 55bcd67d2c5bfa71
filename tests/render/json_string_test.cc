#include "render/json_string.h"

#include <gtest/gtest.h>
#include <simdjson.h>
#include <unicode/utf8.h>

#include <random>
#include <string>
#include <string_view>

namespace nutgraf {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  append_json_string(text, out);
  return out;
}

// What a JSON reader makes of the escaped text.
std::string read_back(std::string_view text) {
  const std::string json = '[' + escaped(text) + ']';
  simdjson::dom::parser parser;
  std::string_view value;
  const auto error = parser.parse(json).at(0).get(value);
  EXPECT_EQ(error, simdjson::SUCCESS) << json;
  return std::string(value);
}

std::string utf8(char32_t c) {
  char bytes[U8_MAX_LENGTH];
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  return {bytes, size};
}

TEST(JsonString, EscapesAsShortAsJsonAllows) {
  EXPECT_EQ(escaped(""), R"("")");
  EXPECT_EQ(escaped("\"\\/"), R"("\"\\/")");
  EXPECT_EQ(escaped("\b\f\n\r\t"), R"("\b\f\n\r\t")");
  EXPECT_EQ(escaped(std::string_view("\0\x1f\x7f", 3)), "\"\\u0000\\u001f\x7f\"");
  EXPECT_EQ(escaped("Véld 港"), "\"Véld 港\"");
}

TEST(JsonString, EveryCodePointComesBack) {
  for (char32_t block = 0; block < 0x110000; block += 0x100) {
    if (block >= 0xD800 && block < 0xE000) continue;
    std::string text;
    for (char32_t c = block; c < block + 0x100; ++c) text += utf8(c);
    ASSERT_EQ(read_back(text), text) << std::hex << static_cast<std::uint32_t>(block);
  }
}

TEST(JsonString, EveryControlCharacterIsEscapedWhereverItStands) {
  for (char c = 0; c < 0x20; ++c) {
    for (const std::string& text : {std::string(1, c), c + std::string("end"), std::string("start") + c,
                                    std::string("a") + c + c + "b", std::string(70, 'x') + c + std::string(70, 'y')}) {
      const std::string json = escaped(text);
      for (const char written : json) ASSERT_GE(static_cast<unsigned char>(written), 0x20);
      ASSERT_EQ(read_back(text), text);
    }
  }
}

TEST(JsonString, AnyBytesMakeValidJson) {
  std::mt19937 random(7);
  for (int round = 0; round < 5000; ++round) {
    std::string bytes(random() % 40, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    const std::string back = read_back(bytes);
    ASSERT_TRUE(simdjson::validate_utf8(back.data(), back.size()));
    if (simdjson::validate_utf8(bytes.data(), bytes.size())) {
      ASSERT_EQ(back, bytes);
    }
  }
}

TEST(JsonString, BytesThatAreNotUtf8BecomeReplacementCharacters) {
  EXPECT_EQ(read_back("a\xFF\"b"), "a\uFFFD\"b");
  EXPECT_EQ(read_back("\xC3"), "\uFFFD");
  EXPECT_EQ(read_back("\uFFFD\xFF"), "\uFFFD\uFFFD");
}

}  // namespace
}  // namespace nutgraf

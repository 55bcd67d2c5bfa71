#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <string>
#include <string_view>
#include <vector>

#include "outcome.h"

namespace nutgraf {
namespace {

using Strings = std::vector<std::string>;

std::string gzip(std::string_view text) {
  z_stream deflater{};
  EXPECT_EQ(deflateInit2(&deflater, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&deflater, text.size()) + 32, '\0');
  deflater.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  deflater.avail_in = static_cast<uInt>(text.size());
  deflater.next_out = reinterpret_cast<Bytef*>(out.data());
  deflater.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&deflater, Z_FINISH), Z_STREAM_END);
  out.resize(deflater.total_out);
  deflateEnd(&deflater);
  return out;
}

std::string zstd(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  ZSTD_CCtx* compressor = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(compressor, ZSTD_c_checksumFlag, 1);
  const std::size_t size = ZSTD_compress2(compressor, out.data(), out.size(), text.data(), text.size());
  ZSTD_freeCCtx(compressor);
  EXPECT_FALSE(ZSTD_isError(size));
  out.resize(size);
  return out;
}

// Lines that do not compress to nothing, so that a cut falls inside of them.
std::string many_lines() {
  std::string lines;
  unsigned state = 1;
  for (int i = 0; i < 4000; ++i) {
    lines += "{\"text\":\"";
    for (int k = 0; k < 60; ++k) lines += static_cast<char>('a' + ((state = state * 1103515245 + 12345) >> 16) % 26);
    lines += "\"}\n";
  }
  return lines;
}

TEST(Compressed, IsOpenedAsItIs) {
  for (const std::string& bytes : {gzip("Ships waited."), zstd("Ships waited.")}) {
    for (const std::size_t chunk : {1, 5, 1 << 20}) {
      EXPECT_EQ(read_bytes(bytes, {}, chunk).articles.at(0).text, "Ships waited.");
    }
  }
  EXPECT_EQ(read_bytes(gzip(many_lines())).articles.size(), 4000u);
  EXPECT_EQ(read_bytes(zstd(many_lines())).articles.size(), 4000u);
}

TEST(Compressed, ReadsEveryMember) {
  const std::string a = "{\"text\":\"a\"}\n";
  const std::string b = "{\"text\":\"b\"}\n";
  EXPECT_EQ(read_bytes(gzip(a) + gzip("") + gzip(b)).ids(), (Strings{"in:1", "in:2"}));
  EXPECT_EQ(read_bytes(zstd(a) + zstd("") + zstd(b)).ids(), (Strings{"in:1", "in:2"}));
}

TEST(Compressed, TreatsWhatFollowsAsTheFormatsToolsDo) {
  using namespace std::literals;
  EXPECT_EQ(read_bytes(gzip("Ships waited.") + "\0\0\0\0"s).articles.at(0).text, "Ships waited.");
  EXPECT_EQ(read_bytes(gzip("Ships waited.") + "rubbish").articles.at(0).text, "Ships waited.");
  EXPECT_EQ(read_bytes(zstd("Ships waited.") + "rubbish").errors.at(0).code, ErrorCode::kMalformed);
}

TEST(Compressed, OfNothingIsAnEmptyFile) {
  for (const std::string& bytes : {gzip(""), zstd("")}) {
    EXPECT_EQ(read_bytes(bytes).messages(), Strings{"in: the file is empty"});
  }
}

TEST(Compressed, TruncatedGivesTheWholeLinesFirst) {
  for (const std::string& bytes : {gzip(many_lines()), zstd(many_lines())}) {
    const Outcome outcome = read_bytes(std::string_view(bytes).substr(0, bytes.size() * 3 / 4));
    EXPECT_GT(outcome.articles.size(), 1000u);
    EXPECT_LT(outcome.articles.size(), 4000u);
    ASSERT_EQ(outcome.errors.size(), 1u);
    EXPECT_EQ(outcome.errors[0].code, ErrorCode::kMalformed);
    EXPECT_NE(outcome.errors[0].message.find("truncated"), std::string::npos);
    EXPECT_EQ(outcome.errors[0].line, outcome.articles.size() + 1);
  }
}

TEST(Compressed, TruncatedInTheSecondLineGivesTheFirst) {
  const std::string bytes = gzip(many_lines().substr(0, 100));
  const Outcome outcome = read_bytes(std::string_view(bytes).substr(0, bytes.size() - 9));
  EXPECT_EQ(outcome.ids(), Strings{"in:1"});
  ASSERT_EQ(outcome.errors.size(), 1u);
  EXPECT_NE(outcome.errors[0].message.find("truncated"), std::string::npos);
  EXPECT_EQ(outcome.errors[0].line, 2u);
}

TEST(Compressed, TruncatedTextIsAnError) {
  for (const std::string& bytes : {gzip("Ships waited nine days."), zstd("Ships waited nine days.")}) {
    for (std::size_t size = 6; size < bytes.size(); ++size) {
      const Outcome outcome = read_bytes(std::string_view(bytes).substr(0, size));
      EXPECT_TRUE(outcome.articles.empty());
      ASSERT_EQ(outcome.errors.size(), 1u);
      EXPECT_NE(outcome.errors[0].message.find("truncated"), std::string::npos) << size;
    }
  }
}

TEST(Compressed, DamagedIsAnError) {
  for (std::string bytes : {gzip(many_lines()), zstd(many_lines())}) {
    for (std::size_t i = 0; i < 64; ++i) bytes[bytes.size() / 2 + i] = '\x55';
    const Outcome outcome = read_bytes(bytes);
    ASSERT_FALSE(outcome.errors.empty());
    EXPECT_NE(outcome.errors.back().message.find("damaged"), std::string::npos);
  }
}

TEST(Compressed, BombsStopAtTheLimit) {
  const std::string zeros(64 << 20, ' ');
  for (const std::string& bytes : {gzip(zeros), zstd(zeros)}) {
    const Outcome outcome = read_bytes(bytes, {.format = Format::kText, .max_article_bytes = 1 << 20});
    ASSERT_EQ(outcome.errors.size(), 1u);
    EXPECT_EQ(outcome.errors[0].code, ErrorCode::kTooLarge);
  }
}

}  // namespace
}  // namespace nutgraf

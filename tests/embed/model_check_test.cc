// Files that are broken in every way: an error from open() or from check(), and look-ups that stay inside.
#include <gtest/gtest.h>
#include <xxhash.h>

#include <bit>
#include <cstring>
#include <string>
#include <vector>

#include "embed/model_parts.h"
#include "fasttext_models.h"
#include "nutgraf/pack.h"
#include "text/language.h"

namespace nutgraf {
namespace {

constexpr std::size_t kHeader = 32;
constexpr std::size_t kEntry = 24;
constexpr std::size_t kChecksumAt = 24;

// A small model with every section.
std::string packed_model() {
  const TemporaryFolder folder;
  const std::string bin = folder.path("a.bin");
  save_fasttext_model(FasttextKind::kSkipgram, bin);
  const std::string corpus = folder.write("corpus.txt", "The harbour closed.\nThe ferry sailed to the harbour.\n");
  const auto info = pack(bin, folder.path("a.nut"),
                         {.language = "en", .subwords = 30, .corpus = {.inputs = {corpus}, .lines = true}});
  EXPECT_TRUE(info) << to_string(info.error());
  return read_file(folder.path("a.nut"));
}

template <class T>
T number_at(const std::string& bytes, std::size_t at) {
  T value{};
  std::memcpy(&value, bytes.data() + at, sizeof(T));
  return value;
}

template <class T>
void put(std::string& bytes, std::size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof(T));
}

// As if whoever broke it had written the checksum too.
void sign(std::string& bytes) {
  if (bytes.size() > kHeader)
    put<std::uint64_t>(bytes, kChecksumAt, XXH3_64bits(bytes.data() + kHeader, bytes.size() - kHeader));
}

enum class Outcome { kRefused, kFailsCheck, kPasses };

// Opens the bytes, looks everything up that may be looked up, and checks. The copy ends where the bytes do, so that the
// sanitizers see every read beyond them.
Outcome use(const std::string& bytes) {
  const std::vector<std::byte> exact(std::as_bytes(std::span(bytes)).begin(), std::as_bytes(std::span(bytes)).end());
  const auto model = Model::view(exact);
  if (!model) {
    EXPECT_FALSE(model.error().message.empty());
    return Outcome::kRefused;
  }
  const WordVectors& vectors = (*model)->parts().vectors;
  int sum = 0;
  std::vector<std::uint32_t> rows;
  for (const std::string word : {"harbour", "ferry", "unheard-of", "", "fjörd"}) {
    if (const auto row = vectors.find(word_hash(word))) {
      vectors.prefetch_row(*row);
      for (std::uint32_t i = 0; i < vectors.padded_dimensions(); ++i) sum += vectors.word(*row).values[i];
    }
    vectors.find_subwords(word, rows);
    for (const std::uint32_t row : rows)
      for (std::uint32_t i = 0; i < vectors.padded_dimensions(); ++i) sum += vectors.subword(row).values[i];
    if ((*model)->parts().terms.find(word_hash(word))) ++sum;
  }
  EXPECT_LT(sum, 1 << 30);
  const auto good = (*model)->check();
  if (good) return Outcome::kPasses;
  EXPECT_EQ(good.error().code, ErrorCode::kMalformed);
  return Outcome::kFailsCheck;
}

class BrokenModel : public testing::Test {
 protected:
  static void SetUpTestSuite() { file = new std::string(packed_model()); }
  static void TearDownTestSuite() { delete file; }

  static std::size_t sections() { return number_at<std::uint32_t>(bytes(), 12); }
  static std::size_t entry_of(SectionKind kind) {
    for (std::size_t i = 0; i < sections(); ++i)
      if (number_at<std::uint32_t>(bytes(), kHeader + i * kEntry) == static_cast<std::uint32_t>(kind))
        return kHeader + i * kEntry;
    throw std::runtime_error("no such section");
  }
  static std::size_t offset_of(SectionKind kind) { return number_at<std::uint64_t>(bytes(), entry_of(kind) + 8); }
  static std::size_t size_of(SectionKind kind) { return number_at<std::uint64_t>(bytes(), entry_of(kind) + 16); }
  static const std::string& bytes() { return *file; }

 private:
  static inline std::string* file = nullptr;
};

TEST_F(BrokenModel, WholeItPasses) {
  EXPECT_EQ(use(bytes()), Outcome::kPasses);
  EXPECT_EQ(sections(), 10U);
}

TEST_F(BrokenModel, CutShortAnywhereIsRefused) {
  for (std::size_t size = 0; size < bytes().size(); size += size < 400 ? 1 : 37)
    EXPECT_EQ(use(bytes().substr(0, size)), Outcome::kRefused) << size;
  for (std::size_t i = 0; i < sections(); ++i) {
    const auto border = number_at<std::uint64_t>(bytes(), kHeader + i * kEntry + 8);
    EXPECT_EQ(use(bytes().substr(0, border)), Outcome::kRefused);
  }
  EXPECT_EQ(use(bytes() + '\0'), Outcome::kRefused);
}

TEST_F(BrokenModel, CutShortWithAHeaderThatLiesIsNoticed) {
  for (std::size_t size = kHeader; size < bytes().size(); size += 101) {
    std::string cut = bytes().substr(0, size);
    put<std::uint64_t>(cut, 16, size);
    sign(cut);
    EXPECT_NE(use(cut), Outcome::kPasses) << size;
  }
}

TEST_F(BrokenModel, EveryFlippedBitIsNoticed) {
  for (std::size_t i = 0; i < bytes().size(); ++i) {
    std::string flipped = bytes();
    flipped[i] = static_cast<char>(flipped[i] ^ (1 << (i % 8)));
    EXPECT_NE(use(flipped), Outcome::kPasses) << i;
  }
}

TEST_F(BrokenModel, FlippedBitsUnderANewChecksumDoNoHarm) {
  for (std::size_t i = kHeader; i < bytes().size(); ++i) {
    std::string flipped = bytes();
    flipped[i] = static_cast<char>(flipped[i] ^ (1 << (i % 8)));
    sign(flipped);
    use(flipped);
  }
}

TEST_F(BrokenModel, LengthsAndOffsetsThatLieAreNoticed) {
  for (std::size_t i = 0; i < sections(); ++i) {
    const std::size_t entry = kHeader + i * kEntry;
    const auto offset = number_at<std::uint64_t>(bytes(), entry + 8);
    const auto size = number_at<std::uint64_t>(bytes(), entry + 16);
    for (const std::uint64_t lie :
         {UINT64_MAX, UINT64_MAX - 63, std::uint64_t{1} << 63, bytes().size() + 64, offset + 1, std::uint64_t{0}}) {
      std::string lying = bytes();
      put(lying, entry + 8, lie);
      sign(lying);
      if (lie != offset) {
        EXPECT_NE(use(lying), Outcome::kPasses) << i << ' ' << lie;
      }
    }
    for (const std::uint64_t lie : {UINT64_MAX, std::uint64_t{1} << 63, bytes().size(), size + 64, size / 2,
                                    std::uint64_t{1}, std::uint64_t{0}}) {
      std::string lying = bytes();
      put(lying, entry + 16, lie);
      sign(lying);
      // A shorter description is one too.
      const auto kind = static_cast<SectionKind>(number_at<std::uint32_t>(bytes(), entry));
      const bool may_pass = lie == size || kind == SectionKind::kDescription;
      const Outcome outcome = use(lying);
      if (!may_pass) {
        EXPECT_NE(outcome, Outcome::kPasses) << i << ' ' << lie;
      }
    }
  }
}

TEST_F(BrokenModel, ASectionThatIsThereTwiceIsRefused) {
  for (std::size_t i = 1; i < sections(); ++i) {
    std::string twice = bytes();
    put(twice, kHeader + i * kEntry, number_at<std::uint32_t>(bytes(), kHeader));
    sign(twice);
    EXPECT_EQ(use(twice), Outcome::kRefused);
  }
}

TEST_F(BrokenModel, AMissingSectionIsNoticed) {
  for (std::size_t i = 1; i < sections(); ++i) {
    std::string without = bytes();
    put<std::uint32_t>(without, kHeader + i * kEntry, 1000);  // of a kind to come
    sign(without);
    const auto kind = number_at<std::uint32_t>(bytes(), kHeader + i * kEntry);
    EXPECT_NE(use(without), Outcome::kPasses) << kind;
  }
}

TEST_F(BrokenModel, SectionsOfAKindToComeArePassedOver) {
  std::vector<Section> sections;
  const auto parsed = ModelFile::parse(std::as_bytes(std::span(bytes())));
  ASSERT_TRUE(parsed);
  sections.assign(parsed->sections().begin(), parsed->sections().end());
  const std::string more = "more";
  sections.push_back({static_cast<SectionKind>(1000), std::as_bytes(std::span(more))});
  EXPECT_EQ(use(write_model_file(sections)), Outcome::kPasses);
}

TEST_F(BrokenModel, AnotherVersionIsToldOf) {
  std::string later = bytes();
  put<std::uint32_t>(later, 8, kModelVersion + 1);
  const auto model = Model::view(std::as_bytes(std::span(later)));
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().code, ErrorCode::kUnsupported);
}

struct Change {
  const char* what;
  SectionKind section;
  std::size_t at;
  std::uint32_t value;
};

TEST_F(BrokenModel, WrongContentIsNoticedByTheCheck) {
  const auto not_a_number = std::bit_cast<std::uint32_t>(std::numeric_limits<float>::quiet_NaN());
  const std::size_t slot = [&] {
    std::size_t at = offset_of(SectionKind::kWordIndex);
    while (number_at<std::uint32_t>(bytes(), at + 4) == kFreeSlot) at += 8;
    return at - offset_of(SectionKind::kWordIndex);
  }();
  const std::size_t term = [&] {
    std::size_t at = offset_of(SectionKind::kTermIndex);
    while (number_at<std::uint32_t>(bytes(), at + 4) == kFreeSlot) at += 8;
    return at - offset_of(SectionKind::kTermIndex);
  }();
  const Change changes[] = {
      {"a row that is not there", SectionKind::kWordIndex, slot + 4, 1'000'000},
      {"another row", SectionKind::kWordIndex, slot + 4,
       number_at<std::uint32_t>(bytes(), offset_of(SectionKind::kWordIndex) + slot + 4) == 0 ? 1U : 0U},
      {"an entry less", SectionKind::kWordIndex, slot + 4, kFreeSlot},
      {"a scale that is no number", SectionKind::kWordRows, 64 - 8, not_a_number},
      {"a weight that is no number", SectionKind::kWordRows, 64 - 4, not_a_number},
      {"a scale below 0", SectionKind::kSubwordRows, 64 - 8, std::bit_cast<std::uint32_t>(-1.0F)},
      {"something behind a vector", SectionKind::kWordRows, 8, 0x01010101},
      {"another vector", SectionKind::kWordRows, 0, 0x7F7F7F7F},
      {"another word", SectionKind::kWords, 0, 0x78787878},
      {"a direction that is no number", SectionKind::kComponents, 0, not_a_number},
      {"a direction that is too long", SectionKind::kComponents, 4, std::bit_cast<std::uint32_t>(7.0F)},
      {"a frequency that is no number", SectionKind::kTermIndex, term + 4, not_a_number},
      {"a frequency below 0", SectionKind::kTermIndex, term + 4, std::bit_cast<std::uint32_t>(-2.0F)},
      {"another expectation", SectionKind::kSelfTest, size_of(SectionKind::kSelfTest) - 4,
       std::bit_cast<std::uint32_t>(99.0F)},
      {"an input that never ends", SectionKind::kSelfTest, 4, UINT32_MAX},
  };
  for (const Change& change : changes) {
    std::string changed = bytes();
    put(changed, offset_of(change.section) + change.at, change.value);
    sign(changed);
    EXPECT_EQ(use(changed), Outcome::kFailsCheck) << change.what;
  }
}

TEST_F(BrokenModel, LayoutsThatLieAreRefused) {
  const std::size_t layout = offset_of(SectionKind::kVectorLayout);
  for (const auto& [at, value] : {std::pair<std::size_t, std::uint32_t>{0, 0},
                                  {0, 5000},
                                  {0, 60},
                                  {4, 0},
                                  {4, 128},
                                  {12, 1000},
                                  {12, UINT32_MAX}}) {
    std::string lying = bytes();
    put(lying, layout + at, value);
    sign(lying);
    EXPECT_EQ(use(lying), Outcome::kRefused) << at << ' ' << value;
  }
}

TEST_F(BrokenModel, AnIndexWithoutAFreeSlotEnds) {
  std::string full = bytes();
  for (std::size_t at = 0; at < size_of(SectionKind::kWordIndex); at += 8)
    put<std::uint64_t>(full, offset_of(SectionKind::kWordIndex) + at, 7);
  sign(full);
  EXPECT_EQ(use(full), Outcome::kFailsCheck);
}

}  // namespace
}  // namespace nutgraf

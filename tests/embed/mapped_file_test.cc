#include "embed/mapped_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <thread>

namespace nutgraf {
namespace {

// A file of `size` bytes, each of which tells where it stands; gone with the object.
class CountingFile {
 public:
  explicit CountingFile(std::size_t size)
      : path_(testing::TempDir() + "nutgraf-mapped-" + std::to_string(::getpid()) + "-" + std::to_string(size)) {
    std::ofstream out(path_, std::ios::binary);
    for (std::size_t i = 0; i < size; ++i) out.put(static_cast<char>(byte_at(i)));
  }
  CountingFile(const CountingFile&) = delete;
  CountingFile& operator=(const CountingFile&) = delete;
  ~CountingFile() { std::filesystem::remove(path_); }

  static std::byte byte_at(std::size_t i) { return static_cast<std::byte>(i * 7 + i / 251); }

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

bool is_whole(std::span<const std::byte> bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (bytes[i] != CountingFile::byte_at(i)) return false;
  return true;
}

TEST(MappedFile, HasTheSameBytesAtTheSamePlaceInHugePages) {
  constexpr std::size_t kHugePage = std::size_t{2} << 20;
  for (const std::size_t size : {std::size_t{1}, std::size_t{5000}, kHugePage - 1, kHugePage, kHugePage + 1}) {
    const CountingFile file(size);
    const Result<MappedFile> mapped = MappedFile::open(file.path());
    ASSERT_TRUE(mapped) << to_string(mapped.error());
    const std::byte* const place = mapped->bytes().data();
    EXPECT_TRUE(is_whole(mapped->bytes())) << size;
    mapped->move_to_huge_pages();
    EXPECT_EQ(mapped->bytes().data(), place);
    EXPECT_EQ(mapped->bytes().size(), size);
    EXPECT_TRUE(is_whole(mapped->bytes())) << size;
  }
}

TEST(MappedFile, CanBeReadWhileItMoves) {
  const CountingFile file(std::size_t{3} << 20);
  const Result<MappedFile> mapped = MappedFile::open(file.path());
  ASSERT_TRUE(mapped) << to_string(mapped.error());
  std::atomic<bool> reading = false;
  std::atomic<bool> moved = false;
  std::atomic<bool> whole = true;
  std::thread reader([&] {
    bool last = false;
    while (!last) {
      last = moved;
      if (!is_whole(mapped->bytes())) whole = false;
      reading = true;
    }
  });
  while (!reading) std::this_thread::yield();
  mapped->move_to_huge_pages();
  moved = true;
  reader.join();
  EXPECT_TRUE(whole);
}

}  // namespace
}  // namespace nutgraf

#include "embed/model_file.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <string_view>

namespace nutgraf {
namespace {

static_assert(std::endian::native == std::endian::little, "model files are used as they lie in memory");

constexpr std::string_view kMagic("\x89NUT\r\n\x1a\n", 8);

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t sections;
  std::uint64_t size;
  std::uint64_t checksum;
};
static_assert(sizeof(Header) == 32);

struct Entry {
  std::uint32_t kind;
  std::uint32_t zero;
  std::uint64_t offset;
  std::uint64_t size;
};
static_assert(sizeof(Entry) == 24);

constexpr std::size_t kMaxSections = 256;

std::unexpected<Error> malformed(std::string message) {
  return std::unexpected(Error{.code = ErrorCode::kMalformed, .message = std::move(message), .file = {}, .line = 0});
}

template <class T>
T copy_at(std::span<const std::byte> bytes, std::size_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof(T));
  return value;
}

std::uint64_t checksum_of(std::span<const std::byte> bytes) {
  return XXH3_64bits(bytes.data() + sizeof(Header), bytes.size() - sizeof(Header));
}

std::size_t aligned(std::size_t offset) {
  return (offset + kSectionAlignment - 1) / kSectionAlignment * kSectionAlignment;
}

}  // namespace

Result<ModelFile> ModelFile::parse(std::span<const std::byte> bytes) {
  if (bytes.size() < kMagic.size() || std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0)
    return malformed("not a nutgraf model; `nutgraf model pack` makes one from a fastText model");
  if (bytes.size() < sizeof(Header)) return malformed("cut short: the header is not complete; copy the file again");
  const auto header = copy_at<Header>(bytes, 0);
  if (header.version != kModelVersion)
    return std::unexpected(
        Error{.code = ErrorCode::kUnsupported,
              .message = fmt::format("a model of format {}, and this nutgraf reads format {}; pack it again",
                                     header.version, kModelVersion),
              .file = {},
              .line = 0});
  if (header.size != bytes.size())
    return malformed(
        fmt::format("{} bytes long where its header says {}; copy the file again", bytes.size(), header.size));
  if (header.sections > kMaxSections || sizeof(Header) + header.sections * sizeof(Entry) > bytes.size())
    return malformed(fmt::format("its header tells of {} sections, more than it can hold", header.sections));

  ModelFile file;
  file.bytes_ = bytes;
  for (std::size_t i = 0; i < header.sections; ++i) {
    const auto entry = copy_at<Entry>(bytes, sizeof(Header) + i * sizeof(Entry));
    const auto kind = static_cast<SectionKind>(entry.kind);
    if (entry.offset > bytes.size() || entry.size > bytes.size() - entry.offset)
      return malformed(fmt::format("section {} lies outside of the file", entry.kind));
    if (entry.offset % kSectionAlignment != 0) return malformed(fmt::format("section {} is not aligned", entry.kind));
    if (std::ranges::find(file.sections_, kind, &Section::kind) != file.sections_.end())
      return malformed(fmt::format("section {} is there twice", entry.kind));
    file.sections_.push_back({.kind = kind, .bytes = bytes.subspan(entry.offset, entry.size)});
  }
  return file;
}

std::span<const std::byte> ModelFile::section(SectionKind kind) const {
  const auto section = std::ranges::find(sections_, kind, &Section::kind);
  return section == sections_.end() ? std::span<const std::byte>() : section->bytes;
}

bool ModelFile::is_intact() const { return copy_at<Header>(bytes_, 0).checksum == checksum_of(bytes_); }

std::string write_model_file(std::span<const Section> sections) {
  std::size_t size = sizeof(Header) + sections.size() * sizeof(Entry);
  std::vector<Entry> table;
  for (const Section& section : sections) {
    const std::size_t offset = aligned(size);
    table.push_back({static_cast<std::uint32_t>(section.kind), 0, offset, section.bytes.size()});
    size = offset + section.bytes.size();
  }
  std::string bytes(size, '\0');
  for (std::size_t i = 0; i < sections.size(); ++i) {
    std::memcpy(bytes.data() + sizeof(Header) + i * sizeof(Entry), &table[i], sizeof(Entry));
    if (!sections[i].bytes.empty())
      std::memcpy(bytes.data() + table[i].offset, sections[i].bytes.data(), sections[i].bytes.size());
  }
  Header header{.magic = {},
                .version = kModelVersion,
                .sections = static_cast<std::uint32_t>(sections.size()),
                .size = size,
                .checksum = checksum_of(std::as_bytes(std::span(bytes)))};
  std::memcpy(header.magic, kMagic.data(), kMagic.size());
  std::memcpy(bytes.data(), &header, sizeof(Header));
  return bytes;
}

}  // namespace nutgraf

#include "archive/profile_bytes.h"

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "embed/byte_reader.h"

namespace nutgraf {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are stored as they lie in memory");

constexpr std::uint8_t kProfileVersion = 1;
constexpr std::uint8_t kCopyProfileVersion = 1;
constexpr std::uint8_t kDated = 1;
constexpr std::uint8_t kLead = 1;

struct StoredTerm {
  std::uint32_t hash = 0;
  std::uint16_t rarity = 0;
  std::uint8_t count = 0;
  std::uint8_t flags = 0;
};
static_assert(sizeof(StoredTerm) == 8);

template <class T>
  requires std::integral<T> || std::floating_point<T>
void append(T value, std::string& bytes) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void append(std::string_view text, std::string& bytes) {
  append(static_cast<std::uint32_t>(text.size()), bytes);
  bytes += text;
}

void append(std::span<const std::uint32_t> numbers, std::string& bytes) {
  append(static_cast<std::uint32_t>(numbers.size()), bytes);
  bytes.append(reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes());
}

std::string read_text(ByteReader& reader) {
  const auto text = reader.take(reader.read<std::uint32_t>());
  return {reinterpret_cast<const char*>(text.data()), text.size()};
}

std::vector<std::uint32_t> read_numbers(ByteReader& reader) {
  const auto bytes = reader.take(reader.read<std::uint32_t>(), sizeof(std::uint32_t));
  std::vector<std::uint32_t> numbers(bytes.size() / sizeof(std::uint32_t));
  if (!bytes.empty()) std::memcpy(numbers.data(), bytes.data(), bytes.size());
  return numbers;
}

bool is_at_end(const ByteReader& reader) { return reader.ok() && reader.rest().empty(); }

}  // namespace

void append_bytes(const Profile& profile, std::string& bytes) {
  append(kProfileVersion, bytes);
  append(static_cast<std::uint8_t>(profile.published ? kDated : 0), bytes);
  append(profile.published.value_or(0), bytes);
  append(profile.length, bytes);
  append(profile.lead_length, bytes);
  append(std::string_view(profile.language), bytes);
  append(static_cast<std::uint32_t>(profile.terms.size()), bytes);
  for (const ProfileTerm& term : profile.terms) {
    const StoredTerm stored{.hash = term.hash,
                            .rarity = term.rarity,
                            .count = term.count,
                            .flags = static_cast<std::uint8_t>(term.lead ? kLead : 0)};
    bytes.append(reinterpret_cast<const char*>(&stored), sizeof stored);
  }
}

bool read_bytes(std::span<const std::byte> bytes, Profile& profile) {
  ByteReader reader(bytes);
  if (reader.read<std::uint8_t>() != kProfileVersion) return false;
  const bool dated = (reader.read<std::uint8_t>() & kDated) != 0;
  const auto published = reader.read<std::int64_t>();
  profile.published = dated ? std::optional(published) : std::nullopt;
  profile.length = reader.read<float>();
  profile.lead_length = reader.read<float>();
  profile.language = read_text(reader);
  const auto terms = reader.take(reader.read<std::uint32_t>(), sizeof(StoredTerm));
  if (!is_at_end(reader)) return false;
  profile.terms.resize(terms.size() / sizeof(StoredTerm));
  for (std::size_t i = 0; i < profile.terms.size(); ++i) {
    StoredTerm stored;
    std::memcpy(&stored, terms.data() + i * sizeof stored, sizeof stored);
    profile.terms[i] = {
        .hash = stored.hash, .rarity = stored.rarity, .count = stored.count, .lead = (stored.flags & kLead) != 0};
  }
  return std::ranges::is_sorted(profile.terms, {}, &ProfileTerm::hash);
}

void append_bytes(const CopyProfile& profile, std::string& bytes) {
  append(kCopyProfileVersion, bytes);
  append(std::string_view(profile.id), bytes);
  append(std::string_view(profile.outlet), bytes);
  append(std::string_view(profile.published), bytes);
  append(std::string_view(profile.agency), bytes);
  append(std::span<const std::uint32_t>(profile.fingerprint.shingles), bytes);
  append(std::span<const std::uint32_t>(profile.fingerprint.lead), bytes);
}

bool read_bytes(std::span<const std::byte> bytes, CopyProfile& profile) {
  ByteReader reader(bytes);
  if (reader.read<std::uint8_t>() != kCopyProfileVersion) return false;
  profile.id = read_text(reader);
  profile.outlet = read_text(reader);
  profile.published = read_text(reader);
  profile.agency = read_text(reader);
  profile.fingerprint.shingles = read_numbers(reader);
  profile.fingerprint.lead = read_numbers(reader);
  return is_at_end(reader) && std::ranges::is_sorted(profile.fingerprint.shingles);
}

Error damaged_profile() {
  return {.code = ErrorCode::kMalformed,
          .message =
              "is damaged (what an article is compared by can't be read); restore it from a copy, or add its "
              "articles to a new archive"};
}

}  // namespace nutgraf

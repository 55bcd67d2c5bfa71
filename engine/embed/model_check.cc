// Model::check(): everything that open() takes on trust.
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "embed/model_parts.h"
#include "embed/self_test.h"
#include "text/language.h"

namespace nutgraf {
namespace {

// Of the lengths and products of common components.
constexpr double kOrthonormalWithin = 1e-3;

std::unexpected<Error> malformed(std::string message) {
  return std::unexpected(Error{.code = ErrorCode::kMalformed, .message = std::move(message), .file = {}, .line = 0});
}

// That every entry of an index leads to one of `rows` rows, and that there are as many entries.
Result<void> check_index(const HashIndex& index, std::size_t rows, std::string_view what) {
  std::size_t entries = 0;
  for (const HashSlot& slot : index.slots()) {
    if (slot.value == kFreeSlot) continue;
    ++entries;
    if (slot.value >= rows)
      return malformed(fmt::format("its index of {} leads to row {} of {}", what, slot.value, rows));
  }
  if (entries == rows) return {};
  return malformed(fmt::format("its index of {} has {} entries for {} rows", what, entries, rows));
}

Result<void> check_row(const VectorRow& row, std::uint32_t dimensions, std::uint32_t padded, std::string_view what) {
  const bool padding_is_zero = std::all_of(row.values + dimensions, row.values + padded, [](auto v) { return v == 0; });
  if (std::isfinite(row.scale) && row.scale >= 0 && std::isfinite(row.weight) && row.weight >= 0 && padding_is_zero)
    return {};
  return malformed(fmt::format("the row of {} is damaged", what));
}

Result<void> check_words(const Model::Parts& parts) {
  const WordVectors& vectors = parts.vectors;
  const std::span<const std::byte> section = parts.file.section(SectionKind::kWords);
  std::string_view words(reinterpret_cast<const char*>(section.data()), section.size());
  for (std::uint32_t row = 0; row < vectors.words(); ++row) {
    const std::size_t end = words.find('\n');
    if (end == std::string_view::npos) return malformed(fmt::format("it names {} of {} words", row, vectors.words()));
    const std::string_view word = words.substr(0, end);
    if (vectors.find(word_hash(word)) != row) return malformed(fmt::format("its index does not find '{}'", word));
    const auto whole =
        check_row(vectors.word(row), vectors.dimensions(), vectors.padded_dimensions(), fmt::format("'{}'", word));
    if (!whole) return whole;
    words.remove_prefix(end + 1);
  }
  if (!words.empty()) return malformed("it names more words than it has rows");
  return {};
}

Result<void> check_subwords(const WordVectors& vectors) {
  for (std::uint32_t row = 0; row < vectors.subwords(); ++row) {
    const auto whole = check_row(vectors.subword(row), vectors.dimensions(), vectors.padded_dimensions(),
                                 fmt::format("n-gram {}", row));
    if (!whole) return whole;
  }
  return {};
}

Result<void> check_components(const Model::Parts& parts) {
  const std::size_t size = parts.vectors.padded_dimensions();
  for (std::size_t i = 0; i < parts.info.components; ++i)
    for (std::size_t j = 0; j <= i; ++j) {
      double product = 0;
      for (std::size_t k = 0; k < size; ++k)
        product += double{parts.components[i * size + k]} * double{parts.components[j * size + k]};
      if (!(std::abs(product - (i == j ? 1 : 0)) <= kOrthonormalWithin))
        return malformed("its common components are not orthonormal");
    }
  return {};
}

Result<void> check_terms(const Model::Parts& parts) {
  std::size_t entries = 0;
  for (const HashSlot& slot : parts.terms.slots()) {
    if (slot.value == kFreeSlot) continue;
    ++entries;
    const auto frequency = std::bit_cast<float>(slot.value);
    if (!std::isfinite(frequency) || frequency < 0)
      return malformed("an inverse document frequency of it is no positive number");
  }
  if (entries == parts.info.terms) return {};
  return malformed(fmt::format("it tells of {} terms and has {}", parts.info.terms, entries));
}

Result<void> check_all(const Model& model) {
  const Model::Parts& parts = model.parts();
  if (!parts.file.is_intact()) return malformed("damaged: its checksum does not hold; copy the file again");
  const WordVectors& vectors = parts.vectors;
  if (auto good = check_index(vectors.word_index(), vectors.words(), "words"); !good) return good;
  if (auto good = check_index(vectors.subword_index(), vectors.subwords(), "n-grams"); !good) return good;
  if (auto good = check_words(parts); !good) return good;
  if (auto good = check_subwords(vectors); !good) return good;
  if (auto good = check_components(parts); !good) return good;
  if (auto good = check_terms(parts); !good) return good;
  return run_self_test(model);
}

}  // namespace

Result<void> Model::check() const {
  auto good = check_all(*this);
  if (!good) good.error().file = parts_->path;
  return good;
}

}  // namespace nutgraf

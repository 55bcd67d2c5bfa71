#include "summarize/scorer_weights.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "summarize/sentence_features.h"
#include "summarize/term_features.h"

namespace nutgraf {
namespace {

// More of anything is no scorer that fits its purpose; and no product of sizes overflows.
constexpr std::uint32_t kMostOfAnything = 4096;

struct Header {
  std::uint32_t version;
  std::uint32_t dimensions;
  std::uint32_t projected;
  std::uint32_t term_features;
  std::uint32_t term_units;
  std::uint32_t sentence_features;
  std::uint32_t sentence_units;
  std::uint32_t reserved;
};

class FloatReader {
 public:
  explicit FloatReader(std::span<const float> floats) : rest_(floats) {}

  std::span<const float> take(std::size_t count) {
    const std::span<const float> taken = rest_.first(count);
    rest_ = rest_.subspan(count);
    return taken;
  }

  Perceptron take_perceptron(std::size_t scaled, std::size_t inputs, std::size_t units) {
    Perceptron perceptron;
    perceptron.mean = take(scaled);
    perceptron.factor = take(scaled);
    perceptron.first = take(inputs * units);
    perceptron.bias = take(units);
    perceptron.second = take(units);
    perceptron.offset = take(1)[0];
    return perceptron;
  }

 private:
  std::span<const float> rest_;
};

std::size_t perceptron_size(std::size_t scaled, std::size_t inputs, std::size_t units) {
  return 2 * scaled + (inputs + 2) * units + 1;
}

}  // namespace

std::optional<ScorerWeights> ScorerWeights::view(std::span<const std::byte> section) {
  Header h{};
  if (section.size() < sizeof(Header)) return std::nullopt;
  std::memcpy(&h, section.data(), sizeof(Header));
  const std::array sizes = {h.dimensions, h.projected, h.term_units, h.sentence_units};
  if (h.version != kScorerVersion || h.term_features != kTermFeatures || h.sentence_features != kSentenceFeatures ||
      (h.dimensions == 0) != (h.projected == 0) || h.term_units == 0 || h.sentence_units == 0 ||
      std::ranges::max(sizes) > kMostOfAnything)
    return std::nullopt;
  const std::size_t inputs = kSentenceFeatures + 3 * h.projected;
  const std::size_t floats = 2 * h.dimensions * h.projected +
                             perceptron_size(kTermFeatures, kTermFeatures, h.term_units) +
                             perceptron_size(kSentenceFeatures, inputs, h.sentence_units);
  if (section.size() != sizeof(Header) + floats * sizeof(float)) return std::nullopt;

  // Sections are aligned.
  FloatReader reader({reinterpret_cast<const float*>(section.data() + sizeof(Header)), floats});
  ScorerWeights weights;
  weights.dimensions = h.dimensions;
  weights.projection = reader.take(h.dimensions * h.projected);
  weights.article_projection = reader.take(h.dimensions * h.projected);
  weights.terms = reader.take_perceptron(kTermFeatures, kTermFeatures, h.term_units);
  weights.sentences = reader.take_perceptron(kSentenceFeatures, inputs, h.sentence_units);
  return weights;
}

}  // namespace nutgraf

#include "embed/self_test.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "embed/byte_reader.h"
#include "embed/model_parts.h"
#include "nutgraf/embed.h"

namespace nutgraf {
namespace {

constexpr std::size_t kWords = 16;
constexpr std::size_t kUnseenWords = 8;
constexpr std::size_t kSentences = 8;

// Machines may round the last bits of a sum differently.
constexpr float kTolerance = 1e-4F;

std::unexpected<Error> malformed(std::string message) {
  return std::unexpected(Error{.code = ErrorCode::kMalformed, .message = std::move(message), .file = {}, .line = 0});
}

// The model is the caller's: it outlives the embedder.
Embedder embedder_of(const Model& model) { return Embedder({std::shared_ptr<const void>(), &model}); }

std::vector<float> embed(Embedder& embedder, SelfTestKind kind, std::string_view input) {
  return kind == SelfTestKind::kWord ? embedder.word(input) : embedder.sentence(input);
}

void append_record(Embedder& embedder, SelfTestKind kind, std::string_view input, std::string& out) {
  const auto append = [&](const auto* data, std::size_t size) {
    out.append(reinterpret_cast<const char*>(data), size);
  };
  const auto kind_number = static_cast<std::uint32_t>(kind);
  const auto size = static_cast<std::uint32_t>(input.size());
  append(&kind_number, sizeof(kind_number));
  append(&size, sizeof(size));
  out += input;
  out.resize((out.size() + 3) / 4 * 4);
  const std::vector<float> vector = embed(embedder, kind, input);
  append(vector.data(), vector.size() * sizeof(float));
}

std::vector<std::string_view> some_words(const Model& model, std::size_t most) {
  const std::span<const std::byte> section = model.parts().file.section(SectionKind::kWords);
  std::string_view text(reinterpret_cast<const char*>(section.data()), section.size());
  const std::size_t step = std::max<std::size_t>(model.info().words / most, 1);
  std::vector<std::string_view> words;
  for (std::size_t i = 0; !text.empty() && words.size() < most; ++i) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (i % step == 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool is_near(std::span<const float> vector, std::span<const float> expected) {
  float largest = 0;
  for (const float value : expected) largest = std::max(largest, std::abs(value));
  for (std::size_t i = 0; i < vector.size(); ++i)
    if (!(std::abs(vector[i] - expected[i]) <= kTolerance * largest)) return false;
  return true;
}

}  // namespace

std::string make_self_test(const Model& model) {
  std::string out;
  const std::vector<std::string_view> words = some_words(model, kWords);
  Embedder embedder = embedder_of(model);
  for (const std::string_view word : words) append_record(embedder, SelfTestKind::kWord, word, out);
  // Two words in one are a word that is hardly there, with n-grams that are.
  for (std::size_t i = 0; i < std::min(kUnseenWords, words.size()); ++i)
    append_record(embedder, SelfTestKind::kWord, std::string(words[words.size() - 1 - i]).append(words[i]), out);
  for (std::size_t i = 0; i < kSentences; ++i) {
    std::string sentence;
    for (std::size_t k = i; k < words.size(); k += i + 1) sentence += std::string(words[k]) + ' ';
    append_record(embedder, SelfTestKind::kSentence, sentence, out);
  }
  return out;
}

Result<void> run_self_test(const Model& model) {
  ByteReader reader(model.parts().file.section(SectionKind::kSelfTest));
  if (reader.rest().empty()) return malformed("it has no self-test; pack it again");
  Embedder embedder = embedder_of(model);
  while (!reader.rest().empty()) {
    const auto kind = reader.read<std::uint32_t>();
    const auto size = reader.read<std::uint32_t>();
    const auto input = reader.take((std::uint64_t{size} + 3) / 4 * 4);
    std::vector<float> expected(model.info().dimensions);
    const auto values = reader.take(expected.size() * sizeof(float));
    if (!reader.ok() || kind > static_cast<std::uint32_t>(SelfTestKind::kSentence))
      return malformed("its self-test is damaged; copy or pack it again");
    std::memcpy(expected.data(), values.data(), values.size());
    const std::string_view text(reinterpret_cast<const char*>(input.data()), size);
    if (!is_near(embed(embedder, static_cast<SelfTestKind>(kind), text), expected))
      return malformed(fmt::format("its self-test fails: '{}' has another vector here than where it was made", text));
  }
  return {};
}

}  // namespace nutgraf

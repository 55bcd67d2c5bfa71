// Any bytes as a file of fastText: an error, or vectors of finite numbers. Most begin as a .bin or a .vec does, so that
// what lies deeper is reached too.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "embed/fasttext_file.h"
#include "embed/vocabulary.h"

namespace {

using namespace nutgraf;

template <class T>
void append(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof(T));
}

// A .bin up to its dictionary: two dimensions, n-grams of 3 and 4 characters in 5 buckets.
std::string binary_head() {
  std::string head;
  for (const std::int32_t number : {793712314, 12, 2, 5, 1, 1, 5, 1, 2, 1, 5, 3, 4, 100}) append(head, number);
  append(head, 1e-4);
  return head;
}

void use(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::byte*>(bytes.data());
  const std::vector<std::byte> exact(data, data + bytes.size());
  const auto file = FasttextFile::parse(exact);
  if (!file) return;
  std::vector<float> vector((*file)->dimensions());
  const auto require_finite = [&](bool good) {
    for (const float value : vector)
      if (good && !std::isfinite(value)) std::abort();
  };
  for (const VocabularyWord& word : choose_words(**file, /*folded=*/true, 100))
    require_finite((*file)->read_word(word.word, vector).has_value());
  for (const ChosenSubword& subword : choose_subwords(**file, /*folded=*/true, 100))
    require_finite((*file)->read_subword(subword.row, vector).has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  switch (data[0] % 4) {
    case 0:
      use(bytes);
      break;
    case 1:
      use("2 3\n" + bytes);
      break;
    default:
      use(binary_head() + bytes);
  }
  return 0;
}

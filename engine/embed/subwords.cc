#include "embed/subwords.h"

namespace nutgraf {
namespace {

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// "<word>", without making it.
class Bracketed {
 public:
  explicit Bracketed(std::string_view word) : word_(word) {}
  [[nodiscard]] std::size_t size() const { return word_.size() + 2; }
  char operator[](std::size_t i) const { return i == 0 ? '<' : i <= word_.size() ? word_[i - 1] : '>'; }

 private:
  std::string_view word_;
};

}  // namespace

void find_buckets(std::string_view word, const SubwordOptions& options, std::vector<std::uint32_t>& buckets) {
  buckets.clear();
  if (options.shortest == 0 || options.buckets == 0) return;
  const Bracketed bracketed(word);
  for (std::size_t begin = 0; begin < bracketed.size(); ++begin) {
    if (continues_character(bracketed[begin])) continue;
    std::uint32_t hash = 2166136261U;  // FNV-1a over signed bytes: fastText's Dictionary::hash
    std::size_t end = begin;
    for (std::uint32_t length = 1; length <= options.longest && end < bracketed.size(); ++length) {
      do hash = (hash ^ static_cast<std::uint32_t>(static_cast<std::int8_t>(bracketed[end++]))) * 16777619U;
      while (end < bracketed.size() && continues_character(bracketed[end]));
      const bool bracket_alone = length == 1 && (begin == 0 || end == bracketed.size());
      if (length >= options.shortest && !bracket_alone) buckets.push_back(hash % options.buckets);
    }
  }
}

}  // namespace nutgraf

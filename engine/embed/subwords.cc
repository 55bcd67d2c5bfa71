#include "embed/subwords.h"

#include <string>

namespace nutgraf {
namespace {

// FNV-1a over signed bytes: fastText's Dictionary::hash.
std::uint32_t hash_ngram(std::string_view ngram) {
  std::uint32_t hash = 2166136261U;
  for (const char c : ngram) hash = (hash ^ static_cast<std::uint32_t>(static_cast<std::int8_t>(c))) * 16777619U;
  return hash;
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

void find_buckets(std::string_view word, const SubwordOptions& options, std::vector<std::uint32_t>& buckets) {
  buckets.clear();
  if (options.shortest == 0 || options.buckets == 0) return;
  std::string bracketed;
  bracketed.reserve(word.size() + 2);
  bracketed.append(1, '<').append(word).append(1, '>');
  for (std::size_t begin = 0; begin < bracketed.size(); ++begin) {
    if (continues_character(bracketed[begin])) continue;
    std::size_t end = begin;
    for (std::uint32_t length = 1; length <= options.longest && end < bracketed.size(); ++length) {
      do ++end;
      while (end < bracketed.size() && continues_character(bracketed[end]));
      const bool bracket_alone = length == 1 && (begin == 0 || end == bracketed.size());
      if (length >= options.shortest && !bracket_alone)
        buckets.push_back(hash_ngram(std::string_view(bracketed).substr(begin, end - begin)) % options.buckets);
    }
  }
}

}  // namespace nutgraf

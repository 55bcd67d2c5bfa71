#include "cluster/key_names.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <string_view>
#include <tuple>

#include "text/character.h"
#include "text/language.h"
#include "text/utf8.h"
#include "text/word_normalizer.h"

namespace nutgraf {
namespace {

struct Name {
  std::string_view text;
  std::size_t articles = 0;
  std::size_t occurrences = 0;
  std::size_t last_article = SIZE_MAX;
};

class Names {
 public:
  void add(const Document& document, std::size_t article) {
    const std::string_view text = document.article->text;
    words_.use(Language::find(document.language));
    for (const Sentence& sentence : document.sentences) {
      if (sentence.kind != SentenceKind::kBody) continue;
      std::uint32_t first = sentence.first_token + 1;  // the first word has its capital anyway
      while (first < sentence.last_token) {
        std::uint32_t last = first;
        while (last < sentence.last_token && is_name_part(text, document.tokens[last]) &&
               (last == first || follows(text, document.tokens[last - 1], document.tokens[last])))
          ++last;
        if (last > first)
          count(text.substr(document.tokens[first].begin, document.tokens[last - 1].end - document.tokens[first].begin),
                article);
        first = std::max(last, first + 1);
      }
    }
  }

  // Counts those that are ends of longer names for these.
  std::vector<Name> take() {
    std::map<std::string_view, const Name*> by_last_word;
    for (const auto& [text, name] : names_) {
      const std::size_t space = text.rfind(' ');
      if (space == std::string_view::npos) continue;
      const Name*& longest = by_last_word[text.substr(space + 1)];
      if (longest == nullptr || name.occurrences > longest->occurrences) longest = &name;
    }
    std::map<std::string_view, Name> merged;
    for (const auto& [text, name] : names_) {
      const auto longer = by_last_word.find(text);
      const std::string_view key = longer == by_last_word.end() ? text : longer->second->text;
      Name& sum = merged[key];
      sum.text = key;
      sum.articles = std::max(sum.articles, name.articles);
      sum.occurrences += name.occurrences;
    }
    const auto sums = std::views::values(merged);
    return {sums.begin(), sums.end()};
  }

 private:
  // Days and months have capitals too.
  bool is_name_part(std::string_view text, const Token& token) {
    return token.term != kNoTerm && token.capital &&
           (words_.look_up(text.substr(token.begin, token.end - token.begin)).kinds & kDateWord) == 0;
  }

  static bool follows(std::string_view text, const Token& before, const Token& token) {
    return text.substr(before.end, token.begin - before.end) == " ";
  }

  void count(std::string_view text, std::size_t article) {
    Name& name = names_[text];
    name.text = text;
    ++name.occurrences;
    if (name.last_article != article) ++name.articles;
    name.last_article = article;
  }

  WordNormalizer words_;
  std::map<std::string_view, Name> names_;
};

}  // namespace

std::vector<std::string> find_key_names(std::span<const Document> documents, std::size_t most) {
  Names names;
  for (std::size_t article = 0; article < documents.size(); ++article) names.add(documents[article], article);
  std::vector<Name> found = names.take();
  std::erase_if(found, [&](const Name& name) { return documents.size() > 1 && name.articles < 2; });
  std::ranges::sort(found, {}, [](const Name& name) {
    return std::tuple(-static_cast<double>(name.articles), -static_cast<double>(name.occurrences), name.text);
  });
  std::vector<std::string> texts;
  for (const Name& name : found)
    if (texts.size() < most) texts.emplace_back(name.text);
  return texts;
}

}  // namespace nutgraf

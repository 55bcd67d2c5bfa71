// Writes news articles to measure with: invented, of the shape of real ones, the same for a seed on every machine.
//
//   ArticleWriter writer(Script::kLatin, /*seed=*/1, model.get());
//   Article article = writer.write(/*words=*/776);
//
// The sentences mean nothing, but what the engine's speed depends on is there: how often words come back (in the
// language, and in an article with its topic), how many the model does not know (by its words one in a hundred, most
// of them names, as in the news), how long sentences and paragraphs are, and what stops, commas, quotes, names with
// titles and initials, numbers and abbreviations are strewn into them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "measure/random.h"
#include "measure/vocabulary.h"
#include "nutgraf/article.h"
#include "nutgraf/model.h"

namespace nutgraf {

enum class Script { kLatin, kCyrillic, kHan, kMixed };  // kMixed: each sentence in one of the others

class ArticleWriter {
 public:
  // With a model of English, articles in Latin script are made of the words that it knows; else those are invented.
  ArticleWriter(Script script, std::uint64_t seed, const Model* model = nullptr);

  // An article of about `words` words; its last sentence is complete. It does not name its language.
  Article write(std::size_t words);

  // Articles about one topic.
  std::vector<Article> write_reports(std::size_t count, std::size_t words);

 private:
  // What one article is about: its own words come again and again.
  struct Topic {
    const Vocabulary* vocabulary;
    std::vector<std::size_t> words;
    std::vector<std::string> people;  // family names
  };

  std::vector<Topic> choose_topics();
  Topic choose_topic(const Vocabulary& vocabulary);
  Article write(const std::vector<Topic>& topics, std::size_t words);

  // Each appends to `text` and returns how many words it wrote.
  std::size_t add_sentence(const Topic& topic, std::string& text);
  std::size_t add_clauses(const Topic& topic, std::size_t words, std::string& text);
  std::size_t add_word(const Topic& topic, std::string& text);
  std::size_t add_name(const Topic& topic, std::string& text);
  std::size_t add_number(std::string& text);

  Random random_;
  std::vector<Vocabulary> vocabularies_;
  std::size_t written_ = 0;
};

}  // namespace nutgraf

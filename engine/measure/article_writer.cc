#include "measure/article_writer.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <iterator>

#include "text/utf8.h"

namespace nutgraf {
namespace {

constexpr std::size_t kTopicWords = 12;
constexpr std::size_t kTopicPeople = 4;
constexpr std::size_t kInventedNames = 4;  // one in so many
constexpr std::size_t kMinutesADay = 1440;

// Puts the character at `at` into upper case.
void capitalise(std::string& text, std::size_t at) {
  std::size_t next = at;
  const char32_t c = utf8::next(text, next);
  std::string upper;
  icu::UnicodeString(u_toupper(static_cast<UChar32>(c))).toUTF8String(upper);
  text.replace(at, next - at, upper);
}

}  // namespace

ArticleWriter::ArticleWriter(Script script, std::uint64_t seed, const Model* model) : random_(seed) {
  const bool english = model != nullptr && model->covers(kLatinLetters.language);
  if (script == Script::kLatin || script == Script::kMixed)
    vocabularies_.emplace_back(kLatinLetters, english ? model : nullptr);
  if (script == Script::kCyrillic || script == Script::kMixed) vocabularies_.emplace_back(kCyrillicLetters);
  if (script == Script::kHan || script == Script::kMixed) vocabularies_.emplace_back(kHanLetters);
}

Article ArticleWriter::write(std::size_t words) { return write(choose_topics(), words); }

std::vector<Article> ArticleWriter::write_reports(std::size_t count, std::size_t words) {
  const std::vector<Topic> topics = choose_topics();
  std::vector<Article> reports;
  reports.reserve(count);
  for (std::size_t i = 0; i < count; ++i) reports.push_back(write(topics, words));
  return reports;
}

Article ArticleWriter::write(const std::vector<Topic>& topics, std::size_t words) {
  const std::size_t number = ++written_;
  const std::size_t minute = random_.below(28 * kMinutesADay);
  Article article{
      .id = fmt::format("article-{}", number),
      .outlet = fmt::format("Outlet {}", 1 + random_.below(40)),
      .url = fmt::format("https://news.example/{}/{}", random_.below(1000000), number),
      .published =
          fmt::format("2024-03-{:02}T{:02}:{:02}:00Z", 1 + minute / kMinutesADay, minute / 60 % 24, minute % 60),
  };
  add_clauses(random_.pick(topics), 6 + random_.below(6), article.title);
  std::size_t sentences_left = 0;  // in this paragraph
  for (std::size_t written = 0; written < words;) {
    const Topic& topic = random_.pick(topics);
    if (sentences_left == 0) {
      if (written > 0) article.text += "\n\n";
      sentences_left = 1 + random_.below(3);
    } else {
      article.text += topic.vocabulary->letters().space;
    }
    written += add_sentence(topic, article.text);
    --sentences_left;
  }
  return article;
}

std::vector<ArticleWriter::Topic> ArticleWriter::choose_topics() {
  std::vector<Topic> topics;
  topics.reserve(vocabularies_.size());
  for (const Vocabulary& vocabulary : vocabularies_) topics.push_back(choose_topic(vocabulary));
  return topics;
}

ArticleWriter::Topic ArticleWriter::choose_topic(const Vocabulary& vocabulary) {
  Topic topic{.vocabulary = &vocabulary, .words = {}, .people = {}};
  for (std::size_t i = 0; i < kTopicWords; ++i) topic.words.push_back(vocabulary.draw_content(random_));
  for (std::size_t i = 0; i < kTopicPeople; ++i) {
    const bool invented = random_.one_in(kInventedNames);
    topic.people.emplace_back(invented ? vocabulary.invent(random_)
                                       : std::string(vocabulary.word(vocabulary.draw_content(random_))));
    capitalise(topic.people.back(), 0);
  }
  return topic;
}

std::size_t ArticleWriter::add_sentence(const Topic& topic, std::string& text) {
  const Letters& letters = topic.vocabulary->letters();
  const std::size_t words = 4 + random_.below(12) + random_.below(12) + random_.below(12);
  if (random_.one_in(6)) {
    text += letters.quote;
    std::size_t written = add_clauses(topic, words, text);
    text += letters.end_quote;
    written += 1 + add_name(topic, text);
    text += letters.stop;
    return written;
  }
  const std::size_t written = add_clauses(topic, words, text);
  text += random_.one_in(25) ? letters.question : letters.stop;
  return written;
}

std::size_t ArticleWriter::add_clauses(const Topic& topic, std::size_t words, std::string& text) {
  const Letters& letters = topic.vocabulary->letters();
  const std::size_t begin = text.size();
  std::size_t comma = 5 + random_.below(8);
  std::size_t written = 0;
  while (written < words) {
    if (written >= comma && written + 1 < words) {
      text += letters.comma;
      comma = written + 5 + random_.below(8);
    }
    if (written > 0) text += letters.space;
    written += add_word(topic, text);
  }
  capitalise(text, begin);
  return written;
}

std::size_t ArticleWriter::add_word(const Topic& topic, std::string& text) {
  const Vocabulary& vocabulary = *topic.vocabulary;
  if (random_.one_in(20)) return add_name(topic, text);
  if (random_.one_in(70)) return add_number(text);
  if (random_.one_in(90)) {
    text += vocabulary.abbreviation(random_);
    return 1;
  }
  std::size_t rank = vocabulary.draw(random_);
  if (vocabulary.is_content(rank) && random_.one_in(4)) rank = random_.pick(topic.words);
  text += vocabulary.word(rank);
  return 1;
}

// "Dr. Weir", "J. R. Weir", "Ona Weir" or "Weir".
std::size_t ArticleWriter::add_name(const Topic& topic, std::string& text) {
  const Vocabulary& vocabulary = *topic.vocabulary;
  const Letters& letters = vocabulary.letters();
  const std::string& family = random_.pick(topic.people);
  std::size_t words = 1;
  switch (random_.below(8)) {
    case 0:
    case 1:
      text.append(vocabulary.title(random_)).append(letters.space);
      ++words;
      break;
    case 2:
      for (std::size_t initials = 1 + random_.below(2); initials > 0; --initials) {
        text += static_cast<char>('A' + random_.below(26));
        text.append(".").append(letters.space);
        ++words;
      }
      break;
    case 3:
    case 4: {
      const std::size_t begin = text.size();
      text.append(vocabulary.word(vocabulary.draw_content(random_))).append(letters.space);
      capitalise(text, begin);
      ++words;
      break;
    }
    default:
      break;
  }
  text += family;
  return words;
}

std::size_t ArticleWriter::add_number(std::string& text) {
  const auto out = std::back_inserter(text);
  const std::size_t number = random_.below(100000);
  switch (random_.below(4)) {
    case 0:
      fmt::format_to(out, "{}", 1950 + number % 80);
      break;
    case 1:
      fmt::format_to(out, "{},{:03}", 1 + number / 1000, number % 1000);
      break;
    case 2:
      fmt::format_to(out, "${}.{}", number / 1000, number % 10);
      break;
    default:
      fmt::format_to(out, "{}", 2 + number % 98);
      break;
  }
  return 1;
}

}  // namespace nutgraf

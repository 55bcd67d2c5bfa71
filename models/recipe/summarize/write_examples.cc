// Writes what a scorer learns from: the features of terms and sentences, and what of a reference summary they have.
//
//   write_examples terms     MODEL OUT FILE...    of each term: its features, and whether the reference has it
//   write_examples sentences MODEL OUT FILE...    of each sentence: its features, by the saliences that MODEL gives,
//                                                 its vector, and the words and pairs that the reference has too
//
// Each FILE has rows with "text" and "summary" (and "lang"). MODEL may be "plain:MODEL": then the articles are analysed
// without it, and only its plain scorer is used. OUT is a folder of flat arrays, which train.py reads:
//
//   terms     terms.f32       rows of kTermFeatures numbers and a label
//   sentences articles.u32    rows: sentences, distinct words of the reference, distinct pairs, words
//             sentences.f32   rows of kSentenceFeatures numbers
//             vectors.f16     rows of the sentences' vectors
//             words.u32       rows: words of each sentence, as ROUGE counts them
//             unigrams.u32    rows: sentence, number of the word in its reference, how often the sentence has it
//             bigrams.u32     the same of pairs
//             reference.u32   how often the reference has each of its words, then each of its pairs
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "evaluate/rouge_text.h"
#include "evaluate/rows.h"
#include "nutgraf/analyse.h"
#include "nutgraf/model.h"
#include "summarize/eligible.h"
#include "summarize/scorer.h"
#include "text/language.h"

namespace {

using namespace nutgraf;

// Longer articles are cut: what stands so far behind is hardly ever in a summary.
constexpr std::size_t kMostSentences = 60;

template <class T>
class Array {
 public:
  explicit Array(const std::string& path) : file_(path, std::ios::binary) {}
  template <class U>
  void put(U value) {
    const auto number = static_cast<T>(value);
    file_.write(reinterpret_cast<const char*>(&number), sizeof number);
  }

 private:
  std::ofstream file_;
};

struct Example {
  Document document;
  std::vector<std::uint32_t> sentences;
  std::string_view summary;
};

// Numbers the distinct things of a reference and counts them.
template <class Key>
struct Numbered {
  std::map<Key, std::uint32_t> numbers;
  std::vector<std::uint32_t> counts;

  void add(const Key& key) {
    const auto [entry, fresh] = numbers.try_emplace(key, static_cast<std::uint32_t>(counts.size()));
    if (fresh) counts.push_back(0);
    ++counts[entry->second];
  }
};

using Pair = std::pair<std::uint64_t, std::uint64_t>;

template <class Use>
int for_each_example(char** files, const std::shared_ptr<const Model>& model, Use use) {
  Analyser analyser({.model = model});
  int failed = 0;
  const auto report = [&](const Error& error) {
    std::cerr << to_string(error) << '\n';
    failed = 2;
  };
  Example example;
  for (; *files != nullptr; ++files) {
    const auto read =
        for_each_row(*files, report, [&](const RowReader& rows, simdjson::dom::element row) -> Result<void> {
          std::string_view text;
          std::string_view language;
          if (row["text"].get(text) || row["summary"].get(example.summary))
            return std::unexpected(rows.bad_row("needs strings \"text\" and \"summary\""));
          std::ignore = row["lang"].get(language);
          const Article article{.text = std::string(text), .language = std::string(language)};
          analyser.analyse(article, example.document);
          example.sentences.clear();
          add_tier(example.document, nearest_tier(example.document), example.sentences);
          if (example.sentences.size() > kMostSentences) example.sentences.resize(kMostSentences);
          if (!example.sentences.empty()) use(example);
          return {};
        });
    if (!read) report(read.error());
  }
  return failed;
}

int write_terms(const std::string& out, const std::shared_ptr<const Model>& model, char** files) {
  Array<float> terms(out + "/terms.f32");
  TermFeatures find_features;
  std::vector<float> features;
  Tokenizer tokenizer;
  WordNormalizer normalizer;
  std::vector<TokenSpan> tokens;
  return for_each_example(files, model, [&](const Example& example) {
    const Document& document = example.document;
    normalizer.use(Language::find(document.language));
    tokens.clear();
    tokenizer.tokenize(example.summary, {0, example.summary.size()}, tokens);
    std::unordered_set<std::uint64_t> stems;
    for (const TokenSpan& token : tokens)
      stems.insert(normalizer.look_up(example.summary.substr(token.begin, token.end - token.begin)).stem);
    find_features.find(document, example.sentences, document.dimensions > 0, features);
    const std::size_t stride = padded(document.terms.size());
    for (std::size_t term = 0; term < document.terms.size(); ++term) {
      if (features[kCount * stride + term] == 0) continue;
      for (std::size_t i = 0; i < kTermFeatures; ++i) terms.put(features[i * stride + term]);
      terms.put(stems.contains(document.terms[term].hash) ? 1 : 0);
    }
  });
}

int write_sentences(const std::string& out, const std::shared_ptr<const Model>& model, Scorer& scorer, char** files) {
  Array<std::uint32_t> articles(out + "/articles.u32");
  Array<float> sentences(out + "/sentences.f32");
  Array<_Float16> vectors(out + "/vectors.f16");
  Array<std::uint32_t> words(out + "/words.u32");
  Array<std::uint32_t> unigrams(out + "/unigrams.u32");
  Array<std::uint32_t> bigrams(out + "/bigrams.u32");
  Array<std::uint32_t> reference(out + "/reference.u32");
  RougeTokenizer rouge(RougeTokens::kByLanguage, /*stem=*/true);
  SentenceFeatures find_features;
  std::vector<float> features;
  std::uint32_t number = 0;
  return for_each_example(files, model, [&](const Example& example) {
    const Document& document = example.document;
    const RougeText gold = rouge.tokenize(example.summary, document.language);
    if (gold.tokens.empty() || !scorer.use(document)) return;
    Numbered<std::uint64_t> gold_words;
    Numbered<Pair> gold_pairs;
    for (std::size_t i = 0; i < gold.tokens.size(); ++i) {
      gold_words.add(gold.tokens[i]);
      if (i > 0) gold_pairs.add({gold.tokens[i - 1], gold.tokens[i]});
    }
    articles.put(example.sentences.size());
    articles.put(gold_words.counts.size());
    articles.put(gold_pairs.counts.size());
    articles.put(gold.tokens.size());
    for (const std::uint32_t count : gold_words.counts) reference.put(count);
    for (const std::uint32_t count : gold_pairs.counts) reference.put(count);

    const TermScores terms = scorer.score_terms(document, example.sentences);
    find_features.find(document, example.sentences, terms, document.dimensions > 0, features);
    for (const float feature : features) sentences.put(feature);
    for (const std::uint32_t index : example.sentences) {
      for (const float value : document.sentence_vector(index)) vectors.put(value);
      const RougeText own = rouge.tokenize(document.content(document.sentences[index]), document.language);
      words.put(own.tokens.size());
      std::map<std::uint32_t, std::uint32_t> words_here;
      std::map<std::uint32_t, std::uint32_t> pairs_here;
      for (std::size_t i = 0; i < own.tokens.size(); ++i) {
        if (const auto word = gold_words.numbers.find(own.tokens[i]); word != gold_words.numbers.end())
          ++words_here[word->second];
        if (i == 0) continue;
        if (const auto pair = gold_pairs.numbers.find({own.tokens[i - 1], own.tokens[i]});
            pair != gold_pairs.numbers.end())
          ++pairs_here[pair->second];
      }
      const auto put = [&](const auto& counts, Array<std::uint32_t>& array) {
        for (const auto& [what, count] : counts) array.put(number), array.put(what), array.put(count);
      };
      put(words_here, unigrams);
      put(pairs_here, bigrams);
      ++number;
    }
  });
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view what = argc > 1 ? argv[1] : "";
  if (argc < 5 || (what != "terms" && what != "sentences")) {
    std::cerr << "usage: write_examples terms|sentences [plain:]MODEL OUT FILE...\n";
    return 2;
  }
  std::string path = argv[2];
  const bool plain = path.starts_with("plain:");
  if (plain) path.erase(0, path.find(':') + 1);
  const auto model = Model::open(path);
  if (!model) {
    std::cerr << to_string(model.error()) << '\n';
    return 2;
  }
  const std::shared_ptr<const Model> analysing = plain ? nullptr : *model;
  if (what == "terms") return write_terms(argv[3], analysing, argv + 4);
  Scorer scorer(*model);
  return write_sentences(argv[3], analysing, scorer, argv + 4);
}

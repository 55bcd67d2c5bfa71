#include "fasttext_models.h"

#include <fasttext/fasttext.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>

namespace nutgraf {

TemporaryFolder::TemporaryFolder() {
  std::string name = std::filesystem::temp_directory_path() / "nutgraf-test-XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string TemporaryFolder::write(std::string_view name, std::string_view bytes) const {
  std::ofstream(path(name), std::ios::binary) << bytes;
  return path(name);
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string made_up_text() {
  const std::vector<std::string> words = {"harbour", "Harbour", "ferry",   "quay",    "tide",    "pilot",  "grain",
                                          "crane",   "council", "mayor",   "bridge",  "river",   "closed", "opened",
                                          ".",       ",",       "ferries", "bridges", "harbours"};
  std::mt19937 random(7);
  std::string text;
  for (int line = 0; line < 300; ++line) {
    for (int i = 0; i < 12; ++i) {
      // The earlier in the list, the more frequent.
      const std::size_t at = std::min(random() % words.size(), random() % words.size());
      text += words[at] + ' ';
    }
    if (line % 40 == 0) text += "fjörd ";
    text += '\n';
  }
  return text;
}

void save_fasttext_model(FasttextKind kind, const std::string& path, const std::string& vec) {
  const bool quantised = kind == FasttextKind::kQuantised || kind == FasttextKind::kQuantisedAndPruned;
  std::string text = made_up_text();
  if (quantised) {
    std::string labelled;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
      labelled += (at % 2 == 0 ? "__label__sea " : "__label__land ") + text.substr(at, text.find('\n', at) + 1 - at);
    text = labelled;
  }
  const std::string corpus = path + ".txt";
  std::ofstream(corpus) << text;
  fasttext::Args args;
  args.input = corpus;
  args.dim = 7;  // no multiple of the quantiser's parts
  args.epoch = 1;
  args.minCount = 1;
  args.thread = 1;
  args.verbose = 0;
  args.bucket = 400;
  args.minn = 3;
  args.maxn = 4;
  args.model = quantised ? fasttext::model_name::sup : fasttext::model_name::sg;
  if (quantised) args.loss = fasttext::loss_name::softmax;
  if (kind == FasttextKind::kCbowWithoutSubwords) {
    args.model = fasttext::model_name::cbow;
    args.bucket = args.minn = args.maxn = 0;
  }
  fasttext::FastText model;
  model.train(args);
  if (quantised) {
    fasttext::Args quantise = args;
    quantise.qnorm = true;
    quantise.dsub = 2;
    quantise.cutoff = kind == FasttextKind::kQuantisedAndPruned ? 300 : 0;
    model.quantize(quantise);
  }
  model.saveModel(path);
  if (!vec.empty()) model.saveVectors(vec);
  std::filesystem::remove(corpus);
}

std::vector<std::vector<float>> fasttext_vectors(const std::string& model, const std::vector<std::string>& words) {
  fasttext::FastText loaded;
  loaded.loadModel(model);
  std::vector<std::vector<float>> vectors;
  for (const std::string& word : words) {
    fasttext::Vector vector(loaded.getDimension());
    loaded.getWordVector(vector, word);
    vectors.emplace_back(vector.data(), vector.data() + vector.size());
  }
  return vectors;
}

}  // namespace nutgraf

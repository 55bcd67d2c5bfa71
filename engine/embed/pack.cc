#include "nutgraf/pack.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

#include "embed/corpus.h"
#include "embed/corpus_statistics.h"
#include "embed/fasttext_file.h"
#include "embed/model_file.h"
#include "embed/output_file.h"
#include "embed/principal_components.h"
#include "embed/self_test.h"
#include "embed/sentence_embedder.h"
#include "embed/vocabulary.h"
#include "embed/word_vectors.h"

namespace nutgraf {
namespace {

// Enough to tell what sentences have in common, few enough to look at in a second.
constexpr std::size_t kSampledSentences = 50'000;

constexpr std::size_t kProgressEvery = 4096;  // rows

using IndexEntry = std::pair<std::uint64_t, std::uint32_t>;

std::unexpected<Error> fail(ErrorCode code, std::string message, std::string file = {}) {
  return std::unexpected(Error{.code = code, .message = std::move(message), .file = std::move(file), .line = 0});
}

template <class T>
std::span<const std::byte> bytes_of(const std::vector<T>& values) {
  return std::as_bytes(std::span(values));
}

std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

float weight_of_row(const std::vector<std::byte>& rows, std::size_t stride, std::size_t row) {
  float weight = 0;
  std::memcpy(&weight, &rows[(row + 1) * stride - sizeof(float)], sizeof(float));
  return weight;
}

// What goes into the file, made step by step.
class Packing {
 public:
  Packing(const FasttextFile& file, const PackOptions& options, const LearningEvents& events)
      : file_(file), options_(options), events_(events), stride_(row_stride(file.dimensions())) {}

  Result<void> run() {
    if (auto done = pack_words(); !done) return done;
    if (auto done = pack_subwords(); !done) return done;
    if (!options_.corpus.inputs.empty()) {
      if (auto done = read_corpus(); !done) return done;
      pack_terms();
    }
    weigh_words();
    if (options_.corpus.inputs.empty()) return {};
    find_components();
    return {};
  }

  // With a self-test of what is in it.
  [[nodiscard]] Result<std::string> to_bytes() const {
    const VectorLayout layout{.dimensions = file_.dimensions(),
                              .stride = stride_,
                              .subwords = subword_rows_.empty() ? SubwordOptions() : file_.subwords(),
                              .folded = options_.folded ? 1U : 0U};
    const std::string description = describe();
    std::string words;
    for (const VocabularyWord& word : words_) words += word.text + '\n';
    std::vector<Section> sections = {
        {SectionKind::kDescription, bytes_of(description)},
        {SectionKind::kVectorLayout, std::as_bytes(std::span(&layout, 1))},
        {SectionKind::kWordRows, bytes_of(word_rows_)},
        {SectionKind::kWordIndex, bytes_of(word_index_)},
        {SectionKind::kWords, bytes_of(words)},
        {SectionKind::kSubwordRows, bytes_of(subword_rows_)},
        {SectionKind::kSubwordIndex, bytes_of(subword_index_)},
        {SectionKind::kComponents, bytes_of(components_)},
        {SectionKind::kTermIndex, bytes_of(terms_)},
    };
    std::string bytes = write_model_file(sections);
    const auto model = Model::view(bytes_of(bytes));
    if (!model) return std::unexpected(model.error());
    const std::string self_test = make_self_test(**model);
    sections.push_back({SectionKind::kSelfTest, bytes_of(self_test)});
    return write_model_file(sections);
  }

 private:
  Result<void> pack_words() {
    words_ = choose_words(file_, options_.folded, options_.words);
    if (words_.empty()) return fail(ErrorCode::kEmpty, "no word in it can be packed");
    std::vector<float> vector(file_.dimensions());
    std::vector<IndexEntry> entries;
    for (std::uint32_t row = 0; row < words_.size(); ++row) {
      if (auto going = report("packing words", row, words_.size()); !going) return going;
      if (auto read = file_.read_word(words_[row].word, vector); !read) return read;
      append_row(vector, 1, word_rows_);
      entries.emplace_back(words_[row].hash, row);
    }
    word_index_ = build_hash_index(entries);
    return {};
  }

  Result<void> pack_subwords() {
    const std::vector<ChosenSubword> chosen = choose_subwords(file_, options_.folded, options_.subwords);
    std::vector<float> vector(file_.dimensions());
    std::vector<IndexEntry> entries;
    for (std::uint32_t row = 0; row < chosen.size(); ++row) {
      if (auto going = report("packing n-grams", row, chosen.size()); !going) return going;
      if (auto read = file_.read_subword(chosen[row].row, vector); !read) return read;
      append_row(vector, 1, subword_rows_);
      entries.emplace_back(subword_hash(chosen[row].bucket), row);
    }
    subword_index_ = build_hash_index(entries);
    return {};
  }

  [[nodiscard]] Result<void> report(std::string_view stage, std::size_t done, std::size_t all) const {
    if (done % kProgressEvery != 0) return {};
    return proceed(events_, stage, 0, static_cast<double>(done) / static_cast<double>(all));
  }

  Result<void> read_corpus() {
    auto statistics = read_statistics(options_.corpus, options_.language, options_.folded, HashIndex(word_index_),
                                      words_.size(), components() > 0 ? kSampledSentences : 0, events_);
    if (!statistics) return std::unexpected(std::move(statistics.error()));
    if (statistics->documents == 0) return fail(ErrorCode::kEmpty, "no document in the corpus");
    corpus_ = std::move(*statistics);
    return {};
  }

  [[nodiscard]] std::size_t components() const {
    if (options_.components) return *options_.components;
    return options_.weighting == Weighting::kSif && !options_.corpus.inputs.empty() ? 1 : 0;
  }

  // How often each word is among all words.
  [[nodiscard]] std::vector<double> frequencies() const {
    std::vector<double> frequencies(words_.size());
    double all = 0;
    if (corpus_.words > 0) {
      all = static_cast<double>(corpus_.words);
      std::ranges::copy(corpus_.counts, frequencies.begin());
    } else if (words_.front().count > 0) {
      for (const FasttextWord& word : file_.words()) all += static_cast<double>(word.count);
      for (std::size_t i = 0; i < words_.size(); ++i) frequencies[i] = static_cast<double>(words_[i].count);
    } else {  // Zipf's law
      for (std::size_t i = 0; i < file_.words().size(); ++i) all += 1.0 / static_cast<double>(i + 1);
      for (std::size_t i = 0; i < words_.size(); ++i) frequencies[i] = 1.0 / static_cast<double>(words_[i].word + 1);
    }
    for (double& frequency : frequencies) frequency /= all;
    return frequencies;
  }

  // N-grams keep the weight 1: the words that are made up of them are rare.
  void weigh_words() {
    if (options_.weighting == Weighting::kNone) return;
    const std::vector<double> frequency = frequencies();
    for (std::size_t row = 0; row < words_.size(); ++row) {
      const auto weight = static_cast<float>(options_.sif_a / (options_.sif_a + frequency[row]));
      std::memcpy(&word_rows_[(row + 1) * stride_ - sizeof(float)], &weight, sizeof(float));
    }
  }

  void find_components() {
    if (components() == 0) return;
    const std::uint32_t dimensions = file_.dimensions();
    PrincipalComponents common(dimensions);
    std::vector<float> vector(dimensions);
    for (const std::vector<std::uint32_t>& sentence : corpus_.sentences) {
      std::ranges::fill(vector, 0.0F);
      for (const std::uint32_t row : sentence) add_word(row, vector);
      normalize_rows(dimensions, vector);  // as sentences are compared
      common.add(vector);
    }
    for (std::vector<float>& component : common.strongest(components())) {
      component.resize(stride_ - 8);
      components_.insert(components_.end(), component.begin(), component.end());
    }
  }

  void add_word(std::uint32_t row, std::span<float> sum) const {
    const std::byte* bytes = &word_rows_[row * stride_];
    float scale = 0;
    std::memcpy(&scale, bytes + stride_ - 8, sizeof(float));
    const float factor = scale * weight_of_row(word_rows_, stride_, row);
    for (std::size_t i = 0; i < sum.size(); ++i)
      sum[i] += factor * static_cast<float>(std::to_integer<std::int8_t>(bytes[i]));
  }

  // ln((1 + documents) / (1 + those with the stem)) + 1, of the stems in the most documents.
  void pack_terms() {
    std::vector<IndexEntry> stems(corpus_.stems.begin(), corpus_.stems.end());
    const auto more_frequent = [](const IndexEntry& a, const IndexEntry& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    };
    std::ranges::sort(stems, more_frequent);
    stems.resize(std::min(stems.size(), options_.terms));
    stems_ = stems.size();
    for (IndexEntry& stem : stems) {
      const double inverse = (1.0 + static_cast<double>(corpus_.documents)) / (1.0 + stem.second);
      stem.second = std::bit_cast<std::uint32_t>(static_cast<float>(std::log(inverse) + 1.0));
    }
    terms_ = build_hash_index(stems);
  }

  [[nodiscard]] std::string describe() const {
    std::string lines;
    const auto add = [&](std::string_view key, std::string_view value) {
      if (!value.empty()) lines += fmt::format("{} {}\n", key, value);
    };
    add("language", options_.language);
    add("name", options_.name);
    add("license", options_.license);
    add("weighting", options_.weighting == Weighting::kSif ? fmt::format("sif {}", options_.sif_a) : "none");
    if (corpus_.documents == 0) return lines;
    add("documents", fmt::format("{}", corpus_.documents));
    add("terms", fmt::format("{}", stems_));
    return lines;
  }

  const FasttextFile& file_;
  const PackOptions& options_;
  const LearningEvents& events_;
  const std::uint32_t stride_;
  std::vector<VocabularyWord> words_;
  std::vector<std::byte> word_rows_;
  std::vector<HashSlot> word_index_;
  std::vector<std::byte> subword_rows_;
  std::vector<HashSlot> subword_index_;
  CorpusStatistics corpus_;
  std::vector<float> components_;
  std::size_t stems_ = 0;  // in terms_
  std::vector<HashSlot> terms_;
};

Result<void> check_options(const PackOptions& options, std::uint32_t dimensions) {
  const auto invalid = [](std::string message) { return fail(ErrorCode::kInvalidOption, std::move(message)); };
  for (const std::string* text : {&options.language, &options.name, &options.license})
    if (text->find('\n') != std::string::npos) return invalid("language, name and license are a line each");
  if (options.words == 0 || options.words >= kFreeSlot) return invalid("words has to be at least 1");
  if (options.weighting == Weighting::kSif && !(options.sif_a > 0)) return invalid("sif_a has to be above 0");
  const std::size_t components = options.components.value_or(0);
  if (components > dimensions)
    return invalid(fmt::format("{} components of vectors that have {} dimensions", components, dimensions));
  if (components > 0 && options.corpus.inputs.empty()) return invalid("components need a corpus to be found in");
  return {};
}

}  // namespace

Result<ModelInfo> pack(const std::string& input, const std::string& output, const PackOptions& options,
                       const LearningEvents& events) {
  const auto file = FasttextFile::open(input);
  if (!file) return std::unexpected(file.error());
  if (auto valid = check_options(options, (*file)->dimensions()); !valid) return std::unexpected(valid.error());
  auto target = OutputFile::create(output);  // before the work
  if (!target) return std::unexpected(target.error());

  Packing packing(**file, options, events);
  if (auto packed = packing.run(); !packed) {
    if (packed.error().file.empty() && packed.error().code == ErrorCode::kMalformed) packed.error().file = input;
    return std::unexpected(packed.error());
  }
  const auto bytes = packing.to_bytes();
  if (!bytes) return std::unexpected(bytes.error());
  if (auto written = target->write(*bytes); !written) return std::unexpected(written.error());
  if (auto done = target->commit(); !done) return std::unexpected(done.error());
  return (*Model::view(bytes_of(*bytes)))->info();
}

}  // namespace nutgraf

#include "analyse/model_knowledge.h"

#include <bit>
#include <utility>

#include "embed/model_parts.h"

namespace nutgraf {
namespace {

class KnowledgeOfModel : public WordKnowledge {
 public:
  explicit KnowledgeOfModel(std::shared_ptr<const Model> model) : model_(std::move(model)) {}

  [[nodiscard]] bool covers(std::string_view language) const override { return model_->covers(language); }

  [[nodiscard]] bool folds() const override { return model_->info().folded; }

  void prefetch(const Word& word, std::string_view written) const override {
    const Model::Parts& parts = model_->parts();
    parts.vectors.prefetch(row_key(word, written));
    parts.terms.prefetch(word.stem);
  }

  void add_to(Word& word, std::string_view written) const override {
    const Model::Parts& parts = model_->parts();
    word.row = parts.vectors.find(row_key(word, written)).value_or(kNoRow);
    if (const auto bits = parts.terms.find(word.stem)) word.idf = std::bit_cast<float>(*bits);
  }

 private:
  [[nodiscard]] std::uint64_t row_key(const Word& word, std::string_view written) const {
    return model_->parts().info.folded ? word.folded : word_hash(written);
  }

  std::shared_ptr<const Model> model_;
};

}  // namespace

std::unique_ptr<const WordKnowledge> knowledge_of(std::shared_ptr<const Model> model) {
  return model ? std::make_unique<KnowledgeOfModel>(std::move(model)) : nullptr;
}

}  // namespace nutgraf

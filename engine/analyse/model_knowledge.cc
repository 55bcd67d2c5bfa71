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

  void prefetch(std::uint64_t folded) const override { model_->parts().vectors.prefetch(folded); }

  void add_to(Word& word, std::string_view written) const override {
    const Model::Parts& parts = model_->parts();
    parts.terms.prefetch(word.stem);
    word.row = parts.vectors.find(parts.info.folded ? word.folded : word_hash(written)).value_or(kNoRow);
    if (const auto bits = parts.terms.find(word.stem)) word.idf = std::bit_cast<float>(*bits);
  }

 private:
  std::shared_ptr<const Model> model_;
};

}  // namespace

std::unique_ptr<const WordKnowledge> knowledge_of(std::shared_ptr<const Model> model) {
  return model ? std::make_unique<KnowledgeOfModel>(std::move(model)) : nullptr;
}

}  // namespace nutgraf

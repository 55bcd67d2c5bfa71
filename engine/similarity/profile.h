// What an article is recognised by when it is compared with many others: its terms, how often it has them and whether
// already in its lead, and its time. About two kilobytes.
//
//   Profiler profiler(model);
//   profiler.profile(first_document, a);
//   profiler.profile(second_document, b);
//   DocumentFrequencies frequencies;   // of the collection that they are in
//   frequencies.add(a);
//   frequencies.add(b);
//   weigh(frequencies, a);             // once each
//   weigh(frequencies, b);
//   compare_profiles(a, b);            // see pair_score.h
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "nutgraf/document.h"
#include "nutgraf/model.h"
#include "text/numbering.h"

namespace nutgraf {

struct ProfileTerm {
  std::uint32_t hash = 0;    // the high half of Term::hash
  std::uint16_t rarity = 0;  // inverse document frequency in kRarityUnit
  std::uint8_t count = 0;    // occurrences in title and report, 255 at most
  bool lead = false;         // is in the title or in one of the first two sentences
};
static_assert(sizeof(ProfileTerm) == 8);

inline constexpr float kRarityUnit = 1.0F / 4096;

// In kRarityUnit; of what is out of range the nearest.
std::uint16_t packed(float rarity);

// Of longer articles the first terms count: news tells the most important first.
inline constexpr std::size_t kMostTerms = 200;

struct Profile {
  std::string language;                   // primary subtag; empty if unknown
  std::optional<std::int64_t> published;  // seconds since 1970
  std::vector<ProfileTerm> terms;         // sorted by hash

  // [0, 1]: 1 of a text that is no longer than a title, 0 of one that has enough terms to be told by them alone.
  float shortness = 0;
  std::vector<float> vector;  // of a short text, Document::document_vector; empty if it has none
  bool expanded = false;      // by expand_short (cluster/document_expansion.h)

  // By weigh(): the lengths of the vectors of all terms (rarity times damped count) and of the lead's (rarity).
  float length = 0;
  float lead_length = 0;
};

// Not thread-safe: one per thread.
class Profiler {
 public:
  // The model may be none.
  explicit Profiler(std::shared_ptr<const Model> model) : model_(std::move(model)) {}

  // Rarities are the model's; 0 where it does not cover the language. In a language whose spaces part syllables, pairs
  // of neighbours are terms too. A short text has a vector if the document has.
  void profile(const Document& document, Profile& profile);

 private:
  struct Use {
    std::uint64_t hash = 0;
    std::uint32_t count = 0;
    bool lead = false;
  };

  void find_uses(const Document& document);
  void count_title(std::uint64_t hash);

  std::shared_ptr<const Model> model_;
  std::vector<float> prominence_;
  std::vector<Use> uses_;  // of the document's terms, then of pairs, then of what only the title has
  Numbering pairs_;
};

// In how many articles of a collection each term is, in one language. What the model knows counts for kPriorArticles
// of them, so that a few articles do not make much of their own, and many tell what is common in their days.
class DocumentFrequencies {
 public:
  void add(const Profile& profile);

  // Counts that were made before: articles, and how many of them have a term.
  void add_articles(std::size_t articles) { articles_ += articles; }
  void add(std::uint32_t hash, std::uint32_t count);

  // Of a term that has this rarity by the model, or 0 if that is not known.
  [[nodiscard]] float rarity(std::uint32_t hash, float prior) const;

  [[nodiscard]] std::size_t articles() const { return articles_; }

 private:
  Numbering numbers_;
  std::vector<std::uint32_t> counts_;
  std::size_t articles_ = 0;
};

inline constexpr float kPriorArticles = 100;

// Fills the lengths from the terms.
void measure(Profile& profile);

// Makes the rarities those of the collection, in the place of the model's.
void weigh(const DocumentFrequencies& frequencies, Profile& profile);

// 1 + ln(count); 0 of 0.
float damped(std::uint8_t count);
std::span<const float, 256> damped_counts();

}  // namespace nutgraf

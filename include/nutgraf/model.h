// A Model is what was learned from text: vectors of words, how telling each word is, how common each term is. It lies
// in one file that is mapped into memory as it is: opening takes well under a millisecond, and all threads share it.
//
//   nutgraf::Result<std::shared_ptr<const nutgraf::Model>> model = nutgraf::Model::open("en.nut");
//   if (!model) std::cerr << to_string(model.error()) << '\n';
//   nutgraf::Embedder embedder(*model);   // see embed.h
//
// `nutgraf model pack` makes the file from any fastText model (see pack.h), `nutgraf model info` tells what is in it.
// docs/model-format.md is the format.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "nutgraf/error.h"

namespace nutgraf {

struct ModelInfo {
  std::string language;  // BCP 47; empty if the vectors are of several languages, or of none known
  std::string name;      // what its maker calls it
  std::string license;   // SPDX
  std::uint32_t dimensions = 0;
  std::uint32_t words = 0;       // words with a vector of their own
  std::uint32_t subwords = 0;    // character n-grams, which give unseen words theirs
  std::uint32_t components = 0;  // common components that are taken out of sentence vectors
  std::uint32_t terms = 0;       // stems with a document frequency
  std::uint64_t documents = 0;   // that those were counted in
  bool folded = false;           // words are looked up case-folded, else as they are written
  std::size_t bytes = 0;         // size of the file
};

// Immutable; all of it is thread-safe. The file must not be changed while a Model of it is open: replace it by renaming
// another over it.
class Model {
 public:
  // Maps the file and checks that its parts fit together, without reading through them. Errors: kNotFound,
  // kUnreadable, kMalformed, kUnsupported (of a later format).
  static Result<std::shared_ptr<const Model>> open(const std::string& path);

  // The same for a file in memory, which must outlive the Model and begin at a multiple of 16.
  static Result<std::shared_ptr<const Model>> view(std::span<const std::byte> bytes);

  ~Model();
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  [[nodiscard]] const ModelInfo& info() const;

  // Whether its vectors can be used for text in this language (BCP 47; "en-GB" is "en"): not if both are known, and are
  // two.
  [[nodiscard]] bool covers(std::string_view language) const;

  // Reads all of it: the checksum, that every part leads where it should, and the self-test, which embeds inputs that
  // are kept in the file and compares the outputs with those of the machine that made it. Errors: kMalformed.
  [[nodiscard]] Result<void> check() const;

  // Moves the file's bytes into memory of huge pages, where the system has them: reading many thousands of articles is
  // up to a tenth faster then, on some machines. It takes as long as some hundred articles, and the memory is no longer
  // shared with other processes. Once is enough; an Analyser does it by itself when it has had many articles.
  void prepare_for_many() const;

  // For the engine: the parts, mapped.
  struct Parts;
  [[nodiscard]] const Parts& parts() const;

 private:
  explicit Model(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace nutgraf

// Small models that libfasttext itself trained and wrote, in a folder of their own.
//
//   const FasttextModels models;
//   FasttextFile::open(models.binary());
//   models.vector("harbour");   // as libfasttext has it
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {

// A temporary folder, gone with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] std::string path(std::string_view name) const { return (folder_ / name).string(); }
  // Returns the path.
  [[nodiscard]] std::string write(std::string_view name, std::string_view bytes) const;

 private:
  std::filesystem::path folder_;
};

std::string read_file(const std::string& path);

// Lines of made-up words: "harbour" and "Harbour" are among the frequent ones, "fjörd" among the rare.
std::string made_up_text();

enum class FasttextKind { kSkipgram, kCbowWithoutSubwords, kQuantised, kQuantisedAndPruned };

// Trains a model of the kind on made_up_text() and saves it to `path`; with `vec`, also as text.
void save_fasttext_model(FasttextKind kind, const std::string& path, const std::string& vec = {});

// libfasttext's getWordVector for each of the words.
std::vector<std::vector<float>> fasttext_vectors(const std::string& model, const std::vector<std::string>& words);

}  // namespace nutgraf

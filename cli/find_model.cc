#include "find_model.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace nutgraf::cli {
namespace {

namespace fs = std::filesystem;

std::string file_name(const std::string& language) {
  const std::string code = language.substr(0, language.find_first_of("-_"));
  return (code.empty() ? "en" : code) + ".nut";
}

fs::path find_beside_command(const std::string& name) {
  std::error_code error;
  const fs::path command = fs::read_symlink("/proc/self/exe", error);
  if (error) return {};
  for (const char* folder : {NUTGRAF_INSTALLED_MODELS, NUTGRAF_BUILT_MODELS}) {
    const fs::path path = command.parent_path() / folder / name;
    if (fs::exists(path, error)) return path;
  }
  return {};
}

}  // namespace

Result<std::shared_ptr<const Model>> find_model(const std::string& path, const std::string& language) {
  if (!path.empty()) return Model::open(path);
  if (const char* variable = std::getenv("NUTGRAF_MODEL"); variable != nullptr && *variable != '\0') {
    Result<std::shared_ptr<const Model>> model = Model::open(variable);
    if (!model) model.error().message += " (the variable NUTGRAF_MODEL names it)";
    return model;
  }
  const fs::path found = find_beside_command(file_name(language));
  if (found.empty()) return nullptr;
  return Model::open(found.string());
}

Flag model_flag(std::string& path, std::vector<std::string_view> only_with) {
  return {.name = "model",
          .value = "FILE",
          .help = "the model to use; by default the one that NUTGRAF_MODEL names, or the one that came with nutgraf",
          .target = &path,
          .only_with = std::move(only_with)};
}

std::string how_to_get_a_model(const std::string& language) {
  return fmt::format(
      "no model: there is no {} where nutgraf is installed; name a model with --model or the variable "
      "NUTGRAF_MODEL, or make one with 'nutgraf model pack'",
      file_name(language));
}

}  // namespace nutgraf::cli

#include "read/inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace nutgraf {
namespace {

namespace fs = std::filesystem;

Input failed(std::string path, ErrorCode code, std::string message) {
  Error error{.code = code, .message = std::move(message), .file = path, .line = 0};
  return {.path = std::move(path), .error = std::move(error)};
}

Input unreadable(std::string path, const std::error_code& why) {
  return failed(std::move(path), ErrorCode::kUnreadable, fmt::format("cannot be read: {}", why.message()));
}

// Adds the files of `folder` and leaves its folders in `pending`.
void list_folder(const std::string& folder, std::vector<std::string>& pending, std::vector<Input>& inputs) {
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.')) continue;
    std::string path = fmt::format("{}{}{}", folder, folder.ends_with('/') ? "" : "/", name);
    std::error_code why;
    const fs::file_type target = entry->status(why).type();
    if (target == fs::file_type::directory) {
      if (!entry->is_symlink(why)) pending.push_back(std::move(path));
    } else if (target == fs::file_type::regular) {
      inputs.push_back({.path = std::move(path), .error = std::nullopt});
    } else if (target == fs::file_type::not_found) {
      inputs.push_back(failed(std::move(path), ErrorCode::kUnreadable, "cannot be read: a link that leads nowhere"));
    } else if (why) {
      inputs.push_back(unreadable(std::move(path), why));
    }
  }
  if (error) inputs.push_back(unreadable(folder, error));
}

}  // namespace

std::vector<Input> list_inputs(const std::vector<std::string>& paths) {
  std::vector<Input> inputs;
  std::vector<std::string> pending;
  for (const std::string& path : paths) {
    if (path == "-") {
      inputs.push_back({.path = path, .error = std::nullopt});
      continue;
    }
    std::error_code why;
    const fs::file_type type = fs::status(path, why).type();
    if (type == fs::file_type::not_found) {
      inputs.push_back(failed(path, ErrorCode::kNotFound, "no such file or folder"));
    } else if (type == fs::file_type::directory) {
      pending.push_back(path);
    } else if (why) {
      inputs.push_back(unreadable(path, why));
    } else {
      inputs.push_back({.path = path, .error = std::nullopt});
    }
  }
  while (!pending.empty()) {
    const std::string folder = std::move(pending.back());
    pending.pop_back();
    list_folder(folder, pending, inputs);
  }
  std::ranges::sort(inputs, {}, &Input::path);
  const auto repeated = std::ranges::unique(inputs, {}, &Input::path);
  inputs.erase(repeated.begin(), repeated.end());
  return inputs;
}

}  // namespace nutgraf

#include "nutgraf/model.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <mutex>
#include <string_view>
#include <utility>

#include "embed/model_parts.h"
#include "text/language.h"

namespace nutgraf {
namespace {

// "key value" lines; keys that are not known are passed over.
void read_description(std::span<const std::byte> section, ModelInfo& info) {
  std::string_view lines(reinterpret_cast<const char*>(section.data()), section.size());
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos) continue;
    const std::string_view key = line.substr(0, space);
    const std::string_view value = line.substr(space + 1);
    if (key == "language") info.language = value;
    if (key == "name") info.name = value;
    if (key == "license") info.license = value;
    if (key == "terms") std::from_chars(value.data(), value.data() + value.size(), info.terms);
    if (key == "documents") std::from_chars(value.data(), value.data() + value.size(), info.documents);
  }
}

Result<void> read_parts(std::span<const std::byte> bytes, Model::Parts& parts) {
  auto file = ModelFile::parse(bytes);
  if (!file) return std::unexpected(file.error());
  parts.file = std::move(*file);
  auto vectors = WordVectors::view(parts.file);
  if (!vectors) return std::unexpected(vectors.error());
  parts.vectors = *vectors;
  auto terms = view_hash_index(parts.file, SectionKind::kTermIndex);
  if (!terms) return std::unexpected(terms.error());
  parts.terms = *terms;

  const std::span<const std::byte> components = parts.file.section(SectionKind::kComponents);
  const std::size_t row = parts.vectors.padded_dimensions() * sizeof(float);
  if (components.size() % row != 0)
    return std::unexpected(Error{.code = ErrorCode::kMalformed,
                                 .message = fmt::format("{} bytes of components of {} bytes", components.size(), row),
                                 .file = {},
                                 .line = 0});
  parts.components = {reinterpret_cast<const float*>(components.data()), components.size() / sizeof(float)};

  ModelInfo& info = parts.info;
  read_description(parts.file.section(SectionKind::kDescription), info);
  info.dimensions = parts.vectors.dimensions();
  info.words = parts.vectors.words();
  info.subwords = parts.vectors.subwords();
  info.components = static_cast<std::uint32_t>(components.size() / row);
  info.folded = parts.vectors.layout().folded != 0;
  info.bytes = parts.file.size();
  return {};
}

}  // namespace

Model::Model(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Model::~Model() = default;

const ModelInfo& Model::info() const { return parts_->info; }
const Model::Parts& Model::parts() const { return *parts_; }

bool Model::covers(std::string_view language) const {
  const std::string_view own = primary_subtag(info().language);
  language = primary_subtag(language);
  return own.empty() || language.empty() || own == language;
}

Result<std::shared_ptr<const Model>> Model::open(const std::string& path) {
  auto mapping = MappedFile::open(path);
  if (!mapping) return std::unexpected(mapping.error());
  auto parts = std::make_unique<Parts>();
  parts->path = path;
  parts->mapping = std::move(*mapping);
  if (auto read = read_parts(parts->mapping.bytes(), *parts); !read) {
    read.error().file = path;
    return std::unexpected(read.error());
  }
  return std::shared_ptr<const Model>(new Model(std::move(parts)));
}

void Model::prepare_for_many() const {
  std::call_once(parts_->moved, [this] { parts_->mapping.move_to_huge_pages(); });
}

Result<std::shared_ptr<const Model>> Model::view(std::span<const std::byte> bytes) {
  auto parts = std::make_unique<Parts>();
  if (auto read = read_parts(bytes, *parts); !read) return std::unexpected(read.error());
  return std::shared_ptr<const Model>(new Model(std::move(parts)));
}

}  // namespace nutgraf

#include <fmt/format.h>

#include <iterator>

#include "nutgraf/render.h"

namespace nutgraf {

void render_text(const std::string& file, const ModelInfo& info, std::string& out) {
  const auto line = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) fmt::format_to(std::back_inserter(out), "  {:<12}{}\n", name, value);
  };
  out += file + '\n';
  line("name", info.name);
  line("language", info.language);
  line("license", info.license);
  line("dimensions", fmt::format("{}", info.dimensions));
  line("words", fmt::format("{}, {}", info.words, info.folded ? "case-folded" : "as they are written"));
  line("subwords", fmt::format("{}", info.subwords));
  line("components", fmt::format("{}", info.components));
  line("terms", fmt::format("{}{}", info.terms,
                            info.documents > 0 ? fmt::format(", counted in {} documents", info.documents) : ""));
  line("size", fmt::format("{:.1f} MiB", static_cast<double>(info.bytes) / (1 << 20)));
}

}  // namespace nutgraf

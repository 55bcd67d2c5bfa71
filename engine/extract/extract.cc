#include "extract/extract.h"

#include <algorithm>
#include <string>
#include <utility>

#include "extract/blocks.h"
#include "extract/main_text.h"
#include "extract/metadata.h"
#include "extract/page.h"

namespace nutgraf {
namespace {

// Pages that are drawn by a script show a line or two of text, and the whole of it in their JSON-LD.
constexpr std::size_t kShortText = 500;

bool says_much_more(std::string_view body, std::string_view text) {
  return text.size() < kShortText && body.size() > 2 * text.size();
}

// The paragraphs of a plain text, one a line, parted by blank lines.
std::string paragraphs(std::string_view body) {
  std::string text;
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    if (const std::string line = folded(body.substr(0, end)); !line.empty()) {
      if (!text.empty()) text += "\n\n";
      text += line;
    }
    body.remove_prefix(std::min(end + 1, body.size()));
  }
  return text;
}

}  // namespace

Result<void> extract(std::string_view html, Article& article) {
  const Page page(html);
  if (const Nodes root = page.root(); !root.empty()) {
    Metadata metadata = read_metadata(root);
    const BlockTree tree = read_blocks(root);
    article.text = join(tree, select_main_text(tree, metadata.language, metadata.title));
    if (says_much_more(metadata.body, article.text)) article.text = paragraphs(metadata.body);
    article.title = std::move(metadata.title);
    article.outlet = std::move(metadata.outlet);
    article.url = std::move(metadata.url);
    article.published = std::move(metadata.published);
    article.language = std::move(metadata.language);
  }
  if (article.text.empty()) {
    return std::unexpected(Error{.code = ErrorCode::kEmpty,
                                 .message = "no text on the page; save it as the browser shows it",
                                 .file = {},
                                 .line = 0});
  }
  return {};
}

}  // namespace nutgraf

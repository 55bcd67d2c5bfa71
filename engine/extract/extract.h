// A web page -> its metadata and main text.
//
//   Article article;
//   Result<void> done = extract(page, article);  // fills title, outlet, url, published, language and text
//
// The steps, a file each:
//   minify.h     HTML -> HTML without what nothing reads
//   page.h       HTML -> nodes (libxml2)
//   metadata.h   nodes -> what the page says of itself
//   blocks.h     nodes -> blocks: runs of text with the elements that hold them
//   features.h   blocks -> numbers
//   main_text.h  blocks -> those that are the report; navigation, share bars, cookie notices, comments are left out
//
// Paragraphs, headings and list items are parted by a blank line. Time is linear in the page; nothing recurses, so
// neither depth nor size of the page matters.
#pragma once

#include <string_view>

#include "nutgraf/article.h"
#include "nutgraf/error.h"

namespace nutgraf {

// `page` must be UTF-8 without NULs. kEmpty if there is no text on it.
Result<void> extract(std::string_view page, Article& article);

}  // namespace nutgraf

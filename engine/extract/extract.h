// A web page -> its metadata and main text.
//
//   Article article;
//   Result<void> done = extract(page, article);  // fills title, outlet, url, published, language and text
//
// The main text is that of the element whose own paragraphs hold the most text that is not links; navigation, share
// bars, cookie notices, comments, captions and the like are left out. Paragraphs, headings and list items are parted by
// a blank line. Time is linear in the page; nothing recurses, so neither depth nor size of the page matters.
#pragma once

#include <string_view>

#include "nutgraf/article.h"
#include "nutgraf/error.h"

namespace nutgraf {

// `page` must be UTF-8. kEmpty if there is no text on it.
Result<void> extract(std::string_view page, Article& article);

}  // namespace nutgraf

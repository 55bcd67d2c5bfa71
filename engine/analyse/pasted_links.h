// Lists of links that pages paste behind a name: the full name, headlines about it, and a button, all in the middle of
// a sentence.
//
//   "Mayor Ona Weir Ona Jane WeirStorm shuts harbour Weir asks for help MORE said on Tuesday ..."
//                  [                                                      ]
#pragma once

#include <string_view>
#include <vector>

#include "nutgraf/article.h"

namespace nutgraf {

// Sets `lists` to where they are in an article's text, in order.
void find_pasted_links(std::string_view text, std::vector<Span>& lists);

}  // namespace nutgraf

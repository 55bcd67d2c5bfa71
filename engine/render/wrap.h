// Text in lines of limited width, and such blocks beside each other.
//
//   Lines left = wrap("Ships had waited for nine days.", 12);   // "Ships had", "waited for", "nine days."
//   append_beside({left, right}, 12, out);
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {

using Lines = std::vector<std::string>;

// Broken at spaces, in words that are longer anywhere; white space folded. Never empty.
Lines wrap(std::string_view text, std::size_t columns);

// Each block in a column so wide, two columns between them. No line ends in a space.
void append_beside(std::span<const Lines> blocks, std::size_t columns, std::string& out);

}  // namespace nutgraf

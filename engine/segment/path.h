// The two ways through a text, which always find the same: a fast one, and a slow one that is obviously right, for
// tests to compare it with. The plain path looks at every position and takes no shortcut.
#pragma once

#include <cstdint>

namespace nutgraf {

enum class Path : std::uint8_t { kFast, kPlain };

}  // namespace nutgraf

// Whether two names are one, spelt in two ways: "Marrow" and "Marow", "Rossello" and "Rosselló".
#pragma once

#include <string_view>

namespace nutgraf {

bool is_same_spelt(std::string_view a, std::string_view b);

}  // namespace nutgraf

#include "nutgraf/render.h"

namespace nutgraf {

void render_html(std::span<const Document>, const Comparison&, std::string&) {}

}  // namespace nutgraf

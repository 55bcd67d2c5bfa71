# Writes OUTPUT, a C++ source that holds the file INPUT as nutgraf::NAME, a std::string_view.
# Run with: cmake -D OUTPUT=... -D INPUT=... -D NAME=... -P embed_text.cmake
file(READ ${INPUT} content)
get_filename_component(file ${INPUT} NAME)
file(WRITE ${OUTPUT} "// Made from ${file} by cmake/embed_text.cmake.
#include <string_view>

namespace nutgraf {
extern const std::string_view ${NAME};
const std::string_view ${NAME} = R\"content(${content})content\";
}  // namespace nutgraf
")

# Writes OUTPUT, a C++ source that defines gap_weights() over the bytes of INPUT.
# Run with: cmake -D OUTPUT=... -D INPUT=... -P embed_bytes.cmake
file(READ ${INPUT} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
string(REGEX REPLACE "(................................................................)" "\\1\"\n    \"" bytes "${bytes}")
file(WRITE ${OUTPUT} "// Made from engine/segment/gap.weights by cmake/embed_bytes.cmake.
#include \"segment/gap_model.h\"

namespace nutgraf {
namespace {
constexpr char kBytes[] =
    \"${bytes}\";
static_assert(sizeof kBytes == kGapWeights + 1);
}  // namespace

std::span<const std::int8_t, kGapWeights> gap_weights() {
  return std::span<const std::int8_t, kGapWeights>(reinterpret_cast<const std::int8_t*>(kBytes), kGapWeights);
}
}  // namespace nutgraf
")

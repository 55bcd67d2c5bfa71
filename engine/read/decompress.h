// Opens gzip and Zstandard streams as they are, told from their first bytes; any other stream is passed on unchanged.
//
//   Result<std::unique_ptr<ByteStream>> plain = decompressed(std::move(file));
//
// Files of several gzip members or Zstandard frames are read to their end. What follows the last one is treated as the
// tools of the formats do: gzip's is left out, Zstandard's is an error.
#pragma once

#include <memory>

#include "read/byte_stream.h"

namespace nutgraf {

Result<std::unique_ptr<ByteStream>> decompressed(std::unique_ptr<ByteStream> stream);

}  // namespace nutgraf

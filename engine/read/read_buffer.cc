#include "read/read_buffer.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace nutgraf {

void ReadBuffer::open(std::unique_ptr<ByteStream> stream) {
  stream_ = std::move(stream);
  begin_ = end_ = 0;
  error_.reset();
  if (capacity_ > 4 * std::max(chunk_bytes_, kChunkBytes)) {  // one huge file must not hold its memory to the end
    data_.reset();
    capacity_ = 0;
  }
}

bool ReadBuffer::fill() {
  if (!stream_) return false;
  if (capacity_ - end_ < chunk_bytes_) {
    const std::size_t used = end_ - begin_;
    // Growing by half at least keeps the copying linear in the size of the window.
    if (capacity_ < used + chunk_bytes_) {
      const std::size_t capacity = std::max(used + chunk_bytes_, used + used / 2);
      auto data = std::make_unique_for_overwrite<char[]>(capacity + kPadding);
      if (used > 0) std::memcpy(data.get(), data_.get() + begin_, used);
      data_ = std::move(data);
      capacity_ = capacity;
    } else if (used > 0) {
      std::memmove(data_.get(), data_.get() + begin_, used);
    }
    begin_ = 0;
    end_ = used;
  }
  Result<std::size_t> size = stream_->read({data_.get() + end_, chunk_bytes_});
  if (size) end_ += *size;
  bytes_read_ += size.value_or(0);
  std::memset(data_.get() + end_, 0, kPadding);
  if (size && *size > 0) return true;
  if (!size) error_ = std::move(size.error());
  stream_.reset();
  return false;
}

}  // namespace nutgraf

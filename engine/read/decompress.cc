#include "read/decompress.h"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <climits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nutgraf {
namespace {

constexpr std::size_t kInputBytes = std::size_t{128} << 10;

Error malformed(std::string message) {
  return {.code = ErrorCode::kMalformed, .message = std::move(message), .file = {}, .line = 0};
}

// A stream whose first bytes were looked at already.
class RewoundStream final : public ByteStream {
 public:
  RewoundStream(std::string head, std::unique_ptr<ByteStream> rest) : head_(std::move(head)), rest_(std::move(rest)) {}

  Result<std::size_t> read(std::span<char> into) override {
    if (at_ == head_.size()) return rest_->read(into);
    const std::size_t size = std::string_view(head_).substr(at_).copy(into.data(), into.size());
    at_ += size;
    return size;
  }

 private:
  std::string head_;
  std::size_t at_ = 0;
  std::unique_ptr<ByteStream> rest_;
};

// The compressed side of a decompressor: a buffer that is refilled when it is used up.
class CompressedInput {
 public:
  explicit CompressedInput(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)), buffer_(kInputBytes) {}

  // The bytes not yet used; empty only at the end.
  Result<std::span<char>> rest() {
    if (begin_ == end_ && !ended_) {
      Result<std::size_t> size = stream_->read(buffer_);
      if (!size) return std::unexpected(std::move(size.error()));
      begin_ = 0;
      end_ = *size;
      ended_ = *size == 0;
    }
    return std::span(buffer_).subspan(begin_, end_ - begin_);
  }
  void use(std::size_t size) { begin_ += size; }

 private:
  std::unique_ptr<ByteStream> stream_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool ended_ = false;
};

class GzipStream final : public ByteStream {
 public:
  explicit GzipStream(std::unique_ptr<ByteStream> stream)
      : input_(std::move(stream)),
        ready_(inflateInit2(&inflater_, MAX_WBITS + 16) == Z_OK) {}  // + 16: a gzip header, nothing else
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;
  ~GzipStream() override { inflateEnd(&inflater_); }

  Result<std::size_t> read(std::span<char> into) override {
    if (!ready_) return std::unexpected(malformed("the gzip data cannot be opened: out of memory"));
    while (!ended_) {
      if (damage_) return std::unexpected(*damage_);
      const Result<std::span<char>> rest = input_.rest();
      if (!rest) return std::unexpected(rest.error());
      if (between_members_) {
        if (rest->empty()) break;
        // A further member begins with gzip's magic; anything else is padding or rubbish.
        if (members_ > 0 && static_cast<unsigned char>(rest->front()) != 0x1F) break;
        between_members_ = false;
      } else if (rest->empty()) {
        ended_ = true;
        return std::unexpected(malformed("the gzip data is truncated: the file ends too early; fetch it again"));
      }
      inflater_.next_in = reinterpret_cast<Bytef*>(rest->data());
      inflater_.avail_in = static_cast<uInt>(rest->size());
      inflater_.next_out = reinterpret_cast<Bytef*>(into.data());
      const std::size_t space = std::min<std::size_t>(into.size(), UINT_MAX);
      inflater_.avail_out = static_cast<uInt>(space);
      const int status = inflate(&inflater_, Z_NO_FLUSH);
      input_.use(rest->size() - inflater_.avail_in);
      if (status == Z_STREAM_END) {
        ++members_;
        between_members_ = true;
        inflateReset(&inflater_);
      } else if (status != Z_OK && status != Z_BUF_ERROR) {
        if (members_ > 0 && inflater_.total_out == 0) break;  // looked like a further member and was none
        damage_ = malformed("the gzip data is damaged; fetch the file again");
      }
      if (const std::size_t size = space - inflater_.avail_out; size > 0) return size;
    }
    ended_ = true;
    return 0;
  }

 private:
  CompressedInput input_;
  z_stream inflater_{};
  bool ready_;
  std::size_t members_ = 0;
  std::optional<Error> damage_;  // told after the bytes before it
  bool between_members_ = true;
  bool ended_ = false;
};

class ZstdStream final : public ByteStream {
 public:
  explicit ZstdStream(std::unique_ptr<ByteStream> stream) : input_(std::move(stream)), context_(ZSTD_createDCtx()) {}

  Result<std::size_t> read(std::span<char> into) override {
    if (!context_) return std::unexpected(malformed("the Zstandard data cannot be opened: out of memory"));
    while (!ended_) {
      if (damage_) return std::unexpected(*damage_);
      const Result<std::span<char>> rest = input_.rest();
      if (!rest) return std::unexpected(rest.error());
      ZSTD_inBuffer in{rest->data(), rest->size(), 0};
      ZSTD_outBuffer out{into.data(), into.size(), 0};
      const bool at_end = rest->empty();
      if (at_end && frame_done_) break;
      const std::size_t status = ZSTD_decompressStream(context_.get(), &out, &in);
      input_.use(in.pos);
      if (ZSTD_isError(status)) {
        damage_ = malformed(
            fmt::format("the Zstandard data is damaged ({}); fetch the file again", ZSTD_getErrorName(status)));
      }
      frame_done_ = status == 0;
      if (out.pos > 0) return out.pos;
      if (at_end && !frame_done_ && !damage_) {
        ended_ = true;
        return std::unexpected(malformed("the Zstandard data is truncated: the file ends too early; fetch it again"));
      }
    }
    ended_ = true;
    return 0;
  }

 private:
  struct Free {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  };

  CompressedInput input_;
  std::unique_ptr<ZSTD_DCtx, Free> context_;
  std::optional<Error> damage_;  // told after the bytes before it
  bool frame_done_ = true;
  bool ended_ = false;
};

bool is_gzip(std::string_view head) { return head.starts_with("\x1F\x8B\x08"); }

// A frame, or one of the sixteen kinds of skippable frame that may stand before it.
bool is_zstd(std::string_view head) {
  return head.starts_with("\x28\xB5\x2F\xFD") ||
         (head.size() >= 4 && (head[0] & 0xF0) == 0x50 && head.substr(1, 3) == "\x2A\x4D\x18");
}

}  // namespace

Result<std::unique_ptr<ByteStream>> decompressed(std::unique_ptr<ByteStream> stream) {
  std::array<char, 4> magic{};
  std::size_t size = 0;
  while (size < magic.size()) {
    const Result<std::size_t> got = stream->read(std::span(magic).subspan(size));
    if (!got) return std::unexpected(got.error());
    if (*got == 0) break;
    size += *got;
  }
  std::string head(magic.data(), size);
  const bool gzip = is_gzip(head);
  const bool zstd = is_zstd(head);
  std::unique_ptr<ByteStream> rewound = std::make_unique<RewoundStream>(std::move(head), std::move(stream));
  if (gzip) return std::make_unique<GzipStream>(std::move(rewound));
  if (zstd) return std::make_unique<ZstdStream>(std::move(rewound));
  return rewound;
}

}  // namespace nutgraf

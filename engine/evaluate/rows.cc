#include "evaluate/rows.h"

#include <optional>
#include <utility>

#include "read/article_json.h"
#include "read/byte_stream.h"
#include "read/decompress.h"

namespace nutgraf {

Error RowReader::bad_row(std::string message) const {
  return {.code = ErrorCode::kMalformed, .message = std::move(message), .file = file_, .line = line_};
}

Result<bool> RowReader::fail(Error error) {
  done_ = true;
  error.file = file_;
  return std::unexpected(std::move(error));
}

Result<void> RowReader::open() {
  Result<std::unique_ptr<ByteStream>> stream = open_file(file_);
  if (stream) stream = decompressed(std::move(*stream));
  if (!stream) return std::unexpected(std::move(stream.error()));
  buffer_.open(std::move(*stream));
  return {};
}

Result<bool> RowReader::next(simdjson::dom::element& row) {
  if (!std::exchange(opened_, true)) {
    if (Result<void> opened = open(); !opened) return fail(std::move(opened.error()));
  }
  while (!done_) {
    buffer_.consume(std::exchange(used_, 0));
    std::size_t end = buffer_.window().find('\n');
    while (end == std::string_view::npos) {
      const std::size_t scanned = buffer_.window().size();
      if (!buffer_.fill()) break;
      end = buffer_.window().find('\n', scanned);
    }
    const std::string_view line = buffer_.window().substr(0, end);
    if (end == std::string_view::npos) {
      if (const std::optional<Error>& error = buffer_.error()) return fail(*error);
      done_ = true;
    }
    used_ = line.size() + (done_ ? 0 : 1);
    ++line_;
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) return parse(line, row);
  }
  return false;
}

Result<bool> RowReader::parse(std::string_view line, simdjson::dom::element& row) {
  const simdjson::error_code error = parser_.parse(line.data(), line.size(), /*realloc_if_needed=*/false).get(row);
  if (error) return std::unexpected(bad_row(describe(error)));
  if (!row.is_object()) return std::unexpected(bad_row("is no JSON object; each line has to be one"));
  return true;
}

Result<void> for_each_row(const std::string& file, const ReportRow& report,
                          const std::function<Result<void>(const RowReader&, simdjson::dom::element)>& use) {
  RowReader rows(file);
  simdjson::dom::element row;
  for (std::size_t used = 0;;) {
    const Result<bool> more = rows.next(row);
    if (!more && more.error().line == 0) return std::unexpected(more.error());
    if (more && !*more) {
      if (used > 0) return {};
      return std::unexpected(
          Error{.code = ErrorCode::kEmpty, .message = "no row in it could be scored", .file = file, .line = 0});
    }
    const Result<void> done = more ? use(rows, row) : std::unexpected(more.error());
    done ? void(++used) : report(done.error());
  }
}

std::string string_or_empty(simdjson::dom::element row, std::string_view name) {
  std::string_view value;
  return row[name].get(value) ? std::string() : std::string(value);
}

bool get_strings(simdjson::dom::element row, std::string_view name, std::vector<std::string_view>& strings) {
  strings.clear();
  simdjson::dom::array array;
  if (row[name].get(array)) return false;
  for (const simdjson::dom::element element : array) {
    if (element.get(strings.emplace_back())) return false;
  }
  return true;
}

}  // namespace nutgraf

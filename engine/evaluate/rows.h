// The rows of a gold file: JSON Lines, one object a line, read as a stream.
//
//   for_each_row("gold.jsonl", report, [&](const RowReader& rows, simdjson::dom::element row) -> Result<void> {
//     std::string_view text;
//     if (row["text"].get(text)) return std::unexpected(rows.bad_row("has no \"text\""));
//     ...
//   });
#pragma once

#include <simdjson.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/error.h"
#include "nutgraf/evaluate.h"
#include "read/read_buffer.h"

namespace nutgraf {

class RowReader {
 public:
  explicit RowReader(std::string file) : file_(std::move(file)) {}

  // The next row, valid until the call after; false at the end. After an Error with a line, the next call goes on
  // behind it; after one without, there is nothing more.
  Result<bool> next(simdjson::dom::element& row);

  // An Error about the row that next() gave last.
  [[nodiscard]] Error bad_row(std::string message) const;

 private:
  Result<void> open();
  Result<bool> fail(Error error);
  Result<bool> parse(std::string_view line, simdjson::dom::element& row);

  std::string file_;
  bool opened_ = false;
  bool done_ = false;
  ReadBuffer buffer_;
  std::size_t used_ = 0;  // bytes at the front of the buffer that the last row took
  std::size_t line_ = 0;
  simdjson::dom::parser parser_;
};

// Calls `use` with each row of the file; what is wrong with a row goes to `report`. Fails if the file can't be read or
// if no row could be used.
Result<void> for_each_row(const std::string& file, const ReportRow& report,
                          const std::function<Result<void>(const RowReader&, simdjson::dom::element)>& use);

// The string `name`; empty if there is none.
std::string string_or_empty(simdjson::dom::element row, std::string_view name);

// The strings of the array `name`; false if there is no such array or it holds anything else.
bool get_strings(simdjson::dom::element row, std::string_view name, std::vector<std::string_view>& strings);

}  // namespace nutgraf

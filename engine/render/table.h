// A table of aligned columns for a terminal.
//
//   Table table({{"rank", Align::kRight}, {"sentence", Align::kLeft}});
//   table.add_row({"1", "Ships had waited for nine days."});
//   table.render(out);
//   // rank  sentence
//   //    1  Ships had waited for nine days.
//
// The last column is clipped so that a line takes at most kTableColumns, but never to less than kLastColumnMin.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace nutgraf {

inline constexpr std::size_t kTableColumns = 80;
inline constexpr std::size_t kLastColumnMin = 20;

enum class Align { kLeft, kRight };

class Table {
 public:
  struct Column {
    std::string name;
    Align align = Align::kLeft;
  };

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  // One cell a column, none with a line break.
  void add_row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

  void render(std::string& out) const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace nutgraf

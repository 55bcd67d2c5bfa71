#include "render/table.h"

#include <algorithm>

#include "render/columns.h"

namespace nutgraf {
namespace {

constexpr std::size_t kGap = 2;

}  // namespace

void Table::render(std::string& out) const {
  const std::size_t last = columns_.size() - 1;
  std::vector<std::string> names;
  names.reserve(columns_.size());
  for (const Column& column : columns_) names.push_back(column.name);

  std::vector<std::size_t> width(columns_.size());
  std::size_t used = 0;
  for (std::size_t c = 0; c < last; ++c) {
    width[c] = display_width(names[c]);
    for (const auto& row : rows_) width[c] = std::max(width[c], display_width(row[c]));
    used += width[c] + kGap;
  }
  width[last] = std::max(kLastColumnMin, kTableColumns - std::min(used, kTableColumns));

  const auto append_row = [&](const std::vector<std::string>& cells) {
    for (std::size_t c = 0; c < last; ++c) {
      const std::string padding(width[c] - display_width(cells[c]), ' ');
      out += columns_[c].align == Align::kRight ? padding + cells[c] : cells[c] + padding;
      out.append(kGap, ' ');
    }
    out += clip(cells[last], width[last]);
    out += '\n';
  };
  append_row(names);
  for (const auto& row : rows_) append_row(row);
}

}  // namespace nutgraf

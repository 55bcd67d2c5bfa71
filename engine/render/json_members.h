// Members of a JSON object, carried from an article's input to a record (Article::extra).
//
//   append_json_members(R"("desk": "city", "id": 7)", kNames, out);  // appends ,"desk":"city" if kNames has "id"
//
// Each member is written on one line, after a comma, its value as the input wrote it. A member whose name is in `taken`
// is left out; if `members` is not the inside of a JSON object, all are.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace nutgraf {

void append_json_members(std::string_view members, std::span<const std::string_view> taken, std::string& out);

}  // namespace nutgraf

// Bytes that are to be read several times as an input, without a file of their own: in memory, outside of the process's
// own, and gone with it.
//
//   Result<HeldInput> held = HeldInput::make("{\"text\":\"The port reopened.\"}\n");
//   ArticleReader reader({held->path()});
#pragma once

#include <string>
#include <string_view>

#include "nutgraf/error.h"

namespace nutgraf::cli {

class HeldInput {
 public:
  // Errors: kUnwritable.
  static Result<HeldInput> make(std::string_view bytes);

  // Of all that comes through standard input, which is read to its end. Errors: kUnreadable too.
  static Result<HeldInput> make_from_standard_input();

  HeldInput(HeldInput&& other) noexcept;
  HeldInput& operator=(HeldInput&&) = delete;
  ~HeldInput();

  [[nodiscard]] std::string path() const;
  [[nodiscard]] bool is_empty() const { return empty_; }

 private:
  explicit HeldInput(int descriptor) : descriptor_(descriptor) {}
  static Result<HeldInput> make();
  Result<void> append(std::string_view bytes);

  int descriptor_;
  bool empty_ = true;
};

}  // namespace nutgraf::cli

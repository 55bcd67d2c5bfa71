// A file that is there whole or not at all: written under another name beside it, then renamed over it.
//
//   Result<OutputFile> file = OutputFile::create("en.nut");
//   file->write(bytes);
//   file->commit();   // else what was written is gone with the object, and an older en.nut is as it was
#pragma once

#include <string>
#include <string_view>

#include "nutgraf/error.h"

namespace nutgraf {

class OutputFile {
 public:
  // Errors, here and below: kUnwritable.
  static Result<OutputFile> create(const std::string& path);

  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();

  // The name it has until then, for those that write by name.
  [[nodiscard]] const std::string& temporary_path() const { return temporary_path_; }

  Result<void> write(std::string_view bytes);

  // Brings everything to the disk and gives it its name.
  Result<void> commit();

 private:
  OutputFile(std::string path, std::string temporary_path, int descriptor);

  std::string path_;
  std::string temporary_path_;  // empty: committed, or moved from
  int descriptor_;
};

// A file without a name in the folder of `path`: gone when it is closed, however that comes. -1 if there is none to be
// had; errno tells why.
int open_nameless_beside(const std::string& path);

}  // namespace nutgraf

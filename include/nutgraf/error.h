// Errors: what went wrong, where, and what to do about it.
//
//   nutgraf::Result<bool> more = reader.next(article);
//   if (!more) std::cerr << to_string(more.error()) << '\n';
//   // news.jsonl:17: no text: the article has none of the fields "text", "body", "content"
//
// Whatever can fail on input returns a Result. The library never prints, never exits and never throws on input.
#pragma once

#include <cstddef>
#include <expected>
#include <string>

namespace nutgraf {

enum class ErrorCode {
  kNotFound,       // no such file or folder
  kUnreadable,     // it is there, but reading it failed (permission, I/O)
  kUnsupported,    // content of a kind nutgraf does not read (a PDF, an image)
  kMalformed,      // content of a known kind that breaks its rules (bad JSON, truncated gzip)
  kEmpty,          // nothing to read in it: an empty file, an article without text
  kTooLarge,       // over a stated limit
  kInvalidOption,  // an option's value is out of its range
  kUnwritable,     // a file could not be written (permission, a full disk)
  kStopped,        // the caller asked to stop
};

struct Error {
  ErrorCode code = ErrorCode::kMalformed;
  std::string message;   // what is wrong and what to do, without the place
  std::string file;      // path as the user gave it, "-" for standard input, empty if there is no file
  std::size_t line = 0;  // 1-based; 0 if the error has no line
};

// "FILE:LINE: message", leaving out what is not known.
std::string to_string(const Error& error);

template <class T>
using Result = std::expected<T, Error>;

}  // namespace nutgraf

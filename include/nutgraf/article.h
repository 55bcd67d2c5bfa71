// An Article is what an outlet published. Nothing in it is computed.
//
//   nutgraf::Article article{.id = "harbour-1",
//                            .title = "Port of Veld reopens",
//                            .text = "The port of Veld reopened on Monday. Ships had waited for nine days."};
//
// Every byte offset in a result points into `text`.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace nutgraf {

// A half-open range of bytes.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
  bool operator==(const Span&) const = default;
};

struct Article {
  std::string id;         // unique in its batch; the readers fall back to FILE or FILE:LINE
  std::string title;      // plain text, may be empty
  std::string text;       // valid UTF-8; blank lines part paragraphs
  std::string outlet;     // who published it
  std::string url;        // where
  std::string published;  // when: RFC 3339, or as the source wrote it
  std::string language;   // BCP 47 ("en", "pt-BR"); empty: to be detected

  // The sentences of `text`, where the source has split it already: in order, without overlap, none empty. They are
  // taken as they are. Empty: to be found.
  std::vector<Span> sentences;

  // Fields of the input that nutgraf does not know, as the members of a JSON object without the braces
  // (`"desk":"city","pages":[1,4]`). They are carried through to the output.
  std::string extra;

  // How many U+FFFD were put in for bytes that are no text, NULs and half surrogate pairs in what the article was read
  // from: its file, its line of JSON Lines, its element of a JSON array. A file that was decoded as a whole (a JSON
  // document, UTF-16) does not tell those from U+FFFD of its own, so there each one counts if any was put in.
  std::size_t replaced = 0;
};

}  // namespace nutgraf

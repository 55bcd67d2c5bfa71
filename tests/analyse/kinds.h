// Expectations of the kinds of an article's lines.
#pragma once

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nutgraf/analyse.h"

namespace nutgraf {

inline void PrintTo(SentenceKind kind, std::ostream* out) { *out << to_string(kind); }

struct Line {
  SentenceKind kind;
  std::string text;
};

// Joins the lines by `separator`, analyses them, and expects every line to be one sentence of its kind.
inline void expect_kinds(const std::vector<Line>& lines, std::string_view separator = "\n\n", std::string title = "") {
  Article article{.id = "test", .title = std::move(title), .language = "en"};
  for (const Line& line : lines) {
    if (!article.text.empty()) article.text += separator;
    article.text += line.text;
  }
  const Document document = Analyser().analyse(article);
  ASSERT_EQ(document.sentences.size(), lines.size()) << article.text;
  for (std::size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(document.sentences[i].kind, lines[i].kind) << lines[i].text;
}

inline constexpr const char* kFirst = "The harbour of Veld reopened on Tuesday.";
inline constexpr const char* kSecond = "Thirty-one ships had been waiting for nine days.";
inline constexpr const char* kThird = "Harbour master Ilse Marrow expects the backlog to clear by Friday.";

}  // namespace nutgraf

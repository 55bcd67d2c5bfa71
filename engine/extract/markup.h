// What tags, classes, ids and roles say about what an element holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "extract/page.h"

namespace nutgraf {

enum class Tag : std::uint8_t {
  kOther,  // inline, or not known
  kLink,
  kBreak,
  kParagraph,
  kHeading1,
  kHeading2,
  kHeading3,
  kHeading4,  // and below
  kListItem,
  kQuote,
  kPreformatted,
  kCell,
  kTerm,  // dt, dd
  kDivision,
  kSection,
  kArticle,
  kMain,
  kHeader,
  kFooter,
  kNavigation,
  kAside,
  kList,
  kTable,
  kRow,
  kFigure,
  kCaption,
  kForm,
  kDetails,
  kBody,
  kSkipped,  // never holds text to read: script, style, svg ...
  kCount,
};

static_assert(static_cast<std::size_t>(Tag::kCount) <= 32, "a set of tags is a bit each");

Tag tag_of(std::string_view name);

// Whether text before and after the element's start is not of one line.
inline bool is_block(Tag tag) { return tag >= Tag::kParagraph; }
inline bool is_heading(Tag tag) { return tag >= Tag::kHeading1 && tag <= Tag::kHeading4; }

// The sections of class_words.txt, in order, and after them what other attributes say. A bit each.
enum class Hint : std::uint8_t {
  kContent,
  kMain,
  kLead,
  kComment,
  kShare,
  kRelated,
  kNavigation,
  kHeader,
  kFooter,
  kSide,
  kAdvertisement,
  kCookie,
  kNotice,
  kNewsletter,
  kCaption,
  kMedia,
  kAuthor,
  kMeta,
  kForm,
  kTitle,
  kHidden,
  kContents,
  kList,
  kArticleBody,  // itemprop="articleBody"
  kCount,
};

inline constexpr std::size_t kHints = static_cast<std::size_t>(Hint::kCount);

using Hints = std::uint32_t;

constexpr Hints bit(Hint hint) { return Hints{1} << static_cast<unsigned>(hint); }

// "content", "article_body" ...
std::string_view name_of(Hint hint);

// The hints in an element's attributes.
Hints hints_of(const Node& element);

}  // namespace nutgraf

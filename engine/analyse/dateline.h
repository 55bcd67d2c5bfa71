// Where a sentence begins behind its dateline, and ends before its credit.
//
//   "VELD, Oct. 3 (Reuters) - Ships returned."   -> "Ships returned."
//   "(CNN)Ships returned." "Veld, le 3 mars (AFP) — Ships returned." "VELD, Orrin — Ships returned."
//   "Ships returned. (AP)" "Ships returned. — Reuters"
//
// A dateline has up to three parts: where and when, an agency in brackets, a dash. None of them is enough alone, and
// how much the others have to show depends on what is there:
//
//   an agency that the list knows, in brackets    with any words in front, if a dash follows; else with names
//   anything short in brackets, and a dash        behind a place in capitals, or behind nothing
//   a dash                                        behind a place in capitals, a city that the list knows, or a date
//
// A paragraph that a button opens is the caption of a video, where a report follows.
//
// So are the labels of the list, with a time or without, in front of a colon or dash ("Update 4:00 p.m.: Ships ...").
//
// And so are buttons in capitals ("CLOSE Ships returned") and credits of pictures ("Reuters / Tam Ruck Ships returned")
// that have run into a paragraph.
//
// A dash in lower-case text is punctuation ("NASA - the agency - said"), and brackets behind a name whose first letters
// they hold explain it ("Cable News Network (CNN)"). The list is analyse/datelines.txt.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analyse/sentence_form.h"
#include "nutgraf/segment.h"
#include "text/language.h"
#include "text/word_bits.h"

namespace nutgraf {

class Datelines {
 public:
  Datelines();

  // Sets Sentence::content_begin and content_end of every sentence; also its kind, where the whole sentence is a
  // dateline (kDateline) or the caption of a picture, told by the credit at its end (kCredit). Replaces `forms` by
  // those of what is left. Needs tokens, of which `words` are the words. Without an agency, only what opens a paragraph
  // has a dateline.
  void find(const Language& language, std::span<const Word> words, Document& document,
            std::vector<SentenceForm>& forms) const;

  // What is left of one sentence, as byte offsets into form.text: all of it where there is neither dateline nor credit,
  // nothing where there is nothing else.
  [[nodiscard]] Span content(const Language& language, const SentenceForm& form, std::string_view outlet,
                             bool opens_paragraph) const;

  // The agency that the article's datelines or its last sentences credit, as the list has it; empty if they credit
  // none. Needs what find() sets, and the sentences' kinds.
  [[nodiscard]] std::string_view agency(std::span<const Word> words, const Document& document) const;

  // The agency of this name, as the list has it: "ap" for "associated press"; empty if it is none. `name` in lower
  // case.
  [[nodiscard]] std::string_view agency_named(std::string_view name) const;

 private:
  struct Opening;

  // The names of a section of the list, sorted by their hash.
  struct Name {
    std::uint64_t hash = 0;  // of its words in order
    std::string_view name;   // the one that it is counted as
  };
  struct Names {
    std::vector<Name> list;
    WordBits index;  // into the list, from 1
  };

  // Whether a sentence is the part of a dateline in front of a stop ("VELD, Calif."), or may be.
  [[nodiscard]] static bool is_place(const SentenceForm& form);
  [[nodiscard]] bool is_picture_credit(const SentenceForm& form) const;
  [[nodiscard]] bool ends_with_picture_credit(const Language& language, const SentenceForm& form) const;

  [[nodiscard]] bool is_button(const SentenceForm& form) const;
  [[nodiscard]] std::size_t behind_button(const SentenceForm& form) const;
  [[nodiscard]] std::size_t behind_picture_credit(const SentenceForm& form) const;
  [[nodiscard]] std::size_t behind_label(const SentenceForm& form) const;
  [[nodiscard]] static std::size_t behind_byline(const Language& language, const SentenceForm& form);
  [[nodiscard]] std::size_t behind_dateline(const Language& language, const SentenceForm& form,
                                            bool opens_paragraph) const;
  [[nodiscard]] std::size_t behind_bracket(const SentenceForm& form, const Opening& opening, std::size_t at,
                                           bool opens_paragraph) const;
  [[nodiscard]] std::size_t behind_place(const Language& language, const SentenceForm& form, const Opening& opening,
                                         std::size_t at) const;
  [[nodiscard]] std::size_t before_credit(const SentenceForm& form) const;
  static void add_names(std::string_view line, Names& names);
  [[nodiscard]] static std::string_view find(const Names& names, std::uint64_t hash);
  // The agency that a part of a sentence credits: one in brackets, at its start, or behind a name and a comma.
  [[nodiscard]] std::string_view agency_in(const SentenceForm& form) const;
  // The same of a line that is nothing but its name.
  [[nodiscard]] std::string_view agency_of_line(const SentenceForm& form) const;
  // The longest name of the list that the words begin with, and how many of them it takes; 0 if there is none.
  struct Match {
    std::size_t words = 0;
    std::string_view name;
  };
  [[nodiscard]] static Match match(const Names& names, std::span<const Word> words);
  [[nodiscard]] static std::size_t name_at(const Names& names, std::span<const Word> words) {
    return match(names, words).words;
  }

  Names agencies_;
  Names places_;
  Names labels_;
  Names buttons_;
};

}  // namespace nutgraf

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
#include <vector>

#include "analyse/sentence_form.h"
#include "nutgraf/segment.h"
#include "text/language.h"

namespace nutgraf {

class Datelines {
 public:
  Datelines();

  // Sets Sentence::content_begin and content_end of every sentence; also its kind, where the whole sentence is a
  // dateline (kDateline) or the caption of a picture, told by the credit at its end (kCredit). Needs tokens, of which
  // `words` are the words. Without an agency, only what opens a paragraph has a dateline.
  void find(const Language& language, std::span<const Word> words, Document& document) const;

  // What is left of one sentence, as byte offsets into form.text: all of it where there is neither dateline nor credit,
  // nothing where there is nothing else.
  [[nodiscard]] Span content(const Language& language, const SentenceForm& form, bool opens_paragraph) const;

 private:
  struct Opening;

  // Whether a sentence is the part of a dateline in front of a stop ("VELD, Calif."), or may be.
  [[nodiscard]] static bool is_place(const SentenceForm& form);
  [[nodiscard]] bool is_picture_credit(const SentenceForm& form) const;
  [[nodiscard]] bool ends_with_picture_credit(const Language& language, const SentenceForm& form) const;

  [[nodiscard]] bool is_button(const SentenceForm& form) const;
  [[nodiscard]] std::size_t behind_button(const SentenceForm& form) const;
  [[nodiscard]] std::size_t behind_picture_credit(const SentenceForm& form) const;
  [[nodiscard]] std::size_t behind_label(const SentenceForm& form) const;
  [[nodiscard]] std::size_t behind_dateline(const Language& language, const SentenceForm& form,
                                            bool opens_paragraph) const;
  [[nodiscard]] std::size_t behind_bracket(const SentenceForm& form, const Opening& opening, std::size_t at,
                                           bool opens_paragraph) const;
  [[nodiscard]] std::size_t behind_place(const Language& language, const SentenceForm& form, const Opening& opening,
                                         std::size_t at) const;
  [[nodiscard]] std::size_t before_credit(const SentenceForm& form) const;
  // How many of the words are a name of the list; the longest.
  [[nodiscard]] static std::size_t name_at(const std::vector<std::uint64_t>& names, std::span<const Word> words);

  std::vector<std::uint64_t> agencies_;  // hashes of the names' words in order, sorted
  std::vector<std::uint64_t> places_;
  std::vector<std::uint64_t> labels_;
  std::vector<std::uint64_t> buttons_;
};

}  // namespace nutgraf

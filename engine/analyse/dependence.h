// Which sentences do not stand alone: they need the one before to be understood, or the one behind to be whole.
#pragma once

#include <cstdint>

#include "analyse/sentence_form.h"
#include "text/language.h"

namespace nutgraf {

// What a sentence opens: nothing, a text, or a report, as a dateline tells. Texts may begin in the middle of a report.
enum class Opening : std::uint8_t { kNone, kText, kReport };

// Whether a sentence leans on what was said before it:
//   it opens with a word or phrase of the language that does ("He", "But", "As a result"); not where more follows that
//     says whom it means ("Those who fled", "This week"), nor where it is a part of a name ("The Second Amendment")
//   such a word, or a pronoun, comes right behind an opening that names nobody ("Among them were", "In 2010, he"), or a
//   pronoun tells who spoke ("..., she said"), or nothing does, as all is quoted
//   it opens with a thing that it gives no more than the noun of ("The order was lifted"), or says next to nothing
//   it ends with a word that does ("He denies that")
//   such a word or phrase stands between commas behind its subject ("Weir, however, closed"), or what somebody said
//     goes on ("Weir added that"), or is not told ("Weir tweeted, quoting a song")
//   it goes on in the middle: it opens in lower case or with dots, or is an item of a list
// There is nothing that what opens a report could refer to: only its first word, a phrase in front of a comma, a
// pronoun, or its form tell that it leans on something; of what opens a text, its subject, too.
bool leans_on_the_one_before(const Language& language, const SentenceForm& form, Opening opening);

// '"We waited."': nobody says it.
bool is_all_quoted(std::string_view sentence);

// Whether a sentence is only begun: it asks what the next one answers, announces it by a colon, or breaks off.
bool needs_the_one_behind(const SentenceForm& form);

// Whether a sentence has no verb: a caption, an exclamation, a label. Nothing that may be a verb is in it; only in
// languages of which such words are known.
bool has_no_verb(const Language& language, const SentenceForm& form);

// Whether a heading has run into the sentence: an article in the middle has a capital ("The last ferry A pilot waits
// for crews."). Only in languages of which the articles are known.
bool opens_with_a_heading(const SentenceForm& form);

// Whether two texts were pasted into each other: a word goes on in another one's capitals, and its first half stands in
// the sentence alone ("Mayor Ona Weir Ona Jane WeirStorm shuts harbour said ...").
bool is_pasted_together(const SentenceForm& form);

}  // namespace nutgraf

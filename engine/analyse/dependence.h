// Which sentences do not stand alone: they need the one before to be understood, or the one behind to be whole.
#pragma once

#include "analyse/sentence_form.h"
#include "text/language.h"

namespace nutgraf {

// Whether a sentence leans on what was said before it:
//   it opens with a word or phrase of the language that does ("He", "But", "As a result"); not where more follows that
//     says whom it means ("Those who fled", "This week"), nor where it is a part of a name ("The Second Amendment")
//   such a word, or a pronoun, comes right behind an opening that names nobody ("Among them were", "In 2010, he"), or a
//   pronoun tells who spoke ("..., she said"), or nothing does, as all is quoted
//   it goes on in the middle: it opens in lower case, or is an item of a list
bool leans_on_the_one_before(const Language& language, const SentenceForm& form);

// Whether a sentence is only begun: it asks what the next one answers, announces it by a colon, or breaks off.
bool needs_the_one_behind(std::string_view sentence);

}  // namespace nutgraf

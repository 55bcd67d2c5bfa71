// Captions of pictures that have no credit: what is to be seen, in the present tense, and when it was taken.
//
//   "Harbour master Ilse Marrow speaks to crews in Veld, Orrin, May 3, 2027."
//   "Crews wait for a berth, Monday, May 3, 2027, at the harbour in Veld."
#pragma once

#include "analyse/sentence_form.h"
#include "text/language.h"

namespace nutgraf {

// Whether a sentence has a verb of captions and ends with a day and a year. Behind the place's comma, that is enough;
// without it, or without the year, only where the article begins. With both, a sentence needs no verb of captions if it
// has no other. Inside the sentence, the day and year have to stand between commas, or the article has to begin there
// and no verb to follow; and the verb has to be the first.
bool is_caption(const Language& language, const SentenceForm& form, bool opens_article);

}  // namespace nutgraf

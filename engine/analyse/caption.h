// Captions of pictures that have no credit: what is to be seen, in the present tense, and when it was taken.
//
//   "Crews wait for a berth as cranes are cleared from the harbour."
//   "Harbour master Ilse Marrow speaks to crews in Veld, Orrin, May 3, 2027."
//   "Crews wait for a berth, Monday, May 3, 2027, at the harbour in Veld."
#pragma once

#include "analyse/sentence_form.h"
#include "text/language.h"

namespace nutgraf {

struct Surroundings {
  bool opens_article = false;
  bool alone = false;   // a paragraph of its own
  bool second = false;  // the paragraph below the one that the article begins with
};

// Whether a sentence has a verb of captions and ends with a day and a year. Behind the place's comma, that is enough;
// without it, or without the year, only where the article begins. With both, a sentence needs no verb of captions if it
// has no other. Inside the sentence, the day and year have to stand between commas or behind the day of the week, or
// the article has to begin there and no verb to follow; and the verb has to be the first.
//
// So it has to be where no date is told, but what happens meanwhile, or the day of the week alone; that only in a
// paragraph of its own further down. And a caption is what tells where in the picture somebody is; in a paragraph of
// its own, what opens with a label and has no stop; and in the second paragraph, what has no verb but those of
// captions.
bool is_caption(const Language& language, const SentenceForm& form, Surroundings around);

}  // namespace nutgraf

// The title of an article, where its text has it: on a line of its own or several, or run into a sentence.
#pragma once

#include <span>

#include "analyse/sentence_form.h"
#include "nutgraf/document.h"
#include "text/language.h"
#include "text/word_normalizer.h"

namespace nutgraf {

// Sets kind kTitle, and Document::title: the article's, or else the heading among the first lines. Cuts the title off
// the content of a sentence that it has run into, and tells what surrounds it inside the first paragraph. `forms` are
// those of the document's sentences, which have their kinds; `title` are the words of the article's title.
void find_title_lines(const Language& language, std::span<const SentenceForm> forms, std::span<const Word> title,
                      Document& document);

}  // namespace nutgraf

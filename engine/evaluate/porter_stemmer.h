// Porter's stemmer as NLTK has it, which is the one that ROUGE figures are computed with.
//
//   std::string word = "conditional";
//   porter_stem(word);   // "condit"
//
// NLTK departs from Porter's own version (libstemmer's "porter"): a dozen irregular words ("dying" is "die"), "y" turns
// into "i" only behind a consonant ("enjoy" stays, "fly" is "fli"), and a few rules more. One English word in fifty has
// another stem.
#pragma once

#include <string>

namespace nutgraf {

// Replaces a word of lower-case ASCII letters and digits by its stem. Linear.
void porter_stem(std::string& word);

}  // namespace nutgraf

// The roofline of `nutgraf summarize`: how many articles a second one thread could summarize if it did nothing but what
// can't be left undone, and each operation of it as fast as this machine can.
//
// Counted is what every program with these results has to do, whatever its code looks like:
//
//   what                            because                                           priced by
//   each byte of JSON is read       it comes from memory                              read
//   ... and scanned                 UTF-8 is checked, a string ends at its quote      JSON scanned
//   each byte of text is scanned    sentences and words end at certain bytes          bytes classified
//   each word is hashed             it is told by its bytes which word it is          words hashed
//   ... and told apart              a word that comes again is known already          look-ups, 400 words
//   each distinct word's stem too   terms are stems                                   look-ups, 400 words
//   each distinct word is found     it has a vector in the model, or has none         look-ups, vocabulary
//   so is each term                 it has a document frequency there                 look-ups, vocabulary
//   each word's vector is summed    a sentence's vector is the sum of theirs          int8 dot products
//   n-grams of unseen words too     the same; once a word of the file, as they keep   look-ups, int8 dot products
//   sentence vectors are compared   lengths, the article's, features of likeness      float multiply-adds
//   terms, sentences are scored     two perceptrons, after a projection of vectors    float multiply-adds
//   logarithms, exponentials        two a term, one a sentence; none is of a whole    exponentials
//   records are written             they go to memory                                 copy
//
// Not counted is what could be done once for all articles, lie in a table, or hide behind other work: text is copied to
// nowhere, nothing is sorted, memory is waited for only where look-ups that are in flight together have to wait, and no
// branch is guessed wrongly but within look-ups and hashes. Nor is what has no limit of its own: whether a stop ends a
// sentence, what kind of sentence it is, how terms are weighed and which sentences are taken. So no program reaches the
// roofline; the share tells what there is to gain at the very most. Times add up, as all of it needs one core's ports.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "limits/limit.h"
#include "limits/work.h"

namespace nutgraf::bench {

using Costs = std::array<double, kOperations>;  // by Operation: seconds each

struct Step {
  std::string name;
  double count = 0;  // an article
  Operation operation = Operation::kReadByte;

  [[nodiscard]] double seconds(const Costs& costs) const { return count * costs[static_cast<std::size_t>(operation)]; }
};

// What an article takes in the mean.
std::vector<Step> steps_of(const Work& work);

// Seconds an article.
double sum_of(const std::vector<Step>& steps, const Costs& costs);

}  // namespace nutgraf::bench

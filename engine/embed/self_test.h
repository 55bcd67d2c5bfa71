// The self-test of a model: inputs that are kept in the file with the vectors that they had on the machine that made
// it.
//
// A sequence of records, each: what it is (u32, SelfTestKind), the bytes of the input (u32), the input (UTF-8, filled
// up with zeros to a multiple of 4), then a float for each dimension.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "nutgraf/error.h"
#include "nutgraf/model.h"

namespace nutgraf {

enum class SelfTestKind : std::uint32_t { kWord = 0, kSentence = 1 };

// The section for a model: a few of its words, words that it does not have, and rows of words as sentences.
std::string make_self_test(const Model& model);

// Makes the vectors again and compares. Errors: kMalformed.
Result<void> run_self_test(const Model& model);

}  // namespace nutgraf

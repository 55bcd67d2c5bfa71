// What a Model holds: the mapped file, and views of its sections.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "embed/hash_index.h"
#include "embed/mapped_file.h"
#include "embed/model_file.h"
#include "embed/word_vectors.h"
#include "nutgraf/model.h"

namespace nutgraf {

// The key in Model::Parts::terms of the value for stems that it does not hold: that of a stem in no document.
inline constexpr std::uint64_t kUnseenTerm = 0;

struct Model::Parts {
  std::string path;  // empty: from memory
  MappedFile mapping;
  ModelFile file;
  ModelInfo info;
  WordVectors vectors;
  std::span<const float> components;  // info.components rows of vectors.padded_dimensions() floats, orthonormal
  HashIndex terms;                    // word_hash of a stem -> bits of its inverse document frequency
};

}  // namespace nutgraf

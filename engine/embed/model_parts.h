// What a Model holds: the mapped file, and views of its sections.
#pragma once

#include <mutex>
#include <span>
#include <string>

#include "embed/hash_index.h"
#include "embed/mapped_file.h"
#include "embed/model_file.h"
#include "embed/word_vectors.h"
#include "nutgraf/model.h"

namespace nutgraf {

struct Model::Parts {
  std::string path;  // empty: from memory
  MappedFile mapping;
  std::once_flag moved;  // the mapping, to huge pages
  ModelFile file;
  ModelInfo info;
  WordVectors vectors;
  std::span<const float> components;  // info.components rows of vectors.padded_dimensions() floats, orthonormal
  HashIndex terms;                    // word_hash of a stem -> bits of its inverse document frequency
};

}  // namespace nutgraf

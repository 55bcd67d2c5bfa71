// Puts learned scorers into a model file, in the place of those that it has.
//
//   set_scorers MODEL OUT WITH_VECTORS [PLAIN]
//
// WITH_VECTORS and PLAIN are sections as engine/summarize/scorer_weights.h describes them, made by train.py.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "embed/model_parts.h"
#include "embed/output_file.h"
#include "summarize/scorer_weights.h"

namespace {

std::string read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int argc, char** argv) {
  using namespace nutgraf;
  if (argc < 4 || argc > 5) {
    std::cerr << "usage: set_scorers MODEL OUT WITH_VECTORS [PLAIN]\n";
    return 2;
  }
  const auto fail = [](const Error& error) {
    std::cerr << "set_scorers: " << to_string(error) << '\n';
    return 2;
  };
  const auto model = Model::open(argv[1]);
  if (!model) return fail(model.error());
  constexpr SectionKind kKinds[] = {SectionKind::kScorer, SectionKind::kPlainScorer};
  std::vector<std::string> scorers;
  for (int i = 3; i < argc; ++i) scorers.push_back(read(argv[i]));

  std::vector<Section> sections;
  for (const Section& section : (*model)->parts().file.sections())
    if (section.kind != kKinds[0] && section.kind != kKinds[1]) sections.push_back(section);
  for (std::size_t i = 0; i < scorers.size(); ++i) {
    const auto bytes = std::as_bytes(std::span(scorers[i]));
    if (!ScorerWeights::view(bytes)) {
      std::cerr << "set_scorers: " << argv[3 + i] << " holds no scorer of this version\n";
      return 2;
    }
    sections.push_back({kKinds[i], bytes});
  }
  auto output = OutputFile::create(argv[2]);
  if (!output) return fail(output.error());
  if (const auto written = output->write(write_model_file(sections)); !written) return fail(written.error());
  if (const auto done = output->commit(); !done) return fail(done.error());
  return 0;
}

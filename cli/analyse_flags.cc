#include "analyse_flags.h"

namespace nutgraf::cli {

Flag language_flag(AnalyseOptions& options) {
  return {.name = "language",
          .value = "CODE",
          .help = "the articles' language (en, pt-BR); by default each article's own, or detected",
          .target = &options.language};
}

Flag abbreviation_flag(AnalyseOptions& options) {
  return {.name = "abbreviation",
          .value = "WORD",
          .help = "an abbreviation, with its stop, that ends no sentence (Rtn.); may be given again",
          .target = &options.abbreviations};
}

}  // namespace nutgraf::cli

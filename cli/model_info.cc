// `nutgraf model info`: what is in model files, and whether they are whole.
#include <memory>
#include <string>

#include "command.h"
#include "diagnostics.h"
#include "nutgraf/model.h"
#include "nutgraf/render.h"
#include "output.h"

namespace nutgraf::cli {
namespace {

struct Options {
  bool check = false;
  bool json = false;
};

int run(const Options& options, const Operands& files) {
  Diagnostics diagnostics;
  if (files.empty()) {
    diagnostics.error("'model info' takes model files\nTry 'nutgraf model info --help'.");
    return kError;
  }
  std::string text;
  std::size_t failed = 0;
  for (const std::string& file : files) {
    const auto model = Model::open(file);
    const Result<void> good = !model          ? std::unexpected(model.error())
                              : options.check ? (*model)->check()
                                              : Result<void>();
    if (!good) {
      ++failed;
      diagnostics.error(to_string(good.error()));
    } else {
      options.json ? render_json(file, (*model)->info(), text) : render_text(file, (*model)->info(), text);
    }
  }
  if (options.json) render_json(EndRecord{.articles = files.size() - failed, .failed = failed}, text);
  Output out = std::move(*Output::open("", {}));
  out.write(text);
  if (out.finish() == Output::State::kFailed) {
    diagnostics.error(out.error());
    return kError;
  }
  return failed > 0 ? kError : kDone;
}

}  // namespace

Command model_info_command() {
  auto options = std::make_shared<Options>();
  return {
      .name = "model info",
      .summary = "show what is in a model file, and check it",
      .description =
          "Writes what each model is made of. With --check all of it is read: the checksum, whether every "
          "part leads where it should, and the self-test, which makes vectors that are kept in the file "
          "again. A model that fails is told of on standard error, and the exit status is 2.",
      .operands = "FILE...",
      .examples = {{"what is in a model, and whether it is whole", "nutgraf model info --check en.nut"}},
      .flags = {{.name = "check",
                 .help = "read all of it: checksum, parts, self-test",
                 .target = &options->check,
                 .common = true},
                {.name = "json",
                 .help = "write JSON Lines: a record a model, then one of type \"end\"",
                 .target = &options->json,
                 .common = true}},
      .run = [options](const Operands& files) { return run(*options, files); },
  };
}

}  // namespace nutgraf::cli

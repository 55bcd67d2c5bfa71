// Runs the benchmarks: nutgraf_bench [--input FILE.jsonl] [Google Benchmark's options]
// scripts/bench runs it and prints its results as a table.
#include <benchmark/benchmark.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "benchmarks.h"
#include "inputs.h"

namespace nutgraf::bench {
namespace {

namespace fs = std::filesystem;

// A folder that goes when this object does.
class TemporaryFolder {
 public:
  TemporaryFolder() : path_((fs::temp_directory_path() / "nutgraf-bench-XXXXXX").string()) {
    if (::mkdtemp(path_.data()) == nullptr)
      throw fs::filesystem_error("mkdtemp", path_, {errno, std::generic_category()});
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  [[nodiscard]] fs::path path() const { return path_; }

 private:
  std::string path_;
};

int run(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  std::string file;
  if (argc == 3 && argv[1] == std::string_view("--input")) {
    file = argv[2];
  } else if (argc != 1) {
    std::fprintf(stderr, "usage: nutgraf_bench [--input FILE.jsonl] [Google Benchmark's options]\n");
    return 2;
  }

  const TemporaryFolder folder;
  Result<Inputs> inputs = file.empty() ? written_inputs(folder.path()) : inputs_from(file, folder.path());
  if (!inputs) {
    std::fprintf(stderr, "nutgraf_bench: %s\n", to_string(inputs.error()).c_str());
    return 2;
  }
  register_read(*inputs);
  register_extract(*inputs);
  register_segment(*inputs);
  register_tokenize(*inputs);
  register_embed(*inputs);
  register_analyse(*inputs);
  register_score(*inputs);
  register_select(*inputs);
  register_summarize(*inputs);
  register_multi(*inputs);
  register_fingerprint(*inputs);
  register_copies();
  register_pair_score(*inputs);
  register_cluster(*inputs);
  register_archive(*inputs);
  register_compare(*inputs);
  register_allocations(*inputs);
  register_command(*inputs);
  benchmark::AddCustomContext("compiler", NUTGRAF_COMPILER);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace nutgraf::bench

int main(int argc, char** argv) {
  try {
    return nutgraf::bench::run(argc, argv);
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "nutgraf_bench: %s\n", exception.what());
    return 2;
  }
}

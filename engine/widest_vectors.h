// Runs a piece of code compiled for the widest vector instructions that this processor has, found at run time.
//
//   with_widest_vectors([&] { for (std::size_t i = 0; i < a.size(); ++i) sum[i] += a[i]; });
//
// The code says in which order it sums: more lanes at a time must not change a bit of the result.
#pragma once

namespace nutgraf {

#ifdef __x86_64__
template <class Code>
[[gnu::target("avx2"), gnu::flatten]] void run_with_avx2(const Code& code) {
  code();
}
#endif

template <class Code>
void with_widest_vectors(const Code& code) {
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx2") != 0) return run_with_avx2(code);
#endif
  code();
}

}  // namespace nutgraf

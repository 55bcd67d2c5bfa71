// NUTGRAF_WIDEST: compiles a function for several widths of vector registers, of which a call takes the widest that the
// processor has.
#pragma once

#ifdef __x86_64__
#define NUTGRAF_WIDEST __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define NUTGRAF_WIDEST
#endif

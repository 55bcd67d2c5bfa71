// Ctrl-C (and SIGTERM): the run stops reading, finishes what it has, and ends. A second one ends it at once.
#pragma once

namespace nutgraf::cli {

// From now on the first signal only sets a flag, and closes standard input so that no read waits on it.
void catch_interrupts();

// The signal that came; 0 if none has.
int interrupted();

// While it lives, threads that are started leave these signals to the others: so the reading thread is woken by them.
class BlockInterrupts {
 public:
  BlockInterrupts();
  ~BlockInterrupts();
  BlockInterrupts(const BlockInterrupts&) = delete;
  BlockInterrupts& operator=(const BlockInterrupts&) = delete;
};

}  // namespace nutgraf::cli

#include "interrupt.h"

#include <unistd.h>

#include <atomic>
#include <csignal>

namespace nutgraf::cli {
namespace {

// A signal handler has nothing but statics to tell anybody through.
std::atomic<int> received = 0;
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void on_signal(int signal) {
  received = signal;
  ::close(STDIN_FILENO);
}

sigset_t signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

}  // namespace

void catch_interrupts() {
  struct sigaction action{};
  action.sa_handler = on_signal;
  action.sa_mask = signals();
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // and no SA_RESTART: a read that waits is to come back
  for (const int signal : {SIGINT, SIGTERM}) {
    struct sigaction before{};
    // A shell starts background jobs with SIGINT ignored: so it stays.
    if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) {
      ::sigaction(signal, &action, nullptr);
    }
  }
}

int interrupted() { return received; }

BlockInterrupts::BlockInterrupts() {
  const sigset_t set = signals();
  ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

BlockInterrupts::~BlockInterrupts() {
  const sigset_t set = signals();
  ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace nutgraf::cli

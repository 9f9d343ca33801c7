#include "terminal_guard.h"
#include "terminal_run.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// Everything below is written by the main thread before the handler can need it and only read in
// the handler, except the flags, which the handler takes down by itself.

enum { byte_limit = 1024, stack_size = 64 * 1024, error_limit = 64 * 1024 };

// What ends a process that does not ask for it: faults of its own, and what others send.
static const int fatal_signals[] = {SIGSEGV, SIGBUS,  SIGILL,  SIGTRAP,   SIGABRT,
                                    SIGFPE,  SIGSYS,  SIGQUIT, SIGALRM,   SIGVTALRM,
                                    SIGPROF, SIGUSR1, SIGUSR2, SIGXCPU,   SIGXFSZ};
enum { fatal_count = sizeof fatal_signals / sizeof fatal_signals[0] };

static struct sigaction previous_actions[fatal_count];
static volatile sig_atomic_t installed = 0;
static volatile sig_atomic_t raised = 0;

static int terminal = -1;
static struct termios settings;
static char leave_bytes[byte_limit];
static size_t leave_count = 0;

static int held_errors = -1;
static int real_errors = -1;
static off_t errors_shown = 0;

static char alternate_stack[stack_size];

// A terminal that takes nothing (its output stopped, or its other end asleep) must not keep a
// dying process alive.
enum { patience = 200 };

// At once, not when the output has drained: that may be never.
void terminal_guard_restore_settings(void) {
  if (terminal >= 0) tcsetattr(terminal, TCSANOW, &settings);
}

void terminal_guard_release_errors(void) {
  if (held_errors < 0) return;
  int held = held_errors;
  held_errors = -1;
  dup2(real_errors, STDERR_FILENO);
  off_t end = lseek(held, 0, SEEK_END);
  if (end - errors_shown > error_limit) errors_shown = end - error_limit;
  char buffer[1024];
  ssize_t count;
  while ((count = pread(held, buffer, sizeof buffer, errors_shown)) > 0) {
    terminal_write(STDERR_FILENO, buffer, (size_t)count, patience);
    errors_shown += count;
  }
  close(held);
  close(real_errors);
  real_errors = -1;
  errors_shown = 0;
}

static void restore(void) {
  if (raised) {
    raised = 0;
    terminal_write(terminal, leave_bytes, leave_count, patience);
    terminal_guard_restore_settings();
  }
  terminal_guard_release_errors();
}

// Hands the signal on to whom it would have reached without us.
static void hand_on(int number, siginfo_t *info, void *context) {
  const struct sigaction *previous = NULL;
  for (int i = 0; i < fatal_count; i++)
    if (fatal_signals[i] == number) previous = &previous_actions[i];
  if (previous == NULL) return;
  sigaction(number, previous, NULL);
  if (previous->sa_flags & SA_SIGINFO) {
    previous->sa_sigaction(number, info, context);
  } else if (previous->sa_handler != SIG_DFL && previous->sa_handler != SIG_IGN) {
    previous->sa_handler(number);
  } else if (info == NULL || info->si_code <= 0) {
    // Somebody sent it: nothing would raise it a second time. It arrives on our return.
    raise(number);
  }
  // Otherwise the instruction that failed is run again, fails again, and now ends the process.
}

static void handle_fatal(int number, siginfo_t *info, void *context) {
  int saved = errno;
  restore();
  errno = saved;
  hand_on(number, info, context);
}

void terminal_guard_cover_thread(void) {
  static _Thread_local bool covered = false;
  if (covered) return;
  covered = true;
  stack_t current;
  if (sigaltstack(NULL, &current) != 0) return;
  if (!(current.ss_flags & SS_DISABLE)) return;  // The runtime has set up one of its own.
  stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
  sigaltstack(&stack, NULL);
}

int terminal_guard_install(int descriptor) {
  static bool registered = false;
  if (tcgetattr(descriptor, &settings) != 0) return errno;
  terminal = descriptor;
  if (installed) return 0;
  terminal_guard_cover_thread();
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = handle_fatal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigfillset(&action.sa_mask);
  for (int i = 0; i < fatal_count; i++) {
    struct sigaction *previous = &previous_actions[i];
    if (sigaction(fatal_signals[i], NULL, previous) != 0) return errno;
    // What is ignored ends nothing.
    if (!(previous->sa_flags & SA_SIGINFO) && previous->sa_handler == SIG_IGN) continue;
    if (sigaction(fatal_signals[i], &action, NULL) != 0) return errno;
  }
  installed = 1;
  if (!registered) registered = atexit(restore) == 0;
  return 0;
}

void terminal_guard_remove(void) {
  if (!installed) return;
  installed = 0;
  for (int i = 0; i < fatal_count; i++) {
    struct sigaction current;
    if (sigaction(fatal_signals[i], NULL, &current) == 0 && current.sa_flags & SA_SIGINFO &&
        current.sa_sigaction == handle_fatal)
      sigaction(fatal_signals[i], &previous_actions[i], NULL);
  }
}

bool terminal_guard_raise(const char *bytes, size_t count) {
  if (count > byte_limit) return false;
  raised = 0;
  memcpy(leave_bytes, bytes, count);
  leave_count = count;
  raised = 1;
  return true;
}

void terminal_guard_lower(void) { raised = 0; }

int terminal_guard_hold_errors(void) {
  if (held_errors >= 0 || !isatty(STDERR_FILENO)) return 0;
  char path[] = "/tmp/held-errors-XXXXXX";
  int held = mkstemp(path);
  if (held < 0) return errno;
  unlink(path);
  int real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (real < 0 || fcntl(held, F_SETFD, FD_CLOEXEC) != 0 ||
      fcntl(held, F_SETFL, O_APPEND) != 0 || dup2(held, STDERR_FILENO) < 0) {
    int failure = errno;
    close(held);
    if (real >= 0) close(real);
    return failure;
  }
  real_errors = real;
  held_errors = held;
  return 0;
}

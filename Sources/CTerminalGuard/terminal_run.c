#include "terminal_run.h"
#include "terminal_signals.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

void terminal_stop(bool group) {
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  pthread_sigmask(SIG_BLOCK, &stop, NULL);
  signal(SIGTSTP, SIG_DFL);
  // To this very thread, since another one that takes what is sent to the process may do so only
  // after we have gone on. It is pending when the group's arrives, so there is but one stop: being
  // continued takes away all stops that are pending.
  pthread_kill(pthread_self(), SIGTSTP);
  if (group) kill(0, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &stop, NULL);
  terminal_signals_catch(SIGTSTP);
}

bool terminal_is_foreground(int descriptor) { return tcgetpgrp(descriptor) == getpgrp(); }

bool terminal_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
    return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

bool terminal_has_input(int descriptor) {
  struct pollfd input = {.fd = descriptor, .events = POLLIN};
  return poll(&input, 1, 0) > 0;
}

void terminal_write(int descriptor, const char *bytes, size_t count, int patience) {
  while (count > 0) {
    struct pollfd room = {.fd = descriptor, .events = POLLOUT};
    int ready = poll(&room, 1, patience);
    if (ready == 0) return;
    ssize_t written = ready < 0 ? -1 : write(descriptor, bytes, count);
    if (written < 0 && errno != EINTR && errno != EAGAIN) return;
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
}

int terminal_run(char *const *arguments) {
  posix_spawnattr_t attributes;
  int failure = posix_spawnattr_init(&attributes);
  if (failure != 0) return -failure;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  sigdelset(&all, SIGKILL);
  sigdelset(&all, SIGSTOP);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  pid_t child = 0;
  failure = posix_spawnp(&child, arguments[0], NULL, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  if (failure != 0) return -failure;
  int status = 0;
  for (;;) {
    if (waitpid(child, &status, WUNTRACED) < 0) {
      if (errno != EINTR) return -errno;
    } else if (WIFSTOPPED(status)) {
      terminal_stop(false);
    } else {
      break;
    }
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

#include "terminal_signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

// Opened once by the main thread before the first handler is set, and never closed, since a
// handler may be running in any thread at any time.
static int ends[2] = {-1, -1};

int terminal_signals_open(void) {
  if (ends[0] >= 0) return ends[0];
  int opened[2];
  if (pipe(opened) != 0) return -errno;
  for (int i = 0; i < 2; i++) {
    fcntl(opened[i], F_SETFD, FD_CLOEXEC);
    fcntl(opened[i], F_SETFL, O_NONBLOCK);
  }
  ends[1] = opened[1];
  ends[0] = opened[0];
  return ends[0];
}

// A full pipe tells of so many signals already that one more is no news.
static void note(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t count = write(ends[1], &byte, 1);
  (void)count;
  errno = saved;
}

void terminal_signals_catch(int number) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  sigaction(number, &action, NULL);
}

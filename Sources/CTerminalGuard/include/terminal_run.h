// Processes that share the terminal with ours: stopping with them, and running them on it.
#ifndef TERMINAL_RUN_H
#define TERMINAL_RUN_H

#include <stdbool.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

// Stops the process, or its whole group, with SIGTSTP, as the terminal does for Ctrl-Z; returns
// when it is continued. Where nobody could continue it the system does not stop it. Afterwards
// SIGTSTP is caught as by `terminal_signals_catch`.
void terminal_stop(bool group);

// Whether this process's group is the one that the terminal listens to.
bool terminal_is_foreground(int descriptor);

// The columns and rows of a terminal, as far as it says; returns whether it does.
bool terminal_size(int descriptor, int *columns, int *rows);

// Whether reading would not wait: there is something, or nothing more will come.
bool terminal_has_input(int descriptor);

// Writes all bytes, waiting up to `patience` milliseconds (-1: for ever) whenever the terminal
// takes none; what it does not take then, or at all, is dropped. Async-signal-safe.
void terminal_write(int descriptor, const char *bytes, size_t count, int patience);

// Runs a program, found by $PATH, with this process's terminal, default signal handling and
// `arguments` (NULL-terminated, the program first), and waits for its end; when it is stopped,
// this process stops with it, so that the shell gets the terminal. Returns its exit status, 128
// and the signal that ended it, or minus an errno value if it could not be run.
int terminal_run(char *const *arguments);

#ifdef __cplusplus
}
#endif

#endif

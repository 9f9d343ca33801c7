// Gives the terminal back as it was, however the process ends.
//
// ncurses restores the terminal when it is asked to; a trap asks nobody. While the guard stands,
// a fatal signal writes the bytes that leave the screen, restores the line settings, and then
// goes where it would have gone: to the previous handler (such as the Swift runtime's
// backtracer) or to the default.
#ifndef TERMINAL_GUARD_H
#define TERMINAL_GUARD_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// Remembers the line settings of the terminal `descriptor`, installs the handlers for SIGSEGV,
// SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS and SIGQUIT, and one for `exit`. Nothing is
// restored before `terminal_guard_raise`. Returns 0, or an errno value.
int terminal_guard_install(int descriptor);

// Lets the handlers run on a stack of their own if the calling thread fails, so that they run
// also when it failed for want of stack. All threads so covered share that stack: cover those
// that run one after another, such as the main queue's, which changes threads on Linux.
void terminal_guard_cover_thread(void);

// Takes the handlers away again, unless somebody has replaced them meanwhile.
void terminal_guard_remove(void);

// Sets the bytes that leave our screen, at most 1024 of them, and starts guarding: from now on
// the end of the process restores the terminal. Returns whether the bytes fit.
bool terminal_guard_raise(const char *bytes, size_t count);

// Stops guarding: the terminal is already as it was.
void terminal_guard_lower(void);

// Restores the line settings that were found by `terminal_guard_install`. Async-signal-safe.
void terminal_guard_restore_settings(void);

// Holds back what is written to standard error, if that is a terminal, until
// `terminal_guard_release_errors` or the end of the process writes it there: a message on the
// screen would be overwritten or, worse, lost with it. Returns 0, or an errno value.
int terminal_guard_hold_errors(void);

// Writes what was held back to standard error and holds back no longer. Async-signal-safe.
void terminal_guard_release_errors(void);

#ifdef __cplusplus
}
#endif

#endif

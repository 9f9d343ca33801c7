// Signals as bytes of a pipe: whichever thread the system picks for a signal, it arrives.
//
// A Dispatch signal source on Linux reads from a descriptor what is blocked in every thread; but
// the first thread of a program under `dispatchMain` waits with nothing blocked, takes a signal
// now and then in its place, and the signal is lost.
#ifndef TERMINAL_SIGNALS_H
#define TERMINAL_SIGNALS_H

#ifdef __cplusplus
extern "C" {
#endif

// Opens the pipe, once, and returns its end to read from, which does not wait; or minus an errno
// value.
int terminal_signals_open(void);

// From now on the signal is a byte, its number, in the pipe, and nothing else. Programs that we
// run find it set back to its default. The pipe must be open.
void terminal_signals_catch(int number);

#ifdef __cplusplus
}
#endif

#endif

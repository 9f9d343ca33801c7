// ncurses as Swift can use it: Swift imports neither macros with casts (`stdscr`, `A_BOLD`), nor
// the mutable globals of a C library under strict concurrency, nor variadic functions. All of it
// belongs to the thread that called `newterm`.
#ifndef BATON_CNCURSES_H
#define BATON_CNCURSES_H

#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <term.h>

#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

// term.h names every capability with a macro; none of them may reach other headers or modules.
#undef lines
#undef columns
#undef tab
#undef bell
#undef newline

// MARK: The screen

// Makes ncurses write UTF-8, also where the environment names no such locale (a bare container, a
// connection that brought the name of a locale that is not installed). Returns whether it does.
static inline bool curses_use_utf8(void) {
  static const char *const names[] = {"", "C.UTF-8", "en_US.UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (setlocale(LC_CTYPE, names[i]) != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
      return true;
  return false;
}

static inline FILE *curses_stdout(void) { return stdout; }
static inline FILE *curses_stdin(void) { return stdin; }
static inline int curses_lines(void) { return LINES; }
static inline int curses_columns(void) { return COLS; }

// Keys are decoded from the bytes by InputDecoder, so ncurses never reads, and must not hold an
// update back because bytes wait to be read.
static inline void curses_prepare_screen(void) {
  typeahead(-1);
  keypad(stdscr, TRUE);
}

// The terminal's screen becomes ours, blank: frames are written past ncurses.
static inline void curses_take_screen(void) {
  clearok(curscr, TRUE);
  wnoutrefresh(stdscr);
  doupdate();
}

// The columns of a scalar by the system's tables, -1 for what it cannot show.
static inline int curses_scalar_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

// MARK: The terminal's description

// The loaded description, freed by `curses_unload`; NULL if the name is unknown or its
// description unusable. `newterm` loads its own.
static inline TERMINAL *curses_load(const char *name, int descriptor) {
  int status = 0;
  return setupterm(name, descriptor, &status) == OK ? cur_term : NULL;
}

static inline void curses_unload(TERMINAL *terminal) { del_curterm(terminal); }

static inline const char *curses_boolean_name(size_t index) { return boolnames[index]; }
static inline const char *curses_number_name(size_t index) { return numnames[index]; }
static inline const char *curses_string_name(size_t index) { return strnames[index]; }

// Whether the loaded description has a flag.
static inline bool curses_flag(const char *name) { return tigetflag((char *)name) == 1; }

// A number of the loaded description, or -1.
static inline int curses_number(const char *name) {
  int value = tigetnum((char *)name);
  return value < 0 ? -1 : value;
}

// A string of the loaded description, or NULL.
static inline const char *curses_string(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == (const char *)-1 ? NULL : value;
}

// A string of a description with numbers filled in, valid until the next call; NULL if it is none.
static inline const char *curses_fill(const char *string, int first, int second) {
  return tparm((char *)string, (long)first, (long)second, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
}

static inline size_t curses_length(const char *string) { return strlen(string); }

#endif

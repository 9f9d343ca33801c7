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
  idlok(stdscr, FALSE);
  idcok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  leaveok(stdscr, FALSE);
  keypad(stdscr, TRUE);
}

// The next doupdate writes every cell, whatever ncurses believes to be on the screen.
static inline void curses_forget_screen(void) { clearok(curscr, TRUE); }

// What ncurses believes to stand in one cell becomes something that no frame holds, so that the
// cell is written by the next update.
static inline void curses_forget_cell(int row, int column) {
  const wchar_t text[2] = {0xFFFD, 0};
  cchar_t cell;
  if (setcchar(&cell, text, A_INVIS | A_PROTECT, 0, NULL) == OK)
    mvwadd_wchnstr(curscr, row, column, &cell, 1);
}

static inline void curses_erase(void) { werase(stdscr); }

static inline void curses_place_cursor(int row, int column) { wmove(stdscr, row, column); }

static inline void curses_update(void) {
  wnoutrefresh(stdscr);
  doupdate();
}

// MARK: Cells

// One cell of text: a scalar and up to four marks over it, zero where there are no more.
static inline void curses_cell(
    cchar_t *cell, uint32_t base, uint32_t mark1, uint32_t mark2, uint32_t mark3, uint32_t mark4,
    attr_t attributes, int pair) {
  const wchar_t text[] = {
      (wchar_t)base, (wchar_t)mark1, (wchar_t)mark2, (wchar_t)mark3, (wchar_t)mark4, 0};
  if (setcchar(cell, text, attributes, 0, &pair) != OK) setcchar(cell, L" ", attributes, 0, &pair);
}

static inline void curses_put(int row, int column, const cchar_t *cells, int count) {
  mvwadd_wchnstr(stdscr, row, column, cells, count);
}

static inline int curses_scalar_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

static inline attr_t curses_bold(void) { return A_BOLD; }
static inline attr_t curses_dim(void) { return A_DIM; }
static inline attr_t curses_italic(void) { return A_ITALIC; }
static inline attr_t curses_underline(void) { return A_UNDERLINE; }
static inline attr_t curses_reverse(void) { return A_REVERSE; }
static inline attr_t curses_blink(void) { return A_BLINK; }

// MARK: Colours

static inline int curses_colors(void) { return COLORS; }
static inline int curses_pairs(void) { return COLOR_PAIRS; }

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

static inline size_t curses_length(const char *string) { return strlen(string); }

#endif

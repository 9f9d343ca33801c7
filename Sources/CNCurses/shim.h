#ifndef BATON_CNCURSES_H
#define BATON_CNCURSES_H
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#endif

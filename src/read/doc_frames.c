/*
 * Parts of a board, a canvas or a set of slides as headings: "Section:
 * Objective 1 - text", "FRAME "Objective 2: text"", "Slide 3 | O1: text".
 *
 * Such a word alone heads anything; where one line shows that it stands before
 * an objective, all lines that begin with it are headings.
 */
#include "doc_notation_p.h"

#include "attr.h"
#include "doc_line_p.h"
#include "mark_p.h"

enum { SHORTEST = 6 /* "tab: a" */, LONGEST = 300 };

/* Under their first letters. */
// clang-format off
static const char *const *const NAMES[256] = {
	['a'] = (const char *const[]){"abschnitt", "arkusz", NULL},
	['b'] = (const char *const[]){"bucket", "block", "branch", "box", "blatt", "blad", NULL},
	['c'] = (const char *const[]){"column", "cluster", "container", "card", "canvas", "columna", "colonne", "cadre", "colonna", "coluna", NULL},
	['f'] = (const char *const[]){"frame", "folder", "folie", "feuille", "foglio", NULL},
	['g'] = (const char *const[]){"group", "gruppe", "grupo", "groupe", "gruppo", "groep", "grupa", "grupp", NULL},
	['h'] = (const char *const[]){"hoja", NULL},
	['k'] = (const char *const[]){"kolom", "kolumna", "kolumn", NULL},
	['l'] = (const char *const[]){"lane", "list", NULL},
	['m'] = (const char *const[]){"marco", NULL},
	['n'] = (const char *const[]){"note", "node", NULL},
	['p'] = (const char *const[]){"page", "panel", NULL},
	['q'] = (const char *const[]){"quadro", NULL},
	['r'] = (const char *const[]){"rahmen", "riquadro", "ramka", NULL},
	['s'] = (const char *const[]){"section", "swimlane", "swim lane", "sticky", "sticky note", "sheet", "slide", "spalte", "seite", "secci\u00f3n", "sezione", "sectie", "sekcja", "sektion", "se\u00e7\u00e3o", NULL},
	['t'] = (const char *const[]){"tab", "toggle", "tile", NULL},
	['w'] = (const char *const[]){"worksheet", "widget", NULL},
	['z'] = (const char *const[]){"zone", NULL},
};
// clang-format on

/* Behind the name: a number, a sign that parts the two, quotes. */
static bool take_title(struct str *s)
{
	static const char *const SEPS[] = {
		": ", " - ", " \u2013 ", " \u2014 ", " | ", " > ", " "};
	static const char *const QUOTES[][2] = {{"\"", "\""}, {"'", "'"},
		{"\u201c", "\u201d"}, {"\u201e", "\u201c"},
		{"\u00ab", "\u00bb"}, {"[", "]"}};
	struct str t = *s;
	bool sep = false, quoted = false;
	long n;

	if (str_skip_char(&t, ' ') && !str_take_number(&t, 999, &n))
		t = *s;
	for (size_t i = 0; i < COUNT_OF(SEPS) && !sep; i++)
		sep = str_skip(&t, SEPS[i]);
	t = str_trim(t);
	for (size_t i = 0; i < COUNT_OF(QUOTES) && sep && !quoted; i++) {
		struct str in = t;

		quoted = str_skip(&in, QUOTES[i][0]) &&
			 str_ends(in, QUOTES[i][1]);
		if (quoted)
			t = str_trim(
				str_sub(in, 0, in.n - strlen(QUOTES[i][1])));
	}
	/* nothing but a blank, as in "List of shops", parts no title */
	if (!sep || !t.n ||
		(!quoted && str_is_space(s->p[0]) &&
			t.p == str_trim_left(*s).p))
		return false;
	*s = t;
	return true;
}

/* The title behind such a name, or nothing; which one it is. */
static struct str title_of(struct str line, const char **name)
{
	struct str s = str_trim(line), t;

	if (s.n > LONGEST || line_marker(s))
		return (struct str){NULL, 0};
	while (str_skip_char(&s, '#') || str_skip_char(&s, '=') ||
		str_skip_char(&s, '*') || str_skip_char(&s, ' '))
		;
	s = str_trim(str_trim_end(s, "=*"));
	*name = str_listed_start(s, NAMES[str_letter(s)]);
	if (!*name)
		return (struct str){NULL, 0};
	t = str_sub(s, strlen(*name), s.n);
	return take_title(&t) ? t : (struct str){NULL, 0};
}

/* The name that stands before an objective's mark, of those at the margin. */
static const char *find_name(struct str text)
{
	struct str line;
	bool fenced = false;

	while (str_take_line(&text, &line)) {
		const char *name;
		struct str t;

		fenced ^= line_fence(str_trim(line)) > 0;
		if (fenced || line.n < SHORTEST || str_is_space(line.p[0]))
			continue;
		t = title_of(line, &name);
		if (t.n && line_mark_kind(t) == MARK_OBJECTIVE)
			return name;
	}
	return NULL;
}

struct str frame_text(struct arena *a, struct str text)
{
	const char *found = find_name(text), *name;
	struct str line, t;
	struct buf b;

	if (!found)
		return text;
	buf_init(&b, text.n * 2 + 64);
	while (str_take_line(&text, &line)) {
		t = line.n && !str_is_space(line.p[0]) ? title_of(line, &name)
						       : STR("");
		if (t.n && name == found) {
			buf_adds(&b, "## ");
			buf_add(&b, t);
		} else {
			buf_add(&b, line);
		}
		buf_addc(&b, '\n');
	}
	text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}

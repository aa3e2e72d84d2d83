/*
 * "ObjectivePay on time" over "Key ResultLate bills from 40 to 9": pages of
 * which only the text was kept, and not that the label was a badge.
 *
 * A colon goes between where a page has an objective and a key result of that
 * look; prose has none.
 */
#include "doc_notation_p.h"

#include "attr.h"
#include "doc_line_p.h"
#include "mark_number_p.h"

enum glued { GLUED_NONE, GLUED_OBJECTIVE, GLUED_KEY_RESULT, GLUED_OTHER };

static const struct {
	const char *word;
	enum glued is;
} WORDS[] = {
	{"Objective", GLUED_OBJECTIVE},
	{"Key Result", GLUED_KEY_RESULT},
	{"Key result", GLUED_KEY_RESULT},
	{"Initiative", GLUED_OTHER},
	{"Task", GLUED_OTHER},
	{"Objetivo", GLUED_OBJECTIVE},
	{"Resultado clave", GLUED_KEY_RESULT},
	{"Resultado Clave", GLUED_KEY_RESULT},
	{"Resultado-chave", GLUED_KEY_RESULT},
	{"Resultado-Chave", GLUED_KEY_RESULT},
	{"Objectif", GLUED_OBJECTIVE},
	{"R\u00e9sultat cl\u00e9", GLUED_KEY_RESULT},
	{"Schl\u00fcsselergebnis", GLUED_KEY_RESULT},
	{"Iniciativa", GLUED_OTHER},
	{"Tarea", GLUED_OTHER},
};

/* "1" of "1: text", "2)": the label's own number. */
static bool is_number(struct str s)
{
	long n;

	return str_take_number(&s, 99, &n) &&
	       (!s.n || strchr(".:)", s.p[0]) != NULL);
}

/* The label a line begins with, if a text is glued to it; at: where that
 * begins. */
static enum glued glued_at(struct str line, size_t *at)
{
	struct str s = str_trim_left(line);

	s = str_trim_left(str_sub(s, line_marker(s), s.n));
	if (!s.n || !char_is_upper(s.p[0]))
		return GLUED_NONE;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (!str_skip(&s, WORDS[i].word))
			continue;
		*at = (size_t)(s.p - line.p);
		return s.n && !is_number(s) &&
				       (char_is_upper(s.p[0]) ||
					       strchr("0123456789<>$\xc3\xe2",
						       s.p[0]))
			       ? WORDS[i].is
			       : GLUED_NONE;
	}
	return GLUED_NONE;
}

struct str glued_labels(struct arena *a, struct str text)
{
	struct str line, rest = text;
	bool seen[GLUED_OTHER + 1] = {false};
	struct buf b;
	size_t at;

	while (str_take_line(&rest, &line)) {
		seen[glued_at(line, &at)] = true;
	}
	if (!seen[GLUED_OBJECTIVE] || !seen[GLUED_KEY_RESULT])
		return text;
	buf_init(&b, text.n * 2 + 1);
	while (str_take_line(&text, &line)) {
		at = 0;
		if (glued_at(line, &at) != GLUED_NONE) {
			buf_add(&b, str_sub(line, 0, at));
			buf_adds(&b, ": ");
			line = str_sub(line, at, line.n);
		}
		buf_add(&b, line);
		buf_addc(&b, '\n');
	}
	text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}

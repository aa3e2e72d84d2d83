/*
 * Check-ins in running text and in tables: where in a line the next key
 * result begins, what is said of one by its measure, the health behind a
 * value; and a table's row as the line it stands for.
 */
#include "checkin_line_p.h"

#include "attr.h"
#include "mark_p.h"
#include "rag_p.h"

enum { NAME_BYTES = 80, LOOK_BYTES = 400 };

static bool skip_word(struct str *s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct str rest = *s;

		if (!str_iskip(&rest, words[i]) ||
			(rest.n && str_is_alnum(rest.p[0])))
			continue;
		*s = rest;
		return true;
	}
	return false;
}

struct str line_behind_measure(const struct key_result *kr, struct str s)
{
	static const char *const LEADS[] = {"the", "our", "overall", "total"};
	static const char *const WORDS[] = {"is", "are", "was", "has", "have",
		"now", "currently", "stands", "stuck", "went", "up", "down",
		"to", "at", "reached", "hit", "dropped", "fell", "rose", "grew",
		"climbed", "improved", "increased", "decreased", "remains",
		"still", "still at", "came in", "closed", "ended", "finished",
		"of", "sits", "moved", "about", "around", "roughly"};
	struct str rest;

	str_skip_space(&s);
	while (skip_word(&s, LEADS, COUNT_OF(LEADS)))
		str_skip_space(&s);
	rest = s;
	if (strlen(kr->measure) < 4 || !str_iskip(&rest, kr->measure) ||
		!str_skip_space(&rest))
		return (struct str){NULL, 0};
	s = rest;
	while (skip_word(&rest, WORDS, COUNT_OF(WORDS)))
		str_skip_space(&rest);
	return rest.n < s.n ? rest : (struct str){NULL, 0};
}

static bool begins_turn(const struct objective *o, struct str s)
{
	struct str number, name, rest = s;

	if (line_take_kr(&rest, &number))
		return true;
	rest = str_sub(s, 0, NAME_BYTES);
	if (!o)
		return false;
	for (size_t i = 0; i < o->key_results.n; i++)
		if (line_behind_measure(&o->key_results.v[i], s).n)
			return true;
	return str_take_until(&rest, ':', &name) && rest.n &&
	       kr_find((struct objective *)o, (struct str){NULL, 0},
		       str_trim(name));
}

size_t line_next_turn(const struct objective *o, struct str line)
{
	static const char *const BREAKS[] = {
		", ", "; ", ". ", " | ", " and ", " / "};

	for (size_t i = 1; i < line.n && i < LOOK_BYTES; i++) {
		struct str rest = str_sub(line, i, line.n), after, number;

		for (size_t k = 0; k < COUNT_OF(BREAKS); k++) {
			after = rest;
			/* "Update: KR1 $14M" */
			if (str_skip(&after, ": ") &&
				line_take_kr(&after, &number))
				return i + 2;
			after = rest;
			if (str_skip(&after, BREAKS[k]) &&
				begins_turn(o, str_trim_left(after)))
				return i + strlen(BREAKS[k]);
		}
	}
	return line.n;
}

enum health line_health(struct str text)
{
	static const char SEPARATORS[] = " -(,;|\xe2";
	enum health worst = HEALTH_NONE, health;

	for (size_t i = 0; i < text.n && i < LOOK_BYTES; i++) {
		struct str rest = str_sub(text, i, text.n);
		bool sign =
			(unsigned char)rest.p[0] >= 0x80 || rest.p[0] == ':';

		if ((!sign && (!i || !strchr(SEPARATORS, text.p[i - 1]))) ||
			!rag_take(&rest, &health))
			continue;
		/* words must end the text, or a part of it */
		rest = str_trim(rest);
		if (!sign && rest.n && !strchr(")-,;.!|", rest.p[0]) &&
			!str_starts(rest, "\xe2\x80"))
			continue;
		worst = health > worst ? health : worst;
	}
	return worst;
}

/* The cells of "| a | b |". */
static size_t cells(struct str line, struct str *cell, size_t most)
{
	size_t n = 0;

	line = str_trim(line);
	str_skip_char(&line, '|');
	if (str_ends(line, "|"))
		line.n--;
	while (n < most && str_take_until(&line, '|', &cell[n])) {
		cell[n] = line_bare(cell[n]);
		while (cell[n].n && str_ends(cell[n], "*"))
			cell[n].n--;
		n++;
	}
	return n;
}

static bool is_rule(struct str line)
{
	for (size_t i = 0; i < line.n; i++)
		if (!strchr("|-: \t", line.p[i]))
			return false;
	return true;
}

static struct str at(const struct str *cell, size_t n, int column)
{
	return column >= 0 && (size_t)column < n ? cell[column]
						 : (struct str){NULL, 0};
}

struct str checkin_row(
	struct arena *a, struct checkin_columns *c, struct str line)
{
	struct str cell[CHECKIN_CELLS], name, number;
	size_t n = cells(line, cell, CHECKIN_CELLS);
	bool named;

	if (is_rule(line))
		return (struct str){NULL, 0};
	if (!c->open) {
		*c = (struct checkin_columns){true, 0, -1, -1};
		for (size_t i = 0; i < n; i++) {
			enum field f = vocab_column(cell[i]);

			if ((f == FIELD_CURRENT || str_iis(cell[i], "value")) &&
				c->value < 0)
				c->value = (int)i;
			else if (f == FIELD_STATUS && c->status < 0)
				c->status = (int)i;
			else if (f == FIELD_KEY_RESULT)
				c->name = (int)i;
		}
		return (struct str){NULL, 0};
	}
	name = number = at(cell, n, c->name);
	named = name.n && !str_is_digit(name.p[0]);
	if (!name.n || (c->value < 0 && c->status < 0))
		return (struct str){NULL, 0};
	return str_of(arena_printf(a, "%s%.*s: %.*s %.*s", named ? "" : "KR",
		STR_ARG(name), STR_ARG(at(cell, n, c->status)),
		STR_ARG(at(cell, n, c->value))));
}

bool line_take_item(struct str *s, struct str *number)
{
	struct str rest = *s;

	if (!line_take_ordinal(&rest, number) ||
		(!str_skip(&rest, ". ") && !str_skip(&rest, ") ")))
		return false;
	*s = str_trim(rest);
	return true;
}

bool line_opens_report(struct str line)
{
	line = line_bare(line);
	return str_istarts(line, "OKR") || str_istarts(line, "Objective") ||
	       line_health(line) != HEALTH_NONE;
}

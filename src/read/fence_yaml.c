/*
 * Objectives that somebody wrote as YAML, JSON or TOML: the same lines as
 * markdown has them, so that the walk reads both.  What a name means depends
 * on where it stands: a title is an objective's in the list of those, and a
 * key result's below it.
 */
#include "fence_p.h"

#include "attr.h"
#include "buf.h"
#include "doc_line_p.h"
#include "talk_p.h"

static bool is_any(struct str s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_iis(s, words[i]))
			return true;
	}
	return false;
}

static bool is_key_results(struct str name)
{
	static const char *const WORDS[] = {"key results", "krs", "keyresults",
		"kr", "results", "key result", "measures", "resultados clave",
		"resultados chave", "schl\u00fcsselergebnisse", "ergebnisse"};

	return is_any(name, WORDS, COUNT_OF(WORDS));
}

static bool is_objectives(struct str name)
{
	static const char *const WORDS[] = {"objectives", "okrs", "okr",
		"goals", "objective", "ziele", "objetivos", "objectifs"};

	return is_any(name, WORDS, COUNT_OF(WORDS));
}

static bool is_text(struct str name)
{
	static const char *const WORDS[] = {"kr", "key result", "title", "name",
		"text", "description", "result", "statement", "what", "metric",
		"summary"};

	return is_any(name, WORDS, COUNT_OF(WORDS));
}

static bool is_period(struct str name)
{
	static const char *const WORDS[] = {"period", "quarter", "cycle",
		"year", "timeframe", "quartal", "zyklus", "half", "season",
		"date", "due", "start", "end"};

	return is_any(name, WORDS, COUNT_OF(WORDS));
}

static struct mark mark_of(struct str name)
{
	enum { LONGEST = 24 };
	static const unsigned char PLAIN[LONGEST] = {0};

	return mark_read(str_sub(name, 0, LONGEST), PLAIN, 0);
}

/* "O1", "KR2" and no more? */
static bool is_number(struct str name, enum mark_kind kind)
{
	struct mark mark = mark_of(name);

	return name.n && mark.kind == kind && mark.numbered &&
	       mark.rest >= name.n;
}

static bool is_objective(const struct yaml *y, const struct yaml_pair *e)
{
	static const char *const WORDS[] = {
		"title", "name", "text", "statement", "description", "summary"};
	bool inside = y->listed && e->indent > y->list;

	return str_iis(e->name, "objective") ||
	       is_number(e->name, MARK_OBJECTIVE) ||
	       (!y->titled && inside &&
		       is_any(e->name, WORDS, COUNT_OF(WORDS)));
}

static struct str none(void)
{
	return STR("");
}

/* "<title>", "...": nothing yet? */
static void note_text(struct yaml *y, struct str text)
{
	y->blank = y->blank || talk_is_blank(text) || str_starts(text, "<") ||
		   str_starts(text, "...");
}

/* The rest of what stands in braces, each in a line of its item's text. */
static struct str with_more(
	struct arena *a, struct yaml *y, struct str line, struct str more)
{
	struct yaml_pair pair = {.indent = 0};
	struct buf b;

	buf_init(&b, line.n + more.n * 8 + 8);
	buf_add(&b, line);
	while (yaml_pair_take(a, &more, &pair)) {
		if (!pair.value.n || vocab_field(pair.name) == FIELD_NONE)
			continue;
		y->counted += str_has_digit(pair.value);
		buf_adds(&b, "<br>");
		buf_add(&b, pair.name);
		buf_adds(&b, ": ");
		buf_add(&b, pair.value);
	}
	line = arena_str(a, buf_str(&b));
	buf_release(&b);
	return line;
}

/* "KR1" of "KR1", "KR 1.2" of "1.2", "KR" of anything else. */
static struct str label_of(struct arena *a, struct str number)
{
	if (number.n && str_is_digit(number.p[0]) && str_words(number) == 1)
		return str_of(arena_printf(a, "KR %.*s", STR_ARG(number)));
	return is_number(number, MARK_KEY_RESULT) ? number : STR("KR");
}

static struct str begin_key_result(
	struct arena *a, struct yaml *y, const struct yaml_pair *e)
{
	struct str label = label_of(a, y->number);

	y->told = true;
	y->number = none();
	y->krs++;
	y->counted += str_has_digit(e->value);
	note_text(y, e->value);
	return with_more(a, y,
		str_of(arena_printf(
			a, "- %.*s: %.*s", STR_ARG(label), STR_ARG(e->value))),
		e->more);
}

static struct str key_result_line(
	struct arena *a, struct yaml *y, struct yaml_pair *e)
{
	if (e->item)
		y->told = false;
	while (str_iis(e->name, "id") || is_number(e->name, MARK_KEY_RESULT)) {
		bool id = str_iis(e->name, "id");

		y->told = false;
		y->number = id ? e->value : e->name;
		e->name = none();
		if (e->more.n && !yaml_pair_take(a, &e->more, e))
			return none();
		if (id && !e->more.n)
			return none();
	}
	if (!e->value.n)
		return none();
	if (!y->told && (!e->name.n || is_text(e->name)))
		return begin_key_result(a, y, e);
	if (!y->told || !e->name.n || vocab_field(e->name) == FIELD_NONE)
		return none();
	y->counted += str_has_digit(e->value);
	return str_of(arena_printf(
		a, "  - %.*s: %.*s", STR_ARG(e->name), STR_ARG(e->value)));
}

/* A name that has others below it: "objectives:", "O1:", "key_results:". */
static struct str opening(struct yaml *y, const struct yaml_pair *e)
{
	bool again = y->again;

	y->within = y->again = is_key_results(e->name);
	y->indent = e->indent;
	y->told = false;
	y->number = none();
	if (y->within) /* of TOML, each of them has it above */
		return again ? none() : STR("Key Results:");
	if (is_objectives(e->name)) {
		y->listed = true;
		y->list = e->indent;
	}
	if (is_number(e->name, MARK_OBJECTIVE) || is_objectives(e->name))
		y->titled = false;
	return none();
}

bool yaml_is_line(struct arena *a, struct str line)
{
	struct yaml y = {.objectives = 0};
	struct yaml_pair e;
	struct str s = str_trim(line);

	if (str_starts(s, "##") || line_fence(s))
		return false;
	return !s.n || strchr("#{}[]", s.p[0]) || str_starts(s, "---") ||
	       yaml_pair_read(a, &y, line, &e);
}

bool yaml_opens(struct arena *a, struct str line, bool key_results)
{
	struct yaml y = {.objectives = 0};
	struct yaml_pair e;

	line = str_trim_right(line);
	return line.n && strchr(":[{", line.p[line.n - 1]) &&
	       yaml_pair_read(a, &y, line, &e) && e.name.n && !e.value.n &&
	       (key_results ? is_key_results(e.name) : is_objectives(e.name));
}

bool yaml_titles(struct arena *a, struct str line)
{
	struct yaml y = {.objectives = 0};
	struct yaml_pair e;

	return yaml_pair_read(a, &y, line, &e) && e.value.n &&
	       (str_iis(e.name, "objective") ||
		       is_number(e.name, MARK_OBJECTIVE));
}

/* "team: library" above the first of them: said of all. */
static bool is_of_all(const struct yaml *y, const struct yaml_pair *e)
{
	enum field field = vocab_field(e->name);

	return !y->objectives && !y->listed && !e->item &&
	       (field == FIELD_OWNER || field == FIELD_TEAM ||
		       field == FIELD_PERIOD);
}

struct str yaml_line(struct arena *a, struct yaml *y, struct str line)
{
	struct yaml_pair e;
	bool kr;

	if (!yaml_pair_read(a, y, line, &e))
		return none();
	kr = is_number(e.name, MARK_KEY_RESULT);
	if (y->within && (e.indent > y->indent || (e.item && !e.name.n)))
		return key_result_line(a, y, &e);
	if (kr && y->titled) { /* no "key_results" above it */
		y->within = true;
		y->indent = e.indent ? e.indent - 1 : 0;
		return key_result_line(a, y, &e);
	}
	if ((y->within && (e.item || e.indent < y->indent)) ||
		(!y->within && e.item))
		y->titled = false;
	y->within = false;
	if (y->listed && !e.item && e.indent < y->list)
		y->listed = false;
	if (!e.value.n && e.name.n)
		return opening(y, &e);
	if (!e.name.n)
		return none();
	if (is_objective(y, &e)) {
		y->titled = true;
		y->again = false;
		y->objectives++;
		note_text(y, e.value);
		return str_of(arena_printf(
			a, "**Objective: %.*s**", STR_ARG(e.value)));
	}
	y->dated = y->dated || (is_period(e.name) && str_has_digit(e.value));
	if ((!y->titled || vocab_field(e.name) == FIELD_NONE) &&
		!is_of_all(y, &e))
		return none();
	return str_of(arena_printf(
		a, "%.*s: %.*s", STR_ARG(e.name), STR_ARG(e.value)));
}

/*
 * Objectives that somebody wrote as YAML between fences: the same lines as
 * markdown has them, so that the walk reads both.  No YAML in full: names and
 * texts in a line each, lists by their dashes, nesting by indents.
 */
#include "fence_p.h"

#include "attr.h"
#include "buf.h"

/* One line: "  - name: value". */
struct entry {
	size_t indent;
	bool item;
	struct str name, value; /* name: empty for "- value" */
};

static struct str unquoted(struct str s)
{
	size_t hash = str_find(s, STR(" #"));

	s = str_trim(s);
	if (s.n > 1 && strchr("\"'", s.p[0])) {
		size_t end = str_rfind_char(s, s.p[0]);

		return str_sub(s, 1, end ? end : s.n);
	}
	return hash == STR_NONE ? s : str_trim(str_sub(s, 0, hash));
}

/* "key_results" as "key results" */
static struct str spaced(struct arena *a, struct str s)
{
	struct buf b;

	buf_init(&b, s.n + 1);
	for (size_t i = 0; i < s.n; i++)
		buf_addc(&b, strchr("_-", s.p[i]) ? ' ' : s.p[i]);
	s = arena_str(a, buf_str(&b));
	buf_release(&b);
	return s;
}

static bool parse(struct arena *a, struct str line, struct entry *e)
{
	size_t colon;
	struct str s = line;

	*e = (struct entry){.indent = 0};
	while (str_skip_char(&s, ' '))
		e->indent++;
	s = str_trim_right(s);
	if (!s.n || s.p[0] == '#' || str_starts(s, "---"))
		return false;
	while (str_skip(&s, "- ")) {
		e->item = true;
		e->indent += 2;
		s = str_trim_left(s);
	}
	colon = str_find_char(s, ':');
	if (!strchr("\"'", s.p[0]) && colon != STR_NONE && colon &&
		(colon + 1 == s.n || s.p[colon + 1] == ' ') &&
		str_find_char(str_sub(s, 0, colon), ' ') == STR_NONE) {
		e->name = spaced(a, str_sub(s, 0, colon));
		s = str_sub(s, colon + 1, s.n);
	}
	e->value = unquoted(s);
	if (str_is(e->value, "|") || str_is(e->value, ">") ||
		str_is(e->value, "~") || str_iis(e->value, "null"))
		e->value = STR("");
	return e->name.n || e->item;
}

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
	static const char *const WORDS[] = {
		"key results", "krs", "keyresults", "kr", "results"};

	return is_any(name, WORDS, COUNT_OF(WORDS));
}

static bool is_text(struct str name)
{
	static const char *const WORDS[] = {"kr", "key result", "title", "name",
		"text", "description", "result", "statement", "what", "metric"};

	return is_any(name, WORDS, COUNT_OF(WORDS));
}

static bool is_objective(const struct yaml *y, struct str name)
{
	return str_iis(name, "objective") ||
	       (!y->titled &&
		       (str_iis(name, "title") || str_iis(name, "name")));
}

static struct str none(void)
{
	return STR("");
}

static struct str key_result_line(
	struct arena *a, struct yaml *y, const struct entry *e)
{
	if (e->item)
		y->told = false;
	if (str_iis(e->name, "id")) {
		y->number = e->value;
		return none();
	}
	if (!y->told && (!e->name.n || is_text(e->name)) && e->value.n) {
		struct str number = y->number;

		y->told = true;
		y->number = none();
		y->krs++;
		return str_of(arena_printf(a, "- %.*s%s%.*s", STR_ARG(number),
			number.n ? ": " : "KR: ", STR_ARG(e->value)));
	}
	if (!y->told || !e->value.n || !e->name.n ||
		vocab_field(e->name) == FIELD_NONE)
		return none();
	return str_of(arena_printf(
		a, "  - %.*s: %.*s", STR_ARG(e->name), STR_ARG(e->value)));
}

struct str yaml_line(struct arena *a, struct yaml *y, struct str line)
{
	struct entry e;

	if (!parse(a, line, &e))
		return none();
	if (y->within && (e.indent > y->indent || (e.item && !e.name.n)))
		return key_result_line(a, y, &e);
	if (y->within && (e.item || e.indent < y->indent))
		y->titled = false;
	if (!y->within && e.item)
		y->titled = false;
	y->within = is_key_results(e.name) && !e.value.n;
	y->indent = e.indent;
	if (y->within)
		return STR("Key Results:");
	if (!e.value.n || !e.name.n)
		return none();
	if (is_objective(y, e.name)) {
		y->titled = true;
		y->objectives++;
		return str_of(arena_printf(
			a, "**Objective: %.*s**", STR_ARG(e.value)));
	}
	if (!y->titled || vocab_field(e.name) == FIELD_NONE)
		return none();
	return str_of(arena_printf(
		a, "%.*s: %.*s", STR_ARG(e.name), STR_ARG(e.value)));
}

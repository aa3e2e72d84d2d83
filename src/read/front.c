/*
 * Front matter, as far as it is simple "key: value" lines.
 */
#include "reader_p.h"

#include "attr.h"
#include "title_p.h"

/* The value of a line: without quotes, empty for lists and blocks. */
static struct str value_of(struct str s)
{
	s = str_trim(s);
	if (s.n >= 2 && (s.p[0] == '"' || s.p[0] == '\'') &&
		s.p[s.n - 1] == s.p[0])
		return str_sub(s, 1, s.n - 1);
	if (s.n && strchr("[{|>&*!", s.p[0]))
		return STR("");
	return s;
}

static bool take_pair(struct str *front, struct str *key, struct str *value)
{
	struct str line;
	size_t n;

	while (str_take_line(front, &line)) {
		for (n = 0; n < line.n && line.p[n] != ':' && line.p[n] != '=';
			n++)
			;
		if (!n || n == line.n || str_is_space(line.p[0]) ||
			line.p[0] == '#' || line.p[0] == '-')
			continue;
		*key = str_trim(str_sub(line, 0, n));
		*value = value_of(str_sub(line, n + 1, line.n));
		return true;
	}
	return false;
}

static bool is_one_of(struct str key, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_iis(key, names[i]))
			return true;
	}
	return false;
}

/* Lines from one place of the front matter to a later one. */
static int lines_to(const char *from, const char *to)
{
	int n = 0;

	while (from < to)
		n += *from++ == '\n';
	return n;
}

struct front read_front(struct reader *r, const struct clean *clean)
{
	static const char *const PERIODS[] = {"period", "quarter", "cycle",
		"okr_period", "timeframe", "fiscal_quarter"};
	static const char *const TEAMS[] = {"team", "department", "group",
		"squad", "tribe", "guild", "unit", "chapter"};
	struct front f = {.title = "",
		.owner = "",
		.team = "",
		.level = LEVEL_NONE,
		.period = {.name = ""}};
	struct str rest = clean->front, key, value, name;
	const char *at = rest.p;
	int line = clean->front_line;

	while (take_pair(&rest, &key, &value)) {
		bool known = true;

		line += lines_to(at, key.p);
		at = key.p;
		if (!value.n)
			continue;
		if (str_iis(key, "title"))
			f.title = arena_text(r->a, value);
		else if (str_iis(key, "owner") || str_iis(key, "dri"))
			f.owner = arena_text(r->a, value);
		else if (is_one_of(key, TEAMS, COUNT_OF(TEAMS)))
			f.team = arena_text(r->a, value);
		else if (str_iis(key, "level"))
			f.level = vocab_level(value, &name);
		else if (!is_one_of(key, PERIODS, COUNT_OF(PERIODS)))
			known = false;
		else if (!period_parse(
				 r->a, value, r->o->fiscal_start, &f.period))
			f.period = (struct period){.name = ""};
		if (known)
			read_explain_field(
				r, line, arena_text(r->a, key), value);
		else
			read_explain(
				r, line, "left alone", arena_text(r->a, key));
	}
	if (!f.period.name[0] && !title_period(r->a, str_of(f.title),
					 r->o->fiscal_start, &f.period))
		f.period = (struct period){.name = ""};
	return f;
}

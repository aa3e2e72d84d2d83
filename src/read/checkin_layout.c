/*
 * The lines of a comment, without their markup: titles with a day, lists in
 * the order of the key results, parts with a heading, and text.
 */
#include "checkin_walk_p.h"

#include "plain.h"
#include "verdict_p.h"

void walk_bare(struct line *line)
{
	struct str rest = str_trim_right(line->text), number;
	long n;

	while (rest.n && str_is_space(rest.p[0])) {
		line->indent += rest.p[0] == '\t' ? 4 : 1;
		rest = str_sub(rest, 1, rest.n);
	}
	for (;;) {
		number = rest;
		if (str_skip_char(&rest, '#')) {
			line->heading = true;
			while (str_skip_char(&rest, '#'))
				continue;
		} else if (str_skip(&rest, "- ") || str_skip(&rest, "* ") ||
			   str_skip(&rest, "+ ")) {
			line->item = true;
		} else if (str_skip(&rest, "[ ]")) {
			line->item = true;
		} else if (str_iskip(&rest, "[x]")) {
			line->ticked = true;
		} else if (str_take_number(&number, 999, &n) &&
			   (str_skip(&number, ". ") ||
				   str_skip(&number, ") "))) {
			rest = number;
			line->item = line->ordered = true;
		} else {
			break;
		}
		str_skip_space(&rest);
	}
	line->text = rest;
}

/* "**Blockers**" is a heading as well. */
static bool is_emphasis(struct str s)
{
	s = str_trim(s);
	if (str_ends(s, ":"))
		s.n--;
	return s.n > 4 && str_starts(s, "**") && str_ends(s, "**") &&
	       str_find(str_sub(s, 2, s.n - 2), STR("**")) == STR_NONE;
}

/* "OKR: Accelerate ...", "Objective 2: ..." turn to that objective. */
static bool take_objective(struct walk *w, const struct line *from)
{
	struct str line = from->text, number = {NULL, 0}, title;
	long n;

	if (!str_iskip(&line, "Objective") && !str_iskip(&line, "OKR"))
		return false;
	str_skip_blank(&line);
	number = line;
	if (str_take_number(&line, 999, &n))
		number = str_sub(number, 0, number.n - line.n);
	else
		number.n = 0;
	str_skip_blank(&line);
	if (!str_skip_char(&line, ':') && !(number.n && !line.n))
		return false;
	title = str_trim(line);
	w->kr = w->scope->only;
	for (size_t i = 0; i < w->scope->n_objectives; i++) {
		struct objective *o = &w->scope->objectives[i];

		if ((title.n && str_iis(title, o->title)) ||
			(title.n > 5 && str_ifind(str_of(o->title), title) !=
						STR_NONE) ||
			(number.n && str_eq(name_digits(o->number), number))) {
			w->o = o;
			return true;
		}
	}
	/* "Objective: green" */
	return !title.n || w->scope->n_objectives > 1;
}

/* "Check-in 2025-02-01", "Update 12 March: ...": the day of all below. */
struct title {
	struct date day;
	bool said; /* a word tells that it is one */
};

static bool find_title(struct str *text, struct date note, struct title *title)
{
	static const char *const WORDS[] = {"weekly", "monthly", "bi-weekly",
		"biweekly", "okr", "kr", "status", "update", "check-in",
		"check in", "checkin", "report", "week of", "week ending",
		"as of", "as at", "for", "on", "the", "progress", "stand",
		"stand:", "wochenbericht", "bericht", "vom", "am", "au",
		"point", "hebdo", "hebdomadaire", "mensuel", "semanal",
		"mensual", "w\u00f6chentlich", "wochenupdate", "summary",
		"latest", "figures", "metrics", "kpis", "data", "review",
		"numbers", "du", "mise \u00e0 jour", "actualizaci\u00f3n",
		"del", "al", "estado", "atualiza\u00e7\u00e3o", "em", "de"};
	struct str rest = *text;

	title->said = false;
	for (bool more = true; more && rest.n;) {
		more = false;
		while (rest.n && strchr(" (:,-[", rest.p[0]))
			rest = str_sub(rest, 1, rest.n);
		if (day_take(&rest, note, &title->day)) {
			while (rest.n && strchr(" )]:,-", rest.p[0]))
				rest = str_sub(rest, 1, rest.n);
			*text = rest;
			return true;
		}
		for (size_t i = 0; i < COUNT_OF(WORDS) && !more; i++) {
			struct str after = rest;

			if (!str_iskip(&after, WORDS[i]) ||
				(after.n && str_is_alnum(after.p[0])))
				continue;
			rest = after;
			more = title->said = true;
		}
	}
	return false;
}

/* Is the text no more than a title? */
static bool take_title(struct walk *w, struct str *text)
{
	struct title title;

	if (!find_title(text, w->note->day, &title))
		return false;
	if (title.said || !text->n)
		w->date = title.day;
	else
		w->line_date = title.day;
	return !text->n;
}

/* "done", "not started", "\u274c missed", a light, and no more; "no" may
 * answer anything */
static bool is_result(struct str text)
{
	static const char *const MISSED[] = {"missed", "failed", "not achieved",
		"not reached", "not met", "verfehlt", "nicht erreicht",
		"rat\u00e9", "manqu\u00e9", "non atteint", "no alcanzado",
		"no cumplido", "n\u00e3o atingido", "non raggiunto",
		"niet gehaald"};
	static const char *const LIGHTS[] = {"\u274c", "\U0001f534",
		":x:", ":red_circle:", "\U0001f7e1", "\U0001f7e0",
		":yellow_circle:", ":orange_circle:", "\U0001f7e2",
		":green_circle:"};
	enum { SHORT = 16 };
	struct verdict v;

	for (size_t i = 0; i < COUNT_OF(LIGHTS); i++) {
		if (!str_skip(&text, LIGHTS[i]))
			continue;
		str_skip_space(&text);
		if (!text.n)
			return true;
	}
	v = verdict_of(text);
	if (v.kind == RESULT_MISSED || v.kind == RESULT_PERCENT)
		return word_is_one(text, MISSED, COUNT_OF(MISSED));
	return text.n <= SHORT && v.known && v.exact && v.kind != RESULT_NOTE;
}

/* The "134 customers" of "Migrated 134 customers". */
static struct str behind_deed(const struct key_result *kr, struct str s)
{
	size_t n = str_find_char(s, ' ');

	if (n == STR_NONE || n + 1 >= s.n || !str_is_digit(s.p[n + 1]) ||
		!names_is_done_verb(kr, str_sub(s, 0, n)))
		return s;
	return str_sub(s, n + 1, s.n);
}

/* "#2: 5 teams", "2. 45 %", "3: done": a list in the order of the key results.
 */
static bool take_item(struct walk *w, struct str line)
{
	struct str rest = line, number;
	struct key_result *kr;
	bool hash = str_skip_char(&rest, '#'), sure;
	size_t n = 0;

	while (n < rest.n && (str_is_digit(rest.p[n]) ||
				     (n && rest.p[n] == '.' && n + 1 < rest.n &&
					     str_is_digit(rest.p[n + 1]))))
		n++;
	number = str_sub(rest, 0, n);
	rest = str_sub(rest, n, rest.n);
	sure = hash && (str_skip_char(&rest, ':') || str_skip(&rest, " -"));
	if (!n || (!sure && !str_skip(&rest, ". ") && !str_skip(&rest, ") ") &&
			  !str_skip(&rest, ": ") && !str_skip(&rest, " - ") &&
			  !str_skip(&rest, " \u2013 ") &&
			  !(hash && str_skip_char(&rest, ' '))))
		return false;
	kr = walk_numbered(w, number);
	if (!kr)
		return false;
	rest = behind_deed(kr, str_trim(rest));
	sure |= walk_is_value(w, kr, rest) || is_result(rest);
	return sure && walk_told(w, kr, str_trim(rest));
}

/* Inside a part such as "## Blockers" or "## Next steps". */
static bool take_section(struct walk *w, const struct line *line)
{
	/* "Current state:" */
	if (line->heading || (!line->item && str_ends(line->text, ":")))
		w->section = REMARK_NONE;
	if (w->section == REMARK_NONE || w->section == REMARK_TALK)
		return false;
	if (w->section == REMARK_ASIDE)
		return line->item || !line->blank_before || !w->kr_heading;
	if (remark_is_text(w->section)) {
		if (line->blank_before && !line->item)
			return false;
		walk_note_remark(w, w->section, line->text);
		return true;
	}
	walk_note_remark(w, w->section, line->text);
	w->section = REMARK_NONE;
	return true;
}

/* "KR3 as of 2025-03-10: 91", "91 (10 March)": the day goes. */
static void take_day(struct walk *w, struct line *line)
{
	static const char *const LEADS[] = {
		" as of ", " as at ", "(as of ", " stand ", "(stand ", "("};
	struct str text = line->text;

	for (size_t i = 0; i < COUNT_OF(LEADS); i++) {
		size_t at = str_ifind(text, str_of(LEADS[i]));
		struct str rest;
		struct date day;

		if (at == STR_NONE)
			continue;
		rest = str_sub(text, at + strlen(LEADS[i]), text.n);
		if (!day_take(&rest, w->note->day, &day) ||
			(LEADS[i][0] == '(' && !str_skip_char(&rest, ')')))
			continue;
		w->line_date = day;
		line->text = str_of(arena_printf(w->a, "%.*s%.*s",
			STR_ARG(str_sub(text, 0, at)), STR_ARG(rest)));
		return;
	}
}

/* "@ops please order the switch", below what was reported */
static bool take_request(struct walk *w, const struct line *line)
{
	static const char *const WORDS[] = {"please", "could you", "can you",
		"would you", "pls ", "bitte", "k\u00f6nnt ihr", "kannst du",
		"peux-tu", "pouvez-vous", "merci de", "por favor", "puedes",
		"pod\u00e9is", "podes", "potresti", "per favore", "kun je",
		"kunnen jullie"};

	if (!w->hit || line->text.n < 2 || line->text.p[0] != '@' ||
		!text_has_one(line->text, WORDS, COUNT_OF(WORDS)))
		return false;
	walk_note_remark(w, REMARK_ASK, line->text);
	return true;
}

static bool take_text(struct walk *w, const struct line *line)
{
	walk_text(w, line);
	return true;
}

static void take_part(struct walk *w, struct line *line)
{
	/* what a part of a line may be: the first that takes it has it */
	static bool (*const RULES[])(struct walk *, const struct line *) = {
		take_objective, /* "OKR: Accelerate ..." */
		walk_remark,    /* "Blocker: ...", "## Next steps" */
		take_request,   /* "@ops please ..." */
		take_section,   /* it stands below such a heading */
		take_text,      /* all else */
	};

	take_day(w, line);
	for (size_t i = 0; i < COUNT_OF(RULES); i++)
		if (RULES[i](w, line))
			return;
}

/* "Blocked on KR4" */
static bool has_remark(struct str label)
{
	static const char *const LINKS[] = {" on KR", " for KR", " (KR"};

	for (size_t i = 0; i < COUNT_OF(LINKS); i++) {
		size_t at = str_ifind(label, str_of(LINKS[i]));

		if (at != STR_NONE &&
			remark_is_text(remark_of(str_sub(label, 0, at))))
			return true;
	}
	return false;
}

/* Where ". Blocker: ...", " | Status: ..." or ". Week of 17 March: ..." begins
 * in a line. */
static size_t next_label(const struct walk *w, struct str s)
{
	enum { FAR = 40 };

	for (size_t i = 1; i + 2 < s.n; i++) {
		struct str rest, label;
		struct title title;

		if (s.p[i] != ' ' || !strchr(".;,|/-)", s.p[i - 1]))
			continue;
		rest = str_sub(s, i + 1, i + FAR);
		if (str_take_until(&rest, ':', &label) && rest.p &&
			label.n + 1 < FAR && str_find_char(label, ' ') != 0 &&
			label.p + label.n < s.p + s.n &&
			(remark_of(label) != REMARK_NONE || has_remark(label) ||
				(find_title(&label, w->note->day, &title) &&
					title.said && !label.n)))
			return i;
	}
	return s.n;
}

/* "CO2" for the same with a small 2 */
static struct str with_digits(struct arena *a, struct str s)
{
	static const char *const SUBSCRIPT = "\xe2\x82";
	char *to;
	size_t n = 0;

	if (str_find(s, str_of(SUBSCRIPT)) == STR_NONE)
		return s;
	to = ARENA_ARRAY(a, char, s.n + 1);
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = i + 2 < s.n ? (unsigned char)s.p[i + 2] : 0;

		if (c >= 0x80 && c <= 0x89 &&
			str_starts(str_sub(s, i, s.n), SUBSCRIPT)) {
			to[n++] = (char)('0' + (c & 0x0f));
			i += 2;
		} else {
			to[n++] = s.p[i];
		}
	}
	return (struct str){to, n};
}

void walk_line(struct walk *w, struct str raw, bool blank)
{
	struct line line = {.text = raw, .blank_before = blank};
	struct str rest, part;

	w->line_date = (struct date){0};
	if (take_item(w, str_trim(raw)))
		return;
	walk_bare(&line);
	w->ordered = line.ordered;
	line.heading |= is_emphasis(line.text);
	rest = with_digits(w->a, plain_text(w->a, line.text, NULL));
	if (!rest.n || take_title(w, &rest))
		return;
	for (int i = 0; i < 8 && rest.n; i++) {
		size_t n = next_label(w, rest);

		part = str_trim(str_sub(rest, 0, n));
		rest = str_sub(rest, n, rest.n);
		while (rest.n && i + 1 < 8 && part.n &&
			strchr(";,|/-", part.p[part.n - 1]))
			part = str_trim(str_sub(part, 0, part.n - 1));
		if (i > 0 && take_title(w, &part))
			continue;
		line.text = part;
		line.behind = i > 0;
		take_part(w, &line);
		line.heading &= !rest.n;
		rest = str_trim(rest);
	}
}

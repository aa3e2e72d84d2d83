/*
 * Check-ins: a comment is walked line by line.  A line may turn to another
 * objective or key result, report on it, or add a remark to it; all other
 * lines are talk.  A number counts only where a reading is expected, at the
 * beginning of a report, and only in the target's unit.
 */
#include "checkin_p.h"

#include "checkin_line_p.h"
#include "rag_p.h"

/* Longer is no check-in: what is behind is not looked at. */
enum { MAX_LINES = 2000, MAX_NAME = 200, MAX_WORDS = 4096, MAX_TURNS = 12 };

/* How long the lists of a key result were before its comments. */
struct lengths {
	size_t blockers, asks, risks, mitigations;
	size_t note; /* the last note that reported on it, from 1 */
};

struct walk {
	struct arena *a;
	const struct checkin_scope *scope;
	const struct note *note;
	size_t number;    /* of the note, from 1 */
	struct date date; /* the note's, or one written in it */
	struct objective *o;
	struct key_result *kr; /* that lines are about; NULL: none yet */
	size_t reading;        /* index of the line's reading */
	bool has_reading;      /* in this note, of this key result */
	bool hit;              /* something was reported */
	enum health before;    /* of a sign before the number */
	struct checkin_columns table;
	struct lengths *old; /* one for each key result, all objectives' */
};

/* The one key result of that number, or else of those words.  With several
 * objectives the one spoken of goes first; what stays unclear is no one. */
static struct key_result *find(
	struct walk *w, struct str number, struct str words)
{
	struct key_result *found = NULL, *kr;
	struct objective *at = NULL;

	if (w->scope->only)
		return number.n || kr_is_called(w->scope->only, words)
			       ? w->scope->only
			       : NULL;
	if (w->o && (kr = kr_find(w->o, number, words)))
		return kr;
	for (size_t i = 0; i < w->scope->n_objectives; i++) {
		kr = kr_find(&w->scope->objectives[i], number, words);
		if (kr && found)
			return NULL;
		if (kr) {
			found = kr;
			at = &w->scope->objectives[i];
		}
	}
	if (found)
		w->o = at;
	return found;
}

static struct lengths *old_of(struct walk *w, const struct key_result *kr)
{
	size_t at = 0;

	for (size_t i = 0; i < w->scope->n_objectives; i++) {
		const struct key_results *list =
			&w->scope->objectives[i].key_results;

		if (kr >= list->v && kr < list->v + list->n)
			return &w->old[at + (size_t)(kr - list->v)];
		at += list->n;
	}
	return NULL;
}

/* Lines are about this key result now.  A newer check-in's remarks replace
 * those of older ones; the issue's own stay. */
static void turn_to(struct walk *w, struct key_result *kr)
{
	struct lengths *old = old_of(w, kr);

	w->kr = kr;
	w->has_reading = false;
	if (!old || old->note == w->number)
		return;
	old->note = w->number;
	kr->blockers.n = old->blockers;
	kr->asks.n = old->asks;
	kr->risks.n = old->risks;
	kr->mitigations.n = old->mitigations;
}

/* The reading of this note for the key result; made when there is none. */
static struct reading *reading_of(struct walk *w)
{
	struct reading *r;

	w->hit = true;
	if (!w->has_reading) {
		r = readings_insert(w->a, &w->kr->readings,
			(struct reading){.date = w->date,
				.author = arena_text(
					w->a, w->note->author.username),
				.text = ""});
		w->has_reading = true;
		w->reading = (size_t)(r - w->kr->readings.v);
	}
	return &w->kr->readings.v[w->reading];
}

/* One separator; a sign's own colons (":warning:") are none. */
static bool skip_separator(struct str *s)
{
	static const char *const SEPARATORS[] = {" ", "\t", "=>", "->", "-",
		":", "|", ",", "*", "_", "=", "\xe2\x80\x93", "\xe2\x80\x94",
		"\xe2\x86\x92"};
	struct str sign = *s;
	enum health health;

	if (rag_take(&sign, &health))
		return false;
	for (size_t i = 0; i < COUNT_OF(SEPARATORS); i++)
		if (str_skip(s, SEPARATORS[i]))
			return true;
	return false;
}

static struct str drop_separators(struct str s)
{
	while (skip_separator(&s))
		continue;
	return s;
}

/* What is said about the key result: health, value, words.  Words alone are
 * talk, unless they follow a reading. */
static void report(struct walk *w, struct str text)
{
	enum health worst = w->before, health;
	const struct quantity *q;
	struct reading *r;

	text = drop_separators(text);
	while (rag_take(&text, &health)) {
		worst = health > worst ? health : worst;
		text = drop_separators(text);
	}
	q = line_value(w->a, w->kr, text);
	if (worst == HEALTH_NONE)
		worst = line_health(text);
	if (!q && worst == HEALTH_NONE && !w->has_reading)
		return;
	r = reading_of(w);
	if (worst > r->health)
		r->health = worst;
	if (q)
		r->value = q;
	if (text.n && text.n + strlen(r->text) < MAX_WORDS)
		r->text = r->text[0] ? arena_printf(w->a, "%s; %.*s", r->text,
					       STR_ARG(text))
				     : arena_text(w->a, text);
}

/* "(Enterprise ARR $18M)": what stands in the brackets, and goes. */
static struct str take_brackets(struct str *s)
{
	struct str rest = *s, inner = {NULL, 0};

	str_skip_blank(&rest);
	if (!str_skip_char(&rest, '(') || !str_take_until(&rest, ')', &inner))
		return (struct str){NULL, 0};
	*s = rest;
	return str_trim(inner);
}

/* A line that reports on a key result by its number. */
static bool take_numbered(struct walk *w, struct str line)
{
	struct str number, words, rest, name;
	struct key_result *kr;

	if (!line_take_kr(&line, &number))
		return false;
	words = take_brackets(&line);
	kr = find(w, number, words);
	if (!kr && words.n && words.n <= MAX_NAME)
		kr = find(w, (struct str){NULL, 0}, words);
	if (!kr) {
		w->kr = NULL;
		return true;
	}
	/* "KR1 - Enterprise ARR: $14.5M" */
	rest = line;
	if (str_take_until(&rest, ':', &name) && rest.n && name.n <= MAX_NAME &&
		kr_is_called(kr, drop_separators(name)))
		line = rest;
	turn_to(w, kr);
	report(w, line);
	return true;
}

/* ... by its words: "Enterprise ARR: $14.5M". */
static bool take_named(struct walk *w, struct str line)
{
	struct key_result *kr;
	struct str name;

	if (!str_take_until(&line, ':', &name) || !line.n || name.n > MAX_NAME)
		return false;
	while (name.n && str_ends(name, "*"))
		name.n--;
	kr = find(w, (struct str){NULL, 0}, str_trim(name));
	if (!kr)
		return false;
	turn_to(w, kr);
	report(w, line);
	return true;
}

enum remark {
	REMARK_BLOCKER,
	REMARK_ASK,
	REMARK_RISK,
	REMARK_MITIGATION,
	REMARK_CONFIDENCE,
	REMARK_STATUS,
	REMARK_OVERALL, /* of the objective */
	REMARK_VALUE,
	REMARK_DATE,
};

static const struct {
	const char *name;
	enum remark remark;
} REMARKS[] = {
	{"blocker", REMARK_BLOCKER},
	{"blockers", REMARK_BLOCKER},
	{"blocked by", REMARK_BLOCKER},
	{"blocked", REMARK_BLOCKER},
	{"blocking", REMARK_BLOCKER},
	{"impediment", REMARK_BLOCKER},
	{"impediments", REMARK_BLOCKER},
	{"support needed", REMARK_ASK},
	{"help wanted", REMARK_ASK},
	{"needs", REMARK_ASK},
	{"request", REMARK_ASK},
	{"requests", REMARK_ASK},
	{"concern", REMARK_RISK},
	{"concerns", REMARK_RISK},
	{"mitigation plan", REMARK_MITIGATION},
	{"countermeasure", REMARK_MITIGATION},
	{"countermeasures", REMARK_MITIGATION},
	{"overall", REMARK_OVERALL},
	{"overall status", REMARK_OVERALL},
	{"overall health", REMARK_OVERALL},
	{"ask", REMARK_ASK},
	{"asks", REMARK_ASK},
	{"help needed", REMARK_ASK},
	{"risk", REMARK_RISK},
	{"risks", REMARK_RISK},
	{"mitigation", REMARK_MITIGATION},
	{"mitigations", REMARK_MITIGATION},
	{"confidence", REMARK_CONFIDENCE},
	{"status", REMARK_STATUS},
	{"health", REMARK_STATUS},
	{"rag", REMARK_STATUS},
	{"current", REMARK_VALUE},
	{"current value", REMARK_VALUE},
	{"actual", REMARK_VALUE},
	{"now", REMARK_VALUE},
	{"value", REMARK_VALUE},
	{"date", REMARK_DATE},
	{"as of", REMARK_DATE},
	{"week of", REMARK_DATE},
};

/* The list of remarks of the key result, or of the objective. */
static struct texts *list_of(struct walk *w, enum remark remark)
{
	struct key_result *kr = w->kr;
	struct objective *o = w->o;

	if (!kr && !o)
		return NULL;
	switch (remark) {
	case REMARK_BLOCKER:
		return kr ? &kr->blockers : &o->blockers;
	case REMARK_ASK:
		return kr ? &kr->asks : &o->asks;
	case REMARK_RISK:
		return kr ? &kr->risks : &o->risks;
	case REMARK_MITIGATION:
		return kr ? &kr->mitigations : &o->mitigations;
	default:
		return NULL;
	}
}

static void set_confidence(struct walk *w, struct str text)
{
	const struct decimal *share = line_share(w->a, text);

	if (!share)
		return;
	w->hit = true;
	if (w->kr)
		w->kr->confidence = share;
	else if (w->o)
		w->o->confidence = share;
}

static void set_status(struct walk *w, struct str text)
{
	enum health health;

	if (w->kr) {
		report(w, text);
		return;
	}
	text = drop_separators(text);
	if (!w->o || !rag_take(&text, &health))
		return;
	w->hit = true;
	if (w->o->health == HEALTH_NONE)
		w->o->health = health;
}

/* A day anywhere in the text, not later than the comment itself. */
static bool find_day(const struct walk *w, struct str text, struct date *date)
{
	enum { DAY_BYTES = 10 };

	for (size_t i = 0; i + DAY_BYTES <= text.n; i++) {
		struct date d;

		if (date_parse(str_sub(text, i, i + DAY_BYTES), &d) &&
			date_cmp(d, w->note->day) <= 0) {
			*date = d;
			return true;
		}
	}
	return false;
}

static void remark(struct walk *w, enum remark kind, struct str text)
{
	struct texts *list = list_of(w, kind);

	text = drop_separators(text);
	switch (kind) {
	case REMARK_CONFIDENCE:
		set_confidence(w, text);
		break;
	case REMARK_OVERALL:
		w->kr = NULL;
		set_status(w, text);
		break;
	case REMARK_STATUS:
		set_status(w, text);
		break;
	case REMARK_VALUE:
		if (w->kr)
			report(w, text);
		break;
	case REMARK_DATE:
		find_day(w, text, &w->date);
		break;
	default:
		if (!list || !text.n)
			break;
		*vec_add(w->a, list) = arena_text(w->a, text);
		w->hit = true;
	}
}

/* "Blocker: ...", "**Ask**: ...". */
static bool take_remark(struct walk *w, struct str line)
{
	struct str name;

	if (!str_take_until(&line, ':', &name))
		return false;
	while (name.n && (str_ends(name, "*") || str_ends(name, "_")))
		name.n--;
	for (size_t i = 0; i < COUNT_OF(REMARKS); i++)
		if (str_iis(str_trim(name), REMARKS[i].name)) {
			remark(w, REMARKS[i].remark, line);
			return true;
		}
	return false;
}

/* "OKR: Accelerate ...", "Objective 2: ..." turn to that objective. */
static bool take_objective(struct walk *w, struct str line)
{
	struct str number = {NULL, 0}, title;

	if (!str_iskip(&line, "Objective") && !str_iskip(&line, "OKR"))
		return false;
	line_take_ordinal(&line, &number);
	str_skip_blank(&line);
	if (!str_skip_char(&line, ':'))
		return false;
	title = drop_separators(line);
	w->kr = NULL;
	for (size_t i = 0; i < w->scope->n_objectives; i++) {
		struct objective *o = &w->scope->objectives[i];

		if (str_iis(title, o->title) ||
			line_contains(str_of(o->title), title) ||
			(number.n && str_eq(line_digits(o->number), number))) {
			w->o = o;
			return true;
		}
	}
	return true;
}

/* "## Check-in 2025-02-01": the day that all of this is about. */
static bool take_title(struct walk *w, struct str line)
{
	static const char *const WORDS[] = {
		"check-in", "check in", "checkin", "update", "week of"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (str_ifind(str_sub(line, 0, 60), str_of(WORDS[i])) !=
			STR_NONE)
			return find_day(w, line, &w->date);
	return false;
}

/* "Sales cycle is stuck at 112 days": by its measure, in a sentence. */
static bool take_told(struct walk *w, struct str line)
{
	for (size_t i = 0; w->o && i < w->o->key_results.n; i++) {
		struct key_result *kr = &w->o->key_results.v[i];
		struct str said = line_behind_measure(kr, line);

		if (!said.n || !line_value(w->a, kr, said))
			continue;
		turn_to(w, kr);
		report(w, said);
		return true;
	}
	return false;
}

/* "Confidence dropped to 4/10" */
static bool take_confidence(struct walk *w, struct str line)
{
	static const char *const WORDS[] = {"confidence level", "confidence",
		"dropped", "is", "up", "down", "now", "at", "to", "of", "went",
		"remains", "still", "our", "level"};
	struct str rest = line;
	bool said = false;

	if (!str_istarts(line, "confidence") &&
		!str_istarts(line, "our confidence"))
		return false;
	do {
		said = false;
		str_skip_space(&rest);
		for (size_t i = 0; i < COUNT_OF(WORDS) && !said; i++)
			said = str_iskip(&rest, WORDS[i]);
	} while (said);
	set_confidence(w, rest);
	return true;
}

/* "2. 45 %": a list of values alone, in the order of the key results. */
static bool take_item(struct walk *w, struct str line)
{
	struct key_result *kr;
	struct str number;

	if (!line_take_item(&line, &number))
		return false;
	kr = find(w, number, (struct str){NULL, 0});
	if (!kr || !line_is_value(w->a, kr, line))
		return false;
	turn_to(w, kr);
	report(w, line);
	return true;
}

static void take_part(struct walk *w, struct str line)
{
	struct str text = line_bare(line), rest = text, number;
	enum health health = HEALTH_NONE;

	if (!text.n || text.p[0] == '>' || str_starts(text, "~~"))
		return;
	w->before = HEALTH_NONE;
	if (take_item(w, str_trim(line)))
		return;
	if (rag_take(&rest, &health)) {
		struct str after = line_bare(rest);

		if (line_take_kr(&after, &number))
			text = line_bare(rest);
		else if (w->before = health,
			take_told(w, drop_separators(rest)))
			return;
		else
			health = HEALTH_NONE;
	}
	w->before = health;
	if (take_numbered(w, text) || take_objective(w, text) ||
		take_remark(w, text) || take_named(w, text) ||
		take_told(w, text) || take_confidence(w, text) ||
		(!w->hit && take_title(w, text)))
		return;
	if (w->kr && !w->has_reading && rag_take(&text, &health)) {
		w->before = health;
		report(w, text);
	}
}

/* A line may speak of several key results, one after the other. */
static void take_line(struct walk *w, struct str line)
{
	if (str_starts(str_trim_left(line), "|")) {
		line = checkin_row(w->a, &w->table, line);
		take_part(w, line);
		return;
	}
	w->table.open = false;
	for (int i = 0; i < MAX_TURNS && line.n; i++) {
		size_t n = line_next_turn(w->o, line);
		struct str part = str_sub(line, 0, n);

		line = str_sub(line, n, line.n);
		while (line.n && part.n && strchr(" ,;.|/", part.p[part.n - 1]))
			part.n--;
		take_part(w, part);
	}
}

enum fence { FENCE_NONE, FENCE_OPEN, FENCE_REPORT, FENCE_CODE };

/* A line of fences: a report may stand inside, or a script's output. */
static bool is_fenced(enum fence *fence, struct str line)
{
	line = str_trim(line);
	if (str_skip(&line, "```")) {
		*fence = *fence ? FENCE_NONE : line.n ? FENCE_CODE : FENCE_OPEN;
		return true;
	}
	if (*fence == FENCE_OPEN && line.n)
		*fence = line_opens_report(line) ? FENCE_REPORT : FENCE_CODE;
	return *fence == FENCE_CODE;
}

/* Takes comments of HTML and fenced code out; the rest is lines. */
static void walk_body(struct walk *w, struct str body)
{
	enum fence fence = FENCE_NONE;
	bool hidden = false;
	struct str line;

	for (int i = 0; i < MAX_LINES && str_take_line(&body, &line); i++) {
		size_t from = str_find(line, STR("<!--"));
		size_t to = str_find(line, STR("-->"));

		if (hidden) {
			hidden = to == STR_NONE;
			continue;
		}
		if (from != STR_NONE) {
			hidden = to == STR_NONE;
			line = str_sub(line, 0, from);
		}
		if (!is_fenced(&fence, line))
			take_line(w, line);
	}
}

static void note_lengths(struct walk *w)
{
	size_t n = 0, at = 0;

	for (size_t i = 0; i < w->scope->n_objectives; i++)
		n += w->scope->objectives[i].key_results.n;
	w->old = ARENA_ARRAY(w->a, struct lengths, n);
	for (size_t i = 0; i < w->scope->n_objectives; i++) {
		struct key_results *list = &w->scope->objectives[i].key_results;

		for (size_t k = 0; k < list->n; k++) {
			struct key_result *kr = &list->v[k];

			readings_keep_body(w->a, kr);
			w->old[at++] = (struct lengths){kr->blockers.n,
				kr->asks.n, kr->risks.n, kr->mitigations.n, 0};
		}
	}
}

static void walk_note(struct walk *w, const struct note *note)
{
	w->note = note;
	w->number++;
	w->date = note->day;
	w->hit = false;
	w->kr = NULL;
	w->o = w->scope->n_objectives == 1 ? w->scope->objectives : NULL;
	if (w->scope->only)
		turn_to(w, w->scope->only);
	walk_body(w, note->body);
	if (!w->hit)
		return;
	for (size_t i = 0; i < w->scope->n_objectives; i++) {
		struct objective *o = &w->scope->objectives[i];

		if ((o == w->o || w->scope->n_objectives == 1) &&
			date_cmp(o->last_check_in, w->date) < 0)
			o->last_check_in = w->date;
	}
}

void checkins_apply(struct arena *a, const struct checkin_scope *scope)
{
	struct walk w = {.a = a, .scope = scope};

	note_lengths(&w);
	for (size_t i = 0; i < scope->n_notes; i++)
		walk_note(&w, &scope->notes[i]);
	for (size_t i = 0; i < scope->n_objectives; i++) {
		struct key_results *list = &scope->objectives[i].key_results;

		for (size_t k = 0; k < list->n; k++)
			readings_settle(&list->v[k]);
	}
}

/*
 * The status of a key result: how it goes, and where it says so how it ended.
 */
#include "field_p.h"

#include "noted_p.h"

#include "attr.h"
#include "keyresult.h"
#include "result.h"
#include "verdict_p.h"
#include "vocab_p.h"
#include "words.h"

/* "Cancelled"; "n/a" as a status only says that there is none. */
static bool is_dropped(struct str s, struct result result)
{
	return result.kind == RESULT_NA && !str_istarts(s, "n/a") &&
	       !str_istarts(s, "n.a") && !str_iis(s, "na") &&
	       !str_istarts(s, "not applicable");
}

/* "No" below "Achieved?", or a cross. */
static bool is_no(struct str s)
{
	static const char *const WORDS[] = {"no", "nein", "non", "n\u00e3o",
		"nee", "nie", "nej", "nei", "\u5426", "\u672a",
		"\u3044\u3044\u3048", "\uc544\ub2c8\uc624",
		/* Russian for no */
		"\u043d\u0435\u0442", "\u041d\u0435\u0442"};
	static const char *const CROSSES[] = {
		"\u274c", "\u2717", "\u2718", "\u2716", "\ufe0f"};
	bool crossed = false;

	for (size_t i = 0; i < COUNT_OF(CROSSES); i++)
		crossed = str_skip(&s, CROSSES[i]) || crossed;
	s = str_trim(s);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(s, WORDS[i]))
			return true;
	}
	return crossed && !s.n;
}

/* "Missed", "not achieved": how it ended, where "at risk" is how it goes. */
static bool is_missed(struct reader *r, struct str s, const char *words)
{
	struct verdict v = verdict_of(s);

	if (is_no(str_trim(s)))
		return true;
	return v.kind == RESULT_MISSED && v.known && v.exact && words[0] &&
	       health_read(r->a, str_of(words), NULL) == HEALTH_NONE;
}

/* "Cut the list (cancelled)" with the status "In progress"? */
static bool is_contradicted(const struct reader *r, const struct key_result *kr,
	struct str s, struct result status)
{
	static const bool WORDS[] = {[RESULT_DONE] = true,
		[RESULT_WIP] = true,
		[RESULT_BLOCKED] = true,
		[RESULT_DEFERRED] = true,
		[RESULT_NOT_STARTED] = true,
		[RESULT_NA] = true};
	struct verdict v = verdict_of(s);

	return kr->result.text == r->said_in_line && v.known && v.exact &&
	       kr->result.kind < COUNT_OF(WORDS) && WORDS[kr->result.kind] &&
	       status.kind < COUNT_OF(WORDS) && WORDS[status.kind] &&
	       kr->result.kind != status.kind &&
	       (status.kind != RESULT_NA || is_dropped(s, status));
}

static void say_contradiction(
	struct reader *r, const struct key_result *kr, struct str s)
{
	finding_add(r->a, &r->m->findings, "results-disagree", SEVERITY_WARNING,
		r->file, r->url, kr->line,
		"key result '%s' is '%s' by its text and '%.*s' by its status; "
		"the status counts, correct one of them",
		kr->text, kr->result.text, STR_ARG(s));
}

/* "90 %" beside "Mostly done"; whatever tells an end, beside a remark; no
 * "100 %" behind "Done", which says no more. */
static bool is_more_exact(const struct result *now, const struct result *known)
{
	if (field_word_says(known->kind, now->percent))
		return false;
	return (now->kind == RESULT_PERCENT &&
		       (known->kind == RESULT_WIP ||
			       known->kind == RESULT_NOT_STARTED)) ||
	       (now->kind != RESULT_NOTE && known->kind == RESULT_NOTE);
}

/* Is it told where the key result started? */
static bool has_start(struct reader *r, const struct key_result *kr)
{
	struct sentence said;

	if (kr->baseline)
		return true;
	sentence_read(r->a, str_of(kr->text), &said);
	return said.baseline != NULL;
}

/* "31 sites", "In progress, 84 %": where it stands.  A share is that, and no
 * part of the way, where there is another share to start from. */
static void set_reading(struct reader *r, struct key_result *kr, struct str s)
{
	struct clause c;

	struct str rest = s;

	while (!kr->current && kr->result.kind != RESULT_PERCENT &&
		noted_take(&rest, &c)) {
		const struct quantity *q;
		bool worded;

		c.s = noted_bare(c.s);
		if (!c.s.n)
			continue;
		/* words have to say that it is one: "currently 14" */
		worded = str_is_alpha(c.s.p[0]) && !str_istarts(c.s, "r$");
		q = noted_reading(r, kr, c.s, !worded);
		if (!q || (kr->result.percent && !has_start(r, kr)))
			continue;
		kr->current = q;
		kr->result.percent = NULL;
		if (kr->result.kind == RESULT_NOTE &&
			str_is(s, kr->result.text))
			kr->result = (struct result){.text = ""};
	}
}

/* "Running", "Void": they tell how it ended as a whole status, and in a
 * sentence they may be anything. */
static void read_word(struct str s, struct result *result)
{
	static const struct {
		const char *words;
		enum result_kind kind;
	} WORDS[] = {
		{"running", RESULT_WIP},
		{"moving", RESULT_WIP},
		{"l\u00e4uft", RESULT_WIP},
		{"laufend", RESULT_WIP},
		{"lopend", RESULT_WIP},
		{"loopt", RESULT_WIP},
		{"en marcha", RESULT_WIP},
		{"em andamento", RESULT_WIP},
		{"p\u00e5g\u00e5r", RESULT_WIP},
		{"p\u00e5g\u00e5ende", RESULT_WIP},
		{"w toku", RESULT_WIP},
		{"prob\u00edh\u00e1", RESULT_WIP},
		{"void", RESULT_NA},
		{"voided", RESULT_NA},
		{"withdrawn", RESULT_NA},
		{"scrapped", RESULT_NA},
		{"hinf\u00e4llig", RESULT_NA},
		{"entf\u00e4llt", RESULT_NA},
		{"vervallen", RESULT_NA},
		{"sin efecto", RESULT_NA},
		{"sem efeito", RESULT_NA},
		{"caduc", RESULT_NA},
		{"decaduto", RESULT_NA},
		{"utg\u00e5r", RESULT_NA},
		{"udg\u00e5r", RESULT_NA},
		{"utg\u00e5tt", RESULT_NA},
		{"uniewa\u017cnione", RESULT_NA},
		{"zru\u0161eno", RESULT_NA},
	};

	s = str_trim_end(str_trim(s), ".!");
	for (size_t i = 0; result->kind == RESULT_NOTE && i < COUNT_OF(WORDS);
		i++) {
		if (str_iis(s, WORDS[i].words))
			result->kind = WORDS[i].kind;
	}
}

/* "Somebody has to press the button.": a sentence as a status tells more than
 * how it goes, and is kept like one that stands as a result. */
static bool is_remark(
	struct reader *r, struct str s, const struct result *result)
{
	enum { WORDS = 4, SENTENCE = 3 };
	static const char *const GOES[] = {"running", "behind", "late",
		"slipping", "slightly", "a bit", "ahead", "going", "moving",
		"progressing", "well", NULL};
	struct str rest = s;
	size_t n;

	symbols_skip(&rest);
	rest = str_trim(rest);
	n = str_words(rest);
	if (result->kind != RESULT_NOTE || !rest.n ||
		strchr("[<({", rest.p[0]) || str_is_digit(rest.p[0]) ||
		vocab_begins_any(rest, GOES))
		return false;
	return (n >= WORDS || (n >= SENTENCE && str_ends(rest, ".")) ||
		       str_ends(rest, "\u3002")) &&
	       health_read(r->a, rest, NULL) == HEALTH_NONE;
}

void field_set_status(struct reader *r, struct key_result *kr, struct str s)
{
	const char *words;
	enum health health = health_read(r->a, s, &words);
	struct result result = {.text = ""};
	bool tells;

	result_read(r->a, s, &result, NULL);
	read_word(s, &result);
	if (is_no(str_trim(s)))
		result.kind = RESULT_MISSED;
	if (result.kind == RESULT_DONE && words[0] && field_has_tick(s))
		health = HEALTH_NONE; /* the tick says no more than "Done" */
	if (health != HEALTH_NONE)
		kr->health = health;
	if (words[0])
		kr->stated_status = words;
	if (result.kind == RESULT_WIP && words[0] &&
		health_read(r->a, str_of(words), NULL) == HEALTH_NONE)
		health = HEALTH_NONE; /* only a mark says how well */
	tells = result.kind == RESULT_PERCENT || is_dropped(s, result) ||
		field_tells_result(&result, health) || is_missed(r, s, words);
	if (is_contradicted(r, kr, s, result)) {
		say_contradiction(r, kr, s);
		kr->result = (struct result){.text = ""};
	}
	if (tells && (kr->result.kind == RESULT_NONE ||
			     is_more_exact(&result, &kr->result)))
		kr->result = result;
	if (kr->result.kind == RESULT_NONE && result.kind == RESULT_NOTE &&
		(noted_has_none(s) || is_remark(r, s, &result)))
		kr->result = result;
	if (s.n <= NOTED_BYTES)
		set_reading(r, kr, s);
}

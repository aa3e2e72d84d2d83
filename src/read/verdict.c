/*
 * Results as words: one table, longest phrases first within a kind, and the
 * few ways to write a percentage.
 */
#include "verdict_p.h"

#include "attr.h"
#include "words.h"

enum how {
	ANY,   /* whatever follows */
	ALONE, /* only with nothing, or a remark, behind it */
	LATER, /* only before a time: "moved to Q2" */
};

static const struct {
	const char *words;
	enum result_kind kind;
	enum how how;
} PHRASES[] = {
	{"not started", RESULT_NOT_STARTED, ANY},
	{"not yet started", RESULT_NOT_STARTED, ANY},
	{"not started yet", RESULT_NOT_STARTED, ANY},
	{"not begun", RESULT_NOT_STARTED, ANY},
	{"not yet begun", RESULT_NOT_STARTED, ANY},
	{"yet to start", RESULT_NOT_STARTED, ANY},
	{"yet to begin", RESULT_NOT_STARTED, ANY},
	{"has not started", RESULT_NOT_STARTED, ANY},
	{"hasn't started", RESULT_NOT_STARTED, ANY},
	{"haven't started", RESULT_NOT_STARTED, ANY},
	{"have not started", RESULT_NOT_STARTED, ANY},
	{"did not start", RESULT_NOT_STARTED, ANY},
	{"didn't start", RESULT_NOT_STARTED, ANY},
	{"never started", RESULT_NOT_STARTED, ANY},
	{"no progress", RESULT_NOT_STARTED, ANY},
	{"no progress yet", RESULT_NOT_STARTED, ANY},
	{"to do", RESULT_NOT_STARTED, ALONE},
	{"to-do", RESULT_NOT_STARTED, ALONE},
	{"todo", RESULT_NOT_STARTED, ALONE},
	{"planned", RESULT_NOT_STARTED, ALONE},
	{"upcoming", RESULT_NOT_STARTED, ALONE},
	{"nicht begonnen", RESULT_NOT_STARTED, ANY},
	{"nicht gestartet", RESULT_NOT_STARTED, ANY},
	{"pas commenc\u00e9", RESULT_NOT_STARTED, ANY},
	{"non commenc\u00e9", RESULT_NOT_STARTED, ANY},
	{"sin empezar", RESULT_NOT_STARTED, ANY},
	{"no iniciado", RESULT_NOT_STARTED, ANY},
	{"niet gestart", RESULT_NOT_STARTED, ANY},

	{"not applicable", RESULT_NA, ANY},
	{"n/a", RESULT_NA, ANY},
	{"n.a.", RESULT_NA, ANY},
	{"na", RESULT_NA, ALONE},
	{"cancelled", RESULT_NA, ANY},
	{"canceled", RESULT_NA, ANY},
	{"dropped", RESULT_NA, ALONE},
	{"descoped", RESULT_NA, ANY},
	{"de-scoped", RESULT_NA, ANY},
	{"no longer relevant", RESULT_NA, ANY},
	{"no longer applicable", RESULT_NA, ANY},
	{"no longer needed", RESULT_NA, ANY},
	{"no longer required", RESULT_NA, ANY},
	{"no longer pursued", RESULT_NA, ANY},
	{"obsolete", RESULT_NA, ALONE},
	{"withdrawn", RESULT_NA, ALONE},
	{"abandoned", RESULT_NA, ALONE},
	{"discontinued", RESULT_NA, ALONE},
	{"out of scope", RESULT_NA, ANY},
	{"won't do", RESULT_NA, ANY},
	{"wont do", RESULT_NA, ANY},
	{"will not do", RESULT_NA, ANY},
	{"scrapped", RESULT_NA, ALONE},
	{"gestrichen", RESULT_NA, ALONE},
	{"annul\u00e9", RESULT_NA, ALONE},
	{"cancelado", RESULT_NA, ALONE},

	{"deferred", RESULT_DEFERRED, ANY},
	{"defer", RESULT_DEFERRED, LATER},
	{"postponed", RESULT_DEFERRED, ANY},
	{"postpone", RESULT_DEFERRED, LATER},
	{"rescheduled", RESULT_DEFERRED, ANY},
	{"deprioritized", RESULT_DEFERRED, ANY},
	{"deprioritised", RESULT_DEFERRED, ANY},
	{"de-prioritized", RESULT_DEFERRED, ANY},
	{"de-prioritised", RESULT_DEFERRED, ANY},
	{"on hold", RESULT_DEFERRED, ANY},
	{"on-hold", RESULT_DEFERRED, ANY},
	{"put on hold", RESULT_DEFERRED, ANY},
	{"paused", RESULT_DEFERRED, ANY},
	{"parked", RESULT_DEFERRED, ALONE},
	{"backlog", RESULT_DEFERRED, ALONE},
	{"backlogged", RESULT_DEFERRED, ALONE},
	{"carried forward", RESULT_DEFERRED, ANY},
	{"carried over", RESULT_DEFERRED, ANY},
	{"carry forward", RESULT_DEFERRED, ANY},
	{"carry over", RESULT_DEFERRED, ANY},
	{"carryover", RESULT_DEFERRED, ANY},
	{"carrying over", RESULT_DEFERRED, ANY},
	{"rolled over", RESULT_DEFERRED, ANY},
	{"rolling over", RESULT_DEFERRED, ANY},
	{"roll over", RESULT_DEFERRED, ANY},
	{"rolled", RESULT_DEFERRED, LATER},
	{"push", RESULT_DEFERRED, LATER},
	{"pushed", RESULT_DEFERRED, LATER},
	{"pushed out", RESULT_DEFERRED, ANY},
	{"pushing", RESULT_DEFERRED, LATER},
	{"move", RESULT_DEFERRED, LATER},
	{"moved", RESULT_DEFERRED, LATER},
	{"moving", RESULT_DEFERRED, LATER},
	{"slipped", RESULT_DEFERRED, ANY},
	{"slip", RESULT_DEFERRED, LATER},
	{"shifted", RESULT_DEFERRED, LATER},
	{"bumped", RESULT_DEFERRED, LATER},
	{"delayed", RESULT_DEFERRED, LATER},
	{"delay", RESULT_DEFERRED, LATER},
	{"continued", RESULT_DEFERRED, LATER},
	{"continues", RESULT_DEFERRED, LATER},
	{"verschoben", RESULT_DEFERRED, ANY},
	{"zur\u00fcckgestellt", RESULT_DEFERRED, ANY},
	{"report\u00e9", RESULT_DEFERRED, ANY},
	{"aplazado", RESULT_DEFERRED, ANY},
	{"pospuesto", RESULT_DEFERRED, ANY},
	{"adiado", RESULT_DEFERRED, ANY},
	{"uitgesteld", RESULT_DEFERRED, ANY},

	{"blocked", RESULT_BLOCKED, ANY},
	{"stuck", RESULT_BLOCKED, ALONE},
	{"waiting on", RESULT_BLOCKED, ANY},
	{"waiting for", RESULT_BLOCKED, ANY},
	{"blockiert", RESULT_BLOCKED, ANY},
	{"bloqu\u00e9", RESULT_BLOCKED, ANY},
	{"bloqueado", RESULT_BLOCKED, ANY},
	{"geblokkeerd", RESULT_BLOCKED, ANY},

	{"wip", RESULT_WIP, ANY},
	{"work in progress", RESULT_WIP, ANY},
	{"in progress", RESULT_WIP, ANY},
	{"in-progress", RESULT_WIP, ANY},
	{"still in progress", RESULT_WIP, ANY},
	{"in process", RESULT_WIP, ALONE},
	{"in flight", RESULT_WIP, ALONE},
	{"in review", RESULT_WIP, ALONE},
	{"in development", RESULT_WIP, ALONE},
	{"in testing", RESULT_WIP, ALONE},
	{"in qa", RESULT_WIP, ALONE},
	{"ongoing", RESULT_WIP, ANY},
	{"on-going", RESULT_WIP, ANY},
	{"underway", RESULT_WIP, ANY},
	{"under way", RESULT_WIP, ANY},
	{"on track", RESULT_WIP, ALONE},
	{"on-track", RESULT_WIP, ALONE},
	{"just started", RESULT_WIP, ANY},
	{"just starting", RESULT_WIP, ANY},
	{"just beginning", RESULT_WIP, ANY},
	{"starting", RESULT_WIP, ALONE},
	{"started", RESULT_WIP, ALONE},
	{"kicked off", RESULT_WIP, ALONE},
	{"begun", RESULT_WIP, ALONE},
	{"partially", RESULT_WIP, ANY},
	{"partial", RESULT_WIP, ALONE},
	{"partly", RESULT_WIP, ANY},
	{"mostly done", RESULT_WIP, ANY},
	{"mostly complete", RESULT_WIP, ANY},
	{"mostly completed", RESULT_WIP, ANY},
	{"almost done", RESULT_WIP, ANY},
	{"almost complete", RESULT_WIP, ANY},
	{"almost there", RESULT_WIP, ANY},
	{"nearly done", RESULT_WIP, ANY},
	{"nearly complete", RESULT_WIP, ANY},
	{"nearly there", RESULT_WIP, ANY},
	{"half done", RESULT_WIP, ANY},
	{"halfway", RESULT_WIP, ALONE},
	{"in arbeit", RESULT_WIP, ANY},
	{"l\u00e4uft", RESULT_WIP, ALONE},
	{"en cours", RESULT_WIP, ANY},
	{"en curso", RESULT_WIP, ANY},
	{"en progreso", RESULT_WIP, ANY},
	{"em andamento", RESULT_WIP, ANY},
	{"in corso", RESULT_WIP, ANY},
	{"bezig", RESULT_WIP, ALONE},
	{"lopend", RESULT_WIP, ALONE},

	{"missed", RESULT_NOTE, ALONE},
	{"failed", RESULT_NOTE, ALONE},
	{"not achieved", RESULT_NOTE, ANY},
	{"not met", RESULT_NOTE, ANY},
	{"not done", RESULT_NOTE, ANY},
	{"not reached", RESULT_NOTE, ANY},
	{"not hit", RESULT_NOTE, ANY},
	{"not completed", RESULT_NOTE, ANY},
	{"not complete", RESULT_NOTE, ANY},
	{"incomplete", RESULT_NOTE, ALONE},
	{"at risk", RESULT_NOTE, ALONE},
	{"off track", RESULT_NOTE, ALONE},
	{"behind", RESULT_NOTE, ALONE},
	{"delayed", RESULT_NOTE, ALONE},

	{"done", RESULT_DONE, ANY},
	{"complete", RESULT_DONE, ALONE},
	{"completed", RESULT_DONE, ALONE},
	{"100 complete", RESULT_DONE, ALONE},
	{"fully complete", RESULT_DONE, ALONE},
	{"fully completed", RESULT_DONE, ALONE},
	{"all done", RESULT_DONE, ALONE},
	{"achieved", RESULT_DONE, ALONE},
	{"accomplished", RESULT_DONE, ALONE},
	{"delivered", RESULT_DONE, ALONE},
	{"shipped", RESULT_DONE, ALONE},
	{"launched", RESULT_DONE, ALONE},
	{"released", RESULT_DONE, ALONE},
	{"finished", RESULT_DONE, ALONE},
	{"closed", RESULT_DONE, ALONE},
	{"resolved", RESULT_DONE, ALONE},
	{"live", RESULT_DONE, ALONE},
	{"met", RESULT_DONE, ALONE},
	{"hit", RESULT_DONE, ALONE},
	{"reached", RESULT_DONE, ALONE},
	{"exceeded", RESULT_DONE, ALONE},
	{"overachieved", RESULT_DONE, ALONE},
	{"goal met", RESULT_DONE, ANY},
	{"target met", RESULT_DONE, ANY},
	{"target reached", RESULT_DONE, ANY},
	{"target achieved", RESULT_DONE, ANY},
	{"goal achieved", RESULT_DONE, ANY},
	{"erledigt", RESULT_DONE, ALONE},
	{"fertig", RESULT_DONE, ALONE},
	{"abgeschlossen", RESULT_DONE, ALONE},
	{"erreicht", RESULT_DONE, ALONE},
	{"fait", RESULT_DONE, ALONE},
	{"termin\u00e9", RESULT_DONE, ALONE},
	{"termin\u00e9e", RESULT_DONE, ALONE},
	{"atteint", RESULT_DONE, ALONE},
	{"hecho", RESULT_DONE, ALONE},
	{"completado", RESULT_DONE, ALONE},
	{"completada", RESULT_DONE, ALONE},
	{"logrado", RESULT_DONE, ALONE},
	{"conclu\u00eddo", RESULT_DONE, ALONE},
	{"feito", RESULT_DONE, ALONE},
	{"klaar", RESULT_DONE, ALONE},
	{"afgerond", RESULT_DONE, ALONE},
	{"fatto", RESULT_DONE, ALONE},
};

static const struct {
	const char *emoji;
	enum result_kind kind;
} EMOJI[] = {
	{"\u2705", RESULT_DONE},
	{"\u2714", RESULT_DONE},
	{"\u2611", RESULT_DONE},
	{"\U0001f389", RESULT_DONE},
	{"\U0001f3c1", RESULT_DONE},
	{"\U0001f4af", RESULT_DONE},
	{":white_check_mark:", RESULT_DONE},
	{":heavy_check_mark:", RESULT_DONE},
	{":tada:", RESULT_DONE},
	{":checkered_flag:", RESULT_DONE},
	{":100:", RESULT_DONE},
	{"\U0001f6a7", RESULT_WIP},
	{"\u23f3", RESULT_WIP},
	{"\U0001f504", RESULT_WIP},
	{"\U0001f3d7", RESULT_WIP},
	{":construction:", RESULT_WIP},
	{":hourglass:", RESULT_WIP},
	{":hourglass_flowing_sand:", RESULT_WIP},
	{"\u26d4", RESULT_BLOCKED},
	{"\U0001f6d1", RESULT_BLOCKED},
	{"\U0001f6ab", RESULT_BLOCKED},
	{":no_entry:", RESULT_BLOCKED},
	{":octagonal_sign:", RESULT_BLOCKED},
	{"\u23f8", RESULT_DEFERRED},
	{"\u23ed", RESULT_DEFERRED},
	{":pause_button:", RESULT_DEFERRED},
	{"\u274c", RESULT_NOTE},
	{"\u2716", RESULT_NOTE},
	{":x:", RESULT_NOTE},
	{"\u2b1c", RESULT_NOT_STARTED},
	{"\u2610", RESULT_NOT_STARTED},
};

enum result_kind verdict_of_emoji(struct str emoji)
{
	for (size_t i = 0; i < COUNT_OF(EMOJI); i++)
		if (str_starts(emoji, EMOJI[i].emoji))
			return EMOJI[i].kind;
	return RESULT_NONE;
}

/* Blanks and marks without a meaning of their own. */
static struct str skip_marks(struct str s)
{
	while (s.n && (str_is_space(s.p[0]) ||
			      (s.p[0] && strchr("[(\"'*_~:=-!", s.p[0])))) {
		struct str rest = s;

		if (s.p[0] == ':' && emoji_take(&rest).n)
			break;
		s = str_sub(s, 1, s.n);
	}
	return s;
}

static bool at_word(struct str s)
{
	return s.n && (str_is_alnum(s.p[0]) || (unsigned char)s.p[0] >= 0xc3);
}

static const char *const REMARKS[] = {"on", "in", "by", "as", "with", "at",
	"and", "ahead", "early", "this", "before", "see", "via", "successfully",
	"since", "because", "due", "but", "after", "pending", "until", "during",
	"per", "last", "now", "today", "yesterday", "late"};

/* Is what follows a phrase nothing, or only a remark on it? */
static bool is_remark(struct str s)
{
	s = str_trim(s);
	if (!at_word(s))
		return true;
	for (size_t i = 0; i < COUNT_OF(REMARKS); i++) {
		struct str rest = s;

		if (str_iskip(&rest, REMARKS[i]) && !at_word(rest))
			return true;
	}
	return false;
}

static bool is_month(struct str s)
{
	size_t n = 0;

	while (n < s.n && str_is_alpha(s.p[n]))
		n++;
	return date_month_number(str_sub(s, 0, n)) != 0;
}

/* "to Q2", "until next quarter", "into FY22", "Q3" */
static bool is_later(struct str s)
{
	static const char *const LINKS[] = {"out to", "back to", "over to",
		"into", "to", "until", "till", "in", "for", "auf", "\u00e0"};
	static const char *const TIMES[] = {"next", "q1", "q2", "q3", "q4",
		"h1", "h2", "fy", "cy", "20", "later", "the next", "early",
		"mid", "late", "end of", "following", "the following", "summer",
		"autumn", "fall", "winter", "spring", "backlog", "the backlog",
		"[", "1q", "2q", "3q", "4q", "end-of"};

	s = str_trim(s);
	for (size_t i = 0; i < COUNT_OF(LINKS); i++) {
		struct str rest = s;

		if (!str_iskip(&rest, LINKS[i]) || at_word(rest))
			continue;
		s = skip_marks(rest);
		break;
	}
	for (size_t i = 0; i < COUNT_OF(TIMES); i++)
		if (str_istarts(s, TIMES[i]))
			return true;
	return is_month(s);
}

static bool take_phrase(struct str *s, struct verdict *v)
{
	size_t best = 0;

	for (size_t i = 0; i < COUNT_OF(PHRASES); i++) {
		struct str rest = *s;

		if (!str_iskip(&rest, PHRASES[i].words) || at_word(rest) ||
			(rest.n > 1 && rest.p[0] == '-' &&
				at_word(str_sub(rest, 1, rest.n))) ||
			strlen(PHRASES[i].words) <= best)
			continue;
		if ((PHRASES[i].how == ALONE && !is_remark(rest)) ||
			(PHRASES[i].how == LATER && !is_later(rest)))
			continue;
		best = strlen(PHRASES[i].words);
		v->kind = PHRASES[i].kind;
		v->exact = is_remark(rest) || is_later(rest);
	}
	*s = str_sub(*s, best, s->n);
	return best > 0;
}

/* 100 * n / of, to 18 digits. */
static bool percent_of(struct decimal n, struct decimal of, struct decimal *out)
{
	int64_t coef;
	int scale = 0;

	if (n.scale || of.scale || of.coef < 1 || n.coef < 0 ||
		n.coef > 1000000000 || of.coef > 1000000000)
		return false;
	coef = n.coef * 100;
	while (coef % of.coef && scale < 6 && coef < INT64_C(1) << 58) {
		coef *= 10;
		scale++;
	}
	/* Half up where it never ends. */
	coef = (coef + of.coef / 2) / of.coef;
	return decimal_make(coef, scale, out);
}

/* A number with '.' or ',' as decimal mark. */
static bool take_number(struct str *s, struct decimal *out)
{
	char text[24];
	struct str digits, rest = *s;
	size_t n = 0;

	while (n < s->n && n < sizeof text &&
		(str_is_digit(s->p[n]) || s->p[n] == '.' || s->p[n] == ',')) {
		text[n] = s->p[n] == ',' ? '.' : s->p[n];
		n++;
	}
	digits = (struct str){text, n};
	if (!decimal_take(&digits, out))
		return false;
	n -= digits.n;
	*s = str_sub(rest, n, rest.n);
	return true;
}

/* "8% increase" is not progress. */
static bool is_change(struct str s)
{
	static const char *const WORDS[] = {"increase", "decrease", "growth",
		"improvement", "reduction", "uplift", "lift", "higher", "lower",
		"more", "fewer", "less", "yoy", "qoq", "mom", "up", "down",
		"drop", "rise", "decline", "points", "pp", "better", "above",
		"over", "gain"};

	s = str_trim(s);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = s;

		if (str_iskip(&rest, WORDS[i]) && !at_word(rest))
			return true;
	}
	return false;
}

static bool says_progress(struct str s)
{
	static const char *const WORDS[] = {"complete", "completed", "done",
		"finished", "achieved", "progress", "there", "of target",
		"of goal", "of the way", "implemented", "delivered", "erledigt",
		"fertig", "termin\u00e9", "completado", "attained", "met"};

	s = str_trim(s);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (str_istarts(s, WORDS[i]))
			return true;
	return false;
}

/* "66%", "66 %", "66 percent" */
static bool take_percent(struct str *s, struct verdict *v)
{
	struct str rest = *s;

	if (!take_number(&rest, &v->percent))
		return false;
	rest = str_trim_left(rest);
	if (!str_skip(&rest, "%") && !str_iskip(&rest, "percent") &&
		!str_iskip(&rest, "per cent"))
		return false;
	if (is_change(rest))
		return false;
	v->kind = RESULT_PERCENT;
	v->has_percent = true;
	v->sure = says_progress(rest);
	/* "100% of customers onboarded" is a sentence. */
	v->exact = v->sure || is_remark(rest);
	*s = rest;
	return true;
}

/* "7 of 8", "0/15", "3 out of 4" */
static bool take_fraction(struct str *s, struct verdict *v)
{
	struct str rest = *s;
	struct decimal n, of;

	if (!take_number(&rest, &n))
		return false;
	rest = str_trim_left(rest);
	if (str_skip_char(&rest, '/'))
		rest = str_trim_left(rest);
	else if (str_iskip(&rest, "of ") || str_iskip(&rest, "out of ") ||
		 str_iskip(&rest, "von "))
		rest = str_trim_left(rest);
	else
		return false;
	if (!take_number(&rest, &of) || str_starts(rest, "/") ||
		str_starts(rest, "%") || decimal_cmp(n, of) > 0 ||
		!percent_of(n, of, &v->percent))
		return false;
	v->kind = RESULT_PERCENT;
	v->has_percent = true;
	v->exact = true;
	v->sure = !at_word(str_trim(rest));
	*s = rest;
	return true;
}

/* A grade of 0.0 to 1.0, with its point written, and nothing behind it. */
static bool take_grade(struct str *s, struct verdict *v)
{
	struct str rest = *s;
	struct decimal d;
	size_t point = str_find_char(str_sub(*s, 0, 2), '.');

	if (point == STR_NONE || !take_number(&rest, &d) || rest.n + 5 < s->n ||
		at_word(rest) || str_starts(rest, "%") ||
		decimal_cmp(d, (struct decimal){1, 0}) > 0)
		return false;
	if (at_word(str_trim(rest)) || !decimal_shift(d, 2, &v->percent))
		return false;
	v->kind = RESULT_PERCENT;
	v->has_percent = true;
	v->exact = true;
	*s = rest;
	return true;
}

static bool take_any_number(struct str *s, struct verdict *v)
{
	return take_percent(s, v) || take_fraction(s, v) || take_grade(s, v);
}

static struct str skip_lead(struct str s)
{
	static const char *const WORDS[] = {"status", "result", "results",
		"outcome", "score", "grade", "progress", "final", "currently",
		"current", "about", "approx.", "approx", "approximately",
		"around", "now", "at", "roughly", "ca.", "actual",
		"final score", "final grade", "fully", "is", "we are",
		"reached", "achieved", "completed", "complete", "hit", "done",
		"ergebnis", "stand"};
	struct str before;

	do {
		before = s = skip_marks(s);
		for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
			struct str rest = s, next;

			if (!str_iskip(&rest, WORDS[i]) || at_word(rest))
				continue;
			next = skip_marks(rest);
			if (next.n == rest.n)
				continue;
			s = next;
			break;
		}
	} while (s.n != before.n);
	return s;
}

/* A percentage somewhere in what follows "WIP": "(60%)", "- 60%". */
static void add_percent(struct str s, struct verdict *v)
{
	struct verdict more = {.kind = RESULT_NONE};

	s = skip_marks(s);
	if (take_percent(&s, &more)) {
		v->has_percent = true;
		v->percent = more.percent;
	}
}

static bool is_whole_percent(const struct verdict *v)
{
	return decimal_cmp(v->percent, (struct decimal){100, 0}) == 0;
}

struct verdict verdict_of(struct str text)
{
	struct verdict v = {.kind = RESULT_NONE};
	enum result_kind emoji = RESULT_NONE;
	struct str s = skip_marks(text), one, start, lead;

	if (!str_trim(text).n)
		return v;
	while ((one = emoji_take(&s)).n) {
		emoji = emoji ? emoji : verdict_of_emoji(one);
		s = skip_marks(s);
	}
	start = s;
	if (str_starts(text, "+") || str_starts(text, "-")) {
		v.kind = RESULT_NOTE;
		return v;
	}
	lead = skip_lead(s);
	/* "completed 60%" is 60, "DONE 100%" is done. */
	if (take_any_number(&lead, &v) &&
		!(is_whole_percent(&v) && str_istarts(start, "done"))) {
		v.known = true;
		v.sure = v.sure ||
			 (start.p != lead.p && !str_is_digit(start.p[0]));
		return v;
	}
	v = (struct verdict){.kind = RESULT_NONE};
	lead = skip_marks(start);
	if (!take_phrase(&lead, &v)) {
		lead = skip_lead(start);
		if (!take_phrase(&lead, &v))
			lead = start;
	}
	if (v.kind) {
		v.known = true;
		if (v.kind == RESULT_WIP)
			add_percent(lead, &v);
		return v;
	}
	v.kind = emoji ? emoji : RESULT_NOTE;
	v.known = emoji != RESULT_NONE;
	v.exact = v.known && !str_trim(start).n;
	return v;
}

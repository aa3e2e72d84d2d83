/*
 * Results as words: one table, longest phrases first within a kind, and the
 * few ways to write a percentage.
 */
#include "verdict_number_p.h"

#include "attr.h"
#include "words.h"

static const struct {
	const char *emoji;
	enum result_kind kind;
} EMOJI[] = {
	{"\u2705", RESULT_DONE},
	{"\u2714", RESULT_DONE},
	{"\u2611", RESULT_DONE},
	{"\u2713", RESULT_DONE},
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
	{"\u231b", RESULT_WIP},
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
	{"\u274c", RESULT_MISSED},
	{"\u2716", RESULT_MISSED},
	{"\u2717", RESULT_MISSED},
	{"\u2718", RESULT_MISSED},
	{":x:", RESULT_MISSED},
	{"\u2b1c", RESULT_NOT_STARTED},
	{"\u2610", RESULT_NOT_STARTED},
	{"\U0001f4a4", RESULT_NOT_STARTED},
	{"\U0001f5d1", RESULT_NA},
	{"\U0001f317", RESULT_NOTE},
};

enum result_kind verdict_of_emoji(struct str emoji)
{
	for (size_t i = 0; i < COUNT_OF(EMOJI); i++)
		if (str_starts(emoji, EMOJI[i].emoji))
			return EMOJI[i].kind;
	return RESULT_NONE;
}

bool verdict_is_empty_box(struct str emoji)
{
	return str_starts(emoji, "\u2610") || str_starts(emoji, "\u2b1c") ||
	       str_starts(emoji, "\u25a1") || str_starts(emoji, "\u25fb");
}

bool verdict_take_box(struct str *s, struct str *told)
{
	static const struct {
		char in;
		const char *words;
	} BOXES[] = {{' ', ""}, {'x', "done"}, {'X', "done"},
		{'~', "in progress"}, {'/', "in progress"}, {'>', "deferred"},
		{'-', "cancelled"}, {'!', "blocked"}};

	if (s->n < 4 || s->p[0] != '[' || s->p[2] != ']' || s->p[3] != ' ')
		return false;
	for (size_t i = 0; i < COUNT_OF(BOXES); i++) {
		if (s->p[1] != BOXES[i].in)
			continue;
		*told = str_of(BOXES[i].words);
		*s = str_trim(str_sub(*s, 4, s->n));
		return true;
	}
	return false;
}

size_t verdict_wide_mark(struct str s)
{
	static const char *const MARKS[] = {"\uff08", "\uff09", "\uff1a",
		"\uff0c", "\u3001", "\u3002", "\uff01", "\uff1b", "\u3010",
		"\u3011", "\u300c", "\u300d", "\uff3b", "\uff3d", "\u3000"};

	if (!s.n || (unsigned char)s.p[0] < 0xe3)
		return 0;
	for (size_t i = 0; i < COUNT_OF(MARKS); i++) {
		if (str_starts(s, MARKS[i]))
			return strlen(MARKS[i]);
	}
	return 0;
}

struct str verdict_skip_marks(struct str s)
{
	while (s.n) {
		struct str rest = s;
		size_t n = verdict_wide_mark(s);

		if (s.p[0] == ':' && emoji_take(&rest).n)
			break;
		if (!n && !str_is_space(s.p[0]) && !str_starts(s, ". ") &&
			!str_is_among(s.p[0], "[(\"'*_~:=-!?"))
			break;
		s = str_sub(s, n ? n : 1, s.n);
	}
	return s;
}

bool verdict_at_word(struct str s)
{
	return s.n && (str_is_alnum(s.p[0]) || ((unsigned char)s.p[0] >= 0xc3 &&
						       !verdict_wide_mark(s)));
}

/* "Achieved: 42" tells how much, and not that it is all. */
static bool is_count(struct str s)
{
	s = str_trim(s);
	if (!str_skip_char(&s, ':') && !str_skip_char(&s, '='))
		return false;
	s = str_trim(s);
	return s.n && (str_is_digit(s.p[0]) || strchr("$+~.", s.p[0]) ||
			      str_starts(s, "\u20ac"));
}

/* Does the phrase stand at the beginning of s, as far as it may there? */
static bool says(
	struct str s, const struct verdict_phrase *p, struct str *behind)
{
	struct str rest = s;

	if (!str_may_start(rest, p->words) ||
		!str_iskip_words(&rest, p->words) || verdict_at_word(rest) ||
		str_starts(rest, "?") || /* it is asked */
		(rest.n > 1 && rest.p[0] == '-' &&
			verdict_at_word(str_sub(rest, 1, rest.n))))
		return false;
	*behind = rest;
	if ((p->how == ALONE && !verdict_is_remark(rest)) ||
		(p->how == LATER && !verdict_is_later(rest)))
		return false;
	return p->kind != RESULT_DONE || !is_count(rest);
}

static size_t take_longest(struct str s,
	const struct verdict_phrase *const table[256], size_t best,
	struct verdict *v)
{
	const struct verdict_phrase *p = table[str_letter(s)];
	char second = s.n > 1 ? s.p[1] : '\0';
	struct str rest;

	for (; p && p->words; p++) {
		if (!str_may_follow(second, p->words[1]) ||
			!says(s, p, &rest) || strlen(p->words) <= best)
			continue;
		best = strlen(p->words);
		v->kind = p->kind;
		v->exact = verdict_is_remark(rest) || verdict_is_later(rest) ||
			   (v->kind == RESULT_DEFERRED &&
				   str_istarts(str_trim(rest), "to "));
	}
	return best;
}

static bool take_phrase(struct str *s, struct verdict *v)
{
	size_t n = take_longest(*s, VERDICT_PHRASES, 0, v);

	n = take_longest(*s, VERDICT_PHRASES_OTHER, n, v);
	n = take_longest(*s, VERDICT_PHRASES_FAR, n, v);
	*s = str_sub(*s, n, s->n);
	return n > 0;
}

/* "reached at", "atteint \u00e0": what a lead and its number are tied by. */
static struct str skip_tie(struct str s)
{
	static const char *const TIES[] = {"at", "to", "by", "about", "\u00e0",
		"al", "a", "em", "en", "zu", "bei", "auf", "na", "op", "voor"};

	for (size_t i = 0; i < COUNT_OF(TIES); i++) {
		struct str rest = s;

		if (str_iskip(&rest, TIES[i]) && str_skip_space(&rest) &&
			rest.n && str_is_digit(rest.p[0]))
			return rest;
	}
	return s;
}

/* Chinese puts no blank between "done" and the number. */
static bool is_cut_off(const char *word, struct str rest)
{
	static const char *const DONE = "\u5b8c\u6210";

	return verdict_at_word(rest) &&
	       !(strstr(word, DONE) && str_is_digit(rest.p[0]));
}

/* What may stand before a result. */
// clang-format off
static const char *const *const LEADS[256] = {
	['a'] = (const char *const[]){"about", "approx.", "approx",
		"approximately", "around", "at", "actual", "achieved",
		"atteint", "accompli", "alcanzado", "avance", "avancement",
		"atingido", "alcan\u00e7ado", "avance del", "afgerond", NULL},
	['b'] = (const char *const[]){"behaald", NULL},
	['c'] = (const char *const[]){"currently", "current", "ca.",
		"completed", "complete", "closed at", "came in at", "cumplido",
		"cumplida", "completado", "completada", "conclu\u00eddo",
		"conclu\u00edda", "completato", "conclu\u00eddo em",
		"completado al", "completado en", NULL},
	['d'] = (const char *const[]){"done", "delivered", NULL},
	['e'] = (const char *const[]){"exceeded", "ergebnis", "ended at",
		"erreicht", "erledigt", "estado", NULL},
	['f'] = (const char *const[]){"final", "final score", "final grade",
		"fully", "finished at", "fait \u00e0", "fortschritt",
		"finished", "f\u00e6rdig", NULL},
	['g'] = (const char *const[]){"grade", "got to", NULL},
	['h'] = (const char *const[]){"has been", "have been", "hit", "hotovo", "ho\u00e0n th\u00e0nh",
		NULL},
	['i'] = (const char *const[]){"is", "it is", "it was", "it has been",
		"it's", NULL},
	['k'] = (const char *const[]){"klart", NULL},
	['l'] = (const char *const[]){"landed at", "logrado", "latest",
		"landed", NULL},
	['n'] = (const char *const[]){"now", NULL},
	['o'] = (const char *const[]){"outcome", NULL},
	['p'] = (const char *const[]){"progress", "progreso", "progresso",
		NULL},
	['r'] = (const char *const[]){"r:", "r =", "result", "results", "roughly",
		"reached", "r\u00e9alis\u00e9 \u00e0", "r\u00e9alis\u00e9",
		"raggiunto", "r\u00e9sultat", "resultado", "risultato",
		"resultaat", "realizat", NULL},
	['s'] = (const char *const[]){"status", "scored", "score", "stand", "statut",
		"stato", "situa\u00e7\u00e3o", "spln\u011bno", "selesai",
		NULL},
	['t'] = (const char *const[]){"this is", "this was", "this has been",
		"these are", "these have been", "they are",
		"termin\u00e9 \u00e0", "termin\u00e9",
		"till", "tamamlanma", "tamamland\u0131", "terminado",
		"teljes\u00edtve", NULL},
	['u'] = (const char *const[]){"umgesetzt", "update", "uko\u0144czono",
		NULL},
	['v'] = (const char *const[]){"voortgang", "voltooid", "valmiina",
		"valmis", NULL},
	['w'] = (const char *const[]){"we are", "we got to", "we got",
		"we are at", "we're at", "wykonano", NULL},
	['z'] = (const char *const[]){"zu", "zrealizowano", NULL},
	[0xc4] = (const char *const[]){"\u0111\u1ea1t", NULL},
	[0xce] = (const char *const[]){
		"\u03bf\u03bb\u03bf\u03ba\u03bb\u03ae\u03c1\u03c9\u03c3\u03b7",
		NULL},
	[0xd0] = (const char *const[]){"\u0438\u0442\u043e\u0433",
		"\u0418\u0442\u043e\u0433",
		"\u043f\u0440\u043e\u0433\u0440\u0435\u0441\u0441",
		"\u041f\u0440\u043e\u0433\u0440\u0435\u0441\u0441",
		"\u0432\u044b\u043f\u043e\u043b\u043d\u0435\u043d\u043e " "\u043d\u0430",
		"\u0432\u044b\u043f\u043e\u043b\u043d\u0435\u043d\u043e",
		"\u0433\u043e\u0442\u043e\u0432\u043e \u043d\u0430",
		"\u0432\u0438\u043a\u043e\u043d\u0430\u043d\u043e \u043d\u0430",
		"\u0432\u0438\u043a\u043e\u043d\u0430\u043d\u043e", NULL},
	[0xd1] = (const char *const[]){"\u0441\u0442\u0430\u0442\u0443\u0441",
		"\u0421\u0442\u0430\u0442\u0443\u0441", NULL},
	[0xe5] = (const char *const[]){"\u5b8c\u6210\u5ea6",
		"\u5b8c\u6210\u7387", "\u5b8c\u4e86\u7387",
		"\u5df2\u5b8c\u6210", "\u5b8c\u6210", "\u5df2\u8fbe\u6210",
		"\u5f53\u524d", NULL},
	[0xe7] = (const char *const[]){"\u7ed3\u679c", "\u7d50\u679c",
		"\u72b6\u6001", "\u72c0\u614b", NULL},
	[0xe8] = (const char *const[]){"\u8fdb\u5ea6", "\u8fbe\u6210\u7387",
		NULL},
	[0xe9] = (const char *const[]){"\u9032\u5ea6", "\u9054\u6210\u7387",
		"\u9032\u6357", "\u9032\u6357\u7387", NULL},
	[0xea] = (const char *const[]){"\uacb0\uacfc", NULL},
	[0xeb] = (const char *const[]){"\ub2ec\uc131\ub960", NULL},
	[0xec] = (const char *const[]){"\uc9c4\ud589\ub960",
		"\uc9c4\ucc99\ub3c4", "\uc0c1\ud0dc", NULL},
};
// clang-format on

static struct str skip_lead(struct str s)
{
	const char *const *lead;
	struct str before;

	do {
		before = s = verdict_skip_marks(s);
		lead = LEADS[str_letter(s)];
		for (; lead && *lead; lead++) {
			struct str rest = s, next;

			if (!str_iskip(&rest, *lead) || is_cut_off(*lead, rest))
				continue;
			next = skip_tie(verdict_skip_marks(rest));
			if (next.n == rest.n && !verdict_at_word(rest))
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
	enum { FAR = 60 };
	struct verdict more = {.kind = RESULT_NONE};

	s = str_sub(s, 0, FAR);
	for (size_t i = 0; i < s.n; i++) {
		struct str rest = str_sub(s, i, s.n);

		if (!str_is_digit(s.p[i]) ||
			(i && (verdict_at_word(str_sub(s, i - 1, i)) ||
				      strchr("+-.,<>=", s.p[i - 1]))))
			continue;
		if (!verdict_take_percent(&rest, &more))
			continue;
		v->has_percent = true;
		v->percent = more.percent;
		return;
	}
}

static bool is_whole_percent(const struct verdict *v)
{
	return decimal_cmp(v->percent, (struct decimal){100, 0}) == 0;
}

static bool is_digits(struct str s)
{
	while (s.n && str_is_digit(s.p[0]))
		s = str_sub(s, 1, s.n);
	return !s.n;
}

/* "COMPLETE - 23%, tracking": where it stands behind how it ended. */
static bool is_done_dash(struct str s)
{
	static const char *const WORDS[] = {
		"done", "complete", "completed", "achieved", "finished"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = s;

		if (str_iskip(&rest, WORDS[i]) && str_skip_space(&rest) &&
			(str_skip(&rest, "- ") || str_skip(&rest, "\u2013 ") ||
				str_skip(&rest, "\u2014 ")))
			return true;
	}
	return false;
}

/* Behind a sign: nothing, or a remark in brackets. */
static bool is_aside(struct str s)
{
	s = str_trim(s);
	if (str_is(s, ")") || str_is(s, "]") || str_is(s, "\uff09"))
		return true; /* of "(<tick>)" */
	return !verdict_skip_marks(s).n ||
	       (str_starts(s, "(") && str_ends(s, ")"));
}

/* "missed (31 %)" is missed all the same, "partly, 60 %" is 60 %; a comma
 * may lead on to anything: "missed, 31 % of them came late". */
static void add_share(struct str s, struct verdict *v)
{
	struct verdict share = *v;
	bool comma = str_skip_char(&s, ',');

	s = verdict_skip_marks(s);
	if (!verdict_take_percent(&s, &share) || (comma && !share.exact))
		return;
	if (v->kind == RESULT_MISSED)
		share.kind = RESULT_MISSED;
	share.exact = share.sure = true;
	*v = share;
}

/* "Not started, postponed to Q4" is put off. */
static void add_later(struct str s, struct verdict *v)
{
	struct verdict more = {.kind = RESULT_NONE};

	if (v->kind != RESULT_NOT_STARTED && v->kind != RESULT_WIP)
		return;
	while (s.n && strchr(",;.- ", s.p[0]))
		s = str_sub(s, 1, s.n);
	s = verdict_skip_marks(s);
	if (!str_iskip(&s, "and "))
		str_iskip(&s, "but ");
	if (verdict_puts_off(s) ||
		(take_phrase(&s, &more) && more.kind == RESULT_DEFERRED))
		v->kind = RESULT_DEFERRED;
}

/* "exceeded by 2 %": by how much, and not how far it came. */
static bool is_surplus(struct str s)
{
	static const char *const WORDS[] = {
		"exceeded by ", "beat by ", "surpassed by ", "missed by "};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_istarts(s, WORDS[i]))
			return true;
	}
	return false;
}

/* "completed 60%" is 60, but "DONE 100%" is done, and so is "DONE - 23%". */
static bool tells_number(struct str s, struct verdict *v)
{
	struct str lead = skip_lead(s);

	*v = (struct verdict){.kind = RESULT_NONE};
	if (!verdict_take_number(&lead, v) ||
		(is_whole_percent(v) && str_istarts(s, "done")) ||
		is_done_dash(s) || is_surplus(s))
		return false;
	v->known = true;
	v->sure = v->sure ||
		  (s.p != lead.p && s.p[0] != '%' && !str_is_digit(s.p[0]));
	return true;
}

/* "partly" and a word for done, in any language: a note, and no more. */
static void add_done(struct str s, struct verdict *v)
{
	struct verdict more = {.kind = RESULT_NONE};

	if (v->kind != RESULT_NOTE || v->exact || !str_skip_space(&s))
		return;
	if (take_phrase(&s, &more) && more.kind == RESULT_DONE)
		v->exact = more.exact;
}

/* "Yes ... and no :)", "Ja und nein": an answer that is none. */
static void add_contrary(struct str s, struct verdict *v)
{
	static const char *const TIES[] = {"and ", "und ", "et ", "y ", "e ",
		"en ", "och ", "og ", "& ", "/"};
	static const char *const NO[] = {
		"no", "nein", "non", "n\u00e3o", "nee", "nej", "nei", NULL};
	enum { LONGEST = 40 };
	struct str word;
	bool tied = false;

	s = str_sub(s, 0, LONGEST);
	while (s.n && strchr(" .,-", s.p[0]))
		s = str_sub(s, 1, s.n);
	str_skip(&s, "\u2026");
	s = str_trim(s);
	for (size_t i = 0; !tied && i < COUNT_OF(TIES); i++)
		tied = str_iskip(&s, TIES[i]);
	if (!tied || v->kind != RESULT_DONE || !str_take_until(&s, ' ', &word))
		return;
	if (str_is_listed(str_trim_end(word, ".,:;!?)"), NO))
		v->kind = RESULT_NOTE;
}

/* "Missed (31 %)", "WIP - 60%", "Moved to Q2": one of the words we know. */
static bool tells_phrase(struct str s, struct verdict *v)
{
	struct str lead = verdict_skip_marks(s), behind;

	*v = (struct verdict){.kind = RESULT_NONE};
	if (verdict_puts_off(lead)) {
		v->kind = RESULT_DEFERRED;
		v->known = v->exact = true;
		return true;
	}
	if (!take_phrase(&lead, v)) {
		behind = skip_lead(s);
		if (behind.n == lead.n || !take_phrase(&behind, v))
			return false;
		lead = behind;
	}
	v->known = true;
	v->rest = lead;
	if (v->kind == RESULT_WIP)
		add_percent(lead, v);
	if (!v->has_percent)
		add_later(lead, v);
	add_done(lead, v);
	add_contrary(lead, v);
	lead = verdict_skip_marks(lead);
	if (v->kind == RESULT_MISSED || v->kind == RESULT_NOTE)
		add_share(lead, v);
	return true;
}

/* "At risk since July, closed at 0.4": how it ended, behind how it went. */
static bool tells_end(struct str s, struct verdict *v)
{
	static const char *const WORDS[] = {"closed at ", "graded ", "scored ",
		"final score ", "final grade "};
	size_t comma = str_rfind_char(s, ',');
	struct str rest;

	*v = (struct verdict){.kind = RESULT_NONE};
	if (comma == STR_NONE || !comma)
		return false;
	s = str_trim(str_sub(s, comma + 1, s.n));
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		rest = s;
		if (!str_iskip(&rest, WORDS[i]) ||
			!verdict_take_number(&rest, v))
			continue;
		v->known = v->sure = true;
		/* "closed at 40 %" may be where it stands */
		return v->exact && !str_trim_end(rest, ".)").n &&
		       str_find_char(s, '.') != STR_NONE &&
		       str_find_char(s, '%') == STR_NONE;
	}
	return false;
}

/* "Achieved: no", "Reached? Yes": what is asked, and the answer. */
static bool tells_answer(struct str s, struct verdict *v)
{
	static const char *const YES[] = {"yes", "y", "ja", "oui", "s\u00ed",
		"si", "s\u00ec", "sim", "tak", "ano", "\u00e1no", "kyll\u00e4",
		"evet", "igen", "da", "\u0434\u0430", "\u662f", "\u306f\u3044",
		NULL};
	static const char *const NO[] = {"no", "n", "nein", "non", "n\u00e3o",
		"nee", "nie", "ne", "nej", "nei", "ei", "hay\u0131r", "nem",
		"nu", "\u043d\u0435\u0442", "\u043d\u0456", "\u5426",
		"\u3044\u3044\u3048", NULL};
	enum { LONGEST = 40 };
	size_t at = str_find(str_sub(s, 0, LONGEST), STR(": "));
	struct str asked;
	bool yes;

	if (at == STR_NONE)
		at = str_find(str_sub(s, 0, LONGEST), STR("? "));
	if (at == STR_NONE)
		return false;
	asked = str_trim(str_sub(s, 0, at));
	s = str_trim_end(str_trim(str_sub(s, at + 2, s.n)), ".!)]*_");
	yes = str_is_listed(s, YES);
	*v = (struct verdict){.kind = RESULT_NONE};
	if ((!yes && !str_is_listed(s, NO)) || !take_phrase(&asked, v) ||
		v->kind != RESULT_DONE || str_trim(asked).n)
		return false;
	v->kind = yes ? RESULT_DONE : RESULT_MISSED;
	v->known = v->exact = true;
	return true;
}

struct verdict verdict_of(struct str text)
{
	struct verdict v = {.kind = RESULT_NONE};
	enum result_kind emoji = RESULT_NONE;
	struct str s = verdict_skip_marks(text), one, before = s;

	if (!str_trim(text).n)
		return v;
	v.kind = RESULT_NOTE;
	if (is_digits(text)) /* a reading, as most cells have */
		return v;
	while ((one = emoji_take(&s)).n) {
		emoji = emoji ? emoji : verdict_of_emoji(one);
		before = s;
		s = verdict_skip_marks(s);
	}
	if (str_starts(text, "+") || str_starts(text, "-"))
		return v;
	if (tells_answer(s, &v) || tells_end(s, &v) || tells_number(s, &v) ||
		tells_phrase(s, &v))
		return v;
	v.kind = emoji ? emoji : RESULT_NOTE;
	v.known = emoji != RESULT_NONE;
	v.exact = v.known && is_aside(before);
	return v;
}

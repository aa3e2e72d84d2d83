/*
 * "(tick) safe, (cross) off track": a line that says what the signs of the page
 * mean.  Each sign becomes the one that means this everywhere.
 */
#include "doc_line_p.h"

#include <string.h>

#include "attr.h"
#include "buf.h"
#include "verdict_p.h"
#include "words.h"

enum {
	MOST = 12,
	SHORTEST = 6, /* "~ a +b" */
	LONGEST_LINE = 600,
	LONGEST_LEGEND = 240,
	LONGEST_MEANING = 32
};

struct legend {
	struct {
		struct str sign;
		const char *is; /* the sign that means it, NULL for the same */
	} v[MOST];
	size_t n;
	size_t known;
	const char *line; /* where it stands */
};

static const char NOTHING[] = "\U0001f518";

static const char *const OF_RESULT[] = {
	[RESULT_DONE] = "\u2705",
	[RESULT_WIP] = "\U0001f504",
	[RESULT_BLOCKED] = "\u26d4",
	[RESULT_DEFERRED] = "\u23f8",
	[RESULT_NOT_STARTED] = "\U0001f4a4",
	[RESULT_NA] = "\U0001f5d1",
	[RESULT_MISSED] = "\u274c",
	[RESULT_NOTE] = "\U0001f317",
};

static const char *const OF_HEALTH[] = {
	[HEALTH_ON_TRACK] = "\U0001f7e2",
	[HEALTH_NEEDS_ATTENTION] = "\U0001f7e1",
	[HEALTH_AT_RISK] = "\U0001f534",
};

/* Words that say how it goes beside a sign only. */
static const struct {
	const char *words;
	enum health health;
} BELIEFS[] = {
	{"safe", HEALTH_ON_TRACK},
	{"fine", HEALTH_ON_TRACK},
	{"ok", HEALTH_ON_TRACK},
	{"okay", HEALTH_ON_TRACK},
	{"going well", HEALTH_ON_TRACK},
	{"well on the way", HEALTH_ON_TRACK},
	{"l\u00e4uft", HEALTH_ON_TRACK},
	{"wobbly", HEALTH_NEEDS_ATTENTION},
	{"shaky", HEALTH_NEEDS_ATTENTION},
	{"unsure", HEALTH_NEEDS_ATTENTION},
	{"needs help", HEALTH_NEEDS_ATTENTION},
	{"wackelt", HEALTH_NEEDS_ATTENTION},
	{"in trouble", HEALTH_AT_RISK},
	{"in danger", HEALTH_AT_RISK},
	{"help needed", HEALTH_AT_RISK},
	{"stuck", HEALTH_AT_RISK},
};

/* Words that say how it ended beside a sign only. */
static const struct {
	const char *words;
	enum result_kind kind;
} ENDS[] = {
	{"made it", RESULT_DONE},
	{"we made it", RESULT_DONE},
	{"got it", RESULT_DONE},
	{"there", RESULT_DONE},
	{"yes", RESULT_DONE},
	{"geschafft", RESULT_DONE},
	{"ja", RESULT_DONE},
	{"oui", RESULT_DONE},
	{"s\u00ed", RESULT_DONE},
	{"sim", RESULT_DONE},
	{"klart", RESULT_DONE},
	{"working on it", RESULT_WIP},
	{"at work", RESULT_WIP},
	{"on it", RESULT_WIP},
	{"doing", RESULT_WIP},
	{"still at it", RESULT_WIP},
	{"going on", RESULT_WIP},
	{"dran", RESULT_WIP},
	{"wir sind dran", RESULT_WIP},
	{"bin dran", RESULT_WIP},
	{"on y travaille", RESULT_WIP},
	{"en ello", RESULT_WIP},
	{"trabajando en ello", RESULT_WIP},
	{"trabalhando nisso", RESULT_WIP},
	{"ci stiamo lavorando", RESULT_WIP},
	{"mee bezig", RESULT_WIP},
	{"jobbar p\u00e5 det", RESULT_WIP},
	{"on ice", RESULT_DEFERRED},
	{"later", RESULT_DEFERRED},
	{"not now", RESULT_DEFERRED},
	{"next time", RESULT_DEFERRED},
	{"parked", RESULT_DEFERRED},
	{"auf eis", RESULT_DEFERRED},
	{"sp\u00e4ter", RESULT_DEFERRED},
	{"plus tard", RESULT_DEFERRED},
	{"m\u00e1s tarde", RESULT_DEFERRED},
	{"mais tarde", RESULT_DEFERRED},
	{"pi\u00f9 tardi", RESULT_DEFERRED},
	{"senare", RESULT_DEFERRED},
	{"don't care any more", RESULT_NA},
	{"don't care anymore", RESULT_NA},
	{"don't care", RESULT_NA},
	{"no longer wanted", RESULT_NA},
	{"no longer needed", RESULT_NA},
	{"not needed any more", RESULT_NA},
	{"let go", RESULT_NA},
	{"gave up", RESULT_NA},
	{"given up", RESULT_NA},
	{"nicht mehr wichtig", RESULT_NA},
	{"aufgegeben", RESULT_NA},
	{"abandonn\u00e9", RESULT_NA},
	{"abandonado", RESULT_NA},
	{"abbandonato", RESULT_NA},
	{"opgegeven", RESULT_NA},
	{"no", RESULT_MISSED},
	{"nein", RESULT_MISSED},
	{"not made", RESULT_MISSED},
	{"did not make it", RESULT_MISSED},
	{"didn't make it", RESULT_MISSED},
	{"nicht geschafft", RESULT_MISSED},
};

static const char *end_of(struct str words)
{
	for (size_t i = 0; i < COUNT_OF(ENDS); i++) {
		if (str_ieq(words, str_of(ENDS[i].words)))
			return OF_RESULT[ENDS[i].kind];
	}
	return NULL;
}

static enum health belief_of(struct arena *a, struct str words)
{
	const char *rest = "";
	struct str whole = words;
	enum health health;

	for (size_t i = 0; i < COUNT_OF(BELIEFS); i++) {
		if (str_ieq(words, str_of(BELIEFS[i].words)))
			return BELIEFS[i].health;
	}
	if (health_take(&whole, &health) && !str_trim(whole).n)
		return health;
	health = health_read(a, words, &rest);
	return rest && *rest ? HEALTH_NONE : health;
}

/* "dropped during the quarter" is dropped. */
static struct str without_when(struct str s)
{
	static const char *const WHENS[] = {" during the quarter",
		" during the year", " in the quarter", " this quarter",
		" by the end", " at the end", " in the end", " on the way",
		" to next quarter", " to the next quarter", " to next year",
		" to the next year", " into next quarter", " to next term",
		" to next month", " ins n\u00e4chste Quartal",
		" au prochain trimestre", " al pr\u00f3ximo trimestre",
		" para o pr\u00f3ximo trimestre", " naar volgend kwartaal",
		" along the way", " on time", " in time", " im Quartal",
		" im Laufe des Quartals", " en cours de route"};

	for (size_t i = 0; i < COUNT_OF(WHENS); i++) {
		if (str_iends(s, WHENS[i]))
			return str_sub(s, 0, s.n - strlen(WHENS[i]));
	}
	return s;
}

static bool is_waiting(struct str words)
{
	static const char *const WORDS[] = {"waiting ", "wart", "en attente ",
		"wacht", "w oczekiwaniu", "v\u00e4ntar", "venter", "in attesa ",
		"a la espera ", "\u00e0 espera "};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_istarts(words, WORDS[i]))
			return true;
	}
	return false;
}

/* The sign that means these words everywhere, or NULL. */
static const char *sign_for(struct arena *a, struct str words)
{
	struct verdict v;
	enum health health;

	words.n = str_find_char(words, ',') == STR_NONE
			  ? words.n
			  : str_find_char(words, ','); /* "on ice, later" */
	if (!words.n || words.n > LONGEST_MEANING)
		return NULL;
	v = verdict_of(words);
	if (v.kind == RESULT_DEFERRED && v.known && v.exact)
		return OF_RESULT[v.kind]; /* "moved to next season" */
	if (v.kind == RESULT_BLOCKED && v.known && is_waiting(words))
		return OF_RESULT[v.kind]; /* whoever for */
	words = without_when(words);
	if (end_of(words))
		return end_of(words);
	v = verdict_of(words);
	if (v.kind == RESULT_DEFERRED && v.known && v.exact) /* "to T3" */
		return OF_RESULT[v.kind];
	if (str_has_digit(words))
		return NULL;
	if (v.kind == RESULT_BLOCKED && v.known && v.exact) /* not at risk */
		return OF_RESULT[v.kind];
	health = belief_of(a, words);
	if (health != HEALTH_NONE)
		return (size_t)health < COUNT_OF(OF_HEALTH) ? OF_HEALTH[health]
							    : NULL;
	return v.known && v.exact && !str_trim(v.rest).n &&
			       (size_t)v.kind < COUNT_OF(OF_RESULT)
		       ? OF_RESULT[v.kind]
		       : NULL;
}

/* "~ partly": a character that people type for a sign. */
static bool is_typed(struct str s)
{
	return s.n > 1 && strchr("~+ox?!/", s.p[0]) && strchr(" =:", s.p[1]);
}

/* An arrow that is drawn as a picture; its length, or 0. */
static size_t arrow_length(struct str s)
{
	static const char *const ARROWS[] = {
		"\u27a1", "\u2b05", "\u2b06", "\u2b07", "\u2197", "\u2198"};
	struct str rest = s;

	for (size_t i = 0; i < COUNT_OF(ARROWS); i++) {
		if (!str_skip(&rest, ARROWS[i]))
			continue;
		str_skip(&rest, "\ufe0f");
		return s.n - rest.n;
	}
	return 0;
}

/* A sign at the beginning of s: "(tick)", "[x]"; its length, or 0. */
static size_t sign_length(struct str s)
{
	struct str rest = s, sign;

	if (is_typed(s))
		return 1;
	if (s.n > 3 && s.p[0] == '[' && s.p[2] == ']')
		return 3;
	if ((unsigned char)s.p[0] < 0xe2 && s.p[0] != ':')
		return 0;
	if (arrow_length(s))
		return arrow_length(s);
	sign = emoji_take(&rest);
	return sign.n;
}

static bool may_begin_sign(char c)
{
	return (unsigned char)c >= 0xe2 || str_is_among(c, "~+ox?!/[:");
}

static size_t next_sign(struct str s)
{
	size_t at = 0;

	for (; at < s.n; at++) {
		struct str rest = str_sub(s, at, s.n);
		bool begins = !at || (!str_is_alnum(s.p[at - 1]) &&
					     !(s.p[at - 1] & 0x80));

		if (may_begin_sign(s.p[at]) && sign_length(rest) &&
			(begins || !is_typed(rest)))
			break;
	}
	return at;
}

/* A legend has more than one. */
static bool has_two_signs(struct str s)
{
	size_t at = sign_length(s);

	return at && at + next_sign(str_sub(s, at, s.n)) < s.n;
}

/* "Pulse of May ((tick) done, (cross) missed)": in brackets that end the line
 * any words may stand in front. */
static bool skip_title(struct str *s)
{
	size_t open = str_rfind_char(*s, '(');
	struct str in;

	if (open == STR_NONE || !str_ends(str_trim_end(*s, "*_"), ")"))
		return false;
	in = str_sub(*s, open + 1, s->n);
	if (!in.n || !sign_length(in) || !open ||
		!strchr(" *_", s->p[open - 1]))
		return false;
	*s = in;
	return true;
}

/* "As of 16 May. Legend:" in front of the first sign: the word for it, whatever
 * stands before. */
static bool names_legend(struct str head)
{
	static const char *const WORDS[] = {"legend", "key", "legende",
		"legenda", "l\u00e9gende", "leyenda", "llegenda",
		"what the signs mean", "signs", "zeichen",
		"zeichenerkl\u00e4rung", "teckenf\u00f6rklaring",
		"tegnforklaring", "merkkien selitys", "vysv\u011btlivky",
		"jelmagyar\u00e1zat",
		"\u043b\u0435\u0433\u0435\u043d\u0434\u0430",
		"\u041b\u0435\u0433\u0435\u043d\u0434\u0430"};

	head = str_trim_end(head, "*_ ");
	if (!str_ends(head, ":"))
		return false;
	head = str_trim_end(head, ":*_ ");
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		size_t n = strlen(WORDS[i]);

		if (str_iends(head, WORDS[i]) &&
			(head.n == n ||
				strchr(" *_>(|", head.p[head.n - n - 1])))
			return true;
	}
	return false;
}

/* "Look here each month. Status:" is "Status:". */
static struct str last_sentence(struct str s)
{
	struct str head = str_trim_end(s, "*_ ");

	if (!str_ends(head, ":"))
		return s;
	for (size_t i = s.n; i > 1; i--) {
		if (s.p[i - 1] == ' ' && strchr(".!?*_", s.p[i - 2]))
			return str_sub(s, i, s.n);
	}
	return s;
}

/* "Legend: " in front of the first sign: only words, and few. */
static bool skip_heading(struct str *s)
{
	enum { LONGEST = 32 };
	size_t at = next_sign(*s);
	struct str head = last_sentence(str_trim(str_sub(*s, 0, at)));

	if (skip_title(s))
		return true;
	if (at < s->n && names_legend(head)) {
		*s = str_sub(*s, at, s->n);
		return true;
	}
	if (at == s->n || head.n > LONGEST || str_has_digit(head))
		return false;
	head = str_trim_end(str_trim_left(head), "(*_");
	if (head.n && head.p[head.n - 1] != ':' &&
		!str_is_listed(
			head, (const char *const[]){"legend", "key", "legende",
				      ">", "-", "\u2022", NULL}))
		return false;
	*s = str_sub(*s, at, s->n);
	return true;
}

static struct str plain_sign(struct str sign)
{
	while (str_ends(sign, "\ufe0f"))
		sign.n -= strlen("\ufe0f");
	return sign;
}

static bool is_known_sign(const struct legend *l, struct str sign)
{
	for (size_t i = 0; i < l->n; i++) {
		if (str_eq(l->v[i].sign, sign))
			return true;
	}
	return false;
}

static void add_sign(
	struct arena *a, struct legend *l, struct str sign, struct str words)
{
	const char *is = sign_for(a, words);

	l->known += is != NULL;
	if (!is &&
		(verdict_of_emoji(sign) || verdict_is_empty_box(sign) ||
			str_is_alpha(sign.p[0]) || strchr("~+?!/", sign.p[0])))
		is = NOTHING;
	l->v[l->n].sign = sign;
	l->v[l->n++].is = is && !str_is(sign, is) ? is : NULL;
}

static bool read_legend(struct arena *a, struct str line, struct legend *l)
{
	struct str s = str_trim(line), sign, words;

	if (s.n < SHORTEST || s.n > LONGEST_LINE)
		return false;
	*l = (struct legend){.line = line.p};
	if (!skip_heading(&s) || s.n > LONGEST_LEGEND || !has_two_signs(s))
		return false;
	while (s.n && l->n < MOST) {
		size_t n = sign_length(s);

		if (!n)
			return false;
		sign = plain_sign(str_sub(s, 0, n));
		s = str_sub(s, n, s.n);
		n = next_sign(s);
		words = str_trim(str_sub(s, 0, n));
		s = str_sub(s, n, s.n);
		while (words.n && strchr("=:-", words.p[0]))
			words = str_trim(str_sub(words, 1, words.n));
		if (!str_skip(&words, "\u2013 "))
			str_skip(&words, "\u2014 ");
		words = str_trim_end(words, " ,;|/.)(*_");
		if (str_ends(words, "\u00b7"))
			words = str_trim(str_sub(words, 0, words.n - 2));
		if (!words.n || words.n > LONGEST_MEANING ||
			is_known_sign(l, sign))
			return false;
		add_sign(a, l, sign, words);
	}
	return l->n > 1 && l->known > 1 && l->known * 2 >= l->n;
}

/* The sign of the legend that s begins with; boxes and what is typed only in
 * front. */
static size_t find_sign(const struct legend *l, struct str s, bool front)
{
	for (size_t i = 0; i < l->n; i++) {
		struct str sign = l->v[i].sign;

		if (sign.n == 1 && (s.n < 2 || s.p[1] != ' '))
			continue;
		if (l->v[i].is &&
			(front || (sign.n > 1 && sign.p[0] != '[' &&
					  !arrow_length(sign))) &&
			str_eq(str_sub(s, 0, l->v[i].sign.n), l->v[i].sign))
			return i;
	}
	return l->n;
}

static void rewrite_line(const struct legend *l, struct buf *b, struct str s)
{
	bool front = true;

	while (s.n) {
		size_t n = 1, i = l->n;

		if ((unsigned char)s.p[0] >= 0xe2 ||
			strchr("[:~+ox?!/", s.p[0]))
			i = find_sign(l, s, front);
		front = front && strchr(" \t-*+>|0123456789.)", s.p[0]);
		if (i == l->n) {
			buf_add(b, str_sub(s, 0, n));
		} else {
			n = l->v[i].sign.n;
			buf_add(b, str_of(l->v[i].is));
		}
		s = str_sub(s, n, s.n);
		if (i < l->n)
			str_skip(&s, "\ufe0f");
	}
}

static struct str rewrite(
	struct arena *a, struct str text, const struct legend *l)
{
	enum { GROWTH = 2, SPARE = 64 };
	struct str line, kept;
	struct buf b;

	buf_init(&b, text.n * GROWTH + SPARE);
	while (str_take_line(&text, &line)) {
		if (line.p != l->line)
			rewrite_line(l, &b, line);
		buf_add(&b, STR("\n"));
	}
	kept = arena_str(a, buf_str(&b));
	buf_release(&b);
	return kept;
}

struct str doc_legend(struct arena *a, struct str text)
{
	struct str rest = text, line;
	struct legend l;

	while (str_take_line(&rest, &line)) {
		if (read_legend(a, line, &l))
			return rewrite(a, text, &l);
	}
	return text;
}

/*
 * A line of a comment: its sentences, the key results they speak of, and what
 * is said of each.
 */
#include "checkin_walk_p.h"

enum { MAX_MENTIONS = 24 };

/* --- what is said --- */

struct part {
	struct walk *w;
	struct tokens *t;
	size_t from, to; /* the sentence */
	size_t end;      /* where its stop stands */
	bool sure;       /* its numbers are confidences */
	bool whole;      /* it is of the objective */
	size_t mention[MAX_MENTIONS];
	size_t n;
};

/* Does a time that is over stand before the mention? */
static bool is_past(const struct tokens *t, size_t from)
{
	return from > 1 && t->v[from - 1].kind == TOKEN_KR &&
	       t->v[from - 2].kind == TOKEN_PAST;
}

static bool tell(struct walk *w, struct key_result *kr, struct tokens *t,
	size_t from, size_t to, bool named, bool sure, struct said *said)
{
	struct say s = {.a = w->a,
		.kr = kr,
		.names = &walk_memo(w, kr)->names,
		.t = t,
		.from = from,
		.to = to,
		.named = named,
		.alone = w->scope->only && !named,
		.worded = from && t->v[from - 1].kind == TOKEN_KR &&
			  !t->v[from - 1].number.n,
		.sure = sure,
		.past = is_past(t, from),
		.lights = w->lights};

	return from < to && say_read(&s, said);
}

/* What is shown beside the reading: without marks and lights in front. */
static struct str words_of(const struct tokens *t, size_t from, size_t to)
{
	enum {
		BACK = 1 << TOKEN_COMMA | 1 << TOKEN_STOP,
		FRONT = BACK | 1 << TOKEN_COLON | 1 << TOKEN_HEALTH |
			1 << TOKEN_ARROW
	};

	while (from < to && kind_is(t->v[from].kind, FRONT))
		from++;
	while (to > from && kind_is(t->v[to - 1].kind, BACK))
		to--;
	return str_trim(tokens_text(t, from, to));
}

/* Is there nothing but marks between two mentions? */
static bool is_empty(const struct tokens *t, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (!kind_is(t->v[i].kind, KINDS_MARK) &&
			!token_is_sign(&t->v[i]))
			return false;
	return true;
}

/* May a number follow this mention at once? */
static bool is_named(const struct part *p, size_t m)
{
	static const char *const WORDS[] = {"on", "regarding", "re", "update",
		"progress", "concerning", "our", "zu", "f\u00fcr", "pour",
		"sur", "para", "sobre", "bei", "for", "and", "status",
		"correction", "korrektur", "with"};
	const struct token *before;

	if (p->t->v[m].verb)
		return false;
	if (m == p->from)
		return true;
	before = &p->t->v[m - 1];
	return word_is_one(before->text, WORDS, COUNT_OF(WORDS)) ||
	       !kind_is(before->kind,
		       1 << TOKEN_WORD | 1 << TOKEN_OF | 1 << TOKEN_AT);
}

/* "The target for KR1 is 300", "I propose to lower KR1 to 280" */
static bool is_proposed(const struct part *p, size_t m)
{
	enum { NEAR_BY = 3, ASIDES = 1 << TOKEN_PLAN | 1 << TOKEN_GOAL };
	const struct token *t = p->t->v;

	if (!kind_is(t[m + 1].kind, 1 << TOKEN_AT | 1 << TOKEN_COLON) ||
		t[m + 2].kind != TOKEN_NUMBER)
		return false;
	for (size_t i = m; i > p->from && i + NEAR_BY > m; i--) {
		if (kind_is(t[i - 1].kind, ASIDES))
			return i < 2 || t[i - 2].kind != TOKEN_AT ||
			       t[i - 1].kind == TOKEN_PLAN;
		if (kind_is(t[i - 1].kind, KINDS_BREAK))
			break;
	}
	return false;
}

static bool is_aside(const struct part *p, size_t m)
{
	enum token_kind before = m > p->from ? p->t->v[m - 1].kind : TOKEN_END;

	return !p->t->v[m].kr || is_proposed(p, m) ||
	       kind_is(before,
		       1 << TOKEN_DEPEND | 1 << TOKEN_PLAN | 1 << TOKEN_GOAL);
}

/* The 3 of "Uptime March"; 0: no month is named. */
static int month_of(struct str name)
{
	struct str word;
	int month = 0;

	while (!month && str_take_until(&name, ' ', &word))
		month = word.n > 2 ? day_month(word) : 0;
	return month;
}

/* Results and health hold for all of a list, values for one. */
static void report_list(struct part *p, size_t first, size_t last,
	const struct said *said, struct str text)
{
	struct said shared = *said;

	if (last > first + 1) {
		shared.value = NULL;
		if (shared.result.kind == RESULT_PERCENT)
			shared.result = (struct result){.text = ""};
	}
	if (!shared.value && !shared.result.kind && !shared.health &&
		!shared.share)
		return;
	p->w->month = month_of(p->t->v[p->mention[first]].text);
	for (size_t i = first; i < last; i++)
		if (!is_aside(p, p->mention[i]))
			walk_report(p->w, p->t->v[p->mention[i]].kr, &shared,
				text, true);
	p->w->month = 0;
}

/* "We are at $15.2M (KR1)", "Done: KR1, KR4" */
static bool tell_before(struct part *p)
{
	size_t first = p->mention[0], last = p->n, to = first;
	struct said said;

	if (is_aside(p, first) || first == p->from)
		return false;
	while (to > p->from && (p->t->v[to - 1].kind == TOKEN_OPEN ||
				       p->t->v[to - 1].kind == TOKEN_INTO ||
				       str_iis(p->t->v[to - 1].text, "on") ||
				       str_iis(p->t->v[to - 1].text, "with")))
		to--;
	if (p->t->v[first - 1].kind == TOKEN_OF)
		to--;
	for (size_t k = 1; k < p->n; k++)
		if (!is_empty(p->t, p->mention[k - 1] + 1, p->mention[k]))
			return false;
	if (walk_series(p->w, p->t->v[first].kr, p->t, p->from, to))
		return true;
	if (!tell(p->w, p->t->v[first].kr, p->t, p->from, to, true, false,
		    &said))
		return false;
	report_list(p, 0, last, &said, words_of(p->t, p->from, to));
	return true;
}

/* "Postponing KR3 to next quarter" */
static void tell_around(struct part *p)
{
	size_t m = p->mention[0];
	struct tokens *t;
	struct said said;
	struct str text;

	if (p->n > 1 || is_aside(p, m) || m == p->from)
		return;
	t = ARENA_NEW(p->w->a, struct tokens);
	text = str_of(arena_printf(p->w->a, "%.*s %.*s",
		STR_ARG(tokens_text(p->t, p->from, m)),
		STR_ARG(tokens_text(p->t, m + 1, p->to))));
	t->budget = p->t->budget;
	tokens_read(p->w->a, text, t);
	if (!tell(p->w, p->t->v[m].kr, t, 0, t->n, true, false, &said) ||
		said.result.kind == RESULT_NONE ||
		said.result.kind == RESULT_PERCENT)
		return;
	said.value = NULL;
	walk_report(p->w, p->t->v[m].kr, &said, text, true);
}

/* "KR1 ($16M) and KR2 (12) both on track" */
static bool says_both(const struct tokens *t, size_t from, size_t to)
{
	static const char *const BOTH[] = {
		"both", "beide", "beides", "ambos", "ambas"};

	for (size_t i = from; i < to; i++)
		if (word_is_one(t->v[i].text, BOTH, COUNT_OF(BOTH)))
			return true;
	return false;
}

static void report_both(struct part *p, size_t k, const struct said *said)
{
	struct said shared = *said;

	shared.value = NULL;
	shared.share = NULL;
	if (shared.result.kind == RESULT_PERCENT)
		shared.result.kind = RESULT_NONE;
	if (!is_aside(p, p->mention[k]))
		walk_report(p->w, p->t->v[p->mention[k]].kr, &shared,
			(struct str){NULL, 0}, true);
}

/* "Confidence KR1: 7/10", "Confidence in KR1 fell to 7/10" */
static bool is_sure(const struct part *p, size_t m)
{
	size_t i = m;

	if (i > p->from && (p->t->v[i - 1].kind == TOKEN_INTO ||
				   str_iis(p->t->v[i - 1].text, "on")))
		i--;
	return i > p->from && p->t->v[i - 1].kind == TOKEN_SURE;
}

/* "80% confident on KR1": where its number stands; m: it has none before it. */
static size_t sure_before(const struct part *p, size_t m)
{
	size_t i = m;

	while (i > p->from && (p->t->v[i - 1].kind == TOKEN_INTO ||
				      p->t->v[i - 1].kind == TOKEN_NEAR ||
				      str_iis(p->t->v[i - 1].text, "on")))
		i--;
	if (i < p->from + 2 || p->t->v[i - 1].kind != TOKEN_SURE ||
		p->t->v[i - 2].kind != TOKEN_NUMBER)
		return m;
	return i - 2;
}

static bool tell_sure(struct part *p, size_t m)
{
	size_t i = sure_before(p, m);
	struct said said = {.result = {.text = ""}};

	if (i == m || is_aside(p, m))
		return false;
	said.share = say_share(p->w->a, p->t->v[i].q);
	if (said.share)
		walk_report(p->w, p->t->v[m].kr, &said, p->t->v[i].text, true);
	return said.share != NULL;
}

static void tell_mentions(struct part *p)
{
	size_t first = 0;
	bool any = false;

	for (size_t k = 0; k < p->n; k++) {
		size_t m = p->mention[k];
		size_t to = k + 1 < p->n ? sure_before(p, p->mention[k + 1])
					 : p->to;
		bool sure = p->sure || is_sure(p, m);
		struct said said;

		any |= tell_sure(p, m);
		if (is_empty(p->t, m + 1, to))
			continue;
		if (first == k && !is_aside(p, m) &&
			walk_series(p->w, p->t->v[m].kr, p->t, m + 1, to)) {
			any = true;
			first = k + 1;
			continue;
		}
		if (!is_aside(p, m) &&
			tell(p->w, p->t->v[m].kr, p->t, m + 1, to,
				is_named(p, m), sure, &said)) {
			report_list(p, first, k + 1, &said,
				words_of(p->t, m + 1, to));
			any = true;
			if (k > 0 && says_both(p->t, m + 1, to))
				report_both(p, k - 1, &said);
		}
		first = k + 1;
	}
	if (!any && p->n && !tell_before(p))
		tell_around(p);
}

/* --- whom lines are about --- */

/* The key result of a line that names none. */
static struct key_result *heir(const struct walk *w, const struct line *line)
{
	if (w->scope->only)
		return w->scope->only;
	if (w->asked)
		return w->asked;
	if (!w->kr || w->kr_heading)
		return w->kr;
	if (line->indent > w->kr_indent || (line->item && !w->kr_item))
		return w->kr;
	return line->item || line->blank_before ? NULL : w->kr;
}

/* "The forecast: KR1 $17.5M, KR2 14": it holds for all */
static bool is_headed(const struct part *p)
{
	enum { ASIDES = 1 << TOKEN_PLAN | 1 << TOKEN_GOAL | 1 << TOKEN_PAST };

	for (size_t i = p->from; i + 1 < p->mention[0]; i++)
		if (kind_is(p->t->v[i].kind, ASIDES) &&
			p->t->v[i + 1].kind == TOKEN_COLON)
			return true;
	return false;
}

/* "Reading -- 64 % -- amber" below "Absence -- 15 %": another item, though we
 * know none of that name */
static bool is_other_item(const struct walk *w, const struct tokens *t)
{
	enum { MOST = 4 };
	size_t i = 0;

	if (w->scope->only || w->kr_heading)
		return false;
	while (i < MOST && t->v[i].kind == TOKEN_WORD &&
		str_is_alpha(t->v[i].text.p[0]))
		i++;
	return i && t->v[i].kind == TOKEN_COLON && i + 1 < t->n;
}

/* "I am 80% sure" */
static bool has_sure(const struct part *p)
{
	for (size_t i = p->from; i < p->to; i++)
		if (p->t->v[i].kind == TOKEN_SURE)
			return true;
	return false;
}

/* "We are on track <lamp>": nothing is named, and no number told. */
static bool is_belief(const struct part *p)
{
	enum { OTHERS = 1 << TOKEN_KR | 1 << TOKEN_NUMBER | 1 << TOKEN_PLAN };
	bool light = false;

	for (size_t i = p->from; i < p->to; i++) {
		const struct token *t = &p->t->v[i];

		if (kind_is(t->kind, OTHERS))
			return false;
		light |= t->kind == TOKEN_HEALTH &&
			 (unsigned char)t->text.p[0] >= 0x80;
	}
	return light;
}

static void take_sentence(
	struct walk *w, struct part *p, struct key_result *kr, bool named)
{
	struct said said;
	bool whole;

	p->n = 0;
	if (p->t->v[p->to].question)
		return;
	p->from = walk_each(w, p->t, p->from, p->to);
	whole = !kr && is_belief(p);
	p->from = walk_whole(w, p->t, p->from, p->to,
		p->whole || whole || (!kr && has_sure(p)));
	p->to = walk_whole_last(w, p->t, p->from, p->to, whole);
	for (size_t i = p->from; i < p->to && p->n < MAX_MENTIONS; i++)
		if (p->t->v[i].kind == TOKEN_KR)
			p->mention[p->n++] = i;
	if (p->from >= p->to || (p->n && is_headed(p)))
		return;
	if (p->n) {
		tell_mentions(p);
		return;
	}
	if ((w->mended && walk_mend(w, p->from, p->to)) ||
		walk_guess_sure(w, p->t, p->from, p->to))
		return;
	if (kr && kr == w->scope->only &&
		walk_series(w, kr, p->t, p->from, p->to))
		return;
	if (kr && tell(w, kr, p->t, p->from, p->to, named, false, &said))
		walk_report(
			w, kr, &said, words_of(p->t, p->from, p->to), named);
}

/* "still 84", and no "100 %!", which is but loud for yes */
static bool is_brief(const struct walk *w, const struct part *p)
{
	enum { BRIEF = 3 };
	const struct quantity *to = w->scope->only->target, *q = NULL;

	for (size_t i = p->from; i < p->to; i++)
		if (p->t->v[i].kind == TOKEN_NUMBER)
			q = p->t->v[i].q;
	return q && p->to - p->from <= BRIEF &&
	       !(fit_is_percent(q) && q->value.coef == 100 && !q->value.scale &&
		       !fit_is_same(q, to));
}

/* "69 %, up from 66 %" in the issue that is the key result: of what it counts
 * it may be the week's number. */
static bool begins_told(const struct walk *w, const struct part *p)
{
	size_t i = p->from;
	enum token_kind next;

	while (token_is_sign(&p->t->v[i]) || p->t->v[i].kind == TOKEN_HEALTH)
		i++;
	/* "May so far 99.41" */
	while (kind_is(p->t->v[i].kind, 1 << TOKEN_TIME | 1 << TOKEN_TOTAL) ||
		(i > p->from && p->t->v[i].kind == TOKEN_COLON))
		i++;
	/* "Done: 13" */
	if (p->t->v[i].kind == TOKEN_DONE && p->t->v[i + 1].kind == TOKEN_COLON)
		i += 2;
	next = p->t->v[i + 1].kind;
	if (!w->scope->only)
		return false;
	if (p->to - p->from <= 3)
		return is_brief(w, p);
	return p->t->v[i].kind == TOKEN_NUMBER &&
	       (!fit_is_counted(p->t->v[i].q) || next == TOKEN_TOTAL ||
		       next == TOKEN_DONE ||
		       names_is_done_verb(w->scope->only, p->t->v[i + 1].text));
}

static bool ends_sentence(const struct token *t)
{
	return t->kind == TOKEN_STOP || t->kind == TOKEN_END;
}

/* "Waiting time went up", and no "Waiting time: 40 min" */
static bool is_prose(const struct tokens *t)
{
	enum {
		FIELDS = 1 << TOKEN_COLON | 1 << TOKEN_NUMBER |
			 1 << TOKEN_HEALTH | 1 << TOKEN_ARROW | 1 << TOKEN_END |
			 1 << TOKEN_OPEN
	};

	for (size_t i = 0; i < t->n; i++)
		if (t->v[i].kind == TOKEN_KR)
			return !t->v[i].number.n &&
			       !kind_is(t->v[i + 1].kind, FIELDS);
	return false;
}

/* Later lines are about the one key result that this line began with; but
 * "Progress: 8 of 14 findings closed" is a field among others. */
static void turn(struct walk *w, const struct line *line,
	struct key_result *first, bool one)
{
	if (!first || (line->labelled && !w->tokens.v[0].number.n))
		return;
	if (!one || w->scope->only) {
		w->kr = w->scope->only;
		return;
	}
	walk_turn(w, first);
	w->kr_told = is_prose(&w->tokens) && !line->item && !line->indent;
	w->kr_heading = line->heading;
	w->kr_indent = line->indent;
	w->kr_item = line->item;
}

/* "- [x] KR2", "- [x] Pass the audit" */
static void tick(struct walk *w, const struct line *line, struct key_result *kr)
{
	enum { MOST = 50 }; /* of its words, in percent */
	struct said said = {.result = {.kind = RESULT_DONE,
				    .text = arena_text(w->a, line->text)}};

	if (kr && w->tokens.n > 1)
		return;
	if (!kr) {
		kr = walk_named(w, line->text);
		if (!kr || names_share(&walk_memo(w, kr)->names, line->text) <
				   MOST)
			return;
	}
	walk_report(w, kr, &said, line->text, true);
}

void walk_text(struct walk *w, const struct line *line)
{
	struct tokens *t = &w->tokens;
	struct part p = {
		.w = w, .t = t, .sure = line->sure, .whole = line->whole};
	struct key_result *first = NULL, *kr = heir(w, line), *last = kr;
	bool one = true;
	bool named =
		(w->fresh && !line->labelled) ||
		(w->scope->only &&
			(!line->blank_before || date_is_set(w->line_date)) &&
			!line->labelled);

	tokens_read(w->a, line->text, t);
	tokens_join_tenths(w->a, t, false);
	walk_mentions(w, t, line->heading);
	if (line->indent <= w->kr_indent && is_other_item(w, t))
		kr = last = NULL;
	for (size_t from = 0; from < t->n; from = p.end + 1) {
		p.from = p.to = from;
		while (!ends_sentence(&t->v[p.to]))
			p.to++;
		p.end = p.to;
		take_sentence(w, &p, last,
			(named && from == 0) || begins_told(w, &p));
		for (size_t k = 0; k < p.n; k++) {
			if (is_aside(&p, p.mention[k]))
				continue;
			kr = t->v[p.mention[k]].kr;
			one &= !first || first == kr;
			if (!first && is_named(&p, p.mention[k]))
				first = kr;
		}
		if (p.n)
			last = one ? first : NULL;
	}
	w->asked = NULL;
	turn(w, line, first, one);
	w->fresh = line->heading && first && one;
	if (line->ticked)
		tick(w, line, first);
}

bool walk_told(struct walk *w, struct key_result *kr, struct str text)
{
	struct said said;

	tokens_read(w->a, text, &w->tokens);
	if (!tell(w, kr, &w->tokens, 0, w->tokens.n, true, false, &said))
		return false;
	walk_report(w, kr, &said, words_of(&w->tokens, 0, w->tokens.n), true);
	return true;
}

/* "260", "260 of 300", "260 (+20) \U0001f7e2", "6 days, was 7", "1 evening
 * held"
 */
static bool is_value(const struct tokens *t, const struct key_result *kr)
{
	size_t i = 1;

	if (!t->n || t->v[0].kind != TOKEN_NUMBER)
		return false;
	if (t->v[i].kind == TOKEN_OF && i + 1 < t->n)
		i += 2;
	i += i < t->n &&
	     (t->v[i].kind == TOKEN_DONE || str_iis(t->v[i].text, "gone") ||
		     names_is_state(kr, t->v[i].text));
	if (t->v[i].kind == TOKEN_OPEN) {
		while (i < t->n && t->v[i].kind != TOKEN_CLOSE)
			i++;
		i++;
	}
	if (t->v[i].kind == TOKEN_COMMA && t->v[i + 1].kind == TOKEN_PAST &&
		t->v[i + 2].kind == TOKEN_NUMBER)
		i += 3 + (t->v[i + 3].kind == TOKEN_PAST);
	i += i < t->n && t->v[i].kind == TOKEN_HEALTH;
	return i >= t->n;
}

bool walk_is_value(struct walk *w, struct key_result *kr, struct str text)
{
	struct tokens *t = &w->tokens;
	struct said said;

	tokens_read(w->a, text, t);
	return is_value(t, kr) && tell(w, kr, t, 0, t->n, true, false, &said);
}

/*
 * Lines with a label: "Blocker: ...", "Status: amber", and headings that say
 * what stands below them: "## Next steps".
 */
#include "checkin_walk_p.h"

#include "mark_number_p.h"
#include "verdict_p.h"

enum { LABEL_BYTES = 60 };

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

/* "none", "n/a", "no blockers", "<what blocks you>" */
static bool is_nothing(struct str text)
{
	enum { SHORT = 40 };
	static const char *const WORDS[] = {"none", "no", "n/a", "na",
		"nothing", "nil", "-", "/", "keine", "kein", "nichts", "aucun",
		"aucune", "rien", "ninguno", "ninguna", "nada", "nenhum",
		"nenhuma", "tbd", "not yet", "none yet"};
	static const char *const LEADS[] = {"none ", "no blockers", "no risks",
		"nothing ", "no asks", "n/a "};

	while (text.n && strchr(".! ", text.p[text.n - 1]))
		text.n--;
	return !text.n || word_is_one(text, WORDS, COUNT_OF(WORDS)) ||
	       (text.n < SHORT &&
		       text_begins_one(text, LEADS, COUNT_OF(LEADS))) ||
	       (text.p[0] == '<' && text.n > 2 && str_is_alpha(text.p[1]) &&
		       text.p[text.n - 1] == '>');
}

static void set_confidence(struct walk *w, struct str text)
{
	const struct decimal *share = NULL;
	struct tokens *t = &w->tokens;

	tokens_read(w->a, text, t);
	tokens_join_tenths(w->a, t, true);
	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].kind == TOKEN_KR)
			return;
		if (t->v[i].kind == TOKEN_NUMBER &&
			!(i && t->v[i - 1].kind == TOKEN_PAST &&
				t->v[i + 1].kind != TOKEN_AT))
			share = say_share(w->a, t->v[i].q);
		if (t->v[i].kind == TOKEN_OPEN || t->v[i].kind == TOKEN_STOP)
			break;
	}
	if (!share || (!w->kr && !w->o))
		return;
	w->hit = true;
	if (w->kr)
		w->kr->confidence = share;
	else
		w->o->confidence = share;
}

static bool has_mention(struct str text)
{
	bool several;

	for (size_t i = 0; i < text.n; i++) {
		struct str rest = str_sub(text, i, text.n), number;

		if ((!i || !str_is_alnum(text.p[i - 1])) &&
			token_take_kr(&rest, &number, &several))
			return true;
	}
	return false;
}

/* "KR1, KR3 and KR4" */
static bool is_mentions(struct str text)
{
	while (text.n) {
		struct str number;
		bool several;

		if (!token_take_kr(&text, &number, &several) &&
			!str_iskip(&text, "and "))
			return false;
		while (text.n && strchr(" ,/&.", text.p[0]))
			text = str_sub(text, 1, text.n);
	}
	return true;
}

/* The objective's own health, the newest first; a label's stays. */
static void set_health(struct walk *w, struct str text)
{
	struct said said;
	struct key_result none = {.text = "", .measure = "", .verb = ""};
	struct names names = {.text = ""};
	struct say s = {.a = w->a,
		.kr = &none,
		.names = &names,
		.t = &w->tokens,
		.lights = true};

	tokens_read(w->a, text, &w->tokens);
	s.to = w->tokens.n;
	said = (struct said){.health = HEALTH_NONE};
	say_health(&s, &said);
	if (!w->o || said.health == HEALTH_NONE)
		return;
	w->hit = true;
	if (!walk_has_label(w, w->o))
		w->o->health = said.health;
}

static void as_text(struct walk *w, struct str text, bool sure)
{
	struct line line = {.text = text, .labelled = true, .sure = sure};

	walk_text(w, &line);
}

/* "a second hall (KR1)" */
static struct key_result *take_owner_behind(struct walk *w, struct str *text)
{
	struct str rest = *text, number;
	struct key_result *kr;
	bool several;
	size_t at = STR_NONE;

	for (size_t i = 1; i < text->n; i++)
		if (text->p[i] == '(' && text->p[i - 1] == ' ')
			at = i;
	if (at == STR_NONE)
		return NULL;
	rest = str_sub(*text, at + 1, text->n);
	if (!token_take_kr(&rest, &number, &several) || several ||
		(!str_is(rest, ")") && !str_is(rest, ").")))
		return NULL;
	kr = walk_numbered(w, number);
	if (kr)
		*text = str_trim(str_sub(*text, 0, at));
	return kr;
}

/* "KR2: legal has no capacity": whose remark it is. */
static struct key_result *take_owner(struct walk *w, struct str *text)
{
	struct str rest = *text, number, words = {NULL, 0};
	struct key_result *kr;
	bool several;

	if (!token_take_kr(&rest, &number, &several)) {
		number = words;
		if (!str_take_until(&rest, ':', &words) || !rest.n ||
			words.n > LABEL_BYTES)
			return NULL;
	} else if (!str_skip_char(&rest, ':') && !str_skip(&rest, " -") &&
		   !str_skip(&rest, " \u2013") && !str_skip(&rest, " \u2014")) {
		/* "KR4 cannot start before May" */
		return several || has_mention(rest) || !str_starts(rest, " ")
			       ? NULL
			       : walk_numbered(w, number);
	}
	kr = words.n ? walk_named(w, words) : walk_numbered(w, number);
	if (kr)
		*text = str_trim(rest);
	return kr;
}

/* "no access until May. KR2 is at 8 days": where another sentence begins with a
 * key result, the remark ends. */
static struct str cut_mention(struct str *text)
{
	for (size_t i = 2; i < text->n; i++) {
		struct str rest = str_sub(*text, i, text->n), all = rest;
		struct str number;
		bool several;

		if (text->p[i - 1] != ' ' || text->p[i - 2] != '.' ||
			!token_take_kr(&rest, &number, &several))
			continue;
		text->n = i - 1;
		return all;
	}
	return (struct str){NULL, 0};
}

static void add_remark(struct walk *w, enum remark kind, struct str text)
{
	struct str rest = cut_mention(&text);
	struct key_result *before = w->kr, *kr = take_owner(w, &text);
	struct texts *list;

	if (!kr)
		kr = take_owner_behind(w, &text);
	if (kr)
		walk_turn(w, kr);
	list = list_of(w, kind);
	if (list && !is_nothing(text)) {
		*vec_add(w->a, list) = arena_text(w->a, text);
		w->hit = true;
	}
	w->kr = before;
	if (rest.n)
		as_text(w, rest, false);
}

/* "win rate 7/10, rating 8/10": a key result called by its words */
static bool begins_named(struct walk *w, struct str text)
{
	tokens_read(w->a, text, &w->tokens);
	walk_mentions(w, &w->tokens, false);
	return w->tokens.n > 1 && w->tokens.v[0].kind == TOKEN_KR &&
	       w->tokens.v[0].kr;
}

/* "7/10. NPS 44" */
static void take_confidence(struct walk *w, struct str text)
{
	size_t at = str_find(text, STR(". "));

	set_confidence(w, text);
	if (at != STR_NONE)
		as_text(w, str_sub(text, at + 2, text.n), false);
}

void walk_note_remark(struct walk *w, enum remark kind, struct str text)
{
	size_t at;

	text = str_trim(text);
	switch (kind) {
	case REMARK_CONFIDENCE:
		if (has_mention(text) || begins_named(w, text))
			as_text(w, text, true);
		else
			take_confidence(w, text);
		break;
	case REMARK_OVERALL: /* "red. KR2 is at 214 of 500" */
		at = str_find(text, STR(". "));
		w->kr = NULL;
		set_health(w, str_sub(text, 0, at));
		at = at == STR_NONE ? 0 : at + 2;
		walk_text(w, &(struct line){.text = str_sub(text, at, text.n),
				     .labelled = true,
				     .whole = true});
		break;
	case REMARK_STATUS:
	case REMARK_VALUE:
		if (has_mention(text))
			as_text(w, text, false);
		else if (w->kr)
			walk_told(w, w->kr, text);
		else if (kind == REMARK_STATUS)
			set_health(w, text);
		else
			as_text(w, text, false);
		break;
	case REMARK_DATE:
		day_find(text, w->note->day, &w->date);
		break;
	case REMARK_TALK:
		as_text(w, text, false);
		break;
	case REMARK_ASIDE:
	case REMARK_NONE:
		break;
	default:
		add_remark(w, kind, text);
	}
}

/* "Confidence KR1", "Risk (KR2)": the key result goes, and is turned to. */
static struct str take_mention(struct walk *w, struct str label)
{
	for (size_t i = 0; i < label.n; i++) {
		struct str rest = str_sub(label, i, label.n), number, left;
		struct key_result *kr;
		bool several;

		if ((i && str_is_alnum(label.p[i - 1])) ||
			!token_take_kr(&rest, &number, &several))
			continue;
		kr = walk_numbered(w, number);
		if (!kr)
			return label;
		left = str_trim(str_sub(label, 0, i));
		if (str_ends(left, "("))
			left.n--;
		left = str_trim(left);
		if (str_iends(left, " for") || str_iends(left, " on"))
			left.n -= str_iends(left, " on") ? 3 : 4;
		rest = str_trim(rest);
		str_skip_char(&rest, ')');
		if (left.n && rest.n)
			return label;
		left = left.n ? left : str_trim(rest);
		if (remark_of(left))
			walk_turn(w, kr);
		return left;
	}
	return label;
}

/* "Needs" above a list, where no "Blocked" is a result */
static bool is_bare_heading(const struct line *line)
{
	enum {
		HEADINGS = 1 << REMARK_BLOCKER | 1 << REMARK_ASK |
			   1 << REMARK_RISK | 1 << REMARK_MITIGATION |
			   1 << REMARK_TALK | 1 << REMARK_ASIDE
	};

	return line->blank_before && !line->item && !line->indent &&
	       char_is_upper(line->text.p[0]) &&
	       (HEADINGS >> remark_of(line->text) & 1) &&
	       !verdict_of(line->text).known;
}

/* "KR1: Mitigation: ..." */
static bool take_front(struct walk *w, struct str text)
{
	enum {
		KINDS = 1 << REMARK_BLOCKER | 1 << REMARK_ASK |
			1 << REMARK_RISK | 1 << REMARK_MITIGATION
	};
	struct str number, label;
	struct key_result *before = w->kr, *kr;
	enum remark kind;
	bool several;

	if (!token_take_kr(&text, &number, &several) || several ||
		!str_skip(&text, ": ") || !str_take_until(&text, ':', &label))
		return false;
	kind = remark_of(str_trim(label));
	kr = walk_numbered(w, number);
	if (!text.n || !kr || !(KINDS >> kind & 1))
		return false;
	walk_turn(w, kr);
	walk_note_remark(w, kind, text);
	w->kr = before;
	return true;
}

/* What stands in front of a colon, or a dash: "Blocker on KR2 - ...". */
static bool take_label(struct walk *w, struct str *text, struct str *label)
{
	static const char *const DASHES[] = {" - ", " \u2013 ", " \u2014 "};

	for (size_t i = 0; i < COUNT_OF(DASHES); i++) {
		size_t at = str_find(*text, str_of(DASHES[i]));

		*label = str_sub(*text, 0, at);
		if (at == STR_NONE || !has_mention(*label) ||
			!remark_of(take_mention(w, *label)))
			continue;
		*text = str_sub(*text, at + strlen(DASHES[i]), text->n);
		return true;
	}
	if (str_find_char(*text, ':') == STR_NONE) {
		size_t at = str_find(*text, STR("\uff1a"));

		if (at != STR_NONE) {
			*label = str_sub(*text, 0, at);
			*text = str_sub(*text, at + 3, text->n);
			return true;
		}
	}
	return str_take_until(text, ':', label);
}

/* A remark behind a blank line or a sentence is about the whole again, as it is
 * no item of what stands above. */
static void leave_key_result(struct walk *w, const struct line *line)
{
	if ((line->blank_before || w->kr_told) && !line->behind &&
		!line->item && !line->indent && !w->kr_heading)
		w->kr = w->scope->only;
}

bool walk_remark(struct walk *w, const struct line *line)
{
	struct str rest = line->text, label;
	enum remark kind;

	if (take_front(w, rest))
		return true;
	if (!take_label(w, &rest, &label) || label.n > LABEL_BYTES)
		return false;
	/* A heading needs no colon. */
	if (rest.n == 0 && !str_ends(line->text, ":") && !line->heading &&
		!is_bare_heading(line))
		return false;
	rest = str_trim(rest);
	/* "KR2 progress: 66 %, KR3 progress: 40 %" */
	if (has_mention(label) && has_mention(rest))
		return false;
	if (remark_is_text(remark_of(str_trim(label))))
		leave_key_result(w, line);
	kind = remark_of(take_mention(w, str_trim(label)));
	/* "Blocked: KR4" */
	if (!kind || (has_mention(rest) && is_mentions(rest)))
		return false;
	if (rest.n && !(kind >= REMARK_TALK && has_mention(rest) == 0 &&
			      line->heading)) {
		w->section = REMARK_NONE;
		walk_note_remark(w, kind, rest);
		return true;
	}
	w->section = kind;
	/* "Risks:" below lines of several key results */
	if (!line->indent &&
		(line->heading || is_bare_heading(line) ||
			(remark_is_text(kind) && w->turned > 1 && !line->item)))
		w->kr = w->kr_heading ? w->kr : w->scope->only;
	return true;
}

/*
 * Results in words: only where they begin what is said, and where nothing
 * behind them takes a part of it back.
 */
#include "checkin_say_p.h"

#include "verdict_p.h"

const struct token *say_at(const struct say *s, size_t i)
{
	static const struct token NONE = {.kind = TOKEN_END};

	return i < s->to ? &s->t->v[i] : &NONE;
}

static enum token_kind kind_at(const struct say *s, size_t i)
{
	return say_at(s, i)->kind;
}

/* Something is still to come. */
static bool takes_back(struct str text)
{
	static const char *const WORDS[] = {" but ", "except", "still ",
		"remain", " open", "pending", " left", "missing", "partly",
		"partially", "almost", "not ", "waiting", "to do", "first ",
		"phase", "half", " aber ", "noch ", "offen", " mais ", "reste",
		" pero ", "falta", "todav\u00eda", " mas ", "part of",
		"some of", "most of", "mostly", "draft"};

	return text_has_one(text, WORDS, COUNT_OF(WORDS));
}

/* "live in all markets" for "Ship ... to all markets" */
static bool is_own(const struct say *s, size_t i)
{
	size_t to = i;

	while (kind_is(kind_at(s, to),
		1 << TOKEN_WORD | 1 << TOKEN_NEAR | 1 << TOKEN_TIME))
		to++;
	return to > i &&
	       kind_is(kind_at(s, to),
		       KINDS_MARK | 1 << TOKEN_END | 1 << TOKEN_NOW |
			       1 << TOKEN_PAST | 1 << TOKEN_DEPEND) &&
	       names_allow(s->names, tokens_text(s->t, i, to));
}

/* "live [in] all depots" */
static bool is_all(struct str word)
{
	static const char *const WORDS[] = {"all", "every", "each", "both",
		"alle", "allen", "jedem", "tous", "toutes", "chaque", "todos",
		"todas", "cada", "tutti", "tutte", "alle", "elk"};

	return word_is_one(word, WORDS, COUNT_OF(WORDS));
}

/* "done last week", "done!", "done (see !12)", and no "done in Berlin". */
static bool is_closed(const struct say *s, size_t i)
{
	static const char *const WORDS[] = {"last", "ahead", "early", "via",
		"see", "yesterday", "thanks", "well", "officially", "gestern",
		"letzte", "hier", "ayer", "ontem", "successfully", "too", "as",
		"on", "am", "depuis", "seit", "desde", "le", "el"};
	enum {
		CLOSERS = KINDS_MARK | 1 << TOKEN_END | 1 << TOKEN_COLON |
			  1 << TOKEN_OPEN | 1 << TOKEN_HEALTH | 1 << TOKEN_NOW |
			  1 << TOKEN_DEPEND | 1 << TOKEN_TIME | 1 << TOKEN_KR |
			  1 << TOKEN_ARROW
	};
	const struct token *t = say_at(s, i);

	while (t->kind == TOKEN_NEAR && !token_is_sign(t))
		t = say_at(s, ++i);
	if (kind_is(t->kind, CLOSERS) || token_is_sign(t))
		return true;
	if (t->kind == TOKEN_PAST)
		return !str_iis(t->text, "from");
	/* "we moved in!" */
	if (t->kind == TOKEN_INTO &&
		kind_is(kind_at(s, i + 1), 1 << TOKEN_END | 1 << TOKEN_STOP))
		return true;
	if (t->kind == TOKEN_INTO || str_iis(t->text, "to"))
		return is_own(s, i + 1) || is_all(say_at(s, i + 1)->text);
	/* "passed certification" for "Cold store certified" */
	if (t->kind == TOKEN_WORD && is_own(s, i))
		return true;
	return word_is_one(t->text, WORDS, COUNT_OF(WORDS));
}

static bool has_number(const struct say *s, size_t i)
{
	enum {
		NUMBERS =
			1 << TOKEN_NUMBER | 1 << TOKEN_DELTA | 1 << TOKEN_RANGE,
		ENDS = 1 << TOKEN_COMMA | 1 << TOKEN_STOP
	};

	for (; i < s->to; i++) {
		/* "March 6", "6 March" */
		if (s->t->v[i].kind == TOKEN_NUMBER &&
			(kind_at(s, i - 1) == TOKEN_TIME ||
				kind_at(s, i + 1) == TOKEN_TIME))
			continue;
		if (kind_is(s->t->v[i].kind, NUMBERS))
			return true;
		/* "live \U0001f680 first 14 orders in!" */
		if (kind_is(s->t->v[i].kind, ENDS) ||
			token_is_picture(&s->t->v[i]) ||
			(kind_at(s, i) == TOKEN_NEAR &&
				str_starts(s->t->v[i].text, ":")))
			return false;
	}
	return false;
}

/* A quarter or a year, and not just next week. */
static bool is_next_period(struct str text)
{
	static const char *const WORDS[] = {"q1", "q2", "q3", "q4", "h1", "h2",
		"fy", "20", "quarter", "year", "half", "quartal", "trimestre",
		"backlog", "jahr"};

	return text_has_one(text, WORDS, COUNT_OF(WORDS));
}

static bool is_deferred(struct str text)
{
	static const char *const SURE[] = {"deferred", "postponed", "on hold",
		"on-hold", "paused", "parked", "carried", "carry", "depriorit",
		"de-priorit", "backlog", "rolled over", "verschoben",
		"zur\u00fcckgestellt", "report\u00e9", "aplazad", "pospuest",
		"adiado", "uitgesteld"};

	text = str_sub(text, 0, 80);
	return is_next_period(text) || text_has_one(text, SURE, COUNT_OF(SURE));
}

static bool is_unbegun(struct str text)
{
	static const char *const WORDS[] = {
		"start", "beg", "commenc", "empez", "inici", "inizi"};

	return text_has_one(str_sub(text, 0, 24), WORDS, COUNT_OF(WORDS));
}

/* "behind", "delayed": no outcome yet */
static bool is_pace(struct str text)
{
	static const char *const WORDS[] = {
		"behind", "delayed", "at risk", "off track", "slightly"};

	return text_begins_one(text, WORDS, COUNT_OF(WORDS));
}

static bool has_target(const struct say *s)
{
	return s->kr->target && s->kr->target->has_value;
}

/* The token behind the words of the verdict. */
static size_t behind_verdict(const struct say *s, size_t i, struct verdict v)
{
	for (i++; i < s->to && v.rest.p && s->t->v[i].text.p < v.rest.p;)
		i++;
	return i;
}

/* Is it the result that the whole key result has? */
static bool counts(
	const struct say *s, size_t i, struct verdict v, struct str text)
{
	size_t next = behind_verdict(s, i, v);

	switch (v.kind) {
	case RESULT_DONE:
		return !takes_back(text) && !has_number(s, i) &&
		       is_closed(s, next);
	case RESULT_NOT_STARTED:
		return is_unbegun(text);
	case RESULT_NA: /* "eNPS: n/a" has no number yet */
		return v.exact && !has_number(s, i) &&
		       !(s->worded && has_target(s) && str_istarts(text, "n"));
	case RESULT_DEFERRED:
		return v.exact && is_deferred(text);
	case RESULT_BLOCKED:
		return true;
	case RESULT_WIP: /* "started" may be all that was to be done */
		return !names_is_done_verb(s->kr, s->t->v[i].text);
	case RESULT_MISSED:
	case RESULT_NOTE:
		return v.exact && !is_pace(text);
	case RESULT_PERCENT: /* "missed (31 %)" */
		return v.exact && (str_istarts(text, "miss") ||
					  str_istarts(text, "fail") ||
					  str_istarts(text, "not "));
	default:
		return false;
	}
}

/* The sentence that begins at i. */
static struct str sentence(const struct say *s, size_t i)
{
	size_t to = i;

	while (to < s->to && s->t->v[to].kind != TOKEN_STOP &&
		(to == i || !token_is_picture(&s->t->v[to])))
		to++;
	return tokens_text(s->t, i, to);
}

/* "en curso", where "en" is no lead. */
static bool is_phrase(const struct say *s, size_t i)
{
	struct str text = s->t->v[i].text;

	struct verdict v = verdict_of(sentence(s, i));

	/* "moved to Q2" */
	if (v.known && v.kind == RESULT_DEFERRED)
		return true;
	return v.known && (str_iis(text, "en") || str_iis(text, "em"));
}

/* Behind "is", "has been", a colon, a light; "en curso" is no lead. */
static size_t skip_lead(const struct say *s)
{
	static const char *const WORDS[] = {"been", "be", "got", "get", "being",
		"we", "wir", "nous", "haben", "avons", "hemos", "status",
		"result", "this", "fully", "completely", "both", "all", "also",
		"wurde", "wurden", "now", "sind", "outcome", "ging", "gingen",
		"sigue", "siguen", "segue", "contin\u00faa", "still", "bleibt",
		"reste", "noch", "\u00e8", "foi", "went"};
	static const char *const SINCE[] = {
		"seit", "depuis", "desde", "since", "sinds", "dal", "da"};
	enum {
		LEADS = 1 << TOKEN_COLON | 1 << TOKEN_HEALTH | 1 << TOKEN_NOW |
			1 << TOKEN_NEAR | 1 << TOKEN_ARROW | 1 << TOKEN_OPEN |
			1 << TOKEN_CLOSE
	};
	size_t i = s->from;

	for (; i < s->to; i++) {
		const struct token *t = &s->t->v[i];

		if (kind_is(t->kind, LEADS) ||
			(t->kind == TOKEN_AT && !is_phrase(s, i)))
			continue;
		if (t->kind == TOKEN_PAST && !str_iis(t->text, "from") &&
			(str_iis(t->text, "was") ||
				kind_at(s, i + 1) == TOKEN_WORD))
			continue;
		/* "ist seit Montag live" */
		if (word_is_one(t->text, SINCE, COUNT_OF(SINCE)) &&
			i > s->from) {
			i++;
			continue;
		}
		if (kind_is(t->kind, 1 << TOKEN_WORD | 1 << TOKEN_LIMIT) &&
			(word_is_one(t->text, WORDS, COUNT_OF(WORDS)) ||
				(!has_target(s) &&
					names_allow(s->names, t->text) &&
					!verdict_of(sentence(s, i)).known &&
					!names_is_done_verb(s->kr, t->text))))
			continue;
		break;
	}
	return i;
}

/* "blocked by legal", "waiting for the audit" */
static struct str blocker_of(struct str text)
{
	static const char *const WORDS[] = {"blocked by", "blocked on",
		"waiting for", "waiting on", "blockiert durch", "blockiert von",
		"bloqu\u00e9 par", "bloqueado por", "stuck on",
		"stuck because of", "blocked because of", "blocked due to",
		"blocked because", "blocked as", "blocked since",
		"blocked:", "blocked -", "blocked \u2013", "blocked \u2014",
		"blockiert:", "blockiert, weil", "blockiert weil",
		"bloqu\u00e9 :", "bloqu\u00e9:", "bloqueado:", "bloqueada:"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (str_iskip(&text, WORDS[i]))
			return str_trim(text);
	return (struct str){NULL, 0};
}

static bool is_tick(const struct token *t)
{
	return str_starts(t->text, "\u2705") || str_starts(t->text, "\u2714") ||
	       str_is(t->text, ":white_check_mark:") ||
	       str_is(t->text, ":heavy_check_mark:");
}

/* A tick and nothing else is "done", unless ticks are lights here. */
static bool is_ticked(const struct say *s)
{
	bool tick = false;

	for (size_t i = s->from; i < s->to; i++) {
		const struct token *t = &s->t->v[i];

		if (is_tick(t))
			tick = true;
		else if (!kind_is(t->kind, KINDS_MARK | 1 << TOKEN_COLON) &&
			 !token_is_sign(t))
			return false;
	}
	return tick && !s->lights;
}

static bool is_in_use(struct str text)
{
	static const char *const WORDS[] = {
		"in service",
		"in operation",
		"in use",
		"in production",
		"up and running",
		"in betrieb",
		"im einsatz",
		"en service",
		"en servicio",
		"en marcha",
	};

	return word_is_one(text, WORDS, COUNT_OF(WORDS));
}

/* "launched" for "Launch the portal", "passed" for the target "Passed". */
static bool is_reached(const struct say *s, size_t i)
{
	const struct quantity *target = s->kr->target;

	if (target && !target->has_value &&
		str_ieq(s->t->v[i].text, str_of(target->text)))
		return true;
	return (!target || !target->has_value) &&
	       (is_in_use(s->t->v[i].text) ||
		       names_is_state(s->kr, s->t->v[i].text));
}

static const struct decimal *percent_of(struct arena *a, struct verdict v)
{
	struct decimal *d = ARENA_NEW(a, struct decimal);

	*d = v.percent;
	return v.has_percent ? d : NULL;
}

/* "Started, the outline is out", and no "Started a thread" */
static bool is_clause(const struct say *s, size_t i, struct verdict v)
{
	enum { ENDS = KINDS_BREAK | 1 << TOKEN_END | 1 << TOKEN_OPEN };
	size_t next = behind_verdict(s, i, v);

	while (token_is_sign(say_at(s, next)))
		next++;
	return kind_is(kind_at(s, next), ENDS) &&
	       !token_goes_on(say_at(s, next)->text);
}

/* "Done" may answer anything; "Launched" is the key result's own verb. */
static bool speaks_alone(const struct say *s, size_t i, struct verdict v)
{
	switch (v.kind) {
	case RESULT_DEFERRED:
	case RESULT_NOT_STARTED:
		return v.exact;
	case RESULT_DONE:
		return v.exact && is_reached(s, i);
	case RESULT_WIP:
	case RESULT_BLOCKED:
	case RESULT_NA:
		return is_clause(s, i, v);
	default:
		return false;
	}
}

/* "we're still working on the rota": who works and when says nothing */
static struct str skip_who(struct str text)
{
	static const char *const WORDS[] = {"we're ", "we are ", "we ", "now ",
		"still ", "currently ", "it's ", "it is ", "is ", "are ", "so ",
		"that one is ", "that is ", "that's ", "also ", "donc ",
		"damit ", "wir sind ", "noch ", "aktuell ", "nous sommes ",
		"on est ", "estamos ", "seguimos ", "sigue ", "est\u00e1 ",
		"ainda "};
	size_t i = 0;

	while (i < COUNT_OF(WORDS))
		i = str_iskip(&text, WORDS[i]) ? 0 : i + 1;
	return text;
}

/* "Won't make it, moving to Q2", "room found, working on the rota": behind a
 * comma */
static struct verdict find_behind(const struct say *s, struct str *text)
{
	struct verdict v = {.known = false};

	for (size_t i = s->from; i + 1 < s->to; i++) {
		if (s->t->v[i].kind != TOKEN_COMMA)
			continue;
		*text = sentence(s, i + 1);
		v = verdict_of(*text);
		if (v.known && v.kind == RESULT_DEFERRED && v.exact &&
			is_next_period(*text))
			return v;
		v = verdict_of(skip_who(*text));
		if (v.known && v.kind == RESULT_DEFERRED && s->named &&
			!has_target(s) && is_deferred(skip_who(*text)))
			return v;
		if (v.known && v.kind == RESULT_DONE && v.exact && s->named &&
			counts(s, i + 1, v, *text))
			return v;
		v = verdict_of(skip_who(*text));
		if (v.known && s->named && !has_target(s) &&
			(v.kind == RESULT_WIP || v.kind == RESULT_NOT_STARTED))
			return v;
	}
	return (struct verdict){.known = false};
}

/* Behind ": ", "is", "has been" */
static size_t first_word(const struct say *s)
{
	size_t i = s->from;

	while (kind_is(kind_at(s, i),
		       1 << TOKEN_COLON | 1 << TOKEN_NOW | 1 << TOKEN_HEALTH) ||
		str_iis(say_at(s, i)->text, "is") ||
		str_iis(say_at(s, i)->text, "has") ||
		str_iis(say_at(s, i)->text, "been") ||
		str_iis(say_at(s, i)->text, "ist"))
		i++;
	return i;
}

/* "moved to September", "delayed until autumn", and no "moved to Monday" */
static bool is_put_off(const struct say *s, size_t i)
{
	static const char *const DEEDS[] = {"moved", "moving", "pushed",
		"shifted", "delayed", "slipped", "bumped", "rescheduled",
		"postponed", "verschoben", "verlegt", "report\u00e9",
		"report\u00e9e", "d\u00e9cal\u00e9", "d\u00e9cal\u00e9e",
		"aplazado", "aplazada", "pospuesto", "adiado", "adiada",
		"rinviato", "rinviata", "rimandato", "rimandata", "spostato",
		"spostata", "posticipato", "posticipata", "uitgesteld",
		"verplaatst", "verschuift", "flyttad", "utsatt"};
	static const char *const TIMES[] = {"spring", "summer", "autumn",
		"fall", "winter", "christmas", "easter", "fr\u00fchjahr",
		"sommer", "herbst", "printemps", "\u00e9t\u00e9", "automne",
		"hiver", "primavera", "verano", "oto\u00f1o", "invierno"};
	size_t to = i + 1;

	if (!text_begins_one(say_at(s, i)->text, DEEDS, COUNT_OF(DEEDS)))
		return false;
	for (; to < s->to && to < i + 3; to++) {
		struct str word = say_at(s, to)->text;

		if (kind_at(s, to) == TOKEN_NUMBER)
			return false;
		if (day_month(word) || is_next_period(word) ||
			word_is_one(word, TIMES, COUNT_OF(TIMES)))
			return true;
	}
	return false;
}

/* "being negotiated", "being built" */
static bool is_being_done(struct str text)
{
	static const char *const ENDS[] = {"ed", "en", "ilt", "ade", "one"};
	size_t at = str_ifind(text, STR(" being "));
	struct str word;

	if (at == STR_NONE)
		return false;
	text = str_trim(str_sub(text, at + strlen(" being "), text.n));
	return str_take_until(&text, ' ', &word) &&
	       word_ends_one(str_trim_end(word, ".,;"), ENDS, COUNT_OF(ENDS));
}

/* "Lease is still being negotiated", "draft is in review" */
static bool is_under_way(const struct say *s, size_t i, struct str text)
{
	static const char *const WORDS[] = {"in review", "under review",
		"under way", "underway", "in the works", "in preparation",
		"in negotiation", "in development", "in draft",
		"in pr\u00fcfung", "in arbeit", "in vorbereitung",
		"en pr\u00e9paration", "en cours", "en revisi\u00f3n",
		"en preparaci\u00f3n", "em revis\u00e3o",
		"em prepara\u00e7\u00e3o", "in lavorazione", "in revisione",
		"in voorbereiding"};

	return s->named && !has_target(s) && !has_number(s, i) &&
	       s->t->v[i].kind != TOKEN_PLAN &&
	       (is_being_done(text) || text_has_one(str_sub(text, 0, 80), WORDS,
					       COUNT_OF(WORDS)));
}

void say_result(const struct say *s, struct said *out)
{
	size_t i = skip_lead(s), put_off = first_word(s);
	struct str text;
	struct verdict v;

	if (is_ticked(s)) {
		out->result =
			(struct result){.kind = RESULT_DONE, .text = "\u2705"};
		return;
	}
	if (i >= s->to)
		return;
	text = sentence(s, i);
	v = s->t->v[i].kind == TOKEN_PLAN ? (struct verdict){.known = false}
					  : verdict_of(text);
	if (v.kind == RESULT_NOTE && !v.known && is_reached(s, i))
		v = (struct verdict){
			.kind = RESULT_DONE, .known = true, .exact = true};
	if (!has_target(s) && is_put_off(s, put_off))
		v = (struct verdict){
			.kind = RESULT_DEFERRED, .known = true, .exact = true};
	else if (!v.known || !counts(s, i, v, text) ||
		 (s->alone && !speaks_alone(s, i, v)))
		v = find_behind(s, &text);
	if (!v.known && is_under_way(s, i, sentence(s, i)))
		v = (struct verdict){.kind = RESULT_WIP, .known = true};
	if (!v.known)
		return;
	out->result = (struct result){.kind = v.kind,
		.percent = percent_of(s->a, v),
		.text = arena_text(s->a, text)};
	if (v.kind == RESULT_BLOCKED)
		out->blocker = blocker_of(text);
}

/* "112 picks/h - achieved", "3 days, missed": how it ended, behind where it
 * stands */
static void say_end(const struct say *s, struct said *out)
{
	enum { FEW = 2, BREAKS = 1 << TOKEN_COLON | 1 << TOKEN_COMMA };
	size_t i = s->to, to = s->to;
	struct verdict v;

	while (to > s->from && (s->t->v[to - 1].kind == TOKEN_HEALTH ||
				       token_is_sign(&s->t->v[to - 1])))
		to--;
	for (i = to; i > s->from && i + FEW > to;) {
		if (kind_is(s->t->v[i - 1].kind, BREAKS))
			break;
		i--;
	}
	if (i == s->from || i >= to || !kind_is(kind_at(s, i - 1), BREAKS))
		return;
	v = verdict_of(tokens_text(s->t, i, to));
	if (!v.known || !v.exact || has_number(s, i) ||
		(v.kind != RESULT_DONE && v.kind != RESULT_MISSED) ||
		to >= s->to || verdict_of_emoji(s->t->v[to].text) != v.kind)
		return; /* "99.9 % - done" is but the value */
	out->result = (struct result){.kind = v.kind,
		.text = arena_text(s->a, tokens_text(s->t, i, to))};
	out->health = HEALTH_NONE; /* the sign says no more */
}

static bool has_tick(const struct say *s)
{
	for (size_t i = s->from; i < s->to; i++)
		if (is_tick(&s->t->v[i]))
			return true;
	return false;
}

bool say_read(const struct say *s, struct said *out)
{
	*out = (struct said){.result = {.text = ""}};
	say_numbers(s, out);
	say_health(s, out);
	if (!out->value && !out->result.kind && (s->named || s->alone))
		say_result(s, out);
	else if (out->value && s->named)
		say_end(s, out);
	if (out->result.kind == RESULT_DONE && has_tick(s))
		out->health = HEALTH_NONE;
	return out->value || out->result.kind || out->health || out->share;
}

/*
 * What follows a number: it may take it back ("6 to go"), make it a part of
 * something else ("6 in Berlin"), or leave it as it is ("6 signed").
 */
#include "checkin_fit_p.h"

/* "signed", "formés", "publicadas" */
static bool is_participle(struct str word)
{
	static const char *const ENDS[] = {"ed", "\u00e9", "\u00e9s", "\u00e9e",
		"\u00e9es", "ado", "ados", "ada", "adas", "ido", "idos", "ida",
		"idas"};
	static const char *const UNDONE[] = {"planned", "scheduled", "started",
		"blocked", "delayed", "postponed", "drafted", "assigned",
		"stalled", "expected", "needed", "rejected", "failed",
		"cancelled", "canceled", "missed", "identified", "proposed",
		"offered", "impacted", "affected", "geplant", "gestartet",
		"planificadas", "planificados", "retrasadas"};

	static const char *const OWN[] = {"fait", "faits", "faite", "faites",
		"ouverts", "ouvertes", "vendus", "vendues", "re\u00e7us",
		"tenus", "tenues", "sold", "built", "sent", "held", "written",
		"made", "won", "gone", "pass", "through", "hechos", "hechas",
		"abiertos", "abiertas", "escritas", "feitos", "feitas",
		"abertos", "abertas", "fatti", "fatte", "aperti", "aperte"};

	if (word_is_one(word, OWN, COUNT_OF(OWN)))
		return true;
	if (word_is_one(word, UNDONE, COUNT_OF(UNDONE)))
		return false;
	if (word.n > 3 && word_ends_one(word, ENDS, COUNT_OF(ENDS)))
		return true;
	return word.n > 6 && str_istarts(word, "ge") &&
	       (str_iends(word, "t") || str_iends(word, "en"));
}

bool say_is_ours(const struct say *s, const struct token *t)
{
	return names_have(s->names, t->text) ||
	       names_is_state(s->kr, t->text) || is_participle(t->text);
}

static bool is_infinitive(const struct key_result *kr, struct str word)
{
	return kr->verb[0] && str_iis(word, kr->verb);
}

/* "5 h again" */
static bool is_adverb(struct str word)
{
	static const char *const WORDS[] = {"again", "too", "altogether",
		"flat", "max", "apiece", "wieder", "encore", "de nuevo",
		"nochmal", "each", "runter", "hoch", "rauf", "zur\u00fcck",
		"herum", "mensuel", "mid-sprint", "mid-quarter", "mid-week",
		"mid-month"};

	return word_is_one(word, WORDS, COUNT_OF(WORDS));
}

/* "13 d" where days are meant */
static bool is_unit(const struct say *s, struct str word)
{
	const struct quantity *like = fit_like(s);
	struct str unit = str_of(like ? like->unit : "");

	return word.n < unit.n && str_ieq(str_sub(unit, 0, word.n), word);
}

/* "80 % reached", and no "38 reached 40" */
static bool is_reached(const struct say *s, size_t i)
{
	static const char *const WORDS[] = {
		"erreicht", "atteint", "reached", "hit", "alcanzado"};

	return word_is_one(say_at(s, i)->text, WORDS, COUNT_OF(WORDS)) &&
	       say_at(s, i + 1)->kind != TOKEN_NUMBER;
}

/* "6 %, stable", and no "6 % stable users" */
static bool is_steady(const struct say *s, size_t i)
{
	static const char *const WORDS[] = {"stable", "steady", "flat",
		"unchanged", "stabil", "unver\u00e4ndert", "estable",
		"inchang\u00e9", "est\u00e1vel", "stabile", "stabiel"};

	return word_is_one(say_at(s, i)->text, WORDS, COUNT_OF(WORDS)) &&
	       kind_is(say_at(s, i + 1)->kind, KINDS_MARK | 1 << TOKEN_END);
}

/* "39 per 1,000 orders" */
static bool is_name(const struct say *s, size_t i)
{
	return kind_is(say_at(s, i)->kind,
		       1 << TOKEN_NUMBER | 1 << TOKEN_WORD) &&
	       str_iis(say_at(s, i - 1)->text, "per") &&
	       names_have(s->names, say_at(s, i)->text);
}

/* "for two weeks", "for the third week" */
static bool is_span(const struct say *s, size_t i)
{
	static const char *const SPANS[] = {"day", "days", "week", "weeks",
		"month", "months", "quarter", "quarters", "sprint", "sprints",
		"Wochen", "Tage", "Monate", "semaines", "jours", "mois",
		"semanas", "meses"};

	return (say_at(s, i)->kind == TOKEN_NUMBER &&
		       word_is_one(str_of(say_at(s, i)->q->unit), SPANS,
			       COUNT_OF(SPANS))) ||
	       word_is_one(say_at(s, i + 1)->text, SPANS, COUNT_OF(SPANS));
}

/* "on Tuesday's list" */
static bool is_weekday(struct str word)
{
	static const char *const DAYS[] = {"monday", "tuesday", "wednesday",
		"thursday", "friday", "saturday", "sunday", "montag",
		"dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
		"sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
		"lunes", "martes", "mi\u00e9rcoles", "jueves", "viernes"};

	return text_begins_one(word, DAYS, COUNT_OF(DAYS));
}

/* "[20 of 60 reports are] in the new tool", where they shall be moved */
static bool is_there(const struct say *s, size_t i)
{
	enum { MOST = 5 };
	size_t to = i + 1;

	while (to < s->to && to < i + MOST &&
		!kind_is(say_at(s, to)->kind, KINDS_MARK))
		to++;
	return say_at(s, i)->kind == TOKEN_INTO && to > i + 1 &&
	       names_tell(s->names, tokens_text(s->t, i + 1, to));
}

/* "[6 trucks are] here" */
static bool is_here(struct str word)
{
	static const char *const WORDS[] = {
		"here", "da", "hier", "l\u00e0", "aqu\u00ed", "aqui", "qui"};

	return word_is_one(word, WORDS, COUNT_OF(WORDS));
}

/* "[have] been rewritten", "[are] now live" */
static bool is_deed_told(const struct say *s, size_t i)
{
	enum { SMALL = 1 << TOKEN_NEAR | 1 << TOKEN_NOW | 1 << TOKEN_AT };

	while (kind_is(say_at(s, i)->kind, SMALL) ||
		str_iis(say_at(s, i)->text, "been") ||
		str_iis(say_at(s, i)->text, "on"))
		i++;
	return say_at(s, i)->kind == TOKEN_DONE ||
	       is_here(say_at(s, i)->text) ||
	       (kind_is(say_at(s, i)->kind,
			1 << TOKEN_WORD | 1 << TOKEN_TIME) &&
		       (names_is_state(s->kr, say_at(s, i)->text) ||
			       names_have(s->names, say_at(s, i)->text)));
}

/* "64 left" of what is to fall from 140 to 20: all that there are. */
static bool is_what_stays(const struct say *s, size_t i)
{
	static const char *const WORDS[] = {"left", "remaining", "remain",
		"still open", "\u00fcbrig", "verbleibend", "restants",
		"restantes", "rimasti", "rimaste", "over"};
	const struct quantity *from = s->kr->baseline, *to = s->kr->target;
	bool falls = s->kr->comparator == CMP_LT || s->kr->comparator == CMP_LE;

	if (from && to && from->has_value && to->has_value &&
		decimal_cmp(from->value, to->value) > 0)
		falls = true;
	return falls &&
	       word_is_one(say_at(s, i)->text, WORDS, COUNT_OF(WORDS)) &&
	       say_at(s, i + 1)->kind == TOKEN_END;
}

enum behind say_behind(const struct say *s, size_t i)
{
	const struct token *t = say_at(s, i);

	switch (t->kind) {
	case TOKEN_REST: /* "2 of 3 shops open" where shops are opened */
		return names_have(s->names, t->text) ||
				       is_infinitive(s->kr, t->text) ||
				       is_what_stays(s, i)
			       ? BEHIND_CLOSED
			       : BEHIND_BAD;
	case TOKEN_GOAL:
	case TOKEN_PLAN:
		return BEHIND_BAD;
	case TOKEN_AT:
		return is_reached(s, i) || is_steady(s, i) ||
				       is_deed_told(s, i + 1) ||
				       is_there(s, i + 1)
			       ? BEHIND_CLOSED
			       : BEHIND_BAD;
	case TOKEN_LIMIT: /* "by May", "20 more than in April" */
		return str_iis(t->text, "by") || str_iends(t->text, " than")
			       ? BEHIND_BAD
			       : BEHIND_CLOSED;
	case TOKEN_INTO:
		return say_at(s, i + 1)->kind == TOKEN_TIME ||
				       is_weekday(say_at(s, i + 1)->text) ||
				       is_span(s, i + 1) || is_name(s, i + 1)
			       ? BEHIND_CLOSED
			       : BEHIND_BAD;
	case TOKEN_OF:
		return say_at(s, i + 1)->kind == TOKEN_WORD &&
				       say_is_ours(s, say_at(s, i + 1))
			       ? BEHIND_CLOSED
			       : BEHIND_BAD;
	case TOKEN_WORD:
		if (say_at(s, i + 1)->kind == TOKEN_REST ||
			say_at(s, i + 1)->kind == TOKEN_GOAL)
			return BEHIND_BAD;
		if (say_at(s, i + 1)->kind == TOKEN_TOTAL ||
			is_weekday(say_at(s, i + 1)->text))
			return BEHIND_CLOSED;
		return say_is_ours(s, t) || is_adverb(t->text) ||
				       is_unit(s, t->text)
			       ? BEHIND_CLOSED
			       : BEHIND_OPEN;
	case TOKEN_DONE:
		return say_at(s, i + 1)->kind == TOKEN_REST ? BEHIND_BAD
							    : BEHIND_CLOSED;
	default:
		return BEHIND_CLOSED;
	}
}

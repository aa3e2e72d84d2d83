/*
 * "Test passed in the cloud - scheduled for 14 June", where others of the text
 * tell how they ended: a remark that is no verdict stands in the place of one.
 * Only words that tell how it goes make it one, and the numbers of the sentence
 * have to be the same without it.
 */
#include "noted_p.h"

#include "attr.h"
#include "mark_words_p.h"
#include "keyresult.h"
#include "result_p.h"
#include "verdict_number_p.h"
#include "vocab_p.h"
#include "words.h"

enum { LONGEST = 72, SOME = 2 };

/* What such a remark begins with. */
static const char *const FIRST[] = {"scheduled", "planned", "waiting",
	"awaiting", "nobody", "nothing", "none", "no data", "no figures",
	"no numbers", "not yet", "no result", "no results", "no answer",
	"no news", "still", "only", "too early", "data comes", "figures come",
	"results come", "sin datos", "sin cifras", "todav\u00eda",
	"a\u00fan no", "programado", "programada", "previsto", "prevista",
	"previsto per", "sem dados", "ainda", "noch", "keine daten",
	"keine zahlen", "geplant", "zu fr\u00fch", "wartet", "pas encore",
	"pas de donn\u00e9es", "aucune donn\u00e9e", "pr\u00e9vu",
	"pr\u00e9vue", "planifi\u00e9", "planifi\u00e9e", "nessun dato",
	"ancora", "non ancora", "nog", "geen cijfers", "geen gegevens",
	"gepland", "jeszcze", "brak danych", "zaplanowane", "zaplanowano",
	"\u00e4nnu", "inga siffror", "planerad", "planerat", "ingen data",
	"ikke enn\u00e5", "endnu", "planlagt", "zat\u00edm", "je\u0161t\u011b",
	"hen\u00fcz", "viel\u00e4"};

/* What it ends with. */
static const char *const LAST[] = {" yet", " so far", " still open", " to come",
	" not", " is missing", " are missing", " fehlen noch", " fehlt noch",
	" steht aus", " stehen aus", " noch offen", " por llegar", " manquent",
	" manque encore", " ontbreekt nog"};

/* "Three of four opened" */
static bool counts_parts(struct str s)
{
	static const char *const NUMBERS[] = {"one", "two", "three", "four",
		"five", "six", "seven", "eight", "nine", "ten", "none", "half",
		"most"};
	size_t found = 0;

	for (int side = 0; side < 2; side++) {
		for (size_t i = 0; i < COUNT_OF(NUMBERS); i++) {
			struct str rest = s;

			if (!str_iskip(&rest, NUMBERS[i]) ||
				!str_skip_space(&rest))
				continue;
			s = rest;
			found++;
			break;
		}
		if (!side && !str_iskip(&s, "of "))
			return false;
		if (!side && !str_iskip(&s, "the "))
			str_iskip(&s, "all ");
	}
	return found == 2;
}

/* "No figures yet, the till is new": nobody knows where it stands. */
bool noted_has_none(struct str s)
{
	static const char *const WORDS[] = {"no figures", "no figure yet",
		"no data", "no numbers", "no measurement", "no readings",
		"not measured", "not yet measured", "not counted",
		"we have not measured", "we haven't measured",
		"not measured yet", "unmeasured", "keine zahlen", "keine daten",
		"nicht gemessen", "noch nicht gemessen", "noch keine",
		"pas de donn\u00e9es", "pas de chiffres", "pas mesur\u00e9",
		"non mesur\u00e9", "pas encore mesur\u00e9", "sin datos",
		"sin cifras", "sin medir", "no medido", "sem dados",
		"n\u00e3o medido", "nessun dato", "non misurato",
		"geen cijfers", "geen gegevens", "niet gemeten",
		"nog niet gemeten", "inga siffror", "inte m\u00e4tt",
		"ingen data", "ikke m\u00e5lt", "brak danych", "nie zmierzono",
		"zat\u00edm nem\u011b\u0159eno", "bez dat", NULL};

	symbols_skip(&s);
	return vocab_begins_any(str_trim(s), WORDS);
}

/* "submitted", "booked for 28 November", "next survey in May": a step on the
 * way, which ends there or goes on with when and where. */
static bool tells_step(struct str s)
{
	static const char *const STEPS[] = {"submitted", "booked", "ordered",
		"applied", "applied for", "requested", "filed", "handed in",
		"in review", "under review", "in preparation", "in print",
		"next survey", "next measurement", "next reading", "survey",
		"to be measured", "measured", "eingereicht", "beantragt",
		"gebucht", "bestellt", "angemeldet", "in pr\u00fcfung",
		"in vorbereitung", "n\u00e4chste umfrage",
		"n\u00e4chste messung", "d\u00e9pos\u00e9", "d\u00e9pos\u00e9e",
		"r\u00e9serv\u00e9", "command\u00e9", "prochaine enqu\u00eate",
		"presentado", "presentada", "solicitado", "reservado",
		"pr\u00f3xima encuesta", "submetido", "entregue", "inviato",
		"inviata", "ingediend", "aangevraagd", "z\u0142o\u017cono"};
	static const char *const ON[] = {"for", "on", "in", "at", "to", "by",
		"with", "until", "f\u00fcr", "am", "im", "bei", "beim", "pour",
		"le", "en", "para", "el", "em", "per", "il", "voor", "op", "na",
		NULL};

	if (mark_is_measure(s, false))
		return false; /* "measured by the last bid" */
	for (size_t i = 0; i < COUNT_OF(STEPS); i++) {
		struct str rest = s;

		if (!str_iskip(&rest, STEPS[i]))
			continue;
		if (!rest.n)
			return strcmp(STEPS[i], "survey") != 0 &&
			       strcmp(STEPS[i], "measured") != 0;
		if (str_starts(rest, ",") ||
			(str_skip_space(&rest) && vocab_begins_any(rest, ON)))
			return true;
	}
	return false;
}

static bool tells_how(struct str s)
{
	static const char *const PARTS[] = {"mostly", "largely", "mainly",
		"sort of", "kind of", "somewhat", "nearly", "almost",
		"gr\u00f6\u00dftenteils", "weitgehend", "fast",
		"en grande partie", "presque", "en gran parte", "casi",
		"em grande parte", "quase", "in gran parte", "quasi",
		"grotendeels", "bijna", NULL};

	s = str_trim_end(str_trim(s), ".!");
	if (noted_has_none(s) || tells_step(s) || str_is_listed(s, PARTS))
		return true;
	for (size_t i = 0; i < COUNT_OF(FIRST); i++) {
		struct str rest = s;

		if (str_iskip(&rest, FIRST[i]) && !verdict_at_word(rest) &&
			!str_starts(rest, "-"))
			return true;
	}
	/* "13 so far": where it stands, for others to read */
	for (size_t i = 0; i < COUNT_OF(LAST) && !str_has_digit(s); i++) {
		if (str_iends(s, LAST[i]))
			return true;
	}
	return counts_parts(s);
}

static bool is_same(const struct quantity *a, const struct quantity *b)
{
	return !a || !b ? a == b
			: a->has_value == b->has_value &&
				  decimal_cmp(a->value, b->value) == 0 &&
				  strcmp(a->unit, b->unit) == 0;
}

/* Are the numbers those of the sentence without it? */
static bool is_beside(struct reader *r, struct str all, struct str left)
{
	struct sentence whole, part;

	sentence_read(r->a, all, &whole);
	sentence_read(r->a, left, &part);
	return is_same(whole.baseline, part.baseline) &&
	       is_same(whole.target, part.target);
}

size_t noted_count_told(const struct reader *r)
{
	size_t n = 0;

	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		const struct objective *o = &r->m->objectives.v[i];

		for (size_t k = 0; k < o->key_results.n; k++)
			n += o->key_results.v[k].current ||
			     o->key_results.v[k].result.kind != RESULT_NONE;
	}
	return n;
}

/* "(no figures yet)" and its like without what encloses it. */
static struct str bare(struct str s)
{
	s = str_trim(s);
	if ((str_starts(s, "(") && str_ends(s, ")")) ||
		(str_starts(s, "[") && str_ends(s, "]")))
		s = str_trim(str_sub(s, 1, s.n - 1));
	return s;
}

/* "214", "4.2, yay!", "CHF 122k at the end of October": where it stands, and no
 * other number behind that; what is in brackets has to say that it does. */
static const struct quantity *standing(
	struct reader *r, struct key_result *kr, struct str s, bool brackets)
{
	struct clause c;

	if (!noted_take(&s, &c) || str_has_digit(s) || field_is_score(c.s))
		return NULL;
	c.s = noted_bare(c.s);
	return brackets ? noted_reading(r, kr, c.s, false)
			: noted_alone(r, kr, c.s);
}

/* ... of the sentence on its left, which keeps what is in brackets. */
static bool take_standing(struct reader *r, struct key_result *kr,
	struct str left, struct str right, bool brackets)
{
	const char *text = kr->text;
	struct str last = split_last_words(left, 1);

	/* "Final: 37 min" is read with the sentence */
	if (last.p > left.p + 1 && strchr(".;,", last.p[-2]))
		return false;
	kr->text = arena_text(r->a, left);
	kr->current = standing(r, kr, right, brackets);
	if (!kr->current || brackets)
		kr->text = text;
	return kr->current != NULL;
}

void noted_place(struct reader *r, struct key_result *kr)
{
	struct split s = {.arena = r->a, .line = str_of(kr->text)};
	const struct places *all[] = {
		&s.bracket, &s.dash, &s.open, &s.colon, &s.stop};

	if (r->told_krs < SOME || kr->result.kind != RESULT_NONE ||
		kr->current || kr->checked || s.line.n > RESULT_BYTES)
		return;
	split_survey(&s);
	for (size_t i = 0; i < COUNT_OF(all); i++) {
		struct str left, right;

		if (!all[i]->n)
			continue;
		left = split_left(&s, all[i]->v[all[i]->n - 1]);
		right = bare(split_right(&s, all[i]->v[all[i]->n - 1]));
		if (right.n > LONGEST || str_words(left) < 2 ||
			!is_beside(r, s.line, left))
			continue;
		if (take_standing(r, kr, left, right, all[i] == &s.open))
			return;
		if (!tells_how(right))
			continue;
		kr->result = (struct result){
			.kind = RESULT_NOTE, .text = arena_text(r->a, right)};
		kr->text = arena_text(r->a, left);
		return;
	}
}

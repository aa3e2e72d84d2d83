/*
 * The second pass: what the neighbours say about a number.  First the ones
 * that are names ("Phase 2", "April 30", "top 10"); what the others count is
 * in lex_noun.c.
 */
#include "lex_p.h"

#include "glyph_p.h"
#include "name_words_p.h"
#include "number_words_p.h"
#include "number_p.h"
#include "unit_p.h"
#include "words.h"

/* "older than 65", "larger than 5 MB": which ones, too. */
static const char *const OLDER[] = {"older", "younger", "larger", "bigger",
	"smaller", "longer", "shorter", "heavier", "later", "earlier", NULL};

/* "Median session longer than 35 min" */
static const char *const AVERAGES[] = {
	"median", "average", "mean", "avg", "avg.", "typical", NULL};

static const char *const METRICS[] = {"score", "rating", "index", "rate",
	"ratio", "average", "median", "mean", "total", "nps", "csat", "enps",
	"level", "count", "volume", "target", "goal", "p95", "p99", "uptime",
	"satisfaction", "coverage", "sales", "revenue", "least", "than", "most",
	"to", "from", "of", "by", "over", "under", "above", "below", "at",
	"and", "with", "reach", "achieve", "hit", "hire", "close",
	"approximately", "about", "around", "exactly", "only", "nearly",
	"almost", "minimum", "maximum", "min", "max", "now", "currently", "was",
	"is", "are", "baseline", "current", "auf", "von", NULL};

static const char *const ONE_AFTER[] = {"of", "another", "place", "stop",
	"team", "on", "time", "way", "or", "by", "more", "half", "third",
	"quarter", "fifth", "tenth", NULL};
/* "two thirds", "three quarters of" */
static const char *const PARTS_AFTER[] = {
	"thirds", "nines", "fifths", "tenths", "halves", "quarters", NULL};
static const char *const ONE_BEFORE[] = {"each", "every", "no", "any", "this",
	"that", "which", "the", "as", "another", "for", "into", "through",
	"via", "across", "number", "day", "phase", "tier", "level", "one",
	"zero", NULL};
/* "in one repository", "on one page": all of it, in the same */
static const char *const ONE_IN[] = {
	"in", "on", "at", "from", "inside", "under", NULL};
static const char *const ONE_ROOM[] = {"repository", "repo", "monorepo",
	"sitting", "go", "document", "file", "folder", "page", "screen", "view",
	"dashboard", "database", "catalogue", "system", "tool", "spreadsheet",
	"table", "list", "wiki", "directory", "roof", "voice", "piece", NULL};
static const char *const ZERO_AFTER[] = {"trust", "touch", "tolerance", "day",
	"knowledge", "config", "click", "party", "based", "rated", NULL};
static const char *const PERIODS[] = {"sprints", "releases", "periods",
	"iterations", "cycles", "seasons", "terms", "semesters", "editions",
	"fiscal", "calendar", "business", "working", NULL};

static struct token *at(const struct tokens *t, size_t i)
{
	return i < t->n ? &t->v[i] : &t->v[t->n];
}

static bool is_quantity(const struct tokens *t, size_t i)
{
	return at(t, i)->kind == TOKEN_QUANTITY;
}

static bool is_proper(const struct tokens *t, size_t i)
{
	struct str w = at(t, i)->text;
	bool lower = false;

	if (at(t, i)->kind != TOKEN_WORD || i == 0 || w.n < 3 ||
		!(w.p[0] >= 'A' && w.p[0] <= 'Z') ||
		t->v[i - 1].kind == TOKEN_STOP ||
		t->v[i - 1].kind == TOKEN_COLON)
		return false;
	for (size_t k = 0; k < w.n; k++)
		lower = lower || (w.p[k] >= 'a' && w.p[k] <= 'z');
	return lower && !lex_is_any(t, i, METRICS);
}

static bool is_word_name(const struct tokens *t, size_t i)
{
	const struct token *x = at(t, i);

	if (lex_is_any(t, i + 1, PARTS_AFTER) &&
		(!lex_is(t, i + 1, "quarters") || x->q->value.coef == 3))
		return true;
	if (x->q->value.coef == 1 && i > 0 &&
		(lex_is(t, i - 1, "least") || lex_is(t, i - 1, "minimum")))
		return false;
	if (x->q->value.coef == 1)
		return lex_is_any(t, i + 1, ONE_AFTER) ||
		       (i > 0 && lex_is_any(t, i - 1, ONE_BEFORE)) ||
		       (i > 0 && lex_is_any(t, i - 1, ONE_IN) &&
			       lex_is_any(t, i + 1, ONE_ROOM));
	if (x->q->value.coef == 0)
		return !(i > 0 && lex_is(t, i - 1, "from")) &&
		       (lex_is_any(t, i + 1, ZERO_AFTER) ||
			       (lex_is(t, i + 1, "to") &&
				       !is_quantity(t, i + 2)));
	return false;
}

/* "items 1-4", "Chapters 2-5": the plural of a name's word. */
static bool is_named(const struct tokens *t, size_t i)
{
	struct str w = at(t, i)->text;

	if (at(t, i)->kind != TOKEN_WORD || !str_iends(w, "s"))
		return false;
	for (size_t k = 0; NAME_BEFORE[k]; k++)
		if (str_iis(str_sub(w, 0, w.n - 1), NAME_BEFORE[k]))
			return true;
	return false;
}

static bool opens_clause(const struct tokens *t, size_t i)
{
	return i == 0 || at(t, i - 1)->kind == TOKEN_COLON ||
	       at(t, i - 1)->kind == TOKEN_COMMA;
}

/* "Track 5 pilots", "Release 3 major fixes": a verb, where "Phase 2" has
 * none. */
static bool is_led_by_verb(const struct tokens *t, size_t i)
{
	static const char *const LINKS[] = {"in", "of", "for", "to", "with",
		"and", "on", "at", "by", "is", "has", "from", "across",
		"without", NULL};

	if (!i || lex_is(t, i - 1, "scope") ||
		!(opens_clause(t, i - 1) || lex_is(t, i - 2, "and")) ||
		!verb_sense(at(t, i - 1)->text, false))
		return false;
	for (size_t k = i + 1; k < i + 7; k++) {
		if (is_quantity(t, k) && at(t, k)->flags & TOKEN_HYPHEN)
			continue;
		if (at(t, k)->kind != TOKEN_WORD || lex_is_any(t, k, LINKS))
			return false;
		if (lex_is_plural(at(t, k)->text))
			return true;
	}
	return false;
}

/* "first 1,000 homes connected": the noun of a count, and what became of it */
static bool is_counted(const struct tokens *t, size_t i)
{
	enum { NEAR = 4 };

	for (size_t k = i + 1; k < i + NEAR; k++) {
		if (at(t, k)->kind != TOKEN_WORD)
			return false;
		if (lex_is_plural(at(t, k)->text))
			return true;
	}
	return false;
}

/* "Onboard our first 5 clients", "First 5 clients onboarded": so many, and
 * which ones. */
static bool is_first_made(const struct tokens *t, size_t i)
{
	static const char *const ARTICLES[] = {
		"the", "our", "their", "its", "your", NULL};
	static const char *const PARTICLES[] = {"up", "out", NULL};
	enum verb_sense s;
	size_t k = i - 1;

	if (!lex_is(t, k, "first") || !(at(t, i)->flags & TOKEN_NUMBER) ||
		lex_is_time(at(t, i)))
		return false;
	k -= k > 0 && lex_is_any(t, k - 1, ARTICLES);
	if (opens_clause(t, k))
		return is_counted(t, i);
	k -= k > 1 && lex_is_any(t, k - 1, PARTICLES);
	s = k ? verb_sense(at(t, k - 1)->text, false) : VERB_NONE;
	return (s == VERB_MAKE || s == VERB_REACH) && opens_clause(t, k - 1) &&
	       (at(t, i + 1)->kind == TOKEN_WORD ||
		       at(t, i + 1)->flags & TOKEN_HYPHEN);
}

static bool is_capital(struct str w)
{
	return w.n > 2 && w.p[0] >= 'A' && w.p[0] <= 'Z' &&
	       str_is_alpha(w.p[1]);
}

/* "Launch Atlas 2.0 in ...", "the Atlas 2.0 Guide": what is made is a thing,
 * where "Reach a Trust Rating of 4.0" has a value. */
static bool is_titled_version(const struct tokens *t, size_t i)
{
	if (i < 2 || !str_ends(at(t, i)->text, ".0") ||
		at(t, i - 1)->kind != TOKEN_WORD ||
		!is_capital(at(t, i - 1)->text) ||
		lex_is_any(t, i - 1, METRICS))
		return false;
	return verb_sense(at(t, 0)->text, false) == VERB_MAKE ||
	       (at(t, i + 1)->kind == TOKEN_WORD &&
		       is_capital(at(t, i + 1)->text));
}

/* "the 1.0 version", "Engine releases 0.2" */
static bool is_release(const struct tokens *t, size_t i)
{
	static const char *const MOVES[] = {"upgrade", "migrate", "support",
		"port", "deprecate", "update", NULL};
	static const char *const BEFORE[] = {
		"releases", "releasing", "released", "ships", "versions", NULL};
	static const char *const BEHIND[] = {"version", "release", "milestone",
		"beta", "alpha", "rc", "api", "spec", "ga", NULL};

	return str_find_char(at(t, i)->text, '.') != STR_NONE &&
	       (lex_is_any(t, i - 1, BEFORE) ||
		       (lex_is_any(t, 0, MOVES) &&
			       (lex_is(t, i - 1, "drop") ||
				       (i > 1 && lex_is(t, i - 1, "to") &&
					       is_proper(t, i - 2)) ||
				       (at(t, i - 1)->text.p[0] >= 'A' &&
					       at(t, i - 1)->text.p[0] <=
						       'Z'))) ||
		       lex_is_any(t, i + 1, BEHIND));
}

/* "AtlasDB", "graphQL": a name with a capital letter within. */
static bool is_mixed_name(const struct token *x)
{
	struct str w = x->text;
	size_t capitals = 0, small = 0;

	for (size_t k = 0; k < w.n; k++) {
		capitals += k && w.p[k] >= 'A' && w.p[k] <= 'Z';
		small += w.p[k] >= 'a' && w.p[k] <= 'z';
	}
	return x->kind == TOKEN_WORD && w.n > 3 && capitals && small;
}

/* "into AtlasDB 0.9", "carrier 2.1 is implemented": what is made has a number
 * for its name. */
static bool is_made_version(const struct tokens *t, size_t i)
{
	static const char *const BEFORE_NAME[] = {"into", "in", "to", "of",
		"for", "with", "support", "using", "via", "from", NULL};
	static const char *const IS[] = {"is", "are", "gets", "was", "has",
		"have", "be", "been", "goes", NULL};
	static const char *const MADE[] = {"implemented", "released", "shipped",
		"launched", "published", "deployed", "supported", "adopted",
		"documented", "merged", "finalized", "finalised", "deprecated",
		"rolled", "tagged", "cut", "delivered", "completed", "live",
		"available", "done", "ready", "out", "integrated", "tested",
		"certified", "removed", "retired", NULL};
	size_t k = i + 1;

	if (str_find_char(at(t, i)->text, '.') == STR_NONE ||
		*at(t, i)->q->unit || at(t, i - 1)->kind != TOKEN_WORD ||
		lex_is_any(t, i - 1, METRICS))
		return false;
	if (is_mixed_name(at(t, i - 1)) && i > 1 &&
		lex_is_any(t, i - 2, BEFORE_NAME))
		return at(t, k)->kind != TOKEN_ARROW && !lex_is(t, k, "to");
	if (i > 2)
		return false;
	while (lex_is_any(t, k, IS))
		k++;
	return k > i + 1 && lex_is_any(t, k, MADE);
}

/* "SAML 2.0", "OAUTH 2.0": a version, where "CSAT 4.0" is a value. */
static bool is_version(const struct tokens *t, size_t i)
{
	static const char *const VALUES[] = {"GPA", "CES", "ROAS", "ROI", "MOS",
		"SUS", "LTV", "ARPU", "CPI", "SPI", "EBITDA", NULL};
	struct str w = at(t, i - 1)->text;

	if (is_titled_version(t, i) || is_release(t, i) ||
		is_made_version(t, i))
		return true;
	if (!str_ends(at(t, i)->text, ".0") ||
		at(t, i - 1)->kind != TOKEN_WORD || w.n < 3 ||
		lex_is_any(t, i - 1, METRICS) || lex_is_any(t, i - 1, VALUES))
		return false;
	for (size_t k = 0; k < w.n; k++)
		if (!(w.p[k] >= 'A' && w.p[k] <= 'Z'))
			return false;
	return true;
}

/* "Automation 2 and 3 live", "Guide 1 (free) published": a title's number. */
static bool is_titled(const struct tokens *t, size_t i)
{
	static const char *const AND[] = {"and", "&", "und", "et", "y", NULL};

	if (i != 1 || !is_capital(at(t, 0)->text) ||
		at(t, 0)->kind != TOKEN_WORD || at(t, 0)->text.n < 4 ||
		lex_is_any(t, 0, METRICS) ||
		verb_sense(at(t, 0)->text, false) || at(t, i)->q->value.scale ||
		at(t, i)->q->value.coef > 9)
		return false;
	return at(t, i + 1)->kind == TOKEN_OPEN ||
	       (lex_is_any(t, i + 1, AND) && is_quantity(t, i + 2) &&
		       at(t, i + 2)->flags & TOKEN_NUMBER);
}

/* "last year 163", "calls per working day 31": the word is not the number's. */
static bool is_whole_span(const struct tokens *t, size_t i)
{
	static const char *const BEFORE[] = {"last", "previous", "prior",
		"past", "this", "per", "a", "each", "every", "pro", NULL};

	/* "Every Year 6 pupil" */
	if (is_capital(at(t, i)->text) && at(t, i + 2)->kind == TOKEN_WORD)
		return false;
	return i > 0 &&
	       (lex_is_any(t, i - 1, BEFORE) ||
		       (i > 1 && lex_is(t, i - 2, "per") &&
			       at(t, i - 1)->kind == TOKEN_WORD)) &&
	       (unit_is_span(at(t, i)->text) || lex_is(t, i, "season"));
}

/* "Dinner at the table 5 nights a week": how often, and no table 5. */
static bool is_pace(const struct tokens *t, size_t i)
{
	static const char *const PER[] = {"a", "per", "each", "every", NULL};

	return lex_is_any(t, i + 2, PER) && at(t, i + 1)->kind == TOKEN_WORD &&
	       lex_is_plural(at(t, i + 1)->text) &&
	       at(t, i + 3)->kind == TOKEN_WORD &&
	       unit_is_span(at(t, i + 3)->text);
}

/* "compare changes between 2 branches": what is compared, where "between 2 and
 * 5 hours" is how much. */
static bool is_compared(const struct tokens *t, size_t i)
{
	return i > 1 && lex_is(t, i - 1, "between") &&
	       at(t, i)->flags & TOKEN_NUMBER &&
	       !(at(t, i)->flags & TOKEN_RANGE) &&
	       at(t, i + 1)->kind == TOKEN_WORD &&
	       lex_is_plural(at(t, i + 1)->text) && !lex_is_time(at(t, i)) &&
	       !is_quantity(t, i + 2) && !is_quantity(t, i + 3);
}

/* "upgrade guide 0.9 -> 1.0", "migration from 2.3 to 3.0": from which version
 * to which. */
static bool is_of_versions(const struct tokens *t, size_t i)
{
	static const char *const OF[] = {"guide", "guides", "notes",
		"changelog", "upgrade", "upgrades", "migration", "migrations",
		"version", "versions", "leitfaden", "anleitung", "umstieg",
		"gu\u00eda", "guia", "guida", "handleiding", "przewodnik",
		"migraci\u00f3n", "migra\u00e7\u00e3o", "migrazione",
		"migratie", "uppgradering", "oppgradering", NULL};
	static const char *const TIES[] = {"to", "auf", "zu", "\u00e0", "a",
		"para", "naar", "do", "till", "til", NULL};
	static const char *const FROM[] = {"from", "von", "de", "da", "van",
		"z", "fr\u00e5n", "fra", NULL};

	if (i > 2 && (at(t, i - 1)->kind == TOKEN_ARROW ||
			     lex_is_any(t, i - 1, TIES)))
		i -= 2;
	else if (at(t, i + 1)->kind != TOKEN_ARROW &&
		 !lex_is_any(t, i + 1, TIES))
		return false;
	for (size_t k = i; k < i + 3; k += 2) {
		if ((is_quantity(t, k) ? *at(t, k)->q->unit
				       : at(t, k)->kind != TOKEN_NAME) ||
			!str_is_digit(at(t, k)->text.p[0]) ||
			str_find_char(at(t, k)->text, '.') == STR_NONE)
			return false;
	}
	i -= i > 1 && lex_is_any(t, i - 1, FROM);
	return i > 0 && lex_is_any(t, i - 1, OF);
}

static bool is_bare_name(const struct tokens *t, size_t i)
{
	const struct token *x = at(t, i);

	if (is_of_versions(t, i))
		return true;
	if (x->flags & TOKEN_SIGNED || is_led_by_verb(t, i) || is_pace(t, i))
		return false;
	/* "F1 of the rare class 0.61 -> 0.75" */
	if (str_starts(x->text, "0.") && at(t, i + 1)->kind == TOKEN_ARROW)
		return false;
	if ((i > 0 && is_version(t, i)) || is_titled(t, i) || is_compared(t, i))
		return true;
	/* "EN 301549", but "en 45", "es 45" in Spanish */
	if (i > 0 && (str_is(at(t, i - 1)->text, "en") ||
			     str_is(at(t, i - 1)->text, "es")))
		return lex_is_when(t, i);
	if (i > 0 && ((lex_is_any(t, i - 1, NAME_BEFORE) &&
			      !is_whole_span(t, i - 1)) ||
			     ((x->flags & TOKEN_RANGE) && is_named(t, i - 1))))
		return true;
	return lex_is_when(t, i);
}

/* "ward 3B", "Building 4C 2": no billions. */
static bool is_lettered(const struct tokens *t, size_t i)
{
	const struct token *x = at(t, i);

	return i > 0 && x->flags & TOKEN_SCALED && !*x->q->unit &&
	       x->text.n < 4 && strchr("BKM", x->text.p[x->text.n - 1]) &&
	       str_is_digit(x->text.p[0]) &&
	       str_is_digit(x->text.p[x->text.n - 2]) &&
	       lex_is_any(t, i - 1, NAME_BEFORE) && !is_whole_span(t, i - 1) &&
	       !is_led_by_verb(t, i);
}

/* "Windows 11, 210 done": what became of so many. */
static bool is_done_count(const struct tokens *t, size_t i)
{
	static const char *const DONE[] = {
		"done", "live", "complete", "ready", "sold", "so", NULL};

	return at(t, i - 1)->kind == TOKEN_COMMA &&
	       at(t, i + 1)->kind == TOKEN_WORD &&
	       (lex_is_any(t, i + 1, DONE) ||
		       str_iends(at(t, i + 1)->text, "ed"));
}

/* "Stage 2 -> 3", "tiers 1 and 2": the second number of two names. */
static bool is_second_name(const struct tokens *t, size_t i)
{
	static const char *const LINKS[] = {
		"to", "and", "or", "bis", "und", "oder", "et", "y", NULL};

	return i > 2 && at(t, i - 2)->kind == TOKEN_NAME &&
	       !is_done_count(t, i) &&
	       (lex_is_any(t, i - 3, NAME_BEFORE) ||
		       (i == 3 && !verb_sense(at(t, 0)->text, false))) &&
	       (lex_is_any(t, i - 1, LINKS) ||
		       at(t, i - 1)->kind == TOKEN_ARROW ||
		       at(t, i - 1)->kind == TOKEN_COMMA ||
		       at(t, i - 1)->kind == TOKEN_OTHER);
}

/* "1 in 4": odds. */
static bool is_odds(const struct tokens *t, size_t i)
{
	const struct token *x = at(t, i), *y = at(t, i + 2);

	if (lex_is(t, i + 1, "in") && y->kind == TOKEN_QUANTITY &&
		(y->flags & (TOKEN_NUMBER | TOKEN_WORDY)) &&
		!(y->flags & TOKEN_YEAR) && !x->q->value.scale &&
		decimal_cmp(x->q->value, y->q->value) < 0 &&
		x->q->value.coef < 10)
		return true;
	return i > 1 && lex_is(t, i - 1, "in") &&
	       at(t, i - 2)->kind == TOKEN_NAME &&
	       str_find_char(at(t, i - 2)->text, '.') == STR_NONE &&
	       (str_is_digit(at(t, i - 2)->text.p[0]) || at(t, i - 2)->q);
}

bool token_is_denied(const struct tokens *t, size_t i)
{
	static const char *const NOBODY[] = {"no", "nobody", "none", "never",
		"no-one", "without", "nessun", "ning\u00fan", "ninguna",
		"aucun", "aucune", "kein", "keine", "niemand", "nenhum",
		"nenhuma", "geen", "ingen", NULL};

	static const char *const FEW[] = {
		"under", "below", "less", "fewer", NULL};
	static const char *const FALLS[] = {"going", "falling", "dropping",
		"getting", "slipping", "sinking", NULL};

	int depth = at(t, i)->depth;
	/* "pages without an owner < 50": few of them, and nothing is denied;
	 * but "without falling below 95 %" */
	bool few = str_starts(at(t, i)->text, "<") ||
		   (i && lex_is_any(t, i, FEW) && !lex_is_any(t, i - 1, FALLS));

	while (i-- > 0) {
		if (at(t, i)->depth > depth) /* "No crate (of any kind) ..." */
			continue;
		if (at(t, i)->kind == TOKEN_STOP ||
			at(t, i)->kind == TOKEN_QUANTITY ||
			at(t, i)->depth < depth)
			return false;
		if (lex_is_any(t, i, NOBODY))
			return !few || !lex_is(t, i, "without");
	}
	return false;
}

static bool is_last_quantity(const struct tokens *t, size_t i)
{
	while (++i < t->n)
		if (is_quantity(t, i))
			return false;
	return true;
}

/* "past 2.5 million devices", but "the past 12 months", "past 3 sprints" */
static bool is_beyond(const struct tokens *t, size_t i)
{
	return lex_is(t, i - 1, "past") && !lex_is_time(at(t, i)) &&
	       !(i > 1 && lex_is(t, i - 2, "the")) &&
	       !(at(t, i + 1)->kind == TOKEN_WORD &&
		       lex_is_any(t, i + 1, PERIODS));
}

/* "for 30+ seat accounts": how large they are. */
static bool is_size(const struct tokens *t, size_t i)
{
	static const char *const BEFORE[] = {
		"for", "at", "in", "with", "to", "of", "among", NULL};
	static const char *const SIZES[] = {
		"seat", "employee", "person", "bed", "room", NULL};

	return at(t, i)->flags & TOKEN_PLUS && i > 0 &&
	       lex_is_any(t, i - 1, BEFORE) && lex_is_any(t, i + 1, SIZES) &&
	       at(t, i + 2)->kind == TOKEN_WORD;
}

/* "every 2 weeks instead of every 5": how often, then and now. */
static bool is_one_of_paces(const struct tokens *t, size_t i)
{
	enum { NEAR = 12 };

	if (!lex_is(t, i - 1, "every"))
		return false;
	for (size_t k = i > NEAR ? i - NEAR : 0; k < i + NEAR; k++)
		if (k != i - 1 && lex_is(t, k, "every") && at(t, k + 1)->q)
			return true;
	return false;
}

/* "(Vorjahr 980)" */
static bool is_value_label(const struct tokens *t, size_t i)
{
	static const char *const LABELS[] = {"vorjahr", "vorquartal",
		"vormonat", "stand", "bisher", "ziel", "start", "ist", "heute",
		"aktuell", "derzeit", NULL};

	return i > 0 && at(t, i - 1)->kind == TOKEN_OPEN &&
	       lex_is_any(t, i, LABELS);
}

/* "The list is shorter than 3 months", not "calls that are longer than 5": what
 * it is to be. */
static bool is_to_be(const struct tokens *t, size_t than)
{
	static const char *const BE[] = {
		"is", "are", "be", "stays", "stay", "becomes", NULL};
	static const char *const THAT[] = {
		"that", "which", "who", "whose", "where", "if", "when", NULL};

	if (than < 3 || !lex_is_any(t, than - 2, BE))
		return false;
	for (size_t k = 0; k < than - 2; k++)
		if (lex_is_any(t, k, THAT))
			return false;
	return true;
}

/* "top 10", "older than 65": one of the words in front says so. */
static bool is_which(const struct tokens *t, size_t i)
{
	const struct token *x = at(t, i);

	if (i > 0 && lex_is_any(t, i - 1, WHICH_BEFORE) &&
		strcmp(x->q->unit, "%") != 0 && !currency_is_code(x->q->unit) &&
		!is_beyond(t, i) && !is_one_of_paces(t, i))
		return !is_first_made(t, i);
	return i > 1 && lex_is(t, i - 1, "than") &&
	       lex_is_any(t, i - 2, OLDER) &&
	       !(i > 2 &&
		       (lex_is(t, i - 3, "no") || lex_is(t, i - 3, "not"))) &&
	       !lex_is_any(t, 0, AVERAGES) && !is_to_be(t, i - 1) &&
	       !((lex_is_time(x) || is_last_quantity(t, i)) &&
		       token_is_denied(t, i - 2));
}

/* "Room Lisbon 4": the number of a name. */
static bool is_behind_proper(const struct tokens *t, size_t i)
{
	const struct token *x = at(t, i);

	return i > 0 && is_proper(t, i - 1) && !is_value_label(t, i - 1) &&
	       (x->flags & TOKEN_NUMBER) && at(t, i + 1)->kind != TOKEN_WORD &&
	       !(at(t, i + 1)->kind == TOKEN_ARROW && is_quantity(t, i + 2) &&
		       decimal_cmp(x->q->value, (struct decimal){9, 0}) > 0) &&
	       !(x->flags & (TOKEN_SIGNED | TOKEN_PLUS)) &&
	       x->q->value.scale == 0;
}

/* Digits that only look like a quantity. */
static bool is_name(const struct tokens *t, size_t i)
{
	const struct token *x = at(t, i);

	if (is_which(t, i) || lex_is_figure(t, i) || lex_is_label(t, i) ||
		lex_is_numbered(t, i) || is_lettered(t, i) || is_size(t, i) ||
		lex_is_whole(t, i) || east_is_name(t, i) ||
		is_behind_proper(t, i) || lex_is_opening(t, i) ||
		lex_is_nothing(t, i))
		return true;
	if (lex_is_any(t, i + 1, WHICH_AFTER) && *x->q->unit == 0)
		return true;
	if ((x->flags & TOKEN_NUMBER) &&
		(is_bare_name(t, i) || is_second_name(t, i)))
		return true;
	if ((x->flags & (TOKEN_NUMBER | TOKEN_WORDY)) && is_odds(t, i))
		return true;
	return (x->flags & TOKEN_WORDY) && is_word_name(t, i);
}

/* "1:1s" are meetings, but a ratio may be 1:1. */
static bool is_meeting(const struct tokens *t, size_t i)
{
	if (strcmp(at(t, i)->q->unit, "1:") || at(t, i)->q->value.coef != 1 ||
		at(t, i)->q->value.scale)
		return false;
	for (size_t k = 0; k < t->n; k++)
		if (lex_is(t, k, "ratio"))
			return false;
	return true;
}

void lex_mark_names(struct tokens *t)
{
	for (size_t i = 0; i < t->n; i++) {
		struct token *x = &t->v[i];

		if (x->kind != TOKEN_QUANTITY)
			continue;
		if (is_name(t, i) || is_meeting(t, i))
			x->kind = TOKEN_NAME;
		else if (lex_is_span(t, i))
			x->flags |= TOKEN_SPAN;
	}
}

/*
 * What a number counts: "15 new enterprise deals", "45 of 60 services", and
 * how often: "per week".  In English the noun is the last plural of its
 * phrase.  Other languages tell it otherwise: Germans write it with a capital,
 * Romance languages put it before its adjectives.
 */
#include "lex_p.h"

#include "glyph_p.h"
#include "noun_p.h"
#include "number_words_p.h"
#include "unit_p.h"
#include "words.h"

/* Words that cannot stand inside the noun phrase behind a number. */
static const char *const PHRASE_END[] = {"of", "in", "on", "at", "by", "for",
	"from", "to", "with", "without", "within", "per", "and", "or", "as",
	"via", "across", "into", "onto", "over", "under", "above", "below",
	"through", "during", "until", "till", "after", "before", "since",
	"than", "then", "that", "which", "who", "whose", "where", "when",
	"while", "if", "so", "but", "not", "a", "an", "the", "this", "these",
	"those", "their", "our", "its", "his", "her", "is", "are", "was",
	"were", "be", "been", "being", "have", "has", "had", "do", "does",
	"did", "will", "can", "should", "may", "might", "using", "including",
	"each", "every", "all", "both", "vs", "versus", "plus", "minus", "less",
	"because", "us", "out", "among", "against", "between", "towards",
	"around", "about", "up", "down", "off", "go", "goes", "go-live", "und",
	"oder", "pro", "mit", "f\u00fcr", "von", "bei", "im", "bis", "auf",
	"et", "ou", "par", "pour", "dans", "sur", "de", "des", "du", "y", "o",
	"por", "para", "con", "al", "del", "en", "van", "voor", "met", "e",
	"di", "da", "regarding", "becomes", "instead", "rather", "\u00e0",
	"til", "till", "antes", "become", "entre", "sem", "sin", "sans", "chez",
	"tra", "dentro", "durante", "ohne", "unter", "zwischen", "gegen",
	"contra", "desde", "sobre", "sob", "ap\u00f3s", "seg\u00fan", "segundo",
	"hacia", "vers", "dont", "com", "aos", "\u0432", "\u043d\u0430",
	"\u0434\u043e", "\u0437\u0430", "\u0438\u0437", "\u0434\u043b\u044f",
	"\u043f\u043e", "\u0438", "\u043e\u0442", "\u043a", "\u0443",
	"\u043e\u0431", "\u0441\u043e", "\u0441", "\u043f\u0440\u0438", "z",
	"w", "v", "ze", "dla", "od", "po", "przez", "oraz", "untuk", "dengan",
	"pada", "dari", "menjadi", "hingga", "yang", "pendant", "apr\u00e8s",
	"avant", "nach", "vor", "seit", "zu", "zur", "zum", "beim", "vom",
	"aus", "als", "wie", "aujourd'hui", "neste", "nesta", "este", "esta",
	"at\u00e9", "d'ici", "d\u2019ici", "tot", NULL};

/* Plural in form, but never what is counted when a noun follows. */
static const char *const NOT_HEADS[] = {"sales", "news", "press", "sports",
	"operations", "analytics", "communications", "logistics", "economics",
	"mathematics", "physics", "ethics", "plus", "business", "process",
	"access", "success", "wellness", "fitness", "express", "wireless",
	"previous", "various", "serious", "continuous", "serverless", "cross",
	"this", "basis", "analysis", "status", "campus", "bonus", "focus",
	"gross", "kubernetes", "always", "sometimes", "thus", "ios", "aws",
	"sms", "saas", "nps", "gps", "cms", "css", "sas", "pos", "rds", "dns",
	"tls", "cs", "ms", "hours'", "gas", "mass", "class", "plans'", "others",
	"hers", "ours", "yes", "across", "overseas", "towards", "besides",
	"synchronous", "asynchronous", "anonymous", "famous", "dangerous",
	"religious", "indigenous", "autonomous", NULL};

/* Nouns that look like forms of a verb. */
static const char *const EVENTS[] = {"meeting", "training", "hearing",
	"briefing", "listing", "building", "opening", "screening", "finding",
	"booking", "filing", "mailing", "posting", "rating", "ranking",
	"offering", "hackathon", "gathering", "painting", "recording",
	"wedding", "landing", "saving", "feed", "speed", "seed", "bed", NULL};

static struct token *at(const struct tokens *t, size_t i)
{
	return i < t->n ? &t->v[i] : &t->v[t->n];
}

/* "Bewertungen": German nouns are written like names. */
static bool is_german_plural(struct str w)
{
	return w.n >= 7 && w.p[0] >= 'A' && w.p[0] <= 'Z' && str_ends(w, "en");
}

/* "cr\u00e9\u00e9s", "conectadas": what was done to the noun in front. */
static bool is_participle(struct str word)
{
	size_t slash = str_find_char(word, '/'); /* "qualifi\u00e9s/mois" */
	struct str w = str_sub(word, 0, slash == STR_NONE ? word.n : slash);
	static const char *const ENDS[] = {
		"\u00e9s", "\u00e9es", "adas", "ados", "idas", "idos"};
	static const char *const ACTIVE[] = {"ativos", "ativas", "activos",
		"activas", "actifs", "actives", "critiques", "majeurs",
		"majeures", "mensuels", "mensuelles", "organiques", "payants",
		"payantes"};

	for (size_t i = 0; i < COUNT_OF(ACTIVE); i++)
		if (str_iis(w, ACTIVE[i]))
			return true;

	for (size_t i = 0; i < COUNT_OF(ENDS); i++)
		if (w.n > strlen(ENDS[i]) + 1 && str_ends(w, ENDS[i]))
			return true;
	return false;
}

bool lex_is_plural(struct str w)
{
	struct str rate = w, head;

	/* "deals/qtr", "req/s" */
	if (str_take_until(&rate, '/', &head) && rate.n && unit_is_span(rate))
		return !str_ends(head, "ed");
	return (w.n > 2 && str_iends(w, "s") && !str_iends(w, "ss") &&
		       !str_ends(w, "us") && !str_ends(w, "sis") &&
		       !str_iis(w, "this")) ||
	       is_german_plural(w) || unit_is_noun(w);
}

bool noun_ends(const struct tokens *t, size_t i)
{
	return lex_is_any(t, i, PHRASE_END);
}

/* A word that could be (part of) what is counted. */
static bool is_phrase_word(const struct tokens *t, size_t i)
{
	return at(t, i)->kind == TOKEN_WORD &&
	       (!lex_is_any(t, i, PHRASE_END) || str_is(at(t, i)->text, "US"));
}

static bool is_one(const struct token *x)
{
	return x->q->value.coef == 1 && !x->q->value.scale;
}

/* "runs", "shows" */
static bool is_third_person(struct str w)
{
	return w.n > 3 && str_ends(w, "s") &&
	       verb_sense(str_sub(w, 0, w.n - 1), true);
}

/* "3 ways users can pay": a clause begins. */
static bool is_clause(const struct tokens *t, size_t k)
{
	static const char *const MODALS[] = {"can", "will", "may", "might",
		"could", "should", "must", "need", "do", "have", "don't",
		"can't", "cannot", "won't", "didn't", "want", "love", "use",
		"don\u2019t", "can\u2019t", "won\u2019t", NULL};

	return lex_is_any(t, k, MODALS);
}

/* "marketing or sales managers": the noun is still to come. */
static bool is_joint(const struct tokens *t, size_t i, size_t k)
{
	static const char *const JOINTS[] = {"or", "and", "&", NULL};

	return k > i + 1 && lex_is_any(t, k, JOINTS) &&
	       is_phrase_word(t, k + 1) &&
	       (!is_one(at(t, i)) || at(t, i)->flags & TOKEN_PLUS);
}

/* "90 Core Web Vitals score": a value of the score, and no vitals. */
static bool is_of_metric(const struct tokens *t, size_t k)
{
	static const char *const METRICS[] = {"score", "rate", "rating",
		"index", "ratio", "average", "percentile", NULL};

	return lex_is_any(t, k, METRICS);
}

/* "10 or more integrations": words between. */
static size_t bound_length(const struct tokens *t, size_t i)
{
	static const char *const OR[] = {"or", "oder", "ou", NULL};
	static const char *const MORE[] = {"more", "fewer", "less", "mehr",
		"weniger", "plus", "moins", "mais", NULL};

	return lex_is_any(t, i, OR) && lex_is_any(t, i + 1, MORE) ? 2 : 0;
}

/* Index of the noun that token i counts, or 0. */
static size_t find_noun(const struct tokens *t, size_t i)
{
	static const char *const DONE[] = {
		"done", "live", "sold", "won", "built", "sent", "held", NULL};
	size_t noun = t->tongue ? noun_foreign(t, i) : 0, last = 0;

	if (noun || noun_is_romance_end(t, i + 1))
		return noun;
	for (size_t k = i + 1 + bound_length(t, i + 1); k <= i + NOUN_DISTANCE;
		k++) {
		if (at(t, k)->kind == TOKEN_SOFT ||
			at(t, k)->kind == TOKEN_NAME ||
			(at(t, k)->kind == TOKEN_QUANTITY &&
				at(t, k)->flags & TOKEN_HYPHEN))
			continue;
		/* "Tier 2 & 3 deals" */
		if (is_joint(t, i, k) ||
			(k > 0 && at(t, k - 1)->kind == TOKEN_NAME &&
				str_is(at(t, k)->text, "&")))
			continue;
		/* "one team runs ..." */
		if (!is_phrase_word(t, k) ||
			(t->tongue == TONGUE_VIET &&
				str_has_high(at(t, k)->text)) ||
			(is_one(at(t, i)) && k > i + 1 &&
				is_third_person(at(t, k)->text)))
			break;
		if (!last ||
			!(str_iends(at(t, k)->text, "ed") ||
				str_iends(at(t, k)->text, "ing")) ||
			lex_is_any(t, k, EVENTS))
			last = k;
		if (!lex_is_plural(at(t, k)->text) ||
			(is_one(at(t, i)) && is_phrase_word(t, k + 1)))
			continue;
		if (lex_is_any(t, k, NOT_HEADS)) {
			noun = noun ? noun : k;
			if (is_phrase_word(t, k + 1))
				continue;
			return noun;
		}
		/* "sales calls", "systems audits": the second one counts. */
		if (is_phrase_word(t, k + 1) && !is_clause(t, k + 2) &&
			lex_is_plural(at(t, k + 1)->text) &&
			!is_participle(at(t, k + 1)->text) &&
			!lex_is_any(t, k + 1, NOT_HEADS))
			continue;
		return is_of_metric(t, k + 1) ? 0 : k;
	}
	if (noun)
		return noun;
	/* "(1 done)", "(1 signed)" */
	if (lex_is_any(t, last, DONE) ||
		(last == i + 1 && str_iends(at(t, last)->text, "ed") &&
			!lex_is_any(t, last, EVENTS)))
		return 0;
	return is_one(at(t, i)) ? last : 0;
}

/* "per week", "a day", "/month" behind token i (whose noun is k). */
static size_t find_rate(const struct tokens *t, size_t k)
{
	static const char *const PER[] = {"per", "a", "an", "each", "every",
		"pro", "par", "por", "al", "ao", NULL};

	/* "2 hours of deep work a day" */
	if (lex_is(t, k + 1, "of") && at(t, k)->q &&
		unit_is_span(str_of(at(t, k)->q->unit)))
		for (int words = 0; words < 4; words++)
			k += words == 0 || is_phrase_word(t, k + 1);
	/* "50 leads calificados por mes", "20 demos booked per month" */
	for (int words = 0; words < 2 && t->v[k].kind == TOKEN_WORD; words++)
		k += is_phrase_word(t, k + 1) && !lex_is_any(t, k + 1, PER) &&
		     (t->tongue == TONGUE_ROMANCE ||
			     str_iends(at(t, k + 1)->text, "ed"));
	/* not "9 hours a year ago" */
	if (lex_is_any(t, k + 1, PER) && at(t, k + 2)->kind == TOKEN_WORD &&
		unit_is_span(at(t, k + 2)->text) && !lex_is(t, k + 3, "ago"))
		return k + 2;
	return 0;
}

/* "kh\u00e1ch h\u00e0ng": a Vietnamese noun of two syllables. */
static bool is_spelt_apart(const struct tokens *t, size_t i, size_t noun)
{
	return t->tongue == TONGUE_VIET && noun == i + 2 &&
	       (str_has_high(t->v[i + 1].text) ||
		       str_has_high(t->v[noun].text));
}

/* "6 centres sur 9": of how many there are. */
bool lex_is_whole(const struct tokens *t, size_t i)
{
	static const char *const OF[] = {
		"sur", "su", "von", "\u0438\u0437", "\u0456\u0437", NULL};
	const struct token *part = i > 2 ? at(t, i - 3) : NULL;

	return part && part->kind == TOKEN_QUANTITY && !*part->q->unit &&
	       at(t, i - 2)->kind == TOKEN_WORD && lex_is_any(t, i - 1, OF) &&
	       !*at(t, i)->q->unit && at(t, i)->flags & TOKEN_NUMBER &&
	       decimal_cmp(part->q->value, at(t, i)->q->value) < 0;
}

/* "3 game days", "2 open days": held, and no length of time. */
static bool is_held(const struct tokens *t, size_t i, size_t noun)
{
	static const char *const KINDS[] = {"open", "office", "hack", "demo",
		"game", "action", "theme", "themed", "family", "sports",
		"career", "careers", "field", "happy", "taster", "hackathon",
		"awareness", "volunteering", NULL};

	return noun > i + 1 && unit_is_span(t->v[noun].text) &&
	       lex_is_any(t, noun - 1, KINDS);
}

void lex_add_noun(struct arena *a, struct tokens *t, size_t i)
{
	struct token *x = &t->v[i];
	static const char *const ARTICLES[] = {
		"the", "our", "all", "these", "those", "their", NULL};
	static const char *const OF[] = {"of", "von", "sur", "su", "z", "ze",
		"\u0438\u0437", "\u0456\u0437", "av", "af", NULL};
	size_t noun = 0, rate, last = i, of;
	const char *unit = x->q->unit;

	if ((!*unit || *unit == '/') && !(x->flags & TOKEN_HYPHEN))
		noun = find_noun(t, i);
	/* "45 of 60 services" counts services. */
	of = i + 2 + lex_is_any(t, i + 2, ARTICLES);
	if (!noun && !*unit && lex_is_any(t, i + 1, OF) &&
		at(t, of)->kind == TOKEN_QUANTITY &&
		(at(t, of)->flags & (TOKEN_NUMBER | TOKEN_WORDY))) {
		noun = find_noun(t, of);
		t->v[of].kind = TOKEN_NAME;
	}
	if (noun && !*unit) {
		size_t from = is_spelt_apart(t, i, noun) ? i + 1
			      : is_held(t, i, noun)      ? noun - 1
							 : noun;

		unit = arena_text(
			a, str_sub(t->line, t->v[from].at,
				   t->v[from].at == t->v[noun].at
					   ? t->v[noun].at + t->v[noun].text.n
					   : t->v[noun].end));
		last = noun;
	}
	rate = find_rate(t, last);
	if (rate && !strchr(unit, '/'))
		unit = arena_printf(
			a, "%s/%.*s", unit, STR_ARG(t->v[rate].text));
	last = rate ? rate : last;
	if (x->grouped && noun && x->q->has_value)
		x->q->value = *x->grouped;
	x->q->unit = unit;
	x->end = t->v[last].at + t->v[last].text.n;
	if (last != i)
		x->q->text = arena_text(a, str_sub(t->line, x->at, x->end));
}

void lex_count(struct arena *a, struct tokens *t, size_t i, int value)
{
	struct token *x = &t->v[i];

	x->kind = TOKEN_QUANTITY;
	x->q = ARENA_NEW(a, struct quantity);
	x->q->has_value = true;
	x->q->value = x->raw = (struct decimal){value, 0};
	x->q->unit = "";
	x->q->text = arena_text(a, str_sub(t->line, x->at, x->end));
}

/* "Kein Kunde wartet", "Aucun client n'attend": who does what, and no
 * number. */
static bool is_denied_clause(const struct tokens *t, size_t i)
{
	struct str w;

	for (size_t k = i + 1; k < t->n; k++) {
		w = t->v[k].text;
		if (t->v[k].kind == TOKEN_QUANTITY && !t->v[k].depth &&
			!(t->v[k].flags & TOKEN_RANGE) &&
			!lex_is_time(&t->v[k]))
			return true;
		if (lex_is(t, k, "ne") || lex_is(t, k, "non") ||
			str_istarts(w, "n'") || str_istarts(w, "n\u2019"))
			return true;
		if (t->tongue == TONGUE_GERMAN && k > i + 1 &&
			t->v[k].kind == TOKEN_WORD && w.n > 3 &&
			str_ends(w, "t") && w.p[0] >= 'a' && w.p[0] <= 'z')
			return true;
	}
	return false;
}

/* "Keine Unf\u00e4lle": nothing of it is wanted. */
static bool opens_none(const struct tokens *t, size_t i)
{
	return (i == 0 || t->v[i - 1].kind == TOKEN_COLON ||
		       t->v[i - 1].kind == TOKEN_STOP) &&
	       !is_denied_clause(t, i);
}

/* "au moins un atelier", "mindestens eine Messe": one of them. */
static bool is_one_at_least(const struct tokens *t, size_t i)
{
	static const char *const ONE[] = {"un", "une", "una", "uno", "um",
		"uma", "ein", "eine", "einen", "einem", "een", "en", "ett",
		"et", "jeden", "jedn\u0105", "jednu", NULL};
	static const char *const LEAST[] = {"moins", "menos", "meno", "almeno",
		"minimo", "m\u00ednimo", "mindestens", "wenigstens", "minstens",
		"minst", "mindst", "najmniej", "alespo\u0148", NULL};

	return i && lex_is_any(t, i, ONE) && lex_is_any(t, i - 1, LEAST) &&
	       at(t, i + 1)->kind == TOKEN_WORD && !noun_ends(t, i + 1);
}

/* "to nye kolleger", "fire", "lima": what is a number in this language, or -1.
 */
static int value_here(const struct tokens *t, size_t i)
{
	int value = t->v[i].kind == TOKEN_WORD
			    ? number_bound(t->v[i].text, t->tongue)
			    : -1;

	bool none = value < 0 && t->v[i].kind == TOKEN_WORD &&
		    number_says_none(t->v[i].text);

	if (none && at(t, i + 1)->kind == TOKEN_WORD && opens_none(t, i))
		return 0;
	if (is_one_at_least(t, i))
		return 1;
	if (value < 0 || at(t, i + 1)->kind != TOKEN_WORD ||
		noun_ends(t, i + 1) ||
		(i > 0 && at(t, i - 1)->kind == TOKEN_QUANTITY))
		return -1;
	return value || opens_none(t, i) ? value : -1;
}

/* "in under a minute", "less than an hour": one of them, or NULL. */
static const struct unit *one_span(const struct tokens *t, size_t i)
{
	static const char *const BOUNDS[] = {
		"under", "below", "than", "inside", "within", NULL};
	static const char *const ARTICLES[] = {"a", "an", NULL};
	const struct unit *u;

	if (!i || !lex_is_any(t, i, ARTICLES) ||
		!lex_is_any(t, i - 1, BOUNDS) ||
		at(t, i + 1)->kind != TOKEN_WORD ||
		lex_is_plural(at(t, i + 1)->text))
		return NULL;
	u = unit_find(at(t, i + 1)->text);
	return u && (u->family == UNIT_TIME || u->family == UNIT_MONTHS) ? u
									 : NULL;
}

/* "a week to 5 per week": the span at i once more? */
static bool is_span_again(const struct tokens *t, size_t i)
{
	enum { NEAR = 7 };

	if (at(t, i + 2)->kind != TOKEN_QUANTITY)
		return false;
	for (size_t k = i + 3; k < i + NEAR; k++)
		if (at(t, k)->kind == TOKEN_WORD &&
			str_ieq(at(t, k)->text, at(t, i)->text))
			return true;
	return false;
}

void lex_count_times(struct arena *a, struct tokens *t)
{
	static const char *const TIMES[] = {"once", "twice", "thrice"};

	for (size_t i = 0; i < t->n; i++) {
		struct token *x = &t->v[i];
		size_t rate = x->kind == TOKEN_WORD ? find_rate(t, i) : 0;
		int value = value_here(t, i);
		const struct unit *one = one_span(t, i);

		if (one) {
			x->end = at(t, i + 1)->end;
			lex_count(a, t, i, 1);
			x->q->unit = one->name;
		}

		if (value >= 0) {
			lex_count(a, t, i, value);
			x->flags |= TOKEN_WORDY;
		}
		for (int k = 0; k < 3 && rate == i + 2; k++) {
			/* "from once a month to weekly" has no number */
			if (!lex_is(t, i, TIMES[k]) ||
				(!k && i && lex_is(t, i - 1, "from") &&
					!is_span_again(t, rate)))
				continue;
			x->end = t->v[rate].end;
			lex_count(a, t, i, k + 1);
			x->q->unit = arena_printf(
				a, "x/%.*s", STR_ARG(t->v[rate].text));
		}
	}
}

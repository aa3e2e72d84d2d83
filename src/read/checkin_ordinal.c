/*
 * Ordinals: "the 9th deal is closed" makes nine, where such a deed is what is
 * counted.
 */
#include "checkin_walk_p.h"

/* The number of "9th", "ninth" */
static bool take_ordinal(struct str word, long *n)
{
	static const char *const ENDS[] = {"st", "nd", "rd", "th"};
	enum { LANGUAGES = 6 };
	static const char *const WORDS[][LANGUAGES] = {
		{"first", "erste", "premi\u00e8re", "primera", "primer",
			"premier"},
		{"second", "zweite", "deuxi\u00e8me", "segunda", "segundo",
			"second"},
		{"third", "dritte", "troisi\u00e8me", "tercera", "tercer",
			"terceiro"},
		{"fourth", "vierte", "quatri\u00e8me", "cuarta", "cuarto",
			"quarto"},
		{"fifth", "f\u00fcnfte", "cinqui\u00e8me", "quinta", "", ""},
		{"sixth", "sechste", "sixi\u00e8me", "sexta", "", ""},
		{"seventh", "siebte", "septi\u00e8me", "s\u00e9ptima", "", ""},
		{"eighth", "achte", "huiti\u00e8me", "octava", "", ""},
		{"ninth", "neunte", "neuvi\u00e8me", "novena", "", ""},
		{"tenth", "zehnte", "dixi\u00e8me", "d\u00e9cima", "", ""},
		{"eleventh", "elfte", "onzi\u00e8me", "und\u00e9cima", "", ""},
		{"twelfth", "zw\u00f6lfte", "douzi\u00e8me", "duod\u00e9cima",
			"", ""},
	};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (word_is_one(word, WORDS[i], LANGUAGES)) {
			*n = (long)i + 1;
			return true;
		}
	if (!str_take_number(&word, 9999, n) || word.n != 2)
		return false;
	return word_is_one(word, ENDS, COUNT_OF(ENDS));
}

static bool has_deed(const struct key_result *kr, const struct tokens *t,
	size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (names_is_done_verb(kr, t->v[i].text))
			return true;
	return false;
}

/* "[is] in production", where that is where all shall be */
static bool is_there(struct walk *w, const struct key_result *kr,
	const struct tokens *t, size_t i)
{
	size_t to = mention_end(t, i);

	while (to > i + 1 &&
		!names_have(&walk_memo(w, kr)->names, tokens_text(t, i, to)))
		to--;
	return to > i + 1 || names_have(&walk_memo(w, kr)->names, t->v[i].text);
}

/* The key result that has a deed before the ordinal or behind the noun that
 * ends at *to: "closed our 9th deal", "the fifth article is online". */
static struct key_result *find_deed(
	struct walk *w, const struct tokens *t, size_t i, size_t *to)
{
	enum {
		WORDS = 1 << TOKEN_WORD | 1 << TOKEN_NEAR,
		VERBS = 1 << TOKEN_AT | 1 << TOKEN_PAST | 1 << TOKEN_LIMIT |
			1 << TOKEN_NEAR
	};
	struct key_result *kr = NULL;
	size_t deed = i;

	while (deed > 0 && deed + 3 > i && kind_is(t->v[deed - 1].kind, WORDS))
		deed--;
	for (*to = mention_end(t, i + 1); *to > i + 1; --*to) {
		size_t k = *to;

		kr = walk_named(w, tokens_text(t, i + 1, *to));
		while (kind_is(t->v[k].kind, VERBS) ||
			str_iis(t->v[k].text, "been"))
			k++;
		if (kr && (has_deed(kr, t, deed, i) ||
				  names_is_state(kr, t->v[k].text) ||
				  t->v[k].kind == TOKEN_DONE ||
				  (k > *to && is_there(w, kr, t, k))))
			return kr;
	}
	return NULL;
}

/* "closed our 9th deal" makes nine, where such a deed is what is counted. */
void walk_ordinal(struct walk *w, struct tokens *t, size_t i)
{
	struct quantity *q;
	struct key_result *kr;
	size_t begin = mention_clause(t, i), to;
	long n;

	if (t->v[i].kind != TOKEN_WORD || !take_ordinal(t->v[i].text, &n))
		return;
	kr = find_deed(w, t, i, &to);
	if (!mention_counts(kr) || kr->target->value.scale ||
		(kr->target->unit[0] && !fit_is_counted(kr->target)))
		return;
	q = fit_copy(w->a, kr->target, kr->target->unit);
	q->value = (struct decimal){n, 0};
	q->text = arena_text(w->a, tokens_text(t, i, to));
	t->v[i].text = tokens_text(t, i, to);
	t->v[i].kind = TOKEN_NUMBER;
	t->v[i].all = true;
	t->v[i].q = q;
	tokens_cut(t, i + 1, to);
	if (begin != STR_NONE)
		mention_put_first(t, begin, kr);
}

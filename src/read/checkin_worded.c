/*
 * Numbers in words.  They stand in any talk ("two of us", "one more thing"), so
 * they count only where they are a part of all or have a noun to count.
 */
#include "checkin_token_p.h"

#include "quantity.h"

/* "ten", "sieben", "ocho" */
static bool take_number_word(struct str *s, int *value)
{
	static const struct {
		const char *word;
		int value;
	} WORDS[] = {
		{"zwei", 2},
		{"drei", 3},
		{"vier", 4},
		{"f\u00fcnf", 5},
		{"sechs", 6},
		{"sieben", 7},
		{"acht", 8},
		{"neun", 9},
		{"zehn", 10},
		{"elf", 11},
		{"zw\u00f6lf", 12},
		{"deux", 2},
		{"trois", 3},
		{"quatre", 4},
		{"cinq", 5},
		{"sept", 7},
		{"huit", 8},
		{"neuf", 9},
		{"dix", 10},
		{"onze", 11},
		{"douze", 12},
		{"tres", 3},
		{"cuatro", 4},
		{"cinco", 5},
		{"seis", 6},
		{"siete", 7},
		{"ocho", 8},
		{"nueve", 9},
		{"diez", 10},
		{"doce", 12},
		{"dois", 2},
		{"duas", 2},
		{"tr\u00eas", 3},
		{"quatro", 4},
		{"sete", 7},
		{"oito", 8},
		{"nove", 9},
		{"dez", 10},
	};
	struct str rest = *s;

	if (quantity_take_word(s, value))
		return true;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++, rest = *s) {
		if (!str_iskip(&rest, WORDS[i].word) || token_goes_on(rest))
			continue;
		*s = rest;
		*value = WORDS[i].value;
		return true;
	}
	return false;
}

/* Is "of twelve", "de las ocho", "out of 12" next? */
static bool at_all(struct str s)
{
	static const char *const WORDS[] = {"the ", "our ", "all ", "las ",
		"los ", "les ", "nos ", "nuestras ", "nuestros ", "den ",
		"unseren ", "geplanten ", "as ", "os "};
	enum token_kind kind;
	int value;

	str_skip_blank(&s);
	if (!token_take_phrase(&s, &kind) || kind != TOKEN_OF)
		return false;
	str_skip_blank(&s);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (str_iskip(&s, WORDS[i]))
			break;
	return s.n && (str_is_digit(s.p[0]) || take_number_word(&s, &value));
}

/* Is the next token the all of a part: "of [the] twelve"? */
static bool is_behind_of(const struct tokens *t)
{
	size_t i = t->n;

	while (i > 0 &&
		kind_is(t->v[i - 1].kind, 1 << TOKEN_WORD | 1 << TOKEN_NEAR) &&
		i + 2 > t->n)
		i--;
	return i > 0 && t->v[i - 1].kind == TOKEN_OF;
}

/* "one drill so far" */
static bool at_total(struct str s)
{
	enum token_kind kind;
	struct str word;

	for (int i = 0; i < 3; i++) {
		str_skip_blank(&s);
		if (token_take_phrase(&s, &kind))
			return kind == TOKEN_TOTAL;
		if (!str_take_until(&s, ' ', &word))
			return false;
	}
	return false;
}

/* The quantity as if it had been written in digits; *s is behind it. */
static const struct quantity *read_quantity(
	struct arena *a, struct str *s, struct str behind, int value)
{
	enum { FAR = 60 };
	const char *text;
	struct str rest;
	struct quantity *q;
	const struct quantity *found;
	size_t n = value < 10 ? 1 : 2, taken;

	text = arena_printf(
		a, "%d%.*s", value, STR_ARG(str_sub(behind, 0, FAR)));
	rest = str_of(text);
	found = quantity_take(a, &rest);
	if (!found || !found->has_value || found->comparator)
		return NULL;
	taken = s->n - behind.n + (strlen(text) - rest.n - n);
	q = ARENA_NEW(a, struct quantity);
	*q = *found;
	q->text = arena_text(a, str_sub(*s, 0, taken));
	*s = str_sub(*s, taken, s->n);
	return q;
}

bool token_take_worded(struct arena *a, struct str *s, struct tokens *out)
{
	struct str all = *s, rest = *s;
	struct token *t = &out->v[out->n];
	bool part;
	int value;

	if (!out->budget || !take_number_word(&rest, &value))
		return false;
	part = is_behind_of(out) || at_all(rest) || at_total(rest) ||
	       (value > 1 && out->n && out->v[out->n - 1].kind == TOKEN_COLON);
	--out->budget;
	t->q = read_quantity(a, s, rest, value);
	if (!t->q || (!part && (value == 1 || !t->q->unit[0]))) {
		*s = all;
		t->q = NULL;
		return false;
	}
	t->kind = TOKEN_NUMBER;
	t->text = str_sub(all, 0, all.n - s->n);
	return true;
}

/* Takes "3 in 10", "7 of 10" from i; gives the last token, or i.  The 3 of
 * "3 in 10" is no quantity. */
static size_t find_tenths(const struct tokens *t, size_t i, struct decimal *d)
{
	enum { LINKS = 1 << TOKEN_INTO | 1 << TOKEN_OF };
	static const struct decimal TEN = {10, 0};
	const struct token *ten = &t->v[i + 2];
	struct str digits = t->v[i].text;

	if (i + 2 >= t->n || !kind_is(t->v[i + 1].kind, LINKS) ||
		ten->kind != TOKEN_NUMBER ||
		decimal_cmp(ten->q->value, TEN) != 0 || ten->q->unit[0] ||
		!decimal_take(&digits, d) || digits.n)
		return i;
	return i + 2;
}

void tokens_join_tenths(struct arena *a, struct tokens *t, bool sure)
{
	for (size_t i = 0; i < t->n; i++) {
		struct decimal value;
		size_t last = find_tenths(t, i, &value);
		struct quantity *q;

		if (last == i ||
			(!sure && t->v[last + 1].kind != TOKEN_SURE &&
				(!i || t->v[i - 1].kind != TOKEN_SURE) &&
				(i < 2 || t->v[i - 2].kind != TOKEN_SURE)))
			continue;
		q = ARENA_NEW(a, struct quantity);
		*q = *t->v[last].q;
		q->value = value;
		q->unit = "/10";
		t->v[i].kind = TOKEN_NUMBER;
		t->v[i].q = q;
		t->v[i].text = tokens_text(t, i, last + 1);
		tokens_cut(t, i + 1, last + 1);
	}
}

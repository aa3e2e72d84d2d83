/*
 * Corrections: "sorry, 64 not 46" mends the one reading of 46.
 */
#include "checkin_walk_p.h"

static bool is_not(const struct token *t)
{
	return t->kind == TOKEN_NOT || str_iis(t->text, "instead of") ||
	       str_iis(t->text, "rather than") || str_iis(t->text, "statt") ||
	       str_iis(t->text, "au lieu de");
}

/* "64 not 46", "not 46 but 64": which numbers are the right and the wrong. */
static bool take_pair(const struct tokens *t, size_t from, size_t to,
	const struct quantity **right, const struct quantity **wrong)
{
	for (size_t i = from; i < to; i++) {
		size_t k = i + 1;

		if (t->v[i].kind == TOKEN_NUMBER) {
			while (k < to && t->v[k].kind == TOKEN_COMMA)
				k++;
			if (k + 1 < to && is_not(&t->v[k]) &&
				t->v[k + 1].kind == TOKEN_NUMBER) {
				*right = t->v[i].q;
				*wrong = t->v[k + 1].q;
				return true;
			}
		} else if (is_not(&t->v[i]) && t->v[k].kind == TOKEN_NUMBER) {
			for (k++; k < to && t->v[k].kind == TOKEN_COMMA;)
				k++;
			if (k < to && t->v[k].kind == TOKEN_NUMBER) {
				*right = t->v[k].q;
				*wrong = t->v[i + 1].q;
				return true;
			}
		}
	}
	return false;
}

/* The newest reading of a comment that has a value. */
static struct reading *newest(struct key_result *kr)
{
	for (size_t i = kr->readings.n; i-- > 0;)
		if (kr->readings.v[i].author[0] && kr->readings.v[i].value)
			return &kr->readings.v[i];
	return NULL;
}

bool walk_mend(struct walk *w, size_t from, size_t to)
{
	const struct quantity *right, *wrong;
	struct reading *found = NULL;
	struct quantity *mended;

	if (!take_pair(&w->tokens, from, to, &right, &wrong))
		return false;
	for (size_t i = 0; i < w->scope->n_objectives; i++) {
		struct key_results *list = &w->scope->objectives[i].key_results;

		for (size_t k = 0; k < list->n; k++) {
			struct reading *r = newest(&list->v[k]);

			if (!r || decimal_cmp(r->value->value, wrong->value))
				continue;
			if (found)
				return false;
			found = r;
		}
	}
	if (!found || !quantity_is_like(found->value, right))
		return false;
	mended = ARENA_NEW(w->a, struct quantity);
	*mended = *right;
	if (!mended->unit[0])
		mended->unit = found->value->unit;
	found->value = mended;
	w->hit = true;
	return true;
}

/*
 * "Achieved: 17": a word that tells an end, in front of where it stands; it may
 * be no more than a label, which others on the page show.
 */
#include "noted_p.h"

#include "attr.h"
#include "result.h"
#include "verdict_p.h"

/* Does a word that tells an end lead to what is behind a colon? */
static bool is_led_end(struct str s)
{
	size_t colon = str_find_char(s, ':');
	struct verdict v;

	if (colon == STR_NONE)
		return false;
	v = verdict_of(str_trim(str_sub(s, 0, colon)));
	return v.exact && v.kind == RESULT_DONE;
}

void noted_led_end(struct reader *r, struct key_result *kr, struct str s)
{
	if (!kr->current || kr->result.kind != RESULT_NONE || !is_led_end(s))
		return;
	if (field_is_reached(r, kr, kr->current))
		kr->result = (struct result){
			.kind = RESULT_DONE, .text = arena_text(r->a, s)};
	else
		r->led_short = true;
}

static bool is_told_led(const struct key_result *kr)
{
	struct str s = str_of(kr->result.text);

	return kr->current && kr->result.kind == RESULT_DONE && is_led_end(s) &&
	       str_has_digit(s);
}

void noted_unlearn_led(const struct reader *r)
{
	for (size_t i = r->first; r->led_short && i < r->m->objectives.n; i++) {
		struct key_results *all = &r->m->objectives.v[i].key_results;

		for (size_t k = 0; k < all->n; k++) {
			if (is_told_led(&all->v[k]))
				all->v[k].result = (struct result){.text = ""};
		}
	}
}

/*
 * After the walk: the texts of objectives and key results are taken apart.
 */
#include "reader_p.h"

#include "attr.h"
#include "decimal.h"
#include "keyresult.h"
#include "noted_p.h"
#include "words.h"

/* Which steps were reached is said by marks or by the grade; where neither is
 * there, nothing is known of them. */
static void settle_milestones(struct reader *r, struct key_result *kr)
{
	struct milestones *all = &kr->milestones;
	bool any = false;

	for (size_t i = 0; i < all->n; i++)
		any = any || all->v[i].reached;
	for (size_t i = 0; i < all->n && !any && kr->stated_grade; i++)
		all->v[i].reached =
			decimal_cmp(all->v[i].grade, *kr->stated_grade) <= 0;
	if (any || kr->stated_grade)
		return;
	for (size_t i = 0; i < all->n; i++)
		*vec_add(r->a, &kr->notes) = all->v[i].text;
	all->n = 0;
}

/* "(currently 80%, as of 2025-02-18)" */
static void date_reading(struct key_result *kr)
{
	static const struct str AS_OF = {"as of ", 6};
	struct str text = str_of(kr->text);
	size_t at = str_ifind(text, AS_OF);

	if (kr->current && !date_is_set(kr->current_date) && at != STR_NONE)
		(void)date_parse(str_sub(text, at + AS_OF.n, at + AS_OF.n + 10),
			&kr->current_date);
}

/* What the others of the text tell of this one. */
static void split_usual(struct reader *r, struct key_result *kr)
{
	struct result found;
	struct str left;

	if (kr->result.kind != RESULT_NONE || kr->current)
		return;
	left = result_split_usual(r->a, str_of(kr->text), &found, &r->habit);
	if (found.kind == RESULT_NONE)
		return;
	kr->text = arena_text(r->a, left);
	kr->result = found;
}

/* "Click rate below 5% - 6% (0.7)": with a grade beside it, the share of what
 * is to be a share is where it stands. */
static void settle_graded(struct reader *r, struct key_result *kr)
{
	const struct quantity *q;
	struct decimal share;

	if (kr->result.kind != RESULT_PERCENT || !kr->result.percent ||
		!kr->stated_grade || kr->current || !kr->target ||
		strcmp(kr->target->unit, "%") != 0 ||
		!decimal_shift(*kr->result.percent, -2, &share) ||
		decimal_cmp(share, *kr->stated_grade) == 0)
		return;
	q = quantity_read(r->a, str_of(kr->result.text));
	if (!q || !q->has_value || strcmp(q->unit, "%") != 0)
		return;
	kr->current = q;
	if (!str_is(str_of(q->text), kr->result.text))
		*vec_add(r->a, &kr->notes) = kr->result.text;
	kr->result = (struct result){.text = ""};
}

/* "Result: 61%" behind an arrow is where it stands, and nothing more. */
static void settle_reading(struct reader *r, struct key_result *kr)
{
	struct str s = str_of(kr->result.text), name;
	const struct quantity *q;

	if (kr->result.kind != RESULT_NOTE || !str_take_until(&s, ':', &name) ||
		vocab_field(name) != FIELD_RESULT)
		return;
	s = str_trim_end(str_trim(s), ".");
	q = kr->current ? kr->current : quantity_read(r->a, s);
	if (!q || !q->has_value || !str_is(s, q->text))
		return;
	kr->current = q;
	kr->result = (struct result){.text = ""};
}

static bool is_share(const struct quantity *q)
{
	return q && strcmp(q->unit, "%") == 0;
}

/* What is counted, or made, and no share itself. */
static bool is_whole(const struct key_result *kr)
{
	const struct quantity *to = kr->target;

	if (!to)
		return verb_sense(str_of(kr->verb), true) == VERB_MAKE;
	return to->has_value && to->unit[0] && !is_share(to);
}

/* "Serve 400 lunches", and now 70 %: how much of it is done. */
static void settle_part_done(struct key_result *kr)
{
	const struct quantity *now = kr->current;

	if (!is_share(now) || !now->has_value || !is_whole(kr) ||
		is_share(kr->baseline) || kr->result.kind != RESULT_NONE ||
		date_is_set(kr->current_date))
		return;
	kr->result = (struct result){.kind = RESULT_PERCENT,
		.percent = &now->value,
		.text = now->text};
	kr->current = NULL;
}

/* A ticked box is done, in no words; a number that falls short tells more. */
static void settle_ticked(struct reader *r, struct key_result *kr)
{
	if (kr->checked && kr->result.kind == RESULT_NONE &&
		(!kr->current || field_is_reached(r, kr, kr->current)) &&
		!kr->stated_grade)
		kr->result = (struct result){.kind = RESULT_DONE, .text = ""};
}

/* How it will be checked is a note. */
static void split_proof(struct reader *r, struct key_result *kr)
{
	struct str check, s = noted_proof(r, str_of(kr->text), &check);

	if (!check.n)
		return;
	*vec_add(r->a, &kr->notes) = arena_text(r->a, check);
	kr->text = arena_text(r->a, s);
}

static void finish_kr(struct reader *r, int objective, int kr)
{
	struct key_result *k = key_result_at(r, objective, kr);

	if (is_our_line(r, k->line)) {
		read_our_row(r, objective_at(r, objective), k);
	} else {
		const char *text =
			read_annotate(r, objective, kr, k->text, k->line);

		k = key_result_at(r, objective, kr);
		k->text = text;
		split_proof(r, k);
		split_usual(r, k);
		noted_place(r, k);
	}
	settle_milestones(r, k);
	if (is_our_line(r, k->line))
		key_result_fill_printed(r->a, k);
	else
		key_result_fill(r->a, k);
	settle_graded(r, k);
	settle_reading(r, k);
	settle_part_done(k);
	settle_ticked(r, k);
	date_reading(k);
}

/* The sign that is an objective's whole result, NULL: it has none. */
static const char *sign_of(const struct result *result)
{
	const char *s = result->text;

	if (result->kind != RESULT_DONE || !s || !s[0])
		return NULL;
	for (size_t i = 0; s[i]; i++) {
		if (str_is_alnum(s[i]))
			return NULL;
	}
	return s;
}

/* A sign before every line of every objective is a bullet, and no result. */
static bool has_sign_as_bullet(const struct reader *r)
{
	const struct objectives *all = &r->m->objectives;

	for (size_t i = r->first; i < all->n; i++) {
		const struct objective *o = &all->v[i];
		const char *sign = sign_of(&o->result);

		if (!sign || o->key_results.n < 2)
			return false;
		for (size_t k = 0; k < o->key_results.n; k++) {
			const struct key_result *kr = &o->key_results.v[k];
			const char *same = sign_of(&kr->result);

			if (!same || strcmp(sign, same) != 0 || kr->checked ||
				kr->current)
				return false;
		}
	}
	return all->n > r->first;
}

static void drop_bullets(struct reader *r)
{
	static const struct result NONE = {.kind = RESULT_NONE, .text = ""};

	if (!has_sign_as_bullet(r))
		return;
	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		struct objective *o = &r->m->objectives.v[i];

		o->result = NONE;
		for (size_t k = 0; k < o->key_results.n; k++) {
			o->key_results.v[k].result = NONE;
			o->key_results.v[k].health = HEALTH_NONE;
		}
	}
}

/* Does "KR2.1" begin with the "2" of a title, and a dot? */
static bool is_below(struct str number, struct str title)
{
	while (number.n && !str_is_digit(number.p[0]))
		number = str_sub(number, 1, number.n);
	return number.n > title.n && number.p[title.n] == '.' &&
	       str_eq(str_sub(number, 0, title.n), title);
}

/* "2 Whoever orders gets juice" over "2.1 ...": a number without a dot is one
 * where all the key results go on with it. */
static void take_bare_number(struct reader *r, struct objective *o)
{
	struct str title = str_of(o->title), number;
	size_t end = 0;

	while (end < title.n && str_is_digit(title.p[end]))
		end++;
	number = str_sub(title, 0, end);
	if (!end || end == title.n || title.p[end] != ' ' || o->number[0] ||
		!o->key_results.n)
		return;
	for (size_t k = 0; k < o->key_results.n; k++) {
		if (!is_below(str_of(o->key_results.v[k].number), number))
			return;
	}
	o->number = arena_text(r->a, number);
	o->title = arena_text(r->a, str_trim(str_sub(title, end, title.n)));
}

void read_finish(struct reader *r)
{
	read_our_tree(r);
	drop_bullets(r);
	read_page_owner(r);
	read_lead_owners(r);
	read_tail_owners(r);
	noted_scores(r);
	noted_ratings(r);
	noted_arrows(r);
	noted_shares(r);
	noted_percents(r);
	noted_brackets(r);
	r->told_krs = noted_count_told(r);
	r->finishing = true;
	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		struct objective *o = &r->m->objectives.v[i];

		if (!is_our_line(r, o->source.line))
			o->title = read_annotate(
				r, (int)i, NO_INDEX, o->title, o->source.line);
		take_bare_number(r, o);
		for (size_t k = 0; k < o->key_results.n; k++)
			finish_kr(r, (int)i, (int)k);
		if (!o->title[0])
			o->title = o->section[0] ? o->section : r->title;
		if (!o->title[0])
			o->title = arena_printf(r->a, "Objective %s",
				o->number[0] ? o->number : "1");
	}
	noted_unlearn_led(r);
	noted_past(r);
	noted_shares(r); /* more readings are known */
	read_serves(r);
}

/*
 * What the ends of the other key results tell of this one's: "0.7", "(70%)"
 * and "(655)" alone may be anything.
 */
#include "noted_p.h"

#include "attr.h"
#include "keyresult.h"
#include "mark_number_p.h"
#include "result.h"
#include "result_p.h"

enum { LONGEST_SCORE = 16 };

/* "Grow to 20 shops -> 0.7": the score, and what stands before; empty where
 * the sentence needs it. */
static struct str score_of(struct str s, struct str *left, bool *arrow)
{
	static const char *const ARROWS[] = {"->", "\u2192", "=>", "\u279c"};
	struct str score = split_last_words(str_trim(s), 1);

	*left = str_trim(str_sub(s, 0, (size_t)(score.p - s.p)));
	*arrow = false;
	for (size_t i = 0; i < COUNT_OF(ARROWS) && !*arrow; i++) {
		*arrow = str_ends(*left, ARROWS[i]);
		if (*arrow)
			*left = str_trim(
				str_sub(*left, 0, left->n - strlen(ARROWS[i])));
	}
	if (!field_is_score(score) || str_words(*left) < 2 ||
		share_leads_on(*left) || strchr(":=<>~", left->p[left->n - 1]))
		score.n = 0;
	return score;
}

struct ends {
	size_t all, ends;
};

static bool is_graded(const struct reader *r, const struct key_result *kr)
{
	return kr->stated_grade || is_our_line(r, kr->line);
}

static void count_scores(
	struct reader *r, struct ends *krs, struct ends *titles)
{
	struct str left;
	bool arrow;

	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		const struct objective *o = &r->m->objectives.v[i];

		titles->all++;
		titles->ends += score_of(str_of(o->title), &left, &arrow).n > 0;
		for (size_t k = 0; k < o->key_results.n; k++) {
			const struct key_result *kr = &o->key_results.v[k];

			krs->all++;
			krs->ends +=
				!is_graded(r, kr) &&
				score_of(str_of(kr->text), &left, &arrow).n > 0;
		}
	}
}

static void take_score(struct reader *r, struct key_result *kr, bool all)
{
	struct str left, score = score_of(str_of(kr->text), &left, &all);
	const char *text;

	kr->stated_grade = field_grade(r, score, "");
	text = noted_without_remark(r, kr, arena_text(r->a, left));
	kr->text = text;
}

/* The remark behind a score: "(ha!)", ", we got 152". */
static bool take_remark(struct str *score, struct str *remark)
{
	static const char *const SEPS[] = {
		" (", ", ", "; ", ". ", " - ", " \u2013 ", " \u2014 "};

	*remark = (struct str){NULL, 0};
	for (size_t i = 0; i < COUNT_OF(SEPS); i++) {
		size_t at = str_find(
			str_sub(*score, 0, LONGEST_SCORE), str_of(SEPS[i]));

		if (at == STR_NONE)
			continue;
		*remark = str_sub(*score, at + strlen(SEPS[i]), score->n);
		*score = str_sub(*score, 0, at);
		if (!i && str_ends(*remark, ")"))
			remark->n--;
		else if (!i)
			return false;
		break;
	}
	return field_is_score(*score);
}

/* "Save 300 EUR: 0.6", "Do 9 pull-ups: 0.2 (ha!)": the number behind the last
 * colon that has one, what stands before, and the remark on it. */
static struct str behind_colon(
	struct str s, struct str *left, struct str *remark)
{
	struct str score = {NULL, 0};

	for (size_t at = s.n; at-- > 0;) {
		if (s.p[at] != ':' || at + 2 >= s.n ||
			!str_is_space(s.p[at + 1]))
			continue;
		score = str_trim(str_sub(s, at + 1, s.n));
		*left = str_trim(str_sub(s, 0, at));
		if (take_remark(&score, remark) && str_words(*left) > 1)
			return score;
	}
	score.n = 0;
	return score;
}

static void take_colon(struct reader *r, struct key_result *kr, struct str left,
	struct str score, struct str remark)
{
	struct decimal d;

	kr->stated_grade = field_grade(r, score, "");
	if (kr->current && decimal_parse(score, &d) &&
		decimal_cmp(kr->current->value, d) == 0)
		kr->current = NULL;
	kr->text = arena_text(r->a, left);
	if (!remark.n)
		return;
	*vec_add(r->a, &kr->notes) = arena_text(r->a, remark);
	if (str_has_digit(remark) && remark.n <= NOTED_BYTES)
		(void)noted_read(r, kr, remark);
}

/* "1.0, the ferry!" that was taken for how much is done? */
static bool has_score(const struct key_result *kr)
{
	struct str score = str_of(kr->result.text), remark;

	return kr->result.kind == RESULT_PERCENT &&
	       take_remark(&score, &remark);
}

/* A number behind a colon is a grade where every line ends in one, and two are
 * known as grades, or half have another number that is the aim. */
static void take_colons(struct reader *r)
{
	enum { SOME = 4 };
	size_t known = 0, open = 0, all = 0, aims = 0;
	struct str left, remark, score;

	for (int take = 0; take < 2; take++) {
		for (size_t i = r->first; i < r->m->objectives.n; i++) {
			struct objective *o = &r->m->objectives.v[i];

			for (size_t k = 0; k < o->key_results.n; k++) {
				struct key_result *kr = &o->key_results.v[k];

				score = behind_colon(
					str_of(kr->text), &left, &remark);
				all += !take;
				known += !take &&
					 (is_graded(r, kr) || has_score(kr));
				if (is_graded(r, kr) || !score.n)
					continue;
				open++;
				aims += is_measurable(r->a, left);
				if (!take)
					continue;
				take_colon(r, kr, left, score, remark);
			}
		}
		if (!open || known + open < all ||
			(known < 2 && (all < SOME || aims * 2 < open)))
			return;
	}
}

void noted_scores(struct reader *r)
{
	enum { SOME = 3 };
	struct ends krs = {0}, titles = {0};
	bool all, arrow;
	struct str left, score;

	take_colons(r);
	count_scores(r, &krs, &titles);
	all = krs.ends >= SOME && krs.ends * 5 >= krs.all * 4;
	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		struct objective *o = &r->m->objectives.v[i];

		score = score_of(str_of(o->title), &left, &arrow);
		if (all && titles.ends == titles.all && score.n &&
			!o->stated_grade) {
			o->stated_grade = field_grade(r, score, "");
			o->title = arena_text(r->a, left);
		}
		for (size_t k = 0; k < o->key_results.n; k++) {
			struct key_result *kr = &o->key_results.v[k];

			score = score_of(str_of(kr->text), &left, &arrow);
			if (score.n && !is_graded(r, kr) &&
				(all || (arrow && r->arrow_scores > 1)))
				take_score(r, kr, all);
		}
	}
}

/* The bare share at the end, "(70%)" or " - 70%", and what stands before. */
static struct str share_of(struct str s, struct str *left)
{
	static const char *const SEPS[] = {
		" -", " \u2013", " \u2014", " |", " \u00b7"};
	struct str share = split_last_words(str_trim(s), 1), bare = share;
	struct decimal d;
	bool parted = false;

	*left = str_trim(str_sub(s, 0, (size_t)(share.p - s.p)));
	if (str_starts(share, "(") && str_ends(share, ")")) {
		bare = str_sub(share, 1, share.n - 1);
		parted = true;
	}
	for (size_t i = 0; i < COUNT_OF(SEPS) && !parted; i++) {
		parted = str_ends(*left, SEPS[i]);
		if (parted)
			*left = str_trim(
				str_sub(*left, 0, left->n - strlen(SEPS[i])));
	}
	if (!parted || !decimal_take(&bare, &d) || !str_is(bare, "%") ||
		share_leads_on(*left))
		share.n = 0;
	return share;
}

static bool aims_at_share(struct reader *r, const struct key_result *kr)
{
	const struct quantity *aim = field_aim(r, kr);

	return aim && !strcmp(aim->unit, "%");
}

/* Are written percentages how much of it is done, wherever that is sure? */
static bool are_percents(struct reader *r)
{
	struct noted_count n;

	return noted_count(r, aims_at_share, &n) && !n.readings && n.shares > 1;
}

static void take_percent(struct reader *r, struct key_result *kr)
{
	struct str left, share = share_of(str_of(kr->text), &left);
	const char *text = kr->text;

	if (!share.n || kr->current || kr->result.kind != RESULT_NONE)
		return;
	kr->text = arena_text(r->a, left);
	if (!aims_at_share(r, kr)) {
		kr->text = text;
		return;
	}
	result_read(r->a, share, &kr->result, NULL);
	kr->result.share = true;
}

void noted_percents(struct reader *r)
{
	if (r->finishing || !are_percents(r))
		return;
	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		struct objective *o = &r->m->objectives.v[i];

		for (size_t k = 0; k < o->key_results.n; k++) {
			struct key_result *kr = &o->key_results.v[k];

			take_percent(r, kr);
			/* "(68%)" of the objective is of the way as well */
			if (o->result.kind == RESULT_PERCENT &&
				kr->result.kind == RESULT_PERCENT)
				kr->result.share = true;
		}
	}
}

/* "(655)", "($310)", "(7!)" at the end, and what stands before. */
static struct str bracket_of(struct str s, struct str *left)
{
	size_t open = str_rfind_char(s, '(');
	struct str in = {NULL, 0};

	if (!str_ends(s, ")") || open == STR_NONE || !open)
		return in;
	*left = str_trim(str_sub(s, 0, open));
	in = noted_bare(str_sub(s, open + 1, s.n - 1));
	if (!in.n || (in.p[0] >= 'a' && in.p[0] <= 'z') ||
		char_is_upper(in.p[0]) || str_words(in) > 2)
		in.n = 0;
	return in;
}

/* Where it stands by such a bracket, or NULL. */
static const struct quantity *reading_of(
	struct reader *r, struct key_result *kr, struct str *left)
{
	struct str in = bracket_of(str_of(kr->text), left);
	const char *text = kr->text;
	const struct quantity *q;
	struct sentence said;

	if (!in.n || kr->current || is_our_line(r, kr->line))
		return NULL;
	sentence_read(r->a, *left, &said);
	if (!said.target)
		return NULL;
	kr->text = arena_text(r->a, *left);
	q = noted_alone(r, kr, in);
	kr->text = text;
	return q;
}

static bool is_told(const struct key_result *kr)
{
	return kr->checked || kr->stated_grade ||
	       kr->result.kind == RESULT_DONE ||
	       kr->result.kind == RESULT_MISSED ||
	       kr->result.kind == RESULT_NOTE;
}

void noted_brackets(struct reader *r)
{
	size_t all = 0;
	struct str left;
	const struct quantity *q;

	for (int take = 0; take < 2; take++) {
		for (size_t i = r->first; i < r->m->objectives.n; i++) {
			struct objective *o = &r->m->objectives.v[i];

			for (size_t k = 0; k < o->key_results.n; k++) {
				struct key_result *kr = &o->key_results.v[k];

				q = reading_of(r, kr, &left);
				if (!q)
					continue;
				all += !take && strcmp(q->unit, "%");
				if (!take ||
					(!is_told(kr) &&
						(all < 2 ||
							!strcmp(q->unit, "%"))))
					continue;
				kr->current = q;
				kr->text = arena_text(r->a, left);
			}
		}
	}
}

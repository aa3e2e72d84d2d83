/*
 * After the walk, what was no objective goes: definitions, rules of how OKRs
 * are made, forms to be filled in, headings that had nothing below them.
 */
#include "reader_p.h"

#include "attr.h"
#include "blank_p.h"
#include "talk_p.h"
#include "theory_p.h"

/* "what is reached (e.g. earn money)" */
static bool has_sample(const char *text)
{
	static const char *const WORDS[] = {
		"(e.g.", "(eg.", "(for example", "(\u4f8b", "\uff08\u4f8b"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_ifind(str_of(text), str_of(WORDS[i])) != STR_NONE)
			return true;
	}
	return false;
}

/* "Where do you want to go? (a direction)" */
static bool is_question(struct str s)
{
	static const char *const OPENS[] = {" (", "(", "\uff08"};

	for (size_t i = 0; i < COUNT_OF(OPENS); i++) {
		size_t at = str_find(s, str_of(OPENS[i]));

		if (at != STR_NONE && at)
			s = str_sub(s, 0, at);
	}
	s = str_trim_end(s, "\"' ");
	if (str_ends(s, "\u201d") || str_ends(s, "\u2019") ||
		str_ends(s, "\u300d"))
		s.n -= strlen("\u201d");
	return str_ends(s, "?") || str_ends(s, "\uff1f");
}

/* "A short sentence that says what you want" */
static bool is_for_reader(struct str s)
{
	static const char *const WORDS[] = {"you", "your", "should", "vous",
		"votre", "du", "deine", "sie", "tu", "usted", "voc\u00ea",
		"seu", "sua", NULL};

	return talk_is_definition(s) && vocab_has_listed(s, WORDS);
}

/* Have all its key results a number to reach, and tell none what they are like?
 * Then "What you see is what you get" is an aim. */
static bool is_measured(struct reader *r, const struct objective *o)
{
	size_t n = 0;

	if (talk_tells_word(str_of(o->title)))
		return false;
	for (; n < o->key_results.n; n++) {
		struct str s = str_of(o->key_results.v[n].text);

		if (!is_measurable(r->a, s) || talk_is_definition(s) ||
			talk_is_rule(s) || vocab_has_key_result(s))
			return false;
	}
	return n > 1;
}

/* "CEO: Aspirational, quick crew": somebody's, with several key results that
 * tell nothing of what such are like. */
static bool is_somebodys(const struct objective *o)
{
	size_t n = 0;

	while (n < o->key_results.n &&
		!talk_is_rule(str_of(o->key_results.v[n].text)))
		n++;
	return o->owner[0] && n > 1 && n == o->key_results.n &&
	       !is_for_reader(str_of(o->title)) &&
	       !talk_explains(str_of(o->title));
}

/* "Firms use them to agree on aims. The parts:": it leads on to something. */
static bool leads_on(const struct objective *o)
{
	struct str s = str_trim(str_of(o->title));

	return !o->key_results.n && str_ends(s, ":") &&
	       str_find(s, STR(". ")) != STR_NONE;
}

/* "Objective: what we want to achieve" explains the word. */
static bool is_definition(
	struct reader *r, const struct objective *o, const struct extra *e)
{
	if (is_for_reader(str_of(o->title)) && !theory_has_numbers(o) &&
		!is_measured(r, o))
		return true;
	if (leads_on(o))
		return true;
	if (has_sample(o->title) && o->key_results.n &&
		has_sample(o->key_results.v[0].text))
		return true;
	for (size_t i = 0; i < o->key_results.n; i++) {
		const struct key_result *kr = &o->key_results.v[i];

		if (str_has_digit(str_of(kr->text)) || kr->target ||
			kr->checked || kr->result.kind != RESULT_NONE)
			return false;
	}
	return (talk_is_definition(str_of(o->title)) && !is_somebodys(o)) ||
	       is_question(str_of(o->title)) ||
	       (!o->key_results.n && vocab_has_key_result(str_of(o->title))) ||
	       (e->weak && !theory_has_numbers(o) &&
		       (!o->title[0] || vocab_has_okr(str_of(o->title)) ||
			       vocab_has_key_result(str_of(o->title))));
}

/* "<b>x</b>" from 1 to 2 is nobody's blank. */
static bool has_numbers(const struct key_result *kr)
{
	return kr->text[0] && kr->baseline && kr->baseline->has_value &&
	       kr->target && kr->target->has_value;
}

/* Takes out key results without a text; map is from old index to new. */
static int *drop_blank_krs(struct reader *r, struct objective *o)
{
	int *map = ARENA_ARRAY(r->a, int, o->key_results.n + 1);
	size_t kept = 0;

	for (size_t i = 0; i < o->key_results.n; i++) {
		const struct key_result *kr = &o->key_results.v[i];
		bool keep = !text_is_blank(kr->text) || has_numbers(kr);

		map[i] = keep ? (int)kept : NO_INDEX;
		if (!keep && kr->text[0])
			read_explain(r, kr->line, "left alone", kr->text);
		if (keep)
			o->key_results.v[kept++] = o->key_results.v[i];
	}
	o->key_results.n = kept;
	return map;
}

/* What an overview says of an objective that says nothing of it itself. */
static void adopt(struct objective *to, const struct objective *from)
{
	if (!to->owner[0])
		to->owner = from->owner;
	if (!to->dri[0])
		to->dri = from->dri;
	if (!to->priority[0])
		to->priority = from->priority;
	if (to->type == TYPE_NONE)
		to->type = from->type;
	if (to->health == HEALTH_NONE)
		to->health = from->health;
	if (to->result.kind == RESULT_NONE)
		to->result = from->result;
	if (!to->stated_grade)
		to->stated_grade = from->stated_grade;
	if (!to->confidence)
		to->confidence = from->confidence;
	if (!to->weight)
		to->weight = from->weight;
}

/* Is that number told of one objective with key results only? */
static bool is_only_one(struct reader *r, const char *number)
{
	enum { FAR = 500 };
	size_t n = 0;

	for (size_t i = r->first; i < r->m->objectives.n && i < r->first + FAR;
		i++) {
		const struct objective *o = &r->m->objectives.v[i];

		n += o->key_results.n && strcmp(o->number, number) == 0;
	}
	return n == 1;
}

/* The same title, or that behind its number ("C1 Win more shops"), or a row
 * that is known by its number. */
static bool is_same(
	const struct objective *x, const struct objective *y, bool only_one)
{
	struct str title = str_of(y->title);

	if (str_ieq(str_of(x->title), title) ||
		(only_one && strcmp(x->number, y->number) == 0))
		return true;
	return x->number[0] && str_iskip(&title, x->number) &&
	       str_skip_space(&title) && str_ieq(str_of(x->title), title);
}

/* Is there an objective of that title that has key results? */
static bool is_repeated(struct reader *r, size_t index)
{
	enum { FAR = 500 }; /* objectives looked at, to stay linear */
	struct objective *o = r->m->objectives.v;
	bool only_one = o[index].number[0] && r->marked &&
			is_only_one(r, o[index].number);

	for (size_t i = r->first; i < r->m->objectives.n && i < r->first + FAR;
		i++) {
		if (i == index || !o[i].key_results.n ||
			!is_same(&o[i], &o[index], only_one))
			continue;
		adopt(&o[i], &o[index]);
		return true;
	}
	return false;
}

static bool is_none(struct reader *r, size_t index, bool has_children)
{
	const struct objective *o = &r->m->objectives.v[index];
	const struct extra *e = &r->extras.v[index - r->first];

	if ((int)index == r->issue || is_our_line(r, o->source.line))
		return false;
	if (r->report || (r->lettered && !e->bare))
		return true;
	if (e->bare && vocab_is_left(str_of(o->title)) &&
		!theory_has_numbers(o))
		return !has_children;
	if (theory_is(r, o, e) || (e->unnumbered && is_definition(r, o, e)))
		return !has_children;
	if (o->key_results.n)
		return false;
	if (e->sample || vocab_field(str_of(o->title)) == FIELD_NOTES)
		return !has_children;
	/* "Goals of the roadmap", where others are "Objective 1: ..." */
	if (r->marked && e->bare && e->unnumbered && !o->number[0] && r->krs)
		return !has_children;
	if (!r->named && !r->krs) /* learning objectives and their like */
		return true;
	if (e->table_row)
		return is_repeated(r, index) || !o->title[0];
	if (o->title[0] && o->result.kind != RESULT_NONE && r->named &&
		!e->bare)
		return false; /* "Q2 OKR: Open on Sundays => 75%" */
	return (!o->title[0] || e->weak || e->heading) && !has_children;
}

/* Does any key result say a number, or what came of it? */
static bool has_any_number(const struct objective *o)
{
	for (size_t i = 0; i < o->key_results.n; i++) {
		const struct key_result *kr = &o->key_results.v[i];

		if (str_has_digit(str_of(kr->text)) || has_numbers(kr) ||
			kr->checked || kr->result.kind != RESULT_NONE)
			return true;
	}
	return false;
}

/* Where an objective of ours went, as an index in the model; NO_INDEX stays. */
static int moved(const struct reader *r, const int *map, int index)
{
	return index == NO_INDEX ? NO_INDEX : map[(size_t)index - r->first];
}

/* "## Objective 1" over a table that begins with "Objective 1: title"? */
static bool is_told_below(const struct objective *o, const struct objective *to)
{
	return !o->title[0] && !o->key_results.n && o->number[0] &&
	       strcmp(o->number, to->number) == 0;
}

/* Parents come before their children, and stay for one that stays. */
static void find_none(struct reader *r, bool *none, size_t n)
{
	bool *children = ARENA_ARRAY(r->a, bool, n + 1);

	for (size_t i = n; i-- > 0;) {
		struct objective *o = &r->m->objectives.v[r->first + i];
		const struct objective *up =
			o->parent == NO_INDEX ? NULL
					      : &r->m->objectives.v[o->parent];

		none[i] = is_none(r, r->first + i, children[i]);
		if (up && is_told_below(up, o)) {
			o->parent = up->parent;
			o->parent_kr = up->parent_kr;
		}
		if (!none[i] && o->parent != NO_INDEX)
			children[(size_t)o->parent - r->first] = true;
	}
}

/* Only ours are looked at: a model gathers the objectives of many texts. */
/* The bytes of "What we want to achieve:" before a title. */
static size_t label_length(struct str title)
{
	enum { LONGEST = 60, MOST_WORDS = 7, LEAST_WORDS = 2 };
	size_t colon = str_find_char(str_sub(title, 0, LONGEST), ':');
	struct str label = str_sub(title, 0, colon == STR_NONE ? 0 : colon);
	struct str rest = str_sub(title, label.n + 1, title.n);

	return label.n && str_words(label) <= MOST_WORDS &&
			       str_words(rest) >= LEAST_WORDS &&
			       str_is_space(rest.p[0])
		       ? label.n + 1
		       : 0;
}

/* What stands before each title alike is none of it. */
static void drop_shared_label(struct reader *r)
{
	struct objective *o = r->m->objectives.v;
	size_t n = r->m->objectives.n, length = 0;

	if (r->ours || n < r->first + 2)
		return;
	length = label_length(str_of(o[r->first].title));
	for (size_t i = r->first; length && i < n; i++) {
		struct str title = str_of(o[i].title);

		if (title.n < length || label_length(title) != length ||
			!str_eq(str_sub(title, 0, length),
				str_sub(str_of(o[r->first].title), 0, length)))
			return;
	}
	for (size_t i = r->first; length && i < n; i++) {
		struct str title = str_of(o[i].title);

		o[i].title = arena_text(
			r->a, str_trim(str_sub(title, length, title.n)));
	}
}

static void tell_left(struct reader *r, const struct objective *o)
{
	if (o->title[0])
		read_explain(r, o->source.line, "left alone", o->title);
	for (size_t i = 0; i < o->key_results.n; i++)
		read_explain(r, o->key_results.v[i].line, "left alone",
			o->key_results.v[i].text);
}

/* A title that nobody wrote; "Objective 1" is one over key results. */
static bool is_blank(const struct reader *r, size_t i)
{
	const struct objective *o = &r->m->objectives.v[r->first + i];

	return text_is_gap(o->title) ||
	       (!o->key_results.n && (int)(r->first + i) != r->issue &&
		       text_is_blank(o->title));
}

/* "## Objective: Nobody waits" over "**Objective:**" and the same words again,
 * before any key result? */
static bool is_said_twice(
	const struct objective *o, const struct objective *next)
{
	enum { NEAR = 12, TELLING = 2 }; /* lines, words */
	struct str title = str_trim_end(str_of(o->title), ".");

	return !o->key_results.n && str_words(title) >= TELLING &&
	       (!o->number[0] || !next->number[0]) &&
	       next->source.line > o->source.line &&
	       next->source.line - o->source.line <= NEAR &&
	       str_ieq(title, str_trim_end(str_of(next->title), "."));
}

static void take_over(
	struct reader *r, struct objective *o, struct objective *again)
{
	read_explain(r, again->source.line, "title", again->title);
	again->title = ""; /* it is told */
	o->key_results = again->key_results;
	again->key_results.n = 0;
	o->owner = o->owner[0] ? o->owner : again->owner;
	o->number = o->number[0] ? o->number : again->number;
	if (o->result.kind == RESULT_NONE)
		o->result = again->result;
	for (size_t i = 0; i < again->notes.n; i++)
		*vec_add(r->a, &o->notes) = again->notes.v[i];
}

/* The first of two gets what the second one says, and what stands below it;
 * none is set for that. */
static void join_said_twice(struct reader *r, struct objective *ours, size_t n,
	int **krs, bool *none)
{
	int *of = ARENA_ARRAY(r->a, int, n + 1);

	for (size_t i = 0, first = 0; i < n; i++) {
		int up = ours[i].parent;

		of[i] = (int)(r->first + i);
		if (up >= (int)r->first && up < of[i])
			ours[i].parent = of[(size_t)up - r->first];
		if (none[i])
			continue;
		if (!i || none[first] || r->cascade || r->extras.v[i].weak ||
			!is_said_twice(&ours[first], &ours[i])) {
			first = i;
			continue;
		}
		of[i] = of[first];
		none[i] = true;
		krs[first] = krs[i];
		take_over(r, &ours[first], &ours[i]);
	}
}

void read_prune(struct reader *r)
{
	struct objectives *all = &r->m->objectives;
	size_t n = all->n - r->first, kept = 0;
	struct objective *ours = n ? all->v + r->first : NULL;
	int *map = ARENA_ARRAY(r->a, int, n + 1);
	int **krs = ARENA_ARRAY(r->a, int *, n + 1);
	bool *none = ARENA_ARRAY(r->a, bool, n + 1);

	for (size_t i = 0; i < n; i++) {
		krs[i] = drop_blank_krs(r, &ours[i]);
		if (is_blank(r, i) && !has_any_number(&ours[i])) {
			if (ours[i].title[0])
				read_explain(r, ours[i].source.line,
					"left alone", ours[i].title);
			ours[i].title = "";
			ours[i].key_results.n = 0;
		}
	}
	find_none(r, none, n);
	join_said_twice(r, ours, n, krs, none);
	for (size_t i = 0; i < n; i++) {
		map[i] = none[i] ? NO_INDEX : (int)(r->first + kept++);
		if (none[i])
			tell_left(r, &ours[i]);
	}
	for (size_t i = 0; i < n; i++) {
		struct objective o = ours[i];

		if (map[i] == NO_INDEX)
			continue;
		if (o.parent != NO_INDEX && o.parent_kr != NO_INDEX)
			o.parent_kr =
				krs[(size_t)o.parent - r->first][o.parent_kr];
		o.parent = moved(r, map, o.parent);
		if (o.parent == NO_INDEX)
			o.parent_kr = NO_INDEX;
		r->extras.v[(size_t)map[i] - r->first] = r->extras.v[i];
		all->v[map[i]] = o;
	}
	all->n = r->first + kept;
	r->extras.n = kept;
	drop_shared_label(r);
}

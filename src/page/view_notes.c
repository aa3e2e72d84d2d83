/*
 * What stands around the numbers: footnotes to key results, what people said,
 * and the list of what needs a look.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "escape.h"
#include "view_p.h"

static const struct objective *objective(const struct view *v, int index)
{
	assert(index >= 0 && (size_t)index < v->m->objectives.n);
	return &v->m->objectives.v[index];
}

/* Does a stated grade say something else than the computed one? */
static bool differs(struct arena *a, const struct rat *grade,
	enum grade_source source, const struct decimal *stated)
{
	const struct rat *s;
	int decimals;

	if (!grade || !stated || source == SOURCE_STATED ||
		source == SOURCE_FROZEN || source == SOURCE_NONE)
		return false;
	s = rat_of_decimal(a, *stated);
	/* A grade stated to one decimal is compared to one. */
	decimals = stated->scale <= 1 ? 1 : VIEW_DECIMALS;
	return rat_cmp(rat_round(a, grade, decimals),
		       rat_round(a, s, decimals)) != 0;
}

/* Sentences with "; " between them. */
struct words {
	struct arena *a;
	struct buf b;
};

static void words_init(struct words *w, struct arena *a)
{
	w->a = a;
	buf_init(&w->b, VIEW_TEXT);
}

static void words_add(struct words *w, const char *text)
{
	if (!text[0])
		return;
	if (w->b.n > 0)
		buf_adds(&w->b, "; ");
	buf_adds(&w->b, text);
}

static const char *words_take(struct words *w)
{
	const char *text = arena_text(w->a, buf_str(&w->b));

	buf_release(&w->b);
	return text;
}

static const char *stated_words(struct arena *a, const struct rat *grade,
	enum grade_source source, const struct decimal *stated)
{
	if (!differs(a, grade, source, stated))
		return "";
	return arena_printf(a, "stated %s, computed %s",
		part_grade(a, rat_of_decimal(a, *stated)),
		part_grade(a, grade));
}

/* The footnote of a key result, as markup; "" for none. */
static const char *note(struct arena *a, const struct key_result *kr)
{
	struct words w;

	words_init(&w, a);
	words_add(&w,
		stated_words(a, kr->grade, kr->grade_source, kr->stated_grade));
	if (kr->kind == KIND_COUNT && kr->baseline)
		words_add(&w,
			"counted from zero, since the baseline is not counted "
			"like the target");
	if (!kr->counts)
		words_add(&w,
			kr->caveat[0] ? kr->caveat : "left out of the mean");
	else if (!kr->grade)
		words_add(&w, arena_printf(a, "not graded%s%s",
				      kr->caveat[0] ? ": " : "", kr->caveat));
	else if (kr->grade_source == SOURCE_STATED)
		words_add(&w, kr->caveat[0] ? kr->caveat
					    : "the grade is the stated one");
	else
		words_add(&w, kr->caveat);
	return escaped_markdown(a, words_take(&w));
}

/* 12 as superscript digits. */
static const char *superscript(struct arena *a, size_t n)
{
	static const char *const DIGITS[] = {"\xe2\x81\xb0", "\xc2\xb9",
		"\xc2\xb2", "\xc2\xb3", "\xe2\x81\xb4", "\xe2\x81\xb5",
		"\xe2\x81\xb6", "\xe2\x81\xb7", "\xe2\x81\xb8", "\xe2\x81\xb9"};
	const char *text = DIGITS[n % 10];

	assert(n > 0);
	while (n /= 10)
		text = arena_printf(a, "%s%s", DIGITS[n % 10], text);
	return text;
}

struct value *view_notes(
	const struct view *v, int index, struct value *key_results)
{
	struct arena *a = v->a;
	struct value *list = value_list(a);
	const struct objective *o = objective(v, index);

	for (size_t k = 0; k < o->key_results.n; k++) {
		const char *text = note(a, &o->key_results.v[k]);
		struct value *map;
		const char *mark = "";

		if (text[0]) {
			mark = superscript(a, list->list.n + 1);
			map = value_map(a);
			value_set_markup(a, map, "mark", mark);
			value_set_markup(a, map, "text", text);
			value_push(a, list, map);
		}
		value_set_markup(a, key_results->list.v[k], "note_mark", mark);
	}
	return list;
}

enum { REMARKS = 7 };

static const char *const REMARK_NAMES[REMARKS] = {"Blockers", "Asks", "Risks",
	"Mitigations", "Depends on", "Initiatives", "Notes"};

static const struct texts *objective_remarks(const struct objective *o, int i)
{
	const struct texts *const LISTS[REMARKS] = {&o->blockers, &o->asks,
		&o->risks, &o->mitigations, &o->dependencies, &o->initiatives,
		&o->notes};

	return LISTS[i];
}

static const struct texts *key_result_remarks(
	const struct key_result *kr, int i)
{
	static const struct texts NONE = {0};
	const struct texts *const LISTS[REMARKS] = {&kr->blockers, &kr->asks,
		&kr->risks, &kr->mitigations, &NONE, &NONE, &kr->notes};

	return LISTS[i];
}

static void add_remark(struct arena *a, struct value *list, const char *name,
	struct value *items)
{
	struct value *map = value_map(a);

	if (items->list.n == 0)
		return;
	view_mark_last(a, items);
	value_set_text(a, map, "name", name);
	value_set_bool(a, map, "is_one", items->list.n == 1);
	value_set(a, map, "items", items);
	value_push(a, list, map);
}

static void add_item(struct arena *a, struct value *list, const char *markup,
	const char *label, const char *date)
{
	struct value *map = value_map(a);

	value_set_markup(a, map, "text", markup);
	value_set_text(a, map, "label", label);
	value_set_text(a, map, "date", date);
	value_push(a, list, map);
}

/* Appends texts, each with the label of its key result if there is one. */
static void add_items(struct arena *a, struct value *list,
	const struct texts *texts, const char *label)
{
	for (size_t i = 0; i < texts->n; i++) {
		const char *text = escaped_inline(a, texts->v[i]);

		if (text[0])
			add_item(a, list, text, label, "");
	}
}

/* The words of the newest reading, where they say more than its value. */
static void add_latest(struct arena *a, struct value *list,
	const struct key_result *kr, const char *label)
{
	const struct readings *r = &kr->readings;
	const struct reading *last = r->n ? &r->v[r->n - 1] : NULL;
	const char *day;

	if (!last || !last->text || !last->text[0] ||
		(last->value && !strcmp(last->text, last->value->text)))
		return;
	day = part_date(a, last->date);
	add_item(a, list, escaped_inline(a, last->text), label[0] ? label : day,
		label[0] ? day : "");
}

/* The steps of a scoring, ticked where they were reached. */
static void add_scoring(struct arena *a, struct value *list,
	const struct key_result *kr, const char *label)
{
	for (size_t i = 0; i < kr->milestones.n; i++) {
		const struct milestone *m = &kr->milestones.v[i];

		add_item(a, list,
			arena_printf(a, "%s %s: %s",
				m->reached ? "\xe2\x98\x91" : "\xe2\x98\x90",
				part_decimal(a, m->grade),
				escaped_inline(a, m->text)),
			label, "");
	}
}

static void add_link(struct arena *a, struct value *list,
	const struct link *link, const char *label)
{
	const char *text = escaped_plain(a, link->text);

	add_item(a, list,
		arena_printf(a, "[%s](%s)",
			escaped_markdown(a, text[0] ? text : link->url),
			escaped_url(a, link->url)),
		label, "");
}

/* Does the link stand in the key result's row already? */
static bool has_link(
	struct arena *a, const struct key_result *kr, const struct link *link)
{
	return part_has_link(a, escaped_plain(a, kr->text), link) ||
	       (!kr->current &&
		       part_has_link(
			       a, escaped_plain(a, kr->result.text), link));
}

static void add_own_links(
	struct arena *a, struct value *list, const struct objective *o)
{
	const struct links linked = part_links(a, o, &o->links);

	for (size_t i = 0; i < linked.n; i++)
		add_link(a, list, &linked.v[i], "");
}

/* The links that stand in no row of the table. */
static void add_links(struct arena *a, struct value *list,
	const struct objective *o, const struct key_result *kr,
	const char *label)
{
	const struct links linked = part_links(a, o, &kr->links);

	for (size_t i = 0; i < linked.n; i++)
		if (!has_link(a, kr, &linked.v[i]))
			add_link(a, list, &linked.v[i], label);
}

/* One list of each name, of what is said of the objective (where own) and of
 * the key results from k up to end, with their labels where they have some. */
struct speakers {
	struct arena *a;
	const struct objective *o;
	bool own;
	size_t from, end;
	const char *label; /* the objective's; "" none */
};

static const char *label_of(const struct speakers *s, size_t k)
{
	return s->label[0] ? arena_printf(s->a, "%s.%zu", s->label, k + 1) : "";
}

static struct value *remarks(const struct speakers *s)
{
	const struct key_result *kr = s->o->key_results.v;
	struct value *list = value_list(s->a), *latest = value_list(s->a);
	struct value *scoring = value_list(s->a), *links = value_list(s->a);

	for (size_t k = s->from; k < s->end; k++)
		add_latest(s->a, latest, &kr[k], label_of(s, k));
	add_remark(s->a, list, "Latest", latest);
	for (int i = 0; i < REMARKS; i++) {
		struct value *items = value_list(s->a);

		if (s->own)
			add_items(s->a, items, objective_remarks(s->o, i), "");
		for (size_t k = s->from; k < s->end; k++)
			add_items(s->a, items, key_result_remarks(&kr[k], i),
				label_of(s, k));
		add_remark(s->a, list, REMARK_NAMES[i], items);
	}
	for (size_t k = s->from; k < s->end; k++)
		add_scoring(s->a, scoring, &kr[k], label_of(s, k));
	add_remark(s->a, list, "Scoring", scoring);
	if (s->own)
		add_own_links(s->a, links, s->o);
	for (size_t k = s->from; k < s->end; k++)
		add_links(s->a, links, s->o, &kr[k], label_of(s, k));
	add_remark(s->a, list, "Links", links);
	return list;
}

struct value *view_remarks(const struct view *v, int index)
{
	const struct objective *o = objective(v, index);

	return remarks(&(struct speakers){
		v->a, o, true, 0, o->key_results.n, v->spots[index].label});
}

struct value *view_own_remarks(const struct view *v, const struct objective *o,
	const struct key_result *kr)
{
	struct speakers s = {v->a, o, kr == NULL, 0, 0, ""};

	assert(!kr || (kr >= o->key_results.v &&
			      kr < o->key_results.v + o->key_results.n));
	if (kr) {
		s.from = (size_t)(kr - o->key_results.v);
		s.end = s.from + 1;
	}
	return remarks(&s);
}

/* How urgent a row is; 0: not at all. */
struct look {
	int urgency;
	int order; /* on the page */
	int objective, kr;
	int same; /* key results of the objective with the same reasons */
	const char *mark, *reasons;
};

struct looks {
	VEC_OF(struct look);
};

static int compare_looks(const void *vx, const void *vy)
{
	const struct look *x = vx, *y = vy;

	if (x->urgency != y->urgency)
		return y->urgency - x->urgency;
	return x->order - y->order;
}

/* A person says green where the number is red. */
static bool is_watermelon(const struct key_result *kr)
{
	return kr->health == HEALTH_ON_TRACK && kr->status == STATUS_AT_RISK;
}

static const char *newest_words(const struct view *v, const struct objective *o,
	const struct key_result *kr)
{
	struct date d = kr->current_date;

	if (kr->readings.n > 0 &&
		date_cmp(kr->readings.v[kr->readings.n - 1].date, d) > 0)
		d = kr->readings.v[kr->readings.n - 1].date;
	if (!date_is_set(d))
		d = o->last_check_in;
	if (!date_is_set(d))
		return kr->current ? "value without a date" : "no reading yet";
	return arena_printf(v->a, "no reading since %s", part_date(v->a, d));
}

/* What its pace says; nothing once it is over, but for a missing end. */
static int weigh_pace(const struct view *v, const struct objective *o,
	const struct key_result *kr, struct words *w, const char **mark)
{
	static const int URGENCY[STATUS_STALE + 1] = {
		[STATUS_AT_RISK] = 5, [STATUS_BEHIND] = 4, [STATUS_STALE] = 2};
	int urgency = URGENCY[kr->status];

	if (standing_is_over(v, o)) {
		struct standing s = standing_of_key_result(v, o, kr);

		if (s.order != STANDING_NO_RESULT)
			return 0;
		*mark = s.mark;
		words_add(w, "ended without a result");
		return 2;
	}
	if (kr->status == STATUS_STALE)
		words_add(w, arena_printf(v->a, "stale: %s",
				     newest_words(v, o, kr)));
	else if (urgency && kr->grade)
		words_add(w,
			arena_printf(v->a, "%s at %s", status_name(kr->status),
				part_grade(v->a, kr->grade)));
	else if (urgency)
		words_add(w, status_name(kr->status));
	if (is_watermelon(kr))
		words_add(w, "said to be on track");
	return urgency;
}

/* Why a key result needs a look; the most urgent reason counts, and has the
 * mark when it is none of status. */
static int weigh(const struct view *v, const struct objective *o,
	const struct key_result *kr, struct words *w, const char **mark)
{
	const char *stated = stated_words(
		v->a, kr->grade, kr->grade_source, kr->stated_grade);
	int urgency;

	if (!kr->counts || !o->counts)
		return 0;
	urgency = weigh_pace(v, o, kr, w, mark);
	if (!standing_is_over(v, o) &&
		(kr->result.kind == RESULT_BLOCKED || kr->blockers.n > 0)) {
		words_add(w, "blocked");
		*mark = urgency > 2 ? *mark : "\xe2\x9b\x94";
		urgency = urgency > 3 ? urgency : 3;
	}
	if (stated[0]) {
		words_add(w, stated);
		*mark = urgency > 0 ? *mark : "\xe2\x89\xa0";
		urgency = urgency > 1 ? urgency : 1;
	}
	return urgency;
}

/* What is said of an objective's key results in the same words is said once. */
static void add_look(
	struct arena *a, struct looks *looks, size_t first, struct look look)
{
	for (size_t i = first; i < looks->n; i++) {
		struct look *l = &looks->v[i];

		if (l->urgency != look.urgency ||
			strcmp(l->reasons, look.reasons) != 0)
			continue;
		l->same++;
		return;
	}
	*vec_add(a, looks) = look;
}

static void look_at(const struct view *v, struct looks *looks, int index)
{
	const struct objective *o = objective(v, index);
	size_t first = looks->n;

	for (size_t k = 0; k < o->key_results.n; k++) {
		const struct key_result *kr = &o->key_results.v[k];
		struct look look = {.order = (int)looks->n,
			.objective = index,
			.kr = (int)k,
			.same = 1,
			.mark = part_status_mark(kr->status)};
		struct words w;

		words_init(&w, v->a);
		look.urgency = weigh(v, o, kr, &w, &look.mark);
		look.reasons = words_take(&w);
		if (look.urgency)
			add_look(v->a, looks, first, look);
	}
}

static struct value *look_map(const struct view *v, const struct look *l)
{
	struct arena *a = v->a;
	const struct objective *o = objective(v, l->objective);
	const struct spot *s = &v->spots[l->objective];
	const char *text = o->key_results.v[l->kr].text;
	struct value *map = value_map(a);

	value_set_markup(a, map, "mark", l->mark);
	value_set_text(a, map, "label",
		l->same > 1 ? s->label
			    : arena_printf(a, "%s.%d", s->label, l->kr + 1));
	value_set_text(a, map, "text",
		escaped_plain(a, l->same > 1 ? o->title : text));
	value_set_markup(a, map, "link", s->link);
	value_set_markup(a, map, "issue", escaped_url(a, o->source.url));
	value_set_text(a, map, "reasons",
		l->same > 1 ? arena_printf(a, "%d key results %s", l->same,
				      l->reasons)
			    : l->reasons);
	return map;
}

struct value *view_looks(
	const struct view *v, const int *indexes, size_t n, size_t *more)
{
	struct looks looks = {0};
	struct value *list = value_list(v->a);

	for (size_t i = 0; i < n; i++)
		look_at(v, &looks, indexes[i]);
	if (looks.n > 1)
		qsort(looks.v, looks.n, sizeof(*looks.v), compare_looks);
	for (size_t i = 0; i < looks.n && i < VIEW_LOOKS; i++)
		value_push(v->a, list, look_map(v, &looks.v[i]));
	*more = looks.n - list->list.n;
	return list;
}

/*
 * The page by the looks of its lines (rows.c), against what its words told: the
 * looks win where they tell much more, or all that the words told and more of
 * the same.
 */
#include "doc_line_p.h"
#include "reader_p.h"

#include "list_p.h"
#include "rows_p.h"

/* What was found of a document. */
struct found {
	size_t objectives, empty; /* empty: without key results */
	size_t krs, measured;     /* measured: with a number */
};

static struct mark mark_of(struct str s)
{
	enum { LONGEST = 400 };
	static const unsigned char PLAIN[LONGEST] = {0};

	s = str_trim_left(str_sub(s, line_marker(s), s.n));
	return s.n > LONGEST ? (struct mark){.kind = MARK_NONE}
			     : mark_read(s, PLAIN, 0);
}

/* "Key Result 1", "[KR1] text" as the text of one: misread. */
static bool is_bare_mark(const char *text)
{
	struct mark mark;

	if (!str_has_digit(str_of(text)))
		return false;
	mark = mark_of(str_of(text));
	return mark.kind == MARK_KEY_RESULT && mark.numbered;
}

/* Do all that were found stand behind the word, "**Objective: Grow**"?  Then
 * what only looks like them is something else: minutes, a letter. */
static bool say_so(struct str text, const struct model *m, size_t first)
{
	struct str line;
	size_t k = first;

	for (int at = 1; k < m->objectives.n && str_take_line(&text, &line);
		at++) {
		struct mark mark;

		if (m->objectives.v[k].source.line != at)
			continue;
		line = str_trim(str_sub(line, line_marker(line), line.n));
		while (str_skip_char(&line, '*') || str_skip_char(&line, '#'))
			line = str_trim_left(line);
		mark = mark_of(line);
		if (mark.kind != MARK_OBJECTIVE || mark.weak || mark.numbered)
			return false;
		k++;
	}
	return k == m->objectives.n;
}

/* "Anna: 2/3", "Ben: 1/3": who does how much of what stands above, if that is
 * all of it. */
static bool is_shared_out(const struct objective *o)
{
	enum { LEAST = 980, WHOLE = 1000 }; /* rounded, it may be less */
	long sum = 0;

	for (size_t i = 0; i < o->key_results.n; i++) {
		long share = list_share(str_of(o->key_results.v[i].text));

		if (!share || sum > WHOLE)
			return false;
		sum += share;
	}
	return o->key_results.n > 1 && sum >= LEAST && sum <= WHOLE;
}

/* "KR1: 0.7 (most of it)": how one of that number ended. */
static bool is_end_of(const struct key_result *kr)
{
	return kr->number[0] && read_is_end(str_of(kr->text));
}

static struct found count_found(const struct model *m, size_t from)
{
	struct found f = {.objectives = m->objectives.n - from};

	for (size_t i = from; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];

		if (is_shared_out(o)) {
			f.empty++;
			continue;
		}
		f.empty += !o->key_results.n;
		for (size_t k = 0; k < o->key_results.n; k++) {
			const struct key_result *kr = &o->key_results.v[k];

			if (is_bare_mark(kr->text) || is_end_of(kr))
				continue;
			f.krs++;
			f.measured += kr->target || kr->baseline;
		}
	}
	return f;
}

/* Is what the looks of a page tell so much more that the words in it were
 * misread?  strict: it has marks, too. */
static bool is_more(
	const struct found *looks, const struct found *f, bool strict)
{
	enum { MORE = 3 }; /* key results, and half of what was found */

	if (!f->krs)
		return looks->krs > 0;
	if (!strict)
		return looks->measured >= 2 * f->measured + MORE &&
		       looks->krs * 2 >= f->krs * 3;
	return (looks->krs * 10 > f->krs * 14 && looks->krs >= f->krs + MORE) ||
	       (f->empty > 1 && looks->krs >= f->krs && !looks->empty);
}

/* How many lines have a digit: there are no more key results to be found. */
static size_t count_figures(struct str text)
{
	struct str line;
	size_t n = 0;

	while (str_take_line(&text, &line))
		n += str_has_digit(line);
	return n;
}

/* A page of ours says by itself what it is. */
static bool is_ours(struct str text)
{
	return str_find(text, STR("<!-- okrsync:begin ")) != STR_NONE;
}

struct model looks_before(
	struct arena *a, const struct model *now, const struct model *before)
{
	struct model m = *before;

	m.objectives.v = NULL;
	m.objectives.n = m.objectives.cap = 0;
	for (size_t i = 0; i < before->objectives.n; i++)
		*vec_add(a, &m.objectives) = now->objectives.v[i];
	m.findings.v = NULL;
	m.findings.n = m.findings.cap = 0;
	for (size_t i = 0; i < before->findings.n; i++)
		*vec_add(a, &m.findings) = now->findings.v[i];
	return m;
}

bool looks_tell_less(const struct model *looks, const struct model *words,
	const struct model *before)
{
	size_t first = before->objectives.n;

	return count_found(words, first).krs > count_found(looks, first).krs;
}

/* Is it the same one, with the same key results? */
static bool is_same(const struct objective *a, const struct objective *b)
{
	if (a->source.line != b->source.line ||
		a->key_results.n != b->key_results.n)
		return false;
	for (size_t i = 0; i < a->key_results.n; i++) {
		if (strcmp(a->key_results.v[i].text, b->key_results.v[i].text))
			return false;
	}
	return true;
}

/* Does it have key results, half of them measured? */
static bool is_whole(const struct objective *o)
{
	size_t measured = 0;

	for (size_t i = 0; i < o->key_results.n; i++)
		measured += (o->key_results.v[i].target ||
				    o->key_results.v[i].baseline) &&
			    !is_end_of(&o->key_results.v[i]);
	return o->key_results.n && measured * 2 >= o->key_results.n;
}

/* Are all that were found among these, each as what it was, and others that
 * look like them? */
static bool goes_on(
	const struct model *looks, const struct model *m, size_t from)
{
	size_t k = from;

	for (size_t i = from; i < looks->objectives.n; i++) {
		const struct objective *o = &looks->objectives.v[i];

		if (k < m->objectives.n && is_same(o, &m->objectives.v[k]) &&
			m->objectives.v[k].parent == NO_INDEX)
			k++;
		else if (!is_whole(o))
			return false;
	}
	return k == m->objectives.n && looks->objectives.n > k;
}

/* The line of the next key result with a mark of its own, behind line; both
 * go down the page.  0: none. */
static int next_marked(
	const struct model *m, size_t *objective, size_t *kr, int line)
{
	for (; *objective < m->objectives.n; ++*objective, *kr = 0) {
		const struct objective *o = &m->objectives.v[*objective];

		for (; *kr < o->key_results.n; ++*kr) {
			const struct key_result *k = &o->key_results.v[*kr];

			if (k->line >= line && k->number[0])
				return k->line;
		}
	}
	return 0;
}

/* "KR 2: Quick and steady" over a list is none of the objectives, however it
 * looks. */
static bool lifts_marked(
	const struct model *looks, const struct model *m, size_t from)
{
	size_t objective = from, kr = 0;

	for (size_t i = from; i < looks->objectives.n; i++) {
		int line = looks->objectives.v[i].source.line;

		if (line && next_marked(m, &objective, &kr, line) == line)
			return true;
	}
	return false;
}

/* Reads it by its looks; true when that tells more, and is kept. */
static bool try_looks(const struct reader *r, struct str text,
	const struct model *before, enum looks how)
{
	size_t first = before->objectives.n;
	struct found f = count_found(r->m, first), looks;
	struct explanation why = {0};
	struct reader look = *r;
	struct str marked = rows_marked(&look, text, how);
	struct model other;

	arena_release(&look.scratch);
	if (!marked.n)
		return false;
	other = looks_before(r->a, r->m, before);
	look = *r;
	look.m = &other;
	if (r->why)
		look.why = &why;
	read_page(look, marked, false);
	looks = count_found(&other, first);
	if (lifts_marked(&other, r->m, first))
		return false;
	if (how == LOOKS_MORE ? !goes_on(&other, r->m, first)
			      : !is_more(&looks, &f, how == LOOKS_MARKED))
		return false;
	*r->m = other;
	if (r->why)
		*r->why = why;
	return true;
}

void read_looks(
	const struct reader *r, struct str text, const struct model *before)
{
	struct found f = count_found(r->m, before->objectives.n);

	if (is_ours(text) || (f.empty < 2 && count_figures(text) <= f.krs))
		return;
	text = doc_graded(r->a, reader_noted(r, r->a, text));
	if (f.krs && (try_looks(r, text, before, LOOKS_MARKED) ||
			     (!say_so(text, r->m, before->objectives.n) &&
				     try_looks(r, text, before, LOOKS_MORE))))
		return;
	try_looks(r, text, before, LOOKS_ALL);
}

/*
 * Objectives that say the same.  Two titles are alike when they share three
 * quarters of the longer one's words.  Then they share one of its rarest words
 * (all but so many as may differ, and one), so that only objectives with such
 * a word need to be compared.
 */
#include "lint_p.h"

#include <assert.h>
#include <stdlib.h>

#include "wordlist_p.h"

enum {
	WORDS_MAX = 32, /* of a title */
	ALIKE_PERCENT = 75,
	WORDS_MIN = 2,      /* a title of less is like many */
	COMPARED_MAX = 200, /* with one word in common, the nearest before */
};

/* A word of an objective's title; those of one title lie together. */
struct word {
	uint64_t hash;
	size_t objective;
};

struct title {
	const uint64_t *words; /* ascending */
	size_t n;
};

struct alike {
	struct lint *l;
	struct title *titles; /* one an objective */
	struct word *words;   /* by hash, then by objective */
	size_t n;
	size_t *seen; /* an objective's last one that was compared with it */
};

static int compare(const void *vx, const void *vy)
{
	const struct word *x = vx, *y = vy;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->objective > y->objective) - (x->objective < y->objective);
}

static void read_titles(struct alike *k)
{
	const struct objectives *all = &k->l->m->objectives;
	uint64_t hashes[WORDS_MAX];

	k->titles = ARENA_ARRAY(k->l->a, struct title, all->n);
	for (size_t i = 0; i < all->n; i++) {
		uint64_t *own;
		size_t n = all->v[i].counts
				   ? words_hash(str_of(all->v[i].title), hashes,
					     WORDS_MAX)
				   : 0;

		own = ARENA_ARRAY(k->l->a, uint64_t, n);
		for (size_t w = 0; w < n; w++)
			own[w] = hashes[w];
		k->titles[i] = (struct title){own, n};
		k->n += n;
	}
}

static void sort_words(struct alike *k)
{
	size_t objectives = k->l->m->objectives.n, n = 0;

	k->words = ARENA_ARRAY(k->l->a, struct word, k->n);
	k->seen = ARENA_ARRAY(k->l->a, size_t, objectives);
	for (size_t i = 0; i < objectives; i++)
		for (size_t w = 0; w < k->titles[i].n; w++)
			k->words[n++] = (struct word){k->titles[i].words[w], i};
	assert(n == k->n);
	if (n)
		qsort(k->words, n, sizeof *k->words, compare);
}

/* The objectives that have a word: [from, to) of the sorted words. */
struct range {
	size_t from, to;
};

static size_t bound(const struct alike *k, uint64_t hash)
{
	size_t low = 0, high = k->n;

	assert(k->words || !k->n);
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (k->words[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct range range_of(const struct alike *k, uint64_t hash)
{
	return (struct range){
		bound(k, hash), hash == UINT64_MAX ? k->n : bound(k, hash + 1)};
}

static size_t shared(const struct title *x, const struct title *y)
{
	size_t i = 0, k = 0, n = 0;

	while (i < x->n && k < y->n) {
		n += x->words[i] == y->words[k];
		if (x->words[i] < y->words[k])
			i++;
		else if (x->words[i] > y->words[k])
			k++;
		else
			i++, k++;
	}
	return n;
}

static bool is_alike(const struct title *x, const struct title *y)
{
	size_t more = x->n > y->n ? x->n : y->n;
	size_t fewer = x->n < y->n ? x->n : y->n;

	return fewer >= WORDS_MIN && fewer * 100 >= more * ALIKE_PERCENT &&
	       shared(x, y) * 100 >= more * ALIKE_PERCENT;
}

static bool is_parent(const struct objective *o, size_t of)
{
	for (size_t i = 0; i < o->children.n; i++)
		if (o->children.v[i] == (int)of)
			return true;
	return false;
}

/* May the two say the same? Not parent and child, or in different periods. */
static bool is_apart(const struct objectives *all, size_t x, size_t y)
{
	return is_parent(&all->v[x], y) || is_parent(&all->v[y], x) ||
	       strcmp(all->v[x].period.name, all->v[y].period.name) != 0;
}

/* The first objective before this one that is like it and has one word, or
 * best. */
static size_t look(struct alike *k, size_t i, struct range r, size_t best)
{
	size_t own = r.from, end = r.to;

	while (own < end) {
		size_t middle = own + (end - own) / 2;

		if (k->words[middle].objective < i)
			own = middle + 1;
		else
			end = middle;
	}
	if (own - r.from > COMPARED_MAX)
		r.from = own - COMPARED_MAX;
	for (; r.from < own && k->words[r.from].objective < best; r.from++) {
		size_t other = k->words[r.from].objective;

		if (k->seen[other] == i)
			continue;
		k->seen[other] = i;
		if (is_alike(&k->titles[i], &k->titles[other]) &&
			!is_apart(&k->l->m->objectives, i, other))
			best = other;
	}
	return best;
}

static int by_length(const void *vx, const void *vy)
{
	const struct range *x = vx, *y = vy;
	size_t nx = x->to - x->from, ny = y->to - y->from;

	if (nx != ny)
		return nx < ny ? -1 : 1;
	return (x->from > y->from) - (x->from < y->from);
}

/* The first objective that this one is like, or itself. */
static size_t find_first(struct alike *k, size_t i)
{
	const struct title *t = &k->titles[i];
	struct range ranges[WORDS_MAX];
	size_t must = (t->n * ALIKE_PERCENT + 99) / 100, best = i;

	for (size_t w = 0; w < t->n; w++)
		ranges[w] = range_of(k, t->words[w]);
	qsort(ranges, t->n, sizeof *ranges, by_length);
	for (size_t w = 0; w + must <= t->n; w++)
		best = look(k, i, ranges[w], best);
	return best;
}

static void say(struct lint *l, const struct objective *o,
	const struct objective *other)
{
	static const char ADVICE[] =
		"join the two or let one ladder up to the other";
	const char *whose = lint_holder(other);

	if (str_ieq(str_of(o->title), str_of(other->title)))
		lint_say_at(l, o, "it is an objective of %s%s%s, too: %s",
			*whose ? "'" : "", *whose ? whose : "others",
			*whose ? "'" : "", ADVICE);
	else
		lint_say_at(l, o, "it overlaps with '%s': %s",
			words_short(l->a, other->title), ADVICE);
}

void lint_overlapping_objectives(struct lint *l)
{
	const struct objectives *all = &l->m->objectives;
	struct alike k = {.l = l};

	read_titles(&k);
	sort_words(&k);
	for (size_t i = 1; i < all->n; i++) {
		size_t first =
			k.titles[i].n >= WORDS_MIN ? find_first(&k, i) : i;

		if (first != i)
			say(l, &all->v[i], &all->v[first]);
	}
}

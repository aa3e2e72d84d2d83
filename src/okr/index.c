/*
 * Sorted lists of everything objectives are called.
 */
#include "link_p.h"

#include <assert.h>
#include <stdlib.h>

#include "wordlist_p.h"

static int compare(const void *va, const void *vb)
{
	const struct named *a = va, *b = vb;
	int c = str_cmp(a->key, b->key);

	return c ? c
		 : (a->objective > b->objective) -
			       (a->objective < b->objective);
}

static void add(struct arena *a, struct names *names, struct str key, size_t i)
{
	if (key.n)
		*vec_add(a, names) =
			(struct named){words_lower(a, key), (int)i};
}

/* The words of a title; one that stands in it twice is dropped in sorting. */
static void add_words(
	struct arena *a, struct names *names, struct str title, size_t i)
{
	struct str rest = str_sub(title, 0, INDEXED_BYTES), word;

	while (words_take(&rest, &word))
		add(a, names, word, i);
}

static void sort(struct names *names)
{
	size_t kept = 0;

	if (!names->n)
		return;
	qsort(names->v, names->n, sizeof *names->v, compare);
	for (size_t i = 1; i < names->n; i++)
		if (compare(&names->v[kept], &names->v[i]) != 0)
			names->v[++kept] = names->v[i];
	names->n = kept + 1;
}

void index_build(struct arena *a, const struct model *m, struct index *x)
{
	assert(!x->ids.n && !x->words.n);
	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];
		struct str id = str_of(o->id), title = str_of(o->title);
		size_t hash = str_rfind_char(id, '#');

		add(a, &x->ids, id, i);
		add(a, &x->urls, match_bare_url(str_of(o->source.url)), i);
		add(a, &x->titles, match_peel(title), i);
		add(a, &x->numbers, str_of(o->number), i);
		if (hash != STR_NONE)
			add(a, &x->tails, str_sub(id, hash, id.n), i);
		add_words(a, &x->words, title, i);
	}
	sort(&x->ids);
	sort(&x->urls);
	sort(&x->titles);
	sort(&x->numbers);
	sort(&x->tails);
	sort(&x->words);
}

/* The first name that is not before key (or, after: that is behind it). */
static size_t bound(const struct names *names, struct str key, bool after)
{
	size_t low = 0, high = names->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int c = str_cmp(names->v[mid].key, key);

		if (c < 0 || (after && c == 0))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct range names_find(const struct names *names, struct str key)
{
	assert(!names->n || names->v);
	return (struct range){
		bound(names, key, false), bound(names, key, true)};
}

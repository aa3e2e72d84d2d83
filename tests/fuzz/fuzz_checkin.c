/*
 * Any bytes as OKRs and the comments below them, apart by form feeds.
 */
#include <assert.h>
#include <stdint.h>

#include "read.h"
#include "read/checkin_p.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct comments {
	VEC_OF(struct note);
};

/* The text up to the next form feed. */
static struct str take(struct str *text)
{
	size_t end = str_find_char(*text, '\f');
	struct str piece = str_sub(*text, 0, end == STR_NONE ? text->n : end);

	*text = str_sub(*text, end == STR_NONE ? text->n : end + 1, text->n);
	return piece;
}

static void add(struct arena *a, struct comments *all, struct str body)
{
	*vec_add(a, all) = (struct note){.id = (int64_t)all->n,
		.body = body,
		.author = {.id = 7, .username = STR("user7")},
		.day = {2025, 2, 8}};
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;
	struct str text = {(const char *)data, size};
	struct comments comments = {NULL, 0, 0};
	struct checkin_scope scope;
	struct read_options read;
	struct model m;

	read_options_init(&read);
	model_init(&m);
	read_markdown(&a, take(&text), "fuzz.md", &read, &m, NULL);
	while (text.n)
		add(&a, &comments, take(&text));
	scope = (struct checkin_scope){.notes = comments.v,
		.n_notes = comments.n,
		.objectives = m.objectives.v,
		.n_objectives = m.objectives.n};
	checkins_apply(&a, &scope);
	for (size_t i = 0; i < m.objectives.n; i++) {
		const struct key_results *krs = &m.objectives.v[i].key_results;

		for (size_t k = 0; k < krs->n; k++)
			for (size_t n = 0; n < krs->v[k].readings.n; n++)
				assert(krs->v[k].readings.v[n].text);
	}
	arena_release(&a);
	return 0;
}

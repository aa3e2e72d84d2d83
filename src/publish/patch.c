/*
 * What publishing would change, as git prints it.
 */
#include <git2.h>
#include <stdlib.h>
#include <string.h>

#include "publish_p.h"

static int compare(const void *a, const void *b)
{
	const struct change *const *x = a, *const *y = b;

	return strcmp((*x)->path, (*y)->path);
}

static int add_patch(const struct change *c, struct buf *b, struct err *err)
{
	bool is_old = c->kind != CHANGE_ADD, is_new = c->kind != CHANGE_REMOVE;
	const char *old = c->old.n ? c->old.p : "";
	const char *fresh = c->fresh.n ? c->fresh.p : "";
	git_diff_options o;
	git_buf text = GIT_BUF_INIT;
	git_patch *patch = NULL;
	int e;

	git_diff_options_init(&o, GIT_DIFF_OPTIONS_VERSION);
	o.max_size = -1;
	e = git_patch_from_buffers(&patch, is_old ? old : NULL,
		is_old ? c->old.n : 0, c->path, is_new ? fresh : NULL,
		is_new ? c->fresh.n : 0, c->path, &o);
	if (!e)
		e = git_patch_to_buf(&text, patch);
	if (!e)
		buf_add(b, (struct str){text.ptr, text.size});
	git_buf_dispose(&text);
	git_patch_free(patch);
	if (e < 0)
		return err_set(err, ERR_DATA,
			"cannot show the difference of '%s'", c->path);
	return 0;
}

int publish_diff(const struct changes *c, struct buf *b, struct err *err)
{
	const struct change **sorted;
	int failed = 0;

	if (!c->n)
		return 0;
	sorted = xmalloc(xtimes(c->n, sizeof *sorted));
	for (size_t i = 0; i < c->n; i++)
		sorted[i] = &c->v[i];
	qsort(sorted, c->n, sizeof *sorted, compare);
	git_libgit2_init();
	for (size_t i = 0; i < c->n && !failed; i++)
		failed = add_patch(sorted[i], b, err);
	git_libgit2_shutdown();
	free(sorted);
	return failed;
}

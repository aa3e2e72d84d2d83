/*
 * Which issue a new one ladders up to.
 */
#include "open_p.h"

#include <assert.h>

enum { IID_MAX = 2000000000 };

/* The same words, whatever their case and blanks? */
static bool is_title(struct str x, struct str y)
{
	struct str a, b;

	x = str_trim(x);
	y = str_trim(y);
	while (x.n && y.n) {
		str_take_until(&x, ' ', &a);
		str_take_until(&y, ' ', &b);
		if (!str_ieq(a, b))
			return false;
		x = str_trim_left(x);
		y = str_trim_left(y);
	}
	return !x.n && !y.n;
}

/* "#12", or the address BASE/-/issues/12. */
static int64_t read_reference(struct str text, const char *base)
{
	static const char *const KINDS[] = {"/-/issues/", "/-/work_items/"};
	long iid;

	text = str_trim(text);
	if (!str_skip_char(&text, '#')) {
		size_t i = 0;

		if (!str_iskip(&text, base))
			return 0;
		while (i < COUNT_OF(KINDS) && !str_skip(&text, KINDS[i]))
			i++;
		if (i == COUNT_OF(KINDS))
			return 0;
	}
	return str_take_number(&text, IID_MAX, &iid) && !text.n ? iid : 0;
}

int64_t wish_parent(const struct wishes *wishes, const int64_t *iids, size_t i,
	const char *base)
{
	struct str parent = str_of(wishes->v[i].parent);

	assert(i < wishes->n);
	if (!parent.n)
		return 0;
	for (size_t k = 0; k < wishes->n; k++)
		if (k != i && is_title(parent, str_of(wishes->v[k].title)))
			return iids[k];
	return read_reference(parent, base);
}

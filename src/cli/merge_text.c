/*
 * What a merge request says: how the OKRs stand, and which pages it changes.
 * Numbers and paths only; no text from issues goes in.
 */
#include "publishing_p.h"

#include <assert.h>

enum { TEXT_BYTES = 256 * 1024, PAGES_SHOWN = 200 };

/* A path as a code span in a table's cell. */
static void add_path(struct buf *b, const char *path)
{
	buf_addc(b, '`');
	for (; *path; path++) {
		unsigned char c = (unsigned char)*path;

		buf_addc(b, c < ' ' || c == 0x7f || strchr("`|<>", c) ? '_'
								      : *path);
	}
	buf_addc(b, '`');
}

static void add_summary(struct buf *b, struct arena *a, const struct model *m)
{
	buf_adds(b, "| Objectives | Key results | Graded | Grade |\n"
		    "|---:|---:|---:|---:|\n");
	buf_addf(b, "| %zu | %d | %d | %s |\n", m->objectives.n, m->total,
		m->graded, m->grade ? rat_text(a, m->grade, 2) : "-");
}

static bool is_in(const struct period *p, struct date today)
{
	return date_is_set(p->start) && date_cmp(p->start, today) <= 0 &&
	       date_cmp(today, p->end) <= 0;
}

/* The period that a merge request is about; name "" for none. */
static struct period find_period(const struct run *run, const struct model *m)
{
	struct period best = m->period;

	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct period *p = &m->objectives.v[i].period;

		if (!*p->name || is_in(&best, run->s.today))
			continue;
		if (!*best.name || is_in(p, run->s.today) ||
			period_cmp(p, &best) > 0)
			best = *p;
	}
	return best;
}

const char *merge_name(const struct run *run, const struct model *m,
	const char *text, bool slug)
{
	static const char PLACE[] = "{period}";
	struct period p = find_period(run, m);
	const char *name = slug ? "pages" : "OKRs";
	const char *at = strstr(text, PLACE);

	if (!at)
		return text;
	if (*p.name)
		name = slug ? period_slug(run->arena, &p) : p.name;
	return arena_printf(run->arena, "%.*s%s%s", (int)(at - text), text,
		name, at + strlen(PLACE));
}

const char *merge_text(
	struct arena *a, const struct model *m, const struct changes *changes)
{
	static const char *const WORDS[] = {
		[CHANGE_ADD] = "new",
		[CHANGE_MODIFY] = "changed",
		[CHANGE_REMOVE] = "removed",
	};
	size_t shown = changes->n < PAGES_SHOWN ? changes->n : PAGES_SHOWN;
	const char *text;
	struct buf b;

	static_assert(
		COUNT_OF(WORDS) == CHANGE_REMOVE + 1, "each change has a word");
	buf_init(&b, TEXT_BYTES);
	buf_adds(&b, "\nPages brought up to date with the OKRs in GitLab's "
		     "issues. The branch follows the OKRs until it is merged, "
		     "or until somebody else commits to it.\n\n");
	add_summary(&b, a, m);
	buf_adds(&b, "\n| Page | |\n|---|---|\n");
	for (size_t i = 0; i < shown; i++) {
		buf_adds(&b, "| ");
		add_path(&b, changes->v[i].path);
		buf_addf(&b, " | %s |\n", WORDS[changes->v[i].kind]);
	}
	if (shown < changes->n)
		buf_addf(&b, "\nand %zu more\n", changes->n - shown);
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	return text;
}

/*
 * Reference parts of manuals are the program's own tables, printed.  Such a
 * part stands between two comments of its page, and with GOLDEN=1, which is
 * how `make manual` calls, it is written anew.
 */
#ifndef MANUAL_H
#define MANUAL_H

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "cli/cli_p.h"

enum { MANUAL_BYTES = 1024 * 1024 };

struct manual {
	const char *begin, *begun; /* around the name of a table */
	const char *end;
	void (*add)(struct buf *b, const char *name);
};

static inline const char *read_manual(struct arena *a, const char *path)
{
	struct err err = ERR_INIT;
	struct str text = {NULL, 0};

	if (file_read(a, path, MANUAL_BYTES, &text, &err))
		fail_msg("%s", err.text);
	return arena_text(a, text);
}

/* The page with its tables as they should be; how many there are. */
static inline int add_manual(struct buf *b, struct arena *a,
	const struct manual *m, const char *text)
{
	int tables = 0;

	for (const char *at; (at = strstr(text, m->begin)); tables++) {
		const char *name = at + strlen(m->begin);
		const char *line = strstr(name, m->begun);
		const char *end = line ? strstr(line, m->end) : NULL;

		if (!end)
			fail_msg("a table of a manual has no end");
		buf_add(b, (struct str){text, (size_t)(line - text)});
		buf_adds(b, m->begun);
		m->add(b, arena_text(a,
				  (struct str){name, (size_t)(line - name)}));
		buf_adds(b, m->end);
		text = end + strlen(m->end);
	}
	buf_adds(b, text);
	return tables;
}

/* How many tables the page has. */
static inline int check_manual(const char *path, const struct manual *m)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	const char *text = read_manual(&a, path);
	struct buf b;
	int tables;

	buf_init(&b, MANUAL_BYTES);
	tables = add_manual(&b, &a, m, text);
	assert_false(b.over);
	if (getenv("GOLDEN")) {
		if (file_write(path, buf_str(&b), &err))
			fail_msg("%s", err.text);
	} else if (!str_eq(str_of(text), buf_str(&b)))
		fail_msg("%s is behind a table: 'make manual'", path);
	buf_release(&b);
	arena_release(&a);
	return tables;
}

#endif

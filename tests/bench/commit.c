/*
 * Commits N pages with the publish room, as a sync does.
 *
 *	commit REPOSITORY FOLDER-WITH-PAGES
 */
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "publish.h"

enum { PAGE_BYTES = 1 << 20 };

static struct str slurp(const char *path, char *room)
{
	FILE *f = fopen(path, "r");
	size_t n = f ? fread(room, 1, PAGE_BYTES, f) : 0;

	if (f)
		fclose(f);
	return (struct str){room, n};
}

static void add(struct arena *a, struct publish *p, const char *folder,
	const char *name, struct changes *changes, char *room, struct err *err)
{
	struct change c = {
		.kind = CHANGE_ADD, .path = publish_path(p, a, name)};
	bool there = false;

	c.fresh = arena_str(
		a, slurp(arena_printf(a, "%s/%s", folder, name), room));
	if (publish_is(p, c.path, c.fresh) ||
		publish_read(p, a, c.path, &c.old, &there, err))
		return;
	if (there)
		c.kind = CHANGE_MODIFY;
	*vec_add(a, changes) = c;
}

int main(int argc, char **argv)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct changes changes = {NULL, 0, 0};
	struct publish_options o = {.way = PUBLISH_GIT,
		.folder = "okrs",
		.branch = "main",
		.author_name = "bench",
		.author_email = "bench@localhost",
		.message = "pages",
		.when = 1700000000};
	const char *id;
	bool moved;
	struct publish *p;
	char *room = arena_alloc(&a, PAGE_BYTES);
	struct dirent *d;
	DIR *dir;

	if (argc != 3)
		return 2;
	o.path = argv[1];
	p = publish_open(&o, &err);
	dir = opendir(argv[2]);
	while (p && dir && (d = readdir(dir)) != NULL)
		if (d->d_name[0] != '.')
			add(&a, p, argv[2], d->d_name, &changes, room, &err);
	if (dir)
		closedir(dir);
	if (p && changes.n && publish_apply(p, &changes, &id, &moved, &err) &&
		!*err.text)
		return 1;
	publish_close(p);
	arena_release(&a);
	if (err.kind != ERR_NONE)
		fprintf(stderr, "%s\n", err.text);
	return err.kind != ERR_NONE;
}

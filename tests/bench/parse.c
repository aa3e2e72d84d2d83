/*
 * The pull reader beside jansson, over the bytes of real pages.
 *
 *	parse FILE...
 *
 * Both check all of it; the pull reader takes four members of each element on
 * the way, jansson makes its tree.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "buf.h"
#include "pull.h"

enum { FILE_BYTES = 1 << 26, ROUNDS = 5 };

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void slurp(const char *path, struct buf *b)
{
	FILE *f = fopen(path, "r");
	char chunk[1 << 16];
	size_t n;

	buf_clear(b);
	while (f && (n = fread(chunk, 1, sizeof chunk, f)) > 0)
		buf_add(b, (struct str){chunk, n});
	if (f)
		fclose(f);
}

static void take_element(struct pull *p, long *taken)
{
	struct str key, text;
	int64_t iid;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, "iid"))
			*taken += pull_int(p, &iid);
		else if (str_is(key, "title") || str_is(key, "description"))
			*taken += pull_text(p, &text);
		else
			pull_skip(p);
}

static double pull_all(struct str text, long *taken)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	double begun = now();
	struct pull p;

	pull_init(&p, text, &a);
	if (pull_array(&p))
		while (pull_next(&p))
			take_element(&p, taken);
	if (pull_finish(&p, "page", &err))
		exit(1);
	arena_release(&a);
	return now() - begun;
}

static double jansson_all(struct str text)
{
	double begun = now();
	json_t *tree = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES, NULL);

	if (!tree)
		exit(1);
	json_decref(tree);
	return now() - begun;
}

int main(int argc, char **argv)
{
	double pull = 0, jansson = 0, bytes = 0;
	long taken = 0;
	struct buf b;

	buf_init(&b, FILE_BYTES);
	for (int round = 0; round < ROUNDS; round++)
		for (int i = 1; i < argc; i++) {
			slurp(argv[i], &b);
			bytes += (double)b.n;
			pull += pull_all(buf_str(&b), &taken);
			jansson += jansson_all(buf_str(&b));
		}
	buf_release(&b);
	printf("| pull reader, 3 members taken | %.0f MB/s | 1.00 |\n",
		bytes / pull / 1e6);
	printf("| jansson, a tree | %.0f MB/s | %.2f |\n",
		bytes / jansson / 1e6, jansson / pull);
	return taken == 0;
}

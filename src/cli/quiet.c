/*
 * The key of a run: everything that decides what its pages are, and what is
 * there already.  That is the records (by the name that the cache has for
 * them), arguments, config and environment, the day, the templates, this
 * program, and the pages' folder.  It is kept whole and compared whole, so that
 * nothing is taken for the same by chance.
 *
 * What would have to be read for the key is left to a whole run: pages that
 * are plain files, and what is written back into issues.
 */
#include "quiet_p.h"

#include <assert.h>

#include "cache.h"

enum {
	KEY_BYTES = 8 * 1024 * 1024,
	CHUNK_BYTES = 64 * 1024,
	WORDS_BYTES = 1024 * 1024,
};

static void add(struct buf *b, const char *name, struct str value)
{
	buf_addf(b, "%s %zu\n", name, value.n);
	buf_add(b, value);
	buf_addc(b, '\n');
}

static uint64_t mix(uint64_t sum, const char *bytes, size_t n)
{
	uint64_t word;

	for (size_t i = 0; i < n; i += sizeof word) {
		word = 0;
		memcpy(&word, bytes + i,
			n - i < sizeof word ? n - i : sizeof word);
		sum = (sum ^ word) * 0xff51afd7ed558ccdu;
		sum ^= sum >> 32;
	}
	return sum;
}

/* A sum of our own bytes: another build may make other pages. */
static bool add_program(struct buf *b)
{
	FILE *exe = fopen("/proc/self/exe", "rb");
	uint64_t sum = 0xcbf29ce484222325u;
	char bytes[CHUNK_BYTES];
	size_t n, all = 0;
	bool good;

	if (!exe)
		return false;
	while ((n = fread(bytes, 1, sizeof bytes, exe)) > 0) {
		sum = mix(sum, bytes, n);
		all += n;
	}
	good = !ferror(exe);
	fclose(exe);
	buf_addf(b, "program " OKRSYNC_VERSION " %zu %016llx\n", all,
		(unsigned long long)sum);
	return good;
}

static bool add_templates(struct run *run, struct buf *b)
{
	struct template_sources sources = {.n = 0};
	struct err unused = ERR_INIT;

	if (templates_load(run, &sources, &unused))
		return false;
	for (size_t i = 0; i < sources.n; i++) {
		add(b, "template", str_of(sources.v[i].name));
		add(b, "text", sources.v[i].text);
	}
	return true;
}

static bool add_all(struct run *run, const struct asked *k,
	const struct way *way, const char *state, struct buf *b)
{
	struct date day = run->s.today;

	buf_addf(b, "day %04d-%02d-%02d\n", day.year, day.month, day.day);
	add(b, "records", str_of(k->known));
	add(b, "inputs", run->inputs);
	buf_addf(b, "way %d\n", (int)way->o.way);
	add(b, "where", str_of(publish_where(way->opened)));
	add(b, "folder", str_of(state));
	return add_program(b) && add_templates(run, b);
}

static bool may_be_known(const struct run *run, const struct asked *k)
{
	return k->cache && *k->known && run->inputs.n && !run->s.verbose &&
	       strcmp(run->s.write_back, "off") == 0;
}

int quiet_begin(
	struct quiet *q, struct asked *k, struct way *way, struct err *err)
{
	struct run *run = k->run;
	struct gathered g = {.host = k->host};
	const char *state;
	struct buf b;

	*q = (struct quiet){.k = k};
	buf_init(&q->heard, WORDS_BYTES);
	*way = (struct way){.gitlab = NULL};
	if (!may_be_known(run, k))
		return 0;
	if (way_choose(run, &g, way, err))
		return -1;
	way->opened = way_open(run, way, err);
	if (!way->opened)
		return -1;
	state = publish_state(way->opened, run->arena);
	if (!*state)
		return 0;
	buf_init(&b, KEY_BYTES);
	if (add_all(run, k, way, state, &b) && !b.over)
		q->key = arena_str(run->arena, buf_str(&b));
	buf_release(&b);
	run->heard = &q->heard;
	return 0;
}

bool quiet_is_known(struct quiet *q)
{
	struct run *run = q->k->run;
	struct str words;

	if (!q->key.n ||
		!cache_recall_run(q->k->cache, run->arena, q->key, &words))
		return false;
	progress_end(run);
	fwrite(words.p, 1, words.n, stderr);
	return true;
}

void quiet_note(struct quiet *q)
{
	assert(q->k->cache || !q->key.n);
	if (q->key.n && !q->heard.over)
		cache_note_run(q->k->cache, q->key, buf_str(&q->heard),
			q->k->run->now);
}

void quiet_end(struct quiet *q)
{
	q->k->run->heard = NULL;
	buf_release(&q->heard);
}

/*
 * Asking GitLab, with the cache: source by source.  What is still as it is
 * remembered is not loaded before somebody wants it.
 */
#include "run_p.h"

#include <assert.h>
#include <string.h>

#include "cache.h"

enum {
	REMARK_BYTES = 4096,
	KNOWN_BYTES = 1024 * 1024,
	WHOLE_SECONDS = 86400, /* then all issues are listed, cache or not */
};

struct asked_source {
	struct asked *k;
	struct source_spec spec;
	const char *name; /* in the cache */
	struct cache_entry was;
	bool loaded;     /* the records of was */
	int64_t content; /* 0 unknown */
	struct gitlab_fetch_stats stats;
	struct records records;
	struct gitlab_keep keep;
};

/* One remark a run is enough, whatever else happens to the cache. */
static struct buf *remark_of(struct asked *k, struct buf *unheard)
{
	return k->remark.n ? unheard : &k->remark;
}

static bool find(void *ctx, enum record_kind kind, int64_t project, int64_t iid,
	struct str *lines)
{
	struct asked_source *s = ctx;

	return cache_find(s->k->cache, s->k->run->arena, &s->was, kind, project,
		iid, lines);
}

/* All records; false when they are not those any more that were peeked at. */
static bool load(void *ctx, struct records *records)
{
	struct asked_source *s = ctx;
	struct cache_entry e;
	struct buf unheard;
	bool good;

	buf_init(&unheard, REMARK_BYTES);
	good = cache_load(s->k->cache, s->k->run->arena, s->name, &e,
		       remark_of(s->k, &unheard)) &&
	       e.serial == s->was.serial;
	buf_release(&unheard);
	if (!good)
		s->was = (struct cache_entry){.list = ""};
	else
		s->was.records = e.records;
	s->loaded = good;
	*records = s->was.records;
	return good;
}

/* Issues that the fetch puts into the snapshot's file as they come. */
static int put(
	void *ctx, const struct record *r, uint64_t *place, struct err *err)
{
	struct asked_source *s = ctx;
	struct asked *k = s->k;

	assert(r->kind == RECORD_ISSUE);
	if (!*k->s.self)
		k->s.self = s->stats.self;
	return snapshot_put(k->file, &k->s, r, place, err);
}

static int get(void *ctx, uint64_t place, struct arena *a, struct str *json,
	struct err *err)
{
	struct asked_source *s = ctx;
	struct record r;

	if (snapshot_get(s->k->file, place, a, &r, err))
		return -1;
	*json = r.json;
	return 0;
}

static int arrange(void *ctx, const uint64_t *places, size_t n, struct err *err)
{
	struct asked_source *s = ctx;

	return snapshot_arrange(s->k->file, places, n, err);
}

static int forget(void *ctx, struct err *err)
{
	struct asked_source *s = ctx;

	return snapshot_forget(s->k->file, err);
}

/* Issue number i of those that were put, for the cache. */
static bool next_put(void *ctx, size_t i, struct arena *a, struct record *r)
{
	struct asked_source *s = ctx;
	struct err unused = ERR_INIT;

	return !snapshot_get(
		s->k->file, snapshot_place(s->k->file, i), a, r, &unused);
}

/* What the cache has, to be loaded where it is needed. */
static bool remember(struct asked_source *s, struct gitlab_memory *then)
{
	struct asked *k = s->k;
	struct buf unheard;
	bool good;

	s->was = (struct cache_entry){.list = ""};
	s->loaded = false;
	buf_init(&unheard, REMARK_BYTES);
	good = k->cache && cache_peek(k->cache, k->run->arena, s->name, &s->was,
				   remark_of(k, &unheard));
	buf_release(&unheard);
	*then = (struct gitlab_memory){.list = s->was.list,
		.read = s->was.read,
		.newest = s->was.newest,
		.milestone = s->was.milestone,
		.issues = s->was.issues,
		.gaps = s->was.gaps,
		.find = find,
		.load = load,
		.ctx = s};
	return good;
}

static void save(struct asked_source *s, const struct gitlab_memory *now)
{
	const struct run *run = s->k->run;
	const struct cache_entry is = {.list = now->list,
		.read = now->read,
		.newest = now->newest,
		.milestone = now->milestone,
		.listed = s->stats.whole ? run->now : s->was.listed,
		.records = now->records,
		.n_more = s->stats.put && *now->list ? (size_t)s->stats.issues
						     : 0,
		.more = next_put,
		.ctx = s};
	struct buf unheard;
	struct records then;

	if (!s->k->cache)
		return;
	/* What was of another list goes, and must be known for that. */
	if (s->was.serial && !s->loaded)
		load(s, &then);
	buf_init(&unheard, REMARK_BYTES);
	s->content = cache_save(s->k->cache, s->name, &s->was, &is, run->now,
		remark_of(s->k, &unheard));
	buf_release(&unheard);
}

static void set_name(struct asked_source *s, const char *self)
{
	s->name = arena_printf(s->k->run->arena, "%s\n%s", s->spec.url, self);
}

/* Who we are is asked together with the issues.  Until then we are whom the
 * cache knows to have read this source last. */
static void guess_name(struct asked_source *s, const char **self)
{
	struct run *run = s->k->run;

	if (s->k->cache && cache_guess(s->k->cache, run->arena, s->name, self))
		set_name(s, *self);
}

/* Now it is known. What somebody else remembers is not ours. */
static void take_self(struct asked_source *s, const char *guessed)
{
	struct gitlab_memory unused;

	s->k->s.self = s->stats.self;
	if (strcmp(guessed, s->stats.self) == 0)
		return;
	set_name(s, s->stats.self);
	remember(s, &unused);
}

/* May issues go into the file as they come? Those of several sources may be
 * the same ones. */
static bool may_put(const struct asked_source *s)
{
	return s->k->file && s->k->n == 1 && snapshot_has_room(s->k->file);
}

/* Asks for one source. lazy: what is still the same need not be loaded. */
static int fetch(struct asked_source *s, bool lazy, struct err *err)
{
	struct run *run = s->k->run;
	struct gitlab_wish wish = {.notes = run->s.notes,
		.events = run->s.label_events,
		.work_items = run->s.work_items,
		.confidential = run->s.confidential,
		.ask_self = *run->token && !*s->k->s.self,
		.self = ""};
	struct gitlab_memory then, now;
	int64_t age;

	s->keep = (struct gitlab_keep){put, get, arrange, forget, s};
	if (may_put(s))
		wish.keep = &s->keep;
	set_name(s, s->k->s.self);
	if (wish.ask_self)
		guess_name(s, &wish.self);
	if (remember(s, &then))
		wish.then = &then;
	if (!lazy || run->s.work_items)
		then.find = NULL;
	age = run->now - s->was.listed;
	wish.whole = age < 0 || age > WHOLE_SECONDS;
	s->content = 0;
	s->records = (struct records){NULL, 0, 0};
	if (gitlab_fetch(s->k->gitlab, run->arena, &s->spec, &wish, &s->records,
		    &now, &s->stats, err))
		return -1;
	if (wish.ask_self)
		take_self(s, wish.self);
	if (!s->stats.still)
		save(s, &now);
	else if (cache_is_same(s->k->cache, s->name, &s->was))
		s->content = s->was.content;
	return 0;
}

static void add_boards(struct buf *b, const struct records *records)
{
	for (size_t i = 0; i < records->n; i++)
		if (records->v[i].kind == RECORD_BOARD) {
			buf_add(b, records->v[i].json);
			buf_addc(b, '\n');
		}
}

/* A name for all that was found. What the cache does not keep has none. */
static const char *known(const struct asked *k)
{
	const char *text = "";
	bool all = k->n > 0 && !k->run->s.work_items;
	struct buf b;

	buf_init(&b, KNOWN_BYTES);
	for (size_t i = 0; i < k->n; i++) {
		const struct asked_source *s = &k->sources[i];

		all = all && s->content;
		buf_addf(&b, "%s\n%lld\n", s->name, (long long)s->content);
		add_boards(&b, &s->records);
	}
	if (all && !b.over)
		text = arena_text(k->run->arena, buf_str(&b));
	buf_release(&b);
	return text;
}

static int fetch_all(struct asked *k, struct err *err)
{
	for (size_t i = 0; i < k->n; i++) {
		struct asked_source *s = &k->sources[i];

		s->k = k;
		if (fetch(s, true, err))
			return -1;
	}
	k->known = known(k);
	return 0;
}

static int set_sources(struct asked *k, struct err *err)
{
	struct run *run = k->run;
	struct source_spec *specs;

	if (!run->s.source.n)
		return err_set(err, ERR_USAGE,
			"no source is given: pass the address of a board or "
			"project, or set 'source' in '%s'",
			run->s.config);
	k->n = run->s.source.n;
	specs = ARENA_ARRAY(run->arena, struct source_spec, k->n);
	k->sources = ARENA_ARRAY(run->arena, struct asked_source, k->n);
	if (gather_sources(run, specs, err))
		return -1;
	for (size_t i = 0; i < k->n; i++)
		k->sources[i].spec = specs[i];
	k->s.source = specs[0].url;
	k->host = gather_host(run->arena, specs[0].web);
	return 0;
}

static const char *stamp(struct arena *a, int64_t seconds)
{
	struct date day = date_from_days((long)(seconds / 86400));
	int of_day = (int)(seconds % 86400);

	assert(seconds >= 0);
	return arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02dZ", day.year,
		day.month, day.day, of_day / 3600, of_day / 60 % 60,
		of_day % 60);
}

int asked_begin(struct asked *k, struct run *run, struct err *err)
{
	return asked_begin_into(k, run, NULL, err);
}

int asked_begin_into(struct asked *k, struct run *run,
	struct snapshot_file *file, struct err *err)
{
	int rc;

	*k = (struct asked){.run = run,
		.file = file,
		.s = {.source = "",
			.fetched = stamp(run->arena, run->now),
			.self = ""},
		.host = "",
		.known = ""};
	buf_init(&k->remark, REMARK_BYTES);
	if (set_sources(k, err))
		return -1;
	k->gitlab = gather_gitlab(run, &k->sources[0].spec, err);
	if (!k->gitlab)
		return -1;
	if (*run->s.cache)
		k->cache = cache_open(run->s.cache, &k->remark);
	rc = fetch_all(k, err);
	progress_end(run);
	return rc;
}

static void tell(const struct asked_source *s)
{
	const struct gitlab_fetch_stats *stats = &s->stats;

	say(s->k->run, "read %ld issue%s and %ld comment%s from %s",
		stats->issues, stats->issues == 1 ? "" : "s", stats->notes,
		stats->notes == 1 ? "" : "s", s->spec.url);
	detail(s->k->run,
		"%ld requests, %ld bytes, %ld duplicates dropped, comments of "
		"%ld issues remembered%s",
		stats->requests, stats->bytes, stats->duplicates, stats->kept,
		stats->whole ? "" : ", only changes listed");
}

/* An issue of the cache, into the file. */
struct pouring {
	struct asked_source *s;
	uint64_t n;
	struct err err;
};

static bool pour_one(void *ctx, const struct record *r)
{
	struct pouring *p = ctx;
	uint64_t place;

	p->n++;
	return !put(p->s, r, &place, &p->err);
}

/* Puts what the cache knows into the file, without loading its issues.
 * *poured is false when it is not the same any more. */
static int pour(struct asked_source *s, bool *poured, struct err *err)
{
	struct asked *k = s->k;
	struct pouring p = {.s = s, .err = ERR_INIT};
	struct cache_entry e;
	struct buf unheard;

	buf_init(&unheard, REMARK_BYTES);
	*poured = cache_load_others(k->cache, k->run->arena, s->name, &e,
			  remark_of(k, &unheard)) &&
		  e.serial == s->was.serial &&
		  cache_each(k->cache, s->name, &e, pour_one, &p);
	buf_release(&unheard);
	if (p.err.kind != ERR_NONE)
		return err_set(err, p.err.kind, "%s", p.err.text);
	if (!*poured)
		return p.n ? snapshot_forget(k->file, err) : 0;
	gitlab_remembered(k->run->arena, &e.records, &s->records, &s->stats);
	s->stats.issues = s->stats.kept = (long)p.n;
	return 0;
}

/* Loads what was only peeked at, or asks again when it is gone. */
static int fill(struct asked_source *s, struct err *err)
{
	struct records then;
	bool poured;

	if (!s->stats.still)
		return 0;
	if (may_put(s) && !s->k->run->s.label_events) {
		if (pour(s, &poured, err))
			return -1;
		return poured ? 0 : fetch(s, false, err);
	}
	if (!load(s, &then))
		return fetch(s, false, err);
	gitlab_remembered(s->k->run->arena, &then, &s->records, &s->stats);
	return 0;
}

int asked_read(struct asked *k, struct err *err)
{
	struct snapshot *parts =
		ARENA_ARRAY(k->run->arena, struct snapshot, k->n);

	assert(k->sources && k->n);
	for (size_t i = 0; i < k->n; i++) {
		struct asked_source *s = &k->sources[i];

		if (fill(s, err))
			return -1;
		parts[i] = k->s;
		parts[i].records = s->records;
		tell(s);
	}
	snapshot_join(k->run->arena, parts, k->n, &k->s);
	progress_end(k->run);
	return 0;
}

void asked_end(struct asked *k)
{
	if (k->remark.n)
		warn(k->run, "%s", k->remark.p);
	buf_release(&k->remark);
	cache_close(k->cache);
	gitlab_close(k->gitlab);
}

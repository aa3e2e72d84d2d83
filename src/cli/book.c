/*
 * From records to the issues we write to.
 */
#include "book_p.h"

#include <assert.h>
#include <stdlib.h>

#include "gaps_p.h"
#include "jsonout.h"
#include "pull.h"

static void read_texts(struct pull *p, struct arena *a, struct texts *out)
{
	struct str text;

	if (!pull_array(p))
		return;
	while (pull_next(p))
		if (pull_text(p, &text))
			*vec_add(a, out) = arena_text(a, text);
}

/* An object's id and two of its texts. */
static void read_user(
	struct pull *p, int64_t *id, struct str *username, struct str *name)
{
	struct str key;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, "id"))
			pull_int(p, id);
		else if (str_is(key, "username"))
			pull_text(p, username);
		else if (str_is(key, "name"))
			pull_text(p, name);
		else
			pull_skip(p);
}

static void read_people(
	struct pull *p, struct arena *a, struct entry_of_book *e)
{
	if (!pull_array(p))
		return;
	while (pull_next(p)) {
		struct str username = {NULL, 0}, name = {NULL, 0};
		int64_t id = 0;

		read_user(p, &id, &username, &name);
		if (username.n)
			*vec_add(a, &e->assignees) = (struct person){
				arena_text(a, username), arena_text(a, name)};
	}
}

/* "group/project#12" without its number. */
static void read_reference(
	struct pull *p, struct arena *a, struct entry_of_book *e)
{
	struct str key, full = {NULL, 0};

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, "full"))
			pull_text(p, &full);
		else
			pull_skip(p);
	e->project.path =
		arena_text(a, str_sub(full, 0, str_rfind_char(full, '#')));
}

static void read_member(struct pull *p, struct arena *a, struct str key,
	struct entry_of_book *e)
{
	struct str text = {NULL, 0};

	if (str_is(key, "iid")) {
		pull_int(p, &e->iid);
	} else if (str_is(key, "project_id")) {
		pull_int(p, &e->project.id);
	} else if (str_is(key, "labels")) {
		read_texts(p, a, &e->labels);
	} else if (str_is(key, "assignees")) {
		read_people(p, a, e);
	} else if (str_is(key, "references")) {
		read_reference(p, a, e);
	} else if (str_is(key, "web_url")) {
		pull_text(p, &text);
		e->url = arena_text(a, text);
	} else if (str_is(key, "title")) {
		pull_text(p, &text);
		e->title = arena_text(a, text);
	} else if (str_is(key, "state")) {
		pull_text(p, &text);
		e->open = str_is(text, "opened");
	} else {
		pull_skip(p);
	}
}

static bool read_issue(
	struct arena *a, struct str json, struct entry_of_book *e)
{
	struct err unused = ERR_INIT;
	struct str key;
	struct pull p;

	*e = (struct entry_of_book){
		.project = {.path = ""}, .url = "", .title = ""};
	pull_init(&p, json, a);
	if (pull_object(&p))
		while (pull_key(&p, &key))
			read_member(&p, a, key, e);
	return !pull_finish(&p, "issue", &unused) && e->iid > 0 &&
	       e->project.id > 0 && *e->url;
}

static int compare_entries(const void *va, const void *vb)
{
	const struct entry_of_book *a = va, *b = vb;

	if (a->project.id != b->project.id)
		return a->project.id < b->project.id ? -1 : 1;
	return (a->iid > b->iid) - (a->iid < b->iid);
}

static struct entry_of_book *find_entry(
	const struct book *book, const struct record *record)
{
	const struct entry_of_book wanted = {
		.project = {.id = record->project}, .iid = record->iid};

	if (!book->n)
		return NULL;
	return bsearch(
		&wanted, book->v, book->n, sizeof *book->v, compare_entries);
}

static void add_note(struct arena *a, const struct record *record, int64_t self,
	struct book *book)
{
	struct entry_of_book *e = find_entry(book, record);
	struct str key, body = {NULL, 0}, ignored = {NULL, 0};
	struct err unused = ERR_INIT;
	struct texts keys = {NULL, 0, 0};
	int64_t id = 0, author = 0;
	struct pull p;

	if (!e)
		return;
	pull_init(&p, record->json, a);
	if (pull_object(&p)) {
		while (pull_key(&p, &key))
			if (str_is(key, "id"))
				pull_int(&p, &id);
			else if (str_is(key, "body"))
				pull_text(&p, &body);
			else if (str_is(key, "author"))
				read_user(&p, &author, &ignored, &ignored);
			else
				pull_skip(&p);
	}
	if (pull_finish(&p, "comment", &unused) || author != self || id <= 0)
		return;
	gitlab_keys_of(a, body, &keys);
	for (size_t i = 0; i < keys.n; i++)
		*vec_add(a, &e->notes) = (struct gitlab_note){
			id, keys.v[i], arena_text(a, body)};
}

/* The objectives by the address of their issue, then in their order. */
struct addressed {
	const char *url;
	int objective;
};

static int compare_addressed(const void *va, const void *vb)
{
	const struct addressed *a = va, *b = vb;
	int c = strcmp(a->url, b->url);

	return c ? c
		 : (a->objective > b->objective) -
			       (a->objective < b->objective);
}

static struct addressed *sort_by_address(struct arena *a, const struct model *m)
{
	size_t n = m->objectives.n;
	struct addressed *list = ARENA_ARRAY(a, struct addressed, n);

	for (size_t i = 0; i < n; i++)
		list[i] = (struct addressed){
			m->objectives.v[i].source.url, (int)i};
	if (n)
		qsort(list, n, sizeof *list, compare_addressed);
	return list;
}

/* Objectives come from issues whose address is theirs. */
static void add_objectives(struct arena *a, const struct addressed *list,
	size_t n, struct entry_of_book *e)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(list[middle].url, e->url) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < n && strcmp(list[low].url, e->url) == 0; low++)
		*vec_add(a, &e->objectives) = list[low].objective;
}

/* Issues whose comments are unknown are left out: ours could be among them,
 * and what they say of the OKR. */
static void leave_out(
	struct arena *a, const struct records *records, struct book *book)
{
	size_t kept = 0;

	for (size_t i = 0; i < records->n; i++)
		if (gap_hides_comments(a, &records->v[i])) {
			struct entry_of_book *e =
				find_entry(book, &records->v[i]);

			if (e)
				e->blind = true;
		}
	for (size_t i = 0; i < book->n; i++)
		if (!book->v[i].blind)
			book->v[kept++] = book->v[i];
	book->n = kept;
}

/* A key result that is an issue: "group/project#12", not "...#12/kr1". */
struct part_name {
	const char *id;
	size_t entry;
};

struct part_names {
	VEC_OF(struct part_name);
};

static int compare_names(const void *va, const void *vb)
{
	const struct part_name *a = va, *b = vb;

	return strcmp(a->id, b->id);
}

static void add_names(struct arena *a, const struct objective *o, size_t entry,
	struct part_names *names)
{
	for (size_t i = 0; i < o->key_results.n; i++) {
		struct str id = str_of(o->key_results.v[i].id);
		size_t hash = str_rfind_char(id, '#');

		if (hash != STR_NONE &&
			str_find_char(str_sub(id, hash, id.n), '/') == STR_NONE)
			*vec_add(a, names) = (struct part_name){id.p, entry};
	}
}

/* Issues without objectives go to the entry whose key results they are. */
static void add_parts(struct arena *a, const struct book *others,
	const struct model *m, struct book *book)
{
	struct part_names names = {NULL, 0, 0};

	for (size_t i = 0; i < book->n; i++)
		for (size_t k = 0; k < book->v[i].objectives.n; k++)
			add_names(a,
				&m->objectives.v[book->v[i].objectives.v[k]], i,
				&names);
	if (!names.n)
		return;
	qsort(names.v, names.n, sizeof *names.v, compare_names);
	for (size_t i = 0; i < others->n; i++) {
		const struct entry_of_book *p = &others->v[i];
		const struct part_name key = {
			.id = arena_printf(a, "%s#%lld", p->project.path,
				(long long)p->iid)};
		const struct part_name *name = bsearch(
			&key, names.v, names.n, sizeof *names.v, compare_names);

		if (name)
			*vec_add(a, &book->v[name->entry].parts) =
				(struct part_of_book){p->project.id, p->iid,
					p->url, p->title, p->open};
	}
}

struct book book_make(struct arena *a, const struct records *records,
	const struct model *m, int64_t self)
{
	struct book book = {NULL, 0, 0}, others = {NULL, 0, 0};
	const struct addressed *list = sort_by_address(a, m);

	for (size_t i = 0; i < records->n; i++) {
		struct entry_of_book e;

		if (records->v[i].kind != RECORD_ISSUE ||
			!read_issue(a, records->v[i].json, &e))
			continue;
		e.record = i;
		add_objectives(a, list, m->objectives.n, &e);
		*vec_add(a, e.objectives.n ? &book : &others) = e;
	}
	if (book.n > 1)
		qsort(book.v, book.n, sizeof *book.v, compare_entries);
	add_parts(a, &others, m, &book);
	leave_out(a, records, &book);
	for (size_t i = 0; i < records->n; i++)
		if (records->v[i].kind == RECORD_NOTE)
			add_note(a, &records->v[i], self, &book);
	return book;
}

static const char *labels_json(struct arena *a, const struct texts *labels)
{
	enum { LABELS_BYTES = 1024 * 1024 };
	struct jsonout j;
	const char *text;
	struct buf b;

	buf_init(&b, LABELS_BYTES);
	jsonout_init(&j, &b, false);
	jsonout_array(&j, NULL);
	for (size_t i = 0; i < labels->n; i++)
		jsonout_text(&j, NULL, labels->v[i]);
	jsonout_end(&j, ']');
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	return text;
}

/* One value within a text by another one. */
static struct str replaced(
	struct arena *a, struct str text, struct str value, const char *by)
{
	size_t at = (size_t)(value.p - text.p);

	return str_of(
		arena_printf(a, "%.*s%s%.*s", STR_ARG(str_sub(text, 0, at)), by,
			STR_ARG(str_sub(text, at + value.n, text.n))));
}

/* The bytes of a member of an object; n 0: there is none. */
static struct str member_of(struct arena *a, struct str json, const char *name)
{
	struct str key, value = {NULL, 0}, raw;
	struct err unused = ERR_INIT;
	struct pull p;

	pull_init(&p, json, a);
	if (pull_object(&p))
		while (pull_key(&p, &key))
			if (pull_raw(&p, &raw) && str_is(key, name))
				value = raw;
	if (pull_finish(&p, "issue", &unused))
		value.n = 0;
	return value;
}

struct str issue_with(struct arena *a, struct str json,
	const struct texts *labels, const char *updated)
{
	struct str old = member_of(a, json, "labels");

	if (old.n)
		json = replaced(a, json, old, labels_json(a, labels));
	if (!updated || !*updated)
		return json;
	old = member_of(a, json, "updated_at");
	if (old.n)
		json = replaced(
			a, json, old, arena_printf(a, "\"%s\"", updated));
	return json;
}

int errand_open(struct errand *e, struct err *err)
{
	struct run *run = e->run;
	struct source_spec source;
	const char *name;

	assert(!e->gitlab);
	if (source_parse(run->arena, str_of(run->s.source.v[0]), run->s.gitlab,
		    &source, err))
		return -1;
	e->gitlab = gather_gitlab(run, &source, err);
	if (!e->gitlab ||
		gitlab_self(e->gitlab, run->arena, &name, &e->self, err))
		return -1;
	e->book = book_make(run->arena, &e->g.records, &e->g.model, e->self);
	return 0;
}

int errand_begin(struct errand *e, struct run *run, struct err *err)
{
	*e = (struct errand){.run = run};
	run->s.notes = true;
	if (!*run->token)
		return err_set(err, ERR_USAGE,
			"there is no token: put one with scope api into "
			"OKRSYNC_TOKEN");
	if (gather(run, &e->g, err))
		return -1;
	return errand_open(e, err);
}

void errand_failed(
	struct errand *e, const struct entry_of_book *entry, struct err *err)
{
	assert(err->kind != ERR_NONE && entry->url);
	warn(e->run, "%s: %s", entry->url, err->text);
	if (!e->failed++)
		e->first = *err;
	err_clear(err);
}

int errand_end(struct errand *e, int status, struct err *err)
{
	progress_end(e->run);
	gitlab_close(e->gitlab);
	if (status < 0 || !e->failed)
		return status;
	return err_set(err, e->first.kind,
		"%zu issue%s could not be written to; the command can be "
		"repeated: %s",
		e->failed, e->failed == 1 ? "" : "s", e->first.text);
}

#define AS_OF_BEGIN "<!-- okrsync:as-of="

const char *keyed(const struct errand *e, const struct entry_of_book *entry,
	struct str body, const char *key)
{
	struct date d = e->g.model.objectives.v[entry->objectives.v[0]].updated;
	struct arena *a = e->run->arena;
	const char *text = arena_printf(a,
		"%.*s\n\n" GITLAB_KEY_BEGIN "%s" GITLAB_KEY_END "\n",
		STR_ARG(str_trim(body)), key);

	assert(entry->objectives.n && *key);
	if (!date_is_set(d))
		return text;
	return arena_printf(a, "%s" AS_OF_BEGIN "%04d-%02d-%02d -->\n", text,
		d.year, d.month, d.day);
}

static struct str without_day(const char *text)
{
	struct str s = str_of(text);

	return str_trim(str_sub(s, 0, str_find(s, STR(AS_OF_BEGIN))));
}

bool keyed_is_same(const char *x, const char *y)
{
	return str_eq(without_day(x), without_day(y));
}

void show_text(struct str text)
{
	struct str line;

	while (str_take_line(&text, &line))
		answer("%s%.*s", line.n ? "    | " : "    |", STR_ARG(line));
}

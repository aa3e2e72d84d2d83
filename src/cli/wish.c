/*
 * From files and templates to the issues that should be there.
 */
#include "open_p.h"

#include "escape.h"
#include "gitlab_write.h"
#include "issuebody.h"
#include "life_p.h"
#include "lint.h"
#include "okrfile_p.h"

enum { FILE_BYTES = 16 * 1024 * 1024, WORDS_BYTES = 64 * 1024 };

/* What is known of an issue before its variables are filled in. */
struct draft {
	const char *place;
	int line;
	const char *title; /* as a person wrote it */
	const char *owner, *team, *level, *parent;
	const struct period *period; /* name "" none */
	const struct head *head;
	const struct source_spec *source;
};

static const char *date_text(struct arena *a, struct date d)
{
	struct buf b;
	const char *text;

	if (!date_is_set(d))
		return NULL;
	buf_init(&b, 16);
	date_print(&b, d);
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	return text;
}

static const char *or_null(const char *text)
{
	return text && *text ? text : NULL;
}

/* strict: what is empty has no value, since a label must not lose a part. */
static struct variables make_variables(
	struct arena *a, const struct draft *d, bool strict)
{
	const char *empty = strict ? NULL : "";
	const char *owner = or_null(d->owner), *team = or_null(d->team);
	const char *level = or_null(d->level);
	const struct variable table[] = {
		{"title", d->title, "--title TEXT"},
		{"period", or_null(d->period->name), "--period PERIOD"},
		{"start", date_text(a, d->period->start), "--period PERIOD"},
		{"end", date_text(a, d->period->end), "--period PERIOD"},
		{"owner", owner ? owner : empty, "--owner NAME"},
		{"team", team ? team : empty, "--team NAME"},
		{"level", level ? level : empty, "--level LEVEL"},
	};
	struct variables vars = {NULL, 0, 0};

	for (size_t i = 0; i < COUNT_OF(table); i++)
		*vec_add(a, &vars) = table[i];
	return vars;
}

/* One short text with its variables filled in. */
static int expand(struct arena *a, const struct draft *d, const char *text,
	const char *place, const char **out, struct err *err)
{
	const struct variables vars = make_variables(a, d, true);
	struct buf b;
	int rc;

	buf_init(&b, WORDS_BYTES);
	rc = variables_expand(&vars, str_of(text), place, 0, &b, err);
	if (!rc)
		rc = buf_finish(&b, place, err);
	*out = arena_text(a, str_trim(buf_str(&b)));
	buf_release(&b);
	return rc;
}

static bool has_text(const struct texts *list, const char *text)
{
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->v[i], text) == 0)
			return true;
	return false;
}

static int add_label(struct arena *a, const struct draft *d, const char *text,
	const char *place, struct wish *w, struct err *err)
{
	const char *label;

	if (expand(a, d, text, place, &label, err))
		return -1;
	if (strchr(label, ','))
		return err_set(err, ERR_CONFIG,
			"%s: the label '%s' holds a comma, which no label can",
			place, label);
	if (!*label || has_text(&w->labels, label))
		return 0;
	*vec_add(a, &w->labels) = label;
	*vec_add(a, &w->label_places) = place;
	return 0;
}

static int add_labels(struct arena *a, const struct draft *d,
	const struct texts *list, const char *place, struct wish *w,
	struct err *err)
{
	for (size_t i = 0; i < list->n; i++)
		if (add_label(a, d, list->v[i], place, w, err))
			return -1;
	return 0;
}

static void add_people(
	struct arena *a, const struct texts *list, struct texts *people)
{
	for (size_t i = 0; i < list->n; i++) {
		const char *name = list->v[i];

		name += *name == '@';
		if (*name && !has_text(people, name))
			*vec_add(a, people) = name;
	}
}

/* The source's is only one when it is a title. */
static const char *choose_milestone(
	const struct run *run, const struct draft *d)
{
	static const char *const WORDS[] = {
		"None", "Any", "Upcoming", "Started"};

	if (*run->s.milestone)
		return run->s.milestone;
	if (*d->head->milestone)
		return d->head->milestone;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (str_iis(str_of(d->source->milestone), WORDS[i]))
			return "";
	return d->source->milestone;
}

/* Two people may have an objective of one title, as in a cascade; the second
 * one gets a key of its own. Of one person it is a mistake, unless forced. */
static const char *make_key(
	struct run *run, const struct draft *d, const struct wishes *wishes)
{
	struct arena *a = run->arena;
	const char *first = issuebody_key(a, d->period, str_of(d->title));
	const char *owner = d->owner ? d->owner : "", *key = first;
	size_t n = 1;

	for (size_t i = 0; i < wishes->n; i++) {
		const struct wish *w = &wishes->v[i];

		if (strcmp(w->key, key) != 0)
			continue;
		if (!run->s.force && str_ieq(str_of(w->owner), str_of(owner)))
			return key;
		key = arena_printf(a, "%s/%zu", first, ++n);
	}
	return key;
}

/* Labels, people and dates; the body is there already. */
static int finish(struct run *run, const struct draft *d, struct str body,
	struct wishes *wishes, struct err *err)
{
	struct arena *a = run->arena;
	const char *milestone = choose_milestone(run, d);
	const char *due = date_text(a, d->period->end);
	struct wish w = {
		.place = d->line ? arena_printf(a, "%s:%d", d->place, d->line)
				 : d->place};

	w.title = issuebody_title(a, str_of(d->title));
	w.owner = d->owner ? d->owner : "";
	w.key = make_key(run, d, wishes);
	w.due = due ? due : "";
	w.parent = d->parent ? d->parent : "";
	w.body = arena_printf(a,
		"%.*s%s" GITLAB_KEY_BEGIN "%s" GITLAB_KEY_END "\n",
		STR_ARG(str_trim_right(body)), body.n ? "\n\n" : "", w.key);
	if (!*w.title)
		return err_set(err, ERR_CONFIG, "%s: an objective has no title",
			w.place);
	if (expand(a, d, milestone, "--milestone", &w.milestone, err) ||
		add_labels(a, d, &d->source->labels, "--source", &w, err) ||
		add_labels(a, d, &d->head->labels, d->place, &w, err) ||
		add_labels(a, d, &run->s.label, "--label", &w, err))
		return -1;
	add_people(a,
		run->s.assignee.n ? &run->s.assignee : &d->head->assignees,
		&w.assignees);
	*vec_add(a, wishes) = w;
	return 0;
}

/* The objective's own period, or that of what it stands in. */
static const struct period *period_of(const struct model *m,
	const struct objective *o, const struct read_options *options)
{
	if (*o->period.name)
		return &o->period;
	return *m->period.name ? &m->period : &options->period;
}

/* What GitLab takes of a title, up to a blank. */
static const char *cut_title(struct arena *a, const char *title)
{
	enum { ROOM = 5 }; /* " ...", and a sign made quiet */
	struct str s = str_of(title);
	size_t chars = 0, end = 0, blank = 0;

	for (size_t i = 0; i < s.n; i++) {
		bool begins = ((unsigned char)s.p[i] & 0xc0) != 0x80;

		chars += begins;
		if (chars + ROOM > ISSUEBODY_TITLE_CHARS)
			break;
		end = begins ? i : end;
		blank = s.p[i] == ' ' ? i : blank;
	}
	end = blank ? blank : end;
	return arena_printf(
		a, "%.*s ...", STR_ARG(str_trim(str_sub(s, 0, end))));
}

/* With --force a sentence that is too long for a title goes into the text. */
static struct objective shortened(struct run *run, const struct objective *old)
{
	struct objective o = *old;
	struct texts notes = {NULL, 0, 0};

	if (!run->s.force || issuebody_title_chars(issuebody_title(run->arena,
				     str_of(o.title))) <= ISSUEBODY_TITLE_CHARS)
		return o;
	*vec_add(run->arena, &notes) = o.title;
	for (size_t i = 0; i < o.notes.n; i++)
		*vec_add(run->arena, &notes) = o.notes.v[i];
	o.notes = notes;
	o.title = cut_title(run->arena, o.title);
	return o;
}

int wish_objective(struct run *run, const struct model *m,
	const struct objective *whole, const struct read_options *options,
	const struct head *head, const struct source_spec *source,
	struct wishes *wishes, struct err *err)
{
	const struct objective fit = shortened(run, whole), *o = &fit;
	const struct draft d = {
		.place = o->source.file,
		.line = o->source.line,
		.title = o->title,
		.parent = issuebody_parent(m, o),
		.owner = *run->s.owner ? run->s.owner : o->owner,
		.team = *run->s.team ? run->s.team : o->team,
		.level = run->s.level ? run->s.level : level_name(o->level),
		.period = period_of(m, o, options),
		.head = head,
		.source = source,
	};
	struct buf b;
	int rc;

	buf_init(&b, ISSUEBODY_BYTES);
	issuebody_write(&b, m, o, d.period);
	rc = buf_finish(&b,
		arena_printf(run->arena, "the text of '%s'", o->title), err);
	if (!rc)
		rc = finish(run, &d,
			str_of(quiet_references(run->arena, buf_str(&b))),
			wishes, err);
	buf_release(&b);
	return rc;
}

/* What a careful reader would say before anything is opened: no today, since
 * what matters in the course of the period does not matter yet, and no parents,
 * which may be in GitLab.  Nothing to measure is a reason to stop.  What the
 * user has switched stays as it is. */
static int lint(struct run *run, struct model *m, struct err *err)
{
	static const char *const SWITCHES[][2] = {
		{"unknown-parent", "off"},
		{"no-key-results", "error"},
	};
	struct grade_options grading;
	struct lint_options options = settings_lint(&run->s);

	options.today = (struct date){0};
	grade_options_init(&grading);
	for (size_t i = 0; i < COUNT_OF(SWITCHES); i++)
		if (!lint_is_switched(&options, SWITCHES[i][0]) &&
			lint_switch(
				&options, SWITCHES[i][0], SWITCHES[i][1], err))
			return -1;
	model_link(run->arena, m);
	grade_model(run->arena, m, &grading);
	lint_model(run->arena, m, &options);
	return 0;
}

/* Prints what is wrong; -1 when that should keep us from opening. */
static int check_findings(
	struct run *run, const struct findings *findings, struct err *err)
{
	size_t errors = 0;

	for (size_t i = 0; i < findings->n; i++) {
		const struct finding *f = &findings->v[i];

		if (f->severity == SEVERITY_INFO && !run->s.verbose)
			continue;
		errors += f->severity == SEVERITY_ERROR;
		say(run, "%s:%d: %s: %s [%s]", f->file, f->line,
			severity_name(f->severity), f->message, f->rule);
	}
	if (!errors || run->s.force)
		return 0;
	return err_set(err, ERR_DATA,
		"%zu error%s in the OKRs, nothing was opened; mend them, or "
		"go on with --force",
		errors, errors == 1 ? "" : "s");
}

/* What a file without front matter says of one issue. */
static struct head head_of(struct run *run,
	const struct outline_remarks *remarks, const struct objective *o)
{
	struct arena *a = run->arena;
	struct head head = {.title = ""};

	head_words(a, str_of(outline_about(a, remarks, o, OUTLINE_LABELS)),
		&head.labels);
	head_words(a, str_of(outline_about(a, remarks, o, OUTLINE_ASSIGNEES)),
		&head.assignees);
	head.milestone = outline_about(a, remarks, o, OUTLINE_MILESTONE);
	return head;
}

static int wish_file(struct run *run, const char *path,
	const struct read_options *options, const struct source_spec *source,
	struct wishes *wishes, struct err *err)
{
	struct outline_remarks remarks = {NULL, 0, 0};
	bool markdown = okrfile_is_markdown(path);
	struct model m;
	struct head head;
	struct str text;

	model_init(&m);
	if (file_read(run->arena, path, FILE_BYTES, &text, err))
		return -1;
	if (snapshot_is(text))
		return err_set(err, ERR_USAGE,
			"'%s' is a snapshot; issues are opened from markdown, "
			"CSV or YAML",
			path);
	if (markdown && head_read(run->arena, text, path, &head, err))
		return -1;
	if (okrfile_read(run, text, path, options, &m, &remarks, NULL, err))
		return -1;
	if (lint(run, &m, err) || check_findings(run, &m.findings, err))
		return -1;
	if (!m.objectives.n)
		return err_set(err, ERR_DATA,
			"no objective found in '%s'; 'okrsync grade --explain "
			"%s' shows what was read",
			path, path);
	for (size_t i = 0; i < m.objectives.n; i++) {
		const struct objective *o = &m.objectives.v[i];

		if (!markdown)
			head = head_of(run, &remarks, o);
		if (wish_objective(
			    run, &m, o, options, &head, source, wishes, err))
			return -1;
	}
	return 0;
}

int wish_files(struct run *run, const struct source_spec *source,
	struct wishes *wishes, struct err *err)
{
	struct read_options options;

	if (gather_read_options(run, &options, err))
		return -1;
	for (size_t i = 0; i < run->s.args.n; i++)
		if (wish_file(run, run->s.args.v[i], &options, source, wishes,
			    err))
			return -1;
	return 0;
}

static int fill_template(struct run *run, const struct draft *d,
	const struct head *head, struct buf *b, struct err *err)
{
	const struct variables vars = make_variables(run->arena, d, false);
	struct buf filled;
	int rc;

	buf_init(&filled, ISSUEBODY_BYTES);
	rc = variables_expand(
		&vars, head->body, d->place, head->body_line, &filled, err);
	if (!rc)
		rc = buf_finish(&filled, d->place, err);
	if (!rc) {
		issuebody_quiet(b, buf_str(&filled));
		rc = buf_finish(b, d->place, err);
	}
	buf_release(&filled);
	return rc;
}

int wish_template(struct run *run, struct str text, const char *file,
	const struct source_spec *source, struct wishes *wishes,
	struct err *err)
{
	struct read_options options;
	struct head head;
	struct draft d = {.place = file,
		.owner = run->s.owner,
		.team = run->s.team,
		.level = run->s.level,
		.period = &options.period,
		.head = &head,
		.source = source};
	struct buf b;
	int rc;

	if (gather_read_options(run, &options, err) ||
		head_read(run->arena, text, file, &head, err))
		return -1;
	if (*run->s.objective ? expand(run->arena, &d, run->s.objective,
					"--title", &d.title, err)
			      : expand(run->arena, &d, head.title, file,
					&d.title, err))
		return -1;
	if (!*d.title)
		return err_set(err, ERR_USAGE,
			"the new issue has no title: give the objective with "
			"--title");
	buf_init(&b, ISSUEBODY_BYTES);
	rc = fill_template(run, &d, &head, &b, err);
	if (!rc)
		rc = finish(run, &d, buf_str(&b), wishes, err);
	buf_release(&b);
	return rc;
}

int wish_check(const struct wishes *wishes, struct err *err)
{
	for (size_t i = 0; i < wishes->n; i++) {
		const struct wish *w = &wishes->v[i];

		if (issuebody_title_chars(w->title) > ISSUEBODY_TITLE_CHARS)
			return err_set(err, ERR_DATA,
				"%s: the title is longer than %d characters, "
				"which GitLab does not take; shorten it, or "
				"let --force do it",
				w->place, ISSUEBODY_TITLE_CHARS);
		for (size_t k = 0; k < i; k++)
			if (strcmp(wishes->v[k].key, w->key) == 0)
				return err_set(err, ERR_DATA,
					"%s: '%s' has the title, period and "
					"owner of %s: give one of them another "
					"title, or go on with --force",
					w->place, w->title, wishes->v[k].place);
	}
	return 0;
}

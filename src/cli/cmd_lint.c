/*
 * okrsync lint: what a careful coach would say about the OKRs, in the form
 * that the caller reads; and the rules themselves, listed and explained.
 */
#include "run_p.h"

#include <unistd.h>

#include "lint.h"
#include "report_p.h"
#include "width.h"

enum {
	OUTPUT_BYTES = 512 * 1024 * 1024,
	REMARK_BYTES = 2048,
	FOLDER_BYTES = 4096,
	NAME_COLUMNS = 30,
	LEVEL_COLUMNS = 8,
};

static void add_list(struct buf *b, const struct lint_options *o)
{
	size_t n;
	const struct lint_rule *rules = lint_rules(&n);

	for (size_t i = 0; i < n; i++) {
		width_pad(b, str_of(rules[i].name), NAME_COLUMNS, 0);
		width_pad(b,
			str_of(lint_level_name(lint_level_of(o, &rules[i]))),
			LEVEL_COLUMNS, 0);
		buf_addf(b, "%s\n", rules[i].words);
	}
}

static void add_indented(struct buf *b, const char *heading, const char *text)
{
	struct str rest = str_of(text), line;

	buf_addf(b, "\n%s:\n\n", heading);
	while (str_take_line(&rest, &line)) {
		buf_adds(b, "    ");
		buf_add(b, line);
		buf_addc(b, '\n');
	}
}

static int add_explanation(
	struct buf *b, const struct settings *s, struct err *err)
{
	const struct lint_rule *rule = lint_rule_find(s->explain_rule);
	const char *near;
	enum lint_level level;

	if (!rule) {
		near = nearest_rule(str_of(s->explain_rule));
		if (near)
			return err_set(err, ERR_USAGE,
				"unknown lint rule '%s'; did you mean '%s'?",
				s->explain_rule, near);
		return err_set(err, ERR_USAGE,
			"unknown lint rule '%s'; 'okrsync lint --list' names "
			"them",
			s->explain_rule);
	}
	level = lint_level_of(&s->lint, rule);
	buf_addf(b, "%s: %s", rule->name, lint_level_name(level));
	if (level != rule->level)
		buf_addf(b, " (%s by default)", lint_level_name(rule->level));
	buf_addf(b, "\n\n%s\n\nFrom: %s\n", rule->words, rule->source);
	add_indented(b, "Good", rule->good);
	add_indented(b, "Bad", rule->bad);
	return 0;
}

/* An argument is a file unless it is an address. */
static int sort_arguments(struct run *run, struct err *err)
{
	struct texts files = {.n = 0}, addresses = {.n = 0};

	for (size_t i = 0; i < run->s.args.n; i++) {
		struct str word = str_of(run->s.args.v[i]);
		bool address = str_istarts(word, "https://") ||
			       str_istarts(word, "http://");

		*vec_add(run->arena, address ? &addresses : &files) =
			run->s.args.v[i];
	}
	if (addresses.n && (files.n || run->s.from.n))
		return err_set(err, ERR_USAGE,
			"there are files and addresses; lint one kind at a "
			"time, or fetch a snapshot first");
	if (addresses.n)
		run->s.source = addresses;
	run->s.args = files;
	return 0;
}

static void tell_findings(const struct run *run, const struct model *m)
{
	struct buf b;

	buf_init(&b, REMARK_BYTES);
	report_totals(&b, &m->findings);
	buf_addf(&b, " in %zu objective%s", m->objectives.n,
		m->objectives.n == 1 ? "" : "s");
	if (m->findings.n) {
		buf_adds(&b, ": ");
		report_counts(run->arena, &b, &m->findings, SEVERITY_INFO);
	}
	if (!m->objectives.n)
		say(run, "no OKRs found; 'man 5 okr' shows how they are "
			 "written, and 'okrsync grade --explain' what was "
			 "read");
	else
		say(run, "%s", b.p);
	buf_release(&b);
}

static bool is_failure(const struct settings *s, const struct findings *all)
{
	if (strcmp(s->fail_on, "never") == 0)
		return false;
	for (size_t i = 0; i < all->n; i++)
		for (int v = (int)all->v[i].severity; v >= SEVERITY_INFO; v--)
			if (strcmp(severity_name((enum severity)v),
				    s->fail_on) == 0)
				return true;
	return false;
}

static int write_out(
	const struct run *run, const struct buf *b, struct err *err)
{
	if (buf_finish(b, "the report", err) ||
		file_write(run->s.output, buf_str(b), err))
		return -1;
	/* Before the remarks on stderr, also where both go to one file. */
	fflush(stdout);
	return 0;
}

/* What the pages of the handbook remember, where there are any. */
static int find_drift(struct run *run, struct model *m, struct err *err)
{
	struct texts paths = {.n = 0};
	struct page_olds olds = {.n = 0};

	pages_old_paths(run->arena, m, &paths);
	for (size_t i = 0; i < paths.n; i++) {
		struct page_old old = {.path = paths.v[i]};
		const char *path = arena_printf(run->arena, "%s/%s/%s",
			run->s.repository, run->s.folder, old.path);

		if (access(path, F_OK) != 0)
			continue;
		if (file_read(run->arena, path, PAGE_BYTES, &old.text, err))
			return -1;
		*vec_add(run->arena, &olds) = old;
	}
	return pages_find_drift(run->arena, m, &olds, run->s.today, err);
}

/* The exit status, or -1. */
static int lint(struct run *run, struct buf *b, struct err *err)
{
	char folder[FOLDER_BYTES];
	struct gathered g;
	struct report r = {.arena = run->arena,
		.lint = &run->s.lint,
		.base = getcwd(folder, sizeof folder) ? folder : "",
		.home = run->s.config};

	if (sort_arguments(run, err) || gather(run, &g, err) ||
		find_drift(run, &g.model, err))
		return -1;
	run->s.lint = settings_lint(&run->s);
	lint_model(run->arena, &g.model, &run->s.lint);
	r.findings = &g.model.findings;
	report_find(run->s.format)->print(b, &r);
	if (write_out(run, b, err))
		return -1;
	tell_findings(run, &g.model);
	return is_failure(&run->s, r.findings);
}

/* Questions about the rules themselves. */
static int tell_rules(struct run *run, struct buf *b, struct err *err)
{
	if (run->s.list)
		add_list(b, &run->s.lint);
	else if (add_explanation(b, &run->s, err))
		return -1;
	return write_out(run, b, err);
}

int cmd_lint(struct run *run, struct err *err)
{
	bool asks = run->s.list || *run->s.explain_rule;
	struct buf b;
	int status;

	buf_init(&b, OUTPUT_BYTES);
	status = asks ? tell_rules(run, &b, err) : lint(run, &b, err);
	buf_release(&b);
	return status;
}

/*
 * okrsync doctor: looks at everything a run needs, changes nothing, and says
 * of each thing whether it is all right and what to do if it is not.
 *
 * Checks stand in one table, in the order in which a person would mend
 * things.  Those that need GitLab are left out when it cannot be asked.
 */
#include "life_p.h"

#include <stdarg.h>
#include <unistd.h>

#include "gitlab_setup.h"
#include "publishing_p.h"

enum {
	CA_BYTES = 16 * 1024 * 1024,
	DEADLINE_S = 60, /* a checkup should not take longer */
	EXPIRY_DAYS = 14,
	CLOCK_S = 60, /* how wrong a clock may be */
	LEVEL_PLANNER = 15,
};

enum verdict { VERDICT_OK, VERDICT_WARN, VERDICT_FAIL };

struct doctor {
	struct run *run;
	struct source_spec source;
	bool has_source;
	struct gitlab *gitlab;
	bool reached; /* GitLab answers */
	struct gitlab_project project;
	bool has_project;
	struct gitlab_server server;
	int counts[VERDICT_FAIL + 1];
};

static void tell(struct doctor *d, enum verdict verdict, const char *fmt, ...)
	PRINTF(3, 4);

static void tell(struct doctor *d, enum verdict verdict, const char *fmt, ...)
{
	static const char *const WORDS[] = {"ok", "warn", "fail"};
	enum { TEXT_BYTES = 4096 };
	struct buf b;
	va_list ap;

	buf_init(&b, TEXT_BYTES);
	va_start(ap, fmt);
	buf_vaddf(&b, fmt, ap);
	va_end(ap);
	d->counts[verdict]++;
	answer("%-4s  %s", WORDS[verdict], b.p);
	buf_release(&b);
}

/* --- without GitLab --- */

static void check_config(struct doctor *d)
{
	const char *config = d->run->s.config;
	struct read_options unused;
	struct err err = ERR_INIT;

	if (d->run->config_error)
		tell(d, VERDICT_FAIL,
			"config - %s; until that is mended, defaults and "
			"flags are looked at instead",
			d->run->config_error);
	else if (gather_read_options(d->run, &unused, &err))
		tell(d, VERDICT_FAIL, "config - %s", err.text);
	else if (access(config, R_OK) == 0)
		tell(d, VERDICT_OK, "config - '%s' is right", config);
	else
		tell(d, VERDICT_WARN,
			"config - there is no '%s' here, so defaults and flags "
			"count; 'okrsync init' writes one",
			config);
}

static void check_ca(struct doctor *d)
{
	const char *file = d->run->s.ca_file;
	struct err err = ERR_INIT;
	struct str text;

	if (!*file)
		tell(d, VERDICT_OK,
			"ca-file - none is set: the system's certificates "
			"are trusted");
	else if (file_read(d->run->arena, file, CA_BYTES, &text, &err))
		tell(d, VERDICT_FAIL,
			"ca-file - %s; set 'ca-file' to a file of "
			"certificates, or take it out",
			err.text);
	else if (str_find(text, STR("-----BEGIN CERTIFICATE-----")) == STR_NONE)
		tell(d, VERDICT_FAIL,
			"ca-file - '%s' holds no certificate; it must be in "
			"PEM form ('-----BEGIN CERTIFICATE-----')",
			file);
	else
		tell(d, VERDICT_OK, "ca-file - '%s' holds certificates", file);
}

/* What the beginning of a token tells about it. */
static const struct token_kind {
	const char *prefix, *name;
	bool useless; /* cannot read issues */
} TOKEN_KINDS[] = {
	{"glpat-", "a personal, project or group access token", false},
	{"gloas-", "an OAuth token", false},
	{"glcbt-", "a CI job token", true},
	{"gldt-", "a deploy token", true},
	{"glptt-", "a pipeline trigger token", true},
	{"glrt-", "a runner token", true},
	{"glft-", "a feed token", true},
	{"glimt-", "an incoming mail token", true},
	{"glagent-", "a cluster agent token", true},
};

static void check_token(struct doctor *d)
{
	struct str token = str_of(d->run->token);
	const char *name = "an access token";

	if (!token.n) {
		tell(d, VERDICT_FAIL,
			"token - there is none: put one with scope read_api "
			"(api, to write into GitLab) into OKRSYNC_TOKEN");
		return;
	}
	for (size_t i = 0; i < COUNT_OF(TOKEN_KINDS); i++) {
		const struct token_kind *k = &TOKEN_KINDS[i];

		if (!str_starts(token, k->prefix))
			continue;
		name = k->name;
		if (!k->useless)
			break;
		tell(d, VERDICT_FAIL,
			"token - it is %s, which cannot read issues: put a "
			"project or personal access token into OKRSYNC_TOKEN",
			name);
		return;
	}
	if (str_trim(token).n != token.n)
		tell(d, VERDICT_FAIL,
			"token - there is white space around it: take it out "
			"of the variable");
	else
		tell(d, VERDICT_OK, "token - it is %s", name);
}

static void check_source(struct doctor *d)
{
	struct run *run = d->run;
	struct err err = ERR_INIT;

	if (!run->s.source.n) {
		tell(d, VERDICT_FAIL,
			"source - there is none: set 'source' in '%s' to the "
			"address of a board or project",
			run->s.config);
		return;
	}
	for (size_t i = run->s.source.n; i-- > 0;)
		if (source_parse(run->arena, str_of(run->s.source.v[i]),
			    run->s.gitlab, &d->source, &err)) {
			tell(d, VERDICT_FAIL, "source - %s", err.text);
			return;
		}
	d->has_source = true;
	tell(d, VERDICT_OK, "source - '%s' of %s%s", d->source.path,
		d->source.web, run->s.source.n > 1 ? ", and others" : "");
}

/* --- GitLab --- */

static void check_server(struct doctor *d)
{
	struct run *run = d->run;
	struct err err = ERR_INIT;
	struct str version;
	long major = 0;

	if (!d->has_source)
		return;
	if (run->s.deadline > DEADLINE_S)
		run->s.deadline = DEADLINE_S;
	d->gitlab = gather_gitlab(run, &d->source, &err);
	if (!d->gitlab ||
		gitlab_server_get(d->gitlab, run->arena, &d->server, &err)) {
		tell(d, VERDICT_FAIL, "gitlab - %s", err.text);
		return;
	}
	d->reached = true;
	version = str_of(d->server.version);
	if (str_take_number(&version, 1000, &major) && major < 15)
		tell(d, VERDICT_WARN,
			"gitlab - %s runs version %s; 15.5 or newer is what "
			"okrsync is made for",
			d->source.web, d->server.version);
	else
		tell(d, VERDICT_OK, "gitlab - %s runs version %s",
			d->source.web, d->server.version);
}

static void check_clock(struct doctor *d)
{
	int64_t off = d->run->now - d->server.clock;

	if (!d->reached)
		return;
	off = off < 0 ? -off : off;
	if (!d->server.clock)
		tell(d, VERDICT_OK, "clock - GitLab does not tell the time");
	else if (off > CLOCK_S)
		tell(d, VERDICT_WARN,
			"clock - it is %ld seconds %s GitLab's: set this "
			"machine's clock, or commits and check-ins get wrong "
			"days",
			(long)off,
			d->run->now < d->server.clock ? "behind" : "ahead of");
	else
		tell(d, VERDICT_OK, "clock - it agrees with GitLab's");
}

static bool has_scope(const struct gitlab_token *token, const char *scope)
{
	return texts_find(&token->scopes, scope) < token->scopes.n;
}

static void check_scopes(struct doctor *d, const struct gitlab_token *token)
{
	const char *scopes = texts_join(d->run->arena, &token->scopes, ", ");

	if (!has_scope(token, "api") && !has_scope(token, "read_api"))
		tell(d, VERDICT_FAIL,
			"scopes - the token has %s, but reading issues needs "
			"read_api: make a new one",
			*scopes ? scopes : "none");
	else if (!has_scope(token, "api"))
		tell(d, VERDICT_WARN,
			"scopes - %s is enough to read; 'open', 'remind', "
			"'close' and write-back need a token with api%s",
			scopes,
			has_scope(token, "write_repository")
				? ""
				: ", and pushing over https needs "
				  "write_repository");
	else
		tell(d, VERDICT_OK, "scopes - %s", scopes);
}

static void check_expiry(struct doctor *d, const struct gitlab_token *token)
{
	const char *day;
	long days;

	if (!date_is_set(token->expires)) {
		tell(d, VERDICT_OK, "expiry - the token does not expire");
		return;
	}
	days = date_diff(d->run->s.today, token->expires);
	day = arena_printf(d->run->arena, "%04d-%02d-%02d", token->expires.year,
		token->expires.month, token->expires.day);
	if (days <= 0)
		tell(d, VERDICT_FAIL,
			"expiry - the token expired on %s: make a new one",
			day);
	else if (days <= EXPIRY_DAYS)
		tell(d, VERDICT_WARN,
			"expiry - the token expires on %s, in %ld day%s: make "
			"a new one before",
			day, days, days == 1 ? "" : "s");
	else
		tell(d, VERDICT_OK, "expiry - the token is good until %s", day);
}

static void check_rights(struct doctor *d)
{
	struct err err = ERR_INIT;
	struct gitlab_token token;

	if (!d->reached || !*d->run->token)
		return;
	if (gitlab_token_get(d->gitlab, d->run->arena, &token, &err)) {
		tell(d, VERDICT_FAIL, "scopes - %s", err.text);
		return;
	}
	if (!token.known) {
		tell(d, VERDICT_WARN,
			"scopes - this GitLab does not tell what the token "
			"may do; it needs read_api, or api to write");
		return;
	}
	check_scopes(d, &token);
	check_expiry(d, &token);
}

static const char *role_name(int level)
{
	static const struct {
		int level;
		const char *name;
	} ROLES[] = {{50, "owner"}, {40, "maintainer"}, {30, "developer"},
		{20, "reporter"}, {15, "planner"}, {10, "guest"}};

	for (size_t i = 0; i < COUNT_OF(ROLES); i++)
		if (level >= ROLES[i].level)
			return ROLES[i].name;
	return "no member";
}

static void check_role(struct doctor *d)
{
	struct err err = ERR_INIT;
	const char *path = d->project.path;
	int level;

	if (gitlab_access(d->gitlab, d->run->arena, &d->project, &level, &err))
		tell(d, VERDICT_FAIL, "role - %s", err.text);
	else if (level < LEVEL_PLANNER)
		tell(d, VERDICT_WARN,
			"role - the token is %s of '%s': confidential issues, "
			"labels and closing need Planner or Reporter",
			role_name(level), path);
	else
		tell(d, VERDICT_OK, "role - the token is %s of '%s'",
			role_name(level), path);
}

static void check_project(struct doctor *d)
{
	struct err err = ERR_INIT;

	if (!d->reached)
		return;
	if (d->source.kind == SOURCE_GROUP && !d->source.may_be_group) {
		tell(d, VERDICT_OK,
			"project - the source is a group: labels, board and "
			"template are not looked at");
		return;
	}
	if (gitlab_project_get(d->gitlab, d->run->arena, d->source.path,
		    &d->project, &err)) {
		tell(d, VERDICT_FAIL, "project - %s", err.text);
		return;
	}
	d->has_project = true;
	if (!d->project.issues)
		tell(d, VERDICT_FAIL,
			"project - issues are turned off in '%s': turn them on "
			"in its settings, under 'Visibility, project features, "
			"permissions'",
			d->project.path);
	else
		tell(d, VERDICT_OK, "project - '%s' has issues",
			d->project.path);
	check_role(d);
}

/* Names of the states that none of the labels means. */
static const char *missing_states(
	const struct doctor *d, const struct texts *labels)
{
	struct arena *a = d->run->arena;
	struct texts missing = {NULL, 0, 0};

	for (int s = STATE_DRAFT; s <= STATE_CLOSED; s++) {
		size_t i = 0;

		while (i < labels->n &&
			(int)label_meaning(a, &d->run->s.labels, labels->v[i])
					.state != s)
			i++;
		if (i == labels->n)
			*vec_add(a, &missing) = state_name((enum state)s);
	}
	return texts_join(a, &missing, ", ");
}

static void check_labels(struct doctor *d)
{
	struct texts labels = {NULL, 0, 0};
	struct err err = ERR_INIT;
	const char *missing;

	if (!d->has_project)
		return;
	if (gitlab_label_names(
		    d->gitlab, d->run->arena, &d->project, &labels, &err)) {
		tell(d, VERDICT_FAIL, "labels - %s", err.text);
		return;
	}
	missing = missing_states(d, &labels);
	if (*missing)
		tell(d, VERDICT_WARN,
			"labels - none means %s; 'okrsync init "
			"--create-labels' makes them, or map yours under "
			"'labels'",
			missing);
	else
		tell(d, VERDICT_OK,
			"labels - there is one for each state (draft, review, "
			"active, closed)");
}

static const struct gitlab_board *choose_board(
	const struct doctor *d, const struct gitlab_boards *boards)
{
	for (size_t i = 0; i < boards->n; i++)
		if (d->source.board <= 0 || boards->v[i].id == d->source.board)
			return &boards->v[i];
	return NULL;
}

static void check_board(struct doctor *d)
{
	struct gitlab_boards boards = {NULL, 0, 0};
	const struct gitlab_board *board;
	struct err err = ERR_INIT;
	const char *missing;

	if (!d->has_project)
		return;
	if (gitlab_boards_get(
		    d->gitlab, d->run->arena, &d->project, &boards, &err)) {
		tell(d, VERDICT_FAIL, "board - %s", err.text);
		return;
	}
	board = choose_board(d, &boards);
	if (!board && d->source.board > 0) {
		tell(d, VERDICT_FAIL,
			"board - '%s' has no board %lld: copy the address "
			"again",
			d->project.path, (long long)d->source.board);
		return;
	}
	if (!board) {
		tell(d, VERDICT_WARN,
			"board - '%s' has none; 'okrsync init --create-board' "
			"makes one",
			d->project.path);
		return;
	}
	missing = missing_states(d, &board->lists);
	if (*missing)
		tell(d, VERDICT_WARN,
			"board - '%s' has no list for %s; add one for the "
			"label of each state",
			board->name, missing);
	else
		tell(d, VERDICT_OK, "board - '%s' has a list for each state",
			board->name);
}

static void check_template(struct doctor *d)
{
	struct texts names = {NULL, 0, 0};
	struct err err = ERR_INIT;

	if (!d->has_project)
		return;
	if (gitlab_template_names(
		    d->gitlab, d->run->arena, &d->project, &names, &err))
		tell(d, VERDICT_WARN, "template - %s", err.text);
	else if (!names.n)
		tell(d, VERDICT_WARN,
			"template - '%s' has no issue template; 'okrsync "
			"init' writes one, to be committed as "
			".gitlab/issue_templates/OKR.md",
			d->project.path);
	else
		tell(d, VERDICT_OK, "template - '%s' has %s", d->project.path,
			texts_join(d->run->arena, &names, ", "));
}

static void check_limits(struct doctor *d)
{
	const struct settings *s = &d->run->s;
	struct err err = ERR_INIT;
	long issues;

	if (!d->has_project)
		return;
	if (gitlab_issue_count(
		    d->gitlab, d->run->arena, &d->project, &issues, &err))
		tell(d, VERDICT_FAIL, "limits - %s", err.text);
	else if (issues > s->max_issues)
		tell(d, VERDICT_WARN,
			"limits - '%s' has %ld issues, more than 'max-issues' "
			"(%ld): narrow the source by labels, or raise it",
			d->project.path, issues, s->max_issues);
	else if (d->server.left >= 0 && d->server.left < d->server.limit / 10)
		tell(d, VERDICT_WARN,
			"limits - only %ld of %ld requests a minute are left: "
			"somebody else uses this token, or wait a little",
			d->server.left, d->server.limit);
	else
		tell(d, VERDICT_OK, "limits - %s issues, %s requests a minute",
			issues < 0 ? "more than 10,000"
				   : arena_printf(d->run->arena, "%ld", issues),
			d->server.limit < 0 ? "any number of"
					    : arena_printf(d->run->arena, "%ld",
						      d->server.limit));
}

/* --- the repository --- */

/* How many commits deep a shallow clone is we cannot say, only that it is. */
static bool is_shallow(struct doctor *d)
{
	const char *path = arena_printf(
		d->run->arena, "%s/.git/shallow", d->run->s.repository);

	return access(path, F_OK) == 0;
}

static void check_folder(struct doctor *d)
{
	const char *folder = d->run->s.repository;

	if (access(folder, F_OK) != 0)
		tell(d, VERDICT_FAIL,
			"repository - there is no folder '%s': set "
			"'repository'",
			folder);
	else if (access(folder, W_OK | X_OK) != 0)
		tell(d, VERDICT_FAIL,
			"repository - the folder '%s' cannot be written to",
			folder);
	else
		tell(d, VERDICT_OK, "repository - files go into '%s'", folder);
}

/* Opens it as sync would: that reads, and writes nothing. */
static void check_way(struct doctor *d)
{
	struct run *run = d->run;
	const struct gathered g = {
		.source_url = "",
		.source_name = "",
		.host = d->has_source ? gather_host(run->arena, d->source.web)
				      : "",
	};
	struct err err = ERR_INIT;
	struct publish *publish = NULL;
	struct way way;

	if (!way_choose(run, &g, &way, &err))
		publish = way_open(run, &way, &err);
	if (publish)
		tell(d, VERDICT_OK, "repository - pages go to %s",
			publish_where(publish));
	else
		tell(d, VERDICT_FAIL, "repository - %s", err.text);
	if (publish && way.o.way == PUBLISH_GIT && !is_shallow(d))
		tell(d, VERDICT_OK, "depth - the clone is whole");
	if (is_shallow(d))
		tell(d, VERDICT_WARN,
			"depth - '%s' is a shallow clone, which git can push "
			"from only while it has the branch's newest commit: "
			"set GIT_DEPTH: 0 in the job, or publish through the "
			"API",
			run->s.repository);
	publish_close(publish);
	way_close(&way);
}

static void check_repository(struct doctor *d)
{
	if (strcmp(d->run->s.publish, "files") == 0)
		check_folder(d);
	else
		check_way(d);
}

static void (*const CHECKS[])(struct doctor *d) = {
	check_config,
	check_ca,
	check_token,
	check_source,
	check_server,
	check_clock,
	check_rights,
	check_project,
	check_labels,
	check_board,
	check_template,
	check_limits,
	check_repository,
};

int cmd_doctor(struct run *run, struct err *err)
{
	struct doctor d = {.run = run, .project = {.path = ""}};

	(void)err;
	for (size_t i = 0; i < COUNT_OF(CHECKS); i++)
		CHECKS[i](&d);
	gitlab_close(d.gitlab);
	say(run, "%d ok, %d to look at, %d failed", d.counts[VERDICT_OK],
		d.counts[VERDICT_WARN], d.counts[VERDICT_FAIL]);
	return d.counts[VERDICT_FAIL] ? 1 : 0;
}

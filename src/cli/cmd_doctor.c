/*
 * okrsync doctor: looks at everything a run needs, changes nothing, and says
 * of each thing whether it is all right and what to do if it is not.
 *
 * Checks stand in one table, in the order in which a person would mend
 * things.  Those that need GitLab are left out when it cannot be asked.  Here
 * are the frame, and the checks of what we were given: settings, certificates,
 * token, source.
 */
#include "doctor_p.h"

#include <assert.h>
#include <stdarg.h>
#include <unistd.h>

enum { CA_BYTES = 16 * 1024 * 1024 };

void doctor_tell(struct doctor *d, enum verdict verdict, const char *fmt, ...)
{
	static const char *const WORDS[] = {"ok", "warn", "fail"};
	enum { TEXT_BYTES = 4096 };
	struct buf b;
	va_list ap;

	assert((size_t)verdict < COUNT_OF(WORDS));
	buf_init(&b, TEXT_BYTES);
	va_start(ap, fmt);
	buf_vaddf(&b, fmt, ap);
	va_end(ap);
	d->counts[verdict]++;
	answer("%-4s  %s", WORDS[verdict], b.p);
	buf_release(&b);
}

static void check_config(struct doctor *d)
{
	const char *config = d->run->s.config;
	struct read_options unused;
	struct err err = ERR_INIT;

	if (d->run->config_error)
		doctor_tell(d, VERDICT_FAIL,
			"config - %s; until that is mended, defaults and "
			"flags are looked at instead",
			d->run->config_error);
	else if (gather_read_options(d->run, &unused, &err))
		doctor_tell(d, VERDICT_FAIL, "config - %s", err.text);
	else if (access(config, R_OK) == 0)
		doctor_tell(d, VERDICT_OK, "config - '%s' is right", config);
	else
		doctor_tell(d, VERDICT_WARN,
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
		doctor_tell(d, VERDICT_OK,
			"ca-file - none is set: the system's certificates "
			"are trusted");
	else if (file_read(d->run->arena, file, CA_BYTES, &text, &err))
		doctor_tell(d, VERDICT_FAIL,
			"ca-file - %s; set 'ca-file' to a file of "
			"certificates, or take it out",
			err.text);
	else if (str_find(text, STR("-----BEGIN CERTIFICATE-----")) == STR_NONE)
		doctor_tell(d, VERDICT_FAIL,
			"ca-file - '%s' holds no certificate; it must be in "
			"PEM form ('-----BEGIN CERTIFICATE-----')",
			file);
	else
		doctor_tell(d, VERDICT_OK, "ca-file - '%s' holds certificates",
			file);
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
		doctor_tell(d, VERDICT_FAIL,
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
		doctor_tell(d, VERDICT_FAIL,
			"token - it is %s, which cannot read issues: put a "
			"project or personal access token into OKRSYNC_TOKEN",
			name);
		return;
	}
	if (str_trim(token).n != token.n)
		doctor_tell(d, VERDICT_FAIL,
			"token - there is white space around it: take it out "
			"of the variable");
	else
		doctor_tell(d, VERDICT_OK, "token - it is %s", name);
}

static void check_source(struct doctor *d)
{
	struct run *run = d->run;
	struct err err = ERR_INIT;

	if (!run->s.source.n) {
		doctor_tell(d, VERDICT_FAIL,
			"source - there is none: set 'source' in '%s' to the "
			"address of a board or project",
			run->s.config);
		return;
	}
	for (size_t i = run->s.source.n; i-- > 0;)
		if (source_parse(run->arena, str_of(run->s.source.v[i]),
			    run->s.gitlab, &d->source, &err)) {
			doctor_tell(d, VERDICT_FAIL, "source - %s", err.text);
			return;
		}
	d->has_source = true;
	doctor_tell(d, VERDICT_OK, "source - '%s' of %s%s", d->source.path,
		d->source.web, run->s.source.n > 1 ? ", and others" : "");
}

static void (*const CHECKS[])(struct doctor *d) = {
	check_config,
	check_ca,
	check_token,
	check_source,
	doctor_check_server,
	doctor_check_clock,
	doctor_check_rights,
	doctor_check_project,
	doctor_check_labels,
	doctor_check_board,
	doctor_check_template,
	doctor_check_limits,
	doctor_check_repository,
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

/*
 * The one table of settings: key, flag, type, default, words.  The command
 * line, the config and their manuals are all read from here.
 */
#include "cli_p.h"

#include <assert.h>
#include <stdlib.h>

static const char *const LAYOUTS[] = {"table", "cascade", NULL};
static const char *const WAYS[] = {"auto", "git", "api", "files", NULL};
static const char *const LEVELS[] = {
	"company", "department", "group", "individual", NULL};
static const char *const FORMATS[] = {"text", "markdown", "json", "ics", NULL};
static const char *const REPORTS[] = {
	"text", "json", "junit", "codequality", "sarif", NULL};
static const char *const FAILURES[] = {
	"error", "warning", "info", "never", NULL};
static const char *const BANDS[] = {"playbook", "85/70", "30/70/100", NULL};

static const char *const WRITE_BACK[] = {
	"off", "comment", "labels", "all", NULL};
static const char *const OUTCOMES[] = {
	"achieved", "missed", "cancelled", "carried-over", NULL};

#define AT(member) .offset = offsetof(struct settings, member)

static const struct setting SETTINGS[] = {
	{.name = "source",
		.arg = "URL",
		.type = SETTING_LIST,
		AT(source),
		.commands = FOR_GITLAB | FOR_OPEN,
		.help = "board, issue list, project or group in GitLab: its "
			"address as copied from the browser, or its path"},
	{.name = "from",
		.arg = "FILE",
		.type = SETTING_LIST,
		AT(from),
		.commands = FOR_FILES,
		.flag_only = true,
		.help = "read this snapshot or markdown file, not GitLab"},
	{.name = "gitlab",
		.arg = "URL",
		.type = SETTING_TEXT,
		AT(gitlab),
		.env = "CI_SERVER_URL",
		.fallback = "https://gitlab.com",
		.commands = FOR_GITLAB | FOR_OPEN,
		.help = "the instance that paths without a host belong to"},
	{.name = "ca-file",
		.arg = "FILE",
		.type = SETTING_TEXT,
		AT(ca_file),
		.env = "CI_SERVER_TLS_CA_FILE",
		.fallback = "",
		.commands = FOR_GITLAB | FOR_OPEN,
		.help = "certificates to trust (PEM), for GitLab and git"},
	{.name = "notes",
		.type = SETTING_SWITCH,
		AT(notes),
		.fallback = "on",
		.commands = FOR_GITLAB,
		.help = "read check-ins from the issues' comments"},
	{.name = "label-events",
		.type = SETTING_SWITCH,
		AT(label_events),
		.fallback = "off",
		.commands = FOR_GITLAB,
		.help = "read when labels were added and removed, one "
			"request for each issue that changed"},
	{.name = "work-items",
		.type = SETTING_SWITCH,
		AT(work_items),
		.fallback = "off",
		.commands = FOR_GITLAB,
		.help = "read progress, health, dates and parents of GitLab's "
			"own objectives and key results, by GraphQL"},
	{.name = "confidential",
		.type = SETTING_SWITCH,
		AT(confidential),
		.fallback = "off",
		.commands = FOR_READ | FOR_FETCH,
		.help = "publish confidential issues too; without it their "
			"text is kept nowhere, snapshots included"},
	{.name = "deadline",
		.arg = "SECONDS",
		.type = SETTING_NUMBER,
		AT(deadline),
		.min = 1,
		.max = 86400,
		.fallback = "600",
		.commands = FOR_GITLAB | FOR_OPEN,
		.help = "give up when GitLab takes longer in all"},
	{.name = "max-issues",
		.arg = "N",
		.type = SETTING_NUMBER,
		AT(max_issues),
		.min = 1,
		.max = 10000000,
		.fallback = "100000",
		.commands = FOR_GITLAB,
		.help = "stop when a source holds more issues than that"},
	{.name = "lanes",
		.arg = "N",
		.type = SETTING_NUMBER,
		AT(lanes),
		.min = 1,
		.max = 32,
		.fallback = "8",
		.commands = FOR_GITLAB,
		.help = "requests under way at once"},
	{.name = "cache",
		.arg = "FILE",
		.type = SETTING_TEXT,
		AT(cache),
		.fallback = ".okrsync/cache.db",
		.commands = FOR_GITLAB,
		.may_lack = true,
		.help = "what GitLab answered last time is kept there, so that "
			"only changes are asked for; --no-cache does without"},
	{.name = "period",
		.arg = "PERIOD",
		.type = SETTING_TEXT,
		AT(period),
		.fallback = "",
		.commands = FOR_DATES | FOR_OPEN,
		.help = "period of OKRs that name none, such as FY24-Q1"},
	{.name = "fiscal-start",
		.arg = "MONTH",
		.type = SETTING_MONTH,
		AT(fiscal_start),
		.fallback = "February",
		.commands = FOR_DATES | FOR_OPEN,
		.help = "month that fiscal years begin with"},
	{.name = "fiscal",
		.type = SETTING_SWITCH,
		AT(fiscal),
		.fallback = "on",
		.commands = FOR_CALENDAR,
		.help = "a day's quarter is that of the fiscal year, not of "
			"the calendar year"},
	{.name = "labels",
		.arg = "LABEL=MEANING",
		.type = SETTING_LABELS,
		AT(labels),
		.commands = FOR_READ | FOR_DOCTOR | FOR_INIT,
		.help = "what a label of yours means: state:review, "
			"health:at risk, outcome:achieved, level:company, "
			"type:committed, team, region, priority, key result, "
			"ignore"},
	{.name = "bands",
		.arg = "PRESET",
		.type = SETTING_CHOICE,
		AT(bands),
		.choices = BANDS,
		.fallback = "playbook",
		.commands = FOR_READ,
		.help = "names for grades: playbook (0.7 and 0.4), 85/70 or "
			"30/70/100"},
	{.name = "stale-days",
		.arg = "DAYS",
		.type = SETTING_NUMBER,
		AT(stale_days),
		.min = 1,
		.max = 3650,
		.fallback = "14",
		.commands = FOR_READ,
		.help = "a reading older than that is stale"},
	{.name = "roll-up",
		.type = SETTING_SWITCH,
		AT(roll_up),
		.fallback = "off",
		.commands = FOR_READ,
		.help = "count child objectives in their parent's grade"},
	{.name = "rules",
		.arg = "NAME=LEVEL",
		.type = SETTING_RULES,
		AT(lint),
		.commands = FOR_READ | FOR_OPEN,
		.help = "switch a rule: off, info, warning or error; "
			"'okrsync lint --list' names them"},
	{.name = "fail-on",
		.arg = "LEVEL",
		.type = SETTING_CHOICE,
		AT(fail_on),
		.choices = FAILURES,
		.fallback = "error",
		.commands = FOR_LINT,
		.help = "exit with 1 when a finding is that bad: error, "
			"warning, info or never"},
	{.name = "layout",
		.arg = "NAME",
		.type = SETTING_CHOICE,
		AT(layout),
		.choices = LAYOUTS,
		.fallback = "table",
		.commands = FOR_PAGES,
		.help = "how period pages look: table or cascade"},
	{.name = "title",
		.arg = "TEXT",
		.type = SETTING_TEXT,
		AT(title),
		.fallback = "OKRs",
		.commands = FOR_PAGES,
		.help = "title of the index page"},
	{.name = "mermaid",
		.type = SETTING_SWITCH,
		AT(mermaid),
		.fallback = "off",
		.commands = FOR_PAGES,
		.help = "draw what supports what as a Mermaid diagram"},
	{.name = "templates",
		.arg = "FOLDER",
		.type = SETTING_TEXT,
		AT(templates),
		.fallback = "",
		.commands = FOR_PAGES,
		.help = "your own templates; what is missing there is ours"},
	{.name = "publish",
		.arg = "WAY",
		.type = SETTING_CHOICE,
		AT(publish),
		.choices = WAYS,
		.fallback = "auto",
		.commands = FOR_PAGES | FOR_DOCTOR,
		.help = "auto, git, api or files: commit and push, commit "
			"through GitLab without a clone, or write a folder; "
			"auto is git in a clone, else api"},
	{.name = "project",
		.arg = "PATH",
		.type = SETTING_TEXT,
		AT(project),
		.env = "CI_PROJECT_PATH",
		.fallback = "",
		.commands = FOR_PAGES | FOR_DOCTOR,
		.help = "the handbook's project in GitLab; for api and merge "
			"requests"},
	{.name = "repository",
		.arg = "FOLDER",
		.type = SETTING_TEXT,
		AT(repository),
		.env = "CI_PROJECT_DIR",
		.fallback = ".",
		.commands = FOR_PAGES | FOR_DOCTOR | FOR_INIT,
		.help = "the handbook's clone, or the folder to write into"},
	{.name = "folder",
		.arg = "PATH",
		.type = SETTING_TEXT,
		AT(folder),
		.fallback = "okrs",
		.commands = FOR_PAGES | FOR_DOCTOR | FOR_INIT,
		.help = "folder of the pages inside the repository"},
	{.name = "branch",
		.arg = "NAME",
		.type = SETTING_TEXT,
		AT(branch),
		.env = "CI_DEFAULT_BRANCH",
		.fallback = "",
		.commands = FOR_PAGES | FOR_DOCTOR,
		.help = "branch to commit to; default: the remote's own"},
	{.name = "remote",
		.arg = "NAME",
		.type = SETTING_TEXT,
		AT(remote),
		.fallback = "origin",
		.commands = FOR_PAGES | FOR_DOCTOR,
		.help = "remote or address to push to; \"\" does not push"},
	{.name = "author-name",
		.arg = "NAME",
		.type = SETTING_TEXT,
		AT(author_name),
		.fallback = "okrsync",
		.commands = FOR_SYNC,
		.help = "author of the commit"},
	{.name = "author-email",
		.arg = "ADDRESS",
		.type = SETTING_TEXT,
		AT(author_email),
		.fallback = "okrsync@localhost",
		.commands = FOR_SYNC,
		.help = "their mail address"},
	{.name = "message",
		.arg = "TEXT",
		.type = SETTING_TEXT,
		AT(message),
		.fallback = "okrs: bring pages up to date",
		.commands = FOR_SYNC,
		.help = "message of the commit"},
	{.name = "overwrite",
		.type = SETTING_SWITCH,
		AT(overwrite),
		.fallback = "off",
		.commands = FOR_PAGES,
		.help = "replace our part of pages where it was edited "
			"by hand"},
	{.name = "write-back",
		.arg = "WHAT",
		.type = SETTING_CHOICE,
		AT(write_back),
		.choices = WRITE_BACK,
		.fallback = "off",
		.commands = FOR_PAGES,
		.help = "write into the issues: off, comment (grades), labels "
			"(health) or all"},
	{.name = "quiet-days",
		.arg = "DAYS",
		.type = SETTING_LIST,
		AT(quiet_days),
		.commands = FOR_REMIND,
		.help = "days without reminders: 2025-12-24 or "
			"2025-12-20..2026-01-02"},
	{.name = "remind-days",
		.arg = "DAYS",
		.type = SETTING_NUMBER,
		AT(remind_days),
		.min = 1,
		.max = 365,
		.fallback = "7",
		.commands = FOR_REMIND,
		.help = "at most one reminder an OKR in so many days"},
	{.name = "no-reminder",
		.arg = "LABEL",
		.type = SETTING_TEXT,
		AT(no_reminder),
		.fallback = "okr-no-reminder",
		.commands = FOR_REMIND | FOR_INIT,
		.help = "label that keeps reminders away"},
	{.name = "prune",
		.type = SETTING_SWITCH,
		AT(prune),
		.fallback = "on",
		.commands = FOR_PAGES,
		.help = "remove pages of ours that have no OKRs any more and "
			"that nobody has written in"},
	{.name = "merge-request",
		.type = SETTING_SWITCH,
		AT(merge_request),
		.fallback = "off",
		.commands = FOR_PAGES,
		.help = "keep one merge request open; pages are committed to "
			"a branch of its own"},
	{.name = "mr-branch",
		.arg = "NAME",
		.type = SETTING_TEXT,
		AT(mr_branch),
		.fallback = "okrsync/pages",
		.commands = FOR_PAGES,
		.help = "that branch"},
	{.name = "mr-title",
		.arg = "TEXT",
		.type = SETTING_TEXT,
		AT(mr_title),
		.fallback = "Bring OKR pages up to date",
		.commands = FOR_PAGES,
		.help = "title of the merge request"},
	{.name = "mr-labels",
		.arg = "LABEL",
		.type = SETTING_LIST,
		AT(mr_labels),
		.commands = FOR_PAGES,
		.help = "label it should have; others are left alone"},
	{.name = "mr-draft",
		.type = SETTING_SWITCH,
		AT(mr_draft),
		.fallback = "off",
		.commands = FOR_PAGES,
		.help = "open it as a draft"},
	{.name = "mr-reviewers",
		.arg = "NAME",
		.type = SETTING_LIST,
		AT(mr_reviewers),
		.commands = FOR_PAGES,
		.help = "user to ask for a review when it is opened"},
	{.name = "template",
		.arg = "NAME",
		.type = SETTING_TEXT,
		AT(template),
		.fallback = "",
		.commands = FOR_OPEN,
		.flag_only = true,
		.letter = 't',
		.help = "open one issue from this template: the project's, "
			"else ours (objective); with a slash, a file"},
	{.name = "title",
		.arg = "TEXT",
		.type = SETTING_TEXT,
		AT(objective),
		.fallback = "",
		.commands = FOR_OPEN,
		.flag_only = true,
		.help = "title of that issue, the objective"},
	{.name = "carry-over",
		.arg = "PERIOD",
		.type = SETTING_TEXT,
		AT(carry_over),
		.fallback = "",
		.commands = FOR_OPEN,
		.flag_only = true,
		.help = "open what is unfinished of that period again"},
	{.name = "to",
		.arg = "PERIOD",
		.type = SETTING_TEXT,
		AT(to),
		.fallback = "",
		.commands = FOR_OPEN,
		.flag_only = true,
		.help = "for that period"},
	{.name = "owner",
		.arg = "NAME",
		.type = SETTING_TEXT,
		AT(owner),
		.fallback = "",
		.commands = FOR_OPEN,
		.flag_only = true,
		.help = "value of %{owner} in templates and labels"},
	{.name = "team",
		.arg = "NAME",
		.type = SETTING_TEXT,
		AT(team),
		.fallback = "",
		.commands = FOR_OPEN,
		.flag_only = true,
		.help = "value of %{team}"},
	{.name = "level",
		.arg = "LEVEL",
		.type = SETTING_CHOICE,
		AT(level),
		.choices = LEVELS,
		.commands = FOR_OPEN,
		.flag_only = true,
		.help = "value of %{level}: company, department, group or "
			"individual"},
	{.name = "label",
		.arg = "NAME",
		.type = SETTING_LIST,
		AT(label),
		.commands = FOR_OPEN,
		.flag_only = true,
		.letter = 'l',
		.help = "label of the new issues, such as %{period}; once "
			"for each"},
	{.name = "assignee",
		.arg = "USER",
		.type = SETTING_LIST,
		AT(assignee),
		.commands = FOR_OPEN,
		.flag_only = true,
		.help = "user name of an assignee of the new issues"},
	{.name = "milestone",
		.arg = "TITLE",
		.type = SETTING_TEXT,
		AT(milestone),
		.fallback = "",
		.commands = FOR_OPEN,
		.flag_only = true,
		.help = "milestone of the new issues, such as %{period}"},
	{.name = "create-labels",
		.type = SETTING_SWITCH,
		AT(create_labels),
		.fallback = "off",
		.commands = FOR_OPEN | FOR_INIT | FOR_CLOSE,
		.flag_only = true,
		.help = "make labels that are not there; else a missing "
			"label is an error"},
	{.name = "dry-run",
		.type = SETTING_SWITCH,
		AT(dry_run),
		.fallback = "off",
		.commands = FOR_OPEN | FOR_SYNC | FOR_INIT | FOR_LIFE,
		.flag_only = true,
		.letter = 'n',
		.help = "show what would be done, and write nothing"},
	{.name = "force",
		.type = SETTING_SWITCH,
		AT(force),
		.fallback = "off",
		.commands = FOR_OPEN,
		.flag_only = true,
		.help = "open issues though there are errors in the OKRs"},
	{.name = "outcome",
		.arg = "OUTCOME",
		.type = SETTING_CHOICE,
		AT(outcome),
		.choices = OUTCOMES,
		.commands = FOR_CLOSE,
		.flag_only = true,
		.help = "how they ended, whatever their grades: achieved, "
			"missed, cancelled or carried-over"},
	{.name = "yes",
		.type = SETTING_SWITCH,
		AT(yes),
		.fallback = "off",
		.commands = FOR_INIT | FOR_CLOSE,
		.flag_only = true,
		.letter = 'y',
		.help = "do it; else it is only shown"},
	{.name = "create-board",
		.type = SETTING_SWITCH,
		AT(create_board),
		.fallback = "off",
		.commands = FOR_INIT,
		.flag_only = true,
		.help = "make a board with a list for each state"},
	{.name = "config",
		.arg = "FILE",
		.type = SETTING_TEXT,
		AT(config),
		.fallback = ".okrsync.yml",
		.commands = FOR_ALL,
		.flag_only = true,
		.letter = 'c',
		.help = "settings of this handbook"},
	{.name = "output",
		.arg = "FILE",
		.type = SETTING_TEXT,
		AT(output),
		.fallback = "-",
		.commands = FOR_FETCH | FOR_GRADE | FOR_CALENDAR | FOR_LINT |
			    FOR_CLOSE,
		.flag_only = true,
		.letter = 'o',
		.help = "write there; - is standard output"},
	{.name = "today",
		.arg = "DATE",
		.type = SETTING_DATE,
		AT(today),
		.commands = FOR_DATES,
		.flag_only = true,
		.help = "reckon as if it were that day (YYYY-MM-DD)"},
	{.name = "check",
		.type = SETTING_SWITCH,
		AT(check),
		.fallback = "off",
		.commands = FOR_PLAN,
		.flag_only = true,
		.help = "exit with 1 when pages are out of date"},
	{.name = "json",
		.type = SETTING_SWITCH,
		AT(json),
		.fallback = "off",
		.commands = FOR_GRADE | FOR_CALENDAR,
		.flag_only = true,
		.help = "the whole model as JSON; of calendar, the timetable"},
	{.name = "format",
		.arg = "FORMAT",
		.type = SETTING_CHOICE,
		AT(format),
		.choices = FORMATS,
		.fallback = "text",
		.commands = FOR_CALENDAR,
		.flag_only = true,
		.help = "text, markdown, json or ics (iCalendar)"},
	{.name = "ics",
		.type = SETTING_SWITCH,
		AT(ics),
		.fallback = "off",
		.commands = FOR_CALENDAR,
		.flag_only = true,
		.help = "the same as --format ics"},
	{.name = "format",
		.arg = "REPORT",
		.type = SETTING_CHOICE,
		AT(format),
		.choices = REPORTS,
		.fallback = "text",
		.commands = FOR_LINT,
		.flag_only = true,
		.help = "text, json, junit, codequality (GitLab) or sarif"},
	{.name = "explain",
		.type = SETTING_SWITCH,
		AT(explain),
		.fallback = "off",
		.commands = FOR_GRADE,
		.flag_only = true,
		.help = "line by line, what was understood"},
	{.name = "explain",
		.arg = "RULE",
		.type = SETTING_TEXT,
		AT(explain_rule),
		.fallback = "",
		.commands = FOR_LINT,
		.flag_only = true,
		.help = "what a rule asks for and why, with examples"},
	{.name = "list",
		.type = SETTING_SWITCH,
		AT(list),
		.fallback = "off",
		.commands = FOR_LINT,
		.flag_only = true,
		.help = "all rules, with the levels they have"},
	{.name = "quiet",
		.type = SETTING_SWITCH,
		AT(quiet),
		.fallback = "off",
		.commands = FOR_ALL,
		.flag_only = true,
		.letter = 'q',
		.help = "say only what is wrong"},
	{.name = "verbose",
		.type = SETTING_SWITCH,
		AT(verbose),
		.fallback = "off",
		.commands = FOR_ALL,
		.flag_only = true,
		.letter = 'v',
		.help = "tell every request and step"},
	{.name = "help",
		.type = SETTING_SWITCH,
		AT(help),
		.fallback = "off",
		.commands = FOR_ALL,
		.flag_only = true,
		.letter = 'h',
		.help = "this text"},
};

const struct setting *settings_table(size_t *n)
{
	*n = COUNT_OF(SETTINGS);
	return SETTINGS;
}

const struct setting *settings_find(struct str name, unsigned commands)
{
	for (size_t i = 0; i < COUNT_OF(SETTINGS); i++)
		if ((SETTINGS[i].commands & commands) &&
			str_is(name, SETTINGS[i].name))
			return &SETTINGS[i];
	return NULL;
}

/* Where a setting lives; the cast is sound since offset and type agree. */
static void *field(struct settings *s, const struct setting *setting)
{
	return (char *)s + setting->offset;
}

void settings_clear(struct settings *s, const struct setting *setting)
{
	if (setting->type == SETTING_LIST)
		((struct texts *)field(s, setting))->n = 0;
	if (setting->type == SETTING_LABELS)
		((struct label_map *)field(s, setting))->n = 0;
	if (setting->type == SETTING_RULES)
		lint_options_init(field(s, setting));
}

void settings_set_switch(
	struct settings *s, const struct setting *setting, bool on)
{
	assert(setting->type == SETTING_SWITCH);
	*(bool *)field(s, setting) = on;
}

/* One value that is to be set, and where it stands. */
struct job {
	struct arena *a;
	struct settings *s;
	const struct setting *setting;
	struct str value;
	const char *where;
	enum err_kind kind;
};

static int set_number(const struct job *job, struct err *err)
{
	const struct setting *t = job->setting;
	struct str rest = job->value;
	long n;

	if (!str_take_number(&rest, t->max, &n) || rest.n || n < t->min)
		return err_set(err, job->kind,
			"%s: '%.*s' is not a number from %ld to %ld",
			job->where, STR_ARG(job->value), t->min, t->max);
	*(long *)field(job->s, t) = n;
	return 0;
}

static int set_switch(const struct job *job, struct err *err)
{
	bool on = str_iis(job->value, "on") || str_iis(job->value, "true") ||
		  str_iis(job->value, "yes");

	if (!on && !str_iis(job->value, "off") &&
		!str_iis(job->value, "false") && !str_iis(job->value, "no"))
		return err_set(err, job->kind,
			"%s: '%.*s' is neither 'true' nor 'false'", job->where,
			STR_ARG(job->value));
	settings_set_switch(job->s, job->setting, on);
	return 0;
}

static int set_choice(const struct job *job, struct err *err)
{
	const char *const *choice = job->setting->choices;
	struct buf all;

	for (; *choice; choice++)
		if (str_is(job->value, *choice)) {
			*(const char **)field(job->s, job->setting) = *choice;
			return 0;
		}
	buf_init(&all, 256);
	for (choice = job->setting->choices; *choice; choice++)
		buf_addf(&all, "%s'%s'",
			choice == job->setting->choices ? "" : ", ", *choice);
	err_set(err, job->kind, "%s: '%.*s' is none of %s", job->where,
		STR_ARG(job->value), all.p);
	buf_release(&all);
	return -1;
}

static int set_month(const struct job *job, struct err *err)
{
	struct str rest = job->value;
	long n = date_month_number(rest);

	if (!n && (!str_take_number(&rest, 12, &n) || rest.n || n < 1))
		return err_set(err, job->kind,
			"%s: '%.*s' is not a month (1 to 12, or its name)",
			job->where, STR_ARG(job->value));
	*(long *)field(job->s, job->setting) = n;
	return 0;
}

static int set_date(const struct job *job, struct err *err)
{
	if (date_parse(job->value, field(job->s, job->setting)))
		return 0;
	return err_set(err, job->kind, "%s: '%.*s' is not a day (YYYY-MM-DD)",
		job->where, STR_ARG(job->value));
}

static int set_list(const struct job *job, struct err *err)
{
	struct texts *list = field(job->s, job->setting);

	(void)err;
	*vec_add(job->a, list) = arena_text(job->a, job->value);
	return 0;
}

static int set_text(const struct job *job, struct err *err)
{
	(void)err;
	*(const char **)field(job->s, job->setting) =
		arena_text(job->a, job->value);
	return 0;
}

/* What a label can mean, with the names of the values it takes. */
static const struct sense {
	const char *name;
	enum label_sense sense;
	const char *values[6]; /* by enum value, from 1; none: takes none */
} SENSES[] = {
	{"state", SENSE_STATE, {"draft", "review", "active", "closed"}},
	{"outcome", SENSE_OUTCOME,
		{"achieved", "missed", "cancelled", "carried over"}},
	{"health", SENSE_HEALTH, {"on track", "needs attention", "at risk"}},
	{"level", SENSE_LEVEL,
		{"company", "department", "group", "individual"}},
	{"type", SENSE_TYPE, {"committed", "aspirational"}},
	{"priority", SENSE_PRIORITY, {NULL}},
	{"team", SENSE_TEAM, {NULL}},
	{"region", SENSE_REGION, {NULL}},
	{"key result", SENSE_KEY_RESULT, {NULL}},
	{"objective", SENSE_OBJECTIVE, {NULL}},
	{"ignore", SENSE_IGNORE, {NULL}},
};

static_assert(STATE_DRAFT == 1 && OUTCOME_ACHIEVED == 1 &&
		      HEALTH_ON_TRACK == 1 && TYPE_COMMITTED == 1,
	"the names in SENSES begin with value 1");
static_assert(LEVEL_COMPANY == 0, "but levels begin with 0");

/* "SENSE:VALUE" or "SENSE". */
static bool parse_meaning(struct str meaning, struct label_rule *rule)
{
	struct str name, value = meaning;

	if (!str_take_until(&value, ':', &name))
		return false;
	name = str_trim(name);
	value = str_trim(value);
	for (size_t i = 0; i < COUNT_OF(SENSES); i++) {
		const struct sense *sense = &SENSES[i];

		if (!str_iis(name, sense->name))
			continue;
		rule->sense = sense->sense;
		if (!sense->values[0])
			return value.n == 0;
		for (int v = 0; v < 6 && sense->values[v]; v++)
			if (str_iis(value, sense->values[v])) {
				rule->value = v + (sense->sense != SENSE_LEVEL);
				return true;
			}
	}
	return false;
}

static int set_label(const struct job *job, struct err *err)
{
	struct label_map *map = field(job->s, job->setting);
	size_t equals = str_rfind_char(job->value, '=');
	struct label_rule rule = {.label = ""};

	if (equals == STR_NONE || equals == 0)
		return err_set(err, job->kind,
			"%s: '%.*s' is not LABEL=MEANING", job->where,
			STR_ARG(job->value));
	rule.label =
		arena_text(job->a, str_trim(str_sub(job->value, 0, equals)));
	if (!parse_meaning(
		    str_sub(job->value, equals + 1, job->value.n), &rule))
		return err_set(err, job->kind,
			"%s: '%.*s' is no meaning of a label; it may be "
			"state:draft|review|active|closed, "
			"outcome:achieved|missed|cancelled|carried over, "
			"health:on track|needs attention|at risk, "
			"level:company|department|group|individual, "
			"type:committed|aspirational, priority, team, "
			"region, key result, objective or ignore",
			job->where,
			STR_ARG(str_sub(job->value, equals + 1, job->value.n)));
	*vec_add(job->a, map) = rule;
	return 0;
}

/* NAME=LEVEL */
static int set_rule(const struct job *job, struct err *err)
{
	size_t equals = str_rfind_char(job->value, '=');
	struct str name = str_trim(str_sub(job->value, 0, equals));
	struct str level = equals == STR_NONE ? (struct str){NULL, 0}
					      : str_sub(job->value, equals + 1,
							job->value.n);
	const char *rule = arena_text(job->a, name);
	const char *near = nearest_rule(name);

	if (equals == STR_NONE)
		return err_set(err, job->kind, "%s: '%.*s' is not NAME=LEVEL",
			job->where, STR_ARG(job->value));
	if (!lint_rule_find(rule) && near)
		return err_set(err, job->kind,
			"%s: unknown lint rule '%s'; did you mean '%s'?",
			job->where, rule, near);
	if (!lint_switch(field(job->s, job->setting), rule,
		    arena_text(job->a, str_trim(level)), err))
		return 0;
	err->kind = job->kind;
	return err_wrap(err, "%s", job->where);
}

int settings_set(struct arena *a, struct settings *s,
	const struct setting *setting, struct str value, const char *where,
	enum err_kind kind, struct err *err)
{
	static int (*const SET[])(const struct job *, struct err *) = {
		[SETTING_TEXT] = set_text,
		[SETTING_LIST] = set_list,
		[SETTING_LABELS] = set_label,
		[SETTING_RULES] = set_rule,
		[SETTING_NUMBER] = set_number,
		[SETTING_SWITCH] = set_switch,
		[SETTING_CHOICE] = set_choice,
		[SETTING_MONTH] = set_month,
		[SETTING_DATE] = set_date,
	};
	const struct job job = {a, s, setting, value, where, kind};

	if (value.n && memchr(value.p, '\0', value.n))
		return err_set(err, kind, "%s: holds a NUL byte", where);
	return SET[setting->type](&job, err);
}

int settings_init(struct arena *a, struct settings *s,
	const char *(*env)(const char *name), struct err *err)
{
	*s = (struct settings){.config = ""};
	lint_options_init(&s->lint);
	for (size_t i = 0; i < COUNT_OF(SETTINGS); i++) {
		const struct setting *t = &SETTINGS[i];
		const char *value = t->env ? env(t->env) : NULL;
		const char *where = t->env;

		if (!value || !*value) {
			value = t->fallback;
			where = t->name;
		}
		if (value && settings_set(a, s, t, str_of(value), where,
				     ERR_CONFIG, err))
			return -1;
	}
	return 0;
}

/*
 * What the files of the command line share: the settings, the run, and one
 * entry per command.
 *
 * A setting has a default, a key in .okrsync.yml and a flag of the same name;
 * one const table (settings.c) describes them all, and parsing, help, and
 * documentation read it from there.
 */
#ifndef CLI_P_H
#define CLI_P_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "arena.h"
#include "buf.h"
#include "date.h"
#include "err.h"
#include "grade.h"
#include "labels.h"
#include "lint.h"
#include "vec.h"

/* The commands that take a setting. */
enum {
	FOR_SYNC = 1 << 0,
	FOR_PLAN = 1 << 1,
	FOR_GRADE = 1 << 2,
	FOR_FETCH = 1 << 3,
	FOR_OPEN = 1 << 4,
	FOR_CALENDAR = 1 << 5,
	FOR_LINT = 1 << 6,
	FOR_COMPLETION = 1 << 15, /* takes none, and reads no config */
	FOR_DOCTOR = 1 << 16,
	FOR_INIT = 1 << 17,
	FOR_REMIND = 1 << 18,
	FOR_CLOSE = 1 << 19,
	FOR_PAGES = FOR_SYNC | FOR_PLAN,
	FOR_FILES = FOR_PAGES | FOR_GRADE | FOR_LINT, /* may read them */
	FOR_LIFE = FOR_REMIND | FOR_CLOSE,
	FOR_READ = FOR_FILES | FOR_LIFE,
	FOR_SOURCES = FOR_PAGES | FOR_FETCH | FOR_DOCTOR | FOR_INIT |
		      FOR_REMIND, /* arguments are addresses */
	FOR_GITLAB = FOR_SOURCES | FOR_CLOSE | FOR_LINT,
	FOR_DATES = FOR_READ | FOR_CALENDAR | FOR_DOCTOR | FOR_INIT,
	FOR_ALL = FOR_READ | FOR_GITLAB | FOR_OPEN | FOR_CALENDAR,
};

struct settings {
	/* where OKRs come from */
	struct texts source;
	struct texts from;
	const char *gitlab;
	const char *ca_file;
	bool notes;
	bool label_events;
	bool work_items;
	bool confidential;
	long deadline;
	long max_issues;
	long lanes;
	long rate;
	const char *cache;

	/* how they are understood */
	const char *period;
	long fiscal_start;
	bool fiscal;
	struct label_map labels;

	/* how they are graded */
	struct grade_options bands; /* only those of it */
	const char *plan;
	long ahead_points, behind_points, risk_points;
	long grace_percent;
	long stale_days;
	bool roll_up;
	bool mermaid;

	/* what is said about them */
	struct lint_options lint; /* only its levels */
	long max_objectives;
	long min_key_results, max_key_results;
	long max_words;
	long forgotten_days;
	const char *fail_on;

	/* how they are shown */
	const char *layout;
	const char *title;
	const char *templates;

	/* where they are published */
	const char *publish;
	const char *project;
	const char *repository;
	const char *folder;
	const char *branch;
	const char *remote;
	const char *author_name;
	const char *author_email;
	const char *message;
	bool overwrite;
	bool prune;
	bool merge_request;
	const char *mr_branch;
	const char *mr_title;
	struct texts mr_labels;
	bool mr_draft;
	bool mr_auto_merge;
	struct texts mr_reviewers;

	/* what issues are opened with */
	const char *template;
	const char *objective;  /* --title of open */
	const char *carry_over; /* "" not: the period to carry over from */
	const char *to;
	const char *owner;
	const char *team;
	const char *level;
	struct texts label;
	struct texts assignee;
	const char *milestone;
	bool create_labels;
	bool dry_run;
	bool force;
	bool yes;
	bool create_board;

	const char *write_back;

	/* how people are reminded */
	struct texts quiet_days;
	long remind_days;
	const char *no_reminder;

	/* how they end */
	const char *outcome; /* NULL: by the grade */

	/* this run only: no key in the config */
	const char *config;
	const char *output;
	struct date today;
	bool check;
	bool json;
	const char *format;
	bool ics;
	bool explain;
	const char *explain_rule; /* "" none */
	bool list;
	bool quiet;
	bool verbose;
	bool help;
	struct texts args; /* what is no flag */
};

enum setting_type {
	SETTING_TEXT,
	SETTING_LIST,   /* texts; each use of the flag adds one */
	SETTING_LABELS, /* "LABEL=SENSE:VALUE"; a mapping in the config */
	SETTING_RULES,  /* "NAME=LEVEL"; a mapping in the config */
	SETTING_BANDS,  /* a preset, or "NAME=FROM, ..." */
	SETTING_NUMBER,
	SETTING_SWITCH, /* --name and --no-name */
	SETTING_CHOICE,
	SETTING_MONTH, /* 1 to 12, or a month's name */
	SETTING_DATE,
};

struct setting {
	const char *name; /* key and flag */
	const char *arg;  /* "URL"; NULL for switches */
	enum setting_type type;
	size_t offset; /* in struct settings */
	long min, max; /* of numbers */
	const char *const *choices;
	const char *env;      /* variable that gives the default, or NULL */
	const char *fallback; /* default as it would be written, or NULL */
	unsigned commands;
	bool flag_only; /* has no key in the config */
	bool may_lack;  /* a text: --no-NAME makes it empty */
	char letter;    /* short flag, or 0 */
	const char *help;
	const char *more; /* further sentences, for the manual; or NULL */
};

/* The table, in the order of --help.  Two commands may have a flag of the same
 * name that is not the same setting: each has its own entry then. */
const struct setting *settings_table(size_t *n);

/* The first with that name that one of the commands takes, or NULL. */
const struct setting *settings_find(struct str name, unsigned commands);

/* Everything at its default; env is getenv() or a test's stand-in. */
int settings_init(struct arena *a, struct settings *s,
	const char *(*env)(const char *name), struct err *err) MUST_USE;

/* Sets one from text; where ("--flag", "FILE:LINE:COLUMN") begins the error.
 * A list or map grows. kind is ERR_USAGE or ERR_CONFIG. */
int settings_set(struct arena *a, struct settings *s,
	const struct setting *setting, struct str value, const char *where,
	enum err_kind kind, struct err *err) MUST_USE;
/* Sets one of type SETTING_SWITCH; any other type is a mistake. */
void settings_set_switch(
	struct settings *s, const struct setting *setting, bool on);

/* The rules' levels and limits, as set. */
struct lint_options settings_lint(const struct settings *s);

/* Empties a list or map before a stronger place fills it. */
void settings_clear(struct settings *s, const struct setting *setting);

/* Reads a config text (strict YAML) over the settings. */
int config_read(struct arena *a, struct str text, const char *file,
	struct settings *s, struct err *err) MUST_USE;

/* Is it text the YAML library may have? ERR_CONFIG with the line, counted from
 * that of the first one, when it is broken UTF-8 or has control characters. */
int config_check_text(
	struct str text, const char *file, int line, struct err *err) MUST_USE;

struct command;
/* Parses the flags of a command over the settings; what is no flag goes to
 * args.  ERR_USAGE names the flag, and the one it may have been meant to be. */
int flags_read(struct arena *a, const struct command *command, int argc,
	char **argv, struct settings *s, struct err *err) MUST_USE;
/* Only --config and --help, which are needed before the others. */
const char *flags_peek_config(int argc, char **argv);

/* NULL, or the lint rule that is nearest to a mistyped name. */
const char *nearest_rule(struct str name);

/* The word of words nearest to a mistyped one, or NULL. */
const char *nearest_word(struct str word, const char *const *words, size_t n);

/* What progress is shown of, and since when; a rate is told from it. */
struct meter {
	const char *what;
	int64_t since_ms;
	long from; /* how many were done then */
};

/* One run of the program. */
struct run {
	struct arena *arena;
	struct settings s;
	const char *token;   /* "" none; never printed */
	bool terminal;       /* stderr is one */
	bool screen;         /* stdout is a terminal, */
	bool colour;         /* which takes colours */
	int64_t now;         /* seconds since 1970, UTC */
	struct meter *meter; /* NULL: progress has no rate */
	struct buf *heard;   /* NULL, or what is said is kept here, too */
	struct str inputs;   /* arguments, config and environment, as given */
	/* What is wrong with the config; only doctor runs with a broken one. */
	const char *config_error; /* NULL: nothing */
};

struct command {
	const char *name;
	unsigned bit;
	const char *summary; /* one line */
	const char *args;    /* "[FILE...]" or "" */
	const char *about;   /* a paragraph of help, wrapped there */
	const char *example;
	/* The exit status (0 or 1), or -1 with an error. */
	int (*run)(struct run *run, struct err *err);
};

/* All commands, in the order of the help. */
const struct command *commands_table(size_t *n);

/* The commands; what each gives is command.run's: 0, 1 or -1 with err.  Pages
 * are made and published; 1 with --check when they were out of date. */
int cmd_sync(struct run *run, struct err *err);
/* The same without writing: a diff of it. */
int cmd_plan(struct run *run, struct err *err);
/* Grades of what was read, as a table or JSON; explains it, if asked. */
int cmd_grade(struct run *run, struct err *err);
/* A snapshot of what GitLab answers. */
int cmd_fetch(struct run *run, struct err *err);
/* Issues made from a template or an OKR file, each exactly once. */
int cmd_open(struct run *run, struct err *err);
/* Findings in one of the report formats; 1 from --fail-on upwards. */
int cmd_lint(struct run *run, struct err *err);
/* A period's timetable, in words or as iCalendar. */
int cmd_calendar(struct run *run, struct err *err);
/* The completion script of a shell. */
int cmd_completion(struct run *run, struct err *err);
/* What is wrong with the set-up, and how to mend it; 1 when anything is. */
int cmd_doctor(struct run *run, struct err *err);
/* A project's config, template, labels, board and pipeline. */
int cmd_init(struct run *run, struct err *err);
/* A comment where an OKR waits for a check-in. */
int cmd_remind(struct run *run, struct err *err);
/* Outcome and grades frozen, issues closed. */
int cmd_close(struct run *run, struct err *err);

/* "okrsync --help": commands, what is common to them, where to read on. */
void help_program(FILE *out);
/* "okrsync COMMAND --help": what it does and all of its flags. */
void help_command(FILE *out, const struct command *command);

/* What the exit statuses tell; a row without words ends the table. */
struct exit_status {
	int status;
	const char *brief; /* for --help */
	const char *words; /* for the manual */
};

/* All of them. */
const struct exit_status *exit_statuses(void);

/* What has a manual page of its own, beside the commands (okrsync-NAME(1));
 * a row without a name ends the table. */
struct help_topic {
	const char *name, *section, *about;
};

/* All of them, as the help lists them. */
const struct help_topic *help_topics(void);

/* Opens the manual page of a topic on a terminal, or says where it is; 1 when
 * that was done, 0 when there is no such topic. */
int help_topic(const char *name, bool terminal, struct err *err) MUST_USE;

/* The same for a command's page, but says nothing: 0 when it cannot be
 * opened. */
int help_manual(const struct command *command, struct err *err) MUST_USE;

/* Remarks on stderr, a line each without its "\n": unless --quiet, */
void say(const struct run *run, const char *fmt, ...) PRINTF(2, 3);
/* with --verbose only, */
void detail(const struct run *run, const char *fmt, ...) PRINTF(2, 3);
/* or always, behind "warning: ". */
void warn(const struct run *run, const char *fmt, ...) PRINTF(2, 3);
/* How far it is, on terminals only, over what was shown before; all 0: nobody
 * knows how many there are. */
void progress(const struct run *run, const char *what, long done, long all);
/* Clears that line, before anything else is said. */
void progress_end(const struct run *run);

/* A line of the answer, on stdout at once, since it tells what is done. */
void answer(const char *fmt, ...) PRINTF(1, 2);

/* A whole file into the arena; "-" is stdin. At most max bytes. */
int file_read(struct arena *a, const char *path, size_t max, struct str *text,
	struct err *err) MUST_USE;

/* A whole text into a file, over what was there; "-" is stdout. */
int file_write(const char *path, struct str text, struct err *err) MUST_USE;

#endif

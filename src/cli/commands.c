/*
 * The one table of commands: what they are called, what they are for, and
 * what runs them.  Help, completions and manuals are made from it.
 */
#include "cli_p.h"

#include <assert.h>

static const struct command COMMANDS[] = {
	{.name = "sync",
		.bit = FOR_SYNC,
		.summary = "read GitLab, write the pages, commit and push",
		.args = "[ADDRESS...]",
		.about = "Reads the OKRs of the source, makes the pages, "
			 "and publishes what changed as one commit: with "
			 "git in a clone, else through GitLab's API into "
			 "--project. Nothing changed: nothing is written.",
		.example = "okrsync sync "
			   "https://gitlab.example/group/okrs",
		.run = cmd_sync},
	{.name = "plan",
		.bit = FOR_PLAN,
		.summary = "show what sync would do, as a diff",
		.args = "[ADDRESS...]",
		.about = "Does all that sync does but publish, and prints "
			 "the difference as a unified diff. With --check "
			 "the exit status is 1 when pages are out of date.",
		.example = "okrsync plan --check",
		.run = cmd_plan},
	{.name = "grade",
		.bit = FOR_GRADE,
		.summary =
			"grade OKRs in files: markdown, CSV, YAML or snapshots",
		.args = "FILE...",
		.about = "Reads OKRs from files (markdown, CSV, YAML, or "
			 "snapshots of 'okrsync fetch'; - is standard input "
			 "in markdown), computes their grades, and prints a "
			 "table and the findings.",
		.example = "okrsync grade okrs.md --json",
		.run = cmd_grade},
	{.name = "lint",
		.bit = FOR_LINT,
		.summary = "say what is wrong with OKRs, as a coach would",
		.args = "[FILE|ADDRESS...]",
		.about = "Reads OKRs from files (markdown, CSV, YAML or "
			 "snapshots; - is standard input) or, without any, "
			 "from GitLab, and prints what could be better "
			 "about them: too many, not measurable, nobody's, "
			 "stale, contradictory. The exit status is 1 when a "
			 "finding is an error (--fail-on).",
		.example = "okrsync lint okrs.md --format codequality -o "
			   "gl-code-quality.json",
		.run = cmd_lint},
	{.name = "fetch",
		.bit = FOR_FETCH,
		.summary = "write GitLab's answers to a snapshot file",
		.args = "[ADDRESS...]",
		.about = "Reads everything a run needs and keeps it, so "
			 "that other commands can take it with --from and "
			 "need no network.",
		.example = "okrsync fetch group/okrs -o okrs.snapshot",
		.run = cmd_fetch},
	{.name = "open",
		.bit = FOR_OPEN,
		.summary = "open issues from OKR files or a template",
		.args = "[FILE...]",
		.about = "Opens one issue for each objective of the files "
			 "(markdown, CSV or YAML), or one from a template, "
			 "in the project of the source. What was opened "
			 "before is found again and left alone, so the "
			 "command can be repeated. In templates and labels "
			 "%{period}, %{start}, %{end}, %{title}, %{owner}, "
			 "%{team} and %{level} stand for their values. "
			 "Needs a token with scope api.",
		.example = "okrsync open --template objective --title 'Win "
			   "larger customers' \\\n      --period 'Q1 2025' "
			   "--label OKR --label '%{period}' --dry-run",
		.run = cmd_open},
	{.name = "calendar",
		.bit = FOR_CALENDAR,
		.summary = "show what is to be done when in a period",
		.args = "[PERIOD]",
		.about = "Prints the timetable of a period: drafts four "
			 "weeks before it begins, reviews, check-ins, and "
			 "grades after its end. PERIOD is one like FY25-Q1, "
			 "Q1 2025, H1 2025 or FY25, or 'next' or 'last'; "
			 "today's quarter if it is left out. Needs neither "
			 "GitLab nor OKRs.",
		.example = "okrsync calendar next --ics -o okrs.ics",
		.run = cmd_calendar},
	{.name = "completion",
		.bit = FOR_COMPLETION,
		.summary = "print what bash, zsh or fish completes",
		.args = "SHELL",
		.about = "Prints a script that makes the shell (bash, zsh "
			 "or fish) complete okrsync's commands, flags and "
			 "values. 'make install' and the package put them "
			 "in place.",
		.example = "source <(okrsync completion bash)",
		.run = cmd_completion},
	{.name = "doctor",
		.bit = FOR_DOCTOR,
		.summary = "check token, project, repository and settings",
		.args = "[ADDRESS...]",
		.about = "Looks at everything a run needs and prints one "
			 "line for each: ok, warn or fail, and what to do. "
			 "Changes nothing. The exit status is 1 when "
			 "anything fails.",
		.example = "okrsync doctor",
		.run = cmd_doctor},
	{.name = "init",
		.bit = FOR_INIT,
		.summary = "write config, issue template and pipeline files",
		.args = "[ADDRESS]",
		.about = "Writes .okrsync.yml, an issue template and a "
			 "pipeline job into the repository, and with "
			 "--create-labels and --create-board the labels and "
			 "the board of a lifecycle into GitLab. What is "
			 "there stays as it is. Shows what it would do; "
			 "--yes does it.",
		.example = "okrsync init https://gitlab.example/group/okrs "
			   "--create-labels \\\n      --create-board --yes",
		.run = cmd_init},
	{.name = "remind",
		.bit = FOR_REMIND,
		.summary = "comment on OKRs that wait for somebody",
		.args = "[ADDRESS...]",
		.about = "Writes one comment into each open issue whose OKR "
			 "lacks check-ins or fields, or has a step of the "
			 "timetable due: at most one in 'remind-days' days, "
			 "none on 'quiet-days', none where the label "
			 "'no-reminder' stands. Mentions one assignee. "
			 "Needs a token with scope api.",
		.example = "okrsync remind --dry-run",
		.run = cmd_remind},
	{.name = "close",
		.bit = FOR_CLOSE,
		.summary = "grade OKRs for the last time and close them",
		.args = "[ISSUE...]",
		.about = "Closes the given issues (12, #12 or an address), "
			 "or all of a period: writes one comment with the "
			 "final grade, its formula and questions to look "
			 "back by, sets the label of the outcome, and "
			 "closes the issue. Shows what it would do; --yes "
			 "does it. Needs a token with scope api.",
		.example = "okrsync close --period 'Q1 2025' --yes",
		.run = cmd_close},
};

const struct command *commands_table(size_t *n)
{
	assert(n);
	*n = COUNT_OF(COMMANDS);
	return COMMANDS;
}

/*
 * okrsync doctor: is the project set up for OKRs?  Role, labels, board,
 * template and limits are looked at once the project itself was found.
 */
#include "doctor_p.h"

enum { LEVEL_PLANNER = 15 };

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
		doctor_tell(d, VERDICT_FAIL, "role - %s", err.text);
	else if (level < LEVEL_PLANNER)
		doctor_tell(d, VERDICT_WARN,
			"role - the token is %s of '%s': confidential issues, "
			"labels and closing need Planner or Reporter",
			role_name(level), path);
	else
		doctor_tell(d, VERDICT_OK, "role - the token is %s of '%s'",
			role_name(level), path);
}

void doctor_check_project(struct doctor *d)
{
	struct err err = ERR_INIT;

	if (!d->reached)
		return;
	if (d->source.kind == SOURCE_GROUP && !d->source.may_be_group) {
		doctor_tell(d, VERDICT_OK,
			"project - the source is a group: labels, board and "
			"template are not looked at");
		return;
	}
	if (gitlab_project_get(d->gitlab, d->run->arena, d->source.path,
		    &d->project, &err)) {
		doctor_tell(d, VERDICT_FAIL, "project - %s", err.text);
		return;
	}
	d->has_project = true;
	if (!d->project.issues)
		doctor_tell(d, VERDICT_FAIL,
			"project - issues are turned off in '%s': turn them on "
			"in its settings, under 'Visibility, project features, "
			"permissions'",
			d->project.path);
	else
		doctor_tell(d, VERDICT_OK, "project - '%s' has issues",
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

void doctor_check_labels(struct doctor *d)
{
	struct texts labels = {NULL, 0, 0};
	struct err err = ERR_INIT;
	const char *missing;

	if (!d->has_project)
		return;
	if (gitlab_label_names(
		    d->gitlab, d->run->arena, &d->project, &labels, &err)) {
		doctor_tell(d, VERDICT_FAIL, "labels - %s", err.text);
		return;
	}
	missing = missing_states(d, &labels);
	if (*missing)
		doctor_tell(d, VERDICT_WARN,
			"labels - none means %s; 'okrsync init "
			"--create-labels' makes them, or map yours under "
			"'labels'",
			missing);
	else
		doctor_tell(d, VERDICT_OK,
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

void doctor_check_board(struct doctor *d)
{
	struct gitlab_boards boards = {NULL, 0, 0};
	const struct gitlab_board *board;
	struct err err = ERR_INIT;
	const char *missing;

	if (!d->has_project)
		return;
	if (gitlab_boards_get(
		    d->gitlab, d->run->arena, &d->project, &boards, &err)) {
		doctor_tell(d, VERDICT_FAIL, "board - %s", err.text);
		return;
	}
	board = choose_board(d, &boards);
	if (!board && d->source.board > 0) {
		doctor_tell(d, VERDICT_FAIL,
			"board - '%s' has no board %lld: copy the address "
			"again",
			d->project.path, (long long)d->source.board);
		return;
	}
	if (!board) {
		doctor_tell(d, VERDICT_WARN,
			"board - '%s' has none; 'okrsync init --create-board' "
			"makes one",
			d->project.path);
		return;
	}
	missing = missing_states(d, &board->lists);
	if (*missing)
		doctor_tell(d, VERDICT_WARN,
			"board - '%s' has no list for %s; add one for the "
			"label of each state",
			board->name, missing);
	else
		doctor_tell(d, VERDICT_OK,
			"board - '%s' has a list for each state", board->name);
}

void doctor_check_template(struct doctor *d)
{
	struct texts names = {NULL, 0, 0};
	struct err err = ERR_INIT;

	if (!d->has_project)
		return;
	if (gitlab_template_names(
		    d->gitlab, d->run->arena, &d->project, &names, &err))
		doctor_tell(d, VERDICT_WARN, "template - %s", err.text);
	else if (!names.n)
		doctor_tell(d, VERDICT_WARN,
			"template - '%s' has no issue template; 'okrsync "
			"init' writes one, to be committed as "
			".gitlab/issue_templates/OKR.md",
			d->project.path);
	else
		doctor_tell(d, VERDICT_OK, "template - '%s' has %s",
			d->project.path,
			texts_join(d->run->arena, &names, ", "));
}

void doctor_check_limits(struct doctor *d)
{
	const struct settings *s = &d->run->s;
	struct err err = ERR_INIT;
	long issues;

	if (!d->has_project)
		return;
	if (gitlab_issue_count(
		    d->gitlab, d->run->arena, &d->project, &issues, &err))
		doctor_tell(d, VERDICT_FAIL, "limits - %s", err.text);
	else if (issues > s->max_issues)
		doctor_tell(d, VERDICT_WARN,
			"limits - '%s' has %ld issues, more than 'max-issues' "
			"(%ld): narrow the source by labels, or raise it",
			d->project.path, issues, s->max_issues);
	else if (d->server.left >= 0 && d->server.left < d->server.limit / 10)
		doctor_tell(d, VERDICT_WARN,
			"limits - only %ld of %ld requests a minute are left: "
			"somebody else uses this token, or wait a little",
			d->server.left, d->server.limit);
	else
		doctor_tell(d, VERDICT_OK,
			"limits - %s issues, %s requests a minute",
			issues < 0 ? "more than 10,000"
				   : arena_printf(d->run->arena, "%ld", issues),
			d->server.limit < 0 ? "any number of"
					    : arena_printf(d->run->arena, "%ld",
						      d->server.limit));
}

/*
 * okrsync init: files, labels and a board for a project that has none.
 *
 * What is there stays as it is; without --yes nothing is written at all.  So
 * the command shows first what it would do, and can be repeated after
 * whatever stopped it.
 */
#include "book_p.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "escape.h"
#include "gitlab_setup.h"
#include "variables.h"

enum { FILE_BYTES = 256 * 1024, PATH_BYTES = 4096 };

#define PIPELINE_FILE ".gitlab/okrsync-ci.yml"

static const char CONFIG_TEXT[] =
	"# Settings of okrsync; okrsync.yml(5) and 'okrsync sync --help' "
	"describe them all.\n"
	"\n"
	"# Where the OKRs are: a board, issue list, project or group, as "
	"copied from the\n"
	"# browser.\n"
	"%ssource: \"%s\"\n"
	"\n"
	"# Where their pages go in this repository.\n"
	"folder: \"%s\"\n"
	"\n"
	"# The month that fiscal years begin with; January if yours are "
	"calendar years.\n"
	"# fiscal-start: February\n"
	"\n"
	"# What labels of yours mean, unless their names say so.\n"
	"# labels:\n"
	"#   Cooking: state:draft\n"
	"#   squad-*: team\n"
	"\n"
	"# After how many days without a word a key result is stale.\n"
	"# stale-days: 14\n"
	"\n"
	"# Days without reminders.\n"
	"# quiet-days:\n"
	"#   - 2025-12-20..2026-01-02\n"
	"\n"
	"# Write grades back into the issues: off, comment, labels or all.\n"
	"# write-back: off\n";

static const char PIPELINE_TEXT[] =
	"# Keeps the OKR pages true to GitLab, with the settings of "
	".okrsync.yml.  It takes\n"
	"# three things to run:\n"
	"#   - a mirror of okrsync on this GitLab: its path is in the address "
	"below, and\n"
	"#     its image in the input; docs/how-to/pipeline.md there tells "
	"more\n"
	"#   - a masked variable OKRSYNC_TOKEN: a project access token with "
	"the scopes\n"
	"#     read_api and write_repository, or api to write into issues\n"
	"#   - a schedule (Build > Pipeline schedules), every hour or so; one "
	"with the\n"
	"#     variable OKR_REMIND sends reminders as well\n"
	"# A server before 17.0 knows no components; it includes the mirror's "
	"file\n"
	"# ci/okrsync.gitlab-ci.yml instead.\n"
	"include:\n"
	"  - component: "
	"$CI_SERVER_FQDN/okrsync/okrsync/okrsync@" OKRSYNC_VERSION "\n"
	"    inputs:\n"
	"      image: $CI_REGISTRY/okrsync/okrsync:" OKRSYNC_VERSION "\n";

static const char INCLUDE_TEXT[] = "include:\n  - local: " PIPELINE_FILE "\n";

/* Labels of the scheme; for what none of the project's own labels means. */
static const struct scheme {
	const char *label;
	struct meaning means;
} SCHEME[] = {
	{"okr::draft", {.state = STATE_DRAFT}},
	{"okr::review", {.state = STATE_REVIEW}},
	{"okr::active", {.state = STATE_ACTIVE}},
	{"okr::closed", {.state = STATE_CLOSED}},
	{"okr::achieved", {.outcome = OUTCOME_ACHIEVED}},
	{"okr::missed", {.outcome = OUTCOME_MISSED}},
	{"okr::cancelled", {.outcome = OUTCOME_CANCELLED}},
	{"okr::carried over", {.outcome = OUTCOME_CARRIED_OVER}},
	{"health::on track", {.health = HEALTH_ON_TRACK}},
	{"health::needs attention", {.health = HEALTH_NEEDS_ATTENTION}},
	{"health::at risk", {.health = HEALTH_AT_RISK}},
};

enum { N_STATES = 4 };

struct starting {
	struct run *run;
	bool write;
	size_t todo, there;
	struct gitlab *gitlab;
	struct gitlab_project project;
	struct texts labels;         /* of the project */
	const char *lists[N_STATES]; /* the label of each state */
};

/* Makes the folders above a path. */
static int make_folders(const char *path, struct err *err)
{
	char folder[PATH_BYTES];
	size_t n = strlen(path);

	if (n >= sizeof folder)
		return err_set(
			err, ERR_IO, "the path '%.100s...' is too long", path);
	for (size_t i = 1; i < n; i++) {
		if (path[i] != '/')
			continue;
		memcpy(folder, path, i);
		folder[i] = '\0';
		if (mkdir(folder, 0777) && errno != EEXIST)
			return err_set(err, ERR_IO,
				"cannot make the folder '%s': %s", folder,
				strerror(errno));
	}
	return 0;
}

/* A whole new file: written beside its place first, then linked there, which
 * fails when somebody else was faster. */
static int make_file(
	struct run *run, const char *path, struct str text, struct err *err)
{
	const char *beside = arena_printf(run->arena, "%s.okrsync-new", path);
	int fd, bad;

	if (make_folders(path, err))
		return -1;
	unlink(beside);
	fd = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0666);
	if (fd < 0)
		return err_set(err, ERR_IO, "cannot write '%s': %s", beside,
			strerror(errno));
	bad = write(fd, text.p, text.n) != (ssize_t)text.n;
	bad |= close(fd) != 0;
	bad = bad || link(beside, path) != 0;
	if (bad)
		err_set(err, ERR_IO, "cannot write '%s': %s", path,
			strerror(errno));
	unlink(beside);
	return bad ? -1 : 0;
}

static int want_file(
	struct starting *s, const char *path, struct str text, struct err *err)
{
	struct stat st;

	if (lstat(path, &st) == 0) {
		answer("exists %s", path);
		s->there++;
		return 0;
	}
	s->todo++;
	if (!s->write) {
		answer("would write %s", path);
		show_text(text);
		return 0;
	}
	if (make_file(s->run, path, text, err))
		return -1;
	answer("wrote %s", path);
	return 0;
}

/* A file of the repository. */
static const char *in_repository(const struct starting *s, const char *name)
{
	const char *folder = s->run->s.repository;

	if (strcmp(folder, ".") == 0)
		return name;
	return arena_printf(s->run->arena, "%s/%s", folder, name);
}

static int want_config(struct starting *s, struct err *err)
{
	struct arena *a = s->run->arena;
	const struct texts *source = &s->run->s.source;
	const char *text = arena_printf(a, CONFIG_TEXT, source->n ? "" : "# ",
		source->n ? escaped_yaml(a, source->v[0])
			  : "https://gitlab.example/group/okrs/-/boards/42",
		escaped_yaml(a, s->run->s.folder));

	return want_file(s, s->run->s.config, str_of(text), err);
}

/* Ours, with its variables made words: people fill it in by hand. */
static int want_template(struct starting *s, struct err *err)
{
	static const struct variable VARIABLES[] = {
		{"title", "", ""},
		{"period", "", ""},
		{"start", "the first day of the period", ""},
		{"end", "its last", ""},
		{"owner", "", ""},
		{"team", "", ""},
		{"level", "", ""},
	};
	struct arena *a = s->run->arena;
	struct variables vars = {NULL, 0, 0};
	struct str text = {NULL, 0};
	const char *file = "";
	struct buf b;
	bool there;
	int rc;

	if (templates_issue(
		    s->run, "objective", &text, &file, &there, NULL, err))
		return -1;
	if (!there)
		return err_set(err, ERR_CONFIG,
			"our issue template 'objective' is not there; was "
			"okrsync installed with 'make install'?");
	for (size_t i = 0; i < COUNT_OF(VARIABLES); i++)
		*vec_add(a, &vars) = VARIABLES[i];
	buf_init(&b, FILE_BYTES);
	rc = variables_expand(&vars, text, file, 1, &b, err);
	if (!rc)
		rc = buf_finish(&b, file, err);
	if (!rc)
		rc = want_file(s,
			in_repository(s, ".gitlab/issue_templates/OKR.md"),
			buf_str(&b), err);
	buf_release(&b);
	return rc;
}

static int want_pipeline(struct starting *s, struct err *err)
{
	const char *main = in_repository(s, ".gitlab-ci.yml");
	bool there = access(main, F_OK) == 0;
	struct err unused = ERR_INIT;
	struct str text;

	if (want_file(s, in_repository(s, PIPELINE_FILE), str_of(PIPELINE_TEXT),
		    err) ||
		want_file(s, main, str_of(INCLUDE_TEXT), err))
		return -1;
	if (!there ||
		(!file_read(s->run->arena, main, FILE_BYTES, &text, &unused) &&
			str_find(text, STR(PIPELINE_FILE)) != STR_NONE))
		return 0;
	say(s->run, "'%s' stays as it is: it needs these lines", main);
	say(s->run, "    include:");
	say(s->run, "      - local: " PIPELINE_FILE);
	return 0;
}

/* --- GitLab --- */

/* The project's label that means the same, or NULL. */
static const char *find_label(
	const struct starting *s, const struct scheme *scheme)
{
	struct arena *a = s->run->arena;
	const struct meaning *want = &scheme->means;

	if (texts_find(&s->labels, scheme->label) < s->labels.n)
		return scheme->label;
	for (size_t i = 0; i < s->labels.n; i++) {
		struct meaning is =
			label_meaning(a, &s->run->s.labels, s->labels.v[i]);

		if ((want->state && want->state == is.state && !is.outcome) ||
			(want->outcome && want->outcome == is.outcome) ||
			(want->health && want->health == is.health))
			return s->labels.v[i];
	}
	return NULL;
}

static int want_label(
	struct starting *s, const struct scheme *scheme, struct err *err)
{
	const char *label = find_label(s, scheme);
	bool there = label != NULL;

	if (!there)
		label = scheme->label;
	if (scheme->means.state)
		s->lists[scheme->means.state - STATE_DRAFT] = label;
	if (!s->run->s.create_labels)
		return 0;
	s->there += there;
	s->todo += !there;
	if (there)
		answer("exists label %s", label);
	else if (!s->write)
		answer("would make the label %s (%s)", label,
			label_colour(label));
	else if (gitlab_label_create(s->gitlab, s->run->arena, &s->project,
			 label, label_colour(label), err))
		return -1;
	else
		answer("made the label %s", label);
	return 0;
}

static int want_list(struct starting *s, int64_t board,
	const struct texts *there, const char *label, struct err *err)
{
	if (texts_find(there, label) < there->n) {
		s->there++;
		answer("exists list %s", label);
		return 0;
	}
	s->todo++;
	if (!s->write) {
		answer("would add the list %s to it", label);
		return 0;
	}
	if (gitlab_board_add_list(
		    s->gitlab, s->run->arena, &s->project, board, label, err))
		return -1;
	answer("added the list %s", label);
	return 0;
}

/* A board of another name is somebody else's. */
static int want_board(struct starting *s, struct err *err)
{
	static const char NAME[] = "OKRs";
	struct gitlab_boards boards = {NULL, 0, 0};
	struct texts lists = {NULL, 0, 0};
	int64_t id = 0;

	if (gitlab_boards_get(
		    s->gitlab, s->run->arena, &s->project, &boards, err))
		return -1;
	for (size_t i = 0; i < boards.n && !id; i++)
		if (strcmp(boards.v[i].name, NAME) == 0) {
			id = boards.v[i].id;
			lists = boards.v[i].lists;
		}
	s->there += id != 0;
	s->todo += id == 0;
	if (id)
		answer("exists board %s", NAME);
	else if (!s->write)
		answer("would make the board %s", NAME);
	else if (gitlab_board_create(
			 s->gitlab, s->run->arena, &s->project, NAME, &id, err))
		return -1;
	else
		answer("made the board %s", NAME);
	for (int i = 0; i < N_STATES; i++)
		if (want_list(s, id, &lists, s->lists[i], err))
			return -1;
	return 0;
}

static int connect(struct starting *s, struct err *err)
{
	struct run *run = s->run;
	struct source_spec source;

	if (run->s.source.n != 1)
		return err_set(err, ERR_USAGE,
			"labels and a board are made in one project: give its "
			"address");
	if (!*run->token)
		return err_set(err, ERR_USAGE,
			"there is no token: put one with scope api into "
			"OKRSYNC_TOKEN");
	if (source_parse(run->arena, str_of(run->s.source.v[0]), run->s.gitlab,
		    &source, err))
		return -1;
	s->gitlab = gather_gitlab(run, &source, err);
	if (!s->gitlab || gitlab_project_get(s->gitlab, run->arena, source.path,
				  &s->project, err))
		return -1;
	return gitlab_label_names(
		s->gitlab, run->arena, &s->project, &s->labels, err);
}

static int start_gitlab(struct starting *s, struct err *err)
{
	const struct scheme no_reminder = {.label = s->run->s.no_reminder};

	if (!s->run->s.create_labels && !s->run->s.create_board)
		return 0;
	if (connect(s, err))
		return -1;
	for (size_t i = 0; i < COUNT_OF(SCHEME); i++)
		if (want_label(s, &SCHEME[i], err))
			return -1;
	if (want_label(s, &no_reminder, err))
		return -1;
	return s->run->s.create_board ? want_board(s, err) : 0;
}

int cmd_init(struct run *run, struct err *err)
{
	struct starting s = {
		.run = run, .write = run->s.yes && !run->s.dry_run};
	int rc = want_config(&s, err);

	if (!rc)
		rc = want_template(&s, err);
	if (!rc)
		rc = want_pipeline(&s, err);
	if (!rc)
		rc = start_gitlab(&s, err);
	gitlab_close(s.gitlab);
	if (rc)
		return -1;
	if (!s.todo)
		say(run, "everything is there already: nothing to do");
	else if (!s.write)
		say(run, "nothing is written yet: --yes does it");
	return 0;
}

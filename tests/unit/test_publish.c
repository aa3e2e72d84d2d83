/*
 * What is found, what is written and what is refused, in a folder and in a
 * repository without a remote; and how a change looks.
 */
#include "publish_help.h"

#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>

static struct publish_options folder_options(struct place *pl)
{
	return (struct publish_options){
		.way = PUBLISH_FILES, .path = in(pl, "site"), .folder = "okrs"};
}

static struct publish *open_it(
	struct place *pl, const struct publish_options *o)
{
	struct publish *p = publish_open(o, &pl->err);

	if (!p)
		fail_msg("cannot open: %s", pl->err.text);
	return p;
}

static void apply(struct place *pl, const struct publish_options *o,
	const struct changes *c, bool changed)
{
	struct publish *p = open_it(pl, o);
	const char *id;
	bool moved;

	if (publish_apply(p, c, &id, &moved, &pl->err))
		fail_msg("cannot apply: %s", pl->err.text);
	assert_false(moved);
	assert_int_equal(id != NULL, changed && o->way == PUBLISH_GIT);
	publish_close(p);
}

/* Applying fails with this kind and these words. */
static void refuses(struct place *pl, const struct publish_options *o,
	const struct changes *c, enum err_kind kind, bool moved_wanted,
	const char *words)
{
	struct publish *p = open_it(pl, o);
	const char *id;
	bool moved;

	assert_int_equal(publish_apply(p, c, &id, &moved, &pl->err), -1);
	assert_null(id);
	assert_int_equal(moved, moved_wanted);
	assert_int_equal(pl->err.kind, kind);
	assert_says(pl, words);
	publish_close(p);
}

static void refuses_one(struct place *pl, const struct publish_options *o,
	const char *path, const char *words)
{
	struct changes c = {.n = 0};

	change(pl, &c, CHANGE_ADD, path, "", "new\n");
	refuses(pl, o, &c, o->way == PUBLISH_GIT ? ERR_REPO : ERR_IO, false,
		words);
}

static void assert_text(
	struct place *pl, struct publish *p, const char *path, const char *want)
{
	struct str text;
	bool there;

	if (publish_read(p, &pl->arena, path, &text, &there, &pl->err))
		fail_msg("cannot read: %s", pl->err.text);
	assert_int_equal(there, want != NULL);
	assert_true(str_is(text, want ? want : ""));
}

static void cannot_read(struct place *pl, struct publish *p, const char *path,
	const char *words)
{
	struct str text;
	bool there;

	assert_int_equal(
		publish_read(p, &pl->arena, path, &text, &there, &pl->err), -1);
	assert_false(there);
	assert_says(pl, words);
}

static const char *list(struct place *pl, struct publish *p)
{
	struct texts paths;
	struct buf b;
	const char *text;

	if (publish_list(p, &pl->arena, &paths, &pl->err))
		fail_msg("cannot list: %s", pl->err.text);
	buf_init(&b, 1 << 20);
	for (size_t i = 0; i < paths.n; i++)
		buf_addf(&b, "%s ", paths.v[i]);
	text = arena_text(&pl->arena, buf_str(&b));
	buf_release(&b);
	return text;
}

/* All three kinds of change, and a folder that becomes empty. */
static struct changes some_changes(struct place *pl)
{
	struct changes c = {.n = 0};

	change(pl, &c, CHANGE_REMOVE, "okrs/old/gone.md", "gone\n", "");
	change(pl, &c, CHANGE_MODIFY, "okrs/a.md", "a\n", "A\n");
	change(pl, &c, CHANGE_ADD, "okrs/new/deep/b.md", "", "b\n");
	change(pl, &c, CHANGE_ADD, "okrs/empty.md", "", "");
	return c;
}

#define TREE \
	"mkdir -p okrs/old && echo a >okrs/a.md && echo gone " \
	">okrs/old/gone.md" \
	" && echo no >README && mkdir -p okrs2 && echo x >okrs2/x.md"

static void make_site(struct place *pl)
{
	sh(pl, "mkdir site && cd site && " TREE);
}

static void make_repository(struct place *pl)
{
	sh(pl, "git init -q -b main seed && cd seed && " TREE
	       " && chmod +x okrs/a.md && git add . && git commit -qm one && "
	       "cd .. && git clone -q --bare seed bare.git");
}

static bool no_git(void)
{
	if (can_run("git"))
		return false;
	print_message("git is missing\n");
	return true;
}

static void files_are_added_changed_and_removed(void **state)
{
	struct place *pl = *state;
	struct publish_options o = folder_options(pl);
	struct changes c = some_changes(pl);
	struct publish *p;

	make_site(pl);
	sh(pl, "chmod 640 site/okrs/a.md; echo half >site/okrs/.okrsync-new");
	apply(pl, &o, &c, true);
	assert_string_equal(
		sh(pl, "cd site && find okrs | LC_ALL=C sort | tr '\\n' ' '"),
		"okrs okrs/a.md okrs/empty.md okrs/new okrs/new/deep "
		"okrs/new/deep/b.md");
	assert_string_equal(sh(pl, "stat -c %%a site/okrs/a.md"), "640");
	p = open_it(pl, &o);
	assert_text(pl, p, "okrs/a.md", "A\n");
	assert_text(pl, p, "okrs/empty.md", "");
	assert_text(pl, p, "okrs/old/gone.md", NULL);
	assert_text(pl, p, "okrs/none/at/all.md", NULL);
	assert_string_equal(
		list(pl, p), "okrs/a.md okrs/empty.md okrs/new/deep/b.md ");
	assert_string_equal(publish_path(p, &pl->arena, "x.md"), "okrs/x.md");
	publish_close(p);
}

static void a_second_run_writes_no_file(void **state)
{
	struct place *pl = *state;
	struct publish_options o = folder_options(pl);
	struct changes c = some_changes(pl);
	const char *before;

	make_site(pl);
	apply(pl, &o, &c, true);
	before = sh(pl, "find site -printf '%%p %%i %%T@\\n' | sort");
	apply(pl, &o, &c, false);
	assert_string_equal(
		before, sh(pl, "find site -printf '%%p %%i %%T@\\n' | sort"));
}

static void a_file_edited_since_it_was_read_is_left(void **state)
{
	struct place *pl = *state;
	struct publish_options o = folder_options(pl);
	struct changes c = {.n = 0}, d = {.n = 0}, e = {.n = 0};

	make_site(pl);
	sh(pl, "echo edited >site/okrs/a.md");
	change(pl, &c, CHANGE_MODIFY, "okrs/a.md", "a\n", "A\n");
	refuses(pl, &o, &c, ERR_IO, true, "'okrs/a.md' was changed by");
	change(pl, &d, CHANGE_ADD, "okrs/a.md", "", "A\n");
	refuses(pl, &o, &d, ERR_IO, true, "in the meantime");
	change(pl, &e, CHANGE_REMOVE, "okrs/a.md", "a\n", "");
	refuses(pl, &o, &e, ERR_IO, true, "in the meantime");
	assert_string_equal(sh(pl, "cat site/okrs/a.md"), "edited");
}

static void links_are_not_followed(void **state)
{
	struct place *pl = *state;
	struct publish_options o = folder_options(pl);
	struct publish *p;

	make_site(pl);
	sh(pl, "mkdir out && echo secret >out/s.md && cd site/okrs && "
	       "ln -s ../../out dir && ln -s ../../out/s.md s.md && "
	       "ln -s nowhere dangling.md && mkfifo pipe.md");
	refuses_one(pl, &o, "okrs/dir/n.md", "'dir' is a symbolic link");
	refuses_one(pl, &o, "okrs/s.md", "'s.md' is a symbolic link");
	refuses_one(pl, &o, "okrs/dangling.md", "is a symbolic link");
	refuses_one(pl, &o, "okrs/pipe.md", "is not a regular file");
	refuses_one(pl, &o, "okrs/old", "is not a regular file");
	refuses_one(pl, &o, "okrs/a.md/x.md", "cannot open 'okrs/a.md/x.md'");
	p = open_it(pl, &o);
	cannot_read(pl, p, "okrs/s.md", "is a symbolic link");
	cannot_read(pl, p, "okrs/dir/s.md", "is a symbolic link");
	assert_string_equal(list(pl, p), "okrs/a.md okrs/old/gone.md ");
	publish_close(p);
	assert_string_equal(sh(pl, "ls out; cat out/s.md"), "s.md\nsecret");
	sh(pl, "cd site && mv okrs away && ln -s away okrs");
	refuses_one(pl, &o, "okrs/a.md", "'okrs' is a symbolic link");
}

static void paths_out_of_the_folder_are_refused(void **state)
{
	static const char *const bad[] = {"okrs/../README", "okrs//a.md",
		"okrs/./a.md", "okrs/", "", "/etc/passwd", "okrs/.git/config",
		"okrs/.GIT/hooks/x", "okrs/git~1/x", "okrs/a\\b.md",
		"okrs/a\nb.md", "okrs2/x.md", "README", "okrs"};
	struct place *pl = *state;
	struct publish_options o = folder_options(pl);
	struct changes c = {.n = 0};
	struct publish *p;
	struct str text;
	char deep[200] = "okrs", *end = deep + 4;
	bool there;

	make_site(pl);
	for (int i = 0; i < 40; i++, end += 2)
		memcpy(end, "/d", 3);
	p = open_it(pl, &o);
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		assert_int_equal(publish_read(p, &pl->arena, bad[i], &text,
					 &there, &pl->err),
			-1);
		assert_int_equal(pl->err.kind, ERR_REPO);
		assert_says(pl, "path");
	}
	cannot_read(pl, p, deep, "is too deep");
	cannot_read(pl, p, arena_printf(&pl->arena, "okrs/%05000d", 1),
		"is too long");
	publish_close(p);
	change(pl, &c, CHANGE_ADD, "okrs/n.md", "", "n\n");
	change(pl, &c, CHANGE_ADD, "okrs/../n.md", "", "n\n");
	refuses(pl, &o, &c, ERR_REPO, false, "it has the name '..' in it");
	c.v[1].path = "okrs/n.md";
	refuses(pl, &o, &c, ERR_REPO, false, "is to be changed twice");
	assert_string_equal(sh(pl, "ls site/okrs"), "a.md\nold");
	o.folder = "../out";
	assert_null(publish_open(&o, &pl->err));
	assert_int_equal(pl->err.kind, ERR_CONFIG);
	assert_says(pl, "cannot use the pages' folder");
}

static void the_root_can_be_the_folder(void **state)
{
	static const char *const roots[] = {NULL, ".", "okrs/"};
	struct place *pl = *state;
	struct publish_options o = folder_options(pl);
	const char *want[] = {"README okrs/a.md okrs/old/gone.md okrs2/x.md ",
		"README okrs/a.md okrs/old/gone.md okrs2/x.md ",
		"okrs/a.md okrs/old/gone.md "};

	make_site(pl);
	sh(pl, "mkdir site/.git; touch site/.git/config");
	for (size_t i = 0; i < COUNT_OF(roots); i++) {
		struct publish *p;

		o.folder = roots[i];
		p = open_it(pl, &o);
		assert_string_equal(list(pl, p), want[i]);
		publish_close(p);
	}
	o.path = in(pl, "none");
	assert_null(publish_open(&o, &pl->err));
	assert_int_equal(pl->err.kind, ERR_IO);
	assert_says(pl, "cannot open folder");
}

/* Root may write anywhere, so that a file stands where a folder should be
 * has to do for it. */
static void a_folder_that_cannot_be_written_says_so(void **state)
{
	struct place *pl = *state;
	struct publish_options o = folder_options(pl);

	make_site(pl);
	sh(pl, "mkdir site/okrs/.okrsync-new");
	refuses_one(pl, &o, "okrs/n.md", "cannot write 'okrs/n.md': ");
	if (geteuid() == 0)
		return;
	sh(pl, "rmdir site/okrs/.okrsync-new; chmod a-w site/okrs");
	refuses_one(pl, &o, "okrs/n.md", "Permission denied");
	refuses_one(pl, &o, "okrs/n/n.md", "cannot make a folder for");
}

/* As much as a full disk: pages before the failure are whole. */
static void a_full_disk_leaves_whole_pages(void **state)
{
	struct place *pl = *state;
	struct publish_options o = folder_options(pl);
	struct changes c = {.n = 0};
	struct rlimit limit, old;
	char large[9000] = "";

	make_site(pl);
	memset(large, 'x', sizeof large - 1);
	change(pl, &c, CHANGE_ADD, "okrs/1.md", "", "one\n");
	change(pl, &c, CHANGE_MODIFY, "okrs/a.md", "a\n", large);
	change(pl, &c, CHANGE_ADD, "okrs/z.md", "", "last\n");
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &old);
	limit = old;
	limit.rlim_cur = 4096;
	setrlimit(RLIMIT_FSIZE, &limit);
	refuses(pl, &o, &c, ERR_IO, false,
		"cannot write 'okrs/a.md': File too");
	setrlimit(RLIMIT_FSIZE, &old);
	assert_string_equal(
		sh(pl, "cd site/okrs; ls -A | tr '\\n' ' '; cat 1.md a.md"),
		"1.md a.md old one\na");
}

static void two_runs_do_not_write_at_once(void **state)
{
	struct place *pl = *state;
	struct publish_options o = folder_options(pl);
	int fd;

	make_site(pl);
	fd = open(in(pl, "site"), O_RDONLY);
	assert_int_equal(flock(fd, LOCK_EX), 0);
	refuses_one(pl, &o, "okrs/n.md", "another run is writing");
	close(fd);
}

static void a_file_that_is_too_large_is_not_read(void **state)
{
	struct place *pl = *state;
	struct publish_options o = folder_options(pl);
	struct publish *p;

	make_site(pl);
	sh(pl, "truncate -s 17M site/okrs/big.md");
	p = open_it(pl, &o);
	cannot_read(pl, p, "okrs/big.md", "is larger than 16777216 bytes");
	publish_close(p);
	if (no_git())
		skip();
	sh(pl, "cd site && git init -q -b main && git add . && "
	       "git commit -qm one");
	o.way = PUBLISH_GIT;
	o.author_name = o.author_email = o.message = "x";
	p = open_it(pl, &o);
	cannot_read(pl, p, "okrs/big.md", "is larger than 16777216 bytes");
	publish_close(p);
}

static void a_branch_gets_one_commit(void **state)
{
	struct place *pl = *state;
	struct publish_options o = git_options(pl, "bare.git");
	struct changes c = some_changes(pl);
	struct publish *p;

	if (no_git())
		skip();
	make_repository(pl);
	apply(pl, &o, &c, true);
	assert_string_equal(sh(pl, "git -C bare.git ls-tree -r main | cut "
				   "-c1-6,53-"),
		"100644\tREADME\n100755\tokrs/a.md\n100644\tokrs/empty.md\n"
		"100644\tokrs/new/deep/b.md\n100644\tokrs2/x.md");
	assert_string_equal(
		sh(pl, "git -C bare.git rev-list --count main"), "2");
	assert_string_equal(sh(pl, "git -C bare.git fsck --strict"), "");
	p = open_it(pl, &o);
	assert_text(pl, p, "okrs/a.md", "A\n");
	assert_text(pl, p, "okrs/empty.md", "");
	assert_text(pl, p, "okrs/old/gone.md", NULL);
	assert_string_equal(
		list(pl, p), "okrs/a.md okrs/empty.md okrs/new/deep/b.md ");
	assert_string_equal(publish_where(p),
		arena_printf(&pl->arena, "branch 'main' of '%s'", o.path));
	publish_close(p);
	apply(pl, &o, &c, false);
	assert_string_equal(
		sh(pl, "git -C bare.git rev-list --count main"), "2");
}

static void an_empty_repository_gets_a_first_commit(void **state)
{
	struct place *pl = *state;
	struct publish_options o = git_options(pl, "new.git");
	struct changes c = {.n = 0};
	struct publish *p;

	if (no_git())
		skip();
	sh(pl, "git init -q --bare -b trunk new.git");
	p = open_it(pl, &o);
	assert_text(pl, p, "okrs/a.md", NULL);
	assert_string_equal(list(pl, p), "");
	publish_close(p);
	change(pl, &c, CHANGE_ADD, "okrs/a.md", "", "a\n");
	apply(pl, &o, &c, true);
	assert_string_equal(sh(pl, "git -C new.git log --format=%%s%%P trunk"),
		"okrs: update pages");
	c.n = 0;
	change(pl, &c, CHANGE_REMOVE, "okrs/a.md", "a\n", "");
	apply(pl, &o, &c, true);
	assert_string_equal(sh(pl, "git -C new.git ls-tree -r trunk"), "");
}

static void links_in_a_repository_are_named(void **state)
{
	struct place *pl = *state;
	struct publish_options o = git_options(pl, "bare.git");
	struct publish *p;
	struct texts paths;

	if (no_git())
		skip();
	sh(pl, "mkdir seed; ln -s nowhere seed/link");
	make_repository(pl);
	sh(pl, "cd seed/okrs && ln -s a.md l.md && ln -s old dir && git add . "
	       "&& "
	       "git commit -qm two && git push -q ../bare.git main");
	refuses_one(pl, &o, "okrs/l.md",
		"'okrs/l.md' is a symbolic link on "
		"branch 'main'");
	refuses_one(pl, &o, "okrs/dir/x.md", "'okrs/dir' is a symbolic link");
	refuses_one(pl, &o, "okrs/a.md/x.md", "'okrs/a.md' is a file");
	refuses_one(pl, &o, "okrs/old", "'okrs/old' is a folder");
	p = open_it(pl, &o);
	cannot_read(pl, p, "okrs/dir/gone.md", "is a symbolic link");
	assert_string_equal(list(pl, p), "okrs/a.md okrs/old/gone.md ");
	publish_close(p);
	o.folder = "link";
	p = open_it(pl, &o);
	assert_int_equal(publish_list(p, &pl->arena, &paths, &pl->err), -1);
	assert_says(pl, "'link' is a symbolic link");
	publish_close(p);
}

static void what_is_no_repository_is_said_to_be_none(void **state)
{
	struct place *pl = *state;
	struct publish_options o = git_options(pl, "nothing");

	assert_null(publish_open(&o, &pl->err));
	assert_int_equal(pl->err.kind, ERR_REPO);
	assert_says(pl, "is not a git repository: give the top folder");
	if (no_git())
		skip();
	make_repository(pl);
	o.path = in(pl, "seed/okrs");
	assert_null(publish_open(&o, &pl->err));
	assert_says(pl, "is not a git repository");
	o.path = in(pl, "bare.git");
	o.branch = "none";
	assert_null(publish_open(&o, &pl->err));
	assert_says(pl, "there is no branch 'none'");
	o.branch = "bad..name";
	assert_null(publish_open(&o, &pl->err));
	assert_int_equal(pl->err.kind, ERR_CONFIG);
	assert_says(pl, "cannot be the name of a branch");
	o.branch = "";
	o.author_name = "<>";
	assert_null(publish_open(&o, &pl->err));
	assert_int_equal(pl->err.kind, ERR_CONFIG);
	assert_says(pl, "cannot commit as");
	o.author_name = "x";
	o.message = " ";
	assert_null(publish_open(&o, &pl->err));
	assert_int_equal(pl->err.kind, ERR_CONFIG);
	assert_says(pl, "the message for commits is empty");
	o.message = "m";
	o.remote = "upstream";
	assert_null(publish_open(&o, &pl->err));
	assert_says(pl, "has no remote 'upstream'");
	o.remote = in(pl, "nowhere.git");
	assert_null(publish_open(&o, &pl->err));
	assert_says(pl, "failed fetching from");
	o.remote = "";
	sh(pl, "git -C bare.git update-ref --no-deref HEAD main");
	assert_null(publish_open(&o, &pl->err));
	assert_says(pl, "is on no branch (detached HEAD)");
	sh(pl, "rm -r bare.git/objects/*");
	o.branch = "main";
	assert_null(publish_open(&o, &pl->err));
	assert_int_equal(pl->err.kind, ERR_REPO);
	assert_says(pl, "cannot read the branch 'main'");
}

static void a_checked_out_branch_is_left_alone(void **state)
{
	struct place *pl = *state;
	struct publish_options o = git_options(pl, "seed");

	if (no_git())
		skip();
	make_repository(pl);
	refuses_one(pl, &o, "okrs/n.md", "is checked out there");
	assert_string_equal(sh(pl, "git -C seed status --porcelain"), "");
	sh(pl, "git -C seed worktree add -q ../tree -b other");
	o.branch = "other";
	refuses_one(pl, &o, "okrs/n.md", "is checked out there");
}

static void a_moved_or_locked_branch_is_not_overwritten(void **state)
{
	struct place *pl = *state;
	struct publish_options o = git_options(pl, "bare.git");
	struct changes c = some_changes(pl);
	struct publish *p;
	const char *id, *theirs;
	bool moved;

	if (no_git())
		skip();
	make_repository(pl);
	p = open_it(pl, &o);
	sh(pl, "cd seed && echo x >x && git add x && git commit -qm two && "
	       "git push -q ../bare.git main");
	theirs = sh(pl, "git -C bare.git rev-parse main");
	assert_int_equal(publish_apply(p, &c, &id, &moved, &pl->err), -1);
	assert_true(moved);
	assert_says(pl, "has got another commit in the meantime");
	publish_close(p);
	sh(pl, "touch bare.git/refs/heads/main.lock");
	refuses(pl, &o, &c, ERR_REPO, false, "bare.git/refs/heads/main.lock'");
	assert_string_equal(sh(pl, "git -C bare.git rev-parse main"), theirs);
}

static void a_push_to_a_folder_moves_what_the_clone_knows(void **state)
{
	struct place *pl = *state;
	struct publish_options o = git_options(pl, "clone");
	struct changes c = some_changes(pl);
	const char *before;

	if (no_git())
		skip();
	make_repository(pl);
	sh(pl, "git clone -q bare.git clone");
	sh(pl, "mkdir -p clone/.git/refs/remotes/origin");
	before = sh(pl, "git -C clone rev-parse main; git -C clone status "
			"--porcelain; find clone/.git -name '*.lock'");
	o.remote = "origin";
	apply(pl, &o, &c, true);
	assert_string_equal(sh(pl, "git -C clone rev-parse origin/main"),
		sh(pl, "git -C bare.git rev-parse main"));
	assert_string_equal(sh(pl, "git -C clone rev-parse main; git -C clone "
				   "status --porcelain; find clone/.git -name "
				   "'*.lock'"),
		before);
	/* A stale lock on it is in nobody's way. */
	sh(pl, "touch clone/.git/refs/remotes/origin/main.lock");
	c.v[1].fresh = STR("B\n");
	apply(pl, &o, &c, true);
	assert_string_equal(
		sh(pl, "git -C bare.git rev-list --count main"), "3");
}

static void a_repository_that_cannot_be_written_says_so(void **state)
{
	struct place *pl = *state;
	struct publish_options o = git_options(pl, "bare.git");
	struct changes c = {.n = 0};
	struct rlimit limit, old;
	char large[9000];

	if (no_git())
		skip();
	make_repository(pl);
	for (size_t i = 0; i < sizeof large - 1; i++)
		large[i] = (char)('!' + i * i * 7919 % 90);
	large[sizeof large - 1] = '\0';
	change(pl, &c, CHANGE_ADD, "okrs/n.md", "", large);
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &old);
	limit = old;
	limit.rlim_cur = 100;
	setrlimit(RLIMIT_FSIZE, &limit);
	refuses(pl, &o, &c, ERR_REPO, false, "cannot store 'okrs/n.md' in");
	setrlimit(RLIMIT_FSIZE, &old);
	assert_string_equal(
		sh(pl, "git -C bare.git rev-list --count main"), "1");
}

static void a_difference_looks_as_git_prints_it(void **state)
{
	struct place *pl = *state;
	struct changes c = {.n = 0};
	struct buf b;

	change(pl, &c, CHANGE_REMOVE, "okrs/z.md", "bye\n", "");
	change(pl, &c, CHANGE_MODIFY, "okrs/m.md", "1\n2\n3", "1\ntwo\n3");
	change(pl, &c, CHANGE_ADD, "okrs/a.md", "", "hi");
	buf_init(&b, 1 << 20);
	assert_int_equal(publish_diff(&c, &b, &pl->err), 0);
	assert_string_equal(b.p, "diff --git a/okrs/a.md b/okrs/a.md\n"
				 "new file mode 100644\n"
				 "index 0000000..32f95c0\n"
				 "--- /dev/null\n"
				 "+++ b/okrs/a.md\n"
				 "@@ -0,0 +1 @@\n"
				 "+hi\n"
				 "\\ No newline at end of file\n"
				 "diff --git a/okrs/m.md b/okrs/m.md\n"
				 "index 5f5fbe7..8f93bc6 100644\n"
				 "--- a/okrs/m.md\n"
				 "+++ b/okrs/m.md\n"
				 "@@ -1,3 +1,3 @@\n"
				 " 1\n"
				 "-2\n"
				 "+two\n"
				 " 3\n"
				 "\\ No newline at end of file\n"
				 "diff --git a/okrs/z.md b/okrs/z.md\n"
				 "deleted file mode 100644\n"
				 "index b023018..0000000\n"
				 "--- a/okrs/z.md\n"
				 "+++ /dev/null\n"
				 "@@ -1 +0,0 @@\n"
				 "-bye\n");
	buf_release(&b);
}

/* git itself takes the difference, empty and binary files included. */
static void git_applies_the_difference(void **state)
{
	struct place *pl = *state;
	struct changes c = some_changes(pl);
	struct buf b;
	FILE *f;

	if (no_git())
		skip();
	make_repository(pl);
	buf_init(&b, 1 << 20);
	assert_int_equal(publish_diff(&c, &b, &pl->err), 0);
	f = fopen(in(pl, "patch"), "w");
	assert_int_equal(fwrite(b.p, 1, b.n, f), b.n);
	fclose(f);
	assert_string_equal(
		sh(pl, "cd seed && git apply ../patch 2>/dev/null && find okrs "
		       "-type f | "
		       "LC_ALL=C sort | tr '\\n' ' '; cat okrs/a.md"),
		"okrs/a.md okrs/empty.md okrs/new/deep/b.md A");
	buf_clear(&b);
	c.n = 0;
	change(pl, &c, CHANGE_MODIFY, "okrs/a.png", "", "");
	c.v[0].old = STR("\x89PNG\0\1");
	c.v[0].fresh = STR("\x89PNG\0\2");
	assert_int_equal(publish_diff(&c, &b, &pl->err), 0);
	assert_non_null(strstr(b.p, "Binary files a/okrs/a.png and "
				    "b/okrs/a.png differ\n"));
	c.n = 0;
	buf_clear(&b);
	assert_int_equal(publish_diff(&c, &b, &pl->err), 0);
	assert_int_equal(b.n, 0);
	buf_release(&b);
}

#define PLACE_TEST(f) cmocka_unit_test_setup_teardown(f, place_begin, place_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLACE_TEST(files_are_added_changed_and_removed),
		PLACE_TEST(a_second_run_writes_no_file),
		PLACE_TEST(a_file_edited_since_it_was_read_is_left),
		PLACE_TEST(links_are_not_followed),
		PLACE_TEST(paths_out_of_the_folder_are_refused),
		PLACE_TEST(the_root_can_be_the_folder),
		PLACE_TEST(a_folder_that_cannot_be_written_says_so),
		PLACE_TEST(a_full_disk_leaves_whole_pages),
		PLACE_TEST(two_runs_do_not_write_at_once),
		PLACE_TEST(a_file_that_is_too_large_is_not_read),
		PLACE_TEST(a_branch_gets_one_commit),
		PLACE_TEST(an_empty_repository_gets_a_first_commit),
		PLACE_TEST(links_in_a_repository_are_named),
		PLACE_TEST(what_is_no_repository_is_said_to_be_none),
		PLACE_TEST(a_checked_out_branch_is_left_alone),
		PLACE_TEST(a_moved_or_locked_branch_is_not_overwritten),
		PLACE_TEST(a_push_to_a_folder_moves_what_the_clone_knows),
		PLACE_TEST(a_repository_that_cannot_be_written_says_so),
		PLACE_TEST(a_difference_looks_as_git_prints_it),
		PLACE_TEST(git_applies_the_difference),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * The talk with the remote: where its branch is, fetching that commit, and
 * pushing ours onto it.  The remote is used without its name, so libgit2 moves
 * no local reference by itself.
 *
 * A push is a compare-and-swap: it goes out only while the remote says the
 * branch is where we found it, and the server checks the same.  When a push
 * fails for whatever reason, the remote is asked once more: if the branch is
 * at our commit after all it went well, and if it is somewhere else somebody
 * was faster.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "publish_p.h"

/* One talk. */
struct talk {
	struct publish *p;
	git_remote *remote;
	git_remote_callbacks callbacks;
	struct guard guard;
	struct buf words;   /* what the server says */
	struct buf refusal; /* its reason for refusing the branch */
	bool refused;
	bool moved; /* the branch is not where we found it */
	bool sent;  /* the push went out: its end is news to us */
	int logins; /* how often a login was asked for */
	bool token_sent;
};

static bool may_use_token(const struct publish *p)
{
	struct address a = address_parse(str_of(p->url));

	return *p->o.token && address_is_http(&a) &&
	       address_is_at(&a, p->o.token_host);
}

/* libgit2 tries the login in the address first; then this is called, again
 * and again for as long as the server says 401. */
static int give_login(git_credential **out, const char *url, const char *user,
	unsigned int allowed, void *payload)
{
	struct talk *t = payload;
	struct address a = address_parse(str_of(url));

	if (t->logins++)
		return GIT_EAUTH;
	if (allowed & GIT_CREDENTIAL_SSH_KEY)
		return git_credential_ssh_key_from_agent(
			out, user ? user : "git");
	if (!(allowed & GIT_CREDENTIAL_USERPASS_PLAINTEXT) ||
		!may_use_token(t->p) || !address_is_at(&a, t->p->o.token_host))
		return GIT_EAUTH;
	t->token_sent = true;
	return git_credential_userpass_plaintext_new(
		out, t->p->o.token_user, t->p->o.token);
}

static int hear_words(const char *text, int n, void *payload)
{
	struct talk *t = payload;

	if (n > 0)
		buf_add(&t->words, (struct str){text, (size_t)n});
	return guard_is_over(&t->guard) ? GIT_EUSER : 0;
}

static int watch_fetch(const git_indexer_progress *progress, void *payload)
{
	struct talk *t = payload;

	(void)progress;
	return guard_is_over(&t->guard) ? GIT_EUSER : 0;
}

static int watch_push(
	unsigned int current, unsigned int total, size_t bytes, void *payload)
{
	struct talk *t = payload;

	(void)current, (void)total, (void)bytes;
	return guard_is_over(&t->guard) ? GIT_EUSER : 0;
}

/* Last look before the push goes out: src is where the remote's branch is. */
static int check_tip(const git_push_update **updates, size_t n, void *payload)
{
	static const git_oid zero;
	struct talk *t = payload;
	const git_oid *want = t->p->has_tip ? &t->p->tip : &zero;

	for (size_t i = 0; i < n; i++)
		if (!git_oid_equal(&updates[i]->src, want))
			t->moved = true;
	t->sent = !t->moved;
	return t->moved ? GIT_EUSER : 0;
}

static int hear_result(const char *ref, const char *status, void *payload)
{
	struct talk *t = payload;

	if (status && !strcmp(ref, t->p->ref)) {
		t->refused = true;
		buf_adds(&t->refusal, status);
	}
	return 0;
}

static void set_callbacks(struct talk *t)
{
	git_remote_init_callbacks(&t->callbacks, GIT_REMOTE_CALLBACKS_VERSION);
	t->callbacks.credentials = give_login;
	t->callbacks.sideband_progress = hear_words;
	t->callbacks.transfer_progress = watch_fetch;
	t->callbacks.push_transfer_progress = watch_push;
	t->callbacks.push_update_reference = hear_result;
	t->callbacks.push_negotiation = check_tip;
	t->callbacks.payload = t;
}

static int begin(struct talk *t, struct publish *p, struct err *err)
{
	git_remote_create_options o;

	*t = (struct talk){.p = p};
	git_remote_create_options_init(&o, GIT_REMOTE_CREATE_OPTIONS_VERSION);
	o.repository = p->repo;
	o.flags = GIT_REMOTE_CREATE_SKIP_INSTEADOF |
		  GIT_REMOTE_CREATE_SKIP_DEFAULT_FETCHSPEC;
	buf_init(&t->words, WORDS_BYTES);
	buf_init(&t->refusal, WORDS_BYTES);
	set_callbacks(t);
	guard_begin(&t->guard, p->o.timeout_ms);
	if (git_remote_create_with_opts(&t->remote, p->url, &o) < 0)
		return clone_fail(p, err, "cannot use remote %s", p->shown);
	return 0;
}

static void end(struct talk *t)
{
	git_remote_free(t->remote);
	guard_end(&t->guard);
	buf_release(&t->words);
	buf_release(&t->refusal);
}

static void set_proxy(const struct publish *p, git_proxy_options *proxy)
{
	struct address a = address_parse(str_of(p->url));

	proxy->type = address_is_loopback(&a) ? GIT_PROXY_NONE : GIT_PROXY_AUTO;
}

static void tell(struct publish *p, const char *what)
{
	if (p->o.log)
		p->o.log(p->o.ctx,
			arena_printf(&p->arena, "git %s %s", what, p->shown));
}

static int connect_to(struct talk *t, git_direction direction)
{
	git_remote_connect_options o;

	assert(t->remote);
	tell(t->p, "fetch");
	git_remote_connect_options_init(&o, GIT_REMOTE_CONNECT_OPTIONS_VERSION);
	o.callbacks = t->callbacks;
	o.follow_redirects = GIT_REMOTE_REDIRECT_NONE;
	set_proxy(t->p, &o.proxy_opts);
	return git_remote_connect_ext(t->remote, direction, &o);
}

static int explain_login(const struct talk *t, struct err *err)
{
	const struct publish *p = t->p;

	if (t->token_sent)
		return err_set(err, ERR_REPO,
			"%s does not accept the token: it needs the scope "
			"write_repository, must not have expired, and its "
			"owner must be allowed to push",
			p->shown);
	if (*p->o.token && !may_use_token(p))
		return err_set(err, ERR_REPO,
			"%s wants a login, and the token is only for '%s'",
			p->shown, p->o.token_host);
	return err_set(err, ERR_REPO,
		"%s wants a login and there is none that it accepts: give a "
		"token with the scope write_repository",
		p->shown);
}

/* The status in libgit2's "unexpected http status code: 404", or 0. */
static long http_status(const char *message)
{
	struct str s = str_of(message), what = STR("http status code: ");
	size_t at = str_find(s, what);
	long status = 0;

	if (at == STR_NONE)
		return 0;
	s = str_sub(s, at + what.n, s.n);
	return str_take_number(&s, 999, &status) ? status : 0;
}

static int explain_status(const struct talk *t, long status, struct err *err)
{
	const char *shown = t->p->shown;

	if (status == 401)
		return explain_login(t, err);
	if (status == 403)
		return err_set(err, ERR_REPO,
			"%s forbids it (403): the token needs the scope "
			"write_repository and the role Developer or higher",
			shown);
	if (status == 404)
		return err_set(err, ERR_REPO,
			"there is no repository at %s (404), or the token may "
			"not see it",
			shown);
	if (status >= 300 && status < 400)
		return err_set(err, ERR_REPO,
			"%s redirects to another address (%ld), and that is "
			"not followed: set the remote to its new address",
			shown, status);
	return err_set(err, ERR_REPO,
		"%s cannot serve git just now (status %ld): try again later",
		shown, status);
}

/* Why libgit2 gave up with e while DOING ("fetching from"). Returns -1. */
static int explain(struct talk *t, int e, const char *doing, struct err *err)
{
	const git_error *last = git_error_last();
	const char *message = last && last->message ? last->message : "";
	long status = http_status(message);

	if (guard_is_over(&t->guard))
		return err_set(err, ERR_REPO,
			"%s does not answer: gave up %s it after %ld s",
			t->p->shown, doing, (t->p->o.timeout_ms + 999) / 1000);
	if (e == GIT_EAUTH || t->logins > 1)
		return explain_login(t, err);
	if (status)
		return explain_status(t, status, err);
	if (e == GIT_ECERTIFICATE)
		return clone_fail(t->p, err,
			"cannot trust the certificate of %s (is a CA file "
			"needed?)",
			t->p->shown);
	if (strstr(message, "cannot redirect"))
		return err_set(err, ERR_REPO,
			"%s redirects to another host, which is not followed: "
			"set the remote to its new address",
			t->p->shown);
	return clone_fail(t->p, err, "failed %s %s", doing, t->p->shown);
}

/* The remote's branch: its tip, or *there false. */
static int find_branch(
	struct talk *t, git_oid *tip, bool *there, size_t *n, struct err *err)
{
	const git_remote_head **heads;

	*there = false;
	if (git_remote_ls(&heads, n, t->remote) < 0)
		return explain(t, -1, "fetching from", err);
	for (size_t i = 0; i < *n; i++) {
		if (strcmp(heads[i]->name, t->p->ref))
			continue;
		*tip = heads[i]->oid;
		*there = true;
	}
	return 0;
}

/* Without a branch in the options: the one the remote's HEAD names, or in an
 * empty remote the branch we are on. */
static int choose_branch(struct talk *t, struct err *err)
{
	struct publish *p = t->p;
	git_buf name = GIT_BUF_INIT;
	struct str ref = STR("");
	const char *branch;

	if (p->branch)
		return 0;
	if (!git_remote_default_branch(&name, t->remote))
		ref = (struct str){name.ptr, name.size};
	branch = str_skip(&ref, "refs/heads/") ? arena_text(&p->arena, ref)
					       : clone_head_branch(p);
	git_buf_dispose(&name);
	return clone_set_branch(p, *branch ? branch : "main", err);
}

/* Best effort: where git keeps what it knows of the remote's branch. */
static void move_tracking(struct publish *p, const git_oid *tip)
{
	git_reference *ref = NULL;

	if (*p->tracking)
		git_reference_create(&ref, p->repo, p->tracking, tip, 1,
			"okrsync: OKR pages");
	git_reference_free(ref);
}

static int fetch(struct talk *t, struct err *err)
{
	struct publish *p = t->p;
	git_fetch_options o;
	char *spec = (char *)(uintptr_t)p->ref;
	git_strarray specs = {&spec, 1};
	git_odb *odb = NULL;
	bool known;
	int e;

	if (git_repository_odb(&odb, p->repo) < 0)
		return clone_fail(p, err, "cannot read '%s'", p->o.path);
	known = git_odb_exists(odb, &p->tip);
	git_odb_free(odb);
	if (known)
		return 0;
	if (p->shallow && p->o.too_shallow)
		*p->o.too_shallow = true;
	if (p->shallow)
		return err_set(err, ERR_REPO,
			"'%s' is a shallow clone and %s has newer commits, "
			"which cannot be fetched into one: set GIT_DEPTH: 0 in "
			"the CI job, or run 'git fetch --unshallow', or just "
			"run the job again",
			p->o.path, p->where);
	git_fetch_options_init(&o, GIT_FETCH_OPTIONS_VERSION);
	o.callbacks = t->callbacks;
	o.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE;
	o.update_fetchhead = 0;
	o.follow_redirects = GIT_REMOTE_REDIRECT_NONE;
	set_proxy(p, &o.proxy_opts);
	e = git_remote_download(t->remote, &specs, &o);
	return e < 0 ? explain(t, e, "fetching from", err) : 0;
}

/* Sets tip and has_tip. *n counts what the remote has, branches and tags. */
static int look(
	struct talk *t, git_oid *tip, bool *there, size_t *n, struct err *err)
{
	int e = connect_to(t, GIT_DIRECTION_FETCH);

	if (e < 0)
		return explain(t, e, "fetching from", err);
	if (choose_branch(t, err))
		return -1;
	t->p->where = arena_printf(
		&t->p->arena, "branch '%s' of %s", t->p->branch, t->p->shown);
	return find_branch(t, tip, there, n, err);
}

/* The tracking branch of a named remote, by its own refspecs. */
static void set_tracking(struct publish *p)
{
	git_remote *named = NULL;
	git_buf ref = GIT_BUF_INIT;

	p->tracking = "";
	if (git_remote_lookup(&named, p->repo, p->o.remote) < 0)
		return;
	for (size_t i = 0; i < git_remote_refspec_count(named); i++) {
		const git_refspec *spec = git_remote_get_refspec(named, i);

		if (git_refspec_direction(spec) != GIT_DIRECTION_FETCH ||
			!git_refspec_src_matches(spec, p->ref) ||
			git_refspec_transform(&ref, spec, p->ref) < 0)
			continue;
		p->tracking =
			arena_text(&p->arena, (struct str){ref.ptr, ref.size});
		git_buf_dispose(&ref);
		break;
	}
	if (!str_starts(str_of(p->tracking), "refs/remotes/"))
		p->tracking = "";
	git_remote_free(named);
}

/* The address behind the remote's name, or the address given as such. */
static int find_address(struct publish *p, struct err *err)
{
	const char *url = p->o.remote, *push;
	git_remote *named = NULL;
	int e = git_remote_lookup(&named, p->repo, url);

	if (!e) {
		push = git_remote_pushurl(named);
		url = push ? push : git_remote_url(named);
		p->url = arena_text(&p->arena, str_of(url));
		git_remote_free(named);
	} else if (strpbrk(url, "/:")) {
		p->url = url;
	} else {
		return err_set(err, ERR_REPO,
			"'%s' has no remote '%s': add it with 'git remote "
			"add', or give an address",
			p->o.path, url);
	}
	p->shown = address_shown(&p->arena, p->url);
	return 0;
}

/* The token goes over https, or not far; then no other login is needed. */
static int prepare_token(struct publish *p, struct err *err)
{
	struct address a = address_parse(str_of(p->url));

	if (!may_use_token(p))
		return 0;
	if (!str_iis(a.scheme, "https") && !address_is_loopback(&a))
		return err_set(err, ERR_CONFIG,
			"will not send the token to %s, where others can read "
			"it on the way: use https",
			p->shown);
	p->url = address_bare(&p->arena, p->url);
	return 0;
}

int remote_find(struct publish *p, struct err *err)
{
	struct talk t;
	size_t n = 0;
	int failed;

	assert(p->repo && !p->has_tip);
	if (find_address(p, err) || prepare_token(p, err))
		return -1;
	failed = begin(&t, p, err) || look(&t, &p->tip, &p->has_tip, &n, err);
	if (!failed)
		set_tracking(p);
	if (!failed && !p->has_tip && n)
		failed = err_set(err, ERR_REPO,
			"there is no branch '%s' at %s: create it, or name "
			"another one",
			p->branch, p->shown);
	if (!failed && p->has_tip) {
		failed = fetch(&t, err);
		if (!failed)
			move_tracking(p, &p->tip);
	}
	end(&t);
	return failed ? -1 : 0;
}

/* A push failed: did it, and where is the branch now? */
static bool look_again(struct publish *p, const git_oid *commit, bool *moved)
{
	struct err ignored = ERR_INIT;
	struct talk t;
	git_oid tip;
	bool there = false, arrived = false;
	size_t n;

	if (!begin(&t, p, &ignored) && !look(&t, &tip, &there, &n, &ignored)) {
		arrived = there && git_oid_equal(&tip, commit);
		*moved = there != p->has_tip ||
			 (there && !git_oid_equal(&tip, &p->tip));
	}
	end(&t);
	return arrived;
}

static int explain_refusal(struct talk *t, struct err *err)
{
	struct publish *p = t->p;
	struct buf reason, words;

	assert(t->refused);
	buf_init(&reason, WORDS_BYTES);
	buf_init(&words, WORDS_BYTES);
	words_add(&reason, buf_str(&t->refusal), p->o.token);
	words_add(&words, buf_str(&t->words), p->o.token);
	err_set(err, ERR_REPO, "the push to %s was refused: %s%s%s", p->where,
		reason.p, words.n ? "; the server says: " : "", words.p);
	buf_release(&reason);
	buf_release(&words);
	return -1;
}

static int send_commit(struct talk *t, const git_oid *commit, struct err *err)
{
	struct publish *p = t->p;
	git_push_options o;
	char *spec = (char *)(uintptr_t)arena_printf(
		&p->arena, "%s:%s", LONE_REF, p->ref);
	git_strarray specs = {&spec, 1};
	git_refdb *saved;
	int e;

	assert(!t->sent && !t->refused);
	git_push_options_init(&o, GIT_PUSH_OPTIONS_VERSION);
	o.callbacks = t->callbacks;
	o.follow_redirects = GIT_REMOTE_REDIRECT_NONE;
	set_proxy(p, &o.proxy_opts);
	if (lone_begin(p, commit, &saved, err)) {
		lone_end(p, saved);
		return -1;
	}
	tell(p, "push");
	e = git_remote_push(t->remote, &specs, &o);
	lone_end(p, saved);
	if (e == GIT_ENONFASTFORWARD)
		t->moved = true;
	if (t->refused)
		return explain_refusal(t, err);
	return e < 0 ? explain(t, e, "pushing to", err) : 0;
}

int remote_push(
	struct publish *p, const git_oid *commit, bool *moved, struct err *err)
{
	struct err why = ERR_INIT;
	struct talk t;
	int failed = begin(&t, p, &why) || send_commit(&t, commit, &why);
	bool in_doubt = failed && t.sent && !t.moved;

	assert(commit && moved);
	assert(p->repo && *p->url);
	*moved = failed && t.moved;
	end(&t);
	if (in_doubt && look_again(p, commit, moved))
		failed = 0;
	if (!failed) {
		move_tracking(p, commit);
		return 0;
	}
	if (*moved)
		return err_set(err, ERR_REPO,
			"%s has got another commit in the meantime", p->where);
	return err_set(err, why.kind, "%s", why.text);
}

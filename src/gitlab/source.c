/*
 * Addresses as copied from the browser: which project or group, which board,
 * and what narrows the issues.
 *
 * An address is cut in three: the instance, the path with its "/-/" part,
 * and the query, whose parameters go through one table.
 */
#include "source.h"

#include <stdio.h>
#include <string.h>

#include "url_p.h"

enum { PATH_BYTES = 4096, FILTER_BYTES = 8192, NUMBER_MAX = 2000000000 };

/* What a parameter of the browser's address means to the API. */
enum meaning {
	IGNORED,
	LABEL,
	NOT_LABEL,
	MILESTONE,
	STATE,
	PASSED, /* under the name .api, unchanged */
	YES_NO,
	TYPE,
	HEALTH,
	ASSIGNEE, /* an id, or None or Any */
	SECRET,
};

static const struct param {
	const char *web, *api;
	enum meaning meaning;
} PARAMS[] = {
	{"label_name[]", NULL, LABEL},
	{"label_name", NULL, LABEL},
	{"labels", NULL, LABEL},
	{"not[label_name][]", NULL, NOT_LABEL},
	{"not[label_name]", NULL, NOT_LABEL},
	{"milestone_title", NULL, MILESTONE},
	{"not[milestone_title]", "not[milestone]", PASSED},
	{"state", NULL, STATE},
	{"assignee_username", "assignee_username[]", PASSED},
	{"assignee_username[]", "assignee_username[]", PASSED},
	{"assignee_id", "assignee_id", ASSIGNEE},
	{"not[assignee_username]", "not[assignee_username][]", PASSED},
	{"not[assignee_username][]", "not[assignee_username][]", PASSED},
	{"author_username", "author_username", PASSED},
	{"not[author_username]", "not[author_username]", PASSED},
	{"not[author_username][]", "not[author_username]", PASSED},
	{"my_reaction_emoji", "my_reaction_emoji", PASSED},
	{"search", "search", PASSED},
	{"in", "in", PASSED},
	{"weight", "weight", PASSED},
	{"not[weight]", "not[weight]", PASSED},
	{"iteration_id", "iteration_id", PASSED},
	{"iteration_title", "iteration_title", PASSED},
	{"epic_id", "epic_id", PASSED},
	{"due_date", "due_date", PASSED},
	{"confidential", "confidential", YES_NO},
	{"type", "issue_type", TYPE},
	{"type[]", "issue_type", TYPE},
	{"types", "issue_type", TYPE},
	{"types[]", "issue_type", TYPE},
	{"health_status", "health_status", HEALTH},
	{"utf8", NULL, IGNORED},
	{"scope", NULL, IGNORED},
	{"sort", NULL, IGNORED},
	{"page", NULL, IGNORED},
	{"per_page", NULL, IGNORED},
	{"first_page_size", NULL, IGNORED},
	{"last_page_size", NULL, IGNORED},
	{"page_after", NULL, IGNORED},
	{"page_before", NULL, IGNORED},
	{"group_by", NULL, IGNORED},
	{"view", NULL, IGNORED},
	{"show", NULL, IGNORED},
	{"show_labels", NULL, IGNORED},
	{"nav_source", NULL, IGNORED},
	{"ref_type", NULL, IGNORED},
	{"private_token", NULL, SECRET},
	{"access_token", NULL, SECRET},
	{"job_token", NULL, SECRET},
	{"feed_token", NULL, SECRET},
	{"rss_token", NULL, SECRET},
};

static const struct param *find_param(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(PARAMS); i++)
		if (strcmp(PARAMS[i].web, name) == 0)
			return &PARAMS[i];
	return NULL;
}

/* Only a name that looks like one is repeated: it could be a secret. */
static int refuse_param(const char *name, struct err *err)
{
	bool plain = strlen(name) <= 40;

	for (const char *p = name; *p; p++)
		plain = plain && *p &&
			strchr("abcdefghijklmnopqrstuvwxyz_[]", *p);
	return err_set(err, ERR_CONFIG,
		"the filter '%s' of the address is not supported: remove it "
		"in the browser and copy the address again",
		plain ? name : "?");
}

static int refuse_value(const char *name, struct err *err)
{
	return err_set(err, ERR_CONFIG,
		"the value of '%s' in the address is not supported: choose "
		"another in the browser and copy the address again",
		name);
}

static void pass(struct buf *filter, const char *name, const char *value)
{
	buf_addc(filter, '&');
	url_encode(filter, str_of(name));
	buf_addc(filter, '=');
	url_encode(filter, str_of(value));
}

static bool add_label(struct arena *a, struct texts *to, const char *value)
{
	struct str left = str_of(value), label;

	while (str_take_until(&left, ',', &label)) {
		label = str_trim(label);
		if (label.n)
			*vec_add(a, to) = arena_text(a, label);
	}
	return true;
}

static bool set_once(struct arena *a, const char **to, const char *value)
{
	struct str v = str_of(value);

	str_skip_char(&v, '#'); /* "#upcoming" of older addresses */
	if (**to)
		return str_is(v, *to);
	*to = str_iis(v, "upcoming")  ? "Upcoming"
	      : str_iis(v, "started") ? "Started"
				      : arena_text(a, str_of(value));
	return true;
}

static bool set_state(const char **to, const char *value)
{
	if (strcmp(value, "all") == 0 || !*value)
		return true;
	*to = strcmp(value, "opened") == 0   ? "opened"
	      : strcmp(value, "closed") == 0 ? "closed"
					     : "";
	return **to != '\0';
}

/* A value whose spelling differs between browser and API. */
static bool pass_word(
	struct buf *filter, const struct param *p, const char *value)
{
	static const struct {
		enum meaning meaning;
		const char *web, *api;
	} WORDS[] = {
		{YES_NO, "yes", "true"},
		{YES_NO, "no", "false"},
		{YES_NO, "true", "true"},
		{YES_NO, "false", "false"},
		{TYPE, "issue", "issue"},
		{TYPE, "incident", "incident"},
		{TYPE, "task", "task"},
		{HEALTH, "ontrack", "on_track"},
		{HEALTH, "on_track", "on_track"},
		{HEALTH, "needsattention", "needs_attention"},
		{HEALTH, "needs_attention", "needs_attention"},
		{HEALTH, "atrisk", "at_risk"},
		{HEALTH, "at_risk", "at_risk"},
		{HEALTH, "none", "none"},
		{HEALTH, "any", "any"},
		{ASSIGNEE, "none", "None"},
		{ASSIGNEE, "any", "Any"},
	};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (WORDS[i].meaning == p->meaning &&
			str_iis(str_of(value), WORDS[i].web)) {
			pass(filter, p->api, WORDS[i].api);
			return true;
		}
	if (p->meaning != ASSIGNEE || strspn(value, "0123456789") == 0)
		return false;
	pass(filter, p->api, value);
	return true;
}

static int refuse_secret(const char *name, struct err *err)
{
	return err_set(err, ERR_CONFIG,
		"the address holds a token ('%s'): take it out and put it into "
		"OKRSYNC_TOKEN",
		name);
}

static int take_param(struct arena *a, const char *name, const char *value,
	struct source_spec *out, struct buf *filter, struct err *err)
{
	const struct param *p = find_param(name);
	bool good = true;

	if (!p)
		return refuse_param(name, err);
	switch (p->meaning) {
	case IGNORED:
		break;
	case LABEL:
		good = add_label(a, &out->labels, value);
		break;
	case NOT_LABEL:
		good = add_label(a, &out->not_labels, value);
		break;
	case MILESTONE:
		good = set_once(a, &out->milestone, value);
		break;
	case STATE:
		good = set_state(&out->state, value);
		break;
	case PASSED:
		pass(filter, p->api, value);
		break;
	case SECRET:
		return refuse_secret(name, err);
	default:
		good = pass_word(filter, p, value);
	}
	return good ? 0 : refuse_value(name, err);
}

static int take_query(struct arena *a, struct str query,
	struct source_spec *out, struct buf *filter, struct err *err)
{
	struct str pair;

	while (str_take_until(&query, '&', &pair)) {
		struct str raw = {NULL, 0};
		const char *name, *value;

		if (!pair.n)
			continue;
		str_take_until(&pair, '=', &raw);
		if (!url_decode(a, raw, true, &name) ||
			!url_decode(a, pair, true, &value))
			return err_set(err, ERR_CONFIG,
				"the address holds a broken %%XX: copy it "
				"from the browser's address bar");
		if (take_param(a, name, value, out, filter, err))
			return -1;
	}
	return 0;
}

/* GitLab's paths are letters, digits and - _ . only; segments are not empty
 * and not "." or "..". */
static bool is_path(struct str path)
{
	struct str part;

	if (!path.n || path.p[path.n - 1] == '/')
		return false;
	while (str_take_until(&path, '/', &part)) {
		if (!part.n || str_is(part, ".") || str_is(part, ".."))
			return false;
		for (size_t i = 0; i < part.n; i++)
			if (!str_is_alnum(part.p[i]) &&
				!strchr("-_.", part.p[i]) &&
				(unsigned char)part.p[i] < 0x80)
				return false;
	}
	return true;
}

static int refuse_page(struct err *err)
{
	return err_set(err, ERR_CONFIG,
		"the address is no list of issues: give the address of a "
		"board, an issue list, a project or a group");
}

/* The part behind "/-/": boards/7, boards, issues, issues/5, work_items. */
static int take_page(struct str page, struct source_spec *out,
	struct buf *filter, struct err *err)
{
	long n = 0;
	bool numbered;
	struct str kind = {NULL, 0};

	str_take_until(&page, '/', &kind);
	numbered = str_take_number(&page, NUMBER_MAX, &n);
	str_skip_char(&page, '/');
	if (page.n || (numbered && !n))
		return refuse_page(err);
	if (str_is(kind, "boards")) {
		out->board = numbered ? n : SOURCE_FIRST_BOARD;
		return 0;
	}
	if (!str_is(kind, "issues") && !str_is(kind, "work_items"))
		return refuse_page(err);
	if (numbered && out->kind == SOURCE_GROUP)
		return refuse_page(err);
	if (numbered)
		buf_addf(filter, "&iids%%5B%%5D=%ld", n);
	return 0;
}

/* path has lost the instance's part and its slashes at both ends. */
static int take_path(struct arena *a, struct str path, struct source_spec *out,
	struct buf *filter, struct err *err)
{
	size_t dash = str_find(path, STR("/-/"));
	struct str page = {NULL, 0};
	bool group;

	if (dash != STR_NONE) {
		page = str_sub(path, dash + 3, path.n);
		path = str_sub(path, 0, dash);
	} else if (str_ends(path, "/-")) {
		path.n -= 2;
	}
	group = str_skip(&path, "groups/");
	if (!group && str_ends(path, ".git"))
		path.n -= 4;
	if (!is_path(path))
		return err_set(err, ERR_CONFIG,
			"the address names no project or group: give it as "
			"https://gitlab.example/group/project");
	out->path = arena_text(a, path);
	/* A project lives in a group; a number alone is a project's id. */
	if (str_find_char(path, '/') == STR_NONE &&
		strspn(out->path, "0123456789") != path.n)
		group = true;
	out->kind = group ? SOURCE_GROUP : SOURCE_PROJECT;
	out->may_be_group = !group && !page.n;
	return page.n ? take_page(page, out, filter, err) : 0;
}

static struct str without_slashes(struct str s)
{
	while (str_skip_char(&s, '/'))
		;
	while (s.n && s.p[s.n - 1] == '/')
		s.n--;
	return s;
}

static bool has_scheme(struct str s)
{
	return str_find(s, STR("://")) != STR_NONE &&
	       str_find(s, STR("://")) < str_find_char(s, '/');
}

/* The whole address: a bare path is put behind the default instance, unless
 * it begins with that instance's host. */
static int complete(struct arena *a, struct str text, const char *web,
	const char **out, struct err *err)
{
	struct str host = str_of(web);

	if (has_scheme(text)) {
		*out = arena_text(a, text);
		return 0;
	}
	if (str_find_char(text, '@') != STR_NONE)
		return err_set(err, ERR_CONFIG,
			"the address holds a user name: give it as "
			"https://gitlab.example/group/project");
	if (!*web)
		return err_set(err, ERR_CONFIG,
			"the address has no instance: give it whole, as "
			"https://gitlab.example/group/project");
	host = str_sub(host, str_find(host, STR("://")) + 3, host.n);
	if (host.n && str_starts(text, arena_text(a, host)) &&
		text.n > host.n && text.p[host.n] == '/')
		text = str_sub(text, host.n, text.n);
	text = str_sub(text, str_starts(text, "/") ? 1 : 0, text.n);
	*out = arena_printf(a, "%s/%.*s", web, STR_ARG(text));
	return 0;
}

/* Takes the default instance's folder off the path if the address is on that
 * instance, and notes where the API is. */
static struct str take_instance(struct arena *a, const struct url *u,
	const struct url *home, struct source_spec *out)
{
	struct str path = str_of(u->path), folder = {NULL, 0};

	if (home && url_same_origin(u, home))
		folder = without_slashes(str_of(home->path));
	path = without_slashes(path);
	if (folder.n && str_starts(path, arena_text(a, folder)) &&
		(path.n == folder.n || path.p[folder.n] == '/'))
		path = without_slashes(str_sub(path, folder.n, path.n));
	else
		folder.n = 0;
	out->web = arena_printf(a, "%s%s%.*s", url_origin(a, u),
		folder.n ? "/" : "", STR_ARG(folder));
	out->api = arena_printf(a, "%s/api/v4", out->web);
	return path;
}

static const char *clean_url(struct arena *a, const struct url *u)
{
	return arena_printf(a, "%s%s%s%s", url_origin(a, u), u->path,
		*u->query ? "?" : "", u->query);
}

static int take(struct arena *a, const struct url *u, const struct url *home,
	struct source_spec *out, struct buf *filter, struct err *err)
{
	struct str path = take_instance(a, u, home, out);
	const char *decoded;

	out->url = clean_url(a, u);
	if (!url_decode(a, path, false, &decoded))
		return err_set(err, ERR_CONFIG,
			"the address holds a broken %%XX: copy it from the "
			"browser's address bar");
	if (take_path(a, str_of(decoded), out, filter, err) ||
		take_query(a, str_of(u->query), out, filter, err))
		return -1;
	out->filter = arena_text(a, buf_str(filter));
	return buf_finish(filter, "the address", err);
}

int source_parse(struct arena *a, struct str address, const char *web,
	struct source_spec *out, struct err *err)
{
	struct url u, home;
	struct buf filter;
	const char *whole;
	int result;

	*out = (struct source_spec){
		.path = "", .milestone = "", .state = "", .filter = ""};
	address = str_trim(address);
	web = arena_text(a, without_slashes(str_of(web)));
	if (!address.n)
		return err_set(err, ERR_CONFIG, "the address is empty");
	if (*web &&
		url_parse(a, str_of(web), "the default instance", &home, err))
		return -1;
	if (complete(a, address, web, &whole, err) ||
		url_parse(a, str_of(whole), "the address", &u, err))
		return -1;
	buf_init(&filter, FILTER_BYTES);
	result = take(a, &u, *web ? &home : NULL, out, &filter, err);
	buf_release(&filter);
	return result;
}

/*
 * From error answers to sentences.
 */
#include "complaint_p.h"

#include <assert.h>
#include <jansson.h>
#include <stdio.h>

#include "attr.h"
#include "buf.h"

enum {
	WORDS_BYTES = 300,      /* of the server's own words */
	BODY_BYTES = 64 * 1024, /* no longer error body is parsed */
	NESTING = 6,
};

const char *complaint_token_kind(const char *token)
{
	static const struct {
		const char *prefix, *kind;
	} KINDS[] = {
		{"glcbt-", "a CI job token (CI_JOB_TOKEN)"},
		{"gldt-", "a deploy token"},
		{"glrt-", "a runner token"},
		{"glptt-", "a pipeline trigger token"},
		{"glft-", "a feed token"},
		{"glagent-", "an agent token"},
	};

	for (size_t i = 0; i < COUNT_OF(KINDS); i++)
		if (str_starts(str_of(token), KINDS[i].prefix))
			return KINDS[i].kind;
	return NULL;
}

void complaint_redact(char *text, const char *secret)
{
	size_t n = strlen(secret);

	if (!n)
		return;
	for (char *at = strstr(text, secret); at; at = strstr(at, secret))
		memset(at, '*', n);
}

/* Does the body look like a web page? */
static bool is_html(struct str type, struct str body)
{
	body = str_trim_left(body);
	return str_istarts(type, "text/html") ||
	       str_istarts(body, "<!doctype") || str_istarts(body, "<html");
}

/* A comma between two texts, but not between a key and what it holds. */
static void separate(struct buf *b)
{
	if (b->n && b->p[b->n - 1] != ' ')
		buf_adds(b, ", ");
}

/* Appends the texts inside a value, keys before what they hold. */
static void gather(struct buf *b, const json_t *value, int depth)
{
	const char *key;
	json_t *inner;
	size_t i;

	if (depth > NESTING || b->n > WORDS_BYTES)
		return;
	if (json_is_string(value)) {
		separate(b);
		buf_adds(b, json_string_value(value));
	} else if (json_is_array(value)) {
		json_array_foreach(value, i, inner) gather(b, inner, depth + 1);
	} else if (json_is_object(value)) {
		json_object_foreach((json_t *)value, key, inner)
		{
			separate(b);
			if (strcmp(key, "error") != 0)
				buf_addf(b, "%s ", key);
			gather(b, inner, depth + 1);
		}
	}
}

/* message, error, error_description, or errors as GraphQL has them. */
static void gather_known(struct buf *b, const json_t *root)
{
	static const char *const KEYS[] = {
		"message", "error_description", "error", "errors"};

	for (size_t i = 0; i < COUNT_OF(KEYS) && !b->n; i++)
		gather(b, json_object_get(root, KEYS[i]), 0);
}

/* Copies as one line of at most size - 1 bytes, cut between characters. */
static void flatten(struct str from, char *out, size_t size)
{
	struct buf b;
	size_t cut = size - 4;

	buf_init(&b, BODY_BYTES);
	from = str_trim(from);
	for (size_t i = 0; i < from.n; i++)
		if (!str_is_space(from.p[i]))
			buf_addc(&b, from.p[i]);
		else if (b.n && b.p[b.n - 1] != ' ')
			buf_addc(&b, ' ');
	if (b.n >= size) {
		while (cut && (b.p[cut] & 0xc0) == 0x80)
			cut--;
		buf_cut(&b, cut);
		buf_adds(&b, "...");
	}
	memcpy(out, b.p, b.n + 1);
	buf_release(&b);
}

static json_t *parse(struct str body)
{
	if (body.n > BODY_BYTES)
		return NULL;
	return json_loadb(body.p ? body.p : "", body.n, JSON_DECODE_ANY, NULL);
}

void complaint_words(const struct complaint *c, char *out, size_t size)
{
	json_t *root = parse(c->body);
	struct buf b;

	assert(size > 1);
	buf_init(&b, BODY_BYTES);
	if (json_is_object(root))
		gather_known(&b, root);
	else if (json_is_string(root))
		buf_adds(&b, json_string_value(root));
	else if (!root && !is_html(c->type, c->body))
		buf_add(&b, str_sub(c->body, 0, BODY_BYTES));
	json_decref(root);
	complaint_redact(b.p, c->token);
	flatten(buf_str(&b), out, size);
	buf_release(&b);
}

/* Is the top-level error this word (OAuth's errors)? */
static bool has_error(const struct complaint *c, const char *word)
{
	json_t *root = parse(c->body);
	const json_t *error = json_object_get(root, "error");
	bool found = json_is_string(error) &&
		     strcmp(json_string_value(error), word) == 0;

	json_decref(root);
	return found;
}

/* The scope that a token needs for what was asked. */
static const char *scope(const struct complaint *c)
{
	return c->write ? "api" : "read_api";
}

static int set_401(struct err *err, const struct complaint *c, const char *said)
{
	if (!*c->token)
		return err_set(err, ERR_GITLAB,
			"%s wants a token for %s%s: put one with scope %s "
			"into OKRSYNC_TOKEN",
			c->host, c->what, said, scope(c));
	return err_set(err, ERR_GITLAB,
		"%s does not accept the token%s: it is wrong, expired or "
		"revoked; make a new one with scope %s and put it into "
		"OKRSYNC_TOKEN",
		c->host, said, scope(c));
}

static int set_403(struct err *err, const struct complaint *c, const char *said)
{
	if (has_error(c, "insufficient_scope"))
		return err_set(err, ERR_GITLAB,
			"cannot %s %s%s: the token lacks scope %s; make one "
			"that has it",
			c->write ? "write" : "read", c->what, said, scope(c));
	return err_set(err, ERR_GITLAB,
		"may not %s %s%s: the token's user has no permission "
		"there, issues are turned off in that project, or this "
		"machine's address is blocked",
		c->write ? "write" : "read", c->what, said);
}

static int set_404(struct err *err, const struct complaint *c, const char *said)
{
	return err_set(err, ERR_GITLAB,
		"cannot find %s at %s%s: the address is wrong, or %s may not "
		"see it (GitLab says the same for both); check the address "
		"and %s",
		c->what, c->host, said,
		*c->token ? "the token's user" : "the public",
		*c->token ? "make the token's user a member"
			  : "put a token into OKRSYNC_TOKEN");
}

static int set_429(struct err *err, const struct complaint *c, const char *said)
{
	if (c->wait_ms > 0)
		return err_set(err, ERR_GITLAB,
			"%s limits how often it may be asked and wants us to "
			"wait %ld s for %s%s: try again later, or allow this "
			"run more time",
			c->host, (c->wait_ms + 999) / 1000, c->what, said);
	return err_set(err, ERR_GITLAB,
		"%s limits how often it may be asked for %s%s: try again "
		"later, or ask with fewer lanes",
		c->host, c->what, said);
}

static int set_5xx(struct err *err, const struct complaint *c, const char *said)
{
	return err_set(err, ERR_GITLAB,
		"%s failed on %s with status %ld, asked %d time%s%s: try "
		"again later, and tell its administrator if it stays",
		c->host, c->what, c->status, c->tries, c->tries == 1 ? "" : "s",
		said);
}

static int set_other(
	struct err *err, const struct complaint *c, const char *said)
{
	return err_set(err, ERR_GITLAB, "%s refused %s with status %ld%s: %s",
		c->host, c->what, c->status, said,
		c->write ? "mend what it names, then try again"
			 : "check the address and its filters");
}

int complaint_set(struct err *err, const struct complaint *c)
{
	char words[WORDS_BYTES], said[WORDS_BYTES + 32] = "";

	assert(c->what && c->host && c->token && c->status);
	complaint_words(c, words, sizeof words);
	if (*words)
		snprintf(said, sizeof said, " (it says: %s)", words);
	if (c->status >= 500)
		return set_5xx(err, c, said);
	if (c->status == 429)
		return set_429(err, c, said);
	if (is_html(c->type, c->body))
		return err_set(err, ERR_GITLAB,
			"%s answered %s with a web page (status %ld): is the "
			"address right, or does a login page or proxy stand "
			"in between",
			c->host, c->what, c->status);
	if (c->status == 401)
		return set_401(err, c, said);
	if (c->status == 403)
		return set_403(err, c, said);
	if (c->status == 404)
		return set_404(err, c, said);
	return set_other(err, c, said);
}

int complaint_body(struct err *err, const struct complaint *c, bool premature,
	const char *reason)
{
	assert(c->what && c->host && reason);
	if (is_html(c->type, c->body))
		return err_set(err, ERR_GITLAB,
			"%s answered %s with a web page instead of JSON: is "
			"the address right, or does a login page or proxy "
			"stand in between",
			c->host, c->what);
	if (!str_trim(c->body).n)
		return err_set(err, ERR_GITLAB,
			"%s answered %s with nothing: try again later, and "
			"check the address",
			c->host, c->what);
	if (premature)
		return err_set(err, ERR_GITLAB,
			"%s cut its answer to %s short: try again later",
			c->host, c->what);
	return err_set(err, ERR_GITLAB,
		"%s answered %s with something that is not what GitLab sends "
		"(%s): is the address right, or is a proxy in between",
		c->host, c->what, reason);
}

/*
 * okrsync doctor: does GitLab answer, and what may the token do there?
 */
#include "doctor_p.h"

enum {
	DEADLINE_S = 60, /* a checkup should not take longer */
	EXPIRY_DAYS = 14,
	CLOCK_S = 60, /* how wrong a clock may be */
};

void doctor_check_server(struct doctor *d)
{
	struct run *run = d->run;
	struct err err = ERR_INIT;
	struct str version;
	long major = 0;

	if (!d->has_source)
		return;
	if (run->s.deadline > DEADLINE_S)
		run->s.deadline = DEADLINE_S;
	d->gitlab = gather_gitlab(run, &d->source, &err);
	if (!d->gitlab ||
		gitlab_server_get(d->gitlab, run->arena, &d->server, &err)) {
		doctor_tell(d, VERDICT_FAIL, "gitlab - %s", err.text);
		return;
	}
	d->reached = true;
	version = str_of(d->server.version);
	if (str_take_number(&version, 1000, &major) && major < 15)
		doctor_tell(d, VERDICT_WARN,
			"gitlab - %s runs version %s; 15.5 or newer is what "
			"okrsync is made for",
			d->source.web, d->server.version);
	else
		doctor_tell(d, VERDICT_OK, "gitlab - %s runs version %s",
			d->source.web, d->server.version);
}

void doctor_check_clock(struct doctor *d)
{
	int64_t off = d->run->now - d->server.clock;

	if (!d->reached)
		return;
	off = off < 0 ? -off : off;
	if (!d->server.clock)
		doctor_tell(
			d, VERDICT_OK, "clock - GitLab does not tell the time");
	else if (off > CLOCK_S)
		doctor_tell(d, VERDICT_WARN,
			"clock - it is %ld seconds %s GitLab's: set this "
			"machine's clock, or commits and check-ins get wrong "
			"days",
			(long)off,
			d->run->now < d->server.clock ? "behind" : "ahead of");
	else
		doctor_tell(d, VERDICT_OK, "clock - it agrees with GitLab's");
}

static bool has_scope(const struct gitlab_token *token, const char *scope)
{
	return texts_find(&token->scopes, scope) < token->scopes.n;
}

static void check_scopes(struct doctor *d, const struct gitlab_token *token)
{
	const char *scopes = texts_join(d->run->arena, &token->scopes, ", ");

	if (!has_scope(token, "api") && !has_scope(token, "read_api"))
		doctor_tell(d, VERDICT_FAIL,
			"scopes - the token has %s, but reading issues needs "
			"read_api: make a new one",
			*scopes ? scopes : "none");
	else if (!has_scope(token, "api"))
		doctor_tell(d, VERDICT_WARN,
			"scopes - %s is enough to read; 'open', 'remind', "
			"'close' and write-back need a token with api%s",
			scopes,
			has_scope(token, "write_repository")
				? ""
				: ", and pushing over https needs "
				  "write_repository");
	else
		doctor_tell(d, VERDICT_OK, "scopes - %s", scopes);
}

static void check_expiry(struct doctor *d, const struct gitlab_token *token)
{
	const char *day;
	long days;

	if (!date_is_set(token->expires)) {
		doctor_tell(
			d, VERDICT_OK, "expiry - the token does not expire");
		return;
	}
	days = date_diff(d->run->s.today, token->expires);
	day = arena_printf(d->run->arena, "%04d-%02d-%02d", token->expires.year,
		token->expires.month, token->expires.day);
	if (days <= 0)
		doctor_tell(d, VERDICT_FAIL,
			"expiry - the token expired on %s: make a new one",
			day);
	else if (days <= EXPIRY_DAYS)
		doctor_tell(d, VERDICT_WARN,
			"expiry - the token expires on %s, in %ld day%s: make "
			"a new one before",
			day, days, days == 1 ? "" : "s");
	else
		doctor_tell(d, VERDICT_OK,
			"expiry - the token is good until %s", day);
}

void doctor_check_rights(struct doctor *d)
{
	struct err err = ERR_INIT;
	struct gitlab_token token;

	if (!d->reached || !*d->run->token)
		return;
	if (gitlab_token_get(d->gitlab, d->run->arena, &token, &err)) {
		doctor_tell(d, VERDICT_FAIL, "scopes - %s", err.text);
		return;
	}
	if (!token.known) {
		doctor_tell(d, VERDICT_WARN,
			"scopes - this GitLab does not tell what the token "
			"may do; it needs read_api, or api to write");
		return;
	}
	check_scopes(d, &token);
	check_expiry(d, &token);
}

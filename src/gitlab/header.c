/*
 * Headers of an answer.
 */
#include "header_p.h"

#include <assert.h>
#include <curl/curl.h>

enum { DAY_MS = 24 * 60 * 60 * 1000, COUNT_MAX = 1000000000 };

/* Takes one "; name=value" or '; name="value"' behind a link's target. */
static bool take_param(struct str *s, struct str *name, struct str *value)
{
	size_t n = 0;

	str_skip_space(s);
	if (!str_skip_char(s, ';'))
		return false;
	str_skip_space(s);
	while (n < s->n && !str_is_space(s->p[n]) && s->p[n] != '=' &&
		s->p[n] != ';' && s->p[n] != ',')
		n++;
	*name = str_sub(*s, 0, n);
	*s = str_sub(*s, n, s->n);
	*value = (struct str){NULL, 0};
	str_skip_space(s);
	if (!str_skip_char(s, '='))
		return true;
	str_skip_space(s);
	if (str_skip_char(s, '"')) {
		str_take_until(s, '"', value);
		return true;
	}
	for (n = 0; n < s->n && s->p[n] != ';' && s->p[n] != ',';)
		n++;
	*value = str_trim(str_sub(*s, 0, n));
	*s = str_sub(*s, n, s->n);
	return true;
}

/* rel may list several relations. */
static bool has_word(struct str words, const char *word)
{
	struct str one;

	while (str_take_until(&words, ' ', &one))
		if (str_iis(one, word))
			return true;
	return false;
}

/* Takes all behind a link's target; is one of them this relation? */
static bool take_relation(struct str *s, const char *rel)
{
	struct str name, text;
	bool found = false;

	while (take_param(s, &name, &text))
		if (str_iis(name, "rel") && has_word(text, rel))
			found = true;
	return found;
}

bool header_link(struct str value, const char *rel, struct str *target)
{
	assert(*rel);
	while (value.n) {
		struct str to;

		if (str_skip_space(&value) || str_skip_char(&value, ','))
			continue;
		if (!str_skip_char(&value, '<') ||
			str_find_char(value, '>') == STR_NONE)
			return false;
		str_take_until(&value, '>', &to);
		if (take_relation(&value, rel) && to.n) {
			*target = str_trim(to);
			return true;
		}
		if (value.n && value.p[0] != ',')
			return false;
	}
	return false;
}

long header_count(struct str value)
{
	long n;

	value = str_trim(value);
	if (!str_take_number(&value, COUNT_MAX, &n) || value.n)
		return -1;
	return n;
}

int64_t header_date(struct str value)
{
	char text[64];
	time_t t;

	value = str_trim(value);
	if (!value.n || value.n >= sizeof text)
		return 0;
	memcpy(text, value.p, value.n);
	text[value.n] = '\0';
	t = curl_getdate(text, NULL);
	return t > 0 ? (int64_t)t : 0;
}

static long until(int64_t then, int64_t now)
{
	if (then <= 0 || now <= 0)
		return -1;
	if (then <= now)
		return 0;
	if (then - now > DAY_MS / 1000)
		return DAY_MS;
	return (long)(then - now) * 1000;
}

long header_retry_after(struct str value, int64_t now)
{
	struct str s = str_trim(value);
	long seconds;

	assert(now >= 0);
	if (!s.n)
		return -1;
	if (str_take_number(&s, DAY_MS / 1000, &seconds) && !s.n)
		return seconds * 1000;
	if (str_is_digit(str_trim(value).p[0]))
		return header_count(value) >= 0 ? DAY_MS : -1;
	return until(header_date(value), now);
}

long header_reset(struct str value, int64_t now)
{
	int64_t then = 0;

	value = str_trim(value);
	for (size_t i = 0; i < value.n; i++) {
		if (!str_is_digit(value.p[i]) || i >= 15)
			return -1;
		then = then * 10 + (value.p[i] - '0');
	}
	return until(then, now);
}

/*
 * Numbers in words where no blank parts them: "\u4e24\u7bc7", "\u4e09\u793e",
 * "\ub2e4\uc12f \uba85".  A numeral counts only in front of a counter, and one
 * is rather an article.
 */
#include "lex_p.h"

#include "glyph_p.h"

#include "attr.h"

enum { NUMERAL_BYTES = 3, NO_DIGIT = 0 };

static const char *const DIGITS[] = {NULL, "\u4e00", "\u4e8c", "\u4e09",
	"\u56db", "\u4e94", "\u516d", "\u4e03", "\u516b", "\u4e5d", "\u5341"};

static const char *const COUNTERS[] = {"\u4e2a", "\u500b", "\u5bb6", "\u540d",
	"\u7bc7", "\u9879", "\u9805", "\u573a", "\u5834", "\u6b21", "\u6b3e",
	"\u4ef6", "\u4efd", "\u4f4d", "\u6761", "\u5ea7", "\u5957", "\u8f6e",
	"\u95e8", "\u7a2e", "\u79cd", "\u793e", "\u672c", "\u56de",
	"\u5e97\u8217", "\u5e97", "\u4eba", "\u6821", "\u53f0", "\u3064",
	"\u304b\u6240", "\u30f6\u6240", "\u7b87\u6240", "\u62e0\u70b9",
	"\u652f", "\u671f", "\u57ce"};

static const char *const KOREAN[] = {NULL, NULL, "\ub450", "\uc138", "\ub124",
	"\ub2e4\uc12f", "\uc5ec\uc12f", "\uc77c\uacf1", "\uc5ec\ub35f",
	"\uc544\ud649", "\uc5f4"};
static const char *const KOREAN_COUNTERS[] = {"\uba85", "\uac1c", "\uacf3",
	"\uac74", "\ud68c", "\ubc88", "\ud3b8", "\ud300", "\uc0ac", "\ub300",
	"\uac00\uc9c0", "\ucc28\ub840", "\uc885", "\uad70\ub370", "\ubd84",
	"\uad8c"};

static int digit_at(struct str s)
{
	if (str_starts(s, "\u4e24") || str_starts(s, "\u5169"))
		return 2;
	for (size_t i = 1; i < COUNT_OF(DIGITS); i++)
		if (str_starts(s, DIGITS[i]))
			return (int)i;
	return NO_DIGIT;
}

static const char *starts_with(struct str s, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_starts(s, list[i]))
			return list[i];
	return NULL;
}

/* "\u4e09", "\u5341\u4e8c", "\u4e09\u5341": its value; s goes behind it.  0 for
 * none. */
static int take_digits(struct str *s)
{
	enum { TEN = 10, MOST_DIGITS = 3 };
	int value = 0, last = 0;

	for (int i = 0; i < MOST_DIGITS; i++) {
		int d = digit_at(*s);

		if (d == NO_DIGIT || (d == TEN && last == TEN) ||
			(d != TEN && last && last != TEN))
			break;
		if (d == TEN)
			value = value ? value * TEN : TEN;
		else
			value += d;
		last = d;
		*s = str_sub(*s, NUMERAL_BYTES, s->n);
	}
	return value;
}

/* "\u4e09\u4e2a\u6708" is a time, "\u4e8c\u6b21\u5f00\u53d1" a name; in words
 * of Japanese "\u4e09\u4eba\u79f0". */
static bool is_else(
	struct str all, int value, const char *counter, struct str behind)
{
	static const char *const MORE[] = {"\u6708", "\u5143", "\u7ebf",
		"\u7dda", "\u79f0", "\u4ef6\u5957", "\u5468", "\u9031"};

	return value < 2 || starts_with(behind, MORE, COUNT_OF(MORE)) ||
	       (value == 2 && str_starts(all, "\u4e8c\u6b21")) ||
	       (value <= 3 && !strcmp(counter, "\u671f"));
}

static int take_far(struct str *s, const char **unit)
{
	struct str rest = *s;
	int value = take_digits(&rest);
	const char *counter =
		value ? starts_with(rest, COUNTERS, COUNT_OF(COUNTERS)) : NULL;

	if (!counter)
		return 0;
	rest = str_sub(rest, strlen(counter), rest.n);
	if (is_else(*s, value, counter, rest))
		return 0;
	*unit = counter;
	*s = rest;
	return value;
}

static int take_korean(struct str *s, const char **unit)
{
	for (size_t i = 2; i < COUNT_OF(KOREAN); i++) {
		struct str rest = *s;
		const char *counter;

		if (!str_skip(&rest, KOREAN[i]) || !glyph_blanks(rest))
			continue;
		rest = str_sub(rest, glyph_blanks(rest), rest.n);
		counter = starts_with(
			rest, KOREAN_COUNTERS, COUNT_OF(KOREAN_COUNTERS));
		if (!counter)
			continue;
		*unit = counter;
		*s = str_sub(rest, strlen(counter), rest.n);
		return (int)i;
	}
	return 0;
}

/* "\u30bc\u30ed", "\u4e3a\u96f6" at the end of what is said. */
static bool take_zero(struct str *s)
{
	static const char *const ENDS[] = {"\u3092", "\u306b", "\u3078",
		"\u3067", "\u3001", "\u3002", ")", "\uff08", "(", " ", "\u5316",
		"\u8fbe\u6210", "\u9054\u6210"};
	struct str rest = *s;

	if (!str_skip(&rest, "\u30bc\u30ed") && !str_skip(&rest, "\u96f6"))
		return false;
	if (rest.n && !starts_with(rest, ENDS, COUNT_OF(ENDS)))
		return false;
	*s = rest;
	return true;
}

/* What is done with things that are counted, or how often; elsewhere a numeral
 * says of which the sentence speaks: "\u652f\u6301\u4e09\u79cd\u6a21\u5f0f". */
static bool is_made(struct str before)
{
	static const char *const MAKES[] = {"\u5efa\u6210", "\u5efa\u8bbe",
		"\u65b0\u5efa", "\u5f00\u51fa", "\u5b9e\u73b0", "\u8bbe\u7acb",
		"\u589e\u52a0", "\u8fdb\u884c", "\u5f00\u5c55", "\u51fa\u7248",
		"\u4e0a\u5e02", "\u3092", "\u53d1\u5e03", "\u53d1\u8868",
		"\u5f00\u62d3", "\u62d3\u5c55", "\u65b0\u589e", "\u7b7e\u7ea6",
		"\u7b7e\u8ba2", "\u7b7e\u7f72", "\u62db\u8058", "\u62db\u52df",
		"\u5b8c\u6210", "\u63a8\u51fa", "\u4e0a\u7ebf", "\u4e3e\u529e",
		"\u53ec\u5f00", "\u7ec4\u7ec7", "\u5f00\u8bbe", "\u5f00\u901a",
		"\u5efa\u7acb", "\u6210\u7acb", "\u5f15\u5165", "\u5f15\u8fdb",
		"\u83b7\u5f97", "\u62ff\u4e0b", "\u8fbe\u6210", "\u843d\u5730",
		"\u4ea4\u4ed8", "\u6253\u9020", "\u57f9\u517b", "\u57f9\u8bad",
		"\u5b75\u5316", "\u8f93\u51fa", "\u64b0\u5199", "\u7533\u8bf7",
		"\u53d6\u5f97", "\u65b0\u5f00", "\u8986\u76d6", "\u63a5\u5165",
		"\u5f15\u8fdb", "\u767c\u5e03", "\u767c\u8868", "\u958b\u62d3",
		"\u65b0\u958b", "\u7c3d\u7d04", "\u7c3d\u7f72", "\u8209\u8fa6",
		"\u53d6\u5f97", "\u7372\u5f97", "\u9054\u6210", "\u4ea4\u4ed8",
		"\u63a8\u51fa", "\u589e\u8bbe", "\u81f3\u5c11",
		"\u4e0d\u5c11\u4e8e", "\u8d85\u8fc7", "\u5199", "\u5199\u5b8c",
		"\u7f16\u5199", "\u5199\u51fa", "\u5beb", "\u5beb\u51fa",
		"\u64b0\u5beb", "\u8bfb", "\u8bfb\u5b8c", "\u9605\u8bfb",
		"\u8b80\u5b8c", "\u95b1\u8b80", "\u770b\u5b8c", "\u5b66\u5b8c",
		"\u5b66\u4f1a", "\u5b78\u6703", "\u53c2\u52a0", "\u53c3\u52a0",
		"\u53c2\u4e0e", "\u53c3\u8207", "\u62dc\u8bbf", "\u62dc\u8a2a",
		"\u8d70\u8bbf", "\u91c7\u8bbf", "\u8bbf\u8c08", "\u8a2a\u8ac7",
		"\u9762\u8bd5", "\u505a", "\u505a\u5b8c", "\u5236\u4f5c",
		"\u88fd\u4f5c", "\u5f55\u5236", "\u9304\u88fd", "\u62cd\u6444",
		"\u62cd\u651d", "\u7ffb\u8bd1", "\u7ffb\u8b6f", "\u5f00\u53d1",
		"\u958b\u767c", "\u63d0\u4ea4", "\u6295\u7a3f", "\u4fee\u590d",
		"\u4fee\u5fa9", "\u89e3\u51b3", "\u89e3\u6c7a", "\u8003\u53d6",
		"\u627e\u5230", "\u6536\u96c6", "\u6574\u7406", "\u5356\u51fa",
		"\u552e\u51fa", "\u9500\u552e", "\u8dd1", "\u8dd1\u5b8c",
		"\u53bb", "\u4e3e\u884c", "\u5206\u4eab", "\u6bcf\u5929",
		"\u6bcf\u5468", "\u6bcf\u9031", "\u6bce\u65e5", "\u6bce\u9031",
		"\u6bcf\u6708", "\u6bce\u6708", "\u6bcf\u5e74",
		"\u6bcf\u5b63\u5ea6", "\u6bcf\u5b63", "\u9031\u306b",
		"\u6708\u306b", "\u81f3\u5c11\u6709", "\u5efa\u7acb\u8d77",
		"\u8058\u8bf7", "\u7b7e\u4e0b", "\u62db\u5230", "\u62db\u6ee1"};

	for (size_t i = 0; i < COUNT_OF(MAKES); i++)
		if (str_ends(before, MAKES[i]))
			return true;
	return !before.n;
}

/* Nothing of it: "\u6545\u969c\u4e3a\u96f6" */
static bool is_zero(struct str before)
{
	static const char *const IS[] = {"\u4e3a", "\u5230", "\u81f3", "\u9054",
		"\u3092", "\u306f", "\u304c"};

	for (size_t i = 0; i < COUNT_OF(IS); i++)
		if (str_ends(before, IS[i]))
			return true;
	return false;
}

size_t east_numeral(struct str before, struct str s)
{
	const char *unit;
	struct str rest = s;

	if ((take_zero(&rest) &&
		    (is_zero(before) || (unsigned char)s.p[0] == 0xe3)) ||
		(is_made(before) && take_far(&rest, &unit)) ||
		(!before.n && take_korean(&rest, &unit)))
		return s.n - rest.n;
	return 0;
}

bool east_take_numeral(
	struct arena *a, struct str *s, bool opens, struct token *out)
{
	struct str rest = *s;
	const char *unit = "";
	bool zero = opens && take_zero(&rest);
	int value = zero || !opens ? 0 : take_far(&rest, &unit);

	if (!zero && !value)
		value = take_korean(&rest, &unit);
	if (!zero && !value)
		return false;
	*out = (struct token){.kind = TOKEN_QUANTITY, .flags = TOKEN_WORDY};
	out->text = str_sub(*s, 0, s->n - rest.n);
	out->q = ARENA_NEW(a, struct quantity);
	out->q->has_value = true;
	out->q->value = out->raw = (struct decimal){value, 0};
	out->q->unit = unit;
	out->q->text = arena_text(a, out->text);
	*s = rest;
	return true;
}

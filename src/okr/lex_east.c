/*
 * Chinese, Japanese and Korean: no blanks part the words, so what a number
 * counts, compares or dates is told by the first characters behind it and the
 * last ones in front of it.
 */
#include "lex_p.h"

#include "glyph_p.h"
#include "unit_p.h"
#include "words.h"

/* The length of the first of these that s begins with (or ends in), or 0. */
static size_t begins_with(struct str s, const char *const *words)
{
	for (; *words; words++)
		if (str_starts(s, *words))
			return strlen(*words);
	return 0;
}

static size_t ends_in(struct str s, const char *const *words)
{
	for (; *words; words++)
		if (str_ends(s, *words))
			return strlen(*words);
	return 0;
}

/* Longer ones first where one begins like another. */
static const char *const COUNTERS[] = {"\u30e6\u30fc\u30b6\u30fc",
	"\u30da\u30fc\u30b8", "\u30e6\u30fc\u30b6", "\u5e97\u8217",
	"\u7a2e\u985e", "\u7b87\u6240", "\u304b\u6240", "\u30f6\u6240",
	"\u62e0\u70b9", "\u8a18\u4e8b", "\u4eba\u6b21", "\uac1c\uc0ac",
	"\u4ef6", "\u793e", "\u540d", "\u4eba", "\u56de", "\u672c", "\u5e97",
	"\u53f0", "\u500b", "\u70b9", "\u679a", "\u6821", "\u518a", "\u7d44",
	"\u4e2a", "\u5bb6", "\u7bc7", "\u6b21", "\u573a", "\u9805", "\u9879",
	"\u4f4d", "\u6761", "\u6b3e", "\u4efd", "\u5f20", "\u4f8b", "\u8d77",
	"\u6240", "\uba85", "\uac74", "\uac1c", "\ud68c", "\uacf3", "\ud3b8",
	"\ubc88", "\ub300", "\uc810", NULL};

size_t east_particle(struct str s)
{
	static const char *const PARTICLES[] = {"\u3092", "\u304c", "\u306f",
		"\u306e", "\u3092\u3001", "\u4ece", "\u7531", "\u81ea",
		"\u5c06", "\uc744", "\ub97c", "\uc774", "\uac00", "\uc740",
		"\ub294", NULL};

	return ends_in(s, PARTICLES);
}

struct str east_span(struct str s)
{
	static const char *const SPANS[] = {"\u6708", "\u65e5", "\u9031",
		"\u5468", "\u5e74", "\u5929", "\u6642\u9593", "\u5c0f\u65f6",
		"\u65f6", "\u4eba", "\u4ef6", "\u5b63\u5ea6", "\u5b63",
		"\u6b21", "\u573a", "\ubd84\uae30", "\uc6d4", "\uc8fc",
		"\uc77c", "\ub144", NULL};

	return str_sub(s, 0, begins_with(s, SPANS));
}

/* The ASCII sign for the character at c, and its length: U+FF01 to U+FF5E are
 * the signs in double width; Arabic, Persian, Indian and Thai have digits of
 * their own.  0 for others. */
static char narrow(const unsigned char *c, size_t left, size_t *n)
{
	*n = 2;
	if (left > 1 && c[0] == 0xd9 && c[1] >= 0xa0 && c[1] <= 0xac)
		return "0123456789%.,"[c[1] - 0xa0];
	if (left > 1 && c[0] == 0xdb && c[1] >= 0xb0 && c[1] <= 0xb9)
		return (char)(c[1] - 0xb0 + '0');
	*n = 3;
	if (left < 3)
		return 0;
	if (c[0] == 0xe0 && c[1] == 0xa5 && c[2] >= 0xa6 && c[2] <= 0xaf)
		return (char)(c[2] - 0xa6 + '0');
	if (c[0] == 0xe0 && c[1] == 0xb9 && c[2] >= 0x90 && c[2] <= 0x99)
		return (char)(c[2] - 0x90 + '0');
	if (c[0] == 0xef && c[1] == 0xbc && c[2] > 0x80)
		return (char)(c[2] - 0x60);
	if (c[0] == 0xef && c[1] == 0xbd && c[2] < 0x9f)
		return (char)(c[2] - 0x20);
	return 0;
}

struct str east_narrow(struct arena *a, struct str s)
{
	char *out;
	size_t n = 0;

	if (!str_has_high(s))
		return s;
	out = arena_alloc(a, s.n);
	for (size_t i = 0; i < s.n; i++) {
		size_t length;
		char c = narrow(
			(const unsigned char *)s.p + i, s.n - i, &length);

		out[n++] = c ? c : s.p[i];
		if (c)
			i += length - 1;
	}
	return (struct str){out, n};
}

const char *east_counter(struct str *s)
{
	const char *const *c = COUNTERS;
	struct str rest = str_sub(*s, glyph_blanks(*s), s->n);

	if (!rest.n || (unsigned char)rest.p[0] < 0xe3)
		return NULL;
	for (; *c; c++)
		if (str_skip(&rest, *c)) {
			*s = rest;
			return *c;
		}
	return NULL;
}

/* What stands behind a number for itself, and before one. */
static const char *const BEHIND[] = {"\u4ee5\u4e0a", "\u4ee5\u4e0b",
	"\u4ee5\u5185", "\u672a\u6e80", "\u672a\u6ee1", "\u304b\u3089",
	"\u5230", "\u81f3", "\u307e\u3067", "\u8d85\u3048", "\u8d85", "\u5185",
	"\uc774\uc0c1", "\uc774\ud558", "\uc774\ub0b4", "\ubbf8\ub9cc",
	"\ucd08\uacfc", "\uc5d0\uc11c", NULL};
static const char *const BEFORE[] = {"\u4e0d\u4f4e\u4e8e", "\u4e0d\u5c11\u4e8e",
	"\u4e0d\u9ad8\u4e8e", "\u4e0d\u8d85\u8fc7", "\u4e0d\u591a\u4e8e",
	"\u8d85\u8fc7", "\u5927\u4e8e", "\u9ad8\u4e8e", "\u591a\u4e8e",
	"\u4f4e\u4e8e", "\u5c11\u4e8e", "\u5c0f\u4e8e", "\u81f3\u5c11",
	"\u6700\u591a", "\u8fbe\u5230", NULL};

struct str east_word(struct str *s, bool after_number)
{
	struct str all = *s, rest = *s;
	size_t n, cut;

	if (after_number && begins_with(all, BEHIND)) {
		*s = str_sub(all, begins_with(all, BEHIND), all.n);
		return str_sub(all, 0, all.n - s->n);
	}
	while (glyph_first(rest, &n) == GLYPH_IDEOGRAPH &&
		!(rest.n < all.n &&
			east_numeral(str_sub(all, 0, all.n - rest.n), rest)))
		rest = str_sub(rest, n, rest.n);
	all.n -= rest.n;
	/* the comparator in front of a number is a word of its own */
	cut = rest.n && str_is_digit(rest.p[0]) ? ends_in(all, BEFORE) : 0;
	if (cut && cut < all.n)
		all.n -= cut;
	*s = (struct str){all.p + all.n, (size_t)(s->p + s->n - all.p) - all.n};
	return all;
}

static struct str behind(const struct tokens *t, size_t i)
{
	bool near = i + 1 < t->n && t->v[i + 1].at == t->v[i].end;

	return near ? t->v[i + 1].text : STR("");
}

static struct str before(const struct tokens *t, size_t i)
{
	bool near = i > 0 && t->v[i - 1].kind == TOKEN_WORD &&
		    str_has_high(t->v[i - 1].text);

	return near ? t->v[i - 1].text : STR("");
}

/* "1\u65e5\u306b3\u56de", "1\u65e52\u672c": how often, behind which stands how
 * many. */
static bool is_each_day(const struct tokens *t, size_t i)
{
	static const char *const EACH[] = {
		"\u306b", "\u3042\u305f\u308a", "\u5f53\u305f\u308a", NULL};
	static const char *const DAYS[] = {"1\u65e5", "1\u9031\u9593",
		"1\u304b\u6708", "1\u30f6\u6708", "1\u5929", NULL};
	const struct token *x = &t->v[i];
	size_t next = i + 1;

	if (!x->text.n || begins_with(x->text, DAYS) != x->text.n)
		return false;
	next += begins_with(behind(t, i), EACH) == behind(t, i).n &&
		behind(t, i).n;
	return next < t->n && t->v[next].kind == TOKEN_QUANTITY &&
	       t->v[next].at == t->v[next - 1].end;
}

bool east_is_name(const struct tokens *t, size_t i)
{
	static const char *const PART[] = {"\u6708", "\u5e74", "\u671f",
		"\u4f4d", "\u6642", "\u7ae0", "\u7248", "\u53f7", "\u7ea7",
		"\u7d1a", "\u4e16\u4ee3", "\u4ee3", "\u56db\u534a\u671f",
		"\u5b63\u5ea6", "\u5206\u671f", "\u6bb5\u968e", "\u9636\u6bb5",
		"\u6b21\u5143", "\ud310", "\ub144", "\uc6d4", "\ubd84\uae30",
		"\uc704", "\ucc28", "\uae30", NULL};
	static const char *const WHOLE[] = {
		"\u5e74\u9593", "\u5e74\u5185", "\u5e74\u4ee5", "\u6b21", NULL};
	static const char *const FIRST[] = {"\u7b2c", "\uc81c", NULL};
	static const char *const DUE[] = {"\u524d", "\u4e4b\u524d",
		"\u307e\u3067", "\uae4c\uc9c0", "\u7684\u8003\u8bd5",
		"\u7684\u9762\u8bd5", "\u7684\u6bd4\u8d5b",
		"\u7684\u4f1a\u8bae", "\u7684\u6c47\u62a5", NULL};
	static const char *const MONTH[] = {"\u6708", "\uc6d4", NULL};
	static const char *const MONTHLY[] = {
		"\u6bcf\u6708", "\u6bce\u6708", "\ub9e4\uc6d4", NULL};

	/* "3\ubd84\uae30" is no minute */
	if (str_ends(t->v[i].text, "\ubd84") &&
		str_starts(behind(t, i), "\uae30"))
		return true;
	/* "\u670810\u672c" is a rate */
	if (ends_in(before(t, i), FIRST) ||
		(ends_in(before(t, i), MONTH) &&
			!ends_in(before(t, i), MONTHLY) &&
			(!*t->v[i].q->unit || lex_is_time(&t->v[i]))))
		return true;
	if (is_each_day(t, i))
		return true;
	/* "3/31 \u524d" */
	if (t->v[i].q->unit[0] == '/' && i + 1 < t->n &&
		t->v[i].q->value.coef <= 12 &&
		begins_with(t->v[i + 1].text, DUE))
		return true;
	return begins_with(behind(t, i), PART) &&
	       !begins_with(behind(t, i), WHOLE) &&
	       (t->v[i].flags & TOKEN_NUMBER);
}

bool east_is_limit(const struct tokens *t, size_t i)
{
	static const char *const MEASURES[] = {"\u6642\u9593", "\u65f6\u95f4",
		"\u6642\u9577", "\u65f6\u957f", "\u671f\u9593", "\u5468\u671f",
		"\u9031\u671f", "\u30ea\u30fc\u30c9\u30bf\u30a4\u30e0",
		"\u65e5\u6570", "\u8017\u65f6", "\u8017\u6642", "\u54cd\u5e94",
		"\u97ff\u61c9", "\uc2dc\uac04", "\uae30\uac04", NULL};

	if (!begins_with(behind(t, i), BEHIND))
		return false;
	for (size_t k = 0; k < i; k++)
		for (size_t m = 0; MEASURES[m]; m++)
			if (t->v[k].kind == TOKEN_WORD &&
				str_find(t->v[k].text, str_of(MEASURES[m])) !=
					STR_NONE)
				return true;
	return false;
}

/* Is the line over behind token i, but for what stands in brackets? */
static bool is_last(const struct tokens *t, size_t i)
{
	return i + 1 >= t->n || t->v[i + 1].kind == TOKEN_OPEN ||
	       t->v[i + 1].kind == TOKEN_STOP;
}

bool east_is_span(const struct tokens *t, size_t i)
{
	/* within which each of them is to be answered */
	static const char *const ANSWER[] = {"\u306b\u8fd4\u4fe1",
		"\u306b\u56de\u7b54", "\u306b\u5bfe\u5fdc",
		"\u306b\u89e3\u6c7a", "\u306b\u5fdc\u7b54", "\u8fd4\u4fe1",
		"\u56de\u7b54", "\u5bfe\u5fdc", "\u89e3\u6c7a", "\u5fdc\u7b54",
		"\u5904\u7406", "\u56de\u590d", "\u54cd\u5e94", "\u89e3\u51b3",
		"\uc751\ub2f5", "\ub2f5\ubcc0", "\ud574\uacb0", "\ucc98\ub9ac",
		NULL};
	static const char *const OBJECT[] = {"\u3092", "\u306f", "\u304c",
		"\uc744", "\ub97c", "\uc740", "\ub294", NULL};
	static const char *const WHEN[] = {"\u4ee5\u5185", "\u5185",
		"\u307e\u3067", "\u540e", "\u5f8c", "\u524d", "\uc774\ub0b4",
		"\uc548\uc5d0", "\ub3d9\uc548", NULL};

	/* "\u5e73\u5747\u65e5\u6570\u309245\u65e5\u4ee5\u5185\u306b": what is
	 * to be so long */
	return begins_with(behind(t, i), WHEN) > 0 && !is_last(t, i + 1) &&
	       !ends_in(before(t, i), OBJECT) &&
	       !begins_with(behind(t, i + 1), ANSWER);
}

void east_settle_numerals(struct tokens *t)
{
	bool digits = false;

	for (size_t i = 0; i < t->n && !digits; i++)
		digits = t->v[i].kind == TOKEN_QUANTITY &&
			 !(t->v[i].flags & TOKEN_WORDY);
	for (size_t i = 0; i < t->n && digits; i++)
		if (t->v[i].kind == TOKEN_QUANTITY &&
			t->v[i].flags & TOKEN_WORDY &&
			(unsigned char)t->v[i].text.p[0] >= 0xe3)
			t->v[i].kind = TOKEN_NAME;
}

void east_settle_points(struct tokens *t)
{
	bool kana = false;

	for (size_t i = 0; i + 2 < t->line.n && !kana; i++)
		kana = (unsigned char)t->line.p[i] == 0xe3 &&
		       ((unsigned char)t->line.p[i + 1] == 0x81 ||
			       (unsigned char)t->line.p[i + 1] == 0x83);
	for (size_t i = 0; i < t->n && !kana; i++)
		if (t->v[i].kind == TOKEN_QUANTITY &&
			str_ends(t->v[i].text, "\u5206"))
			t->v[i].q->unit = "\u5206";
}

bool east_is_to(const struct tokens *t, size_t i)
{
	static const char *const AFTER[] = {"\u306b", "\u3078", "\u307e\u3067",
		"\ub85c", "\uc73c\ub85c", "\uae4c\uc9c0", NULL};
	static const char *const BEFORE_IT[] = {
		"\u5230", "\u81f3", "\u4e3a", "\u70ba", "\u9054", NULL};

	return begins_with(behind(t, i), AFTER) ||
	       ends_in(before(t, i), BEFORE_IT);
}

static const char *const UP[] = {"\u63d0\u5347", "\u63d0\u9ad8", "\u589e\u52a0",
	"\u589e\u957f", "\u4e0a\u5347", "\u6269\u5927", "\u5897\u3084",
	"\u5897\u52a0", "\u5411\u4e0a", "\u6539\u5584", "\u4f38\u3070",
	"\u4e0a\u3052", "\u62e1\u5927", "\u4f38\u9577", "\u5897",
	"\u30a2\u30c3\u30d7", "\uc99d\uac00", "\ud5a5\uc0c1", "\uac1c\uc120",
	"\ud655\ub300", "\ub192\uc774", "\ub298", "\uc131\uc7a5",
	"\u6210\u9577", NULL};
static const char *const DOWN[] = {"\u538b\u7f29", "\u58d3\u7e2e",
	"\u8282\u7701", "\u8282\u7ea6", "\u7f29\u51cf", "\u964d\u4f4e",
	"\u51cf\u5c11", "\u4e0b\u964d", "\u7f29\u77ed", "\u524a\u51cf",
	"\u6e1b\u3089", "\u6e1b\u5c11", "\u524a\u6e1b", "\u4e0b\u3052",
	"\u77ed\u7e2e", "\u4f4e\u6e1b", "\u6291\u5236", "\u6e1b",
	"\u30c0\u30a6\u30f3", "\uac10\uc18c", "\uc808\uac10", "\ub2e8\ucd95",
	"\uc904", "\ub0ae\ucd94", "\ucd95\uc18c", "\uac10\ucd95",
	"\uacbd\uac10", NULL};

enum verb_sense east_sense(struct str word)
{
	if (!word.n || (unsigned char)word.p[0] < 0xe3)
		return VERB_NONE;
	for (size_t i = 0; i < word.n; i++) {
		struct str rest = str_sub(word, i, word.n);

		if (begins_with(rest, DOWN))
			return VERB_DOWN;
		if (begins_with(rest, UP))
			return VERB_UP;
	}
	return VERB_NONE;
}

/* ... or, in Korean, behind a blank. */
static struct str behind_blank(const struct tokens *t, size_t i)
{
	struct str next = behind(t, i);

	if (!next.n && i + 1 < t->n && t->v[i + 1].at == t->v[i].end + 1 &&
		(unsigned char)t->v[i + 1].text.p[0] >= 0xea &&
		(unsigned char)t->v[i + 1].text.p[0] <= 0xed)
		next = t->v[i + 1].text;
	return next;
}

bool east_is_by(const struct tokens *t, size_t i)
{
	struct str next = behind_blank(t, i);

	/* "15%\u4ee5\u4e0a\u77ed\u7e2e" */
	if (next.n && begins_with(next, BEHIND) == next.n)
		next = behind_blank(t, i + 1);
	return begins_with(next, UP) || begins_with(next, DOWN) ||
	       ends_in(before(t, i), UP) || ends_in(before(t, i), DOWN);
}

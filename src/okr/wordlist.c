/*
 * Whole words, found without regard to case.
 */
#include "wordlist_p.h"

#include <stdint.h>

#include "attr.h"

enum { WORD_BYTES_MIN = 3, COMPARED_BYTES = 256, SHORT_BYTES = 120 };

static bool is_word_byte(char c)
{
	return str_is_alnum(c) || (unsigned char)c > 127;
}

struct str words_lower(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1);

	for (size_t i = 0; i < s.n; i++)
		p[i] = str_lower(s.p[i]);
	return (struct str){p, s.n};
}

bool words_take(struct str *s, struct str *word)
{
	size_t from = 0, to;

	while (from < s->n && !is_word_byte(s->p[from]))
		from++;
	for (to = from; to < s->n && is_word_byte(s->p[to]);)
		to++;
	if (from == to)
		return false;
	*word = str_sub(*s, from, to);
	*s = str_sub(*s, to, s->n);
	return true;
}

static bool stands_alone(struct str text, size_t at, size_t n)
{
	return (at == 0 || !is_word_byte(text.p[at - 1]) ||
		       !is_word_byte(text.p[at])) &&
	       (at + n == text.n || !is_word_byte(text.p[at + n]) ||
		       !is_word_byte(text.p[at + n - 1]));
}

size_t words_find_str(struct str text, struct str what)
{
	char first = what.n ? str_lower(what.p[0]) : 0;

	if (!what.n)
		return STR_NONE;
	for (size_t at = 0; at + what.n <= text.n; at++)
		if (str_lower(text.p[at]) == first &&
			str_ieq(str_sub(text, at, at + what.n), what) &&
			stands_alone(text, at, what.n))
			return at;
	return STR_NONE;
}

size_t words_find(struct str text, const char *what)
{
	return words_find_str(text, str_of(what));
}

/* A bit for each letter, one for all other bytes. */
static uint32_t letter_bit(char c)
{
	c = str_lower(c);
	return c >= 'a' && c <= 'z' ? UINT32_C(1) << (c - 'a')
				    : UINT32_C(1) << 31;
}

/* The first of the list, before n, that stands at a place in the text. */
static size_t find_at(
	struct str text, size_t at, const char *const *list, size_t n)
{
	char first = str_lower(text.p[at]);
	char second = at + 1 < text.n ? str_lower(text.p[at + 1]) : '\0';

	for (size_t i = 0; i < n; i++) {
		struct str what;

		if (str_lower(list[i][0]) != first ||
			str_lower(list[i][1]) != second)
			continue;
		what = str_of(list[i]);
		if (str_ieq(str_sub(text, at, at + what.n), what) &&
			stands_alone(text, at, what.n))
			return i;
	}
	return n;
}

/* Walks through the text once; the list's first letters tell where to look. */
const char *words_find_any(struct str text, const char *const *list, size_t n)
{
	uint32_t letters = 0;
	size_t found = n;

	for (size_t i = 0; i < n; i++)
		letters |= letter_bit(list[i][0]);
	for (size_t at = 0; at < text.n && found; at++)
		if ((letters & letter_bit(text.p[at])) &&
			(at == 0 || !is_word_byte(text.p[at - 1])))
			found = find_at(text, at, list, found);
	return found < n ? list[found] : NULL;
}

bool words_is_any(struct str word, const char *const *list, size_t n)
{
	char first = word.n ? str_lower(word.p[0]) : '\0';

	for (size_t i = 0; i < n; i++)
		if (str_lower(list[i][0]) == first && str_iis(word, list[i]))
			return true;
	return false;
}

const char *words_short(struct arena *a, const char *text)
{
	size_t n = strlen(text);

	if (n <= SHORT_BYTES)
		return text;
	/* Bytes 10xxxxxx continue a character. */
	for (n = SHORT_BYTES; n && ((unsigned char)text[n] & 0xc0) == 0x80;)
		n--;
	return arena_printf(a, "%.*s...", (int)n, text);
}

/* A word that says something of its own. */
static bool is_telling(struct str word)
{
	static const char *const SMALL[] = {"the", "and", "for", "from", "our",
		"with", "all", "new", "are", "that", "this", "into", "per",
		"than", "their", "its", "has", "have", "will", "more"};

	return word.n >= WORD_BYTES_MIN &&
	       !words_is_any(word, SMALL, COUNT_OF(SMALL));
}

/* Does word stand in text already before its own place? */
static bool is_repeated(struct str text, struct str word)
{
	struct str before = {text.p, (size_t)(word.p - text.p)};

	return words_find_str(before, word) != STR_NONE;
}

/* FNV-1a of the letters in lower case. */
static uint64_t hash_of(struct str word)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < word.n; i++)
		h = (h ^ (unsigned char)str_lower(word.p[i])) *
		    UINT64_C(1099511628211);
	return h;
}

size_t words_hash(struct str text, uint64_t *hashes, size_t max)
{
	struct str rest = str_sub(text, 0, COMPARED_BYTES), word;
	size_t n = 0;

	while (n < max && words_take(&rest, &word)) {
		uint64_t h;
		size_t at = n;

		if (!is_telling(word))
			continue;
		h = hash_of(word);
		while (at && hashes[at - 1] > h)
			at--;
		if (at && hashes[at - 1] == h)
			continue;
		memmove(&hashes[at + 1], &hashes[at], (n - at) * sizeof h);
		hashes[at] = h;
		n++;
	}
	return n;
}

int words_shared(struct str x, struct str y)
{
	struct str rest, word;
	int n = 0;

	x = rest = str_sub(x, 0, COMPARED_BYTES);
	y = str_sub(y, 0, COMPARED_BYTES);

	while (words_take(&rest, &word))
		if (is_telling(word) && !is_repeated(x, word) &&
			words_find_str(y, word) != STR_NONE)
			n++;
	return n;
}

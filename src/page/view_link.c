/*
 * Links of people's own: reading takes them out of texts, here they are put
 * back where their words stand.
 */
#include <string.h>

#include "escape.h"
#include "view_p.h"

static bool can_be_followed(const char *url, const struct objective *o)
{
	struct str s = str_of(url);

	return str_iskip(&s, "https:") || str_iskip(&s, "http:") ||
	       str_iskip(&s, "mailto:") ||
	       (s.n && s.p[0] == '/' && !o->source.url[0]);
}

struct links part_links(
	struct arena *a, const struct objective *o, const struct links *links)
{
	struct links kept = {0};

	for (size_t i = 0; i < links->n && kept.n < LINKS_SEEN; i++)
		if (can_be_followed(escaped_url(a, links->v[i].url), o))
			*vec_add(a, &kept) = links->v[i];
	return kept;
}

static bool is_word(char c)
{
	return str_is_alnum(c) || (unsigned char)c > 127;
}

/* Where words stand in text by themselves, not within a longer word. */
static const char *find_words(const char *text, const char *words)
{
	size_t n = strlen(words);
	const char *at = text;

	while (n && (at = strstr(at, words))) {
		bool begins = at == text || !is_word(at[-1]) || !is_word(*at);
		bool ends = !is_word(at[n - 1]) || !is_word(at[n]);

		if (begins && ends)
			return at;
		at++;
	}
	return NULL;
}

bool part_has_link(struct arena *a, const char *text, const struct link *link)
{
	return find_words(text, escaped_plain(a, link->text));
}

/* Escaping takes blanks off both ends. */
static void add_words(
	struct buf *b, struct arena *a, const char *from, const char *to)
{
	if (to == from)
		return;
	if (*from == ' ' && b->n)
		buf_addc(b, ' ');
	buf_adds(b, escaped_markdown(a,
			    arena_text(a,
				    (struct str){from, (size_t)(to - from)})));
	if (to[-1] == ' ' && b->n && b->p[b->n - 1] != ' ')
		buf_addc(b, ' ');
}

/* The place among links of the one that comes first in text, none of those
 * that were put back already; links->n for none. */
static size_t find_first(struct arena *a, const char *text,
	const struct links *links, const bool *used, const char **at)
{
	size_t first = links->n;

	for (size_t i = 0; i < links->n; i++) {
		const struct link *link = &links->v[i];
		const char *found;

		if (used[i])
			continue;
		found = find_words(text, escaped_plain(a, link->text));
		if (!found || (first < links->n && found >= *at))
			continue;
		first = i;
		*at = found;
	}
	return first;
}

const char *part_linked(
	struct arena *a, const char *text, const struct links *links)
{
	bool *used = ARENA_ARRAY(a, bool, links->n + 1);
	const char *at = NULL, *all;
	struct buf b;

	buf_init(&b, VIEW_TEXT);
	for (int n = 0; n < LINKS_MAX; n++) {
		size_t i = find_first(a, text, links, used, &at);
		const char *words;

		if (i == links->n)
			break;
		used[i] = true;
		words = escaped_plain(a, links->v[i].text);
		add_words(&b, a, text, at);
		buf_addf(&b, "[%s](%s)", escaped_markdown(a, words),
			escaped_url(a, links->v[i].url));
		text = at + strlen(words);
	}
	add_words(&b, a, text, text + strlen(text));
	all = arena_text(a, buf_str(&b));
	buf_release(&b);
	return all;
}

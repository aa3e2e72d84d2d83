/*
 * A single pass that copies what is text and drops what is markup.  Whether a
 * closing mark is still to come is found out once per kind of mark, so that
 * thousands of opening ones stay cheap.
 */
#include "plain.h"

#include "glyph_p.h"

struct plain {
	struct arena *arena;
	struct str s; /* what is left */
	char *out;
	size_t n;
	struct links *links;
	size_t opened; /* where the newest "[" stood in out, or STR_NONE */
	bool no_paren, no_angle, no_tilde; /* no further one in s */
};

static const struct {
	const char *entity;
	const char *text;
} ENTITIES[] = {
	{"&gt;", ">"},
	{"&lt;", "<"},
	{"&ge;", "\u2265"},
	{"&le;", "\u2264"},
	{"&amp;", "&"},
	{"&nbsp;", " "},
	{"&rarr;", "\u2192"},
	{"&quot;", "\""},
	{"&#39;", "'"},
	{"&euro;", "\u20ac"},
	{"&pound;", "\u00a3"},
	{"&ndash;", "\u2013"},
	{"&mdash;", "\u2014"},
};

static void put(struct plain *p, struct str s)
{
	if (s.n)
		memcpy(p->out + p->n, s.p, s.n);
	p->n += s.n;
}

static void drop(struct plain *p, size_t n)
{
	p->s = str_sub(p->s, n, p->s.n);
}

/* Offset of a closing mark, asked for no more once there was none. */
static size_t closing(struct plain *p, const char *mark, bool *none)
{
	size_t at = *none ? STR_NONE : str_find(p->s, str_of(mark));

	*none = at == STR_NONE;
	return at;
}

/* "](address)" ends a link; a lone "]" is text. */
static bool close_link(struct plain *p)
{
	size_t end, from = p->opened;
	struct str url, target;

	if (!str_starts(p->s, "]("))
		return false;
	end = closing(p, ")", &p->no_paren);
	if (end == STR_NONE)
		return false;
	url = str_sub(p->s, 2, end);
	/* An address may hold one pair of parentheses. */
	if (str_find_char(url, '(') != STR_NONE && end + 1 < p->s.n &&
		p->s.p[end + 1] == ')')
		url = str_sub(p->s, 2, ++end);
	if (from == STR_NONE) {
		put(p, STR("]"));
		drop(p, 1);
		return true;
	}
	drop(p, end + 1);
	p->n--;
	for (size_t i = from; i < p->n; i++)
		p->out[i] = p->out[i + 1];
	url = str_trim(url);
	if (!str_take_until(&url, ' ', &target))
		target = url;
	if (p->links)
		*vec_add(p->arena, p->links) = (struct link){
			arena_text(
				p->arena, str_trim((struct str){
						  p->out + from, p->n - from})),
			arena_text(p->arena, target)};
	p->opened = STR_NONE;
	return true;
}

static bool is_tag(struct str s)
{
	return s.n > 2 && s.p[0] == '<' &&
	       (str_is_alpha(s.p[1]) || s.p[1] == '/' || s.p[1] == '!');
}

/* Comments, tags and addresses in angle brackets. */
static bool drop_tag(struct plain *p)
{
	size_t end;

	if (!is_tag(p->s))
		return false;
	end = closing(p, ">", &p->no_angle);
	if (end == STR_NONE)
		return false;
	/* "<br>" parts words; so does everything else, harmlessly. */
	put(p, STR(" "));
	drop(p, end + 1);
	return true;
}

static bool drop_struck(struct plain *p)
{
	struct str rest = p->s;
	size_t end;

	if (!str_skip(&rest, "~~") || p->no_tilde)
		return false;
	end = str_find(rest, STR("~~"));
	if (end == STR_NONE) {
		p->no_tilde = true;
		return false;
	}
	p->s = str_sub(rest, end + 2, rest.n);
	return true;
}

static bool drop_address(struct plain *p)
{
	size_t n = 0;

	if (!str_istarts(p->s, "http://") && !str_istarts(p->s, "https://"))
		return false;
	while (n < p->s.n && !str_is_space(p->s.p[n]) && p->s.p[n] != ')' &&
		p->s.p[n] != ']' && p->s.p[n] != '>')
		n++;
	drop(p, n);
	return true;
}

static bool put_entity(struct plain *p)
{
	if (p->s.p[0] != '&')
		return false;
	for (size_t i = 0; i < COUNT_OF(ENTITIES); i++)
		if (str_skip(&p->s, ENTITIES[i].entity)) {
			put(p, str_of(ENTITIES[i].text));
			return true;
		}
	return false;
}

static bool put_escaped(struct plain *p)
{
	if (p->s.p[0] != '\\')
		return false;
	drop(p, 1);
	if (p->s.n) {
		put(p, str_sub(p->s, 0, 1));
		drop(p, 1);
	}
	return true;
}

static void put_byte(struct plain *p)
{
	char c = p->s.p[0];

	drop(p, 1);
	if (c == '`' ||
		(c == '*' && (p->s.n == 0 || p->s.p[0] != ' ' || p->n == 0 ||
				     p->out[p->n - 1] != ' ')))
		return;
	if (c == '_' && str_starts(p->s, "_")) {
		drop(p, 1);
		return;
	}
	if (c == '[')
		p->opened = p->n;
	p->out[p->n++] = (unsigned char)c < ' ' || c == 127 ? ' ' : c;
}

struct str plain_text(struct arena *a, struct str line, struct links *links)
{
	struct plain p = {
		.arena = a, .s = line, .links = links, .opened = STR_NONE};

	/* No rule makes its text longer. */
	p.out = arena_alloc(a, line.n + 1);
	while (p.s.n) {
		char c = p.s.p[0];

		if ((c == '<' && drop_tag(&p)) ||
			(c == '~' && drop_struck(&p)) ||
			(c == ']' && close_link(&p)) ||
			(c == 'h' && drop_address(&p)) || put_entity(&p) ||
			put_escaped(&p))
			continue;
		put_byte(&p);
	}
	return glyph_trim((struct str){p.out, p.n});
}

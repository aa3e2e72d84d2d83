/*
 * A line of YAML, JSON or TOML as a name and a value.  No grammar in full:
 * what people write who keep goals in such a file, a pair in a line, or a few
 * of them in braces.
 */
#include "fence_p.h"

#include "attr.h"
#include "buf.h"

/* The value without quotes, a comma or a comment behind it. */
static struct str unquoted(struct str s)
{
	size_t hash = str_find(s, STR(" #"));

	s = str_trim(s);
	if (s.n > 1 && strchr("\"'", s.p[0])) {
		size_t end = str_rfind_char(s, s.p[0]);

		return str_sub(s, 1, end ? end : s.n);
	}
	if (hash != STR_NONE)
		s = str_trim(str_sub(s, 0, hash));
	return str_trim(str_trim_end(s, ","));
}

/* "key_results", "keyResults" as "key results" */
static struct str spaced(struct arena *a, struct str s)
{
	struct buf b;

	s = unquoted(s);
	buf_init(&b, s.n * 2 + 1);
	for (size_t i = 0; i < s.n; i++) {
		bool turn = i && s.p[i] >= 'A' && s.p[i] <= 'Z' &&
			    s.p[i - 1] >= 'a' && s.p[i - 1] <= 'z';

		if (turn)
			buf_addc(&b, ' ');
		buf_addc(&b, strchr("_-", s.p[i]) ? ' ' : s.p[i]);
	}
	s = arena_str(a, buf_str(&b));
	buf_release(&b);
	return s;
}

/* The bytes of a name with quotes around it, or of a word. */
static size_t name_bytes(struct str s)
{
	size_t n = 0, end;

	if (s.n > 2 && strchr("\"'", s.p[0])) {
		end = str_find_char(str_sub(s, 1, s.n), s.p[0]);
		return end == STR_NONE ? 0 : end + 2;
	}
	while (n < s.n && !strchr(" :=\t{}[],\"'", s.p[n]))
		n++;
	return n < s.n && s.p[n] == ' ' && str_istarts(s, "key ") ? 0 : n;
}

/* Takes "name:" or "name =" off. */
static bool take_name(struct arena *a, struct str *s, struct str *name)
{
	size_t n = name_bytes(*s);
	struct str rest = str_trim_left(str_sub(*s, n, s->n));

	if (!n || !rest.n || !strchr(":=", rest.p[0]) ||
		(rest.n > 1 && !strchr(" \t\"[{", rest.p[1]) && s->p[0] != '"'))
		return false;
	*name = spaced(a, str_sub(*s, 0, n));
	*s = str_trim_left(str_sub(rest, 1, rest.n));
	return true;
}

static bool is_nothing(struct str s)
{
	static const char *const WORDS[] = {"", "|", ">", "|-", ">-", "~",
		"null", "[", "{", "[]", "{}", "[{"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(s, WORDS[i]))
			return true;
	}
	return false;
}

/* "[[objectives.key_results]]", "[objectives]": a header of TOML. */
static bool is_header(struct arena *a, struct str s, struct yaml_pair *pair)
{
	struct str name = str_trim_end(str_trim(s), "]");
	size_t dot, deep = 0;

	if (!str_skip_char(&name, '[') || !str_ends(s, "]"))
		return false;
	str_skip_char(&name, '[');
	for (size_t i = 0; i < name.n; i++) {
		if (!str_is_alnum(name.p[i]) && !strchr("._-", name.p[i]))
			return false;
		deep += name.p[i] == '.';
	}
	dot = str_rfind_char(name, '.');
	if (dot != STR_NONE)
		name = str_sub(name, dot + 1, name.n);
	pair->name = spaced(a, name);
	pair->indent = deep * 2;
	return name.n > 0 && !str_has_digit(name);
}

/* Where the inside of braces ends that stand in one line; 0: nowhere. */
static size_t braces_end(struct str s)
{
	size_t end = str_rfind_char(s, '}');

	return s.n > 1 && s.p[0] == '{' && end != STR_NONE &&
			       !str_trim(str_trim_end(str_sub(s, end + 1, s.n),
						 ",]"))
					.n
		       ? end
		       : 0;
}

bool yaml_pair_take(struct arena *a, struct str *s, struct yaml_pair *pair)
{
	size_t end = 0;
	char quote = 0;

	*s = str_trim_left(*s);
	if (!s->n || !take_name(a, s, &pair->name))
		return false;
	for (; end < s->n; end++) {
		if (quote)
			quote = s->p[end] == quote ? 0 : quote;
		else if ((s->p[end] == '"' || s->p[end] == '\'') &&
			 (!end || s->p[end - 1] == ' '))
			quote = s->p[end];
		else if (s->p[end] == ',' &&
			 (end + 1 == s->n || s->p[end + 1] == ' ' ||
				 s->p[end + 1] == '"'))
			break;
	}
	pair->value = unquoted(str_sub(*s, 0, end));
	if (is_nothing(pair->value))
		pair->value = STR("");
	*s = str_sub(*s, end < s->n ? end + 1 : end, s->n);
	return true;
}

/* Only brackets: true; "{" begins an item. */
static bool is_bracket(struct yaml *y, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!strchr("{}[], ", s.p[i]))
			return false;
	}
	y->opened = y->opened || str_find_char(s, '{') != STR_NONE;
	return true;
}

/* The line of which a name above said that it comes. */
static bool take_folded(
	struct yaml *y, size_t indent, struct str s, struct yaml_pair *pair)
{
	if (!y->folded.n)
		return false;
	pair->name = y->folded;
	pair->indent = y->folded_at;
	pair->value = s;
	y->folded = (struct str){NULL, 0};
	return indent > pair->indent;
}

bool yaml_pair_read(struct arena *a, struct yaml *y, struct str line,
	struct yaml_pair *pair)
{
	struct str s = line;
	size_t end;

	*pair = (struct yaml_pair){.indent = 0};
	while (str_skip_char(&s, ' '))
		pair->indent++;
	s = str_trim_right(s);
	if (!s.n || s.p[0] == '#' || str_starts(s, "---") || is_bracket(y, s))
		return false;
	if (take_folded(y, pair->indent, s, pair))
		return true;
	if (is_header(a, s, pair)) {
		y->toml = pair->indent + 2;
		y->opened = true;
		return true;
	}
	pair->item = y->opened;
	pair->indent += y->toml;
	y->opened = false;
	while (str_skip(&s, "- ")) {
		pair->item = true;
		pair->indent += 2;
		s = str_trim_left(s);
	}
	end = braces_end(s);
	if (end) {
		pair->more = str_sub(s, 1, end);
		pair->item = true;
		return yaml_pair_take(a, &pair->more, pair);
	}
	take_name(a, &s, &pair->name);
	end = pair->name.n ? braces_end(s) : 0;
	if (end) { /* "KR2: {text: ...}" */
		pair->more = str_sub(s, 1, end);
		return true;
	}
	pair->value = unquoted(s);
	if (pair->name.n && pair->value.n < 3 && pair->value.n &&
		strchr("|>", pair->value.p[0])) {
		y->folded = pair->name;
		y->folded_at = pair->indent;
	}
	if (is_nothing(pair->value))
		pair->value = STR("");
	return pair->name.n || pair->item;
}

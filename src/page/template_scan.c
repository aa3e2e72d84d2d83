/*
 * From a template's text to tokens: tags, and the text between them cut at
 * the ends of lines, because whether a tag stands alone on its line matters.
 */
#include "template_p.h"

#include <assert.h>

enum { DELIMITER_BYTES = 16 };

void scan_init(struct scanner *s, const struct template_source *source)
{
	assert(source->file);
	*s = (struct scanner){.rest = source->text,
		.file = source->file,
		.line = 1,
		.fresh = true,
		.open = STR("{{"),
		.close = STR("}}")};
}

static struct str advance(struct scanner *s, size_t n)
{
	struct str taken = str_sub(s->rest, 0, n);

	assert(n <= s->rest.n);
	s->rest = str_sub(s->rest, n, s->rest.n);
	return taken;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Bytes up to the end of the line, without it; looked for once a line. */
static size_t line_length(struct scanner *s)
{
	size_t n;

	if (!s->line_end || s->rest.p > s->line_end) {
		n = str_find_char(s->rest, '\n');
		if (n == STR_NONE)
			n = s->rest.n;
		else if (n > 0 && s->rest.p[n - 1] == '\r')
			n--;
		s->line_end = s->rest.p + n;
	}
	return (size_t)(s->line_end - s->rest.p);
}

/* s is not empty and no tag stands at its beginning. */
static void take_text(struct scanner *s, struct token *token)
{
	size_t all = line_length(s), n = 0, tag;

	if (all == 0) {
		token->type = TOKEN_NEWLINE;
		token->text = advance(s, s->rest.p[0] == '\r' ? 2 : 1);
		s->line++;
		s->fresh = true;
		return;
	}
	while (n < all && is_blank(s->rest.p[n]))
		n++;
	if (n > 0 && (s->fresh || n == all)) {
		token->type = TOKEN_BLANK;
	} else {
		token->type = TOKEN_TEXT;
		n = all;
	}
	tag = str_find(str_sub(s->rest, 0, n), s->open);
	token->text = advance(s, tag == STR_NONE ? n : tag);
	if (token->type == TOKEN_TEXT && str_trim(token->text).n == 0)
		token->type = TOKEN_BLANK;
	s->fresh = false;
}

/* {{=<% %>=}} */
static int set_delimiters(struct scanner *s, struct str text, struct err *err)
{
	struct str open = {text.p, 0}, close;

	while (open.n < text.n && !str_is_space(text.p[open.n]))
		open.n++;
	close = str_trim(str_sub(text, open.n, text.n));
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] == '=')
			open.n = 0;
	for (size_t i = 0; i < close.n; i++)
		if (str_is_space(close.p[i]))
			open.n = 0;
	if (open.n == 0 || close.n == 0 || open.n > DELIMITER_BYTES ||
		close.n > DELIMITER_BYTES)
		return err_set(err, ERR_CONFIG,
			"%s:%d: odd delimiters; write {{=<%% %%>=}}", s->file,
			s->line);
	s->open = open;
	s->close = close;
	return 0;
}

/* Where the closing delimiter begins, or STR_NONE; s is behind the opening
 * one. In "{{{x}}}" and "{{=x=}}" a '}' or '=' belongs to the end of the tag.
 */
static size_t find_close(const struct scanner *s)
{
	struct str rest = s->rest;
	char first = rest.n ? rest.p[0] : '\0';
	char last = first == '{' ? '}' : '=';
	size_t at;

	if (first != '{' && first != '=')
		return str_find(rest, s->close);
	for (size_t n = 1;; n += at + 1) {
		at = str_find(str_sub(rest, n, rest.n), s->close);
		if (at == STR_NONE)
			return STR_NONE;
		if (first == '{' &&
			str_starts(str_sub(rest, n + at, rest.n), "}}}"))
			return n + at + 1;
		if (at > 0 && rest.p[n + at - 1] == last)
			return n + at;
	}
}

/* What stands between the delimiters; s is behind the opening one. */
static int take_body(struct scanner *s, struct str *body, struct err *err)
{
	size_t at = find_close(s);

	if (at == STR_NONE)
		return err_set(err, ERR_CONFIG, "%s:%d: tag is not closed",
			s->file, s->line);
	*body = advance(s, at);
	(void)advance(s, s->close.n);
	return 0;
}

static void count_lines(struct scanner *s, struct str body)
{
	for (size_t i = 0; i < body.n; i++)
		s->line += body.p[i] == '\n';
}

static int check_name(
	struct scanner *s, const struct token *token, struct err *err)
{
	if (token->text.n == 0)
		return err_set(err, ERR_CONFIG, "%s:%d: tag has no name",
			s->file, s->line);
	for (size_t i = 0; i < token->text.n; i++)
		if (str_is_space(token->text.p[i]))
			return err_set(err, ERR_CONFIG,
				"%s:%d: '%.*s' is not a name", s->file, s->line,
				STR_ARG(token->text));
	return 0;
}

static int take_tag(struct scanner *s, struct token *token, struct err *err)
{
	struct str body = {NULL, 0};

	(void)advance(s, s->open.n);
	if (take_body(s, &body, err))
		return -1;
	token->type = TOKEN_TAG;
	token->sigil = body.n > 0 ? body.p[0] : 'v';
	token->text = str_trim(str_sub(body, 1, body.n));
	s->fresh = false;
	if (token->sigil == '!') {
		count_lines(s, body);
		return 0;
	}
	if (token->sigil == '=') {
		token->text.n -= token->text.n > 0; /* the second '=' */
		if (set_delimiters(s, str_trim(token->text), err))
			return -1;
	} else if (token->sigil == '{') {
		token->sigil = '&';
		token->text.n -= token->text.n > 0; /* the third brace */
		token->text = str_trim(token->text);
	} else if (!memchr("#^/>&<$", token->sigil, 7)) {
		token->sigil = 'v';
		token->text = str_trim(body);
	}
	if (memchr("></", token->sigil, 3) &&
		str_skip_char(&token->text, '*')) {
		token->dynamic = true;
		token->text = str_trim(token->text);
	}
	if (token->sigil != '=' && check_name(s, token, err))
		return -1;
	count_lines(s, body);
	return 0;
}

int scan_next(struct scanner *s, struct token *token, struct err *err)
{
	assert(s->open.n && s->close.n && s->line > 0);
	*token = (struct token){.line = s->line};
	if (s->rest.n == 0)
		return 0;
	if (s->rest.n >= s->open.n && !memcmp(s->rest.p, s->open.p, s->open.n))
		return take_tag(s, token, err);
	take_text(s, token);
	return 0;
}

/*
 * What stands between fences: is it OKRs, a form, or code?
 */
#include "fence_p.h"

#include <string.h>

#include "doc_line_p.h"
#include "talk_p.h"

bool fence_is_sample(struct str line)
{
	static const char *const WORDS[] = {"format", "template", "example",
		"examples", "structure", "syntax", "e.g", "sample", "ejemplo",
		"exemplo", "exemple", "beispiel", "esempio", "voorbeeld", "bad",
		"good", "modelo", "formato", NULL};

	return vocab_has_listed(line, WORDS) || talk_opens_sample(line);
}

struct mark fence_mark(struct str line)
{
	enum { LONGEST = 400 };
	static const unsigned char PLAIN[LONGEST] = {0};

	line = str_trim(line);
	line = str_trim(str_sub(line, line_marker(line), line.n));
	while (str_skip_char(&line, '#') || str_skip_char(&line, '*'))
		line = str_trim_left(line);
	return mark_read(str_sub(line, 0, LONGEST), PLAIN, 0);
}

/* What stands behind the line's mark. */
static struct str text_of(struct str line)
{
	line = str_trim(str_sub(line, line_marker(line), line.n));
	line = str_sub(line, fence_mark(line).rest, line.n);
	while (line.n && strchr("*_ ", line.p[0]))
		line = str_sub(line, 1, line.n);
	return line;
}

static void note_line(struct fenced *f, struct str s)
{
	struct mark mark;
	struct str rest = s;
	bool first = !f->objectives && !f->krs && !f->items && !f->label;

	if (str_skip_char(&s, '|')) /* "| KR1: text | 10 |" */
		s = str_trim(s);
	mark = fence_mark(s);
	if (line_is_heading(s))
		f->titled = f->titled || vocab_has_okr(s);
	if (fence_is_sample(s) && !f->krs)
		f->objectives = 0;
	if (mark.kind == MARK_KR_LABEL && first && str_ends(s, ":"))
		f->label = true;
	f->objectives += mark.kind == MARK_OBJECTIVE;
	f->blanks +=
		(mark.kind == MARK_OBJECTIVE || mark.kind == MARK_KEY_RESULT) &&
		talk_is_blank(text_of(s));
	f->headed += mark.kind == MARK_OBJECTIVE && mark.numbered &&
		     line_is_heading(s);
	f->items += line_marker(s) > 0;
	if (mark.kind == MARK_KEY_RESULT && mark.numbered) {
		f->krs++;
		f->counted += str_has_digit(
			str_sub(s, s.n < 5 ? s.n : 5, s.n)); /* "- KR1" */
	}
	if (str_find_char(rest, '[') != STR_NONE &&
		str_find(rest, STR("[ ]")) == STR_NONE &&
		str_find(rest, STR("](")) == STR_NONE)
		f->blank = true;
}

void fence_take(struct str *rest, struct str fence, struct fenced *f)
{
	size_t n = line_fence(fence), left = rest->n;
	struct str line, begin = *rest;

	*f = (struct fenced){.objectives = 0};
	while (str_take_line(rest, &line)) {
		struct str s = str_trim(line);

		if (s.n && s.p[0] == fence.p[0] && line_fence(s) >= n &&
			line_fence(s) == s.n)
			break;
		left = rest->n;
		if (s.n)
			note_line(f, s);
	}
	f->inside = str_sub(begin, 0, begin.n - left);
}

int fence_hides(struct str text)
{
	struct str line;
	int at = 0;

	while (str_take_line(&text, &line)) {
		struct fenced in;
		struct str begin = text;

		at++;
		line = str_trim(line);
		if (!line_fence(line))
			continue;
		fence_take(&text, line, &in);
		if (in.objectives && in.krs > 1 &&
			in.blanks * 2 <= in.objectives + in.krs)
			return at;
		begin = str_sub(begin, 0, begin.n - text.n);
		while (str_take_line(&begin, &line))
			at++;
	}
	return 0;
}

/*
 * A page that has no OKRs of its own: what it quotes may be somebody's, and
 * where all of it is a collection of examples, those are read.  A guide with an
 * illustration, and a form with blanks, stay alone.
 */
#include "reader_p.h"

#include "attr.h"
#include "talk_p.h"

bool collect_opens(const struct reader *r, struct str title)
{
	return r->collects && vocab_names_examples(title) &&
	       !vocab_is_bad(title);
}

bool collect_leaves(const struct block *b, bool bad)
{
	enum { SHORT = 80 };
	struct piece p = {b, str_trim(b->text.s)};

	if (b->kind == BLOCK_SECTION || b->kind == BLOCK_RULE)
		return false;
	if (b->kind != BLOCK_PARA || !p.s.n || p.s.n > SHORT ||
		(!piece_is_bold(p) && !str_ends(p.s, ":")))
		return bad;
	return vocab_is_bad(p.s) || (bad && block_mark(b).kind != MARK_NONE &&
					    block_mark(b).kind != MARK_LEFT);
}

/* "How to write OKRs, with examples": of how it is done. */
static bool is_guide(struct str title)
{
	static const char *const WORDS[] = {
		"how", "guide", "writing", "policy", "process", "what", NULL};

	return vocab_has_listed(title, WORDS);
}

/* The first heading, or a line of text that stands for it. */
static struct str page_title(const struct reader *r)
{
	const struct block *first = r->doc->first;

	if (r->title[0] || !first || first->kind != BLOCK_PARA)
		return str_of(r->title);
	return str_trim(first->text.s);
}

bool collect_examples(const struct reader *r)
{
	enum { MANY = 3, TITLE = 120 };
	struct str title = page_title(r);
	size_t headings = 0;

	if (is_guide(title) || title.n > TITLE)
		return false;
	if (vocab_names_examples(title))
		return true;
	for (struct block *b = r->doc; b; b = block_step(b))
		headings += b->kind == BLOCK_SECTION &&
			    vocab_names_examples(b->text.s) &&
			    !vocab_is_bad(b->text.s);
	return headings >= MANY;
}

bool collect_is_filled(const struct reader *r)
{
	enum { MANY = 3, LEAST = 2 };
	size_t objectives = 0, krs = 0, numbers = 0;

	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		const struct objective *o = &r->m->objectives.v[i];

		objectives += o->title[0] && o->key_results.n;
		krs += o->key_results.n;
		for (size_t k = 0; k < o->key_results.n; k++)
			numbers +=
				str_has_digit(str_of(o->key_results.v[k].text));
	}
	/* a whole collection needs no more than some */
	if (objectives >= MANY && krs >= objectives * LEAST && numbers)
		return true;
	return objectives && krs > 1 && numbers * 2 >= krs;
}

/* "It could look like this:" */
static bool leads_to_sample(struct str s)
{
	static const char *const WORDS[] = {"could", "might", "would",
		"suppose", "imagine", "instead", "bad", "better", "good", "e.g",
		"like", "template", "format", "rather", NULL};

	return vocab_has_listed(s, WORDS) || vocab_names_examples(s) ||
	       vocab_is_bad(s);
}

bool collect_quotes(
	struct reader *r, const struct block *quote, const struct block *before)
{
	const struct block *b = quote->first;
	struct str s, line;
	struct piece p;
	struct mark mark;

	if (!r->again || !b || b->kind != BLOCK_PARA)
		return false;
	if (before && before->kind == BLOCK_PARA &&
		leads_to_sample(before->text.s))
		return false;
	s = b->text.s;
	if (!str_take_until(&s, '\n', &line))
		return false;
	p = (struct piece){b, str_trim(line)};
	mark = piece_mark(p);
	if (mark.kind != MARK_OBJECTIVE || !example_states_itself(p, &mark))
		return false;
	r->lettered = false; /* "O1" beside "KR1" is one */
	return true;
}

/*
 * The blocks of a section, one after the other: each is read by what it is, or
 * left alone because of what stands above it.
 */
#include "walk_p.h"

#include "goals_p.h"
#include "list_p.h"
#include "para_p.h"
#include "table_p.h"
#include "talk_p.h"
#include "updates_p.h"

/* Within "**Example 1: a shop**", up to a rule, a heading, or bold type that
 * says nothing of OKRs? */
static bool in_sample(const struct block *b, bool sample)
{
	struct piece p = {b, str_trim(b->text.s)};

	if (b->kind == BLOCK_SECTION || b->kind == BLOCK_RULE)
		return false;
	if (b->kind != BLOCK_PARA || !p.s.n || !piece_is_bold(p))
		return sample;
	return talk_opens_sample(p.s) ||
	       (sample && block_mark(b).kind != MARK_NONE);
}

/* "> KR2: Fewer calls" in somebody's comment: a key result that is read
 * already. */
static bool quotes_known(const struct reader *r, const struct block *b)
{
	enum { LAST = 50, LEAST_WORDS = 3 };
	const struct objectives *all = &r->m->objectives;
	const struct block *p = b->first;
	struct str s, line;

	if (!p || p->kind != BLOCK_PARA ||
		block_mark(p).kind != MARK_KEY_RESULT)
		return false;
	s = str_sub(p->text.s, block_mark(p).rest, p->text.s.n);
	if (!str_take_until(&s, '\n', &line))
		return false;
	line = str_trim(line);
	if (str_words(line) < LEAST_WORDS)
		return false;
	for (size_t i = all->n; i > r->first && all->n - i < LAST; i--) {
		const struct objective *o = &all->v[i - 1];

		for (size_t k = 0; k < o->key_results.n && k < LAST; k++) {
			struct str text = str_of(o->key_results.v[k].text);

			if (str_ieq(str_sub(text, 0, line.n), line))
				return true;
		}
	}
	return false;
}

static bool is_read_quote(struct reader *r, const struct block *b,
	const struct scope *sc, const struct block *before)
{
	return !quotes_known(r, b) &&
	       (quotes_key_results(r, b, sc) || quotes_okrs(r, b, sc) ||
		       quotes_objective(r, b) || quotes_fields(b, sc) ||
		       collect_quotes(r, b, before));
}

/* "## Theme A: Moving around" over a quotation: that is what is aimed at. */
static bool retitles(
	struct reader *r, const struct block *quote, const struct scope *sc)
{
	const struct block *p = quote->first, *head = quote->parent;
	struct objective *o;

	if (sc->objective == NO_INDEX || !p || p->next ||
		p->kind != BLOCK_PARA || goal_has_lines(p) ||
		p->text.s.n > GOALS_LONGEST || head->first != quote ||
		head->kind != BLOCK_SECTION || !goals_are_theme(head->text.s))
		return false;
	o = objective_at(r, sc->objective);
	if (o->source.line != head->line || o->key_results.n)
		return false;
	o->section = o->title;
	o->title = piece_text(r, (struct piece){p, p->text.s});
	read_explain(r, p->line, "title", o->title);
	return true;
}

static void table_block(
	struct reader *r, const struct block *b, struct scope *sc)
{
	if (!sc->quiet)
		read_table(r, b, sc);
	else if (!table_take_scores(r, b, sc)) /* below "Tracking" */
		read_explain_left(r, b);
	sc->settled =
		sc->settled ||
		(sc->mode == MODE_KEY_RESULTS &&
			(sc->objective == NO_INDEX ||
				objective_at(r, sc->objective)->key_results.n));
}

/* "> | KR1 | on track | 70% |" in somebody's comment: how it goes with what was
 * told above. */
static bool quotes_news(struct reader *r, const struct block *quote)
{
	bool any = false;

	if (r->m->objectives.n == r->first || !r->extras.n || r->ours)
		return false;
	for (const struct block *b = quote->first; b; b = b->next) {
		if (b->kind != BLOCK_TABLE || !b->first || !b->first->next ||
			!table_refers_back(r, b))
			continue;
		table_take_news(r, b);
		read_explain(r, b->line, "update", "table");
		any = true;
	}
	return any;
}

/* before: what stands above it, which may be NULL */
static void quote_block(struct reader *r, const struct block *b,
	struct scope *sc, const struct block *before)
{
	if (quotes_news(r, b)) /* also below "Comments" */
		return;
	if (sc->quiet)
		read_explain_left(r, b);
	else if (sc->kr == NO_INDEX && before && before->kind == BLOCK_LIST &&
		 quote_notes(r, b, sc, before))
		return;
	else if (is_read_quote(r, b, sc, before))
		read_blocks(r, b, sc);
	else if (!quote_notes(r, b, sc, before) && !quote_judges(r, b, sc) &&
		 !retitles(r, b, sc))
		read_explain_left(r, b);
}

void read_blocks(struct reader *r, const struct block *parent, struct scope *sc)
{
	const struct block *last = NULL;
	bool sample = false;

	for (const struct block *b = parent->first; b && !r->full;
		last = b, b = b->next) {
		sample = r->collects ? collect_leaves(b, sample)
				     : in_sample(b, sample);
		if (sample) {
			read_explain_left(r, b);
			continue;
		}
		switch (b->kind) {
		case BLOCK_SECTION:
			walk_heading(r, b, sc);
			break;
		case BLOCK_PARA:
			if (updates_begin_list(r, b)) {
				updates_keep(r, b);
				b = b->next;
			} else if (sc->quiet) {
				read_explain_left(r, b);
			} else if (para_bold_key_result(r, b, sc)) {
				b = b->next;
			} else {
				read_para(r, b, sc, 0);
			}
			continue;
		case BLOCK_LIST:
			if (sc->quiet)
				read_explain_left(r, b);
			else
				read_list(r, b, sc);
			break;
		case BLOCK_TABLE:
			table_block(r, b, sc);
			break;
		case BLOCK_LEFT:
			quote_block(r, b, sc, last);
			break;
		case BLOCK_RULE:
			sc->ruled = true;
			break;
		default:
			break;
		}
		sc->before = NULL;
	}
}

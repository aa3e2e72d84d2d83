/*
 * What stands below a key result's row, or below its line, on our own pages:
 * blockers, notes, steps, links, each with the label of its key result where
 * the place does not tell it.
 */
#include "ours_p.h"

#include "attr.h"
#include "field_p.h"

/* "(C1.2)", "(C1.2, 1 March 2025)", "(1 March 2025)" at the end: whose remark
 * it is, and of when. */
struct about {
	int kr;
	struct date day;
};

static struct about take_about(
	struct reader *r, const struct scope *sc, struct str *s)
{
	struct about about = {sc->kr, {0, 0, 0}};
	size_t open = str_rfind_char(*s, '(');
	struct str in, name;
	long n = 0;

	if (open == STR_NONE || !open || !str_ends(*s, ")"))
		return about;
	in = str_sub(*s, open + 1, s->n - 1);
	if (sc->kr == NO_INDEX) {
		size_t dot = str_find_char(in, '.');

		name = str_sub(in, dot == STR_NONE ? in.n : dot + 1, in.n);
		if (!str_take_number(&name, 10000, &n) || n < 1 ||
			(size_t)n >
				objective_at(r, sc->objective)->key_results.n ||
			(name.n && !str_skip(&name, ", ")))
			return about;
		about.kr = (int)n - 1;
		in = name;
	}
	about.day = field_date(in);
	if (sc->kr == NO_INDEX || date_is_set(about.day))
		*s = str_trim(str_sub(*s, 0, open));
	return about;
}

static struct texts *texts_of(
	struct objective *o, struct key_result *kr, struct str name)
{
	const struct {
		const char *name;
		struct texts *of_objective, *of_kr;
	} LISTS[] = {
		{"Blockers", &o->blockers, kr ? &kr->blockers : NULL},
		{"Asks", &o->asks, kr ? &kr->asks : NULL},
		{"Risks", &o->risks, kr ? &kr->risks : NULL},
		{"Mitigations", &o->mitigations, kr ? &kr->mitigations : NULL},
		{"Depends on", &o->dependencies, NULL},
		{"Initiatives", &o->initiatives, NULL},
		{"Notes", &o->notes, kr ? &kr->notes : NULL},
	};

	for (size_t i = 0; i < COUNT_OF(LISTS); i++) {
		if (str_is(name, LISTS[i].name))
			return LISTS[i].of_kr ? LISTS[i].of_kr
					      : LISTS[i].of_objective;
	}
	return NULL;
}

/* "☑ 0.3: scope agreed" */
static void read_step(struct reader *r, struct key_result *kr, struct str s)
{
	bool reached = str_skip(&s, "\u2611");

	if (reached || str_skip(&s, "\u2610"))
		(void)read_milestone(r, kr, str_trim(s), reached);
}

/* The newest reading; its value stands in the row, see read_our_row(). */
static void read_latest(
	struct reader *r, struct key_result *kr, struct date day, struct str s)
{
	*vec_add(r->a, &kr->readings) = (struct reading){.date = day,
		.author = "",
		.result = {.text = ""},
		.text = arena_text(r->a, s)};
}

static void read_our_remark(struct reader *r, const struct scope *sc,
	struct str name, struct piece text)
{
	struct str s = str_of(piece_text(r, text));
	struct about about = take_about(r, sc, &s);
	struct objective *o = objective_at(r, sc->objective);
	struct key_result *kr =
		about.kr == NO_INDEX
			? NULL
			: key_result_at(r, sc->objective, about.kr);
	struct texts *texts = texts_of(o, kr, name);

	if (texts)
		*vec_add(r->a, texts) = arena_text(r->a, s);
	else if (str_is(name, "Links"))
		piece_links(r, text, kr ? &kr->links : &o->links);
	else if (kr && str_is(name, "Scoring"))
		read_step(r, kr, s);
	else if (kr && str_is(name, "Latest"))
		read_latest(r, kr, about.day, s);
	read_explain(r, piece_line(text), "remark", arena_text(r->a, s));
}

/* One in the line of its name, several in a list below it. */
static void read_remarks(struct reader *r, const struct scope *sc,
	const struct block *item, struct piece text)
{
	size_t colon = str_find_char(text.s, ':');
	struct str name = str_trim(str_sub(text.s, 0, colon));
	struct piece one = piece_from(text, colon + 1);
	const struct block *list = item->first->next;

	if (str_trim(one.s).n)
		read_our_remark(r, sc, name, one);
	if (!list || list->kind != BLOCK_LIST)
		return;
	for (const struct block *i = list->first; i; i = i->next) {
		const struct block *p = i->first;

		if (p && p->kind == BLOCK_PARA)
			read_our_remark(r, sc, name,
				(struct piece){p, str_trim(p->text.s)});
	}
}

/* A note of ours begins with a small number. */
bool ours_is_footnote(struct str s)
{
	static const char *const DIGITS[] = {"\u2070", "\u00b9", "\u00b2",
		"\u00b3", "\u2074", "\u2075", "\u2076", "\u2077", "\u2078",
		"\u2079"};

	for (size_t i = 0; i < COUNT_OF(DIGITS); i++) {
		if (str_starts(s, DIGITS[i]))
			return true;
	}
	return false;
}

bool read_our_item(
	struct reader *r, const struct block *item, const struct scope *sc)
{
	const struct block *para = item->first;
	struct piece text;

	if (sc->objective == NO_INDEX || item->number || !para ||
		para->kind != BLOCK_PARA || !is_our_line(r, para->line))
		return false;
	text = (struct piece){para, str_trim(para->text.s)};
	if (ours_is_footnote(text.s))
		return true;
	if (text.s.n && (piece_flags(text)[0] & TEXT_BOLD) &&
		str_find_char(text.s, ':') != STR_NONE)
		read_remarks(r, sc, item, text);
	else
		read_facts(r, sc->objective, sc->kr,
			str_of(piece_text(r, text)), para->line);
	return true;
}

/*
 * Lines that look like objectives and key results are some only on a page that
 * speaks of them.
 */
#include "rows_p.h"

#include "goals_p.h"
#include "keyresult.h"
#include "words.h"

/* How far the page speaks of goals, above the first of them. */
static enum goals announced(const struct rows *rows, const struct plan *plan)
{
	enum { FIRST = 5 };
	enum goals best = goals_announced(rows->title), e;
	size_t n = 0;

	if (!best && goals_spoken_of(rows->title))
		best = GOALS_OURS;
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = &rows->v[i];

		if (row->kind != ROW_TEXT)
			continue;
		if (row_is(row, plan->objective))
			break;
		if (++n > FIRST && !row->heading && !row->bold && !row->lead &&
			!row->capitals)
			continue;
		e = goals_announced(row->text);
		if (vocab_has_okr(row->text) && !goals_are_others(row->text))
			e = GOALS_BOTH;
		best = e > best ? e : best;
	}
	return best;
}

/* Does the line say how far, and not only how many? */
static bool is_aimed(struct reader *r, const struct row *row)
{
	struct sentence said;

	sentence_read(&r->scratch, row->body, &said);
	return said.target && (said.baseline || said.comparator != CMP_NONE);
}

/* Does a third of these lines say how far, and not only how many? */
static bool are_aimed(struct reader *r, const struct rows *rows, int style)
{
	size_t n = 0, aimed = 0;

	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = &rows->v[i];

		if (!row_is(row, style))
			continue;
		n++;
		aimed += str_find_char(row->body, '%') != STR_NONE ||
			 is_aimed(r, row);
	}
	return aimed * 3 >= n;
}

/* "Nobody waits", "Settle small claims the same day", "Audits without panic":
 * does it say how things shall be, or only what it is about? */
static bool is_wish(struct str title)
{
	static const char *const WORDS[] = {"is", "are", "be", "can", "will",
		"do", "does", "don't", "have", "has", "want", "wants", "know",
		"knows", "never", "always", "without", "instead", "every",
		"everyone", "nobody", "no one", "we", "our", "us", "they",
		"their", "more", "less", "fewer", "better", "best", "faster",
		"earlier", "easier", "stop", "feel", "feels", "love", "loves",
		"like", "stays", "stay", "that", "who", "ist", "sind", "hat",
		"haben", "kann", "wird", "werden", "wir", "ohne", "mehr",
		"besser", "jeder", "est", "sont", "nous", "sans", "plus", "es",
		"son", "sin", "m\u00e1s", "mejor", "nuestra", "nuestro",
		"\u00e9", "s\u00e3o", "sem", "mais", "melhor", "sono", "senza",
		"pi\u00f9", "is", "zijn", "zonder", "meer", "beter", NULL};
	struct str rest = title, first;

	if (!str_take_until(&rest, ' ', &first))
		return false;
	return verb_sense(first, false) != VERB_NONE || goals_wish(title) ||
	       vocab_has_listed(title, WORDS);
}

/* "Runbook", "Three ideas": what stands below is told with numbers, and not
 * aimed at. */
static bool is_of_work(struct str heading)
{
	static const char *const WORDS[] = {"runbook", "runbooks", "procedure",
		"procedures", "checklist", "checklists", "recipe", "recipes",
		"idea", "ideas", "option", "options", "instructions", "manual",
		"faq", "agenda", "minutes", "incident", "incidents",
		"postmortem", "post-mortem", "price", "prices", "pricing",
		"menu", "vacancy", "vacancies", "job", "requirement",
		"requirements", "feature", "features", "finding", "findings",
		"phases", "steps", "levels", "tiers", "packages", "rules",
		"policy", "service level", "service levels", "slo", "slos",
		"sla", "slas", "budget", "rezept", "rezepte", "anleitung",
		"ideen", "preise", "tagesordnung", "protokoll", "recette",
		"recettes", "id\u00e9es", "prix", "tarifs", "receta", "recetas",
		"ideas", "precios", NULL};

	return goals_are_others(heading) || vocab_has_listed(heading, WORDS);
}

/* The heading over the first of an objective's style. */
static bool is_below_work(const struct rows *rows, int style)
{
	const struct row *over = NULL;

	for (size_t i = 0; i < rows->n && !row_is(&rows->v[i], style); i++) {
		if (rows->v[i].kind == ROW_TEXT && rows->v[i].heading)
			over = &rows->v[i];
	}
	return is_of_work(rows->title) || (over && is_of_work(over->text));
}

/* What speaks for the plan, in points, where the page announces no goals by
 * name: titles that wish, numbers that are to be reached. */
static int evidence(struct reader *r, const struct rows *rows,
	const struct plan *plan, enum goals told)
{
	const struct tally *t = &plan->tally;
	size_t titles = 0, wishes = 0, n = 0, aimed = 0;
	int points = told >= GOALS_OURS ? 2 : told > GOALS_NONE;

	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = &rows->v[i];

		if (row_is(row, plan->objective)) {
			titles++;
			wishes += is_wish(row->body);
		} else if (row_is(row, plan->measure)) {
			n++;
			aimed += is_aimed(r, row);
		}
	}
	points += wishes * 3 >= titles * 2 ? 2 : wishes * 3 >= titles;
	points += aimed * 2 >= n ? 2 : aimed * 3 >= n;
	points += rows_first(rows, plan->objective)->label > 0;
	return points + (t->measured == t->n);
}

bool rows_are_told(
	struct reader *r, const struct rows *rows, const struct plan *plan)
{
	enum { ENOUGH = 3 };
	const struct row *o = rows_first(rows, plan->objective);
	const struct row *m = rows_first(rows, plan->measure);
	const struct tally *t = &plan->tally;
	enum goals told;

	if (vocab_names_examples(rows->title))
		return false;
	if (t->goals > 1 && (o->numbered || (m && m->mark == ROW_KEY_RESULT)))
		return true;
	if (goals_are_others(rows->title))
		return false;
	if (t->goals < 2)
		return o->mark == ROW_OBJECTIVE && o->heading == 1 && t->known;
	told = announced(rows, plan);
	if (t->known == t->goals)
		told = told > GOALS_DATED ? GOALS_BOTH : GOALS_OURS;
	if (o->named && told < GOALS_OURS && are_aimed(r, rows, plan->measure))
		told = GOALS_OURS;
	if (t->measured * 3 >= t->n * 2 &&
		!is_below_work(rows, plan->objective) &&
		evidence(r, rows, plan, told) >= ENOUGH)
		return true;
	return told >= GOALS_TIMED
		       ? t->measured * 2 >= t->n
		       : told == GOALS_OURS && t->measured * 3 >= t->n * 2;
}

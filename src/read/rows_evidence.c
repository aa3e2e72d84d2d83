/*
 * What speaks for goals that a page does not announce by name: titles that wish
 * something, and numbers below that are to be reached.
 */
#include "rows_p.h"

#include "goals_p.h"
#include "keyresult.h"
#include "words.h"

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
	static const char *const ASKS[] = {"what", "how", "why", "who", "when",
		"where", "was", "wie", "warum", "wer", "wann", "wo"};
	struct str rest = title, first;

	if (!str_take_until(&rest, ' ', &first))
		return false;
	for (size_t i = 0; i < COUNT_OF(ASKS); i++) {
		if (str_iis(first, ASKS[i]))
			return false;
	}
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

bool row_is_aimed(struct reader *r, const struct row *row)
{
	struct str rest = row->body, first = rest;
	struct sentence said;

	if (row->body.n > ROW_LONGEST)
		return row->hits > 0;
	if (str_find_char(row->body, '%') != STR_NONE)
		return true;
	sentence_read(&r->scratch, row->body, &said);
	(void)!str_take_until(&rest, ' ', &first);
	return said.target && (said.baseline || said.comparator != CMP_NONE ||
				      verb_sense(first, false) != VERB_NONE);
}

bool row_is_deed(const struct row *row)
{
	struct str rest = row->body, first = rest;

	(void)!str_take_until(&rest, ' ', &first);
	return str_iis(first, "be") || verb_sense(first, false) != VERB_NONE;
}

bool row_is_wish(const struct row *row)
{
	return row->body.n <= ROW_LONGEST && is_wish(row->body);
}

bool rows_speak_for(struct reader *r, const struct rows *rows,
	const struct plan *plan, enum goals told)
{
	enum { ENOUGH = 3 };
	const struct tally *t = &plan->tally;
	size_t titles = 0, wishes = 0, n = 0, aimed = 0, news = 0;
	const struct row *o = rows_first(rows, plan->objective);
	bool own;
	int points = told >= GOALS_OURS ? 2 : told > GOALS_NONE;

	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = &rows->v[i];

		if (row_opens(rows, i, plan->objective)) {
			titles++;
			wishes += row_is_wish(row);
		} else if (row_is(row, plan->measure)) {
			n++;
			aimed += row_is_aimed(r, row);
			news += goals_are_news(
				str_sub(row->body, 0, ROW_LONGEST));
		}
	}
	if (aimed * 4 < n || news * 3 > n)
		return false;
	own = o->label > 0 || o->named;
	if (is_below_work(rows, plan->objective) && !own)
		return false;
	if (wishes * 3 < titles && !own && !t->known && told < GOALS_OURS)
		return false;
	points += wishes * 3 >= titles * 2 ? 2 : wishes * 3 >= titles;
	points += aimed * 2 >= n ? 2 : 1;
	points += own;
	points += t->goals == titles && t->n >= 2 * titles;
	points += t->measured == t->n;
	return points >= ENOUGH;
}

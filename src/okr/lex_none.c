/*
 * Nothing counted: "No lost-time injuries" is zero of them, "Pressure ulcers:
 * none" too.  What a clause denies ("No agent has access", "No parcel waits
 * more than 2 days") is no number.
 */
#include "lex_p.h"

#include "noun_p.h"
#include "words.h"

/* In front of a "no" that opens what is wanted. */
static const char *const LEADS[] = {"have", "achieve", "keep", "ensure",
	"maintain", "see", "record", "get", "reach", "to", "with", "at",
	"there", "are", "should", "be", "we", "report", "receive", "incur",
	"suffer", "cause", "sustain", NULL};
/* "no longer", "no matter": a word of its own. */
static const char *const ELSE[] = {"longer", "more", "less", "later", "one",
	"matter", "need", "doubt", "idea", "way", "other", "further", "fewer",
	"earlier", "sooner", "such", "higher", "lower", "wonder", NULL};
/* The phrase of a noun may be followed by one of these, */
static const char *const BEHIND[] = {"in", "on", "at", "during", "for", "from",
	"to", "after", "before", "since", "until", "till", "between", "by",
	"with", "without", "within", "of", "per", "this", "over", "under",
	"above", "below", "across", "through", "throughout", "due", "because",
	"and", "or", "related", "older", "larger", "bigger", "later", "where",
	"when", "while", NULL};
/* and with one of these it is a clause. */
static const char *const FINITE[] = {"is", "are", "was", "were", "has", "have",
	"had", "can", "will", "should", "may", "must", "does", "do", "needs",
	"takes", "waits", "leaves", "loses", "misses", "stands", "sits", "lies",
	"spends", "lacks", "gets", "goes", "stays", "remains", "exists", "who",
	"that", "which", NULL};
/* Behind the noun: "no tickets open" */
static const char *const STATES[] = {"open", "left", "outstanding", "pending",
	"overdue", "missing", "unresolved", "unanswered", "late", "lost",
	"remaining", "due", "empty", "closed", "full", "free", NULL};
/* Forms of a verb that are mostly things. */
static const char *const THINGS[] = {"reviews", "tests", "builds", "orders",
	"reports", "releases", "calls", "visits", "audits", "changes",
	"updates", "falls", "drops", "stops", "leaks", "delays", "increases",
	"cuts", "claims", "returns", "refunds", "issues", "closures", "losses",
	"deploys", "blocks", "starts", "rolls", "records", "cancels", "shifts",
	"notes", "documents", "contracts", "projects", "plans", "runs",
	"checks", "breaks", "fails", "crashes", "fires", "accidents", NULL};

/* One of them is used or kept away, and does not happen: "No phone at dinner",
 * "No new code in the old module". */
static const char *const USED[] = {"phone", "phones", "laptop", "laptops",
	"screen", "screens", "code", "sugar", "alcohol", "meat", "smoking",
	NULL};

enum { PHRASE_MOST = 6 };

static const struct token *at(const struct tokens *t, size_t i)
{
	return i < t->n ? &t->v[i] : &t->v[t->n];
}

/* "waits", "takes", where "calls" may be things. */
static bool is_verb(const struct tokens *t, size_t i)
{
	struct str w = at(t, i)->text;

	return lex_is_any(t, i, FINITE) ||
	       (w.n > 3 && str_ends(w, "s") && !lex_is_any(t, i, THINGS) &&
		       !str_iends(w, "ions") && !str_iends(w, "ings") &&
		       verb_sense(str_sub(w, 0, w.n - 1), true));
}

static bool is_participle(struct str w)
{
	return w.n > 4 && str_ends(w, "ed") && !str_iis(w, "exceed");
}

/* "tickets reopened", "sales calls", "vulnerabilities open" */
static bool is_behind_noun(const struct tokens *t, size_t i)
{
	struct str w = at(t, i)->text;

	return is_participle(w) || lex_is_any(t, i, STATES) ||
	       lex_is_plural(w) || lex_is_plural(at(t, i + 1)->text);
}

/* Behind "(of any kind)", where k is its bracket. */
static size_t behind_bracket(const struct tokens *t, size_t k)
{
	enum { FAR = 16 };
	size_t end = k;

	if (at(t, k)->kind != TOKEN_OPEN)
		return k;
	while (end < t->n && end < k + FAR && at(t, end)->kind != TOKEN_CLOSE)
		end++;
	return at(t, end)->kind == TOKEN_CLOSE ? end + 1 : k;
}

/* The noun of the phrase that begins behind token i; 0 where there is none or
 * a clause goes on. */
static size_t find_noun(const struct tokens *t, size_t i)
{
	size_t noun = 0, k;

	/* "No more paper forms", but "no more than" */
	i += lex_is(t, i + 1, "more") && !lex_is(t, i + 2, "than");
	for (k = i + 1; k <= i + PHRASE_MOST; k++) {
		const struct token *x = at(t, k);

		if (x->kind == TOKEN_SOFT || x->kind == TOKEN_NAME ||
			(at(t, k + 1)->kind == TOKEN_NAME &&
				!lex_is_any(t, k, BEHIND)) ||
			(x->kind == TOKEN_QUANTITY && x->flags & TOKEN_HYPHEN))
			continue;
		if (x->kind != TOKEN_WORD || lex_is_any(t, k, BEHIND) ||
			noun_ends(t, k))
			break;
		/* "No client accounts for more than a fifth" */
		if (noun && lex_is(t, k, "accounts") && lex_is(t, k + 1, "for"))
			return 0;
		/* "No source files exceed" */
		if (noun &&
			(is_verb(t, k) || (lex_is_plural(at(t, noun)->text) &&
						  !is_behind_noun(t, k))))
			return 0;
		if (!noun ||
			(!is_participle(x->text) && !lex_is_any(t, k, STATES) &&
				(lex_is_plural(x->text) ||
					!lex_is_plural(at(t, noun)->text))))
			noun = k;
	}
	k = behind_bracket(t, k);
	if (lex_is_any(t, k, FINITE) ||
		(at(t, k)->kind == TOKEN_WORD && !lex_is_any(t, k, BEHIND)) ||
		lex_is_any(t, i + 1, ELSE) ||
		(noun && lex_is_any(t, noun, USED)))
		return 0;
	return noun;
}

/* Does nothing but a verb of having stand in front? */
static bool opens(const struct tokens *t, size_t i)
{
	while (i > 0 && lex_is_any(t, i - 1, LEADS))
		i--;
	return i == 0 || at(t, i - 1)->kind == TOKEN_STOP ||
	       at(t, i - 1)->kind == TOKEN_COLON ||
	       (i == 1 && at(t, 0)->kind == TOKEN_SOFT);
}

/* "Pass the audit with no findings" */
static bool is_beside(const struct tokens *t, size_t i, size_t noun)
{
	static const char *const FLAWS[] = {"findings", "defects", "incidents",
		"issues", "errors", "complaints", "violations", "regressions",
		"exceptions", "injuries", "bugs", "deviations", "accidents",
		"faults", "breaches", "escapes", "failures", "nonconformities",
		"non-conformities", "outages", "penalties", NULL};

	return i > 1 && lex_is(t, i - 1, "with") &&
	       at(t, i - 2)->kind == TOKEN_WORD && lex_is_any(t, noun, FLAWS);
}

static bool has_number(const struct tokens *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (at(t, i)->kind == TOKEN_QUANTITY)
			return true;
	return false;
}

/* "No file above 1,500 lines", "No phone for 60 nights": what is asked for is
 * the bound. */
static bool is_bounded(const struct tokens *t, size_t noun)
{
	static const char *const BOUNDS[] = {"over", "above", "under", "below",
		"beyond", "older", "longer", "later", "larger", "bigger", NULL};

	/* "No ticket older than 7 days": none of those */
	if (lex_is_plural(at(t, noun)->text) ||
		(lex_is(t, noun + 1, "older") && lex_is(t, noun + 2, "than") &&
			at(t, noun + 3)->kind == TOKEN_QUANTITY &&
			lex_is_time(at(t, noun + 3))))
		return false;
	/* "No phone after 10 pm" */
	if (at(t, noun + 2)->kind == TOKEN_NAME &&
		(lex_is(t, noun + 1, "after") || lex_is(t, noun + 1, "before")))
		return true;
	for (size_t i = noun + 1; i < t->n; i++)
		if (at(t, i)->kind == TOKEN_QUANTITY && lex_is(t, i - 1, "for"))
			return true;
	return (lex_is_any(t, noun + 1, BOUNDS) ||
		at(t, noun + 1)->kind == TOKEN_COMPARE);
}

/* "Pressure ulcers: none" */
static bool is_none(const struct tokens *t, size_t i)
{
	static const char *const NONE[] = {"none", "nil", NULL};

	/* "none left in the house" */
	for (size_t k = i + 1; k < t->n; k++)
		if (at(t, k)->kind != TOKEN_WORD)
			return false;
	return lex_is_any(t, i, NONE) && i > 1 &&
	       (i + 1 == t->n || lex_is_any(t, i + 1, STATES)) &&
	       (at(t, i - 1)->kind == TOKEN_COLON ||
		       at(t, i - 1)->kind == TOKEN_DASH);
}

void lex_count_none(struct arena *a, struct tokens *t)
{
	for (size_t i = 0; i < t->n; i++) {
		size_t noun = 0;

		if (lex_is(t, i, "no") && t->v[i].text.n == 2)
			noun = find_noun(t, i);
		if (!is_none(t, i) &&
			(!noun || is_bounded(t, noun) ||
				!(opens(t, i) || (is_beside(t, i, noun) &&
							 !has_number(t)))))
			continue;
		/* also "no" in Spanish, "no trimestre" in Portuguese */
		if (tongue_of(t) != TONGUE_ENGLISH)
			return;
		lex_count(a, t, i, 0);
		if (!noun)
			return;
		t->v[i].q->unit = arena_text(a, t->v[noun].text);
		t->v[i].end = t->v[noun].end;
		t->v[i].q->text = arena_text(
			a, str_sub(t->line, t->v[i].at, t->v[i].end));
		return;
	}
}

bool lex_is_nothing(const struct tokens *t, size_t i)
{
	static const char *const NEAR[] = {"at", "about", "around", "over",
		"more", "nearly", "almost", "approximately", "a", "an", "some",
		"several", "all", "every", "each", "full", NULL};
	const struct token *x = at(t, i);

	return i > 0 && x->q->has_value && !x->q->value.coef &&
	       lex_is(t, i - 1, "from") && lex_is(t, i + 1, "to") &&
	       at(t, i + 2)->kind == TOKEN_WORD &&
	       !lex_is_any(t, i + 2, NEAR) &&
	       at(t, i + 3)->kind != TOKEN_QUANTITY;
}

/*
 * Units told by what is measured: "Overtime hours per nurse" from 14 to 6,
 * "Time to hire in days", "Percentage of ...".
 */
#include "measure_p.h"

#include <string.h>

#include "attr.h"
#include "unit_p.h"
#include "words.h"

enum { MOST_WORDS = 24, NOUN_WITHIN = 4 };

struct line {
	struct str v[MOST_WORDS];
	size_t n;
};

/* The words up to the first number; "(days)" is "in days". */
static struct line cut(struct str s)
{
	struct line line = {.n = 0};
	struct str word;

	while (line.n + 1 < MOST_WORDS && str_take_until(&s, ' ', &word)) {
		word = str_trim_end(word, ".,:;");
		if (word.n && str_has_digit(word))
			break;
		if (word.n > 1 && strchr("([", word.p[0])) {
			word = str_trim_end(str_sub(word, 1, word.n), ")]");
			if (!str_iis(word, "in"))
				line.v[line.n++] = STR("in");
		} else if (word.n > 1 && strchr(")]", word.p[word.n - 1])) {
			word = str_trim_end(word, ")]");
		}
		if (word.n)
			line.v[line.n++] = word;
	}
	return line;
}

/* Of time, in the plural: what they count is measured in them.  NULL: none. */
static const char *time_of(struct str word)
{
	enum { LEAST = 9 }; /* of "Ausfallminuten" */
	static const struct {
		const char *word, *unit;
	} ENDS[] = {{"minuten", "minutes"}, {"stunden", "hours"}},
	  TIMES[] = {{"seconds", "seconds"}, {"minutes", "minutes"},
		  {"hours", "hours"}, {"days", "days"}, {"weeks", "weeks"},
		  {"months", "months"}, {"sekunden", "seconds"},
		  {"minuten", "minutes"}, {"stunden", "hours"},
		  {"tage", "days"}, {"tagen", "days"}, {"wochen", "weeks"},
		  {"monate", "months"}, {"monaten", "months"},
		  {"heures", "hours"}, {"jours", "days"}, {"semaines", "weeks"},
		  {"secondes", "seconds"}, {"minutos", "minutes"},
		  {"horas", "hours"}, {"d\u00edas", "days"}, {"dias", "days"},
		  {"semanas", "weeks"}, {"segundos", "seconds"},
		  {"meses", "months"}, {"minuti", "minutes"}, {"ore", "hours"},
		  {"giorni", "days"}, {"settimane", "weeks"},
		  {"mesi", "months"}, {"uren", "hours"}, {"dagen", "days"},
		  {"weken", "weeks"}, {"minuter", "minutes"},
		  {"timmar", "hours"}, {"dagar", "days"}, {"veckor", "weeks"},
		  {"timer", "hours"}, {"dage", "days"}, {"dager", "days"},
		  {"uker", "weeks"}, {"minuty", "minutes"},
		  {"minutach", "minutes"}, {"godziny", "hours"},
		  {"godzinach", "hours"}, {"dni", "days"}, {"dniach", "days"},
		  {"tygodniach", "weeks"}, {"dnech", "days"},
		  {"hodin\u00e1ch", "hours"}, {"\u00fcberstunden", "hours"},
		  {"arbeitsstunden", "hours"}, {"wartetage", "days"},
		  {"arbeitstage", "days"}, {"arbeitstagen", "days"},
		  {"werktage", "days"}, {"werktagen", "days"},
		  {"krankheitstage", "days"}, {"krankentage", "days"},
		  {"fehltage", "days"}, {"ausfalltage", "days"},
		  {"ausfallstunden", "hours"}, {"overuren", "hours"},
		  {"werkdagen", "days"}, {"\u00f6vertidstimmar", "hours"},
		  {"sjukdagar", "days"}};

	for (size_t i = 0; i < COUNT_OF(TIMES); i++)
		if (str_iis(word, TIMES[i].word))
			return TIMES[i].unit;
	for (size_t i = 0; i < COUNT_OF(ENDS) && word.n > LEAST; i++)
		if (str_ends(word, ENDS[i].word))
			return ENDS[i].unit;
	return NULL;
}

/* "Hours per nurse", "Days to close": what may stand behind the head. */
static bool goes_on(struct str word)
{
	static const char *const WORDS[] = {"per", "to", "of", "in", "for", "a",
		"an", "from", "between", "until", "till", "before", "after",
		"and", "each", "every", "lost", "spent", "booked", "worked",
		"saved", "needed", "used", "waited", "down", "up", "by", "on",
		"at", "behind", "late", "logged", "billed", "taken", "caused",
		"\u2013", "-", "pro", "je", "bis", "von", "f\u00fcr", "im",
		"zur", "zum", "auf", "der", "des", "par", "pour", "de", "avant",
		"entre", "jusqu'\u00e0", "jusqu'au", "suppl\u00e9mentaires",
		"perdues", "por", "para", "hasta", "at\u00e9", "extra",
		"extras", "extraordinarias", "perdidas", "al", "di", "del",
		"fino", "prima", "straordinarie", "straordinario", "tot",
		"voor", "na", "do", "od", "f\u00f6r", "innan", "til", "inden",
		NULL};

	return str_is_listed(word, WORDS);
}

/* "Open days", "office hours": held, and not measured. */
static bool is_event(struct str word)
{
	static const char *const WORDS[] = {"open", "office", "hack", "demo",
		"action", "theme", "themed", "family", "sports", "career",
		"careers", "field", "project", "learning", "visiting",
		"volunteering", "team", "focus", "happy", "taster", "school",
		"of", "than", "within", "per", "in", "for", "with", "from",
		"to", "and", "the", "by", "every", "after", "before", "under",
		"over", "portas", "von", "als", "in", "de", "mit", "f\u00fcr",
		"pour", "en", "por", "em", "para", "di", "per", "van", "i", "w",
		"older", "number", "count", "outside", "during", "between",
		"beyond", "on", "at", "into", "within", "au\u00dferhalb",
		"w\u00e4hrend", "hors", "pendant", "fuera", "durante", "fora",
		"fuori", "buiten", "tijdens", "utanf\u00f6r", "utenfor", "uden",
		"poza", "podczas", NULL};

	return str_is_listed(word, WORDS);
}

/* "Weekend hours booked in close week" */
static const char *unit_of_head(const struct line *line)
{
	for (size_t i = 0; i < line->n && i < NOUN_WITHIN; i++) {
		const char *unit = time_of(line->v[i]);

		if (unit)
			return i + 1 == line->n || goes_on(line->v[i + 1])
				       ? unit
				       : NULL;
		if (is_event(line->v[i]))
			return NULL;
	}
	return NULL;
}

/* "Time to hire in days", "Einarbeitungszeit in Wochen" */
static const char *unit_behind(const struct line *line)
{
	static const char *const IN[] = {
		"in", "en", "em", "i", "w", "v", "na", NULL};
	static const char *const ON[] = {"from", "von", "de", "da", "van",
		"fr\u00e5n", "fra", "z", "per", "pro", "-", "\u2013", "down",
		"up", "to", "auf", NULL};

	for (size_t i = 1; i + 1 < line->n; i++) {
		const char *unit = str_is_listed(line->v[i], IN)
					   ? time_of(line->v[i + 1])
					   : NULL;

		if (unit &&
			(i + 2 == line->n || str_is_listed(line->v[i + 2], ON)))
			return unit;
	}
	return NULL;
}

/* "x% of the crew": a share that another place fills in. */
static bool is_open_share(struct str word)
{
	enum { LONGEST = 4 };

	if (word.n < 2 || word.n > LONGEST || !str_ends(word, "%"))
		return false;
	for (size_t i = 0; i + 1 < word.n; i++)
		if (!strchr("xXnNyY_?[]", word.p[i]))
			return false;
	return true;
}

/* "Percentage of orders", "Prozent der Anfragen", "% of visits" */
static const char *unit_of_share(const struct line *line)
{
	static const char *const WORDS[] = {"percentage", "percent", "%",
		"prozent", "prozentsatz", "pourcentage", "porcentaje",
		"porcentagem", "percentuale", "procent", "procentandel",
		"odsetek", NULL};

	static const char *const AS[] = {"as", "in", "als", "en", "em", NULL};

	for (size_t i = 0; i < line->n && i < NOUN_WITHIN; i++)
		if (str_is_listed(line->v[i], WORDS))
			return "%";
	/* "Cost of all crews as % of sales" */
	for (size_t i = 0; i + 1 < line->n; i++)
		if (str_is_listed(line->v[i], AS) &&
			(str_is(line->v[i + 1], "%") ||
				str_iis(line->v[i + 1], "percent")))
			return "%";
	for (size_t i = 0; i < line->n; i++)
		if (is_open_share(line->v[i]))
			return "%";
	return NULL;
}

/* As a German wrote it, where we know that word. */
static const char *as_written(
	struct arena *a, const struct line *line, const char *unit)
{
	for (size_t i = 0; i < line->n; i++) {
		const char *time = time_of(line->v[i]);

		if (time && !strcmp(time, unit))
			return !str_iis(line->v[i], unit) &&
					       unit_find(line->v[i])
				       ? arena_text(a, line->v[i])
				       : unit;
	}
	return unit;
}

/* "/month": how often, and of what the measure tells. */
bool measure_is_pace(const char *unit)
{
	return unit[0] == '/' && unit_is_span(str_of(unit + 1));
}

const char *measure_named_unit(struct arena *a, struct str name)
{
	struct line line = cut(name);
	const char *unit = unit_of_head(&line);

	if (!unit)
		unit = unit_behind(&line);
	return unit ? as_written(a, &line, unit) : unit_of_share(&line);
}

/*
 * Digits that say when: years, days of a month, hours of the clock; and spans
 * of time.
 */
#include "lex_p.h"

#include "unit_p.h"
#include "words.h"

/* A span of time behind one of these says when. */
static const char *const SPAN_BEFORE[] = {"within", "in", "over", "after",
	"for", "during", "through", "throughout", "binnen", "innerhalb", "nach",
	"seit", "until", "till", "dans", "sous", "en", "em", "entro", "over",
	"inom", "indenfor", "innen", "ci\u0105gu", "przeci\u0105gu",
	"b\u011bhem", "\u0442\u0435\u0447\u0435\u043d\u0438\u0435",
	"\u043f\u0440\u043e\u0442\u044f\u0433\u043e\u043c", "the", "this",
	"these", "our", "those", "and", "between", NULL};

static const char *const SPAN_AFTER[] = {"ago", "old", "later", "prior",
	"before", "after", "notice", "earlier", "overdue", "late", "behind",
	"past", "of-age", "long", "i\u00e7inde", "i\u00e7erisinde",
	"zarf\u0131nda", "sis\u00e4ll\u00e4", "kuluessa", "bel\u00fcl", NULL};

static const char *const MONTHS_MORE[] = {"januar", "februar", "m\u00e4rz",
	"mai", "juni", "juli", "oktober", "dezember", "janvier", "f\u00e9vrier",
	"mars", "avril", "juin", "juillet", "ao\u00fbt", "septembre", "octobre",
	"novembre", "d\u00e9cembre", "enero", "febrero", "marzo", "abril",
	"mayo", "junio", "julio", "agosto", "septiembre", "octubre",
	"noviembre", "diciembre", "okt", "dez", "janeiro", "fevereiro",
	"mar\u00e7o", "maio", "junho", "julho", "setembro", "outubro",
	"novembro", "dezembro", "gennaio", "febbraio", "aprile", "maggio",
	"giugno", "luglio", "settembre", "ottobre", "dicembre", "januari",
	"februari", "maart", "mei", "augustus", "maj", "augusti", "stycznia",
	"lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia",
	"wrze\u015bnia", "pa\u017adziernika", "listopada", "grudnia", "ledna",
	"\u00fanora", "b\u0159ezna", "dubna", "kv\u011btna", "\u010dervna",
	"\u010dervence", "srpna", "z\u00e1\u0159\u00ed", "\u0159\u00edjna",
	"listopadu", "prosince", "\u044f\u043d\u0432\u0430\u0440\u044f",
	"\u0444\u0435\u0432\u0440\u0430\u043b\u044f",
	"\u043c\u0430\u0440\u0442\u0430",
	"\u0430\u043f\u0440\u0435\u043b\u044f", "\u043c\u0430\u044f",
	"\u0438\u044e\u043d\u044f", "\u0438\u044e\u043b\u044f",
	"\u0430\u0432\u0433\u0443\u0441\u0442\u0430",
	"\u0441\u0435\u043d\u0442\u044f\u0431\u0440\u044f",
	"\u043e\u043a\u0442\u044f\u0431\u0440\u044f",
	"\u043d\u043e\u044f\u0431\u0440\u044f",
	"\u0434\u0435\u043a\u0430\u0431\u0440\u044f",
	"\u0441\u0456\u0447\u043d\u044f",
	"\u043b\u044e\u0442\u043e\u0433\u043e",
	"\u0431\u0435\u0440\u0435\u0437\u043d\u044f",
	"\u043a\u0432\u0456\u0442\u043d\u044f",
	"\u0442\u0440\u0430\u0432\u043d\u044f",
	"\u0447\u0435\u0440\u0432\u043d\u044f",
	"\u043b\u0438\u043f\u043d\u044f",
	"\u0441\u0435\u0440\u043f\u043d\u044f",
	"\u0432\u0435\u0440\u0435\u0441\u043d\u044f",
	"\u0436\u043e\u0432\u0442\u043d\u044f",
	"\u043b\u0438\u0441\u0442\u043e\u043f\u0430\u0434\u0430",
	"\u0433\u0440\u0443\u0434\u043d\u044f", "ocak", "\u015fubat", "mart",
	"nisan", "may\u0131s", "haziran", "temmuz", "a\u011fustos",
	"eyl\u00fcl", "ekim", "kas\u0131m", "aral\u0131k", "tammikuuta",
	"helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta",
	"kes\u00e4kuuta", "hein\u00e4kuuta", "elokuuta", "syyskuuta",
	"lokakuuta", "marraskuuta", "joulukuuta", "m\u00e1rcius",
	"\u00e1prilis", "m\u00e1jus", "j\u00fanius", "j\u00falius", "augusztus",
	"szeptember", "okt\u00f3ber", "ianuarie", "februarie", "martie",
	"aprilie", "iunie", "iulie", "septembrie", "octombrie", "noiembrie",
	"decembrie",
	"\u03b9\u03b1\u03bd\u03bf\u03c5\u03b1\u03c1\u03af\u03bf\u03c5",
	"\u03c6\u03b5\u03b2\u03c1\u03bf\u03c5\u03b1\u03c1\u03af\u03bf\u03c5",
	"\u03bc\u03b1\u03c1\u03c4\u03af\u03bf\u03c5",
	"\u03b1\u03c0\u03c1\u03b9\u03bb\u03af\u03bf\u03c5",
	"\u03bc\u03b1\u0390\u03bf\u03c5",
	"\u03b9\u03bf\u03c5\u03bd\u03af\u03bf\u03c5",
	"\u03b9\u03bf\u03c5\u03bb\u03af\u03bf\u03c5",
	"\u03b1\u03c5\u03b3\u03bf\u03cd\u03c3\u03c4\u03bf\u03c5",
	"\u03c3\u03b5\u03c0\u03c4\u03b5\u03bc\u03b2\u03c1\u03af\u03bf\u03c5",
	"\u03bf\u03ba\u03c4\u03c9\u03b2\u03c1\u03af\u03bf\u03c5",
	"\u03bd\u03bf\u03b5\u03bc\u03b2\u03c1\u03af\u03bf\u03c5",
	"\u03b4\u03b5\u03ba\u03b5\u03bc\u03b2\u03c1\u03af\u03bf\u03c5",
	"agustus", "desember", "\u05d9\u05d5\u05e0\u05d9",
	"\u05d9\u05d5\u05dc\u05d9", "\u05d9\u05e0\u05d5\u05d0\u05e8",
	"\u05e4\u05d1\u05e8\u05d5\u05d0\u05e8", "\u05de\u05e8\u05e5",
	"\u05d0\u05e4\u05e8\u05d9\u05dc", "\u05de\u05d0\u05d9",
	"\u05d0\u05d5\u05d2\u05d5\u05e1\u05d8",
	"\u05e1\u05e4\u05d8\u05de\u05d1\u05e8",
	"\u05d0\u05d5\u05e7\u05d8\u05d5\u05d1\u05e8",
	"\u05e0\u05d5\u05d1\u05de\u05d1\u05e8",
	"\u05d3\u05e6\u05de\u05d1\u05e8", "\u064a\u0646\u0627\u064a\u0631",
	"\u0641\u0628\u0631\u0627\u064a\u0631", "\u0645\u0627\u0631\u0633",
	"\u0623\u0628\u0631\u064a\u0644", "\u0645\u0627\u064a\u0648",
	"\u064a\u0648\u0646\u064a\u0648", "\u064a\u0648\u0644\u064a\u0648",
	"\u0623\u063a\u0633\u0637\u0633",
	"\u0633\u0628\u062a\u0645\u0628\u0631",
	"\u0623\u0643\u062a\u0648\u0628\u0631",
	"\u0646\u0648\u0641\u0645\u0628\u0631",
	"\u062f\u064a\u0633\u0645\u0628\u0631", NULL};

/* A count directly behind one of these is a number, year-like or not. */
static const char *const COUNT_BEFORE[] = {"reach", "hire", "sign", "sell",
	"recruit", "train", "acquire", "than", "least", "of", NULL};

static const char *const YEAR_BEFORE[] = {"in", "by", "since", "during",
	"until", "till", "vs", "vs.", "end", "year", "early", "mid", "late",
	"fy", "calendar", "fiscal", "for", "through", "before", "after",
	"summer", "spring", "autumn", "fall", "winter", "bis", "en", "im",
	NULL};

static struct token *at(const struct tokens *t, size_t i)
{
	return i < t->n ? &t->v[i] : &t->v[t->n];
}

/* "by march 15", "on 14 may": small letters, where only a day can be meant. */
static bool is_day_of(const struct tokens *t, size_t i)
{
	static const char *const BEFORE[] = {"by", "on", "before", "until",
		"till", "since", "after", "from", "due", "end", "of", "early",
		"mid", "late", "to", "through", NULL};
	size_t k = i;

	if (i > 0 && t->v[i - 1].kind == TOKEN_QUANTITY)
		k = i - 1;
	else if (at(t, i + 1)->kind != TOKEN_QUANTITY)
		return false;
	return k > 0 && lex_is_any(t, k - 1, BEFORE);
}

bool lex_is_month(const struct tokens *t, size_t i)
{
	/* "may" and "mar" are words, "May" and "Mar" are months. */
	static const char *const WORDS[] = {
		"may", "mar", "march", "august", "sep", "dec", "jan", NULL};
	struct str w = at(t, i)->text;

	if (at(t, i)->kind != TOKEN_WORD)
		return false;
	if (date_month_number(w))
		return (w.p[0] >= 'A' && w.p[0] <= 'Z') ||
		       !lex_is_any(t, i, WORDS) || is_day_of(t, i);
	return lex_is_any(t, i, MONTHS_MORE);
}

static bool is_period_word(struct str w)
{
	return (w.n >= 2 &&
		       (str_lower(w.p[0]) == 'q' || str_lower(w.p[0]) == 'h') &&
		       str_is_digit(w.p[1])) ||
	       str_istarts(w, "fy") || str_istarts(w, "cy");
}

/* "1993 deals", "Migrate 2000 machines", but not "2024 results". */
static bool counts_next(const struct tokens *t, size_t i)
{
	static const char *const OF_YEARS[] = {"goals", "results", "okrs",
		"objectives", "plans", "targets", "levels", "numbers",
		"figures", "sales", "revenues", "budgets", "earnings",
		"priorities", "commitments", "values", "averages", "costs",
		"prices", "rates", "emissions", "elections", "olympics",
		"models", "rules", "standards", "accounts", "statements",
		"books", "taxes", "operations", "editions", "catalogues", "key",
		"totals", "scores", "reports", "ones", NULL};

	return at(t, i + 1)->kind == TOKEN_WORD &&
	       lex_is_plural(at(t, i + 1)->text) &&
	       !lex_is_any(t, i + 1, OF_YEARS) &&
	       (i == 0 || (t->v[i - 1].kind == TOKEN_WORD &&
				  verb_sense(t->v[i - 1].text, false)));
}

/* "of 2024 donors at 65 %": another number says how much. */
static bool is_of_others(const struct tokens *t, size_t i)
{
	if (!lex_is(t, i - 1, "of"))
		return false;
	for (size_t k = i + 1; k < t->n; k++)
		if (t->v[k].kind == TOKEN_QUANTITY)
			return true;
	return false;
}

/* A number of 1990 to 2049 that does not clearly count something. */
static bool is_year(const struct tokens *t, size_t i)
{
	const struct token *x = at(t, i);

	if (!(x->flags & TOKEN_YEAR) || !(x->flags & TOKEN_NUMBER) ||
		(x->flags & (TOKEN_RANGE | TOKEN_SIGNED)))
		return false;
	if (i > 0 && lex_is_any(t, i - 1, YEAR_BEFORE))
		return true;
	if (x->q->value.coef == 2000)
		return false;
	if (i > 0 && lex_is_any(t, i - 1, COUNT_BEFORE) &&
		at(t, i + 1)->kind == TOKEN_WORD && !is_of_others(t, i))
		return false;
	if (counts_next(t, i))
		return false;
	/* "from 1,800 to 2020": judged with its partner. */
	for (size_t k = i > 8 ? i - 8 : 0; k < i; k++)
		if (t->v[k].kind == TOKEN_QUANTITY &&
			(lex_is(t, i - 1, "to") ||
				at(t, i - 1)->kind == TOKEN_ARROW) &&
			t->v[k].q->has_value && !*t->v[k].q->unit &&
			!(t->v[k].flags & TOKEN_YEAR) &&
			decimal_cmp(
				t->v[k].q->value, (struct decimal){500, 0}) > 0)
			return false;
	return true;
}

static bool is_clock(const struct tokens *t, size_t i)
{
	static const char *const CLOCK[] = {
		"am", "pm", "a.m", "p.m", "o'clock", "uhr", NULL};

	/* "18 PM roles": roles of PMs */
	return lex_is_any(t, i + 1, CLOCK) && at(t, i)->q->value.coef <= 24 &&
	       !(at(t, i + 2)->kind == TOKEN_WORD &&
		       lex_is_plural(at(t, i + 2)->text));
}

/* "by 12/31", "due 6/30" */
bool lex_is_slashed_date(const struct tokens *t, size_t i)
{
	static const char *const BEFORE[] = {"by", "on", "before", "until",
		"till", "due", "from", "since", "deadline", NULL};
	const struct token *x = at(t, i);
	struct str of = str_of(x->q->unit);
	long day;

	return i > 0 && str_skip_char(&of, '/') &&
	       str_take_number(&of, 31, &day) && !of.n &&
	       x->q->value.scale == 0 && x->q->value.coef <= 12 &&
	       lex_is_any(t, i - 1, BEFORE) &&
	       !(lex_is(t, i - 1, "from") && (day == 5 || day == 10));
}

bool lex_is_time(const struct token *x)
{
	const struct unit *u = unit_find(str_of(x->q->unit));

	return u && (u->family == UNIT_TIME || u->family == UNIT_MONTHS);
}

/* "within 3 sprints": a time by a team's own measure. */
static bool is_rounds(const struct tokens *t, size_t i)
{
	static const char *const ROUNDS[] = {"sprint", "sprints", "iteration",
		"iterations", "release", "releases", NULL};
	static const char *const IN[] = {
		"within", "in", "after", "over", "across", "during", NULL};

	return i > 0 && !*t->v[i].q->unit && lex_is_any(t, i - 1, IN) &&
	       lex_is_any(t, i + 1, ROUNDS);
}

bool lex_is_span(const struct tokens *t, size_t i)
{
	static const char *const WHOLE[] = {
		"all", "full", "whole", "entire", NULL};
	size_t k = i;

	if (!lex_is_time(at(t, i)))
		return is_rounds(t, i);
	/* "for all 6 weeks" */
	k -= k > 1 && lex_is_any(t, k - 1, WHOLE);
	return (k > 0 && lex_is_any(t, k - 1, SPAN_BEFORE)) ||
	       (i > 1 && lex_is(t, i - 2, "innerhalb")) || east_is_span(t, i) ||
	       lex_is_any(t, i + 1, SPAN_AFTER);
}

/* "2. Quartal", "3\u00ba trimestre", "2
 * \u043a\u0432\u0430\u0440\u0442\u0430\u043b\u0430" */
static bool is_quarter(const struct tokens *t, size_t i)
{
	static const char *const QUARTERS[] = {"quartal", "quartals",
		"trimestre", "trimestrul", "trimestrului", "kwartaal",
		"kwarta\u0142", "kwarta\u0142u", "kwartale", "kvartal",
		"kvartalet", "kvart\u00e1l", "kvart\u00e1lu",
		"\u010dtvrtlet\u00ed", "nelj\u00e4nnes", "nelj\u00e4nneksen",
		"negyed\u00e9v", "negyed\u00e9vben", "\u00e7eyrek",
		"\u00e7eyre\u011fi", "\u00e7eyrekte", "\u00e7eyre\u011fin",
		"semestre", "halbjahr", "halbjahres", "halv\u00e5r",
		"halv\u00e5ret", "halfjaar", "p\u00f3\u0142rocza",
		"pololet\u00ed", "\u043a\u0432\u0430\u0440\u0442\u0430\u043b",
		"\u043a\u0432\u0430\u0440\u0442\u0430\u043b\u0430",
		"\u043a\u0432\u0430\u0440\u0442\u0430\u043b\u0435",
		"\u043a\u0432\u0430\u0440\u0442\u0430\u043b\u0443",
		"\u043a\u0432\u0430\u0440\u0442\u0430\u043b\u0456",
		"\u043f\u043e\u043b\u0443\u0433\u043e\u0434\u0438\u044f",
		"\u043f\u043e\u043b\u0443\u0433\u043e\u0434\u0438\u0438", NULL};
	const struct token *x = at(t, i);
	size_t k = i + 1;

	if (x->q->value.scale || !x->q->has_value || x->q->value.coef < 1 ||
		x->q->value.coef > 4)
		return false;
	if (at(t, k)->kind == TOKEN_STOP)
		k++;
	return lex_is_any(t, k, QUARTERS);
}

/* "bis 31.12.", "do 7.10" */
static bool is_day(const struct tokens *t, size_t i)
{
	static const char *const BEFORE[] = {"bis", "am", "zum", "ab", "vom",
		"seit", "do", "od", "dne", "den", "senest", "innen", "til",
		"\u0434\u043e", "\u043a", "\u0441", "\u0432\u0456\u0434", NULL};
	struct str s = at(t, i)->text;
	long day, month;

	return i > 0 && lex_is_any(t, i - 1, BEFORE) &&
	       str_take_number(&s, 31, &day) && day > 0 &&
	       str_skip_char(&s, '.') && s.n == 2 &&
	       str_take_number(&s, 12, &month) && month > 0 &&
	       at(t, i + 1)->kind == TOKEN_STOP;
}

bool lex_is_when(const struct tokens *t, size_t i)
{
	/* "15 de septiembre" */
	static const char *const OF[] = {"de", "di", "d'", "of", NULL};
	const struct token *x = at(t, i);

	if (i > 0 && is_period_word(at(t, i - 1)->text) &&
		at(t, i - 1)->kind == TOKEN_WORD &&
		(x->flags & TOKEN_YEAR || x->q->value.coef < 100))
		return x->flags & TOKEN_YEAR;
	if (x->q->value.scale == 0 && x->q->value.coef <= 31 &&
		((i > 0 && lex_is_month(t, i - 1)) || lex_is_month(t, i + 1) ||
			(lex_is_any(t, i + 1, OF) &&
				(lex_is_month(t, i + 2) ||
					(at(t, i + 2)->kind == TOKEN_WORD &&
						date_month_number(
							at(t, i + 2)->text))))))
		return true;
	return is_year(t, i) || is_clock(t, i) || is_quarter(t, i) ||
	       is_day(t, i);
}

/* Neither a small word nor one that says when. */
static bool is_noun_like(struct str w)
{
	static const char *const SMALL[] = {"of", "in", "on", "at", "by", "for",
		"from", "to", "with", "per", "and", "or", "a", "the", "ago",
		"after", "before", "max", "maximum", "min", "minimum", "total",
		"or", "than", "each", "every", "as", "across", "during",
		"until", "median", "average", "mean", "p95", "p99", "p90",
		"p50", "old", "is", "are", "was", "vs", "earlier", "later",
		"faster", "slower", "between", "within", "without", "over",
		"under", "when", "while", "who", "that", "which", "if",
		"because", "due", "end"};

	for (size_t k = 0; k < COUNT_OF(SMALL); k++)
		if (str_iis(w, SMALL[k]))
			return false;
	return w.n > 2;
}

static bool has_share_behind(const struct tokens *t, size_t i)
{
	while (++i < t->n)
		if (at(t, i)->kind == TOKEN_QUANTITY &&
			!strcmp(at(t, i)->q->unit, "%"))
			return true;
	return false;
}

static bool is_hours(const struct token *x)
{
	static const char *const HOURS[] = {"h", "hours", NULL};

	return x->q && str_is_listed(str_of(x->q->unit), HOURS) &&
	       !x->q->value.scale && x->q->value.coef <= 24;
}

/* Is it the "13 h" of "from 9 to 13 h", at which a share is measured? */
static bool ends_opening(const struct tokens *t, size_t i)
{
	static const char *const TO[] = {
		"to", "a", "\u00e0", "bis", "tot", "till", "til", NULL};
	const struct token *x = at(t, i);

	if (i < 2 || !x->q || !at(t, i - 2)->q || !lex_is_any(t, i - 1, TO) ||
		!(at(t, i - 2)->flags & TOKEN_NUMBER) || !is_hours(x) ||
		decimal_cmp(at(t, i - 2)->q->value, x->q->value) >= 0)
		return false;
	return has_share_behind(t, i);
}

/* "by 8h on 99 % of days", "at\u00e9 as 8h em 99% dos dias" */
static bool is_deadline(const struct tokens *t, size_t i)
{
	static const char *const BY[] = {"by", "before", "until", "till", "bis",
		"vor", "at\u00e9", "antes", "hasta", "avant", "entro", "voor",
		"innan", "inden", NULL};
	static const char *const THE[] = {
		"as", "\u00e0s", "das", "las", "le", "les", "de", NULL};
	size_t k = i;

	k -= k > 1 && lex_is_any(t, k - 1, THE);
	k -= k > 1 && lex_is_any(t, k - 1, THE);
	return k > 0 && lex_is_any(t, k - 1, BY) && is_hours(at(t, i)) &&
	       has_share_behind(t, i);
}

/* "is open", "opens", "staffed", and "open" right before "from" */
static bool says_open(const struct tokens *t, size_t i, size_t from)
{
	static const char *const VERBS[] = {"opens", "staffed", NULL};
	static const char *const IS[] = {"is", "are", "be", "stay", "stays",
		"remain", "remains", "keep", "kept", NULL};

	return lex_is_any(t, i, VERBS) ||
	       (lex_is(t, i, "open") &&
		       (i + 1 == from || (i && lex_is_any(t, i - 1, IS))));
}

/* "is open every day from ten to six": hours, and no way to go */
static bool is_open_hour(const struct tokens *t, size_t i)
{
	enum { FAR = 4, HOURS = 24 };
	const struct quantity *q = at(t, i)->q;
	size_t from;

	if (q->value.scale || q->value.coef > HOURS || *q->unit || i < 2)
		return false;
	if (lex_is(t, i - 1, "from"))
		from = i - 1;
	else if (i > 3 && lex_is(t, i - 1, "to") && lex_is(t, i - 3, "from"))
		from = i - 3;
	else
		return false;
	for (size_t k = from; k-- > 0 && from - k <= FAR;) {
		if (says_open(t, k, from))
			return true;
	}
	return false;
}

bool lex_is_opening(const struct tokens *t, size_t i)
{
	return ends_opening(t, i) || ends_opening(t, i + 2) ||
	       is_deadline(t, i) || is_open_hour(t, i);
}

/* "12 month roadmap", "3 day workshop": adjectives, as with a hyphen. */
bool lex_is_time_adjective(const struct tokens *t, size_t i)
{
	const struct token *x = at(t, i);
	static const char *const ONES[] = {" month", " day", " week", " hour",
		" year", " minute", " second", " quarter"};

	if (!lex_is_time(x) || x->q->value.coef == 1 ||
		at(t, i + 1)->kind != TOKEN_WORD || !x->q->has_value ||
		x->at + x->text.n + 1 != at(t, i + 1)->at ||
		!is_noun_like(at(t, i + 1)->text))
		return false;
	for (size_t k = 0; k < COUNT_OF(ONES); k++)
		if (str_iends(x->text, ONES[k]))
			return true;
	return false;
}

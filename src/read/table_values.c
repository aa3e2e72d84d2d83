/*
 * What the cells, and a time in the header, tell of columns that no word
 * names: figures of a period that was, of one to come; "Goal" over titles or
 * over figures; the texts beside an objective.
 */
#include "table_look_p.h"

#include "attr.h"
#include "vocab_p.h"

static void set(struct columns *c, int column, enum field f)
{
	if (c->of[column] != FIELD_NONE && c->at[c->of[column]] == column)
		c->at[c->of[column]] = -1;
	c->known += c->of[column] == FIELD_NONE;
	c->of[column] = f;
	c->at[f] = column;
}

/* "Target" over days is when it is due; beside a key result each tells. */
static void settle_days(struct look *l)
{
	struct columns *c = l->c;
	int at = c->at[FIELD_TARGET];
	const struct seen *s = at < 0 ? NULL : &l->seen[at];

	if (!s || table_has(c, FIELD_KEY_RESULT) || s->days < 2 ||
		s->days * 3 < (l->rows - s->empty) * 2)
		return;
	c->at[FIELD_TARGET] = -1;
	c->of[at] = FIELD_DUE;
	if (!table_has(c, FIELD_DUE))
		c->at[FIELD_DUE] = at;
}

/* "Von | Bis" over figures: till when is what is to be reached. */
static void settle_till(struct look *l)
{
	struct columns *c = l->c;
	int at = c->at[FIELD_DUE];

	if (at < 0 || table_has(c, FIELD_TARGET) ||
		c->at[FIELD_BASELINE] != at - 1 || l->seen[at].days ||
		!look_has_figures(l, at))
		return;
	set(c, at, FIELD_TARGET);
}

/* "Reference" over sentences is what a row refers to, and no start. */
static void settle_reference(struct look *l)
{
	static const char *const WORDS[] = {
		"reference", "references", "r\u00e9f\u00e9rence", NULL};
	struct columns *c = l->c;
	int at = c->at[FIELD_BASELINE];

	if (at < 0 || !str_is_listed(look_header(l, at), WORDS) ||
		look_has_figures(l, at) || !look_has_texts(l, at))
		return;
	c->at[FIELD_BASELINE] = -1;
	c->of[at] = FIELD_NONE;
}

/* "Goal", "Ziel 2025": a word for both, and perhaps a time beside it. */
static bool is_goal(struct str header)
{
	static const char *const NOT[] = {"objectives", "okr", "okrs", "obj"};
	const struct word *w = vocab_word(header);

	if (!w || w->kind != WORD_OBJECTIVE)
		return false;
	for (size_t i = 0; i < COUNT_OF(NOT); i++) {
		if (str_is(str_of(w->text), NOT[i]))
			return false;
	}
	header = str_trim(str_sub(header, strlen(w->text), header.n));
	return !header.n || vocab_is_period(header);
}

static bool any_figures(const struct look *l)
{
	int i = 0;

	while (i < (int)l->c->n && !look_has_figures(l, i))
		i++;
	return i < (int)l->c->n;
}

/* "Goal" over figures is what is to be reached, over titles an objective. */
static void settle_goals(struct look *l)
{
	struct columns *c = l->c;

	for (int i = 0; i < (int)c->n; i++) {
		enum field f = c->of[i];

		if ((f != FIELD_NONE && f != FIELD_OBJECTIVE &&
			    f != FIELD_TARGET) ||
			!is_goal(look_header(l, i)))
			continue;
		if (f != FIELD_TARGET && look_has_figures(l, i) &&
			!table_has(c, FIELD_TARGET))
			set(c, i, FIELD_TARGET);
		else if (f != FIELD_OBJECTIVE && look_has_texts(l, i) &&
			 (f == FIELD_TARGET || any_figures(l)) &&
			 !table_has(c, FIELD_OBJECTIVE) &&
			 (c->at[FIELD_KEY_RESULT] < 0 ||
				 c->at[FIELD_KEY_RESULT] > i))
			set(c, i, FIELD_OBJECTIVE);
	}
}

/* "Plan", "FY26 plan": what figures below it are to be. */
static bool is_plan(const struct look *l, int column)
{
	static const char *const PLANS[] = {"plan", "plans", "commit",
		"commitment", "objective", "ambition", NULL};
	struct str name = look_header(l, column);

	return str_is_listed(vocab_besides_time(name), PLANS) ||
	       (l->c->of[column] == FIELD_NONE &&
		       vocab_column(name) == FIELD_TARGET);
}

/* "Target | 2022 result | 2024 target": what is to be reached stands first, and
 * its figures in the next column called so. */
static void settle_aims(struct look *l)
{
	struct columns *c = l->c;
	int at = c->at[FIELD_TARGET];

	if (at < 0 || !look_has_texts(l, at) ||
		table_has(c, FIELD_KEY_RESULT) || table_has(c, FIELD_METRIC) ||
		table_has(c, FIELD_OBJECTIVE))
		return;
	for (int i = at + 1; i < (int)c->n; i++) {
		if (c->of[i] != FIELD_NONE || !look_has_figures(l, i) ||
			vocab_column(look_header(l, i)) != FIELD_TARGET)
			continue;
		set(c, at, FIELD_METRIC);
		set(c, i, FIELD_TARGET);
		return;
	}
}

/* Other columns of figures may be the target then. */
static void settle_plan(struct look *l)
{
	struct columns *c = l->c;

	for (int i = 1; i < (int)c->n && !table_has(c, FIELD_TARGET); i++) {
		if (!look_has_figures(l, i) || !is_plan(l, i))
			continue;
		set(c, i, FIELD_TARGET);
		c->guessed = true;
	}
}

/* "De | Para", "Von | Auf", "Was | Is": what two columns say together. */
static void settle_pairs(struct look *l)
{
	static const struct {
		const char *from, *to;
	} PAIRS[] = {{"de", "para"}, {"de", "a"}, {"de", "\u00e0"},
		{"desde", "hasta"}, {"desde", "a"}, {"da", "a"}, {"von", "auf"},
		{"von", "nach"}, {"von", "bis"}, {"van", "naar"},
		{"van", "tot"}, {"z", "na"}, {"z", "do"}, {"od", "do"},
		{"fr\u00e5n", "till"}, {"fra", "til"},
		{"\u0441", "\u0434\u043e"}, {"\u0441", "\u043d\u0430"},
		{"\u043e\u0442", "\u0434\u043e"}, {"dari", "ke"},
		{"t\u1eeb", "\u0111\u1ebfn"}, {"din", "la"}, {"old", "new"},
		{"alt", "neu"}, {"oud", "nieuw"}, {"then", "goal"},
		{"then", "target"}, {"here", "there"}, {"from", "to"},
		{"x", "y"}, {"avant", "apr\u00e8s"}, {"vorher", "nachher"},
		{"antes", "despu\u00e9s"}, {"antes", "depois"},
		{"prima", "dopo"}, {"\u4ece", "\u5230"}, {"\u5f9e", "\u5230"}};
	struct columns *c = l->c;

	for (int i = 0; i + 1 < (int)c->n; i++) {
		struct str from = look_header(l, i), to = look_header(l, i + 1);

		for (size_t k = 0; k < COUNT_OF(PAIRS); k++) {
			if (!str_iis(from, PAIRS[k].from) ||
				!str_iis(to, PAIRS[k].to))
				continue;
			if (!table_has(c, FIELD_BASELINE))
				set(c, i, FIELD_BASELINE);
			if (!table_has(c, FIELD_TARGET))
				set(c, i + 1, FIELD_TARGET);
			return;
		}
	}
}

/* A column without a name of ours, with figures of a time. */
static bool is_timed(const struct look *l, int column)
{
	return l->c->of[column] == FIELD_NONE && !l->c->reading[column] &&
	       look_has_figures(l, column) &&
	       vocab_is_period(look_header(l, column));
}

static bool tell_goals(const struct look *l)
{
	int at = l->c->at[FIELD_KEY_RESULT];

	if (at < 0)
		at = l->c->at[FIELD_METRIC];
	return at >= 0 && l->seen[at].told * 2 > l->rows;
}

/* The time of "FY24 actual". */
static struct str time_of(struct str header)
{
	size_t blank = str_find_char(header, ' ');
	struct str first =
		str_sub(header, 0, blank == STR_NONE ? header.n : blank);

	if (vocab_is_period(header))
		return header;
	if (vocab_is_period(first))
		return first;
	blank = str_rfind_char(header, ' ');
	first = blank == STR_NONE ? header
				  : str_sub(header, blank + 1, header.n);
	return vocab_is_period(first) ? first : STR("");
}

/* "FY24 actual | FY25 target": of another time than the target's. */
static void settle_past(struct look *l)
{
	struct columns *c = l->c;
	int now = c->at[FIELD_CURRENT], target = c->at[FIELD_TARGET];
	struct str then, goal;

	if (now < 0 && c->at[FIELD_RESULT] >= 0 &&
		look_has_figures(l, c->at[FIELD_RESULT]))
		now = c->at[FIELD_RESULT];
	if (now < 0 || now > target || table_has(c, FIELD_BASELINE))
		return;
	then = time_of(look_header(l, now));
	goal = time_of(look_header(l, target));
	if (!then.n || !goal.n || str_ieq(then, goal))
		return;
	set(c, now, FIELD_BASELINE);
	for (int i = target + 1; i < (int)c->n; i++) {
		if (c->of[i] != FIELD_NONE || !look_has_figures(l, i) ||
			vocab_column(look_header(l, i)) != FIELD_CURRENT)
			continue;
		set(c, i, FIELD_CURRENT);
		return;
	}
}

/* "FY25 | FY26 goal | FY26": where it was before the target's time, and where
 * it came to in it. */
static void settle_around(struct look *l)
{
	struct columns *c = l->c;
	int target = c->at[FIELD_TARGET], before = -1, after = -1;
	int first = -1; /* of readings, and the only one in front */
	struct str goal = time_of(look_header(l, target));

	for (int i = 0; i < (int)c->n; i++) {
		if (i < target && c->reading[i] && look_has_figures(l, i))
			first = first == -1 ? i : MAX_COLUMNS;
		if (!is_timed(l, i))
			continue;
		if (i < target)
			before = i;
		else if (!goal.n || str_ieq(goal, look_header(l, i)))
			after = after == -1 ? i : MAX_COLUMNS;
	}
	if (before < 0 && first >= 0 && first < MAX_COLUMNS) {
		before = first;
		c->reading[first] = false;
	}
	if (before >= 0 && !table_has(c, FIELD_BASELINE))
		set(c, before, FIELD_BASELINE);
	if (after >= 0 && after < MAX_COLUMNS && !table_has(c, FIELD_CURRENT))
		set(c, after, FIELD_CURRENT);
}

/* Do most rows end with what is to be reached?  Then the times before it are a
 * plan, too. */
static bool ends_at_target(const struct look *l, int last)
{
	const struct columns *c = l->c;
	int target = c->at[FIELD_TARGET], text = c->at[FIELD_KEY_RESULT];
	size_t same = 0, filled = 0, rows = 0;

	for (const struct block *b = l->table->first->next;
		b && rows < LOOK_ROWS; b = b->next, rows++) {
		struct row row = table_row(b);
		struct str s = table_cell(&row, last).s;

		filled += s.n > 0;
		if (s.n && target >= 0)
			same += str_ieq(s, table_cell(&row, target).s);
		else if (s.n && text >= 0)
			same += str_find(table_cell(&row, text).s, s) !=
				STR_NONE;
	}
	return same * 2 >= filled;
}

/* "Annual target | Q1 | Q2 | Q3": what was read in each of them; weeks and
 * months are told beside key results that say their goals, too. */
static void settle_course(struct look *l)
{
	struct columns *c = l->c;
	int target = c->at[FIELD_TARGET], last = -1;
	size_t n = 0;

	if (table_has(c, FIELD_CURRENT) ||
		(target >= 0 ? time_of(look_header(l, target)).n > 0
			     : table_has(c, FIELD_BASELINE) || !tell_goals(l)))
		return;
	for (int i = target + 1; i < (int)c->n; i++) {
		if (!is_timed(l, i) ||
			(target < 0 && !vocab_is_week(look_header(l, i))))
			continue;
		last = i;
		n++;
	}
	if (n < 2 || ends_at_target(l, last))
		return;
	for (int i = target + 1; i <= last; i++) {
		if (is_timed(l, i) &&
			(target >= 0 || vocab_is_week(look_header(l, i))))
			c->reading[i] = true;
	}
}

/* Is there a column of what the figures are of? */
static bool is_told_of(const struct look *l)
{
	const struct columns *c = l->c;

	return table_has(c, FIELD_KEY_RESULT) || table_has(c, FIELD_METRIC) ||
	       (table_has(c, FIELD_BOTH) && c->kinds >= 0) ||
	       (table_has(c, FIELD_RESULT) &&
		       look_has_texts(l, c->at[FIELD_RESULT]));
}

/* "%", "$" or nothing: what a figure is of. */
static char sign_of(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (strchr("%$", s.p[i]) || (unsigned char)s.p[i] == 0xe2)
			return s.p[i];
	}
	return ' ';
}

/* Are the figures of two columns of the same kind in most rows? */
static bool are_alike(const struct look *l, int x, int y)
{
	size_t alike = 0, both = 0, rows = 0;

	for (const struct block *b = l->table->first->next;
		b && rows < LOOK_ROWS; b = b->next, rows++) {
		struct row row = table_row(b);
		struct str s = table_cell(&row, x).s, t = table_cell(&row, y).s;

		if (!table_is_figure(s) || !table_is_figure(t))
			continue;
		both++;
		alike += sign_of(s) == sign_of(t);
	}
	return (both > 1 || (both && rows == 1)) && alike * 4 >= both * 3;
}

/* What stands beside a target and is neither before nor after it. */
static bool is_other_figure(struct str header)
{
	static const char *const WORDS[] = {"min", "max", "minimum", "maximum",
		"threshold", "benchmark", "industry", "average", "stretch",
		"floor", "gap", "delta", "\u03b4", "\u0394", "change", "diff",
		"difference", "variance", "remaining", "left", "forecast",
		"projection", "projected", "expected", "points", "rank", "cost",
		"abweichung", "differenz", "prognose", "\u00e9cart",
		"desviaci\u00f3n", "diferencia", "diferen\u00e7a", "desvio",
		"scostamento", "verschil", "odchylenie", "next", "ytd",
		"moonshot", "committed", "tolerance", "limit", "cap", "size",
		"effort", "impact", "reach", "sample", "n", "people", "team",
		"kr", "year", "week", "month"};

	if (str_istarts(header, "mid")) /* "Mid-year check" */
		return false;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_has(header, WORDS[i]))
			return true;
	}
	return !header.n || vocab_is_period(header);
}

/* The only column of figures from one to before another that nothing names,
 * of the same kind as the target; or -1. */
static int lone_figures(const struct look *l, int from, int to)
{
	const struct columns *c = l->c;
	int found = -1;

	for (int i = from; i < to; i++) {
		if ((c->of[i] != FIELD_NONE && c->of[i] != FIELD_NOTES &&
			    c->of[i] != FIELD_CHECKED) ||
			c->reading[i] || !look_has_figures(l, i))
			continue;
		if (found >= 0)
			return -1;
		found = i;
	}
	return found >= 0 && !is_other_figure(look_header(l, found)) &&
			       are_alike(l, found, c->at[FIELD_TARGET])
		       ? found
		       : -1;
}

/* Was the column behind it, "Today", the start for want of another? */
static bool is_now_as_start(const struct look *l, int before)
{
	const struct columns *c = l->c;
	int start = c->at[FIELD_BASELINE];

	return before >= 0 && start == before + 1 &&
	       !table_has(c, FIELD_CURRENT) &&
	       vocab_column(look_header(l, start)) == FIELD_CURRENT;
}

/* A word we do not know names figures before the target, or behind it. */
static void settle_unnamed(struct look *l)
{
	struct columns *c = l->c;
	int target = c->at[FIELD_TARGET], text = c->at[FIELD_KEY_RESULT];
	int before, after;

	if (text < 0)
		text = c->at[FIELD_METRIC];
	for (int i = 0; text < 0 && i < target; i++) {
		if ((c->of[i] == FIELD_NONE || c->of[i] == FIELD_RESULT) &&
			look_has_texts(l, i))
			text = i;
	}
	if (target < 0 || text < 0 || tell_goals(l))
		return;
	before = lone_figures(l, text + 1, target);
	after = lone_figures(l, target + 1, (int)c->n);
	if (is_now_as_start(l, before)) /* "Then | Today | By June" */
		set(c, c->at[FIELD_BASELINE], FIELD_CURRENT);
	if (before >= 0 && !table_has(c, FIELD_BASELINE))
		set(c, before, FIELD_BASELINE);
	else if (before > c->at[FIELD_BASELINE] && after < 0 &&
		 !table_has(c, FIELD_CURRENT)) /* "Was | Is | Target" */
		set(c, before, FIELD_CURRENT);
	if (after >= 0 && !table_has(c, FIELD_CURRENT))
		set(c, after, FIELD_CURRENT);
}

/* "2024 | 2027": from one time to another; "Today | Day 90". */
static void settle_times(struct look *l)
{
	struct columns *c = l->c;
	int timed[2] = {-1, -1}, start;
	size_t n = 0;

	for (int i = 1; i < (int)c->n; i++) {
		bool is = is_timed(l, i) ||
			  (c->reading[i] && look_has_figures(l, i));

		if (is && n < COUNT_OF(timed))
			timed[n] = i;
		n += is;
	}
	start = table_has(c, FIELD_BASELINE) ? c->at[FIELD_BASELINE]
					     : c->at[FIELD_CURRENT];
	if (tell_goals(l) || n > 2 || !is_told_of(l))
		return;
	if (n == 1 && start >= 0 && start < timed[0]) {
		set(c, timed[0], FIELD_TARGET);
	} else if (n == 2 && start < 0) {
		set(c, timed[0], FIELD_BASELINE);
		set(c, timed[1], FIELD_TARGET);
		c->reading[timed[0]] = c->reading[timed[1]] = false;
	}
}

/* "Goal | Success criteria | Status": measures that tell their goals. */
static bool tell_for_goals(const struct look *l)
{
	struct columns *c = l->c;
	int at = c->at[FIELD_METRIC];

	return !table_has(c, FIELD_TARGET) && table_measures(c) &&
	       at > c->at[FIELD_OBJECTIVE] && l->seen[at].told * 2 > l->rows;
}

/* "Where we are": from where, beside where to; else it is now. */
static void settle_stand(struct look *l)
{
	struct columns *c = l->c;
	int at = c->at[FIELD_BASELINE];

	if (at >= 0 && !table_has(c, FIELD_TARGET) &&
		!table_has(c, FIELD_CURRENT) &&
		vocab_begins(look_header(l, at), "where we are"))
		set(c, at, FIELD_CURRENT);
}

/* The texts of "Objective | Success measure | Start | Target". */
static void settle_text(struct look *l)
{
	struct columns *c = l->c;
	int at = c->at[FIELD_OBJECTIVE];
	bool spans;

	if (at < 0 || table_has(c, FIELD_KEY_RESULT) ||
		table_has(c, FIELD_BOTH))
		return;
	if (tell_for_goals(l))
		set(c, c->at[FIELD_METRIC], FIELD_KEY_RESULT);
	if (!table_has(c, FIELD_TARGET) ||
		!look_has_figures(l, c->at[FIELD_TARGET]))
		return;
	spans = l->seen[at].empty * 3 > l->rows;
	for (int i = at + 1; i < (int)c->n; i++) {
		bool weak = c->of[i] == FIELD_NOTES ||
			    c->of[i] == FIELD_RESULT ||
			    c->of[i] == FIELD_TITLE || c->of[i] == FIELD_NONE;

		if (c->of[i] == FIELD_TARGET || !look_has_texts(l, i) ||
			l->seen[i].empty * 3 > l->rows)
			continue;
		if (c->of[i] == FIELD_METRIC ||
			(weak && (spans || (c->of[i] == FIELD_NONE &&
						   table_has(c,
							   FIELD_BASELINE)))))
			set(c, i, FIELD_KEY_RESULT);
		return;
	}
}

/* "Measure | Owner | Status", "# | Result | Notes": texts that say what is to
 * be reached, in a table that has no column for it. */
static void settle_told(struct look *l)
{
	static const enum field OTHERS[] = {FIELD_KEY_RESULT, FIELD_OBJECTIVE,
		FIELD_BOTH, FIELD_TARGET, FIELD_BASELINE};
	struct columns *c = l->c;
	int result = c->at[FIELD_RESULT];
	bool first = result >= 0 && result == (c->of[0] == FIELD_NUMBER);
	int at = first ? result : c->at[FIELD_METRIC];

	for (size_t i = 0; i < COUNT_OF(OTHERS); i++) {
		if (table_has(c, OTHERS[i]))
			return;
	}
	if (at < 0 || l->seen[at].told * 3 < l->rows * 2)
		return;
	set(c, at, FIELD_METRIC);
	c->told = true;
}

void table_settle_by_values(const struct block *table, struct columns *c)
{
	struct row header = table_row(table->first);
	struct look l;

	if (c->n < 3 || c->each || !table->first->next)
		return;
	l = look_at(table, &header, c);
	settle_days(&l);
	settle_reference(&l);
	settle_till(&l);
	settle_goals(&l);
	settle_aims(&l);
	settle_plan(&l);
	settle_pairs(&l);
	settle_past(&l);
	settle_course(&l);
	if (table_has(c, FIELD_TARGET))
		settle_around(&l);
	else
		settle_times(&l);
	settle_stand(&l);
	settle_text(&l);
	settle_told(&l);
	settle_unnamed(&l);
}

/*
 * What kind of document it is, looked at before the walk: whether it speaks
 * of OKRs, by which marks, and whether its "key results" are what some
 * project found.
 */
#include "walk_p.h"

#include "attr.h"
#include "goals_p.h"
#include "list_p.h"
#include "mark_words_p.h"
#include "talk_p.h"
#include "title_p.h"

struct tally {
	bool told;             /* OKRs are spoken of, or marked ... */
	bool named, numbered;  /* ... by that word; "Objective 1:" */
	bool objective;        /* "Objective: ...", "O1: ..." */
	bool aimed;            /* "Objectives", of a project at least */
	bool general;          /* "key results" in words of any report */
	bool worded, planned;  /* any word of OKRs; a quarter in a heading */
	bool proved;           /* "KEY RESULT 1: x = 0, verified" */
	size_t labels;         /* "Key results" in a line of its own */
	bool dated;            /* "Q3 objectives" ... */
	bool listed, nested;   /* ... over a list of aims */
	size_t items;          /* below "Key results", some of them ... */
	size_t aims, findings; /* ... and what they are like */
	bool tells, told_flat; /* lists tell whole OKRs in sentences */
	bool digits;           /* "2018-Q3", a number in a heading */
	bool spoken;           /* a text speaks of key results */
};

struct block *block_step(struct block *b)
{
	if (b->first && b->kind != BLOCK_LEFT)
		return b->first;
	while (b && !b->next)
		b = b->parent;
	return b ? b->next : NULL;
}

/* "Cut waste to 5 %", "NPS >= 40", "3 -> 5" */
static bool is_aim(struct str s)
{
	static const char *const SIGNS[] = {
		"\u2265", "\u2264", ">", "<", "\u2192"};

	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		if (str_find(s, str_of(SIGNS[i])) != STR_NONE)
			return true;
	}
	return talk_begins_aim(s);
}

/* "Accuracy: 94 %", "\u2705 fast enough": how it turned out. */
static bool is_finding(struct str s)
{
	static const char *const BEGINS[] = {"\u2705", "\u274c", "\u2714"};
	enum { LABEL = 60 };

	for (size_t i = 0; i < COUNT_OF(BEGINS); i++) {
		if (str_starts(s, BEGINS[i]))
			return true;
	}
	return str_find_char(str_sub(s, 0, LABEL), ':') != STR_NONE ||
	       str_find(s, STR("\u2248")) != STR_NONE;
}

/* The items of lists below "Key results", or below headings in it. */
static void count_items(const struct block *b, struct tally *t)
{
	enum { MANY = 24, FAR = 12 };

	for (int n = 0; b && n < FAR; b = b->next, n++) {
		const struct block *i = b->kind == BLOCK_LIST ? b->first : NULL;

		if (b->kind == BLOCK_SECTION && b->first &&
			b->first->kind == BLOCK_LIST)
			i = b->first->first;
		for (; i && t->items < MANY; i = i->next) {
			struct str s;

			if (!i->first || i->first->kind != BLOCK_PARA)
				continue;
			s = str_trim(i->first->text.s);
			t->items++;
			if (i->task || is_aim(s))
				t->aims++;
			else if (is_finding(s))
				t->findings++;
		}
		if (b->kind == BLOCK_LIST || b->kind == BLOCK_TABLE)
			return;
	}
}

/* "Key results: (a) five shops; (b) ten crews" in one line. */
static void count_inline(struct str s, struct tally *t)
{
	struct str part;

	if (str_find_char(s, ';') == STR_NONE)
		return;
	while (str_take_until(&s, ';', &part)) {
		t->items++;
		t->aims += is_aim(str_trim(part)) || str_has_digit(part);
	}
}

/* In many languages people say so of what a test or a report gave. */
static bool is_general(struct str s)
{
	static const char *const PHRASES[] = {
		"\u041a\u043b\u044e\u0447\u0435\u0432\u044b\u0435 "
		"\u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u044b",
		"\u043a\u043b\u044e\u0447\u0435\u0432\u044b\u0435 "
		"\u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u044b",
		"\u041a\u043b\u044e\u0447\u0435\u0432\u043e\u0439 "
		"\u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442",
		"\u041a\u043b\u044e\u0447\u043e\u0432\u0456 "
		"\u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u0438",
		"\u043a\u043b\u044e\u0447\u043e\u0432\u0456 "
		"\u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u0438",
		"r\u00e9sultats cl\u00e9s", "r\u00e9sultat cl\u00e9",
		"resultats clau", "resultados clave", "resultados-chave",
		"resultados chave", "risultati chiave",
		"\ud575\uc2ec \uacb0\uacfc", "\ud575\uc2ec\uacb0\uacfc",
		"\uc8fc\uc694 \uacb0\uacfc", "\uc8fc\uc694\uacb0\uacfc",
		"\u5173\u952e\u7ed3\u679c", "\u5173\u952e\u6210\u679c",
		"\u95dc\u9375\u7d50\u679c", "\u95dc\u9375\u6210\u679c",
		"\u4e3b\u8981\u7d50\u679c", "\u4e3b\u8981\u6210\u679c",
		"\u4e3b\u306a\u7d50\u679c", "\u4e3b\u306a\u6210\u679c",
		"\u6210\u679c\u6307\u6a19", "\u4e3b\u8981\u306a\u7d50\u679c",
		"\u4e3b\u8981\u306a\u6210\u679c", "temel sonu\u00e7lar",
		"hasil utama", "hasil kunci", "k\u1ebft qu\u1ea3 ch\u00ednh",
		"k\u1ebft qu\u1ea3 quan tr\u1ecdng", "kluczowe wyniki",
		"kluczowe rezultaty", "kl\u00ed\u010dov\u00e9 v\u00fdsledky"};

	symbols_skip(&s);
	while (s.n && strchr("*_#0123456789. ", s.p[0]))
		s = str_sub(s, 1, s.n);
	for (size_t i = 0; i < COUNT_OF(PHRASES); i++) {
		if (str_istarts(s, PHRASES[i]) && !vocab_has(s, "okr") &&
			!vocab_has(s, "kr") && !vocab_has(s, "krs"))
			return true;
	}
	return false;
}

/* "Objective", "KRs" in a cell, or before a title */
static bool has_word(struct str s)
{
	static const char *const WORDS[] = {
		"objective", "kr", "krs", "goal", "goals"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_has(s, WORDS[i]))
			return true;
	}
	return vocab_has_okr(s) || vocab_has_key_result(s);
}

/* Is the marker told by more than a letter, "O2: ..."? */
static bool is_marker_worded(struct str s, const struct mark *mark)
{
	struct str front;

	if (mark->kind == MARK_NONE || mark->kind == MARK_LEFT ||
		mark->kind == MARK_FIELD)
		return mark->dotted;
	if (mark->kind != MARK_OBJECTIVE || !mark->numbered)
		return true;
	front = str_sub(s, 0, mark->rest);
	symbols_skip(&s);
	return s.n < 2 || s.p[0] != 'O' || !str_is_digit(s.p[1]) ||
	       has_word(front);
}

/* Does any line begin with "Objective 1: ...", or with "1.1"? */
static void look_at_lines(const struct block *b, struct tally *t)
{
	enum { MANY = 12 };
	struct str s = b->text.s, line;

	for (int n = 0; n < MANY && str_take_until(&s, '\n', &line); n++) {
		struct piece p = {b, str_trim(line)};
		struct mark mark = !n && b->kind == BLOCK_PARA ? block_mark(b)
							       : piece_mark(p);

		t->worded = t->worded || is_marker_worded(p.s, &mark);
		t->numbered = t->numbered ||
			      (mark.kind == MARK_OBJECTIVE && mark.numbered);
	}
}

/* "Key result 2: the old way is faster" over a chapter: what was found. */
static bool heads_finding(const struct block *b, const struct mark *mark)
{
	struct str s = b->text.s, rest = str_sub(s, mark->rest, s.n);

	symbols_skip(&s);
	return b->kind == BLOCK_SECTION && mark->numbered &&
	       str_istarts(s, "key result") && rest.n && !str_has_digit(rest) &&
	       !talk_begins_aim(rest);
}

/* What is found out, and nobody's aim. */
static bool is_proof(struct str s)
{
	static const char *const SIGNS[] = {"\u2260", "\u2248", "verified",
		"residual", "proved", "derived", "p <", "p ="};

	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		if (str_find(s, str_of(SIGNS[i])) != STR_NONE)
			return !talk_begins_aim(s);
	}
	return false;
}

/* Is there such a word anywhere in a table? */
static bool is_worded(const struct block *table)
{
	for (const struct block *row = table->first; row; row = row->next) {
		for (const struct block *c = row->first; c; c = c->next) {
			if (has_word(c->text.s))
				return true;
		}
	}
	return false;
}

/* "OKRs Q3 2024" as the first line, "here are our OKRs for Q3:" soon after. */
static bool is_titled(const struct reader *r, const struct block *b)
{
	enum { TITLE = 80 };
	struct str s = str_trim(b->text.s);
	const struct block *first = r->doc->first;

	return b->kind == BLOCK_PARA && (b == first || b == first->next) &&
	       s.n <= TITLE && !str_ends(s, ".") && vocab_has_okr(s) &&
	       title_is_planned(s);
}

/* "Q3 objectives" over aims, some of them with more below. */
static void look_at_aims(const struct block *b, struct tally *t)
{
	const struct block *list = heading_list(b);

	if (!title_names_aims(b->text.s))
		return;
	t->dated = true;
	if (!list)
		return;
	t->listed = t->listed || list_has_aims(list, true);
	t->nested = t->nested || list_has_aims(list, false);
}

/* "Sales: Ask Mira. 3 teams at most." stands below no quarter and no year. */
static void look_at_list(const struct block *list, struct tally *t)
{
	bool nested, tells = list_tells(list, &nested);

	t->told_flat = t->told_flat || tells;
	t->tells = t->tells || (tells && nested);
}

/* "Cycle: Q3", "Owner: Ana" below the page's title: how many such lines? */
static size_t count_fields(const struct block *title)
{
	const struct block *p = title ? title->first : NULL;
	enum { MOST_LINES = 12 }; /* to stay linear */
	struct str s, line;
	size_t n = 0;

	if (!p || title->kind != BLOCK_SECTION || p->kind != BLOCK_PARA)
		return 0;
	s = p->text.s;
	for (int i = 0; i < MOST_LINES && str_take_until(&s, '\n', &line);
		i++) {
		struct mark mark = piece_mark((struct piece){p, line});

		n += mark.kind == MARK_FIELD && mark.rest < line.n;
	}
	return n;
}

/* "**Key Results**" over a list, on a page whose title has an owner, a cycle, a
 * state: it is an objective's page, and no paper with results. */
static bool is_label_of_page(const struct reader *r, const struct block *b)
{
	enum { LEAST_FIELDS = 2 };

	return b->kind == BLOCK_PARA && b->parent == r->doc->first && b->next &&
	       b->next->kind == BLOCK_LIST &&
	       piece_is_bold((struct piece){b, b->text.s}) &&
	       vocab_has_key_result(b->text.s) &&
	       count_fields(b->parent) >= LEAST_FIELDS;
}

bool block_states_own(const struct block *b)
{
	static const char *const OURS[] = {"our", "my", "unser", "mein",
		"notre", "mon", "nuestro", "mi", "nosso", "meu", "nostro",
		"ons", "mijn", NULL};
	struct mark mark;
	struct str front;

	if (b->kind != BLOCK_PARA || !b->next || b->next->kind != BLOCK_PARA ||
		!b->next->next || b->next->next->kind != BLOCK_LIST ||
		!mark_says_how(b->next->text.s))
		return false;
	mark = block_mark(b);
	front = str_sub(b->text.s, 0, mark.rest);
	return mark.kind == MARK_OBJECTIVE && mark.rest < b->text.s.n &&
	       vocab_begins_any(front, OURS) && goals_have_time(front);
}

/* "Objective: ..." over a list, below "What we want to achieve by June": on a
 * page about something else these words are enough. */
static bool is_wanted(const struct block *b, const struct mark *mark)
{
	return b->kind == BLOCK_PARA && mark->kind == MARK_OBJECTIVE &&
	       !mark->weak && mark->rest < b->text.s.n && b->next &&
	       b->next->kind == BLOCK_LIST &&
	       b->parent->kind == BLOCK_SECTION &&
	       goals_announced(b->parent->text.s) >= GOALS_TIMED;
}

/* What a block tells of the whole document. */
static void look_at(struct reader *r, const struct block *b, struct tally *t)
{
	static const char *const NAMES[] = {"okr", "okrs", NULL};
	struct mark mark = block_mark(b);
	bool section = b->kind == BLOCK_SECTION;
	bool typed = section && heading_says_type(b);
	bool general =
		(mark.kind == MARK_KR_LABEL || mark.kind == MARK_KEY_RESULT) &&
		(mark.numbered ? heads_finding(b, &mark)
			       : is_general(b->text.s));
	bool marked = (mark.kind == MARK_KEY_RESULT && !general) ||
		      mark.kind == MARK_OBJECTIVE || typed;
	bool named = vocab_has_listed(b->text.s, NAMES);

	/* "O2 adds new KR:" tells of a plan; nobody owns it */
	if (mark.kind == MARK_KEY_RESULT && mark.prefix.n && !mark.numbered &&
		b->parent->kind == BLOCK_ITEM && !str_has_digit(mark.prefix))
		r->cascade = true;
	if (mark.kind == MARK_KEY_RESULT || mark.kind == MARK_KR_LABEL ||
		heading_has_parent(b) || typed || is_wanted(b, &mark) ||
		block_states_own(b) ||
		(named && (section || is_titled(r, b) ||
				  (mark.kind == MARK_OBJECTIVE &&
					  mark.numbered))))
		r->named = true;
	if (marked || named ||
		(mark.kind == MARK_KR_LABEL &&
			(section || is_label_of_page(r, b))))
		r->okrs = true;
	if (!t->worded || (!r->named && !t->numbered))
		look_at_lines(b, t);
	t->named = t->named || named;
	if (typed || (mark.kind == MARK_OBJECTIVE && !mark.weak))
		r->marked = true;
	t->told = t->told || marked || named;
	t->objective = t->objective || mark.kind == MARK_OBJECTIVE;
	t->aimed = t->aimed || mark.kind == MARK_OBJ_LABEL;
	t->general = t->general || general;
	t->worded = t->worded || named || typed ||
		    (section && mark.kind == MARK_OBJECTIVE) ||
		    is_marker_worded(b->text.s, &mark) ||
		    vocab_has_okr(b->text.s) || vocab_has(b->text.s, "goals");
	t->planned = t->planned || (section && heading_is_dated(r, b->text.s));
	t->proved =
		t->proved ||
		(mark.kind == MARK_KEY_RESULT && mark.numbered &&
			is_proof(str_sub(b->text.s, mark.rest, b->text.s.n)));
	t->labels += mark.kind == MARK_KR_LABEL && !general &&
		     vocab_has_key_result(b->text.s);
	t->spoken = t->spoken ||
		    (b->kind == BLOCK_PARA && b->parent->kind != BLOCK_ITEM &&
			    vocab_has_key_result(b->text.s));
	t->digits = t->digits || ((section || b == r->doc->first) &&
					 str_has_digit(b->text.s));
	if (section)
		look_at_aims(b, t);
	if (mark.kind == MARK_KR_LABEL) {
		count_items(section ? b->first : b->next, t);
		count_inline(str_sub(b->text.s, mark.rest, b->text.s.n), t);
	}
}

/* Before the table is mended, which asks for them again and again. */
static void keep_cell_marks(struct reader *r, struct block *table)
{
	for (struct block *row = table->first; row; row = row->next)
		for (struct block *c = row->first; c; c = c->next)
			block_keep_cell_mark(&r->scratch, c);
}

void find_manner(struct reader *r)
{
	struct tally t = {.told = r->url[0] != '\0'};
	bool named;

	r->named = r->named || r->url[0] ||
		   vocab_has(str_of(r->title), "okr") ||
		   vocab_has(str_of(r->title), "okrs") ||
		   (vocab_has(str_of(r->title), "objectives") &&
			   vocab_has_key_result(str_of(r->title))) ||
		   str_ifind(str_of(r->file), STR("okr")) != STR_NONE;
	r->okrs = r->okrs || vocab_has_okr(str_of(r->title)) ||
		  vocab_has(str_of(r->title), "goals") ||
		  vocab_has(str_of(r->title), "goal") ||
		  str_ifind(str_of(r->file), STR("okr")) != STR_NONE;
	named = r->named;
	for (struct block *b = r->doc; b; b = block_step(b)) {
		if (b->kind == BLOCK_TABLE) {
			keep_cell_marks(r, b);
			if (!table_lift_title(&r->scratch, b)) {
				table_mend(&r->scratch, b);
				t.worded = t.worded || is_worded(b);
			}
		}
		if (b->kind == BLOCK_LIST && b->parent->kind != BLOCK_ITEM)
			look_at_list(b, &t);
		if (b->kind == BLOCK_CELL && !b->mark) /* of a turned table */
			block_keep_cell_mark(&r->scratch, b);
		if (b->kind != BLOCK_PARA && b->kind != BLOCK_SECTION)
			continue;
		block_keep_mark(&r->scratch, b);
		look_at(r, b, &t);
	}
	for (struct block *b = r->doc; b; b = block_step(b)) {
		if (b->kind != BLOCK_PARA && b->kind != BLOCK_SECTION)
			continue;
		block_lift_mark(&r->scratch, b);
		block_lift_area(&r->scratch, b);
	}
	r->named = r->named || (t.named && (t.numbered || t.listed)) ||
		   t.nested ||
		   (t.spoken && !t.told && !t.general &&
			   goals_named(str_of(r->title)));
	r->okrs = r->okrs || t.nested;
	r->report = !t.told && !r->ours && t.aims * 2 < t.items &&
		    t.findings * (t.aimed ? 2 : 3) >= t.items;
	if (t.labels > !t.dated && t.items &&
		(t.aims * 2 >= t.items || (t.aimed && t.labels > 1)))
		r->okrs = true; /* "Objectives" over "Key results" twice */
	if (t.general && !t.told && !t.aimed && !named && !r->ours)
		r->report = true;
	if (t.proved && !t.objective && !t.named && !t.aimed && !named &&
		!r->ours)
		r->report = true;
	r->lettered = !t.worded && !t.planned && !named;
	if (r->report)
		r->named = r->okrs = false;
	r->tells = !r->report && (t.tells || (t.told_flat && t.digits)) &&
		   (r->named || t.worded || t.planned);
	if (r->tells)
		r->named = r->okrs = true;
}

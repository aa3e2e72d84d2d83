/*
 * The markdown reader's own state, and the steps its files share.
 *
 * The document tree is walked once, in order.  A scope says what is being
 * spoken of at a place: which objective and key result text belongs to, what
 * the items of a list without markers mean.  It is copied when the walk goes
 * down and thrown away when it comes back up, so that an objective reaches
 * just as far as the heading or item it stands under.
 */
#ifndef READER_P_H
#define READER_P_H

#include "doc_p.h"
#include "mark_p.h"
#include "read_p.h"
#include "result.h"

enum mode { /* what a list item without a marker is */
	MODE_UNKNOWN,
	MODE_KEY_RESULTS,
	MODE_OBJECTIVES,
	MODE_FIELD, /* a value of scope.field */
	MODE_LEFT,
};

struct scope {
	int objective, kr;     /* what text belongs to, or NO_INDEX */
	int parent, parent_kr; /* what encloses a new objective */
	enum mode mode;
	enum field field;
	bool example; /* what follows directly is one, not an OKR */
	bool step;    /* within an initiative, a risk or their like */
	bool quiet;   /* nothing in here is an OKR ... */
	bool topic;   /* ... but below a heading that says it has some */
	bool method;  /* ... or, below one on how they are made, with a date */
	bool planned; /* below "Q3 (draft)": nothing has a result yet */
	bool settled; /* a list gave the key results that were announced */
	bool grouped; /* ... below the name of a group of them */
	bool expect;  /* objectives are announced here */
	bool plain;   /* ... and they may go without a marker */
	bool nests;   /* headings below such a one may be objectives, too */
	bool theory;  /* the key results beside this are words explained */
	bool listed;  /* plain items are objectives; key results come later */
	bool by_number; /* key results tell whose they are by "2.1" */
	bool aims;   /* items that are aims are objectives: "Q3 objectives" */
	bool strong; /* ... of a certain period: these are the OKRs */
	bool titled; /* a line over a list was one */
	bool owned;  /* the items of this list begin with whose they are */
	bool told;   /* ... and tell key results in their sentences */
	bool ruled;  /* a rule parts this from the objective above */
	bool headed; /* a heading names the owner, and no field */
	enum level level;
	const char *team, *section, *owner; /* of objectives that say none */
	const char *supports;               /* what they do; may be NULL */
	struct period period;
	int line_kr;  /* the paragraph's last without a mark, or NO_INDEX */
	int lines;    /* how many of these it has */
	bool fielded; /* fields stand below them */
	const struct block *heading; /* may become an objective by itself */
	const struct block *before;  /* a short paragraph just above */
};

/* Text of a block: s lies within b->text.s. */
struct piece {
	const struct block *b;
	struct str s;
};

struct extra { /* what the model has no place for, for each objective */
	bool table_row;     /* came from a table that has no key results */
	bool weak;          /* named by a word that needs company: "Goal:" */
	bool heading;       /* one only by what is below it */
	bool unnumbered;    /* "Objective:", not "Objective 1:" */
	bool bare;          /* ... nor any other word of ours before it */
	bool sample;        /* "Example objective: ..." */
	bool tabled;        /* a table gave its key results */
	bool made;          /* there only for a key result that had none */
	const char *owner;  /* a field's above it, may be NULL */
	struct texts above; /* labels of what it supports, on our pages */
};

/* A section that tells where key results stand (updates.c). */
struct update {
	int line, end;   /* of its heading and the next one; 0: none follows */
	struct date day; /* unset: it names none */
	long week;       /* of "Week 5", 0: it names none */
};

struct reader {
	struct arena *a;
	struct arena scratch; /* the document; gone when it is read */
	const struct read_options *o;
	struct model *m;
	struct explanation *why; /* may be NULL */
	size_t told;             /* in it before this document */
	const char *file, *url;
	struct {
		struct str of, is;
	} noted; /* a text with its notation undone: it is read twice */
	struct block *doc;
	const char *title; /* of the document, "" */
	bool okrs;         /* it speaks of OKRs, not only of "key results" */
	bool named;        /* ... by that name, or marks its key results */
	bool cascade;      /* it has "<owner> KR:" markers */
	bool tells;        /* its lists tell OKRs in sentences */
	bool marked;       /* it has "Objective 1:" or its like */
	bool report;       /* "key results" are what a project found */
	bool typed;        /* "type: objective" in front: the page is one */
	bool lettered;     /* "O1" may be anything: no word of OKRs at all */
	bool ours;         /* a page of ours, which says more than people do */
	int ours_from, ours_to; /* lines before and behind our part of it */
	bool again;    /* it has no OKRs of its own: those it quotes are read */
	bool assumed;  /* nothing says it, but it is taken for a page of OKRs */
	bool collects; /* ... and its examples, being a collection of them */
	bool full;     /* more than anybody's OKRs: reading stops */
	int explains;  /* it says what the words mean: 1, -1; 0 not asked yet */
	size_t krs;    /* so far */
	bool remarks_own; /* "Objective (Head of Sales): ..." was seen */
	size_t told_krs;  /* which tell a result or where they stand */
	struct {
		const struct block *of; /* a list whose items have lists */
		bool measured;          /* ... half of which are measured */
	} siblings;
	int lists;      /* those of marked objectives are measured: 1, -1; 0 not
			 * asked yet */
	bool finishing; /* all was walked: the manner of the text is known */
	int kr_level;   /* of the last heading "KR: text", 0 for none */
	size_t scores[2];    /* "(0.4)" of key results, of objectives, so far */
	size_t arrow_scores; /* of them, of key results, behind an arrow */
	struct result_habit habit;
	bool led_short; /* "Achieved: 9" of 20: the word is but a label */
	int line;       /* of the field that is being read */
	const struct quantity *count; /* taken last, of "[3/8]" */
	const char *said_in_line; /* the result of the last key result's line */
	struct {
		int line; /* of its key result */
		const struct quantity *q;
		long day; /* as noted_day() orders them, or 0 */
	} alone;          /* the last reading that was a number alone */
	struct {
		const char *of; /* the text of its key result; NULL: none */
		struct str s;
	} unit; /* the last field of that name */
	struct {
		const char *of; /* its text; NULL: none */
		const struct quantity *q;
	} aim;         /* what a key result's text alone aims at: asked again */
	int compared;  /* names in tables with texts of key results */
	bool progress; /* shares stand in fields or columns of that name */
	size_t first;  /* our first objective in the model */
	int issue;     /* the issue's own objective, or NO_INDEX */
	struct {
		struct {
			enum field field;
			int line;
			struct str s;
		} v[8];
		size_t n;
	} said;              /* fields before any objective */
	struct shape *shape; /* of the table looked at last; may be NULL */
	struct {
		struct measured_line *v;
		size_t mask;
	} measured; /* lines, where siblings are looked at as goals */
	struct {
		VEC_OF(struct extra);
	} extras; /* one for each of our objectives */
	struct {
		VEC_OF(struct update);
	} updates; /* sections, in the order of their lines */
};

/* doc_notation() of a text, as it is kept where it is. */
struct str reader_noted(
	const struct reader *r, struct arena *a, struct str text);

/* Flags of a piece, one for each byte. */
const unsigned char *piece_flags(struct piece p);
/* The rest of a piece from a byte on. */
struct piece piece_from(struct piece p, size_t at);
/* "Objective 2" over ": Grow", "Key results" over ": 1. Grow": without what a
 * list of definitions puts before it. */
struct piece piece_defined(struct piece p);
/* The line it begins on. */
int piece_line(struct piece p);
/* Is all of it bold? */
bool piece_is_bold(struct piece p);

/* "**1. Nobody waits** - Front desk", "**Nobody waits** (Front desk)": bold
 * type, but for who or when. */
bool piece_is_bold_title(struct piece text);
/* Keeps the sentence behind "**Nobody waits.** Waiting drives guests away." as
 * a note of the objective; what stays is the title. */
struct piece piece_take_reason(
	struct reader *r, int objective, struct piece text);
/* Reads "(supports O1) - Ana" behind the bold type of a title, as far as that
 * is understood; what stays is the title. */
struct piece piece_take_bold_tail(
	struct reader *r, int objective, struct piece text);
/* What a line begins with. */
struct mark piece_mark(struct piece p);
/* What stands behind that, of a line that is a key result whatever its mark. */
struct piece piece_key_result(struct piece p, struct mark *mark);

/* One line of plain text, in the arena. */
const char *piece_text(struct reader *r, struct piece p);
/* ... without the score, owner and result at its end, which are set in the
 * key result, or in the objective when kr is NO_INDEX. */
const char *piece_split(
	struct reader *r, struct piece p, int objective, int kr);
/* ... with the scores, handles and the like in code type around it in
 * brackets; NULL where there are none (piece_coded.c). */
const char *piece_untagged(struct reader *r, struct piece p);
/* Without the grade and the reading behind it, "0.5 (last 22)", which are set
 * (piece_graded.c). */
struct piece piece_take_graded(
	struct reader *r, struct piece p, int objective, int kr);
/* Adds the links that stand in it. */
void piece_links(struct reader *r, struct piece p, struct links *links);

/* For --explain (explain.c); nothing where nobody asked.  Tells what a line was
 * taken for. */
void read_explain(
	struct reader *r, int line, const char *what, const char *detail);
/* A field, by its name. */
void read_explain_field(
	struct reader *r, int line, const char *name, struct str value);
/* What is left alone, by its text or kind. */
void read_explain_left(struct reader *r, const struct block *b);
/* At the end: the numbers of the key results are told, and all is put in the
 * order of its lines. */
void read_explain_finish(struct reader *r);

/* The elements at an index; good until the next one is added. */
struct objective *objective_at(struct reader *r, int index);
/* A key result of the objective at an index. */
struct key_result *key_result_at(struct reader *r, int objective, int kr);

/* New elements.  The text may be empty: the next paragraph gives it. */
int add_objective(struct reader *r, const struct scope *sc,
	const struct mark *mark, struct piece text);
/* "Objective: Grow" below a key result that has none, as on a page about it:
 * names its objective, and is no new one.  False for any other. */
bool name_objective(struct reader *r, const struct scope *sc,
	const struct mark *mark, struct piece text);
/* A key result of the scope's objective; task is ' ' or 'x' for one with a
 * box, else 0. */
int add_key_result(struct reader *r, struct scope *sc, const struct mark *mark,
	struct piece text, char task);

/* The objective's key result "KR1", or NO_INDEX; number is "1". */
int key_result_of_number(struct reader *r, int objective, struct str number);

/* Our last objective with a title that has this number, or NO_INDEX. */
int objective_of_number(const struct reader *r, struct str number);
/* ... of that title, without case. */
int objective_of_title(const struct reader *r, struct str title);

/* The objective key results belong to: the scope's, or the heading above. */
void need_objective(struct reader *r, struct scope *sc, int line);

/* Sets a field of the scope's key result or objective. */
void read_field(struct reader *r, const struct scope *sc, enum field field,
	struct piece value);
/* The same for a key result or, kr NO_INDEX, an objective; header is the
 * column's or "". */
void read_field_text(struct reader *r, int objective, int kr, enum field field,
	struct str value, const char *header, int line);

/* ... unless it is an objective that states itself, with key results. */
bool example_states_itself(struct piece text, const struct mark *mark);

/* "What do we want? Example: sell bread" without the question; else the text
 * as it is. */
struct piece example_behind_question(struct piece text);

/* A title, and neither a blank to fill in nor words about titles? */
bool example_is_title(struct str s);
/* "by x%", "from X to Y": where a number will be? */
bool example_has_unknown(struct str s);

/* Does a section that is headed as a framework or a template hold numbered
 * objectives with key results that tell their numbers, and no blanks? */
bool example_is_filled(const struct block *section);
/* ... or, without a mark, lists below titles in bold, most with numbers? */
bool example_lists_filled(const struct block *section);

/* A page that has no OKRs of its own (collect.c).  Is it a collection of
 * examples, by its title or by its headings? */
bool collect_examples(const struct reader *r);
/* May what stands below that title be read there: "SEO OKR examples"? */
bool collect_opens(const struct reader *r, struct str title);
/* Is a block one of those behind "Bad examples:", up to a heading, a rule or
 * the next such line?  bad: the one before was. */
bool collect_leaves(const struct block *b, bool bad);
/* Is that quotation somebody's OKRs, which state themselves, and no example by
 * what stands before it, which may be NULL? */
bool collect_quotes(struct reader *r, const struct block *quote,
	const struct block *before);
/* Was what the page gave worth it: examples, most of them with numbers? */
bool collect_is_filled(const struct reader *r);

/* A page that nothing calls OKRs (assumed.c), as if it did: below such a title,
 * behind its front matter. */
struct str assumed_text(struct arena *a, struct str text);
/* Puts its blocks onto the lines they have without that title. */
void assumed_lines(struct block *doc);
/* Do all the objectives from an index on look like OKRs? */
bool assumed_holds(const struct model *m, size_t from);

/* Forgets the owner that a field above tells of all objectives (whose.c). */
void read_page_owner(struct reader *r);
/* Takes owners off the ends of the texts where they are a habit
 * (owner_tail.c). */
void read_tail_owners(struct reader *r);
/* May that be somebody's name, behind a text that it is no part of? */
bool names_in_tail(struct str s);
/* "Lead: Ana" below the last key result of each objective, and of no other, is
 * the owner of the objective. */
void read_lead_owners(struct reader *r);

/* Looks through the document, before the walk (manner.c). */
void find_manner(struct reader *r);

/* The block after b in reading order, within the document; none of what is
 * quoted. */
struct block *block_step(struct block *b);

/* Is that mark, of a line, the first of key results: "KR1: ...", "Key
 * results:"? */
bool mark_begins_key_results(const struct mark *mark, struct str line);

/* The next block of the same parent that is no rule. */
const struct block *block_after(const struct block *b);
/* "**Overall: a good start**" below "Objective 1: ..." and beside nothing
 * alike: a word on that heading, and no title. */
bool block_judges_heading(const struct block *b);

/* "**Verdict: nearly there**" right below the heading of a numbered objective,
 * and no other such line: said of that objective. */
bool para_judges_heading(
	struct reader *r, struct piece text, const struct scope *sc);

/* Does this unmarked line, whose title begins at plain, head an objective?
 * last: nothing of its paragraph comes behind. */
bool para_heads_objective(struct reader *r, struct piece text, size_t plain,
	const struct scope *sc, bool last);

/*
 * Our own pages (ours.c, facts.c): what they say beside titles and numbers.
 * Each is false where the text is none of ours, and read as anybody's.
 */
#define OUR_OUTLINE "Cascade"   /* the heading over an outline of ours */
#define OUR_OTHERS "Objectives" /* ... over those without level and team */
enum { OUR_SECTION = 2 };       /* the level of such headings */
bool is_our_line(const struct reader *r, int line);
/* What a heading over objectives says of all of them. */
bool read_our_section(
	struct reader *r, const struct block *b, struct scope *below);
/* What the heading of an objective begins with: label or
 * owner. */
bool read_our_heading(
	const struct reader *r, const struct block *b, struct mark *mark);
/* What an item of an outline begins with; of an objective's item text becomes
 * its title. */
bool read_our_mark(
	const struct reader *r, struct piece *text, struct mark *mark);
/* Takes what such a page computes for no word of a person. */
bool read_our_para(
	struct reader *r, const struct block *para, const struct scope *sc);
/* The same for an item. */
bool read_our_item(
	struct reader *r, const struct block *item, const struct scope *sc);
/* The same for a table. */
bool read_our_table(struct reader *r, const struct block *table);
/* A cell of a key result's row, by its column's header. */
bool read_our_cell(struct reader *r, struct key_result *kr, const char *header,
	struct str s);
/* The title of an objective, or the text of a key result, whose result is set
 * where it stands in the same line. */
const char *read_our_text(
	struct reader *r, struct piece p, int objective, int kr);
/* At the end: what a key result's line says behind its text. */
void read_our_row(struct reader *r, struct objective *o, struct key_result *kr);
/* At the end: which objectives support which. */
void read_our_tree(struct reader *r);

/* The line of facts below a title, or below a key result: facts of kr where
 * that is no NO_INDEX. */
void read_facts(
	struct reader *r, int objective, int kr, struct str line, int number);
/* One fact of a key result by its word, or by the header of its column. */
bool read_detail(struct reader *r, struct key_result *kr, struct str name,
	struct str value);

/* A field outside of any objective: it holds for those that follow. */
void read_scope_field(struct reader *r, struct scope *sc, enum field field,
	struct str s, int line);

/* Whether a block announces key results right below itself. */
enum evidence { EVIDENCE_NONE, EVIDENCE_KEY_RESULTS, EVIDENCE_OBJECTIVES };
/* Looks at the blocks from first on, which stand below b, as far as they tell.
 * expect: in a document of OKRs a list with numbers in it is enough. */
enum evidence evidence_below(struct reader *r, const struct block *b,
	const struct block *first, bool expect);
/* Is it somebody's role or handle, and nothing else: "CRO"? */
bool names_owner(struct str s);
/* "Company", "Growth squad", "Marketing": whose an objective is; level is set
 * where it says one. */
bool names_unit(struct str s, enum level *level);
/* "contributes to C1", "derived from \"Grow\"": what an objective serves? */
bool names_parent(struct str s, struct str *value);
/* Is "WE1.2" a number below "WE1"? */
bool number_is_below(struct str number, struct str above);
/* "Day 1 - Kickoff", "Semana 2", "4 weeks before ...": of a timetable? */
bool names_stage(struct str s);
/* A number that says something, an end, or a share? */
bool is_measurable(struct arena *a, struct str s);
/* Would a document of OKRs have such a list below an objective: with numbers in
 * it, or of ranks ("P0 - text")? */
bool is_list_of_krs(struct reader *r, const struct block *list);
/* Have most items of a list such a number? */
bool is_measurable_list(struct arena *a, const struct block *list);
/* "- CRO", "- VP Sales", each over a list with numbers? */
bool list_is_of_owners(struct reader *r, const struct block *list);
/* A table of contents? */
bool is_link_list(const struct block *list);
/* What a block begins with; every one is asked several times, so it can be kept
 * in the block. */
struct mark block_mark(const struct block *b);
/* Keeps it. */
void block_keep_mark(struct arena *a, struct block *b);
/* ... of a table's cell, as table_mark() reads it. */
void block_keep_cell_mark(struct arena *a, struct block *cell);

/* ... when the marks behind it are kept, too: looks at them. */
void block_lift_mark(struct arena *a, struct block *b);
/* "**Health**" over a list of aims or numbers, beside "**Piano**" over one: no
 * field, but an area of what is aimed at. */
void block_lift_area(struct arena *a, struct block *b);
/* "Health: Feel ten years younger" over a list: no field, where another heading
 * beside it, "Craft: ...", is none? */
bool heading_is_of_area(const struct block *b);
/* Are the items below such a heading objectives, with key results below
 * them, and not key results with remarks? */
bool lists_objectives(const struct block *section, struct str title);
/* ... of that list, NULL none, below a line of text? */
bool list_has_objectives(const struct block *list, struct str title);

/* Does this line head key results, where a field or a part of a page would be
 * read without the objective above that has none? */
bool label_for_now(struct reader *r, const struct scope *sc,
	const struct mark *mark, struct str line);

/* "CRO: Grow", "Sales: Grow": whose an objective is; the rest. */
struct piece piece_take_whose(struct reader *r, const struct scope *sc,
	const struct mark *mark, struct objective *o, struct piece text);

/* The walk, a file each: the blocks below parent. */
void read_blocks(
	struct reader *r, const struct block *parent, struct scope *sc);
/* A list. */
void read_list(struct reader *r, const struct block *list, struct scope *sc);
/* "KR1: text" and, in the same line, "; KR2: text" (para_told.c); the last. */
int read_key_result(struct reader *r, struct scope *sc, const struct mark *mark,
	struct piece text, char task);
/* "First; second", key results of the scope's objective. */
void inline_key_results(struct reader *r, struct scope *sc, struct piece rest);
/* "Grow -> KR: five shops; ten crews": the objective's title, and the rest. */
bool split_key_results(struct piece *title, struct piece *rest);
/* "**O1 - Be fast:** pages in 2 s; 9 builds a day", an item of a list of OKRs
 * whose items all are like that: the objective's title, and the rest. */
bool split_told_behind(struct reader *r, const struct block *item,
	struct piece *title, struct piece *rest);
/* A paragraph. */
void read_para(struct reader *r, const struct block *para, struct scope *sc,
	char task);
/* A quotation right below a key result, also the only one of the list before,
 * which says more about it; false, with nothing read, where it is none. */
bool quote_notes(struct reader *r, const struct block *quote,
	const struct scope *sc, const struct block *before);
/* "> Score 0.7" right below an objective: how it turned out. */
bool quote_judges(
	struct reader *r, const struct block *quote, const struct scope *sc);
/* A part of a paragraph. */
void read_lines(
	struct reader *r, struct piece text, struct scope *sc, char task);
/* A table. */
void read_table(struct reader *r, const struct block *table, struct scope *sc);
/* Makes a table regular; before anything else looks at it (table_mend.c). */
void table_mend(struct arena *a, struct block *table);
/* ... and puts an objective that is its header into a paragraph above it, which
 * the block then is; before that (table_headed.c). */
bool table_lift_title(struct arena *a, struct block *table);
/* Does it hold objectives (*objectives is set then) or key results? */
bool is_okr_table(
	struct reader *r, const struct block *table, bool *objectives);
/* One of objectives that is filled in: numbers in every second row at least,
 * and no blanks. */
bool is_filled_table(struct reader *r, const struct block *table);
/* Does it hold key results, if any are expected here? */
/* Is there a table below a heading whose rows name objectives that are told,
 * by their numbers, as what they belong to? */
bool table_names_parents(struct reader *r, const struct block *section);
bool is_metric_table(struct reader *r, const struct block *table);

/* A "Owner: text" line without a marker word: where the text begins, or 0. */
size_t owner_split(struct piece p, struct str *owner);

/* "(committed)", "(weight 30%)" between an objective's word and its title. */
void read_remark(struct reader *r, int objective, struct str s, int line);

/* Takes "(0.7)", "- @handle" and the like off a text and sets what they say. */
const char *read_annotate(
	struct reader *r, int objective, int kr, const char *text, int line);

/* A named step towards the key result; false when grade is no share. */
bool add_milestone(struct reader *r, struct key_result *kr, struct str grade,
	struct str text, bool reached);

/* The same of one text: "0.3: shadow run", "70% = three sites", "1.0 - all of
 * them". */
bool read_milestone(
	struct reader *r, struct key_result *kr, struct str s, bool reached);
/* "0.3 = one site; 0.7 = three; 1.0 = all" */
bool read_milestones(struct reader *r, struct key_result *kr, struct str s);

/* A remark below a key result that is nothing but its result (told.c); false,
 * with nothing set, when it is more than that. */
bool read_kr_told(struct reader *r, struct key_result *kr, struct str s);
/* "Done in March", "13 papers", what stands behind a name or a word for notes:
 * is all said by it? */
bool read_kr_behind(struct reader *r, struct key_result *kr, struct str s);
/* "Achieved by the end of May", "Cancelled when the hall was closed": behind a
 * name for results, how it ended and no plan. */
enum result_kind read_told_until(struct str s);
/* "0.7", "0.7 (most of it)", "missed (by two)": an end, and nothing else? */
bool read_is_end(struct str s);
/* "KR1: 0.7", "KR2: done": a section that goes through the key results of
 * before and says how each ended? */
bool section_tells_results(const struct block *section);
/* The one objective so far that has key results of the numbers in that list,
 * and no other has any; else NO_INDEX.  known: some have. */
int section_results_of(
	struct reader *r, const struct block *section, bool *known);
/* The same where it may be one, else a note. */
void read_kr_note(struct reader *r, struct key_result *kr, struct piece text,
	bool may_tell);

/* Takes away what turned out to be no objective. */
void read_prune(struct reader *r);

/* The short names that titles begin with, and those of what they serve, at
 * their ends (serves.c). */
void read_serves(struct reader *r);

/* Takes the results, scores and sentences of what was read apart. */
void read_finish(struct reader *r);

/* The text with nothing but its headings and the OKRs that stand in plain
 * fences below them (fence.c), or announce themselves; empty where there are
 * none. */
struct str fence_okrs(struct arena *a, struct str text, int fiscal_start);
/* The text without the fences around "Key results:" and a list, right below an
 * objective's line, or around a table of key results somewhere below; with as
 * many lines. */
struct str fence_freed(struct arena *a, struct str text);

/* The line of the first fence that holds an objective and key results, no
 * form; 0 where there is none (fence_look.c). */
int fence_hides(struct str text);

/* The text without the marks of boxes, "```{note} Title", which are no code;
 * their titles are headings (fence_box.c). */
struct str fence_boxes(struct arena *a, struct str text);

/* What the looks of a page's lines may tell (rows.c). */
enum looks {
	LOOKS_MARKED, /* what has marks, where words found others */
	LOOKS_MORE,   /* more of what words found */
	LOOKS_ALL,
};

/* The text with plain marks at the lines that are objectives and key results by
 * their looks, line for line; empty where there are none.  The scratch arena
 * is left for the caller to release. */
struct str rows_marked(struct reader *r, struct str text, enum looks how);

/* Reads a document's text, or one made of it, into the model.  again: that it
 * gave nothing before. */
void read_page(struct reader r, struct str text, bool again);

/* The last look, at how the lines look (looks.c): keeps that instead where it
 * tells more.  before: the model without this document. */
void read_looks(
	const struct reader *r, struct str text, const struct model *before);

/* The model as it was before a document, to read that once more; what is in
 * it by now stays as it is. */
struct model looks_before(
	struct arena *a, const struct model *now, const struct model *before);
/* Did the words of the document find more key results than its looks? */
bool looks_tell_less(const struct model *looks, const struct model *words,
	const struct model *before);

/* Front matter: title, owner, period ... */
struct front {
	const char *title, *owner, *team; /* "" where not said */
	enum level level;
	struct period period;
};
/* Reads what doc_take_front() took off. */
struct front read_front(struct reader *r, const struct clean *clean);

#endif

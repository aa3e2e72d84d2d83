/*
 * Lists: an item's first line, and what a whole list is like.
 */
#ifndef LIST_P_H
#define LIST_P_H

#include <stdint.h>

#include "reader_p.h"

/* The item's first line, and how it is marked. */
struct first {
	const struct block *para; /* NULL: the item begins with a block */
	struct piece text;        /* the whole paragraph */
	struct mark mark;
};

/* What an item begins with. */
struct first first_of(const struct block *item);
/* "1. Title" with lines "1.1 ..." or "KR1 ..." in the same paragraph? */
bool first_has_marked_lines(const struct first *f);
/* The paragraph's first logical line, and in more the rest of it. */
struct piece first_split_lines(struct piece text, struct piece *more);
/* "- KR:" and, in the next line of the item, the one it names: where that
 * begins; 0: nowhere. */
size_t first_next_line(const struct first *f);
/* "KR2: as good as ours in:" and, right below it, "- price". */
bool kr_leads_on(const struct key_result *kr);

/* Is there a list in an item? */
bool item_has_list(const struct block *item);
/* Does the list below it begin with a field, "Actual: 13"? */
bool item_has_fields(const struct block *item);
/* "Key results: this one" beside "Key results: that one", or over "Why? ...":
 * what stands below is no other. */
bool item_is_one_label(const struct block *item);

/* What the whole list is like; looked at once, since lists may be long. */
struct facts {
	bool nested;     /* half of the items have a list below */
	int measurable;  /* most items have a number: 1, -1; 0 not asked yet */
	bool early;      /* "Key results" stands behind it */
	bool marked;     /* an item is "KR1: text" */
	bool led;        /* two or more are, all of them aims */
	bool results;    /* "Result: ..." is all there is for key results */
	bool grouped;    /* the key results are one level below */
	uint64_t fields; /* a bit for each that an item has ... */
	uint64_t often;  /* ... and more than one */
};

/* "- Mission: why we are here", "- Objective: where to go": the words, from
 * the widest to the smallest, explained. */
bool is_ladder_of_words(const struct block *list);

/* "Objective 2" behind "Objective 1", whose list gave it key results: this one
 * gives such, too, whatever it says. */
bool list_goes_on(struct reader *r, int objective);

/* Is an item "KR1: text"? */
bool list_has_marked_krs(const struct block *list);

/* Are most items aims, by their first word, and none of them marked?  flat:
 * also where no item has a list below it. */
bool list_has_aims(const struct block *list, bool flat);

/* Are the words before it, in the line above, names of people and nothing else:
 * "Key results: Mara, Tove and Ines"? */
bool list_is_of_people(const struct block *para, struct str s);

/* Does a list begin with words about OKRs?  Then all of it is such. */
bool list_begins_talk(const struct block *list);

/* Several items, all of them titles in bold over lists? */
bool lists_bold_titles(const struct block *list);

/* "Up to 5 key results per objective" among what objectives have? */
bool list_mentions_okrs(const struct block *list);

/* A table of contents: all its items lead into the page? */
bool list_is_contents(const struct block *list);

/* "2. Hiring" alone before "Objective: ...": the heading of what comes? */
bool list_heads_next(const struct block *list);

/* Is an item such, or, outside of an objective, "**Qualitative:**" over what is
 * meant? */
bool item_is_talk(const struct first *f, const struct scope *sc);

/* What can be told of a list by its items. */
struct facts facts_of(const struct block *list);

/* Is it one of key results by the numbers in it, or in those beside it?
 * Sentences are read for that: once, and only where it is asked. */
bool list_is_measured(
	struct reader *r, const struct block *list, struct facts *facts);

/* "Bake 50 loaves" over "About one a week. Bread is half of it.": items with
 * numbers, most of them, and below them nothing but what is said of them? */
bool list_has_remarks(const struct block *list);

/* "Why? Last year it was 31. That is little more.", "About a loaf a week": more
 * than one sentence, or words that lead to a remark? */
bool says_why(struct str s);

/* "- Measure: ..." beside key results, in the same list: of the last one. */
bool is_field_of_last(const struct facts *facts, const struct first *f);

/* "- Tracking: a clerk notes it weekly" among such fields. */
bool is_label_of_last(
	struct reader *r, const struct facts *facts, const struct first *f);

/* "Result: 0.7", "Result: achieved": how what stands above ended, and no
 * result of its own? */
bool item_tells_end(const struct first *f);
/* "CRO", "VP Product:", and nothing of what they are about. */
bool item_names_owner(const struct first *f);

/*
 * "CEO: Grow" with "Sales: ..." and "Support: ..." below: lists of owners and
 * what they are about.  Roles and units say so by themselves; below such an
 * item any short names do, beside a known one or before verbs.
 */
bool is_owned_list(const struct block *list, bool below_owner);

/* "Sales: Win back shops. Reopen 10 of them.": are most items, down to those
 * without a list, an owner's objective and its key results in sentences?
 * nested: some have lists. */
bool list_tells(const struct block *list, bool *nested);
/* Where the document has such lists: is this one? Sets what the scope is then,
 * below the objective that the line above it was. */
void told_enter(struct reader *r, const struct block *list, struct scope *sc);
/* Is a line "CEO: Grow", with b behind it, over such a list? */
bool told_heads(
	const struct reader *r, struct piece text, const struct block *b);
/* Whose such an item is, before a colon or a dash: where the rest begins, or
 * 0. */
size_t told_owner(struct piece text, struct str *owner);
/* The title, with its owner, and the rest of such an item. */
bool told_split(struct piece text, struct piece *title, struct piece *rest);
/* That rest, sentence by sentence or, in one sentence, part by part. */
void told_key_results(struct reader *r, struct scope *sc, struct piece rest);

/* "Company objective: Grow" over key results: one, and not what something
 * else supports. */
bool item_is_companys(
	struct reader *r, const struct block *item, const struct first *f);

/* "**Cost** - from $415 to $320 a month" beside "**Freshness** - 95 %" of key
 * results: one of them, by the name of what is measured, and no field. */
bool item_names_part(
	struct reader *r, const struct block *item, const struct first *f);

/* "Anna (as lead): 2/3", "Ben: 0.5": somebody's share, in thousandths; 0 for
 * anything else. */
long list_share(struct str s);
/* "garden-tools-2024": what some program calls it. */
bool list_is_slug(struct str s);

#endif

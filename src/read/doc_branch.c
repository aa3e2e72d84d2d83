/*
 * Trees that are drawn: "├─ KR1: text" over "│  └─ Actual: 38".  Where a key
 * result stands at one of the branches they become lists within lists, each
 * line where it stood.
 */
#include "doc_notation_p.h"

#include "attr.h"
#include "doc_line_p.h"

enum { DEEPEST = 8, LONGEST_INDENT = 64 };

/* A line of a tree: the column of its twig, and what hangs there. */
struct twig {
	size_t column;
	bool bar;   /* drawn at all */
	bool hangs; /* a twig, and no bar alone */
	bool last;  /* nothing hangs below it at this column */
	struct str text;
};

/* Takes "├─", "└──", "|--", "`--". */
static bool take_hook(struct str *s, bool *last)
{
	static const struct {
		const char *sign;
		bool last;
	} HOOKS[] = {{"\u251c", false}, {"\u2514", true}, {"\u2570", true},
		{"|--", false}, {"+--", false}, {"`--", true}, {"\\--", true}};
	struct str rest = *s;

	for (size_t i = 0; i < COUNT_OF(HOOKS); i++) {
		if (!str_skip(&rest, HOOKS[i].sign))
			continue;
		while (str_skip(&rest, "\u2500") || str_skip(&rest, "\u2574") ||
			str_skip_char(&rest, '-') || str_skip_char(&rest, '>'))
			;
		if (rest.n && !str_is_space(rest.p[0]))
			return false;
		*last = HOOKS[i].last;
		*s = str_trim(rest);
		return s->n > 0;
	}
	return false;
}

static struct twig twig_read(struct str line)
{
	struct twig t = {.column = 0};
	struct str s = line;

	while (s.n && t.column < LONGEST_INDENT) {
		t.hangs = take_hook(&s, &t.last);
		if (t.hangs)
			break;
		if (str_skip(&s, "\u2502") || str_skip_char(&s, '|'))
			t.bar = true;
		else if (!str_skip_char(&s, ' ') && !str_skip(&s, "\u00a0"))
			break;
		t.column++;
	}
	t.text = str_trim(s);
	return t;
}

/* The columns of the twigs that are open. */
struct tree {
	size_t n, columns[DEEPEST];
	bool last[DEEPEST];
};

/* How deep a twig hangs; one below the last of its column, where the blanks in
 * front were lost, hangs on that one. */
static size_t tree_depth(struct tree *tree, struct twig t)
{
	while (tree->n && tree->columns[tree->n - 1] > t.column)
		tree->n--;
	if (tree->n && tree->columns[tree->n - 1] == t.column &&
		!tree->last[tree->n - 1])
		tree->n--;
	if (tree->n < DEEPEST) {
		tree->columns[tree->n] = t.column;
		tree->last[tree->n++] = t.last;
	}
	return tree->n - 1;
}

/* Does a key result hang in the tree that begins the text?  Its lines. */
static size_t tree_lines(struct str text, bool *okr)
{
	struct str line;
	size_t n = 0;

	*okr = false;
	while (str_take_line(&text, &line)) {
		struct twig t = twig_read(line);

		if (!t.hangs && !(n && t.bar && !str_ends(t.text, "|")))
			break;
		*okr = *okr ||
		       (t.hangs && t.text.n <= LINE_SIGNED &&
			       line_mark_kind(t.text) == MARK_KEY_RESULT);
		n++;
	}
	return n;
}

static void add_twig(struct buf *b, struct tree *tree, struct str line)
{
	struct twig t = twig_read(line);
	size_t depth = t.hangs ? tree_depth(tree, t) : tree->n;

	if (t.text.n) {
		buf_add_times(b, ' ', 2 * depth);
		if (t.hangs)
			buf_adds(b, "- ");
		buf_add(b, t.text);
	}
}

static bool has_branches(struct str text)
{
	return str_find(text, STR("\u251c")) != STR_NONE ||
	       str_find(text, STR("\u2514")) != STR_NONE ||
	       str_find(text, STR("\n|--")) != STR_NONE;
}

struct str branch_lists(struct arena *a, struct str text)
{
	struct str rest = text, line;
	struct tree tree = {.n = 0};
	bool fenced = false, okr = false, any = false;
	size_t run = 0;
	struct buf b;

	if (!has_branches(text))
		return text;
	buf_init(&b, text.n * 3 + LONGEST_INDENT);
	for (struct str at = rest; str_take_line(&rest, &line); at = rest) {
		fenced ^= line_fence(str_trim(line)) != 0;
		if (!run && !fenced) {
			run = tree_lines(at, &okr);
			tree.n = 0;
		}
		if (run && okr) {
			add_twig(&b, &tree, line);
			any = true;
		} else {
			buf_add(&b, line);
		}
		run -= run > 0;
		buf_addc(&b, '\n');
	}
	if (any)
		text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}

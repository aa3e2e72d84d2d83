/*
 * A retrospective: what people say of how they worked, in parts that are
 * called "Wind" and "Anchor", "Mad" and "Glad".  Such words are names of
 * objectives elsewhere, and a review of OKRs goes through these one by one; so
 * the title has to say that it looks back, and the parts what kind they are.
 */
#include "walk_p.h"

#include "attr.h"

enum {
	FAR = 24, /* parts that are looked at */
	SOME = 2,
	LONGEST = 120, /* bytes of a part's name */
};

// clang-format off
static const char *const PARTS[] = {
	/* a boat */
	"wind", "wind in our sails", "sail", "sails", "anchor", "anchors",
	"rocks", "reefs", "icebergs", "sharks", "island", "sun", "treasure",
	"wind in den segeln", "anker", "riffe", "felsen", "insel", "sonne",
	"vent", "ancre", "ancres", "rochers", "\u00eele", "viento", "ancla",
	"anclas", "rocas", "isla", "vento", "\u00e2ncora", "\u00e2ncoras",
	"ancora", "rocce", "isola",
	/* what people felt */
	"mad", "sad", "glad", "liked", "learned", "learnt", "lacked",
	"longed for", "roses", "rose", "thorns", "thorn", "buds", "bud",
	"kudos", "shout-outs", "shoutouts", "thanks", "appreciations",
	"puzzles", "what puzzles us", "highlights", "lowlights", "wins",
	/* what to do with it */
	"start", "stop", "continue", "keep", "keep doing", "stop doing",
	"start doing", "drop", "add", "more of", "less of", "problem",
	"problems", "try", "plus", "delta", "deltas", "good", "bad", "better",
	"best", "went well", "did not go well", "didn't go well", "to improve",
	"improve", "what we change", "what to change", "what we will change",
	"what we'll change", "what we do differently", "do differently",
	"what slowed us down", "what held us back", "what holds us back",
	"what pushed us", "what pushes us", "what helped us", "what helped",
	"weiter so", "beibehalten", "behalten", "anfangen", "aufh\u00f6ren",
	"weitermachen", "gut gelaufen", "schlecht gelaufen",
	"was gut lief", "was schlecht lief", "was nicht gut lief",
	"w\u00fcnsche", "arr\u00eater", "commencer", "continuer", "garder",
	"mantener", "empezar", "dejar de hacer", "seguir", "mejorar",
	"qu\u00e9 sali\u00f3 bien", "qu\u00e9 sali\u00f3 mal", "manter",
	"parar", "come\u00e7ar", "continuar", "melhorar", "iniziare",
	"smettere", "continuare", "stoppen", "beginnen", "doorgaan",
	"sluta", "b\u00f6rja", "forts\u00e4tt", NULL};

static const char *const BACK[] = {"retro", "retrospective", "review",
	"feedback", "lessons", "learnings", "survey", "evaluation",
	"reflection", "reflections", "r\u00fcckblick", "retrospektive",
	"auswertung", "bilan", "r\u00e9trospective", "retrospectiva",
	"retrospettiva", "terugblik", "retrospectief", "retrospektiv",
	"tillbakablick", "retrospektywa", "retrospektiva", NULL};

/* How it is done, and no word of what is aimed at. */
static const char *const METHOD[] = {"okr process", "okrs process",
	"okr-process", "goal process", "goal-setting process",
	"goal setting process", "planning process", "okr practice",
	"okr rollout", "okr adoption", "way we do okr", "way we use okr",
	"way we work with okr", "way we set goals", "how we do okr",
	"how we use okr", "how we work with okr", "how we set goals",
	"okr-prozess", "okr prozess", "zielprozess", "okr-einf\u00fchrung",
	"processus okr", "processus des okr", "proceso okr",
	"proceso de okr", "processo okr", "processo de okr",
	"processo dos okr", "processo degli okr", "okr-proces",
	"procesu okr", "proces okr"};
// clang-format on

/* "Wind (what pushes us)" without what it means. */
static bool names_part(struct str s)
{
	size_t open = str_find_char(s, '(');

	if (open != STR_NONE && open && str_ends(s, ")"))
		s = str_sub(s, 0, open);
	symbols_skip(&s);
	return str_is_listed(str_trim_end(str_trim(s), ":!"), PARTS);
}

static bool names_method(struct str title)
{
	for (size_t i = 0; i < COUNT_OF(METHOD); i++) {
		if (str_ifind(title, str_of(METHOD[i])) != STR_NONE)
			return true;
	}
	return false;
}

/* Is it, or what is below it, told to be ours? */
static bool names_ours(const struct mark *mark, struct str title)
{
	if (mark->kind == MARK_OBJECTIVE || mark->kind == MARK_KEY_RESULT ||
		mark->kind == MARK_KR_LABEL)
		return true;
	return (mark->kind == MARK_OBJ_LABEL || vocab_has_okr(title)) &&
	       !vocab_has_listed(title, BACK);
}

bool section_is_retro(const struct block *section)
{
	size_t parts = 0;
	int n = 0;

	if (!vocab_has_listed(section->text.s, BACK))
		return false;
	for (const struct block *b = section->first; b && n < FAR;
		b = b->next, n++) {
		struct mark mark;

		if (b->kind != BLOCK_SECTION)
			continue;
		mark = block_mark(b);
		if (names_ours(&mark, b->text.s))
			return false; /* what was aimed at is told as well */
		parts += names_part(b->text.s);
	}
	return parts >= SOME || names_method(section->text.s);
}

bool page_is_retro(struct str text)
{
	struct str line, title = {NULL, 0};
	size_t parts = 0;

	while (str_take_until(&text, '\n', &line)) {
		static const unsigned char PLAIN[LONGEST] = {0};
		struct str s = line;
		struct mark mark;

		while (str_skip_char(&s, '#'))
			;
		if (s.n == line.n || !str_skip_space(&s))
			continue;
		s = str_trim(s);
		if (!title.n) {
			title = s;
			if (!vocab_has_listed(title, BACK))
				return false;
			continue;
		}
		if (!s.n || s.n > LONGEST)
			continue;
		mark = mark_read(s, PLAIN, MARK_HEADING);
		if (names_ours(&mark, s))
			return false;
		parts += names_part(s);
	}
	return parts >= SOME || (title.n && names_method(title));
}

/*
 * The table of what templates find.  A new value is set in a view and gets its
 * line here; `make manual` writes the reference anew.
 */
#include "shape.h"

#include <assert.h>

#define TEXT(n, w) \
	{ \
		.name = n, .type = VALUE_TEXT, .words = w \
	}
#define MARKUP(n, w) \
	{ \
		.name = n, .type = VALUE_MARKUP, .words = w \
	}
#define FLAG(n, w) \
	{ \
		.name = n, .type = VALUE_BOOL, .words = w \
	}
#define MAP(n, s, w) \
	{ \
		.name = n, .type = VALUE_MAP, .of = s, .words = w \
	}
#define LIST(n, s, w) \
	{ \
		.name = n, .type = VALUE_LIST, .of = s, .words = w \
	}
#define HAS_LIST(n, s, w) \
	{ \
		.name = n, .type = VALUE_LIST, .of = s, .has = true, \
		.words = w \
	}
#define MAYBE(n, s, w) \
	{ \
		.name = n, .type = VALUE_MAP, .of = s, .may_lack = true, \
		.words = w \
	}
#define END \
	{ \
		.name = NULL \
	}

static const struct shape_value PERIOD_PAGE[] = {
	TEXT("title", "\"Q1 2025 OKRs\""),
	MAP("front", SHAPE_FRONT, "for front matter"),
	MARKUP("root", "the way to the index, \"../\""),
	MARKUP("page", "the way to the period's page: empty, for this is it"),
	MAP("period", SHAPE_PERIOD, "see below"),
	TEXT("as_of", "day of the newest reading"),
	FLAG("is_empty", "are there no objectives?"),
	HAS_LIST("looks", SHAPE_LOOK, "what needs a look, most urgent first"),
	TEXT("more_looks", "how many more there are, or empty"),
	LIST("glance", SHAPE_GLANCE, "all objectives as a tree"),
	LIST("sections", SHAPE_SECTION,
		"by level and team, each with totals of its own"),
	LIST("tree", SHAPE_ROOT,
		"the objectives that support no other; what does is among "
		"their `children`"),
	HAS_LIST("alignment", SHAPE_ALIGNMENT,
		"what supports what, from the roots on, when anything does"),
	MARKUP("trend", "the picture of the grade over time; empty when there "
			"is none"),
	TEXT("trend_alt", "its words"),
	TEXT("since", "a week before the newest reading"),
	HAS_LIST("moved", SHAPE_MOVED, "what moved since then, most first"),
	TEXT("moved_count", "how many moved"),
	FLAG("moved_is_one", "is it one?"),
	TEXT("first_readings", "how many had no reading before, or empty"),
	TEXT("gain", "what that did to the grade, \"+0.04\""),
	HAS_LIST("changes", SHAPE_CHANGE,
		"changes of what was agreed, newest first"),
	HAS_LIST("moves", SHAPE_MOVE,
		"who moved what, newest first, where labels' histories are "
		"read"),
	HAS_LIST("dates", SHAPE_DATE, "days of the timetable"),
	HAS_LIST("owners", SHAPE_OWNER, "who owns objectives"),
	FLAG("more_owners", "are there more than a dozen?"),
	HAS_LIST("states", SHAPE_STATE,
		"how many objectives are in which state"),
	HAS_LIST("dependencies", SHAPE_DEPENDENCY, "objectives with any"),
	MARKUP("mermaid", "what ladders up to what, as a drawing; empty when "
			  "nothing does"),
	HAS_LIST("bands", SHAPE_BAND, "from the highest to the lowest"),
	MAP("source", SHAPE_SOURCE, "where the OKRs come from"),
	END,
};

static const struct shape_value TOTALS[] = {
	TEXT("grade",
		"mean of the objectives, or of the key results that are held: "
		"\"0.53\", \"–\" for none"),
	TEXT("percent", "\"53%\""),
	MARKUP("bar", "the grade in ten segments"),
	MARKUP("bar_small", "in five"),
	FLAG("is_graded", "is there a grade?"),
	TEXT("graded", "key results with a grade"),
	TEXT("total", "all that count"),
	FLAG("has_key_results", "are there any?"),
	TEXT("count", "number of objectives"),
	FLAG("is_one", "is it one?"),
	TEXT("signal", "\"too safe\", \"sweet spot\" or empty"),
	LIST("statuses", SHAPE_STATUS, "those that some key result has"),
	END,
};

static const struct shape_value PERIOD[] = {
	TEXT("name", "\"FY24-Q1\""),
	TEXT("start", NULL),
	TEXT("end", "its first and its last day"),
	TEXT("span", "both in words, \"1 January to 31 March 2025\""),
	TEXT("progress",
		"\"week 5 of 13, 36% of the time gone\", counted at the newest "
		"reading"),
	FLAG("is_current", "is today in it?"),
	MARKUP("link", "its folder below `root`, \"fy24-q1/\""),
	END,
};

static const struct shape_value OBJECTIVE[] = {
	TEXT("word", "who stands before its title in an outline: the owner, "
		     "\"Objective\" where the title would read as an owner's "
		     "(\"Name: ...\"), or empty"),
	TEXT("label", "\"C1\": a letter of the section and a number, once on a "
		      "page"),
	MARKUP("link",
		"\"#...\" to the heading, or to its section where Hugo and "
		"GitLab would name the heading differently, or empty"),
	MARKUP("title", "with its links, code and emphasis"),
	TEXT("title_plain", "the same for link texts"),
	TEXT("heading", "the same without a full stop at its end"),
	TEXT("owner", NULL),
	TEXT("dri", NULL),
	TEXT("team", NULL),
	TEXT("region", NULL),
	TEXT("priority", NULL),
	TEXT("level", NULL),
	TEXT("type", NULL),
	TEXT("confidence", NULL),
	TEXT("state", NULL),
	TEXT("outcome", NULL),
	TEXT("health", NULL),
	TEXT("result", NULL),
	TEXT("last_check_in", "what the issue says"),
	TEXT("grade", NULL),
	TEXT("percent", "mean of its key results, as in the totals"),
	TEXT("graded", NULL),
	TEXT("total", "key results with a grade, and all that count"),
	MARKUP("bar", NULL),
	MARKUP("bar_small", "the grade in ten segments, and in five"),
	FLAG("is_graded", "is there a grade?"),
	TEXT("band", "the name of the grade's band"),
	TEXT("status", "\"on track\"; once it is closed or its period has "
		       "ended, its outcome or band"),
	MARKUP("mark", "of the status, 🟢"),
	MARKUP("owner_link", NULL),
	MARKUP("dri_link", NULL),
	MARKUP("team_link", "their pages, below `root`; empty for none"),
	TEXT("computation", "how the grade came about"),
	TEXT("caveat", "why it is not graded or not counted"),
	LIST("facts", SHAPE_TEXTS,
		"short texts for one line: coverage, band, type, people, "
		"state"),
	LIST("counted", SHAPE_TEXTS, "coverage and band of those"),
	TEXT("said",
		"the others in one line, without the owner but with level, "
		"team, and what it supports beside its parent"),
	LIST("supports", SHAPE_SUPPORTS,
		"what it ladders up to, its parent first"),
	MARKUP("issue", "address of the issue"),
	LIST("links", SHAPE_LINK, "of its text"),
	LIST("labels", SHAPE_TEXTS, "of the issue"),
	MARKUP("trend", "the picture of its grade over time; empty when there "
			"is none"),
	TEXT("trend_alt", "its words"),
	LIST("columns", SHAPE_TEXTS,
		"heads of the columns that only some tables have: \"Weight\", "
		"\"Due\" ..."),
	HAS_LIST("key_results", SHAPE_KEY_RESULT, "see below"),
	HAS_LIST("notes", SHAPE_NOTE, "footnotes"),
	HAS_LIST("remarks", SHAPE_REMARK,
		"blockers, risks and the like, its key results' among them"),
	HAS_LIST("own_remarks", SHAPE_REMARK, "the same without those"),
	FLAG("has_more", "are there notes or remarks?"),
	HAS_LIST("children", SHAPE_OBJECTIVE,
		"objectives that support this one as a whole"),
	END,
};

static const struct shape_value KEY_RESULT[] = {
	TEXT("number", NULL),
	TEXT("label", "\"1\", \"C1.1\""),
	MARKUP("text", "with its links, code and emphasis"),
	TEXT("text_plain", "the same for link texts"),
	TEXT("owner", "its own owner"),
	TEXT("holder", "that or the objective's"),
	MARKUP("owner_link", "the owner's page, below `root`; empty for none"),
	TEXT("from", NULL),
	TEXT("to", "as people wrote them, \"–\" for none"),
	MARKUP("now", "the same, with links"),
	TEXT("grade", NULL),
	TEXT("percent", "as in the totals"),
	MARKUP("bar", "the grade in five segments"),
	FLAG("is_graded", "is there a grade?"),
	TEXT("status", "\"behind\"; at its end, its band or \"no result\""),
	MARKUP("mark", "of the status, 🟡"),
	TEXT("stated", NULL),
	TEXT("stated_status", "what a person wrote"),
	MARKUP("result",
		"\"42% (now $14.5M, from $12M to $18M)\", or as written, with "
		"links"),
	TEXT("reading", NULL),
	TEXT("due", "days"),
	TEXT("kind", NULL),
	TEXT("computation", "how it is graded"),
	LIST("cells", SHAPE_TEXTS, "its cells in the objective's `columns`"),
	TEXT("said", "the same, and its numbers where nothing else tells them, "
		     "in one line: \"weight 2 · due 1 March 2025\""),
	HAS_LIST("remarks", SHAPE_REMARK, "its blockers, risks and the like"),
	FLAG("counts", "is it in the mean?"),
	MARKUP("note_mark", "¹ when there is a footnote"),
	LIST("links", SHAPE_LINK, "of its text"),
	HAS_LIST("children", SHAPE_OBJECTIVE, "objectives that support it"),
	END,
};

static const struct shape_value INDEX[] = {
	TEXT("title", "\"OKRs\", or yours"),
	MAP("front", SHAPE_FRONT, "for front matter"),
	MARKUP("root", "empty, for this is the index"),
	HAS_LIST("periods", SHAPE_INDEX_PERIOD,
		"the current period first, then from new to old; see below"),
	TEXT("newest", "name of the current period, otherwise of the newest "
		       "one"),
	HAS_LIST("teams", SHAPE_MEMBER, NULL),
	HAS_LIST("owners", SHAPE_MEMBER,
		"those who hold something in any period; see below"),
	MAP("source", SHAPE_SOURCE, "where the OKRs come from"),
	END,
};

static const struct shape_value INDEX_PERIOD[] = {
	MAP("period", SHAPE_PERIOD, "see above"),
	MARKUP("link", "the way to its page"),
	TEXT("as_of", "day of the newest reading"),
	MARKUP("spark", "the grade over time in a few letters, ▁▃▅"),
	END,
};

static const struct shape_value MEMBER[] = {
	TEXT("name", "of the team or the person"),
	MARKUP("link", "the way to their page"),
	TEXT("level", "the highest at which they hold something"),
	END,
};

static const struct shape_value GROUP_PAGE[] = {
	TEXT("title", "\"Platform OKRs\""),
	TEXT("name", "\"Platform\""),
	TEXT("level", "the highest at which they hold something"),
	MAP("front", SHAPE_FRONT, "for front matter"),
	MARKUP("root", "the way to the index, \"../../\""),
	FLAG("is_team", "is it a team's page, or a person's?"),
	LIST("periods", SHAPE_GROUP_PERIOD,
		"what they hold, the newest first; see below"),
	MAP("source", SHAPE_SOURCE, "where the OKRs come from"),
	END,
};

static const struct shape_value GROUP_PERIOD[] = {
	MAP("period", SHAPE_PERIOD, "see above"),
	FLAG("is_newest", "is it the first one, which our page shows whole?"),
	MARKUP("page", "the way to the period's page"),
	LIST("rows", SHAPE_ROW, "all that is held"),
	LIST("objectives", SHAPE_OBJECTIVE, "those held whole"),
	HAS_LIST("looks", SHAPE_LOOK, "what of it needs a look"),
	TEXT("more_looks", "how many more there are, or empty"),
	END,
};

static const struct shape_value FRONT[] = {
	MARKUP("title", ""),
	MARKUP("description", ""),
	END,
};

static const struct shape_value SOURCE[] = {
	TEXT("name", ""),
	MARKUP("url", ""),
	END,
};

static const struct shape_value STATUS[] = {
	TEXT("name", "\"on track\""),
	TEXT("title", "\"On track\""),
	MARKUP("mark", "🟢"),
	TEXT("count", ""),
	END,
};

static const struct shape_value LOOK[] = {
	MARKUP("mark", ""),
	TEXT("label", ""),
	TEXT("text", ""),
	MARKUP("link", ""),
	MARKUP("issue", ""),
	TEXT("reasons", ""),
	END,
};

static const struct shape_value GLANCE[] = {
	MARKUP("indent", ""),
	MAP("objective", SHAPE_OBJECTIVE, ""),
	END,
};

static const struct shape_value SECTION[] = {
	TEXT("name", ""),
	MARKUP("team_link", "to the page of its team, empty without one"),
	LIST("objectives", SHAPE_OBJECTIVE, ""),
	END,
};

static const struct shape_value ROOT[] = {
	TEXT("number", ""),
	TEXT("heading", "\"CEO: Win them\""),
	MAP("objective", SHAPE_OBJECTIVE, ""),
	END,
};

static const struct shape_value ALIGNMENT[] = {
	MARKUP("indent", ""),
	MAP("objective", SHAPE_OBJECTIVE, ""),
	TEXT("targets", "\"$18M, 15 deals\""),
	END,
};

static const struct shape_value MOVED[] = {
	TEXT("label", ""),
	TEXT("text", ""),
	MARKUP("link", ""),
	MARKUP("issue", ""),
	TEXT("from", NULL),
	TEXT("to", "the readings"),
	TEXT("before", NULL),
	TEXT("after", "the grades"),
	END,
};

static const struct shape_value CHANGE[] = {
	TEXT("date", ""),
	TEXT("label", ""),
	MARKUP("link", ""),
	TEXT("text", ""),
	TEXT("what", "\"target\""),
	TEXT("from", ""),
	TEXT("to", ""),
	END,
};

static const struct shape_value MOVE[] = {
	TEXT("date", ""),
	TEXT("label", ""),
	MARKUP("link", ""),
	TEXT("text", ""),
	TEXT("what", "\"state\", \"outcome\" or \"health\""),
	TEXT("from", ""),
	TEXT("to", ""),
	TEXT("author", ""),
	END,
};

static const struct shape_value DATE[] = {
	TEXT("name", "\"grading\""),
	TEXT("title", "\"Grading\""),
	TEXT("days", "\"10 to 16 February\""),
	FLAG("is_last", ""),
	END,
};

static const struct shape_value OWNER[] = {
	TEXT("name", ""),
	MARKUP("link", "below `root`"),
	FLAG("is_last", ""),
	END,
};

static const struct shape_value STATE[] = {
	TEXT("name", "\"active\""),
	TEXT("count", ""),
	FLAG("is_last", ""),
	END,
};

static const struct shape_value DEPENDENCY[] = {
	MAP("objective", SHAPE_OBJECTIVE, ""),
	MARKUP("depends_on", ""),
	MARKUP("risks", ""),
	MARKUP("mitigations", ""),
	END,
};

static const struct shape_value BAND[] = {
	TEXT("name", "\"on target\""),
	TEXT("from", "\"0.70\""),
	FLAG("is_last", ""),
	END,
};

static const struct shape_value SUPPORTS[] = {
	TEXT("label", ""),
	MARKUP("link", ""),
	TEXT("text", ""),
	FLAG("is_last", ""),
	END,
};

static const struct shape_value LINK[] = {
	TEXT("text", ""),
	MARKUP("url", ""),
	END,
};

static const struct shape_value NOTE[] = {
	MARKUP("mark", "¹"),
	MARKUP("text", ""),
	END,
};

static const struct shape_value REMARK[] = {
	TEXT("name", "\"Blockers\""),
	FLAG("is_one", ""),
	LIST("items", SHAPE_ITEM, ""),
	END,
};

static const struct shape_value ITEM[] = {
	MARKUP("text", ""),
	TEXT("label", "of the key result, or empty"),
	TEXT("date", ""),
	FLAG("is_last", ""),
	END,
};

static const struct shape_value ROW[] = {
	TEXT("role", "\"owner\", \"DRI\", \"owner and DRI\" or \"key result\""),
	MAP("objective", SHAPE_OBJECTIVE, ""),
	MAYBE("key_result", SHAPE_KEY_RESULT, "empty for a whole objective"),
	END,
};

static const struct shape_table TABLES[SHAPES] = {
	[SHAPE_PERIOD_PAGE] = {"period page", true, PERIOD_PAGE},
	[SHAPE_TOTALS] = {"totals", false, TOTALS},
	[SHAPE_PERIOD] = {"period", false, PERIOD},
	[SHAPE_OBJECTIVE] = {"objective", false, OBJECTIVE},
	[SHAPE_KEY_RESULT] = {"key result", false, KEY_RESULT},
	[SHAPE_INDEX] = {"index", false, INDEX},
	[SHAPE_INDEX_PERIOD] = {"period of the index", true, INDEX_PERIOD},
	[SHAPE_MEMBER] = {"team or person of the index", true, MEMBER},
	[SHAPE_GROUP_PAGE] = {"team or person", false, GROUP_PAGE},
	[SHAPE_GROUP_PERIOD] = {"period of a team or person", true,
		GROUP_PERIOD},
	[SHAPE_FRONT] = {NULL, false, FRONT},
	[SHAPE_SOURCE] = {NULL, false, SOURCE},
	[SHAPE_STATUS] = {NULL, false, STATUS},
	[SHAPE_LOOK] = {NULL, false, LOOK},
	[SHAPE_GLANCE] = {NULL, false, GLANCE},
	[SHAPE_SECTION] = {NULL, true, SECTION},
	[SHAPE_ROOT] = {NULL, false, ROOT},
	[SHAPE_ALIGNMENT] = {NULL, false, ALIGNMENT},
	[SHAPE_MOVED] = {NULL, false, MOVED},
	[SHAPE_CHANGE] = {NULL, false, CHANGE},
	[SHAPE_MOVE] = {NULL, false, MOVE},
	[SHAPE_DATE] = {NULL, false, DATE},
	[SHAPE_OWNER] = {NULL, false, OWNER},
	[SHAPE_STATE] = {NULL, false, STATE},
	[SHAPE_DEPENDENCY] = {NULL, false, DEPENDENCY},
	[SHAPE_BAND] = {NULL, false, BAND},
	[SHAPE_SUPPORTS] = {NULL, false, SUPPORTS},
	[SHAPE_LINK] = {NULL, false, LINK},
	[SHAPE_NOTE] = {NULL, false, NOTE},
	[SHAPE_REMARK] = {NULL, false, REMARK},
	[SHAPE_ITEM] = {NULL, false, ITEM},
	[SHAPE_ROW] = {NULL, false, ROW},
};

const struct shape_table *shape_table(enum shape s)
{
	assert(s > SHAPE_TEXTS && s < SHAPES);
	return &TABLES[s];
}

/*
 * How it goes, in signs and words: where no word beside them makes them a
 * plan, something of the past, or something else's.
 */
#include "checkin_say_p.h"

static enum token_kind kind_at(const struct say *s, size_t i)
{
	return say_at(s, i)->kind;
}

static bool is_sign(const struct token *t)
{
	return (unsigned char)t->text.p[0] >= 0x80 || t->text.p[0] == ':';
}

static bool may_precede(enum token_kind kind)
{
	enum {
		KINDS = KINDS_MARK | 1 << TOKEN_COLON | 1 << TOKEN_AT |
			1 << TOKEN_NOW | 1 << TOKEN_OPEN | 1 << TOKEN_NEAR |
			1 << TOKEN_ARROW | 1 << TOKEN_HEALTH | 1 << TOKEN_KR |
			1 << TOKEN_TOTAL | 1 << TOKEN_NUMBER | 1 << TOKEN_DONE |
			1 << TOKEN_WORD
	};

	return kind_is(kind, KINDS);
}

static bool may_follow(const struct say *s, size_t i)
{
	static const char *const BACK[] = {
		"again", "i", "imo", "imho", "though", "too", "here"};
	enum token_kind kind = kind_at(s, i);

	if (kind == TOKEN_OF || kind == TOKEN_INTO)
		return s->t->v[i - 1].health != HEALTH_ON_TRACK ||
		       kind == TOKEN_INTO;
	if (kind == TOKEN_WORD)
		return word_is_one(s->t->v[i].text, BACK, COUNT_OF(BACK));
	return kind != TOKEN_GOAL && kind != TOKEN_REST;
}

/* "turned red", "moved to amber" */
static bool turns(struct str word)
{
	/* "comfortably on track" */
	static const char *const SHAKY[] = {"nearly", "barely", "hardly",
		"likely", "possibly", "partly", "mostly", "formerly",
		"previously"};
	static const char *const WORDS[] = {"beide", "beides", "turned",
		"turns", "turning", "went", "goes", "going", "moved", "looking",
		"looks", "feels", "set", "marked", "marking", "as", "stays",
		"stay", "again", "still", "status", "health", "rag", "damit",
		"also", "somit", "leider", "both", "all", "call", "wieder",
		"very", "well"};

	if (word.n > 4 && str_iends(word, "ly"))
		return !word_is_one(word, SHAKY, COUNT_OF(SHAKY));
	return word_is_one(word, WORDS, COUNT_OF(WORDS));
}

static bool word_counts(const struct say *s, size_t i)
{
	const struct token *before = i > s->from ? &s->t->v[i - 1] : NULL;

	if (!may_follow(s, i + 1))
		return false;
	if (!before)
		return true;
	if (before->kind == TOKEN_WORD)
		return turns(before->text);
	if (before->kind == TOKEN_NUMBER) /* "2 at risk" */
		return before->q->unit[0] != '\0';
	if (before->kind == TOKEN_NEAR) /* "the amber" */
		return !str_iis(before->text, "the") &&
		       !str_iis(before->text, "a");
	return may_precede(before->kind);
}

void say_health(const struct say *s, struct said *out)
{
	bool past = s->past, plan = false, no = false;
	const struct token *t;

	for (size_t i = s->from; i < s->to; i++) {
		t = &s->t->v[i];
		if (kind_is(t->kind, KINDS_MARK | 1 << TOKEN_COLON))
			past = no = plan = false;
		past = (past || t->kind == TOKEN_PAST) && t->kind != TOKEN_NOW;
		no |= t->kind == TOKEN_NOT;
		if (t->kind == TOKEN_PLAN && !plan && !no &&
			str_istarts(t->text, "on track") && !out->health)
			out->health = HEALTH_ON_TRACK;
		plan |= t->kind == TOKEN_PLAN;
		if (t->kind != TOKEN_HEALTH)
			continue;
		if (!past && !plan && kind_at(s, i + 1) != TOKEN_ARROW &&
			(is_sign(t) || (!no && word_counts(s, i))) &&
			t->health > out->health)
			out->health = t->health;
		past = false;
	}
}

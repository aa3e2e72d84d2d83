/*
 * What a document as a whole speaks of: OKRs by that name, "key results" that
 * some experiment gave, owners at key results.
 */
#include "reader_p.h"

#include "attr.h"

struct block *block_step(struct block *b)
{
	if (b->first && b->kind != BLOCK_LEFT)
		return b->first;
	while (b && !b->next)
		b = b->parent;
	return b ? b->next : NULL;
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
		"\u4e3b\u8981\u306a\u7d50\u679c",
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

/* Does the block speak of OKRs beyond doubt? */
static bool tells_okrs(const struct block *b, const struct mark *mark)
{
	return mark->kind == MARK_KEY_RESULT || mark->kind == MARK_OBJ_LABEL ||
	       (mark->kind == MARK_OBJECTIVE &&
		       (mark->numbered || !mark->weak)) ||
	       vocab_has(b->text.s, "okr") || vocab_has(b->text.s, "okrs");
}

/* "O2 adds new KR:" tells of a plan; nobody owns it. */
/* Does the document name owners at its key results ("CEO KR:")?  Does it
 * speak of OKRs at all, or are "key results" what some experiment gave? */
void read_manner(struct reader *r)
{
	bool general = false, told;

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
	told = r->named;
	for (struct block *b = r->doc; b; b = block_step(b)) {
		struct mark mark;

		if (b->kind == BLOCK_TABLE)
			table_mend(&r->scratch, b);
		if (b->kind != BLOCK_PARA && b->kind != BLOCK_SECTION)
			continue;
		block_keep_mark(&r->scratch, b);
		mark = block_mark(b);
		told = told || tells_okrs(b, &mark);
		if (mark.kind == MARK_KR_LABEL && is_general(b->text.s)) {
			general = true;
			continue;
		}
		if (mark.kind == MARK_KEY_RESULT && mark.prefix.n &&
			!mark.numbered && b->parent->kind == BLOCK_ITEM &&
			!str_has_digit(mark.prefix))
			r->cascade = true;
		if (mark.kind == MARK_KEY_RESULT ||
			mark.kind == MARK_KR_LABEL ||
			(b->kind == BLOCK_SECTION &&
				(vocab_has(b->text.s, "okr") ||
					vocab_has(b->text.s, "okrs"))))
			r->named = true;
		if (mark.kind == MARK_KEY_RESULT ||
			mark.kind == MARK_OBJECTIVE ||
			(mark.kind == MARK_KR_LABEL &&
				b->kind == BLOCK_SECTION))
			r->okrs = true;
		if (mark.kind == MARK_OBJECTIVE && !mark.weak)
			r->marked = true;
	}
	r->general = general && !told;
	r->named = r->named || (general && told);
	r->okrs = r->okrs || (general && told);
}

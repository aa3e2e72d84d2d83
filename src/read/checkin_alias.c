/*
 * Words that stand for each other in the names of key results.  Each has its
 * senses as bits, so that two are compared without a look at any list.
 */
#include "checkin_alias_p.h"

#include "checkin_token_p.h"

#include <stdlib.h>

enum sense {
	SENSE_PUNCTUAL,
	SENSE_LEAVE,
	SENSE_INCOME,
	SENSE_SELL,
	SENSE_UP,
	SENSE_SUBSCRIBE,
	SENSE_DATABASE,
	SENSE_DEVELOPER,
	SENSE_SATISFY,
	SENSE_REPOSITORY,
	SENSE_DOCUMENT,
	SENSE_APPLICATION,
	SENSE_INFRA,
	SENSE_CONVERT,
	SENSE_ENVIRONMENT,
	SENSE_COMMUNICATE,
	SENSE_PERFORM,
	SENSE_OPEN,
	SENSE_EARLY,
	SENSE_SPEND,
	SENSE_FAULT,
	SENSE_STAFF,
	SENSE_HIRE,
	SENSE_CUSTOMER,
	SENSE_WAIT,
	SENSE_SICK,
	SENSE_ACCIDENT,
	SENSE_OUTAGE,
	SENSE_RETURN,
	SENSE_GIVE,
	SENSE_LATENCY,
	SENSE_MEMBER,
	SENSE_VISIT,
	SENSE_WASTE,
	SENSE_READ,
	SENSE_PUPIL,
	SENSE_POWER,
	SENSE_TRIP,
	SENSE_FUEL,
	SENSE_RETAIN,
	SENSE_SIGNUP,
};

#define BIT(sense) (UINT64_C(1) << SENSE_##sense)

/* In the order of their bytes. */
static const struct alias {
	const char *word;
	uint64_t senses;
} ALIASES[] = {
	{"abfall", BIT(WASTE)},
	{"absence", BIT(SICK)},
	{"absences", BIT(SICK)},
	{"absent", BIT(SICK)},
	{"absenteeism", BIT(SICK)},
	{"abwanderung", BIT(LEAVE)},
	{"accident", BIT(ACCIDENT)},
	{"accidents", BIT(ACCIDENT)},
	{"antwortzeit", BIT(LATENCY)},
	{"app", BIT(APPLICATION)},
	{"application", BIT(APPLICATION)},
	{"applications", BIT(APPLICATION)},
	{"apps", BIT(APPLICATION)},
	{"arr", BIT(INCOME)},
	{"attrition", BIT(LEAVE)},
	{"ausfall", BIT(OUTAGE)},
	{"ausf\u00e4lle", BIT(OUTAGE)},
	{"ausgaben", BIT(SPEND)},
	{"ausschuss", BIT(WASTE)},
	{"availability", BIT(UP)},
	{"backlog", BIT(OPEN)},
	{"before", BIT(EARLY)},
	{"besuche", BIT(VISIT)},
	{"besucher", BIT(VISIT)},
	{"bill", BIT(SPEND)},
	{"bug", BIT(FAULT)},
	{"bugs", BIT(FAULT)},
	{"churn", BIT(LEAVE)},
	{"client", BIT(CUSTOMER)},
	{"clients", BIT(CUSTOMER)},
	{"comm", BIT(COMMUNICATE)},
	{"comms", BIT(COMMUNICATE)},
	{"communication", BIT(COMMUNICATE)},
	{"communications", BIT(COMMUNICATE)},
	{"coms", BIT(COMMUNICATE)},
	{"consumption", BIT(FUEL)},
	{"conv", BIT(CONVERT)},
	{"conversion", BIT(CONVERT)},
	{"conversions", BIT(CONVERT)},
	{"cost", BIT(SPEND)},
	{"coste", BIT(SPEND)},
	{"costes", BIT(SPEND)},
	{"costs", BIT(SPEND)},
	{"co\u00fbt", BIT(SPEND)},
	{"co\u00fbts", BIT(SPEND)},
	{"csat", BIT(SATISFY)},
	{"custo", BIT(SPEND)},
	{"customer", BIT(CUSTOMER)},
	{"customers", BIT(CUSTOMER)},
	{"custos", BIT(SPEND)},
	{"database", BIT(DATABASE)},
	{"databases", BIT(DATABASE)},
	{"db", BIT(DATABASE)},
	{"dbs", BIT(DATABASE)},
	{"defect", BIT(FAULT)},
	{"defects", BIT(FAULT)},
	{"dev", BIT(DEVELOPER)},
	{"developer", BIT(DEVELOPER)},
	{"developers", BIT(DEVELOPER)},
	{"devs", BIT(DEVELOPER)},
	{"diesel", BIT(FUEL)},
	{"disponibilidad", BIT(UP)},
	{"disponibilit\u00e9", BIT(UP)},
	{"doc", BIT(DOCUMENT)},
	{"docs", BIT(DOCUMENT)},
	{"document", BIT(DOCUMENT)},
	{"documentation", BIT(DOCUMENT)},
	{"documents", BIT(DOCUMENT)},
	{"donaciones", BIT(GIVE)},
	{"donate", BIT(GIVE)},
	{"donated", BIT(GIVE)},
	{"donation", BIT(GIVE)},
	{"donations", BIT(GIVE)},
	{"dons", BIT(GIVE)},
	{"downtime", BIT(OUTAGE)},
	{"d\u00e9penses", BIT(SPEND)},
	{"earlier", BIT(EARLY)},
	{"early", BIT(EARLY)},
	{"einstellen", BIT(HIRE)},
	{"einstellungen", BIT(HIRE)},
	{"electricity", BIT(POWER)},
	{"employee", BIT(STAFF)},
	{"employees", BIT(STAFF)},
	{"energie", BIT(POWER)},
	{"energy", BIT(POWER)},
	{"eng", BIT(DEVELOPER)},
	{"engineer", BIT(DEVELOPER)},
	{"engineers", BIT(DEVELOPER)},
	{"engs", BIT(DEVELOPER)},
	{"env", BIT(ENVIRONMENT)},
	{"environment", BIT(ENVIRONMENT)},
	{"environments", BIT(ENVIRONMENT)},
	{"envs", BIT(ENVIRONMENT)},
	{"expenditure", BIT(SPEND)},
	{"expense", BIT(SPEND)},
	{"expenses", BIT(SPEND)},
	{"fahrt", BIT(TRIP)},
	{"fahrten", BIT(TRIP)},
	{"fatturato", BIT(INCOME)},
	{"fault", BIT(FAULT)},
	{"faults", BIT(FAULT)},
	{"fehlzeiten", BIT(SICK)},
	{"fluktuation", BIT(LEAVE)},
	{"footfall", BIT(VISIT)},
	{"fuel", BIT(FUEL)},
	{"gasto", BIT(SPEND)},
	{"gastos", BIT(SPEND)},
	{"gift", BIT(GIVE)},
	{"gifts", BIT(GIVE)},
	{"giving", BIT(GIVE)},
	{"headcount", BIT(STAFF)},
	{"hire", BIT(HIRE)},
	{"hires", BIT(HIRE)},
	{"hiring", BIT(HIRE)},
	{"income", BIT(INCOME)},
	{"infra", BIT(INFRA)},
	{"infrastructure", BIT(INFRA)},
	{"ingresos", BIT(INCOME)},
	{"injuries", BIT(ACCIDENT)},
	{"injury", BIT(ACCIDENT)},
	{"invoice", BIT(SPEND)},
	{"invoices", BIT(SPEND)},
	{"kosten", BIT(SPEND)},
	{"kraftstoff", BIT(FUEL)},
	{"krank", BIT(SICK)},
	{"krankenstand", BIT(SICK)},
	{"kunde", BIT(CUSTOMER)},
	{"kunden", BIT(CUSTOMER)},
	{"latency", BIT(LATENCY)},
	{"leaver", BIT(LEAVE)},
	{"leavers", BIT(LEAVE)},
	{"member", BIT(MEMBER)},
	{"members", BIT(MEMBER)},
	{"membership", BIT(MEMBER)},
	{"memberships", BIT(MEMBER)},
	{"mitarbeitende", BIT(STAFF)},
	{"mitarbeiter", BIT(STAFF)},
	{"mitglied", BIT(MEMBER)},
	{"mitglieder", BIT(MEMBER)},
	{"mrr", BIT(INCOME)},
	{"omzet", BIT(INCOME)},
	{"open", BIT(OPEN)},
	{"outage", BIT(OUTAGE)},
	{"outages", BIT(OUTAGE)},
	{"outstanding", BIT(OPEN)},
	{"pending", BIT(OPEN)},
	{"perf", BIT(PERFORM)},
	{"performance", BIT(PERFORM)},
	{"personnel", BIT(STAFF)},
	{"petrol", BIT(FUEL)},
	{"ponctualit\u00e9", BIT(PUNCTUAL)},
	{"pontualidade", BIT(PUNCTUAL)},
	{"power", BIT(POWER)},
	{"proceeds", BIT(INCOME)},
	{"punctual", BIT(PUNCTUAL)},
	{"punctuality", BIT(PUNCTUAL)},
	{"puntualidad", BIT(PUNCTUAL)},
	{"pupil", BIT(PUPIL)},
	{"pupils", BIT(PUPIL)},
	{"p\u00fcnktlich", BIT(PUNCTUAL)},
	{"p\u00fcnktlichkeit", BIT(PUNCTUAL)},
	{"queue", BIT(OPEN) | BIT(WAIT)},
	{"reader", BIT(READ)},
	{"readers", BIT(READ)},
	{"readership", BIT(READ)},
	{"receita", BIT(INCOME)},
	{"recruit", BIT(HIRE)},
	{"recruiting", BIT(HIRE)},
	{"recruitment", BIT(HIRE)},
	{"recruits", BIT(HIRE)},
	{"rejects", BIT(WASTE)},
	{"repo", BIT(REPOSITORY)},
	{"repos", BIT(REPOSITORY)},
	{"repositories", BIT(REPOSITORY)},
	{"repository", BIT(REPOSITORY)},
	{"response", BIT(LATENCY)},
	{"retain", BIT(RETAIN)},
	{"retained", BIT(RETAIN)},
	{"retention", BIT(RETAIN)},
	{"retoure", BIT(RETURN)},
	{"retouren", BIT(RETURN)},
	{"return", BIT(RETURN)},
	{"returned", BIT(RETURN)},
	{"returns", BIT(RETURN)},
	{"rev", BIT(INCOME)},
	{"revenue", BIT(INCOME)},
	{"revenues", BIT(INCOME)},
	{"ride", BIT(TRIP)},
	{"rides", BIT(TRIP)},
	{"rotaci\u00f3n", BIT(LEAVE)},
	{"rotation", BIT(LEAVE)},
	{"r\u00fcckstau", BIT(OPEN)},
	{"sale", BIT(INCOME) | BIT(SELL)},
	{"sales", BIT(INCOME) | BIT(SELL)},
	{"satisfacci\u00f3n", BIT(SATISFY)},
	{"satisfaction", BIT(SATISFY)},
	{"satisfied", BIT(SATISFY)},
	{"sch\u00fcler", BIT(PUPIL)},
	{"scrap", BIT(WASTE)},
	{"sell", BIT(SELL)},
	{"selling", BIT(SELL)},
	{"sick", BIT(SICK)},
	{"sickness", BIT(SICK)},
	{"signup", BIT(SIGNUP)},
	{"signups", BIT(SIGNUP)},
	{"sold", BIT(SELL)},
	{"spend", BIT(SPEND)},
	{"spenden", BIT(GIVE)},
	{"spending", BIT(SPEND)},
	{"spoilage", BIT(WASTE)},
	{"staff", BIT(STAFF)},
	{"strom", BIT(POWER)},
	{"student", BIT(PUPIL)},
	{"students", BIT(PUPIL)},
	{"sub", BIT(SUBSCRIBE)},
	{"subs", BIT(SUBSCRIBE)},
	{"subscriber", BIT(SUBSCRIBE)},
	{"subscribers", BIT(SUBSCRIBE)},
	{"subscription", BIT(SUBSCRIBE)},
	{"subscriptions", BIT(SUBSCRIBE)},
	{"takings", BIT(INCOME)},
	{"trip", BIT(TRIP)},
	{"trips", BIT(TRIP)},
	{"turnover", BIT(LEAVE) | BIT(INCOME)},
	{"umsatz", BIT(INCOME)},
	{"ums\u00e4tze", BIT(INCOME)},
	{"unresolved", BIT(OPEN)},
	{"ups", BIT(SIGNUP)},
	{"uptime", BIT(UP)},
	{"vendas", BIT(SELL)},
	{"vender", BIT(SELL)},
	{"vendre", BIT(SELL)},
	{"ventas", BIT(SELL)},
	{"vente", BIT(SELL)},
	{"ventes", BIT(INCOME) | BIT(SELL)},
	{"verbrauch", BIT(FUEL)},
	{"verf\u00fcgbarkeit", BIT(UP)},
	{"verkauf", BIT(SELL)},
	{"verkaufen", BIT(SELL)},
	{"verk\u00e4ufe", BIT(SELL)},
	{"visit", BIT(VISIT)},
	{"visitor", BIT(VISIT)},
	{"visitors", BIT(VISIT)},
	{"visits", BIT(VISIT)},
	{"wait", BIT(WAIT)},
	{"waiting", BIT(WAIT)},
	{"waits", BIT(WAIT)},
	{"warteschlange", BIT(OPEN)},
	{"wartezeit", BIT(WAIT)},
	{"waste", BIT(WASTE)},
	{"workforce", BIT(STAFF)},
	{"zufriedenheit", BIT(SATISFY)},
};

static int by_word(const void *key, const void *row)
{
	struct str word = *(const struct str *)key;
	struct str other = str_of(((const struct alias *)row)->word);

	for (size_t i = 0; i < word.n && i < other.n; i++) {
		unsigned char x = (unsigned char)str_lower(word.p[i]);
		unsigned char y = (unsigned char)other.p[i];

		if (x != y)
			return x < y ? -1 : 1;
	}
	return (word.n > other.n) - (word.n < other.n);
}

uint64_t alias_senses(struct str word)
{
	const struct alias *found = bsearch(
		&word, ALIASES, COUNT_OF(ALIASES), sizeof ALIASES[0], by_word);

	return found ? found->senses : 0;
}

static bool is_letter(char c)
{
	return str_is_alpha(c) || (unsigned char)c >= 0x80;
}

/* The next word of the text, of letters alone; empty: no more. */
static struct str next_word(struct str *s)
{
	struct str word;
	size_t n = 0;

	while (s->n && !is_letter(s->p[0]))
		*s = str_sub(*s, 1, s->n);
	while (n < s->n && is_letter(s->p[n]))
		n++;
	word = str_sub(*s, 0, n);
	*s = str_sub(*s, n, s->n);
	return word;
}

uint64_t alias_text_senses(struct str text)
{
	static const char *const ON_TIME[] = {
		"on time", "on-time", "\u00e0 l'heure", "a tiempo"};
	static const char *const SIGN_UP[] = {
		"sign up", "sign-up", "signed up"};
	uint64_t senses = 0;
	struct str rest = text, word;

	while ((word = next_word(&rest)).n)
		senses |= alias_senses(word);
	if (text_has_one(text, ON_TIME, COUNT_OF(ON_TIME)))
		senses |= BIT(PUNCTUAL);
	if (text_has_one(text, SIGN_UP, COUNT_OF(SIGN_UP)))
		senses |= BIT(SIGNUP);
	return senses;
}

bool alias_is_cut(struct str word, struct str text)
{
	static const char *const CUTS[] = {"auth", "cert", "certs", "reg",
		"regs", "util", "occ", "avail", "acq", "admin", "maint", "cust",
		"prod", "vol", "vols", "avg", "eff", "dist", "perm", "appt",
		"ref", "refs", "exp", "prep", "demo", "promo", "info", "temp",
		"temps", "inv", "trans", "sats", "qual", "quant", "resp",
		"comp"};
	struct str other;

	if (!word_is_one(word, CUTS, COUNT_OF(CUTS)))
		return false;
	if (word.n > 3 && str_iends(word, "s"))
		word.n--;
	while ((other = next_word(&text)).n)
		if (other.n > word.n + 2 &&
			str_ieq(str_sub(other, 0, word.n), word))
			return true;
	return false;
}

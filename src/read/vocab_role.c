/*
 * Words of people's roles.  Some tell wherever they stand in a name ("VP
 * Sales"), others as what the name is about: its last word, or before "of"
 * ("Hiring manager", "Dean of studies"), so that "Nurse retention" is none.
 */
#include "mark_p.h"

#include "attr.h"

// clang-format off
static const char *const *const ANYWHERE[256] = {
	['a'] = (const char *const[]){"avp", NULL},
	['c'] = (const char *const[]){"ceo", "cto", "cfo", "coo", "cmo", "cro",
		"cpo", "clo", "cio", "ciso", "chro", "cso", "cco", "cdo",
		"cao", "chief", NULL},
	['d'] = (const char *const[]){"director", NULL},
	['e'] = (const char *const[]){"evp", "engineer", "executive", "em", NULL},
	['f'] = (const char *const[]){"fellow", "founder", NULL},
	['h'] = (const char *const[]){"head of", "head", NULL},
	['i'] = (const char *const[]){"interim", NULL},
	['l'] = (const char *const[]){"lead", NULL},
	['m'] = (const char *const[]){"manager", NULL},
	['o'] = (const char *const[]){"officer", NULL},
	['p'] = (const char *const[]){"president", "principal", "pm", "po",
		NULL},
	['s'] = (const char *const[]){"svp", "sr", "senior", "staff", "scrum master", NULL},
	['v'] = (const char *const[]){"vp", "vpe", "vice president", NULL},
};

static const char *const *const NOUNS[256] = {
	['a'] = (const char *const[]){"abteilungsleitung","accountant","administrator","adviser","advisor","analyst","architect","asst.","attorney","auditor",NULL},
	['b'] = (const char *const[]){"beauftragte","beauftragter","bereichsleitung","bursar","buyer",NULL},
	['c'] = (const char *const[]){"captain","captains","caretaker","chair","chairman","chairperson","chairwoman","chef","choirmaster","clerk","co-ordinator","coach","comptroller","conductor","consultant","controller","coord.","coordenador","coordenadora","coordinador","coordinadora","coordinateur","coordinator","coordinatore","coordinatrice","counsel","co\u00f6rdinator","curator",NULL},
	['d'] = (const char *const[]){"deacon","dean","deputy","designer","desk","developer","dir.","directeur","director","directora","directrice","diretor","diretora","direttore","direttrice","dispatcher","dyrektor","dyrektorka",NULL},
	['e'] = (const char *const[]){"editor","educator","electrician","encargada","encargado","engineer","executive",NULL},
	['f'] = (const char *const[]){"foreman","forewoman",NULL},
	['g'] = (const char *const[]){"gerente","gesch\u00e4ftsf\u00fchrer","gesch\u00e4ftsf\u00fchrerin","gesch\u00e4ftsf\u00fchrung","gestor","gestora","governor","groundskeeper","groundsman",NULL},
	['h'] = (const char *const[]){"headmaster","headmistress","headteacher","hoofd",NULL},
	['j'] = (const char *const[]){"jefa","jefe",NULL},
	['k'] = (const char *const[]){"kassenwart","kassier","kierowniczka","kierownik","koordinator","koordinatorin","koordynator","koordynatorka",NULL},
	['l'] = (const char *const[]){"lead","leader","leads","leiter","leiterin","leitung","librarian",NULL},
	['m'] = (const char *const[]){"manager","marshal","matron","mechanic","merchandiser","mgr","mgr.","midwife",NULL},
	['n'] = (const char *const[]){"nurse",NULL},
	['o'] = (const char *const[]){"officer","organist",NULL},
	['p'] = (const char *const[]){"pastor","penningmeester","pflegedienstleitung","pharmacist","physician","planner","postmaster","presidenta","presidente","prezes","priest","principal","producer","provost","pr\u00e9sident","pr\u00e9sidente",NULL},
	['q'] = (const char *const[]){"quartermaster",NULL},
	['r'] = (const char *const[]){"ranger","recruiter","rector","registrar","responsabile","responsable",NULL},
	['s'] = (const char *const[]){"schatzmeister","schatzmeisterin","scientist","sec.","secr.","secretary","secr\u00e9taire","sexton","sister","skarbnik","specialist","stationmaster","stationsleitung","steward","storekeeper","superintendent","supervisor","supervisora","surgeon",NULL},
	['t'] = (const char *const[]){"teamleider","teamleitung","technician","tesorera","tesorero","tesoriere","tesoureira","tesoureiro","trainer","treasurer","trustee","tr\u00e9sorier","tr\u00e9sori\u00e8re",NULL},
	['v'] = (const char *const[]){"verger","vicar","vice-chair","voorzitter","vorsitzende","vorsitzender","vorstand",NULL},
	['w'] = (const char *const[]){"warden","webmaster",NULL},
};
// clang-format on

/* Is s behind such a word at an end of the name, or before what it is of? */
static bool ends_name(struct str s)
{
	static const char *const OF[] = {"of", "for", "in", "de", "del", "des",
		"du", "der", "da", "do", "f\u00fcr", "and", "van", NULL};

	if (!s.n || strchr(",(&/", s.p[0]))
		return true;
	if (!str_is_space(s.p[0]) && !strchr("-'", s.p[0]))
		return false;
	s = str_trim_left(s);
	return !s.n || strchr(",(&/", s.p[0]) || vocab_begins_any(s, OF);
}

static bool is_noun(struct str s)
{
	const char *const *word = NOUNS[str_letter(s)];

	for (; word && *word; word++) {
		struct str rest = s;

		if (!str_iskip(&rest, *word))
			continue;
		str_skip_char(&rest, 's');
		if ((!rest.n || !str_is_alnum(rest.p[0])) && ends_name(rest))
			return true;
	}
	return false;
}

static bool has_noun(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if ((!i || !str_is_alnum(s.p[i - 1])) &&
			is_noun(str_sub(s, i, s.n)))
			return true;
	}
	return false;
}

bool vocab_is_role(struct str s)
{
	/* "Staff who stay", "A head that is clear", "Report to the trustees"
	 * are no one's title */
	static const char *const SAYS[] = {"who", "that", "is", "are", "we",
		"our", "want", "report", "letter", "message", "goals", NULL};
	enum { LONGEST = 80 };

	s = str_trim(s);
	return s.n && s.n <= LONGEST && str_words(s) <= 9 &&
	       (vocab_has_any(s, ANYWHERE) || has_noun(s)) &&
	       !vocab_has_listed(s, SAYS);
}

/* What a part of an organisation is called after: "Sales", "Vertrieb". */
// clang-format off
static const char *const *const UNITS[256] = {
	['a'] = (const char *const[]){"accounting","achats","acquisti","alliances","amministrazione","assistenza","atelier","atenci\u00f3n al cliente","atendimento",NULL},
	['b'] = (const char *const[]){"betrieb","buchhaltung",NULL},
	['c'] = (const char *const[]){"calidad","collections","comercial","commercial","commerciale","communicatie","communication","communications","compliance","compras","comptabilit\u00e9","comunicaci\u00f3n","comunicazione","comunica\u00e7\u00e3o","contabilidad","contabilidade","contabilit\u00e0","controlling","customer service","customer success","customer support",NULL},
	['d'] = (const char *const[]){"data","design","development","drift",NULL},
	['e'] = (const char *const[]){"editorial","einkauf","ekonomi","engenharia","engineering","entwicklung","exploitation",NULL},
	['f'] = (const char *const[]){"facilities","fertigung","finance","financeiro","finances","financi\u00ebn","finanse","finanza","finanzas","finanzen","finan\u00e7as","fundraising","f\u00f6rs\u00e4ljning",NULL},
	['g'] = (const char *const[]){"gf","growth",NULL},
	['h'] = (const char *const[]){"hr","human resources",NULL},
	['i'] = (const char *const[]){"infrastructure","ingegneria","ingenier\u00eda","ing\u00e9nierie","inkoop","ink\u00f6p","instandhaltung","it",NULL},
	['j'] = (const char *const[]){"jako\u015b\u0107","juridique","juridisch","jur\u00eddico",NULL},
	['k'] = (const char *const[]){"kadry","klantenservice","kommunikation","komunikacja","kundendienst","kundenservice","kundtj\u00e4nst","kvalitet","kwaliteit",NULL},
	['l'] = (const char *const[]){"lager","legal","legale","logistica","logistics","logistiek","logistik","logistique","logistyka","log\u00edstica",NULL},
	['m'] = (const char *const[]){"magazijn","magazyn","maintenance","marketing",NULL},
	['n'] = (const char *const[]){"nursing",NULL},
	['o'] = (const char *const[]){"obs\u0142uga klienta","onderhoud","ontwikkeling","operaciones","operations","operazioni","opera\u00e7\u00f5es","ops",NULL},
	['p'] = (const char *const[]){"people","people ops","personal","personalwesen","personas","persone","personeel","pessoas","platform","prawny","procurement","prodotto","producci\u00f3n","product","productie","production","producto","produit","produkcja","produktion","produto","produzione","produ\u00e7\u00e3o","professional services","purchasing",NULL},
	['q'] = (const char *const[]){"qualidade","quality","qualit\u00e0","qualit\u00e4t","qualit\u00e9",NULL},
	['r'] = (const char *const[]){"r&d","recherche","recht","recruiting","recursos humanos","research","ressources humaines","rh","risk","risorse umane","rozw\u00f3j","rrhh",NULL},
	['s'] = (const char *const[]){"sales","security","service","service client","services","sistemas","sprzeda\u017c","support","suprimentos",NULL},
	['t'] = (const char *const[]){"talent","techniek","technik","technique","technologia","tecnologia","tecnolog\u00eda","teknik",NULL},
	['u'] = (const char *const[]){"underh\u00e5ll","utrzymanie","utveckling",NULL},
	['v'] = (const char *const[]){"vendas","vendite","ventas","ventes","verkoop","vertrieb","verwaltung",NULL},
	['w'] = (const char *const[]){"warehouse","werkstatt",NULL},
	['z'] = (const char *const[]){"zakupy",NULL},
};
// clang-format on

bool vocab_is_unit(struct str s)
{
	const char *const *word = UNITS[str_letter(s)];

	for (; word && *word; word++) {
		if (str_iis(s, *word))
			return true;
	}
	return false;
}

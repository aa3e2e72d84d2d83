"""Key results composed of parts in German, French, Spanish and Portuguese.

As test_sentence_matrix.py: the usual forms of each language with its measures,
their two numbers as that language writes them, and remarks.
"""

from decimal import Decimal
from itertools import product

from test_sentence_matrix import check, lines

# With its article: what is measured, two numbers as written, their values,
# the names of the unit.
GERMAN = [
    ("die Abwanderungsquote", "6,5 %", "4 %", "6.5", 4, {"%"}),
    ("die Testabdeckung", "60%", "80%", 60, 80, {"%"}),
    ("den Umsatz", "2,4 Mio. €", "4 Mio. €", 2400000, 4000000, {"EUR"}),
    ("die Ladezeit", "4,2 s", "1,8 s", "4.2", "1.8", {"s"}),
    ("die Bearbeitungszeit", "12 Stunden", "4 Stunden", 12, 4, {"Stunden"}),
    ("den NPS", "31", "45", 31, 45, {""}),
    ("die Zahl der Abonnenten", "1.200", "2.500", 1200, 2500, {""}),
    ("die Kundenzufriedenheit", "3,9", "4,5", "3.9", "4.5", {""}),
    ("die Zahl der Beschwerden", "40 pro Monat", "15 pro Monat", 40, 15,
     {"/Monat"}),
]
FRENCH = [
    ("le taux d'attrition", "6,5 %", "4 %", "6.5", 4, {"%"}),
    ("le chiffre d'affaires", "2,4 M€", "4 M€", 2400000, 4000000, {"EUR"}),
    ("le temps de chargement", "4,2 s", "1,8 s", "4.2", "1.8", {"s"}),
    ("le délai de livraison", "30 jours", "10 jours", 30, 10, {"jours"}),
    ("le NPS", "31", "45", 31, 45, {""}),
    ("le nombre d'abonnés", "1 200", "2 500", 1200, 2500, {""}),
    ("la satisfaction client", "3,9/5", "4,5/5", "3.9", "4.5", {"/5"}),
    ("le nombre de réclamations", "40 par mois", "15 par mois", 40, 15,
     {"/mois"}),
    ("les coûts d'acquisition", "120 k€", "90 k€", 120000, 90000, {"EUR"}),
]
SPANISH = [
    ("la tasa de abandono", "6,5 %", "4 %", "6.5", 4, {"%"}),
    ("los ingresos", "2,4 M€", "4 M€", 2400000, 4000000, {"EUR"}),
    ("el ticket medio", "$45", "$60", 45, 60, {"USD"}),
    ("el tiempo de respuesta", "12 horas", "4 horas", 12, 4, {"horas"}),
    ("el NPS", "31", "45", 31, 45, {""}),
    ("el número de suscriptores", "1.200", "2.500", 1200, 2500, {""}),
    ("la satisfacción del cliente", "3.9/5", "4.5/5", "3.9", "4.5", {"/5"}),
    ("las quejas", "40 al mes", "15 al mes", 40, 15, {"/mes"}),
    ("la facturación", "$1.2 millones", "$2 millones", 1200000, 2000000,
     {"USD"}),
]
PORTUGUESE = [
    ("a taxa de cancelamento", "6,5%", "4%", "6.5", 4, {"%"}),
    ("a receita", "R$ 2,4 milhões", "R$ 4 milhões", 2400000, 4000000,
     {"BRL"}),
    ("o tempo de carregamento", "4,2s", "1,8s", "4.2", "1.8", {"s"}),
    ("o prazo de entrega", "30 dias", "10 dias", 30, 10, {"dias"}),
    ("o NPS", "31", "45", 31, 45, {""}),
    ("o número de assinantes", "1.200", "2.500", 1200, 2500, {""}),
    ("a satisfação do cliente", "3,9/5", "4,5/5", "3.9", "4.5", {"/5"}),
    ("as reclamações", "40 por mês", "15 por mês", 40, 15, {"/mês"}),
    ("o custo por lead", "R$ 85,00", "R$ 60,50", "85", "60.5", {"BRL"}),
]

# N is the measure with its article, n without; the other words come in two
# senses, for more and for less.
LANGUAGES = {
    "de": {
        "measures": GERMAN,
        "words": {"V": ("Steigern", "Reduzieren"),
                  "v": ("steigern", "senken"),
                  "inf": ("erhöhen", "senken"),
                  "rises": ("steigt", "sinkt"),
                  "risen": ("gestiegen", "gesunken"),
                  "rise": ("Steigerung", "Senkung")},
        "AB": """
            {N} von {A} auf {B} {inf}
            {V} {N} von {A} auf {B}
            Wir {v} {N} von {A} auf {B}
            {n}: von {A} auf {B}
            {n}: {A} → {B}
            {n} {A} -> {B}
            {N} auf {B} {inf} (aktuell {A})
            {N} auf {B} {inf} (derzeit: {A})
            {N} auf {B} {inf} (Ausgangswert: {A})
            {N} auf {B} {inf} (von {A})
            {n} {rises} von {A} auf {B}
            {n} ist von {A} auf {B} {risen}
            {rise} von {n} von {A} auf {B}""",
        "B": """
            {N} auf {B} {inf}
            {N} auf mindestens {B} {inf}
            {n} liegt bei {B}
            {n} von {B} erreichen
            {n} ≥ {B}
            {n} bei {B} halten""",
        "by": """
            {N} um 15 % {inf}
            {N} um mindestens 15 % {inf}
            {n} um 15% {risen}
            Wir {v} {N} um 15 %
            {rise} von {n} um 15 %
            {N} gegenüber dem Vorjahr um 15 % {inf}""",
        "remarks": """
            {s}
            {s} bis Ende Q3
            {s} bis zum 30. Juni
            {s} im Jahr 2026
            {s} in 3 Regionen
            {s} innerhalb von 30 Tagen
            {s} für die Top 10 Kunden
            {s} für alle 12 Teams
            {s} (P0)
            Bis Q3: {s}
            {s} nach ISO 27001""",
    },
    "fr": {
        "measures": FRENCH,
        "words": {"V": ("Augmenter", "Réduire"),
                  "rise": ("Hausse", "Baisse")},
        "AB": """
            {V} {N} de {A} à {B}
            Faire passer {N} de {A} à {B}
            {n} : {A} → {B}
            {n} : de {A} à {B}
            {V} {N} à {B} (actuellement {A})
            {V} {N} à {B} (aujourd'hui : {A})
            {V} {N} à {B} (contre {A} aujourd'hui)
            {V} {N} à {B} (contre {A} en 2025)
            {V} {N} à {B} (vs {A})
            {n} passe de {A} à {B}
            {V} {N} ({A} → {B})""",
        "B": """
            Atteindre {n} de {B}
            {V} {N} à {B}
            {V} {N} à au moins {B}
            {V} {N} à plus de {B}
            {n} ≥ {B}
            {n} supérieur à {B}
            Maintenir {N} à {B}
            Maintenir {N} au-dessus de {B}""",
        "by": """
            {V} {N} de 15 %
            {V} {N} de 15% par rapport à 2025
            {V} {N} d'au moins 15 %
            {rise} de 15 % de {n}""",
        "remarks": """
            {s}
            {s} d'ici fin Q3
            {s} d'ici le 30 juin
            {s} en 2026
            {s} dans 3 régions
            {s} en 30 jours
            {s} pour les 10 premiers clients
            {s} pour les 12 équipes
            {s} (P0)
            D'ici Q3 : {s}
            {s} au T2""",
    },
    "es": {
        "measures": SPANISH,
        "words": {"V": ("Aumentar", "Reducir"),
                  "rise": ("Aumento", "Reducción")},
        "AB": """
            {V} {N} de {A} a {B}
            {V} {N} del {A} al {B}
            {V} {N} desde {A} hasta {B}
            Pasar {N} de {A} a {B}
            {n}: {A} → {B}
            {V} {N} a {B} (actualmente {A})
            {V} {N} a {B} (actual: {A})
            {V} {N} a {B} (hoy {A})
            {V} {N} a {B} (desde {A})
            {V} {N} a {B} (vs. {A} en 2025)
            {n} pasa de {A} a {B}
            {V} {N} ({A} → {B})""",
        "B": """
            Alcanzar {n} de {B}
            {V} {N} a {B}
            {V} {N} al {B}
            {V} {N} hasta {B}
            {V} {N} a al menos {B}
            {V} {N} a más de {B}
            {n} ≥ {B}
            Mantener {N} en {B}
            Mantener {N} por encima de {B}""",
        "by": """
            {V} {N} en un 15 %
            {V} {N} un 15%
            {V} {N} al menos un 15 %
            {rise} del 15 % en {n}""",
        "remarks": """
            {s}
            {s} para finales de Q3
            {s} antes del 30 de junio
            {s} en 2026
            {s} en 3 regiones
            {s} en 30 días
            {s} para los 10 primeros clientes
            {s} en los 12 equipos
            {s} (P0)
            {s} este trimestre
            {s} en el T2""",
    },
    "pt": {
        "measures": PORTUGUESE,
        "words": {"V": ("Aumentar", "Reduzir"),
                  "rise": ("Aumento", "Redução")},
        "AB": """
            {V} {N} de {A} para {B}
            Levar {N} de {A} para {B}
            {n}: {A} → {B}
            {n} de {A} para {B}
            {V} {N} para {B} (atual: {A})
            {V} {N} para {B} (atualmente {A})
            {V} {N} para {B} (hoje: {A})
            {V} {N} para {B} (era {A})
            {V} {N} para {B} (de {A})
            {V} {N} para {B} (vs {A} em 2025)
            {V} {N} ({A} → {B})""",
        "B": """
            Atingir {n} de {B}
            {V} {N} para {B}
            {V} {N} para pelo menos {B}
            {V} {N} para acima de {B}
            {n} ≥ {B}
            Manter {N} em {B}
            Manter {N} acima de {B}""",
        "by": """
            {V} {N} em 15%
            {V} {N} em pelo menos 15%
            {rise} de 15% em {n}""",
        "remarks": """
            {s}
            {s} até o fim do Q3
            {s} até 30 de junho
            {s} em 2026
            {s} em 3 regiões
            {s} em 30 dias
            {s} para os 10 primeiros clientes
            {s} nas 12 equipes
            {s} (P0)
            {s} neste trimestre
            {s} no T2""",
    },
}


def compose(language):
    forms = [(f, w) for w in ("AB", "B", "by") for f in lines(language[w])]
    for (form, wanted), measure, remark in product(
            forms, language["measures"], lines(language["remarks"])):
        name, a, b, start, goal, units = measure
        start, goal = Decimal(str(start)), Decimal(str(goal))
        noun = name.split(" ", 1)[1]
        if form.startswith("{n}"):
            noun = noun[0].upper() + noun[1:]
        words = {k: v[goal < start] for k, v in language["words"].items()}
        s = form.format(N=name, n=noun, A=a, B=b, **words)
        s = remark.format(s=s[0].upper() + s[1:])
        if wanted == "by":
            yield s, (None, Decimal(15), True, {"%"})
        else:
            yield s, (start if "A" in wanted else None, goal, False, units)


def test_german_is_read_in_its_usual_forms():
    check(compose(LANGUAGES["de"]), 1)


def test_french_is_read_in_its_usual_forms():
    check(compose(LANGUAGES["fr"]), 1)


def test_spanish_is_read_in_its_usual_forms():
    check(compose(LANGUAGES["es"]), 1)


def test_portuguese_is_read_in_its_usual_forms():
    check(compose(LANGUAGES["pt"]), 1)

"""The OKRs that are laid out, and the words for their marks."""


class Model:
    """Objectives (title, [(key result, baseline, target)]) of a language."""

    def __init__(self, lang, objectives):
        self.lang = lang
        self.objectives = objectives


RIDES = Model('en', [
    ('Make bicycle hire a habit for commuters', [
        ('Raise weekly rides from 200 to 500', 200, 500),
        ('Reach an NPS of 45', None, 45),
        ('Cut no-shows from 12% to 5%', 12, 5)]),
    ('Run a workshop people trust', [
        ('Reduce repair time from 9 days to 3 days', 9, 3),
        ('Answer 95% of calls within 2 hours', None, 95)])])
COURSES = Model('en', [
    ('Become the first address for evening courses', [
        ('Publish the autumn programme', None, None),
        ('Sign a lease with the town hall', None, None),
        ('Teachers plan their rooms without a phone call', None, None)]),
    ('Launch the new booking site', [
        ('Move all course pages to the new system', None, None),
        ('Switch off the old server', None, None)])])
TENANTS = Model('en', [
    ('Happier tenants', [
        ('Customer satisfaction at 4.5/5', None, 4.5),
        ('90 % of repairs done within a week', None, 90),
        ('No open complaint older than 30 days', None, None)]),
    ('A balanced budget', [
        ('€2M of reserves', None, 2000000),
        ('Rent arrears below 3 %', None, 3),
        ('Two new sponsors', None, None)]),
    ('Staff who stay', [
        ('Turnover down from 14 % to 9 %', 14, 9),
        ('Every flat manager has a deputy', None, None)])])
STARTERS = Model('en', [
    ('We want every new colleague to feel at home from day one', [
        ('100% of new starters have a mentor in week one', None, 100),
        ('Starter survey goes from 3.8 to 4.4', 3.8, 4.4),
        ('The onboarding guide is live in three languages', None, None),
        ('Managers meet each starter weekly for the first month',
         None, None)]),
    ('Improve documentation quality', [
        ('Documentation covers all public endpoints', None, None),
        ('80% of readers rate pages as helpful', None, 80)])])
MODELS = {'rides': RIDES, 'courses': COURSES, 'tenants': TENANTS,
          'starters': STARTERS}


class Tongue:
    """The words of a language for the marks."""

    def __init__(self, o, os, kr, krs, short='KR', page='OKRs Q3 2024'):
        self.o, self.os, self.kr, self.krs = o, os, kr, krs
        self.short, self.page = short, page


TONGUES = {
    'en': Tongue('Objective', 'Objectives', 'Key Result', 'Key Results'),
    'de': Tongue('Ziel', 'Ziele', 'Schlüsselergebnis',
                 'Schlüsselergebnisse', page='OKRs Q3 2024'),
    'fr': Tongue('Objectif', 'Objectifs', 'Résultat clé', 'Résultats clés',
                 page='OKR T3 2024'),
    'es': Tongue('Objetivo', 'Objetivos', 'Resultado clave',
                 'Resultados clave', page='OKR T3 2024'),
    'pt': Tongue('Objetivo', 'Objetivos', 'Resultado-chave',
                 'Resultados-chave', page='OKRs do 3º trimestre de 2024'),
    'it': Tongue('Obiettivo', 'Obiettivi', 'Risultato chiave',
                 'Risultati chiave', page='OKR Q3 2024'),
    'nl': Tongue('Doelstelling', 'Doelstellingen', 'Kernresultaat',
                 'Kernresultaten', page='OKRs Q3 2024'),
    'pl': Tongue('Cel', 'Cele', 'Kluczowy rezultat', 'Kluczowe rezultaty',
                 page='OKR Q3 2024'),
    'sv': Tongue('Mål', 'Mål', 'Nyckelresultat', 'Nyckelresultat',
                 page='OKR Q3 2024'),
}
MODELS.update({
    'de': Model('de', [
        ('Das Leihrad wird zur Gewohnheit', [
            ('Fahrten pro Woche von 200 auf 500 steigern', 200, 500),
            ('NPS von mindestens 45', None, 45),
            ('Werkstatt in der Südstadt eröffnet', None, None)]),
        ('Eine Werkstatt, der man vertraut', [
            ('Reparaturzeit von 9 auf 3 Tage senken', 9, 3),
            ('95 % der Anrufe angenommen', None, 95)])]),
    'fr': Model('fr', [
        ('Faire du vélo partagé une habitude', [
            ('Passer de 200 à 500 trajets par semaine', 200, 500),
            ('Atteindre un NPS de 45', None, 45),
            ('Ouvrir un atelier au sud de la ville', None, None)]),
        ('Un atelier de confiance', [
            ('Réduire le délai de 9 à 3 jours', 9, 3),
            ('95 % des appels pris', None, 95)])]),
    'es': Model('es', [
        ('Hacer de la bici un hábito', [
            ('Aumentar los viajes semanales de 200 a 500', 200, 500),
            ('Alcanzar un NPS de 45', None, 45),
            ('Abrir un taller en el sur', None, None)]),
        ('Un taller de confianza', [
            ('Reducir la espera de 9 a 3 días', 9, 3),
            ('95 % de las llamadas atendidas', None, 95)])]),
    'pt': Model('pt', [
        ('Fazer da bicicleta um hábito', [
            ('Aumentar as viagens semanais de 200 para 500', 200, 500),
            ('Alcançar um NPS de 45', None, 45),
            ('Abrir uma oficina no sul', None, None)]),
        ('Uma oficina de confiança', [
            ('Reduzir a espera de 9 para 3 dias', 9, 3),
            ('95% das chamadas atendidas', None, 95)])]),
    'it': Model('it', [
        ('Fare della bici una abitudine', [
            ('Portare le corse settimanali da 200 a 500', 200, 500),
            ('Raggiungere un NPS di 45', None, 45),
            ('Aprire una officina a sud', None, None)]),
        ('Una officina di fiducia', [
            ('Ridurre i tempi da 9 a 3 giorni', 9, 3),
            ('95% delle chiamate gestite', None, 95)])]),
    'nl': Model('nl', [
        ('De deelfiets wordt een gewoonte', [
            ('Ritten per week van 200 naar 500', 200, 500),
            ('NPS van minstens 45', None, 45),
            ('Werkplaats in het zuiden geopend', None, None)]),
        ('Een werkplaats die vertrouwen wekt', [
            ('Reparatietijd van 9 naar 3 dagen', 9, 3),
            ('95% van de telefoontjes beantwoord', None, 95)])]),
    'pl': Model('pl', [
        ('Rower miejski staje się nawykiem', [
            ('Zwiększyć liczbę przejazdów z 200 do 500', 200, 500),
            ('Osiągnąć NPS 45', None, 45),
            ('Otworzyć warsztat na południu', None, None)]),
        ('Warsztat godny zaufania', [
            ('Skrócić czas naprawy z 9 do 3 dni', 9, 3),
            ('95% odebranych telefonów', None, 95)])]),
    'sv': Model('sv', [
        ('Lånecykeln blir en vana', [
            ('Öka antalet resor från 200 till 500', 200, 500),
            ('Nå ett NPS på 45', None, 45),
            ('Öppna en verkstad i söder', None, None)]),
        ('En verkstad man litar på', [
            ('Minska reparationstiden från 9 till 3 dagar', 9, 3),
            ('95 % av samtalen besvarade', None, 95)])]),
})

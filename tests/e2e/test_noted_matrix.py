"""Every way to note beside or below a key result where it stands.

Key results and notes are multiplied; where each stands is known by
construction.  Notes that only look like readings must be none.
"""
import pytest

from test_result_matrix import read

# The key result, where it stands with its unit, the bare number, its value.
KEY_RESULTS = [
    ('Raise the renewal rate from 81% to 90%', '86%', '86', 86),
    ('Renewal rate of at least 90%', '86%', '86', 86),
    ('Cut the share of late deliveries to 4%', '5.5%', '5.5', 5.5),
    ('Availability of the booking site at 99.9%', '99.7%', '99.7', 99.7),
    ('Reach $1.2M in annual recurring revenue', '$1.05M', '1.05M', 1.05e6),
    ('Collect €80,000 in donations', '€63,500', '63,500', 63500),
    ('Keep travel costs under £12,000', '£10,400', '10,400', 10400),
    ('Cost per lead below $45', '$52', '52', 52),
    ('Sign 12 new partners', '9 partners', '9', 9),
    ('Train 40 guides for the summer', '31 guides', '31', 31),
    ('Plant 1,500 trees along the river', '1,320 trees', '1,320', 1320),
    ('25 new volunteers signed up', '17 volunteers', '17', 17),
    ('Open 3 repair cafés', '2 cafés', '2', 2),
    ('Fewer than 10 open security bugs', '14 bugs', '14', 14),
    ('At most 5 complaints a month', '3 complaints', '3', 3),
    ('Reduce open tickets from 400 to 150', '230 tickets', '230', 230),
    ('Median time to answer under 4 hours', '6 hours', '6', 6),
    ('Lead time from 14 days to 5 days', '8 days', '8', 8),
    ('Page load time below 2.5 seconds', '2.9 seconds', '2.9', 2.9),
    ('Lift eNPS from 18 to 35', '29', '29', 29),
    ('Customer satisfaction of 4.5', '4.3', '4.3', 4.3),
    ('CSAT of 4.5 out of 5', '4.2', '4.2', 4.2),
    ('10,000 visits to the new exhibition', '8,730 visits', '8,730', 8730),
    ('Get 60 schools to book a tour', '47 schools', '47', 47),
]
NOTES = [
    '{k} – now {n}', '{k} — reached {n}', '{k}: we got to {n}',
    '{k}. Now {n}.', '{k}. Reported: {n}.', '{k}. Currently {b}.',
    '{k}. Ended at {n}. The team was short of people in March.',
    '{k}; so far {n}', '{k} -> closed at {n}', '{k} | Actual: {n}',
    '{k} `NOT MET` ({n})', '{k}\n  {n}', '{k}\n  {b}.',
    '{k}\n  {n}. Going well!', '{k}\n  {n} last week.',
    '{k}\n  {b}, unchanged.', '{k}\n  {n} (less the month before).',
    '{k}\n  Only {n}.', '{k}\n  → {n}', '{k}\n  Now {b}.',
    '{k}\n  We are at {b} now, thanks to the new shift plan.',
    '{k}\n  2025-06-30: {n}', '{k}\n  Status: {n}, on track',
    '{k}\n  Status: in progress. Week 6: {n}.',
    '{k}\n  Final: {n} — 0.7', '{k}\n  - {n}', '{k}\n  - Now: {b}',
    '{k}\n  - {n} in May', '{k}\n  - came out at {n}, which is fine',
    '{k}\n  - As of 30 June: {n}', '{k}\n  - Status: {n}',
    '{k}\n  - Score 0.7. We reached {n}.', '{k}\n  > {n}',
    '{k}\n\n  > Result: {n}. Missed by a little.',
    '{k}\n\n  *Result: {n}.*', '{k}\n\n  *{n}, better than we feared.*',
    '{k}\n  - Week 3: {n}', '{k}\n  Stand 30.06.: {n}',
]
FAR = {
    'de': ([('Quote der Verlängerungen von mindestens 90 %', '86 %', 86),
            ('Durchlaufzeit von 14 auf 5 Tage senken', '8 Tage', 8),
            ('40 Lehrkräfte sind geschult', '31 Lehrkräfte', 31)],
           ['{k}\n  - Aktuell: {n}', '{k}\n  Stand 30.06.: {n}',
            '{k}\n  - {n}', '{k}\n  {n}, leider unverändert.',
            '{k} – bisher {n}',
            '{k}\n\n  *Erreicht: {n}.*', '{k}\n  Wir stehen bei {n}.',
            '{k}\n  > Bislang {n}, mehr im Herbst.',
            '{k}: wir sind bei {n}', '{k}\n  - Stand KW 12: {n}',
            '{k}\n  - Status Woche 24: {n}', '{k} – inzwischen {n}']),
    'fr': ([('Au moins 90 % des contrats renouvelés', '86 %', 86),
            ('Réduire le délai de 14 à 5 jours', '8 jours', 8),
            ('Former 40 bénévoles', '31 bénévoles', 31)],
           ['{k}\n  - Actuel : {n}', '{k}\n  Au 30 juin : {n}',
            '{k}\n  - {n}', '{k}\n  {n}, sans changement.',
            '{k} – à ce jour {n}',
            '{k}\n\n  *Réalisé : {n}.*', '{k}\n  Nous sommes à {n}.',
            '{k}\n  > {n} à ce jour, suite en septembre.',
            '{k} : nous en sommes à {n}',
            '{k}\n  - Situation au 30 juin : {n}',
            '{k} – pour le moment {n}']),
    'es': ([('Al menos 90% de contratos renovados', '86%', 86),
            ('Bajar el plazo de 14 a 5 días', '8 días', 8),
            ('Formar a 40 voluntarios', '31 voluntarios', 31)],
           ['{k}\n  - Actual: {n}', '{k}\n  Al 30 de junio: {n}',
            '{k}\n  - {n}', '{k}\n  {n}, sin cambios.',
            '{k} – llevamos {n}', '{k}\n\n  *Alcanzado: {n}.*',
            '{k}\n  Cerramos en {n}.', '{k} → cerramos en {n}',
            '{k}\n  > {n} hasta ahora, falta el sur.',
            '{k}\n  Situación a 30 de junio: {n}',
            '{k} – hasta la fecha {n}', '{k}\n  - Estado semana 9: {n}']),
    'pt': ([('Pelo menos 90% dos contratos renovados', '86%', 86),
            ('Reduzir o prazo de 14 para 5 dias', '8 dias', 8),
            ('Formar 40 voluntários', '31 voluntários', 31)],
           ['{k}\n  - Atual: {n}', '{k}\n  Em 30 de junho: {n}',
            '{k}\n  - {n}', '{k}\n  {n}, sem mudança.',
            '{k} – até agora {n}', '{k}\n\n  *Alcançado: {n}.*',
            '{k}\n  Fechamos em {n}.', '{k} → fechamos em {n}',
            '{k}\n  > {n} até agora, falta o sul.',
            '{k}\n  - Situação em 30 de junho: {n}',
            '{k} – até hoje {n}']),
    'nl': ([('Minstens 90% van de contracten verlengd', '86%', 86),
            ('Doorlooptijd van 14 naar 5 dagen', '8 dagen', 8),
            ('40 vrijwilligers opleiden', '31 vrijwilligers', 31)],
           ['{k}\n  - Huidig: {n}', '{k}\n  Stand 30 juni: {n}',
            '{k}\n  - {n}', '{k}\n  {n}, ongewijzigd.',
            '{k} – tot nu toe {n}',
            '{k}\n\n  *Behaald: {n}.*', '{k}\n  We zitten op {n}.',
            '{k}\n  > {n} tot nu toe, de rest later.',
            '{k}: we staan op {n}', '{k}\n  - Status week 24: {n}',
            '{k} – tot op heden {n}']),
    'it': ([('Almeno il 90% dei contratti rinnovati', '86%', 86),
            ('Ridurre i tempi da 14 a 5 giorni', '8 giorni', 8),
            ('Formare 40 volontari', '31 volontari', 31)],
           ['{k}\n  - Attuale: {n}', '{k}\n  - Situazione al 30 giugno: {n}',
            '{k} – per ora {n}', '{k}\n  - Finale: {n}']),
    'pl': ([('Co najmniej 90% umów przedłużonych', '86%', 86),
            ('Skrócić czas z 14 do 5 dni', '8 dni', 8),
            ('Przeszkolić 40 wolontariuszy', '31', 31)],
           ['{k}\n  - Obecnie: {n}', '{k} – na razie {n}',
            '{k} – jak dotąd {n}', '{k}\n  - Stan na dziś: {n}']),
    'sv': ([('Minst 90 % av avtalen förnyade', '86 %', 86),
            ('Handläggningstiden från 14 till 5 dagar', '8 dagar', 8),
            ('Utbilda 40 volontärer', '31 volontärer', 31)],
           ['{k}\n  - Nuläge: {n}', '{k}\n  - Status vecka 24: {n}',
            '{k} – hittills {n}', '{k}\n  - Utfall: {n}']),
    'ru': ([('Не менее 90 % договоров продлены', '86 %', 86),
            ('Сократить срок с 14 до 5 дней', '8 дней', 8)],
           ['{k}\n  - Сейчас: {n}', '{k} – пока {n}',
            '{k}\n  - Статус на 30.06: {n}']),
}
NO_READINGS = """\
3 partners in Asia
talk to 3 partners first
at least 9 partners by June
20 calls a day
budget 5,000
€5,000 budget
3 more in talks
9 planned
two workshops in May
needs 2 people
1. call list
see page 9
30 minutes each
9 partners to go
risk: 3 partners may leave
2025
due 30 June
30 June
5 days a week
+3
4 partners, 5 agencies
plan: 9 partners
goal: 9 partners
weight 3
priority 1
9:30 stand-up
9 or 10 partners
stretch: 15 partners
depends on 3 suppliers
target 12 partners
was 4 partners last year
baseline 4 partners
v9
last year 9 partners
9 partners per month
9 %""".split('\n')


def written(place, key_result, reading, bare=''):
    note = place.format(k=key_result, n=reading, b=bare)
    return f'## Key results\n\n- KR1: {note}\n- KR2: Agree on the budget\n'


def compare(okrsync, rows):
    """rows: (text, the value or None)"""
    krs = read(okrsync, [text for text, _ in rows])
    wrong = []
    for (text, want), kr in zip(rows, krs):
        now = kr['current'] if kr else 'no key result'
        got = now['value'] if isinstance(now, dict) else now
        if got != want:
            wrong.append(f'{text}wanted {want}, got {got}\n')
    assert not wrong, f'{len(wrong)} of {len(rows)}\n' + '\n'.join(wrong)


def is_share_done(place, key_result, reading):
    """A bare share behind "Result:" may be how much of it was done."""
    return ('Result:' in place and reading.endswith('%')
            and 'from' not in key_result and '5.5' not in reading)


def test_readings(okrsync):
    compare(okrsync, [
        (written(place, key_result, reading, bare), value)
        for place in NOTES
        for key_result, reading, bare, value in KEY_RESULTS
        if not is_share_done(place, key_result, reading)])


@pytest.mark.parametrize('tongue', FAR)
def test_readings_of_other_languages(okrsync, tongue):
    key_results, places = FAR[tongue]
    compare(okrsync, [(written(place, key_result, reading), value)
                      for place in places
                      for key_result, reading, value in key_results])


@pytest.mark.parametrize('place', ['{k}\n  - {n}', '{k}\n  {n}',
                                   '{k}\n\n  *{n}*'])
def test_notes_that_are_no_readings(okrsync, place):
    compare(okrsync, [(written(place, 'Sign 12 new partners', note), None)
                      for note in NO_READINGS])


def test_several_notes_are_parts_or_days(okrsync):
    text = '## Key results\n\n- KR1: Sign 12 new partners\n'
    compare(okrsync, [
        (text + '  - 3 partners\n  - 4 partners\n', None),
        (text + '  - May: 6 partners\n  - June: 12 partners\n', None),
        (text + '  - May: 6 partners\n  - June: 9 partners\n', 9),
        (text + '  - 30 June: 9 partners\n  - 31 May: 6 partners\n', 9),
        (text + '  - Week 3: 2 partners\n  - Week 6: 5 partners\n', 5),
    ])


def test_shares_behind_arrows_follow_the_others(okrsync):
    share = '- KR1: Retention of 92% => 88%\n'
    readings = share + '- KR2: 40 new shops => 43\n- KR3: 6 tours => 5\n'
    shares = share + '- KR2: 40 new shops => 90%\n- KR3: 6 tours => 80%\n'
    compare(okrsync, [('## Key results\n\n' + readings, 88),
                      ('## Key results\n\n' + shares, None)])


if __name__ == '__main__':
    pytest.main([__file__])

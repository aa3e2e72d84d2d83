"""What we print, we read back to the same: made-up OKRs, both layouts.

Objectives and key results are put together at random (with a seed) from the
parts that the manual names; a page is published from them and read back, and
both models are compared in all but what okr(5) says is on no page (LEFT_OUT).
"""
import json
import os
import pathlib
import random
import subprocess

import pytest
import test_checkins as checkins

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get('OKRSYNC', str(ROOT / 'build' / 'okrsync'))
OBJECTIVES = 40  # in a document; times four key results, two layouts, seeds
SEEDS = int(os.environ.get('OKRSYNC_SEEDS', '4'))

VERBS = {'up': ['Increase', 'Raise', 'Grow', 'Improve'],
         'down': ['Reduce', 'Cut', 'Lower', 'Decrease']}
MEASURES = ['trial conversion', 'answer time (median)', 'unit cost',
            'members in *good* standing', 'builds | deploys',
            'p95 of `search`', 'share of <new> parts', 'returns & refunds',
            'garden beds_in_use', 'calls [all lines]', '"helpful" votes',
            'energy per part #2', 'errors ~ retries', 'stock days!',
            '[visits](https://example.com/v) a day', 'посещаемость кружков',
            '订单满意度', 'جودة الردود', 'größe der ausfälle', 'zufriedenheit 🎈',
            'rooms · halls', 'parts; pieces', 'C1 parts (C1.2)', 'time: to land',
            '{{< x >}} calls', 'a\\*b ratio']
UNITS = ['{}%', '${}', '€{}k', '{} days', '{} ms', '{}', '{}x', '{}/10',
         '£{}', '{} hours', '{} min', '{} users', '{}M', '{}x/week', '{} kg']
TITLES = ['Make parcels arrive when promised', 'Fewer, better meetings',
          'Win the trust of small shops', 'A network that heals itself',
          'Care that starts at the door', 'Open data by default',
          'Teach what we know | share it', 'Ship small & often',
          'Be the *calm* one', 'Answers, not tickets: for all',
          'Q&A in <one> hour', 'Быть рядом с читателями', '让每个人都能参与',
          'كن قريبًا من الناس', 'Größer denken 🚀', 'Say "yes" [soon]',
          'One; two · three', 'C1 comes first', '10. of ten', 'KR: a word',
          'Objective: an aim', 'weight 2 · light', 'Risks: taken early']
OWNERS = ['Head of Support', 'CTO', 'VP Product', 'Operations lead', '',
          'Ana Lima, Bo Ek', '@lea', 'Éva Nagy & Per Ås', 'ops: night shift']
PEOPLE = ['', '', 'Cy Do', '@marten', 'Ina Öst, Bo Ek', 'ops team', 'Squad 7']
RESULTS = ['', '', ' => {p}%', ' => DONE', ' => WIP', ' => BLOCKED',
           ' => Deferred to Q4', ' => {n} of {m}',
           ' => {p}% (two of three sites)', ' => [DONE](https://example.com/d)',
           ' [{p}%](https://example.com/p)', ' => not started']
REMARKS = ['the old pier', 'ice; fog and wind', 'rain · snow', '"new" <rules>',
           'a part (C1.1) of it', 'Steg 3: ögon', 'less than 5% of *them*',
           'see [the map](https://example.com/map)', '2 of 3 boats', 'who: us']
FIELDS = {
    'DRI': ['@sol', 'Ida Berg'],
    'Type': ['Committed', 'Aspirational'],
    'Priority': ['P0', 'P1', 'High', 'very high'],
    'Confidence': ['70%', '0.4', '62.5%', '7/10'],
    'Level': ['Company', 'Department', 'Group', 'Individual'],
    'Team': ['Growth', 'Harbour & ferries', 'Ops', 'Größe', 'Клуб', 'Cascade',
             'Notes', 'Objectives', 'Q2 planners', 'Risks', 'Team 7'],
    'Region': ['EMEA', 'the north'],
    'Weight': ['2', '0.5', '30%', '0', '1'],
    'State': ['active', 'draft', 'review', 'closed'],
    'Status': ['on track', 'at risk', 'needs attention'],
    'Grade': ['0.6', '0.75', '1.0'],
    'Last check-in': ['2025-07-20'],
}
KR_FIELDS = {
    'Weight': ['2', '0.25', '0', '1'],
    'Due': ['2025-09-01', '1 September 2025'],
    'Confidence': ['80%', '0.35', '3/10'],
    'Status': ['On track', '🔴 slipping', 'At risk', 'yellow'],
    'Grade': ['0.7', '0.675', '1'],
    'Measure': ['the count'],
    'Period': ['Q4 2025'],
    'Leading/lagging': ['leading', 'lagging'],
}
LISTS = ['Risks', 'Dependencies', 'Initiatives', 'Notes', 'Blockers', 'Asks',
         'Mitigations']
KR_LISTS = ['Risks', 'Blockers', 'Asks', 'Mitigations', 'Notes']

# What no page carries, as okr(5) says under PAGES, and what is computed from
# that: the place in the source and the words a parent is named by.
LEFT_OUT = {'id', 'number', 'source', 'section', 'line', 'labels', 'moves',
            'created', 'updated', 'closed', 'frozen', 'parent', 'parents',
            'parent_key_result', 'children', 'ladders_up_to', 'key_results',
            'links', 'readings'}


def some(rng, fields, share):
    return [(name, rng.choice(values)) for name, values in fields.items()
            if rng.random() < share]


def number(rng):
    return rng.choice([rng.randint(1, 99), rng.randint(100, 9000),
                       rng.randint(1, 99) / 10])


def numbers(rng):
    unit = rng.choice(UNITS)
    low, high = sorted([number(rng), number(rng) + 100.7])
    if unit == '{}/10':
        low, high = rng.randint(1, 4), rng.randint(5, 10)
    return unit, low, high


def lists(rng, names, indent):
    """One remark in its line, several in a list."""
    lines = []
    for name in names:
        if rng.random() > .07:
            continue
        items = rng.sample(REMARKS, rng.choice([1, 1, 2, 3]))
        if len(items) == 1:
            lines += [f'{indent}- {name}: {items[0]}']
        else:
            lines += [f'{indent}- {name}:']
            lines += [f'{indent}  - {item}' for item in items]
    return lines


def lines_of(rng, text, *fields):
    owner = rng.choice(PEOPLE)
    told = [('Owner', owner), *fields, *some(rng, KR_FIELDS, .1)]
    return [text] + [f'  {name}: {value}' for name, value in told if value] + \
        lists(rng, KR_LISTS, '  ')


def thing(rng):
    return f'the {rng.choice(["portal", "depot", "course"])} ' \
        f'{rng.choice(["in the north", "for partners", "at night"])}'


def sentence(rng):
    """A result in a sentence, and whatever was written about it."""
    m = rng.randint(2, 20)
    result = rng.choice(RESULTS).format(
        p=rng.randint(0, 100), n=rng.randint(0, m), m=m)
    if rng.random() < .2:
        return lines_of(rng, f'Launch {thing(rng)}{result}')
    unit, low, high = numbers(rng)
    sense = rng.choice(['up', 'down'])
    first, second = (low, high) if sense == 'up' else (high, low)
    text = f'{rng.choice(VERBS[sense])} {rng.choice(MEASURES)}'
    if rng.random() < .3:
        text += f' to {unit.format(second)}'
    else:
        text += f' from {unit.format(first)} to {unit.format(second)}'
    return lines_of(rng, text + result)


def reading(rng):
    """Numbers in fields."""
    unit, low, high = numbers(rng)
    now = round(low + (high - low) * rng.random(), 1)
    return lines_of(rng, f'Improve {rng.choice(MEASURES)}',
                    ('From', unit.format(low)), ('To', unit.format(high)),
                    ('Now', unit.format(now)))


def tasks(rng):
    return lines_of(rng, f'Prepare {thing(rng)}') + [
        f'  - [{rng.choice("x ")}] step {i}' for i in range(3)]


def scored(rng):
    return lines_of(rng, f'Agree on {thing(rng)} (0.{rng.randint(1, 9)})')


def kept(rng):
    now = rng.choice(['99.5%', '99.99%'])
    return lines_of(rng, f'Keep uptime above 99.9% (currently {now})')


def counted(rng):
    """Counted from zero, since the start is a rate."""
    goal = rng.randint(5, 30)
    return lines_of(rng, f'Win {rng.choice(MEASURES)}', ('Kind', 'count'),
                    ('From', '8 deals/qtr'), ('To', f'{goal} deals'),
                    ('Now', f'{rng.randint(0, 30)} deals'))


def steps(rng):
    """A scoring of its own."""
    return lines_of(rng, f'Pass {thing(rng)}') + ['  - Scoring:'] + [
        f'    - [{rng.choice("x ")}] {worth}: step {worth}'
        for worth in ['0.3', '0.6', '1.0']]


def shipped(rng):
    return lines_of(rng, f'Open {thing(rng)}', ('Kind', 'yes/no'),
                    ('To', 'Shipped'),
                    ('Now', rng.choice(['Shipped', 'in review', 'drafted'])))


def key_result(rng, k):
    make = rng.choice([sentence, sentence, sentence, reading, tasks, scored,
                       kept, counted, steps, shipped])
    first, *more = make(rng)
    box = '[x] ' if rng.random() < .05 else ''
    return [f'- {box}KR{k}: {first}', *more]


def document(seed):
    rng = random.Random(seed)
    lines = ['# OKRs Q3 2025', '']
    titles = []
    for i in range(1, OBJECTIVES + 1):
        titles.append(f'{rng.choice(TITLES)} ({i})')
        lines += [f'## Objective {i}: {titles[-1]}', '']
        fields = {'Owner': rng.choice(OWNERS), **dict(some(rng, FIELDS, .2))}
        if i > 3 and rng.random() < .3:
            above = rng.sample(titles[:3], rng.choice([1, 1, 2]))
            fields['Ladders up to'] = rng.choice(
                ['; '.join(above), 'Objective 2 KR1', 'a plan of others'])
        lines += [f'**{name}**: {value}' for name, value in fields.items()
                  if value]
        lines += ['', *lists(rng, LISTS, ''), '']
        for k in range(1, rng.randint(2, 6)):
            lines += key_result(rng, k)
        lines.append('')
    return '\n'.join(lines)


def run(*words):
    done = subprocess.run([BINARY, *map(str, words), '--today', '2025-08-01'],
                          capture_output=True, encoding='utf-8', check=False,
                          env={'PATH': os.environ['PATH'], 'LC_ALL': 'C'})
    assert done.returncode == 0, done.stderr
    return done.stdout


def value(quantity):
    """A number as it is meant; how it was written may differ."""
    if not isinstance(quantity, dict) or 'unit' not in quantity:
        return quantity
    if quantity['value'] is None:
        return quantity['text']
    return quantity['value'], quantity['unit']


def said(thing):
    """All that a page says of an objective or a key result."""
    told = {name: value(what) for name, what in thing.items()
            if name not in LEFT_OUT}
    if told['result']:
        told['result'] = (told['result']['kind'],
                          round(told['result']['percent'] or 0, 2))
    if told.get('formula'):  # a share under "Now" is printed as "50% done",
        # and a number may be grouped in another way
        told['formula'] = told['formula'].replace(' done', '').replace(',', '')
    told['links'] = sorted({(x['text'], x['url']) for x in thing['links']})
    for newest in thing.get('readings', [])[-1:]:
        words = newest['text']  # on a page where they say more than the value
        if words and words != (newest['value'] or {}).get('text'):
            told['newest'] = newest['date'], words
    return told


def parents(o, model):
    """Of an objective, each by its title; the first may be a key result."""
    titles = {x['id']: x['title'] for x in model['objectives']}
    kr = o['parent_key_result']
    place = [i for x in model['objectives']
             for i, y in enumerate(x['key_results']) if y['id'] == kr]
    return [titles[x] for x in o['parents']] or o['ladders_up_to'], place


def of_objective(o, model):
    krs = [said(kr) for kr in o['key_results']]
    for kr in krs:
        kr['owner'] = kr['owner'] or o['owner']  # who holds it if nobody else
    return {**said(o), 'parents': parents(o, model), 'key_results': krs}


def told(model):
    return {o['title']: of_objective(o, model) for o in model['objectives']}


def differences(first, again, place=''):
    """Where two models are not the same, for a person to read."""
    if isinstance(first, dict) and isinstance(again, dict):
        return [x for name in first for x in differences(
            first[name], again.get(name), f'{place}/{name}')]
    if isinstance(first, list) and isinstance(again, list) and \
            len(first) == len(again) and place.endswith('key_results'):
        return [x for i, (a, b) in enumerate(zip(first, again))
                for x in differences(a, b, f"{place}/{a['text']}")]
    return [] if first == again else [(place, first, again)]


def there_and_back(folder, layout, source, *option):
    """What is read of a source, and of the page made from it."""
    pages = folder / 'pages'
    pages.mkdir()
    first = told(json.loads(run('grade', *option, source, '--json')))
    run('sync', '--quiet', '--from', source, '--publish', 'files',
        '--layout', layout, '--repository', pages, '--folder', 'okrs')
    page, = (p for p in pages.glob('okrs/*/index.md'))
    return first, told(json.loads(run('grade', page, '--json')))


def round_trip(folder, layout, seed):
    source = folder / 'source.md'
    source.write_text(document(seed), encoding='utf-8')
    return there_and_back(folder, layout, source)


LAYOUTS = pytest.mark.parametrize('layout', ['table', 'cascade'])


@LAYOUTS
@pytest.mark.parametrize('seed', range(1, SEEDS + 1))
def test_what_is_printed_is_read_back(tmp_path, layout, seed):
    first, again = round_trip(tmp_path, layout, seed)
    assert len(first) == OBJECTIVES
    assert sorted(again) == sorted(first)
    unlike = differences(first, again)
    assert not unlike, '\n'.join(map(str, unlike))


@LAYOUTS
@pytest.mark.parametrize('name', checkins.FILES)
def test_what_check_ins_told_is_read_back(tmp_path, layout, name):
    """Values, results and days of comments, as people write them."""
    source = tmp_path / 'okrs.snapshot'
    source.write_text(checkins.snapshot(
        checkins.cases(name), checkins.objectives()), encoding='utf-8')
    first, again = there_and_back(tmp_path, layout, source, '--from')
    assert sorted(again) == sorted(first)
    unlike = differences(first, again)
    assert not unlike, '\n'.join(map(str, unlike))

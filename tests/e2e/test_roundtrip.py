"""What we print, we read back to the same: made-up OKRs, both layouts.

Objectives and key results are put together at random (with a seed) from the
parts that the manual names; a page is published from them, read back, and all
that the page prints is compared with what was read from the source.
"""
import json
import os
import pathlib
import random
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get('OKRSYNC', str(ROOT / 'build' / 'okrsync'))
OBJECTIVES = 40  # in a document; times four key results, two layouts, seeds

VERBS = {'up': ['Increase', 'Raise', 'Grow', 'Improve'],
         'down': ['Reduce', 'Cut', 'Lower', 'Decrease']}
MEASURES = ['trial conversion', 'answer time (median)', 'unit cost',
            'members in *good* standing', 'builds | deploys',
            'p95 of `search`', 'share of <new> parts', 'returns & refunds',
            'garden beds_in_use', 'calls [all lines]', '"helpful" votes',
            'energy per part #2', 'errors ~ retries', 'stock days!',
            '[visits](https://example.com/v) a day', 'посещаемость кружков',
            '订单满意度', 'جودة الردود', 'größe der ausfälle', 'zufriedenheit 🎈',
            'rooms · halls', '{{< x >}} calls', 'a\\*b ratio']
UNITS = ['{}%', '${}', '€{}k', '{} days', '{} ms', '{}', '{}x', '{}/10',
         '£{}', '{} hours', '{} min', '{} users', '{}M', '{}x/week', '{} kg']
TITLES = ['Make parcels arrive when promised', 'Fewer, better meetings',
          'Win the trust of small shops', 'A network that heals itself',
          'Care that starts at the door', 'Open data by default',
          'Teach what we know | share it', 'Ship small & often',
          'Be the *calm* one', 'Answers, not tickets: for all',
          'Q&A in <one> hour', 'Быть рядом с читателями', '让每个人都能参与',
          'كن قريبًا من الناس', 'Größer denken 🚀', 'Say "yes" [soon]']
OWNERS = ['Head of Support', 'CTO', 'VP Product', 'Operations lead', '',
          'Ana Lima, Bo Ek', '@lea', 'Éva Nagy & Per Ås']
PEOPLE = ['', '', 'Cy Do', '@marten', 'Ina Öst, Bo Ek']
RESULTS = ['', '', ' => {p}%', ' => DONE', ' => WIP', ' => BLOCKED',
           ' => Deferred to Q4', ' => {n} of {m}',
           ' => {p}% (two of three sites)', ' => [DONE](https://example.com/d)',
           ' [{p}%](https://example.com/p)', ' => not started']
FIELDS = {
    'DRI': ['@sol', 'Ida Berg'],
    'Type': ['Committed', 'Aspirational'],
    'Priority': ['P0', 'P1', 'High'],
    'Confidence': ['70%', '0.4'],
    'Level': ['Company', 'Department', 'Group', 'Individual'],
    'Team': ['Growth', 'Harbour & ferries', 'Ops'],
    'Risks': ['the old pier'],
    'Dependencies': ['the harbour master'],
    'Initiatives': ['paint the boats'],
}


def number(rng):
    return rng.choice([rng.randint(1, 99), rng.randint(100, 9000),
                       rng.randint(1, 99) / 10])


def numbers(rng):
    unit = rng.choice(UNITS)
    low, high = sorted({number(rng), number(rng) + 100.5})
    if unit == '{}/10':
        low, high = rng.randint(1, 4), rng.randint(5, 10)
    return unit, low, high


def lines_of(rng, text, *fields):
    owner = rng.choice(PEOPLE)
    return [text] + [f'  {name}: {value}' for name, value in
                     [('Owner', owner), *fields] if value]


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


def key_result(rng, k):
    make = rng.choice([sentence, sentence, sentence, reading, tasks, scored,
                       kept])
    first, *more = make(rng)
    return [f'- KR{k}: {first}', *more]


def document(seed):
    rng = random.Random(seed)
    lines = ['# OKRs Q3 2025', '']
    titles = []
    for i in range(1, OBJECTIVES + 1):
        titles.append(f'{rng.choice(TITLES)} ({i})')
        lines += [f'## Objective {i}: {titles[-1]}', '']
        fields = {'Owner': rng.choice(OWNERS)}
        for name, values in FIELDS.items():
            if rng.random() < .3:
                fields[name] = rng.choice(values)
        if i > 3 and rng.random() < .3:
            fields['Ladders up to'] = titles[rng.randint(0, 2)]
        lines += [f'**{name}**: {value}' for name, value in fields.items()
                  if value]
        lines.append('')
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
    if not quantity or quantity['value'] is None:
        return None
    return quantity['value'], quantity['unit']


def result_of(kr, layout):
    """A share is printed of tasks, in the cascade of all that is graded."""
    own = kr['result']
    shares = ['tasks', 'result'] + ['stated'] * (layout == 'cascade')
    if kr['grade'] is not None and kr['grade_source'] in shares:
        return 'share'
    return own and (own['kind'], own['percent'])


def said_of(kr, objective, layout):
    return {'text': kr['text'], 'owner': kr['owner'] or objective['owner'],
            'from': value(kr['baseline']), 'to': value(kr['target']),
            'now': value(kr['current']), 'comparator': kr['comparator'],
            'grade': kr['grade'], 'counts': kr['counts'],
            'result': result_of(kr, layout)}


def parent_of(objective, titles):
    return titles.get(objective['parent']) or objective['ladders_up_to']


def said(model, layout):
    """All that a page prints, by the objective's title."""
    titles = {o['id']: o['title'] for o in model['objectives']}
    told = {}
    for o in model['objectives']:
        names = ['owner', 'period']
        if layout == 'table':
            names += ['grade', 'risks', 'dependencies', 'initiatives']
        if layout == 'table' or not parent_of(o, titles):
            names += ['dri', 'type', 'priority', 'confidence']
        if layout == 'table' and not (o['team'] and o['level']):
            names += ['team', 'level']  # a section is named by one of them
        told[o['title']] = {name: o[name] for name in names}
        told[o['title']]['parent'] = parent_of(o, titles)
        told[o['title']]['key_results'] = [
            said_of(kr, o, layout) for kr in o['key_results']]
    return told


@pytest.mark.parametrize('layout', ['table', 'cascade'])
@pytest.mark.parametrize('seed', [1, 2, 3, 4])
def test_what_is_printed_is_read_back(tmp_path, layout, seed):
    source, pages = tmp_path / 'source.md', tmp_path / 'pages'
    source.write_text(document(seed), encoding='utf-8')
    pages.mkdir()
    first = said(json.loads(run('grade', source, '--json')), layout)
    assert len(first) == OBJECTIVES
    run('sync', '--quiet', '--from', source, '--publish', 'files',
        '--layout', layout, '--repository', pages, '--folder', 'okrs')
    page, = (p for p in pages.rglob('*.md')
             if 'q3' in str(p.relative_to(pages)).lower())
    again = said(json.loads(run('grade', page, '--json')), layout)
    assert sorted(again) == sorted(first)
    for title, one in first.items():
        assert {name: again[title][name] for name in one} == one

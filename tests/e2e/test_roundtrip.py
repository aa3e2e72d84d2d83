"""What we print, we read back to the same: made-up OKRs, both layouts.

Key results are put together at random (with a seed) from the parts that the
manual names; a page is published from them, read back, and compared with what
was read from the source.
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
            'energy per part #2', 'errors ~ retries', 'stock days!']
UNITS = ['{}%', '${}', '€{}k', '{} days', '{} ms', '{}', '{}x', '{}/10']
TITLES = ['Make parcels arrive when promised', 'Fewer, better meetings',
          'Win the trust of small shops', 'A network that heals itself',
          'Care that starts at the door', 'Open data by default',
          'Teach what we know | share it', 'Ship small & often',
          'Be the *calm* one', 'Answers, not tickets: for all']
OWNERS = ['Head of Support', 'CTO', 'VP Product', 'Operations lead', '']
RESULTS = ['', '', ' => {p}%', ' => DONE', ' => WIP', ' => BLOCKED',
           ' => Deferred to Q4', ' => {n} of {m}',
           ' => {p}% (two of three sites)']


def number(rng):
    return rng.choice([rng.randint(1, 99), rng.randint(100, 9000),
                       rng.randint(1, 99) / 10])


def key_result(rng):
    way = rng.choice(['pair', 'pair', 'pair', 'target', 'make'])
    if way == 'make':
        text = f'Launch the {rng.choice(["portal", "depot", "course"])}' \
               f' {rng.choice(["in the north", "for partners", "at night"])}'
    else:
        unit = rng.choice(UNITS)
        low, high = sorted({number(rng), number(rng) + 100.5})
        if unit == '{}/10':
            low, high = rng.randint(1, 4), rng.randint(5, 10)
        sense = rng.choice(['up', 'down'])
        first, second = (low, high) if sense == 'up' else (high, low)
        text = f'{rng.choice(VERBS[sense])} {rng.choice(MEASURES)}'
        if way == 'pair':
            text += f' from {unit.format(first)} to {unit.format(second)}'
        else:
            text += f' to {unit.format(second)}'
    m = rng.randint(2, 20)
    return text + rng.choice(RESULTS).format(
        p=rng.randint(0, 100), n=rng.randint(0, m), m=m)


def document(seed):
    rng = random.Random(seed)
    lines = ['# OKRs Q3 2025', '']
    for i in range(1, OBJECTIVES + 1):
        lines += [f'## Objective {i}: {rng.choice(TITLES)} ({i})', '']
        owner = rng.choice(OWNERS)
        if owner:
            lines += [f'**Owner**: {owner}', '']
        lines += [f'- KR{k}: {key_result(rng)}'
                  for k in range(1, rng.randint(2, 5))]
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


def said(model):
    """What a page must not change, in order."""
    return [(o['title'], o['owner'], o['grade'], o['period'],
             [(kr['text'], value(kr['baseline']), value(kr['target']),
               value(kr['current']), kr['comparator'], kr['grade'],
               kr['counts'], kr['result'] and (kr['result']['kind'],
                                               kr['result']['percent']))
              for kr in o['key_results']]) for o in model['objectives']]


@pytest.mark.parametrize('layout', ['table', 'cascade'])
@pytest.mark.parametrize('seed', [1, 2])
def test_what_is_printed_is_read_back(tmp_path, layout, seed):
    source, pages = tmp_path / 'source.md', tmp_path / 'pages'
    source.write_text(document(seed), encoding='utf-8')
    pages.mkdir()
    first = said(json.loads(run('grade', source, '--json')))
    assert len(first) == OBJECTIVES
    run('sync', '--quiet', '--from', source, '--publish', 'files',
        '--layout', layout, '--repository', pages, '--folder', 'okrs')
    page, = (p for p in pages.rglob('*.md')
             if 'q3' in str(p.relative_to(pages)).lower())
    again = said(json.loads(run('grade', page, '--json')))
    assert [o[0] for o in again] == [o[0] for o in first]
    for one, other in zip(first, again):
        assert other == one

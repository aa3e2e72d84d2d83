"""okrsync grade: the seed documents, the contract, and plain files."""
import json

import jsonschema
import pytest

from conftest import ROOT

SEEDS = ROOT.parent / 'shared' / 'seeds'


@pytest.fixture
def seeds():
    if not SEEDS.is_dir():
        pytest.skip('shared/seeds is not there')
    return SEEDS


def model(done):
    assert done.status == 0, done
    read = json.loads(done.out)
    schema = json.loads((ROOT / 'docs/model.schema.json').read_text())
    jsonschema.validate(read, schema)
    return read


def key_results(read):
    return [kr for o in read['objectives'] for kr in o['key_results']]


def test_table_seed_has_the_stated_grades(okrsync, seeds):
    path = seeds / 'okr-definitions-q1-2025.md'
    read = model(okrsync('grade', path, '--json'))
    krs = key_results(read)
    assert len(read['objectives']) == 6 and len(krs) == 24
    assert all(kr['stated_grade'] is not None for kr in krs)
    computed = [kr for kr in krs if kr['grade_source'] == 'computed']
    assert len(computed) == 22
    equal = [kr for kr in computed if kr['grade'] == kr['stated_grade']]
    assert len(equal) >= 19
    assert read['period']['start'] == '2025-01-01'
    assert read['period']['end'] == '2025-03-31'
    assert read['as_of'] == '2025-02-01'


def test_table_seed_explains_the_three_that_differ(okrsync, seeds):
    path = seeds / 'okr-definitions-q1-2025.md'
    read = model(okrsync('grade', path, '--json'))
    by_text = {kr['text']: kr for kr in key_results(read)}
    p99 = next(kr for t, kr in by_text.items() if 'p99' in t)
    regions = next(kr for t, kr in by_text.items() if 'multi-region' in t)
    deals = next(kr for t, kr in by_text.items() if '15 new' in t)
    assert (p99['grade'], regions['grade'], deals['grade']) == (
        0.63, 0.5, 0.4)
    lines = {kr['line'] for kr in (p99, regions, deals)}
    named = [f for f in read['findings'] if f['line'] in lines]
    assert {f['line'] for f in named} == lines
    text = ' '.join(f['message'] for f in named)
    for word in ('0.56', '0.63', '0.67', '0.50', '0.40'):
        assert word in text, text


def test_cascade_seed_counts(okrsync, seeds):
    read = model(okrsync('grade', seeds / 'fy21-q1-okrs.md', '--json'))
    krs = key_results(read)
    assert len(read['objectives']) == 138
    assert len(krs) == 336
    kinds = [kr['result']['kind'] for kr in krs if kr['result']]
    assert {k: kinds.count(k) for k in set(kinds)} == {
        'percent': 37, 'done': 14, 'wip': 3, 'deferred': 2, 'blocked': 1,
        'note': 3}
    assert sum(bool(o['result']) for o in read['objectives']) == 8
    assert read['period']['start'] == '2020-02-01'
    assert read['period']['end'] == '2020-04-30'


@pytest.mark.parametrize('name', ['csm-okrs.md', 'okr-practice.md',
                                  'okrs-for-customer-success.md'])
def test_pages_without_okrs_have_none(okrsync, seeds, name):
    read = model(okrsync('grade', seeds / name, '--json'))
    assert read['objectives'] == []


def test_table_for_people(okrsync):
    text = ('# Q1 2025\n\n## Objective: Win\n\n'
            '- KR1: Raise revenue from $10M to $20M (currently $15M)\n')
    done = okrsync('grade', '-', stdin=text)
    assert done.status == 0, done
    assert '0.50' in done.out and 'Win' in done.out
    assert '(15M - 10M) / (20M - 10M)' in done.out


def test_no_okrs_says_what_to_do(okrsync):
    done = okrsync('grade', '-', stdin='Nothing here.\n')
    assert done.status == 0 and 'no OKRs found' in done.out


def test_no_file_is_a_mistake(okrsync):
    done = okrsync('grade')
    assert done.status == 2 and 'no file' in done.error


def test_a_file_that_is_not_there(okrsync):
    done = okrsync('grade', 'nothing.md')
    assert done.status == 3 and 'nothing.md' in done.error


def test_explain_goes_line_by_line(okrsync):
    done = okrsync('grade', '-', '--explain', stdin=(
        '## Objective: Win\n\n- KR1: Raise x from 1 to 3 (currently 2)\n'))
    assert done.status == 0, done
    assert '    1  objective' in done.out
    assert '    3  key result' in done.out


def test_same_bytes_in_any_locale(okrsync):
    text = '## Objective: Win\n\n- KR1: Raise x from 1.5 to 3 (now 2)\n'
    plain = okrsync('grade', '-', '--json', stdin=text)
    other = okrsync('grade', '-', '--json', stdin=text,
                    env={'LC_ALL': 'de_DE.UTF-8', 'TZ': 'Asia/Tokyo'})
    assert plain.out == other.out

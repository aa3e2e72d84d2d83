#!/usr/bin/python3
"""How much of pages, sentences and check-ins is read right: see README.md.

measure.py [-v] [NAME ...]   -v says what is wrong
"""
import collections
import json
import pathlib
import sys
import tempfile

from alike import (ENOUGH, HERE, grade, is_close, is_result, is_triple,
                   likeness, number, share, value)

sys.path.insert(0, str(HERE.parent / 'e2e'))
from test_checkins import snapshot  # noqa: E402

PER_PAGE = 5  # sentences
DAY = '2025-03-10'


def pair(wants, gots):
    """{place in wants: place in gots}, the likest first."""
    found = sorted((-round(likeness(want, got), 3), abs(i - j), i, j)
                   for i, want in enumerate(wants)
                   for j, got in enumerate(gots))
    pairs, taken = {}, set()
    for like, _, i, j in found:
        if -like >= ENOUGH and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def count_numbers(want, kr, sums, wrong):
    """What is claimed of a key result, and what of it is true."""
    sums['triples'] += 1
    if is_triple(want, kr):
        sums['right triples'] += 1
    else:
        wrong.append(f'numbers of {kr["text"]!r}: wanted {want}')
    if want.get('any'):
        return
    factor = str(want.get('to') or '').startswith('x')
    known = [number(want.get(x)) for x in ('from', 'to', 'now')
             if not str(want.get(x) or '').startswith('x')]
    for name in ('baseline', 'target', 'current'):
        got = value(kr[name])
        if got is None:
            continue
        sums['claims'] += 1
        if factor or any(is_close(got, x) for x in known if x is not None):
            sums['true claims'] += 1
        else:
            wrong.append(f'{name} {got} of {kr["text"]!r}')


def count_result(want, item, sums, wrong):
    if not want and not item['result']:
        return
    sums['results'] += 1
    if is_result(want, item):
        sums['right results'] += 1
    else:
        wrong.append(f'result {item["result"]}: wanted {want}')


def measure_page(path, sums):
    expected = path.with_suffix('.json')
    wants = (json.loads(expected.read_text('utf-8'))['objectives']
             if expected.exists() else [])
    gots = grade(path)['objectives']
    levels = [([o for o in wants if o['title']], gots, 'title'),
              ([k for o in wants for k in o['krs']],
               [k for o in gots for k in o['key_results']], 'text')]
    wrong = []
    for want, got, text in levels:
        pairs = pair([w[text] for w in want], [g[text] for g in got])
        sums['wanted'] += len(want)
        sums['found'] += len(pairs)
        sums['claims'] += len(got)
        sums['true claims'] += len(pairs)
        wrong += [f'missing {w[text]!r}' for i, w in enumerate(want)
                  if i not in pairs]
        wrong += [f'invented {g[text]!r}' for j, g in enumerate(got)
                  if j not in pairs.values()]
        for i, j in pairs.items():
            if text == 'text':
                count_numbers(want[i], got[j], sums, wrong)
            count_result(want[i].get('result'), got[j], sums, wrong)
    return wrong


def wanted_of(row):
    """A row of a file of sentences as a page's expectation."""
    _, start, to, unit, now, result = row
    want = {'unit': '' if unit == '-' else unit, 'any': '?' in (start, to)}
    for name, text in (('from', start), ('to', to), ('now', now)):
        want[name] = None if text == '-' else text
    if to.startswith('by '):
        want.update(to=to[3:].strip(), by=True)
    if result != '-':
        kind, _, percent = result.partition(' ')
        want['result'] = {'kind': kind, 'percent': percent or None}
    return want


def measure_sentences(path, sums):
    rows = [line.split('\t') for line in path.read_text('utf-8').split('\n')
            if line]
    wrong = []
    for at in range(0, len(rows), PER_PAGE):
        part = rows[at:at + PER_PAGE]
        with tempfile.NamedTemporaryFile('w', suffix='.md') as page:
            page.write('# Q1\n\n## Objective: Be better\n\n' + ''.join(
                f'- KR{i}: {row[0]}\n' for i, row in enumerate(part, 1)))
            page.flush()
            objectives = grade(page.name)['objectives']
        lines = {k['line']: k for o in objectives for k in o['key_results']}
        for line, row in enumerate(part, 5):
            sums['wanted'] += 1
            if line not in lines:
                wrong.append(f'missing {row[0]!r}')
                continue
            sums['found'] += 1
            want = wanted_of(row)
            count_numbers(want, lines[line], sums, wrong)
            count_result(want.get('result'), lines[line], sums, wrong)
    return wrong


def read_comments(cases):
    """The objectives of issues with these comments."""
    found, texts = [], {}
    for i, case in enumerate(cases):
        texts[str(i)] = '## Key Results\n\n' + ''.join(
            f'{n}. {text}\n' for n, text in enumerate(case['krs'], 1))
        found.append({'about': str(i), 'notes': [
            [DAY, 'member', '', case['comment'].split('\n')]]})
    with tempfile.NamedTemporaryFile('w', suffix='.snapshot') as file:
        file.write(snapshot(found, texts))
        file.flush()
        return grade('--from', file.name)['objectives']


def measure_comments(folder, sums):
    paths = sorted(folder.glob('*.json'))
    cases = [json.loads(path.read_text('utf-8')) for path in paths]
    silent = [{**case, 'comment': 'Thanks!'} for case in cases]
    wrong = []
    for path, case, now, before in zip(paths, cases, read_comments(cases),
                                       read_comments(silent)):
        wants = {r[0]: r for r in case['expect']['readings']}
        for n, (kr, was) in enumerate(zip(now['key_results'],
                                          before['key_results']), 1):
            want = number(wants[n][1]) if n in wants else None
            told = kr['readings'] or kr['current'] != was['current']
            got = value(kr['current']) if told else None
            if want is not None:
                sums['wanted'] += 1
                sums['found'] += is_close(want, got)
            if got is not None:
                sums['claims'] += 1
                sums['true claims'] += is_close(want, got)
            if not is_close(want, got):
                wrong.append(f'{path.name} {n}: {got}, wanted {want}')
    return wrong


def measure(path, verbose):
    sums, pages, right = collections.Counter(), 0, 0
    if path.suffix == '.tsv':
        parts = [(path, measure_sentences(path, sums))]
    elif path.name.startswith('checkins'):
        parts = [(path, measure_comments(path, sums))]
    else:
        parts = [(page, measure_page(page, sums))
                 for page in sorted(path.glob('[0-9][0-9].*'))
                 if page.suffix != '.json']
    for page, wrong in parts:
        pages += 1
        right += not wrong
        if verbose and wrong:
            print(f'{page.relative_to(HERE)}', *wrong, sep='\n    ')
    print(f'{path.stem:12} found {share(sums["found"], sums["wanted"])},'
          f' triples {share(sums["right triples"], sums["triples"])},'
          f' claims {share(sums["true claims"], sums["claims"])},'
          f' results {share(sums["right results"], sums["results"])}'
          + (f', all right {right} of {pages}' if pages > 1 else ''))


def set_of(name):
    """The set of that name, a folder or a file of sentences."""
    for path in (HERE / name, HERE / f'{name}.tsv'):
        if path.exists():
            return path
    sys.exit(f'measure.py: there is no set {name!r}')


def main():
    names = [a for a in sys.argv[1:] if a != '-v']
    paths = [set_of(name) for name in names] or sorted(
        path for path in HERE.iterdir()
        if path.suffix == '.tsv'
        or (path.is_dir() and not path.name.startswith('_')))
    for path in paths:
        measure(pathlib.Path(path), '-v' in sys.argv[1:])


if __name__ == '__main__':
    main()

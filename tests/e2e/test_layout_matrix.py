"""okrsync grade: the same OKRs are read from any layout people give them.

Every pair of values of two axes is a page, the other axes by chance of a
fixed seed; `make check` takes a part of these pairs, `make check-long` all of
them several times (OKRSYNC_LAYOUTS, pages for each pair).
"""
import collections
import itertools
import json
import os
import random
import subprocess

import pytest

import layouts
from conftest import BINARY

SHARE = float(os.environ.get('OKRSYNC_LAYOUTS', '0.06'))
BATCH = 400     # pages for one run of the program
ENGLISH = [name for name, m in layouts.MODELS.items() if m.lang == 'en']
FOREIGN = [name for name, m in layouts.MODELS.items() if m.lang != 'en']
AXES = {'frame': layouts.FRAMES, 'head': layouts.HEADS,
        'intro': layouts.INTROS, 'item': layouts.ITEMS}
Layout = collections.namedtuple('Layout', [
    'model', 'frame', 'head', 'intro', 'item', 'noise', 'dress'])


def is_of_language(page):
    """May that page be written in the language of its model?"""
    if page.model in ENGLISH:
        return True
    return (layouts.FRAMES[page.frame][2] and page.noise == 'none' and
            page.intro not in layouts.ENGLISH_INTROS and
            ' for ' not in page.intro and 'Goal' not in page.head and
            not page.item.startswith('table') and
            page.dress not in ('(Owner: Ana)', '(weight 30%)'))


def any_layout(rnd, fixed):
    """A reasonable layout with these values, or None where there is none."""
    for _ in range(60):
        page = Layout(
            model=rnd.choice(ENGLISH * 4 + FOREIGN),
            frame=rnd.choice(list(layouts.FRAMES)),
            head=rnd.choice(list(layouts.HEADS)),
            intro=rnd.choice(['none'] * 20 + list(layouts.INTROS)),
            item=rnd.choice(list(layouts.ITEMS)),
            noise=rnd.choice(['none'] * 30 + list(layouts.NOISE)),
            dress=rnd.choice(['plain'] * 30 + list(layouts.DRESS)),
        )._replace(**fixed)
        if is_of_language(page) and layouts.reasonable(
                *page[1:], lang=layouts.MODELS[page.model].lang):
            return page
    return None


def matrix(seed, share):
    """So many pages for each pair of values; a fraction is a chance."""
    rnd = random.Random(seed)
    for (a, left), (b, right) in itertools.combinations(AXES.items(), 2):
        for x, y in itertools.product(left, right):
            for _ in range(int(share + rnd.random())):
                page = any_layout(rnd, {a: x, b: y})
                if page:
                    yield page


def text_of(page):
    return layouts.page(layouts.MODELS[page.model], *page[1:])


def read(texts, folder):
    """The objectives of each text, all read in one run."""
    names = []
    for n, text in enumerate(texts):
        name = folder / f'{n}.md'
        name.write_bytes(text.encode())
        names.append(str(name))
    done = subprocess.run([BINARY, 'grade', '--json', *names],
                          capture_output=True,
                          env={'PATH': os.environ['PATH'], 'LC_ALL': 'C'})
    assert done.returncode == 0, done.stderr.decode()
    found = collections.defaultdict(list)
    for objective in json.loads(done.stdout)['objectives']:
        found[objective['source']['file']].append(objective)
    return [{'objectives': found[name]} for name in names]


def failures(pages, folder):
    for start in range(0, len(pages), BATCH):
        batch = pages[start:start + BATCH]
        readings = read([text_of(page) for page in batch], folder)
        for page, reading in zip(batch, readings):
            what = layouts.wrong(layouts.MODELS[page.model], reading,
                                 page.noise, page.dress)
            if what:
                yield page, what


def told(failed):
    """The failures in a line each, and the text of the first."""
    lines = [' | '.join(page) + ' => ' + what for page, what in failed]
    return '\n'.join(lines[:40] + [text_of(failed[0][0])])


def test_every_layout_gives_the_same_okrs_back(tmp_path):
    pages = list(matrix(1, SHARE))
    failed = list(failures(pages, tmp_path))
    assert not failed, f'{len(failed)} of {len(pages)}\n' + told(failed)


def test_every_value_of_an_axis_is_in_some_page():
    used = collections.defaultdict(set)
    for page in matrix(1, SHARE):
        for axis, value in page._asdict().items():
            used[axis].add(value)
    for axis, values in AXES.items():
        assert used[axis] == set(values)
    assert used['model'] == set(layouts.MODELS)
    assert used['noise'] == set(layouts.NOISE)
    assert used['dress'] == set(layouts.DRESS)


@pytest.mark.parametrize('whole', layouts.WHOLES)
def test_tables_sections_and_lines_of_many_give_them_back(whole, tmp_path):
    models = [layouts.MODELS[name] for name in ENGLISH]
    readings = read([layouts.whole_page(m, whole) for m in models], tmp_path)
    wrong = [layouts.wrong(m, reading)
             for m, reading in zip(models, readings)]
    assert wrong == [None] * len(models), layouts.whole_page(
        models[0], whole)

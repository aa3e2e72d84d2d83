#!/usr/bin/python3
"""Whole documents: each folder here is a case.

    input.md or input.snapshot   what is read
    flags                        more flags, one a line (optional)
    model.json                   what 'okrsync grade --json' must print
    outline.txt                  the same in a line for each OKR, outline.py
    table.txt                    what 'okrsync grade' must print
    pages/                       what 'okrsync sync --publish files' must write

    golden.py            compares all, exit status 1 if any differs
    golden.py --write    rewrites what is expected; read the diff as code

A case holds only the expectations that matter to it: --write renews those
that are there; `touch model.json` or `mkdir pages` begins a new one.
"""
import difflib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import outline

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TODAY = '2025-02-08'


def binary():
    return os.environ.get('OKRSYNC', str(ROOT / 'build' / 'okrsync'))


def cases():
    return sorted(path.parent for path in HERE.glob('*/input.*'))


def run(case, *words):
    flags = case / 'flags'
    more = flags.read_text().splitlines() if flags.exists() else []
    env = {'PATH': os.environ['PATH'], 'LC_ALL': 'C'}
    done = subprocess.run([binary(), *words, '--today', TODAY, *more],
                          cwd=case, env=env, capture_output=True,
                          encoding='utf-8', check=False)
    if done.returncode:
        raise SystemExit(f'{case.name}: {done.stderr}')
    return done.stdout


def source(case):
    return next(case.glob('input.*')).name


def made_pages(case):
    with tempfile.TemporaryDirectory() as folder:
        run(case, 'sync', '--quiet', '--from', source(case), '--publish',
            'files', '--repository', folder, '--folder', 'pages')
        return {f'pages/{p.relative_to(pathlib.Path(folder, "pages"))}':
                p.read_text(encoding='utf-8')
                for p in sorted(pathlib.Path(folder).rglob('*'))
                if p.is_file()}


def made(case):
    """{name: text} of everything the case has expectations for."""
    files = {}
    if (case / 'model.json').exists():
        files['model.json'] = run(case, 'grade', source(case), '--json')
    if (case / 'outline.txt').exists():
        model = json.loads(run(case, 'grade', source(case), '--json'))
        files['outline.txt'] = outline.outline(model)
    if (case / 'table.txt').exists():
        files['table.txt'] = run(case, 'grade', source(case))
    if (case / 'pages').exists():
        files.update(made_pages(case))
    return files


def expected(case):
    names = [p for p in (case / 'model.json', case / 'outline.txt',
                         case / 'table.txt') if p.exists()]
    names += [p for p in sorted((case / 'pages').rglob('*')) if p.is_file()]
    return {str(p.relative_to(case)): p.read_text(encoding='utf-8')
            for p in names}


def difference(case):
    """A unified diff, empty when all is as expected."""
    want, got = expected(case), made(case)
    lines = []
    for name in sorted(want.keys() | got.keys()):
        lines += difflib.unified_diff(
            want.get(name, '').splitlines(True),
            got.get(name, '').splitlines(True),
            f'expected/{case.name}/{name}', f'made/{case.name}/{name}')
    return ''.join(lines)


def write(case):
    new = made(case)
    for name in expected(case).keys() - new.keys():
        (case / name).unlink()
    for name, text in new.items():
        (case / name).parent.mkdir(parents=True, exist_ok=True)
        (case / name).write_text(text, encoding='utf-8')


def main():
    if sys.argv[1:] == ['--write']:
        for case in cases():
            write(case)
        return 0
    differences = [difference(case) for case in cases()]
    print(''.join(differences), end='')
    return 1 if any(differences) else 0


if __name__ == '__main__':
    sys.exit(main())

#!/usr/bin/env python3
"""Every relative link in our documents names a file that is there."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINK = re.compile(r'\[[^\]]*\]\(([^)\s#]+)(#[^)\s]*)?\)')


def documents():
    for pattern in ('*.md', 'docs/**/*.md', 'tests/*/README.md'):
        yield from sorted(ROOT.glob(pattern))


def broken_links(path):
    text = re.sub(r'```.*?```', '', path.read_text(encoding='utf-8'),
                  flags=re.S)
    for match in LINK.finditer(re.sub(r'`[^`]*`', '', text)):
        target = match.group(1)
        if not re.match(r'[a-z]+:', target):
            if not (path.parent / target).exists():
                yield target


def main():
    faults = [f'{path.relative_to(ROOT)}: no such file: {target}'
              for path in documents() for target in broken_links(path)]
    print('\n'.join(faults) or 'links: all lead somewhere')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())

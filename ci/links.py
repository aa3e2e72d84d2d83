#!/usr/bin/env python3
"""Every relative link in our documents leads to a file that is there, with
its anchor to a heading of that file; every reference between our manuals to
one of them."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINK = re.compile(r'\[[^\]]*\]\(([^)\s#]*)(?:#([^)\s]*))?\)')
XREF = re.compile(r'^\.(?:It )?Xr (okr\S*) (\d)', re.M)


def documents():
    for pattern in ('*.md', 'docs/**/*.md', 'tests/*/README.md'):
        yield from sorted(ROOT.glob(pattern))


def prose(path):
    """The text without what is code."""
    text = re.sub(r'^ *```.*?^ *```', '', path.read_text(encoding='utf-8'),
                  flags=re.M | re.S)
    return re.sub(r'`([^`]*)`', lambda m: re.sub(r'\W', ' ', m[1]), text)


def anchors(path):
    """Of the headings, as GitLab makes them."""
    for heading in re.findall(r'^#+ (.*)$', path.read_text('utf-8'), re.M):
        yield re.sub(r'[^\w -]', '', heading.lower()).replace(' ', '-')


def broken_links(path):
    for target, anchor in LINK.findall(prose(path)):
        if re.match(r'[a-z]+:', target):
            continue
        file = path.parent / target if target else path
        if not file.exists():
            yield f'no such file: {target}'
        elif anchor and anchor not in anchors(file):
            yield f'no such heading: {target}#{anchor}'


def broken_references(path):
    for name, section in XREF.findall(path.read_text(encoding='utf-8')):
        if not (ROOT / 'docs' / f'{name}.{section}').exists():
            yield f'no such page: {name}({section})'


def main():
    faults = [f'{path.relative_to(ROOT)}: {fault}'
              for path in documents() for fault in broken_links(path)]
    faults += [f'{path.relative_to(ROOT)}: {fault}'
               for path in sorted(ROOT.glob('docs/*.[15]'))
               for fault in broken_references(path)]
    print('\n'.join(faults) or 'links: all lead somewhere')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())

"""Building a Hugo site from pages and looking at what a browser would see."""
import html.parser
import pathlib
import re
import shutil
import subprocess
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
THEME = ROOT / 'docs' / 'pictures' / 'site'
VOID = {'img', 'br', 'hr', 'input', 'meta', 'link'}


def hostile_texts():
    """The list that the unit tests use too, out of its C header."""
    text = (ROOT / 'tests/unit/hostile.h').read_text(encoding='utf-8')
    body = text[text.index('HOSTILE[]'):text.index('};')]
    found = []
    for match in re.finditer(r'STR\(((?:\s*"(?:[^"\\]|\\.)*")+)\)', body):
        parts = re.findall(r'"((?:[^"\\]|\\.)*)"', match[1])
        found.append(''.join(c_text(part) for part in parts))
    return found


def c_text(literal):
    """What a C string literal says; broken UTF-8 becomes U+FFFD."""
    raw = re.sub(rb'\\x([0-9a-fA-F]{1,2})|\\([0-7]{1,3})|\\(.)',
                 lambda m: (bytes([int(m[1], 16)]) if m[1] else
                            bytes([int(m[2], 8)]) if m[2] else
                            {b'n': b'\n', b't': b'\t', b'r': b'\r',
                             b'a': b'\a', b'b': b'\b', b'f': b'\f',
                             b'v': b'\v'}.get(m[3], m[3])),
                 literal.encode())
    return raw.decode('utf-8', 'replace')


def build(content, folder, unsafe, theme=THEME):
    """Hugo's public folder for a content folder."""
    site = folder / f'site-{"unsafe" if unsafe else "safe"}'
    shutil.copytree(theme, site)
    shutil.copytree(content, site / 'content')
    config = site / 'hugo.toml'
    config.write_text(config.read_text(encoding='utf-8').replace(
        'unsafe = false', f'unsafe = {str(unsafe).lower()}'),
        encoding='utf-8')
    done = subprocess.run(['hugo'], cwd=site, capture_output=True,
                          encoding='utf-8', check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert 'ERROR' not in done.stdout + done.stderr, done
    return site / 'public'


class Page(html.parser.HTMLParser):
    """The <main> of a page: its elements, rows, links, ids and texts."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path = path
        self.events = []  # what there is, comments left aside
        self.ids, self.links, self.images, self.rows = set(), [], [], []
        self.texts = []  # of each block or cell
        self.comments = []
        self.open = []
        self.inside = False
        self.feed(path.read_text(encoding='utf-8'))
        self.close()
        assert not self.open, (path, self.open)

    def handle_starttag(self, tag, attrs):
        if tag == 'main':
            self.inside = True
            return
        if not self.inside:
            return
        self.events.append((tag, tuple(attrs)))
        attrs = dict(attrs)
        if 'id' in attrs:
            self.ids.add(attrs['id'])
        if tag == 'a':
            self.links.append(attrs.get('href', ''))
        if tag == 'img':
            self.images.append(attrs)
        if tag in ('thead', 'tbody'):
            self.rows.append((tag, []))
        if tag == 'tr':
            self.rows[-1][1].append(0)
        if tag in ('td', 'th'):
            self.rows[-1][1][-1] += 1
        if tag in ('td', 'th', 'p', 'li', 'h1', 'h2', 'h3'):
            self.texts.append('')
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag == 'main':
            self.inside = False
        elif self.inside:
            assert self.open and self.open.pop() == tag, (self.path, tag)

    def handle_data(self, data):
        if self.inside:
            self.events.append(data)
            if self.texts:
                self.texts[-1] += data

    def handle_comment(self, data):
        self.comments.append(data.strip())

    def tables(self):
        """Numbers of cells of each table's rows, the header's first."""
        tables = []
        for part, rows in self.rows:
            if part == 'thead':
                tables.append(rows)
            else:
                tables[-1] = tables[-1] + rows
        return tables


def pages(public):
    return [Page(path) for path in sorted(public.rglob('*.html'))]


def broken_links(public, found):
    """Links within the site that lead nowhere, and pictures not there."""
    by_path = {page.path.resolve(): page for page in found}
    broken = []
    for page in found:
        targets = page.links + [image['src'] for image in page.images]
        for link in targets:
            parts = urllib.parse.urlsplit(link)
            if parts.scheme or link.startswith('//'):
                continue
            path = page.path
            if parts.path.startswith('/'):
                path = public / parts.path.lstrip('/')
            elif parts.path:
                path = page.path.parent / urllib.parse.unquote(parts.path)
            path = path.resolve()
            path = path / 'index.html' if path.is_dir() else path
            if not path.is_file():
                broken.append((str(page.path), link))
            elif parts.fragment and parts.fragment not in by_path[path].ids:
                broken.append((str(page.path), link))
    return broken

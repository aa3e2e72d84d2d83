"""Pages of hostile texts, made by the real program, in a real Hugo site."""
import pathlib
import re
import shutil
import subprocess
import urllib.parse

import pytest

import site_help
from conftest import REPORTER

pytestmark = pytest.mark.skipif(not shutil.which('hugo'),
                                reason='hugo is not installed')

HOSTILE = site_help.hostile_texts()

# What our pages are made of, and nothing else may be in them.
ELEMENTS = {
    'h1': set(), 'h2': {'id'}, 'h3': {'id'}, 'p': set(), 'hr': set(),
    'a': {'href'}, 'strong': set(), 'em': set(), 'code': set(),
    'del': set(), 'ul': set(), 'ol': set(), 'li': set(),
    'table': set(), 'thead': set(), 'tbody': set(), 'tr': set(),
    'th': {'style'}, 'td': {'style'}, 'img': {'src', 'alt'},
    'pre': {'tabindex'}, 'div': {'class'},
}
SCHEMES = {'', 'http', 'https', 'mailto'}

# Honest texts that look like markup and have to read unchanged.
HONEST = [
    'Raise the share of 5 < 10 to > 20', 'R&D and Q&A', '5→1 and 25% → 20%',
    '<5% to >25%', '#1 in the market', '@all hands', '!important, really!',
    'snake_case_names and 2 * 3 * 4', 'a | b || c', 'C++, C# & F#',
    '$12M to $18M', '1. not a list', '- not a bullet', '+8% increase',
    'café, naïve, Ω, 日本', '{curly} {{double}}', '100 % [sic]', 'x^2 ~ y',
    'AT&T; stays', 'semi; colon: dash — end',
]

BODY = """\
**Owner**: {text} o
**DRI**: {text} d
**Priority**: {text}
**Type**: {text}
**Confidence**: {text}
**Dependencies**: {text}
**Risks**: {text}
**Mitigations**: {text}
**Ladders up to**: {text}

| # | Key result | Baseline | Target | Current (as of 2025-01-20) | Owner | Status | Notes |
|---|------------|----------|--------|---------|-------|--------|-------|
| KR1 | Raise it {cell} | {cell} 1 | {cell} 2 | {cell} 3 | {cell} p | {cell} | {cell} |
| KR2 | Raise revenue | 0 | 10 | 4 | | | |

**Initiatives**:

- {text}

**Notes**: {text}
"""

NOTE = """\
KR2: 🟡 Yellow - 6 {text}
- Blocker: {text}
- Ask: {text}
- Mitigation: {text}
"""


def one_line(text):
    return ' '.join(text.replace('\0', ' ').split())


def fill(company, texts):
    """An issue and a comment for each text, with it in every field."""
    for i, text in enumerate(texts, 1):
        text = one_line(text)
        issue = company.add_okr(
            f'{text} t', BODY.format(text=text, cell=text.replace('|', ' ')),
            labels=['Q1 2025', 'okr::active', 'level::group',
                    f'team::{text.replace(",", " ")} g'])
        company.gl.add_note(issue, NOTE.format(text=text), author=REPORTER,
                            created_at='2025-02-0%dT08:00:00Z' % (i % 7 + 1))


def sync(company, *words):
    done = company.sync('--publish', 'files', '--repository', 'out', *words)
    assert done.status == 0, done
    return company.folder / 'out' / 'content'


def make(company, tmp_path, texts, *words):
    (company.folder / 'out' / 'content').mkdir(parents=True)
    fill(company, texts)
    content = sync(company, *words)
    before = {p: p.read_bytes() for p in content.rglob('*') if p.is_file()}
    assert 'up to date' in company.sync(
        '--publish', 'files', '--repository', 'out', *words).err
    assert before == {p: p.read_bytes() for p in content.rglob('*')
                      if p.is_file()}
    return {unsafe: site_help.build(content, tmp_path, unsafe)
            for unsafe in (False, True)}


def check_elements(page):
    for event in page.events:
        if isinstance(event, str):
            continue
        tag, attributes = event
        assert tag in ELEMENTS, (page.path, event)
        for name, value in attributes:
            assert name in ELEMENTS[tag], (page.path, event)
            if name == 'style':
                assert re.fullmatch(r'text-align:\s?(left|right|center);?',
                                    value), (page.path, event)
            if name == 'src':
                assert re.fullmatch(r'(\.\./)*[a-z0-9/-]+\.svg', value), event
            if name == 'href':
                scheme = urllib.parse.urlsplit(value).scheme
                assert scheme in SCHEMES, (page.path, event)


def check_rows(page):
    for rows in page.tables():
        assert len(set(rows)) == 1, (page.path, rows)


def check_site(public):
    found = site_help.pages(public)
    for page in found:
        check_elements(page)
        check_rows(page)
    assert site_help.broken_links(public, found) == []
    return found


def check_builds_alike(publics):
    """Whether raw HTML is let through makes no difference."""
    safe, unsafe = ({page.path.relative_to(public): page.events
                     for page in site_help.pages(public)}
                    for public in publics.values())
    assert safe == unsafe


def test_the_list_is_long_enough():
    assert len(HOSTILE) >= 150


@pytest.mark.parametrize('layout', ['table', 'cascade'])
def test_hostile_texts_stay_texts(company, tmp_path, layout):
    publics = make(company, tmp_path, HOSTILE, '--layout', layout,
                   '--mermaid', '--title', HOSTILE[0])
    for public in publics.values():
        found = check_site(public)
        assert len(found) > len(HOSTILE)
        for page in found:
            for comment in page.comments:
                assert re.fullmatch(r'okrsync:(begin [0-9a-f]{16}|end)|'
                                    'raw HTML omitted', comment), comment
    check_builds_alike(publics)


def test_front_matter_has_two_keys_and_pages_have_no_html(company, tmp_path):
    (company.folder / 'out' / 'content').mkdir(parents=True)
    fill(company, HOSTILE)
    for path in sync(company).rglob('*.md'):
        text = path.read_text(encoding='utf-8')
        front = re.match(r'---\ntitle: ".*"\ndescription: ".*"\n---\n\n<!-- okr',
                         text)
        assert front, path
        # Front matter is no markdown; themes escape it.
        text = text[front.end() - len('<!-- okr'):]
        assert '{{' not in text
        for at in re.finditer('<', text):
            assert text.startswith('<!-- okrsync:', at.start()), path


def test_honest_texts_read_unchanged(company, tmp_path):
    publics = make(company, tmp_path, HONEST)
    public = publics[True]
    check_site(public)
    page = site_help.Page(public / 'okrs/2025-q1/index.html')
    cells = {one_line(text) for text in page.texts}
    everything = '\n'.join(page.texts)
    for text in HONEST:
        assert any(cell.endswith(f' {text} t') for cell in cells), text
        assert f'Depends on: {text}' in everything, text
        # not read as a list, nor as words about KR1, whose name it is
        if text[0] not in '-+1#' and ': ' not in text:
            assert f'Blockers: {text}' in everything, text
        assert f'owner {text} o' in everything, text
    titles = {site_help.Page(path).path.parent.name
              for path in (public / 'okrs/owners').glob('*/index.html')}
    assert len(titles) >= 2 * len(HONEST)


def test_pictures_are_svg_without_scripts(company, tmp_path):
    content = company.folder / 'out' / 'content'
    content.mkdir(parents=True)
    fill(company, HOSTILE)
    pictures = list(sync(company).rglob('*.svg'))
    assert len(pictures) > len(HOSTILE) // 2
    import xml.etree.ElementTree as tree
    for path in pictures:
        root = tree.parse(path).getroot()
        for element in root.iter():
            tag = element.tag.rpartition('}')[2]
            assert tag in {'svg', 'title', 'desc', 'style', 'text',
                           'polyline', 'circle'}, (path, tag)
            assert not [a for a in element.attrib
                        if a.startswith('on') or 'href' in a], path


def test_files_are_named_by_periods_teams_and_people_only(company, tmp_path):
    content = company.folder / 'out' / 'content'
    content.mkdir(parents=True)
    fill(company, HOSTILE)
    for path in sync(company).rglob('*'):
        name = str(path.relative_to(content / 'okrs')) if \
            path != content / 'okrs' else ''
        assert re.fullmatch(r'[a-z0-9/._-]*', name), name
        if path.is_file():
            assert re.fullmatch(
                r'_index\.md|2025-q1/(index\.md|[a-z0-9-]+\.svg)|'
                r'data/2025-q1(-history)?\.json|'
                r'(teams|owners)/[a-z0-9-]+/index\.md', name), name


@pytest.mark.parametrize('texts', [HONEST, HOSTILE],
                         ids=['honest', 'hostile'])
def test_markdownlint_finds_nothing(company, texts):
    tool = shutil.which('markdownlint-cli2')
    if not tool:
        pytest.skip('markdownlint-cli2 is not installed')
    content = company.folder / 'out' / 'content'
    content.mkdir(parents=True)
    fill(company, texts)
    sync(company)
    sync(company, '--layout', 'cascade', '--folder', 'content/cascade')
    sync(company, '--mermaid', '--folder', 'content/mermaid')
    config = pathlib.Path(__file__).with_name('pages.markdownlint.yaml')
    done = subprocess.run([tool, '--config', str(config), '**/*.md'],
                          cwd=content, capture_output=True, encoding='utf-8',
                          check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    linted = re.search(r'Linting: (\d+) file', done.stdout)
    assert int(linted[1]) > 2 * len(texts), done.stdout

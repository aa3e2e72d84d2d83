"""Pages as a browser shows them: nothing fails, pictures load, tables fit.

Chromium is installed for the long checks only; without it these are skipped.
"""
import functools
import html
import http.server
import json
import pathlib
import re
import shutil
import subprocess
import threading

import pytest

import site_help
from conftest import REPORTER

CHROMIUM = shutil.which('chromium')
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and shutil.which('hugo')),
    reason='hugo or chromium is not installed')

BROWSER = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic',
           '--no-first-run', '--disable-background-networking',
           '--disable-component-update', '--disable-sync',
           '--enable-logging=stderr', '--virtual-time-budget=5000']

# A page of our own with all pages in frames of one width: a window cannot be
# as narrow as a phone.  It measures, and writes what it saw into itself.
PROBE = """<!doctype html><meta charset="utf-8"><title>probe</title>
<link rel="icon" href="data:,"><body>%s<script>
addEventListener('load', () => {
  const seen = [...document.querySelectorAll('iframe')].map(frame => {
    const page = frame.contentDocument, width = frame.clientWidth;
    const wide = [...page.querySelectorAll('main > *')].filter(
      e => e.getBoundingClientRect().right > width + 1);
    return {page: frame.getAttribute('src'), width: width,
      scroll: page.documentElement.scrollWidth,
      images: page.images.length,
      broken: [...page.images].filter(i => !i.naturalWidth).map(i => i.src),
      wide: wide.map(e => e.tagName + ' ' + e.textContent.slice(0, 40))};
  });
  document.body.dataset.seen = JSON.stringify(seen);
});
</script>"""
FRAME = '<iframe src="%s" width="%d" height="900" style="border:0"></iframe>'

NOTES = ((1, '2025-01-13', 'KR1: 🟢 Green - $12.5M'),
         (1, '2025-01-20', 'KR1: 🟡 Yellow - $13M\n- Blocker: the law'),
         (2, '2025-01-27', 'KR2: 🔴 Red - 118 days'))


THEMES = {'plain': site_help.THEME, **{
    name: pathlib.Path(__file__).parent / 'themes' / name
    for name in ('docsy', 'gitlab')}}


@pytest.fixture(params=THEMES)
def public(company, tmp_path, request):
    """A built site, served over HTTP: its folder and its address."""
    (company.folder / 'out' / 'content').mkdir(parents=True)
    company.add_okr('Win larger customers than we ever did before, all over',
                    labels=['Q1 2025', 'okr::active', 'level::company'])
    company.add_okr('Averyveryverylongwordwithoutanyblankinit' * 3,
                    labels=['Q1 2025', 'okr::active', 'team::Product'])
    for iid, day, text in NOTES:
        company.gl.add_note(company.gl.issue('acme/okrs', iid), text,
                            author=REPORTER, created_at=f'{day}T08:00:00Z')
    for layout in ('table', 'cascade'):
        done = company.sync('--publish', 'files', '--repository', 'out',
                            '--layout', layout, '--folder',
                            f'content/{layout}')
        assert done.status == 0, done
    folder = site_help.build(company.folder / 'out' / 'content', tmp_path,
                             True, THEMES[request.param])
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(('127.0.0.1', 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield folder, f'http://127.0.0.1:{server.server_port}'
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def look(address, tmp_path):
    """What the probe saw; what the console said is an error."""
    done = subprocess.run(
        [CHROMIUM, *BROWSER, f'--user-data-dir={tmp_path}/browser',
         '--window-size=1300,900', '--dump-dom', address],
        capture_output=True, encoding='utf-8', timeout=120, check=False,
        env={'HOME': str(tmp_path), 'PATH': '/usr/bin:/bin'})
    said = [line for line in done.stderr.splitlines() if 'CONSOLE' in line]
    assert said == [], said
    seen = re.search(r'data-seen="([^"]*)"', done.stdout)
    assert seen, done.stdout[-2000:] + done.stderr[-2000:]
    return json.loads(html.unescape(seen[1]))


@pytest.mark.parametrize('width', [390, 1100])
def test_pages_fit_and_all_pictures_load(public, tmp_path, width):
    folder, address = public
    names = [f'/{path.parent.relative_to(folder)}/'
             for path in sorted(folder.rglob('index.html'))]
    assert len(names) >= 10
    (folder / 'probe.html').write_text(
        PROBE % ''.join(FRAME % (name, width) for name in names),
        encoding='utf-8')
    seen = look(f'{address}/probe.html', tmp_path)
    assert len(seen) == len(names)
    for page in seen:
        assert page['width'] == width, page
        assert page['broken'] == [], page
        assert page['scroll'] <= width and page['wide'] == [], page
    assert sum(page['images'] for page in seen) >= 4
    assert site_help.broken_links(folder, [
        page for page in site_help.pages(folder)
        if page.path.name == 'index.html']) == []

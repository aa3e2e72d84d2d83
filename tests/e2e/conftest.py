"""Fixtures of the end-to-end tests: the double, and where things lie."""
import os
import pathlib
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SHARED = ROOT.parent / 'shared' / 'gitlab-api'
sys.path.insert(0, str(HERE.parent))

from double import TOKEN, Double  # noqa: E402


@pytest.fixture
def gitlab():
    """A fresh double, running, with one user (`okr-bot`) and its token."""
    with Double(token=TOKEN) as gl:
        yield gl


@pytest.fixture
def shared():
    """The folder of GitLab's schemas and recorded answers."""
    if not SHARED.is_dir():
        pytest.skip(f'{SHARED.parent.name}/{SHARED.name} is not there')
    return SHARED


BINARY = os.environ.get('OKRSYNC', str(ROOT / 'build' / 'okrsync'))
TODAY = '2025-02-08'

BODY = """\
**Owner**: CEO
**DRI**: CRO
**Priority**: P0
**Type**: Committed

| # | Key result | Baseline | Target | Current (as of 2025-02-01) | Status |
|---|------------|----------|--------|----------------------------|--------|
| KR1 | Raise revenue | $12M | $18M | $14.5M | 🟡 On track |
| KR2 | Shorten the sales cycle | 120 days | 90 days | 105 days | 🟢 Ahead |
"""


class Done:
    """A finished run: status, what it said, and how it can be asked."""

    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout
        self.err = process.stderr

    def __repr__(self):
        return f'status {self.status}\n{self.out[-3000:]}\n{self.err}'

    @property
    def error(self):
        """The one error: the last line of stderr, and the only such one."""
        lines = [line for line in self.err.splitlines()
                 if line.startswith('okrsync: ')
                 and not line.startswith('okrsync: warning: ')]
        assert len(lines) == 1, self
        assert self.err.splitlines()[-1] == lines[0], self
        return lines[0][len('okrsync: '):]


class Program:
    """The real binary in a folder of its own, with a clean environment."""

    def __init__(self, folder, token=None):
        self.folder = folder
        self.env = {'PATH': os.environ['PATH'], 'HOME': str(folder),
                    'LC_ALL': 'C', 'GIT_CONFIG_NOSYSTEM': '1',
                    'GIT_TERMINAL_PROMPT': '0',
                    'LSAN_OPTIONS': f'suppressions={HERE / "lsan.supp"}'
                                    ':print_suppressions=0'}
        if token:
            self.env['OKRSYNC_TOKEN'] = token

    def start(self, *words, env=None, **how):
        return subprocess.Popen([BINARY, *map(str, words)], cwd=self.folder,
                                env={**self.env, **(env or {})},
                                stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE,
                                encoding='utf-8', **how)

    def __call__(self, *words, env=None, stdin=None, timeout=60, **how):
        done = subprocess.run([BINARY, *map(str, words)], cwd=self.folder,
                              env={**self.env, **(env or {})}, input=stdin,
                              capture_output=True, encoding='utf-8',
                              timeout=timeout, **how)
        done = Done(done)
        assert 'ERROR: AddressSanitizer' not in done.err, done.err
        assert 'runtime error:' not in done.err, done.err
        return done

    def git(self, *words, check=True):
        return subprocess.run(['git', *words], cwd=self.folder, env=self.env,
                              check=check, capture_output=True,
                              encoding='utf-8').stdout


@pytest.fixture
def okrsync(tmp_path):
    """The binary, without a token, in an empty folder."""
    return Program(tmp_path)


REPORTER = 'ann'     # whose comments report, as no bot's do


class Company:
    """A double with an OKR project and a handbook, and a clone of that."""

    def __init__(self, gl, folder):
        self.gl = gl
        okrs = gl.add_project('acme/okrs')
        okrs.members[gl.state.need_user(REPORTER).id] = 30
        self.handbook = gl.add_project('acme/handbook', files={
            'content/_index.md': '---\ntitle: Handbook\n---\n'})
        self.folder = folder / 'handbook'
        self.source = f'{gl.url}/acme/okrs'
        url = gl.url.replace('://', f'://oauth2:{gl.token}@')
        self.remote = f'{url}/acme/handbook.git'
        folder.joinpath('home').mkdir()
        self.run = Program(folder, gl.token)
        self.run.git('clone', '-q', self.remote, 'handbook')
        self.run.folder = self.folder
        self.write_config()

    def write_config(self, *lines):
        text = '\n'.join([f'source: {self.source}', 'folder: content/okrs',
                          *lines, ''])
        (self.folder / '.okrsync.yml').write_text(text, encoding='utf-8')

    def add_okr(self, title, body=BODY, labels=('Q1 2025', 'okr::active'),
                **more):
        return self.gl.add_issue('acme/okrs', title, description=body,
                                 labels=list(labels), **more)

    def sync(self, *words, **how):
        return self.run('sync', '--today', TODAY, *words, **how)

    def plan(self, *words, **how):
        return self.run('plan', '--today', TODAY, *words, **how)

    def pages(self, branch='main'):
        """{path: text} of the pages in the handbook's repository."""
        files = self.handbook.repo.files(branch)
        paths = sorted(p for p in files if p.startswith('content/okrs/'))
        return {path: self.read(path, branch) for path in paths}

    def read(self, path, branch='main'):
        text = self.handbook.repo.read(branch, path)
        return text.decode() if isinstance(text, bytes) else text

    def commits(self, branch='main'):
        return len(list(self.handbook.repo.log(branch)))

    def pushes(self):
        return self.gl.asked('POST', r'git-receive-pack')


@pytest.fixture
def company(gitlab, tmp_path):
    """A company whose handbook is cloned and configured."""
    gitlab.rate_limit = 0
    return Company(gitlab, tmp_path)


def open_terminal():
    """(ours, theirs) of a pseudo-terminal; skips where there are none, as in
    a bare folder without /dev/pts."""
    try:
        return os.openpty()
    except OSError as error:
        pytest.skip(f'no terminal to be had: {error}')

#!/usr/bin/python3
"""make demo: the main job, from GitLab issues to pages in a git repository.

Everything is real but GitLab itself, which is the tests' double: it listens
on 127.0.0.1, keeps issues, and serves the handbook's repository over HTTP.
What you see typed is what you would type.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))

from double import Double  # noqa: E402

PEOPLE = {'ceo': 'CEO', 'vp-product': 'VP Product',
          'vp-engineering': 'VP Engineering'}
TODAY = '2025-02-03'
BOLD, DIM, END = (('\033[1m', '\033[2m', '\033[0m')
                  if sys.stdout.isatty() and not os.environ.get('NO_COLOR')
                  else ('', '', ''))


def headline(text):
    print(f'\n{BOLD}== {text}{END}\n', flush=True)


def run(words, cwd, env, shown=None):
    """Shows a command as a person would type it, and runs it."""
    print(f'{DIM}$ {END}{shown or " ".join(words)}', flush=True)
    done = subprocess.run(words, cwd=cwd, env=env)
    if done.returncode:
        sys.exit(f'demo: this ended with status {done.returncode}')


def fill(gl):
    """The example company: a group, its OKR project, its handbook."""
    for user, name in PEOPLE.items():
        gl.add_user(user, name=name)
    gl.add_group('acme')
    gl.add_project('acme/okrs', members={
        'okr-bot': 'developer', **dict.fromkeys(PEOPLE, 'developer')})
    gl.add_project('acme/handbook', files={
        'content/_index.md': '---\ntitle: Handbook\n---\n\nWelcome.\n'})
    board = gl.add_board('acme/okrs', 'OKRs of Q1 2025',
                         lists=['okr::draft', 'okr::review', 'okr::active'],
                         labels=['OKR', 'Q1 2025'])
    return f'{gl.url}/acme/okrs/-/boards/{board.id}?label_name[]=OKR'


def environment(gl, home):
    env = {name: value for name, value in os.environ.items()
           if not name.startswith(('CI_', 'GIT_'))}
    env.update(OKRSYNC_TOKEN=gl.token, HOME=home, LC_ALL='C.UTF-8',
               GIT_CONFIG_NOSYSTEM='1', GIT_TERMINAL_PROMPT='0',
               PATH=f'{ROOT / "build"}:{env["PATH"]}')
    return env


def clone(gl, env, folder):
    address = gl.url.replace('://', f'://oauth2:{gl.token}@')
    subprocess.run(['git', 'clone', '-q', f'{address}/acme/handbook.git',
                    'handbook'], cwd=folder, env=env, check=True)
    return os.path.join(folder, 'handbook')


def show_page(handbook, env):
    """All files there are, and the page that people read first."""
    subprocess.run(['git', 'pull', '-q'], cwd=handbook, env=env, check=True)
    folder = pathlib.Path(handbook, 'content/okrs')
    for path in sorted(p for p in folder.rglob('*') if p.is_file()):
        print(path.relative_to(handbook))
    print()
    page = next(folder.glob('2*/index.md'))
    print(f'{DIM}--- {page.relative_to(handbook)}{END}')
    print(page.read_text(encoding='utf-8'), flush=True)


def check_in(gl):
    gl.now = f'{TODAY}T09:00:00Z'
    gl.add_note(gl.issue('acme/okrs', 1), author='ceo',
                body=(HERE / 'check-in.md').read_text(encoding='utf-8'))


def open_issues(handbook, env):
    """The six OKRs become issues; doing it again changes nothing."""
    drafts = pathlib.Path(handbook).parent / 'drafts'
    drafts.mkdir()
    for path in HERE.glob('[cpe][12].md'):
        shutil.copy(path, drafts)
    files = sorted(f'../drafts/{path.name}' for path in drafts.iterdir())
    words = ['okrsync', 'open', '--period', 'Q1 2025', '--create-labels']
    shown = "okrsync open --period 'Q1 2025' --create-labels ../drafts/*.md"
    headline('One of the files')
    print((drafts / 'e2.md').read_text(encoding='utf-8'), flush=True)
    headline('The files become issues; a second time changes nothing')
    run([*words, *files], handbook, env, shown)
    run([*words, *files], handbook, env, shown)


def story(gl, folder):
    gl.now = '2025-01-27T09:00:00Z'
    board = fill(gl)
    env = environment(gl, folder)
    handbook = clone(gl, env, folder)
    config = pathlib.Path(handbook, '.okrsync.yml')
    config.write_text(f'source: {board}\nfolder: content/okrs\n'
                      'author-name: OKR bot\n'
                      'author-email: okr-bot@example.com\n',
                      encoding='utf-8')
    headline('An empty board, six OKR files, and a handbook with a config')
    print(config.read_text(encoding='utf-8'), end='', flush=True)
    open_issues(handbook, env)
    sync = ['okrsync', 'sync', '--today', TODAY]
    headline('The first sync writes the pages, commits and pushes')
    run(sync, handbook, env)
    headline('The handbook now')
    show_page(handbook, env)
    headline('A second sync finds nothing to do')
    run(sync, handbook, env)
    headline('The CEO checks in with a comment; what would change?')
    print((HERE / 'check-in.md').read_text(encoding='utf-8'), flush=True)
    check_in(gl)
    run(['okrsync', 'plan', '--today', TODAY], handbook, env)
    run(sync, handbook, env)
    run(['git', '--no-pager', 'log', '--oneline', '--stat', 'origin/main'],
        handbook, dict(env, GIT_DIR=f'{handbook}/.git'),
        shown='git log --oneline --stat')


LAST_WORDS = '''\
Look at the numbers: the 0.63 for API latency, where the issue says 0.56, is
listed under what needs a look, and the formula stands at the end of the page.

With your own GitLab, in a clone of your handbook:

    export OKRSYNC_TOKEN=...    # a token with the scopes read_api, write_repository
    okrsync plan https://gitlab.example/group/okrs/-/boards/42
    okrsync sync https://gitlab.example/group/okrs/-/boards/42
'''


def main():
    with tempfile.TemporaryDirectory(prefix='okrsync-demo-') as folder:
        with Double() as gl:
            story(gl, folder)
    headline('What to look at, and how to go on')
    print(LAST_WORDS, end='')


if __name__ == '__main__':
    main()

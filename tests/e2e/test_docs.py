"""What the documents in docs/ tell people to type is typed here.

A block ```console is a session: what stands behind `$ ` is run by bash, and
must print what follows; `...` stands for anything, on a line of its own for
any lines.  A block behind <!-- file: NAME --> is written to that file; one
behind <!-- not run: REASON --> is left alone, and only a few may be.  The
folder is a clone of a handbook, https://gitlab.example the double with one
OKR on board 42; <!-- world: tls --> gives the double a certificate of its own
authority.  The tutorial builds its world itself.

The examples of the manuals are run in the same world, where GROUP is acme.
"""
import re
import shutil
import socket
import subprocess

import pytest

from conftest import BINARY, BODY, ROOT, Company
from double import TOKEN, Double

DOCS = ROOT / 'docs'
ADDRESS = 'https://gitlab.example'
FENCE = re.compile(r'(?:<!-- (?P<what>file|not run): (?P<words>.+) -->\n)?'
                   r'(?P<indent> *)```(?P<kind>\w+)\n'
                   r'(?P<text>(?s:.*?))\n *```$', re.M)
BOARD = 42
LABELS = ('Q1 2025', 'okr::active', 'Burnt', 'Served', 'squad-blue')


def blocks(path):
    """(file or None, kind, text) of each block; the kind of one that is not
    run is None."""
    text = path.read_text('utf-8')
    text = re.sub(r'^ +(<!-- (file|not run))', r'\1', text, flags=re.M)
    for found in FENCE.finditer(text):
        indent, left = found['indent'], found['what'] == 'not run'
        yield (None if left else found['words'],
               None if left else found['kind'], re.sub(
                   f'^{indent}', '', found['text'], flags=re.M) + '\n')


def steps(path):
    """(command, expected output); writing a file is a command as well."""
    for name, kind, text in blocks(path):
        if name:
            folder = name.rpartition('/')[0] or '.'
            yield (f"mkdir -p {folder}; cat >{name} <<'END-OF-FILE'\n"
                   f'{text}END-OF-FILE', '')
        elif kind == 'console':
            for part in re.split(r'^\$ ', text, flags=re.M)[1:]:
                command, _, output = part.partition('\n')
                yield command, output


OTHERS = [ROOT / 'README.md', ROOT / 'CONTRIBUTING.md', ROOT / 'SECURITY.md']


def documents():
    return sorted(path for path in [*DOCS.rglob('*.md'), *OTHERS]
                  if any(True for _ in steps(path)))


def trim(text):
    return re.sub(r'[ \t]+$', '', text, flags=re.M).strip('\n')


def as_pattern(expected):
    rows = []
    for line in trim(expected).split('\n'):
        if line == '...':
            rows.append(r'(?:.*\n)*?')
        else:
            rows.append(re.escape(line).replace(r'\.\.\.', '.*') + r'\n')
    return re.compile(''.join(rows))


def play(path, folder, env, replace):
    """Runs a whole document in one bash; the first difference, or None."""
    typed = list(steps(path))
    script = ['exec 2>&1']
    for i, (command, _) in enumerate(typed):
        script += [f'printf "\\n@@{i}@@\\n"', replace(command),
                   f'printf "\\n@@{i}=$?@@\\n"']
    done = subprocess.run(['bash', '-c', '\n'.join(script)], cwd=folder,
                          env=env, capture_output=True, encoding='utf-8',
                          timeout=120, check=False)
    for i, (command, expected) in enumerate(typed):
        found = re.search(rf'@@{i}@@\n((?s:.*?))\n@@{i}=(\d+)@@', done.stdout)
        assert found, done.stdout
        out, status = trim(found.group(1)), found.group(2)
        if not expected:
            assert status == '0' and not out, (command, status, out)
        elif not as_pattern(replace(expected)).fullmatch(
                out + '\n' if out else ''):
            raise AssertionError(f'{path.name}: $ {command}\n--- expected\n'
                                 f'{expected}--- is\n{out}\n')


def tools(folder):
    (folder / 'tools').mkdir()
    (folder / 'tools' / 'okrsync').symlink_to(BINARY)
    return folder / 'tools'


def make_authority(folder):
    """(certificate, key) for localhost, its own authority."""
    if not shutil.which('openssl'):
        pytest.skip('openssl is not installed')
    cert, key = folder / 'ca.pem', folder / 'key.pem'
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'rsa:2048',
                    '-nodes', '-keyout', key, '-out', cert, '-days', '2',
                    '-subj', '/CN=localhost', '-addext',
                    'subjectAltName=DNS:localhost,IP:127.0.0.1'],
                   check=True, capture_output=True)
    return str(cert), str(key)


def test_every_block_is_run_or_written():
    reference = {'templates.md', 'rules.md'}    # tested in their own way
    left = []
    for path in [*DOCS.rglob('*.md'), *OTHERS]:
        text = path.read_text('utf-8')
        assert len(re.findall(r'^ *```', text, re.M)) == 2 * len(list(blocks(path))), path.name
        assert not re.search(r'^    \S', re.sub(
            r'^ *```(?s:.*?)^ *```', '', text, flags=re.M), re.M), (
            path.name, 'a block that is only indented is not run')
        for name, kind, text in blocks(path):
            if kind is None:
                left.append(path.name)
            else:
                assert name or kind == 'console' or path.name in reference, (
                    path.name, text)
    assert len(left) <= 3, left


class World:
    """A company with one OKR on a board, and a handbook."""

    def __init__(self, gl, folder, cert):
        gl.rate_limit = 0
        config = f'[http]\n\tsslCAInfo = {cert}\n' if cert else ''
        login = gl.url.replace('://', f'://oauth2:{gl.token}@')
        (folder / '.gitconfig').write_text(
            f'{config}[url "{login}/"]\n\tinsteadOf = "{gl.url}/"\n')
        company = Company(gl, folder)
        self.folder, self.address = company.folder, gl.url
        if cert:
            self.use_authority(company, gl, cert)
        (company.folder / '.okrsync.yml').write_text(
            f'source: {self.address}/acme/okrs\nfolder: content/okrs\n')
        company.add_okr('Win larger customers', BODY, LABELS)
        self.board = gl.add_board('acme/okrs', 'OKRs').id
        self.env = {**company.run.env,
                    'PATH': f'{tools(folder)}:{company.run.env["PATH"]}'}

    def use_authority(self, company, gl, cert):
        try:
            socket.gethostbyname('localhost')
        except OSError:
            pytest.skip('localhost has no address')
        # libgit2's TLS knows no certificates for numbers.
        self.address = gl.external_url = gl.url.replace('127.0.0.1',
                                                        'localhost')
        shutil.copy(cert, company.folder / 'company-ca.pem')
        company.run.git('remote', 'set-url', 'origin',
                        f'{self.address}/acme/handbook.git')

    def replace(self, words):
        words = words.replace(ADDRESS, self.address)
        words = words.replace('export OKRSYNC_TOKEN=...', ':')
        return words.replace(f'/boards/{BOARD}', f'/boards/{self.board}')


@pytest.mark.parametrize('path', [p for p in documents()
                                  if p.name != 'tutorial.md'],
                         ids=lambda path: path.stem)
def test_what_a_document_shows_happens(tmp_path, path):
    text = path.read_text('utf-8')
    if '$ hugo' in text and not shutil.which('hugo'):
        pytest.skip('hugo is not installed')
    cert = key = None
    if '<!-- world: tls -->' in text:
        cert, key = make_authority(tmp_path)
    with Double(token=TOKEN, cert=cert, key=key) as gl:
        world = World(gl, tmp_path, cert)
        play(path, world.folder, world.env, world.replace)


def examples(path):
    """The commands in the EXAMPLES of a manual."""
    text = path.read_text('utf-8').partition('.Sh EXAMPLES\n')[2]
    text = '\n'.join(re.findall(r'^\.Bd -literal.*\n((?s:.*?))^\.Ed$',
                                text, re.M)).replace('\\e', '\\')
    return [command.replace('group/', 'acme/') for command in
            re.findall(r'^\$ ((?:.*\\\n)*.*)$', text, re.M)]


COMMAND_PAGES = sorted(DOCS.glob('okrsync*.1'))


@pytest.mark.parametrize('path', COMMAND_PAGES, ids=lambda path: path.stem)
def test_the_examples_of_a_manual_work(tmp_path, path):
    typed = examples(path)
    assert typed, path
    with Double(token=TOKEN) as gl:
        world = World(gl, tmp_path, None)
        (world.folder / 'okrs.md').write_text(
            '# Q2 2025\n\n## Objective: Win more\n\n**Owner**: CRO\n\n'
            '- KR1: Raise revenue from $1M to $2M (currently $1.3M)\n')
        env = {**world.env, 'CI_SERVER_URL': world.address}
        for command in typed:
            done = subprocess.run(
                ['bash', '-c', world.replace(command)], cwd=world.folder,
                env=env, capture_output=True, encoding='utf-8', timeout=60,
                check=False)
            assert done.returncode == 0, (command, done)


def test_the_example_of_a_config_is_one(okrsync, tmp_path):
    text = (DOCS / 'okrsync.yml.5').read_text('utf-8')
    config = re.search(r'^\.Bd -literal.*\n((?s:.*?))^\.Ed$',
                       text.partition('.Sh EXAMPLES\n')[2], re.M).group(1)
    (tmp_path / '.okrsync.yml').write_text(config)
    (tmp_path / 'okrs.md').write_text('## Objective: Win\n')
    done = okrsync('plan', '--from', 'okrs.md', '--publish', 'files',
                   '--no-merge-request')
    assert done.status == 0, done


def test_the_tutorial_works(okrsync, tmp_path):
    with socket.socket() as free:
        free.bind(('127.0.0.1', 0))
        port = str(free.getsockname()[1])
    (tmp_path / 'build').symlink_to(tools(tmp_path))
    (tmp_path / 'tests').symlink_to(ROOT / 'tests')
    play(DOCS / 'tutorial.md', tmp_path, okrsync.env,
         lambda words: words.replace('8080', port))

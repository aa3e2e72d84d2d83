"""What the documents in docs/ tell people to type is typed here.

A block ```console is a session: what stands behind `$ ` is run by bash, and
must print what follows; `...` stands for anything, on a line of its own for
any lines.  A block behind <!-- file: NAME --> is written to that file.  The
folder is a clone of a handbook, https://gitlab.example the double with one
OKR; <!-- world: tls --> gives the double a certificate of its own authority.
The tutorial builds its world itself.
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
FENCE = re.compile(r'(?:<!-- file: (?P<file>\S+) -->\n)?'
                   r'(?P<indent> *)```(?P<kind>\w+)\n'
                   r'(?P<text>(?s:.*?))\n *```$', re.M)
LABELS = ('Q1 2025', 'okr::active', 'Burnt', 'Served', 'squad-blue')


def blocks(path):
    """(file or None, kind, text) of each block."""
    text = path.read_text('utf-8')
    text = re.sub(r'^ +(<!-- file)', r'\1', text, flags=re.M)
    for found in FENCE.finditer(text):
        indent = found['indent']
        yield found['file'], found['kind'], re.sub(
            f'^{indent}', '', found['text'], flags=re.M) + '\n'


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


def documents():
    return sorted(path for path in DOCS.rglob('*.md')
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
    for path in DOCS.rglob('*.md'):
        for name, kind, text in blocks(path):
            assert name or kind == 'console' or path.name in reference, (
                path.name, text)


def test_every_value_of_templates_is_described():
    text = (DOCS / 'templates.md').read_text('utf-8')
    known = set(re.findall(r'`(?:\w+\.)?(\w+)`', text))
    names = set()
    for path in (ROOT / 'src' / 'page').glob('*.c'):
        if path.name != 'modeljson.c':
            names |= set(re.findall(
                r'(?:value|view)_set\w*\(\s*[^,()]+,\s*[^,()]+,\s*"(\w+)"',
                path.read_text('utf-8')))
    assert len(names) > 60 and names <= known, names - known


def test_every_template_and_block_is_described():
    table = (DOCS / 'templates.md').read_text('utf-8').split('## Escaping')[0]
    for path in (ROOT / 'templates' / 'pages').glob('*.mustache'):
        row = re.search(rf'^\|.*`{path.stem}`.*', table, re.M)
        assert row, path.stem
        for block in re.findall(r'\{\{\$([\w-]+)', path.read_text('utf-8')):
            # period-cascade overrides a block of a part
            assert f'`{block}`' in table, (path.stem, block)


@pytest.mark.parametrize('path', [p for p in documents()
                                  if p.name != 'tutorial.md'],
                         ids=lambda path: path.stem)
def test_what_a_document_shows_happens(tmp_path, path):
    text = path.read_text('utf-8')
    if '$ hugo' in text and not shutil.which('hugo'):
        pytest.skip('hugo is not installed')
    cert = key = None
    config = ''
    if '<!-- world: tls -->' in text:
        cert, key = make_authority(tmp_path)
        config = f'[http]\n\tsslCAInfo = {cert}\n'
    with Double(token=TOKEN, cert=cert, key=key) as gl:
        gl.rate_limit = 0
        login = gl.url.replace('://', f'://oauth2:{gl.token}@')
        (tmp_path / '.gitconfig').write_text(
            f'{config}[url "{login}/"]\n\tinsteadOf = "{gl.url}/"\n')
        company = Company(gl, tmp_path)
        address = gl.url
        if cert:
            try:
                socket.gethostbyname('localhost')
            except OSError:
                pytest.skip('localhost has no address')
            # libgit2's TLS knows no certificates for numbers.
            address = gl.external_url = gl.url.replace('127.0.0.1',
                                                       'localhost')
            shutil.copy(cert, company.folder / 'company-ca.pem')
            company.run.git('remote', 'set-url', 'origin',
                            f'{address}/acme/handbook.git')
        (company.folder / '.okrsync.yml').write_text(
            f'source: {address}/acme/okrs\nfolder: content/okrs\n')
        company.add_okr('Win larger customers', BODY, LABELS)
        env = dict(company.run.env)
        env['PATH'] = f'{tools(tmp_path)}:{env["PATH"]}'
        play(path, company.folder, env,
             lambda words: words.replace(ADDRESS, address))


def test_the_tutorial_works(okrsync, tmp_path):
    with socket.socket() as free:
        free.bind(('127.0.0.1', 0))
        port = str(free.getsockname()[1])
    (tmp_path / 'build').symlink_to(tools(tmp_path))
    (tmp_path / 'tests').symlink_to(ROOT / 'tests')
    play(DOCS / 'tutorial.md', tmp_path, okrsync.env,
         lambda words: words.replace('8080', port))

"""What `make install`, `make uninstall` and `make dist` leave behind.

The Debian package and the image are tried by ci/package-test, in clean roots.
"""
import os
import pathlib
import shutil
import subprocess
import tarfile

import pytest

from conftest import BINARY, ROOT

FOLDER = pathlib.Path(BINARY).resolve().parent


def make(folder, *words, **env):
    env = {k: v for k, v in {**os.environ, **env}.items()
           if not k.startswith(('MAKE', 'GIT_'))}
    return subprocess.run(['make', '--no-print-directory', *words],
                          cwd=folder, env=env, check=True,
                          capture_output=True, encoding='utf-8')


def files(folder):
    return sorted(str(p.relative_to(folder)) for p in folder.rglob('*')
                  if not p.is_dir())


@pytest.fixture
def installed(tmp_path):
    """Installed below tmp_path/root from the build that is tested."""
    words = ('install', f'B={FOLDER}', 'PREFIX=/usr',
             f'DESTDIR={tmp_path / "root"}')
    # Nothing is to be built again, whatever the build was made with.
    make(ROOT, '-o', 'all', *words)
    return tmp_path / 'root'


def test_install_puts_everything_in_its_place(installed):
    found = files(installed)
    pages = [p.name for p in (ROOT / 'docs').glob('*.[15]')]
    assert len(pages) > 12
    for page in pages:
        assert f'usr/share/man/man{page[-1]}/{page}' in found
    assert 'usr/bin/okrsync' in found
    for name in ('bash-completion/completions/okrsync',
                 'zsh/site-functions/_okrsync',
                 'fish/vendor_completions.d/okrsync.fish'):
        assert (installed / 'usr/share' / name).read_text().startswith('#')
    assert all((installed / f).stat().st_mode & 0o777 in (0o644, 0o755)
               for f in found)


def test_what_is_installed_finds_its_templates(installed, okrsync, tmp_path):
    (tmp_path / 'okrs.md').write_text(
        '## Objective: Win\n\n- KR1: Raise revenue from $1M to $2M\n')
    done = subprocess.run(
        [installed / 'usr/bin/okrsync', 'sync', '--from', 'okrs.md',
         '--publish', 'files', '--folder', 'pages'], cwd=tmp_path,
        env={**okrsync.env, 'PATH': '/nowhere'}, capture_output=True,
        encoding='utf-8', check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / 'pages' / '_index.md').exists()


def test_a_program_without_its_templates_says_so(tmp_path, okrsync):
    if pathlib.Path('/usr/local/share/okrsync').exists():
        pytest.skip('okrsync is installed on this machine')
    (tmp_path / 'lone').mkdir()
    shutil.copy(BINARY, tmp_path / 'lone' / 'okrsync')
    (tmp_path / 'okrs.md').write_text('## Objective: Win\n')
    done = subprocess.run(
        [tmp_path / 'lone' / 'okrsync', 'plan', '--from', 'okrs.md',
         '--publish', 'files'], cwd=tmp_path, env=okrsync.env,
        capture_output=True, encoding='utf-8', check=False)
    assert done.returncode == 2, done
    assert "cannot find the templates in '" in done.stderr


def test_uninstall_leaves_nothing_but_what_was_there(installed, tmp_path):
    other = installed / 'usr/share/man/man1/other.1'
    other.write_text('')
    make(ROOT, 'uninstall', 'PREFIX=/usr', f'DESTDIR={installed}')
    assert files(installed) == ['usr/share/man/man1/other.1']
    assert not list(installed.rglob('*okrsync*'))


def test_a_source_archive_is_the_same_bytes_everywhere(tmp_path):
    if not (ROOT / '.git').exists():
        pytest.skip('this is no checkout')
    safe = '[safe]\n\tdirectory = *\n'    # whoever owns the checkout
    (tmp_path / '.gitconfig').write_text(safe)
    odd = tmp_path / 'odd'
    odd.mkdir()
    (odd / '.gitconfig').write_text('[tar]\n\tumask = 0077\n'
                                    '[core]\n\tautocrlf = true\n' + safe)
    made = []
    for name, umask, env in (
            ('a', 0o022, {'TZ': 'UTC', 'LC_ALL': 'C',
                          'HOME': str(tmp_path)}),
            ('b', 0o077, {'TZ': 'Asia/Kolkata', 'LC_ALL': 'C.UTF-8',
                          'HOME': str(odd), 'GZIP': '-1'})):
        subprocess.run(['git', 'clone', '-q', ROOT, tmp_path / name],
                       check=True, umask=umask,
                       env={**os.environ, 'HOME': str(tmp_path)})
        old = os.umask(umask)
        try:
            make(tmp_path / name, 'dist', **env)
        finally:
            os.umask(old)
        made.append(next((tmp_path / name / 'build').glob('*.tar.gz')))
    assert made[0].read_bytes() == made[1].read_bytes()
    with tarfile.open(made[0]) as archive:
        names = archive.getnames()
    version = (ROOT / 'VERSION').read_text().strip()
    assert f'okrsync-{version}/Makefile' in names
    assert f'okrsync-{version}/ci/packages' in names

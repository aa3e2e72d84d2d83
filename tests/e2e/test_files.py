"""Publishing into a folder of files."""
import pathlib


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(pathlib.Path(folder).rglob('*'))
            if path.is_file()}


def test_files_are_written_once(company, tmp_path):
    company.add_okr('Win larger customers')
    out = tmp_path / 'out'
    out.mkdir()
    words = ('--publish', 'files', '--repository', out)
    done = company.sync(*words)
    assert done.status == 0, done
    first = tree(out)
    assert any(name.startswith('content/okrs/') for name in first)
    times = {p: p.stat().st_mtime_ns for p in out.rglob('*')}
    done = company.sync(*words)
    assert done.status == 0 and 'up to date' in done.err, done
    assert tree(out) == first
    assert {p: p.stat().st_mtime_ns for p in out.rglob('*')} == times
    assert not company.pushes()


def test_files_equal_what_git_gets(company, tmp_path):
    company.add_okr('Win larger customers')
    out = tmp_path / 'out'
    out.mkdir()
    assert company.sync('--publish', 'files',
                        '--repository', out).status == 0
    assert company.sync().status == 0
    assert {k: v.decode() for k, v in tree(out).items()} == company.pages()


def test_links_are_not_followed_out_of_the_folder(company, tmp_path):
    company.add_okr('Win larger customers')
    out, away = tmp_path / 'out', tmp_path / 'away'
    out.mkdir()
    away.mkdir()
    (out / 'content').symlink_to(away)
    done = company.sync('--publish', 'files', '--repository', out)
    assert done.status == 3, done
    assert 'content' in done.error
    assert not list(away.iterdir())

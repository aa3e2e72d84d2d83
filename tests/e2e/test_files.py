"""Publishing into a folder of files."""
import json
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


def test_the_history_goes_on_from_the_published_file(company):
    """An older reading stays after the issue's own number was replaced."""
    issue = company.add_okr('Win larger customers')
    assert company.sync().status == 0
    issue.description = issue.description.replace(
        '2025-02-01', '2025-02-08').replace('$14.5M', '$16M')
    issue.changed()
    assert company.sync().status == 0
    path = 'content/okrs/data/2025-q1-history.json'
    readings = json.loads(company.read(path))['key_results'][0]['readings']
    assert [r['value'] for r in readings] == ['$14.5M', '$16M']
    page = company.read('content/okrs/2025-q1/index.md')
    assert '\\$14.5M → \\$16M | 0.42 → 0.67' in page
    assert '](trend.svg)' in page
    assert 'content/okrs/2025-q1/c1.svg' in company.pages() or \
        'content/okrs/2025-q1/o1.svg' in company.pages()
    assert 'up to date' in company.sync().err


def test_a_damaged_history_stops_the_run_and_says_what_to_do(company):
    company.add_okr('Win larger customers')
    assert company.sync().status == 0
    company.gl.add_files('acme/handbook', {
        'content/okrs/data/2025-q1-history.json': '<<<<<<< HEAD\n'})
    commits = company.commits()
    done = company.sync()
    assert done.status != 0
    assert 'data/2025-q1-history.json: line 1' in done.error
    assert 'remove it' in done.error
    assert company.commits() == commits

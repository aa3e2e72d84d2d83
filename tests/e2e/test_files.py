"""Publishing into a folder of files."""
import json
import pathlib

from conftest import BODY


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


def test_any_page_is_made_again_from_its_data_without_a_network(company):
    issue = company.add_okr('Win larger customers')
    company.add_okr('Help them', BODY.replace(
        '**Owner**', '**Ladders up to**: Win larger customers\n**Owner**'),
        labels=('Q1 2025', 'okr::active', 'team::Support'))
    company.add_okr('Last quarter', labels=('Q4 2024', 'okr::closed'))
    assert company.sync('--today', '2025-02-03').status == 0
    company.gl.add_note(issue, 'KR1: 🟢 Green - $16M\n- Blocker: the law',
                        author='okr-bot', created_at='2025-02-07T08:00:00Z')
    assert company.sync().status == 0
    company.run.git('pull', '-q')
    asked = len(company.gl.requests)
    data = company.folder / 'content' / 'okrs' / 'data'
    words = [word for name in ('2024-q4', '2025-q1')
             for word in ('--from', data / f'{name}.json')]
    done = company.plan('--check', '--publish', 'files', *words)
    assert done.status == 0 and done.out == '', done
    assert len(company.gl.requests) == asked
    # Another layout of an old period, by the same means.
    done = company.sync('--publish', 'files', '--folder', 'again',
                        '--layout', 'cascade', *words[:2])
    assert done.status == 0, done
    page = company.folder / 'again' / '2024-q4' / 'index.md'
    assert 'CEO KR: Raise revenue => 42%' in page.read_text('utf-8')


def test_damaged_data_are_told(company):
    path = company.folder / 'data.json'
    path.write_text('{"schema": 1, "objectives": [}')
    done = company.sync('--from', path)
    assert done.status == 3, done
    assert 'data.json: line 1, column 30' in done.error

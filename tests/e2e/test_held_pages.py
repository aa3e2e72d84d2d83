"""Pages that people changed: each is left and named, the others go on."""
import pytest

from test_sync import OTHER

PAGE = 'content/okrs/2025-q1/index.md'
INDEX = 'content/okrs/_index.md'
EMPTY = '<!-- okrsync:begin -->\n<!-- okrsync:end -->\n'


@pytest.fixture
def edited(company):
    """A company whose period page somebody edited, and one OKR more."""
    company.add_okr('Win larger customers')
    assert company.sync().status == 0
    company.gl.add_files('acme/handbook', {
        PAGE: company.read(PAGE).replace('0.42', '0.99') + '\nAbove all.\n'})
    company.add_okr('A second objective', OTHER)
    return company


def test_an_edit_stops_that_page_and_no_other(edited):
    before, commits = edited.pages(), edited.commits()
    done = edited.sync()
    assert done.status == 3, done
    after = edited.pages()
    assert after[PAGE] == before[PAGE]
    assert edited.commits() == commits + 1
    assert after[INDEX] != before[INDEX]
    assert 'A second objective' in after['content/okrs/data/2025-q1.json']
    assert PAGE in done.error and '--overwrite' in done.error


def test_the_page_is_named_with_what_overwriting_would_change(edited):
    done = edited.sync()
    assert f"warning: '{PAGE}' is left as it is: the part between" in done.err
    shown = [line for line in done.err.splitlines()
             if line.startswith('    ')]
    assert any(line.startswith('    -') and '0.99' in line
               for line in shown), done
    assert any(line.startswith('    +') and '0.42' in line
               for line in shown), done
    assert len(shown) <= 61
    quiet = edited.sync('--quiet')
    assert quiet.status == 3 and PAGE in quiet.error
    assert '0.99' not in quiet.err


def test_a_second_run_writes_nothing_and_still_says_so(edited):
    assert edited.sync().status == 3
    commits, pushes = edited.commits(), len(edited.pushes())
    done = edited.sync()
    assert done.status == 3, done
    assert 'all other pages are up to date' in done.err
    assert (edited.commits(), len(edited.pushes())) == (commits, pushes)


def test_plan_and_a_dry_run_tell_the_same_and_show_the_rest(edited):
    plan, dry = edited.plan(), edited.sync('--dry-run')
    assert plan.status == dry.status == 3, plan
    assert (plan.out, plan.err) == (dry.out, dry.err)
    assert PAGE in plan.error
    assert f'+++ b/{INDEX}' in plan.out and f'b/{PAGE}' not in plan.out
    assert edited.sync().status == 3
    plan = edited.plan()
    assert plan.status == 3 and plan.out == '', plan


def test_overwrite_takes_ours_and_keeps_what_stands_around(edited):
    done = edited.sync('--overwrite')
    assert done.status == 0, done
    page = edited.read(PAGE)
    assert '0.99' not in page and 'A second objective' in page
    assert page.endswith('\nAbove all.\n')


def test_damaged_markers_stop_that_page_too(edited):
    edited.gl.add_files('acme/handbook', {
        PAGE: edited.read(PAGE).replace('<!-- okrsync:end -->\n', '')})
    done = edited.sync()
    assert done.status == 3 and PAGE in done.error, done
    assert 'markers are damaged' in done.err
    assert edited.sync('--overwrite').status == 0
    assert edited.read(PAGE).count('<!-- okrsync:') == 2


def test_many_edited_pages_are_all_named(company):
    for quarter in range(1, 5):
        for year in (2024, 2025):
            company.add_okr(f'Plan {quarter}', labels=[
                f'Q{quarter} {year}', 'okr::active'])
    assert company.sync().status == 0
    paths = [path for path in company.pages() if '-q' in path
             and path.endswith('/index.md')]
    company.gl.add_files('acme/handbook', {
        path: company.read(path).replace('0.46', '0.99') for path in paths})
    done = company.sync()
    assert done.status == 3, done
    for path in paths:
        assert f"'{path}' is left as it is" in done.err
    assert '8 pages were not brought up to date' in done.error
    assert done.error.count('content/okrs/') == 5


def test_a_page_of_the_peoples_own_is_left_and_nothing_is_wrong(company):
    company.gl.add_files('acme/handbook', {INDEX: '# By hand\n'})
    company.add_okr('Win larger customers')
    done = company.sync()
    assert done.status == 0, done
    assert f"warning: '{INDEX}' is left as it is: it was written by" in done.err
    assert 'okrsync:begin' in done.err
    assert company.read(INDEX) == '# By hand\n'
    assert 'Win larger customers' in company.read(PAGE)
    assert company.sync('--overwrite').status == 0
    assert company.read(INDEX) == '# By hand\n'
    done = company.plan('--check')
    assert done.status == 0 and done.out == '', done


@pytest.mark.parametrize('around', [
    ('# Ours\n\n', '\nBelow.\n'), ('# Ours\r\n', '\r\n\r\n'), ('', ''),
    ('\ufeff---\ntitle: "x"\n---\n\n', 'no newline'),
    ('a  \n\n\n', '\n\ttab\n\n\n')])
@pytest.mark.parametrize('way', ['git', 'api', 'files'])
def test_markers_in_a_page_of_theirs_take_our_part(company, around, way):
    before, after = around
    ours = EMPTY.replace('\n', '\r\n') if '\r' in before else EMPTY
    if way == 'files':
        path = company.folder / INDEX
        path.parent.mkdir(parents=True)
        path.write_bytes((before + ours + after).encode())
    else:
        company.gl.add_files('acme/handbook', {
            INDEX: (before + ours + after).encode()})
    company.add_okr('Win larger customers')
    words = ['--publish', way] + (
        ['--project', 'acme/handbook'] if way == 'api' else [])
    done = company.sync(*words)
    assert done.status == 0, done
    text = path.read_bytes().decode() if way == 'files' else \
        company.read(INDEX)
    assert text.startswith(f'{before}<!-- okrsync:begin ')
    assert text.endswith(f'<!-- okrsync:end -->{ours[-2:].strip(">")}{after}')
    inner = text[len(before):len(text) - len(after)]
    assert 'Q1 2025' in inner
    if '\r' in before:
        assert inner.count('\r\n') == inner.count('\n')
    assert 'up to date' in company.sync(*words).err

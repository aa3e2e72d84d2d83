"""The main job: from issues to pages in a git repository, over real HTTP."""
import re
import signal
import time

import pytest

OTHER = """\
**Owner**: VP Product
**Ladders up to**: Win larger customers

- KR1: Raise activation from 60% to 75% (currently 68%)
- KR2: Ship the new onboarding
"""


def period_page(company):
    pages = company.pages()
    names = [path for path in pages if path.endswith('2025-q1/index.md')]
    assert len(names) == 1, list(pages)
    return pages[names[0]]


def test_first_sync_writes_one_commit_with_the_pages(company):
    company.add_okr('Win larger customers')
    company.add_okr('Give new users an early success', OTHER)
    before = company.commits()
    done = company.sync()
    assert done.status == 0, done
    assert company.commits() == before + 1
    page = period_page(company)
    assert 'Win larger customers' in page
    assert 'Give new users an early success' in page
    assert '0.42' in page and '0.50' in page and '0.53' in page
    assert f'{company.gl.url}/acme/okrs/-/issues/1' in page
    assert company.read('content/_index.md').startswith('---')


def test_second_sync_writes_nothing_at_all(company):
    company.add_okr('Win larger customers')
    assert company.sync().status == 0
    commits, pushes = company.commits(), len(company.pushes())
    done = company.sync()
    assert done.status == 0, done
    assert 'up to date' in done.err
    assert company.commits() == commits
    assert len(company.pushes()) == pushes
    assert not company.gl.writes()


def test_a_check_in_changes_the_page(company):
    issue = company.add_okr('Win larger customers')
    assert company.sync().status == 0
    company.gl.add_note(issue, 'KR1: 🟢 Green - $16M', author='okr-bot',
                        created_at='2025-02-07T08:00:00Z')
    done = company.plan()
    assert done.status == 0, done
    assert re.search(r'^\+.*\$16M', done.out, re.M), done
    assert company.sync().status == 0
    assert '$16M' in period_page(company)


def test_plan_shows_what_sync_does_and_writes_nothing(company):
    company.add_okr('Win larger customers')
    before = company.commits()
    done = company.plan()
    assert done.status == 0, done
    assert '+++ b/content/okrs/' in done.out
    assert company.commits() == before and not company.pushes()
    added = '\n'.join(line[1:] for line in done.out.splitlines()
                      if line.startswith('+') and not line.startswith('+++'))
    assert company.sync().status == 0
    for text in company.pages().values():
        assert text.strip() in added


def test_plan_check_tells_by_its_status(company):
    company.add_okr('Win larger customers')
    assert company.plan('--check').status == 1
    assert company.sync().status == 0
    done = company.plan('--check')
    assert done.status == 0 and done.out == '', done


def test_hundreds_of_issues_over_many_pages(company):
    for n in range(345):
        company.add_okr(f'Objective number {n:03}', OTHER)
    done = company.sync()
    assert done.status == 0, done
    page = period_page(company)
    for n in range(345):
        assert f'Objective number {n:03}' in page
    lists = company.gl.asked('GET', r'/issues\?')
    assert len(lists) == 4


def test_an_issue_opened_while_pages_are_read_does_no_harm(company):
    for n in range(250):
        company.add_okr(f'Objective number {n:03}', OTHER)

    def somebody_works(gl):
        gl.add_issue('acme/okrs', 'One more', description=OTHER,
                     labels=['Q1 2025'])

    company.gl.on_request(2, somebody_works, path=r'/issues\?')
    assert company.sync().status == 0
    page = period_page(company)
    headings = re.findall(r'^#+ .*(Objective number \d+)', page, re.M)
    for n in range(250):
        assert headings.count(f'Objective number {n:03}') == 1


def test_a_board_address_is_a_filter(company):
    board = company.gl.add_board('acme/okrs', 'Sales', labels=['Sales'],
                                 lists=['okr::active'])
    company.add_okr('Ours', labels=['Sales', 'Q1 2025', 'CSM'])
    company.add_okr('Not this one', labels=['Q1 2025', 'CSM'])
    company.add_okr('Nor that one', labels=['Sales', 'Q1 2025'])
    done = company.sync('--source', f'{company.gl.url}/acme/okrs/-/boards/'
                        f'{board.id}?label_name[]=CSM&label_name[]=Q1+2025')
    assert done.status == 0, done
    page = period_page(company)
    assert 'Ours' in page
    assert 'Not this' not in page and 'Nor that' not in page


def test_a_group_is_a_source(company):
    company.gl.add_project('acme/sub/more')
    company.gl.add_issue('acme/sub/more', 'From below', description=OTHER,
                         labels=['Q1 2025'])
    done = company.sync('--source', f'{company.gl.url}/groups/acme')
    assert done.status == 0, done
    assert 'From below' in period_page(company)


def test_confidential_issues_are_neither_shown_nor_named(company):
    company.add_okr('Win larger customers')
    company.add_okr('Buy the competitor', confidential=True)
    company.add_okr('Odd value', override={'confidential': None})
    done = company.sync('--verbose')
    assert done.status == 0, done
    everything = done.out + done.err + ''.join(company.pages().values())
    assert 'competitor' not in everything and 'Odd value' not in everything
    done = company.sync('--confidential')
    assert done.status == 0, done
    assert 'Buy the competitor' in period_page(company)


def test_the_token_is_nowhere_but_in_the_header(company):
    company.add_okr('Win larger customers')
    done = company.sync('--verbose')
    assert done.status == 0, done
    token = company.gl.token
    assert token not in done.out + done.err
    assert token not in ''.join(company.pages().values())
    for request in company.gl.requests:
        assert token not in request['target']


def test_a_snapshot_gives_the_same_pages_without_gitlab(company, tmp_path):
    company.add_okr('Win larger customers')
    company.add_okr('Give new users an early success', OTHER)
    snapshot = tmp_path / 'okrs.snapshot'
    done = company.run('fetch', '-o', snapshot)
    assert done.status == 0, done
    assert company.sync().status == 0
    asked = len(company.gl.asked('GET', '/api/v4/'))
    done = company.plan('--check', '--from', snapshot)
    assert done.status == 0, done
    assert len(company.gl.asked('GET', '/api/v4/')) == asked


@pytest.mark.parametrize('pause', [0.0, 0.01, 0.03, 0.06, 0.1, 0.2])
def test_killed_and_repeated_it_ends_in_the_same_state(company, pause):
    for n in range(5):
        company.add_okr(f'Objective number {n}')
    company.gl.fault(delay=0.02, times=None)
    process = company.run.start('sync', '--today', '2025-02-08')
    time.sleep(pause)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    done = company.sync()
    assert done.status == 0, done
    assert company.commits() == 2
    assert company.plan('--check').status == 0


def test_somebody_else_pushed_meanwhile(company):
    company.add_okr('Win larger customers')

    def push(gl):
        gl.add_files('acme/handbook', {'content/other.md': 'theirs\n'})

    company.gl.on_request(1, push, path=r'git-receive-pack$')
    done = company.sync()
    assert done.status == 0, done
    assert company.read('content/other.md') == 'theirs\n'
    assert 'Win larger customers' in period_page(company)


def test_text_around_our_part_belongs_to_the_people(company):
    company.add_okr('Win larger customers')
    assert company.sync().status == 0
    path = next(p for p in company.pages() if '2025' in p)
    ours = company.read(path)
    company.gl.add_files('acme/handbook', {
        path: ours + '\nOur own words.\n'})
    company.add_okr('A second objective', OTHER)
    done = company.sync()
    assert done.status == 0, done
    assert company.read(path).endswith('\nOur own words.\n')
    assert 'A second objective' in company.read(path)


def test_a_user_replaces_one_template(company):
    company.add_okr('Win larger customers')
    folder = company.folder / 'templates'
    folder.mkdir()
    (folder / 'index.mustache').write_text('---\ntitle: mine\n---\nMine.\n')
    done = company.sync('--templates', 'templates')
    assert done.status == 0, done
    assert any('Mine.' in text for text in company.pages().values())
    assert 'Win larger customers' in period_page(company)


def test_it_works_in_any_locale_and_zone(company):
    company.add_okr('Win larger customers')
    assert company.sync().status == 0
    done = company.plan('--check', env={'LC_ALL': 'tr_TR.UTF-8',
                                        'TZ': 'Pacific/Kiritimati'})
    assert done.status == 0, done


def test_an_empty_project_says_so(company):
    done = company.sync()
    assert done.status == 0, done
    assert '0 objectives' in done.err

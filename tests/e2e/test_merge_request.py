"""Pages that go through a merge request."""
import re
import subprocess

import pytest
from conftest import BODY
from rest import Rest
from test_publish_api import OTHER, Bare

BRANCH = 'okrsync/pages'
REQUESTS = r'/merge_requests$'
COMMITS = r'/repository/commits$'


class Merging(Bare):
    """A company that wants merge requests."""

    def words(self, command, *words):
        return super().words(command, '--merge-request', *words)

    @property
    def requests(self):
        return [m for m in self.handbook.merge_requests
                if m.state == 'opened']

    @property
    def request(self):
        assert len(self.requests) == 1
        return self.requests[0]

    def steps(self):
        """The writes so far: method and the last words of the path."""
        return [(w['method'], '/'.join(w['path'].split('/')[5:]))
                for w in self.gl.writes()]

    def person(self, text='theirs\n', branch=BRANCH):
        """Somebody commits to the branch."""
        self.handbook.repo.write(
            branch, {'content/okrs/extra.md': text}, 'mine',
            User('Ada', 'ada@people.example'), self.gl.now)

    def open_request(self, text=''):
        """Somebody opens a merge request of their own."""
        repo = self.handbook.repo
        if BRANCH not in repo.branches():
            repo.create_branch(BRANCH, repo.branches()['main'])
        self.gl.create_merge_request(
            self.handbook, self.gl.add_user('ada'), title='Mine',
            source_branch=BRANCH, target_branch='main', description=text)

    def merge(self):
        """GitLab merges the branch."""
        repo = self.handbook.repo
        repo.git('update-ref', 'refs/heads/main', f'refs/heads/{BRANCH}')
        self.request.state = 'merged'


class User:
    def __init__(self, name, email):
        self.name, self.email = name, email


@pytest.fixture
def shop(gitlab, tmp_path):
    return Merging(gitlab, tmp_path)


def labels(item):
    return sorted(label.name for label in item.labels)


def test_pages_go_to_a_branch_and_one_merge_request(shop):
    shop.add_okr('Win larger customers')
    before = shop.commits()
    done = shop.sync()
    assert done.status == 0, done
    assert shop.commits() == before
    assert not shop.files()
    assert 'Win larger customers' in shop.files(BRANCH)[
        'content/okrs/2025-q1/index.md']
    assert shop.commits(BRANCH) == before + 1
    request = shop.request
    assert (request.source_branch, request.target_branch) == (BRANCH, 'main')
    assert request.title == 'Bring OKR pages up to date'
    assert '`content/okrs/2025-q1/index.md` | new' in request.description
    assert '0.42' in request.description or '0.4' in request.description
    assert f'!{request.iid} opened' in done.err
    assert shop.steps() == [('POST', 'repository/commits'),
                            ('POST', 'merge_requests')]


def test_a_second_run_writes_nothing(shop):
    shop.add_okr('Win larger customers')
    assert shop.sync().status == 0
    writes = len(shop.gl.writes())
    done = shop.sync()
    assert done.status == 0, done
    assert 'up to date' in done.err
    assert len(shop.gl.writes()) == writes
    done = shop.plan('--check')
    assert done.status == 0 and done.out == '', done


def test_a_change_is_committed_on_top_and_described(shop):
    shop.add_okr('Win larger customers')
    assert shop.sync().status == 0
    first = shop.handbook.repo.log(BRANCH)[0]['id']
    shop.add_okr('Onboard', OTHER)
    done = shop.sync()
    assert done.status == 0, done
    log = shop.handbook.repo.log(BRANCH)
    assert log[0]['parents'] == [first]
    assert shop.steps()[2:] == [('POST', 'repository/commits'),
                                ('PUT', f'merge_requests/{shop.request.iid}')]
    assert '| 2 |' in shop.request.description
    assert len(shop.requests) == 1


def test_the_branch_remembers_what_the_target_does_not_know_yet(shop):
    issue = shop.add_okr('Win larger customers')
    shop.gl.add_project('acme/direct', files={'x': 'x'})
    for day, value in (('08', '$16M'), ('15', '$17M'), ('22', '$17.5M')):
        today = ('--today', f'2025-02-{day}')
        assert shop.sync(*today).status == 0
        done = shop.sync(*today, '--no-merge-request', '--project',
                         'acme/direct')
        assert done.status == 0, done
        direct = shop.gl.project('acme/direct').repo.files('main')
        direct = {path: data.decode() for path, data in direct.items()
                  if path != 'x'}
        assert shop.files(BRANCH) == direct
        body = BODY.replace('$14.5M', value).replace(
            '2025-02-01', f'2025-02-{day}')
        reply = Rest(shop.gl.url, shop.gl.token).put(
            f'/projects/acme%2Fokrs/issues/{issue.iid}',
            {'description': body})
        assert reply.status == 200
    history = shop.files(BRANCH)['content/okrs/data/2025-q1-history.json']
    assert '14.5' in history and '17' in history


def test_the_target_moves_and_nothing_is_forced(shop):
    shop.add_okr('Win larger customers')
    assert shop.sync().status == 0
    first = shop.handbook.repo.log(BRANCH)[0]['id']
    shop.put({'content/elsewhere.md': 'theirs\n'})
    shop.add_okr('Onboard', OTHER)
    done = shop.sync()
    assert done.status == 0, done
    assert shop.handbook.repo.log(BRANCH)[0]['parents'] == [first]
    assert 'Onboard' in shop.files(BRANCH)['content/okrs/2025-q1/index.md']


def test_nothing_differs_no_branch_and_no_request(shop):
    shop.add_okr('Win larger customers')
    assert shop.sync('--no-merge-request').status == 0
    writes = len(shop.gl.writes())
    done = shop.sync()
    assert done.status == 0, done
    assert BRANCH not in shop.handbook.repo.branches()
    assert not shop.requests and len(shop.gl.writes()) == writes


def test_merged_and_changed_again_makes_another(shop):
    shop.add_okr('Win larger customers')
    assert shop.sync().status == 0
    shop.merge()
    writes = len(shop.gl.writes())
    assert shop.sync().status == 0
    assert len(shop.gl.writes()) == writes
    shop.add_okr('Onboard', OTHER)
    done = shop.sync()
    assert done.status == 0, done
    assert len(shop.handbook.merge_requests) == 2
    assert 'changed' in shop.request.description


def test_title_labels_draft_and_reviewers_come_from_the_settings(shop):
    shop.gl.add_label('acme/handbook', 'OKR')
    shop.gl.add_label('acme/handbook', 'site')
    shop.gl.add_user('ada')
    shop.add_okr('Win larger customers')
    wishes = ('--mr-title', 'OKRs of the week', '--mr-labels', 'OKR',
              '--mr-draft', '--mr-reviewers', 'ada', '--mr-branch', 'okr/w1')
    assert shop.sync(*wishes).status == 0
    request = shop.request
    assert request.title == 'Draft: OKRs of the week'
    assert labels(request) == ['OKR']
    assert [u.username for u in request.reviewers] == ['ada']
    assert request.source_branch == 'okr/w1'
    # people have the last word about draft, other labels and reviewers
    rest = Rest(shop.gl.url, shop.gl.token)
    path = f'/projects/acme%2Fhandbook/merge_requests/{request.iid}'
    assert rest.put(path, {'title': 'OKRs of the week', 'labels': 'site',
                           'reviewer_ids': []}).status == 200
    writes = len(shop.gl.writes())
    done = shop.sync(*wishes)
    assert done.status == 0, done
    assert len(shop.gl.writes()) == writes + 1
    assert shop.request.title == 'OKRs of the week'
    assert labels(shop.request) == ['OKR', 'site']


def test_a_label_that_is_not_there_is_no_new_label(shop):
    shop.add_okr('Win larger customers')
    done = shop.sync('--mr-labels', 'Tpyo')
    assert done.status == 2, done
    assert "no label 'Tpyo'" in done.error
    assert not shop.gl.writes()


def test_an_unknown_reviewer_stops_before_the_first_write(shop):
    shop.add_okr('Win larger customers')
    done = shop.sync('--mr-reviewers', 'nobody-here')
    assert done.status == 2, done
    assert "no user 'nobody-here'" in done.error
    assert not shop.gl.writes()


def test_a_persons_commit_stops_us_and_is_told_once(shop):
    shop.add_okr('Win larger customers')
    assert shop.sync().status == 0
    shop.person()
    tip = shop.handbook.repo.branches()[BRANCH]
    shop.add_okr('Onboard', OTHER)
    done = shop.plan()
    assert done.status == 0, done
    assert "would comment on merge request" in done.out
    writes = len(shop.gl.writes())
    done = shop.sync()
    assert done.status == 0, done
    assert "'Ada' has committed" in done.err
    assert done.err.count('has committed') == 1
    assert shop.steps()[writes:] == [
        ('POST', f'merge_requests/{shop.request.iid}/notes')]
    note = [n for n in shop.request.notes if not n.system][-1]
    assert 'Somebody else has committed' in note.body
    assert 'Ada' not in note.body
    done = shop.sync()
    assert done.status == 0, done
    assert len(shop.gl.writes()) == writes + 1
    assert shop.handbook.repo.branches()[BRANCH] == tip
    assert shop.plan('--check').status == 0


def test_somebody_elses_merge_request_is_left_alone(shop):
    shop.add_okr('Win larger customers')
    shop.open_request('okrsync:key=pages/okrsync/pages')
    done = shop.sync()
    assert done.status == 0, done
    assert "somebody else's" in done.err
    assert not shop.gl.writes()


def test_a_request_from_a_fork_is_none(shop):
    shop.add_okr('Win larger customers')
    assert shop.sync().status == 0
    shop.gl.fault(path=r'/merge_requests\?', times=None, body=[
        {'iid': 66, 'title': 'x', 'description': '', 'labels': [],
         'author': {'id': 1}, 'source_project_id': 4711, 'web_url': 'x'},
        {'iid': 1, 'title': shop.request.title,
         'description': shop.request.description, 'labels': [],
         'author': {'id': shop.request.author.id}, 'web_url': 'x',
         'source_project_id': shop.handbook.id}])
    writes = len(shop.gl.writes())
    done = shop.sync()
    assert done.status == 0, done
    assert '!1' in done.err and '!66' not in done.err, done
    assert len(shop.gl.writes()) == writes


def test_a_key_alone_does_not_make_it_ours(shop):
    shop.add_okr('Win larger customers')
    assert shop.sync().status == 0
    text = shop.request.description
    shop.request.author = shop.gl.add_user('ada')
    writes = len(shop.gl.writes())
    shop.add_okr('Onboard', OTHER)
    done = shop.sync()
    assert done.status == 0, done
    assert "somebody else's" in done.err
    assert len(shop.gl.writes()) == writes
    assert shop.request.description == text


@pytest.mark.parametrize('fault', [
    {'status': 502, 'after': True}, {'close': True}, {'cut': 20},
    {'body': b'[]', 'after': True}])
def test_an_answer_lost_after_opening_makes_no_second_one(shop, fault):
    shop.add_okr('Win larger customers')
    shop.gl.fault(path=REQUESTS, method='POST', **fault)
    done = shop.sync()
    assert done.status == 0, done
    assert shop.request.iid
    assert shop.plan('--check').status == 0


def test_opened_by_another_run_meanwhile(shop):
    shop.add_okr('Win larger customers')
    shop.gl.on_request(1, lambda gl: shop.open_request(), path=REQUESTS)
    done = shop.sync()
    assert done.status == 0, done
    assert "somebody else's" in done.err
    assert len(shop.requests) == 1


@pytest.mark.parametrize('path', [COMMITS, REQUESTS])
@pytest.mark.parametrize('fault', [
    {'status': 502}, {'limit': 'rack'}, {'limit': 'application'}])
def test_what_was_not_taken_is_sent_again(shop, path, fault):
    shop.add_okr('Win larger customers')
    shop.gl.fault(path=path, method='POST', **fault)
    done = shop.sync()
    assert done.status == 0, done
    assert shop.request.title
    assert shop.commits(BRANCH) == shop.commits() + 1


def test_refused_half_way_the_next_run_goes_on(shop):
    shop.add_okr('Win larger customers')
    shop.gl.fault(path=REQUESTS, method='POST', status=403)
    done = shop.sync()
    assert done.status == 3, done
    assert 'merge request' in done.error and 'no permission' in done.error
    assert shop.files(BRANCH) and not shop.requests
    done = shop.sync()
    assert done.status == 0, done
    assert shop.request and shop.commits(BRANCH) == shop.commits() + 1


def test_the_branch_is_made_by_somebody_else_meanwhile(shop):
    shop.add_okr('Win larger customers')

    def make(gl):
        shop.handbook.repo.create_branch(
            BRANCH, shop.handbook.repo.branches()['main'])

    shop.gl.on_request(1, make, path=COMMITS)
    done = shop.sync()
    assert done.status == 0, done
    assert 'comparing again' in done.err
    assert shop.files(BRANCH) and shop.request


@pytest.mark.parametrize('stop', range(1, 14))
def test_stopped_anywhere_the_next_run_ends_in_the_same_state(shop, stop):
    shop.add_okr('Win larger customers')
    shop.gl.fault(n=stop, path='/handbook|%2Fhandbook|/projects/',
                  status=403)
    shop.sync()
    shop.gl.faults.rules.clear()
    done = shop.sync()
    assert done.status == 0, done
    assert shop.request and shop.commits(BRANCH) == shop.commits() + 1
    assert shop.plan('--check').status == 0


def test_plan_lists_exactly_what_sync_writes(shop):
    shop.gl.add_label('acme/handbook', 'OKR')
    shop.add_okr('Win larger customers')
    rounds = [(), ('--mr-labels', 'OKR'), ('--mr-title', 'New')]
    for n, words in enumerate(rounds):
        if n == 2:
            shop.add_okr('Onboard', OTHER)
        done = shop.plan(*words)
        assert done.status == 0, done
        same = shop.sync('--dry-run', *words)
        assert same.out == done.out, same
        planned = re.findall('^would (.*)$', done.out, re.M)
        diff = done.out[:done.out.index('would ')]
        before = shop.handbook.repo.branches().get(
            BRANCH, shop.handbook.repo.branches()['main'])
        count = len(shop.gl.writes())
        assert shop.sync(*words).status == 0
        wrote = shop.steps()[count:]
        assert len(wrote) == len(planned), (planned, wrote)
        for plan, (method, path) in zip(planned, wrote):
            kind = plan.split(' ')[0]
            assert {'commit': ('POST', 'repository/commits'),
                    'open': ('POST', 'merge_requests'),
                    'change': ('PUT', 'merge_requests/1')}[kind] == (
                        method, path), plan
        made = subprocess.run(
            ['git', 'diff', '--no-renames', before, BRANCH, '--',
             'content/okrs'], cwd=shop.handbook.repo.path, check=True,
            capture_output=True, encoding='utf-8').stdout
        assert hunks(made) == hunks(diff)


def hunks(diff):
    return [line for line in diff.splitlines() if line[:1] in '+- ']


def test_hostile_text_stays_out_of_the_merge_request(shop):
    shop.add_okr('/close @all #1 <script>alert(1)</script> | x',
                 OTHER.replace('VP Product', '/merge'))
    done = shop.sync()
    assert done.status == 0, done
    text = shop.request.title + shop.request.description
    for word in ('script', '@all', '/close', '#1'):
        assert word not in text
    assert not re.search('^/', text, re.M)
    assert shop.request.state == 'opened'


def test_it_is_refused_where_it_cannot_work(shop):
    shop.add_okr('Win larger customers')
    done = shop.sync('--publish', 'git')
    assert done.status == 2 and 'merge requests go through' in done.error
    done = shop.sync('--mr-branch', 'main')
    assert done.status == 2 and 'two branches' in done.error, done
    done = shop.sync('--mr-title', ' ')
    assert done.status == 2 and 'mr-title' in done.error, done
    done = shop.sync('--mr-branch', '')
    assert done.status == 2 and 'mr-branch is empty' in done.error, done
    done = shop.sync(env={'OKRSYNC_TOKEN': ''})
    assert done.status in (2, 3), done
    assert not shop.gl.writes()


# merged by GitLab itself


AUTO = '--mr-auto-merge'


def accepts(shop):
    return [w for w in shop.gl.writes() if w['path'].endswith('/merge')]


def test_gitlab_is_asked_to_merge_it_once(shop):
    shop.add_okr('Win larger customers')
    done = shop.sync(AUTO)
    assert done.status == 0, done
    number = shop.request.iid
    assert f'!{number} is merged when its pipeline succeeds' in done.err
    # GitLab was not ready right after the opening.
    assert [w['status'] for w in accepts(shop)] == [405, 200]
    assert shop.request.automatic == shop.handbook.repo.branches()[BRANCH]
    writes = len(shop.gl.writes())
    done = shop.sync(AUTO)
    assert done.status == 0 and len(shop.gl.writes()) == writes, done
    assert shop.plan('--check', AUTO).status == 0
    shop.gl.pipelines_succeed(shop.handbook)
    assert 'Win larger customers' in shop.files()[
        'content/okrs/2025-q1/index.md']
    assert BRANCH not in shop.handbook.repo.branches()
    done = shop.sync(AUTO)
    assert done.status == 0 and len(shop.gl.writes()) == writes, done


def test_a_new_commit_asks_anew(shop):
    shop.add_okr('Win larger customers')
    assert shop.sync(AUTO).status == 0
    shop.add_okr('Onboard', OTHER)
    planned = re.findall('^would (.*)$', shop.plan(AUTO).out, re.M)
    assert [line.split(' ')[0] for line in planned] == [
        'commit', 'change', 'set'], planned
    count = len(shop.steps())
    assert shop.sync(AUTO).status == 0
    number = shop.request.iid
    assert shop.steps()[count:] == [
        ('POST', 'repository/commits'), ('PUT', f'merge_requests/{number}'),
        ('PUT', f'merge_requests/{number}/merge')]
    assert shop.request.automatic == shop.handbook.repo.branches()[BRANCH]


def test_a_pipeline_that_is_done_merges_at_once(shop):
    shop.handbook.pipeline = 'success'
    shop.add_okr('Win larger customers')
    done = shop.sync(AUTO)
    assert done.status == 0 and 'is merged\n' in done.err, done
    assert not shop.requests and shop.files()


def test_without_a_pipeline_it_says_so_and_goes_on(shop):
    shop.handbook.pipeline = None
    shop.add_okr('Win larger customers')
    done = shop.sync(AUTO)
    assert done.status == 0, done
    assert 'warning' in done.err and 'without a pipeline' in done.err
    assert shop.request.automatic is None
    shop.handbook.pipeline = 'running'
    done = shop.plan(AUTO)
    assert done.out == 'would set merge request !1 to be merged when its ' \
        'pipeline succeeds\n', done
    assert shop.sync(AUTO).status == 0
    assert shop.request.automatic


def test_a_draft_is_peoples_word_to_wait(shop):
    shop.add_okr('Win larger customers')
    assert shop.sync().status == 0
    shop.request.title = f'Draft: {shop.request.title}'
    done = shop.sync(AUTO)
    assert done.status == 0 and not accepts(shop), done
    assert shop.plan('--check', AUTO).status == 0
    done = shop.sync(AUTO, '--mr-draft')
    assert done.status == 2 and 'a draft is not merged' in done.error, done


def test_who_may_not_merge_is_told(shop):
    bot, = (user for user in shop.gl.state.users.values()
            if user.username == 'okr-bot')
    shop.handbook.members[bot.id] = 30
    assert 'main' in shop.handbook.protected
    shop.add_okr('Win larger customers')
    done = shop.sync(AUTO)
    assert done.status == 3, done
    assert 'may not merge' in done.error and 'mr-auto-merge' in done.error
    assert shop.request


def test_somebody_who_pushes_just_now_is_not_merged(shop):
    shop.add_okr('Win larger customers')
    assert shop.sync().status == 0
    shop.gl.on_request(1, lambda gl: shop.person(), path=r'/merge$')
    done = shop.sync(AUTO)
    assert done.status == 0 and 'warning' in done.err, done
    assert accepts(shop)[-1]['status'] == 409
    assert shop.request.automatic is None


@pytest.mark.parametrize('fault', [
    {'status': 502}, {'status': 502, 'after': True},
    {'close': True}, {'limit': 'application'}])
def test_an_answer_lost_while_asking_is_asked_again(shop, fault):
    shop.add_okr('Win larger customers')
    shop.gl.fault(path=r'/merge$', n=2, **fault)
    done = shop.sync(AUTO)
    assert done.status == 0, done
    assert shop.request.automatic


# a branch for each period


def test_each_period_has_a_branch_and_a_request_of_its_own(shop):
    words = ('--mr-branch', 'okrsync/{period}', '--mr-title',
             'OKR pages of {period}')
    shop.add_okr('Last quarter', labels=('Q4 2024',))
    shop.add_okr('Win larger customers')
    done = shop.sync(*words)
    assert done.status == 0, done
    assert shop.request.source_branch == 'okrsync/2025-q1'
    assert shop.request.title == 'OKR pages of Q1 2025'
    shop.add_okr('Onboard', OTHER, labels=('Q2 2025',))
    assert shop.sync(*words).status == 0
    assert len(shop.requests) == 1
    done = shop.sync(*words, '--today', '2025-04-02')
    assert done.status == 0, done
    assert [m.source_branch for m in shop.requests] == [
        'okrsync/2025-q1', 'okrsync/2025-q2']
    # Long after all of them: the newest.
    done = shop.plan(*words, '--today', '2026-04-02', '--mr-branch',
                     'other/{period}')
    assert "from 'other/2025-q2'" in done.out, done


def test_without_a_period_the_branch_has_a_name_too(shop):
    shop.add_okr('Some day', labels=())
    done = shop.sync('--mr-branch', 'okrsync/{period}')
    assert done.status == 0, done
    assert shop.request.source_branch == 'okrsync/pages'

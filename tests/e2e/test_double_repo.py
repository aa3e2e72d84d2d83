"""The double's repositories: files and commits by API, git over HTTP."""
import base64
import os
import subprocess

import pytest

from double import TOKEN
from rest import Rest

P = 'acme/handbook'
URL = '/projects/acme%2Fhandbook/repository'
HI = URL + '/files/content%2Fhi%2Emd'


@pytest.fixture
def gl(gitlab):
    gitlab.add_project(P, files={'content/hi.md': '# Hi\n'})
    return gitlab


@pytest.fixture
def repo(gl):
    return gl.project(P).repo


@pytest.fixture
def api(gl):
    return Rest(gl.url, gl.token)


@pytest.fixture
def developer(gl):
    """A token that may push, but not to protected branches."""
    gl.project(P).members[gl.add_user('dev').id] = 30
    gl.add_token('glpat-dev', 'dev')
    return Rest(gl.url, 'glpat-dev')


def commit(api, branch='main', **more):
    body = {'branch': branch, 'commit_message': 'Write\n\nwhy', 'actions': [
        {'action': 'update', 'file_path': 'content/hi.md',
         'content': '# Ho\n'}]}
    body.update(more)
    return api.post(URL + '/commits', body)


# files

def test_a_file_is_read_in_two_ways(repo, api):
    raw = api.get(HI + '/raw')
    assert (raw.status, raw.body) == (200, b'# Hi\n')
    one = api.get(HI + '?ref=HEAD').json
    assert base64.b64decode(one['content']) == b'# Hi\n'
    assert one['commit_id'] == repo.commit_id('main')
    head = api.ask('HEAD', HI + '?ref=main')
    assert (head.status, head.body) == (200, b'')
    assert head.headers['x-gitlab-last-commit-id'] == one['commit_id']
    assert api.get(HI).json == {'error': 'ref is missing'}


def test_files_are_created_updated_and_deleted(repo, api):
    body = {'branch': 'main', 'commit_message': 'm', 'content': 'bmV3',
            'encoding': 'base64'}
    path = URL + '/files/new%2Emd'
    made = api.post(path, body)
    assert made.status == 201
    assert made.json == {'file_path': 'new.md', 'branch': 'main'}
    assert api.post(path, body).json == {
        'message': 'A file with this name already exists'}
    assert api.put(path, dict(body, content='two',
                              encoding='text')).status == 200
    assert repo.files()['new.md'] == b'two'
    assert api.ask('DELETE', path, body).status == 204
    assert 'new.md' not in repo.files()


def test_an_update_of_a_changed_file_is_refused(gl, repo, api):
    old = api.get(HI + '?ref=main').json['last_commit_id']
    body = {'branch': 'main', 'commit_message': 'm', 'content': 'x',
            'last_commit_id': old}
    gl.add_files(P, {'other.md': 'y\n'})
    assert api.put(HI, body).status == 200, 'another file was written'
    reply = api.put(HI, body)
    assert reply.status == 400
    assert 'has changed since' in reply.json['message']


def test_an_empty_repository_has_no_files(gitlab):
    gitlab.add_project('acme/empty')
    api = Rest(gitlab.url, gitlab.token)
    url = '/projects/acme%2Fempty/repository'
    assert api.get(url + '/tree').json == {'message': '404 Tree Not Found'}
    assert api.get(url + '/branches').json == []
    assert api.get(url + '/files/a/raw').status == 404
    first = api.post(url + '/commits', {
        'branch': 'main', 'commit_message': 'first', 'actions': [
            {'action': 'create', 'file_path': 'a', 'content': 'a'}]})
    assert (first.status, first.json['parent_ids']) == (201, [])


def test_the_tree_is_listed_flat_or_whole(gl, api):
    gl.add_files(P, {'content/deep/x.md': 'x', 'z.md': 'z'})
    flat = [r['path'] for r in api.get(URL + '/tree').json]
    assert flat == ['content', 'z.md']
    rows = api.walk(URL + '/tree?recursive=true&per_page=2')
    assert [r['path'] for r in rows] == [
        'content', 'content/deep', 'content/deep/x.md', 'content/hi.md',
        'z.md']
    below = api.get(URL + '/tree?path=content').json
    assert [r['name'] for r in below] == ['deep', 'hi.md']


# commits

def test_one_request_commits_many_files(repo, api):
    reply = commit(api, actions=[
        {'action': 'create', 'file_path': 'a "b".md', 'content': 'ä'},
        {'action': 'move', 'previous_path': 'content/hi.md',
         'file_path': 'content/ho.md'},
        {'action': 'create', 'file_path': 'c', 'content': 'AAE=',
         'encoding': 'base64'}])
    assert reply.status == 201
    assert reply.json['id'] == repo.commit_id('main')
    assert reply.json['stats']['additions'] >= 1
    assert repo.files() == {'a "b".md': 'ä'.encode(), 'c': b'\0\1',
                            'content/ho.md': b'# Hi\n'}
    last = api.get(URL + '/commits').json[0]
    assert (last['title'], last['message']) == ('Write', 'Write\n\nwhy')


def test_a_commit_can_start_a_branch(repo, api):
    old = repo.commit_id('main')
    assert commit(api, 'okr', start_branch='main').status == 201
    assert repo.commit_id('main') == old
    assert repo.files('okr')['content/hi.md'] == b'# Ho\n'
    again = commit(api, 'okr', start_branch='main')
    assert again.status == 400
    assert "A branch called 'okr' already exists" in again.json['message']


@pytest.mark.parametrize('action,word', [
    ({'action': 'create', 'file_path': 'content/hi.md', 'content': ''},
     'A file with this name already exists'),
    ({'action': 'update', 'file_path': 'no.md', 'content': ''},
     "A file with this name doesn't exist"),
    ({'action': 'delete', 'file_path': 'no.md'},
     "A file with this name doesn't exist"),
    ({'action': 'update', 'file_path': 'content/hi.md', 'content': 'x',
      'last_commit_id': 'f' * 40}, 'has changed since'),
    ({'action': 'create', 'file_path': '../x', 'content': ''}, 'path')])
def test_actions_that_do_not_fit_change_nothing(repo, api, action, word):
    old = repo.commit_id('main')
    reply = commit(api, actions=[action])
    assert reply.status == 400 and word in reply.json['message']
    assert repo.commit_id('main') == old


def test_unknown_branches_and_actions_are_refused(api):
    assert commit(api, 'nowhere').status == 400
    assert commit(api, actions='x').json == {'error': 'actions is invalid'}
    reply = commit(api, actions=[{'action': 'burn', 'file_path': 'x'}])
    assert 'does not have a valid value' in reply.json['error']


def test_protected_branches_are_for_maintainers(repo, developer):
    reply = commit(developer)
    assert reply.status == 403
    assert 'not allowed to push' in reply.json['message']
    assert commit(developer, 'okr', start_branch='main').status == 201


def test_a_hook_refuses_commits_too(repo, api):
    repo.refuse_pushes('GitLab: the size is wrong')
    reply = commit(api)
    assert (reply.status, reply.json) == (400,
                                          {'message': 'the size is wrong'})
    repo.accept_pushes()
    assert commit(api).status == 201


def test_branches_are_made_and_deleted(repo, api):
    made = api.post(URL + '/branches?branch=a%2Fb&ref=main')
    assert (made.status, made.json['name']) == (201, 'a/b')
    assert api.post(URL + '/branches?branch=a%2Fb&ref=main').status == 400
    assert [b['name'] for b in api.get(URL + '/branches').json] == \
        ['a/b', 'main']
    assert api.ask('DELETE', URL + '/branches/a%2Fb').status == 204
    assert api.ask('DELETE', URL + '/branches/main').status == 403
    assert list(repo.branches()) == ['main']


def test_guests_of_private_projects_do_not_read_code(gl):
    gl.project(P).members[gl.add_user('guest').id] = 10
    gl.add_token('glpat-guest', 'guest')
    assert Rest(gl.url, 'glpat-guest').get(URL + '/tree').status == 403


def test_a_merge_request_follows_its_branch(repo, api):
    commit(api, 'okr', start_branch='main')
    url = '/projects/acme%2Fhandbook/merge_requests'
    body = {'source_branch': 'okr', 'target_branch': 'main', 'title': 't'}
    api.post(url, body)
    first = api.get(url + '/1').json
    assert (first['sha'], first['changes_count']) == (
        repo.commit_id('okr'), '1')
    commit(api, 'okr', actions=[{'action': 'create', 'file_path': 'n',
                                 'content': 'n'}])
    later = api.get(url + '/1').json
    assert (later['sha'], later['changes_count']) == (
        repo.commit_id('okr'), '2')
    found = api.get(url + '?source_branch=okr&target_branch=main'
                    '&state=opened').json
    assert [m['iid'] for m in found] == [1]
    done = api.put(url + '/1', {'state_event': 'close', 'title': 'u',
                                'add_labels': 'okr'}).json
    assert (done['state'], done['title'], done['labels']) == (
        'closed', 'u', ['okr'])
    assert api.post(url, body).status == 201
    same = api.post(url, dict(body, source_branch='main'))
    assert same.status == 422 and isinstance(same.json['message'], list)


# git over HTTP

def address(gl, password=TOKEN, project=P):
    host = gl.url.split('//')[1]
    who = f'oauth2:{password}@' if password else ''
    return f'http://{who}{host}/{project}.git'


def git(folder, *args):
    """Run git with no one's configuration; (status, output, errors)."""
    env = {'PATH': os.environ['PATH'], 'HOME': str(folder),
           'GIT_CONFIG_NOSYSTEM': '1', 'GIT_TERMINAL_PROMPT': '0',
           'GIT_AUTHOR_NAME': 'a', 'GIT_AUTHOR_EMAIL': 'a@example.com',
           'GIT_COMMITTER_NAME': 'a', 'GIT_COMMITTER_EMAIL': 'a@example.com'}
    done = subprocess.run(['git', *args], cwd=folder, env=env, text=True,
                          capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def work(gl, tmp_path):
    """A clone with one commit to push."""
    folder = tmp_path / 'work'
    assert git(tmp_path, 'clone', '-q', address(gl), 'work')[0] == 0
    (folder / 'new.md').write_text('new\n')
    git(folder, 'add', '.')
    git(folder, 'commit', '-qm', 'new')
    return folder


def test_a_push_arrives_and_the_api_sees_it(repo, api, work):
    assert git(work, 'push', '-q', 'origin', 'main')[0] == 0
    assert repo.files()['new.md'] == b'new\n'
    assert api.get(URL + '/files/new.md/raw').body == b'new\n'


def test_a_commit_by_api_can_be_fetched(api, work):
    commit(api)
    assert git(work, 'fetch', '-q')[0] == 0
    status, text, _ = git(work, 'show', 'origin/main:content/hi.md')
    assert (status, text) == (0, '# Ho\n')
    status, _, errors = git(work, 'push', 'origin', 'main')
    assert status != 0 and '[rejected]' in errors


def test_a_push_refused_by_a_hook_changes_nothing(repo, work):
    repo.refuse_pushes('not today')
    old = repo.commit_id('main')
    status, _, errors = git(work, 'push', 'origin', 'main')
    assert status != 0
    assert 'remote: not today' in errors
    assert 'pre-receive hook declined' in errors
    assert repo.commit_id('main') == old


def test_a_hook_found_in_a_given_repository_is_kept(gitlab, tmp_path):
    bare = tmp_path / 'bare.git'
    git(tmp_path, 'init', '-q', '--bare', '-b', 'main', str(bare))
    hook = bare / 'hooks' / 'pre-receive'
    hook.write_text('#!/bin/sh\necho mine >&2\nexit 1\n')
    hook.chmod(0o755)
    gitlab.add_project(P, repo_path=str(bare))
    git(tmp_path, 'clone', '-q', address(gitlab), 'work')
    work = tmp_path / 'work'
    git(work, 'checkout', '-q', '-b', 'main')
    git(work, 'commit', '-q', '--allow-empty', '-m', 'x')
    status, _, errors = git(work, 'push', 'origin', 'main')
    assert status != 0 and 'remote: mine' in errors


def test_a_developer_cannot_push_to_a_protected_branch(gl, developer, work):
    git(work, 'remote', 'set-url', 'origin', address(gl, 'glpat-dev'))
    status, _, errors = git(work, 'push', 'origin', 'main')
    assert status != 0
    assert 'not allowed to push code to protected branches' in errors
    assert git(work, 'push', '-q', 'origin', 'main:okr')[0] == 0


def test_protected_branches_are_not_forced(repo, work):
    git(work, 'commit', '-q', '--amend', '-m', 'other')
    git(work, 'push', '-q', 'origin', 'main', 'main:okr')
    git(work, 'commit', '-q', '--amend', '-m', 'again')
    status, _, errors = git(work, 'push', '-f', 'origin', 'main')
    assert status != 0 and 'not allowed to force push' in errors
    assert git(work, 'push', '-q', '-f', 'origin', 'main:okr')[0] == 0


def test_large_pushes_are_chunked(gl, repo, work):
    (work / 'big').write_bytes(os.urandom(300000))
    git(work, 'add', '.')
    git(work, 'commit', '-qm', 'big')
    status = git(work, '-c', 'http.postBuffer=1000', 'push', '-q',
                 'origin', 'main')
    assert status[0] == 0, status
    assert len(repo.files()['big']) == 300000
    last = gl.asked('POST', 'git-receive-pack')[-1]
    assert last['headers'].get('Transfer-Encoding') == 'chunked'
    assert last['token'] == TOKEN


def test_long_fetch_requests_are_compressed(gl, work):
    for number in range(60):
        git(work, 'commit', '-q', '--allow-empty', '-m', str(number))
    gl.add_files(P, {'x': 'x'})
    assert git(work, 'fetch', '-q')[0] == 0
    packed = [r for r in gl.asked('POST', 'git-upload-pack')
              if r['headers'].get('Content-Encoding') == 'gzip']
    assert packed and packed[-1]['status'] == 200


def test_shallow_clones_work(gl, tmp_path):
    gl.add_files(P, {'x': 'x'})
    status = git(tmp_path, 'clone', '-q', '--depth', '1', address(gl), 's')
    assert status[0] == 0
    count = git(tmp_path / 's', 'rev-list', '--count', 'HEAD')[1]
    assert count.strip() == '1'


@pytest.mark.parametrize('password', ['glpat-wrong', ''])
def test_a_wrong_password_does_not_clone(gl, tmp_path, password):
    status, _, errors = git(tmp_path, 'clone', address(gl, password), 'w')
    assert status != 0
    assert 'Access denied' in errors or 'could not read' in errors


def test_a_project_one_cannot_see_is_not_found(gl, tmp_path):
    gl.add_token('glpat-ada', 'ada')
    status, _, errors = git(tmp_path, 'clone', address(gl, 'glpat-ada'), 'w')
    assert status != 0 and 'not found' in errors.lower()


def test_public_projects_are_cloned_by_anyone_and_pushed_by_members(
        gl, tmp_path):
    gl.add_project('acme/open', visibility='public', files={'a': 'a'})
    where = address(gl, '', 'acme/open')
    assert git(tmp_path, 'clone', '-q', where, 'open')[0] == 0
    status, _, errors = git(tmp_path / 'open', 'push', 'origin', 'main:b')
    assert status != 0 and 'could not read Username' in errors


def test_a_token_without_the_scope_does_not_push(gl, work):
    gl.add_token('glpat-read', scopes=['read_repository'])
    git(work, 'remote', 'set-url', 'origin', address(gl, 'glpat-read'))
    assert git(work, 'fetch', '-q')[0] == 0
    status, _, errors = git(work, 'push', 'origin', 'main')
    assert status != 0 and '403' in errors


def test_faults_strike_pushes_as_well(gl, repo, work):
    old = repo.commit_id('main')
    gl.fault(path='git-receive-pack', method='POST', status=502)
    status, _, errors = git(work, 'push', 'origin', 'main')
    assert status != 0 and '502' in errors
    assert repo.commit_id('main') == old
    assert gl.requests[-1]['token'] == TOKEN
    assert git(work, 'push', '-q', 'origin', 'main')[0] == 0

"""What lies in a repository: files, tree, branches, commits, templates."""
import base64
import binascii
import hashlib

from .entities_mr import branch as branch_view
from .entities_mr import commit as commit_view
from .paging import listing
from .plumbing import (Answer, bad_param, bad_request, forbidden,
                       not_found, unauthorized)
from .repo import HookRefused
from .routing import created, route
from .state import LEVELS

READ = ('read_repository',)
WRITE = ('write_repository',)
ACTIONS = ('create', 'delete', 'move', 'update', 'chmod')
CHANGED = ('You are attempting to update a file that has changed since you '
           'started editing it.')
NOT_ON_BRANCH = 'You can only create or edit files when you are on a branch'
TEMPLATES = {'issues': '.gitlab/issue_templates',
             'merge_requests': '.gitlab/merge_request_templates'}
FILE = '/projects/:id/repository/files/:file_path'


def code_project(call):
    """The project, if the caller may read its code."""
    project = call.project()
    if project.visibility == 'private':
        call.need(LEVELS['reporter'], project)
    return project


def commit_at(call, project, ref, what):
    commit = project.repo.commit_id(ref) if project.repo else None
    if commit is None:
        raise not_found(what)
    return commit


# files

def file_facts(call, need_ref):
    """(repo, commit, path, ref, headers) of the file asked for."""
    project = code_project(call)
    ref = call.text('ref', required=need_ref) or 'HEAD'
    commit = commit_at(call, project, ref,
                       'Commit' if project.repo else 'File')
    repo, path = project.repo, call.args['file_path']
    blob = repo.blob_id(commit, path)
    if blob is None:
        raise not_found('File')
    data = repo.read(commit, path)
    return data, {
        'Blob-Id': blob, 'Commit-Id': commit,
        'Content-Sha256': hashlib.sha256(data).hexdigest(),
        'Encoding': 'base64', 'File-Name': path.split('/')[-1],
        'File-Path': path, 'Last-Commit-Id': repo.last_commit(commit, path),
        'Ref': ref, 'Size': str(len(data)), 'Execute-Filemode':
        'true' if repo.is_executable(commit, path) else 'false'}


def gitlab_headers(facts):
    return {f'X-Gitlab-{name}': value for name, value in facts.items()}


@route('GET', FILE + '/raw', user=False, job=True, scopes=READ)
def raw_file(call):
    data, facts = file_facts(call, False)
    del facts['Encoding']
    headers = gitlab_headers(facts)
    headers['Content-Disposition'] = 'inline'
    return Answer(200, data, headers, 'text/plain; charset=utf-8')


@route('GET', FILE, user=False, scopes=READ)
def get_file(call):
    data, facts = file_facts(call, True)
    view = {name.lower().replace('-', '_'): value
            for name, value in facts.items()}
    view.update(size=len(data), content=base64.b64encode(data).decode(),
                execute_filemode=facts['Execute-Filemode'] == 'true')
    return Answer(200, view, gitlab_headers(facts))


def decode(call_text, encoding):
    """File content from a request."""
    if encoding == 'base64':
        try:
            return base64.b64decode(call_text or '')
        except (ValueError, binascii.Error):
            raise bad_request('invalid base64') from None
    return (call_text or '').encode()


def may_push(call, project, branch):
    level = call.level(project)
    return level >= (LEVELS['maintainer'] if branch in project.protected
                     else LEVELS['developer'])


def need_push(call, project, branch):
    if call.user is None:
        raise unauthorized()
    if not may_push(call, project, branch):
        raise forbidden('You are not allowed to push into this branch')


def parent_of(call, project, branch):
    """The commit to build on: start_branch's tip, or the branch's own."""
    repo = call.gl.make_repo(project)
    start = call.text('start_branch')
    here = repo.commit_id(f'refs/heads/{branch}')
    if call.text('start_sha'):
        return commit_at(call, project, call.text('start_sha'), 'Commit')
    if start and start != branch:
        if here and not call.flag('force'):
            raise bad_request(f"A branch called '{branch}' already exists. "
                              'Switch to that branch in order to make '
                              'changes')
        commit = repo.commit_id(f'refs/heads/{start}')
        if commit is None:
            raise bad_request("Cannot find start_branch '" + start + "'")
        return commit
    if here is None and repo.branches():
        raise bad_request(NOT_ON_BRANCH)
    return here


def do_commit(call, project, branch, parent, changes, executable=()):
    """Write the commit; a hook's refusal is a 400."""
    author = None
    if call.text('author_name') or call.text('author_email'):
        author = (call.text('author_name') or call.user.name,
                  call.text('author_email') or call.user.email)
    message = call.text('commit_message', required=True)
    try:
        commit = project.repo.write(
            branch, changes, message, call.user,
            call.state.clock.stamp(), parent, author, '', executable)
    except HookRefused as error:
        text = str(error)
        for mark in ('GL-HOOK-ERR:', 'GitLab:'):
            text = text.replace(mark, '')
        raise bad_request('PreReceiveError: ' + text.strip()
                          if not text else text.strip()) from None
    project.last_activity_at = call.gl.now
    call.state.touch()
    return commit


def check_last(repo, parent, path, wanted):
    """The compare-and-swap of GitLab: last_commit_id of a file."""
    if wanted and repo.last_commit(parent, path) != wanted:
        raise bad_request(CHANGED)


def write_file(call, new):
    project = call.project()
    branch = call.text('branch', required=True)
    need_push(call, project, branch)
    call.text('commit_message', required=True)
    if not call.has('content'):
        raise bad_param('content is missing')
    parent, path = parent_of(call, project, branch), call.args['file_path']
    have = parent and project.repo.blob_id(parent, path)
    if new and have:
        raise bad_request('A file with this name already exists')
    if not new and not have:
        raise bad_request("A file with this name doesn't exist")
    check_last(project.repo, parent, path, call.text('last_commit_id'))
    data = decode(call.params['content'], call.text('encoding'))
    do_commit(call, project, branch, parent, {path: data})
    return {'file_path': path, 'branch': branch}


@route('POST', FILE, scopes=WRITE)
def create_file(call):
    return created(write_file(call, True))


@route('PUT', FILE, scopes=WRITE)
def update_file(call):
    return Answer(200, write_file(call, False))


@route('DELETE', FILE, scopes=WRITE)
def delete_file(call):
    project = call.project()
    branch = call.text('branch', required=True)
    need_push(call, project, branch)
    parent, path = parent_of(call, project, branch), call.args['file_path']
    if not parent or not project.repo.blob_id(parent, path):
        raise bad_request("A file with this name doesn't exist")
    check_last(project.repo, parent, path, call.text('last_commit_id'))
    do_commit(call, project, branch, parent, {path: None})
    return Answer(204)


# tree, branches, commits

@route('GET', '/projects/:id/repository/tree', user=False, scopes=READ)
def tree(call):
    project = code_project(call)
    ref = call.text('ref') or project.default_branch
    commit = commit_at(call, project, ref, 'Tree')
    path = (call.text('path') or '').strip('/')
    rows = project.repo.entries(commit, path, call.flag('recursive'))
    if rows is None:
        raise not_found('Tree' if path else 'invalid revision or path')
    return listing(call, rows, lambda row: row, {'recursive': 'false'})


def one_branch(call, project, name):
    info = project.repo.info(f'refs/heads/{name}')
    return branch_view(call.show, project, name, info,
                       may_push(call, project, name))


@route('GET', '/projects/:id/repository/branches', user=False, job=True,
       scopes=READ)
def branches(call):
    project = code_project(call)
    word = call.text('search') or ''
    names = project.repo.branches() if project.repo else {}
    return listing(call, [n for n in names if word in n],
                   lambda n: one_branch(call, project, n))


def find_branch(call):
    project = code_project(call)
    name = call.args['branch']
    if not project.repo or name not in project.repo.branches():
        raise not_found('Branch')
    return project, name


@route('GET', '/projects/:id/repository/branches/:branch', user=False,
       scopes=READ)
def get_branch(call):
    return Answer(200, one_branch(call, *find_branch(call)))


@route('POST', '/projects/:id/repository/branches')
def create_branch(call):
    project = call.project()
    name = call.text('branch', required=True)
    need_push(call, project, name)
    start = project.repo and project.repo.commit_id(
        call.text('ref', required=True))
    if not start:
        raise bad_request('Invalid reference name: ' + call.text('ref'))
    if name in project.repo.branches():
        raise bad_request('Branch already exists')
    project.repo.create_branch(name, start)
    call.state.touch()
    return created(one_branch(call, project, name))


@route('DELETE', '/projects/:id/repository/branches/:branch')
def delete_branch(call):
    project, name = find_branch(call)
    need_push(call, project, name)
    if name == project.default_branch or name in project.protected:
        raise forbidden('Protected branches cannot be deleted')
    project.repo.delete_branch(name)
    call.state.touch()
    return Answer(204)


@route('GET', '/projects/:id/repository/commits', user=False, scopes=READ)
def commits(call):
    project = code_project(call)
    ref = call.text('ref_name') or project.default_branch
    rows = project.repo.log(ref, call.text('path'), call.text('since'),
                            call.text('until')) if project.repo else None
    if rows is None:
        raise not_found('Commit' if call.has('ref_name') else 'Repository')
    return listing(call, rows,
                   lambda r: commit_view(call.show, project, r))


@route('GET', '/projects/:id/repository/commits/:sha', user=False, job=True,
       scopes=READ)
def get_commit(call):
    project = code_project(call)
    commit = commit_at(call, project, call.args['sha'], 'Commit')
    return Answer(200, commit_detail(call, project, commit))


def commit_detail(call, project, commit):
    info = project.repo.info(commit)
    info['stats'] = project.repo.stats(commit)
    return commit_view(call.show, project, info, True)


@route('POST', '/projects/:id/repository/commits')
def create_commit(call):
    project = call.project()
    branch = call.text('branch', required=True)
    need_push(call, project, branch)
    call.text('commit_message', required=True)
    actions = call.params.get('actions')
    if not isinstance(actions, list):
        raise bad_param('actions is missing' if actions is None
                        else 'actions is invalid')
    parent = parent_of(call, project, branch)
    changes, modes = plan_actions(project.repo, parent, actions)
    commit = do_commit(call, project, branch, parent, changes, modes)
    return created(commit_detail(call, project, commit))


def plan_actions(repo, parent, actions):
    """({path: content or None}, executable paths) of a list of actions."""
    changes, modes = {}, set()

    def current(path):
        if path in changes:
            return changes[path]
        return repo.read(parent, path) if parent else None

    for action in actions:
        plan_action(repo, parent, action, current, changes, modes)
    return changes, modes


def plan_action(repo, parent, action, current, changes, modes):
    if not isinstance(action, dict) or 'action' not in action:
        raise bad_param('actions[0][action] is missing')
    kind, path = action['action'], action.get('file_path')
    if kind not in ACTIONS:
        raise bad_param('actions[0][action] does not have a valid value')
    if not path:
        raise bad_param('actions[0][file_path] is missing')
    if path.startswith('/') or '..' in path.split('/') or \
            '.git' in path.lower().split('/'):
        raise bad_request('invalid path: ' + path)
    source = action.get('previous_path') if kind == 'move' else path
    have = current(source)
    if kind == 'create' and have is not None:
        raise bad_request('A file with this name already exists')
    if kind != 'create' and have is None:
        raise bad_request("A file with this name doesn't exist")
    if kind in ('update', 'move', 'delete') and parent:
        check_last(repo, parent, source, action.get('last_commit_id'))
    if kind == 'move':
        changes[source] = None
    if kind == 'delete':
        changes[path] = None
    elif action.get('content') is None and kind in ('move', 'chmod'):
        changes[path] = have
    elif action.get('content') is None:
        raise bad_param('actions[0][content] is missing')
    else:
        changes[path] = decode(action['content'], action.get('encoding'))
    if action.get('execute_filemode'):
        modes.add(path)


# templates

def template_files(call):
    """(project, commit, {name: path}) of the templates of a type."""
    project = call.project()
    kind = call.args['type']
    if kind not in TEMPLATES:
        raise bad_param('type does not have a valid value')
    commit = project.repo and project.repo.commit_id(project.default_branch)
    rows = project.repo.entries(commit, TEMPLATES[kind]) if commit else None
    return project, commit, {r['name'][:-3]: r['path'] for r in rows or []
                             if r['name'].endswith('.md')}


@route('GET', '/projects/:id/templates/:type', user=False)
def templates(call):
    _, _, names = template_files(call)
    return listing(call, sorted(names), lambda n: {'key': n, 'name': n})


@route('GET', '/projects/:id/templates/:type/:name', user=False)
def get_template(call):
    project, commit, names = template_files(call)
    name = call.args['name']
    if name not in names:
        raise not_found('Template')
    data = project.repo.read(commit, names[name])
    return Answer(200, {'name': name,
                        'content': data.decode('utf-8', 'replace')})



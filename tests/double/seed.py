"""Seeds: a whole instance in one JSON file (its form is in README.md)."""
import json
import os

SETTINGS = ('tier', 'version', 'keyset', 'totals_limit', 'offset_limit',
            'rate_limit', 'issue_limit', 'note_limit', 'gzip', 'etags',
            'header_case')
OWNER_KEYS = ('visibility', 'members', 'name', 'id', 'description')
PROJECT_KEYS = OWNER_KEYS + ('default_branch', 'protected', 'archived',
                             'issues_enabled', 'merge_requests_enabled',
                             'old_paths', 'repo_path')


def read_json(seed):
    """(dictionary, folder that its file names are relative to)."""
    if isinstance(seed, dict):
        return seed, '.'
    with open(seed, encoding='utf-8') as file:
        return json.load(file), os.path.dirname(os.path.abspath(seed))


def pick(source, names):
    return {n: source[n] for n in names if n in source}


def check_keys(what, given, known):
    """A misspelt key is an error, not silence."""
    wrong = sorted(set(given) - set(known))
    if wrong:
        raise ValueError(f'seed: {what} has no {", ".join(wrong)}')


def load_seed(gl, seed):
    """Fill a double from a seed."""
    data, folder = read_json(seed)
    check_keys('the top', data, ('now', 'step', 'settings', 'users',
                                 'tokens', 'groups', 'projects', 'faults'))
    if 'now' in data:
        gl.set_clock(data['now'], data.get('step', 1.0))
    check_keys('settings', data.get('settings', {}), SETTINGS)
    for name, value in data.get('settings', {}).items():
        setattr(gl, name, value)
    for user in data.get('users', []):
        load_user(gl, user)
    for token in data.get('tokens', []):
        gl.add_token(**token)
    for group in data.get('groups', []):
        load_owner(gl, gl.add_group(group['path'],
                                    **pick(group, OWNER_KEYS)), group)
    for project in data.get('projects', []):
        load_project(gl, project, folder)
    for fault in data.get('faults', []):
        gl.fault(**fault)


def load_user(gl, user):
    """A new user, or more about one that is there (the token's)."""
    have = gl.state.find_user(user['username'])
    if have is None:
        gl.add_user(**user)
        return
    for name, value in user.items():
        setattr(have, name, value)


def load_owner(gl, owner, data):
    """Labels, milestones and boards of a group or project."""
    for label in data.get('labels', []):
        gl.add_label(owner, **({'name': label} if isinstance(label, str)
                               else label))
    for milestone in data.get('milestones', []):
        gl.add_milestone(owner, **milestone)
    for board in data.get('boards', []):
        gl.add_board(owner, **board)


def load_project(gl, data, folder):
    check_keys('a project', data, PROJECT_KEYS + (
        'path', 'labels', 'milestones', 'boards', 'issues', 'files',
        'files_from', 'templates', 'merge_requests'))
    project = gl.add_project(data['path'], **pick(data, PROJECT_KEYS))
    load_owner(gl, project, data)
    files = dict(data.get('files', {}))
    if 'files_from' in data:
        files.update(read_tree(os.path.join(folder, data['files_from'])))
    for name, text in data.get('templates', {}).items():
        files[f'.gitlab/issue_templates/{name}.md'] = text
    if files:
        gl.add_files(project, files)
    for issue in data.get('issues', []):
        load_issue(gl, project, dict(issue), folder)
    for request in data.get('merge_requests', []):
        request = dict(request)
        author = gl.state.need_user(request.pop('author', gl.user))
        gl.create_merge_request(project, author, **request)


def load_issue(gl, project, data, folder):
    name = data.pop('description_from', None)
    if name:
        with open(os.path.join(folder, name), encoding='utf-8') as file:
            data['description'] = file.read()
    links = data.pop('links', [])
    issue = gl.add_issue(project, **data)
    for iid in links:
        gl.link_issues(issue, project.by_iid[iid])


def read_tree(folder):
    """{path: bytes} of all files below a folder, `.git` left out."""
    out = {}
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f != '.git')
        for name in names:
            path = os.path.join(place, name)
            with open(path, 'rb') as file:
                out[os.path.relpath(path, folder)] = file.read()
    return out


# what is left at the end

def dump_state(gl):
    """The instance's projects as plain data, for a look afterwards."""
    show, out = gl.show, []
    for project in gl.state.projects.values():
        files = project.repo.files(project.default_branch) \
            if project.repo else {}
        out.append({
            'path': project.full_path,
            'labels': [show.label(x) for x in project.labels],
            'issues': [dict(show.issue(i),
                            notes=[show.note(n) for n in i.notes])
                       for i in project.issues],
            'merge_requests': [
                {'iid': m.iid, 'title': m.title, 'state': m.state,
                 'description': m.description,
                 'source_branch': m.source_branch,
                 'target_branch': m.target_branch,
                 'notes': [show.note(n) for n in m.notes]}
                for m in project.merge_requests],
            'branches': project.repo.branches() if project.repo else {},
            'files': {p: d.decode('utf-8', 'replace')
                      for p, d in files.items()}})
    return {'now': gl.now, 'requests': len(gl.requests), 'projects': out}

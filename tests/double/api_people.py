"""Users, tokens, members, groups, projects, and the instance itself."""
from .access import is_active
from .paging import listing
from .plumbing import Answer, ApiError, forbidden, not_found
from .routing import created, route

NOT_PAT = ('400 Bad request - This endpoint requires token type to be a '
           'personal access token')


def metadata(call):
    return Answer(200, {
        'version': call.gl.version, 'revision': 'ceb07b24cb0',
        'kas': {'enabled': True, 'externalUrl': None,
                'externalK8sProxyUrl': None, 'version': call.gl.version},
        'enterprise': call.gl.tier != 'free'})


for path in ('/version', '/metadata'):
    route('GET', path, scopes=('read_user',))(metadata)


@route('GET', '/personal_access_tokens/self', scopes=('any',), job=True)
def own_token(call):
    if call.token.kind == 'job':
        raise ApiError(400, {'message': NOT_PAT})
    active = is_active(call.token, call.state.clock.today())
    return Answer(200, call.show.token(call.token, active))


@route('GET', '/user', scopes=('read_user',))
def own_user(call):
    return Answer(200, call.show.full_user(call.user))


@route('GET', '/users', scopes=('read_user',))
def list_users(call):
    name = call.text('username')
    word = (call.text('search') or '').lower()
    rows = [u for u in call.state.users.values()
            if (name is None or u.username.lower() == name.lower())
            and (word in u.username.lower() or word in u.name.lower())]
    rows.sort(key=lambda u: -u.id)
    return listing(call, rows, call.show.user, {
        'active': 'false', 'blocked': 'false', 'external': 'false',
        'skip_ldap': 'false', 'with_custom_attributes': 'false'})


@route('GET', '/users/:user_id', scopes=('read_user',))
def get_user(call):
    user = call.state.users.get(call.number_arg('user_id'))
    if user is None:
        raise not_found('User')
    return Answer(200, call.show.user(user))


@route('GET', '/job', user=False, job=True)
def own_job(call):
    if call.token is None:
        raise ApiError(401, {'message': '401 Unauthorized'})
    return Answer(200, {'id': 1, 'status': 'running', 'user':
                        call.show.user(call.user)})


# members

def member_rows(call, owner, inherited):
    levels = call.state.members(owner, inherited)
    word = (call.text('query') or '').lower()
    ids = call.words('user_ids')
    rows = [(call.state.users[uid], level) for uid, level in levels.items()]
    return sorted(((u, lv) for u, lv in rows
                   if (ids is None or str(u.id) in ids) and
                   (word in u.username.lower() or word in u.name.lower())),
                  key=lambda pair: pair[0].id)


def list_members(inherited):
    def handler(call):
        owner = call.owner()
        return listing(call, member_rows(call, owner, inherited),
                       lambda pair: call.show.member(*pair))
    return handler


def get_member(inherited):
    def handler(call):
        owner, wanted = call.owner(), call.number_arg('user_id')
        level = call.state.members(owner, inherited).get(wanted)
        if level is None:
            raise not_found()
        return Answer(200, call.show.member(call.state.users[wanted],
                                            level))
    return handler


def add_member(call):
    owner = call.owner()
    call.need(40, owner)
    uid = call.number('user_id')
    user = call.state.users.get(uid)
    if user is None:
        raise not_found('User')
    if uid in owner.members:
        raise ApiError(409, {'message': 'Member already exists'})
    owner.members[uid] = call.number('access_level')
    call.state.touch()
    return created(call.show.member(user, owner.members[uid]))


for place in ('projects', 'groups'):
    route('GET', f'/{place}/:id/members', user=False)(list_members(False))
    route('POST', f'/{place}/:id/members')(add_member)
    route('GET', f'/{place}/:id/members/all', user=False)(list_members(True))
    route('GET', f'/{place}/:id/members/:user_id',
          user=False)(get_member(False))
    route('GET', f'/{place}/:id/members/all/:user_id',
          user=False)(get_member(True))


@route('GET', '/projects/:id/users', user=False)
def project_users(call):
    rows = member_rows(call, call.project(), True)
    return listing(call, [u for u, _ in rows], call.show.user)


# groups and projects

@route('GET', '/groups', user=False)
def list_groups(call):
    word = (call.text('search') or '').lower()
    rows = [g for g in call.state.groups.values()
            if call.state.can_read(call.user, g) and
            word in g.full_path.lower()]
    return listing(call, sorted(rows, key=lambda g: g.name), call.show.group)


@route('GET', '/groups/:id', user=False)
def get_group(call):
    return Answer(200, call.show.group(call.group()))


def readable(call, projects):
    word = (call.text('search') or '').lower()
    return sorted((p for p in projects if word in p.full_path.lower()
                   and call.state.can_read(call.user, p)),
                  key=lambda p: -p.id)


@route('GET', '/groups/:id/projects', user=False)
def group_projects(call):
    group = call.group()
    rows = call.state.projects_below(group)
    if not call.flag('include_subgroups'):
        rows = [p for p in rows if p.group is group]
    return listing(call, readable(call, rows),
                   lambda p: call.show.project(p, call.user))


@route('GET', '/groups/:id/subgroups', user=False)
def subgroups(call):
    group = call.group()
    return listing(call, [g for g in call.state.groups.values()
                          if g.parent is group], call.show.group)


@route('GET', '/projects', user=False)
def list_projects(call):
    rows = readable(call, call.state.projects.values())
    if call.flag('membership'):
        rows = [p for p in rows if call.level(p)]
    return listing(call, rows, lambda p: call.show.project(p, call.user))


@route('GET', '/projects/:id', user=False)
def get_project(call):
    return Answer(200, call.show.project(call.project(), call.user))


@route('POST', '/projects')
def create_project(call):
    name = call.text('name') or call.text('path', required=True)
    path = call.text('path') or name.lower().replace(' ', '-')
    group = call.state.find_group(call.number('namespace_id') or 0)
    if group is None:
        raise not_found('Namespace')
    call.need(40, group)
    full = f'{group.full_path}/{path}'
    if call.state.find_project(full):
        taken = ['has already been taken']
        raise ApiError(400, {'message': {'name': taken, 'path': taken}})
    project = call.gl.add_project(
        full, name=name, visibility=call.text('visibility', 'private'))
    project.members[call.user.id] = 50
    return created(call.show.project(project, call.user))


@route('PUT', '/projects/:id')
def update_project(call):
    project = call.project(40)
    for name in ('name', 'description', 'default_branch', 'visibility'):
        if call.has(name):
            setattr(project, name, call.text(name))
    if call.has('issues_enabled'):
        project.issues_enabled = call.flag('issues_enabled')
    call.state.touch_shared()
    return Answer(200, call.show.project(project, call.user))


@route('DELETE', '/projects/:id')
def delete_project(call):
    call.project(50)
    raise forbidden('this double keeps its projects')

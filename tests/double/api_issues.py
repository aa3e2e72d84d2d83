"""Issues: lists, one, create, update, links, label events."""
from . import filters
from .paging import (NO_KEYSET, keyset_page, listing, no_keyset, offset_page,
                     unpaged)
from .plumbing import Answer, ApiError, bad_param, dump, forbidden, not_found
from .routing import created, route
from .state import LEVELS

STATES = ('opened', 'closed', 'all')
LONGEST_TEXT = 1048576
LONGEST_TITLE = 255
WRITABLE = ('title', 'description', 'labels', 'add_labels', 'remove_labels',
            'state_event', 'assignee_ids', 'assignee_id', 'milestone_id',
            'due_date', 'confidential', 'discussion_locked', 'issue_type',
            'weight', 'epic_id', 'epic_iid', 'updated_at')
NO_CHANGE = ', '.join(WRITABLE) + ' are missing, at least one parameter ' \
    'must be provided'
PLANNER, OWNER = LEVELS['planner'], LEVELS['owner']
PAGING = ('page', 'per_page', 'cursor', 'pagination', 'private_token')


def may_see(call, issue, level):
    """Confidential issues are for their people and for planners up."""
    return (not issue.confidential or level >= PLANNER or
            (call.user is not None and
             (issue.author is call.user or call.user in issue.assignees)))


def visible(call, projects):
    """All issues in these projects that the caller may see."""
    out = []
    for project in projects:
        level = call.level(project)
        if level >= PLANNER:
            out.extend(project.issues)
        else:
            out.extend(i for i in project.issues if may_see(call, i, level))
    if not call.gl.rest_lists_okrs:
        out = [i for i in out
               if i.issue_type not in ('objective', 'key_result')]
    return out


def find_rows(call, place, projects, orders):
    """Filtered and ordered issues; the same list asked again is kept."""
    order_by, descending = filters.wanted_order(call, orders)
    asked = repr(sorted((k, v) for k, v in call.params.items()
                        if k not in PAGING))
    key = (place, call.user and call.user.id, asked)
    rows, typed = call.gl.kept_list(key)
    if rows is None:
        rows = filters.select(call, visible(call, projects), filters.ISSUE)
        rows = filters.order(rows, order_by, descending)
        call.gl.keep_list(key, rows, call.typed)
    else:
        call.typed.update(typed)
    return rows, order_by, descending


def row_view(call):
    """Issues as JSON bytes, kept until the issue changes."""
    details = call.flag('with_labels_details')
    shared = call.state.shared

    def view(issue):
        if issue.cache_shared != shared:
            issue.cache, issue.cache_shared = {}, shared
        text = issue.cache.get(details)
        if text is None:
            text = issue.cache[details] = dump(
                call.show.issue(issue, details))
        return text
    return view


def list_defaults(call, **more):
    """Defaults that GitLab makes explicit in Link addresses."""
    out = {'order_by': 'created_at', 'sort': 'desc', 'state': 'all',
           'with_labels_details': 'false'}
    out.update(more)
    return out


def setup(call, scope='all'):
    call.states, call.scope = STATES, scope


@route('GET', '/projects/:id/issues', user=False)
def project_issues(call):
    project = call.project()
    setup(call)
    keyset = call.params.get('pagination') == 'keyset'
    if keyset and not call.gl.keyset:
        raise ApiError(405, {'error': NO_KEYSET})
    if keyset:
        filters.need_keyset_params(call)
        if call.params['order_by'] not in filters.KEYSET_ORDERS:
            raise ApiError(405, {'error': NO_KEYSET})
    orders = filters.KEYSET_ORDERS if keyset else filters.ORDERS
    rows, order_by, descending = find_rows(call, project.id, [project],
                                           orders)
    if keyset:
        return keyset_page(call, rows, filters.sort_key(order_by), order_by,
                           descending, row_view(call), list_defaults(call))
    return offset_page(call, rows, row_view(call), list_defaults(call),
                       'Issue' if call.gl.keyset else None)


@route('GET', '/groups/:id/issues', user=False)
def group_issues(call):
    group = call.group()
    setup(call)
    no_keyset(call)
    hide = call.flag('non_archived', True)
    projects = [p for p in call.state.projects_below(group)
                if call.state.can_read(call.user, p)
                and not (hide and p.archived)]
    rows, _, _ = find_rows(call, f'g{group.id}', projects, filters.ORDERS)
    return offset_page(call, rows, row_view(call),
                       list_defaults(call, non_archived='true'))


@route('GET', '/issues')
def all_issues(call):
    setup(call, 'created_by_me')
    no_keyset(call)
    projects = [p for p in call.state.projects.values()
                if call.state.can_read(call.user, p)]
    rows, _, _ = find_rows(call, 'all', projects, filters.ORDERS)
    return offset_page(call, rows, row_view(call), list_defaults(
        call, non_archived='true', scope='created_by_me'))


def find_issue(call, name='iid'):
    """The issue of the path, if the caller may see it."""
    project = call.project()
    issue = project.by_iid.get(call.number_arg(name))
    if issue is None or not may_see(call, issue, call.level(project)):
        raise not_found()
    return issue


@route('GET', '/projects/:id/issues/:iid', user=False)
def get_issue(call):
    return Answer(200, call.show.one_issue(find_issue(call)))


@route('GET', '/issues/:issue_id')
def get_issue_by_id(call):
    if not call.user.admin:
        raise forbidden()
    issue = call.state.issues_by_id.get(call.number_arg('issue_id'))
    if issue is None:
        raise not_found()
    return Answer(200, call.show.one_issue(issue))


def assignees(call):
    """The users named; unknown ids are left out, as GitLab does."""
    words = call.words('assignee_ids')
    if words is None:
        words = call.words('assignee_id')
    found = [call.state.users.get(int(w)) for w in words or []
             if w.isdigit()]
    return [u for u in found if u]


def read_fields(call, project):
    """{attribute: value} of what the caller sent and may set."""
    out = {}
    if call.has('title'):
        out['title'] = call.text('title', required=True,
                                 longest=LONGEST_TITLE)
    if call.has('description'):
        out['description'] = call.text('description', '',
                                       longest=LONGEST_TEXT) or ''
    if call.has('confidential'):
        out['confidential'] = call.flag('confidential')
    if call.has('issue_type'):
        out['issue_type'] = call.one_of('issue_type', filters.ISSUE_TYPES)
    if call.level(project) >= PLANNER:
        out.update(planner_fields(call, project))
    return out


def planner_fields(call, project):
    """What guests may send but cannot set."""
    out = {}
    if call.has('labels'):
        out['labels'] = call.words('labels') or []
    if call.has('assignee_ids') or call.has('assignee_id'):
        out['assignees'] = assignees(call)
    if call.has('milestone_id'):
        out['milestone'] = call.state.find_milestone(
            project, call.number('milestone_id') or None)
    if call.has('due_date'):
        out['due_date'] = due_date(call)
    if call.has('weight'):
        out['weight'] = call.number('weight')
    return out


def due_date(call):
    word = call.text('due_date')
    if word and not call.time('due_date'):
        raise bad_param('due_date is invalid')
    return word[:10] if word else None


def issue_fields(call, project):
    """Fields for a new issue, with what only owners may choose."""
    out = read_fields(call, project)
    if call.level(project) >= OWNER:
        if call.has('created_at'):
            out['created_at'] = call.time('created_at')
        if call.has('iid'):
            out['iid'] = call.number('iid')
            if out['iid'] in project.by_iid:
                raise ApiError(409, {'message': '409 Duplicated issue'})
    return out


@route('POST', '/projects/:id/issues')
def create_issue(call):
    project = call.project()
    call.text('title', required=True)
    if not project.issues_enabled or project.archived:
        raise forbidden()
    fields = issue_fields(call, project)
    call.gl.limits.application('issue', call.gl.issue_limit, call.user)
    title = fields.pop('title')
    people = fields.pop('assignees', [])
    if call.gl.tier == 'free':
        people = people[:1]
    issue = call.gl.create_issue(project, call.user, title,
                                 assignees=people, **fields)
    return created(call.show.one_issue(issue))


@route('PUT', '/projects/:id/issues/:iid')
def update_issue(call):
    issue = find_issue(call)
    project = issue.project
    if not any(call.has(name) for name in WRITABLE):
        raise bad_param(NO_CHANGE)
    if call.level(project) < PLANNER and issue.author is not call.user \
            and call.user not in issue.assignees:
        raise forbidden()
    changes = read_fields(call, project)
    if call.level(project) >= PLANNER:
        for name in ('add_labels', 'remove_labels'):
            if call.has(name):
                changes[name] = call.words(name) or []
        if call.has('discussion_locked'):
            changes['discussion_locked'] = call.flag('discussion_locked')
    if call.has('state_event'):
        changes['state_event'] = call.one_of('state_event',
                                             ('close', 'reopen'))
    call.gl.update_item(issue, call.user, changes)
    return Answer(200, call.show.one_issue(issue))


@route('DELETE', '/projects/:id/issues/:iid')
def delete_issue(call):
    issue = find_issue(call)
    call.need(OWNER, issue.project)
    issue.project.issues.remove(issue)
    del issue.project.by_iid[issue.iid]
    del call.state.issues_by_id[issue.id]
    call.state.touch()
    return Answer(204)


@route('GET', '/projects/:id/issues/:eventable_id/resource_label_events',
       user=False)
def label_events(call):
    issue = find_issue(call, 'eventable_id')
    return listing(call, issue.events,
                   lambda e: call.show.label_event(e, issue))


@route('GET', '/projects/:id/issues/:iid/links', user=False)
def list_links(call):
    issue = find_issue(call)
    return unpaged(issue.links, lambda x: call.show.linked_issue(x, issue))


def link_target(call):
    """The other issue of a new link."""
    ref = call.text('target_project_id', required=True)
    project = call.state.find_project(ref)
    if project is None or not call.state.can_read(call.user, project):
        raise not_found('Project')
    iid = call.text('target_issue_iid', required=True)
    issue = project.by_iid.get(int(iid) if iid.isdigit() else 0)
    if issue is None or not may_see(call, issue, call.level(project)):
        raise not_found()
    return issue


@route('POST', '/projects/:id/issues/:iid/links')
def create_link(call):
    source = find_issue(call)
    call.need(LEVELS['guest'], source.project)
    target = link_target(call)
    kind = call.one_of('link_type',
                       ('relates_to', 'blocks', 'is_blocked_by'),
                       'relates_to')
    for link in source.links:
        if target in (link.source, link.target) and target is not source:
            raise ApiError(409, {'message': 'Issue(s) already assigned'})
    return created(call.show.issue_link(
        call.gl.link_issues(source, target, kind)))


def find_link(call):
    issue = find_issue(call)
    wanted = call.number_arg('issue_link_id')
    for link in issue.links:
        if link.id == wanted:
            return link
    raise not_found()


@route('GET', '/projects/:id/issues/:iid/links/:issue_link_id', user=False)
def get_link(call):
    return Answer(200, call.show.issue_link(find_link(call)))


@route('DELETE', '/projects/:id/issues/:iid/links/:issue_link_id')
def delete_link(call):
    link = find_link(call)
    link.source.links.remove(link)
    link.target.links.remove(link)
    call.state.touch()
    return Answer(200, call.show.issue_link(link))

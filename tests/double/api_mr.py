"""Merge requests: lists, one, create, update."""
from . import filters
from .api_issues import assignees, planner_fields
from .entities_mr import merge_request, one_merge_request
from .paging import listing
from .plumbing import Answer, ApiError, bad_param, forbidden, not_found
from .routing import created, route
from .state import LEVELS

STATES = ('opened', 'closed', 'locked', 'merged', 'all')
ORDERS = ('created_at', 'label_priority', 'milestone_due', 'popularity',
          'priority', 'title', 'updated_at', 'merged_at')
DEFAULTS = {'order_by': 'created_at', 'sort': 'desc', 'state': 'all',
            'with_labels_details': 'false',
            'with_merge_status_recheck': 'false'}
WRITABLE = ('title', 'description', 'target_branch', 'labels', 'add_labels',
            'remove_labels', 'state_event', 'assignee_id', 'assignee_ids',
            'reviewer_ids', 'milestone_id', 'squash',
            'remove_source_branch', 'discussion_locked',
            'allow_collaboration')
PAIR = 'Another open merge request already exists for this source branch: '


def find_merge_request(call, name='iid'):
    project = call.project()
    wanted = call.number_arg(name)
    for mr in project.merge_requests:
        if mr.iid == wanted:
            return mr
    raise not_found()


def list_of(call, projects):
    call.states, call.scope = STATES, 'all'
    order_by, descending = filters.wanted_order(call, ORDERS)
    items = [m for p in projects for m in p.merge_requests]
    for mr in items:
        mr.fresh = False
    rows = filters.select(call, items, filters.MERGE_REQUEST)
    rows = filters.order(rows, order_by, descending)
    details = call.flag('with_labels_details')
    return listing(call, rows,
                   lambda m: merge_request(call.show, m, details), DEFAULTS)


@route('GET', '/projects/:id/merge_requests', user=False, job=True)
def project_merge_requests(call):
    return list_of(call, [call.project()])


@route('GET', '/groups/:id/merge_requests', user=False)
def group_merge_requests(call):
    group = call.group()
    return list_of(call, [p for p in call.state.projects_below(group)
                          if call.state.can_read(call.user, p)])


@route('GET', '/projects/:id/merge_requests/:iid', user=False, job=True)
def get_merge_request(call):
    mr = find_merge_request(call)
    mr.fresh = False
    return Answer(200, one_merge_request(call.show, mr))


def read_fields(call, project):
    """{attribute: value} of what the caller sent."""
    out = {}
    if call.has('title'):
        out['title'] = call.text('title', required=True, longest=255)
    if call.has('description'):
        out['description'] = call.text('description', '') or ''
    if call.has('target_branch'):
        out['target_branch'] = call.text('target_branch', required=True)
    if call.has('reviewer_ids'):
        words = call.words('reviewer_ids') or []
        out['reviewers'] = [u for u in map(call.state.users.get,
                                           map(int, words)) if u]
    for name in ('squash', 'remove_source_branch', 'allow_collaboration'):
        if call.has(name):
            out[name] = call.flag(name)
    people = planner_fields(call, project)
    out.update({k: people[k] for k in ('labels', 'milestone')
                if k in people})
    if call.has('assignee_ids') or call.has('assignee_id'):
        out['assignees'] = assignees(call)
    return out


def check_new(project, source, target):
    """What stands against a new merge request."""
    if source == target:
        raise ApiError(422, {'message': ["You can't use same project/branch "
                                         'for source and target']})
    for mr in project.merge_requests:
        if (mr.state, mr.source_branch, mr.target_branch) == (
                'opened', source, target):
            raise ApiError(409, {'message': [f'{PAIR}!{mr.iid}']})


@route('POST', '/projects/:id/merge_requests')
def create_merge_request(call):
    project = call.project(LEVELS['developer'])
    if not project.merge_requests_enabled or project.archived:
        raise forbidden()
    call.text('title', required=True)
    source = call.text('source_branch', required=True)
    target = call.text('target_branch', required=True)
    check_new(project, source, target)
    fields = read_fields(call, project)
    fields.update(source_branch=source, target_branch=target)
    mr = call.gl.create_merge_request(project, call.user, **fields)
    return created(one_merge_request(call.show, mr))


@route('PUT', '/projects/:id/merge_requests/:iid')
def update_merge_request(call):
    mr = find_merge_request(call)
    if not any(call.has(name) for name in WRITABLE):
        raise bad_param(', '.join(WRITABLE) + ' are missing, at least one '
                        'parameter must be provided')
    if call.level(mr.project) < LEVELS['developer'] and \
            mr.author is not call.user:
        raise forbidden()
    changes = read_fields(call, mr.project)
    for name in ('add_labels', 'remove_labels'):
        if call.has(name):
            changes[name] = call.words(name) or []
    event = call.one_of('state_event', ('close', 'reopen'))
    if event:
        changes['state_event'] = event
    mr.fresh = False
    call.gl.update_item(mr, call.user, changes)
    return Answer(200, one_merge_request(call.show, mr))


def check_mergeable(call, mr):
    """What GitLab has against merging it now; just after the opening, all."""
    level = 'maintainer' if mr.target_branch in mr.project.protected \
        else 'developer'
    if call.level(mr.project) < LEVELS[level]:
        raise ApiError(401, {'message': '401 Unauthorized'})
    fresh, mr.fresh = mr.fresh, False
    draft = mr.title.lower().startswith('draft:')
    if fresh or draft or mr.state != 'opened' or not mr.project.pipeline:
        raise ApiError(405, {'message': '405 Method Not Allowed'})
    if call.has('sha') and call.text('sha') != mr.head():
        raise ApiError(409, {'message': 'SHA does not match HEAD of source '
                                        f'branch: {mr.head()}'})


@route('PUT', '/projects/:id/merge_requests/:iid/merge')
def accept_merge_request(call):
    """Merges now, or when the pipeline, still running, succeeds."""
    mr = find_merge_request(call)
    check_mergeable(call, mr)
    later = call.flag('auto_merge') or \
        call.flag('merge_when_pipeline_succeeds')
    if later and mr.project.pipeline == 'running':
        mr.automatic = mr.head()
    else:
        call.gl.merge(mr, call.user)
    return Answer(200, one_merge_request(call.show, mr))

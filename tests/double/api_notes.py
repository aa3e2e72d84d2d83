"""Notes of issues and merge requests: list, one, create, update, delete."""
from .api_issues import find_issue
from .api_mr import find_merge_request
from .paging import listing
from .plumbing import Answer, bad_param, forbidden, not_found
from .routing import created, route
from .state import LEVELS

LONGEST_NOTE = 1000000
FILTERS = ('all_notes', 'only_comments', 'only_activity')
DEFAULTS = {'activity_filter': 'all_notes', 'order_by': 'created_at',
            'sort': 'desc'}
ISSUE = '/projects/:id/issues/:noteable_id/notes'
REQUEST = '/projects/:id/merge_requests/:noteable_id/notes'


def find_item(call):
    """The issue or merge request whose notes are asked for."""
    if call.req.path.split('/')[5] == 'issues':
        return find_issue(call, 'noteable_id')
    return find_merge_request(call, 'noteable_id')


def visible_notes(call, item):
    """Internal notes are for planners up and for their author."""
    trusted = call.level(item.project) >= LEVELS['planner']
    return [n for n in item.notes
            if trusted or not n.internal or n.author is call.user]


def list_notes(call):
    item = find_item(call)
    wanted = call.one_of('activity_filter', FILTERS, 'all_notes')
    order_by = call.one_of('order_by', ('created_at', 'updated_at'),
                           'created_at')
    descending = call.one_of('sort', ('asc', 'desc'), 'desc') == 'desc'
    notes = [n for n in visible_notes(call, item)
             if wanted == 'all_notes' or
             n.system == (wanted == 'only_activity')]
    notes.sort(key=lambda n: (getattr(n, order_by), n.id),
               reverse=descending)
    return listing(call, notes, call.show.note, DEFAULTS)


def find_note(call):
    item = find_item(call)
    wanted = call.number_arg('note_id')
    for note in visible_notes(call, item):
        if note.id == wanted:
            return note
    raise not_found('Note')


def get_note(call):
    return Answer(200, call.show.note(find_note(call)))


def create_note(call):
    item = find_item(call)
    body = call.text('body', required=True, longest=LONGEST_NOTE)
    level = call.level(item.project)
    if item.discussion_locked and not level:
        raise forbidden()
    internal = call.flag('internal') or call.flag('confidential')
    if internal and level < LEVELS['planner']:
        raise forbidden()
    call.gl.limits.application('note', call.gl.note_limit, call.user)
    when = call.time('created_at') if level >= LEVELS['owner'] else None
    note, changes, summary = call.gl.create_note(item, call.user, body,
                                                 internal, when)
    if note is None:
        return Answer(202, {'commands_changes': shown(changes),
                            'summary': summary})
    return created(call.show.note(note, shown(changes)))


def shown(changes):
    """Changes by quick actions, in a form JSON can hold."""
    return {k: v for k, v in changes.items() if k != 'assign'}


def own_note(call):
    """The note, if the caller may write it: its author or a maintainer."""
    note = find_note(call)
    level = call.level(note.noteable.project)
    if note.system or (note.author is not call.user and
                       level < LEVELS['maintainer']):
        raise forbidden()
    return note


def update_note(call):
    note = own_note(call)
    if not call.has('body'):
        raise bad_param('body is missing')
    note.body = call.text('body', required=True, longest=LONGEST_NOTE)
    note.updated_at = call.state.clock.stamp()
    call.gl.touched(note.noteable, note.updated_at)
    return Answer(200, call.show.note(note))


def delete_note(call):
    note = own_note(call)
    note.noteable.notes.remove(note)
    call.gl.touched(note.noteable)
    return Answer(204)


for place in (ISSUE, REQUEST):
    in_request = place is REQUEST
    route('GET', place, user=False, job=in_request)(list_notes)
    route('GET', place + '/:note_id', user=False, job=in_request)(get_note)
    route('POST', place)(create_note)
    route('PUT', place + '/:note_id')(update_note)
    route('DELETE', place + '/:note_id')(delete_note)

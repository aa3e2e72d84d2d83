"""Labels, milestones, boards and their lists, of projects and groups."""
import re

from .model import Board, BoardList
from .paging import listing
from .plumbing import (Answer, ApiError, bad_param, invalid, not_found)
from .routing import created, route
from .state import LEVELS, clean_label

COLOR = re.compile(r'^#(?:[0-9A-Fa-f]{3}){1,2}$')
NAMED = {'red': '#FF0000', 'green': '#008000', 'blue': '#0000FF',
         'yellow': '#FFFF00', 'orange': '#FFA500', 'purple': '#800080',
         'gray': '#808080', 'black': '#000000', 'white': '#FFFFFF'}
PLANNER = LEVELS['planner']


def both(method, rest, **options):
    """Register a handler for projects and for groups."""
    def register(handler):
        for kind in ('projects', 'groups'):
            route(method, f'/{kind}/:id/{rest}', **options)(handler)
        return handler
    return register


def is_project(owner):
    return hasattr(owner, 'issues')


def label_view(call, owner):
    counts = call.flag('with_counts')
    one = call.show.label if is_project(owner) else call.show.group_label
    return lambda label: one(label, counts)


@both('GET', 'labels', user=False)
def list_labels(call):
    owner = call.owner()
    above = call.flag('include_ancestor_groups', True)
    labels = call.state.labels_for(owner) if above else owner.labels
    word = (call.text('search') or '').lower()
    rows = sorted((x for x in labels if word in x.name.lower()),
                  key=lambda x: (x.name.lower(), x.id))
    return listing(call, rows, label_view(call, owner), {
        'include_ancestor_groups': 'true', 'with_counts': 'false'})


def find_label(call, owner):
    """By id or by title."""
    word = call.args['name']
    label = call.state.find_label(owner, word)
    if label is None and word.isdigit():
        label = call.state.find_label(owner, int(word))
    if label is None:
        raise not_found('Label')
    return label


@both('GET', 'labels/:name', user=False)
def get_label(call):
    owner = call.owner()
    return Answer(200, label_view(call, owner)(find_label(call, owner)))


def read_color(call):
    color = call.text('color', required=True)
    color = NAMED.get(color.lower(), color)
    if not COLOR.match(color):
        raise invalid('color', 'must be a valid color code')
    return color


@both('POST', 'labels')
def create_label(call):
    owner = call.owner()
    call.need(PLANNER, owner)
    name = clean_label(call.text('name', required=True))
    color = read_color(call)
    if call.state.find_label(owner, name):
        raise ApiError(409, {'message': 'Label already exists'})
    if ',' in name:
        raise invalid('title', 'is invalid')
    label = call.state.add_label(owner, name, color=color,
                                 description=call.text('description'),
                                 priority=call.number('priority'))
    return created(label_view(call, owner)(label))


@both('PUT', 'labels/:name')
def update_label(call):
    owner = call.owner()
    call.need(PLANNER, owner)
    label = find_label(call, owner)
    names = ('new_name', 'color', 'description', 'priority')
    if not any(call.has(name) for name in names):
        raise bad_param(', '.join(names) + ' are missing, at least one '
                        'parameter must be provided')
    if call.has('new_name'):
        label.name = clean_label(call.text('new_name', required=True))
    if call.has('color'):
        label.color = read_color(call)
    if call.has('description'):
        label.description = call.text('description')
    if call.has('priority'):
        label.priority = call.number('priority')
    call.state.touch_shared()
    return Answer(200, label_view(call, owner)(label))


@both('DELETE', 'labels/:name')
def delete_label(call):
    owner = call.owner()
    call.need(PLANNER, owner)
    label = find_label(call, owner)
    label.owner.labels.remove(label)
    for issue in call.state.issues_by_id.values():
        issue.labels = [x for x in issue.labels if x is not label]
    call.state.touch_shared()
    return Answer(204)


# milestones

@both('GET', 'milestones', user=False)
def list_milestones(call):
    owner = call.owner()
    above = call.flag('include_ancestors') or \
        call.flag('include_parent_milestones')
    rows = call.state.milestones_for(owner) if above else owner.milestones
    state = call.one_of('state', ('active', 'closed', 'all'), 'all')
    iids = call.words('iids')
    title, word = call.text('title'), (call.text('search') or '').lower()
    since, until = call.time('updated_after'), call.time('updated_before')
    rows = [m for m in rows if state in ('all', m.state)
            and (iids is None or str(m.iid) in iids)
            and (title is None or m.title == title)
            and word in m.title.lower()
            and (since is None or m.updated_at >= since)
            and (until is None or m.updated_at <= until)]
    rows.sort(key=lambda m: (m.due_date or '9', m.id))
    return listing(call, rows, call.show.milestone, {'state': 'all'})


def find_milestone(call, owner):
    wanted = call.number_arg('milestone_id')
    for milestone in owner.milestones:
        if milestone.id == wanted:
            return milestone
    raise not_found()


@both('GET', 'milestones/:milestone_id', user=False)
def get_milestone(call):
    return Answer(200, call.show.milestone(
        find_milestone(call, call.owner())))


@both('POST', 'milestones')
def create_milestone(call):
    owner = call.owner()
    call.need(PLANNER, owner)
    title = call.text('title', required=True)
    if any(m.title == title for m in call.state.milestones_for(owner)):
        raise invalid('title', 'has already been taken')
    return created(call.show.milestone(call.state.add_milestone(
        owner, title, description=call.text('description', ''),
        start_date=call.text('start_date'),
        due_date=call.text('due_date'))))


@both('PUT', 'milestones/:milestone_id')
def update_milestone(call):
    owner = call.owner()
    call.need(PLANNER, owner)
    milestone = find_milestone(call, owner)
    for name in ('title', 'description', 'start_date', 'due_date'):
        if call.has(name):
            setattr(milestone, name, call.text(name))
    event = call.one_of('state_event', ('close', 'activate'))
    if event:
        milestone.state = 'closed' if event == 'close' else 'active'
    milestone.updated_at = call.state.clock.stamp()
    call.state.touch_shared()
    return Answer(200, call.show.milestone(milestone))


# boards

@both('GET', 'boards', user=False)
def list_boards(call):
    owner = call.owner()
    return listing(call, owner.boards, call.show.board)


def find_board(call):
    owner = call.owner()
    wanted = call.number_arg('board_id')
    for board in owner.boards:
        if board.id == wanted:
            return board
    raise not_found('Board')


@both('GET', 'boards/:board_id', user=False)
def get_board(call):
    return Answer(200, call.show.board(find_board(call)))


@both('POST', 'boards')
def create_board(call):
    owner = call.owner()
    call.need(PLANNER, owner)
    board = Board(id=call.state.next_id('board'), owner=owner,
                  name=call.text('name', required=True))
    owner.boards.append(board)
    call.state.touch()
    return created(call.show.board(board))


@both('PUT', 'boards/:board_id')
def update_board(call):
    board = find_board(call)
    call.need(PLANNER, board.owner)
    if call.has('name'):
        board.name = call.text('name', required=True)
    if call.has('labels'):
        board.labels = [call.state.need_label(board.owner, n)
                        for n in call.words('labels')]
    if call.has('milestone_id'):
        board.milestone = call.state.find_milestone(
            board.owner, call.number('milestone_id') or None)
    if call.has('assignee_id'):
        board.assignee = call.state.users.get(call.number('assignee_id'))
    for name in ('hide_backlog_list', 'hide_closed_list'):
        if call.has(name):
            setattr(board, name, call.flag(name))
    call.state.touch()
    return Answer(200, call.show.board(board))


@both('GET', 'boards/:board_id/lists', user=False)
def board_lists(call):
    return listing(call, find_board(call).lists, call.show.board_list)


@both('GET', 'boards/:board_id/lists/:list_id', user=False)
def get_board_list(call):
    wanted = call.number_arg('list_id')
    for item in find_board(call).lists:
        if item.id == wanted:
            return Answer(200, call.show.board_list(item))
    raise not_found()


@both('POST', 'boards/:board_id/lists')
def create_board_list(call):
    board = find_board(call)
    call.need(PLANNER, board.owner)
    kinds = ('label_id', 'assignee_id', 'milestone_id', 'iteration_id')
    if sum(call.has(k) for k in kinds) != 1:
        raise bad_param(', '.join(kinds) + ' are missing, exactly one '
                        'parameter must be provided')
    label = call.state.find_label(board.owner, call.number('label_id'))
    if call.has('label_id') and label is None:
        raise ApiError(400, {'error': 'Label not found!'})
    item = BoardList(
        id=call.state.next_id('list'), position=len(board.lists),
        label=label, assignee=call.state.users.get(
            call.number('assignee_id')),
        milestone=call.state.find_milestone(board.owner,
                                            call.number('milestone_id')))
    board.lists.append(item)
    call.state.touch()
    return created(call.show.board_list(item))

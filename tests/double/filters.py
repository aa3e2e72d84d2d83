"""The documented filters and orders of issue and merge request lists.

A filter is made once per list from the parameters; each test then looks at
one item. Unknown values end in the API framework's 400.
"""
import datetime

from .plumbing import ApiError, bad_param
from .routing import split_words

ISSUE_TYPES = ('issue', 'incident', 'test_case', 'requirement', 'task',
               'ticket')
DUE = ('0', 'any', 'today', 'tomorrow', 'overdue', 'week', 'month',
       'next_month_and_previous_two_weeks')
ORDERS = ('created_at', 'due_date', 'label_priority', 'milestone_due',
          'popularity', 'priority', 'relative_position', 'title',
          'updated_at', 'weight')
KEYSET_ORDERS = ('created_at', 'updated_at', 'title', 'id', 'weight',
                 'due_date', 'relative_position')
EXCLUSIVE = (('milestone', 'milestone_id'), ('author_id', 'author_username'),
             ('assignee_id', 'assignee_username'))


def lower(value):
    return str(value).lower()


def numbers(call, name, source=None):
    """A list of whole numbers, or None; other words are a 400."""
    words = split_words((source or call.params).get(name))
    if words is None:
        return None
    try:
        return {int(w) for w in words}
    except ValueError:
        raise bad_param(f'{name} is invalid') from None


def check_exclusive(params):
    for pair in EXCLUSIVE:
        if all(name in params for name in pair):
            raise bad_param(f'{", ".join(pair)} are mutually exclusive')


# each maker returns a test, or None when the parameter is not given

def by_state(call):
    state = call.one_of('state', call.states, 'all')
    if state == 'all':
        return None
    return lambda item: item.state == state


def by_iids(call):
    wanted = numbers(call, 'iids')
    return wanted and (lambda item: item.iid in wanted)


def label_test(words):
    if [lower(w) for w in words] == ['none']:
        return lambda item: not item.labels
    if [lower(w) for w in words] == ['any']:
        return lambda item: bool(item.labels)
    wanted = set(words)
    return lambda item: wanted <= {x.name for x in item.labels}


def by_labels(call):
    words = call.words('labels')
    if words is None:
        return None
    call.typed['labels'] = words
    return label_test(words) if words else None


def milestone_test(call, name):
    """None, Any, Upcoming, Started or a title."""
    word, today = lower(name).lstrip('#'), call.state.clock.today().isoformat()
    if word in ('none', 'no milestone', '0'):
        return lambda item: item.milestone is None
    if word in ('any', 'any milestone'):
        return lambda item: item.milestone is not None
    if word == 'started':
        return lambda item: bool(
            item.milestone and item.milestone.state == 'active' and
            (item.milestone.start_date or '9') <= today and
            (item.milestone.due_date or '9') >= today)
    if word == 'upcoming':
        return upcoming_test(call, today)
    return lambda item: bool(item.milestone and item.milestone.title == name)


def upcoming_test(call, today):
    """The milestone that is due next, of each owner."""
    first = {}
    for item in call.listed:
        stone = item.milestone
        if not stone or stone.state != 'active' or not stone.due_date:
            continue
        if stone.due_date <= today:
            continue
        best = first.get(stone.owner.id)
        if best is None or stone.due_date < best.due_date:
            first[stone.owner.id] = stone
    chosen = {x.id for x in first.values()}
    return lambda item: bool(item.milestone and item.milestone.id in chosen)


def by_milestone(call):
    if 'milestone' in call.params:
        return milestone_test(call, call.text('milestone'))
    if 'milestone_id' in call.params:
        word = call.text('milestone_id')
        if word.isdigit() and word != '0':
            wanted = int(word)
            return lambda item: bool(item.milestone and
                                     item.milestone.id == wanted)
        if lower(word) not in ('none', 'any', 'upcoming', 'started', '0'):
            raise bad_param('milestone_id is invalid')
        return milestone_test(call, word)
    return None


def people_words(call, names):
    """What one of two parameters asks for: (ids, names, words)."""
    for name in names:
        words = call.words(name)
        if words is not None:
            return words
    return None


def person_test(words, people):
    """A test on the users that `people(item)` gives."""
    if [lower(w) for w in words] == ['none']:
        return lambda item: not people(item)
    if [lower(w) for w in words] == ['any']:
        return lambda item: bool(people(item))
    wanted = {lower(w) for w in words}
    return lambda item: all(
        any(w in (str(u.id), u.username.lower()) for u in people(item))
        for w in wanted)


def by_author(call):
    words = people_words(call, ('author_id', 'author_username'))
    return words and person_test(words, lambda item: [item.author])


def by_assignee(call):
    words = people_words(call, ('assignee_id', 'assignee_username'))
    return words and person_test(words, lambda item: item.assignees)


def by_search(call):
    """Every word in title or description; `in` narrows it to one."""
    text = call.text('search')
    if not text:
        return None
    where = call.words('in') or ['title', 'description']
    if not set(where) <= {'title', 'description'}:
        raise bad_param('in does not have a valid value')
    words = text.lower().split()

    def test(item):
        full = '\n'.join(getattr(item, w) or '' for w in where).lower()
        return all(w in full for w in words)
    return test


def by_time(name):
    """created_after, created_before, ...: inclusive."""
    field, _, side = name.rpartition('_')

    def make(call):
        limit = call.time(name)
        if limit is None:
            return None
        if side == 'after':
            return lambda item: getattr(item, field + '_at') >= limit
        return lambda item: getattr(item, field + '_at') <= limit
    return make


def by_confidential(call):
    if 'confidential' not in call.params:
        return None
    wanted = call.flag('confidential')
    return lambda item: item.confidential == wanted


def by_type(call):
    wanted = call.one_of('issue_type', ISSUE_TYPES)
    return wanted and (lambda item: item.issue_type == wanted)


def by_scope(call):
    scope = call.one_of('scope', ('created_by_me', 'assigned_to_me',
                                  'created-by-me', 'assigned-to-me', 'all'),
                        call.scope)
    user = call.user
    if scope == 'all' or scope is None:
        return None
    if scope.startswith('created'):
        return lambda item: item.author is user
    return lambda item: user in item.assignees


def by_weight(call):
    word = call.text('weight')
    if word is None:
        return None
    if lower(word) in ('none', 'any'):
        some = lower(word) == 'any'
        return lambda item: (item.weight is not None) == some
    return lambda item: item.weight == int(word)


def by_health(call):
    word = call.text('health_status')
    if word is None:
        return None
    if lower(word) in ('none', 'any'):
        some = lower(word) == 'any'
        return lambda item: (item.health_status is not None) == some
    return lambda item: item.health_status == word


def by_due(call):
    word = call.one_of('due_date', DUE)
    if word is None:
        return None
    if word in ('0', 'any'):
        some = word == 'any'
        return lambda item: (item.due_date is not None) == some
    first, last = due_window(word, call.state.clock.today())
    return lambda item: bool(item.due_date) and \
        first <= item.due_date <= last


def due_window(word, today):
    """First and last day of a due_date word, as text."""
    day = datetime.timedelta(days=1)
    monday = today - day * today.weekday()
    month = today.replace(day=1)
    after = (month + day * 32).replace(day=1)
    later = (after + day * 32).replace(day=1)
    first, last = {
        'today': (today, today), 'tomorrow': (today + day, today + day),
        'overdue': (datetime.date.min, today - day),
        'week': (monday, monday + 6 * day), 'month': (month, after - day),
        'next_month_and_previous_two_weeks': (today - 14 * day,
                                              later - day)}[word]
    return first.isoformat(), last.isoformat()


def by_negation(call):
    """not[...]: items that have none of what is named."""
    given = call.params.get('not')
    if not given:
        return None
    if not isinstance(given, dict):
        raise bad_param('not is invalid')
    tests = [make(call, given) for name, make in NEGATIONS.items()
             if name in given]
    return lambda item: not any(test(item) for test in tests)


def not_labels(_call, given):
    words = set(split_words(given['labels']))
    return lambda item: any(x.name in words for x in item.labels)


def not_milestone(_call, given):
    title = given['milestone']
    return lambda item: bool(item.milestone and
                             item.milestone.title == title)


def not_milestone_id(call, given):
    return milestone_test(call, given['milestone_id']) if not str(
        given['milestone_id']).isdigit() else lambda item: bool(
            item.milestone and
            str(item.milestone.id) == str(given['milestone_id']))


def not_iids(call, given):
    wanted = numbers(call, 'iids', given)
    return lambda item: item.iid in wanted


def not_people(name, people):
    def make(_call, given):
        wanted = {lower(w) for w in split_words(given[name])}
        return lambda item: any(
            str(u.id) in wanted or u.username.lower() in wanted
            for u in people(item))
    return make


def author_of(item):
    return [item.author]


def assignees_of(item):
    return item.assignees


NEGATIONS = {
    'labels': not_labels, 'milestone': not_milestone,
    'milestone_id': not_milestone_id, 'iids': not_iids,
    'author_id': not_people('author_id', author_of),
    'author_username': not_people('author_username', author_of),
    'assignee_id': not_people('assignee_id', assignees_of),
    'assignee_username': not_people('assignee_username', assignees_of)}
COMMON = [by_state, by_iids, by_labels, by_milestone, by_author, by_assignee,
          by_search, by_scope, by_negation, by_time('created_after'),
          by_time('created_before'), by_time('updated_after'),
          by_time('updated_before')]
ISSUE = COMMON + [by_confidential, by_type, by_weight, by_health, by_due]


def branch_test(name):
    def make(call):
        wanted = call.text(name)
        return wanted and (lambda item: getattr(item, name) == wanted)
    return make


def by_draft(call):
    wanted = call.one_of('wip', ('yes', 'no'))
    return wanted and (lambda item: item.title.lower().startswith('draft:')
                       == (wanted == 'yes'))


MERGE_REQUEST = COMMON + [branch_test('source_branch'),
                          branch_test('target_branch'), by_draft]


def select(call, items, makers):
    """The items that pass every filter asked for."""
    check_exclusive(call.params)
    call.listed = items
    tests = [test for test in (make(call) for make in makers) if test]
    return [item for item in items if all(test(item) for test in tests)]


# orders

def sort_key(order_by):
    """A function giving what an item is ordered by; None sorts last."""
    names = {'label_priority': 'created_at', 'priority': 'created_at',
             'popularity': 'created_at', 'relative_position': 'id'}
    if order_by == 'milestone_due':
        return lambda item: item.milestone and item.milestone.due_date
    if order_by == 'title':
        return lambda item: item.title.lower()
    name = names.get(order_by, order_by)
    return lambda item: getattr(item, name)


def order(items, order_by, descending):
    """Sorted; equal ones by id in the same direction, None at the end."""
    key = sort_key(order_by)
    some = [i for i in items if key(i) is not None]
    none = [i for i in items if key(i) is None]
    some.sort(key=lambda i: (key(i), i.id), reverse=descending)
    none.sort(key=lambda i: i.id, reverse=descending)
    return some + none


def wanted_order(call, orders, default='created_at'):
    order_by = call.one_of('order_by', orders, default)
    descending = call.one_of('sort', ('asc', 'desc'), 'desc') == 'desc'
    return order_by, descending


def need_keyset_params(call):
    """Keyset paging must be told its order."""
    if 'order_by' not in call.params or 'sort' not in call.params:
        raise ApiError(405, {'error': 'Keyset pagination is not yet '
                                      'available for this type of request'})

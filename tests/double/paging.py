"""Lists in pages, as GitLab cuts them.

Offset paging tells the totals (up to 10,000 rows) and rebuilds the addresses
in `Link`: numeric ids, defaults made explicit, keys sorted. Keyset paging
gives nothing but the next address, whose cursor is opaque.
"""
import base64
import json

from .plumbing import Answer, ApiError, bad_param, dump, join_rows, to_query

MAX_PER_PAGE = 100
SECRETS = ('private_token', 'access_token', 'job_token')
NO_KEYSET = 'Keyset pagination is not yet available for this type of request'


def number(params, name, default):
    """A parameter that must be a whole number from 1 up."""
    text = params.get(name, default)
    try:
        value = int(text)
    except (TypeError, ValueError):
        raise bad_param(f'{name} is invalid') from None
    if value < 1:
        raise bad_param(f'{name} does not have a valid value')
    return value


def per_page(params):
    return min(number(params, 'per_page', 20), MAX_PER_PAGE)


def rows_json(rows, view):
    out = (view(row) for row in rows)
    return join_rows([r if isinstance(r, bytes) else dump(r) for r in out])


def link_query(call, defaults, changes, drop=()):
    """The parameters of a rebuilt address."""
    params = dict(defaults)
    params.update({k: v for k, v in call.req.params.items()
                   if k not in SECRETS and k not in drop})
    params.update(call.typed)
    params.update(call.path_params())
    params.update(changes)
    return to_query(params)


def link(call, query, rel):
    return f'<{call.gl.external_url}{call.canonical}?{query}>; rel="{rel}"'


def offset_links(call, defaults, page, size, pages, has_next):
    """The Link header; `pages` is None when the total is not told."""
    wanted = []
    if page > 1:
        wanted.append(('prev', page - 1))
    if has_next:
        wanted.append(('next', page + 1))
    wanted.append(('first', 1))
    if pages is not None:
        wanted.append(('last', pages))
    return ', '.join(
        link(call, link_query(call, defaults,
                              {'page': n, 'per_page': size}), rel)
        for rel, n in wanted)


def check_offset(call, page, size, kind):
    """Refuse pages too far on, where the server enforces that."""
    limit = call.gl.offset_limit
    if kind and limit and (page - 1) * size > limit:
        raise ApiError(405, {'error': (
            f'Offset pagination has a maximum allowed offset of {limit} for '
            f'requests that return objects of type {kind}. Remaining records'
            ' can be retrieved using keyset pagination.')})


def offset_page(call, rows, view, defaults=None, kind=None):
    """One page of rows, with the headers that go with it."""
    params = call.req.params
    page, size = number(params, 'page', 1), per_page(params)
    check_offset(call, page, size, kind)
    start, total = (page - 1) * size, len(rows)
    has_next = start + size < total
    pages = max(1, -(-total // size))
    counted = total <= call.gl.totals_limit
    headers = {
        'Link': offset_links(call, defaults or {}, page, size,
                             pages if counted else None, has_next),
        'X-Next-Page': str(page + 1) if has_next else '',
        'X-Page': str(page), 'X-Per-Page': str(size),
        'X-Prev-Page': str(page - 1) if page > 1 else ''}
    if counted:
        headers.update({'X-Total': str(total), 'X-Total-Pages': str(pages)})
    return Answer(200, rows_json(rows[start:start + size], view), headers,
                  'application/json')


def no_keyset(call):
    """Refuse keyset paging on lists that have none."""
    if call.req.params.get('pagination') == 'keyset':
        raise ApiError(405, {'error': NO_KEYSET})


def pack_cursor(key, row, order_by):
    value = {order_by: key(row), 'id': str(row.id), '_kd': 'n'}
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode()


def unpack_cursor(text, order_by):
    """(key, id) of the row after which to go on."""
    try:
        value = json.loads(base64.urlsafe_b64decode(text))
        return value[order_by], int(value['id'])
    except (ValueError, KeyError, TypeError):
        raise bad_param('cursor is invalid') from None


def after(rows, key, mark, descending):
    """Index of the first row behind a mark; rows are sorted."""
    low, high = 0, len(rows)
    while low < high:
        mid = (low + high) // 2
        here = sort_mark(key(rows[mid]), rows[mid].id, descending)
        passed = here < mark if descending else here > mark
        if passed:
            high = mid
        else:
            low = mid + 1
    return low


def sort_mark(value, rid, descending):
    """An order over values; missing ones come last either way."""
    missing = value is None
    return (missing != descending, '' if missing else value, rid)


def keyset_page(call, rows, key, order_by, descending, view, defaults=None):
    """Rows after the cursor, and a Link to what follows, if anything."""
    params = call.req.params
    size, start = per_page(params), 0
    if params.get('cursor'):
        value, rid = unpack_cursor(params['cursor'], order_by)
        start = after(rows, key, sort_mark(value, rid, descending),
                      descending)
    chosen, headers = rows[start:start + size], {}
    if start + size < len(rows):
        query = link_query(call, defaults or {}, {
            'per_page': size, 'pagination': 'keyset',
            'cursor': pack_cursor(key, chosen[-1], order_by)}, ('page',))
        headers['Link'] = link(call, query, 'next')
    return Answer(200, rows_json(chosen, view), headers, 'application/json')


def listing(call, rows, view, defaults=None):
    """An ordinary list: offset paging only."""
    no_keyset(call)
    return offset_page(call, rows, view, defaults)


def unpaged(rows, view):
    return Answer(200, rows_json(rows, view), {}, 'application/json')

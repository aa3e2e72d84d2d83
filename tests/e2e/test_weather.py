"""Any weather: every fault at every request of a whole sync.

Whatever happens: the exit status is 0 or 3, within the deadline; the pages
are as they were or as they should be; the next run ends where an undisturbed
one does, with one commit in all; our token goes to no other origin.

A few of each are tried in a check; OKRSYNC_WEATHER=all tries them all, several
at once, since most of the time is waiting.
"""
import concurrent.futures
import gzip
import os
import time

import pytest

from conftest import Company
from double import TOKEN, Double

DEADLINE = 4
SLACK = 12          # a slow machine, and a push after the last read
ALL = os.environ.get('OKRSYNC_WEATHER') == 'all'

ELSEWHERE = '@elsewhere@'
BOMB = gzip.compress(b'[' + b' ' * (80 << 20) + b']', 1)
# name: (rule, whether a single one must be survived where reads are repeated)
FAULTS = {
    '400': (dict(status=400), False),
    '401': (dict(status=401), False),
    '403': (dict(status=403), False),
    '404': (dict(status=404), False),
    '409': (dict(status=409), False),
    '422': (dict(status=422), False),
    '429 rack': (dict(limit='rack'), True),
    '429 application': (dict(limit='application'), True),
    '429 for an hour': (dict(limit='rack',
                             headers={'Retry-After': '3600'}), False),
    '500': (dict(status=500), True),
    '502': (dict(status=502), True),
    '503 with a pause': (dict(status=503,
                              headers={'Retry-After': '1'}), True),
    '504': (dict(status=504), True),
    '204 and nothing': (dict(status=204, body=b''), False),
    'html': (dict(body=b'<html><body>Sign in</body></html>'), False),
    'nothing': (dict(body=b''), False),
    'wrong type': (dict(body=b'{"message": 7}'), False),
    'a number': (dict(body=b'42'), False),
    'rubbish': (dict(body=b'\x00\xff\xfe[{"id":\x80'), False),
    'deep': (dict(body=b'[' * 100000), False),
    'half': (dict(body=b'[{"id":1,"iid":1,"ti'), True),
    'cut': (dict(cut=20), True),
    'closed': (dict(close=True), True),
    'drip': (dict(drip=(7, 0.002)), True),
    'slow': (dict(delay=0.3), True),
    'stands still': (dict(delay=DEADLINE + 3), False),
    'not gzip': (dict(body=b'[]', headers={'Content-Encoding': 'gzip'}),
                 True),
    'elsewhere': (dict(redirect=ELSEWHERE + '/api/v4/x'), False),
    'in a circle': (dict(redirect='same'), False),
    'another list': (dict(redirect='/api/v4/projects'), False),
    'sign in': (dict(redirect='/users/sign_in'), False),
    'a bomb': (dict(body=BOMB, headers={'Content-Encoding': 'gzip'}), False),
    'no place': (dict(redirect='http://\x7f:bad/'), False),
    'next elsewhere': (dict(body=b'[]', headers={
        'Link': f'<{ELSEWHERE}/api/v4/y>; rel="next"'}), False),
    'done, but 502': (dict(status=502, after=True), True),
}
REQUESTS = 12       # of a sync, at least; those behind the last do no harm


def few():
    for f, name in enumerate(FAULTS):
        yield name, 1 + (5 * f) % REQUESTS, None if f % 3 == 0 else 1


@pytest.fixture
def elsewhere():
    """Another host, to which nothing of ours may go."""
    with Double(token='glpat-of-somebody-else') as other:
        yield other
        told = [r for r in other.requests if TOKEN in str(r)]
        assert not told


def fill(rule, other):
    text = {k: v for k, v in rule.items()}
    if 'redirect' in text:
        text['redirect'] = text['redirect'].replace(ELSEWHERE, other.url)
    if 'headers' in text:
        text['headers'] = {k: v.replace(ELSEWHERE, other.url)
                           for k, v in text['headers'].items()}
    return text


def prepare(company):
    company.write_config(f'deadline: {DEADLINE}')
    company.gl.add_user('ann')
    company.add_okr('Win larger customers', author='ann', notes=[
        {'body': 'KR1: 🟢 Green - $15M', 'author': 'ann'}])
    company.add_okr('Keep them', notes=['well done'])


def weather(company, elsewhere, name, n, often):
    gl = company.gl
    prepare(company)
    rule, passes = FAULTS[name]
    gl.fault(n=n, times=often, **fill(rule, elsewhere))
    begun = time.monotonic()
    done = company.sync()
    took = time.monotonic() - begun
    assert done.status in (0, 3), done
    assert took < DEADLINE + SLACK, (took, done)
    assert gl.token not in done.out + done.err
    assert 'glpat-' not in done.out + done.err
    if done.status == 3:
        assert done.error and len(done.err) < 8192
    struck = [r for r in gl.requests if r['fault']]
    if passes and often == 1 and all(
            r['method'] == 'GET' and r['target'].startswith('/api/')
            for r in struck):
        # On a machine that is too busy the deadline comes first.
        assert done.status == 0 or took >= DEADLINE, done
    # What is refused of one issue is told, and comes with the next run.
    late = name in ('403', '404') and done.status == 0 and \
        any('/notes?' in r['target'] for r in struck)
    assert late <= ('could not be read' in done.err), done
    assert company.commits() <= 2
    if not struck:
        assert done.status == 0 or took >= DEADLINE, done

    gl.faults.rules.clear()
    done = company.sync('--deadline', 60)
    assert done.status == 0, done
    assert company.commits() == 2 + late
    assert company.plan('--check', '--no-cache').status == 0
    text = ''.join(company.pages().values())
    assert 'Win larger customers' in text and '$15M' in text


@pytest.mark.skipif(ALL, reason='all are tried')
@pytest.mark.parametrize('name, n, often', list(few()))
def test_any_weather(company, elsewhere, name, n, often):
    weather(company, elsewhere, name, n, often)


def try_one(folder, elsewhere, name, n, often):
    """One case in a company of its own; what is wrong, or None."""
    folder = folder / f'{n}-{often}'
    folder.mkdir()
    try:
        with Double(token=TOKEN) as gl:
            gl.rate_limit = 0
            weather(Company(gl, folder), elsewhere, name, n, often)
    except Exception as error:
        return f'request {n}, {often or "for ever"}: {error!r}'
    return None


@pytest.mark.skipif(not ALL, reason='OKRSYNC_WEATHER=all tries them all')
@pytest.mark.parametrize('name', list(FAULTS))
def test_all_weather(tmp_path, elsewhere, name):
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        tried = [pool.submit(try_one, tmp_path, elsewhere, name, n, often)
                 for n in range(1, REQUESTS + 1) for often in (1, None)]
        wrong = [t.result() for t in tried if t.result()]
    assert not wrong, '\n'.join(wrong)

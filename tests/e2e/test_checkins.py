"""Comments as people write them, and what they report: see checkins/README.

Every file is one run: an issue for each case, its comments, and the model
that `okrsync grade --json` makes of them.
"""
import json
import pathlib
import re

import pytest

HERE = pathlib.Path(__file__).resolve().parent / 'checkins'
FILES = sorted(path.stem for path in HERE.glob('*.txt'))
SOURCE = 'https://git.example.com/acme/okrs'
NOTE = re.compile(r'## (\d{4}-\d\d-\d\d) ?(\w*) ?(internal|system)?$')


def objectives():
    """{name: the issue's text}"""
    parts = re.split(r'^# (\w+)\n', (HERE / 'objectives.md').read_text('utf-8'),
                     flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


def cases(name):
    found = []
    for line in (HERE / f'{name}.txt').read_text('utf-8').split('\n'):
        note = NOTE.match(line)
        if line.startswith('@@ '):
            found.append({'about': line[3:], 'notes': [], 'want': []})
        elif note:
            found[-1]['notes'].append([*note.groups(), []])
        elif line.startswith('='):
            found[-1]['want'].append(line[1:])
        elif found:
            found[-1]['notes'][-1][3].append(line)
    return found


def snapshot(found, texts):
    """A snapshot's lines: issues, members, comments."""
    users, issues, notes = {'lead': 1}, [], []
    for iid, case in enumerate(found, 1):
        issues.append(('issue', iid, {
            'id': 100 + iid, 'iid': iid, 'project_id': 7,
            'title': f'Objective {iid}', 'state': 'opened',
            'description': texts[case['about']], 'labels': ['OKR'],
            'web_url': f'{SOURCE}/-/issues/{iid}',
            'author': {'id': 1, 'username': 'lead', 'name': 'Lead'},
            'created_at': '2025-01-02T00:00:00Z',
            'updated_at': '2025-01-03T00:00:00Z', 'confidential': False}))
        for hour, (day, user, kind, body) in enumerate(case['notes'], 9):
            user = user or 'member'
            number = users.setdefault(user, len(users) + 1)
            stamp = f'{day}T{hour:02}:00:00Z'
            notes.append(('note', iid, {
                'id': 1000 + len(notes), 'body': '\n'.join(body).strip('\n'),
                'author': {'id': number, 'username': user, 'name': user},
                'created_at': stamp, 'updated_at': stamp,
                'system': kind == 'system', 'internal': kind == 'internal',
                'confidential': kind == 'internal'}))
    members = [('member', 0, {'id': n, 'username': u, 'access_level': 30})
               for u, n in users.items()]
    records = [*issues, *members, *notes]
    lines = [{'okrsync': 'snapshot', 'version': 1, 'source': SOURCE,
              'fetched': '2025-04-30T00:00:00Z', 'self': 'okr-sync'}]
    lines += [{'kind': kind, 'project': 7, 'iid': iid, 'data': data}
              for kind, iid, data in records]
    lines.append({'end': True, 'records': len(records)})
    return ''.join(json.dumps(line, separators=(',', ':')) + '\n'
                   for line in lines)


def remarks(where, owner):
    return [f'{where} {kind[:-1]}: {text}'
            for kind in ('blockers', 'asks', 'risks', 'mitigations')
            for text in owner[kind]]


def plain(value):
    return f'{value:.6f}'.rstrip('0').rstrip('.')


def told(number, kr, day):
    """What is known of a key result, a line for each thing."""
    lines = []
    current, result = kr['current'], kr['result']
    if current:
        on = kr['current_date']
        value = f'{number} {plain(current["value"])} {current["unit"]}'
        lines.append(value.strip() + ('' if on == day else f' @{on}'))
    if result:
        percent = result['percent']
        lines.append(f'{number} {result["kind"]}'
                     + ('' if percent is None else f' {plain(percent)}'))
    healths = [r['health'] for r in kr['readings'] if r['health']]
    lines += [f'{number} {health}' for health in healths[-1:]]
    if kr['confidence'] is not None:
        lines.append(f'{number} sure {plain(kr["confidence"])}')
    if len(kr['readings']) > 1:
        lines.append(f'{number} readings {len(kr["readings"])}')
    return lines + remarks(number, kr)


def outline(objective, day):
    lines = []
    for number, kr in enumerate(objective['key_results'], 1):
        lines += told(number, kr, day)
    if objective['health']:
        lines.append(f'o {objective["health"]}')
    if objective['confidence'] is not None:
        lines.append(f'o sure {plain(objective["confidence"])}')
    return lines + remarks('o', objective)


@pytest.mark.parametrize('name', FILES)
def test_comments_report_what_their_people_mean(okrsync, name):
    found = cases(name)
    (okrsync.folder / 'notes.snapshot').write_text(
        snapshot(found, objectives()), encoding='utf-8')
    done = okrsync('grade', '--from', 'notes.snapshot', '--json')
    assert done.status in (0, 1), done
    read = json.loads(done.out)['objectives']
    assert len(read) == len(found) > 0
    wrong = []
    for case, objective in zip(found, read):
        last = case['notes'][-1][0]
        got = outline(objective, last)
        if sorted(got) != sorted(case['want']):
            text = '\n'.join('\n'.join(note[3]) for note in case['notes'])
            wrong.append(f'{text}\nwanted {case["want"]}\ngot    {got}\n')
    assert not wrong, f'{len(wrong)} of {len(found)}\n' + '\n'.join(wrong)

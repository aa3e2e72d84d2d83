"""Several sources in one run, and several snapshots joined: nothing counts
twice, and parts read apart give what one run gives."""
import json

import pytest

from rest import Rest

PARTS = ('north', 'south', 'west')


@pytest.fixture
def shards(company):
    """Three groups with OKRs that hang together across them."""
    gl = company.gl
    gl.add_user('ada', name='Ada')
    for at, part in enumerate(PARTS):
        path = f'acme/{part}/okrs'
        gl.add_project(path)
        parent = f'**Ladders up to**: acme/{PARTS[at - 1]}/okrs#1\n' \
            if at else ''
        gl.add_issue(path, f'Win the {part}', labels=['Q1 2025'],
                     description=parent + '\n| Key result | From | To | Now |\n'
                     '|---|---|---|---|\n| Raise revenue | $1M | $3M | $2M |'
                     '\n', notes=[f'KR1: $2.{at}M'])
        gl.add_issue(path, f'Serve the {part}', labels=['Q1 2025'])
        # A key result of an objective of another part, read before and after.
        gl.add_issue(path, f'Open {at + 2} shops', labels=[
            'Q1 2025', 'key result'], description='**Ladders up to**: '
            f'acme/{PARTS[(at + 1) % 3]}/okrs#2\n')
    company.config = ['labels:', '  key result: key result',
                      'publish: files']
    return company


def sources(company, *paths):
    listed = '\n'.join(f'  - {company.gl.url}/{p}' for p in paths)
    text = f'source:\n{listed}\nfolder: okrs\n' + '\n'.join(
        company.config) + '\n'
    (company.folder / '.okrsync.yml').write_text(text, encoding='utf-8')


def pages(company, *words):
    """What a run writes, in a folder of its own."""
    folder = company.folder / 'out'
    folder.mkdir()
    done = company.run('sync', '--today', '2025-02-08', '--repository',
                       folder, *words)
    assert done.status == 0, done
    found = {p.relative_to(folder): p.read_bytes()
             for p in folder.rglob('*') if p.is_file()}
    for path in sorted(folder.rglob('*'), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()
    assert any(b'Win the north' in text for text in found.values())
    return found


def fetch(company, *parts):
    """--from flags of a snapshot for each part."""
    words = []
    for part in parts:
        out = f'{part.replace("/", "-")}.snapshot'
        done = company.run('fetch', f'{company.gl.url}/{part}', '-o', out)
        assert done.status == 0, done
        words += ['--from', out]
    return words


def model(company, *words):
    """Of these files, or of what one run over the sources gives."""
    if not words:
        assert company.run('fetch', '-o', 'all.snapshot').status == 0
        words = ['all.snapshot']
    done = company.run('grade', '--json', '--today', '2025-02-08', *words)
    assert done.status == 0, done
    return json.loads(done.out)


def test_three_shards_give_the_same_bytes_as_one_run(shards):
    groups = [f'groups/acme/{p}' for p in PARTS]
    sources(shards, *groups)
    one = pages(shards)
    whole = model(shards)
    parts = fetch(shards, *groups)
    assert pages(shards, *parts) == one
    assert model(shards, *parts) == whole
    # In whatever order they are given, but for the name of the source.
    turned = parts[4:] + parts[2:4] + parts[:2]
    assert model(shards, *turned) == whole
    assert len(whole['objectives']) == 6
    krs = [k['text'] for o in whole['objectives'] for k in o['key_results']]
    assert len(krs) == 6
    parents = {o['title']: o['parent'] for o in whole['objectives']}
    assert parents['Win the south'] == 'acme/north/okrs#1'
    assert parents['Win the west'] == 'acme/south/okrs#1'
    assert not [f for f in whole['findings'] if 'parent' in f['rule'] or
                f['rule'] == 'key-result-without-objective']


def test_a_group_gives_what_its_parts_give(shards):
    sources(shards, 'groups/acme')
    whole = model(shards, *fetch(shards, 'groups/acme'))
    parts = model(shards, *fetch(shards, *[f'groups/acme/{p}'
                                           for p in PARTS]))
    assert parts == whole


def test_sources_that_overlap_count_once(shards):
    sources(shards, 'groups/acme')
    whole = model(shards)
    sources(shards, 'groups/acme', 'acme/north/okrs', 'groups/acme/north',
            'groups/acme')
    assert model(shards) == whole
    done = shards.run('fetch', '-o', '-')
    rows = [json.loads(line) for line in done.out.splitlines()[1:-1]]
    ids = [(r['kind'], r['data']['id']) for r in rows
           if r['kind'] in ('issue', 'note')]
    assert len(ids) == len(set(ids)) == 12


def test_of_an_issue_in_two_snapshots_the_newer_one_counts(shards):
    gl = shards.gl
    sources(shards, 'acme/north/okrs')
    old = fetch(shards, 'acme/north/okrs')
    (shards.folder / old[1]).rename(shards.folder / 'old.snapshot')
    rest = Rest(gl.url, gl.token)
    path = '/projects/acme%2Fnorth%2Fokrs/issues/1'
    note = rest.ask('GET', path + '/notes').json[0]
    rest.ask('DELETE', f'{path}/notes/{note["id"]}')
    rest.ask('POST', path + '/notes', {'body': 'KR1: $2.5M'})
    rest.ask('PUT', path, {'title': 'Win all of the north'})
    new = fetch(shards, 'acme/north/okrs')
    for words in (['--from', 'old.snapshot', *new],
                  [*new, '--from', 'old.snapshot']):
        found = model(shards, *words)['objectives']
        assert [o['title'] for o in found][:1] == ['Win all of the north']
        assert len([o for o in found if 'north' in o['title']]) == 2
        kr = found[0]['key_results'][0]
        assert kr['current']['text'] == '$2.5M'


def test_the_comments_of_each_parts_bot_are_its_own(shards):
    """Parts may be read with tokens of their own."""
    gl = shards.gl
    words = []
    for at, part in enumerate(PARTS[:2]):
        bot = gl.add_user(f'bot{at}', bot=True)
        gl.add_token(f'glpat-bot{at}', f'bot{at}', scopes=['read_api'])
        project = gl.project(f'acme/{part}/okrs')
        project.members[bot.id] = 30
        gl.add_note(project.by_iid[1], 'KR1: $2.9M\n\n<!-- okrsync:key=grade '
                    '-->\n', author=f'bot{at}', created_at='2025-02-07')
        done = shards.run('fetch', f'{gl.url}/acme/{part}/okrs', '-o',
                          f'{part}.snapshot',
                          env={'OKRSYNC_TOKEN': f'glpat-bot{at}'})
        assert done.status == 0, done
        words += ['--from', f'{part}.snapshot']
    for o in model(shards, *words)['objectives']:
        for kr in o['key_results']:
            assert not kr['current'] or kr['current']['text'] != '$2.9M'


def test_members_of_one_project_do_not_report_on_another(shards):
    gl = shards.gl
    ada = gl.state.find_user('ada')
    north, south = (gl.project(f'acme/{p}/okrs') for p in PARTS[:2])
    north.members[ada.id] = 30
    for project in (north, south):
        project.visibility = 'public'
        gl.add_note(project.by_iid[1], 'KR1: $2.7M', author='ada',
                    created_at='2025-02-07')
    sources(shards, 'acme/north/okrs', 'acme/south/okrs')
    found = {o['title']: o['key_results'][0]['current']['text']
             for o in model(shards)['objectives'] if 'Win' in o['title']}
    assert found == {'Win the north': '$2.7M', 'Win the south': '$2.1M'}


def test_markdown_and_snapshots_may_be_read_together(shards):
    (shards.folder / 'more.md').write_text('## Objective: Be kind\n\n'
                                           '- KR: Smile 5 times => 100%\n')
    found = model(shards, 'more.md', *fetch(shards, 'acme/north/okrs'))
    titles = [o['title'] for o in found['objectives']]
    assert 'Be kind' in titles and 'Win the north' in titles

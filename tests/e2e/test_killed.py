"""Killed after any of its requests, whatever writes into GitLab is finished by
the next run: everything is there exactly once, and a third run writes nothing.
"""
import signal
import time

import pytest

from conftest import BODY, Program

LABELS = ('okr::draft', 'okr::active', 'okr::closed', 'okr::achieved',
          'okr::missed', 'okr::carried over', 'Q1 2025', 'Q2 2025',
          'health::on track', 'health::needs attention', 'health::at risk')
FILE = """\
---
labels: [OKR, "%{period}"]
---
# OKRs of Q1 2025

## Objective: Win larger customers
**Owner**: Ada

- KR1: Raise revenue from $1M to $2M

## Objective: Open the north
**Owner**: Bea
**Ladders up to**: Win larger customers

- KR1: Raise revenue from $1M to $2M
"""


class World:
    """A project of its own for each run, all in one double."""

    def __init__(self, gl, folder, name, okrs):
        self.gl, self.path = gl, f'acme/{name}'
        self.project = gl.add_project(self.path)
        self.folder = folder / name
        self.folder.mkdir()
        self.run = Program(self.folder, gl.token)
        (self.folder / '.okrsync.yml').write_text(
            f'source: {gl.url}/{self.path}\nfolder: pages\n')
        (self.folder / 'okrs.md').write_text(FILE, encoding='utf-8')
        for label in LABELS if okrs else ():
            gl.add_label(self.path, label)
        for n in range(2 if okrs else 0):
            gl.add_issue(self.path, f'Objective {n}', description=BODY,
                         labels=['Q1 2025', 'okr::active'],
                         created_at='2025-01-02T08:00:00Z',
                         updated_at='2025-02-01T08:00:00Z')

    def notes(self, key):
        return [[note for note in issue.notes
                 if f'okrsync:key={key}' in note.body]
                for issue in self.project.issues[:2]]

    def names(self, issue):
        return {label.name for label in issue.labels}


def opened(world):
    one, two = world.project.issues
    assert (one.title, two.title) == ('Win larger customers',
                                      'Open the north')
    assert world.names(one) == world.names(two) == {'OKR', 'Q1 2025'}
    names = [label.name for label in world.project.labels]
    assert sorted(names) == ['OKR', 'Q1 2025']
    assert len(links(world)) == 1


def links(world):
    return {link.id for issue in world.project.issues for link in issue.links}


def reminded(world):
    assert [len(notes) for notes in world.notes('remind/')] == [1, 1]


def closed(world):
    assert [len(notes) for notes in world.notes('final/')] == [1, 1]
    for issue in world.project.issues:
        assert issue.state == 'closed'
        assert world.names(issue) == {'Q1 2025', 'okr::missed'}


def written(world):
    assert [len(notes) for notes in world.notes('grades')] == [1, 1]
    for issue in world.project.issues:
        assert 'health::on track' in world.names(issue)


def carried(world):
    assert [issue.title for issue in world.project.issues] == [
        'Objective 0', 'Objective 1'] * 2
    for issue in world.project.issues[2:]:
        assert world.names(issue) == {'Q2 2025', 'okr::draft'}
    assert len(links(world)) == 2


def begun(world):
    names = [label.name for label in world.project.labels]
    assert len(names) == len(set(names)) and 'okr::draft' in names
    [board] = world.project.boards
    assert len(board.lists) == 4
    assert sorted(p.name for p in world.folder.rglob('*') if p.is_file()) == [
        '.gitlab-ci.yml', '.okrsync.yml', 'OKR.md', 'okrs.md',
        'okrsync-ci.yml']


RUNS = {
    'open': (['open', 'okrs.md', '--create-labels'], False, opened),
    'remind': (['remind', '--today', '2025-03-05'], True, reminded),
    'close': (['close', '--period', 'Q1 2025', '--yes', '--today',
               '2025-04-05'], True, closed),
    'write-back': (['sync', '--publish', 'files', '--write-back', 'all',
                    '--today', '2025-02-08'], True, written),
    'carry-over': (['open', '--carry-over', 'Q1 2025', '--to', 'Q2 2025'],
                   True, carried),
    'init': (['init', '--create-labels', '--create-board', '--yes'], False,
             begun),
}


def kill_after(world, words, n):
    """Kills the run when the server has done its n-th request; False when it
    ended before."""
    rule = world.gl.fault(n=n, delay=1)
    running = world.run.start(*words)
    until = time.monotonic() + 20
    while not rule.fired and running.poll() is None and \
            time.monotonic() < until:
        time.sleep(0.005)
    time.sleep(0.05)            # what was asked is done, but not answered
    ended = running.poll() is not None
    running.send_signal(signal.SIGKILL)
    running.communicate(timeout=20)
    world.gl.faults.rules.clear()
    return not ended


@pytest.mark.parametrize('name', RUNS)
def test_killed_after_every_request(gitlab, tmp_path, name):
    gitlab.rate_limit = 0
    gitlab.now = '2025-03-05T08:00:00Z'
    words, okrs, check = RUNS[name]
    n = 0
    while True:
        n += 1
        world = World(gitlab, tmp_path, f'w{n}', okrs)
        killed = kill_after(world, words, n)
        done = world.run(*words)
        assert done.status == 0, (n, done)
        check(world)
        writes = len(gitlab.writes())
        done = world.run(*words)
        assert done.status == 0, (n, done)
        assert len(gitlab.writes()) == writes, (n, done)
        if not killed:
            break
    assert n > 4

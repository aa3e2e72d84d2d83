"""okrsync init: what a new project needs, shown first, and never twice."""
import pytest
import yaml

from conftest import ROOT, Program

STATES = ['okr::draft', 'okr::review', 'okr::active', 'okr::closed']
FILES = ['.okrsync.yml', '.gitlab/issue_templates/OKR.md',
         '.gitlab/okrsync-ci.yml', '.gitlab-ci.yml']


class Fresh:
    """A project that has nothing, and an empty folder."""

    def __init__(self, gl, folder):
        self.gl, self.folder = gl, folder
        self.project = gl.add_project('acme/okrs')
        self.source = f'{gl.url}/acme/okrs'
        self.run = Program(folder, gl.token)

    def init(self, *words, **how):
        return self.run('init', self.source, *words, **how)

    def everything(self, *words, **how):
        return self.init('--create-labels', '--create-board', *words, **how)

    def files(self):
        return sorted(str(p.relative_to(self.folder))
                      for p in self.folder.rglob('*') if p.is_file())

    def labels(self):
        return sorted(label.name for label in self.project.labels)


@pytest.fixture
def fresh(gitlab, tmp_path):
    gitlab.rate_limit = 0
    return Fresh(gitlab, tmp_path)


def test_without_yes_nothing_is_written(fresh):
    done = fresh.everything()
    assert done.status == 0, done
    assert fresh.files() == [] and not fresh.gl.writes()
    for name in FILES:
        assert f'would write {name}\n' in done.out
    for name in STATES:
        assert f'would make the label {name} ' in done.out
        assert f'would add the list {name} to it' in done.out
    assert '--yes' in done.err
    assert fresh.everything('--yes', '--dry-run').out == done.out
    assert fresh.files() == [] and not fresh.gl.writes()


def test_it_writes_what_it_has_shown_and_only_once(fresh):
    done = fresh.everything('--yes')
    assert done.status == 0, done
    assert fresh.files() == sorted(FILES)
    assert set(STATES) <= set(fresh.labels())
    assert 'okr-no-reminder' in fresh.labels()
    [board] = fresh.project.boards
    assert board.name == 'OKRs'
    assert [item.label.name for item in board.lists] == STATES
    colours = {x.name: x.color for x in fresh.project.labels}
    assert len({colours[name] for name in STATES}) == 4
    writes = len(fresh.gl.writes())
    before = {name: (fresh.folder / name).read_bytes() for name in FILES}
    done = fresh.everything('--yes')
    assert done.status == 0 and 'nothing to do' in done.err, done
    assert len(fresh.gl.writes()) == writes
    assert before == {name: (fresh.folder / name).read_bytes()
                      for name in FILES}


def test_the_config_is_one(fresh):
    assert fresh.init('--yes').status == 0
    assert not fresh.gl.writes()
    text = (fresh.folder / '.okrsync.yml').read_text()
    assert f'source: "{fresh.source}"' in text and '# ' in text
    done = fresh.run('doctor')
    assert "'.okrsync.yml' is right" in done.out, done


def test_every_line_that_is_commented_out_is_a_setting(fresh):
    assert fresh.run('init', '--yes').status == 0
    path = fresh.folder / '.okrsync.yml'
    lines = path.read_text().splitlines()
    live = [line[2:] if line.startswith('# ') and (
        line.endswith(':') or ': ' in line or line.startswith('#   '))
        and not line[2:3].isupper() else line for line in lines]
    path.write_text('\n'.join(live).replace('\n#   ', '\n  ') + '\n')
    done = fresh.run('doctor')
    assert "'.okrsync.yml' is right" in done.out, (done, live)


def test_the_template_has_no_variables_and_is_read(fresh):
    assert fresh.init('--yes').status == 0
    text = (fresh.folder / FILES[1]).read_text()
    assert '%{' not in text and '## Key results' in text
    done = fresh.run('grade', str(fresh.folder / FILES[1]))
    assert done.status in (0, 1), done


def test_what_is_there_stays(fresh):
    for name in FILES:
        path = fresh.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('stages: []\n' if 'ci' in name else '')
    (fresh.folder / '.okrsync.yml').write_text('folder: mine\n')
    before = {name: (fresh.folder / name).read_bytes() for name in FILES}
    done = fresh.init('--yes')
    assert done.status == 0, done
    assert all(f'exists {name}\n' in done.out for name in FILES), done
    assert 'local: .gitlab/okrsync-ci.yml' in done.err
    assert before == {name: (fresh.folder / name).read_bytes()
                      for name in FILES}


def test_the_pipeline_is_the_component(fresh):
    """Its inputs are the component's, its version is the program's."""
    assert fresh.init('--yes').status == 0
    job = yaml.safe_load((fresh.folder / FILES[2]).read_text())
    assert yaml.safe_load((fresh.folder / FILES[3]).read_text()) == {
        'include': [{'local': FILES[2]}]}
    [include] = job['include']
    version = (ROOT / 'VERSION').read_text().strip()
    assert include['component'] == \
        f'$CI_SERVER_FQDN/okrsync/okrsync/okrsync@{version}'
    header = (ROOT / 'templates' / 'okrsync.yml').read_text('utf-8')
    known = yaml.safe_load(header.split('\n---\n')[0])['spec']['inputs']
    assert set(include['inputs']) <= set(known) and set(job) == {'include'}


def test_a_pipeline_that_includes_it_is_not_asked_to(fresh):
    (fresh.folder / '.gitlab-ci.yml').write_text(
        'include:\n  - local: .gitlab/okrsync-ci.yml\n')
    assert 'needs these lines' not in fresh.init().err


def test_labels_that_mean_the_same_are_used(fresh):
    for name in ('In Draft', 'Under Review'):
        fresh.gl.add_label('acme/okrs', name)
    done = fresh.everything('--yes')
    assert done.status == 0, done
    assert 'okr::draft' not in fresh.labels()
    [board] = fresh.project.boards
    assert [item.label.name for item in board.lists] == [
        'In Draft', 'Under Review', 'okr::active', 'okr::closed']


def test_a_stopped_run_is_finished_by_the_next(fresh):
    for n in range(1, 19):
        fresh.gl.faults.rules.clear()
        fresh.gl.fault(n=n, method='POST', status=403)
        fresh.gl.fault(path='never', status=500)
        done = fresh.everything('--yes')
        if done.status == 0:
            break
        assert done.status == 3, done
    fresh.gl.faults.rules.clear()
    assert fresh.everything('--yes').status == 0
    names = fresh.labels()
    assert len(names) == len(set(names)) and set(STATES) <= set(names)
    [board] = fresh.project.boards
    assert [item.label.name for item in board.lists] == STATES


@pytest.mark.parametrize('path', ['/boards$', '/lists$', '/labels$'])
def test_a_lost_answer_makes_nothing_twice(fresh, path):
    fresh.gl.fault(path=path, method='POST', status=502, after=True)
    done = fresh.everything('--yes')
    assert done.status == 0, done
    [board] = fresh.project.boards
    assert [item.label.name for item in board.lists] == STATES
    names = fresh.labels()
    assert len(names) == len(set(names))


def test_bad_input(fresh):
    done = fresh.run('init', '--create-labels')
    assert done.status == 2 and 'one project' in done.error
    fresh.run.env.pop('OKRSYNC_TOKEN')
    done = fresh.everything()
    assert done.status == 2 and 'OKRSYNC_TOKEN' in done.error
    (fresh.folder / '.gitlab').write_text('a file\n')
    done = fresh.init('--yes')
    assert done.status == 3 and '.gitlab' in done.error, done

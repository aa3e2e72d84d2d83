"""The pipelines that users include, run for real by gitlab-ci-local.

Needs node, rsync and gitlab-ci-local (`npm install -g gitlab-ci-local@4.61.1`
on Node 20; or name the program in GITLAB_CI_LOCAL).  It checks the files
against GitLab's own schema of pipelines before it runs them.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import textwrap
from xml.etree import ElementTree

import pytest
import yaml

from conftest import BINARY, ROOT, TODAY

PROGRAM = os.environ.get('GITLAB_CI_LOCAL') or shutil.which('gitlab-ci-local')
COMPONENT = ROOT / 'templates' / 'okrsync.yml'
PLAIN = ROOT / 'ci' / 'okrsync.gitlab-ci.yml'
runs_jobs = pytest.mark.skipif(
    not (PROGRAM and shutil.which('node') and shutil.which('rsync')),
    reason='gitlab-ci-local, node or rsync is not installed')


def test_the_plain_file_is_made_from_the_component():
    done = subprocess.run([ROOT / 'ci' / 'plain-include'], check=True,
                          capture_output=True, encoding='utf-8')
    assert done.stdout == PLAIN.read_text('utf-8'), 'ci/plain-include --write'


def test_the_component_describes_every_input():
    header, jobs = COMPONENT.read_text('utf-8').split('\n---\n')
    inputs = yaml.safe_load(header)['spec']['inputs']
    used = set(re.findall(r'\$\[\[ inputs\.([a-z-]+) \]\]', jobs))
    assert used == set(inputs)
    assert all(i['description'] and 'default' in i for i in inputs.values())


def test_jobs_that_publish_wait_for_each_other():
    jobs = yaml.safe_load(PLAIN.read_text('utf-8'))
    assert jobs['okr-sync']['resource_group']
    assert '[skip ci]' in jobs['.okrsync']['variables']['OKR_MESSAGE']


def test_no_stranger_gets_a_snapshot_with_confidential_issues():
    jobs = yaml.safe_load(PLAIN.read_text('utf-8'))
    kept = jobs['.okrsync']['artifacts']
    assert kept['exclude'] == ['okrsync/okrs.snapshot']
    assert 'access: developer' in COMPONENT.read_text('utf-8')


class Pipeline:
    """A runner's clone of the handbook, with a pipeline to run."""

    def __init__(self, company, folder, include):
        self.company = company
        self.folder = folder / 'runner'
        files = {'.gitlab-ci.yml': yaml.safe_dump(include),
                 'templates/okrsync.yml': COMPONENT.read_text('utf-8'),
                 'ci/okrsync.gitlab-ci.yml': PLAIN.read_text('utf-8'),
                 '.gitignore': '.gitlab-ci-local/\nokrsync/\n'}
        run = company.run
        for path, text in files.items():
            target = company.folder / path
            target.parent.mkdir(exist_ok=True)
            target.write_text(text, 'utf-8')
        run.git('add', '-A')
        run.git('-c', 'user.name=a', '-c', 'user.email=a@example.com',
                'commit', '-q', '-m', 'ci: add okrsync')
        run.git('push', '-q', 'origin', 'HEAD:main')
        # As a runner does: shallow, and on no branch.
        run.git('clone', '-q', '--depth', '20', company.remote, self.folder)
        self.git('checkout', '-q', '--detach')
        tools = folder / 'tools'
        tools.mkdir()
        (tools / 'okrsync').symlink_to(BINARY)
        node = pathlib.Path(shutil.which('node')).parent
        self.env = {**run.env, 'HOME': str(folder),
                    'PATH': f'{tools}:{node}:{run.env["PATH"]}'}

    def git(self, *words):
        subprocess.run(['git', *words], cwd=self.folder, check=True,
                       env=self.company.run.env)

    def __call__(self, *words, **variables):
        *words, source = words
        # What it takes a runner's folder for is a container's.
        variables = {'CI_PIPELINE_SOURCE': source,
                     'CI_PROJECT_DIR': str(self.folder),
                     'OKRSYNC_TOKEN': self.company.gl.token, **variables}
        sets = [word for name, value in variables.items()
                for word in ('--variable', f'{name}={value}')]
        return subprocess.run(
            [PROGRAM, *words, '--force-shell-executor', '--no-color', *sets],
            cwd=self.folder, env=self.env, capture_output=True,
            encoding='utf-8', timeout=120, check=False)

    def log(self, done, job):
        """What the job itself said."""
        return [line.split(' > ', 1)[1]
                for line in (done.stdout + done.stderr).splitlines()
                if line.startswith(job) and ' > ' in line]


def component(company, **inputs):
    inputs = {'source': company.source, 'folder': 'content/okrs', **inputs}
    return {'include': [{'local': 'templates/okrsync.yml',
                         'inputs': inputs}]}


def plain(company, **variables):
    variables = {'OKR_SOURCE': company.source, 'OKR_FOLDER': 'content/okrs',
                 **variables}
    return {'include': [{'local': 'ci/okrsync.gitlab-ci.yml'}],
            '.okrsync': {'variables': variables}}


@runs_jobs
@pytest.mark.parametrize('way', [component, plain])
def test_a_schedule_publishes_the_pages(company, tmp_path, way):
    (company.folder / '.okrsync.yml').unlink()
    company.add_okr('Win')
    pipeline = Pipeline(company, tmp_path, way(company))
    before = company.commits()
    done = pipeline('okr-sync', 'schedule')
    assert done.returncode == 0, done.stdout + done.stderr
    assert company.commits() == before + 1
    assert '# Objectives' in ''.join(company.pages().values()) or \
        'Win' in ''.join(company.pages().values())
    head = next(iter(company.handbook.repo.log('main')))
    assert '[skip ci]' in str(head)
    log = pipeline.log(done, 'okr-sync')
    assert 3 <= len(log) < 40, log
    assert company.gl.token not in ''.join(log)
    assert sections(done) == ['okr_read', 'okr_publish']
    kept = pipeline.folder / 'okrsync'
    if not kept.exists():
        kept = next(pipeline.folder.glob('.gitlab-ci-local/**/okrsync'))
    assert json.loads((kept / 'okrs.json').read_text())['objectives']
    assert (kept / 'okrs.snapshot').exists() and (kept / 'pages').is_dir()
    first = len(company.gl.asked('GET', '/issues'))
    done = pipeline('okr-sync', 'schedule')
    assert done.returncode == 0 and company.commits() == before + 1
    assert next(pipeline.folder.rglob('.okrsync/cache.db'), None)
    assert len(company.gl.asked('GET', '/issues')) - first <= first


def sections(done):
    """Names of the log's sections; each one that begins ends."""
    found = re.findall(r'^okr-\w+ > \x1b\[0Ksection_(start|end):\d{10}:(\w+)'
                       r'(?:\[collapsed=(?:true|false)\])?[\r\n]\x1b\[0K',
                       done.stdout, re.M)
    assert [('start', n) for s, n in found[::2]] == found[::2]
    assert [('end', n) for s, n in found[::2]] == found[1::2]
    return [name for what, name in found[::2]]


@runs_jobs
@pytest.mark.parametrize('way', [component, plain])
def test_a_merge_request_shows_the_plan(company, tmp_path, way):
    company.add_okr('Win larger customers')
    pipeline = Pipeline(company, tmp_path, way(company))
    before = company.commits()
    done = pipeline('okr-plan', 'merge_request_event')
    log = '\n'.join(pipeline.log(done, 'okr-plan'))
    assert done.returncode == 0 and 'exit 1' not in log, done.stdout
    assert '+# ' in log or '+## ' in log, done.stdout
    assert sections(done) == ['okr_read', 'okr_plan']
    assert company.commits() == before
    kept = next(pipeline.folder.rglob('okrsync/plan.diff'))
    assert '+++ b/content/okrs/2025-q1/index.md' in kept.read_text('utf-8')


@runs_jobs
def test_a_token_may_have_another_name(company, tmp_path):
    company.add_okr('Win')
    pipeline = Pipeline(company, tmp_path, component(
        company, **{'token-variable': 'HANDBOOK_TOKEN'}))
    done = pipeline('okr-sync', 'schedule', OKRSYNC_TOKEN='glpat-wrong',
                    HANDBOOK_TOKEN=company.gl.token)
    assert done.returncode == 0, done.stdout + done.stderr
    assert company.pages()


@runs_jobs
def test_a_protected_branch_gets_a_merge_request(company, tmp_path):
    company.add_okr('Win')
    pipeline = Pipeline(company, tmp_path, component(
        company, **{'merge-request': 'true'}))
    before = company.commits()
    done = pipeline('okr-sync', 'schedule', CI_PROJECT_PATH='acme/handbook')
    assert done.returncode == 0, done.stdout + done.stderr
    assert company.commits() == before
    assert len(company.handbook.merge_requests) == 1
    assert '/-/merge_requests/1' in '\n'.join(pipeline.log(done, 'okr-sync'))


@runs_jobs
def test_issues_are_opened_by_hand(company, tmp_path):
    (company.folder / 'okrs.md').write_text(
        '## Objective: Win\n\n- KR1: Raise revenue from $1M to $2M\n')
    pipeline = Pipeline(company, tmp_path, component(
        company, period='Q1 2025', **{'open-files': 'okrs.md'}))
    for expected in ('opened', 'exists'):
        done = pipeline('okr-open', 'web', CI_COMMIT_BRANCH='main')
        assert done.returncode == 0, done.stdout + done.stderr
        assert any(line.startswith(f'{expected} {company.source}')
                   for line in pipeline.log(done, 'okr-open'))
    assert len(company.gl.project('acme/okrs').by_iid) == 1


@runs_jobs
def test_owners_are_reminded_by_hand(company, tmp_path):
    company.gl.now = '2025-01-02T09:00:00Z'
    company.add_okr('Win', body='- KR1: Raise revenue from $1M to $2M\n')
    pipeline = Pipeline(company, tmp_path, component(company))
    for _ in range(2):          # the second run has nothing to add
        company.gl.now = '2025-02-14T09:00:00Z'
        done = pipeline('okr-remind', 'web', CI_COMMIT_BRANCH='main',
                        SOURCE_DATE_EPOCH='1739523600')
        assert done.returncode == 0, done.stdout + done.stderr
        assert len(company.gl.asked('POST', r'/issues/1/notes')) == 1, (
            done.stdout + done.stderr)


@runs_jobs
def test_a_wrong_token_fails_the_job_with_one_sentence(company, tmp_path):
    pipeline = Pipeline(company, tmp_path, component(company))
    before = company.commits()
    done = pipeline('okr-sync', 'schedule', OKRSYNC_TOKEN='glpat-wrong')
    said = [line for line in pipeline.log(done, 'okr-sync')
            if line.startswith('okrsync: ')]
    assert done.returncode and len(said) == 1 and 'token' in said[0], (
        done.stdout + done.stderr)
    assert company.commits() == before


@runs_jobs
@pytest.mark.parametrize('way', [component, plain])
def test_lint_leaves_reports_that_gitlab_shows(company, tmp_path, way):
    company.add_okr('Win', body='- KR1: Do things\n')
    pipeline = Pipeline(company, tmp_path, way(company))
    done = pipeline('okr-lint', 'merge_request_event')
    assert done.returncode == 0, done.stdout + done.stderr
    assert sections(done) == ['okr_read', 'okr_findings']
    kept = next(pipeline.folder.glob('**/codequality.json'))
    found = json.loads(kept.read_text())
    assert found and all(
        f['description'] and f['fingerprint'] and f['location']['path'] and
        f['severity'] in ('info', 'minor', 'major') and
        f['location']['lines']['begin'] >= 1 for f in found), found
    cases = ElementTree.parse(kept.with_name('junit.xml')).iter('testcase')
    assert len(list(cases)) == len(found)
    lines = kept.with_name('findings.txt').read_text().splitlines()
    assert len(lines) == len(found)


@runs_jobs
def test_lint_fails_from_the_level_on_that_was_set(company, tmp_path):
    company.add_okr('Win', body='- KR1: Do things\n')
    pipeline = Pipeline(company, tmp_path, component(
        company, **{'lint-level': 'warning'}))
    assert pipeline('okr-lint', 'merge_request_event').returncode


@runs_jobs
def test_lint_rules_are_switched_by_an_input(company, tmp_path):
    company.add_okr('Win', body='- KR1: Do things\n')
    pipeline = Pipeline(company, tmp_path, component(
        company, **{'lint-rules': 'no-owner=error not-measurable=off'}))
    assert pipeline('okr-lint', 'merge_request_event').returncode
    told = next(pipeline.folder.rglob('okrsync/findings.txt')).read_text()
    assert ': error: objective' in told and '[not-measurable]' not in told


@runs_jobs
def test_when_a_sync_runs_is_an_input(company, tmp_path):
    company.add_okr('Win')
    pipeline = Pipeline(company, tmp_path, component(
        company, **{'sync-when': '$CI_PIPELINE_SOURCE == "push"'}))
    done = pipeline('--list', 'push')
    assert '\nokr-sync ' in done.stdout, done.stdout
    assert '\nokr-sync ' not in pipeline('--list', 'schedule').stdout


def shown(document):
    """The .gitlab-ci.yml that a document shows, including our files."""
    text = (ROOT / document).read_text('utf-8')
    block = re.search(r'<!-- file: \.gitlab-ci\.yml -->\n( *)```yaml\n'
                      r'((?s:.*?))\n\1```', text)
    return yaml.safe_load(textwrap.dedent(block.group(2)))


@runs_jobs
@pytest.mark.parametrize('document', ['README.md',
                                      'docs/how-to/pipeline.md'])
def test_the_include_that_a_document_shows_publishes(
        company, tmp_path, document):
    include = shown(document)['include'][0]
    assert include.pop('component').endswith('/okrsync/okrsync@0.1.0')
    board = company.gl.add_board('acme/okrs', 'OKRs')
    include['local'] = 'templates/okrsync.yml'
    assert include['inputs']['source'].endswith('/acme/okrs/-/boards/42')
    include['inputs']['source'] = f'{company.source}/-/boards/{board.id}'
    company.add_okr('Win')
    pipeline = Pipeline(company, tmp_path, {'include': [include]})
    before = company.commits()
    done = pipeline('okr-sync', 'schedule')
    assert done.returncode == 0, done.stdout + done.stderr
    assert company.commits() == before + 1


@runs_jobs
def test_a_large_group_is_read_in_parts(company, tmp_path):
    """The jobs of docs/how-to/large-group.md."""
    jobs = shown('docs/how-to/large-group.md')
    for part in jobs['okr-part']['parallel']['matrix'][0]['PART']:
        project = f'acme/{part}/okrs'
        company.gl.add_project(project)
        company.gl.add_issue(project, f'Win in {part}', labels=['Q1 2025'],
                             description='- KR1: Grow from 1 to 2 => 50%\n')
    text = yaml.safe_dump({**component(company), **jobs})
    pipeline = Pipeline(company, tmp_path, yaml.safe_load(
        text.replace('https://gitlab.example', company.gl.url)))
    # It runs what okr-sync needs, too.
    done = pipeline('--needs', 'okr-sync', 'schedule')
    assert done.returncode == 0, done.stdout + done.stderr
    page = company.read('content/okrs/2025-q1/index.md')
    for part in ('sales', 'product', 'support'):
        assert f'Win in {part}' in page


@runs_jobs
def test_pages_are_built_from_the_handbook(company, tmp_path):
    """The job of docs/how-to/gitlab-pages.md."""
    if not shutil.which('hugo'):
        pytest.skip('hugo is not installed')
    jobs = shown('docs/how-to/gitlab-pages.md')
    script = jobs['pages']['script']
    assert script.pop(0).endswith('install -q -y hugo')
    company.add_okr('Win')
    assert company.sync('--publish', 'files').status == 0
    (company.folder / 'hugo.toml').write_text('title = "Handbook"\n')
    pipeline = Pipeline(company, tmp_path, jobs)
    done = pipeline('pages', 'push', CI_COMMIT_BRANCH='main')
    assert done.returncode == 0, done.stdout + done.stderr
    assert next(pipeline.folder.rglob('public'), None)


def list_jobs(folder):
    return subprocess.run([PROGRAM, '--list'], cwd=folder,
                          capture_output=True, encoding='utf-8', check=False)


@runs_jobs
def test_our_own_pipeline_is_one(tmp_path):
    """Its form is checked against GitLab's schema; a broken one is refused."""
    shutil.copy(ROOT / '.gitlab-ci.yml', tmp_path)
    for words in (['init', '-q'], ['remote', 'add', 'origin',
                                   'https://gitlab.example/g/okrsync.git']):
        subprocess.run(['git', *words], cwd=tmp_path, check=True)
    done = list_jobs(tmp_path)
    assert done.returncode == 0 and 'schema validated' in (
        done.stdout + done.stderr), done
    for job in ('build: [gcc]', 'build: [clang]', 'walls', 'docs', 'check',
                'sanitizers', 'coverage', 'package'):
        assert f'\n{job} ' in done.stdout, done.stdout
    (tmp_path / '.gitlab-ci.yml').write_text('check:\n  script: {a: b}\n')
    assert list_jobs(tmp_path).returncode


def test_our_own_pipeline_runs_what_is_there():
    makefile = (ROOT / 'Makefile').read_text('utf-8')
    jobs = yaml.load((ROOT / '.gitlab-ci.yml').read_text('utf-8'), Pipelines)
    lines = [line for job in jobs.values() if 'script' in job
             for line in job['script']]
    assert len(lines) > 15
    for line in lines:
        if line.startswith('make '):
            targets = [w for w in line.split(' PYTEST')[0].split()[1:]
                       if re.fullmatch('[a-z0-9-]+', w)]
            assert targets, line
            for target in targets:
                assert re.search(rf'^{target}:', makefile, re.M), line
        elif line.startswith('ci/'):
            assert (ROOT / line.split()[0]).exists(), line
        else:
            assert line.startswith('apt-get install'), line


class Pipelines(yaml.SafeLoader):
    """Knows !reference, which is all that our pipeline has beyond YAML."""


Pipelines.add_constructor(
    '!reference', lambda loader, node: loader.construct_sequence(node))

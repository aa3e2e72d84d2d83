"""okrsync lint: findings, their forms, the rules, and the exit status."""
import json
import re
import xml.etree.ElementTree as ElementTree

import jsonschema
import pytest

from conftest import ROOT, TODAY
from test_cache import Story

SEEDS = ROOT.parent / 'shared' / 'seeds'

GOOD = """\
# Q1 2025

## Objective: Win the trust of large customers

**Owner**: CRO

| Key result | Baseline | Target | Current (as of 2025-02-01) |
|---|---|---|---|
| Raise enterprise ARR from $12M to $18M | $12M | $18M | $15M |
| Raise retention from 85% to 90% | 85% | 90% | 87% |
| Cut churn from 5% to 3% | 5% | 3% | 4% |
"""

BAD = """\
# Q1 2025

## Objective: Win the trust of large customers

- KR1: Raise NPS from 50 to 50 (currently 50)
- KR2: Improve our reputation with <banks> ]]> & "others"
"""

# What the published schemas ask of the members that we write; nothing else
# may be there.
TEXT = {'type': 'string', 'minLength': 1}
CODE_QUALITY = {
    'type': 'array', 'items': {
        'type': 'object', 'additionalProperties': False,
        'required': ['description', 'check_name', 'fingerprint', 'severity',
                     'location'],
        'properties': {
            'description': TEXT, 'check_name': TEXT,
            'fingerprint': {'type': 'string', 'pattern': '^[0-9a-f]{16}$'},
            'severity': {'enum': ['info', 'minor', 'major', 'critical',
                                  'blocker']},
            'location': {
                'type': 'object', 'additionalProperties': False,
                'required': ['path', 'lines'],
                'properties': {
                    'path': {'type': 'string', 'pattern': '^[^/]'},
                    'lines': {
                        'type': 'object', 'required': ['begin'],
                        'additionalProperties': False,
                        'properties': {
                            'begin': {'type': 'integer', 'minimum': 1}},
                    }}}}}}


def closed(properties, *required):
    return {'type': 'object', 'additionalProperties': False,
            'properties': properties, 'required': list(required)}


MESSAGE = closed({'text': TEXT, 'markdown': TEXT}, 'text')
LEVEL = {'enum': ['none', 'note', 'warning', 'error']}
SARIF = closed({
    '$schema': {'type': 'string', 'format': 'uri'},
    'version': {'enum': ['2.1.0']},
    'runs': {'type': 'array', 'minItems': 1, 'items': closed({
        'tool': closed({'driver': closed({
            'name': TEXT, 'version': TEXT,
            'rules': {'type': 'array', 'uniqueItems': True, 'items': closed({
                'id': TEXT, 'shortDescription': MESSAGE, 'help': MESSAGE,
                'defaultConfiguration': closed({
                    'enabled': {'type': 'boolean'}, 'level': LEVEL}),
                'properties': {'type': 'object'}}, 'id')},
        }, 'name')}, 'driver'),
        'columnKind': {'enum': ['utf16CodeUnits', 'unicodeCodePoints']},
        'results': {'type': 'array', 'items': closed({
            'ruleId': TEXT, 'ruleIndex': {'type': 'integer', 'minimum': 0},
            'level': LEVEL, 'message': MESSAGE,
            'locations': {'type': 'array', 'items': closed({
                'physicalLocation': closed({
                    'artifactLocation': closed({
                        'uri': {'type': 'string', 'format': 'uri-reference'},
                        'uriBaseId': TEXT}),
                    'region': closed({
                        'startLine': {'type': 'integer', 'minimum': 1}})},
                    'artifactLocation')})},
            'partialFingerprints': {
                'type': 'object', 'additionalProperties': TEXT},
        }, 'message')}}, 'tool')}}, 'version', 'runs')


@pytest.fixture
def lint(okrsync):
    """Lints a text as the file okrs.md, on the tests' day."""
    def run(text, *words):
        (okrsync.folder / 'okrs.md').write_text(text, encoding='utf-8')
        return okrsync('lint', 'okrs.md', '--today', TODAY,
                       '--fiscal-start', 'January', *words)
    return run


def rules(done):
    return sorted(re.findall(r'\[([a-z-]+)\]$', done.out, re.M))


def test_a_good_set_has_no_finding(lint):
    done = lint(GOOD)
    assert (done.status, done.out) == (0, ''), done
    assert done.err == 'no findings in 1 objective\n'


def test_findings_are_lines_and_an_error_is_status_1(lint):
    done = lint(BAD)
    assert done.status == 1, done
    assert "okrs.md:5: error: key result 'Raise NPS from 50 to 50 " in done.out
    assert 'okrs.md:3: warning: ' in done.out
    assert rules(done) == ['no-owner', 'not-measurable',
                           'target-equals-baseline', 'too-few-key-results']
    assert done.err.startswith(
        '1 error, 2 warnings, 1 info in 1 objective: 1 no-owner')


@pytest.mark.parametrize('words, status', [
    (['--fail-on', 'never'], 0),
    (['--fail-on', 'warning'], 1),
    (['--rules', 'target-equals-baseline=warning'], 0),
    (['--rules', 'target-equals-baseline=off', '--fail-on', 'warning'], 1),
    (['--rules', 'no-owner=error',
      '--rules', 'target-equals-baseline=off'], 1),
])
def test_what_fails_can_be_chosen(lint, words, status):
    assert lint(BAD, *words).status == status


def test_info_fails_when_asked(lint):
    text = GOOD.replace('| Cut churn from 5% to 3% | 5% | 3% | 4% |\n', '')
    assert lint(text).status == 0
    assert lint(text, '--fail-on', 'warning').status == 0
    assert lint(text, '--fail-on', 'info').status == 1


def test_rules_are_switched_in_the_config(okrsync, lint):
    config = okrsync.folder / '.okrsync.yml'
    config.write_text('rules:\n  no-owner: off\n  not-measurable: error\n'
                      '  target-equals-baseline: info\nfail-on: info\n')
    done = lint(BAD)
    assert done.status == 1, done
    assert 'no-owner' not in done.out
    assert 'error: key result \'Improve' in done.out
    assert lint(BAD, '--fail-on', 'never').status == 0
    assert 'not-measurable' not in lint(
        BAD, '--rules', 'not-measurable=off').out


@pytest.mark.parametrize('config, words', [
    ('rules:\n  no-ownr: off\n', ['.okrsync.yml:2:3', "'no-owner'"]),
    ('rules:\n  stale: loud\n', ['.okrsync.yml:2:3', 'loud', "'off'"]),
    ('rules: [stale]\n', ['.okrsync.yml:1:1', 'maps names of rules']),
    ('fail-on: warnings\n', ['.okrsync.yml:1:10', "'warning'"]),
    ('format: sarif\n', ['.okrsync.yml:1:1', 'unknown key']),
])
def test_a_bad_config_is_told(okrsync, lint, config, words):
    (okrsync.folder / '.okrsync.yml').write_text(config)
    done = lint(GOOD)
    assert done.status == 2 and done.out == '', done
    assert all(word in done.error for word in words), done


@pytest.mark.parametrize('words, told', [
    (['--format', 'html'], ["'codequality'"]),
    (['--format', 'ics'], ["'text', 'json', 'junit'"]),
    (['--explain'], ['needs a RULE']),
    (['--explain', 'no-ownr'], ["did you mean 'no-owner'?"]),
    (['--explain', 'zzzzzzzzzzzz'], ['--list']),
    (['--rules', 'stale'], ['NAME=LEVEL']),
    (['https://gitlab.example/a/b'], ['files and addresses']),
])
def test_a_bad_flag_is_told(lint, words, told):
    done = lint(GOOD, *words)
    assert done.status == 2 and done.out == '', done
    assert all(word in done.error for word in told), done


@pytest.mark.parametrize('flag, value, rule', [
    ('--min-key-results', 4, 'too-few-key-results'),
    ('--max-key-results', 2, 'too-many-key-results'),
    ('--max-objectives', 0, None),
    ('--max-words', 5, 'title-too-long'),
    ('--forgotten-days', 5, 'set-and-forget'),
])
def test_limits_are_the_users(lint, flag, value, rule):
    assert lint(GOOD).out == ''
    done = lint(GOOD, flag, str(value))
    if rule:
        assert rules(done) == [rule], done
    else:
        assert done.status == 2 and 'not a number from 1 to' in done.err


def test_switched_off_findings_are_off_everywhere(okrsync, lint):
    lint(BAD)
    words = ['grade', 'okrs.md', '--json', '--today', TODAY]
    found = json.loads(okrsync(*words).out)['findings']
    assert 'target-equals-baseline' in [f['rule'] for f in found]
    assert 'no-owner' not in [f['rule'] for f in found]
    off = okrsync(*words, '--rules', 'target-equals-baseline=off')
    assert 'target-equals-baseline' not in off.out


def test_rules_are_listed_and_each_is_explained(okrsync):
    done = okrsync('lint', '--list', '--rules', 'stale=off')
    assert done.status == 0 and done.err == '', done
    lines = [line.split(None, 2) for line in done.out.splitlines()]
    assert len(lines) >= 30
    assert {level for _, level, _ in lines} <= {
        'off', 'info', 'warning', 'error'}
    assert dict((line[0], line[1]) for line in lines)['stale'] == 'off'
    for name, level, words in lines:
        told = okrsync('lint', '--explain', name)
        assert told.status == 0, told
        assert told.out.startswith(f'{name}: ')
        assert words in told.out and '\nFrom: ' in told.out


def test_an_explanation_shows_how_to_do_better(okrsync):
    done = okrsync('lint', '--explain', 'no-owner', '--rules',
                   'no-owner=info')
    assert done.out.startswith('no-owner: info (warning by default)\n')
    good, bad = done.out.split('\nGood:\n')[1].split('\nBad:\n')
    assert '**Owner**: ' in good and '**Owner**' not in bad


def test_json_is_the_findings_with_counts(lint):
    done = lint(BAD, '--format', 'json')
    read = json.loads(done.out)
    assert done.status == 1
    assert (read['schema'], read['errors'], read['warnings'],
            read['infos']) == (1, 1, 2, 1)
    assert set(read['findings'][0]) == {
        'rule', 'severity', 'file', 'url', 'line', 'message', 'fingerprint'}
    model = json.loads((ROOT / 'docs/model.schema.json').read_text())
    finding = model['properties']['findings']['items']
    for f in read['findings']:
        f.pop('fingerprint')
        jsonschema.validate(f, {**finding, '$defs': model.get('$defs', {}),
                                'definitions': model.get('definitions', {})})


def test_code_quality_is_as_gitlab_reads_it(lint):
    read = json.loads(lint(BAD, '--format', 'codequality').out)
    jsonschema.validate(read, CODE_QUALITY)
    assert len(read) == 4
    assert len({f['fingerprint'] for f in read}) == 4
    assert {f['location']['path'] for f in read} == {'okrs.md'}
    at = {f['check_name']: f['location']['lines']['begin'] for f in read}
    assert at['target-equals-baseline'] == 5


def test_fingerprints_stay_when_lines_and_days_move(okrsync, lint):
    def prints(text, *words):
        done = lint(text, '--format', 'codequality', *words)
        return {f['fingerprint'] for f in json.loads(done.out)}
    assert prints(BAD) == prints(BAD.replace('# Q1', '\n\nHello.\n\n# Q1'))
    stale = GOOD.replace('2025-02-01', '2025-01-20')
    assert prints(stale) and prints(stale) == prints(
        stale, '--today', '2025-02-10')
    path = okrsync.folder / 'okrs.md'
    done = okrsync('lint', path, '--today', TODAY, '--format', 'codequality',
                   '--fiscal-start', '1')
    assert {f['fingerprint'] for f in json.loads(done.out)} == prints(stale)


def test_junit_is_xml_that_says_what_failed(lint):
    root = ElementTree.fromstring(lint(BAD, '--format', 'junit').out)
    assert root.tag == 'testsuites'
    suite, = root.findall('testsuite')
    assert suite.get('name') == 'okrs.md'
    assert (suite.get('tests'), suite.get('failures')) == ('4', '3')
    cases = suite.findall('testcase')
    assert {case.get('classname') for case in cases} == {'okrs.md'}
    assert {case.get('file') for case in cases} == {'okrs.md'}
    assert len({case.get('name') for case in cases}) == 4
    failures = [f for f in suite.iter('failure')]
    assert sorted(f.get('type') for f in failures) == [
        'error', 'warning', 'warning']
    assert any('<banks> ]]> & "others"' in f.text for f in failures)


def test_sarif_has_rules_and_places(lint):
    read = json.loads(lint(BAD, '--format', 'sarif').out)
    jsonschema.validate(read, SARIF)
    run, = read['runs']
    described = run['tool']['driver']['rules']
    assert len(run['results']) == 4
    for result in run['results']:
        assert described[result['ruleIndex']]['id'] == result['ruleId']
    where = run['results'][-1]['locations'][0]['physicalLocation']
    assert where == {
        'artifactLocation': {'uri': 'okrs.md', 'uriBaseId': '%SRCROOT%'},
        'region': {'startLine': 6}}


def test_a_report_goes_into_a_file(okrsync, lint):
    done = lint(BAD, '--format', 'codequality', '-o', 'report.json')
    assert done.out == '' and done.status == 1
    read = json.loads((okrsync.folder / 'report.json').read_text())
    assert len(read) == 4
    assert okrsync('lint', 'okrs.md', '-o', 'no/such/file').status == 3


def test_standard_input_and_several_files(okrsync, lint):
    lint(GOOD)
    (okrsync.folder / 'bad.md').write_text(BAD)
    done = okrsync('lint', '-', stdin=BAD)
    assert '-:5: error: ' in done.out
    done = okrsync('lint', 'okrs.md', 'bad.md', '--today', TODAY)
    assert 'bad.md:5: error: ' in done.out
    assert 'okrs.md:' not in done.out.replace('bad.md:', '')


def test_a_text_without_okrs_says_so(lint):
    done = lint('Nothing here.\n')
    assert (done.status, done.out) == (0, '')
    assert 'no OKRs found' in done.err


def test_hostile_bytes_stay_out_of_every_form(okrsync):
    text = ('# Q1 2025\n\n## Objective: W\x1b[31min \u202e]]></x>\n\n'
            '- KR1: Improve \x07 our \ufeffstanding & "name"\n').encode()
    (okrsync.folder / 'x\x1b"<&>.md').write_bytes(text + b'- KR2: \xff\xfe\n')
    for form in ('text', 'json', 'junit', 'codequality', 'sarif'):
        done = okrsync('lint', 'x\x1b"<&>.md', '--format', form)
        assert done.status == 0, done
        assert not re.search('[\x00-\x08\x0b-\x1f\x7f\u202e\ufeff]',
                             done.out), form
        if form == 'junit':
            ElementTree.fromstring(done.out)
        elif form != 'text':
            json.loads(done.out)


def test_issues_of_gitlab_are_linted(company):
    company.add_okr('Win large customers')
    company.add_okr('Grow', '- KR1: Improve our reputation\n')
    done = company.run('lint', '--today', TODAY, '--fiscal-start', '1')
    assert done.status == 0, done
    issue = f'{company.gl.url}/acme/okrs/-/issues/2'
    assert f'{issue}:1: warning: ' in done.out
    assert 'not-measurable' in done.out
    again = company.run('lint', company.source, '--today', TODAY,
                        '--fiscal-start', '1', '--format', 'codequality')
    read = json.loads(again.out)
    jsonschema.validate(read, CODE_QUALITY)
    assert 'acme/okrs/-/issues/2' in {f['location']['path'] for f in read}
    sarif = json.loads(company.run(
        'lint', '--today', TODAY, '--format', 'sarif').out)
    jsonschema.validate(sarif, SARIF)
    places = {r['locations'][0]['physicalLocation']['artifactLocation']['uri']
              for r in sarif['runs'][0]['results'] if r['locations']}
    assert issue in places


def test_a_snapshot_is_linted_without_a_network(company):
    company.add_okr('Grow', '- KR1: Improve our reputation\n')
    company.run('fetch', '-o', 'all.snapshot')
    live = company.run('lint', '--today', TODAY)
    for words in (['--from', 'all.snapshot'], ['all.snapshot']):
        done = company.run('lint', '--today', TODAY, *words)
        assert done.out == live.out and 'not-measurable' in done.out


def test_drift_is_known_from_the_pages_in_the_clone(company):
    issue = company.add_okr('Win large customers')
    words = ('lint', '--today', TODAY, '--fiscal-start', '1')
    assert company.sync().status == 0
    company.run.git('pull', '-q')
    assert '[drift]' not in company.run(*words).out
    issue.description = issue.description.replace('$18M', '$20M')
    issue.changed()
    done = company.run(*words)
    assert ("its target was changed from '$18M' to '$20M' on 20"
            in done.out), done
    assert '[drift]' in done.out
    assert '[drift]' not in company.run(*words, '--rules', 'drift=off').out
    assert '[drift]' not in company.run(*words, '--folder', 'nowhere').out
    assert company.sync().status == 0
    company.run.git('pull', '-q')
    assert '[drift]' in company.run(*words).out


def test_labels_tell_who_skipped_the_review(company):
    story = Story(company, 1)
    days = ['2025-01-07', '2025-01-08']
    for day, label in zip(days, ['okr::draft', 'Q1 2025,okr::active']):
        story.gl.set_clock(f'{day}T09:00:00Z', 60)
        story.ask('PUT', 'issues/1', labels=label)
    company.run('fetch', '--label-events', '-o', 'all.snapshot')
    done = company.run('lint', '--from', 'all.snapshot', '--today', TODAY)
    assert ('it went from draft to active on 2025-01-08 by root, with no '
            'review between' in done.out), done
    model = json.loads(company.run('grade', '--json', 'all.snapshot').out)
    jsonschema.validate(model, json.loads(
        (ROOT / 'docs/model.schema.json').read_text()))
    assert model['objectives'][0]['moves'] == [
        {'date': days[0], 'author': 'root', 'what': 'state', 'from': None,
         'to': 'draft'},
        {'date': days[1], 'author': 'root', 'what': 'state',
         'from': 'draft', 'to': 'active'}]
    company.run('fetch', '--no-cache', '-o', 'none.snapshot')
    model = json.loads(company.run('grade', '--json', 'none.snapshot').out)
    assert model['objectives'][0]['moves'] is None


def test_sync_says_nothing_of_what_only_lint_asks(company):
    company.add_okr('Grow', '- KR1: Improve our reputation\n')
    done = company.sync()
    assert done.status == 0, done
    assert 'not-measurable' not in done.err and 'no-owner' not in done.err


@pytest.fixture
def seeds():
    if not SEEDS.is_dir():
        pytest.skip('shared/seeds is not there')
    return SEEDS


def test_the_table_seed_gets_five_remarks(okrsync, seeds):
    done = okrsync('lint', seeds / 'okr-definitions-q1-2025.md', '--today',
                   TODAY)
    assert rules(done) == ['baseline-is-a-rate', 'confidence-against-type',
                           'stated-grade-differs', 'stated-grade-differs',
                           'verb-against-numbers']


def test_the_table_seed_is_not_nagged_at_years_later(okrsync, seeds):
    done = okrsync('lint', seeds / 'okr-definitions-q1-2025.md', '--today',
                   '2026-11-21')
    assert rules(done) == ['baseline-is-a-rate', 'committed-missed',
                           'confidence-against-type', 'set-and-forget',
                           'stated-grade-differs', 'stated-grade-differs',
                           'verb-against-numbers']


@pytest.mark.parametrize('name', ['csm-okrs.md', 'okr-practice.md',
                                  'okrs-for-customer-success.md'])
def test_pages_about_okrs_have_no_findings(okrsync, seeds, name):
    done = okrsync('lint', seeds / name, '--today', TODAY)
    assert (done.status, done.out) == (0, ''), done


def test_the_cascade_seed_is_coached_with_measure(okrsync, seeds):
    done = okrsync('lint', seeds / 'fy21-q1-okrs.md', '--today',
                   '2020-03-10')
    found = rules(done)
    assert {'not-measurable', 'activity-not-outcome', 'no-key-results',
            'too-many-objectives', 'too-many-key-results',
            'change-without-baseline', 'missing-check-in'} <= set(found)
    # 138 objectives and 336 key results: less than one remark for each.
    assert len(found) < 138 + 336

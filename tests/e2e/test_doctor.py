"""okrsync doctor: one line for each thing a run needs, and nothing written."""
import re

STATES = ('okr::draft', 'okr::review', 'okr::active', 'okr::closed')


def lines(done):
    """{subject: (verdict, words)} of the answer."""
    out = {}
    for line in done.out.splitlines():
        verdict, subject, words = re.match(
            r'(ok|warn|fail) +([\w-]+) - (.+)$', line).groups()
        out[subject] = (verdict, words)
    return out


def healthy(company):
    """A company in which nothing is missing."""
    for name in STATES:
        company.gl.add_label('acme/okrs', name)
    company.gl.add_board('acme/okrs', 'OKRs', lists=STATES)
    company.gl.add_files('acme/okrs', {
        '.gitlab/issue_templates/OKR.md': 'Hello\n'})
    return company


def doctor(company, *words, **how):
    return company.run('doctor', '--today', '2025-02-08', *words, **how)


def test_all_is_well(company):
    company = healthy(company)
    done = doctor(company)
    found = lines(done)
    assert done.status == 0, done
    assert {v for v, _ in found.values()} == {'ok'}, done
    assert set(found) == {
        'config', 'ca-file', 'token', 'source', 'gitlab', 'clock', 'scopes',
        'expiry', 'project', 'role', 'labels', 'board', 'template', 'limits',
        'repository', 'depth'}
    assert company.gl.version in found['gitlab'][1]
    assert not company.gl.writes()
    assert not company.pushes()


def test_an_empty_project_lacks_labels_board_and_template(company):
    done = doctor(company)
    found = lines(done)
    assert done.status == 0, done
    for subject in ('labels', 'board', 'template'):
        assert found[subject][0] == 'warn', done
        assert 'okrsync init' in found[subject][1]
    assert 'draft, review, active, closed' in found['labels'][1]


def test_without_a_network_the_rest_is_looked_at(company):
    company.gl.stop()
    done = doctor(company, '--deadline', '2')
    found = lines(done)
    assert done.status == 1, done
    assert found['gitlab'][0] == 'fail'
    assert found['repository'][0] == 'fail'
    assert found['config'][0] == found['token'][0] == 'ok'
    assert 'labels' not in found
    company.gl.start = company.gl.stop = lambda: None


def test_without_anything(okrsync):
    done = okrsync('doctor')
    found = lines(done)
    assert done.status == 1, done
    assert found['config'][0] == 'warn'
    assert found['token'][0] == 'fail' and 'OKRSYNC_TOKEN' in found['token'][1]
    assert found['source'][0] == 'fail'
    assert found['repository'][0] == 'fail'


def test_a_broken_config_is_one_line_that_fails(company):
    company = healthy(company)
    for text, words in (('sorce: x\n', 'source'), ('folder: [\n', ':2:1: '),
                        ('period: soon\n', "period 'soon'"),
                        ('x: \xff\n', 'plain UTF-8')):
        (company.folder / '.okrsync.yml').write_bytes(text.encode('latin-1'))
        done = doctor(company, company.source)
        found = lines(done)
        assert done.status == 1, done
        assert found['config'][0] == 'fail' and words in found['config'][1]
        assert [v for v, _ in found.values()].count('fail') == 1, done
        assert found['labels'][0] == found['depth'][0] == 'ok'
    done = doctor(company, '-c', 'none.yml', company.source)
    assert done.status == 1 and 'none.yml' in lines(done)['config'][1], done
    assert company.run('lint', company.source).status == 2


def test_token_kinds_that_cannot_do_it(company):
    for token, word in (('glcbt-64_x', 'job'), ('gldt-x', 'deploy'),
                        ('glrt-x', 'runner')):
        done = doctor(company, env={'OKRSYNC_TOKEN': token})
        assert done.status == 1, done
        verdict, words = lines(done)['token']
        assert verdict == 'fail' and word in words
        assert token not in done.out + done.err


def test_scopes_and_expiry(company):
    company = healthy(company)
    gl = company.gl
    gl.now = '2025-02-08T09:00:00Z'
    gl.add_token('glpat-read', scopes=['read_api'], expires_at='2025-02-15')
    gl.add_token('glpat-user', scopes=['read_user'])
    done = doctor(company, env={'OKRSYNC_TOKEN': 'glpat-read'})
    found = lines(done)
    assert found['scopes'][0] == 'warn' and 'api' in found['scopes'][1]
    assert found['expiry'] == (
        'warn', 'the token expires on 2025-02-15, in 7 days: make a new one '
        'before')
    done = doctor(company, env={'OKRSYNC_TOKEN': 'glpat-user'})
    found = lines(done)
    assert done.status == 1 and found['scopes'][0] == 'fail', done
    done = doctor(company, '--today', '2025-02-20',
                  env={'OKRSYNC_TOKEN': 'glpat-read'})
    assert lines(done)['expiry'][0] == 'fail' and done.status == 1


def test_a_wrong_token_fails(company):
    done = doctor(company, env={'OKRSYNC_TOKEN': 'glpat-wrong'})
    assert done.status == 1, done
    assert lines(done)['gitlab'][0] == 'fail'
    assert 'glpat-wrong' not in done.out + done.err


def test_the_clock(company):
    company = healthy(company)
    found = lines(doctor(company, env={'SOURCE_DATE_EPOCH': '1700000000'}))
    assert found['clock'][0] == 'warn' and 'behind' in found['clock'][1]


def test_an_unknown_project_and_one_without_issues(company):
    done = doctor(company, f'{company.gl.url}/acme/none')
    assert done.status == 1 and lines(done)['project'][0] == 'fail', done
    company.gl.add_project('acme/silent', issues_enabled=False)
    done = doctor(company, f'{company.gl.url}/acme/silent')
    assert done.status == 1, done
    assert 'turned off' in lines(done)['project'][1]


def test_a_low_role(company):
    company = healthy(company)
    company.gl.add_project('acme/theirs', members={'okr-bot': 10})
    found = lines(doctor(company, f'{company.gl.url}/acme/theirs'))
    assert found['role'][0] == 'warn' and 'guest' in found['role'][1]


def test_a_board_that_is_not_there_or_lacks_lists(company):
    company = healthy(company)
    source = f'{company.gl.url}/acme/okrs/-/boards/'
    done = doctor(company, source + '987654')
    assert lines(done)['board'][0] == 'fail' and done.status == 1, done
    board = company.gl.add_board('acme/okrs', 'Half', lists=['okr::draft'])
    found = lines(doctor(company, source + str(board.id)))
    assert found['board'][0] == 'warn'
    assert 'review, active, closed' in found['board'][1]


def test_ca_file(company):
    done = doctor(company, '--ca-file', 'nowhere.pem')
    assert done.status == 1 and lines(done)['ca-file'][0] == 'fail', done
    (company.folder / 'x.pem').write_text('hello\n')
    done = doctor(company, '--ca-file', 'x.pem')
    assert 'no certificate' in lines(done)['ca-file'][1]


def test_limits(company):
    company = healthy(company)
    for n in range(3):
        company.add_okr(f'Objective {n}')
    found = lines(doctor(company, '--max-issues', '2'))
    assert found['limits'][0] == 'warn' and '3 issues' in found['limits'][1]


def test_a_folder_instead_of_a_clone(company, tmp_path):
    company = healthy(company)
    found = lines(doctor(company, '--publish', 'files', '--repository',
                         str(tmp_path)))
    assert found['repository'][0] == 'ok'
    done = doctor(company, '--publish', 'files', '--repository', 'nowhere')
    assert done.status == 1 and lines(done)['repository'][0] == 'fail'
    done = doctor(company, '--repository', str(tmp_path / 'home'))
    assert done.status == 1 and lines(done)['repository'][0] == 'fail'


def test_a_shallow_clone(company):
    company = healthy(company)
    company.gl.add_files('acme/handbook', {'more.md': 'x\n'})
    company.run.git('clone', '-q', '--depth', '1', company.remote,
                    str(company.folder / 'thin'))
    found = lines(doctor(company, '--repository', 'thin'))
    assert found['depth'][0] == 'warn', found
    assert found['repository'][0] == 'ok'


def test_a_server_that_fails(company):
    company = healthy(company)
    company.gl.fault(path='/labels', status=403, times=None)
    company.gl.fault(path='/boards', body=b'{', times=None)
    done = doctor(company, '--deadline', '3')
    found = lines(done)
    assert done.status == 1, done
    assert found['labels'][0] == found['board'][0] == 'fail'
    assert found['template'][0] == 'ok'


def test_an_old_server(company):
    company = healthy(company)
    company.gl.version = '14.10.5'
    company.gl.fault(path='personal_access_tokens', status=404, times=None)
    found = lines(doctor(company))
    assert found['gitlab'][0] == found['scopes'][0] == 'warn'


def test_questions_that_are_refused(company):
    company = healthy(company)
    company.gl.fault(path='/templates', status=403, times=None)
    company.gl.fault(path='/issues', status=403, times=None)
    company.gl.fault(path='personal_access_tokens', status=403, times=None)
    done = doctor(company, '--deadline', '3')
    found = lines(done)
    assert done.status == 1, done
    assert found['template'][0] == 'warn', done
    assert found['limits'][0] == found['scopes'][0] == 'fail', done
    assert found['labels'][0] == 'ok'


def test_a_group_is_not_looked_into(company):
    company = healthy(company)
    done = doctor(company, f'{company.gl.url}/groups/acme/-/issues')
    found = lines(done)
    assert done.status == 0, done
    assert found['project'][0] == 'ok' and 'a group' in found['project'][1]
    assert not {'role', 'labels', 'board', 'template', 'limits'} & set(found)

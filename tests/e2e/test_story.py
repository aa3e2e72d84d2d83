"""What commits tell: which OKR moved, and nothing that GitLab acts upon."""
import re

import pytest

BODY = """\
**Owner**: CEO

| # | Key result | Baseline | Target | Current (as of 2025-02-01) |
|---|------------|----------|--------|----------------------------|
| KR1 | %s | $10M | $20M | $%sM |
"""
HOSTILE = 'Closes #1, fixes acme/okrs#1 @all !2 [skip ci] [ci skip] ' \
    'resolves %s'
ACTS = re.compile(r'(?i)#\d|@\w|!\d|\[(skip ci|ci skip)\]|https?://')


def body(value=12, text='Raise revenue'):
    return BODY % (text, value)


def message(company, branch='main'):
    return company.run.git('log', '-1', '--format=%B', f'origin/{branch}')


@pytest.mark.parametrize('way', ['git', 'api'])
def test_a_commit_tells_what_moved(company, way):
    company.write_config(f'publish: {way}', 'project: acme/handbook')
    one = company.add_okr('Win', body())
    two = company.add_okr('Grow', body())
    assert company.sync('--message', 'okrs: new\n\nSee the page.').status == 0
    company.run.git('fetch', '-q')
    assert message(company).startswith(
        'okrs: new\n\nSee the page.\n\nQ1 2025: no grade -> 0.20\n\n'
        '- Win: new, 0.20, active\n- Grow: new, 0.20, active\n')
    one.description = body(16)
    one.title = 'Win more'
    one.changed()
    two.confidential = True
    two.changed()
    assert company.sync().status == 0
    company.run.git('fetch', '-q')
    said = message(company)
    assert "Q1 2025: 0.20 -> 0.60\n\n- Win more: 0.20 -> 0.60, was called " \
        "'Win', behind -> " in said
    assert '  Raise revenue: $12M -> $16M, 0.20 -> 0.60\n' in said
    assert '- Grow: gone\n' in said


def test_nothing_in_it_does_anything(company):
    title = HOSTILE % f'{company.source}/-/issues/1'
    company.add_okr(title[:200], body(text=title))
    assert company.sync().status == 0
    company.run.git('fetch', '-q')
    said = message(company)
    assert 'Closes' in said and not ACTS.search(said), said
    for issue in company.gl.project('acme/okrs').issues:
        issue.description = body(14, text=title)
        issue.title = 'x [ci skip] ' + title
        issue.changed()
    assert company.sync().status == 0
    company.run.git('fetch', '-q')
    said = message(company)
    assert 'was called' in said and not ACTS.search(said), said


def test_many_are_summed_up(company):
    for n in range(70):
        company.add_okr(f'Objective {n}', body())
    assert company.sync().status == 0
    company.run.git('fetch', '-q')
    said = message(company)
    assert said.count('- Objective ') == 60 and '- and 10 more\n' in said


def test_other_pages_than_data_have_no_story(company):
    company.add_okr('Win', body())
    assert company.sync().status == 0
    assert company.sync('--layout', 'cascade').status == 0
    company.run.git('fetch', '-q')
    assert message(company).strip() == 'okrs: bring pages up to date'


def test_each_key_result_is_told_below_its_own_objective(company):
    """#1 and #11 begin alike, and so do the names of their key results."""
    okrs = [company.add_okr(f'Aim {n}', body(text=f'Raise {n}'))
            for n in range(1, 13)]
    assert company.sync().status == 0
    for okr, n in ((okrs[0], 1), (okrs[10], 11)):
        okr.description = body(14, text=f'Raise {n}')
        okr.changed()
    assert company.sync().status == 0
    company.run.git('fetch', '-q')
    told = [line for line in message(company).splitlines()
            if line.startswith(('- ', '  '))]
    assert [line.split(':')[0] for line in told] == [
        '- Aim 1', '  Raise 1', '- Aim 11', '  Raise 11'], told

"""okrsync open: OKRs that come as spreadsheets and as YAML."""
import pytest

from test_open import assert_quiet, names, place  # noqa: F401

SHEET = '\ufeffOKRs for Q1 2025;;;;;;\r\n' \
    'Objective;Owner;Labels;Assignees;Key result;From;To\r\n' \
    'Win larger customers;Ada;"OKR,%{period}";ada;Raise revenue;$10M;$20M\r\n' \
    ';Bob;;;"Shorten the cycle | all";120 days;90 days\r\n' \
    'Be first;Bea;OKR;;Raise activation;60%;80%\r\n'
YAML = """\
period: Q1 2025
labels: [OKR, "%{period}"]
objectives:
  - objective: Win larger customers
    owner: Ada
    assignees: [ada]
    key results:
      - Raise revenue from $10M to $20M
      - text: Shorten the cycle | all
        owner: Bob
        from: 120 days
        to: 90 days
    objectives:
      - objective: Be first
        owner: Bea
        labels: OKR
        key_results: [Raise activation from 60% to 80%]
"""


@pytest.mark.parametrize('name, text', [
    ('okrs.csv', SHEET), ('okrs.CSV', SHEET.replace(';', ',')
                          .replace('"OKR,%', '"OKR,%')),
    ('okrs.tsv', SHEET.replace(';', '\t')), ('okrs.yaml', YAML),
    ('okrs.yml', YAML)])
def test_a_file_becomes_issues(place, name, text):  # noqa: F811
    place.write(name, text)
    done = place.open(name)
    assert done.status == 0, done
    one, two = place.issues
    assert [one.title, two.title] == ['Win larger customers', 'Be first']
    assert names(one.labels) == ['OKR', 'Q1 2025']
    assert names(two.labels) == ['OKR']
    assert [user.username for user in one.assignees] == ['ada']
    assert one.due_date == two.due_date == '2025-03-31'
    for words in ('**Owner**: Ada', 'Shorten the cycle', 'Bob', '90 days',
                  '120 days', '20M'):
        assert words in one.description, words
    again = place.open(name)
    assert again.status == 0 and again.out.count('exists ') == 2, again
    assert len(place.issues) == 2


def test_what_is_nested_ladders_up(place):  # noqa: F811
    place.write('okrs.yaml', YAML)
    assert place.open('okrs.yaml').status == 0
    assert '**Ladders up to**: Win larger customers' in \
        place.issues[1].description
    [link] = place.gl.asked('POST', '/links$')
    assert link['path'].endswith('/issues/2/links')


def test_findings_name_the_line_of_the_sheet(place):  # noqa: F811
    place.write('okrs.csv', 'Objective,Key result,From,To\n'
                'Win,,,\n')
    done = place.open('okrs.csv')
    assert done.status == 3 and not place.issues, done
    assert 'okrs.csv:2: error: ' in done.err, done


@pytest.mark.parametrize('name, text, error', [
    ('x.csv', 'a,b\n"c', 'x.csv:2: a cell begins with a quote'),
    ('x.csv', 'a,b\n', "no objective found in 'x.csv'"),
    ('x.yaml', 'objectives: [', 'x.yaml:2:1: flow sequence'),
    ('x.yaml', 'just words', 'x.yaml: it is no list of objectives'),
    ('x.yaml', '', 'x.yaml: it is no list of objectives'),
    ('x.yaml', 'objectives: 7', 'x.yaml:1: the objectives are not a list'),
    ('x.yaml', 'objectives:\n  - 7', 'x.yaml:2: an objective is a mapping'),
    ('x.yaml', '- owner: Ada\n', "x.yaml:1: an objective has no 'objective'"),
    ('x.yaml', '- objective: A\n  krs: 7\n',
     "x.yaml:1: the key results of 'A' are not a list"),
    ('x.yaml', '- objective: A\n  krs:\n    - [b]\n',
     'a key result is a text, or a mapping'),
    ('x.yaml', '- objective: A\n  krs:\n    - owner: b\n',
     "x.yaml:3: a key result has no 'text'"),
    ('x.yaml', '- objective: A\n  krs:\n    - text: a\n      to: {b: c}\n',
     "x.yaml:4: 'to' is neither a text nor a list of texts"),
    ('x.yaml', '- objective: A\n  key_resluts:\n    - text: a\n',
     "x.yaml:2: 'key_resluts' is neither a text nor a list of texts"),
    ('x.yaml', '- objective: A\n  objective: B\n', 'x.yaml:2'),
    ('x.yaml', '- objective: A\n  risks: [[b]]\n',
     "x.yaml:2: 'risks' is neither"),
    ('x.yaml', '- objective: &a A\n  owner: *a\n',
     "x.yaml:2: 'owner' is neither"),
    ('x.yaml', '- objective: A\n  [b]: c\n', 'x.yaml:1: a name is not a text'),
    ('x.yaml', '- objective: A\n  krs:\n    - {text: a, '
     + ', '.join(f'n{i}: 1' for i in range(40)) + '}\n',
     "'n31' is one name too many"),
])
def test_mistakes_are_named_with_their_line(place, name, text,  # noqa: F811
                                            error):
    place.write(name, text)
    done = place.open(name)
    assert done.status == 3 and error in done.error, done
    assert not place.issues


@pytest.mark.parametrize('name, text, line', [
    ('x.yaml', b'- objective: "\xff\xc3"\n', 1),
    ('x.md', b'---\nlabels: "\xff\xc3"\n---\n# Objective: A\n', 2)])
def test_yaml_that_is_no_text_is_named(place, name, text,  # noqa: F811
                                       line):
    (place.folder / name).write_bytes(text)
    done = place.open(name, timeout=10)
    assert done.status == 2, done
    assert done.error == f'{name}:{line}: is not plain UTF-8 text'


def test_objectives_are_not_nested_without_end(place):  # noqa: F811
    text = ''
    for depth in range(20):
        text += '  ' * 2 * depth + f'- objective: O{depth}\n'
        text += '  ' * (2 * depth + 1) + 'objectives:\n'
    place.write('x.yaml', text)
    done = place.open('x.yaml')
    assert done.status == 3 and 'deeper than 16 levels' in done.error, done


HOSTILE = ['/close', '@all #1 !2 ~bug', '<!-- gone', '```', '> >>> x',
           '{{< x >}}', '<script>x</script>', '|||', '[x](javascript:y)']


@pytest.mark.parametrize('ending', ['csv', 'yaml'])
def test_hostile_cells_stay_text(place, ending):  # noqa: F811
    if ending == 'csv':
        rows = ['Objective,Owner,Key result,From,To']
        rows += [f'O{n} {x},{x},{x} up,1,2' for n, x in enumerate(HOSTILE)]
        place.write('x.csv', '\n'.join(rows))
    else:
        import json
        place.write('x.yaml', json.dumps([
            {'objective': f'O{n} {x}', 'owner': f'{x}\n/close\n{x}',
             'krs': [{'text': f'{x}\n/close up', 'from': 1, 'to': 2}]}
            for n, x in enumerate(HOSTILE)]))
    done = place.open(f'x.{ending}', '--force')
    assert done.status == 0, done
    assert len(place.issues) == len(HOSTILE)
    for issue in place.issues:
        assert_quiet(issue)

"""okrsync calendar: all formats, as a person or a calendar program reads."""
import datetime
import json
import re

import pytest

DAY = datetime.timedelta(days=1)


# --- a small reader of RFC 5545, of its own ---

def unfold(data):
    assert data.endswith('\r\n')
    assert '\n' not in data.replace('\r\n', '')
    lines = data.split('\r\n')
    assert all(len(line.encode()) <= 75 for line in lines)
    return data.replace('\r\n ', '').split('\r\n')[:-1]


def unescape(text):
    return re.sub(r'\\(.)', lambda m: {'n': '\n', 'N': '\n'}.get(
        m[1], m[1]), text)


def read_ics(data):
    """(the calendar's properties, [one dict an event]); a key holds its
    parameters too, as in 'DTSTART;VALUE=DATE'."""
    calendar, events, open_parts = {}, [], []
    for line in unfold(data):
        name, value = line.split(':', 1)
        assert re.fullmatch(r'[A-Z-]+(;[A-Z-]+=[^;:",]+)*', name), line
        if name == 'BEGIN':
            open_parts.append(value)
            if value == 'VEVENT':
                events.append({})
            continue
        if name == 'END':
            assert open_parts.pop() == value
            continue
        into = {'VCALENDAR': calendar, 'VEVENT': events[-1] if events else
                None}[open_parts[-1]]
        assert name not in into, line
        into[name] = value
    assert not open_parts
    return calendar, events


def day(text):
    return datetime.datetime.strptime(text, '%Y%m%d').date()


def days_of(event):
    first = day(event['DTSTART;VALUE=DATE'])
    last = day(event['DTEND;VALUE=DATE']) - DAY
    assert first <= last
    return first, last


def make(okrsync, *words, today='2025-02-08'):
    done = okrsync('calendar', '--today', today, *words)
    assert done.status == 0, done
    assert done.err == '', done
    return done.out


def raw_ics(okrsync, *words):
    """Bytes, since reading text would hide the ends of lines."""
    make(okrsync, *words, '--ics', '-o', 'x.ics')
    return (okrsync.folder / 'x.ics').read_bytes().decode()


def read_json(okrsync, *words, **how):
    return json.loads(make(okrsync, *words, '--json', **how))


# --- what is shown ---

def test_default_is_the_fiscal_quarter_of_today(okrsync):
    assert read_json(okrsync)['period'] == {
        'name': 'FY26-Q1', 'start': '2025-02-01', 'end': '2025-04-30'}
    names = {words: read_json(okrsync, *words.split())['period']['name']
             for words in ('this', 'next', 'last', '--no-fiscal',
                           '--no-fiscal next', '--fiscal-start July',
                           '--fiscal-start 1')}
    assert names == {
        'this': 'FY26-Q1', 'next': 'FY26-Q2', 'last': 'FY25-Q4',
        '--no-fiscal': 'Q1 2025', '--no-fiscal next': 'Q2 2025',
        '--fiscal-start July': 'FY25-Q3', '--fiscal-start 1': 'FY25-Q1'}


def test_config_names_period_and_fiscal_year(okrsync):
    config = okrsync.folder / '.okrsync.yml'
    config.write_text('fiscal-start: April\n')
    assert read_json(okrsync)['period']['name'] == 'FY25-Q4'
    config.write_text('fiscal: false\n')
    assert read_json(okrsync)['period']['name'] == 'Q1 2025'
    config.write_text('period: H1 2025\n')
    assert read_json(okrsync)['period']['name'] == 'H1 2025'
    assert read_json(okrsync, 'next')['period']['name'] == 'FY26-Q2'
    assert read_json(okrsync, '--period', 'FY27')['period']['name'] == 'FY27'


def test_text_marks_what_is_now_and_next(okrsync):
    out = make(okrsync, 'Q1', '2025', today='2025-02-01')
    lines = out.splitlines()
    assert lines[0] == ('Q1 2025, Wed 2025-01-01 to Mon 2025-03-31: '
                        'week 5 of 13')
    rows = lines[3:lines.index('', 3)]
    assert len(rows) == 12
    assert [row[:6].strip() for row in rows] == (
        ['past'] * 7 + ['now', 'next', '', '', ''])
    assert rows[8] == ('next  week 6         Wed 2025-02-05  Tue 2025-02-11  '
                       'Mid-quarter review')
    titles = {row.index(word) for row in rows
              for word in ('Weekly', 'Mid-', 'Grade ') if word in row}
    assert titles == {lines[2].index('what')}
    assert 'now: Weekly check-in, Mon 2025-02-03, in 2 days' in lines
    assert 'next: Mid-quarter review, Wed 2025-02-05, in 4 days' in lines
    assert all(len(line) < 80 for line in lines[len(rows) + 3:])


@pytest.mark.parametrize('today, says', [
    ('2024-12-31', 'begins in 1 day'),
    ('2024-11-30', 'begins in 32 days'),
    ('2025-03-31', 'week 13 of 13'),
    ('2025-04-01', 'is over'),
])
def test_text_tells_where_today_is(okrsync, today, says):
    out = make(okrsync, 'Q1 2025', today=today)
    assert out.splitlines()[0].endswith(': ' + says)


def test_weekdays_are_those_of_the_days(okrsync):
    found = 0
    for fiscal_start in ('January', 'March', 'December'):
        for period in ('FY24', 'FY24-Q1', 'FY25-Q4', 'FY24-H2'):
            out = make(okrsync, period, '--fiscal-start', fiscal_start)
            for name, text in re.findall(r'(\w{3}) (\d{4}-\d\d-\d\d)', out):
                date = datetime.date.fromisoformat(text)
                assert date.strftime('%a') == name
                found += 1
    assert found > 200


def test_markdown_is_a_table_that_does_not_know_today(okrsync):
    out = make(okrsync, 'FY25-Q1', '--format', 'markdown')
    assert out == make(okrsync, 'FY25-Q1', '--format=markdown',
                       today='2031-01-01')
    lines = out.splitlines()
    assert lines[:3] == ['# OKR timetable of FY25-Q1', '',
                         '1 February 2024 to 30 April 2024.']
    table = lines[4:]
    assert len(table) == 14
    assert all(row.count('|') == 7 and '  ' not in row for row in table)
    assert out.endswith('|\n') and not re.search(r'[ \t]$', out, re.M)


def test_json_holds_the_whole_timetable(okrsync):
    read = read_json(okrsync, 'Q1 2025', today='2025-02-04')
    assert (read['schema'], read['today']) == (1, '2025-02-04')
    assert (read['before'], read['after']) == ('Q4 2024', 'Q2 2025')
    assert (read['week'], read['weeks']) == (5, 13)
    steps = {step['id']: step for step in read['steps']}
    assert len(steps) == len(read['steps']) == 12
    assert [s['state'] for s in read['steps'] if s['state']] == [
        'draft', 'review', 'active', 'closed']
    check_in = steps['check-in']
    assert check_in == {
        'id': 'check-in', 'when': 'every Monday', 'from': '2025-01-06',
        'to': '2025-03-31', 'every': 'week', 'times': 13, 'due': 'now',
        'soon': '2025-02-10', 'title': 'Weekly check-in',
        'about': check_in['about'], 'state': None}
    assert steps['mid-review']['due'] == 'next'
    assert steps['final']['from'] == steps['final']['to'] == '2025-04-05'
    assert steps['draft']['soon'] is None
    assert make(okrsync, 'Q1 2025', '--json') == make(
        okrsync, 'Q1 2025', '--format', 'json')


# --- calendar files ---

PERIODS = ['FY24-Q1', 'FY25-Q1', 'Q1 2025', 'Q4 2024', 'H1 2024', 'FY25',
           '2024', 'FY99-Q4']


@pytest.mark.parametrize('period', PERIODS)
def test_ics_says_what_json_says(okrsync, period):
    calendar, events = read_ics(raw_ics(okrsync, period))
    read = read_json(okrsync, period)
    name = read['period']['name']
    assert calendar == {
        'VERSION': '2.0', 'PRODID': '-//okrsync//calendar//EN',
        'CALSCALE': 'GREGORIAN', 'NAME': f'OKRs {name}',
        'X-WR-CALNAME': f'OKRs {name}'}
    assert len(events) == len(read['steps'])
    assert len({event['UID'] for event in events}) == len(events)
    for event, step in zip(events, read['steps']):
        first, last = days_of(event)
        assert first.isoformat() == step['from']
        if step['every']:
            rule = dict(part.split('=') for part in event['RRULE'].split(';'))
            assert rule == {'FREQ': 'WEEKLY', 'COUNT': str(step['times'])}
            assert first == last and first.weekday() == 0
            last += 7 * DAY * (step['times'] - 1)
        else:
            assert 'RRULE' not in event
        assert last.isoformat() == step['to']
        assert unescape(event['SUMMARY']) == f'{name}: {step["title"]}'
        about = step['about']
        if step['state']:
            about += f'\nState of the OKRs: {step["state"]}.'
        assert unescape(event['DESCRIPTION']) == about
        assert re.fullmatch(r'\d{8}T000000Z', event['DTSTAMP'])
        assert event['UID'].startswith(step['id'] + '-')
        assert event['TRANSP'] == 'TRANSPARENT'


def test_ics_is_the_same_on_every_day(okrsync):
    files = set()
    for today, zone in (('2020-01-01', 'UTC'), ('2025-02-08', 'Asia/Tokyo')):
        done = okrsync('calendar', 'FY25', '--ics', '--today', today,
                       '-o', 'x.ics', env={'TZ': zone, 'LC_ALL': 'C.UTF-8'})
        assert done.status == 0 and done.out == '', done
        files.add((okrsync.folder / 'x.ics').read_bytes())
    assert len(files) == 1


def test_check_ins_of_neighbours_do_not_overlap(okrsync):
    mondays = []
    for quarter in 'Q1 Q2 Q3 Q4'.split():
        _, events = read_ics(raw_ics(okrsync, f'FY25-{quarter}'))
        for event in events:
            if 'RRULE' in event:
                first = day(event['DTSTART;VALUE=DATE'])
                times = int(event['RRULE'].split('COUNT=')[1])
                mondays += [first + 7 * DAY * n for n in range(times)]
    start, end = datetime.date(2024, 2, 1), datetime.date(2025, 1, 31)
    every = [start + n * DAY for n in range((end - start).days + 1)]
    assert mondays == [date for date in every if date.weekday() == 0]


# --- what goes wrong ---

@pytest.mark.parametrize('words, status, says', [
    (['Q5 2025'], 2, "'Q5 2025' is not a period"),
    (['Q1 2025', 'or', 'so'], 2, "'Q1 2025 or so' is not a period"),
    (['--period', 'soon'], 2, "'soon' is not a period"),
    (['x' * 300], 3, 'larger than 256 bytes'),
    (['--today', '9999-12-31'], 2, 'no quarter to show for the year 9999'),
    (['--today', '0001-01-01'], 2, 'no quarter to show for the year 1'),
    (['next', '--today', '9998-12-31'], 2, 'for the year 9998'),
    (['--ics', '--json'], 2, 'keep one of them'),
    (['--format', 'markdown', '--ics'], 2, 'keep one of them'),
    (['--format', 'xml'], 2, "'xml' is none of"),
    (['--source', 'a/b'], 2, "'calendar' has no flag '--source'"),
    (['-o', 'no/such/folder'], 3, "cannot write 'no/such/folder'"),
])
def test_mistakes_are_named(okrsync, words, status, says):
    done = okrsync('calendar', *words)
    assert (done.status, done.out) == (status, ''), done
    assert says in done.error


def test_far_years_have_timetables(okrsync):
    assert read_json(okrsync, today='0003-01-01')['period']['start'] == (
        '0002-11-01')
    last = read_json(okrsync, '--no-fiscal', today='9998-12-31')
    assert last['period']['end'] == '9998-12-31'
    assert last['after'] == 'the next period'

"""What the measures share: running the program, comparing texts and numbers."""
import difflib
import json
import os
import pathlib
import re
import subprocess
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
OKRSYNC = os.environ.get('OKRSYNC', str(HERE.parents[1] / 'build/okrsync'))
ENOUGH = 0.6  # of two texts, to be taken for the same
TIMES = {
    'ms': 'ms msec milliseconds millisecond millisekunden',
    's': 's sec secs second seconds sekunden secondes segundos secondi 秒',
    'min': 'min mins minute minutes minuten minuty minutos minuti 分 分钟',
    'h': 'h hr hrs hour hours stunden std heures horas ore uur godzin '
         'timmar timer saat 小时 시간',
    'd': 'd day days tage tag tagen jours jour días dias giorni dagen dni '
         'dagar dage dager gün 日 天 일 dnů arbeitstage werktage',
    'wk': 'w wk week weeks wochen woche semaines semanas settimane weken '
          'veckor uker 週間 周 주',
    'mo': 'mo month months monate mois meses mesi maanden månader 个月 개월',
    'y': 'y yr yrs year years jahre jahr ans años anos anni jaar 年'}
TIME = {word: unit for unit, words in TIMES.items() for word in words.split()}


def grade(*arguments):
    """The model that the program prints as JSON."""
    done = subprocess.run([OKRSYNC, 'grade', *map(str, arguments), '--json'],
                          capture_output=True, text=True, errors='replace',
                          timeout=60, check=False)
    return json.loads(done.stdout)


def kind_of_unit(unit):
    """'%', a currency, a kind of time, 'x'; '' for whatever is counted."""
    unit = (unit or '').split('/')[0].strip()
    low = unit.lower().rstrip('.')
    if low in ('%', 'pp', 'percent', 'bps'):
        return '%'
    if low in ('x', 'times', 'fold'):
        return 'x'
    if low in TIME:
        return TIME[low]
    return unit if re.fullmatch('[A-Z]{3}', unit) else ''


def is_same_unit(want, got):
    kinds = {kind_of_unit(want), kind_of_unit(got)}
    return len(kinds) == 1 or kinds <= {'x', ''}


def number(text):
    """None where nothing is said; NaN, like nothing, where it is no number."""
    if text in (None, '', '-'):
        return None
    try:
        return float(str(text).replace(',', '').rstrip('%').strip())
    except ValueError:
        return float('nan')


def is_close(a, b):
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-6 * max(1, abs(a), abs(b))


def value(quantity):
    if quantity is None or quantity.get('value') is None:
        return None
    return float(quantity['value'])


def words_of(text):
    text = unicodedata.normalize('NFKC', text or '').lower()
    return re.findall(r'\w+', re.sub(r'\[([^\]]*)\]\([^)]*\)', r'\1', text))


def likeness(a, b):
    """0 to 1; a text within a longer one is like it."""
    a, b = words_of(a), words_of(b)
    short, long = sorted((' '.join(a), ' '.join(b)), key=len)
    if not short:
        return 0
    match = difflib.SequenceMatcher(None, short, long, autojunk=False)
    base = match.ratio() if match.real_quick_ratio() >= 0.4 else 0
    if len(short) >= 8 and short in long:
        base = max(base, 0.7 if len(short) >= 0.35 * len(long) else 0.5)
    return base


def is_triple(want, kr):
    """Are baseline, target and unit as wanted?"""
    if want.get('any'):
        return True
    to, goal = want.get('to'), value(kr['target'])
    if isinstance(to, str) and to.startswith('x'):  # doubled: a factor
        factor = float(to[1:])
        return goal is not None and (
            is_close(goal, factor) or is_close(goal, abs(factor - 1) * 100))
    start, now = value(kr['baseline']), number(want.get('now'))
    told = is_close(number(want.get('from')), start) or (
        want.get('from') is None and now is not None and is_close(now, start))
    by = kr['comparator'] == 'by'
    if not is_close(number(to), goal) or not told:
        return False
    if bool(want.get('by')) != by and goal is not None:
        return False
    unit = kr['target'] or kr['baseline']
    return unit is None or is_same_unit(want.get('unit'), unit['unit'])


def is_result(want, item):
    """Is the written result, or the grade, as wanted?  None: none."""
    got, stated = item.get('result'), item.get('stated_grade')
    if want is None:
        return got is None
    percent = number(want.get('percent'))
    if want['kind'] == 'percent':
        return is_close(percent, stated and float(stated) * 100) or (
            got is not None and got['percent'] is not None
            and is_close(percent, float(got['percent'])))
    kinds = {want['kind'], got and got['kind']}
    return len(kinds) == 1 or kinds == {'note', 'missed'}


def share(part, whole):
    return f'{100 * part / whole:.1f} ({part}/{whole})' if whole else '-'

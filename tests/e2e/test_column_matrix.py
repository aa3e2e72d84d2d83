"""okrsync grade: a table's columns are known by their names, in any order.

For each language, every name of the key results' column meets every way to
name the figures; owner, progress and order by chance of a fixed seed.  A page
has the objective as a heading, or as the table's first column.
"""
import itertools
import json
import os
import random
import subprocess

import pytest

from conftest import BINARY

ROWS = [('Guests without a seat', 38, 25, 31, 'Minh', 54),
        ('Plates sent back a week', 120, 40, 75, 'Pilar', 56),
        ('Kitchens with a second oven', 6, 20, 14, 'Tove', 57)]
TITLE = 'Guests find what they came for'
OBJECTIVE = {'en': 'Objective', 'de': 'Ziel', 'fr': 'Objectif',
             'es': 'Objetivo', 'pt': 'Objetivo', 'it': 'Obiettivo',
             'nl': 'Doel', 'pl': 'Cel', 'ru': 'Цель', 'sv': 'Mål',
             'tr': 'Hedef', 'zh': '目标', 'ja': '目標', 'ko': '목표'}
# Names of the column of key results.
KEY_RESULT = {
    'en': ['Key Result', 'KR', 'Key results', 'Result', 'Measure', 'Metric',
          'KPI', 'What we measure', 'Success measure', 'Indicator',
          'Measure of success', 'Success criteria', 'How we measure it',
          'Key Result (KR)', 'Outcome', 'Success metric', 'Key measure',
          'Measurable outcome', 'What success looks like'],
    'de': ['Schlüsselergebnis', 'Key Result', 'Kennzahl', 'Messgröße',
          'Ergebnis', 'Indikator', 'Erfolgskriterium', 'Messbares Ergebnis'],
    'fr': ['Résultat clé', 'Indicateur', 'Mesure', 'KR', 'Indicateur clé',
          'Critère de réussite', 'Résultats attendus'],
    'es': ['Resultado clave', 'Indicador', 'Métrica', 'Medida',
          'Resultado esperado', 'KR'],
    'pt': ['Resultado-chave', 'KR', 'Indicador', 'Métrica',
          'Resultado esperado', 'Resultados-chave'],
    'it': ['Risultato chiave', 'Indicatore', 'Metrica', 'KR'],
    'nl': ['Kernresultaat', 'KR', 'Indicator', 'Maatstaf'],
    'pl': ['Kluczowy rezultat', 'Wskaźnik', 'Miernik', 'KR'],
    'ru': ['Ключевой результат', 'Показатель', 'Метрика', 'КР'],
    'sv': ['Nyckelresultat', 'Mått', 'KR'],
    'tr': ['Anahtar sonuç', 'Gösterge', 'Metrik'],
    'zh': ['关键结果', '指标', '衡量指标'],
    'ja': ['主要な結果', '指標', '成果指標', 'KR'],
    'ko': ['핵심 결과', '핵심결과', '지표'],
}
# From, to and, maybe, now; where only "now" is told of two, it may
# be either.
FIGURES = {
    'en': [('Baseline', 'Target'), ('Start', 'Target', 'Current'),
          ('From', 'To', 'Now'), ('Start', 'Goal', 'Actual'),
          ('Q1', 'Q2 target', 'Q2 actual'), ('FY25', 'FY26 goal'),
          ('FY24 actual', 'FY25 target'), ('2024', '2027'),
          ('2024', '2025 target', '2025 YTD'), ('Q4', 'Q1 goal', 'Q1 so far'),
          ('Was', 'Should be', 'Is'),
          ('Starting point', 'End point', 'Latest'),
          ('Baseline (Jan)', 'Target (Jun)', 'Current (Apr)'),
          ('Baseline 2024', 'Target 2025', 'Status 31 Mar'),
          ('At start', 'Target', 'End of quarter'),
          ('Before', 'Goal', 'After'), ('Last year', 'This year (goal)'),
          ('Q2 baseline', 'Q3 target', 'Q3 final'),
          ('Start of Q', 'Target', 'End of Q'),
          ('Opening', 'Target', 'Closing'), ('Then', 'Goal', 'Now'),
          ('Start value', 'Target value', 'Current value'),
          ('Initial', 'Desired', 'Present'), ('2023/24', '2024/25 target'),
          ('FY24', 'FY27'), ('Dec 2024', 'Jun 2025'),
          ('Jan', 'Target Mar', 'Mar'), ('Q3 actual', 'Q4 plan', 'Q4 actual'),
          ('Start', 'Plan', 'Fact'), ('Baseline', 'Planned', 'Achieved'),
          ('End FY24', 'End FY25'), ('Reference', 'Objective', 'Realised'),
          ('Today', 'Day 90'), ('Previous', 'Target', 'Reached'),
          ('Old', 'New'), ('Beginning', 'Goal', 'Where we are'),
          ('Base', 'Stretch', 'Now')],
    'de': [('Start', 'Ziel', 'Aktuell'), ('Ist', 'Soll'), ('Von', 'Auf'),
          ('Von', 'Nach', 'Stand'), ('Ausgangswert', 'Zielwert', 'Istwert'),
          ('2024', 'Ziel 2025', 'Ist'), ('Vorjahr', 'Ziel', 'Ist'),
          ('Basis', 'Ziel', 'Stand 31.3.'), ('Q1', 'Ziel Q2'),
          ('Startwert', 'Ziel', 'Erreicht'), ('Von', 'Bis'),
          ('Vorher', 'Ziel', 'Nachher'), ('Bisher', 'Ziel', 'Heute')],
    'fr': [('Départ', 'Cible', 'Actuel'), ('De', 'À', 'Actuel'),
          ('Valeur initiale', 'Valeur cible', 'Réalisé'),
          ('Situation de départ', 'Objectif', 'À date'),
          ('2024', 'Cible 2025', 'Réalisé'), ('Avant', 'Cible', 'Après'),
          ('T1', 'Objectif T2'), ('Base', 'Objectif', 'Atteint'),
          ("Aujourd'hui", 'Cible'), ('Référence', 'Cible', 'Résultat')],
    'es': [('Inicio', 'Meta', 'Actual'), ('De', 'A', 'Actual'),
          ('Desde', 'Hasta', 'Hoy'),
          ('Valor inicial', 'Objetivo', 'Valor actual'),
          ('Línea base', 'Meta', 'Logrado'), ('2024', 'Meta 2025', 'Real'),
          ('Punto de partida', 'Meta', 'Avance actual'),
          ('Partida', 'Objetivo', 'Alcanzado'), ('Antes', 'Meta', 'Ahora')],
    'pt': [('De', 'Para', 'Atual'), ('Início', 'Meta', 'Atual'),
          ('Linha de base', 'Meta', 'Realizado'),
          ('Valor inicial', 'Alvo', 'Hoje'), ('2024', 'Meta 2025'),
          ('Base', 'Meta', 'Resultado'),
          ('Ponto de partida', 'Meta', 'Alcançado'), ('Valor atual', 'Meta')],
    'it': [('Partenza', 'Obiettivo', 'Attuale'), ('Da', 'A', 'Ora'),
          ('Valore iniziale', 'Target', 'Attuale'),
          ('Base', 'Traguardo', 'Raggiunto'), ('2024', 'Obiettivo 2025')],
    'nl': [('Start', 'Doel', 'Nu'), ('Van', 'Naar', 'Nu'),
          ('Nulmeting', 'Doel', 'Stand'),
          ('Beginwaarde', 'Streefwaarde', 'Huidig'),
          ('2024', 'Doel 2025', 'Gerealiseerd')],
    'pl': [('Start', 'Cel', 'Obecnie'), ('Z', 'Na', 'Teraz'),
          ('Od', 'Do', 'Teraz'), ('Wartość początkowa', 'Cel', 'Wykonanie'),
          ('Punkt wyjścia', 'Cel', 'Stan'), ('Baza', 'Cel', 'Aktualnie'),
          ('Było', 'Cel', 'Jest')],
    'ru': [('Старт', 'Цель', 'Сейчас'), ('Было', 'Цель', 'Стало'),
          ('База', 'План', 'Факт'), ('С', 'До', 'Сейчас'),
          ('Начальное значение', 'Целевое значение', 'Текущее значение'),
          ('От', 'До', 'Факт'), ('Исходное', 'Цель', 'Текущее'),
          ('2024', 'Цель 2025')],
    'sv': [('Start', 'Mål', 'Nu'), ('Från', 'Till', 'Nu'),
          ('Utgångsläge', 'Mål', 'Utfall'), ('Nuläge', 'Mål')],
    'tr': [('Başlangıç', 'Hedef', 'Güncel'), ('Mevcut', 'Hedef'),
          ('Başlangıç değeri', 'Hedef değer', 'Gerçekleşen')],
    'zh': [('基线', '目标', '当前'), ('起始值', '目标值', '当前值'), ('现状', '目标'),
          ('期初', '目标', '实际'), ('基准值', '目标值', '完成值'), ('初始', '目标', '最新')],
    'ja': [('開始値', '目標値', '現在値'), ('ベースライン', '目標', '現状'), ('現状', '目標'),
          ('開始', '目標', '実績'), ('期初', '目標', '期末')],
    'ko': [('기준값', '목표', '현재'), ('시작', '목표', '현재'), ('기준', '목표', '실적'),
          ('이전', '목표', '현재')],
}
OWNER = {
    'en': ['Owner', 'DRI', 'Lead', 'Who', 'Responsible', 'Accountable',
          'Assignee', 'Driver', 'Sponsor', 'Champion', 'POC', 'Captain',
          'Owner(s)', 'Led by'],
    'de': ['Verantwortlich', 'Wer', 'Zuständig', 'Owner'],
    'fr': ['Responsable', 'Pilote', 'Porteur', 'Qui'],
    'es': ['Responsable', 'Quién', 'Dueño'],
    'pt': ['Responsável', 'Quem', 'Dono'],
    'it': ['Responsabile', 'Chi'],
    'nl': ['Eigenaar'],
    'pl': ['Odpowiedzialny', 'Właściciel', 'Kto'],
    'ru': ['Ответственный', 'Владелец', 'Кто'],
    'sv': ['Ansvarig', 'Vem'],
    'tr': ['Sorumlu'],
    'zh': ['负责人', '责任人'],
    'ja': ['担当', '担当者', '責任者'],
    'ko': ['담당', '담당자'],
}
PROGRESS = {
    'en': ['Progress', '% complete', '% done', 'Completion', 'Attainment',
          '% of target', 'Achievement', 'Done %'],
    'de': ['Fortschritt', 'Zielerreichung', 'Erfüllung'],
    'fr': ['Avancement', '% atteint', "Taux d'atteinte", 'Progression'],
    'es': ['Avance', 'Progreso', '% cumplimiento', 'Cumplimiento'],
    'pt': ['Progresso', 'Avanço', '% atingido', '% concluído'],
    'it': ['Avanzamento', 'Progresso'],
    'nl': ['Voortgang'],
    'pl': ['Postęp', 'Realizacja'],
    'ru': ['Прогресс', 'Выполнение', '% выполнения'],
    'sv': ['Framsteg'],
    'tr': ['İlerleme'],
    'zh': ['进度', '完成率'],
    'ja': ['進捗', '達成率'],
    'ko': ['진행률', '달성률'],
}


def table(names, rows):
    lines = [names, ['---'] * len(names), *rows]
    return ''.join('| ' + ' | '.join(line) + ' |\n' for line in lines)


def page(rnd, lang, key_result, figures, way):
    """The text, and what of (owner, progress) it tells."""
    owner = rnd.choice(OWNER[lang] + [None])
    progress = rnd.choice(PROGRESS[lang] + [None, None])
    columns = [('text', key_result)]
    columns += list(zip(['from', 'to', 'now'], figures))
    if progress:
        columns.append(('progress', progress))
    if owner:
        columns.insert(rnd.choice([1, len(columns)]), ('owner', owner))
    if rnd.random() < 0.3:
        columns.insert(0, ('number', '#'))
    rows = []
    for n, row in enumerate(ROWS):
        value = {'text': row[0], 'from': str(row[1]), 'to': str(row[2]),
                 'now': str(row[3]), 'owner': row[4],
                 'progress': f'{row[5]}%', 'number': str(n + 1)}
        rows.append([value[what] for what, _ in columns])
    names = [name for _, name in columns]
    if way == 'heading':
        text = f'# OKRs Q2\n\n## Objective 1: {TITLE}\n\n'
    else:
        text = '# OKRs Q2\n\n'
        names.insert(0, OBJECTIVE[lang])
        for n, row in enumerate(rows):
            row.insert(0, '' if n else TITLE)
    return text + table(names, rows), owner, progress


def cells(row, figures):
    return [str(value) for value in row[1:1 + len(figures)]]


def numbered(figures):
    """The numbers tell which rows are objectives."""
    rows = [['**1**', f'**{TITLE}**', *[''] * len(figures)]]
    rows += [[f'1.{n + 1}', row[0], *cells(row, figures)]
             for n, row in enumerate(ROWS)]
    return table(['Ref', '', *figures], rows)


def lettered(figures):
    """A sheet with its letters and row numbers, and a title above."""
    width = len(figures) + 2
    rows = [['1', '**Team sheet**', *[''] * (width - 1)],
            ['2', *[''] * width],
            ['3', '**Objective**', '**Key Result**',
             *[f'**{name}**' for name in figures]]]
    rows += [[str(n + 4), '' if n else TITLE, row[0], *cells(row, figures)]
             for n, row in enumerate(ROWS)]
    rows.append([str(len(ROWS) + 4), '**Total**', *[''] * (width - 1)])
    return table(['', *'ABCDEFGH'[:width]], rows)


def kinds(figures):
    """Each row says what it is."""
    rows = [[TITLE, 'Objective', *[''] * len(figures)]]
    rows += [[row[0], 'Key Result', *cells(row, figures)] for row in ROWS]
    rows.append(['Book the kitchen', 'Task', *[''] * len(figures)])
    return table(['Name', 'Type', *figures], rows)


def tools(figures):
    """The same, as the tools call it that measure numbers and shares."""
    rows = [[TITLE, 'Goal', *[''] * len(figures)]]
    rows += [[row[0], 'Number', *cells(row, figures)] for row in ROWS]
    return table(['Goal / Target', 'Type', *figures], rows)


def turned(figures):
    """A column for each key result."""
    rows = [['Text', *[row[0] for row in ROWS]]]
    rows += [[name, *[str(row[n + 1]) for row in ROWS]]
             for n, name in enumerate(figures)]
    return f'## Objective: {TITLE}\n\n' + table(
        ['', *[f'KR{n + 1}' for n in range(len(ROWS))]], rows)


SHAPES = [numbered, lettered, kinds, tools, turned]
# Two times over numbered rows may be a budget.
TIMES = [('2024', '2027'), ('FY24', 'FY27'), ('Dec 2024', 'Jun 2025'),
         ('End FY24', 'End FY25'), ('Today', 'Day 90')]


def value_of(quantity):
    return quantity and quantity['value']


def read_all(pages):
    """The objectives of each file."""
    done = subprocess.run([BINARY, 'grade', '--json', *pages],
                          capture_output=True,
                          env={'PATH': os.environ['PATH'], 'LC_ALL': 'C'})
    assert done.returncode == 0, done.stderr.decode()
    found = {name: [] for name in pages}
    for objective in json.loads(done.stdout)['objectives']:
        found[objective['source']['file']].append(objective)
    return found


def assert_none(failed, n):
    assert not failed, f'{len(failed)} of {n}\n' + '\n'.join(
        what + '\n' + text for what, text in failed[:8])


def wrong(objectives, figures, owner, progress):
    """What was read wrongly, or None."""
    if [o['title'] for o in objectives] != [TITLE]:
        return f'{len(objectives)} objectives'
    found = objectives[0]['key_results']
    if [kr['text'] for kr in found] != [row[0] for row in ROWS]:
        return f'{len(found)} key results'
    for row, kr in zip(ROWS, found):
        told = [value_of(kr[what])
                for what in ('baseline', 'target', 'current')]
        if len(figures) > 2 and told != [row[1], row[2], row[3]]:
            return f'figures {told}'
        if len(figures) == 2 and told not in ([row[1], row[2], None],
                                              [None, row[2], row[1]]):
            return f'figures {told}'
        if owner and row[4] not in (kr['owner'], kr.get('dri')):
            return 'owner'
        if progress and (not kr['result'] or
                         kr['result']['percent'] != row[5]):
            return 'progress'
    return None


@pytest.mark.parametrize('way', ['heading', 'column'])
@pytest.mark.parametrize('lang', list(FIGURES))
def test_columns_are_known_by_their_names(lang, way, tmp_path):
    rnd = random.Random(7)
    pages = []
    for n, (key_result, figures) in enumerate(
            itertools.product(KEY_RESULT[lang], FIGURES[lang])):
        text, owner, progress = page(rnd, lang, key_result, figures, way)
        name = tmp_path / f'{n}.md'
        name.write_text(text, encoding='utf-8')
        pages.append((str(name), text, figures, owner, progress))
    found = read_all([name for name, *_ in pages])
    failed = [(wrong(found[name], figures, owner, progress), text)
              for name, text, figures, owner, progress in pages]
    assert_none([what for what in failed if what[0]], len(pages))


@pytest.mark.parametrize('shape', SHAPES)
def test_shapes_are_known_with_any_names(shape, tmp_path):
    pages = []
    for n, figures in enumerate(FIGURES['en']):
        if shape is numbered and figures in TIMES:
            continue
        name = tmp_path / f'{n}.md'
        text = '# OKRs Q2\n\n' + shape(figures)
        name.write_text(text, encoding='utf-8')
        pages.append((str(name), text, figures))
    found = read_all([name for name, *_ in pages])
    failed = [(wrong(found[name], figures, None, None), text)
              for name, text, figures in pages]
    assert_none([what for what in failed if what[0]], len(pages))

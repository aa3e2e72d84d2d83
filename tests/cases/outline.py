"""A model as a few lines a person can check against the page by eye.

    period Q2 2025
      4 O 1 Make support fast | owner Head of Support | graded 0.7
      6   KR1 Raise CSAT from 80 to 90 | 80 -> 90 | now 85 | => percent 70

A line number, what it is, its numbering and text; then whatever else was
understood.  What is not there was not read.
"""


def quantity(q):
    if q['value'] is None:
        return f'"{q["text"]}"'
    return f'{q["value"]} {q["unit"]}'.strip()


def result(r):
    if r['kind'] == 'percent':
        return f'=> {r["percent"]} %'
    if r['kind'] == 'note':
        return f'=> note "{r["text"]}"'
    return f'=> {r["kind"]}'


def texts(item):
    for name in ('blockers', 'asks', 'risks', 'mitigations', 'dependencies',
                 'initiatives'):
        for text in item.get(name, []):
            yield f'{name[:-1] if name[-3:] != "ies" else "dependency"}: {text}'


def numbers(kr):
    comparator = f'{kr["comparator"]} ' if kr['comparator'] else ''
    if kr['baseline'] and kr['target']:
        yield (f'{quantity(kr["baseline"])} -> '
               f'{comparator}{quantity(kr["target"])}')
    elif kr['baseline']:
        yield f'from {quantity(kr["baseline"])}'
    elif kr['target']:
        yield f'to {comparator}{quantity(kr["target"])}'
    if kr['current']:
        day = f' ({kr["current_date"]})' if kr['current_date'] else ''
        yield f'now {quantity(kr["current"])}{day}'
    if kr['tasks']['all']:
        yield f'tasks {kr["tasks"]["done"]}/{kr["tasks"]["all"]}'
    if kr['grade_source'] == 'tasks' and not kr['tasks']['all']:
        yield 'ticked'
    for stone in kr['milestones']:
        reached = ' reached' if stone['reached'] else ''
        yield f'milestone {stone["grade"]} {stone["text"]}{reached}'


def words(item):
    for name in ('owner', 'team', 'level', 'type', 'priority', 'confidence',
                 'health', 'ladders_up_to', 'parent', 'due', 'last_check_in'):
        if item.get(name) is not None:
            yield f'{name.replace("_", " ")} {item[name]}'
    if item['weight'] != 1:
        yield f'weight {item["weight"]}'
    if item['stated_grade'] is not None:
        yield f'graded {item["stated_grade"]}'
    if item.get('stated_status'):
        yield f'status {item["stated_status"]}'
    yield from texts(item)
    if item['result']:
        yield result(item['result'])


def line(number, indent, kind, name, text, more):
    head = f'{number or 0:>4} {indent}{kind}{name or ""} {text}'.rstrip()
    return ' | '.join([head, *more])


def outline(model):
    lines = []
    if model['period']:
        lines.append(f'period {model["period"]["name"]}')
    for o in model['objectives']:
        own = words(o)
        if o['period'] and o['period'] != model['period']:
            own = [f'period {o["period"]["name"]}', *own]
        lines.append(line(o['source']['line'], '', 'O ', o['number'],
                          o['title'], own))
        for kr in o['key_results']:
            lines.append(line(kr['line'], '  ', '', kr['number'] or '-',
                              kr['text'], [*numbers(kr), *words(kr)]))
    return '\n'.join(lines) + '\n' if lines else 'nothing\n'

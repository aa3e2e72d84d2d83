"""Layouts of a whole page, which no product of axes gives."""


def rows(model):
    """(number, title, number of the key result, its text) of each."""
    for n, (title, krs) in enumerate(model.objectives, 1):
        for k, kr in enumerate(krs, 1):
            yield n, title, k, kr[0]


def table(head, lines):
    return '\n'.join(['| ' + ' | '.join(head) + ' |',
                      '|' + ' --- |' * len(head)] +
                     ['| ' + ' | '.join(cells) + ' |' for cells in lines])


def by_row(first_only, number=False, head=('Objective', 'Key Result')):
    def make(model):
        return table(head, [
            ('' if first_only and k > 1 else
             f'O{n}: {title}' if number else title,
             f'KR{n}.{k}: {text}' if number else text) +
            ('',) * (len(head) - 2)
            for n, title, k, text in rows(model)])
    return make


def by_cell(sep, mark='', head=('Objective', 'Key Results')):
    def make(model):
        return table(head, [
            (title, sep.join(mark.format(k=k) + kr[0]
                             for k, kr in enumerate(krs, 1)))
            for title, krs in model.objectives])
    return make


def by_column(model):
    most = max(len(krs) for _, krs in model.objectives)
    return table(['Objective'] + [f'KR{k}' for k in range(1, most + 1)], [
        [title] + [kr[0] for kr in krs] + [''] * (most - len(krs))
        for title, krs in model.objectives])


def by_heading_row(bold):
    def make(model):
        lines = []
        for n, (title, krs) in enumerate(model.objectives, 1):
            name = f'Objective {n}: {title}'
            lines.append((f'**{name}**' if bold else name, ''))
            lines += [(f'KR{k}: {kr[0]}', '') for k, kr in
                      enumerate(krs, 1)]
        return table(('OKR', 'Status'), lines)
    return make


def by_form(model):
    return '\n\n'.join(table(('Objective', title), [
        (f'KR{k}', kr[0]) for k, kr in enumerate(krs, 1)])
        for title, krs in model.objectives)


def by_span(model):
    out = '<table>\n<tr><th>Objective</th><th>Key Result</th></tr>\n'
    for title, krs in model.objectives:
        for k, kr in enumerate(krs):
            out += '<tr>'
            if not k:
                out += f'<td rowspan="{len(krs)}">{title}</td>'
            out += f'<td>{kr[0]}</td></tr>\n'
    return out + '</table>\n'


def by_summary(mark):
    def make(model):
        out = ''
        for n, (title, krs) in enumerate(model.objectives, 1):
            out += (f'<details>\n<summary>{mark.format(n=n)}{title}'
                    '</summary>\n\n')
            out += ''.join(f'- KR{k}: {kr[0]}\n'
                           for k, kr in enumerate(krs, 1))
            out += '\n</details>\n\n'
        return out
    return make


def by_section(objective, label, key_result):
    """All objectives, and then all key results, by their numbers."""
    def make(model):
        out = '## Objectives\n\n'
        for n, (title, _) in enumerate(model.objectives, 1):
            out += objective.format(n=n, t=title) + '\n'
        out += '\n## Key Results\n\n'
        for n, (_, krs) in enumerate(model.objectives, 1):
            out += label.format(n=n)
            for k, kr in enumerate(krs, 1):
                out += key_result.format(n=n, k=k, t=kr[0]) + '\n'
            out += '\n'
        return out
    return make


def by_line(first, sep, mark):
    def make(model):
        return '\n\n'.join(
            first.format(n=n, t=title) + sep.join(
                mark.format(k=k) + kr[0] for k, kr in enumerate(krs, 1))
            for n, (title, krs) in enumerate(model.objectives, 1))
    return make


WHOLES = {
    'rows': by_row(False),
    'rows, first only': by_row(True),
    'rows with numbers': by_row(True, True),
    'rows, many columns': by_row(True, True, (
        'Objective', 'Key Result', 'Owner', 'Status', 'Comments')),
    'rows, plural': by_row(True, False, ('Objectives', 'Key Results')),
    'rows, KR': by_row(True, False, ('Objective', 'KR')),
    'rows, O and KR': by_row(True, False, ('O', 'KR')),
    'rows, what and how': by_row(True, False, (
        'Objective (what)', 'Key results (how)')),
    'rows, bold': by_row(True, False, ('**Objective**', '**Key Result**')),
    'rows, signs': by_row(True, False, ('🎯 Objective', '📈 Key Result')),
    'cells with br': by_cell('<br>'),
    'cells with br and numbers': by_cell('<br>', '{k}. '),
    'cells with br and KR': by_cell('<br/>', 'KR{k}: '),
    'cells with bullets': by_cell('<br>', '• '),
    'cells with dashes': by_cell('<br>', '- '),
    'columns': by_column,
    'heading rows': by_heading_row(False),
    'heading rows, bold': by_heading_row(True),
    'a form each': by_form,
    'spans': by_span,
    'summaries': by_summary('Objective {n}: '),
    'bold summaries': by_summary('<b>O{n}</b>: '),
    'sections by number': by_section(
        '- O{n}: {t}', '', '- KR{n}.{k}: {t}'),
    'sections, numbered list': by_section(
        '{n}. {t}', '### Objective {n}\n\n', '- {t}'),
    'sections, O1 label': by_section(
        '- **O{n}** {t}', '**O{n}**\n\n', '- {t}'),
    'sections, lines': by_section(
        'O{n}: {t}\n', '', 'KR{n}.{k}: {t}\n'),
    'a line with semicolons': by_line(
        'Objective {n}: {t}. Key results: ', '; ', ''),
    'a line with marks': by_line('O{n}: {t} - ', '; ', 'KR{k}: '),
    'two lines': by_line('**Objective {n}:** {t}\n**Key results:** ',
                         '; ', ''),
    'two lines with marks': by_line('**O{n}: {t}**\n', '\n', 'KR{k}: '),
}


def whole_page(model, whole):
    return '# OKRs Q3 2024\n\n' + WHOLES[whole](model) + '\n'

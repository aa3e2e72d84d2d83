"""A page of a layout, and what a reading of it lacks."""
import html

from .frames import DRESS, FRAMES, NOISE
from .marks import HEADS, INTROS, ITEMS, NEST, PARAS, TABLES
from .models import TONGUES

ROMAN = ['i', 'ii', 'iii', 'iv', 'v']
WORDS = ['One', 'Two', 'Three', 'Four', 'Five']


def indent(text, by):
    pad = by if isinstance(by, str) else ' ' * by
    return ''.join(pad + line if line.strip() else line
                   for line in text.splitlines(True))


def key_results(item, krs, n, words, h, noise):
    """The key results of objective n, as text."""
    if item in TABLES:
        head, row = TABLES[item]
        lines = ['| ' + head.format(**words) + ' |',
                 '|' + ' --- |' * (head.count('|') + 1)]
        for k, kr in enumerate(krs, 1):
            lines.append('| ' + row.format(k=k, n=n, t=kr[0], **words) +
                         ' |')
        return '\n'.join(lines) + '\n\n'
    out = ''
    for k, (text, _, _) in enumerate(krs, 1):
        letter = chr(ord('a') + k - 1)
        out += ITEMS[item].format(
            k=k, n=n, t=text, h=h, letter=letter, roman=ROMAN[k - 1],
            **words) + '\n'
        if item in PARAS:
            out += '\n'
        pad = '   ' if item[0] == '1' else '  '
        out += noise.replace('{i}', pad)
    return out if out.endswith('\n\n') else out + '\n'


def page(model, frame, head, intro, item, noise='none', dress='plain'):
    """The text of a page."""
    t = TONGUES[model.lang]
    words = {'o': t.o, 'os': t.os, 'kr': t.kr, 'krs': t.krs, 's': t.short,
             'O': t.o.upper(), 'KR': t.kr.upper(), 'KRS': t.krs.upper()}
    level, text, _, between = FRAMES[frame]
    h = '#' * level
    behind_o, behind_kr, behind_all = NOISE[noise]
    before, after, _, _ = DRESS[dress]
    parts = []
    for n, (title, krs) in enumerate(model.objectives, 1):
        nest = NEST.get(head)
        part = HEADS[head].format(
            h=h, n=n, t=before + title + after, roman=ROMAN[n - 1].upper(),
            letter=chr(ord('A') + n - 1), word=WORDS[n - 1],
            **words) + ('\n' if nest is not None else '\n\n')
        below = behind_o
        label = INTROS[intro].format(h=h, n=n, **words)
        if nest is not None and label:
            label = '- ' + label.strip() + '\n'
            inner = key_results(item, krs, n, words, h, behind_kr)
            below += label + indent(inner.rstrip('\n') + '\n', 2)
        else:
            below += label + key_results(item, krs, n, words, h, behind_kr)
        if nest is not None:
            below = indent(below.rstrip('\n') + '\n', nest)
        below += behind_all.format(h=h)
        parts.append(part + below)
    glue = '\n' + between + '\n\n' if between else ''
    if not between and head in NEST:
        glue = ''
    body = glue.join(parts)
    out = text.format(body=body.rstrip('\n') + '\n', page=t.page, **words)
    if frame == 'crlf':
        out = out.replace('\n', '\r\n')
    return out


def clean(text):
    """A text without the signs it may be wrapped in."""
    text = html.unescape(text).strip()
    while text and text[-1] in '.;:':
        text = text[:-1].strip()
    for a, b in ('""', '“”', '**', '__'):
        if len(text) > 1 and text[0] == a and text[-1] == b:
            text = text[1:-1].strip()
    return text


def title_of(title, dress):
    before, after, name, value = DRESS[dress]
    titles = {title}
    if dress in ('(@ana)', '@ana', '(Owner: Ana)', '(30 %)',
                 '(weight 30%)', '(0.7)', '🎯'):
        titles.add(title + after)
    return titles


def wrong(model, read, noise='none', dress='plain'):
    """What a reading of that model lacks or has too much, or None."""
    got = read['objectives']
    want = model.objectives
    titles = [clean(o['title']) for o in got]
    if len(got) != len(want):
        return f'objectives {titles}'
    for o, (title, krs) in zip(got, want):
        if clean(o['title']) not in title_of(title, dress):
            return f'title {o["title"]!r}'
        texts = [clean(kr['text']) for kr in o['key_results']]
        if texts != [kr[0] for kr in krs]:
            return f'key results {texts}'
        for kr, (text, baseline, target) in zip(o['key_results'], krs):
            for name, value in (('baseline', baseline), ('target', target)):
                found = kr[name]
                found = found.get('value') if found else None
                if value is not None and found != value:
                    return f'{name} of {text!r}: {found}'
            if kr['result']:
                return f'result of {text!r}: {kr["result"]["text"]!r}'
        if noise in ('owner line', '**Owner:**', 'fields', '*Owner: Ana*') \
                and o['owner'] != 'Ana':
            return f'owner {o["owner"]!r}'
        if noise == 'sub owner' and any(
                kr['owner'] != 'Ana' for kr in o['key_results']):
            return 'owner of a key result'
        name, value = DRESS[dress][2:]
        if name and o[name] != value:
            return f'{name} {o[name]!r}'
    return None

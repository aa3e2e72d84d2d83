"""Every way to say how it ended, at every place where people write it.

Key results, places, words and numbers are multiplied; what is to be read is
known by construction.  What cannot be told apart from the sentence is left
out by name (NOT_HEARD), and words that only look like results must be none.
"""
import json

import pytest

from test_checkins import snapshot

DEED = 'Publish the handbook for new volunteers'
MOVE = 'Raise membership from 200 to 300 members'
COUNT = 'Train 40 guides for the summer'


def capital(text):
    return text[0].upper() + text[1:]


# {where: the key result {k} with the result {r}, {c}apital or {U}PPER}
BESIDE = {
    'dash': '- KR1: {k} - {r}',
    'en dash': '- KR1: {k} – {r}',
    'em dash': '- KR1: {k} — {c}',
    'colon': '- KR1: {k}: {r}',
    'double arrow': '- KR1: {k} => {r}',
    'long arrow': '- KR1: {k} --> {c}',
    'arrow': '- KR1: {k} → {c}',
    'parentheses': '- KR1: {k} ({r})',
    'capitals': '- {k} ({U})',
    'brackets': '- KR1: {k} [{r}]',
    'bold parentheses': '- KR1: {k} **({r})**',
    'slanted parentheses': '- KR1: {k} *({r})*',
    'bold': '- KR1: {k} **{r}**',
    'bold capitals': '- KR1: {k} **{U}**',
    'behind bold, dash': '- **KR1: {k}** - {r}',
    'behind bold, colon': '- **KR1: {k}**: {r}',
    'behind bold, parentheses': '- **KR1: {k}** ({r})',
    'stop and label': '- KR1: {k}. Status: {r}',
    'stop and loud label': '- KR1: {k}. STATUS: {U}',
    'label in parentheses': '- KR1: {k} (status: {r})',
    'label in brackets': '- KR1: {k} [Status: {c}]',
    'semicolon': '- KR1: {k}; {r}',
    'pipe': '- KR1: {k} | {c}',
    'struck out': '- ~~KR1: {k}~~ {r}',
    'struck out, parentheses': '- KR1: ~~{k}~~ ({r})',
    'heading, dash': '### KR1: {k} - {r}\n\nA word on it.',
    'heading, parentheses': '### KR1: {k} ({U})',
}
BELOW = {
    'label below': '- KR1: {k}\n  Status: {r}',
    'bold label below': '- KR1: {k}\n  **Result:** {c}',
    'arrow below': '- KR1: {k}\n  => {r}',
    'break and label': '- KR1: {k}<br>Status: {r}',
    'label in a list below': '- KR1: {k}\n  - Status: {c}',
    'bold label in a list': '- KR1: {k}\n  - **Status**: {r}',
    'result in a list': '- KR1: {k}\n  - Result: {r}',
    'arrow in a list': '- KR1: {k}\n  - => {r}',
    'heading, label': '### KR1: {k}\n\n**Status:** {c}',
    'heading, list': '### KR1: {k}\n\n- Owner: Ines\n- Result: {r}',
    'paragraphs': '**KR1:** {k}\n\n**Status:** {r}',
    'status column':
        '| Key result | Owner | Status |\n|---|---|---|\n| {k} | Ines | {c} |',
    'result column': '| KR | Result |\n|---|---|\n| {k} | {r} |',
    'outcome column': '| Key result | Outcome | Comment |\n|---|---|---|\n'
                      '| {k} | **{c}** | see minutes |',
}
FRONT = {
    'brackets in front': '- [{r}] KR1: {k}',
    'loud brackets behind the number': '- KR1: [{U}] {k}',
    'parentheses behind the number': '- KR1 ({r}): {k}',
    'brackets behind the number': '- KR1 [{c}]: {k}',
    'bold in front': '- **{c}**: {k}',
    'bold behind the number': '- KR1: **{U}** - {k}',
    'loud behind the number': '- KR1: {U}: {k}',
}
PLACES = {**BESIDE, **BELOW, **FRONT}

ENGLISH = {
    'done': 'done', 'completed': 'done', 'complete': 'done',
    'achieved': 'done', 'finished': 'done', 'in progress': 'wip',
    'WIP': 'wip', 'ongoing': 'wip', 'partially done': 'note',
    'not started': 'not_started', 'not started yet': 'not_started',
    'blocked': ('blocked', 'blocked, at risk'), 'deferred': 'deferred', 'postponed': 'deferred',
    'deferred to Q3': 'deferred', 'moved to Q3': 'deferred',
    'on hold': 'deferred', 'cancelled': 'na', 'dropped': 'na',
    'not done': 'missed', 'not achieved': 'missed',
}
FAR = {
    'erledigt': 'done', 'abgeschlossen': 'done', 'in Arbeit': 'wip',
    'nicht begonnen': 'not_started', 'verschoben': 'deferred',
    'terminé': 'done', 'en cours': 'wip', 'reporté': 'deferred',
    'completado': 'done', 'en curso': 'wip', 'concluído': 'done',
    'em andamento': 'wip', '已完成': 'done', '进行中': 'wip',
    '未开始': 'not_started', '完了': 'done', '進行中': 'wip',
}
# The words are names of fields as well.
NOT_HEARD = {('bold in front', 'complete'), ('bold in front', 'achieved')}
SHARES = {'60%': 60, '60 %': 60, '60% done': 60, '60% complete': 60,
          '3/5': 60, '3 of 5': 60, '3 out of 5': 60, '0.6': 60}
READINGS = ['now 260', 'currently 260', '260 so far', 'now at 260 members']

# A tick may say how it goes as well.
DONE, MISSED = ('done', 'done, on track'), ('missed', 'missed, at risk')
EMOJI_PLACES = {
    'in front': '- {r} KR1: {k}',
    'behind the number': '- KR1: {r} {k}',
    'behind': '- KR1: {k} {r}',
    'behind a dash': '- KR1: {k} - {r}',
    'in parentheses': '- KR1: {k} ({r})',
    'behind bold': '- **KR1: {k}** {r}',
    'label': '- KR1: {k}\n  - Status: {r}',
    'heading in front': '### {r} KR1: {k}\n\nText.',
    'heading behind': '### KR1: {k} {r}\n\nText.',
    'status column': '| Key result | Status |\n|---|---|\n| {k} | {r} |',
}
EMOJI = {
    '✅': DONE, '✔️': DONE, '✓': DONE, '❌': MISSED, '✗': MISSED,
    '🚧': 'wip', '⏳': 'wip', '🟢': 'on track', '🟡': 'needs attention',
    '🔴': 'at risk', ':white_check_mark:': DONE,
    ':red_circle:': 'at risk',
}

NO_RESULTS = """\
Have the audit done by March
Get all forms completed by June
Ship 100 % of the open orders
Ship 100% of orders within a day
Publish the 0.7 release
Release version 0.7
Reduce the number of blocked users
Unblock 30 blocked accounts
Move 5 stuck deals to closed
Get the portal live in 3 countries
Cut cancelled orders from 9% to 5%
Keep cancelled orders below 3%
Customers who completed the course: 400
Tickets resolved on first contact: 80%
Share of deliveries on time - 95%
Uptime: 99.9%
Onboarding completed in less than 3 days
Deals closed: 12
Percentage of pages reviewed: 90%
Achieve a grade of 0.8 in the audit
Score 4 of 5 in the survey
4 of 5 customers recommend us
Reach 3 of the 5 regions
Work in progress limited to 3 items
Reduce work in progress from 12 to 6
Lower the missed appointments to 2%
Failed deployments below 3%
Deliver the plan (draft, review, final)
Launch in Spain and Portugal (done means live shops)
Open the shop by end of Q3 (deferred revenue excluded)
Invoices paid (not cancelled)
Return rate (cancelled or refunded) below 4%
Projects on hold reviewed every month
Reopen the paused campaigns
Move from stage 2 -> 3
Migrate from the old store => the new one
Get 70% done before the summer
Have 80% of tasks done on time
Complete 12 of 20 modules by June
Finish 3/4 of the backlog by May
Raise the on track rate to 80%
Keep all projects on track
Have no project at risk
Get the red list below 10 items
Pass the audit with 0 findings
Sell 3 yachts - at least 1 in Italy
Hire 3 people - 2 in sales, 1 in support
Improve docs: done right the first time
Define "done" for every team
Have the Blocked column empty
Keep the WIP limit under 5
Hit 10,000 downloads
Closed won deals up 20%
60% of leads from the website
Completion rate 75%
On-time completion: 85%
Launch (MVP) to 10%
Roll out to 10% (canary)
Cover 60% (of the 200 endpoints)
Sign 8 partners (3 in Asia)
24/7 support in place
Have a 4/5 rating in the store
Move p95 to 0.7 s
0 blocked releases
Launch in Spain ✔ and Portugal ✘""".split('\n')


def written(place, sentence, words):
    text = place.format(k=sentence, r=words, c=capital(words),
                        U=words.upper())
    if text.startswith('- '):
        text += '\n- KR2: Agree on the budget'
    return f'## Key results\n\n{text}\n'


def read(okrsync, texts):
    """The first key result of each text, from one run."""
    bodies = {str(n): text for n, text in enumerate(texts)}
    found = [{'about': name, 'notes': []} for name in bodies]
    okrsync.folder.joinpath('matrix.snapshot').write_text(
        snapshot(found, bodies), encoding='utf-8')
    done = okrsync('grade', '--from', 'matrix.snapshot', '--json')
    assert done.status in (0, 1), done
    objectives = json.loads(done.out)['objectives']
    assert len(objectives) == len(bodies) > 0
    return [o['key_results'][0] if o['key_results'] else None
            for o in objectives]


def told(kr):
    """All that was heard of it."""
    if not kr:
        return 'no key result'
    said = []
    if kr['result']:
        percent = kr['result']['percent']
        said.append(kr['result']['kind']
                    + ('' if percent is None else f' {percent:g}'))
    if kr['stated_grade'] is not None:
        said.append(f'percent {100 * kr["stated_grade"]:g}')
    if kr['current']:
        said.append(f'now {kr["current"]["value"]:g}')
    if kr['health']:
        said.append(kr['health'])
    return ', '.join(said)


def compare(okrsync, rows):
    """rows: (text, the sentence or None, what may be heard)"""
    krs = read(okrsync, [text for text, _, _ in rows])
    wrong = []
    for (text, sentence, wants), kr in zip(rows, krs):
        got = told(kr)
        left = kr['text'].strip('*:. ') if kr else ''
        if got not in wants or (sentence and left != sentence):
            wrong.append(f'{text}wanted {wants}, got {got!r} of {left!r}\n')
    assert not wrong, f'{len(wrong)} of {len(rows)}\n' + '\n'.join(wrong)


def rows_of(places, words, sentences):
    for name, place in places.items():
        for said, want in words.items():
            if (name, said) in NOT_HEARD:
                continue
            wants = want if isinstance(want, tuple) else (want,)
            for sentence in sentences:
                yield written(place, sentence, said), sentence, wants


def test_words(okrsync):
    compare(okrsync, [*rows_of(PLACES, ENGLISH, [DEED, MOVE])])


def test_words_of_other_languages(okrsync):
    compare(okrsync, [*rows_of({**BESIDE, **BELOW}, FAR, [DEED])])


def test_shares(okrsync):
    shares = {said: f'percent {n}' for said, n in SHARES.items()}
    compare(okrsync, [*rows_of({**BESIDE, **BELOW}, shares, [DEED])])


def test_readings(okrsync):
    now = {said: 'now 260' for said in READINGS}
    places = {name: PLACES[name] for name in [
        'parentheses', 'arrow', 'double arrow', 'pipe', 'label below',
        'arrow below', 'label in a list below', 'status column']}
    compare(okrsync, [(text, None, wants) for text, _, wants
                      in rows_of(places, now, [MOVE])])


def test_emoji(okrsync):
    compare(okrsync, [*rows_of(EMOJI_PLACES, EMOJI, [DEED, MOVE])])


def test_sentences_that_are_no_results(okrsync):
    compare(okrsync, [(f'- KR1: {text}\n- KR2: Agree on the budget\n', text,
                       ('',)) for text in NO_RESULTS])


if __name__ == '__main__':
    pytest.main([__file__])

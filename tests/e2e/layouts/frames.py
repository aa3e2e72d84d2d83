"""What stands around OKRs, between them, and how a title is dressed."""

# What a page has around its OKRs.  {body} is the OKRs; the number is the
# level of an objective's heading.  STRONG: it says that these are OKRs.

FRAMES, STRONG = {}, set()


def frame(name, level, text, strong=True, foreign=False, between=None):
    FRAMES[name] = (level, text, foreign, between)
    if strong:
        STRONG.add(name)


frame('bare', 2, '{body}', strong=False, foreign=True)
frame('OKRs Q3 2024', 2, '# {page}\n\n{body}', foreign=True)
frame('2024 Q3 OKRs', 2, '# 2024 Q3 OKRs\n\n{body}')
frame('setext title', 2, 'OKRs Q3 2024\n============\n\n{body}')
frame('only period', 2, '# Q3 2024\n\n{body}', strong=False, foreign=True)
frame('team', 2, '# Team Otter\n\n{body}', strong=False)
frame('team OKRs', 2, '# Team Otter OKRs 2024 Q3\n\n{body}')
frame('OKRs', 2, '# OKRs\n\n{body}')
frame('long title', 2,
      '# Objectives and Key Results (OKRs) - Q3 FY24\n\n{body}')
frame('front matter', 2,
      '---\ntitle: OKRs Q3 2024\nlayout: page\n---\n\n{body}',
      strong=False)     # a file's title is not one above its headings
frame('front matter and title', 2,
      '---\ntitle: "Team OKRs"\ndate: 2024-07-01\n---\n\n'
      '# Team OKRs Q3 2024\n\n{body}')
frame('bold title', 2, '**OKRs Q3 2024**\n\n{body}')
frame('plain title', 2, 'OKRs Q3 2024\n\n{body}')
frame('intro', 2,
      '# OKRs Q3 2024\n\nThis page lists what our team wants to reach in '
      'this quarter. It is\nreviewed every second Tuesday.\n\n{body}',
      foreign=True)
frame('intro of team', 2,
      '# Team Otter\n\nWe look after the boats and all who row them.\n\n'
      '{body}', strong=False)
frame('contents', 2,
      '# OKRs Q3 2024\n\n- [Overview](#overview)\n- [Our OKRs](#okrs)\n'
      '- [Learnings](#learnings)\n\n{body}')
frame('toc mark', 2, '# OKRs Q3 2024\n\n[[_TOC_]]\n\n{body}')
frame('legend', 2,
      '# OKRs Q3 2024\n\nLegend: 🟢 on track, 🟡 at risk, 🔴 off track\n\n'
      '{body}')
frame('legend list', 2,
      '# OKRs Q3 2024\n\n- 0.7 - 1.0: well done\n- 0.4 - 0.6: progress\n'
      '- 0.0 - 0.3: little progress\n\n{body}')
frame('scoring before', 2,
      '# OKRs Q3 2024\n\n## How we score\n\nEach key result is scored from '
      '0 to 1 at the end of the quarter.\n\n{body}')
frame('scoring after', 2,
      '# OKRs Q3 2024\n\n{body}\n\n## How we score\n\n- 1.0 means that all '
      'of it was done\n- 0.5 means half\n')
frame('learnings after', 2,
      '# OKRs Q3 2024\n\n{body}\n\n## Learnings\n\n- Fewer goals would have '
      'helped\n- Weekly meetings were too long\n')
frame('initiatives after', 2,
      '# OKRs Q3 2024\n\n{body}\n\n## Initiatives\n\n- New signs on the '
      'pier\n- Call the printer\n')
frame('risks after', 2,
      '# OKRs Q3 2024\n\n{body}\n\n## Risks\n\n- The port may be closed for '
      '3 weeks\n- Key staff on leave\n')
frame('links after', 2,
      '# OKRs Q3 2024\n\n{body}\n\n## Links\n\n- [Board](https://b.example)\n'
      '- [Minutes](https://m.example)\n')
frame('rules', 2, '# OKRs Q3 2024\n\n---\n\n{body}\n\n---\n', foreign=True,
      between='---')
frame('bare rules', 2, '{body}', strong=False, foreign=True, between='* * *')
frame('page numbers', 2, 'OKRs Q3 2024\n\n{body}\n\nPage 2 of 2\n',
      between='Page 1 of 2')
frame('slides', 1, '# OKRs Q3 2024\n\n---\n\n{body}', between='---')
frame('bold teams', 2, '# OKRs Q3 2024\n\n**Team Otter**\n\n{body}')
frame('team heading', 3, '# OKRs Q3 2024\n\n## Team Otter\n\n{body}',
      foreign=True)
frame('teams', 3, '# OKRs Q3 2024\n\n## Marketing\n\n{body}',
      between='## Engineering')
frame('period heading', 3, '# OKRs\n\n## Q3 2024\n\n{body}', foreign=True)
frame('periods', 3, '# OKRs\n\n## Q3 2024\n\n{body}', between='## Q4 2024')
frame('period and team', 4,
      '# OKRs\n\n## 2024\n\n### Q3 - Team Otter\n\n{body}')
frame('company over team', 3,
      '# OKRs Q3 2024\n\n## Company\n\n{body}', between='## Team Otter')
frame('company OKRs', 3,
      '# OKRs Q3 2024\n\n## Company OKRs\n\n{body}',
      between='## Team OKRs')
frame('objectives section', 3, '# Team Otter\n\n## {os}\n\n{body}',
      strong=False)
frame('OKRs section', 3,
      '# Team Otter\n\nWe keep the boats afloat.\n\n## Members\n\n- Ana\n'
      '- Ben\n\n## OKRs\n\n{body}')
frame('OKRs section in readme', 3,
      '# boathouse\n\nSoftware for rowing clubs.\n\n## Install\n\n- clone\n'
      '- run make\n\n## OKRs Q3 2024\n\n{body}\n\n## Licence\n\nMIT\n')
frame('mission before', 2,
      '# OKRs Q3 2024\n\n## Mission\n\nEverybody rows.\n\n## Vision\n\n'
      'A boat on every lake.\n\n{body}')
frame('bold mission', 2,
      '# OKRs Q3 2024\n\n**Mission:** Everybody rows.\n\n{body}')
frame('goals', 2, '# Goals for Q3 2024\n\n{body}', strong=False)
frame('mail', 2,
      'Hi all,\n\nhere are our OKRs for Q3 2024:\n\n{body}\n\nBest,\nAna\n')
frame('notion', 2,
      '# 🎯 OKRs Q3 2024\n\nOwner: Ana\nQuarter: Q3 2024\nStatus: Active\n\n'
      '{body}')
frame('confluence', 2,
      '# OKRs Q3 2024\n\nCreated by Ana, last modified on Jul 03, 2024\n\n'
      '{body}')
frame('draft', 2, '# OKRs Q3 2024 (draft)\n\n{body}', foreign=True)
frame('second OKRs title', 3,
      '# Handbook of Team Otter\n\n## Our OKRs for Q3 2024\n\n{body}\n\n'
      '## Holidays\n\n- Ask Ana first\n- Two weeks ahead\n')
frame('wide', 1, '# OKRs Q3 2024\n\n{body}')
frame('crumbs', 2, 'Home / Teams / Otter\n\n# OKRs Q3 2024\n\n{body}')
frame('asked', 3,
      '# OKRs Q3 2024\n\n## So what do we want in Q3?\n\n{body}')
frame('asked twice', 3, '# OKRs 2024\n\n## How did Q2 go?\n\n{body}',
      between="## And what's next in Q3?")
frame('crlf', 2, '# OKRs Q3 2024\n\n{body}')


# What stands between: (behind the objective, behind a key result, behind
# all of an objective's key results).

NOISE = {
    'none': ('', '', ''),
    'owner line': ('Owner: Ana\n\n', '', ''),
    '**Owner:**': ('**Owner:** Ana\n\n', '', ''),
    'fields': ('**Owner:** Ana  \n**Due:** 2024-09-30\n\n', '', ''),
    '*Owner: Ana*': ('*Owner: Ana*\n\n', '', ''),
    'description': ('Too many people still take the car for short ways, '
                    'and that has to change.\n\n', '', ''),
    'Why:': ('Why: the town needs less noise.\n\n', '', ''),
    '**Why:**': ('**Why this matters:** the town needs less noise.\n\n',
                 '', ''),
    'quote': ('> The town needs less noise.\n\n', '', ''),
    'image': ('![chart](chart.png)\n\n', '', ''),
    'comment': ('<!-- filled in by Ana -->\n\n', '', ''),
    'link': ('[Epic 12](https://epic.example/12)\n\n', '', ''),
    'status line': ('Status: on track\n\n', '', ''),
    'sub owner': ('', '{i}- Owner: Ana\n', ''),
    'sub status': ('', '{i}- Status: on track\n', ''),
    'sub note': ('', '{i}- We begin with the harbour\n', ''),
    'sub initiatives': ('', '{i}- Initiatives:\n{i}  - paint the shed\n'
                            '{i}  - call the mayor\n', ''),
    'sub initiative': ('', '{i}- Initiative: paint the shed\n', ''),
    'Initiatives:': ('', '', 'Initiatives:\n\n- paint the shed\n'
                             '- call the mayor\n\n'),
    '**Initiatives**': ('', '', '**Initiatives**\n\n- paint the shed\n'
                                '- call the mayor\n\n'),
    'h Initiatives': ('', '', '{h}# Initiatives\n\n- paint the shed\n'
                              '- call the mayor\n\n'),
    '**Risks:**': ('', '', '**Risks:**\n\n- a long winter\n\n'),
    'Notes:': ('', '', 'Notes: the mayor is on leave until May.\n\n'),
    'remark': ('', '', 'The mayor is on leave until May.\n\n'),
    'empty quote': ('', '', '>\n\n'),
}


# How the title of an objective is dressed: (before, behind, field, value).

DRESS = {
    'plain': ('', '', None, None),
    'bold': ('**', '**', None, None),
    'italic': ('*', '*', None, None),
    'quotes': ('"', '"', None, None),
    'curly quotes': ('“', '”', None, None),
    'link': ('[', '](https://o.example/1)', None, None),
    '(@ana)': ('', ' (@ana)', 'owner', '@ana'),
    '@ana': ('', ' @ana', 'owner', '@ana'),
    '(Owner: Ana)': ('', ' (Owner: Ana)', 'owner', 'Ana'),
    '(30 %)': ('', ' (30 %)', None, None),
    '(weight 30%)': ('', ' (weight: 30%)', 'weight', 30),
    '(0.7)': ('', ' (0.7)', 'stated_grade', 0.7),
    '.': ('', '.', None, None),
    'colon': ('', ':', None, None),
    '🎯': ('', ' 🎯', None, None),
}

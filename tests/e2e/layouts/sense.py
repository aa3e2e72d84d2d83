"""Which layouts careful people read in one way."""
from .frames import DRESS, FRAMES, STRONG
from .marks import (ENGLISH_INTROS, HEADED, HEADS, NEST, PARAS,
                    PLAIN_HEADS, PLAIN_ITEMS, TABLES)

LEVEL_TWO = {'setext Objective 1: T', 'setext T', 'html h2', 'asciidoc =='}
NO_LISTS = {'1.1 t', '1.1. t', '1.1) t'}
PROSE = {'p t', 'p t.', 'p 1.1 t'}
METHODS = {'h How we will measure', 'h Measures of success'}
QUOTING = {name for name in STRONG if FRAMES[name][1].startswith(
    ('# OKRs Q3', '# 2024', '# {page}', '# Team Otter OKRs')) and
    FRAMES[name][0] == 2 and not FRAMES[name][3]}
WEAK_LINES = {'p sign **T**', 'p **1.** T', 'p **T:**'}


def reasonable(frame, head, intro, item, noise='none', dress='plain',
               lang='en'):
    """Would two careful readers read the same OKRs from that layout?"""
    level = FRAMES[frame][0]
    nest = NEST.get(head)
    heading = head.startswith(('h ', 'setext', 'html', 'asciidoc'))
    plain_head, plain_item = head in PLAIN_HEADS, item in PLAIN_ITEMS
    listed = item[0] in '-*+1' and item not in NO_LISTS
    text = HEADS[head]

    # What markdown itself cannot carry.
    if nest is not None and (
            not listed or item.endswith(('loose', 'indent')) or
            intro != 'none' and not intro.endswith(':') or
            intro.startswith('h') or
            noise not in ('none', 'sub owner', 'sub status')):
        return False
    if item in HEADED and (level >= 4 or intro.startswith('h6')):
        return False        # headings have six levels
    if head in LEVEL_TWO and level != 2:
        return False
    if noise.startswith('sub') and (not listed or
                                    item.endswith(('loose', 'indent'))):
        return False
    # a list of links or of marks for the legend, and right behind it the
    # list of the OKRs, are one list
    if nest is not None and frame in ('contents', 'legend list'):
        return False

    # Key results without mark or label in lines of their own are prose.
    if item in PROSE and intro == 'none':
        return False
    # What stands below "How we score" may be an example, unless a heading
    # ends that section; so may it below "Mission", where nothing but its
    # place tells what it is.
    if not heading and (frame == 'scoring before' or
                        frame == 'mission before' and plain_head):
        return False
    # A page that does not speak of OKRs must do so by a mark: of the
    # objective and numbers in the key results, or of the key results.
    if frame not in STRONG and plain_item and (
            plain_head or intro == 'none' or intro in ENGLISH_INTROS):
        return False
    if frame not in STRONG and plain_head and (nest is not None or
                                               item in TABLES):
        return False
    if frame not in STRONG and plain_head and (
            intro in ENGLISH_INTROS or not heading):
        return False
    # A line of text is a title where its key results follow at once; a
    # heading below it belongs to the heading above.
    if plain_head and not heading and (
            item in HEADED or intro.startswith('h') or
            noise not in ('none', 'sub owner', 'sub status')):
        return False
    if head in WEAK_LINES and (intro == 'none' or
                               intro in ENGLISH_INTROS):
        return False
    # below a heading "T", "- x" over notes may be an objective itself
    if plain_head and noise in ('sub note', 'sub initiative'):
        return False
    if item in PROSE and (noise == 'remark' or
                          not FRAMES[frame][1].endswith('{body}')):
        return False        # what stands behind would be one more
    # a quotation may be one of somebody else's
    if '> ' in head and (frame not in QUOTING or noise == 'quote'):
        return False
    if '> ' in head and item in HEADED:
        return False
    if '> ' in item and plain_head:
        return False
    # below a heading without a mark these speak of the page
    if plain_head and intro in METHODS:
        return False
    if frame == 'mission before' and '> ' in head:
        return False
    # "1.1 text" in lines of text needs its objective's number, and a word
    # behind it that is no unit ("1.2 NPS")
    if item in NO_LISTS | {'p 1.1 t'} and (
            lang in ('de', 'nl') or
            plain_head and ('{n}' not in text or not heading)):
        return False
    # "Cel", "Ziel" and "Mål" are words for any aim, where neither number
    # nor colon tells
    if lang in ('de', 'pl', 'sv') and '{n}' not in text.replace(
            '({n})', '') and not heading and not plain_head and (
                ':' not in text or lang == 'pl' or '> ' in text):
        return False
    if lang == 'pl' and head in ('h Objective - T', 'h OKR 1 p Objective',
                                  'h OKR 1 h Objective p',
                                  'l 1. **Objective:** T',
                                  'l 1. Objective: T'):
        return False
    if plain_head and not heading and dress in ('.', 'colon') or (
            head == 'p **T:**' and DRESS[dress][1]):
        return False
    # the title's owner and the owner below it
    if dress in ('(@ana)', '@ana', '(Owner: Ana)') and 'wner' in noise + (
            'owner' if noise == 'fields' else ''):
        return False
    # what judges it is English; an arrow in an item goes on with it
    if lang != 'en' and head.endswith('judged') or (
            item == '-> t' and nest is not None):
        return False
    # a title between quotation marks has no others
    if 'quotes' in dress and '"' in text:
        return False
    # below a question only marks tell ours from what was talked about
    if frame.startswith('asked') and plain_head:
        return False
    # a bold mark and a bold title are one thing
    if dress in ('bold', 'italic') and '*' in text:
        return False
    if dress == 'colon' and text.endswith('*'):
        return False
    return True

"""The same small OKRs in the layouts people give them.

A layout is a value of each axis: the frame of the page, how an objective is
headed, what stands over its key results, how one of them is marked, what
stands between, and how the title is dressed.  page() puts one value of each
together; reasonable() leaves out what markdown cannot carry and what careful
people would read in two ways, and says why.
"""
from .frames import DRESS, FRAMES, NOISE
from .marks import ENGLISH_INTROS, HEADS, INTROS, ITEMS
from .models import MODELS
from .pages import page, wrong
from .sense import reasonable
from .whole import WHOLES, whole_page

__all__ = ['DRESS', 'ENGLISH_INTROS', 'FRAMES', 'HEADS', 'INTROS', 'ITEMS',
           'MODELS', 'NOISE', 'WHOLES', 'page', 'reasonable', 'whole_page',
           'wrong']

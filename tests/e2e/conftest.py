"""Fixtures of the end-to-end tests: the double, and where things lie."""
import pathlib
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SHARED = ROOT.parent / 'shared' / 'gitlab-api'
sys.path.insert(0, str(HERE.parent))

from double import TOKEN, Double  # noqa: E402


@pytest.fixture
def gitlab():
    """A fresh double, running, with one user (`okr-bot`) and its token."""
    with Double(token=TOKEN) as gl:
        yield gl


@pytest.fixture
def shared():
    """The folder of GitLab's schemas and recorded answers."""
    if not SHARED.is_dir():
        pytest.skip(f'{SHARED.parent.name}/{SHARED.name} is not there')
    return SHARED

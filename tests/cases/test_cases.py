"""Runs every case of this folder; see golden.py."""
import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import golden  # noqa: E402


@pytest.mark.parametrize('case', golden.cases(), ids=lambda case: case.name)
def test_case(case):
    assert golden.expected(case), f'{case.name} expects nothing'
    assert golden.difference(case) == ''

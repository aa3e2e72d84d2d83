"""A small GitLab for tests, in the standard library; see README.md."""
from .gitlab import TOKEN, Double

__all__ = ['Double', 'TOKEN']

"""Finds what comes most often in a stream that is too large to keep."""

from collections.abc import Hashable
from typing import NamedTuple


class Estimate(NamedTuple):
    item: Hashable
    low: int  # it came at least so often
    high: int  # and at most so often


class TopK:
    """Counts a stream of items, and holds no more than capacity of them.

    After n items, an item that came more than n / capacity times is among those
    held, whatever the order of the stream was, and no high is more than
    n / capacity above its low. As long as there were no more than capacity
    different items, the counts are exact.
    """

    def __init__(self, capacity: int) -> None:
        """Raises ValueError for a capacity below one."""

    def add(self, item: Hashable) -> None:
        """Counts one item, in constant time on average."""

    def top(self, k: int) -> list[Estimate]:
        """At most k of the items held, the one with the largest high first."""
        return []

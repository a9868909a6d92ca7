"""Plans meetings. A meeting is a pair (start, end) and does not include its end."""

from collections.abc import Sequence

Meeting = tuple[int, int]


def busy(meetings: Sequence[Meeting]) -> list[Meeting]:
    """When at least one meeting is going on: the fewest pairs, in order of time.

    Meetings that follow each other without a break make one pair.
    Raises ValueError for a meeting that does not end after it starts.
    """
    raise NotImplementedError


def rooms(meetings: Sequence[Meeting]) -> list[int]:
    """The number of a room for each meeting, in the order in which they are given.

    No two meetings are in a room at the same time, and as few rooms as possible
    are used. Rooms are numbered from 0; in order of their start, and of equal
    starts in the order given, each meeting takes the free room with the lowest
    number.
    Raises ValueError for a meeting that does not end after it starts.

    There may be a hundred thousand meetings. What is given stays as it was.
    """
    raise NotImplementedError

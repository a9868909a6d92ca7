"""Calls again what failed."""

import random
import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


def retry(
    call: Callable[[], Result],
    *,
    retry_on: tuple[type[Exception], ...],
    attempts: int = 5,
    base: float = 0.1,
    cap: float = 10.0,
    budget: float | None = None,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
    chance: Callable[[], float] = random.random,
) -> Result:
    """Returns what call returns, calling at most attempts times.

    Only errors of the types in retry_on lead to another call; any other is
    passed on at once. When there is to be no other call, the last error is
    passed on as it is.

    Before the second call it sleeps for chance() * base seconds, before the
    third for chance() * 2 * base, and so on: the factor doubles with each call,
    and what chance() is multiplied with never exceeds cap. An error with an
    attribute retry_after (seconds, or None) makes the sleep at least that long.

    budget is the number of seconds from the beginning after which no call may
    begin. Where the next one would begin at that time or later, it neither
    sleeps nor calls.

    Raises ValueError for attempts below one.
    """
    raise NotImplementedError

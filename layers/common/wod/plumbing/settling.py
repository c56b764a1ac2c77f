"""Work that is repeated until what it derives from stands still."""

from collections.abc import Callable
from contextlib import suppress

from wod.plumbing.objects import Conflict


def until_settled[S, R](look: Callable[[], S], work: Callable[[S], R]) -> R:
    """Do the work on what is seen upstream. Repeat it as long as a last look sees something else, or another function
    wrote the same thing meanwhile."""
    while True:
        seen = look()
        with suppress(Conflict):
            result = work(seen)
            if look() == seen:
                return result

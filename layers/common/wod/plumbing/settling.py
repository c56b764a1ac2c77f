"""Work that is repeated until what it derives from stands still."""

from collections.abc import Callable

from wod.plumbing.objects import Conflict


def until_no_conflict[R](work: Callable[[], R]) -> R:
    """Do the work, and repeat it from the start as long as it raises Conflict."""
    while True:
        try:
            return work()
        except Conflict:
            continue


def until_settled[S, R](look: Callable[[], S], work: Callable[[S], R]) -> R:
    """Do the work on what is seen upstream. Repeat it as long as a last look sees something else, or another function
    wrote the same thing meanwhile."""

    def once() -> R:
        seen = look()
        result = work(seen)
        if look() != seen:
            raise Conflict("what it derives from has changed")
        return result

    return until_no_conflict(once)

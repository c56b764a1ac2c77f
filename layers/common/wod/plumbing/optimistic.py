"""Optimistic retry: work without a lock, and repeat the work if something else was written meanwhile."""

from collections.abc import Callable

from wod.plumbing.objects import Conflict


def retry_on_conflict[R](work: Callable[[], R]) -> R:
    """Return the result of the work. Repeat it from the start as long as it raises Conflict."""
    # No number of attempts: each conflict is a write of another function that succeeded, and the timeout ends this one.
    while True:
        try:
            return work()
        except Conflict:
            continue


def retry_until_unchanged[S, R](look: Callable[[], S], work: Callable[[S], R]) -> R:
    """Return the result of the work on what `look` returns. Repeat both as long as a second look returns something
    else, or the work raises Conflict."""

    def once() -> R:
        seen = look()
        result = work(seen)
        if look() != seen:
            raise Conflict("the input of this work has changed")
        return result

    return retry_on_conflict(once)

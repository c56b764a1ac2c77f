"""Divide things into calls of AWS, within the limits of number and size."""

from collections.abc import Callable, Iterable, Iterator


def batches[T](things: Iterable[T], size_of: Callable[[T], int], *, most: int, largest: int) -> Iterator[list[T]]:
    """Divide things, in their order, into lists of at most `most`, whose sizes add up to at most `largest`.

    A single thing that is larger gets its own list.
    """
    some: list[T] = []
    size = 0
    for thing in things:
        more = size_of(thing)
        if some and (len(some) == most or size + more > largest):
            yield some
            some, size = [], 0
        some.append(thing)
        size += more
    if some:
        yield some

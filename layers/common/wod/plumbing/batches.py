"""Divide items into the calls to AWS that send them, within the limits of number and size."""

from collections.abc import Callable, Iterable, Iterator


def batches[T](items: Iterable[T], size_of: Callable[[T], int], *, most: int, largest: int) -> Iterator[list[T]]:
    """Yield batches of at most `most` items, in order, whose total size is at most `largest`.

    A single item that is larger gets its own batch.
    """
    batch: list[T] = []
    size = 0
    for item in items:
        more = size_of(item)
        if batch and (len(batch) == most or size + more > largest):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += more
    if batch:
        yield batch

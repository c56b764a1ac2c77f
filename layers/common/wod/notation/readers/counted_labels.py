"""Find labels that are amounts, as in `20. Burpees` and `15) Pull-Ups`, because they count no lines of a list."""

from collections.abc import Sequence
from itertools import pairwise

from wod.notation.elements import Context, Movement, ReadLine
from wod.notation.text.labels import start_of

_LEAST_OF_SEVERAL = 5  # two lines may both be the second one by mistake
_LEAST_OF_ONE = 10  # a lower number may be the place in a list of which the other lines have none


def counted_by_labels(texts: Sequence[str]) -> dict[int, str]:
    """Return the lines of a segment whose label may be an amount, with it as a number, by their places.

    The labels of a list run 1, 2, 3; one that runs so anywhere in the segment is a list.
    """
    starts = [(place, start_of(text)) for place, text in enumerate(texts)]
    labelled = [(place, start.number, start.place) for place, start in starts if start.number]
    numbers = [number for _, number, _ in labelled]
    least = _LEAST_OF_SEVERAL if len(numbers) > 1 and 1 not in numbers else _LEAST_OF_ONE
    if max(numbers, default=0) < least or any(second == first + 1 for first, second in pairwise(numbers)):
        return {}
    return {place: f"{number} {texts[place][begin:]}" for place, number, begin in labelled}


def lacks_amount(line: ReadLine, above: Context) -> bool:
    """Return whether a line is one movement of a circuit and says nowhere else how much of it there is."""
    if not above.scheme or above.interval or above.counts or above.tabata or len(line.elements) != 1:
        return False
    match line.elements[0]:
        case Movement(item=item):
            return not (item.amount.is_stated or item.rhythm.is_stated or item.parts)
        case _:
            return False

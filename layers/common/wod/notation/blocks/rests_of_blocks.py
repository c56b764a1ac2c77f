"""Give a rest to what is above it: the movements, the scheme, or a turn of its own."""

from copy import replace
from itertools import takewhile

from wod.notation.blocks.progress import Progress
from wod.notation.elements import Element, Rest, Scheme
from wod.notation.values import one_remark


def take_rest(progress: Progress, rest: Rest, following: Element | None, *, is_turn: bool) -> None:
    """Give a rest to the movements or the scheme above it, or count it as a turn of a rotation.

    `is_turn`: it is below the number of a turn, `Minute 3:`.
    """
    block = progress.block
    takes_turn = rest.alone and (block.scheme.alternates or block.has_number)
    takes_turn = takes_turn or rest.station or is_turn
    if takes_turn:
        block.resting_stations += 1
    is_one = bool(block.entries) and block.entries[0].group == block.entries[-1].group
    is_between_blocks = is_one and isinstance(following, Scheme)  # `EMOM 10`, `5 Thrusters`, `Rest`, `EMOM 10`
    if rest.alone and not takes_turn and not is_between_blocks and block.has_a_minute_each:
        block.may_rest_in_turn = True
    if rest.remark and block.entries:
        last = block.entries[-1]
        last.item = replace(last.item, remark=one_remark(last.item.remark, rest.remark))
    if rest.pause.rest is None or progress.is_after_unread:
        return
    if not block.entries:
        if block.is_stated or rest.of_sets:
            block.scheme = replace(block.scheme, rest=block.scheme.rest.over(rest.pause))
        return
    last = block.entries[-1]
    for entry in takewhile(lambda entry: entry.group == last.group, reversed(block.entries)):
        if entry.item.rest.is_stated or (progress.is_divided and entry is progress.movement):
            break  # the rest is between these sets, and not between others further down
        entry.item = replace(entry.item, rest=rest.pause)

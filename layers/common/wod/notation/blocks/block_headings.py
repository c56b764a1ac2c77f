"""Take the headings, turns and unknown lines of a segment: what follows may not belong to the scheme above."""

from copy import replace

from wod.notation.blocks.pending_tests import PendingTests
from wod.notation.blocks.progress import Event, Progress
from wod.notation.blocks.scheme_pairs import clock_of_turn
from wod.notation.elements import Element, Heading, Movement, Scheme, Turn, UnknownLine
from wod.notation.grammar.measures import exactly
from wod.notation.values import Item, Rhythm


class BlockHeadings:
    """Taker of the lines between the work of a segment, which may end the scheme above."""

    def __init__(self, progress: Progress, tests: PendingTests) -> None:
        self._progress = progress
        self._tests = tests

    def take(self, heading: Heading, event: Event, following: Element | None) -> None:
        """Take a heading or a window: what follows does not belong to the scheme above.

        It is reported if that scheme is directly above another heading, `3 rounds:`, `Superset 1`, so that it may be of
        all that have no sets of their own.
        """
        block = self._progress.block
        if block.entries or self._progress.is_after_unread:
            has_sets = isinstance(following, Scheme) or (
                isinstance(following, Movement) and following.item.counted_sets is not None
            )
            self._begin_other_work(event.text if block.is_above_heading and not has_sets else "")
            self._progress.block.is_above_heading = block.is_above_heading
        elif heading.window is not None:
            self._keep_clock_in_words()
        else:
            block.is_above_heading = block.is_stated

    def take_turn(self, element: Turn, event: Event, following: Element | None) -> None:
        """Take `Round 2` or `Sets 3-4` above its work, which is not repeated as the rounds above are.

        A scheme whose clock does not go on in its turns is reported as one without work.
        """
        turn = element.rhythm
        if not turn.sets or not isinstance(following, Movement):
            return
        block, is_after_unread = self._progress.block, self._progress.is_after_unread
        scheme = block.turns_of or block.scheme
        clock = None if is_after_unread else clock_of_turn(scheme, turn)
        if block.entries or is_after_unread or (block.is_stated and clock is None):
            self._begin_other_work("" if clock or not block.turns_of else event.text)
        if clock is not None:
            self._progress.block.scheme, self._progress.block.turns_of = replace(scheme, rhythm=clock), scheme
        elif turn.sets != exactly(1):
            self._progress.block.scheme = Scheme(Rhythm(sets=turn.sets))

    def take_unknown(self, line: UnknownLine, event: Event, following: Element | None) -> None:
        """Take an unknown line below a scheme: it ends the scheme if the work below it has sets of its own.

        A title also ends it if each line so far has an amount, so that it is not a movement: it is reported.
        """
        block = self._progress.block
        if not (block.scheme.rhythm.is_stated and block.entries and isinstance(following, Movement)):
            return
        if line.kind == "sentence":
            self._sentence(following.item, event)
            return
        has_sets = following.item.rhythm.sets is not None and following.item.rhythm.first_set is None
        is_title = line.kind == "title" and not block.scheme.amount.is_stated
        if has_sets or (is_title and all(entry.item.amount.is_stated for entry in block.entries)):
            self._begin_other_work("" if has_sets else event.text)

    def _sentence(self, below: Item, event: Event) -> None:
        """End the scheme above a sentence if the sets below are others; the same number of sets is reported."""
        scheduled = self._progress.block.scheduled_sets or self._progress.block.scheme.rhythm.sets
        is_certain = below.counted_sets != scheduled
        if below.rhythm.first_set or not (below.rhythm.sets or (below.counted_sets and is_certain)):
            return
        self._begin_other_work("" if is_certain else event.text)

    def _begin_other_work(self, title: str = "") -> None:
        """Open a block outside the scheme above; a title that may not end the scheme is reported."""
        self._progress.open().title = title
        self._tests.drop()
        self._progress.movement = self._progress.heading = None

    def _keep_clock_in_words(self) -> None:
        """Keep the clock above windows as a remark, because it is not the time of one of them: `On a 20:00 clock:`"""
        block = self._progress.block
        rhythm, remark = block.scheme.rhythm, block.scheme.remark
        is_only_clock = block.scheme == Scheme(replace(rhythm, sets=None), remark=remark)
        if not block.entries and rhythm.total and is_only_clock:
            block.scheme = Scheme(replace(rhythm, total=None), remark=block.text.strip(" :"))

"""Add tests to the blocks: the movement of a test is on its own line, on the one above it or on the one below."""

from copy import replace

from wod.notation.blocks.progress import Event, Progress
from wod.notation.elements import Test
from wod.notation.values import Item, Load


class PendingTests:
    """Taker of tests, each of which may wait for its movement."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._waiting: Test | None = None
        self._block = progress.block  # of the test that waits

    def take(self, test: Test, event: Event) -> None:
        """Take a test, with the movement above if it has none; it waits for the one below if there is none above."""
        movement, item, block = self._progress.movement, test.item, self._progress.block
        if not item.name and movement is not None:
            tempo = Load(tempo=movement.item.load.tempo)
            is_name = replace(movement.item, load=replace(movement.item.load, tempo="")).is_bare
            if not is_name or self._progress.is_divided:
                return  # `Build to a 1-RM` below `Snatch x 1 rep` is only a remark
            if block.ends_with(movement):
                block.entries.pop()
            item = replace(item, name=movement.item.name, parts=movement.item.parts, load=item.load.over(tempo))
        if block.entries or (block.is_stated and block.scheme.is_tabata):
            self._progress.open()
        else:
            block.is_stated = False
        if item.name:
            self._add(item, test.rep_max, event)
        else:
            self._waiting, self._block, self._progress.movement = test, self._progress.block, None
            self._block.waiting_tests.append(event.text)

    def drop(self) -> None:
        """Stop waiting; the block keeps the line of a test that waited, and reports it."""
        self._waiting = None

    def complete(self, movement: Item, event: Event) -> bool:
        """Add the test that waits, with its movement from the line below; return whether there is one."""
        test = self._waiting
        if test is None:
            return False
        amount = movement.amount if movement.amount.is_stated else test.item.amount  # `3 Cleans` of a complex
        self._block.waiting_tests.pop()
        item = replace(test.item, name=movement.name, parts=movement.parts, amount=amount)
        self._add(item, test.rep_max, event)
        return True

    def _add(self, item: Item, rep_max: int | None, event: Event) -> None:
        """Add a test with its movement, which is also the movement of sets below it, `3 x 3 @ 90%`."""
        entry = self._progress.entry(item, event)
        entry.is_test, entry.rep_max = True, rep_max
        self._progress.block.entries.append(entry)
        self._waiting = None
        movement = Item(name=item.name, parts=item.parts, load=Load(tempo=item.load.tempo))
        self._progress.movement = self._progress.entry(movement, event)
        self._progress.is_divided = False

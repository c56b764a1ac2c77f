"""Keep the blocks of a segment while they are built, and the movement that set lines below belong to."""

from dataclasses import dataclass

from wod.notation.blocks.block import NO_SCHEME, Block, Entry
from wod.notation.elements import Element, Scheme
from wod.notation.values import Item


@dataclass(frozen=True, slots=True)
class Event:
    """An element with its line; the element is None for an unread line, `hides` its likely kind.

    `is_last`: nothing that is work or may be work follows in the segment.
    """

    element: Element | None
    line: int
    text: str
    hides: str = ""
    is_last: bool = False


class Progress:
    """The blocks so far, and the movement of the next set lines."""

    def __init__(self) -> None:
        self.blocks = [Block(1)]
        self.movement: Entry | None = None
        self.is_divided = False
        """True if the movement has set lines."""
        self.heading: Entry | None = None
        """A movement above its scheme."""
        self.is_after_unread = False
        """True if the last line with work was not read, so that a rest is after that."""
        self._group = 0

    @property
    def block(self) -> Block:
        """Return the block that is open."""
        return self.blocks[-1]

    @property
    def open_heading(self) -> Entry | None:
        """Return the movement if it is the last entry and only a name, without set lines so far."""
        movement = self.movement
        if movement is None or self.is_divided or not (movement.item.is_bare and self.block.ends_with(movement)):
            return None
        return movement

    def open(self, scheme: Scheme = NO_SCHEME, *, is_stated: bool = False) -> Block:
        """Open the next block and return it."""
        self.blocks.append(Block(self.block.number + 1, scheme, is_stated))
        return self.block

    def entry(self, item: Item, event: Event) -> Entry:
        """Return an entry of a group of its own, which is in no block yet."""
        self._group += 1
        return Entry(item, event.line, event.text, self._group)

    def doubt(self, item: Item, event: Event) -> None:
        """Report a line of which no one knows which of the sets beside it it is about, so that it gives none."""
        self.block.uncertain.append(self.entry(item, event))

    def block_for_movements(self) -> Block:
        """Return the open block, or the next one after a test, because a test is a scheme of its own."""
        block = self.block
        return self.open() if block.entries and block.entries[-1].is_test and not block.is_stated else block

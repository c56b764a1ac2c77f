"""Collect the warm-up and the parts of a day, line by line."""

from dataclasses import dataclass, field

LAST = "z"
"""The letter of the last part."""


@dataclass
class Division:
    """The warm-up and the parts of a day, while they are filled."""

    warm_up: list[str] = field(default_factory=list)
    segments: dict[str, list[str]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    letter: str = ""
    """The part of the next line; empty for the warm-up."""
    prose: int = 0
    """The number of lines of prose in the first part, before its heading."""

    def put(self, text: str) -> None:
        """Add a line to the open part, or to the warm-up if none is open; an empty text is not a line."""
        if text:
            (self.segments[self.letter] if self.letter else self.warm_up).append(text)

    def open(self, letter: str, title: str = "") -> None:
        """Open a part, or open it again: another title is added to its own."""
        self.letter = letter
        self.segments.setdefault(letter, [])
        if title:
            before = self.titles.get(letter)
            self.titles[letter] = f"{before} – {title}" if before else title

    def open_next(self, title: str = "") -> bool:
        """Open the next part, or the last one again if it has only prose so far. Return False after part Z."""
        last = max(self.segments, default="")
        if last and len(self.segments[last]) == (self.prose if last == "a" else 0):
            self.open(last, title)
            return True
        if last == LAST:
            return False
        self.open(chr(ord(last) + 1) if last else "a", title)
        return True

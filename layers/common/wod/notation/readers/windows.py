"""Read windows of a running clock: `0:00-10:00 Build to a heavy Snatch`, `Min 10-20:`, `At minute 12`."""

from itertools import takewhile

from wod.notation.elements import Context, Element, Heading, Scheme, with_remark
from wod.notation.grammar.marks import skip
from wod.notation.grammar.measures import seconds
from wod.notation.grammar.notation import Notation
from wod.notation.grammar.phrases import Found
from wod.notation.text.tokens import Token, written
from wod.notation.values import Unread
from wod.notation.work.rests import is_window


class Windows:
    """Recogniser of the windows before work."""

    def __init__(self, notation: Notation) -> None:
        self._windows = notation.phrases("window")

    def goes_on(self, tokens: list[Token], above: Context) -> bool:
        """Return whether a line begins with a window from zero, or from the end of the one above: `Min 0-10`.

        Below an interval its minutes are sets.
        """
        found = None if above.interval else self._windows.match(tokens, skip(tokens))
        ends = _ends(found, tokens) if found and "moment" not in found.values else None
        return ends is not None and ends[0] < ends[1] and ends[0] in (0, above.window)

    def match(self, tokens: list[Token], above: Context) -> tuple[Found, float] | None:
        """Return the window at the beginning of a line, and its end in seconds; None for a time of work."""
        found = self._windows.match(tokens, skip(tokens))
        try:
            ends = _ends(found, tokens) if found else None
        except Unread:
            return None  # `At 2-3 minutes`
        if not found or ends is None:
            return None
        begin, end = ends
        lead = tokens[found.start].symbol
        is_sure = lead == "from" or (lead != "on" and ("moment" in found.values or "first" in found.values))
        goes_on = begin in (0, above.window) or (lead == "on" and above.window is not None and begin > above.window)
        if not (is_sure or goes_on or ("window" in found.values and is_window(found.values["window"]))):
            return None
        return found, end


def in_window(body: str, window: list[Token], end: float, elements: list[Element]) -> list[Element]:
    """Return the work of a window, with the window as its remark; without work it belongs to the lines below."""
    text = written(body, [*takewhile(lambda token: token.symbol != "perform", window)]).rstrip(" ,:")
    work = [with_remark(one, text) for one in elements]
    return [Heading(window=end), *(work or [Scheme(remark=text)])]


def _ends(found: Found, tokens: list[Token]) -> tuple[float, float] | None:
    """Return the beginning and the end of a window in seconds, which are equal for `At minute 12`."""
    values = found.values
    if "window" in values:
        window = values["window"]
        return (window.least, window.most) if window.most is not None and window.least < window.most else None
    if "minutes_from_to" in values:
        window = values["minutes_from_to"]
        return (60 * window.least, 60 * window.most) if window.most is not None else None
    if "moment" in values:
        begin, end = (seconds(one) for one in (values["moment"], values.get("until", values["moment"])))
        return (begin, end) if begin <= end else None
    first, last = values["first"], values.get("last", values["first"])
    return (60 * first.least, 60 * last.least) if first.least <= last.least else None

"""Read lines with a scheme: sets, interval and total of the movements below it, or of those after it."""

from copy import replace
from itertools import islice, pairwise

from wod.notation.elements import (
    SHORTEST_TEST,
    BlockLoad,
    Context,
    Element,
    Movement,
    Reader,
    Scheme,
    SetLine,
    Test,
    with_remark,
)
from wod.notation.grammar.marks import OPENING, has_more, is_enclosed, skip
from wod.notation.grammar.measures import MINUTE, exactly, span_of
from wod.notation.grammar.names import Names, name_of
from wod.notation.grammar.notation import Notation
from wod.notation.grammar.phrases import Found
from wod.notation.readers.scheme_phrases import BREAKS, STATING, SchemePhrases
from wod.notation.readers.schemes_of_sentences import SchemesOfSentences
from wod.notation.text.tokens import Token, written
from wod.notation.values import Rhythm, Unread
from wod.notation.work.checks import MOST_SETS
from wod.notation.work.items import Items

_LONGEST_HEADING = 5  # tokens
_MOST_WORDS_OF_MANNER = 8
_INSIDE = Context(scheme=True)
_CLOCKS = frozenset({"format", "interval", "each"})


class Schemes:
    """Reader of schemes. `after` are readers of the text after one on its line."""

    def __init__(
        self,
        notation: Notation,
        names: Names,
        items: Items,
        of_sentences: SchemesOfSentences,
        after: tuple[Reader, ...],
    ) -> None:
        self._notation = notation
        self._phrases = SchemePhrases(notation)
        self._schemes = notation.phrases("scheme")
        self._of_no_scheme = notation.words("of_no_scheme")
        self._first_of_manner = notation.words("says_how")
        of_some = notation.words("of_some") | notation.words("alternatives")
        conditions = of_some | notation.words("conditions") | notation.words("prose_after")
        self._no_manner = conditions | notation.words("no_manner")
        self._catalogue = notation.catalogue
        self._names = names
        self._items = items
        self._of_sentences = of_sentences
        self._readers = after

    def read(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the scheme of a line, and the elements after it."""
        found, lead = self._phrases.match(tokens)
        may_be_no_scheme = found and above.movement and _may_be_no_scheme(found, body, tokens, above)
        if not found or may_be_no_scheme or _may_be_of_people(found, tokens) or _counts_for_work(found, tokens):
            times = _times(tokens, above) or _minutes_of(tokens)
            return times or self._after_heading(body, tokens, above) or self._of_sentences.read(body, tokens, above)
        scheme, end = self._phrases.with_tails(found, body, tokens)
        if lead and ("counted" in lead.values or "is" in lead.says):
            scheme = replace(scheme, remark=written(body, tokens[lead.start : lead.end]))
        place = skip(tokens, end)
        if place >= len(tokens):
            return [scheme]
        # Its own brackets belong to what follows: `Three sets of: (Clean + Jerk) x 1`.
        opening = place
        while opening > end and tokens[opening - 1].symbol in OPENING:
            opening -= 1
        after = tokens[opening:]
        if _has_another_clock(found, after):
            raise Unread
        if elements := self._after(scheme, body, after, is_of=tokens[opening - 1].symbol == "of"):
            is_of_movements = above.scheme and scheme == Scheme(remark=scheme.remark, has_ladder=scheme.has_ladder)
            return _with_ladder(elements, scheme.remark) if is_of_movements else [scheme, *elements]
        if above.movement and (items := self._items.nameless(body, after, below_lift=above.lift)):
            sets = [SetLine(item) for item in items]
            return [] if any(_contradicts(scheme, one) for one in sets) else [scheme, *sets]
        if any(token.is_numeral or token.symbol == "tabata" for token in after):
            raise Unread
        if end < len(tokens) and tokens[end].symbol == "." and scheme.rhythm.is_stated:
            return [scheme]  # a sentence of its own: `Complete four rounds. Score is total reps.`
        is_separated = body.endswith(":") or any(not token.speaks for token in tokens[end : place + 1])
        is_of_scheme = not self._names.is_prose(after) or self._is_manner(scheme.rhythm, body, tokens[end:])
        return [scheme] if is_separated and scheme.rhythm.is_stated and is_of_scheme else []

    def _is_manner(self, rhythm: Rhythm, body: str, after: list[Token]) -> bool:
        """Return whether the prose behind a whole scheme is about how the work is done: `4 rounds, keep moving`.

        Other prose is in brackets, `AMRAP 12 (choose your weight)`, or the line ends with a colon; it has no condition,
        no choice and no number of repetitions.
        """
        words = [token for token in after if token.speaks]
        is_other = any(token.symbol == "or" or token.text.lower() in self._no_manner for token in words)
        says_more_than_time = bool(rhythm.sets or rhythm.interval or rhythm.format)
        if is_other or len(words) > _MOST_WORDS_OF_MANNER or after[0].speaks or not says_more_than_time:
            return False
        leads_down = body.endswith(":") and not any(token.text.lower() in self._of_no_scheme for token in words)
        return leads_down or is_enclosed(after) or words[0].text.lower() in self._first_of_manner

    def read_amount(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return `10 x 1` or `5 sets of 3` above a movement as a scheme."""
        if above.movement:
            return []
        items = self._items.nameless(body, tokens)
        item = items[0] if len(items) == 1 else None
        if not item or not item.rhythm.sets or item.remark or _may_be_work_and_rest(tokens):
            return []
        if item.amount.plus and item.load.is_stated:  # `(2+1) x 3 @ 70%` above its complex
            return [Scheme(item.rhythm, item.amount, item.rest), BlockLoad(item.load)]
        if item.amount.plus or (item.amount.reps and not item.load.is_stated):
            return [Scheme(item.rhythm, item.amount, item.rest)]
        return []

    def _after(self, scheme: Scheme, body: str, after: list[Token], *, is_of: bool) -> list[Element]:
        """Return the elements after a scheme that do not contradict it. `is_of`: they are after `sets of`."""
        for reader in self._readers:
            try:
                elements = reader(body, after, _INSIDE)
            except Unread:
                continue
            if not elements or (is_of and _may_count_whole(after, elements[0])):
                continue
            if not any(_contradicts(scheme, element) for element in elements):
                return elements
        return []

    def _after_heading(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the scheme of `Metcon: AMRAP 12` or `"Grace": For time`, after a heading that is not a movement."""
        place = _end_of_quotes(tokens)
        if place is None:
            place = next((place for place, token in enumerate(tokens) if token.symbol in BREAKS), None)
        if place is None or place > _LONGEST_HEADING or any(token.is_numeral for token in tokens[:place]):
            return []
        heading = body[tokens[0].start : tokens[place].start]
        if self._catalogue.find(name_of(heading)) or self._names.opens_a_note(tokens):
            return []
        start = skip(tokens, place)
        found = self._schemes.match(tokens, start)
        if not found or not (STATING & found.says.keys() or STATING & found.values.keys()):
            return []
        if found.values.keys() == {"sets"} and "format" not in found.says and self._names.mentions(heading):
            return []  # `Seated Triceps Press – 3 working sets`
        elements = self.read(body, tokens[start:], above)
        is_amount = {"sets", "reps"} <= found.values.keys() and not self._is_known(tokens[:place])
        return [replace(one, may_be_work=is_amount) if isinstance(one, Scheme) else one for one in elements]

    def _is_known(self, heading: list[Token]) -> bool:
        """Return whether a heading is known as one, `Strength`, or is a title in quotes."""
        tables = (self._notation.phrases(table) for table in ("label", "heading", "extra"))
        found = [one for phrases in tables if (one := phrases.match(heading, skip(heading)))]
        return heading[0].symbol == '"' or any(not has_more(heading, one.end) for one in found)

    def begins(self, tokens: list[Token]) -> bool:
        """Return whether a line begins with a scheme, which words behind it may change.

        It is one for partners, `In pairs, 4 rounds, while …`, or a clock before a mark, `EMOM 12, keep alternating`.
        """
        found, lead = self._phrases.match(tokens)
        if found is None or not STATING & {*found.says, *found.values}:
            return False
        return (lead is not None and "partners" in lead.says) or _is_clock_apart(found, tokens)


def _is_clock_apart(found: Found, tokens: list[Token]) -> bool:
    """Return whether a clock is before a mark and a few words: `EMOM 12, keep alternating`, `For time, …:`."""
    is_clock = _CLOCKS & {*found.says, *found.values} and (found.values or tokens[-1].symbol == ":")
    after = tokens[found.end :]
    return bool(is_clock) and has_more(after) and not after[0].speaks and len(after) <= _MOST_WORDS_OF_MANNER


def _end_of_quotes(tokens: list[Token]) -> int | None:
    """Return the place of the mark after a name in quotes, which a scheme may follow: `"Barbara" 3 rounds`."""
    marks = [place for place, token in enumerate(tokens[: _LONGEST_HEADING + 1]) if token.symbol == '"']
    return marks[1] if len(marks) > 1 else None


def _times(tokens: list[Token], above: Context) -> list[Element]:
    """Return the sets of `3x`, above its movements or below them, of `Rounds: 4` above them, or of `x3` below them.

    `Rounds (4)` are four, and `Round 4` is one.
    """
    words = list(islice((token for token in tokens if token.speaks), 3))
    symbols = [word.symbol for word in words]
    is_above = symbols == ["{count}", "x"]
    is_below = symbols == ["x", "{count}"] and above.amount and not (above.scheme or above.sets)
    is_plural = bool(words) and words[0].text[-1].lower() == "s"
    says_count = symbols == ["set", "{count}"] and (is_plural or tokens[1].symbol == ":")
    is_counted = says_count and not (above.scheme or above.movement)
    if not (is_above or is_below or is_counted):
        return []
    sets = words[0] if is_above else words[1]
    if sets.least > MOST_SETS:
        raise Unread  # `x 50` are repetitions, or no one knows
    return [Scheme(Rhythm(sets=span_of(sets)), is_of_above=is_below)]


def _minutes_of(tokens: list[Token]) -> list[Element]:
    """Return the clock of `Then, 10 minutes of:` above its movements; a short time may be that of each."""
    words = [token for token in tokens if token.speaks and token.symbol != "then"]
    if [word.symbol for word in words] != ["{time}", "of"] or tokens[-1].symbol != ":":
        return []
    least, most = span_of(words[0])
    return [Scheme(Rhythm(total=int(least)))] if least and least == most and least >= SHORTEST_TEST else []


def _may_be_work_and_rest(tokens: list[Token]) -> bool:
    """Return whether a pair may be seconds of work and of rest: `8 rounds 20/10`, `40/20 x 5 rounds`.

    `8 rounds of 20/10` are of men and women, but not if the pair fills a minute: `4 rounds of 45/15`.
    """
    fills_minute = any(token.symbol == "{pair}" and sum(token.items) == MINUTE for token in tokens)
    return fills_minute or any(one.symbol == "set" and two.symbol == "{pair}" for one, two in pairwise(tokens))


def _may_count_whole(after: list[Token], element: Element) -> bool:
    """Return whether the only count, directly after `sets of`, may belong to the complex: `3 Clean + Jerk`."""
    if after[0].symbol != "{count}" or not isinstance(element, Movement) or not element.item.parts:
        return False
    first, *others = element.item.parts
    is_only_count = not any(before.symbol == "+" and token.is_numeral for before, token in pairwise(after))
    return is_only_count and first.reps > 1 and not first.movement.lower().endswith("s") and bool(others)


def _may_be_no_scheme(found: Found, body: str, tokens: list[Token], above: Context) -> bool:
    """Return whether a number below a movement may be of something else than the movements below.

    A time may belong to each side, `1 minute each` below a stretch, and not `1 minute each of:`; `12 reps each:` below
    work of a scheme may be more of the same rounds, or not.
    """
    if found.values.keys() == {"reps"}:
        return above.scheme
    return found.values.keys() == {"work"} and not (body.endswith(":") or tokens[-1].symbol == "of")


def _may_be_of_people(found: Found, tokens: list[Token]) -> bool:
    """Return whether two times may be for men and women, `3 x :30/:20 Plank`, and not for work and rest."""
    return "on_off" in found.values and has_more(tokens, found.end)


def _counts_for_work(found: Found, tokens: list[Token]) -> bool:
    """Return whether an interval is what a repetition counts for: `Every 25' = 1 rep`."""
    return "interval" in found.values and found.end < len(tokens) and tokens[found.end].symbol == "="


def _has_another_clock(found: Found, after: list[Token]) -> bool:
    """Return whether the text after a clock has one, too: `3 min AMRAP wall balls, 2 min AMRAP pull-ups`.

    A clock of rounds may be that of each or of all: `5 rounds, on a 20:00 clock`.
    """
    is_amrap = found.says.get("format") == "amrap" and any(token.symbol == "amrap" for token in after)
    return is_amrap or ("interval" in found.values and after[0].symbol == "clock")


def _with_ladder(elements: list[Element], ladder: str) -> list[Element]:
    """Return the movements below a scheme with their ladder as a remark: `3-6-9-12... Thrusters` of an AMRAP."""
    return [with_remark(one, ladder) if isinstance(one, Movement) else one for one in elements]


def _contradicts(scheme: Scheme, element: Element) -> bool:
    """Return whether a scheme and an element after it have a value for the same thing."""
    if not isinstance(element, Movement | SetLine | Test):
        return False
    item, rhythm = element.item, scheme.rhythm
    twice = scheme.amount.is_stated and (item.amount.is_stated or isinstance(element, Test))
    listed = len(scheme.amount.per_set)
    return bool(
        twice
        or (listed and item.rhythm.sets and item.rhythm.sets != exactly(listed))
        or (rhythm.sets and item.rhythm.sets and item.rhythm.first_set is None)
        or (rhythm.total and item.rhythm.total)
        or (rhythm.interval and item.rhythm.interval)
    )

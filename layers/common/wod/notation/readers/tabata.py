"""Read tabatas: eight rounds of 20 seconds of work and 10 of rest, unless the lines have other numbers."""

from collections.abc import Iterator

from wod.notation.elements import Context, Element, Movement, Scheme, TabataPart
from wod.notation.grammar.marks import has_more, skip
from wod.notation.grammar.measures import exactly, pause_of, span_of, work_of
from wod.notation.grammar.names import Names, name_of
from wod.notation.grammar.notation import Notation
from wod.notation.grammar.phrases import Found
from wod.notation.text.tokens import Token, written
from wod.notation.values import Item, Rhythm, Unread
from wod.notation.work.items import Items

_ROUNDS = 8
_LONGEST_HEADING = 3  # tokens
_JOINTS = frozenset({",", "/", "and"})


class Tabatas:
    """Reader of tabatas and the lines below them."""

    def __init__(self, notation: Notation, names: Names, items: Items) -> None:
        self._tabatas = notation.phrases("tabata")
        self._parts = notation.phrases("tabata_part")
        self._turns = notation.phrases("tabata_turns")
        self._names = names
        self._items = items

    def read(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return a tabata with its times and movements, or the times of the one above."""
        start = skip(tokens)
        if above.tabata and (part := self._parts.match(tokens, start)) and not has_more(tokens, part.end):
            return [_part_of(part)]
        found = self._tabatas.match(tokens, start) or self._behind_heading(body, tokens)
        if not found:
            return []
        parts, after = self._without_times(tokens[found.end :])
        parts = [*_rounds_of(found, tokens), *parts]
        turns = self._turns.match(after, skip(after))
        if not has_more(after, turns.end if turns else 0):
            return [Scheme(is_tabata=True, alternates=turns is not None), *parts]
        is_loaded = any(token.is_numeral for token in after)
        movements = (self._loaded if is_loaded else self._movements)(body, after[skip(after) :])
        return [Scheme(is_tabata=True), *parts, *movements] if movements else []

    def _behind_heading(self, body: str, tokens: list[Token]) -> Found | None:
        """Return the tabata of `Metcon: Tabata Squats`, behind a short heading that is no movement."""
        colon = next((place for place, token in enumerate(tokens) if token.symbol == ":"), 0)
        heading = tokens[:colon]
        if not 0 < colon <= _LONGEST_HEADING or any(token.is_numeral for token in heading):
            return None
        is_other = self._names.mentioned(heading) or self._names.is_prose(heading) or self._names.opens_a_note(heading)
        return None if is_other else self._tabatas.match(tokens, skip(tokens, colon))

    def _without_times(self, tokens: list[Token]) -> tuple[list[TabataPart], list[Token]]:
        """Return the times of a tabata, and the tokens before them."""
        for place in range(len(tokens)):
            found = self._parts.match(tokens, place)
            if found and (work_of(found).is_stated or ("sets" in found.values and not has_more(tokens, found.end))):
                return [_part_of(found)], tokens[:place]
        return [], tokens

    def _loaded(self, body: str, tokens: list[Token]) -> list[Movement]:
        """Return movements with a load and no other number: `Snatch 75/55`. Raise Unread for anything else, as
        `Push-Ups, 20/10`, whose numbers may be seconds."""
        if any(token.second and 2 * token.second <= token.least for token in tokens):
            raise Unread
        items = self._items.read(body, tokens, in_scheme=True)
        if any(one.remark or one.amount.is_stated or one.rhythm.is_stated or one.rest.is_stated for one in items):
            raise Unread
        return [Movement(one) for one in items]

    def _movements(self, body: str, tokens: list[Token]) -> list[Movement]:
        """Return the movement that these tokens name, or those that they join; empty if one is not a movement."""
        name = name_of(written(body, tokens))
        names = [name] if self._is_name(name) else list(_joined_names(body, tokens))
        return [Movement(Item(name=one)) for one in names] if all(map(self._is_name, names)) else []

    def _is_name(self, name: str) -> bool:
        return self._names.is_name(name, in_scheme=True, firm=True)


def _joined_names(body: str, tokens: list[Token]) -> Iterator[str]:
    joints = [place for place, token in enumerate(tokens) if token.symbol in _JOINTS and token.text != "&"]
    for start, end in zip([0, *(place + 1 for place in joints)], [*joints, len(tokens)], strict=True):
        yield name_of(written(body, tokens[start:end])) if start < end else ""


def _rounds_of(found: Found, tokens: list[Token]) -> list[TabataPart]:
    """Return the rounds in front, `16 rounds of Tabata`.

    Raise Unread for fewer than eight, which may be tabatas, and for a number of anything else, `20 Tabata Squats`.
    """
    sets = span_of(found.values["sets"]) if "sets" in found.values else None
    if sets is None or sets in (exactly(1), exactly(_ROUNDS)):
        return []
    says_rounds = any(token.symbol == "set" for token in tokens[found.start : found.end])
    if (sets.least or 0) < _ROUNDS or not says_rounds:
        raise Unread
    return [TabataPart(Scheme(Rhythm(sets=sets)))]


def _part_of(found: Found) -> TabataPart:
    sets = span_of(found.values["sets"]) if "sets" in found.values else None
    return TabataPart(Scheme(Rhythm(sets=sets), work_of(found), pause_of(found)))

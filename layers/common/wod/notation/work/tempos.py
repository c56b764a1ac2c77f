"""Recognise tempos in figures, which look like numbers of sets: `2020`, `@ 30x1`, `Tempo RDL (4-1-1)`."""

import re
from itertools import pairwise

from wod.notation.grammar.marks import OPENING
from wod.notation.grammar.measures import is_falling
from wod.notation.grammar.phrases import PUNCTUATION, Found
from wod.notation.text.tokens import COUNTS, Token

_TEMPO = {"is": "tempo"}
_BARE = {"is": "bare tempo"}
_YEARS = range(2000, 2036)
_BARE_TEMPO = re.compile(r"(?!\d\d00)[1-6][0-6][0-6][0-6]")  # and no round number, which is a distance
_FOUR_FIGURES = re.compile(r"\d(?:-\d){3}")
_SMALL_FIGURES = re.compile(r"[1-6](?:-[0-6]){3}")
_THREE_OR_FOUR_FIGURES = re.compile(r"\d(?:-\d){2,3}")


def tempo_in_figures(tokens: list[Token], place: int) -> Found | None:
    """Return `2020`, `@ 30x1`, `2-0-1-0` or `Tempo RDL (4-1-1)`, which are tempos, and no numbers of sets."""
    token = tokens[place]
    if token.symbol in ("@", "at", "tempo"):
        figures = tokens[place + 1] if place + 1 < len(tokens) else token
        if token.symbol == "at":  # without a zero they may be repetitions
            is_tempo = _FOUR_FIGURES.fullmatch(figures.text) and 0 in figures.items
            return Found(place, place + 2, _TEMPO, {}) if is_tempo else None
        is_bare = figures.symbol == "{count}" and _BARE_TEMPO.fullmatch(figures.text)  # `@ 3111, RPE 8`
        if token.symbol == "@" and (is_bare or _FOUR_FIGURES.fullmatch(figures.text)):
            return Found(place, place + 2, _TEMPO, {})
        return _tempo_with_small_x(tokens, place)
    if not token.is_numeral:
        return None
    if _FOUR_FIGURES.fullmatch(token.text) and 0 in token.items:
        return Found(place, place + 1, _BARE, {})  # a set has at least one repetition
    if place and tokens[place - 1].symbol in OPENING and _THREE_OR_FOUR_FIGURES.fullmatch(token.text):
        is_of_tempo = any(before.symbol == "tempo" for before in tokens[:place]) and len(set(token.items)) > 1
        if is_of_tempo:
            return Found(place, place + 1, _TEMPO, {})
        return Found(place, place + 1, _BARE, {}) if _is_beside_sets(tokens, place) else None
    may_be_tempo = token.symbol == "{count}" and _BARE_TEMPO.fullmatch(token.text) is not None
    return Found(place, place + 1, _BARE, {}) if may_be_tempo and _is_apart(tokens, place) else None


def _is_beside_sets(tokens: list[Token], place: int) -> bool:
    """Return whether small figures are behind sets, `5x5 (3-1-1-1)`; if these are four, they may be theirs."""
    sets, times, reps = tokens[place - 4 : place - 1] if place > 3 else tokens[:1] * 3
    are_sets = (sets.symbol, times.symbol) == ("{count}", "x") and reps.symbol in COUNTS
    is_of_sets = sets.least == len(tokens[place].items)
    figures = tokens[place].items
    are_counts = is_falling(figures) or (  # `3x8 (4-3-2-1)`
        min(figures) > 1 and all(first >= second for first, second in pairwise(figures))
    )
    is_small = _SMALL_FIGURES.fullmatch(tokens[place].text) is not None
    return is_small and are_sets and not (is_of_sets or are_counts or len(set(figures)) == 1)  # `3x5 (5-5-5-5)`


def _is_apart(tokens: list[Token], place: int) -> bool:
    """Return whether marks or numbers are beside four figures; beside those that may be a year, no word and no day."""
    following = tokens[place + 1].symbol if place + 1 < len(tokens) else ""
    if following not in ("", "@", *PUNCTUATION) and following[:1] != "{":
        return False
    if tokens[place].least not in _YEARS:
        return True
    if place == 0:
        return following in ("", "@")  # `2021: 3x5`
    before = tokens[place - 1]
    is_day = before.symbol == "," and place > 1 and tokens[place - 2].is_numeral  # `March 18, 2011`
    return not (before.text[0].isalpha() or is_day)


def _tempo_with_small_x(tokens: list[Token], place: int) -> Found | None:
    """Return `@ 30x1` or `tempo 20x0`, which after an `@` or the word is a tempo, and not sets by reps."""
    if tokens[place].symbol not in ("@", "tempo") or place + 3 >= len(tokens):
        return None
    first, times, last = tokens[place + 1 : place + 4]
    is_tempo = (
        times.symbol == "x"
        and first.symbol == last.symbol == "{count}"
        and (len(first.text), len(last.text)) == (2, 1)
        and (first.end, times.end) == (times.start, last.start)
    )
    return Found(place, place + 4, _TEMPO, {}) if is_tempo else None

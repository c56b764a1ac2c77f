"""Recognise signs of training in the tokens of a line that no reader could read."""

from wod.notation.grammar.marks import CLOSING, skip
from wod.notation.text.tokens import COUNTS, Token

_MOST_WORDS_OF_REPEATS = 9
_MOST_ATTEMPTS = 10  # `6 for 6`, all of them made
_SETS_BY_SETS = frozenset({"{series}", "{plus}", "{cluster}"})


def is_amount_of_each(tokens: list[Token]) -> bool:
    """Return whether a line is only an amount of each movement below it: `30 s each`."""
    spoken = [token for token in tokens if token.speaks]
    return len(spoken) == 2 and spoken[0].is_numeral and spoken[1].symbol == "each"


def has_sets(tokens: list[Token]) -> bool:
    """Return whether sets by reps stand in a line: `5x5`."""
    return any(
        first.symbol == last.symbol == "{count}" and by.symbol == "x"
        for first, by, last in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def ends_with_sets(tokens: list[Token]) -> bool:
    """Return whether a line ends with sets by reps after a colon or a bracket: `Squats (as a warm-up does): 5x5`."""
    return len(tokens) > 3 and has_sets(tokens[-3:]) and (tokens[-4].symbol == ":" or tokens[-4].symbol in CLOSING)


def has_load_for_reps(tokens: list[Token]) -> bool:
    """Return whether a number too high for attempts and one of repetitions stand in a line: `320 for 3 singles`."""
    return any(
        load.symbol == reps.symbol == "{count}"
        and for_.symbol == "for"
        and load.least > max(_MOST_ATTEMPTS, reps.least)
        for load, for_, reps in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def has_bare_count(tokens: list[Token]) -> bool:
    """Return whether a line begins or ends with only a count, as a movement has one: `10 Wobbles`, `Wobbles x 10`."""
    spoken = [token.symbol for token in tokens if token.speaks]
    return "{count}" in (*spoken[:1], *spoken[-1:])


def has_work_and_rest(tokens: list[Token]) -> bool:
    """Return whether a line has a time and a rest with another: `4 stations, 8 min per station, 2:00 rest between`."""
    times = sum(token.symbol == "{time}" for token in tokens)
    return times > 1 and any(token.symbol == "rest" for token in tokens)


def has_weight_and_set(tokens: list[Token]) -> bool:
    """Return whether a line has a weight and a set of it: `110 kg for a brutal set of 3`."""
    symbols = [token.symbol for token in tokens]
    counted = any(symbols[place : place + 3] == ["set", "of", "{count}"] for place in range(len(symbols)))
    return counted and "{weight}" in symbols


def has_percent_and_sets(tokens: list[Token]) -> bool:
    """Return whether a percent and a number of sets or reps are in a line: `Go to 90% and try 2 more sets of 5`."""
    counted = any(
        token.symbol == "{count}" and any(after.symbol in ("set", "rep") for after in tokens[place + 1 : place + 3])
        for place, token in enumerate(tokens)
    )
    return counted and any(token.symbol == "{percent}" for token in tokens)


def starts_with_sets(tokens: list[Token], counted_sets: frozenset[str]) -> bool:
    """Return whether a line begins with sets: `5x5, and tell us how it went`, `5 working sets of 3, and …`.

    Also with a weight and its reps: `60 kg x 2, x 1, miss`.

    `counted_sets` are the words that may be before the one for sets.
    """
    start = skip(tokens)
    start += tokens[start].symbol == "perform" if start < len(tokens) else 0
    first, second, third = (*tokens[start : start + 3], *[tokens[-1]] * 3)[:3]
    if first.symbol in _SETS_BY_SETS or (first.symbol == "{weight}" and second.symbol == "x" and third.is_numeral):
        return True
    is_count = first.symbol in COUNTS
    by_reps = (second.symbol == "x" and third.is_numeral) or [second.symbol, third.symbol] == ["set", "of"]
    return is_count and (by_reps or (second.symbol in counted_sets and third.symbol == "set"))


def repeats(tokens: list[Token], again: frozenset[str]) -> bool:
    """Return whether a short line says how often the work above is done again: `Repeat 3 times`, `Repeat all x 5`.

    That is the number of rounds, or one less.
    """
    spoken = [token for token in tokens if token.speaks or token.symbol == "x"]
    if len(spoken) > _MOST_WORDS_OF_REPEATS or not spoken or spoken[0].symbol != "repeat":
        return False
    counts = [place for place, token in enumerate(spoken) if token.symbol in ("{count}", "{times}")]
    return any(
        spoken[place].symbol == "{times}"
        or spoken[place - 1].symbol == "x"
        or (place + 1 < len(spoken) and spoken[place + 1].text.lower() in again)
        for place in counts
    )


def after_week(tokens: list[Token]) -> list[Token]:
    """Return the tokens after the week of a programme: `Week 2: 5x4 @ 75%`."""
    is_week = len(tokens) > 2 and tokens[0].symbol == "week" and tokens[1].is_numeral
    return tokens[2:] if is_week else tokens

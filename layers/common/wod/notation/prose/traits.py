"""Find the traits of lines that no reader could read: those of notation, and those of prose."""

from itertools import pairwise, takewhile

from wod.notation.grammar.marks import CLOSING, first_of, outside_brackets, skip
from wod.notation.grammar.names import Names
from wod.notation.grammar.notation import Notation
from wod.notation.prose.headings import Headings
from wod.notation.prose.signs import has_sets, starts_with_sets
from wod.notation.text.tokens import MOST_PERCENT_LESS, Token

MOST_WORDS = 12
_LEAST_LOAD = 20  # of a pair without a unit
MOST_WORDS_OF_SETS = 6  # a longer line with `5x5` may be about training
_MOST_WORDS_OF_NAMES = 4
_ENDS_OF_SENTENCES = frozenset({".", "!", "?"})
_SCHEMES = ("scheme", "set_line", "test", "minute_line", "steps")
_NUMBERS_OF_TRAINING = frozenset(
    {
        "{percent}",
        "{percents}",
        "{series}",
        "{plus}",
        "{cluster}",
        "{rm}",
        "{tempo}",
        "{interval}",
        "{difference}",
        "{odd}",
        "{uneven}",
        "{times}",
        "{weights}",
        "{ladder}",
        "{calorie_series}",
        "{distances}",
    }
)
_LOADS_OF_TARGETS = frozenset(
    {"{percent}", "{percents}", "{weight}", "{weights}", "{pair}", "{pood}", "{tempo}", "rpe"}
)
_ENDS_OF_WORK = frozenset({",", ";", ".", "--"})
_COUNTED = frozenset({"x", "rep", "set", "adjective"})
_COUNTING = frozenset({"x", "rpe", "heavy"})
_OF_TESTS = frozenset({"{rm}", "heavy", "establish", "attempt", "rpe", "single", "double", "triple"})
_HEAVY_SETS = frozenset(("heavy", sets) for sets in ("single", "singles", "double", "doubles", "triple", "triples"))
_AFTER_SETS = frozenset({":", "=", "-", "@"})
_OF_PEOPLE = frozenset({"{weight}", "{pood}", "{height}", "{pair}"})
_BESTS = frozenset({"{rm}", "best", "max"})


class Traits:
    """Finder of the traits of a line's tokens."""

    def __init__(self, notation: Notation, names: Names, headings: Headings) -> None:
        self._schemes = [notation.phrases(table) for table in _SCHEMES]
        self._no_rest = notation.phrases("no_rest")
        self._steps = notation.phrases("steps")
        self._attempts = notation.phrases("attempt")
        self._tries = notation.words("tries")
        self._openers = notation.words("notation_openers")
        self._soft_openers = notation.words("soft_openers")
        self._prose = notation.words("prose")
        self._small = notation.words("prose") | notation.words("title_small")
        self._opens_percents = notation.phrases("opens_percents")
        self._targets = notation.words("targets")
        self._people = notation.words("people")
        self._named_with_loads = self._people | notation.words("as_prescribed") | notation.words("bells")
        self._implements = notation.phrases("implement_load").starts
        self._alternatives = notation.words("alternatives")
        self._counted_sets = notation.words("counted_sets")
        self._names = names
        self._headings = headings

    # Prose

    def words_of_prose(self, tokens: list[Token]) -> int:
        """Return the number of words of prose, without `your 1-RM` and `as many as possible`."""
        many = any(token.symbol == "many" for token in tokens)
        best = any(token.symbol in _BESTS for token in tokens)
        working = {id(token) for token, set_ in pairwise(tokens) if set_.symbol == "set"}  # `5 working sets`
        return sum(
            token.text.lower() in self._prose
            and id(token) not in working
            and not (many and token.symbol == "possible")
            and not (best and token.symbol == "a")
            for token in tokens
        )

    def is_sentence(self, words: list[Token]) -> bool:
        """Return whether more than a quarter of the words are small ones, or there are many."""
        small = sum(token.text.lower() in self._small for token in words)
        return 4 * small > len(words) or len(words) > MOST_WORDS

    def opens_firmly(self, tokens: list[Token]) -> bool:
        """Return whether a line begins like a note and not like training: `Goal: …`, not `Build to a 3-RM`."""
        if not self._names.opens_a_note(tokens) or any(token.symbol == "many" for token in tokens):
            return False
        first = next((token for token in tokens if token.speaks), None)
        if first is None:
            return False
        if first.symbol in ("build", "establish", "attempt"):
            return not any(token.symbol in _OF_TESTS for token in tokens)
        return first.text.lower() not in self._soft_openers

    # Notation

    def starts_as_notation(self, tokens: list[Token]) -> bool:
        """Return whether a line begins like a scheme, a set line or a test."""
        start = skip(tokens)
        if start < len(tokens) and (tokens[start].symbol in self._openers or self.climbs(tokens)):
            return True
        if {"as", "many"} <= {token.symbol for token in tokens}:
            return True
        found = (phrases.match(tokens, start) for phrases in self._schemes)
        return any(
            one and ("counted" in one.says or any(token.is_numeral for token in one.values.values())) for one in found
        )

    def has_notation(self, tokens: list[Token]) -> bool:
        """Return whether a line has numbers of training: percents, sets by reps, a rep max, a tempo."""
        for place, token in enumerate(tokens):
            following = tokens[place + 1].symbol if place + 1 < len(tokens) else ""
            if token.symbol in _NUMBERS_OF_TRAINING or (token.is_numeral and following in _COUNTED):
                return True
            if token.symbol in _COUNTING and following[:1] == "{":
                return True
        first = first_of(tokens)
        return first is not None and first.is_numeral and self._names.mentioned(tokens)

    def looks_like_training(self, tokens: list[Token]) -> bool:
        """Return whether sets by reps or a percent are beside the name of a movement."""
        has_load = any(token.symbol == "{weight}" for token in tokens) and sum(one.is_numeral for one in tokens) > 1
        return (has_load or self.has_notation(tokens)) and self._names.mentioned(tokens)

    def climbs(self, tokens: list[Token]) -> bool:
        """Return whether a line begins with a ladder whose steps no one wrote: `Death by Pull-Ups`."""
        return self._steps.match(tokens, skip(tokens)) is not None

    def prescribes_most(self, tokens: list[Token]) -> bool:
        """Return whether a line without numbers prescribes as much as possible: `Max Burpees`, `C&J to max`,
        `Heavy singles of Snatch and C&J`.
        """
        speaking = [token for token in tokens if token.speaks]
        symbols = [token.symbol for token in speaking]
        prose = self.words_of_prose(tokens)
        is_most = symbols[:1] in (["max"], ["amrap"], ["tabata"]) or symbols[-2:] == ["to", "max"]
        is_most = is_most and len(speaking) <= MOST_WORDS_OF_SETS and prose < 2
        is_heavy = not (_HEAVY_SETS.isdisjoint(pairwise(symbols)) or self.opens_firmly(tokens))
        tries = sum(token.text.lower() in self._tries for token in speaking)  # `Snatch: heavy single attempts`
        is_heavy = is_heavy and len(speaking) <= MOST_WORDS and prose <= tries
        return (is_most or is_heavy) and self._names.mentioned(tokens)

    def follows_at_once(self, tokens: list[Token]) -> bool:
        """Return whether a line is work without a rest before it: `(no rest) Squats for 60 seconds`."""
        return self._no_rest.match(tokens, skip(tokens)) is not None and self._names.mentioned(tokens)

    def has_interval(self, tokens: list[Token]) -> bool:
        """Return whether a clock is in a line: `Clean and Jerk Complex – Every 3 min for 15`."""
        schemes = self._schemes[_SCHEMES.index("scheme")]
        found = (schemes.match(tokens, place) for place in range(len(tokens)))
        return any(one is not None and "interval" in one.values for one in found)

    def defines(self, tokens: list[Token]) -> bool:
        """Return whether an equation explains a word: `1 round = 5 reps`, and not `3 Pull-Ups = 1 rep @ 20 kg`."""
        if not any(token.symbol == "=" for token in outside_brackets(tokens)):
            return False
        equal = next(place for place, token in enumerate(tokens) if token.symbol == "=")
        if has_sets(tokens[:equal]) and self._names.mentioned(tokens[:equal]):
            return False  # `Split Squat 3x15 = [ENDURANCE]`
        has_load = any(token.symbol in ("{percent}", "{weight}") for token in tokens)
        is_work = self._counts(tokens) or self._has_penalty(tokens) or (has_load and self.looks_like_training(tokens))
        return not is_work

    def _counts(self, tokens: list[Token]) -> bool:
        """Return whether a line of work says how it is counted: `10 Lunges R+L=1`, not `1 Muscle-Up = 3 Pull-Ups`."""
        outside = [token for token in outside_brackets(tokens) if token.symbol not in CLOSING]
        first, last = first_of(tokens), outside[-1] if outside else tokens[-1]
        counts = last.is_numeral and len(outside) > 1 and outside[-2].symbol == "="
        return counts and first is not None and first.is_numeral and self._names.mentioned(tokens)

    def _has_penalty(self, tokens: list[Token]) -> bool:
        """Return whether an equation is after work and a comma: `100 Double Unders, each break = 5 Burpees`."""
        work = [*takewhile(lambda token: token.symbol not in _ENDS_OF_WORK, tokens)]
        first = first_of(work)
        after = first_of(tokens[len(work) :])
        is_apart = after is not None and not after.is_numeral and all(token.symbol != "=" for token in work)
        return is_apart and first is not None and first.is_numeral and self._names.mentioned(work)

    def is_for_people(self, tokens: list[Token]) -> bool:
        """Return whether a note is only the loads of men and women: `Men: 100 kg, Women: 70 kg`, `Rx: 95/65`."""
        loads = sum(token.symbol in _OF_PEOPLE for token in tokens)
        people = sum(
            token.text.lower() in self._named_with_loads or token.symbol in self._implements for token in tokens
        )
        is_pair = any(
            token.second is not None and (token.symbol == "{weight}" or token.second >= _LEAST_LOAD) for token in tokens
        )
        return loads > 0 and (people > 0 or is_pair) and loads + people == sum(token.speaks for token in tokens)

    def is_rest(self, tokens: list[Token]) -> bool:
        """Return whether a short line is a rest that was not read: `Rest 90s between A1 & A2`."""
        spoken = [token for token in tokens if token.speaks]
        return [token.symbol for token in spoken[:2]] == ["rest", "{time}"] and len(spoken) <= MOST_WORDS

    def is_target_load(self, tokens: list[Token]) -> bool:
        """Return whether a target is a load or a tempo, which may belong to the sets: `Target: 80%`, `Target: 225`."""
        first, spoken = first_of(tokens), [token for token in tokens if token.speaks]
        has_load = any(
            token.symbol in _LOADS_OF_TARGETS or (token.symbol == "{count}" and token is spoken[-1]) for token in tokens
        )
        return first is not None and first.text.lower() in self._targets and has_load

    def is_kept_load(self, tokens: list[Token]) -> bool:
        """Return whether a short line may be about the percent of sets beside it: `Stay in the 70-75% range`."""
        is_short = sum(token.speaks for token in tokens) <= MOST_WORDS_OF_SETS
        if not is_short or not self._opens_percents.match(tokens, skip(tokens)):
            return False
        return any(
            token.symbol in ("{percent}", "{percents}")
            and MOST_PERCENT_LESS < token.least < 100
            and after.symbol != "of"
            for token, after in pairwise([*tokens, tokens[0]])
        )

    def starts_with_sets(self, tokens: list[Token]) -> bool:
        """Return whether a line begins with sets, or with a movement and sets: `Back Squat 5x3, and tell us how`;
        or with the rep max of a movement: `Snatch 1RM, 3 attempts`.
        """
        if starts_with_sets(tokens, self._counted_sets):
            return True
        start = skip(tokens)
        named = [*takewhile(lambda token: token.speaks and not token.is_numeral, tokens[start:])]
        after = tokens[start + len(named) :]
        if not 0 < len(named) <= _MOST_WORDS_OF_NAMES or not after or self._names.opens_a_note(tokens):
            return False
        is_work = after[0].symbol == "{rm}" or starts_with_sets(after, self._counted_sets)
        return is_work and self._names.mentioned(named)

    def has_sets_of_movement(self, tokens: list[Token]) -> bool:
        """Return whether sets by reps and a movement are somewhere in a line."""
        return has_sets(tokens) and self._names.mentioned(tokens)

    def names_set(self, tokens: list[Token]) -> bool:
        """Return whether a line begins with the number of a set and a mark: `Set 3: max reps (leave one or two)`."""
        found = self._schemes[_SCHEMES.index("set_line")].match(tokens, skip(tokens))
        return found is not None and found.end < len(tokens) and tokens[found.end].symbol in _AFTER_SETS

    def names_attempt(self, tokens: list[Token]) -> bool:
        """Return whether a line begins with an attempt, a mark, and has a percent: `2nd attempt: 95%, rest 3 min`."""
        found = self._attempts.match(tokens, skip(tokens))
        is_marked = found is not None and found.end < len(tokens) and tokens[found.end].symbol in _AFTER_SETS
        return is_marked and any(token.symbol in ("{percent}", "{percents}") for token in tokens)

    def lists_work(self, tokens: list[Token]) -> bool:
        """Return whether a line has three or more movements with a count each: `Circuit – 9 Dips, 8 Squats, 7 Rows`."""
        counts = [place for place, token in enumerate(tokens) if token.symbol == "{count}"]
        ends = [*counts[1:], len(tokens)]
        return sum(self._names.mentioned(tokens[start:end]) for start, end in zip(counts, ends, strict=False)) > 2

    def prescribes(self, tokens: list[Token]) -> bool:
        """Return whether a note has an amount directly before a movement, and is not about an alternative.

        `In pairs: 100 Wall Balls`, and not `Scale to 5 Ring Rows`.
        """
        if tokens[skip(tokens)].text.lower() in self._alternatives:
            return False
        work = [token for token in tokens if token.symbol != "adjective"]  # `after each set 10 strict pull-ups`
        return any(
            token.is_numeral and self._names.mentions(" ".join(one.text for one in _words_behind(work, place)))
            for place, token in enumerate(work[:-1])
        )

    def begins_with_amount(self, tokens: list[Token]) -> bool:
        """Return whether an amount is before a few words: `0:20 spiderman hold on bar`, `10 knees to bar`."""
        spoken = [token for token in tokens if token.speaks]
        if len(spoken) < 2 or not spoken[1].text.isalpha() or tokens[-1].symbol in _ENDS_OF_SENTENCES:
            return False
        if spoken[0].symbol in ("{time}", "{distance}"):
            return len(spoken) <= MOST_WORDS_OF_SETS + 1 and self._headings.is_unknown(spoken[1])
        counts_people = spoken[1].text.lower() in self._people or any(token.symbol == "each" for token in spoken)
        is_short = spoken[0].symbol == "{count}" and len(spoken) <= MOST_WORDS_OF_SETS and not counts_people
        return is_short and not self._names.opens_a_note(tokens)


def _words_behind(tokens: list[Token], place: int) -> list[Token]:
    """Return the two tokens behind this place, and those that hyphens join to them: `pull-ups`, `toes-to-bar`."""
    end = place + 3
    while end < len(tokens) and "-" in (tokens[end - 1].symbol, tokens[end].symbol):
        end += 1
    return tokens[place + 1 : end]

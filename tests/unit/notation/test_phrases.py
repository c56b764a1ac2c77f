"""Each phrase of notation.toml reads its examples, and what only looks like them is left alone."""

import re
from copy import replace
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

import pytest
import rtoml

from tests.notation import NOTATION
from wod.blog import load_blog
from wod.notation.grammar.notation import Notation, notation_of
from wod.notation.grammar.phrase_grammar import Grammar
from wod.notation.grammar.phrases import Phrases
from wod.notation.text.atoms import normalise_marks
from wod.notation.text.tokens import Token, tokenise
from wod.notation.work.chunk_phrases import ChunkPhrases


def data(name: str) -> dict[str, Any]:
    return rtoml.loads(files("wod.notation").joinpath(name).read_text(encoding="utf-8"))


ENTRIES, EXAMPLES = data("notation.toml"), data("examples.toml")
TABLES = [name for name, table in ENTRIES.items() if "phrases" in table]


def with_own(**phrases: list[Any]) -> Notation:
    """The notation of a blog that has these phrases, which are before those of notation.toml."""
    return notation_of(replace(load_blog("invictus"), phrases=phrases))


def tokens_of(text: str) -> list[Token]:
    return tokenise(normalise_marks(text), NOTATION.vocabulary)


def found_whole(notation: Notation, table: str, text: str) -> Any:
    """The phrase that matches the text from its first word to its last; brackets and marks round it do not count."""
    tokens = tokens_of(text)
    start = next(place for place, token in enumerate(tokens) if token.text not in "([-*•")
    found = notation.phrases(table).match(tokens, start)
    if found is None or any(token.speaks or token.text in "@#%/+" for token in tokens[found.end :]):
        return None
    return found


# Examples


@pytest.mark.parametrize("table", TABLES)
def test_an_example_is_matched_whole(table: str) -> None:
    """A phrase of the table that it is beside matches it."""
    assert [] == [text for text in EXAMPLES[table]["reads"] if not found_whole(NOTATION, table, text)]


@pytest.mark.parametrize("table", TABLES)
def test_a_counter_example_is_not_matched_whole(table: str) -> None:
    """It looks alike, and says something else or something more."""
    assert [] == [text for text in EXAMPLES[table]["not_read"] if found_whole(NOTATION, table, text)]


def test_every_table_of_phrases_has_examples_and_counter_examples() -> None:
    """They are in the order of notation.toml, so that a coach finds them."""
    assert TABLES == list(EXAMPLES)
    assert all(table["reads"] and table["not_read"] for table in EXAMPLES.values())


@cache
def numbered() -> Notation:
    """The notation whose phrases say their number in their table."""
    entries = {
        name: [{"says": phrase} if isinstance(phrase, str) else phrase for phrase in ENTRIES[name]["phrases"]]
        for name in TABLES
    }
    return with_own(
        **{name: [{**entry, "number": number} for number, entry in enumerate(all_)] for name, all_ in entries.items()}
    )


@pytest.mark.parametrize("table", TABLES)
def test_every_phrase_is_the_one_that_some_example_is_matched_by(table: str) -> None:
    """A phrase without an example may be one that another always wins against."""
    won = {found.says["number"] for text in EXAMPLES[table]["reads"] if (found := found_whole(numbered(), table, text))}
    lost = [phrase for number, phrase in enumerate(ENTRIES[table]["phrases"]) if number not in won]
    assert not lost, f"add an example of each to [{table}] in notation/examples.toml: {lost}"


def words_of(phrase: str) -> set[str]:
    """Return the words of a phrase, as entries of the vocabulary, without those of the parts that it names."""
    bare = re.sub(r"\{\w+(?:=\d+)?\}|<\w+>|[\[\]()|]", " ", phrase)
    return {NOTATION.vocabulary.word(word) for word in bare.split()}


def parts_of(phrase: str) -> set[str]:
    """Return the parts that a phrase names, with those that they name."""
    parts = set(re.findall(r"<(\w+)>", phrase))
    return parts.union(*(parts_of(ENTRIES["parts"][part]) for part in parts))


def phrases_of(table: str) -> list[str]:
    return [phrase if isinstance(phrase, str) else phrase["says"] for phrase in ENTRIES[table]["phrases"]]


@cache
def symbols_of_examples(table: str) -> set[str]:
    return {token.symbol for text in EXAMPLES[table]["reads"] for token in tokens_of(text)}


@pytest.mark.parametrize("table", TABLES)
def test_every_word_of_a_phrase_is_in_some_example(table: str) -> None:
    """Every alternative of a phrase has an example in its table."""
    for phrase in phrases_of(table):
        unseen = words_of(phrase) - symbols_of_examples(table)
        assert not unseen, f"{phrase}: add an example with {sorted(unseen)} to [{table}] in notation/examples.toml"


@pytest.mark.parametrize("part", ENTRIES["parts"])
def test_every_word_of_a_part_is_in_some_example(part: str) -> None:
    """Every alternative of a part has an example in one of the tables whose phrases name it."""
    tables = [table for table in TABLES if any(part in parts_of(phrase) for phrase in phrases_of(table))]
    unseen = words_of(ENTRIES["parts"][part]).difference(*map(symbols_of_examples, tables))
    assert tables, f"no phrase names <{part}>"
    assert not unseen, f"<{part}>: add an example with {sorted(unseen)} to one of {tables} in notation/examples.toml"


# The language of phrases


def own(*phrases: Any) -> Phrases:
    """A table of these phrases, with the parts, slots and words that those of notation.toml have."""
    return Phrases(list(phrases), Grammar(ENTRIES["parts"], ENTRIES["slots"], NOTATION.vocabulary))


def read(text: str, *phrases: Any) -> Any:
    """Return the phrases found at the first token."""
    return own(*phrases).match(tokens_of(text))


def length(text: str, *phrases: Any) -> int:
    """Return how many tokens the phrases match at the beginning."""
    found = read(text, *phrases)
    return found.end - found.start if found else 0


@pytest.mark.parametrize(
    ("phrase", "text", "tokens"),
    [
        ("ready steady", "ready steady", 2),
        ("ready steady", "READY Steady", 2),
        ("ready steady", "ready", 0),
        ("ready steady", "steady ready", 0),
        ("ready steady", "ready or steady", 0),
        # may be missing
        ("ready [very] steady", "ready steady", 2),
        ("ready [very] steady", "ready very steady", 3),
        ("ready [very] steady", "ready very very steady", 0),
        ("[very] steady", "steady", 1),
        ("ready [very steady]", "ready very", 1),
        # either
        ("ready (here|over there) steady", "ready here steady", 3),
        ("ready (here|over there) steady", "ready over there steady", 4),
        ("ready (here|over there) steady", "ready steady", 0),
        ("ready [here|over there] steady", "ready steady", 2),
        ("ready [here|over there] steady", "ready over steady", 0),
        ("ready (here [again]|there) steady", "ready here again steady", 4),
        ("ready (here [again]|there) steady", "ready there again steady", 0),
        # the vocabulary knows other spellings
        ("ready rep", "ready repetitions", 2),
        ("ready reps", "ready rep", 2),
        # numerals
        ("ready {reps}", "ready 7", 2),
        ("ready {reps}", "ready seven", 2),
        ("ready {reps}", "ready 7-9", 2),
        ("ready {reps}", "ready 7%", 0),
        ("ready {total}", "ready 2:45", 2),
        ("ready {total}", "ready 45 minutes", 2),
        ("ready {reps}", "ready steady", 0),
        # parts
        ("<as_many> steady", "as many reps as possible steady", 6),
        ("ready [<as_many>] steady", "ready steady", 2),
        ("ready <as_many>", "ready steady", 0),
    ],
)
def test_a_phrase_matches_a_row_of_words_choices_and_numerals(phrase: str, text: str, tokens: int) -> None:
    """`[…]` may be missing, `(…|…)` is either, `{…}` is a numeral of its kinds, and `<…>` is a part."""
    assert tokens == length(text, phrase)


@pytest.mark.parametrize(
    "text", ["ready, steady", "ready: (steady)", "ready … steady", "ready – steady", "ready -- steady"]
)
def test_punctuation_between_the_words_makes_no_difference(text: str) -> None:
    """Coaches put commas, colons, dashes and brackets anywhere."""
    assert length(text, "ready steady")


@pytest.mark.parametrize("text", ["(ready steady", "ready + steady", "ready @ steady", "ready / steady"])
def test_a_mark_that_means_something_is_not_punctuation(text: str) -> None:
    """Neither is one before a phrase: the caller decides where they begin."""
    assert not length(text, "ready steady")


def test_a_phrase_may_have_marks() -> None:
    """Those that mean something are words of it."""
    assert 3 == length("ready / steady", "ready / steady")
    assert 3 == length("@ ready 5", "@ ready {reps}")


def test_punctuation_after_a_phrase_is_not_part_of_it() -> None:
    """It ends with its last word."""
    assert 2 == length("ready steady:", "ready steady")


def test_the_longest_phrase_wins() -> None:
    """Its place in the list does not matter."""
    for phrases in (("ready", "ready steady"), ("ready steady", "ready"), ("ready [steady]", "ready steady now")):
        assert 2 == length("ready steady go", *phrases)


def test_a_longer_phrase_that_breaks_off_leaves_the_shorter_one() -> None:
    """The text that was read after it is not taken."""
    assert 1 == length("ready steady later", "ready", "ready steady now")


def test_of_equally_long_phrases_the_first_listed_wins() -> None:
    """This holds if they have other forms, too."""
    plain_one, numbered_one = {"says": "ready {reps}", "is": "plain"}, {"says": "ready [very] {sets}", "is": "other"}
    for phrases in ((plain_one, numbered_one), (numbered_one, plain_one)):
        found = read("ready 5", *phrases)
        assert found
        assert phrases[0]["is"] == found.says["is"]


def test_the_own_phrase_of_a_blog_wins_against_the_same_of_the_notation() -> None:
    """It is listed first."""
    mine = with_own(outside=[{"says": "buy in", "is": "mine"}])
    found = mine.phrases("outside").match(tokens_of("buy in"))
    assert found
    assert "mine" == found.says["is"]


def test_a_phrase_gives_its_numerals_by_their_names_and_what_else_it_says() -> None:
    """It gives those of choices, too; a numeral that is missing has no name."""
    phrase = {"says": "ready {sets} [x {reps}] (for {total}|every {interval}) [again {rest}]", "format": "amrap"}
    found = read("ready 4 x 6-8, every 2:15, now", phrase)
    assert found
    assert {"sets": (4, 4), "reps": (6, 8), "interval": (135, 135)} == {
        name: (token.least, token.most) for name, token in found.values.items()
    }
    assert ("amrap", 0, 7) == (found.says["format"], found.start, found.end)


@pytest.mark.parametrize(("text", "seconds"), [("ready 45 seconds", 45), ("ready here", 60), ("ready there 9", 120)])
def test_a_choice_of_a_phrase_may_give_a_name_its_value(text: str, seconds: int) -> None:
    """`{rest=60}` is no word of the text."""
    found = read(text, "ready ({rest}|here {rest=60}|there {rest=120} [{reps}])")
    assert found
    assert (seconds, seconds) == (found.values["rest"].least, found.values["rest"].most)
    assert len(text.split()) == found.end + ("seconds" in text)


def test_a_phrase_is_matched_at_a_place_and_searched_from_there() -> None:
    """Nothing is found after the last token."""
    phrases = own("ready {reps}")
    tokens = tokens_of("now ready 3 and ready 9")
    assert phrases.match(tokens) is None
    assert [(1, 3), (4, 6)] == [
        (found.start, found.end) for start in (0, 2) if (found := phrases.search(tokens, start)) is not None
    ]
    assert phrases.search(tokens, 5) is None
    assert phrases.match(tokens, len(tokens)) is None
    assert phrases.match([]) is None


@pytest.mark.parametrize(
    "phrase",
    [
        "ready {nothing}",
        "ready <nothing>",
        "ready (steady",
        "ready [steady",
        "ready steady)",
        "ready ] steady",
        {"is": "a"},
    ],
)
def test_a_broken_phrase_is_an_error_when_the_notation_is_built(phrase: Any) -> None:
    """An unknown slot or part, and a bracket without its other: no line is read with it."""
    with pytest.raises((ValueError, LookupError)):
        with_own(outside=[phrase])


def test_every_part_and_slot_that_a_phrase_names_is_there() -> None:
    """Every slot of the table is also named by a phrase."""
    written = [
        phrase if isinstance(phrase, str) else phrase["says"] for name in TABLES for phrase in ENTRIES[name]["phrases"]
    ]
    written += ENTRIES["parts"].values()
    assert {*chain(*(re.findall(r"<(\w+)>", says) for says in written))} <= ENTRIES["parts"].keys()
    assert ENTRIES["slots"].keys() == {*chain(*(re.findall(r"\{(\w+)\}", says) for says in written))}


@pytest.mark.parametrize("after", ['2"', "Box Jump", "70%", ", slow"])
def test_a_phrase_takes_one_word_at_least(after: str) -> None:
    """Reading ends: `deficit` alone is a phrase, and an implement whose word is left out before a name."""
    phrases = ChunkPhrases(NOTATION)
    of_tables = {word for table in ENTRIES.values() for word in str(table.get("words", "")).split()}
    for word in sorted(of_tables | set(NOTATION.vocabulary.words)):
        tokens = tokens_of(f"Deadlift 3x5 {word} {after}")
        for place in range(len(tokens)):
            found = phrases.match(tokens, place)
            assert found is None or found.end > place, word

"""Phrases and movements of a blog's own file: a wrong one is reported before any post is read."""

import re
from copy import replace
from pathlib import Path
from typing import Any

import pytest
import rtoml

from wod.blog import Blog, blog_names, load_blog
from wod.notation.composition import read_segment
from wod.notation.grammar.notation import notation_of
from wod_cli import PROJECT
from wod_cli.posts.own_notation import problem_of

INVICTUS = load_blog("invictus")


@pytest.mark.parametrize("name", blog_names())
def test_each_blog_of_the_package_has_right_phrases_and_movements(name: str) -> None:
    """The deployed files can be used."""
    assert problem_of(load_blog(name)) is None


def test_own_phrases_and_movements_are_read() -> None:
    """A blog says what it calls a movement, has movements of its own, and writes its own notation."""
    blog = replace(
        INVICTUS,
        phrases={"chunk": [{"says": "{reps} goes", "is": "amount"}]},
        movements={
            "movements": {"conditioning": {"Harbour Hop": {}}},
            "spellings": {"Back Squat": ["quay squat"]},
        },
    )
    assert problem_of(blog) is None
    squat, hop = read_segment("a", "Quay Squat 5x5\nHarbour Hop 12 goes", notation_of(blog)).prescriptions
    assert ("Back Squat", 5) == (squat.canonical_movement, squat.sets)
    assert ("Harbour Hop", "conditioning", 12) == (hop.canonical_movement, hop.family, hop.reps_min)


@pytest.mark.parametrize(
    ("table", "phrase", "text", "field", "value"),
    [
        ("rest", "breathe {rest}", "Back Squat 5x5\nBreathe 2 minutes", "rest_seconds", 120),
        ("rest", "breathe {rest}", "Back Squat 5x5\nStay tight. Breathe 2 minutes.", "rest_seconds", 120),
        ("test", "all in for {counted}", "Back Squat\nAll in for 3", "reps_min", 3),
        ("tabata", "usual burner", "Usual burner\nAir Squats", "sets", 8),
        ("less", "shave off {less}", "Back Squat 5x5, then shave off 10% for 3x2", "load_text", "shave off 10%"),
    ],
)
def test_an_own_phrase_needs_no_word_of_the_phrases_that_are_there(
    table: str, phrase: str, text: str, field: str, value: object
) -> None:
    """A rest need not have the word rest, nor a test a rep max."""
    reading = read_segment("a", text, notation_of(replace(INVICTUS, phrases={table: [phrase]})))
    assert [] == reading.findings
    assert value == getattr(reading.prescriptions[-1], field)


def test_the_document_names_kinds_that_a_phrase_of_a_blog_can_have() -> None:
    """Each value of `is` in its table, as a phrase with the slots that stand beside it."""
    table = (PROJECT / "docs" / "blogs.md").read_text(encoding="utf-8").partition("| `is` |")[2].partition("\n\n")[0]
    kinds = [kind for row in table.splitlines()[2:] for kind in re.findall(r"`([^`]+)`", row.split("|")[1])]
    assert len(kinds) > 10
    sentence = str(problem_of(replace(INVICTUS, phrases={"chunk": ["{reps} goes"]}))).rpartition(": one of ")[2]
    assert {*kinds} <= {*sentence.split(", ")}


@pytest.mark.parametrize(
    ("phrases", "problem"),
    [
        ({"chunks": []}, "no table 'chunks'"),
        ({"scheme": "every day"}, "has to be a list"),
        ({"scheme": [7]}, "neither a text nor a table"),
        ({"scheme": [{"format": "amrap"}]}, "neither a text nor a table"),
        ({"scheme": ["for {totl}"]}, "'totl'"),
        ({"scheme": ["for <set>"]}, "'set'"),
        ({"scheme": ["for (time"]}, "does not close a bracket"),
        ({"scheme": ["for time)"]}, "closes a bracket"),
        ({"scheme": ["(" * 3000 + "for time" + ")" * 3000]}, "too many brackets"),
        ({"scheme": [""]}, "has no words"),
        ({"scheme": [{"says": "fast", "form": "amrap"}]}, "form, which no phrase"),
        ({"chunk": ["{reps} goes"]}, "has to say what it `is`"),
        ({"chunk": [{"says": "{reps} goes", "is": "amuont"}]}, "has to say what it `is`"),
        ({"chunk": [{"says": "in kilos", "is": "weight"}]}, "lacks {weight}"),
        ({"set_line": ["for me"]}, "lacks {which}"),
    ],
)
def test_a_wrong_phrase_is_reported(phrases: dict[str, Any], problem: str) -> None:
    """The message has the phrase, and what is wrong with it."""
    assert problem in str(problem_of(replace(INVICTUS, phrases=phrases)))


@pytest.mark.parametrize(
    ("movements", "problem"),
    [
        ({"spelings": {}}, "no table 'spelings'"),
        ({"movements": {"cardio": {}}}, "no family 'cardio'"),
        ({"movements": {"squat": {"Quay Squat": "a squat"}}}, "it has to be a table of"),
        ({"movements": {"squat": {"Quay Squat": {"spelling": []}}}}, "it has to be a table of"),
        ({"spellings": {"Back Squat": "quay squat"}}, "a list of spellings"),
        ({"spellings": {"Quay Squat": ["quay"]}}, "no movement 'Quay Squat'"),
        ({"variants": ["Quay"]}, "it has to be a table"),
        ({"variants": {"limbs": ["Quay"]}}, "another form"),
        ({"movements": "Quay Squat"}, "[movements.movements]: it has to be a table"),
        ({"movements": {"squat": ["Quay Squat"]}}, "[movements.movements.squat]: it has to be a table"),
        ({"spellings": ["quay squat"]}, "[movements.spellings]: it has to be a table"),
        ({"abbreviations": {"qs": ["quay", "squat"]}}, "it has to be the text"),
        ({"abbreviations": {"qs": "QS"}}, "'qs': it stands for itself"),
        ({"spellings": {"Back Squat": ["front squat"]}}, "'Back Squat': 'front squat' is a name of 'Front Squat'"),
        ({"spellings": {"Back Squat": ["Back Squats"]}}, "'Back Squat': 'Back Squats' is its name already"),
        ({"spellings": {"Back Squat": ["quay squat", "Quay Squat"]}}, "'Quay Squat' is its name already"),
        (
            {"spellings": {"Back Squat": ["quay squat"], "Front Squat": ["quay squat"]}},
            "'Front Squat': 'quay squat' is a name of 'Back Squat'",
        ),
        (
            {"movements": {"squat": {"Quay Squat": {"spellings": ["front squat"]}}}},
            "[movements.movements.squat] 'Quay Squat': 'front squat' is a name of 'Front Squat'",
        ),
        ({"movements": {"squat": {"Front Squat": {}}}}, "'Front Squat' is its name already"),
    ],
)
def test_a_wrong_movement_is_reported(movements: dict[str, Any], problem: str) -> None:
    """The message has the table or the name, and what may be there."""
    assert problem in str(problem_of(replace(INVICTUS, movements=movements)))


def test_the_files_of_the_documentation_are_right(tmp_path: Path) -> None:
    """The example of docs/blogs.md has every key of a blog, and it and the short one can be read with."""
    examples = re.findall(r"```toml\n(.*?)```", (PROJECT / "docs" / "blogs.md").read_text(encoding="utf-8"), re.DOTALL)
    paths = [tmp_path / f"{number}.toml" for number in range(len(examples))]
    for path, example in zip(paths, examples, strict=True):
        path.write_text(example, encoding="utf-8")
        assert problem_of(load_blog(str(path))) is None
    assert set(Blog.__struct_encode_fields__) == rtoml.loads(examples[-1]).keys()

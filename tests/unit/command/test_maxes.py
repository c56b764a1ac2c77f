"""`wod maxes` and `wod settings`: the lifter's own file."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from tests.clocks import days_of
from wod.lifting.lifter import read_lifter
from wod_cli.errors import CommandError
from wod_cli.lifter.file import load_lifter, with_given
from wod_cli.main import app

TODAY = "2024-02-29"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wod_cli.commands.maxes.date", days_of(date.fromisoformat(TODAY)))


def wod(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments], env={"COLUMNS": "200"})


def refusal(*arguments: str) -> str:
    """The sentence that a command ends with."""
    ended = wod(*arguments).exception
    assert isinstance(ended, CommandError)
    return str(ended)


def kept(folder: Path) -> list[tuple[str, int, float, str, str]]:
    """The content of the file."""
    maxima = read_lifter((folder / "lifter.json").read_bytes()).maxima
    return [(one.lift, one.reps, one.weight, one.unit, one.date) for one in maxima]


@pytest.mark.parametrize(
    ("arguments", "maximum"),
    [
        (("snatch", "100kg"), ("Snatch", 1, 100, "kg", TODAY)),
        (("snatch", "100,5kg"), ("Snatch", 1, 100.5, "kg", TODAY)),
        (("Snatch", "100 KG"), ("Snatch", 1, 100, "kg", TODAY)),
        (("back squat", "315lbs"), ("Back Squat", 1, 315, "lb", TODAY)),
        (("back", "squat", "315", "lb"), ("Back Squat", 1, 315, "lb", TODAY)),
        (("bs", "140"), ("Back Squat", 1, 140, "kg", TODAY)),
        (("clean", "&", "jerk", "125kg"), ("Clean & Jerk", 1, 125, "kg", TODAY)),
        (("c&j=125kg",), ("Clean & Jerk", 1, 125, "kg", TODAY)),
        (("arrancada", "100kg"), ("Snatch", 1, 100, "kg", TODAY)),
        (("snatch", "100kg", "--date", "2021-03-08"), ("Snatch", 1, 100, "kg", "2021-03-08")),
        (("front squat", "120kg", "--reps", "3"), ("Front Squat", 3, 120, "kg", TODAY)),
    ],
)
def test_a_maximum_is_noted_as_people_write_it(
    configuration: Path, arguments: tuple[str, ...], maximum: tuple[Any, ...]
) -> None:
    """A comma or a point, any case and short names are read; it is of today unless another day is named."""
    done = wod("maxes", "set", *arguments)
    assert 0 == done.exit_code, done.output
    assert [maximum] == kept(configuration)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("snatch", "0kg"), "0 kg is not a maximum of Snatch"),
        (("snatch", "1,000kg"), '"1,000kg" is not a weight'),
        (("snatch", "1e3"), '"1e3" is not a weight'),
        (("snatch", "1001kg"), "1001 kg is not a maximum of Snatch: one has at most 1000 kg"),
        (("snatch", "2001lb"), "at most 2000 lb"),
        (("snatch",), "'snatch' is not a maximum"),
        (("100kg",), "'100kg' is not a maximum"),
        (("snach", "100kg"), "did you mean Snatch"),
        (("back sqaut", "100kg"), "did you mean Back Squat"),
        (("qqqqqq", "100kg"), "write it as the posts do"),
        (("snatch", "100kg", "--date", "soon"), "'soon' is not a day"),
        (("snatch", "100kg", "--date", "tomorrow"), "is still to come"),
    ],
)
def test_an_impossible_maximum_is_refused_and_nothing_is_written(
    configuration: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    """The sentence says what is wrong, and what may be meant."""
    assert sentence in refusal("maxes", "set", *arguments)
    assert not configuration.exists()


def test_the_unit_of_the_first_maximum_is_the_gyms(configuration: Path) -> None:
    """A lifter who begins in pounds has a bar of 45 lb; later maxima do not change that."""
    wod("maxes", "set", "snatch", "225lb")
    wod("maxes", "set", "back squat", "160kg")
    assert ("lb", 45) == (load_lifter().settings.unit, load_lifter().settings.bar)
    wod("maxes", "set", "jerk", "275")
    assert ("Jerk", 1, 275, "lb", TODAY) in kept(configuration)


def test_the_list_has_what_is_valid_now_and_what_was_before(configuration: Path) -> None:
    """One row for each lift and number of repetitions; the same day's is replaced."""
    for weight, day in (("90kg", "2020-01-01"), ("95kg", "2021-01-01"), ("96kg", "2021-01-01")):
        wod("maxes", "set", "snatch", weight, "--date", day)
    wod("maxes", "set", "snatch", "85kg", "--date", "2020-06-01", "--reps", "3")
    shown = wod("maxes").stdout
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in shown.splitlines() if line.startswith("│")]
    assert [
        ["Snatch", "1", "96 kg", "2021-01-01", "90 kg (2020-01-01)"],
        ["Snatch", "3", "85 kg", "2020-06-01", ""],
    ] == rows
    lines = [json.loads(line) for line in wod("maxes", "list", "snatch", "--json").stdout.splitlines()]
    assert {"lift": "Snatch", "reps": 1, "weight": 90, "unit": "kg", "date": "2020-01-01"} == lines[0]
    assert "`wod maxes set snatch 100kg`" in refusal("maxes", "list", "jerk")


def test_a_maximum_that_was_noted_by_mistake_is_taken_out(configuration: Path) -> None:
    """The one of its day is taken out, and no other."""
    wod("maxes", "set", "snatch", "90kg", "--date", "2020-01-01")
    wod("maxes", "set", "snatch", "900kg", "--date", "2021-01-01")
    assert "`wod maxes list`" in refusal("maxes", "remove", "snatch", "--date", "2021-01-02")
    assert 0 == wod("maxes", "remove", "snatch", "--date", "2021-01-01").exit_code
    assert [("Snatch", 1, 90, "kg", "2020-01-01")] == kept(configuration)


def test_exported_maxima_can_be_imported_elsewhere(configuration: Path, tmp_path: Path) -> None:
    """The file has settings and maxima; other maxima stay, and for the same day the file counts."""
    wod("maxes", "set", "snatch", "90kg", "--date", "2020-01-01")
    wod("settings", "--bar", "15", "--pair", "second")
    file = tmp_path / "mine.json"
    assert 0 == wod("maxes", "export", str(file)).exit_code
    assert file.read_text() == wod("maxes", "export").stdout
    (configuration / "lifter.json").unlink()
    wod("maxes", "set", "snatch", "80kg", "--date", "2020-01-01")
    wod("maxes", "set", "jerk", "110kg", "--date", "2020-01-01")
    assert 0 == wod("maxes", "import", str(file)).exit_code
    assert [("Jerk", 1, 110, "kg", "2020-01-01"), ("Snatch", 1, 90, "kg", "2020-01-01")] == kept(configuration)
    assert (15, "second") == (load_lifter().settings.bar, load_lifter().settings.pair)


def test_imported_lifts_have_the_names_of_the_catalogue(configuration: Path, tmp_path: Path) -> None:
    """A file may have been written by hand, and percents are looked up by these names."""
    wod("maxes", "set", "back squat", "140kg", "--date", "2020-01-01")
    file = tmp_path / "mine.json"
    file.write_text((configuration / "lifter.json").read_text().replace("Back Squat", "back squats"))
    (configuration / "lifter.json").unlink()
    assert 0 == wod("maxes", "import", str(file)).exit_code
    assert [("Back Squat", 1, 140, "kg", "2020-01-01")] == kept(configuration)


def test_an_imported_lift_that_the_catalogue_does_not_know_is_refused(configuration: Path, tmp_path: Path) -> None:
    """The sentence has its place in the file and the closest name, and nothing is imported."""
    wod("maxes", "set", "jerk", "110kg", "--date", "2020-01-01")
    wod("maxes", "set", "snatch", "90kg", "--date", "2020-01-01")
    own = kept(configuration)
    file = tmp_path / "mine.json"
    file.write_text((configuration / "lifter.json").read_text().replace("Snatch", "Snach"))
    sentence = refusal("maxes", "import", str(file))
    assert sentence.startswith(f"{file}: maxima[1].lift: There is no lift 'Snach'; did you mean Snatch")
    assert own == kept(configuration)


def test_a_file_of_another_kind_is_refused(configuration: Path, tmp_path: Path) -> None:
    """The error has its name, the problem, and the source of a right one."""
    file = tmp_path / "mine.json"
    file.write_text('{"version": 1, "settings": {}, "maxima": []}')
    sentence = refusal("maxes", "import", str(file))
    assert str(file) in sentence
    assert "`wod maxes export`" in sentence
    assert "No such file" in refusal("maxes", "import", str(tmp_path / "missing.json"))
    assert "" != refusal("maxes", "import", "\0")
    assert not configuration.exists()


@pytest.mark.parametrize(
    ("written", "instead", "problem"),
    [
        ('"unit": "kg"', '"unit": "st"', "Choose one of kg, lb at settings.unit"),
        ('"weight": 90.0', '"weight": 1001', "no one lifts 1001 kg at maxima[0]"),
        ('"version": 1', '"version": 1,', "it is not JSON"),
    ],
)
def test_a_wrong_file_is_refused_with_the_problem_and_its_place(
    configuration: Path, tmp_path: Path, written: str, instead: str, problem: str
) -> None:
    """One that is not JSON has no place."""
    wod("maxes", "set", "snatch", "90kg", "--date", "2020-01-01")
    file = tmp_path / "mine.json"
    file.write_text((configuration / "lifter.json").read_text().replace(written, instead))
    sentence = refusal("maxes", "import", str(file))
    assert f"{file}: This is not a file of maxima ({problem}" in sentence
    assert (" at " in sentence) is ("JSON" not in problem)


def test_the_file_can_be_read_by_people(configuration: Path) -> None:
    """A line for each setting, with its letters as they are."""
    wod("settings", "--level", "Élite")
    assert '\n    "level": "Élite"\n' in (configuration / "lifter.json").read_text(encoding="utf-8")


def test_a_damaged_file_is_named_and_stays_as_it_is(configuration: Path) -> None:
    """A file that a person can still fix is never overwritten."""
    configuration.mkdir(parents=True)
    (configuration / "lifter.json").write_text("{")
    assert str(configuration / "lifter.json") in refusal("maxes", "set", "snatch", "100kg")
    assert "{" == (configuration / "lifter.json").read_text()


def test_settings_are_shown_and_changed(configuration: Path) -> None:
    """Settings that are not named stay; another unit brings the bar and the discs of its gyms."""
    assert 0 == wod("settings", "--plates", "25,20,15,10,5,2.5,2,1.5,1,0.5", "--level", "Oro").exit_code
    assert {
        "unit": "kg",
        "bar": 20,
        "collar": 0,
        "plates": [25, 20, 15, 10, 5, 2.5, 2, 1.5, 1, 0.5],
        "pair": "first",
        "level": "Oro",
    } == json.loads(wod("settings", "--json").stdout)
    wod("settings", "--unit", "lb", "--pair", "second")
    own = json.loads(wod("settings", "--json").stdout)
    assert ("lb", 45, 45, "second", "Oro") == (own["unit"], own["bar"], own["plates"][0], own["pair"], own["level"])
    wod("settings", "--level", "")
    assert None is json.loads(wod("settings", "--json").stdout)["level"]
    assert "45 lb" in wod("settings").stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--unit", "stone"), "write kg or lb"),
        (("--bar", "heavy"), "is not a weight"),
        (("--bar", "500"), "no bar weighs 500 kg, at most 35."),
        (("--bar", "45"), "no bar weighs 45 kg, at most 35; is it in lb? Then add --unit lb."),
        (("--bar", "45", "--unit", "kg"), "no bar weighs 45 kg"),
        (("--bar", "45lb"), "--bar 45lb is not in kg; add --unit lb"),
        (("--plates", "25,10lb"), "--plates 10lb is not in kg"),
        (("--level", "Ora"), "No blog has a level 'Ora'; did you mean oro"),
        (("--level", "qqq"), "there are advanced, "),
        (("--plates", ""), "--plates is wrong: name one disc at least"),
        (("--plates", "25,0"), "--plates is wrong"),
        (("--pair", "third"), "--pair is wrong"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(configuration: Path, arguments: tuple[str, ...], sentence: str) -> None:
    """The sentence names the option, and nothing is written."""
    assert sentence in refusal("settings", *arguments)
    assert not configuration.exists()


def test_a_level_may_be_written_as_a_post_does(configuration: Path) -> None:
    """Words that posts add to it are accepted."""
    assert 0 == wod("settings", "--level", "Fitness Athletes").exit_code


def test_a_given_maximum_stands_in_for_the_file(configuration: Path) -> None:
    """`--max` counts for all days, and only for its lift."""
    wod("maxes", "set", "snatch", "90kg")
    wod("maxes", "set", "jerk", "110kg")
    lifter = with_given(load_lifter(), ["Snatch=100,5 kg", "clean and jerk = 250lb"])
    assert {("Snatch", 100.5, "kg"), ("Jerk", 110, "kg"), ("Clean & Jerk", 250, "lb")} == {
        (one.lift, one.weight, one.unit) for one in lifter.maxima
    }


@pytest.mark.parametrize("text", ["Snatch", "Snatch=heavy", "=100", "Moon Walk Supreme=100", "Snatch=1e9", "Snatch=0"])
def test_an_unreadable_maximum_as_an_argument_is_refused(configuration: Path, text: str) -> None:
    """The refusal is one sentence."""
    with pytest.raises(CommandError):
        with_given(load_lifter(), [text])

"""Weights that can be loaded: the command's arithmetic and the page's, on one table of cases."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import playwright
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import convert

from tests.notation import CATALOGUE
from wod.errors import BadInput
from wod.lifting import lifter, loads, maxima, numbers, plates
from wod.lifting.lifter import Lifter, Maximum, Settings
from wod.lifting.prescribed_load import PrescribedLoad
from wod.lifting.tables import SCRIPT, tables, with_tables
from wod.shape import Shape

CASES = Path(__file__).parents[2] / "cases"
TABLE = json.loads((CASES / "loads.json").read_text(encoding="utf-8"))
NOTHING_STATED = {**dict.fromkeys(PrescribedLoad.__struct_fields__), "rep_max": 1, "on_a_bar": True}


def arguments(case: dict[str, Any]) -> dict[str, Any]:
    """The result of a case's function, with the settings and maxima that it names, and loads in full."""
    stated = dict(case["given"])
    for name in ("settings", "maxima"):
        if isinstance(stated.get(name), str):
            stated[name] = TABLE[name][stated[name]]
    if stated.get("prescribed"):
        stated["prescribed"] = NOTHING_STATED | stated["prescribed"]
    if "sets" in stated:
        stated["sets"] = [prescribed and NOTHING_STATED | prescribed for prescribed in stated["sets"]]
    if case["call"] == "change":
        own = stated.pop("settings")
        stated = {name: loaded(weight, own) for name, weight in stated.items()}
    return stated


def loaded(weight: float, own: dict[str, Any]) -> Any:
    return plain(plates.Barbell(convert(own, Settings)).plates(weight))


def prescribed(value: dict[str, Any] | None) -> PrescribedLoad | None:
    return convert(value, PrescribedLoad) if value else None


def own_maxima(values: list[dict[str, Any]]) -> list[Maximum]:
    return convert(values, list[Maximum])


CALLS: dict[str, Callable[..., Any]] = {
    "loadable": lambda prescribed_, given, own, day: loads.loadable(
        prescribed(prescribed_), own_maxima(given), convert(own, Settings), day
    ),
    "ladder": lambda sets, given, own, day: loads.ladder(
        [prescribed(one) for one in sets], own_maxima(given), convert(own, Settings), day
    ),
    "plates": lambda weight, own: plates.Barbell(convert(own, Settings)).plates(weight),
    "change": lambda before, after: plates.change(convert(before, plates.Plates), convert(after, plates.Plates)),
    "validOn": lambda given, lift, reps, day: maxima.valid_on(own_maxima(given), lift, reps, day),
    "ownAmounts": loads.own_amounts,
    "ownSessions": loads.own_sessions,
    "parseWeight": numbers.parse_weight,
    "defaults": lifter.defaults,
    "readLifter": lifter.read_lifter,
    "withMaximum": lambda given, maximum: lifter.with_maximum(own_maxima(given), convert(maximum, Maximum)),
    "merged": lambda own, imported: lifter.merged(convert(own, Lifter), convert(imported, Lifter)),
}


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, Shape):
        return msgspec.to_builtins(value)
    return [plain(one) for one in value] if isinstance(value, list) else value


def by_python(call: str, given: list[Any]) -> dict[str, Any]:
    try:
        return {"gives": plain(CALLS[call](*given))}
    except BadInput as error:
        return {"fails": str(error)}


def by_script(calls: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The results of the page's script, in Node.js: the machine's, else the one that Playwright brings."""
    node = shutil.which("node") or Path(playwright.__file__).parent / "driver" / "node"
    done = subprocess.run(  # noqa: S603
        [node, CASES / "loads.mjs", SCRIPT], input=json.dumps(calls).encode(), capture_output=True, check=True
    )
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def stated_part(value: Any, stated: Any) -> Any:
    """The part of a value that a case states: the named fields of its objects, and everything else."""
    if isinstance(value, dict) and isinstance(stated, dict):
        return {name: stated_part(value[name], stated[name]) if name in value else None for name in stated}
    if isinstance(value, list) and isinstance(stated, list) and len(value) == len(stated):
        return [stated_part(one, part) for one, part in zip(value, stated, strict=True)]
    return value


def check(case: dict[str, Any], answer: dict[str, Any]) -> None:
    if case.get("fails"):
        assert answer.get("fails", "").endswith("."), case["says"]
    else:
        assert case["gives"] == stated_part(answer.get("gives", answer), case["gives"]), case["says"]


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: f"{case['call']}: {case['says']}")
def test_the_command_gives_what_was_worked_out_by_hand(case: dict[str, Any]) -> None:
    """Each case of the table holds, in kilograms and pounds."""
    check(case, by_python(case["call"], list(arguments(case).values())))


def test_the_page_gives_what_was_worked_out_by_hand_and_all_that_the_command_gives() -> None:
    """Each case of the table, and beyond what it states every other name of the answer."""
    calls = [{"call": case["call"], "given": list(arguments(case).values())} for case in TABLE["cases"]]
    for case, call, answer in zip(TABLE["cases"], calls, by_script(calls), strict=True):
        check(case, answer)
        if not case.get("fails"):
            assert by_python(**call) == answer, case["says"]


WEIGHTS = st.integers(1, 100_000).map(lambda hundredths: hundredths / 100)
PERCENTS = st.integers(100, 20_000).map(lambda hundredths: hundredths / 100)
UNITS = st.sampled_from(["kg", "lb"])
SETTINGS = st.fixed_dictionaries(
    {
        "unit": UNITS,
        "bar": st.sampled_from([0, 15, 20, 35, 45, 33.5]),
        "collar": st.sampled_from([0, 0.2, 2.5]),
        "plates": st.lists(
            st.sampled_from([0.25, 0.5, 1.25, 2.5, 5, 10, 11.34, 15, 20, 25, 45]), min_size=1, max_size=6
        ),
        "pair": st.sampled_from(["first", "second"]),
        "level": st.none(),
    }
)
LIFTS = st.sampled_from(["Snatch", "Clean & Jerk", "Back Squat", "Front Squat", "Power Clean"])
MAXIMA = st.lists(
    st.fixed_dictionaries(
        {
            "lift": LIFTS,
            "reps": st.sampled_from([1, 1, 1, 3, 5, 10]),
            "weight": WEIGHTS,
            "unit": UNITS,
            "date": st.sampled_from(["2020-12-31", "2021-01-01", "2021-03-08", "2021-03-09"]),
        }
    ),
    max_size=4,
)
RANGES = st.tuples(PERCENTS, PERCENTS).map(sorted)
ASKED = st.one_of(
    st.builds(
        lambda lift, reps, span, ends: (
            NOTHING_STATED
            | {
                "lift": lift,
                "rep_max": reps,
                "percent_min": span[0] if ends != "most" else None,
                "percent_max": span[0] if ends == "one" else span[1] if ends != "least" else None,
            }
        ),
        LIFTS,
        st.sampled_from([1, 2, 5, 11]),
        RANGES,
        st.sampled_from(["one", "both", "least", "most"]),
    ),
    st.builds(
        lambda weight, women, unit, on_a_bar: (
            NOTHING_STATED | {"weight": weight, "weight_women": women, "unit": unit, "on_a_bar": on_a_bar}
        ),
        WEIGHTS,
        st.none() | WEIGHTS,
        UNITS,
        st.booleans(),
    ),
)
LADDERS = st.lists(
    st.tuples(st.lists(ASKED, min_size=1, max_size=4), MAXIMA, SETTINGS, st.just("2021-03-08")),
    min_size=20,
    max_size=40,
)


@settings(max_examples=settings().max_examples // 20)
@given(LADDERS)
def test_command_and_page_agree_on_any_prescribed_load(ladders: list[Any]) -> None:
    """Their results are equal to the hundredth and the disc, for any maxima, bars and discs."""
    calls: list[dict[str, Any]] = [{"call": "ladder", "given": list(ladder)} for ladder in ladders]
    assert [by_python(**call) for call in calls] == by_script(calls)


@given(ASKED, MAXIMA, SETTINGS)
def test_a_load_fits_the_bar_and_stays_within_the_prescription(
    load: dict[str, Any], own: list[dict[str, Any]], gym: dict[str, Any]
) -> None:
    """A range never goes beyond its ends unless it says so, and each end has its discs."""
    found = loads.loadable(convert(load, PrescribedLoad), own_maxima(own), convert(gym, Settings), "2021-03-08")
    if isinstance(found, loads.Missing):
        found = found.load
    if found is None or not found.on_a_bar:
        return
    ends = [weight for weight in (found.least, found.most) if weight is not None]
    barbell = plates.Barbell(convert(gym, Settings))
    for weight in ends:
        discs = barbell.plates(weight)
        assert discs
        both_sides = sum(numbers.hundredths(disc.weight) for disc in discs.side) * 2
        assert numbers.hundredths(weight) == barbell.empty + both_sides
    is_single = found.exact_least == found.exact_most
    if found.note is None and not is_single:
        assert found.least is None or found.exact_least is None or found.least >= found.exact_least - 0.01
        assert found.most is None or found.exact_most is None or found.most <= found.exact_most + 0.01


def test_the_page_has_the_tables() -> None:
    """`python -m wod.lifting.tables` was run after a change of tables.toml."""
    script = SCRIPT.read_text(encoding="utf-8")
    assert script == with_tables(script)


def test_the_tables_speak_of_lifts_of_the_catalogue() -> None:
    """Otherwise no maximum would be found; and no lift is estimated from itself."""
    estimates = tables().estimates
    named = {*estimates, *(relative.of for relatives in estimates.values() for relative in relatives)}
    assert {lift: lift for lift in named} == {lift: found.name for lift in named if (found := CATALOGUE.find(lift))}
    assert not [lift for lift, relatives in estimates.items() if lift in [relative.of for relative in relatives]]


def test_a_file_is_read_as_it_was_written() -> None:
    """The page exports the command's file."""
    text = next(case["given"]["text"] for case in TABLE["cases"] if case["says"] == "a file")
    own = lifter.read_lifter(text)
    assert own == lifter.read_lifter(lifter.write_lifter(own))

"""Any segment is read, kept, and gives valid prescriptions; text in the notation that is read comes back as it was
meant."""

from typing import Any

import msgspec
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.notation import NOTATION, read_segment
from wod.models import LineKind, Prescription

KINDS = set(LineKind.__value__.__args__)
WORDS = (
    "Snatch Clean & Jerk + ( ) x X 1 3 5x3 @ 75% 75-80% of 1-RM 1RM Set Sets 1-2 = : – - * Every minute, on the "
    "minute, for 10 minutes (5 sets) EMOM AMRAP Rest 60 seconds each leg Tabata In 20 build to a 30X1 kg 60/40 RPE "
    "(2+1) 2+1 1.1.1 3-2-1 (95/65 x70%, all last heavy single Station A: 8 … ' \" /"
)
PIECES = st.sampled_from([*WORDS.split(), *NOTATION.vocabulary.words])
NOTATION_SALAD = st.lists(st.lists(PIECES, max_size=14).map(" ".join), max_size=8).map("\n".join)


@given(st.one_of(st.text(max_size=400), NOTATION_SALAD))
def test_any_text_is_read_line_by_line_and_nothing_of_it_is_lost(text: str) -> None:
    """Each line comes back as it is, in order, with one kind, and every prescription has the text of a line."""
    reading = read_segment("a", text)
    assert text.split("\n") == [line.text for line in reading.lines] or not text
    assert {line.kind for line in reading.lines} <= KINDS
    assert {prescription.text for prescription in reading.prescriptions} <= {line.text for line in reading.lines}


@given(st.one_of(st.text(max_size=400), NOTATION_SALAD))
def test_whatever_is_read_is_a_valid_prescription(text: str) -> None:
    """It keeps its type through JSON, ranges are in order, and sets and repetitions are at least one."""
    for prescription in read_segment("a", text).prescriptions:
        assert prescription == msgspec.json.decode(msgspec.json.encode(prescription).decode(), type=Prescription)
        one = msgspec.to_builtins(prescription)
        for name in ("reps", "duration_seconds", "percent", "rpe", "calories"):
            least, most = one[f"{name}_min"], one[f"{name}_max"]
            assert most is None or least <= most
        assert one["first_set"] is None or 1 <= one["first_set"] <= (one["last_set"] or one["first_set"])


@given(st.text(max_size=200), NOTATION_SALAD)
@example("*0", "")
def test_one_segment_has_no_influence_on_another(text: str, other: str) -> None:
    """Reading is a function of the text alone."""
    before = read_segment("a", text)
    read_segment("b", other)
    assert before == read_segment("a", text)


# There and back

MOVEMENTS = ("Snatch", "Hang Power Clean", "Back Squat", "Clean & Jerk", "Snatch Pull", "Strict Pull-Ups", "Push Press")
LIFTS = ("Snatch", "Clean & Jerk", "Back Squat")
type Fields = dict[str, Any]

counts = st.integers(1, 30)
spans = st.tuples(st.integers(1, 20), st.integers(0, 5)).map(lambda pair: (pair[0], pair[0] + pair[1]))
percents = st.tuples(st.integers(40, 100), st.integers(0, 10)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def written(span: tuple[int, int]) -> str:
    least, most = span
    return str(least) if least == most else f"{least}-{most}"


def clock(seconds: int) -> str:
    return f"{seconds // 60} minutes" if seconds % 60 == 0 and seconds > 60 else f"{seconds} seconds"


@st.composite
def schemes(draw: st.DrawFn) -> tuple[str, Fields]:
    sets = draw(st.integers(2, 12))
    interval = draw(st.sampled_from((60, 75, 90, 120, 150, 180)))
    rhythm = {"interval_seconds": interval, "total_seconds": interval * sets, "sets": sets}
    minutes, rest = divmod(interval, 60)
    ways: list[tuple[str, Fields]] = [
        (f"Every {clock(interval)}, for {clock(interval * sets)} ({sets} sets):", rhythm),
        (f"Every {minutes}:{rest:02}, for {clock(interval * sets)} ({sets} sets) of:", rhythm),
        (f"Every {clock(interval)} for {sets} sets:", rhythm),
        (f"{sets} sets of:", {"sets": sets}),
        (f"Superset ({sets} sets):", {"sets": sets}),
        (f"E{minutes}:{rest:02}MOM x {sets}", rhythm),
        (f"EMOM {sets}", {"interval_seconds": 60, "total_seconds": 60 * sets, "sets": sets}),
    ]
    return draw(st.sampled_from(ways))


@st.composite
def loads(draw: st.DrawFn) -> tuple[str, Fields]:
    span = draw(percents)
    lift, rep_max = draw(st.sampled_from(LIFTS)), draw(st.integers(1, 10))
    stated = {"percent_min": span[0], "percent_max": span[1]}
    ways: list[tuple[str, Fields]] = [
        ("", {}),
        (f" @ {written(span)}%", stated),
        (f" @ {written(span)}% of {rep_max}-RM {lift}", stated | {"percent_of": lift, "percent_of_rep_max": rep_max}),
        (f" @ {written(span)}% of your {rep_max}RM", stated | {"percent_of_rep_max": rep_max}),
        (f" @ {span[0]}%+", {"percent_min": span[0], "percent_max": None}),
        (" @ 31X1", {"tempo": "31X1"}),
        (f" @ {span[0]}/{span[0] - 20} kg", {"weight": span[0], "weight_women": span[0] - 20, "weight_unit": "kg"}),
        (" @ RPE 8", {"rpe_min": 8, "rpe_max": 8}),
    ]
    return draw(st.sampled_from(ways))


@st.composite
def amounts(draw: st.DrawFn) -> tuple[str, Fields]:
    span = draw(spans)
    unit = "rep" if span == (1, 1) else "reps"
    fields = {"reps_min": span[0], "reps_max": span[1]}
    ways: list[tuple[str, Fields]] = [
        (f" x {written(span)} {unit}", fields),
        (f" x {written(span)}", fields),
        (f" x {written(span)} {unit} each leg", fields | {"each_side": True}),
        (
            f" x {written((span[0] * 5, span[1] * 5))} seconds",
            {
                "duration_seconds_min": span[0] * 5,
                "duration_seconds_max": span[1] * 5,
            },
        ),
        (f" x {span[0] * 10} meters", {"distance": span[0] * 10, "distance_unit": "m"}),
        (f" x {span[0] * 10} ft", {"distance": span[0] * 10, "distance_unit": "ft"}),
        (" x max reps", {"max_reps": True}),
    ]
    return draw(st.sampled_from(ways))


@st.composite
def movement_lines(draw: st.DrawFn) -> tuple[str, Fields]:
    names = draw(st.lists(st.sampled_from(MOVEMENTS), min_size=1, max_size=3))
    name = " + ".join(names)
    amount, fields = draw(amounts())
    load, loaded = draw(loads())
    parts: Fields = {"complex": [{"movement": part, "reps": 1} for part in names]} if len(names) > 1 else {}
    in_brackets = bool(parts) and draw(st.booleans())
    shown = f"({name})" if in_brackets else name
    return f"{draw(st.sampled_from(('', '*', '• ')))}{shown}{amount}{load}", {
        "movement": name,
        **parts,
        **fields,
        **loaded,
    }


def plain(fields: Fields, text: str) -> Fields:
    shown = {"segment": "a", "block": 1, "canonical_movement": None, "family": None, "lift": None, "text": text}
    return plain_of(msgspec.convert(shown | fields, Prescription))


def read_back(text: str) -> list[Fields]:
    return [plain_of(prescription) for prescription in read_segment("a", text).prescriptions]


def plain_of(prescription: Prescription) -> Fields:
    by_catalogue = ("canonical_movement", "family", "lift", "line")
    fields = msgspec.to_builtins(prescription)
    return {name: value for name, value in fields.items() if name not in by_catalogue}


@given(schemes(), st.lists(movement_lines(), min_size=1, max_size=4, unique_by=lambda line: line[1]["movement"]))
def test_a_circuit_that_is_written_down_is_read_back(
    scheme: tuple[str, Fields], movements: list[tuple[str, Fields]]
) -> None:
    """Scheme, movements, amounts and loads, in any of their ways of writing, come back field by field.

    Each movement is there once: sets of the same one may say for each other what their percent is of. None takes longer
    than its interval: it would be outside the scheme.
    """
    clock = scheme[1].get("interval_seconds") or scheme[1].get("total_seconds")
    assume(not clock or all((fields.get("duration_seconds_max") or 0) <= clock for _, fields in movements))
    text = "\n".join([scheme[0], *(line for line, _ in movements)])
    assert [plain(scheme[1] | fields, line) for line, fields in movements] == read_back(text)


@given(st.sampled_from(MOVEMENTS), st.lists(st.tuples(st.integers(1, 4), spans, percents), min_size=1, max_size=5))
def test_set_lines_that_are_written_down_are_read_back(
    movement: str, divided: list[tuple[int, tuple[int, int], tuple[int, int]]]
) -> None:
    """Each range of sets with its reps and percents."""
    lines, expected, first = [], [], 1
    for sets, span, load in divided:
        last = first + sets - 1
        which = f"Set {first}" if sets == 1 else f"Sets {first}-{last}"
        lines.append(f"*{which} = {written(span)} reps @ {written(load)}%")
        fields = {"movement": movement, "sets": sets, "first_set": first, "last_set": last}
        fields |= {"reps_min": span[0], "reps_max": span[1], "percent_min": load[0], "percent_max": load[1]}
        expected.append(fields | {"interval_seconds": 120, "total_seconds": 120 * sum(part[0] for part in divided)})
        first = last + 1
    total = 2 * (first - 1)
    text = "\n".join([f"Every 2 minutes, for {total} minutes ({first - 1} sets):", movement, *lines])
    assert [plain(fields, line) for fields, line in zip(expected, lines, strict=True)] == read_back(text)
    assert [] == read_segment("a", text).findings

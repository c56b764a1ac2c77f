"""Spanish training: a language is data, and its lines give the same values as English ones."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
import rtoml

from wod.blog import load_blog
from wod.notation.composition import read_segment
from wod.notation.grammar.notation import notation_of

LANGUAGES = Path(__file__).parents[3] / "layers" / "common" / "wod" / "languages"
NOTATION = notation_of(load_blog("forja"))


def asked(text: str) -> list[dict[str, Any]]:
    """The prescriptions of a segment, without values that are not stated."""
    reading = read_segment("a", text, NOTATION)
    assert [] == reading.findings
    left_out = ("segment", "block", "line", "text", "movement", "family", "lift")
    return [
        {
            name: value
            for name, value in msgspec.to_builtins(one).items()
            if value not in (None, False, []) and name not in left_out
        }
        for one in reading.prescriptions
    ]


def reps(least: int, most: int | None = None) -> dict[str, int]:
    return {"reps_min": least, "reps_max": most or least}


def percent(least: float, most: float | None = None) -> dict[str, float]:
    return {"percent_min": least, "percent_max": most or least}


@pytest.mark.parametrize(
    ("line", "movement", "values"),
    [
        ("Sentadilla trasera 5x5 al 75%", "Back Squat", {"sets": 5, **reps(5), **percent(75)}),
        ("5 series de 3 repeticiones de sentadilla frontal", "Front Squat", {"sets": 5, **reps(3)}),
        ("Sentadilla trasera 5x5 al 75% o más", "Back Squat", {"sets": 5, **reps(5), "percent_min": 75}),
        ("Peso muerto 3x8 a 70 kg", "Deadlift", {"sets": 3, **reps(8), "weight": 70, "weight_unit": "kg"}),
        ("Zancadas 3x10 c/lado", "Lunge", {"sets": 3, **reps(10), "each_side": True}),
        ("Arrancada 5x2 al 75% del RM", "Snatch", {"sets": 5, **reps(2), **percent(75), "percent_of_rep_max": 1}),
        ("Arrancada 5x2 @ 75-80% del RM", "Snatch", {"sets": 5, **reps(2), **percent(75, 80), "percent_of_rep_max": 1}),
        ("Dominadas 3x10, desc. 2 min", "Pull-Up", {"sets": 3, **reps(10), "rest_seconds": 120}),
        ("Dominadas 3x10, rec 2'", "Pull-Up", {"sets": 3, **reps(10), "rest_seconds": 120}),
        ("Dominadas 3x10\nDescanso entre series: 2 min", "Pull-Up", {"sets": 3, **reps(10), "rest_seconds": 120}),
        ("Sentadilla trasera 5x5 subiendo peso", "Back Squat", {"sets": 5, **reps(5), "load_text": "subiendo peso"}),
        (
            'Cada 90" x 8 series\n2 cargadas',
            "Clean",
            {"sets": 8, **reps(2), "interval_seconds": 90, "total_seconds": 720},
        ),
        ("Por parejas AMRAP 20'\n10 burpees", "Burpee", {**reps(10), "format": "amrap", "total_seconds": 1200}),
        ("Arrancada 5x2 @ 75% RM", "Snatch", {"sets": 5, **reps(2), **percent(75), "percent_of_rep_max": 1}),
        ("Sentadilla frontal: subir a 3RM", "Front Squat", {"rep_max_test": 3}),
        ("15' para llegar a un 1RM de arrancada", "Snatch", {"rep_max_test": 1, "total_seconds": 900}),
        ("2' max burpees", "Burpee", {"max_reps": True, "duration_seconds_min": 120, "duration_seconds_max": 120}),
        ("Rondas: 4\n10 burpees", "Burpee", {"sets": 4, **reps(10)}),
        ("Carrera 5 km suave", "Run", {"distance": 5, "distance_unit": "km", "remark": "suave"}),
        ("400m corriendo", "Run", {"distance": 400, "distance_unit": "m"}),
        ("Sentadilla trasera 5x5\nMantente al 75%", "Back Squat", {"sets": 5, **reps(5), **percent(75)}),
        ("12 reps de cada ejercicio:\nFlexiones", "Push-Up", reps(12)),
        ("3 rondas de 12 de cada ejercicio\nFlexiones", "Push-Up", {"sets": 3, **reps(12)}),
        ("Zancadas 3x10 por pierna", "Lunge", {"sets": 3, **reps(10), "each_side": True}),
        ("Zancadas 3x10 cada pierna", "Lunge", {"sets": 3, **reps(10), "each_side": True}),
        ("Plancha 3 x 30 segundos", "Plank", {"sets": 3, "duration_seconds_min": 30, "duration_seconds_max": 30}),
        ("Remo 500 metros", "Rowing", {"distance": 500, "distance_unit": "m"}),
        ("Remo con mancuerna 3x12", "Dumbbell Row", {"sets": 3, **reps(12)}),
        (
            "Peso muerto rumano 4 x 8, descanso 2 minutos",
            "Romanian Deadlift",
            {"sets": 4, **reps(8), "rest_seconds": 120},
        ),
        ("En 20 minutos, encuentra tu 1RM de arrancada", "Snatch", {"rep_max_test": 1, "total_seconds": 1200}),
        ("Sube hasta un 3RM de press de banca", "Bench Press", {"rep_max_test": 3}),
        ("Sentadilla frontal: simple pesado", "Front Squat", {**reps(1), "load_text": "pesado"}),
        (
            "En 15 minutos, sube hasta un doble pesado de arrancada",
            "Snatch",
            {**reps(2), "total_seconds": 900, "load_text": "pesado"},
        ),
        ("Trabaja hasta un triple pesado de cargada", "Clean", {**reps(3), "load_text": "pesado"}),
        ("Busca 5 repeticiones pesadas de peso muerto", "Deadlift", {**reps(5), "load_text": "pesadas"}),
        (
            "Tirón de arrancada 4x3 al 100% de tu mejor arrancada",
            "Snatch Pull",
            {"sets": 4, **reps(3), **percent(100), "percent_of": "arrancada"},
        ),
        (
            "Arrancada de potencia 6x2 al 70-75% de tu 1RM de arrancada",
            "Power Snatch",
            {"sets": 6, **reps(2), **percent(70, 75), "percent_of": "arrancada", "percent_of_rep_max": 1},
        ),
        ("3 series de 8 a 10 repeticiones de remo con mancuerna", "Dumbbell Row", {"sets": 3, **reps(8, 10)}),
        ("Press de banca 3x5 a 80 kg", "Bench Press", {"sets": 3, **reps(5), "weight": 80, "weight_unit": "kg"}),
        ("Dos tiempos 5x2 al 80%", "Clean & Jerk", {"sets": 5, **reps(2), **percent(80)}),
        ("Sentadilla goblet 3 x 12 con mancuerna", "Goblet Squat", {"sets": 3, **reps(12), "remark": "con mancuerna"}),
        ("Fondos 3 x máximas repeticiones", "Dip", {"sets": 3, "max_reps": True}),
    ],
)
def test_a_line_has_the_values_of_its_words(line: str, movement: str, values: dict[str, Any]) -> None:
    """Sets, repetitions, loads, times and the movement, by its canonical name."""
    assert [{"canonical_movement": movement, **values}] == asked(line)


def test_a_clock_in_spanish_holds_for_the_lines_below_it() -> None:
    """`Cada … durante …` is an interval and a total, and what is not stated follows."""
    (cleans,) = asked(
        "Cada 2 minutos durante 16 minutos:\nCargada colgada + envión x 2 repeticiones al 70%\nDescansa 2 minutos"
    )
    clock = {"sets": 8, "interval_seconds": 120, "total_seconds": 960, "rest_seconds": 120}
    assert clock.items() <= cleans.items()
    assert "Hang Clean + Jerk" == cleans["canonical_movement"]


@pytest.mark.parametrize("line", ["Cuando empiece el reloj, completa lo siguiente:", "Cuando termines, completa:"])
def test_what_always_comes_is_not_a_condition(line: str) -> None:
    """The work below is for everyone."""
    assert [{"canonical_movement": "Burpee", **reps(10)}] == asked(f"{line}\n10 burpees")


@pytest.mark.parametrize(
    ("scheme", "values"),
    [
        (
            "40 segundos de trabajo, 20 segundos de descanso",
            {"duration_seconds_min": 40, "duration_seconds_max": 40, "rest_seconds": 20},
        ),
        (
            "4 rondas de 45 segundos de trabajo y 15 segundos de descanso",
            {"sets": 4, "duration_seconds_min": 45, "duration_seconds_max": 45, "rest_seconds": 15},
        ),
        ("Por tiempo (límite 14 min):", {"format": "for time", "remark": "límite 14 min"}),
        ("Por tiempo, tope de 14 minutos:", {"format": "for time", "remark": "tope de 14 minutos"}),
    ],
)
def test_work_and_rest_and_a_cap_hold_for_the_lines_below(scheme: str, values: dict[str, Any]) -> None:
    """Work is named by a noun, too."""
    assert [{"canonical_movement": "Air Squat", **values}] == asked(f"{scheme}\nSentadillas al aire")


@pytest.mark.parametrize(
    "rest", ["2 min trote", "2 min de trote suave", "recuperación 2 min", "2 min de recuperación", "2 min caminando"]
)
def test_a_jog_or_a_recovery_between_runs_is_the_rest(rest: str) -> None:
    """After a row a jog may be work, so that it is a finding."""
    (run,) = asked(f"Correr 5 x 800 m, {rest}")
    assert (5, 120) == (run["sets"], run["rest_seconds"])
    assert read_segment("a", "Remo 3 x 500 m, 2 min trote", NOTATION).findings


def test_letters_after_amounts_and_weights_are_men_and_women() -> None:
    """`M` is women beside `H`; if they have more, one of the two is not what was meant."""
    (row,) = asked("Remo 15 cal (H) / 12 cal (M)")
    assert (15, 12) == (row["calories_min"], row["calories_women"])
    (squat,) = asked("Sentadilla 5x5 60 kg (H) / 40 kg (M)")
    assert (60, 40) == (squat["weight"], squat["weight_women"])
    assert read_segment("a", "Sentadilla 5x5 40 kg (H) / 60 kg (M)", NOTATION).findings


@pytest.mark.parametrize("line", ["Hombres 60kg / mujeres 40kg", "Hombres: 60 kg, mujeres: 40 kg"])
def test_weights_for_men_and_women_on_a_line_of_their_own_are_those_of_the_lift_above(line: str) -> None:
    """Below other work they are a finding."""
    (squat,) = asked(f"Sentadilla 5x5\n{line}")
    assert (60, 40) == (squat["weight"], squat["weight_women"])
    assert [line] == [found.line for found in read_segment("a", f"5 rondas:\n10 burpees\n{line}", NOTATION).findings]


def test_a_time_for_each_side_of_a_side_plank_may_be_in_front() -> None:
    """The two times are of the two sides."""
    (plank,) = asked("30 seg/30 seg plancha lateral")
    assert ("Side Plank", 30, True) == (
        plank["canonical_movement"],
        plank["duration_seconds_max"],
        plank["each_side"],
    )


def test_a_squat_below_a_front_squat_is_that() -> None:
    """`Sentadilla` alone is the back squat."""
    lifts = asked("Sentadilla frontal\nSerie 1: 5 sentadillas al 70%\nSerie 2: 4 sentadillas al 75%")
    assert ["Front Squat", "Front Squat"] == [one["canonical_movement"] for one in lifts]
    (other,) = asked("Sentadilla frontal\nSerie 1: 5 sentadillas traseras al 70%")
    assert "Back Squat" == other["canonical_movement"]


def test_odd_and_even_minutes_divide_the_clock() -> None:
    """Each of the two movements has half of its minutes."""
    rhythm = {"sets": 5, "interval_seconds": 60, "total_seconds": 600}
    assert [
        {"canonical_movement": "Power Clean", **reps(3), **rhythm},
        {"canonical_movement": "Burpee", **reps(8), **rhythm},
    ] == asked("EMOM 10 min\nMinuto impar: 3 cargadas de potencia\nMinutos pares: 8 burpees")


def test_rounds_for_time_hold_for_all_movements() -> None:
    """`rondas por tiempo` is a scheme, and pairs are for men and women."""
    run, swings, pull_ups = asked(
        "Tres rondas por tiempo:\nCorrer 400 metros\n21 balanceos con pesa rusa 24/16 kg\n12 dominadas"
    )
    assert {"for time"} == {one["format"] for one in (run, swings, pull_ups)}
    assert {3} == {one["sets"] for one in (run, swings, pull_ups)}
    assert ("Run", "Kettlebell Swing", "Pull-Up") == tuple(one["canonical_movement"] for one in (run, swings, pull_ups))
    assert (24, 16, "kg") == (swings["weight"], swings["weight_women"], swings["weight_unit"])


def test_set_lines_divide_the_sets_of_a_movement() -> None:
    """`Series 1-3` and `Series 4-5` are the sets of the movement above."""
    first, last = asked("Sentadilla frontal\nSeries 1-3: 5 repes al 70%\nSeries 4-5: 3 repes al 80%")
    assert (1, 3, 5, 70) == tuple(first[name] for name in ("first_set", "last_set", "reps_min", "percent_min"))
    assert (4, 5, 3, 80) == tuple(last[name] for name in ("first_set", "last_set", "reps_min", "percent_min"))


@pytest.mark.parametrize(
    "line",
    [
        "El lunes volvemos con más ganas.",
        "Respira hondo y disfruta.",
        "Trae agua.",
        "Si fallas dos veces, baja al 60%.",
    ],
)
def test_prose_gives_nothing(line: str) -> None:
    """Remarks to the athletes give no prescription."""
    assert [] == asked(line)


@pytest.mark.parametrize("line", ["(sin descanso) Sentadillas durante 60 segundos", "Semana 2: 5x4 pesado, quizá 80%"])
def test_a_line_that_looks_like_training_is_a_finding(line: str) -> None:
    """Work without a rest before it, and the week of a programme, are known by their Spanish words."""
    assert [line] == [finding.line for finding in read_segment("a", line, NOTATION).findings]


@pytest.mark.parametrize(
    "line",
    [
        "Deja dos repeticiones en el tanque.",
        "Deja 2 repeticiones en reserva",
        "Deja una o dos repeticiones en la recámara.",
        "Dejar 1-2 reps en recámara",
        "Guárdate 2 repeticiones.",
        "Reserva 2 repeticiones.",
        "Termina cada serie con dos repeticiones en la recámara.",
        "2 repeticiones en reserva",
        "2 RIR",
    ],
)
def test_reps_in_reserve_are_not_reps_to_do(line: str) -> None:
    """A coach who says how many reps stay undone prescribes none."""
    above = "Cada 2 minutos, 5 series:\nSentadilla x 5"
    assert asked(above) == asked(f"{above}\n{line}")


@pytest.mark.parametrize("line", ["Sentadilla 5x5 a 8", "Sentadilla 5x3 a 80 a 90"])
def test_an_ambiguous_spanish_line_gives_no_number(line: str) -> None:
    """`a` is `to` or `at`: a line that is not certain is a finding, and no field takes a part of it."""
    reading = read_segment("a", line, NOTATION)
    assert ([], ["unread"]) == (reading.prescriptions, [finding.rule for finding in reading.findings])


@pytest.mark.parametrize("weekday", ["Jueves", "Miercoles", "Sábado", "Thursday"])
def test_a_weekday_is_no_movement(weekday: str) -> None:
    """The calendar of a language is the only place that lists its weekdays."""
    reading = read_segment("a", f"{weekday} 3x5", NOTATION)
    assert [] == reading.prescriptions
    assert ["unread"] == [finding.rule for finding in reading.findings]


@pytest.mark.parametrize("table", ["numbers", "units", "words"])
def test_every_spelling_of_a_language_is_in_lower_case(table: str) -> None:
    """Spellings are looked up in lower case, so another would never be found."""
    for path in LANGUAGES.glob("??.toml"):
        entries = rtoml.loads(path.read_text(encoding="utf-8"))[table]
        spellings = [*entries] if table == "numbers" else [word for words in entries.values() for word in words.split()]
        assert [word.lower() for word in spellings] == spellings, path.name


def test_no_spelling_stands_for_two_things() -> None:
    """Within a table every spelling has one entry; the tables of a language are read together."""
    for path in LANGUAGES.glob("??.toml"):
        for table in ("units", "words"):
            entries = rtoml.loads(path.read_text(encoding="utf-8"))[table]
            spellings = [word for words in entries.values() for word in words.split()]
            assert sorted(set(spellings)) == sorted(spellings), path.name


def test_every_movement_that_is_spelled_in_spanish_is_in_the_catalogue() -> None:
    """A language gives other names to known movements; each of its spellings is found as that movement."""
    spelled = rtoml.loads((LANGUAGES / "es.toml").read_text(encoding="utf-8"))["movements"]["spellings"]
    found = {name: NOTATION.catalogue.find(spellings[0]) for name, spellings in spelled.items() if name != "Row"}
    assert [] == [name for name, movement in found.items() if movement is None or movement.name != name]


@pytest.mark.parametrize("own", ["50% del peso corporal", "60% de esfuerzo", "60% de intensidad"])
def test_a_percent_of_the_body_or_of_an_effort_is_not_a_base_of_the_line_below(own: str) -> None:
    """That is of the usual maximum; below a percent of the best of today it is of that."""
    assert percent(70).items() <= asked(f"Sentadilla\n1x10 @ {own}\n3x5 @ 70%")[-1].items()
    assert "80%" == asked("Sentadilla\n3x5 @ 75% de la marca de hoy\n3x3 @ 80%")[-1]["load_text"]


@pytest.mark.parametrize("time", ["1'30\"", "1'30''", "1´30´´", "1’30”", "1'30"])
@pytest.mark.parametrize("line", ["Remo 3x10, {} descanso", "Remo 3x10, descanso {}", "Remo 3x10\nDescanso {}"])
def test_a_time_with_primes_is_minutes_and_seconds(line: str, time: str) -> None:
    """It is the usual way to write a rest."""
    assert [one["rest_seconds"] for one in asked(line.format(time))] == [90]


@pytest.mark.parametrize(
    "text",
    [
        "EMOM 12 alternando\n3 cargadas\n10 flexiones",
        "EMOM 12 (alterno)\n3 cargadas\n10 flexiones",
        "EMOM 12, rotando:\n3 cargadas\n10 flexiones",
        "EMOM 12\n3 cargadas (impar)\n10 flexiones (par)",
        "EMOM 12\n3 cargadas (minutos impares)\n10 flexiones (minutos pares)",
    ],
)
def test_movements_that_take_turns_share_the_minutes(text: str) -> None:
    """Each has half of them."""
    assert [6, 6] == [one["sets"] for one in asked(text)]


def test_work_after_then_is_not_that_of_the_rounds_on_the_line() -> None:
    """`Luego` divides works as `then` does."""
    assert [3, 3, None] == [one.get("sets") for one in asked("3 rondas: 10 fondos, 10 flexiones. Luego 50 abdominales")]
    assert [None, 3, 3] == [one.get("sets") for one in asked("Remo 1 km, luego 3 rondas: 10 fondos, 10 flexiones")]


@pytest.mark.parametrize(
    "line",
    [
        "Llegar a 3 rondas",
        "15' para llegar al box",
        "Arrancada 5x2 RM 75",
        "Mantente al 75% del esfuerzo",
        "12 reps de cada lado:",
    ],
)
def test_words_of_a_maximum_or_of_each_movement_alone_prescribe_nothing(line: str) -> None:
    """They are of something else."""
    assert [] == read_segment("a", line, NOTATION).prescriptions

"""`wod settings`: the lifter's unit, bar and discs, and which of several amounts and levels are the lifter's."""

from copy import replace
from typing import Annotated, Any

import msgspec
import typer
from msgspec import ValidationError
from rich.console import Console
from rich.table import Table

from wod.errors import place_and_problem
from wod.lifting.lifter import Settings, defaults
from wod_cli.errors import CommandError
from wod_cli.lifter.file import known_level, load_lifter, save_lifter, weight_of
from wod_cli.terminal.text import sanitised, sanitised_json

_HEAVIEST_BAR = {"kg": 35, "lb": 75}


def settings(
    unit: Annotated[
        str | None, typer.Option(metavar="kg|lb", help="Of bar and discs; both are the gym's usual then.")
    ] = None,
    bar: Annotated[str | None, typer.Option(metavar="WEIGHT", help="20 or 15, 45 or 35.")] = None,
    collar: Annotated[
        str | None, typer.Option(metavar="WEIGHT", help="Of one collar; 0 if they are not counted.")
    ] = None,
    plates: Annotated[
        str | None, typer.Option(metavar="WEIGHTS", help="The discs that there are: 25,20,15,10,5,2.5,1.25")
    ] = None,
    pair: Annotated[
        str | None, typer.Option(metavar="first|second", help="Which amount of `95/65 lb` is yours.")
    ] = None,
    level: Annotated[
        str | None, typer.Option(metavar="LEVEL", help="Which sessions of a day are yours; empty for all.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON, for programs.")] = False,
) -> None:
    """Show your settings, after changing those that are named.

    Example: `wod settings --unit lb --bar 45`
    """
    lifter = load_lifter()
    to_be = unit or lifter.settings.unit
    if to_be not in _HEAVIEST_BAR:
        raise CommandError(f"{to_be!r} is not a unit: write kg or lb.")
    named: dict[str, Any] = {
        "unit": unit,
        "bar": None if bar is None else _in_unit(bar, to_be, "--bar"),
        "collar": None if collar is None else _in_unit(collar, to_be, "--collar"),
        "plates": None
        if plates is None
        else [_in_unit(one, to_be, "--plates") for one in plates.replace(" ", ",").split(",") if one],
        "pair": pair,
        "level": known_level(level.strip()) if level and level.strip() else level,
    }
    if named["plates"] == []:
        raise CommandError("--plates is wrong: name one disc at least, as in 25,20,15,10,5,2.5,1.25.")
    changed = {name: value for name, value in named.items() if value is not None}
    own = lifter.settings
    if changed:
        own = _changed(own, changed)
        save_lifter(replace(lifter, settings=own))
    if as_json:
        typer.echo(sanitised_json(msgspec.to_builtins(own)))
        return
    table = Table(show_header=False)
    for name, value in (
        ("unit", own.unit),
        ("bar", f"{own.bar:g} {own.unit}"),
        ("collar", f"{own.collar:g} {own.unit}" if own.collar else "not counted"),
        ("plates", " ".join(f"{plate:g}" for plate in own.plates)),
        ("pair", f"the {own.pair} of `95/65 lb`"),
        ("level", own.level or "all"),
    ):
        table.add_row(name, sanitised(value))
    Console().print(table)


def _in_unit(text: str, unit: str, option: str) -> float:
    """Return a weight without its unit. Raise CommandError if that is not the gym's."""
    weight = weight_of(text)
    if weight.unit not in (None, unit):
        raise CommandError(f"{option} {text} is not in {unit}; add --unit {weight.unit} if your gym has these.")
    return weight.weight


def _changed(own: Settings, changed: dict[str, Any]) -> Settings:
    """Return the settings with the changed ones; another unit brings its own bar and discs."""
    unit = changed.get("unit", own.unit)
    bar, heaviest = changed.get("bar", 0), _HEAVIEST_BAR[unit]
    if bar > heaviest:
        other = "lb" if unit == "kg" else "kg"
        hint = f"; is it in {other}? Then add --unit {other}." if bar <= _HEAVIEST_BAR[other] else "."
        raise CommandError(f"--bar is wrong: no bar weighs {bar:g} {unit}, at most {heaviest}{hint}")
    gym = defaults(unit) if unit != own.unit else own
    kept = {"pair": own.pair, "level": own.level}
    try:
        return msgspec.convert(
            msgspec.to_builtins(gym) | kept | changed | {"level": changed.get("level", own.level) or None}, Settings
        )
    except ValidationError as error:
        place, problem = place_and_problem(error, Settings)
        raise CommandError(f"--{place.partition('[')[0]} is wrong ({problem[:1].lower()}{problem[1:]}).") from error

"""`wod settings`: the lifter's unit, bar and discs, and which of several amounts and levels are the lifter's."""

from typing import Annotated, Any

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.table import Table

from wod.errors import place_and_problem
from wod.lifting.lifter import Settings, defaults
from wod_cli.errors import CommandError
from wod_cli.lifter.file import load_lifter, save_lifter, weight_of
from wod_cli.terminal.text import plain, plain_json


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
    named: dict[str, Any] = {
        "unit": unit,
        "bar": None if bar is None else weight_of(bar).weight,
        "collar": None if collar is None else weight_of(collar).weight,
        "plates": None
        if plates is None
        else [weight_of(one).weight for one in plates.replace(" ", ",").split(",") if one],
        "pair": pair,
        "level": level,
    }
    changed = {name: value for name, value in named.items() if value is not None}
    own = lifter.settings
    if changed:
        own = _changed(own, changed)
        save_lifter(lifter.model_copy(update={"settings": own}))
    if as_json:
        typer.echo(plain_json(own.model_dump(mode="json")))
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
        table.add_row(name, plain(value))
    Console().print(table)


def _changed(own: Settings, changed: dict[str, Any]) -> Settings:
    """Return the settings with the changed ones; another unit brings its own bar and discs."""
    unit = changed.get("unit", own.unit)
    if unit not in ("kg", "lb"):
        raise CommandError(f"{unit!r} is no unit: write kg or lb.")
    gym = defaults(unit) if unit != own.unit else own
    kept = {"pair": own.pair, "level": own.level}
    try:
        return Settings(**gym.model_dump() | kept | changed | {"level": changed.get("level", own.level) or None})
    except ValidationError as error:
        place, problem = place_and_problem(error)
        raise CommandError(f"--{place.partition('.')[0]} is wrong ({problem[:1].lower()}{problem[1:]}).") from error

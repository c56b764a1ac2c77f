"""`wod local`: the embedded cloud with the stack deployed, kept running."""

import json
import shlex
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from wod_cli import PROGRAMME
from wod_cli.deployed.stack import ProgrammeOption, StageOption, find_stack
from wod_cli.embedded import cloud
from wod_cli.embedded.cloud import LOCAL, Cloud
from wod_cli.embedded.deploy import build, deploy
from wod_cli.errors import CommandError

app = typer.Typer(no_args_is_help=True, help="The embedded cloud: AWS on this machine, with the stack deployed.")
console = Console(stderr=True)

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object on standard output, for programs.")]


@app.command()
def up(as_json: AsJson = False, stage: StageOption = "dev", programme: ProgrammeOption = PROGRAMME) -> None:
    """Start it if it is down, and deploy a stack of what is in this folder; others there stay.

    Standard output is what a shell needs to speak to it: `eval "$(wod local up)"`.
    """
    with console.status("building: half a minute if everything is new"):
        build(LOCAL)
    with console.status("starting the embedded cloud"):
        running = cloud.start(LOCAL)
    with console.status("deploying the stack"):
        deploy(running, LOCAL, {}, stage, programme)
    _write_environments(running)
    if as_json:
        _print_json(running, stage, programme)
    else:
        console.print(_table(running, stage, programme))
        for name, value in _settings(running, stage, programme).items():
            typer.echo(f"export {name}={shlex.quote(value)}")


@app.command()
def down() -> None:
    """Stop it. What it held is gone; its log stays."""
    console.print("The embedded cloud is down." if cloud.stop(LOCAL) else "The embedded cloud was not running.")


@app.command()
def status(as_json: AsJson = False, stage: StageOption = "dev", programme: ProgrammeOption = PROGRAMME) -> None:
    """Say whether it runs, and what is deployed there. Exit status 1 if it does not run."""
    running = cloud.running(LOCAL)
    if as_json:
        _print_json(running, stage, programme)
    elif running:
        console.print(_table(running, stage, programme))
    else:
        console.print("The embedded cloud is not running: `wod local up` starts it.")
    if not running:
        raise typer.Exit(1)


def _write_environments(running: Cloud) -> None:
    """Write down the environment of each deployed function, as samconfig.toml has `sam local invoke` take it."""
    # In a container the loopback is its own: Docker has a name for the machine.
    endpoint = {"AWS_ENDPOINT_URL": f"http://host.docker.internal:{running.port}"}
    functions = running.client("lambda").list_functions()["Functions"]
    environments = {each["FunctionName"]: each["Environment"]["Variables"] | endpoint for each in functions}
    (LOCAL / "environments.json").write_text(json.dumps(environments, indent=2))


def _settings(running: Cloud, stage: str, programme: str) -> dict[str, str]:
    """Return what a shell needs to speak to a stack in the embedded cloud."""
    return {**running.settings, "WOD_PROGRAMME": programme, "WOD_STAGE": stage}


def _print_json(running: Cloud | None, stage: str, programme: str) -> None:
    environment = _settings(running, stage, programme) if running else {}
    outputs = _outputs(running, stage, programme) if running else {}
    typer.echo(json.dumps({"running": bool(running), "environment": environment, "outputs": outputs}))


def _table(running: Cloud, stage: str, programme: str) -> Table:
    table = Table(title=f"The embedded cloud runs at {running.endpoint}", title_justify="left")
    table.add_column("What")
    table.add_column("Where", overflow="fold")
    for name, value in _outputs(running, stage, programme).items():
        table.add_row(name, value)
    table.add_row("log", str(cloud.log_file(LOCAL)))
    return table


def _outputs(running: Cloud, stage: str, programme: str) -> dict[str, str]:
    try:
        return find_stack(stage, programme, running.client).outputs
    except CommandError:  # it runs, but the stack could not be deployed
        return {}

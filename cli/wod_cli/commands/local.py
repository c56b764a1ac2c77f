"""`wod local`: the embedded cloud with the stack deployed, kept running."""

import json
import re
import shlex
import time
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from wod.blog import DEFAULT_BLOG
from wod_cli import PROGRAMME, PROJECT
from wod_cli.deployed.stack import ProgrammeOption, StageOption, find_stack
from wod_cli.embedded import cloud, sample_blog
from wod_cli.embedded.cloud import LOCAL, Cloud
from wod_cli.embedded.deploy import build, deploy
from wod_cli.errors import CommandError, meant
from wod_cli.posts.blog_option import deployable
from wod_cli.posts.samples import WHAT_SAMPLES_ARE, sample_posts

app = typer.Typer(
    no_args_is_help=True,
    help="The embedded cloud: AWS on this machine, with the stack deployed.\n\nExample: `wod local status`",
)
console = Console(stderr=True)

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object on standard output, for programs.")]

ENVIRONMENTS = LOCAL / "environments.json"
_OWN_OPTIONS = {"Blog": "--blog", "WordPressUrl": "--wordpress-url", "Stage": "--stage", "Programme": "--programme"}


@app.command()
def up(
    blog: Annotated[
        str, typer.Option(metavar="NAME", help="The blog whose posts are read, by its name in wod/blogs.")
    ] = DEFAULT_BLOG,
    wordpress_url: Annotated[
        str, typer.Option(metavar="URL", help="Fetch from this WordPress, instead of the blog's sample posts.")
    ] = "",
    parameter: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=VALUE", help="A parameter of template.yaml; may be given several times."),
    ] = None,
    as_json: AsJson = False,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Start it if it is down, and deploy a stack of what is in this folder; others there stay.

    The stack fetches from a small WordPress on this machine that has the sample
    posts of the blog. Standard output has the shell commands that
    select the stack.

    Example: `eval "$(wod local up)"`, and then `wod fetch`
    """
    parameters = parameters_of(parameter or [])
    deployable(blog)
    if not wordpress_url:
        sample_posts(blog)  # says so now if it has none
    with console.status("building: half a minute if everything is new"):
        build(LOCAL)
    with console.status("starting the embedded cloud"):
        running = cloud.start(LOCAL)
        url = wordpress_url or sample_blog.start(LOCAL, blog, sample_posts(blog))
    with console.status("deploying the stack"):
        deploy(running, LOCAL, {**parameters, "Blog": blog, "WordPressUrl": url}, stage, programme)
    _write_environments(running)
    if as_json:
        _print_json(running, stage, programme)
        return
    console.print(_table(running, stage, programme))
    what = "" if wordpress_url else f", which has {WHAT_SAMPLES_ARE}"
    console.print(f"The stack fetches from {url}{what}. Next: `wod fetch`, then `wod week next`.", soft_wrap=True)
    for name, value in _settings(running, stage, programme).items():
        typer.echo(f"export {name}={shlex.quote(value)}")


@app.command()
def down() -> None:
    """Stop it, with the sample blogs. Its state is deleted; its log stays.

    Example: `wod local down`
    """
    began = time.monotonic()
    blogs = sample_blog.stop(LOCAL)
    if not cloud.stop(LOCAL) and not blogs:
        typer.echo("The embedded cloud was not running.")
        return
    stopped = " and ".join(["the embedded cloud", *(f"the sample blog {name}" for name in blogs)])
    typer.echo(f"Stopped {stopped}, and removed what was there, in {time.monotonic() - began:.1f} s.")
    typer.echo(f"The log is {cloud.log_file(LOCAL)}")


@app.command()
def status(as_json: AsJson = False, stage: StageOption = "dev", programme: ProgrammeOption = PROGRAMME) -> None:
    """Show whether it runs, and what is deployed there. Exit status 1 if it does not run.

    Example: `wod local status --json`
    """
    running = cloud.running(LOCAL)
    if as_json:
        _print_json(running, stage, programme)
    elif running:
        Console().print(_table(running, stage, programme))
    else:
        typer.echo("The embedded cloud is not running: `wod local up` starts it.")
    if not running:
        raise typer.Exit(1)


def parameters_of(given: list[str]) -> dict[str, str]:
    """Return parameters of the template by their names. Raise CommandError for an unknown one, or one with its own
    option."""
    parameters = {}
    known = _parameter_names() if given else []
    for text in given:
        name, equals, value = text.partition("=")
        if not (name.isalnum() and equals):
            raise CommandError(f"{text!r} is not a parameter: write --parameter NAME=VALUE.", status=2)
        if name in _OWN_OPTIONS:
            raise CommandError(f"The parameter {name} has its own option: {_OWN_OPTIONS[name]}.", status=2)
        if name not in known:
            hint = meant(name, known) or f"there are {', '.join(known)}."
            raise CommandError(f"template.yaml has no parameter {name}; {hint}", status=2)
        parameters[name] = value
    return parameters


def _parameter_names() -> list[str]:
    """Return the names of the template's parameters that have no option of their own here."""
    _, _, after = (PROJECT / "template.yaml").read_text(encoding="utf-8").partition("\nParameters:\n")
    section, *_ = re.split(r"^\w", after, maxsplit=1, flags=re.MULTILINE)
    return [name for name in re.findall(r"^  (\w+):$", section, re.MULTILINE) if name not in _OWN_OPTIONS]


def _write_environments(running: Cloud) -> None:
    """Write the environment of each deployed function, which samconfig.toml passes to `sam local invoke`."""
    # In a container the loopback is its own: Docker has a name for the machine.
    endpoint = {"AWS_ENDPOINT_URL": f"http://host.docker.internal:{running.port}"}
    functions = running.client("lambda").list_functions()["Functions"]
    environments = {each["FunctionName"]: each["Environment"]["Variables"] | endpoint for each in functions}
    for variables in environments.values():
        if "WORDPRESS_URL" in variables:
            variables["WORDPRESS_URL"] = variables["WORDPRESS_URL"].replace("//127.0.0.1:", "//host.docker.internal:")
    ENVIRONMENTS.write_text(json.dumps(environments, indent=2))


def _settings(running: Cloud, stage: str, programme: str) -> dict[str, str]:
    """Return the shell commands that select a stack in the embedded cloud."""
    return {**running.settings, "WOD_PROGRAMME": programme, "WOD_STAGE": stage}


def _print_json(running: Cloud | None, stage: str, programme: str) -> None:
    environment = _settings(running, stage, programme) if running else {}
    outputs = _outputs(running, stage, programme) if running else {}
    typer.echo(
        json.dumps(
            {
                "running": bool(running),
                "environment": environment,
                "outputs": outputs,
                "sample_blogs": sample_blog.running(LOCAL),
            }
        )
    )


def _table(running: Cloud, stage: str, programme: str) -> Table:
    table = Table(title=f"The embedded cloud runs at {running.endpoint}", title_justify="left")
    table.add_column("What")
    table.add_column("Where", overflow="fold")
    for name, value in _outputs(running, stage, programme).items():
        table.add_row(name, value)
    for name, address in sample_blog.running(LOCAL).items():
        table.add_row(f"sample blog {name}", address)
    table.add_row("for `sam local invoke`", str(ENVIRONMENTS))
    table.add_row("log", str(cloud.log_file(LOCAL)))
    return table


def _outputs(running: Cloud, stage: str, programme: str) -> dict[str, str]:
    try:
        return find_stack(stage, programme, running.client).outputs
    except CommandError:  # it runs, but the stack could not be deployed
        return {}

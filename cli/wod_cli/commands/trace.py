"""`wod trace`: the path of one post through the chain, and back from a result to its lines and raw post."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from typing import Annotated

import typer
from rich.console import Console

from wod.keys import BRONZE_PREFIX, bronze_ledger, silver_ledger
from wod.plumbing import ledger, objects
from wod_cli import PROGRAMME
from wod_cli.deployed.lineage import behind
from wod_cli.deployed.post_path import Found, path_of
from wod_cli.deployed.quarantined import quarantined
from wod_cli.deployed.remains import id_of, remains_of
from wod_cli.deployed.runs import STAGES
from wod_cli.deployed.stack import ProgrammeOption, Stack, StageOption, find_stack, read_as, use
from wod_cli.errors import CommandError
from wod_cli.lifter.days import days_of as days_named
from wod_cli.terminal.listing import AsJson
from wod_cli.terminal.text import all_visible, sanitised_json
from wod_cli.terminal.trace_tree import tree_of_lines, tree_of_logs, tree_of_post

_WEEK_OR_DATE = re.compile(r"\d{4}-W\d{2}|\d{4}-\d{2}-\d{2}", re.ASCII | re.IGNORECASE)

_SIGNS_OF_A_POST = ("sessions", "bronze", "runs", "waiting", "quarantine", "made", "forgotten_until")


def trace(
    what: Annotated[
        str, typer.Argument(metavar="POST|WEEK|DATE", help="An id, a slug or a key of bronze; 2021-W10; 2021-03-08.")
    ],
    figure: Annotated[
        str, typer.Option(metavar="NAME", help="For a week or day: only the lines behind a lift, family or movement.")
    ] = "",
    logs: Annotated[bool, typer.Option("--logs", help="Show the log lines of the post's correlation ids too.")] = False,
    as_json: AsJson = False,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Show a post's path from the blog to the text message, or the lines behind a week, a day or a figure.

    Example: `wod trace 51820`, or `wod trace 2021-W10 --figure "Back Squat"`
    """
    stack = find_stack(stage, programme)
    use(stack)
    read_as(stack)
    is_of_days = bool(_WEEK_OR_DATE.fullmatch(what))
    if figure and not is_of_days:
        raise CommandError("--figure is of a week or a day: wod trace 2021-W10 --figure 'Back Squat'.")
    found = [behind(days_named(what, date.today()), figure)] if is_of_days else []
    if is_of_days and not found[0]["sessions"]:
        raise CommandError(f"Silver has no {'line of ' + figure if figure else 'session'} for {what}.")
    if not is_of_days or ("W" in what.upper() and not figure):
        posts = [_post_named(stack, what)] if not is_of_days else [(one, []) for one in found[0]["posts"]]
        found += [path_of(stack, *post) for post in posts]
    if not any(found[0].get(name) for name in _SIGNS_OF_A_POST):
        raise CommandError(
            f"There is no post {what}: neither bronze nor quarantine has one, and no stage has run for it. "
            "`wod week --json` and `wod quarantine` name posts."
        )
    if logs:
        for one in found:
            one["logs"] = list(_log_lines(stack, one.get("correlation_ids", ())))
    console = Console()
    for one in found:
        if as_json:
            print(sanitised_json(one))
            continue
        shown = all_visible(one)
        console.print(tree_of_lines(shown) if "sessions" in shown else tree_of_post(shown))
        if logs and shown["logs"]:
            console.print(tree_of_logs(shown["logs"]))


def _post_named(stack: Stack, name: str) -> tuple[int | None, list[str]]:
    """Return the id of a post, and the keys of its raw objects that no ledger has; no id if an object is not a post.

    Raise CommandError if the name fits no post or several.
    """
    keys = [name] if name.startswith(BRONZE_PREFIX) else []
    try:
        post_id = id_of(stack, name)
    except CommandError:
        if keys and objects.versions(name)[0]:
            return None, keys
        refused = {one.post_id for one in quarantined(stack) if one.post == name and one.post_id}
        if len(refused) != 1:
            raise
        (post_id,) = refused
    stored = ledger.read(silver_ledger(post_id))
    if not (stored and stored.place) and not ledger.read(bronze_ledger(post_id)):
        keys += [raw.key for raw in remains_of(stack, post_id).raw]
    return post_id, keys


def _log_lines(stack: Stack, ids: Iterable[str]) -> Iterator[Found]:
    """Yield the structured log lines of all stages under these correlation ids, in their order."""
    found = []
    wanted = set(ids)
    for stage in STAGES:
        group = f"/aws/lambda/{stack.prefix}{stage.replace('_', '-')}"
        for one in wanted:
            pages = stack.client("logs").get_paginator("filter_log_events")
            for page in pages.paginate(logGroupName=group, filterPattern=f'"{one}"'):
                found += [event["message"] for event in page["events"]]
    for line in dict.fromkeys(found):
        with suppress(ValueError):
            logged = json.loads(line)
            if isinstance(logged, dict) and logged.get("correlation_id") in wanted:
                yield logged

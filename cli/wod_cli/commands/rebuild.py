"""`wod rebuild`: silver, table and gold again from bronze alone, and what differs from what bronze gives."""

import json
import time
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any
from uuid import uuid4

import typer
from pydantic import BaseModel
from rich.console import Console

from wod.blog import current_blog
from wod.errors import BadInput
from wod.figures.week import aggregate_week
from wod.keys import BRONZE_PREFIX, FORGOTTEN_PREFIX, GOLD_PREFIX, SILVER_PREFIX, gold_key, silver_key, week_of_key
from wod.models import DaysMessage, LinesMessage, RecordsMessage, SessionsMessage, Week
from wod.plumbing import bronze, objects, revisions, silver
from wod.plumbing.sending import text_of
from wod.plumbing.table import Item, item_of
from wod.reading.days import group_by_day
from wod.reading.page import read_lines
from wod.reading.parts import segment_day
from wod.reading.post import read_post
from wod.reading.records import to_records
from wod.week_file import read_week, replace_post
from wod.weeks import week_starting
from wod_cli import PROGRAMME
from wod_cli.deployed.queues import queues_of, rebuild_event
from wod_cli.deployed.stack import ProgrammeOption, Stack, StageOption, find_stack, read_as, use
from wod_cli.errors import CommandError
from wod_cli.terminal.listing import tracked
from wod_cli.terminal.text import visible

type Weeks = dict[str, list[dict[str, Any]]]
"""Silver records by the keys of their weeks' files."""

console = Console(stderr=True)

# What SQS says of its queues is late by some seconds, and so is an event on its way to one.
_SECONDS_OF_QUIET = 10
_SECONDS_BETWEEN_LOOKS = 1


# A fetch that fails is tried again for an hour, and makes no difference to what bronze has now.
_IN_FRONT_OF_BRONZE = {"get-invictus-post", "dump-post-to-bucket"}


@dataclass
class Expected:
    """What bronze gives, said by the functions of the stages without the stages."""

    weeks: Weeks = field(default_factory=dict)
    preambles: dict[int, list[str]] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)


def rebuild(
    check: Annotated[bool, typer.Option("--check", help="Only say what differs, and change nothing.")] = False,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Make silver, table, gold and site again from bronze, and say what differs in the end. Exit status 1 if anything
    does.

    It works into an empty stack too. What bronze does not give is never deleted, only named.
    """
    stack = find_stack(stage, programme)
    read_as(stack)
    use(stack)
    keys = [key for key in stack.keys(BRONZE_PREFIX) if key.endswith(".json")]
    if not check:
        _remember_forgotten(stack)
        _send_through(stack, keys, ["strip-post-html"], "from bronze")
        # A week that was right in silver already was not written, so nobody downstream has heard of it.
        _send_through(stack, stack.keys(SILVER_PREFIX), ["load-sessions-to-table", "aggregate-week"], "from silver")
        # Figures that were right already made no event, and pages may be written by an older version.
        _send_through(stack, stack.keys(GOLD_PREFIX), ["render-week"], "from gold")
    expected = expected_of(keys)
    for reason in expected.unreadable:
        console.print(visible(f"Gives no sessions: {reason}"), markup=False, highlight=False, soft_wrap=True)
    found = differences(stack, expected)
    for difference in found:
        typer.echo(visible(difference))
    sessions = sum(map(len, expected.weeks.values()))
    console.print(f"Bronze gives {sessions} sessions in {len(expected.weeks)} weeks, from {len(keys)} raw posts.")
    if found:
        raise CommandError(
            f"{len(found)} differences; docs/operations.md says under `wod rebuild` what each calls for."
        )


def _remember_forgotten(stack: Stack) -> None:
    """Let the ledgers of silver say which posts are forgotten, if silver was lost: a post without a ledger is new."""
    for key in stack.keys(FORGOTTEN_PREFIX):
        post_id = int(key.removeprefix(FORGOTTEN_PREFIX).removesuffix(".json"))
        silver.take_out(post_id, lambda entry: entry is None, str(uuid4()))


def expected_of(bronze_keys: list[str]) -> Expected:
    """What the chain makes of these raw posts. Where one post lies under several keys, its newest revision counts."""
    expected = Expected()
    newest: dict[int, tuple[tuple[str, str], RecordsMessage]] = {}
    for key in tracked(bronze_keys, "reading bronze"):
        try:
            message = _records_of(key)
        except BadInput as error:
            expected.unreadable.append(f"{key}: {error}")
            continue
        if message:
            source = message.source
            revision = (source.modified_gmt, source.bronze_key)
            if source.post_id not in newest or newest[source.post_id][0] < revision:
                newest[source.post_id] = revision, message
    for post_id, (_, message) in newest.items():
        week = silver_key(message.week)
        expected.weeks[week] = replace_post(expected.weeks.get(week, []), post_id, message.records)
        expected.preambles[post_id] = [line.text for line in message.preamble]
    return expected


def differences(stack: Stack, expected: Expected) -> list[str]:
    """What silver, the table and gold have otherwise than bronze gives it, one line each."""
    held, found = _read_silver(stack.keys(SILVER_PREFIX))
    wanted = _by_session(expected.weeks)
    found += [f"silver: {line}" for line in _compared(wanted, _by_session(held))]
    found += [f"table: {line}" for line in _compared(_with_decimals(wanted), _table(stack))]
    gold = {key: _read_json(key) for key in stack.keys(GOLD_PREFIX)}
    # A week that an edit has emptied has a file without sessions, and figures of none.
    weeks = {key: expected.weeks.get(key, []) for key in sorted({*held, *expected.weeks})}
    figures = {gold_key(week_of_key(key)): _figures(key, weeks, expected.preambles) for key in weeks}
    for key in sorted({*figures, *gold}):
        if key not in gold:
            found.append(f"gold: {key} is missing")
        elif key not in figures:
            found.append(f"gold: {key} is extra")
        elif figures[key] != gold[key]:
            found.append(f"gold: {key} differs in {', '.join(_fields(figures[key], gold[key]))}")
    return found


def _send_through(stack: Stack, keys: list[str], names: list[str], what: str) -> None:
    """Announce the objects to the stages of these queues as if they were new, and wait until nothing moves any more."""
    queues = queues_of(stack)
    targets = [queues.named(name) for name in names]
    for key in tracked(keys, what):
        for queue in targets:
            queue.send(rebuild_event(stack.outputs["BucketName"], key))
    others = _IN_FRONT_OF_BRONZE | {queue.name for queue in queues.values() if queue.holds_dead_letters}
    working = [queue for queue in queues.values() if queue.name not in others]
    with console.status(what) as status:
        quiet = 0
        while quiet < _SECONDS_OF_QUIET:
            waiting = sum(queue.count() for queue in working)
            status.update(f"{what}: {waiting} messages on their way")
            quiet = 0 if waiting else quiet + _SECONDS_BETWEEN_LOOKS
            time.sleep(_SECONDS_BETWEEN_LOOKS)


def _records_of(key: str) -> RecordsMessage | None:
    """Return the records of a raw post; None if it is gone or forgotten, or if another key holds a later revision."""
    from wod.reading.cleaning import clean_records  # pandas takes a second to load, and few commands need it

    stored = revisions.newest_revision(key)
    if stored is None:
        return None
    post = read_post(stored.body)
    source = revisions.lineage_of(stored, post)
    if not bronze.is_current(source):
        return None
    lines = _sent(LinesMessage(source=source, lines=read_lines(post.content))).lines
    preamble, days = group_by_day(lines, source, current_blog())
    _sent(DaysMessage(source=source, preamble=preamble, days=days))
    sessions = [segment_day(day, current_blog()) for day in days]
    _sent(SessionsMessage(source=source, preamble=preamble, sessions=sessions))
    week, records = to_records(source, sessions, current_blog())
    message = _sent(RecordsMessage(source=source, week=week, preamble=preamble, records=records))
    return _sent(message.model_copy(update={"records": clean_records(message.records)}))


def _sent[M: BaseModel](message: M) -> M:
    """The message, if a queue takes it as the stages send it; what is too large ends in quarantine there."""
    text_of(message)
    return message


def _read_silver(keys: list[str]) -> tuple[Weeks, list[str]]:
    """The weeks of silver, and what cannot be read there."""
    weeks: Weeks = {}
    unreadable = []
    for key in keys:
        try:
            week_of_key(key)
            stored = objects.read(key)
            weeks[key] = read_week(stored.body) if stored else []
        except BadInput as error:
            unreadable.append(f"silver: {key} cannot be read: {error}")
    return weeks, unreadable


def _read_json(key: str) -> Any:
    stored = objects.read(key)
    return json.loads(stored.body) if stored else None


def _table(stack: Stack) -> dict[tuple[str, str], Item]:
    pages = stack.client("dynamodb").get_paginator("scan")
    images = (
        image
        for page in pages.paginate(TableName=stack.outputs["SessionsTableName"], ConsistentRead=True)
        for image in page["Items"]
    )
    return {(item["date"], item["session"]): item for item in map(item_of, images)}


def _figures(key: str, weeks: Weeks, preambles: dict[int, list[str]]) -> Any:
    week = week_of_key(key)
    before = weeks.get(silver_key(_week_before(week)))
    posts = {record["source"]["post_id"] for record in weeks[key]}
    in_front = {post: preambles[post] for post in sorted(posts)}
    figures = aggregate_week(week, weeks[key], before, in_front, key, current_blog().quality)
    return json.loads(json.dumps(figures))


def _week_before(week: Week) -> Week:
    return week_starting(date.fromisoformat(week.start_date) - timedelta(weeks=1))


def _by_session(weeks: Weeks) -> dict[tuple[str, str], dict[str, Any]]:
    return {(record["date"], record["session"]): record for records in weeks.values() for record in records}


def _with_decimals(sessions: dict[tuple[str, str], dict[str, Any]]) -> dict[tuple[str, str], Item]:
    """The sessions with their numbers as the table gives them."""
    return {key: json.loads(json.dumps(session), parse_float=Decimal) for key, session in sessions.items()}


def _compared(expected: dict[tuple[str, str], Any], found: dict[tuple[str, str], Any]) -> list[str]:
    """What is missing, extra or different, a line a session, in the order of the dates."""
    lines = []
    for key in sorted({*expected, *found}):
        session = " ".join(key)
        if key not in found:
            lines.append(f"{session} is missing")
        elif key not in expected:
            lines.append(f"{session} is extra")
        elif expected[key] != found[key]:
            lines.append(f"{session} differs in {', '.join(_fields(expected[key], found[key]))}")
    return lines


def _fields(expected: dict[str, Any], found: dict[str, Any]) -> list[str]:
    return sorted(name for name in {*expected, *found} if expected.get(name) != found.get(name))

"""`wod rebuild`: silver, table and gold again from bronze alone, and what differs from what bronze gives."""

import json
import re
from collections import defaultdict
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any
from uuid import uuid4

import typer
from pydantic import BaseModel
from rich.console import Console

from wod.blog import current_blog
from wod.errors import BadInput
from wod.figures.week import aggregate_week
from wod.keys import (
    BRONZE_PREFIX,
    FORGOTTEN_PREFIX,
    GOLD_PREFIX,
    SILVER_PREFIX,
    gold_key,
    quarantine_key,
    silver_key,
    week_of_key,
)
from wod.models import DaysMessage, LinesMessage, RecordsMessage, SessionsMessage, Source, Week
from wod.plumbing import bronze, objects, revisions, silver
from wod.plumbing.objects import StoredObject
from wod.plumbing.sending import text_of
from wod.plumbing.table import Item, item_of, refusal_of
from wod.reading.days import NO_DAY, group_by_day
from wod.reading.page import read_lines
from wod.reading.parts import segment_day
from wod.reading.post import read_post
from wod.reading.records import to_records
from wod.week_file import read_week, replace_post
from wod.weeks import week_starting, weeks_away
from wod_cli import PROGRAMME
from wod_cli.deployed.queues import queues_of, rebuild_event
from wod_cli.deployed.settling import IN_FRONT_OF_BRONZE, until_quiet
from wod_cli.deployed.stack import ProgrammeOption, Stack, StageOption, find_stack, read_as, use
from wod_cli.errors import CommandError
from wod_cli.lifter.days import week_of
from wod_cli.posts.line_changes import LINEAGE, Change, changes, count_lines
from wod_cli.posts.other_parser import read_with
from wod_cli.terminal.changes import shown_changes
from wod_cli.terminal.listing import AsJson, tracked
from wod_cli.terminal.text import counted, plain_json, visible

type Weeks = dict[str, list[dict[str, Any]]]
"""Silver records by the keys of their weeks' files."""

console = Console(stderr=True)

_SHARE = re.compile(r"(\d+(?:\.\d+)?)(%?)", re.ASCII)


@dataclass
class Expected:
    """What bronze gives, said by the functions of the stages without the stages."""

    weeks: Weeks = field(default_factory=dict)
    preambles: dict[int, list[str]] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Raw:
    """A raw post whose revision counts."""

    stored: StoredObject
    source: Source


@dataclass
class Differences:
    """What is otherwise than bronze gives it: silver by line; the table and gold, if they say something else than
    silver too, in a sentence for each session or week."""

    silver: list[Change]
    others: list[str]
    lines: int
    """How many lines silver has."""

    @property
    def changed(self) -> list[Change]:
        """The differences that are more than lineage."""
        return [change for change in self.silver if change.kind != LINEAGE]

    @property
    def changed_lines(self) -> int:
        return len({change.line for change in self.changed})


def rebuild(
    check: Annotated[bool, typer.Option("--check", help="Only say what differs, and change nothing.")] = False,
    parser: Annotated[
        Path | None,
        typer.Option(
            "--with", metavar="PATH", help="With --check: judge the parser in this folder, such as ./layers/common."
        ),
    ] = None,
    week: Annotated[str, typer.Option(metavar="WEEK", help="With --check: one week, such as 2021-W10.")] = "",
    post: Annotated[str, typer.Option(metavar="POST", help="With --check: one post, by its id or slug.")] = "",
    samples: Annotated[int, typer.Option(min=0, metavar="N", help="How many differences of each kind are shown.")] = 3,
    threshold: Annotated[
        str, typer.Option(metavar="N|N%", help="How many lines may differ before the exit status is 1.")
    ] = "0",
    as_json: AsJson = False,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Make silver, table, gold and site again from bronze, and say what differs in the end. Exit status 1 if anything
    does, more than the lineage.

    It works into an empty stack too. What bronze does not give is never
    deleted, only named. With --check --with, a parser is judged over the whole
    history before it is deployed: silver is compared with what it would make.

    Example: `wod rebuild --check --with ./layers/common`
    """
    if not check and (parser or week or post or as_json or threshold != "0"):
        raise CommandError("--with, --week, --post, --threshold and --json are for --check: say that, too.")
    limit = _SHARE.fullmatch(threshold)
    if not limit:
        raise CommandError(f"The threshold {threshold!r} is neither a number of lines nor a percentage such as 0.5%.")
    stack = find_stack(stage, programme)
    read_as(stack)
    use(stack)
    _wait(stack, "waiting for the chain")
    keys = [key for key in stack.keys(BRONZE_PREFIX) if key.endswith(".json")]
    if not check:
        _remember_forgotten(stack)
        _send_through(stack, keys, ["strip-post-html"], "from bronze")
        # A week that was right in silver already was not written, so nobody downstream has heard of it.
        _send_through(stack, stack.keys(SILVER_PREFIX), ["load-sessions-to-table", "aggregate-week"], "from silver")
        # Figures that were right already made no event, and pages may be written by an older version.
        _send_through(stack, stack.keys(GOLD_PREFIX), ["render-week"], "from gold")
    expected = expected_of(keys, parser, stack.blog)
    no_programme = [reason for reason in expected.unreadable if NO_DAY in reason]
    for reason in expected.unreadable:
        if reason not in no_programme:
            console.print(visible(f"Gives no sessions: {reason}"), markup=False, highlight=False, soft_wrap=True)
    if no_programme:
        console.print(f"{counted(len(no_programme), 'raw post')} give no sessions: no line of them is a day.")
    found = _only(differences(stack, expected, silver_alone=parser is not None), week, post)
    _show(found, samples, as_json)
    sessions = sum(map(len, expected.weeks.values()))
    console.print(f"Bronze gives {sessions} sessions in {len(expected.weeks)} weeks, from {len(keys)} raw posts.")
    allowed = float(limit[1]) * (found.lines / 100 if limit[2] else 1)
    if found.others or found.changed_lines > allowed:
        more = f" and {counted(len(found.others), 'difference')} in table, gold or files" if found.others else ""
        raise CommandError(
            f"{found.changed_lines} of {found.lines} lines differ{more}; docs/operations.md says under `wod rebuild` "
            "what that calls for."
        )


def _remember_forgotten(stack: Stack) -> None:
    """Let the ledgers of silver say which posts are forgotten, if silver was lost: a post without a ledger is new."""
    for key in stack.keys(FORGOTTEN_PREFIX):
        post_id = int(key.removeprefix(FORGOTTEN_PREFIX).removesuffix(".json"))
        silver.take_out(post_id, lambda entry: entry is None, str(uuid4()))


def expected_of(bronze_keys: list[str], parser: Path | None = None, blog: str = "") -> Expected:
    """What the chain makes of these raw posts. Where one post lies under several keys, its newest revision counts.

    With a folder, the parser there reads them.
    """
    expected = Expected()
    posts: dict[int, Raw] = {}
    for key in tracked(bronze_keys, "reading bronze"):
        try:
            raw = _raw_of(key)
        except BadInput as error:
            expected.unreadable.append(f"{key}: {error}")
            continue
        if raw and (raw.source.post_id not in posts or _revision(posts[raw.source.post_id]) < _revision(raw)):
            posts[raw.source.post_id] = raw
    if parser:
        _read_elsewhere(expected, posts, parser, blog)
        return expected
    for post_id, raw in posts.items():
        try:
            message = _records_of(raw)
        except BadInput as error:
            expected.unreadable.append(f"{raw.stored.key}: {error}")
            continue
        _add(expected, post_id, message.week, message.records, [line.text for line in message.preamble])
    return expected


def _add(expected: Expected, post_id: int, week: Week, records: list[dict[str, Any]], preamble: list[str]) -> None:
    key = silver_key(week)
    expected.weeks[key] = replace_post(expected.weeks.get(key, []), post_id, records)
    expected.preambles[post_id] = preamble


def _read_elsewhere(expected: Expected, posts: dict[int, Raw], parser: Path, blog: str) -> None:
    """Read the posts with the parser in another folder."""
    asked = [
        {
            "body": raw.stored.body.decode(),
            "bronze_key": raw.stored.key,
            "bronze_version_id": raw.stored.version_id,
            "correlation_id": raw.source.correlation_id,
        }
        for raw in posts.values()
    ]
    for (post_id, raw), answer in zip(posts.items(), read_with(parser, blog, asked), strict=True):
        if "refused" in answer:
            expected.unreadable.append(f"{raw.stored.key}: {answer['refused']}")
        else:
            week = week_starting(date.fromisoformat(answer["week"]))
            _add(expected, post_id, week, answer["records"], answer["preamble"])


def differences(stack: Stack, expected: Expected, silver_alone: bool = False) -> Differences:
    """Return what silver, the table and gold have otherwise than bronze gives it.

    What the table or gold has as silver has it is told once, of silver.
    """
    held, others = _read_silver(stack.keys(SILVER_PREFIX))
    wanted, stored = _by_session(expected.weeks), _by_session(held)
    found = Differences(list(changes(stored, wanted)), others, count_lines(stored))
    if silver_alone:
        return found
    table = _table(stack)
    refused = _refused_by_table(stack)
    storable = {key: one for key, one in wanted.items() if key in table or not _is_among(refused, key)}
    others += [f"table: {line}" for line in _compared(_with_decimals(storable), table, _with_decimals(stored))]
    gold = {key: _read_json(key) for key in stack.keys(GOLD_PREFIX)}
    # A week that an edit has emptied has a file without sessions, and figures of none.
    weeks = {key: expected.weeks.get(key, []) for key in sorted({*held, *expected.weeks})}
    figures = {gold_key(week_of_key(key)): _figures(key, weeks, expected.preambles) for key in weeks}
    of_silver = {gold_key(week_of_key(key)): key for key in held}
    for key in sorted({*figures, *gold}):
        if key not in gold:
            others.append(f"gold: {key} is missing")
        elif key not in figures:
            others.append(f"gold: {key} is extra")
        elif figures[key] != gold[key] and not (
            key in of_silver and _figures(of_silver[key], held, expected.preambles) == gold[key]
        ):
            others.append(f"gold: {key} differs in {', '.join(_fields(figures[key], gold[key]))}")
    return found


def _only(found: Differences, week: str, post: str) -> Differences:
    """Return the differences of one week, of one post, or of both; all of them if nothing is named."""
    days = {day.isoformat() for day in week_of(week, date.today())} if week else set()
    silver = [change for change in found.silver if not days or change.day in days]
    if post:
        silver = [change for change in silver if post in change.post]
    others = [] if week or post else found.others
    return Differences(silver, others, found.lines)


def _show(found: Differences, samples: int, as_json: bool) -> None:
    if as_json:
        for change in found.silver:
            typer.echo(plain_json(asdict(change) | {"where": "silver"}))
        for line in found.others:
            where, _, what = line.partition(": ")
            typer.echo(plain_json({"where": where, "kind": "other", "text": what}))
        return
    kinds: dict[str, list[Change]] = defaultdict(list)
    for change in found.silver:
        kinds[change.kind].append(change)
    for line in shown_changes(kinds, samples):
        typer.echo(visible(line))
    for line in found.others:
        typer.echo(visible(line))


def _wait(stack: Stack, what: str) -> None:
    """Wait until nothing of the chain behind bronze is on its way.

    A fetch that fails is tried again for an hour, and makes no difference to what bronze has now.
    """
    with console.status(what) as status:
        for waiting, _ in until_quiet(stack, leave_out=IN_FRONT_OF_BRONZE):
            status.update(f"{what}: {counted(waiting, 'message')} on the way")


def _send_through(stack: Stack, keys: list[str], names: list[str], what: str) -> None:
    """Announce the objects to the stages of these queues as if they were new, and wait until nothing moves any more."""
    queues = queues_of(stack)
    targets = [queues.named(name) for name in names]
    for key in tracked(keys, what):
        for queue in targets:
            queue.send(rebuild_event(stack.outputs["BucketName"], key))
    _wait(stack, what)


def _raw_of(key: str) -> Raw | None:
    """Return a raw post; None if it is gone or forgotten, or if another key holds a later revision."""
    stored = revisions.newest_revision(key)
    if stored is None:
        return None
    source = revisions.lineage_of(stored, read_post(stored.body))
    return Raw(stored, source) if bronze.is_current(source) else None


def _revision(raw: Raw) -> tuple[str, str]:
    return raw.source.modified_gmt, raw.source.bronze_key


def _records_of(raw: Raw) -> RecordsMessage:
    """Return the records of a raw post, as the stages make them."""
    from wod.reading.cleaning import clean_records  # pandas takes a second to load, and few commands need it

    source = raw.source
    lines = _sent(LinesMessage(source=source, lines=read_lines(read_post(raw.stored.body).content))).lines
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


def _refused_by_table(stack: Stack) -> tuple[str, ...]:
    """Return why the table has refused sessions, as quarantine has it."""
    keys = stack.keys(quarantine_key("load_sessions_to_table", "", ""))
    return tuple(str(_read_json(key)["reason"]) for key in keys)


def _is_among(refusals: tuple[str, ...], session: tuple[str, str]) -> bool:
    """Return whether one of these reasons is about the session of this date and name."""
    return any(reason.startswith(refusal_of(*session)) for reason in refusals)


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
    before = weeks.get(silver_key(weeks_away(week, -1)))
    posts = {record["source"]["post_id"] for record in weeks[key]}
    in_front = {post: preambles.get(post, []) for post in sorted(posts)}
    figures = aggregate_week(week, weeks[key], before, in_front, key, current_blog().quality)
    return json.loads(json.dumps(figures))


def _by_session(weeks: Weeks) -> dict[tuple[str, str], dict[str, Any]]:
    return {(record["date"], record["session"]): record for records in weeks.values() for record in records}


def _with_decimals(sessions: dict[tuple[str, str], dict[str, Any]]) -> dict[tuple[str, str], Item]:
    """The sessions with their numbers as the table gives them."""
    return {key: json.loads(json.dumps(session), parse_float=Decimal) for key, session in sessions.items()}


def _compared(
    expected: dict[tuple[str, str], Any], found: dict[tuple[str, str], Any], silver: dict[tuple[str, str], Any]
) -> list[str]:
    """What is missing, extra or different, a line a session, in the order of the dates; without what silver has so."""
    lines = []
    for key in sorted({*expected, *found}):
        session = " ".join(key)
        if found.get(key) == silver.get(key):
            continue
        if key not in found:
            lines.append(f"{session} is missing")
        elif key not in expected:
            lines.append(f"{session} is extra")
        elif expected[key] != found[key]:
            lines.append(f"{session} differs in {', '.join(_fields(expected[key], found[key]))}")
    return lines


def _fields(expected: dict[str, Any], found: dict[str, Any]) -> list[str]:
    return sorted(name for name in {*expected, *found} if expected.get(name) != found.get(name))

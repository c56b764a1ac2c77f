"""Outcomes of posts: a week in silver, no programme, quarantine, or nothing yet."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import replace
from dataclasses import dataclass
from typing import Any, Literal

from wod.keys import BRONZE_LEDGERS, BRONZE_PREFIX, FORGOTTEN_PREFIX, QUARANTINE_PREFIX, SILVER_LEDGERS, week_of_key
from wod.models import Week
from wod.plumbing.ledger import Entry
from wod.reading.days.days import NO_DAY
from wod_cli.deployed.json_objects import JsonObjects
from wod_cli.deployed.refusals import Refusal, refusal_of
from wod_cli.deployed.settling import until_quiet
from wod_cli.deployed.stack import Stack
from wod_cli.terminal.listing import counting
from wod_cli.terminal.text import counted

type Kind = Literal["week", "no programme", "quarantine", "forgotten", "replaced", "not given", "lost", "on its way"]

_FORGOTTEN = (
    "Post {0} was forgotten: it comes back with a later edit, or if it is dropped or fetched after "
    "`wod forget {0} --bronze`."
)
_LOOKS_WHEN_ALL_IS_SETTLED = 2


@dataclass(frozen=True)
class Target:
    """A revision of a post that is followed through the chain.

    A fetched post has an id and the modification that the blog states; a dropped file has a key and a version too.
    """

    post_id: int | None
    modified: str = ""
    key: str = ""
    version_id: str = ""


@dataclass(frozen=True)
class Outcome:
    """The outcome of a post. `reason` is a sentence for every outcome but a week."""

    kind: Kind
    name: str = ""
    week: Week | None = None
    reason: str = ""

    @property
    def is_settled(self) -> bool:
        """Return whether the chain is done with the post."""
        return self.kind != "on its way"

    def line(self, name: str, days: str = "") -> str:
        """Return `a-slug → 2021-W10`, with the days if they are named; or `a-slug → quarantine`, and the reason on its
        own line."""
        if self.week is None:
            return f"{name} → {self.kind}\n  {self.reason}" if self.reason else f"{name} → {self.kind}"
        return f"{name} → {self.week}{f': {days}' if days else ''}"

    def for_programs(self) -> dict[str, str | None]:
        """Return the kind, the week and the reason, the latter two None if there is none."""
        return {"outcome": self.kind, "week": str(self.week) if self.week else None, "reason": self.reason or None}


class Posts:
    """The state of every post in bronze, silver and quarantine. `look` updates it."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._objects = {
            prefix: JsonObjects(stack, prefix)
            for prefix in (BRONZE_LEDGERS, SILVER_LEDGERS, FORGOTTEN_PREFIX, QUARANTINE_PREFIX)
        }
        self.versions: dict[str, str] = {}
        """The current version of each raw post, by key."""
        self.etags: dict[str, str] = {}
        self.fetched: dict[int, Entry] = {}
        self.stored: dict[int, Entry] = {}
        self.refusals: list[Refusal] = []
        self._forgotten: dict[int, str] = {}
        self.look()

    def look(self) -> None:
        """Read the current state of the bucket again."""
        for objects in self._objects.values():
            objects.look()
        current = [one for one in self._versions() if one["IsLatest"]]
        self.versions = {one["Key"]: one["VersionId"] for one in current}
        self.etags = {one["Key"]: one["ETag"] for one in current}
        self.fetched = self._ledgers(BRONZE_LEDGERS)
        self.stored = self._ledgers(SILVER_LEDGERS)
        self._forgotten = {
            int(value["post_id"]): str(value["modified_gmt"])
            for value in self._objects[FORGOTTEN_PREFIX].values.values()
        }
        refusals = [refusal_of(value) for value in self._objects[QUARANTINE_PREFIX].values.values()]
        self.refusals = sorted(refusals, key=lambda one: one.since, reverse=True)

    def outcome(self, target: Target) -> Outcome:
        """Return the certain outcome of this revision; it is on its way as long as nothing proves its end."""
        entry = self.fetched.get(target.post_id) if target.post_id else None
        name = _name_of(entry.place if entry else target.key) or f"post {target.post_id}"
        if not target.key:
            refused = self._refused_in_front(target, entry)
            if refused:
                return replace(_refused(refused), name=_name_of(refused.key) or refused.name or name)
            if entry is None or entry.revision[0] < target.modified:
                return Outcome("on its way", name)
        key = target.key or (entry.place if entry else "")
        version_id = target.version_id or self.versions.get(key, "")
        stored = self.stored.get(target.post_id) if target.post_id else None
        if stored and stored.place and version_id and stored.notes["bronze_version_id"] == version_id:
            return Outcome("week", name, week_of_key(stored.place))
        for refusal in self.refusals:
            if refusal.key == key and version_id and refusal.version_id == version_id:
                return replace(_refused(refusal), name=name)
        return Outcome("on its way", name)

    def final_outcome(self, target: Target) -> Outcome:
        """Return the outcome of this revision, given that the chain is quiet, so nothing more will follow."""
        found = self.outcome(target)
        if found.is_settled:
            return found
        entry = self.fetched.get(target.post_id) if target.post_id else None
        stored = self.stored.get(target.post_id) if target.post_id else None
        key = target.key or (entry.place if entry else "")
        modified = target.modified if target.key else entry.revision[0] if entry else ""
        if target.post_id and modified and modified <= self._forgotten.get(target.post_id, ""):
            return replace(found, kind="forgotten", reason=_FORGOTTEN.format(target.post_id))
        for refusal in self.refusals:
            is_it = refusal.key == key if key else refusal.post_id == target.post_id
            if is_it and (refusal.version_id in ("", target.version_id) or not target.key):
                return replace(_refused(refusal), name=found.name)
        if stored and stored.place:
            if target.key:
                return replace(found, kind="replaced", reason=f"{_name_of(stored.revision[1])} is a later revision.")
            return replace(found, kind="week", week=week_of_key(stored.place))
        if entry and any(
            other.place == entry.place and other.revision > entry.revision
            for number, other in self.fetched.items()
            if number != target.post_id
        ):
            return replace(found, kind="replaced", reason="Another post has its slug and day by now.")
        return replace(found, kind="lost", reason="Nothing became of it: see `wod dead-letters`.")

    def _refused_in_front(self, target: Target, entry: Entry | None) -> Refusal | None:
        """Return why a fetched post did not reach bronze, if no newer revision did."""
        for refusal in self.refusals:
            if refusal.is_in_front_of_bronze and refusal.post_id == target.post_id:
                modified = refusal.modified or target.modified
                if modified >= target.modified and (entry is None or modified > entry.revision[0]):
                    return refusal
        return None

    def _ledgers(self, prefix: str) -> dict[int, Entry]:
        found = {}
        for key, value in self._objects[prefix].values.items():
            number = key.removeprefix(prefix).removesuffix(".json")
            if number.isdecimal():
                found[int(number)] = Entry.of_json(value)
        return found

    def _versions(self) -> Iterator[dict[str, Any]]:
        pages = self._stack.client("s3").get_paginator("list_object_versions")
        for page in pages.paginate(Bucket=self._stack.outputs["BucketName"], Prefix=BRONZE_PREFIX):
            yield from page.get("Versions", [])


def follow[Name](
    stack: Stack, posts: Posts, targets: Callable[[], Mapping[Name, Target] | None]
) -> dict[Name, Outcome] | None:
    """Wait, and show the stages at work, until each target has an outcome, and return them.

    `targets` returns None while the posts are not known. Return None if it still does when the chain is quiet.
    """
    looks = 0
    with counting("through the chain") as show:
        for waiting, is_quiet in until_quiet(stack):
            posts.look()
            wanted = targets()
            if wanted is None:
                show(0, None, ["posts are being listed"])
                continue
            found = {name: posts.outcome(one) for name, one in wanted.items()}
            settled = sum(outcome.is_settled for outcome in found.values())
            show(settled, len(found), waiting)
            looks = looks + 1 if settled == len(found) and not waiting else 0
            if looks >= _LOOKS_WHEN_ALL_IS_SETTLED:
                return found
            if is_quiet:
                return {name: posts.final_outcome(one) for name, one in wanted.items()}
    return None


def summary(outcomes: Iterable[Outcome]) -> str:
    """Return `521 posts: 498 weeks, 19 no programme, 4 in quarantine`; each post is counted once."""
    found = list(outcomes)
    kinds = Counter(outcome.kind for outcome in found)
    with_sessions = kinds.pop("week", 0)
    weeks = len({outcome.week.start_date for outcome in found if outcome.week})
    first = f"{with_sessions} with sessions for {counted(weeks, 'week')}"
    parts = [counted(weeks, "week") if weeks == with_sessions else first]
    words: dict[Kind, str] = {
        "no programme": "no programme",
        "quarantine": "in quarantine",
        "forgotten": "forgotten",
        "replaced": "replaced by another post",
        "not given": "not given by the blog",
        "lost": "lost on the way",
        "on its way": "on the way",
    }
    parts += [f"{kinds[kind]} {words_of}" for kind, words_of in words.items() if kinds[kind]]
    return f"{counted(len(found), 'post')}: {', '.join(parts)}"


def _refused(refusal: Refusal) -> Outcome:
    kind: Kind = "no programme" if refusal.reason.startswith(NO_DAY) else "quarantine"
    return Outcome(kind, refusal.name, reason=refusal.reason)


def _name_of(key: str) -> str:
    """Return `2020/12/2020-12-20__some-slug` for the key of a raw post."""
    return key.removeprefix(BRONZE_PREFIX).removesuffix(".json").removesuffix("__raw")

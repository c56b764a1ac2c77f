"""What the template tells a function through its environment, checked when the function is imported.

A field of a class here is a variable of the same name in capitals. One without a default has to be set, and not empty;
the others have no other default than the empty text.
"""

from dataclasses import MISSING, Field, dataclass, fields
from os import environ
from typing import Self


class MissingSetting(Exception):
    """The template forgot a setting. The message is one sentence: what is missing, in which function, what to do."""


class Settings:
    """Settings that belong together. They are read whenever they are used: a command points its process at a stack."""

    @classmethod
    def read(cls) -> Self:
        """Return the settings of this function. Raise MissingSetting if one is not there."""
        known: tuple[Field[str], ...] = fields(cls)  # type: ignore[arg-type]  # each is a dataclass
        return cls(**{field.name: _value(field) for field in known})


def check(*needed: type[Settings]) -> None:
    """Raise MissingSetting if one of the settings that a function needs is not there."""
    for settings in needed:
        settings.read()


def _value(field: Field[str]) -> str:
    name = field.name.upper()
    value = environ.get(name, "")
    if value or field.default is not MISSING:
        return value
    function = environ.get("AWS_LAMBDA_FUNCTION_NAME") or environ.get("STAGE_NAME") or "this process"
    raise MissingSetting(
        f"The environment of {function} lacks {name}; set it under this function's Environment in template.yaml and "
        "deploy again."
    )


@dataclass(frozen=True)
class Stage(Settings):
    """Of every function: under which name its bad input is kept."""

    stage_name: str


@dataclass(frozen=True)
class Bucket(Settings):
    """Where bronze, silver, gold and quarantine lie."""

    bucket_name: str


@dataclass(frozen=True)
class NextQueue(Settings):
    """Where the result goes."""

    next_queue_url: str


@dataclass(frozen=True)
class SilverQueue(Settings):
    """The queue of the stage that stores sessions."""

    silver_queue_url: str


@dataclass(frozen=True)
class SessionsTable(Settings):
    """The table of sessions."""

    sessions_table: str


@dataclass(frozen=True)
class EventBus(Settings):
    """The bus on which others hear of changes."""

    event_bus_name: str


@dataclass(frozen=True)
class FetchQueue(Settings):
    """The fetch queue, one message per page."""

    fetch_queue_url: str


@dataclass(frozen=True)
class Site(Settings):
    """What the stack says of the blog; empty is what the blog's file says."""

    wordpress_url: str = ""
    wordpress_category: str = ""
    wordpress_secret_arn: str = ""


@dataclass(frozen=True)
class People(Settings):
    """How people are told of training, and the address of the page, if there is one."""

    people_topic_arn: str
    site_url: str = ""

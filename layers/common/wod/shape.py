"""The base of all shapes of data: immutable, closed and checked, and how JSON becomes one."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any, dataclass_transform

import msgspec
from msgspec import Meta

LARGEST_ID = 2**63 - 1

_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}", re.ASCII)
_HEADER = re.compile("[ -~]{0,1000}")
_LONGEST_KEY = 1024  # bytes: S3's limit


class _ShapeMeta(msgspec.StructMeta):
    """Repeat for each class what a struct does not inherit."""

    def __new__(mcls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **config: Any) -> "_ShapeMeta":
        return super().__new__(mcls, name, bases, namespace, **{"frozen": True, "kw_only": True, **config})


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class Shape(msgspec.Struct, metaclass=_ShapeMeta, frozen=True, forbid_unknown_fields=True):
    """An immutable and closed model: an unknown field is an error and not a silent loss.

    Decoding and converting check the types; the constructor, which only our own code calls, leaves that to mypy.
    """


def check_fields(shape: Shape, **checks: Callable[[str], None]) -> None:
    """Check fields whose types do not say everything. Raise ValueError, which names the place as msgspec does."""
    for name, check in checks.items():
        try:
            check(getattr(shape, name))
        except ValueError as error:
            raise ValueError(f"{error} - at `$.{name}`") from None


def decode[S: msgspec.Struct](text: bytes | str, shape: type[S]) -> S:
    """Return JSON as this shape. Raise msgspec.ValidationError if it is not JSON, or not of this shape."""
    try:
        return msgspec.json.decode(text, type=shape)
    except msgspec.ValidationError:
        raise
    except RecursionError:
        raise msgspec.ValidationError("it is nested too deeply") from None
    except ValueError as error:
        raise msgspec.ValidationError(f"it is not JSON: {error}") from None


def check_timestamp(text: str) -> None:
    """Raise ValueError if a time is not as WordPress writes it, to the second and without a zone."""
    if not _TIME.fullmatch(text):
        raise ValueError("the time has to be in the form 2021-03-14T09:00:00")
    datetime.fromisoformat(text)


def check_date(text: str) -> None:
    """Raise ValueError if a date is not in the calendar, or not in the form 2021-03-14."""
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError("the date has to be in the form 2021-03-14")


def check_key(key: str) -> None:
    """Raise ValueError if S3 takes no such key."""
    if not 1 <= len(key.encode(errors="replace")) <= _LONGEST_KEY:
        raise ValueError(f"a key has 1 to {_LONGEST_KEY} bytes")


def fits_header(text: str) -> bool:
    """Return whether a text fits into an object's metadata: printable ASCII, and not too long."""
    return bool(_HEADER.fullmatch(text))


def check_header(text: str) -> None:
    """Raise ValueError if a text does not fit into an object's metadata."""
    if not fits_header(text):
        raise ValueError("it is stored in a header, which takes up to 1000 printable ASCII characters")


Date = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]

"""Read a raw post: check WordPress's fields, and keep those that the pipeline needs."""

import json
import re
from datetime import datetime, timedelta
from functools import cache
from typing import NoReturn

from wod import PIPELINE_VERSION
from wod.errors import BadInput
from wod.language import words_of_all_languages
from wod.models import Post, Source
from wod.reading.html.page import harmless_url, read_lines
from wod.shape import LARGEST_ID, check_timestamp

# The characters of WordPress's slugs; others are percent-encoded. A slug is part of a key, so it may have no slash, no
# dot and no control character.
_SLUG = re.compile(r"(?:[A-Za-z0-9_-]|%[0-9A-Fa-f]{2})+")
_MOST_SHOWN = 80  # characters
_SLUG_MAX_LENGTH = 200  # the width of WordPress's own column
# The form that WordPress and its themes show instead of a protected post.
_FORM = re.compile(r"<form\b[^<>]*+", re.IGNORECASE)
_PASSWORD_FORM = "post-password-form"  # noqa: S105 - the name of a class
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_AHEAD = timedelta(days=1)  # clocks differ, and the site's local time replaces a missing `modified_gmt`


def read_post(body: bytes | str) -> Post:
    """Return the post in a raw JSON text; a byte order mark is tolerated.

    Raise BadInput if the text is not UTF-8, not JSON, or not a single post, or if the post is protected by a password.
    """
    if isinstance(body, bytes):
        try:
            body = body.decode("utf-8")
        except UnicodeDecodeError as error:
            raise BadInput(
                f"The file is not UTF-8 text (byte {error.start}); save the post as WordPress's REST API gives it."
            ) from None
    try:
        value = json.loads(body.removeprefix("\ufeff"), parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise BadInput(
            f"The file is not JSON ({error.msg}: line {error.lineno}, column {error.colno}); "
            "save the post again as WordPress's REST API gives it."
        ) from None
    except RecursionError:
        raise BadInput("The JSON is nested too deeply to be a post; drop one post of WordPress's REST API.") from None
    except ValueError as error:
        problem = str(error).partition(";")[0]  # without Python's own advice for long numbers
        raise BadInput(f"The file is not JSON: {problem}; save the post as WordPress's REST API gives it.") from None
    return post_from(value)


def post_from(value: object) -> Post:
    """Return the post in an already decoded JSON value: one element of what `/wp-json/wp/v2/posts` answers.

    Raise BadInput, which names the field, if the value is not a post, or if a password protects it.
    """
    if isinstance(value, list):
        raise BadInput(f"This is a JSON array of {len(value)}, not one post; drop one post per file.")
    if not isinstance(value, dict):
        raise BadInput(f"This is {_kind(value)}, not a post; drop one post of WordPress's REST API, a JSON object.")
    number = _id(value)
    title = " ".join(line.text for line in read_lines(_rendered(value, "title")) if line.text)
    if _is_protected(value, title):
        raise BadInput(
            f"The post {title[:_MOST_SHOWN]!r} is protected by a password, so its text is not for everyone; "
            "remove the password in WordPress, and fetch the post again."
        )
    return Post(
        id=number,
        slug=_slug(value),
        link=harmless_url(_text(value, "link")) if value.get("link") is not None else "",
        title=title,
        published=_time(value, "date"),
        modified_gmt=_time(value, _name_of_modification(value)),
        content=_rendered(value, "content"),
    )


def check_time(post: Post, seen: str) -> None:
    """Raise BadInput if the post claims a modification more than a day after the time `seen`.

    The revision with the latest modification counts, so such a post could never be replaced.
    """
    if is_ahead(post, seen):
        raise BadInput(
            f"The post is dated in the future: {post.modified_gmt} UTC is its last edit, but it came at {seen} UTC; "
            "correct the clock of the site or the time in the file, and save the post again."
        )


def is_ahead(post: Post, seen: str) -> bool:
    """Return whether the post claims a modification more than a day after the time `seen`; both are UTC."""
    try:
        latest = datetime.fromisoformat(seen) + _AHEAD
    except OverflowError:  # the last day of the calendar
        return False
    return datetime.fromisoformat(post.modified_gmt) > latest


def source_of(post: Post, bronze_key: str, bronze_version_id: str, correlation_id: str) -> Source:
    """Return the lineage of all records of this version of the post."""
    return Source(
        post_id=post.id,
        slug=post.slug,
        link=post.link,
        title=post.title,
        published=post.published,
        modified_gmt=post.modified_gmt,
        bronze_key=bronze_key,
        bronze_version_id=bronze_version_id,
        pipeline_version=PIPELINE_VERSION,
        correlation_id=correlation_id,
    )


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON value")


def _kind(value: object) -> str:
    kinds = {
        str: "a text",
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "an array",
        dict: "an object",
    }
    return kinds.get(type(value), "null")


def _field(value: dict[str, object], name: str) -> object:
    if name not in value:
        raise BadInput(f"The post has no field `{name}`; drop the post as WordPress's REST API gives it.")
    return value[name]


def _wrong(name: str, found: object, wanted: str) -> BadInput:
    return BadInput(
        f"The post's field `{name}` is {_kind(found)} instead of {wanted}; "
        "drop the post as WordPress's REST API gives it."
    )


def _checked_text(name: str, text: object) -> str:
    if not isinstance(text, str):
        raise _wrong(name, text, "a text")
    if _LONE_SURROGATE.search(text):
        raise BadInput(f"The post's field `{name}` holds half a character (a lone surrogate); save the post again.")
    return text


def _text(value: dict[str, object], name: str) -> str:
    return _checked_text(name, _field(value, name))


def _rendered(value: dict[str, object], name: str) -> str:
    holder = _field(value, name)
    if not isinstance(holder, dict):
        raise _wrong(name, holder, "an object with `rendered`")
    if "rendered" not in holder:
        raise BadInput(f"The post's field `{name}` has no `rendered`; drop the post as WordPress's REST API gives it.")
    return _checked_text(f"{name}.rendered", holder["rendered"])


def _is_protected(value: dict[str, object], title: str) -> bool:
    """Return whether a password protects the post, by the field `protected`, by its form, or by its title.

    A post with text that is declared as not protected may have any title. A post may also be empty.
    """
    content = _rendered(value, "content")
    holder = value["content"]
    says = holder.get("protected") if isinstance(holder, dict) else None
    if says is True:
        return True
    if _PASSWORD_FORM in content and any(_PASSWORD_FORM in form for form in _FORM.findall(content)):
        return True
    return bool(_protected_title().match(title)) and not (says is False and content.strip())


@cache
def _protected_title() -> re.Pattern[str]:
    words = "|".join(words_of_all_languages("wordpress", "protected"))
    return re.compile(rf"\s*(?:{words})\s*:", re.IGNORECASE)


def _id(value: dict[str, object]) -> int:
    number = _field(value, "id")
    if not isinstance(number, int) or isinstance(number, bool):
        raise _wrong("id", number, "a whole number")
    if not 1 <= number <= LARGEST_ID:
        raise BadInput("The post's field `id` is not a number that WordPress gives to a post; drop the post unchanged.")
    return number


def _slug(value: dict[str, object]) -> str:
    slug = _text(value, "slug")
    if len(slug) > _SLUG_MAX_LENGTH or not _SLUG.fullmatch(slug):
        raise BadInput(
            f"The post's slug {slug[:80]!a} is not one that WordPress makes (letters, digits, `-`, `_` and "
            f"percent-encoded bytes, 1 to {_SLUG_MAX_LENGTH}); drop the post as WordPress's REST API gives it."
        )
    return slug


def _name_of_modification(value: dict[str, object]) -> str:
    """Return the field with the time of the modification. Imported posts may have null or MySQL's zeros there."""
    for name in ("modified_gmt", "date_gmt"):
        if value.get(name) and not str(value[name]).startswith("0000-00-00"):
            return name
    return "date"


def _time(value: dict[str, object], name: str) -> str:
    text = _text(value, name)
    try:
        check_timestamp(text)
    except ValueError:
        raise BadInput(
            f"The post's field `{name}` is {text[:40]!a}, which is not a real time in the form 2021-03-14T09:00:00; "
            "drop the post as WordPress's REST API gives it."
        ) from None
    return text

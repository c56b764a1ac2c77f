"""A server's response, and its body."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, NamedTuple

import lxml.html
from lxml.etree import LxmlError

_TITLE_IS_WITHIN = 64 * 1024
_LONGEST_NUMBER = 4300  # digits: what Python reads

_NO_UTF8 = re.compile("[\ud800-\udfff]")
_PHP = re.compile(rb"<b>\s*(?:warning|notice|deprecated|fatal error|parse error|strict standards)\s*</b>\s*:", re.I)
# A repeated group, `(?:.|\n)*?`, would take a hundred times the size of the body in memory.
_COMMENT = re.compile(rb"\s*+(?:<!--.*?-->|/\*.*?\*/)\s*+[\[{]", re.DOTALL)
_PLAIN_PHP = re.compile(rb"\s*+(?:PHP )?(?:warning|notice|deprecated|fatal error|parse error): ", re.I)


class Answer(NamedTuple):
    """A response. `headers` are case-insensitive."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def is_html(self) -> bool:
        """Return whether it is a page for people. The body decides, if possible."""
        return self.body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


class BadValue(str):
    """A placeholder for a value that JSON or UTF-8 does not have; the text names it."""

    __slots__ = ()


def decoded(body: bytes) -> Any:
    """Return the JSON value of a body, with BadValue in place of invalid values. Raise ValueError or RecursionError."""
    encoding = json.detect_encoding(body)
    text = body.decode(encoding, "surrogateescape" if encoding.startswith("utf-8") else "strict")
    return json.loads(text, parse_constant=_constant, parse_int=_integer, parse_float=_float)


def what_is_wrong(body: bytes) -> str:
    """Return what surrounds the JSON of a body, as the end of a sentence; empty if that is unclear."""
    bare = body.removeprefix(b"\xef\xbb\xbf")
    if bare.lstrip().startswith(b"\xef\xbb\xbf"):
        return "a second byte order mark before the JSON; some PHP file of the site begins with one"
    if _PHP.search(body[:_TITLE_IS_WITHIN]) or _PLAIN_PHP.match(bare):
        return "a message of PHP (a warning or an error) around the JSON; the site has to log these and not show them"
    if _COMMENT.match(bare):
        return "a comment before the JSON; a cache or a plugin of the site adds it"
    text = bare.decode("utf-8", "replace").lstrip()
    if text[:1] in ("[", "{"):
        with suppress(ValueError, RecursionError):
            _, end = json.JSONDecoder(parse_constant=_constant, parse_int=_integer).raw_decode(text)
            if rest := text[end:].strip():
                what = "a comment" if rest.startswith(("<!--", "/*")) else "something else"
                return f"{what} after the JSON; a cache or a plugin of the site adds it"
    return ""


def bad_value_in(value: object) -> str:
    """Return the first part of a decoded value that is not JSON or not UTF-8; empty if there is none."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, BadValue):
            return str(one)
        if isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str) and _NO_UTF8.search(one):
            return "bytes that are not UTF-8, or half a character"
    return ""


def title_of(page: bytes) -> str:
    """Return the title of an HTML page; empty if it has none."""
    try:
        return lxml.html.document_fromstring(page[:_TITLE_IS_WITHIN]).findtext(".//title") or ""
    except (LxmlError, ValueError):
        return ""


def _constant(name: str) -> BadValue:
    return BadValue(f"{name}, which is not JSON")


def _integer(digits: str) -> int | BadValue:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else BadValue(f"a number of {len(digits)} digits")


def _float(text: str) -> float | BadValue:
    number = float(text)
    return number if abs(number) != float("inf") else BadValue(f"the number {text[:20]}, which is too large")

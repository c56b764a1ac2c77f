"""The credentials of the blog, and hiding them in texts."""

import base64
import html
import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import quote, quote_plus, unquote

from wod.plumbing.fetching.answer import Answer, BadValue, title_of

_SHORTEST_SECRET = 12  # characters of a password; shorter ones may be in any text by chance
_MOST_SHOWN = 100  # characters of untrusted text
_MOST_SEARCHED = 64 * 1024
_MOST_ESCAPES = 6  # one inside of another

_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|(.))")


@dataclass(frozen=True)
class Secrets:
    """User name and password of the blog, which no text of ours may contain."""

    username: str = ""
    password: str = field(default="", repr=False)

    @property
    def token(self) -> str:
        """The value of the basic authentication header."""
        return base64.b64encode(f"{self.username}:{self.password}".encode()).decode()

    @cached_property
    def _forms(self) -> list[str]:
        plain = {self.token, self.password, self.password.replace(" ", ""), self.username}
        escaped = {f(text) for text in plain for f in (quote, quote_plus, html.escape, _as_json)}
        plain.add(self.password.replace(" ", "+"))
        found = {" ".join(text.split()) for text in plain | escaped} | plain | escaped
        return sorted((text for text in found if text), key=len, reverse=True)

    def without(self, text: str) -> str:
        """Return the text, unescaped, with asterisks in place of the credentials; only asterisks if it cannot be
        unescaped to the end."""
        if not self.username:
            return text
        for _ in range(_MOST_ESCAPES):
            for form in self._forms:
                text = text.replace(form, "***")
            try:
                plain = "".join(filter(str.isprintable, unquote(html.unescape(_ESCAPE.sub(_unescaped, text)))))
            except ValueError:  # an entity with thousands of digits
                break
            if plain == text:
                return text
            text = plain
        return "***"

    def printable(self, text: object) -> str:
        """Return untrusted text fit for a log line: short, one line, without credentials or control codes."""
        line = self.without(" ".join(str(text or "")[:_MOST_SEARCHED].split()))
        line = "".join(character for character in line if character.isprintable())
        return line[:_MOST_SHOWN]

    def cleaned(self, value: Any) -> Any:
        """Return a JSON value with asterisks in place of the credentials in its texts, for messages and logs.

        A user name is left, and a password that may be an ordinary word. Lists and objects are changed in place: a copy
        of a large response would not fit into the memory. Raise RecursionError for a value that is nested too deeply.
        """
        if not self.username:
            return value
        if isinstance(value, list):
            for place, one in enumerate(value):
                value[place] = self.cleaned(one)
        elif isinstance(value, dict):
            for name, one in value.items():
                value[name] = self.cleaned(one)
            for name in [name for name in value if self._is_in(name)]:
                value[self.cleaned(name)] = value.pop(name)
        elif isinstance(value, str) and not isinstance(value, BadValue) and self._is_in(value):
            for secret in self._certain:
                value = value.replace(secret, "***")
        return value

    def _is_in(self, text: str) -> bool:
        return any(secret in text for secret in self._certain)

    @cached_property
    def _certain(self) -> list[str]:
        spaceless = self.password.replace(" ", "")
        return [self.token, *(one for one in (self.password, spaceless) if len(one) >= _SHORTEST_SECRET)]

    def describe(self, answer: Answer) -> str:
        """Return the status and, of an HTML page, the title."""
        if not answer.is_html:
            return f"status {answer.status}"
        title = self.printable(title_of(answer.body))
        return f"status {answer.status}, an HTML page {f'titled “{title}”' if title else 'without a title'}"


def _unescaped(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else escape[2]


def _as_json(text: str) -> str:
    return json.dumps(text)[1:-1]

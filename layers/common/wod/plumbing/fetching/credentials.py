"""The credentials of the blog, and hiding them in texts."""

import base64
import html
import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, quote_plus

from wod.plumbing.fetching.answer import Answer, BadValue, title_of

_SHORTEST_SECRET = 12  # characters of a password; shorter ones may be in any text by chance
_MOST_SHOWN = 100  # characters of untrusted text

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

    def _forms(self) -> list[str]:
        plain = {self.token, self.password, self.password.replace(" ", ""), self.username}
        escaped = {f(text) for text in plain for f in (quote, quote_plus, html.escape, _as_json)}
        found = {" ".join(text.split()) for text in plain | escaped} | plain | escaped
        return sorted((text for text in found if text), key=len, reverse=True)

    def without(self, text: str) -> str:
        """Return the text with asterisks in place of the credentials, however they are escaped."""
        if not self.username:
            return text
        for _ in range(3):  # one kind of escape inside of another
            for form in self._forms():
                text = text.replace(form, "***")
            text = html.unescape(_ESCAPE.sub(_unescaped, text))
            text = "".join(character for character in text if character.isprintable())
        return text

    def printable(self, text: object) -> str:
        """Return untrusted text fit for a log line: short, one line, without credentials or control codes."""
        line = self.without(" ".join(str(text or "").split()))
        line = "".join(character for character in line if character.isprintable())
        return line[:_MOST_SHOWN]

    def cleaned(self, value: Any) -> Any:
        """Return a JSON value with asterisks in place of the credentials in its texts, for messages and logs.

        A user name is left, and a password that may be an ordinary word. Raise RecursionError for a value that is
        nested too deeply.
        """
        if not self.username:
            return value
        if isinstance(value, BadValue):
            return value
        if isinstance(value, str):
            for secret in self._certain:
                if secret in value:
                    value = value.replace(secret, "***")
            return value
        if isinstance(value, list):
            return [self.cleaned(one) for one in value]
        if isinstance(value, dict):
            return {self.cleaned(name): self.cleaned(one) for name, one in value.items()}
        return value

    @property
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

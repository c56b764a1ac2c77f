"""Errors of the blog.

Every failure ends in one of two exceptions, distinguished by their fix:

- WordPressUnavailable: the same request may succeed later, or once an operator has fixed the connection to the blog. A
  failing or busy server, a broken connection, half a response; a firewall's page, which often disappears; credentials
  that are refused, as while they are being changed; a redirect to another place; a cache that returns other posts than
  the requested ones.
- BadInput: the same request never gets posts. WordPress itself refuses it, or the response is not a list of posts, or
  larger than we read.
"""


class WordPressUnavailable(Exception):
    """There is no response now, and there may be one later. The message is one sentence for a person.

    `divisible` is true if the same request for fewer posts may succeed.
    """

    divisible = False


class TryAgain(WordPressUnavailable):
    """Worth repeating at once, or after this many seconds."""

    def __init__(self, message: str, seconds: float = 0, *, divisible: bool = True) -> None:
        super().__init__(message)
        self.seconds = seconds
        self.divisible = divisible and not seconds


class PageForPeople(WordPressUnavailable):
    """A page of HTML came instead of JSON."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status

"""The blog does not answer as it should.

Whatever goes wrong ends in one of two exceptions, told apart by what fixes it:

- WordPressUnavailable: the same request may be answered later, or once an operator has mended what is between the blog
  and us. A failing or busy server, a broken connection, half an answer; a firewall's page, which often goes away by
  itself; credentials that are refused, as they are while they are being changed; a redirect to somewhere else; a cache
  that answers with other posts than those that were asked for.
- BadInput: the same request never gets posts. WordPress itself refuses it, or the answer is no list of posts, or larger
  than we read.
"""


class WordPressUnavailable(Exception):
    """There is no answer now, and there may be one later. The message is one sentence for a person.

    `divisible` says that the same question about fewer posts may be answered.
    """

    divisible = False


class AskAgain(WordPressUnavailable):
    """Worth asking again at once, or after so many seconds."""

    def __init__(self, message: str, seconds: float = 0, *, divisible: bool = True) -> None:
        super().__init__(message)
        self.seconds = seconds
        self.divisible = divisible and not seconds


class PageForPeople(WordPressUnavailable):
    """A page of HTML came instead of JSON."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status

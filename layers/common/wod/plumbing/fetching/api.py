"""Requests to WordPress's REST API, each repeated while that makes sense and there is time."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from requests.exceptions import RequestException
from urllib3.exceptions import HTTPError

from wod.errors import BadInput
from wod.plumbing.fetching.answer import Answer, decoded, what_is_wrong
from wod.plumbing.fetching.credentials import Secrets
from wod.plumbing.fetching.deadline import OutOfTime
from wod.plumbing.fetching.exchange import LARGEST_ANSWER, Redirected, TooLarge, exchange, retry_after
from wod.plumbing.fetching.unavailable import PageForPeople, TryAgain, WordPressUnavailable
from wod.plumbing.retries import request_retry

ATTEMPTS = 5

_TRY_LATER = {408, 425, 429}
_NO_ROUTE = {200, 404}  # with a page for people: what a site with plain permalinks makes of /wp-json/

_ROUTES = ("wp-json/wp/v2/", "?rest_route=/wp/v2/", "index.php?rest_route=/wp/v2/")
"""The addresses of the API: with permalinks, and on sites without."""

LOST_QUERY = ": a cache or a redirect leaves the query out; correct it, or exclude /wp-json/ from it."


@dataclass
class Api:
    """The REST API of one WordPress."""

    base_url: str
    secrets: Secrets
    seconds: float
    """Seconds for a request and all its retries."""
    until: float
    """The deadline of all requests, by the monotonic clock."""
    sleep: Callable[[float], None]
    route: int = 0
    """The index of the API's address that worked the last time."""
    requests: int = 0
    """The number of requests, including retries."""

    def has_time(self) -> bool:
        """Return whether there is time for one more request of the longest duration."""
        return self.until - time.monotonic() >= self.seconds

    def get(self, what: str, parameters: dict[str, str | int], attempts: int) -> tuple[Answer, Any]:
        """Send a request to the API's last address, and if a page for people comes, to the others."""
        try:
            return self._get_at(self.route, what, parameters, attempts)
        except PageForPeople as page:
            if page.status not in _NO_ROUTE:
                raise
            for route in range(len(_ROUTES)):
                if route != self.route:
                    try:
                        found = self._get_at(route, what, parameters, attempts=1)
                    except (WordPressUnavailable, BadInput):
                        continue
                    if isinstance(found[1], list):
                        self.route = route
                        return found
            raise

    def _get_at(self, route: int, what: str, parameters: dict[str, str | int], attempts: int) -> tuple[Answer, Any]:
        """Send a request, and repeat it while that makes sense."""
        seconds = min(self.seconds, self.until - time.monotonic())
        if seconds <= 0:
            raise WordPressUnavailable(f"{self.base_url} took so long that no time is left; try again later.")
        retry = request_retry(TryAgain, min(attempts, ATTEMPTS), seconds, self.sleep)
        place, _, query = _ROUTES[route].partition("?")
        url = f"{self.base_url.rstrip('/')}/{place}"
        if query:
            parameters = {"rest_route": f"{query.removeprefix('rest_route=')}{what}", **parameters}
        else:
            url += what
        # The state of the retries is a cycle, which would keep a page in memory until the collector comes by.
        found: list[tuple[Answer, Any]] = []
        deadline = time.monotonic() + seconds
        retry(lambda: found.append(self._get_once(url, parameters, deadline)))
        return found.pop()

    def _get_once(self, url: str, parameters: dict[str, str | int], deadline: float) -> tuple[Answer, Any]:
        self.requests += 1
        # Errors have no cause: libraries quote the server's response, which may contain our credentials.
        try:
            answer: Answer | Exception = exchange(url, parameters, self.secrets, deadline)
        except OutOfTime:
            answer = TryAgain(
                f"{self.base_url} took longer than {self.seconds:.0f} seconds; try again later.",
                divisible=time.monotonic() < self.until,  # otherwise earlier requests took the time
            )
        except TooLarge:
            answer = TooLarge(
                f"{self.base_url} answered with more than {LARGEST_ANSWER} bytes; request fewer posts per page."
            )
        except Redirected as where:
            answer = WordPressUnavailable(f"{self.base_url} {where}.")
        except (RequestException, HTTPError, ValueError) as error:
            answer = TryAgain(
                f"{self.base_url} could not be read ({type(error).__name__}); see whether it is up, or try again later."
            )
        if isinstance(answer, Exception):
            raise answer
        if answer.status in _TRY_LATER or answer.status >= 500:
            wait = retry_after(answer)
            advice = f"in {wait:.0f} seconds, as it demands" if wait else "later"
            raise TryAgain(
                f"{self.base_url} is not able to answer ({self.secrets.describe(answer)}); try again {advice}.",
                wait,
                divisible=answer.status >= 500,
            )
        return answer, self._value(answer)

    def _value(self, answer: Answer) -> Any:
        """Return the JSON of a response, whatever its content type: the body decides."""
        try:
            return self.secrets.cleaned(decoded(answer.body))
        except RecursionError:
            raise BadInput(f"{self.base_url} answered with JSON too deeply nested for posts; look at it.") from None
        except ValueError:
            described = self.secrets.describe(answer)
        if around := what_is_wrong(answer.body):
            raise WordPressUnavailable(f"{self.base_url} answered with {around} ({described}).")
        if answer.is_html:
            raise PageForPeople(
                f"{self.base_url} answered with a page for people instead of JSON ({described}): a firewall or a "
                "maintenance page is in front of it, or it is not a WordPress; open it in a browser, and correct "
                "WordPressUrl or try again later.",
                answer.status,
            )
        # This happens if a server sends no length and closes the connection early.
        raise TryAgain(
            f"{self.base_url} answered with what is not JSON, or only the beginning of it ({described}, "
            f"{len(answer.body)} bytes); try again later."
        )

"""The credentials of the blog are sent only to the blog, whatever it answers."""

import base64
import io
import json
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.logs import captured_log
from wod_cli.testbed.small_wordpress import Fault

from . import test_fetch
from .test_fetch import SCHEDULED, a_fetcher, a_post

USER, PASSWORD = "a-coach", "Tr0ub4dor&3"
SENT = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
JSON = {"Content-Type": "application/json"}


def answer(status: int, body: str, headers: dict[str, str]) -> Fault:
    return lambda handler: handler.answer(status, body.encode(), headers)


FAULTS: dict[str, Fault] = {
    "refused": answer(401, '{"code": "incorrect_password", "message": "No."}', JSON),
    "a firewall's page": answer(406, "<html><title>Not Acceptable!</title></html>", {"Content-Type": "text/html"}),
    "not valid": answer(400, '{"code": "rest_invalid_param", "message": "No."}', JSON),
    "no list": answer(200, '"posts"', JSON),
    "elsewhere": answer(302, "", {"Location": "https://example.org/"}),
    "no redirect at all": answer(302, "", {"Location": "http://["}),
    "our request as JSON": answer(400, f'{{"code": "no", "message": "Authorization: Basic {SENT}"}}', JSON),
    "our request as a page": answer(500, f"<title>Basic {SENT}</title>", {"Content-Type": "text/html"}),
    "without an end": answer(200, "[", {**JSON, "Content-Length": "1"}),
}


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """All that the function logs."""
    monkeypatch.setitem(test_fetch.SECRET, "SecretString", json.dumps({"username": USER, "password": PASSWORD}))
    monkeypatch.setattr("wod.plumbing.fetching.api.ATTEMPTS", 1)
    with captured_log() as text:
        yield text


def error_of(work: Callable[[], Any]) -> str:
    """Return the text of a failure, with all its causes; empty if there is none."""
    try:
        work()
    except Exception as failure:
        return "".join(traceback.format_exception(failure)) + repr(failure.__cause__)
    return ""


def found_in(*texts: str) -> list[str]:
    return [secret for secret in (USER, PASSWORD, SENT) for text in texts if secret in text]


@pytest.mark.filterwarnings("ignore:No application metrics")
@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("event", [SCHEDULED, {"page": 1}], ids=["scheduled", "message"])
def test_a_failure_does_not_reveal_the_credentials(log: io.StringIO, fault: Fault, event: dict[str, Any]) -> None:
    """Neither the exception with its traceback, nor the log, nor what is sent or quarantined has them."""
    with a_fetcher([a_post(1)], faults=[fault] * 20, arn="arn:of-the-secret") as fetcher:
        run = fetcher.run if event is SCHEDULED else fetcher.run_message
        failure = error_of(lambda: run(event))
        kept = fetcher.chain.quarantine()
        sent = fetcher.chain.waiting
    assert f"Basic {SENT}" == fetcher.requests[0].headers["Authorization"]
    assert failure or kept
    assert [] == found_in(failure, log.getvalue(), str(kept), str(sent))


def test_a_fetch_does_not_reveal_the_credentials(log: io.StringIO) -> None:
    """The posts go on without them, and so does the log line."""
    with a_fetcher([a_post(1), a_post(2)], arn="arn:of-the-secret") as fetcher:
        fetcher.run_message({"page": 1})
        sent = [delivery.body for delivery in fetcher.chain.waiting]
    assert 2 == len(sent)
    assert "fetched" in log.getvalue()
    assert [] == found_in(log.getvalue(), *sent)


@pytest.mark.parametrize("secret", [f"{USER}:{PASSWORD}", json.dumps({"user": USER, "pass": PASSWORD})])
def test_a_secret_in_another_form_is_not_quoted(log: io.StringIO, monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    """A secret without user name and password fails without being shown."""
    monkeypatch.setitem(test_fetch.SECRET, "SecretString", secret)
    with a_fetcher([a_post(1)], arn="arn:of-the-secret") as fetcher:
        failure = error_of(lambda: fetcher.run_message({"page": 1}))
    assert "has to be a JSON object with username and password" in log.getvalue()
    assert [] == found_in(failure, log.getvalue())

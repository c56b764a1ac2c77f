"""Reads from the bucket whose response is cut off, or has no length: over real HTTP."""

import base64
import os
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from unittest.mock import patch

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from wod.errors import BadInput
from wod.plumbing import objects
from wod.plumbing.objects import LARGEST_OBJECT

BODY = b'{"date": "2020-12-21"}\n{"date": "2020-12-22"}\n'


@contextmanager
def a_bucket(*answers: bytes, status: int = 200) -> Iterator[None]:
    """A bucket that has BODY, and says so by its checksum, but sends these, one after another and then always the last,
    with no length, and hangs up. The status is one for all."""
    to_come = list(answers)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("ETag", '"1"')
            self.send_header("Last-Modified", "Mon, 21 Dec 2020 08:00:00 GMT")
            if status == 200:
                self.send_header("x-amz-checksum-crc32", base64.b64encode(zlib.crc32(BODY).to_bytes(4)).decode())
            self.end_headers()
            self.wfile.write(to_come.pop(0) if len(to_come) > 1 else to_come[0])

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class has
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        client = boto3.client(
            "s3",
            endpoint_url=f"http://127.0.0.1:{server.server_port}",
            config=Config(retries={"total_max_attempts": 1}),
        )
        with patch.object(objects, "client", lambda _: client), patch.dict(os.environ, BUCKET_NAME="lakehouse"):
            try:
                yield
            finally:
                server.shutdown()
                thread.join()


def test_an_answer_without_a_length_is_read_whole() -> None:
    """A proxy may pass an object on in pieces and leave its length out."""
    with a_bucket(BODY):
        stored = objects.read("silver/a.jsonl")
    assert stored is not None
    assert BODY == stored.body


@pytest.mark.parametrize("sent", [BODY[:23], BODY[:30], b""], ids=["a line", "a line and a half", "nothing"])
def test_half_an_object_is_not_an_object(sent: bytes) -> None:
    """A truncated response is refused by its checksum: an infrastructure failure, which the queue retries, and not bad
    input."""
    with a_bucket(sent), pytest.raises(BotoCoreError, match="checksum"):
        objects.read("silver/a.jsonl")


def test_an_answer_that_broke_off_is_read_again() -> None:
    """A broken answer does not always cost a delivery of the message."""
    with a_bucket(BODY[:23], b"", BODY):
        stored = objects.read("silver/a.jsonl")
    assert stored is not None
    assert BODY == stored.body


NO_SUCH_KEY = b"<?xml version='1.0'?><Error><Code>NoSuchKey</Code><Message>It is not there.</Message></Error>"


def test_half_an_answer_that_there_is_no_object_is_requested_again() -> None:
    """It does not say whether the object is missing, or its bucket; the whole answer does."""
    with a_bucket(NO_SUCH_KEY[:60], NO_SUCH_KEY[:20], NO_SUCH_KEY, status=404):
        assert objects.read("silver/a.jsonl") is None


def test_an_object_is_not_missing_by_half_an_answer() -> None:
    """If no complete response comes, it is an infrastructure failure: an unread object is not a missing one."""
    with a_bucket(NO_SUCH_KEY[:60], status=404), pytest.raises(ClientError, match="404"):
        objects.read("silver/a.jsonl")


def test_an_object_larger_than_any_post_is_not_read() -> None:
    """An object that would fill a function's memory is bad input, whether or not its answer says a length."""
    with a_bucket(b" " * (LARGEST_OBJECT + 1)), pytest.raises(BadInput, match="bytes"):
        objects.read("bronze/raw/a.json")

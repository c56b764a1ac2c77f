"""A deadline that holds whatever a server does."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import requests
from requests.adapters import HTTPAdapter


class OutOfTime(Exception):
    """The time for the request and its response is over."""


@contextmanager
def closed_at(deadline: float, adapter: HTTPAdapter, request: requests.PreparedRequest) -> Iterator[float]:
    """Shut every socket of the exchange when the time is over, whatever is being read; yield the seconds left.

    A socket's timeout cannot do that: each byte, each empty block of a compressed body and each `100 Continue` would
    restart it.
    """
    remaining = deadline - time.monotonic()
    if remaining <= 0:
        raise OutOfTime
    sockets: list[socket.socket] = []
    pool: Any = adapter.get_connection_with_tls_context(request, verify=True)
    kind: Any = pool.ConnectionCls

    class Watched(kind):  # type: ignore[misc]
        def _new_conn(self) -> socket.socket:
            made: socket.socket = super()._new_conn()
            sockets.append(made.dup())  # TLS takes the original
            return made

    pool.ConnectionCls = Watched
    ended = threading.Event()

    def end() -> None:
        ended.set()
        for one in sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(remaining, end)
    timer.daemon = True
    timer.start()
    try:
        yield remaining
    except Exception:
        if ended.is_set():
            raise OutOfTime from None
        raise
    finally:
        timer.cancel()
        for one in sockets:
            one.close()
    if ended.is_set():  # a body without a length ends as if it were whole
        raise OutOfTime

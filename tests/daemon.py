"""A UDP server in place of X-Ray's daemon."""

import json
import socket
from contextlib import suppress
from typing import Any

type Segment = dict[str, Any]


class Daemon:
    """A daemon that keeps what it receives."""

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self._socket.setblocking(False)
        self.address = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 * 1024 * 1024)
        self.datagrams: list[bytes] = []
        self._segments: list[Segment] = []

    def received(self) -> list[Segment]:
        """All segments that came so far; what is sent on this machine is there at once."""
        with suppress(BlockingIOError):
            while True:
                self.datagrams.append(self._socket.recv(65536))
                header, document = self.datagrams[-1].split(b"\n")
                assert {"format": "json", "version": 1} == json.loads(header)
                self._segments.append(json.loads(document))
        return [*self._segments]

    def close(self) -> None:
        self._socket.close()

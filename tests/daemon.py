"""A UDP server in place of X-Ray's daemon."""

import json
import socket
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

    def received(self) -> list[Segment]:
        """All segments that came so far; what is sent on this machine is there at once."""
        while True:
            try:
                self.datagrams.append(self._socket.recv(65536))
            except BlockingIOError:
                break
        parts = [datagram.split(b"\n") for datagram in self.datagrams]
        assert all({"format": "json", "version": 1} == json.loads(header) for header, _ in parts)
        return [json.loads(document) for _, document in parts]

    def close(self) -> None:
        self._socket.close()

"""Subsegments of AWS X-Ray: one for each message, each AWS call and each request to the blog.

They go by UDP to the daemon that Lambda runs beside a function, in X-Ray's documented format. Nothing is sent if the
invocation is not sampled or there is no daemon, and no error on the way fails the work. Texts of posts, error messages
and queries are never included.
"""

import json
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

_HEADER = b'{"format": "json", "version": 1}\n'
_RESOURCES = {
    "Bucket": "bucket_name",
    "Key": "key",
    "VersionId": "version_id",
    "TableName": "table_name",
    "QueueUrl": "queue_url",
    "TopicArn": "topic_arn",
    "EventBusName": "event_bus_name",
}
"""The parameters that name the subject of a call, and their names in a subsegment."""

_OURS = "_wod_subsegment"
"""The key under which botocore keeps the subsegment of a call until the call ends."""

type Document = dict[str, Any]


@dataclass
class _Work:
    """A message in work. Its calls wait until it ends, because its correlation id may be known only then."""

    document: Document
    annotations: dict[str, str]
    calls: list[Document] = field(default_factory=list)


_work: ContextVar[_Work | None] = ContextVar("_work", default=None)


@contextmanager
def work(name: str, correlation_id: str = "") -> Iterator[None]:
    """Make a subsegment of a piece of work, and put those of its calls under it."""
    mine = _Work(_begun(name), {})
    outer = _work.set(mine)
    annotate(correlation_id)
    try:
        yield
    except BaseException as error:
        _fail(mine.document, type(error).__name__)
        raise
    finally:
        _work.reset(outer)
        mine.document["end_time"] = time.time()
        _send([mine.document, *mine.calls], mine.annotations)


def annotate(correlation_id: object) -> None:
    """Annotate the work and all its calls with this id: one annotation each, as X-Ray indexes fifty of a trace."""
    mine = _work.get()
    if mine and isinstance(correlation_id, str) and correlation_id:
        mine.annotations["correlation_id"] = correlation_id


@contextmanager
def request(url: str) -> Iterator[Callable[[int], None]]:
    """Make a subsegment of a request to another site; call the yielded function with the status of the response."""
    address = urlsplit(url)
    place = f"{address.scheme}://{address.netloc}{address.path}"
    document = _begun(address.hostname or "blog", namespace="remote", http={"request": {"method": "GET", "url": place}})

    def answered(status: int) -> None:
        document["http"]["response"] = {"status": status}
        _judge(document, status)

    try:
        yield answered
    except BaseException as error:
        _fail(document, type(error).__name__)
        raise
    finally:
        _ended(document)


def watch(client: Any) -> None:
    """Make a subsegment of each call of a client, and let AWS carry the trace on from there."""
    for event, hook in (
        ("before-parameter-build", _before),
        ("before-call", _carry_on),
        ("after-call", _after),
        ("after-call-error", _after_error),
    ):
        client.meta.events.register(event, hook)


def _before(params: dict[str, Any], model: Any, context: dict[str, Any], **_: Any) -> None:
    aws = {"operation": model.name, "region": context.get("client_region"), **_resources_of(params)}
    context[_OURS] = document = _begun(str(model.service_model.service_id), namespace="aws", aws=aws)
    if model.name == "SendMessage" and (header := _header_below(document)):
        attribute = {"DataType": "String", "StringValue": header}
        params["MessageSystemAttributes"] = {"AWSTraceHeader": attribute}  # no part of the message's size


def _carry_on(params: dict[str, Any], context: dict[str, Any], **_: Any) -> None:
    if _OURS in context and (header := _header_below(context[_OURS])):
        params["headers"]["X-Amzn-Trace-Id"] = header


def _header_below(document: Document) -> str:
    """Return the trace header with this subsegment as the parent of later ones; empty if nothing is sampled.

    Everything else in the header stays: Lambda detects recursive functions by it.
    """
    trace = _trace()
    return ";".join(f"{name}={value}" for name, value in (trace | {"Parent": document["id"]}).items()) if trace else ""


def _after(parsed: dict[str, Any], context: dict[str, Any], **_: Any) -> None:
    document = context.pop(_OURS, None)
    if document is None:
        return
    metadata = parsed.get("ResponseMetadata", {})
    status = metadata.get("HTTPStatusCode", 0)
    document["aws"] |= {"request_id": metadata.get("RequestId", ""), "retries": metadata.get("RetryAttempts", 0)}
    document["http"] = {"response": {"status": status}}
    _judge(document, status, parsed.get("Error", {}).get("Code", ""))
    _ended(document)


def _after_error(exception: Exception, context: dict[str, Any], **_: Any) -> None:
    document = context.pop(_OURS, None)
    if document is not None:
        _fail(document, type(exception).__name__)
        _ended(document)


def _resources_of(params: dict[str, Any]) -> dict[str, str]:
    """Return the subject of a call: from its parameters, or from those of the first entry of a list of them."""
    entries = [
        value[0] for value in params.values() if isinstance(value, list) and value and isinstance(value[0], dict)
    ]
    levels = [params, *entries, *(one for entry in entries for one in entry.values() if isinstance(one, dict))]
    return {
        name: level[parameter]
        for level in reversed(levels)
        for parameter, name in _RESOURCES.items()
        if isinstance(level.get(parameter), str)
    }


def _begun(name: str, **fields: Any) -> Document:
    outer = _work.get()
    document = {"type": "subsegment", "id": os.urandom(8).hex(), "name": name, "start_time": time.time(), **fields}
    return document | ({"parent_id": outer.document["id"]} if outer else {})


def _ended(document: Document) -> None:
    document["end_time"] = time.time()
    mine = _work.get()
    if mine:
        mine.calls.append(document)
    else:
        _send([document], {})


def _judge(document: Document, status: int, code: str = "") -> None:
    """Classify a status as X-Ray does: fault, error or throttle."""
    if status == 429 or "Throttl" in code or code in ("SlowDown", "ProvisionedThroughputExceededException"):
        document["throttle"] = True
    if 400 <= status < 500:
        document["error"] = True
    elif status >= 500:
        document["fault"] = True
    if code:
        document["cause"] = _cause(code)


def _fail(document: Document, kind: str) -> None:
    document["fault"] = True
    document["cause"] = _cause(kind)


def _cause(kind: str) -> Document:
    return {"exceptions": [{"id": os.urandom(8).hex(), "type": kind}]}


def _trace() -> dict[str, str] | None:
    """Return the trace header of this invocation; None if it is not sampled."""
    parts = (part.partition("=") for part in os.environ.get("_X_AMZN_TRACE_ID", "").split(";"))
    trace = {name: value for name, _, value in parts}
    return trace if trace.get("Sampled") == "1" and "Root" in trace and "Parent" in trace else None


def _send(documents: list[Document], annotations: dict[str, str]) -> None:
    trace, address = _trace(), _daemon()
    if trace is None or address is None:
        return
    common: Document = {"trace_id": trace["Root"], "parent_id": trace["Parent"]}
    common |= {"annotations": annotations} if annotations else {}
    # Tracing must not fail the work, whatever is wrong with the daemon or its address.
    with suppress(Exception), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.settimeout(0)
        for document in documents:
            sender.sendto(_HEADER + json.dumps(common | document).encode(), address)


def _daemon() -> tuple[str, int] | None:
    """Return the daemon's address, stated as `127.0.0.1:2000` or `tcp:… udp:…`; None if none is stated."""
    stated = os.environ.get("AWS_XRAY_DAEMON_ADDRESS", "")
    host, _, port = stated.rpartition("udp:")[2].rpartition(":")
    return (host, int(port)) if host and port.isdecimal() else None

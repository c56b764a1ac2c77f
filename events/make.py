"""Write the sample events beside this file: each function's event for `posts/normal_week.json`.

The bodies are made by the pure functions of the stages, so that an event is the output of the stage before. Only the
version of the raw post is invented, since each bucket has its own: save_sessions_to_bucket treats the sample as
superseded until it has the real version.

Run it again after a change of a message: `make events`.
"""

import json
from base64 import b64encode
from copy import replace
from decimal import Decimal
from gzip import compress
from pathlib import Path
from typing import Any

import msgspec
from boto3.dynamodb.types import TypeSerializer

from wod.blog import DEFAULT_BLOG, load_blog
from wod.keys import bronze_key, gold_key, silver_key
from wod.messages import DaysMessage, LinesMessage, PostMessage, RecordsMessage, SessionsMessage
from wod.reading.cleaning import clean_records
from wod.reading.days.days import group_by_day
from wod.reading.html.page import read_lines
from wod.reading.parts.parts import segment_day
from wod.reading.post import read_post, source_of
from wod.reading.records import to_records

HERE = Path(__file__).parent
BUCKET = "invictus-weightlifting-dev-000000000000-us-east-1"
CORRELATION_ID = "0b5c2f0e-6f0a-4a52-9a5e-3f1f5f0d7c11"

RUN = {
    "level": "INFO",
    "message": "done",
    "correlation_id": CORRELATION_ID,
    "post_id": 51820,
    "stage": "segment_days",
    "outcome": "done",
    "started": "2021-03-08T01:20:12.000Z",
    "ended": "2021-03-08T01:20:12.034Z",
    "duration_ms": 34,
    "made": {"sessions": 6},
}
"""A log line with which a stage ends."""


def sample_events() -> dict[str, dict[str, Any]]:
    """Return the events by file name."""
    raw = (HERE / "posts" / "normal_week.json").read_bytes()
    post = read_post(raw)
    source = source_of(post, bronze_key(post), "version-of-the-raw-post", CORRELATION_ID)
    blog, lines = load_blog(DEFAULT_BLOG), read_lines(post.content)
    preamble, days = group_by_day(lines, source, blog)
    sessions = [segment_day(day, blog) for day in days]
    week, records = to_records(source, sessions, blog, preamble)
    dated = RecordsMessage(source=source, week=week, preamble=preamble, records=records)
    clean = replace(dated, records=clean_records(records))
    fetched = PostMessage(correlation_id=CORRELATION_ID, fetched_at="2021-03-08T01:10:00", post=json.loads(raw))
    return {
        "get_invictus_post": {"posts_per_page": 5, "page": 1},
        "get_invictus_post_scheduled": {"source": "aws.events", "detail-type": "Scheduled Event", "detail": {}},
        "dump_post_to_bucket": from_queue(fetched),
        "strip_post_html": from_bucket(source.bronze_key),
        "group_post_by_day": from_queue(LinesMessage(source=source, lines=lines)),
        "segment_days": from_queue(DaysMessage(source=source, preamble=preamble, days=days)),
        "sessions_to_date_records": from_queue(SessionsMessage(source=source, preamble=preamble, sessions=sessions)),
        "clean_session_records": from_queue(dated),
        "save_sessions_to_bucket": from_queue(clean),
        "load_sessions_to_table": from_bucket(silver_key(week)),
        "aggregate_week": from_bucket(silver_key(week)),
        "announce_week": from_bucket(gold_key(week)),
        "render_week": from_bucket(gold_key(week)),
        "fan_out_session_changes": from_stream(clean.records[0]),
        "keep_runs": from_log(RUN),
    }


def from_queue(body: msgspec.Struct | dict[str, Any]) -> dict[str, Any]:
    """Return an SQS event with one message."""
    text = msgspec.json.encode(body).decode() if isinstance(body, msgspec.Struct) else json.dumps(body)
    return {"Records": [{"messageId": "sample", "eventSource": "aws:sqs", "body": text}]}


def from_bucket(key: str) -> dict[str, Any]:
    """Return an SQS event with EventBridge's event of a new object."""
    detail = {"bucket": {"name": BUCKET}, "object": {"key": key}}
    return from_queue({"source": "aws.s3", "detail-type": "Object Created", "detail": detail})


def from_stream(record: dict[str, Any]) -> dict[str, Any]:
    """Return a DynamoDB stream's event of a new item, the session."""
    item = json.loads(json.dumps(record), parse_float=Decimal)
    image = {name: TypeSerializer().serialize(value) for name, value in item.items()}
    change = {
        "Keys": {"date": image["date"], "session": image["session"]},
        "NewImage": image,
        "SequenceNumber": "1",
        "StreamViewType": "NEW_AND_OLD_IMAGES",
    }
    return {"Records": [{"eventID": "1", "eventName": "INSERT", "eventSource": "aws:dynamodb", "dynamodb": change}]}


def from_log(line: dict[str, Any]) -> dict[str, Any]:
    """CloudWatch Logs' event of a log line: JSON, compressed, as base64."""
    delivery = {
        "messageType": "DATA_MESSAGE",
        "logGroup": "/aws/lambda/invictus-weightlifting-dev-segment-days",
        "logStream": "2021/03/08/[$LATEST]0123456789abcdef0123456789abcdef",
        "subscriptionFilters": ["invictus-weightlifting-dev-SegmentDaysRuns"],
        "logEvents": [{"id": "36041518434123456789", "timestamp": 1615166412345, "message": json.dumps(line)}],
    }
    return {"awslogs": {"data": b64encode(compress(json.dumps(delivery).encode(), mtime=0)).decode()}}


def as_text(event: dict[str, Any]) -> str:
    """Return the text of an event's file."""
    return json.dumps(event, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name, event in sample_events().items():
        (HERE / f"{name}.json").write_text(as_text(event))

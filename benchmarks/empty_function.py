"""Every stage without its work: the one call that triggers the next one. `end_to_end.py` deploys it in place of each.

The messages carry only the week's path in the bucket, `2026/week_01--2025-12-29__2026-01-04`.
"""

import json
import os
import re
from typing import Any

from botocore.session import get_session

STAGE = os.environ["STAGE_NAME"]
SERVICES = {
    "dump_post_to_bucket": "s3",
    "save_sessions_to_bucket": "s3",
    "aggregate_week": "s3",
    "load_sessions_to_table": "dynamodb",
    "fan_out_session_changes": "events",
}
CLIENT: Any = get_session().create_client(SERVICES.get(STAGE, "sqs"))
WEEK = re.compile(r"\d{4}/week_\d\d--(?P<monday>\d{4}-\d\d-\d\d)__\d{4}-\d\d-\d\d")


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Make the stage's one call."""
    [record, *_] = event["Records"]
    if STAGE == "fan_out_session_changes":
        entry = {"EventBusName": os.environ["EVENT_BUS_NAME"], "Source": "empty", "DetailType": "Empty", "Detail": "{}"}
        CLIENT.put_events(Entries=[entry])
        return {}
    week = next(WEEK.finditer(record["body"]))
    if STAGE == "dump_post_to_bucket":
        put(f"bronze/raw/{week[0]}.json")
    elif STAGE == "save_sessions_to_bucket":
        put(f"silver/sessions/{week[0]}.jsonl")
    elif STAGE == "aggregate_week":
        put(f"gold/aggregations/{week[0]}.json")
    elif STAGE == "load_sessions_to_table":
        item = {"date": {"S": week["monday"]}, "session": {"S": "Empty"}}
        CLIENT.put_item(TableName=os.environ["SESSIONS_TABLE"], Item=item)
    elif "NEXT_QUEUE_URL" in os.environ:
        CLIENT.send_message(QueueUrl=os.environ["NEXT_QUEUE_URL"], MessageBody=json.dumps({"week": week[0]}))
    return {"batchItemFailures": []}


def put(key: str) -> None:
    """Put an empty object."""
    CLIENT.put_object(Bucket=os.environ["BUCKET_NAME"], Key=key, Body=b"{}")

"""The clients of a function, on moto."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from wod.plumbing import aws

from .world import BUCKET, TABLE, mocked_aws


@pytest.fixture(autouse=True)
def _mocked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    with mocked_aws():
        aws.client.cache_clear()
        yield
    aws.client.cache_clear()


def a_table() -> Any:
    dynamodb = aws.client("dynamodb")
    dynamodb.create_table(
        TableName=TABLE,
        KeySchema=[{"AttributeName": "date", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "date", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    return dynamodb


def test_values_of_items_are_not_looked_into() -> None:
    """botocore takes them as a JSON document: a binary value comes back as the text that was sent."""
    dynamodb = a_table()
    assert dynamodb.meta.service_model.shape_for("AttributeValue").is_document_type
    item = {"date": {"S": "2021-03-08"}, "photo": {"B": "AAEC"}}
    dynamodb.put_item(TableName=TABLE, Item=item)
    assert item == dynamodb.get_item(TableName=TABLE, Key={"date": item["date"]})["Item"]


def test_times_of_headers_and_of_lists_are_read() -> None:
    """Headers have HTTP's form, lists ISO 8601's; both are moments in UTC."""
    s3 = aws.client("s3")
    s3.create_bucket(Bucket=BUCKET)
    s3.put_object(Bucket=BUCKET, Key="a", Body=b"")
    (listed,) = s3.list_objects_v2(Bucket=BUCKET)["Contents"]
    for moment in (listed["LastModified"], s3.get_object(Bucket=BUCKET, Key="a")["LastModified"]):
        assert abs(datetime.now(UTC) - moment) < timedelta(hours=1)


def test_times_in_seconds_are_read() -> None:
    """DynamoDB writes them as numbers."""
    dynamodb = a_table()
    created = dynamodb.describe_table(TableName=TABLE)["Table"]["CreationDateTime"]
    assert abs(datetime.now(UTC) - created) < timedelta(hours=1)


def test_an_item_comes_back_as_it_was_sent() -> None:
    """It is typed JSON, whatever is in it."""
    dynamodb = a_table()
    item = {"date": {"S": "2021-03-08"}, "parts": {"L": [{"M": {"sets": {"N": "5"}, "level": {"NULL": True}}}]}}
    dynamodb.put_item(TableName=TABLE, Item=item)
    assert item == dynamodb.get_item(TableName=TABLE, Key={"date": item["date"]})["Item"]

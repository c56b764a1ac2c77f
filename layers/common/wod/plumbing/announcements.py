"""What people were told of each week, so that messages that come at least once reach them once.

A function claims a week before it tells people, and writes down what it told them afterwards. A claim ends by itself
when its function cannot live any more, so a week whose function died is told by the next delivery of its message.
People are told twice only if a function dies between the two steps.
"""

import json
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from wod.announcing.news import NOTHING, Told, news_of
from wod.announcing.texts import Texts, link_to, texts_of
from wod.announcing.words import words_of
from wod.blog import current_blog
from wod.keys import announced_key, silver_key
from wod.models import SessionRecord, Shape, Week
from wod.plumbing import objects, running
from wod.plumbing.aws import client
from wod.plumbing.settings import people_topic, site_url
from wod.plumbing.telemetry import about, logger
from wod.week_file import read_week

_LONGEST_RUN = timedelta(seconds=60)
"""Twice what the function has, and a third of the time for which its queue hides a message."""


class StillTelling(Exception):
    """Another function has claimed the week. The queue brings the message again when that one is done or dead."""


class _Announced(Shape):
    """What lies under the key of a week: what people were told, and until when a function is telling them more."""

    told: Told
    claimed_until: datetime | None = None


def tell_people(week: Week) -> None:
    """Tell people what is new to them in a week, which is nothing if it is over.

    Raise StillTelling if another function does, and Conflict if another one has done it meanwhile.
    """
    blog, now = current_blog(), datetime.now(UTC)
    today = now.astimezone(ZoneInfo(blog.time_zone)).date()
    # What people were told is read first: the week that is read after it is as new, or newer.
    held = objects.read(announced_key(week))
    if held is None and date.fromisoformat(week.end_date) < today:
        running.if_nothing_made("no text: the week is over")
        return
    announced = _Announced.model_validate_json(held.body) if held else _Announced(told=NOTHING)
    etag = held and held.etag
    if announced.claimed_until and announced.claimed_until > now:
        raise StillTelling(f"{announced_key(week)} is claimed until {announced.claimed_until}.")
    silver = objects.read(silver_key(week))
    if silver is None:
        return
    records = [SessionRecord.model_validate(record) for record in read_week(silver.body)]
    words = words_of(blog.language_name)
    news, told = news_of(announced.told, records, today, words)
    running.if_nothing_made("no text: nothing is new to people in the days to come")
    if news:
        link = link_to(site_url(), week, news)
        texts = texts_of(news, records, blog=blog.name, link=link, today=today, words=words)
        etag = _write(week, _Announced(told=announced.told, claimed_until=now + _LONGEST_RUN), etag)
        try:
            _publish(texts)
        except Exception:
            _write(week, _Announced(told=announced.told), etag)
            raise
    if news or told != announced.told:
        _write(week, _Announced(told=told), etag)


def _write(week: Week, announced: _Announced, etag: str | None) -> str:
    """Write over what has this ETag, and return the new one. Raise Conflict if another function has written."""
    key, body = announced_key(week), announced.model_dump_json().encode()
    objects.check_size(key, body)
    return objects.write(key, body, over=etag)


def _publish(texts: Texts) -> None:
    # What is neither a phone nor a mailbox, such as a chat, gets the short text.
    by_protocol = {"default": texts.message, "sms": texts.message, "email": texts.mail}
    answer = client("sns").publish(
        TopicArn=people_topic(),
        Subject=texts.subject,
        MessageStructure="json",
        Message=json.dumps(by_protocol, ensure_ascii=False),
    )
    about(text=texts.message)
    logger.info("told people", message_id=answer["MessageId"])
    running.made(texts=1)

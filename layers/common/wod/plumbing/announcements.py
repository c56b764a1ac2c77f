"""Announce each week's news to people once, although messages arrive at least once.

A function claims a week before it publishes, and stores what it announced afterwards. A claim expires when its function
can no longer be running, so if a function died, the next delivery of the message announces the week. People get the
same news twice only if a function dies between the two steps.
"""

import json
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from wod.announcing.news import NOTHING, Announced, news_of
from wod.announcing.texts import Texts, link_to, texts_of
from wod.announcing.words import words_of
from wod.keys import announced_key, silver_key
from wod.models import Week
from wod.plumbing import objects, running
from wod.plumbing.aws import client
from wod.plumbing.current_blog import current_blog
from wod.plumbing.settings import people_topic, site_url
from wod.plumbing.telemetry import about, logger
from wod.shape import Shape, decode
from wod.week_file import read_sessions

_LONGEST_RUN = timedelta(seconds=60)
"""Twice the function's timeout, and a third of its queue's visibility timeout."""


class ClaimedByAnother(Exception):
    """Another function has claimed the week. The queue delivers the message again when that one is done or dead."""


class _State(Shape):
    """The object of a week: what was announced, and until when a function has claimed the week to announce more."""

    announced: Announced
    claimed_until: datetime | None = None


def announce(week: Week) -> None:
    """Publish the news of a week to people; none if the week is over.

    Raise ClaimedByAnother if another function is doing so, and Conflict if another one has done so meanwhile.
    """
    blog, now = current_blog(), datetime.now(UTC)
    today = now.astimezone(ZoneInfo(blog.time_zone)).date()
    # The announced state is read first, so the week that is read after it is as new, or newer.
    held = objects.read(announced_key(week))
    if held is None and date.fromisoformat(week.end_date) < today:
        running.if_nothing_made("no text: the week is over")
        return
    state = decode(held.body, _State) if held else _State(announced=NOTHING)
    etag = held and held.etag
    if state.claimed_until and state.claimed_until > now:
        raise ClaimedByAnother(f"{announced_key(week)} is claimed until {state.claimed_until}.")
    silver = objects.read(silver_key(week))
    if silver is None:
        return
    records = read_sessions(silver.body)
    words = words_of(blog.language_name)
    news, announced = news_of(state.announced, records, today, words)
    running.if_nothing_made("no text: nothing is new in the days to come")
    if news:
        link = link_to(site_url(), week, news)
        texts = texts_of(news, records, blog=blog.name, link=link, today=today, words=words)
        etag = _write(week, _State(announced=state.announced, claimed_until=now + _LONGEST_RUN), etag)
        try:
            _publish(texts)
        except Exception:
            _write(week, _State(announced=state.announced), etag)
            raise
    if news or announced != state.announced:
        _write(week, _State(announced=announced), etag)


def _write(week: Week, state: _State, etag: str | None) -> str:
    """Write over the object with this ETag, and return the new ETag. Raise Conflict if another function has written."""
    key, body = announced_key(week), msgspec.json.encode(state)
    objects.check_size(key, body)
    return objects.write(key, body, over=etag)


def _publish(texts: Texts) -> None:
    # The default is for subscribers that are neither a phone nor a mailbox, such as a chat.
    by_protocol = {"default": texts.message, "sms": texts.message, "email": texts.mail}
    answer = client("sns").publish(
        TopicArn=people_topic(),
        Subject=texts.subject,
        MessageStructure="json",
        Message=json.dumps(by_protocol, ensure_ascii=False),
    )
    about(text=texts.message)
    logger.info("announced to people", message_id=answer["MessageId"])
    running.made(texts=1)

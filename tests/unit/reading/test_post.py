"""A raw post is read or refused in one sentence."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wod.errors import BadInput
from wod.models import Post
from wod.reading.post import check_time, post_from, read_post, source_of

SAMPLES = Path(__file__).parents[3] / "events" / "posts"


def raw(**changes: Any) -> dict[str, Any]:
    """A small post in WordPress's shape; a change of None takes the field away."""
    post = {
        "id": 7,
        "date": "2021-03-07T17:00:20",
        "date_gmt": "2021-03-08T01:00:20",
        "modified": "2021-03-05T11:42:09",
        "modified_gmt": "2021-03-05T19:42:09",
        "slug": "march-8-14-2021",
        "link": "https://www.example.org/march-8-14-2021/",
        "title": {"rendered": "March 8-14, 2021"},
        "content": {"rendered": "<p>Monday</p>", "protected": False},
    }
    return {name: value for name, value in (post | changes).items() if value is not None}


def test_a_post_is_reduced_to_what_the_pipeline_needs() -> None:
    """The fields of WordPress's answer that matter are kept as they are written."""
    expected = Post(
        id=7,
        slug="march-8-14-2021",
        link="https://www.example.org/march-8-14-2021/",
        title="March 8-14, 2021",
        published="2021-03-07T17:00:20",
        modified_gmt="2021-03-05T19:42:09",
        content="<p>Monday</p>",
    )
    assert expected == read_post(json.dumps(raw()).encode())


@pytest.mark.parametrize("body", ["\ufeff" + json.dumps(raw()), b"\xef\xbb\xbf" + json.dumps(raw()).encode()])
def test_a_byte_order_mark_is_tolerated(body: bytes | str) -> None:
    """Editors on Windows put a mark before the text."""
    assert read_post(json.dumps(raw())) == read_post(body)


@pytest.mark.parametrize(
    ("rendered", "title"),
    [
        ("March 8-14, 2021 &#8211; 5 Day", "March 8-14, 2021 – 5 Day"),
        ("Clean &amp; Jerk&nbsp;<em>week</em>", "Clean & Jerk week"),
        ("  March\n8-14 ", "March 8-14"),
        ("March 8&amp;#8211;14, 2021 &amp;amp; more", "March 8–14, 2021 & more"),
        ("March <del>1-7</del> 8-14 [gallery]", "March 8-14"),
        ("", ""),
    ],
)
def test_the_title_is_plain_text(rendered: str, title: str) -> None:
    """Entities are decoded and tags are gone."""
    assert title == post_from(raw(title={"rendered": rendered})).title


def test_the_time_of_the_last_change_falls_back_to_that_of_publication() -> None:
    """Without `modified_gmt` the publication counts, in UTC if WordPress says it."""
    assert "2021-03-08T01:00:20" == post_from(raw(modified_gmt=None)).modified_gmt
    assert "2021-03-07T17:00:20" == post_from(raw(modified_gmt=None, date_gmt=None)).modified_gmt
    zeros = "0000-00-00T00:00:00"
    assert "2021-03-07T17:00:20" == post_from(raw(modified_gmt=zeros, date_gmt=zeros)).modified_gmt


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", " JavaScript:alert(1)", "java\nscript:alert(1)", "data:text/html,x"]
)
def test_a_link_that_would_run_a_program_is_left_out(link: str) -> None:
    """The post is read, and has no link; bronze keeps what it said."""
    assert "" == post_from(raw(link=link)).link


def test_a_post_that_was_modified_after_it_was_seen_is_refused() -> None:
    """A day ahead is allowed, for clocks differ; more would make it the newest revision for ever."""
    post = post_from(raw(modified_gmt="2021-03-09T01:10:00"))
    check_time(post, "2021-03-08T01:10:00")
    with pytest.raises(BadInput, match=r"in the future: 2021-03-09T01:10:00 UTC .* it came at 2021-03-08T01:09:59"):
        check_time(post, "2021-03-08T01:09:59")
    check_time(post, "9999-12-31T23:59:59")


def test_a_link_may_be_missing() -> None:
    """A post without a link is still a post."""
    assert "" == post_from(raw(link=None)).link


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b"", "not JSON"),
        (b'{"id": 7', "line 1, column 9"),
        (b"[{}, {}]", "JSON array of 2, not one post; drop one post per file"),
        (b'"post"', "a text, not a post"),
        (b"null", "null, not a post"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"id": NaN}', "NaN is not a JSON value"),
        (b'{"id": ' + b"9" * 5000 + b"}", "not JSON"),
    ],
)
def test_a_file_without_a_post_is_refused_with_the_reason(body: bytes, reason: str) -> None:
    """The error states the problem of any file."""
    with pytest.raises(BadInput, match=reason):
        read_post(body)


@pytest.mark.parametrize("name", ["id", "slug", "date", "title", "content"])
def test_a_missing_field_is_named(name: str) -> None:
    """The sentence says which field the post lacks."""
    with pytest.raises(BadInput, match=f"no field `{name}`"):
        post_from(raw(**{name: None}))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", True),
        ("id", "7"),
        ("id", 7.0),
        ("id", 0),
        ("id", 2**63),
        ("slug", 5),
        ("link", ["https://www.example.org"]),
        ("title", "March 8-14, 2021"),
        ("title", {"raw": "March"}),
        ("title", {"rendered": 1}),
        ("content", {"rendered": None}),
        ("date", "2021-02-30T10:00:00"),
        ("date", "2021-03-07"),
        ("date", "yesterday"),
        ("modified_gmt", "2021-00-10T00:00:00"),
        ("content", {"rendered": "half a \ud83d"}),
    ],
)
def test_a_wrong_field_is_named(name: str, value: object) -> None:
    """The sentence says which field holds what it cannot hold."""
    with pytest.raises(BadInput, match=f"field `{name}"):
        post_from(raw(**{name: value}))


@pytest.mark.parametrize("slug", ["march-8-14-2021-2", "caf%c3%a9", "%E2%80%93", "a_b", "x" * 200])
def test_slugs_that_wordpress_makes_are_kept(slug: str) -> None:
    """Percent-encoded letters are part of a slug."""
    assert slug == post_from(raw(slug=slug)).slug


@pytest.mark.parametrize(
    "slug", ["", "..", "a/b", "../../etc", "a\nb", "a b", "café", "100%", "a.b", "x" * 201, "a\x00"]
)
def test_slugs_that_could_leave_their_place_in_a_key_are_refused(slug: str) -> None:
    """A slug becomes part of a key, so it has no slash, dot or control character."""
    with pytest.raises(BadInput, match="slug"):
        post_from(raw(slug=slug))


FORM = '<form action="/wp-login.php" class="post-password-form" method="post"><p>This content is protected.</p></form>'


@pytest.mark.parametrize(
    "changes",
    [
        {"content": {"rendered": "", "protected": True}},
        {"content": {"rendered": "<p>Monday</p>", "protected": True}},
        {"content": {"rendered": FORM, "protected": False}},
        {"content": {"rendered": FORM}},
        {"title": {"rendered": "Protected: March 8-14, 2021"}, "content": {"rendered": ""}},
        {"title": {"rendered": "Protected: March 8-14, 2021"}, "content": {"rendered": "<p>Enter it.</p>"}},
        {"title": {"rendered": "Protegido: semana del 8 de marzo"}, "content": {"rendered": ""}},
    ],
)
def test_a_post_with_a_password_is_refused_as_such(changes: dict[str, Any]) -> None:
    """Its text is not for everyone, even if it came along; the sentence says what protects it and what to do."""
    with pytest.raises(BadInput, match=r"is protected by a password, .*; remove the password in WordPress"):
        post_from(raw(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"content": {"rendered": "", "protected": False}},
        {"content": {"rendered": ""}},
        {"content": {"rendered": "<p>Monday</p>", "protected": "yes"}},
        {"title": {"rendered": "Protected: your shoulders"}},
        {"title": {"rendered": "Well protected: your shoulders"}, "content": {"rendered": ""}},
        {"content": {"rendered": "<p>The class post-password-form is of a form.</p>"}},
    ],
)
def test_a_post_without_a_password_is_a_post(changes: dict[str, Any]) -> None:
    """One that is empty, or has words about protection, is not protected."""
    assert post_from(raw(**changes)).id == 7


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.sampled_from(list(raw())), JSON_VALUES)
def test_any_value_in_any_field_gives_a_post_or_a_refusal(name: str, value: object) -> None:
    """No value makes the reader fail in any other way than with its one sentence."""
    try:
        post = post_from(raw() | {name: value})
    except BadInput:
        return
    assert isinstance(post, Post)


def test_the_lineage_names_the_post_and_its_version() -> None:
    """Every field of the lineage comes from the post or from its key."""
    source = source_of(post_from(raw()), "bronze/raw/x", "v1", "c1")
    assert (7, "2021-03-07T17:00:20", "bronze/raw/x", "v1", "c1") == (
        source.post_id,
        source.published,
        source.bronze_key,
        source.bronze_version_id,
        source.correlation_id,
    )


@pytest.mark.parametrize("name", ["normal_week", "across_years", "edited", "no_programme"])
def test_the_sample_posts_are_posts(name: str) -> None:
    """All posts in `events/posts` can be read, except the broken one."""
    assert read_post((SAMPLES / f"{name}.json").read_bytes()).content


def test_the_broken_sample_is_not_json() -> None:
    """The sample that is cut off is refused as such."""
    with pytest.raises(BadInput, match="not JSON"):
        read_post((SAMPLES / "broken.json").read_bytes())


def test_the_edited_sample_is_the_normal_week_changed_later() -> None:
    """An edit keeps id, slug and date, and is modified later."""
    normal, edited = (read_post((SAMPLES / f"{name}.json").read_bytes()) for name in ("normal_week", "edited"))
    assert (normal.id, normal.slug, normal.published) == (edited.id, edited.slug, edited.published)
    assert normal.modified_gmt < edited.modified_gmt

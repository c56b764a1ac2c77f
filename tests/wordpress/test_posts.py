"""Posts that a real WordPress renders, moves and hides in its own way."""

from datetime import timedelta

import pytest
import requests

from wod.errors import BadInput

from .pipeline import BACKFILL, SCHEDULED, a_pipeline, a_week
from .site import Site, permalinks

COLUMNS = """<!-- wp:columns --><div class="wp-block-columns"><!-- wp:column --><div class="wp-block-column">
<!-- wp:paragraph --><p><strong>Monday</strong></p><!-- /wp:paragraph -->
<!-- wp:paragraph --><p>A.<br />Every 2 minutes (5 sets):<br />Snatch x 2 reps</p><!-- /wp:paragraph -->
</div><!-- /wp:column --></div><!-- /wp:columns -->"""


def test_a_hundred_idle_fetches_ask_at_most_thrice_each_and_change_nothing(site: Site) -> None:
    """After the first fetch, which gets all posts, nothing is fetched, stored or announced again, although one post
    cannot be rendered, one was trashed, and two change with each view."""
    category, ids = site.fill([a_week(number) for number in range(1, 13)])
    for number, odd in zip(ids, ("dies", "counts", "asks"), strict=False):
        site.mark(number, odd)
    with a_pipeline(site, category) as pipeline:
        assert ids[1:] == sorted(pipeline.fetch())
        site.php("wp_trash_post($given);", ids[7])
        pipeline.fetch()
        assert (11, 11) == (pipeline.versions(), len(pipeline.chain.items()))
        before = pipeline.chain.freeze()
        texts = len(pipeline.chain.announced)
        for _ in range(100):
            sent = len(site.requests())
            assert ([], {}) == (pipeline.fetch(), pipeline.ran)
            assert len(site.requests()) - sent <= 3
        assert (11, before, texts) == (pipeline.versions(), pipeline.chain.freeze(), len(pipeline.chain.announced))


def test_markup_that_changes_with_every_answer_makes_no_new_version(site: Site) -> None:
    """Columns whose class has a number of its own in each answer, a counter of views and the fields of a form are the
    same to a reader."""
    category, ids = site.fill([a_week(1, COLUMNS), a_week(2, COLUMNS), a_week(3), a_week(4)])
    site.mark(ids[2], "counts")
    site.mark(ids[3], "asks")

    def rendered(wanted: int) -> str:
        include = ",".join(map(str, ids[3 - wanted : 3]))
        request = f"{site.url}/wp-json/wp/v2/posts?orderby=id&order=asc&include={include}"
        posts = requests.get(request, timeout=30).json()
        return str({post["id"]: post["content"]["rendered"] for post in posts}[ids[1]])

    assert rendered(2) != rendered(3)  # WordPress counts the columns of an answer
    with a_pipeline(site, category) as pipeline:
        assert ids == sorted(pipeline.fetch(BACKFILL))
        assert (4, 4) == (pipeline.versions(), len(pipeline.chain.items()))
        site.touch(ids[1:])
        assert ids[1:] == sorted(pipeline.fetch())
        assert ({"dump_post_to_bucket": 3}, 4) == (pipeline.ran, pipeline.versions())
        assert ids == sorted(pipeline.fetch(BACKFILL))
        assert ({"dump_post_to_bucket": 4}, 4) == (pipeline.ran, pipeline.versions())


EDITS = {
    "saved again": "wp_update_post(['ID' => $given]);",
    "tags": "wp_set_post_tags($given, 'snatch, strength'); wp_update_post(['ID' => $given]);",
    "another category as well": "wp_set_post_categories($given, [1], true); wp_update_post(['ID' => $given]);",
    "author": "wp_update_post(['ID' => $given, 'post_author' => wp_create_user('other', 'x', 'o@gym.example')]);",
    "excerpt": "wp_update_post(['ID' => $given, 'post_excerpt' => 'A week of snatches']);",
    "comments": "wp_update_post(['ID' => $given, 'comment_status' => 'open', 'ping_status' => 'open']);",
    "a custom field": "update_post_meta($given, 'seo', 'x'); wp_update_post(['ID' => $given]);",
    "sticky": "stick_post($given); wp_update_post(['ID' => $given]);",
    "a class": "wp_update_post(['ID' => $given, 'post_content' => str_replace("
    "'<p>', '<p class=\"has-text-align-center\">', get_post($given)->post_content)]);",
    "blocks": "wp_update_post(['ID' => $given, 'post_content' => preg_replace("
    "'~<p.*?</p>~s', '<!-- wp:paragraph -->$0<!-- /wp:paragraph -->', get_post($given)->post_content)]);",
    "a comment of the editor": "wp_update_post(['ID' => $given, 'post_content' => "
    "get_post($given)->post_content . '<!-- seen by the coach -->']);",
}


def test_edits_that_change_no_line_give_no_version_and_no_text(site: Site) -> None:
    """A post that is saved, tagged, moved in its markup or given to another author stays the same week of training."""
    category, [post] = site.fill([a_week(1)])
    with a_pipeline(site, category) as pipeline:
        assert [post] == pipeline.fetch()
        before, texts = pipeline.chain.freeze(), len(pipeline.chain.announced)
        for edit in EDITS.values():
            site.php(edit, post)
            pipeline.fetch(BACKFILL)  # two edits within a second have one time of modification
            assert ({"dump_post_to_bucket": 1}, 1) == (pipeline.ran, pipeline.versions())
        assert (before, texts) == (pipeline.chain.freeze(), len(pipeline.chain.announced))


def test_another_form_of_permalinks_changes_no_post(site: Site) -> None:
    """Each post has a new address, which says nothing of its training."""
    category, ids = site.fill([a_week(number) for number in range(1, 5)])
    with a_pipeline(site, category) as pipeline:
        assert ids == sorted(pipeline.fetch())
        before = pipeline.chain.freeze()
        for form in ("/%year%/%monthnum%/%postname%/", "/index.php/%postname%/", ""):
            with permalinks(site, form):
                assert [] == pipeline.fetch()
                assert ids == sorted(pipeline.fetch(BACKFILL))
            assert ({"dump_post_to_bucket": 4}, 4) == (pipeline.ran, pipeline.versions())
        assert before == pipeline.chain.freeze()


def test_a_post_that_replaces_a_trashed_one_has_its_sessions_alone(site: Site) -> None:
    """WordPress gives the slug on, and a modification that is older than the last edit of the trashed post."""
    category, [first] = site.fill([a_week(1)])
    code = (
        "$old = get_post($given[0]); wp_trash_post($given[0]); return wp_insert_post(['post_status' => 'publish', "
        "'post_name' => $old->post_name, 'post_date' => $old->post_date, 'post_title' => $old->post_title, "
        "'post_content' => str_replace('x 1 reps', 'x 2 reps', $old->post_content), 'post_category' => [$given[1]]]);"
    )
    with a_pipeline(site, category) as pipeline:
        site.php("wp_update_post(['ID' => $given]);", first)
        assert [first] == pipeline.fetch()
        second = site.php(code, [first, category])
        assert [second] == pipeline.fetch()
        (session,) = pipeline.chain.items()
        assert ("Monday", second) == (session["session"], session["source"]["post_id"])
        assert "x 2 reps" in session["segment_a"]
        assert [second] == [post["id"] for post in pipeline.chain.bronze().values()]


def test_a_category_that_is_empty_or_does_not_exist_is_an_error(site: Site) -> None:
    """Silence of the blog and a wrong number look the same, and neither is taken for a week of rest."""
    empty, _ = site.fill([])
    for category in (empty, 999_999):
        with a_pipeline(site, category) as pipeline, pytest.raises(BadInput, match="no posts in category"):
            pipeline.fetch(SCHEDULED)


def test_a_post_that_dies_when_it_is_rendered_stops_no_other_and_is_named(site: Site) -> None:
    """It is in quarantine with its id, idle fetches stay small, and once it is fixed it is fetched."""
    category, ids = site.fill([a_week(number) for number in range(1, 13)])
    dead = ids[4]
    site.mark(dead, "dies")
    with a_pipeline(site, category) as pipeline:
        assert [one for one in ids if one != dead] == sorted(pipeline.fetch())
        (kept,) = pipeline.chain.quarantine()
        assert f"cannot give post {dead}" in kept["reason"]
        before = len(site.requests())
        assert [] == pipeline.fetch()
        assert len(site.requests()) - before <= 3
        site.mark(dead, "")
        pipeline.later = timedelta(hours=2)
        assert [dead] == pipeline.fetch()


def test_posts_that_come_by_another_way_than_today_are_found(site: Site) -> None:
    """One has an old date, one got the category later, and one is in a category below it, which may be new."""
    category, ids = site.fill([a_week(number) for number in range(1, 13)])
    below, [child] = site.fill([a_week(20)], parent=category)
    _, [other, another] = site.fill([a_week(21), a_week(22)])
    with a_pipeline(site, category) as pipeline:
        assert [*ids, child] == sorted(pipeline.fetch())
        _, old = site.fill([a_week(23)])
        site.php("wp_set_post_categories($given[0], $given[1]);", [old[0], [category]])
        assert old == pipeline.fetch()
        site.php("wp_set_post_categories($given[0], $given[1]);", [other, [category]])
        assert [other] == pipeline.fetch()
        site.php("wp_set_post_categories($given[0], $given[1]);", [another, [below]])
        assert [another] == pipeline.fetch()
        _, [grandchild] = site.fill([a_week(24)], parent=below)
        pipeline.later = timedelta(hours=25)
        assert [grandchild] == pipeline.fetch()
        assert [] == pipeline.fetch()


def test_a_site_with_plain_permalinks_is_read_by_its_query_only(site: Site) -> None:
    """If /wp-json/ is not the API, all requests use ?rest_route=, which is remembered from then on."""
    category, ids = site.fill([a_week(number) for number in range(1, 13)])
    with permalinks(site, ""), a_pipeline(site, category, only=()) as pipeline:
        assert requests.get(f"{site.url}/wp-json/wp/v2/posts", timeout=30).text.startswith("<html>")
        assert ids == sorted(pipeline.fetch())
        before = len(site.requests())
        assert [] == pipeline.fetch()
        last = site.requests()[before:]
        assert len(last) <= 3
        assert all("rest_route=" in request for request in last)

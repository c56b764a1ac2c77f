"""A category with a history of two thousand and one posts: it is fetched as a whole once, and then left alone."""

from .pipeline import BACKFILL, a_pipeline, a_week
from .site import Site

POSTS = 2001


def test_a_backfill_of_two_thousand_and_one_posts_has_all_and_the_idle_fetch_stays_small(site: Site) -> None:
    """Each post is sent on once, none is put aside; no fetch after that sends over three requests or sends anything."""
    category, ids = site.fill([a_week(number) for number in range(1, POSTS + 1)])
    with a_pipeline(site, category, only=()) as pipeline:
        assert ids == sorted(pipeline.fetch(BACKFILL))
        assert [] == pipeline.chain.quarantine()
        for _ in range(3):
            before = len(site.requests())
            assert ([], {}) == (pipeline.fetch(), pipeline.ran)
            assert len(site.requests()) - before <= 3


def test_posts_that_go_and_come_while_a_backfill_pages_hide_none(site: Site) -> None:
    """Those that were trashed and published again between two pages are sent on, and all that they moved."""
    category, ids = site.fill([a_week(number) for number in range(1, 452)])

    def trash() -> None:
        site.php("array_map('wp_trash_post', $given);", [ids[3], ids[150]])

    def publish() -> None:
        site.php("foreach ($given as $id) { wp_untrash_post($id); wp_publish_post($id); }", [ids[3], ids[150]])

    with a_pipeline(site, category, only=()) as pipeline:
        # The first request is about categories; five list the posts, and again after a change; then posts are fetched.
        pipeline.changes = {4: trash, 9: publish, 18: trash, 30: publish}
        assert set(ids) == set(pipeline.fetch(BACKFILL))
        assert {} == pipeline.changes
        assert [] == pipeline.chain.quarantine()
        assert [] == pipeline.fetch()


def test_a_bulk_edit_that_changes_no_line_makes_no_event(site: Site) -> None:
    """The 151 posts that were touched are fetched once, and none is stored or announced again."""
    category, ids = site.fill([a_week(number) for number in range(1, 202)])
    touched = ids[20:171]
    with a_pipeline(site, category, only=("dump_post_to_bucket",)) as pipeline:
        pipeline.fetch(BACKFILL)
        assert (len(ids), len(ids)) == (pipeline.versions(), pipeline.ran["strip_post_html"])
        site.touch(touched)
        assert set(touched) == set(pipeline.fetch())
        assert ({"dump_post_to_bucket"}, len(ids)) == (set(pipeline.ran), pipeline.versions())
        before = len(site.requests())
        assert ([], {}) == (pipeline.fetch(), pipeline.ran)
        assert len(site.requests()) - before <= 3

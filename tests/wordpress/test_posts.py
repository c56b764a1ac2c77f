"""Posts that a real WordPress renders, moves and hides in its own way."""

from datetime import timedelta

import requests

from .pipeline import BACKFILL, a_pipeline, a_week
from .site import Site, plain_permalinks

COLUMNS = """<!-- wp:columns --><div class="wp-block-columns"><!-- wp:column --><div class="wp-block-column">
<!-- wp:paragraph --><p><strong>Monday</strong></p><!-- /wp:paragraph -->
<!-- wp:paragraph --><p>A.<br />Every 2 minutes (5 sets):<br />Snatch x 2 reps</p><!-- /wp:paragraph -->
</div><!-- /wp:column --></div><!-- /wp:columns -->"""


def test_an_idle_fetch_asks_at_most_thrice_and_changes_nothing(site: Site) -> None:
    """After the first fetch, which gets all posts, nothing is fetched, stored or announced again."""
    category, ids = site.fill([a_week(number) for number in range(1, 13)])
    with a_pipeline(site, category) as pipeline:
        assert ids == sorted(pipeline.fetch())
        assert (12, 12) == (pipeline.versions(), len(pipeline.chain.items()))
        before = pipeline.chain.freeze()
        asked = len(site.asked())
        assert ([], {}) == (pipeline.fetch(), pipeline.ran)
        assert len(site.asked()) - asked <= 3
        assert (12, before) == (pipeline.versions(), pipeline.chain.freeze())


def test_markup_that_changes_with_every_answer_makes_no_new_version(site: Site) -> None:
    """Columns whose class has a number of its own in each answer, and a counter of views, are the same to a reader."""
    category, ids = site.fill([a_week(1, COLUMNS), a_week(2, COLUMNS), a_week(3)])
    site.mark(ids[2], "counts")

    def rendered(wanted: int) -> str:
        include = ",".join(map(str, ids[-wanted:]))
        question = f"{site.url}/wp-json/wp/v2/posts?orderby=id&order=asc&include={include}"
        posts = requests.get(question, timeout=30).json()
        return str({post["id"]: post["content"]["rendered"] for post in posts}[ids[1]])

    assert rendered(2) != rendered(3)  # WordPress counts the columns of an answer
    with a_pipeline(site, category) as pipeline:
        assert ids == sorted(pipeline.fetch(BACKFILL))
        assert (3, 3) == (pipeline.versions(), len(pipeline.chain.items()))
        site.touch(ids[1:])
        assert ids[1:] == sorted(pipeline.fetch())
        assert ({"dump_post_to_bucket": 2}, 3) == (pipeline.ran, pipeline.versions())
        assert ids == sorted(pipeline.fetch(BACKFILL))
        assert ({"dump_post_to_bucket": 3}, 3) == (pipeline.ran, pipeline.versions())


def test_a_post_that_dies_when_it_is_rendered_stops_no_other_and_is_named(site: Site) -> None:
    """It is in quarantine with its id, idle fetches stay small, and once it is fixed it is fetched."""
    category, ids = site.fill([a_week(number) for number in range(1, 13)])
    dead = ids[4]
    site.mark(dead, "dies")
    with a_pipeline(site, category) as pipeline:
        assert [one for one in ids if one != dead] == sorted(pipeline.fetch())
        (kept,) = pipeline.chain.quarantine()
        assert f"cannot give post {dead}" in kept["reason"]
        asked = len(site.asked())
        assert [] == pipeline.fetch()
        assert len(site.asked()) - asked <= 3
        site.mark(dead, "")
        pipeline.later = timedelta(hours=2)
        assert [dead] == pipeline.fetch()


def test_posts_that_come_by_another_way_than_today_are_found(site: Site) -> None:
    """One with an old date, one that got the category later, and one in a category below it, also in a new one."""
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
    with plain_permalinks(site), a_pipeline(site, category, only=()) as pipeline:
        assert requests.get(f"{site.url}/wp-json/wp/v2/posts", timeout=30).text.startswith("<html>")
        assert ids == sorted(pipeline.fetch())
        asked = len(site.asked())
        assert [] == pipeline.fetch()
        last = site.asked()[asked:]
        assert len(last) <= 3
        assert all("rest_route=" in question for question in last)

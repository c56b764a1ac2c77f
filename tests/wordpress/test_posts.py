"""What becomes of posts that a real WordPress gives in another way than the small one of the other tests."""

from .pipeline import a_pipeline, a_week
from .site import Site


def test_an_idle_fetch_asks_at_most_thrice_and_changes_nothing(site: Site) -> None:
    """After the first fetch, which gets all posts, nothing is fetched, stored or told again."""
    category, ids = site.fill([a_week(number) for number in range(1, 13)])
    with a_pipeline(site, category) as pipeline:
        assert ids == sorted(pipeline.fetch())
        assert (12, 12) == (pipeline.versions(), len(pipeline.chain.items()))
        before = pipeline.chain.freeze()
        asked = len(site.asked())
        assert [] == pipeline.fetch()
        assert len(site.asked()) - asked <= 3
        assert ({}, 12, before) == (pipeline.ran, pipeline.versions(), pipeline.chain.freeze())

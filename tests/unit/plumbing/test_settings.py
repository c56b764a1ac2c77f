"""A function's settings are all there when it is imported, or the import says in one sentence which is missing."""

import runpy
from pathlib import Path

import pytest

from wod.plumbing.settings import MissingSetting, next_queue, wordpress_category, wordpress_url

FUNCTIONS = Path(__file__).parents[3] / "functions"
OF_ALL = {"STAGE_NAME", "BUCKET_NAME"}
OF_ITS_OWN = {
    "get_invictus_post": {"NEXT_QUEUE_URL", "FETCH_QUEUE_URL"},
    "dump_post_to_bucket": {"NEXT_QUEUE_URL"},
    "strip_post_html": {"NEXT_QUEUE_URL", "SILVER_QUEUE_URL"},
    "group_post_by_day": {"NEXT_QUEUE_URL"},
    "segment_days": {"NEXT_QUEUE_URL"},
    "sessions_to_date_records": {"NEXT_QUEUE_URL"},
    "clean_session_records": {"NEXT_QUEUE_URL"},
    "save_sessions_to_bucket": set(),
    "load_sessions_to_table": {"SESSIONS_TABLE"},
    "aggregate_week": {"ALERTS_TOPIC_ARN", "POWERTOOLS_SERVICE_NAME"},
    "announce_week": {"PEOPLE_TOPIC_ARN"},
    "render_week": set(),
    "fan_out_session_changes": {"EVENT_BUS_NAME"},
    "keep_runs": set(),
}


def run_in(monkeypatch: pytest.MonkeyPatch, function: str, environment: dict[str, str]) -> None:
    """Import a function's own file with this environment."""
    monkeypatch.setattr("wod.plumbing.settings.environ", environment)
    runpy.run_path(str(FUNCTIONS / function / "app.py"))


def test_each_function_is_tried() -> None:
    """Each is a folder."""
    assert OF_ITS_OWN.keys() == {path.parent.name for path in FUNCTIONS.glob("*/app.py")}


@pytest.mark.parametrize("function", OF_ITS_OWN)
def test_a_function_starts_with_its_settings_and_without_none_of_them(
    monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    """It needs no others, and the import fails whichever is left out or empty."""
    names = OF_ALL | OF_ITS_OWN[function]
    run_in(monkeypatch, function, dict.fromkeys(names, "x"))
    for name in names:
        for environment in (dict.fromkeys(names - {name}, "x"), {**dict.fromkeys(names, "x"), name: ""}):
            with pytest.raises(MissingSetting, match=f" lacks {name};"):
                run_in(monkeypatch, function, environment)


def test_the_sentence_says_what_is_missing_where_and_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """An operator reads it in the function's log."""
    monkeypatch.setattr("wod.plumbing.settings.environ", {"AWS_LAMBDA_FUNCTION_NAME": "a-segment-days"})
    with pytest.raises(MissingSetting) as failure:
        next_queue()
    assert (
        "The environment of a-segment-days lacks NEXT_QUEUE_URL; set it under this function's Environment in "
        "template.yaml and deploy again." == str(failure.value)
    )


def test_the_blog_parameter_of_the_stack_may_be_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The blog's own file says it then."""
    monkeypatch.setattr("wod.plumbing.settings.environ", {"WORDPRESS_CATEGORY": "7"})
    assert ("7", "") == (wordpress_category(), wordpress_url())

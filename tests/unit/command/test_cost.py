"""The cost of a month. The sums were made by hand, from prices.toml."""

import re
from typing import Any

import pytest

from wod_cli import PROJECT
from wod_cli.costs.model import Line, Resources, bill, measured, prices, resources, total

STAGES = dict.fromkeys(measured()["invocations"], 512)
SMALL = Resources(alarms=12, dashboards=4, keys=1, polled_queues=0, metrics=0, memory=STAGES)


def dollars(lines: list[Line]) -> dict[str, float]:
    return {line.what: round(line.dollars, 2) for line in lines if line.dollars > 0.005}


def test_the_free_tier_is_deducted_once_per_account() -> None:
    """Two alarms and one dashboard of one stack are not free; of two stacks, fourteen and five."""
    assert {"alarms": 0.2, "dashboards": 3.0, "keys": 1.0} == dollars(bill(0, SMALL))
    assert {"alarms": 1.4, "dashboards": 15.0, "keys": 2.0} == dollars(bill(0, SMALL, stacks=2))


def test_an_empty_queue_is_asked_every_four_seconds() -> None:
    """Five pollers, twenty seconds: 657,000 requests a month; of two queues 314,000 are not free, for 13 cents."""
    lines = bill(0, Resources(0, 0, 0, polled_queues=2, metrics=0, memory=STAGES))
    assert {"requests to queues": 0.13} == dollars(lines)


def test_posts_cost_by_what_was_measured() -> None:
    """A million posts of six sessions are six million events at a dollar each."""
    assert 6.0 == dollars(bill(1_000_000, SMALL, cold=False))["events of the bus"]


def test_each_run_costs_another_invocation_and_a_write() -> None:
    """A post is 17 invocations and 18 runs with that of its fetch; its stages write and list 34 times."""
    lines = {line.what: line for line in bill(1, SMALL)}
    idle = {line.what: line for line in bill(0, SMALL)}
    of_one = {what: lines[what].quantity - idle[what].quantity for what in lines}
    assert (35, 35, 52) == pytest.approx(
        tuple(of_one[what] for what in ("invocations", "traces", "writes and lists of the bucket"))
    )


def test_a_warm_function_costs_less_than_one_that_starts() -> None:
    """Posts that come days apart find no function warm."""
    assert total(bill(100_000, SMALL, cold=False)) < total(bill(100_000, SMALL, cold=True))


def test_each_price_and_each_free_amount_is_used() -> None:
    """Only the price of arm64 is not, which the document compares with."""
    used = {line.price for line in bill(1, SMALL)}
    assert {"lambda_gb_second_arm"} == {name for name, price in prices()["prices"].items() if price not in used}
    assert {
        name for name in prices()["free"] if name not in prices()["prices"] and f"{name}_x86" not in prices()["prices"]
    } == set()


def test_every_stage_has_its_memory_and_a_queue_that_feeds_a_function_is_polled() -> None:
    """`make docs` counts them in the template."""
    found = resources()
    assert measured()["invocations"].keys() <= found.memory.keys()
    assert 12 == found.polled_queues
    assert 1 == found.keys


SCENARIOS: dict[str, dict[str, Any]] = {
    "one post a week": {"posts": 52 / 12},
    "one post a day": {"posts": 365 / 12},
    "the month of a backfill of 600 posts": {"posts": 600, "cold": False},
    "a hundred blogs in one account, one post a week each": {"posts": 433, "stacks": 100},
    "a hundred blogs, one post a day each": {"posts": 3042, "stacks": 100},
}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_document_says_about_what_the_model_says(scenario: str) -> None:
    """They differ by a quarter at most, because one more alarm is no reason to rewrite it."""
    document = (PROJECT / "docs" / "cost.md").read_text(encoding="utf-8")
    (stated,) = re.findall(rf"^\| {scenario} \| .* \| ([\d.]+) \|$", document, re.MULTILINE)
    assert total(bill(resources=resources(), **SCENARIOS[scenario])) == pytest.approx(float(stated), rel=0.25)

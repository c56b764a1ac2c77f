"""The counted resources of a month's cost are those of the template."""

from typing import Any

from wod_cli.costs.model import resources
from wod_cli.costs.resources import resources_of


def test_resources_are_those_of_the_template(template: dict[str, Any]) -> None:
    """`make docs` counts them again."""
    assert resources_of(template) == resources()

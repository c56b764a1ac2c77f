"""The `wod` command for people, and the embedded cloud in which the chain runs on one machine."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
"""Where the template, the tools and the samples are."""

PROGRAMME = "invictus-weightlifting"
"""The programme of a stack if none is named, as in template.yaml."""


def stack_name(stage: str, programme: str) -> str:
    """Return the name that the stack has on AWS."""
    return f"{programme}-{stage}"

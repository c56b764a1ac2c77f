"""The `wod` command for people, and the embedded cloud in which the chain runs on one machine."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
"""The folder of the template, the tools and the samples."""

PROGRAMME = "invictus-weightlifting"
"""The programme of a stack if none is named, as in template.yaml."""


def stack_name(stage: str, programme: str) -> str:
    """Return the name of the stack on AWS."""
    return f"{programme}-{stage}"

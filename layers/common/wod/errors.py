"""The one distinction that the whole chain makes: input that can never succeed, and everything else."""

from pydantic import ValidationError

_LONGEST_PLACE = 100  # characters: names of fields may be a stranger's


class BadInput(ValueError):
    """Input that no retry will fix: not JSON, not a post, no day in it, an impossible date.

    The message is one sentence for a person: what is wrong, where, and what to do. Every other exception means that
    the machinery is at fault and that trying again later may help.
    """


class BadParts(BadInput):
    """Input of which some parts can never succeed, each for a reason of its own; the others have gone through.

    `parts` has, for each, the reason, and what is wrong with it whatever else the input holds.
    """

    def __init__(self, parts: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(reason for reason, _ in parts))
        self.parts = parts


def place_and_problem(error: ValidationError) -> tuple[str, str]:
    """Of the first thing that is wrong with a value: where in it, empty for all of it, and what, with no full stop."""
    first = error.errors(include_url=False, include_input=False)[0]
    problem = first["msg"].removeprefix("Value error, ").replace("valid tuple", "list")  # as files call it
    return ".".join(map(str, first["loc"]))[:_LONGEST_PLACE], problem

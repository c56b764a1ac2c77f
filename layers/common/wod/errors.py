"""The one distinction of the whole chain: input that can never succeed, and every other error."""

from pydantic import ValidationError

_LONGEST_PLACE = 100  # characters: names of fields may be untrusted


class BadInput(ValueError):
    """Input that no retry will fix: not JSON, not a post, no day in it, an impossible date.

    The message is one sentence for a person: what is wrong, where, and what to do. Every other exception means that the
    infrastructure or the code failed and that a later retry may help.
    """


class BadParts(BadInput):
    """Input of which some parts can never succeed, each for its own reason; the others have gone through.

    `parts` has, for each, the reason, and what is wrong with it whatever else the input holds.
    """

    def __init__(self, parts: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(reason for reason, _ in parts))
        self.parts = parts


def place_and_problem(error: ValidationError) -> tuple[str, str]:
    """Describe the first problem of a value: its place, empty for the whole value, and the problem, without a full
    stop."""
    first = error.errors(include_url=False, include_input=False)[0]
    problem = first["msg"].removeprefix("Value error, ").replace("valid tuple", "list")  # as files call it
    return ".".join(map(str, first["loc"]))[:_LONGEST_PLACE], problem

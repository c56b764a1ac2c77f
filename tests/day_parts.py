"""Days divided into their parts, for the tests about letters, names, numbers and warm-ups."""

from wod.blog import load_blog
from wod.models import Day, Line, Session
from wod.reading.parts.parts import segment_day

BLOG = load_blog("invictus")


def divide(*texts: str) -> Session:
    """A Monday of these lines, divided into its parts."""
    return segment_day(Day(weekday=0, session="Monday", lines=[Line(text=text) for text in texts]), BLOG)


def lines(*texts: str) -> list[Line]:
    """Lines; text between `**` is bold."""
    return [Line(text=text.strip("*"), heading=text.startswith("**")) for text in texts]


def parts(*texts: str, session: str = "Monday") -> tuple[list[str], dict[str, list[str]], dict[str, str]]:
    """The warm-up, the parts and their titles."""
    found = segment_day(Day(weekday=0, session=session, lines=lines(*texts)), BLOG)
    return found.warm_up, found.segments, found.titles

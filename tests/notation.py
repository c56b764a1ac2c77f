"""The notation of the default blog, and its reading of a segment."""

from wod.blog import DEFAULT_BLOG, load_blog
from wod.notation import composition
from wod.notation.composition import SegmentReading
from wod.notation.notation import notation_of

BLOG = load_blog(DEFAULT_BLOG)
NOTATION = notation_of(BLOG)
CATALOGUE = NOTATION.catalogue


def read_segment(segment: str, text: str) -> SegmentReading:
    """Return the reading of a segment with this notation."""
    return composition.read_segment(segment, text, NOTATION)

"""Two revisions of a post, as a reader compares them."""

from copy import replace

from wod.models import Post
from wod.reading.sameness import same_to_reader

POST = Post(
    id=7,
    slug="week",
    link="https://gym.example/week",
    title="Week of March 8, 2021",
    published="2021-03-07T09:00:00",
    modified_gmt="2021-03-07T15:00:00",
    content='<p>Monday</p><p>Snatch <a href="http://[half">video</a></p>',
)


def test_a_link_that_is_not_an_address_is_compared_as_written() -> None:
    """A half-written address has no parameters that could be ignored."""
    assert same_to_reader(POST, replace(POST, content=f"{POST.content}<!-- counted -->"))
    assert not same_to_reader(POST, replace(POST, content=POST.content.replace("[half", "[other")))


def test_a_page_that_cannot_be_read_is_the_same_as_no_other() -> None:
    """It goes on to the stage that reads it, which puts it into quarantine with the reason."""
    table = "<table><tr><td>Monday</td><td>Tuesday</td></tr><tr><td>Squat</td><td>Row</td><td>Clean</td></tr></table>"
    assert not same_to_reader(replace(POST, content=table), replace(POST, content=f"{table}<!-- counted -->"))

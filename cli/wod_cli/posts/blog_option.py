"""The blog whose form and notation a command reads posts with."""

from typing import Annotated

import typer

from wod.blog import DEFAULT_BLOG, Blog, blog_names, load_blog
from wod.errors import BadInput
from wod.plumbing.current_blog import UnknownBlog, current_blog
from wod_cli.errors import CommandError
from wod_cli.posts.own_notation import problem_of

BlogOption = Annotated[
    str | None,
    typer.Option(
        "--blog",
        metavar="NAME|FILE.toml",
        help=f"The blog's name or its TOML file, instead of the environment variable BLOG or `{DEFAULT_BLOG}`.",
        show_default=False,
    ),
]


def blog_of(name: str | None) -> Blog:
    """Return the blog that a person named, or the current one.

    Raise CommandError if there is none or its file is wrong.
    """
    try:
        blog = load_blog(name) if name else current_blog()
    except (BadInput, UnknownBlog) as error:
        raise CommandError(str(error), status=2) from error
    if problem := problem_of(blog):
        raise CommandError(f"{name or blog.name}: {problem}; correct the file.", status=2)
    return blog


def deployable(name: str) -> Blog:
    """Return the blog, which has to be one of those that are deployed with the functions."""
    if name not in blog_names():
        raise CommandError(
            f"There is no blog {name!r} in wod/blogs, only {', '.join(blog_names())}; put its file there."
        )
    return blog_of(name)

"""The blog of the stack, which the setting BLOG names."""

from wod.blog import DEFAULT_BLOG, Blog, load_blog
from wod.errors import BadInput
from wod.plumbing.settings import blog_name


class UnknownBlog(Exception):
    """The setting of the stack is wrong: messages wait in their queues until it is corrected."""


def current_blog() -> Blog:
    """Return the blog that the setting names; the default one if it is unset or empty.

    Raise UnknownBlog if there is no such blog, or its file is not valid.
    """
    try:
        return load_blog(blog_name() or DEFAULT_BLOG)
    except BadInput as error:
        raise UnknownBlog(f"The variable BLOG is wrong: {error}") from error

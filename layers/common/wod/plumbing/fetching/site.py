"""The site of the blog, as the stack and the blog's file describe it."""

import json
from copy import replace

from wod.blog import Blog
from wod.plumbing.aws import client
from wod.plumbing.current_blog import current_blog
from wod.plumbing.fetching import known
from wod.plumbing.fetching.wordpress import WordPress
from wod.plumbing.settings import wordpress_category, wordpress_secret, wordpress_url

ALL_POSTS = "none"
"""The category that stands for posts of every category."""


def site_of_blog() -> tuple[WordPress, str]:
    """Return the site of the current blog, and its known posts. The stack's own settings override the blog's file."""
    blog = current_blog()
    username = password = ""
    if secret := wordpress_secret():
        username, password = _credentials(client("secretsmanager").get_secret_value(SecretId=secret)["SecretString"])
    url, category = wordpress_url() or blog.url, _category(wordpress_category(), blog)
    name = f"{url} {category}"
    had = known.read(name)
    return (
        WordPress(
            base_url=url,
            category=category,
            # Only the embedded cloud, which is on this machine, sets an endpoint.
            allow_http=client("sqs").meta.endpoint_url.startswith("http://"),
            username=username,
            password=password,
            route=had.route,
            below=had.below,
        ),
        name,
    )


def keep_route(blog: WordPress, name: str) -> None:
    """Store the address of the API, and the subcategories."""
    known.change(name, lambda had: replace(had, route=blog.api.route, below=blog.wanted.below))


def _category(stated: str, blog: Blog) -> int | None:
    if stated == ALL_POSTS:
        return None
    return int(stated) if stated else blog.category


def _credentials(secret: str) -> tuple[str, str]:
    """Return user name and password from the secret. Errors contain nothing of it, nor their cause."""
    try:
        found = json.loads(secret)
        return str(found["username"]), str(found["password"])
    except (ValueError, TypeError, KeyError):
        raise ValueError(
            "The secret of WordPressSecretArn has to be a JSON object with username and password; write it so."
        ) from None

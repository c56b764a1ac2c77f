"""The files of the site as text: templates filled in."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from wod.blog import Blog
from wod.site.assets import assets_of
from wod.site.headers import POLICY
from wod.site.videos import is_safe
from wod.site.words import Words, words_of

TEMPLATES = Path(__file__).parent / "templates"


def page(template: str, blog: Blog, *, page: str, root: str = "", weeks: str = "", **values: Any) -> bytes:
    """Return a page. `root` leads from the page to the top of the site; `page` is its entry in the menu."""
    words = words_of(blog.language_name)
    assets = assets_of(words)
    text = (
        _environment(words)
        .get_template(template)
        .render(
            root=root,
            page=page,
            weeks=weeks,
            blog=blog,
            blog_url=blog.url if is_safe(blog.url) else "",
            policy=POLICY,
            style=assets.style,
            script=assets.scripts.get(template.removesuffix(".html"), assets.scripts["plain"]),
            **values,
        )
    )
    return text.encode()


@cache
def _environment(words: Words) -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["_"] = words
    made.filters |= {
        "figure": words.figure,
        "json": lambda shape: msgspec.json.encode(shape).decode(),
        "utc": lambda time: _utc(time, words),
        "from_root": _from_root,
        "stated": lambda number: "" if number is None else words.figure(number),
    }
    return made


def _utc(time: str, words: Words) -> str:
    """Return `Tue 9 Mar 18:10 UTC`; the script writes the lifter's own time in its place."""
    at = datetime.fromisoformat(time)
    return f"{words.day(at.date())} {at:%H:%M} UTC"


def _from_root(address: str, root: str) -> str:
    return address if address.startswith("#") else root + address

"""Repair the HTML of a post: entities that are encoded twice, and shortcodes that were not rendered.

The tags of struck-out text become comments, because the parser closes `<s>` and `<strike>` at the next block, unlike a
browser.
"""

import re
from html.entities import html5

_TWICE = re.compile(r"&(?:amp|#0{0,3}38|#[xX]0{0,2}26);(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});")

_WORDS = re.compile(
    r"audio|button|caption|divider|embed|gallery|hr|iframe|playlist|spacer|table|toc|video|vimeo|wp_caption|youtube"
)
"""Names of shortcodes that are also words: `[video]` and `[video src=…]` are shortcodes, `[video below]` is text."""

_CODES = re.compile(
    r"(?:av|cs|elementor|et_pb|fl|fusion|jetpack|mk|nectar|ngg|ninja|rev|su|tatsu|vc|wpforms|wpv|x)[_-]\w[\w-]*"
    r"|contact-form(?:-7)?|(?:envira|foo)-?gallery|gravityforms?|instagram-feed|mc4wp_form|metaslider|nggallery"
    r"|ninja_forms?|rev_slider|sharethis|soundcloud|tablepress|wpforms"
)
"""Names of plugins and page builders, which are not words."""

_SHORTCODE = re.compile(r"\[(/?)([A-Za-z][\w-]*+)((?:[\s/=][^\[\]<>]*+)?+)\]")
_CLOSING = re.compile(r"\[/([A-Za-z][\w-]*+)\s*+\]")
_QUOTE = r"(?:[\"'“”″‘’′«»]|&(?:quot|[lr][ds]quo|[pP]rime|[lr]aquo|#0?3[49]|#82[0-9]{2});)"
_ATTRIBUTE = re.compile(rf"(?<![\w-])[A-Za-z][\w-]*+={_QUOTE}")
_PICTURES = re.compile(r"gallery|image|slider|slideshow")
_BLOCKS = re.compile(
    r"(?:av|cs|elementor|et_pb|fl|mk|nectar|tatsu|vc|x)[_-].*|fusion_(?!highlight|dropcap|tooltip|popover).*"
    r"|(?:su_|wp_)?(?:row|columns?|section|tabs?|accordions?|toggle|spoiler|box|note|caption|gallery|embed|audio|video"
    r"|playlist|divider|spacer|hr|quote|list|one_\w+|two_\w+)"
)
"""These end a line, as their elements would; the others are part of one."""

_STRIKE = re.compile(r"<!--.*?(?:-->|\Z)|<(/?)(s|strike|del)(?=[\s/>])[^<>]*+>", re.IGNORECASE | re.DOTALL)

STRUCK_FROM, STRUCK_TO = "wod:struck", "wod:/struck"
"""The comments that replace the tags `<s>` and `</s>`."""


def without_leftovers(html: str) -> str:
    """Return the HTML with entities encoded once, without shortcodes, and with comments around struck-out text."""
    if "&amp;" in html or "38;" in html or "26;" in html:
        html = _TWICE.sub(_decoded, html)
    if "[" in html:
        html = _without_shortcodes(html)
    return _with_strikes_marked(html)


def _decoded(twice: re.Match[str]) -> str:
    """Return `&nbsp;` for `&amp;nbsp;`; a name that no entity has stays unchanged."""
    name = twice[1]
    return f"&{name};" if name[0] == "#" or f"{name};" in html5 else twice[0]


def _without_shortcodes(html: str) -> str:
    """Remove the tags of shortcodes and keep the text between them; a gallery becomes a picture.

    A shortcode has a name that WordPress or a plugin knows, a quoted attribute (`[button link="…"]`), or a closing tag
    (`[box]…[/box]`). The brackets of a coach have none of these: `[Clean + Jerk] x 3`, `[5 sets]`, `[A]`,
    `[x3]`, `[video below]`, `[row] x 500 m`.
    """
    closed = {match[1] for match in _CLOSING.finditer(html)}

    def left(tag: re.Match[str]) -> str:
        is_end, name, rest = bool(tag[1]), tag[2], tag[3]
        if not (is_end or name in closed or _is_known(name, rest) or _ATTRIBUTE.search(rest)):
            return tag[0]
        if len(name) == 1 and name.isupper():
            return tag[0]
        if not is_end and _PICTURES.search(name):
            return "<br><img><br>"
        return "<br>" if _BLOCKS.fullmatch(name) else ""

    return _SHORTCODE.sub(left, html)


def _is_known(name: str, rest: str) -> bool:
    return bool(_CODES.fullmatch(name) or (_WORDS.fullmatch(name) and (not rest.strip(" /") or "=" in rest)))


def _with_strikes_marked(html: str) -> str:
    """Replace the tags by comments, so that a strike continues across blocks as in a browser.

    A `<del>` that is not closed stays a tag, because a browser ends it with its block.
    """
    tags = [match for match in _STRIKE.finditer(html) if match[2]]
    if not tags:
        return html
    unclosed: list[int] = []
    for tag in tags:
        if tag[2].lower() == "del":
            if not tag[1]:
                unclosed.append(tag.start())
            elif unclosed:
                unclosed.pop()
    stay = frozenset(unclosed)

    def marked(tag: re.Match[str]) -> str:
        if not tag[2] or tag.start() in stay:
            return tag[0]
        return f"<!--{STRUCK_TO if tag[1] else STRUCK_FROM}-->"

    return _STRIKE.sub(marked, html)

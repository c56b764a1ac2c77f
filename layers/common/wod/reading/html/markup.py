"""Describe the effect of tags and attributes: end a line, hide text, make it bold or strike it out."""

import re
from collections.abc import Iterator
from string import ascii_lowercase, ascii_uppercase

BLOCK, CELL, BOLD, STRUCK, HIDDEN, PLAYER = (1 << bit for bit in range(6))

_NAMES = {
    BLOCK: "address article aside blockquote br caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody tfoot thead tr ul",
    CELL: "td th",
    BOLD: "b strong u th h1 h2 h3 h4 h5 h6",
    STRUCK: "del s strike",
    HIDDEN: "audio canvas embed iframe noscript object script select style svg template textarea title video",
    PLAYER: "audio embed iframe video",
}
KINDS = {
    tag: sum(kind for kind, names in _NAMES.items() if tag in names.split())
    for tag in {tag for names in _NAMES.values() for tag in names.split()}
}
"""The kinds of each tag, as bits."""

_BY_WEIGHT = frozenset({"b", "strong", "span", "p", "div"})

_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WEIGHT_STYLE = re.compile(r"font-weight\s*:\s*(?:(bold|[6-9]00)|normal|[1-5]00)", re.IGNORECASE)
_DECORATION = re.compile(r"text-decoration(?:-line)?\s*+:([^;]*+)", re.IGNORECASE)
_LETTERS_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*(upper|lower)-(?:alpha|latin)", re.IGNORECASE)
_DOT_STYLE = re.compile(r"(?:^|[;\s])(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)", re.IGNORECASE)
_OPENABLE_CLASS = re.compile(r"accordion|toggle|spoiler|collaps|tab[\w-]{0,20}?(?:content|pane)", re.IGNORECASE)
_ANY_BLOCK = re.compile(
    rf"<(?:{'|'.join(sorted(tag for tag, kind in KINDS.items() if kind & (BLOCK | CELL)))})\b", re.IGNORECASE
)
_STARTS = {str(place + 1): place for place in range(len(ascii_uppercase))}
_DOTS = frozenset({"0", "1", "0px", "1px"})
_EMOJI = frozenset({"wp-smiley", "emoji"})


def has_blocks(html: str) -> bool:
    """Return whether any element of the page ends a line."""
    return bool(_ANY_BLOCK.search(html))


def is_hidden(attributes: dict[str, str]) -> bool:
    """Return whether the element is not shown. Panels of tabs and accordions are shown: a click opens them."""
    style = attributes.get("style")
    if "hidden" not in attributes and not (style and _HIDING_STYLE.search(style)):
        return False
    return attributes.get("role") not in ("tabpanel", "region") and not _OPENABLE_CLASS.search(
        attributes.get("class", "")
    )


def styled(tag: str, kind: int, style: str) -> int:
    """Return the kinds of the tag with this style: some editors wrap posts in `<b style="font-weight: normal">`."""
    if tag in _BY_WEIGHT and (weight := _WEIGHT_STYLE.search(style)):
        kind = kind | BOLD if weight[1] else kind & ~BOLD
    if any("line-through" in match[1].lower() for match in _DECORATION.finditer(style)):
        kind |= STRUCK
    return kind


def is_picture(attributes: dict[str, str]) -> bool:
    """Return whether an image shows something, unlike tracking pixels and emoji."""
    if attributes.get("width", "").strip() in _DOTS or attributes.get("height", "").strip() in _DOTS:
        return False
    if _DOT_STYLE.search(attributes.get("style", "")):
        return False
    return _EMOJI.isdisjoint(attributes.get("class", "").lower().split())


def letters_of_list(tag: str, attributes: dict[str, str]) -> Iterator[str]:
    """Iterate over the letters of a list such as `<ol type="A" start="2">`; a list with numbers or bullets has none."""
    style = _LETTERS_STYLE.search(attributes.get("style", ""))
    type_ = attributes.get("type", "")
    start = attributes.get("start", "1")
    if tag != "ol" or not (style or type_ in ("A", "a")) or start not in _STARTS:
        return iter("")
    is_upper = style[1].lower() == "upper" if style else type_ == "A"
    return iter((ascii_uppercase if is_upper else ascii_lowercase)[_STARTS[start] :])

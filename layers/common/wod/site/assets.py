"""Assets of all pages: one style sheet, one script, icons. Their names have a digest of their content."""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from wod.site.words import Words

SCRIPTS = ("week", "mine", "lift", "plain")
"""The modules that pages begin with; `plain` is for pages that only look right and work offline."""

STATIC = Path(__file__).parent / "static"

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./(\w+)\.js";\n', re.MULTILINE)
_COMMENT = re.compile(r"^\s*/\*.*?\*/\n", re.MULTILINE | re.DOTALL)
_LINE_COMMENT = re.compile(r"^ *//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^ +", re.MULTILINE)
_AROUND = re.compile(r"\s*([{};,>])\s*")
_EXPORT = re.compile(r"^export ((?:const|class|(?:async )?function) (\w+))", re.MULTILINE)


@dataclass(frozen=True)
class Assets:
    """The names of the style sheet and of the script of each kind of page, and all files by their names."""

    style: str
    scripts: dict[str, str]
    files: dict[str, bytes]


@cache
def assets_of(words: Words) -> Assets:
    """Return the assets of a site in this language."""
    style = _short_style((STATIC / "style.css").read_text(encoding="utf-8")).encode()
    made = {"words": words.script()}
    scripts = {kind: _short(bundle(kind, made)).encode() for kind in SCRIPTS}
    names = {kind: f"{kind}-{_digest(script)}.js" for kind, script in scripts.items()}
    style_name = f"style-{_digest(style)}.css"
    icons = {path.name: path.read_bytes() for path in sorted(STATIC.glob("icon*"))}
    files = {style_name: style, **{names[kind]: script for kind, script in scripts.items()}, **icons}
    return Assets(style_name, names, files)


def bundle(entry: str, made: dict[str, str]) -> str:
    """Return a module and its imports as one script, so that a phone makes one request for it.

    `made` has the text of modules without a file. Each module keeps its own scope.
    """
    done: dict[str, str] = {}

    def add(name: str) -> None:
        source = made.get(name) or (STATIC / f"{name}.js").read_text(encoding="utf-8")
        for _, imported in _IMPORT.findall(source):
            if imported not in done:
                add(imported)
        exported = ", ".join(found[1] for found in _EXPORT.findall(source))
        body = _EXPORT.sub(r"\1", _IMPORT.sub(r"const \1 = $\2;\n", source))
        done[name] = f"const ${name} = (() => {{\n{body}return {{ {exported} }};\n}})();\n"

    add(entry)
    return "".join(done.values())


def _short(text: str) -> str:
    """Return a script or a style sheet without its comments and indents, which no phone needs."""
    for unneeded in (_COMMENT, _LINE_COMMENT, _INDENT):
        text = unneeded.sub("", text)
    return text


def _short_style(text: str) -> str:
    return _AROUND.sub(r"\1", _short(text))


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:8]

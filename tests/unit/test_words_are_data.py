"""The words of lines and headings are data: the code names entries of the vocabulary, and no spellings of them."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from tests.notation import NOTATION
from tests.sources import nodes_of, tree_of
from wod.language import LANGUAGES, load_language

MODULES = [
    path
    for folder in ("notation", "reading")
    for path in sorted(Path(str(files("wod").joinpath(folder))).rglob("*.py"))
]
HTML = {"leftovers", "markup", "page", "tabs"}
"""Modules about the words of HTML, which is the same in all languages."""

IN_ENGLISH = {"atoms"}
"""`100kgx3` and `E2MOM` are numerals in every language."""

BESIDE_WORDS = re.compile(r"\(\?P?[<=]\w+[>)]|\\[A-Za-z]|\{\w+\}")


@cache
def spellings() -> set[str]:
    """Every word of three letters or more that the languages list for dates, headings and lines."""
    tables = ("calendar", "headings", "parts", "units", "words", "numbers", "percents")
    listed = (load_language(name).tables.get(table, {}) for name in LANGUAGES for table in tables)
    return set(re.findall(r"[^\W\d_]{3,}", " ".join(map(str, listed)).lower()))


def constants(tree: ast.Module) -> dict[str, ast.expr]:
    """The values of a module's constants, by their names."""
    return {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def texts(node: ast.expr, known: dict[str, ast.expr]) -> Iterator[str]:
    """The texts of an expression and of the constants that it names; those that it calls a function with are none."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Name) and node.id in known:
        yield from texts(known[node.id], {name: value for name, value in known.items() if name != node.id})
    elif not isinstance(node, ast.Call) or ast.unparse(node.func) == "frozenset":
        for part in ast.iter_child_nodes(node):
            if isinstance(part, ast.expr) and not (isinstance(node, ast.Subscript) and part is node.slice):
                yield from texts(part, known)


def compared(module: Path, *attributes: str) -> Iterator[str]:
    """The texts that the code compares with one of these attributes."""
    known = constants(tree_of(module))
    for node in nodes_of(module):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            of_attribute = [
                any(isinstance(one, ast.Attribute) and one.attr in attributes for one in ast.walk(side))
                for side in sides
            ]
            if any(of_attribute):
                for side, is_attribute in zip(sides, of_attribute, strict=True):
                    if not is_attribute:
                        yield from texts(side, known)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: f"{module.parent.name}/{module.stem}")
def test_the_code_names_entries_of_the_vocabulary(module: Path) -> None:
    """A symbol that is only another spelling is that of no token, so that the comparison never holds."""
    named = compared(module, "symbol", "entry")
    assert [] == [text for text in named if text.isalpha() and NOTATION.vocabulary.word(text) != text]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: f"{module.parent.name}/{module.stem}")
def test_the_code_compares_no_text_with_a_word(module: Path) -> None:
    """A word of a line has other spellings, and another language has others for it."""
    named = compared(module, "text")
    assert [] == [text for text in named if len(text) > 1 and text.isalpha() and not set(text) <= set("ivx")]


@pytest.mark.parametrize(
    "module",
    [module for module in MODULES if module.stem not in HTML | IN_ENGLISH],
    ids=lambda module: f"{module.parent.name}/{module.stem}",
)
def test_a_pattern_has_no_word_of_a_language(module: Path) -> None:
    """It is built from the words of the languages."""
    known = constants(tree_of(module))
    patterns = (
        " ".join(texts(node.args[0], known))
        for node in nodes_of(module)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
    )
    words = (word for pattern in patterns for word in re.findall(r"[^\W\d_]{3,}", BESIDE_WORDS.sub(" ", pattern)))
    assert [] == [word for word in words if word.lower() in spellings()]

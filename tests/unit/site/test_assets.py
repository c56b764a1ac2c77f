"""The assets of a site: what pages load besides themselves."""

import re
from hashlib import sha256

from wod.site.assets import SCRIPTS, assets_of, bundle
from wod.site.words import words_of

ASSETS = assets_of(words_of("en"))


def test_modules_become_one_script_in_which_each_has_its_own_scope() -> None:
    """A module comes after those that it imports, and gives what it exports."""
    modules = {
        "page": 'import { a, B } from "./tools.js";\nexport const c = a;\nconst own = B;\n',
        "tools": "export function a() {}\nexport async function d() {}\nexport class B {}\n",
    }
    assert (
        "const $tools = (() => {\n"
        "function a() {}\nasync function d() {}\nclass B {}\n"
        "return { a, d, B };\n})();\n"
        "const $page = (() => {\n"
        "const { a, B } = $tools;\nconst c = a;\nconst own = B;\n"
        "return { c };\n})();\n"
    ) == bundle("page", modules)


def test_a_module_that_two_import_is_there_once() -> None:
    """The file has it before both of them."""
    modules = {
        "page": 'import { a } from "./one.js";\nimport { b } from "./two.js";\n',
        "one": 'import { b } from "./two.js";\nexport const a = b;\n',
        "two": "export const b = 1;\n",
    }
    assert ["two", "one", "page"] == re.findall(r"^const \$(\w+) = \(", bundle("page", modules), re.MULTILINE)


def test_scripts_and_style_sheet_are_named_after_their_content() -> None:
    """A page therefore never gets the files of another version from a cache."""
    assert [*SCRIPTS] == list(ASSETS.scripts)
    for name in (ASSETS.style, *ASSETS.scripts.values()):
        stated = re.fullmatch(r"\w+-([0-9a-f]{8})\.(?:css|js)", name)
        assert stated
        assert sha256(ASSETS.files[name]).hexdigest()[:8] == stated[1]


def test_no_phone_loads_comments_and_indents() -> None:
    """Rules of the style sheet keep everything else."""
    style = ASSETS.files[ASSETS.style].decode()
    assert "#discs{display: flex;flex-wrap: wrap;gap: .25rem .75rem;}" in style
    assert "/*" not in style
    for name in ASSETS.scripts.values():
        assert not re.search(r"^\s*//|^ |^\s*/\*", ASSETS.files[name].decode(), re.MULTILINE)

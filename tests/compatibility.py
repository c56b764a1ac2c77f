"""Find the changes of a published schema that break its consumers."""

from collections.abc import Iterator
from typing import Any

type Schema = dict[str, Any]


def breaks(old: Schema, new: Schema) -> list[str]:
    """Return each field that is removed, has another type, or is newly required, by its path; empty if none is.

    Fields and values of an enumeration may be added.
    """
    return list(dict.fromkeys(_breaks("", old, old, new, new, frozenset())))


def _breaks(
    path: str, old: Schema, old_root: Schema, new: Schema, new_root: Schema, above: frozenset[str]
) -> Iterator[str]:
    name = old.get("$ref", "")
    if name in above:  # a type that has itself as a part
        return
    old, new, above = _resolved(old, old_root), _resolved(new, new_root), above | ({name} if name else set())
    if _types(old, old_root) != _types(new, new_root):
        yield f"{path or 'the whole'} has another type"
        return
    if lost := [value for value in old.get("enum", []) if value not in new.get("enum", [])]:
        yield f"{path} lost values: {', '.join(map(str, lost))}"
    yield from _breaks_of_fields(path, old, old_root, new, new_root, above)
    for part in ("items", "additionalProperties"):
        if isinstance(old.get(part), dict) and isinstance(new.get(part), dict):
            yield from _breaks(f"{path}[]", old[part], old_root, new[part], new_root, above)
    for inner, other in zip(_structures(old, old_root), _structures(new, new_root), strict=True):
        yield from _breaks(path, inner, old_root, other, new_root, above)


def _breaks_of_fields(
    path: str, old: Schema, old_root: Schema, new: Schema, new_root: Schema, above: frozenset[str]
) -> Iterator[str]:
    for field, inner in old.get("properties", {}).items():
        place = f"{path}.{field}".removeprefix(".")
        if field in new.get("properties", {}):
            yield from _breaks(place, inner, old_root, new["properties"][field], new_root, above)
        else:
            yield f"{place} is removed"
    for field in new.get("required", []):
        if field not in old.get("required", []):
            yield f"{path}.{field} is newly required".removeprefix(".")


def _resolved(schema: Schema, root: Schema) -> Schema:
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    return schema


def _structures(schema: Schema, root: Schema) -> list[Schema]:
    """Return the choices that have parts of their own."""
    return [each for each in schema.get("anyOf", []) if _types(each, root) & {"object", "array"}]


def _types(schema: Schema, root: Schema) -> set[str]:
    """Return the types of JSON that a value may have; those of a value of an enumeration are its own."""
    schema = _resolved(schema, root)
    if "anyOf" in schema:
        return set().union(*(_types(each, root) for each in schema["anyOf"]))
    kind = schema.get("type", "any")
    return set(kind) if isinstance(kind, list) else {kind}

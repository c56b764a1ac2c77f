"""template.yaml with its loops expanded, for tests, documents and checkov, which read it without a deploy.

`python -m wod_cli.template` prints it as JSON, and with `--retained` only what stays when its stack is deleted.
"""

import json
import re
import sys
from typing import Any

from wod_cli import PROJECT

TEMPLATE = PROJECT / "template.yaml"


def expanded() -> dict[str, Any]:
    """Return the template without loops and look-ups, and with the globals in each function.

    `!Ref X` is `{"Ref": "X"}`, and each mapping knows its place in the file (`start_mark`, of the loop if it comes from
    one). Raise ValueError if a loop cannot be expanded.
    """
    # They take seconds to load, for which no help of a command should wait.
    from cfnlint.decode.cfn_yaml import loads
    from cfnlint.template import Template
    from cfnlint.template.transforms import Transform

    template = Template(str(TEMPLATE), loads(TEMPLATE.read_text(encoding="utf-8")))
    if problems := Transform().transform(template):
        raise ValueError("; ".join(problem.message for problem in problems))
    _fill_in(template.template)
    resources: dict[str, Any] = template.template
    return resources


def _fill_in(parent: Any) -> None:
    """Fill the variables of each `Fn::Sub` that are plain text by now into its own text."""
    for place, value in parent.items() if isinstance(parent, dict) else enumerate(parent):
        if isinstance(value, dict | list):
            _fill_in(value)
        match value:
            case {"Fn::Sub": [str(text), dict(variables)]} if all(isinstance(each, str) for each in variables.values()):
                for name, replacement in variables.items():
                    text = text.replace(f"${{{name}}}", replacement)
                value["Fn::Sub"] = text
                parent[place] = value if "${" in text else text


def retained(template: dict[str, Any]) -> dict[str, Any]:
    """Return a template of the resources that stay when their stack is deleted, to import them into a new one.

    It does without what refers to other resources, which CloudFormation refuses even behind a condition that is false.
    """
    resources = template["Resources"]
    staying = {name: body for name, body in resources.items() if "Retain" in body.get("DeletionPolicy", "")}
    gone = re.compile(rf"\b({'|'.join(resources.keys() - staying.keys())})\b")
    return {**{part: template[part] for part in ("Parameters", "Conditions")}, "Resources": _without(staying, gone)}


def _without(value: Any, gone: re.Pattern[str]) -> Any:
    """Return the value, and of each `Fn::If` that names something gone only the other branch."""
    match value:
        case {"Fn::If": [_, then, otherwise]} if gone.search(json.dumps(then)):
            return _without(otherwise, gone)
        case dict():
            return {name: _without(each, gone) for name, each in value.items()}
        case list():
            return [_without(each, gone) for each in value]
    return value


if __name__ == "__main__":
    made = expanded()
    print(json.dumps(retained(made) if "--retained" in sys.argv else made, indent=2))

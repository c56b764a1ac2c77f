"""template.yaml with its loops expanded, for whatever reads it without deploying it: tests, documents, checkov.

`python -m wod_cli.template` prints it as JSON.
"""

import json
from typing import Any

from cfnlint.decode.cfn_yaml import loads
from cfnlint.template import Template
from cfnlint.template.transforms import Transform

from wod_cli import PROJECT

TEMPLATE = PROJECT / "template.yaml"


def expanded() -> dict[str, Any]:
    """Return the template without loops and look-ups, and with the globals in each function.

    `!Ref X` is `{"Ref": "X"}`, and each mapping knows its place in the file (`start_mark`, of the loop if it comes from
    one). Raise ValueError if a loop cannot be expanded.
    """
    template = Template(str(TEMPLATE), loads(TEMPLATE.read_text(encoding="utf-8")))
    if problems := Transform().transform(template):
        raise ValueError("; ".join(problem.message for problem in problems))
    _fill_in(template.template)
    resources: dict[str, Any] = template.template
    return resources


def _fill_in(value: Any) -> None:
    """Fill the variables of each `Fn::Sub` that have become plain text into its own text."""
    if isinstance(value, dict):
        match value.get("Fn::Sub"):
            case [str(text), dict(variables)] if all(isinstance(each, str) for each in variables.values()):
                for name, replacement in variables.items():
                    text = text.replace(f"${{{name}}}", replacement)
                value["Fn::Sub"] = text
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _fill_in(each)


if __name__ == "__main__":
    print(json.dumps(expanded(), indent=2))

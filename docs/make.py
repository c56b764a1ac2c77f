"""Write the tables of security.md beside this file, from the template: permissions of functions, and grants to
services.

Run it again after a change of a role or of a resource's policy: `make docs`.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from wod_cli.template import TEMPLATE, expanded

HERE = Path(__file__).parent
DOCUMENT = HERE / "security.md"

_ARN = re.compile(r"arn:.*:\$\{AWS::AccountId\}:((?P<kind>\w+)[:/])?\$\{Programme\}-\$\{Stage\}-(?P<name>.+)")


class Permission(NamedTuple):
    """A statement of a function's role: its reason, from the comment before it, and its content as in the
    template."""

    function: str
    reason: str
    actions: list[str]
    resources: list[Any]
    conditions: list[str]


class Grant(NamedTuple):
    """A resource's grant to a service, and the allowed sources."""

    resource: str
    services: list[str]
    actions: list[str]
    sources: list[str]


def permissions(template: dict[str, Any]) -> Iterator[Permission]:
    """Yield all statements of all roles in the template's order: first a stage's own, then the shared ones."""
    resources = template["Resources"]
    lines = TEMPLATE.read_text(encoding="utf-8").splitlines()
    for function in resources.values():
        if function["Type"] == "AWS::Serverless::Function":
            role = function["Properties"]["Role"]["Fn::GetAtt"][0]
            documents: list[tuple[dict[str, Any], list[str]]]
            documents = [
                (
                    policy["Properties"]["PolicyDocument"],
                    [f"if `{policy['Condition']}`"] if "Condition" in policy else [],
                )
                for policy in resources.values()
                if policy["Type"] == "AWS::IAM::Policy" and {"Ref": role} in policy["Properties"]["Roles"]
            ]
            documents += [(policy["PolicyDocument"], []) for policy in resources[role]["Properties"]["Policies"]]
            for document, conditions in documents:
                for statement in document["Statement"]:
                    yield Permission(
                        function["Properties"]["CodeUri"].removeprefix("functions/"),
                        lines[statement.start_mark.line - 1].partition("# ")[2],
                        each(statement["Action"]),
                        each(statement["Resource"]),
                        [*conditions, *_conditions(template, statement)],
                    )


def grants(template: dict[str, Any]) -> Iterator[Grant]:
    """Yield each grant of a resource's policy, in the order of the template."""
    attached = {"AWS::SQS::QueuePolicy": "Queues", "AWS::SNS::TopicPolicy": "Topics", "AWS::S3::BucketPolicy": "Bucket"}
    for name, resource in template["Resources"].items():
        properties = resource["Properties"]
        if resource["Type"] in attached:
            targets = [target["Ref"] for target in each(properties[attached[resource["Type"]]])]
            document = properties["PolicyDocument"]
        else:
            targets = [name]
            document = on_aws(properties.get("KeyPolicy") or properties.get("Policy") or {"Statement": []})
        for statement in map(on_aws, document["Statement"]):
            if statement["Effect"] == "Allow" and "Service" in statement["Principal"]:
                condition = statement.get("Condition", {})
                sources = [source for test in condition.values() for found in test.values() for source in each(found)]
                for target in targets:
                    yield Grant(
                        place(template, {"Ref": target}),
                        each(statement["Principal"]["Service"]),
                        each(statement["Action"]),
                        [place(template, source) for source in sources],
                    )


def on_aws(value: Any) -> Any:
    """Return the template's value for AWS, with everything enabled, and not for the embedded cloud."""
    conditions = ("OnAws", "WebsiteEnabled")
    return value["Fn::If"][1] if isinstance(value, dict) and value.get("Fn::If", [""])[0] in conditions else value


def place(template: dict[str, Any], value: Any) -> str:
    """Return a resource in words, by its name on AWS."""
    if isinstance(value, str):
        return f"`{value}`"
    if value.get("Fn::Sub", "").endswith(":distribution/${Distribution}"):
        return "the site's distribution"
    if "Fn::Sub" in value:
        return _in_words(value["Fn::Sub"])
    name, attribute = value["Fn::GetAtt"] if "Fn::GetAtt" in value else (value["Ref"], "")
    if name == "AWS::AccountId":
        return "this account"
    if name in template["Parameters"]:
        return f"the secret of `{name}`"
    resource = template["Resources"][name]
    kind = {
        "AWS::S3::Bucket": "the bucket",
        "AWS::DynamoDB::Table": "the table's stream" if attribute == "StreamArn" else "the table",
        "AWS::Events::EventBus": "the bus",
        "AWS::KMS::Key": "the topics' key",
        "AWS::Logs::LogGroup": "its own log",
    }
    return kind.get(resource["Type"]) or _named(resource)


def _in_words(text: str) -> str:
    """Return the distinguishing part of an object of the bucket, or of an ARN of this stack."""
    if named := _ARN.fullmatch(text):
        return f"{named['kind'] or 'topic'} `{named['name']}`"
    return f"`{text.removeprefix('${Bucket.Arn}/')}`"


def _named(resource: dict[str, Any]) -> str:
    kind = {"AWS::SQS::Queue": "queue", "AWS::SNS::Topic": "topic"}[resource["Type"]]
    name = resource["Properties"][f"{kind.capitalize()}Name"]["Fn::Sub"]
    return f"{kind} `{name.removeprefix('${Programme}-${Stage}-')}`"


def _conditions(template: dict[str, Any], statement: dict[str, Any]) -> list[str]:
    verbs = {"StringLike": "is like", "StringEquals": "is"}
    return [
        f"where `{key}` {verbs[test]} {place(template, value)}"
        for test, values in statement.get("Condition", {}).items()
        for key, value in values.items()
    ]


def each(one_or_many: Any) -> list[Any]:
    """Return the value as a list; a template may write a single one without."""
    return one_or_many if isinstance(one_or_many, list) else [one_or_many]


def tables(template: dict[str, Any]) -> dict[str, str]:
    """Return the tables by their names in the document."""
    return {
        "permissions": _table(("function", "for", "actions", "on"), _permission_rows(template)),
        "grants": _table(("what", "takes", "from", "for"), _grant_rows(template)),
    }


def _permission_rows(template: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    last = ""
    for permission in permissions(template):
        actions = ", ".join(f"`{action}`" for action in permission.actions)
        on = ", ".join(place(template, resource) for resource in permission.resources)
        function = "" if permission.function == last else f"`{permission.function}`"
        yield function, permission.reason, actions, ", ".join([on, *permission.conditions])
        last = permission.function


def _grant_rows(template: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for grant in grants(template):
        services = ", ".join(f"`{service}`" for service in grant.services)
        actions = ", ".join(f"`{action}`" for action in grant.actions)
        yield grant.resource, actions, services, ", ".join(grant.sources) or "whatever it publishes to a topic"


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows))


def with_tables(document: str, template: dict[str, Any]) -> str:
    """Return the document with its tables replaced, each between two comments that name it."""
    for name, table in tables(template).items():
        begin, end = f"<!-- {name} -->\n", f"\n<!-- end of {name} -->"
        before, _, rest = document.partition(begin)
        document = f"{before}{begin}\n{table}\n{end}{rest.partition(end)[2]}"
    return document


if __name__ == "__main__":
    DOCUMENT.write_text(with_tables(DOCUMENT.read_text(encoding="utf-8"), expanded()), encoding="utf-8")

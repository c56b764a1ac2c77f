"""template.yaml without its loops, as tests, documents and checkov read it."""

from typing import Any

from samcli.lib.cfn_language_extensions.sam_integration import expand_language_extensions
from samcli.yamlhelper import yaml_parse

from wod_cli.template import TEMPLATE


def test_the_loops_make_what_sam_makes_of_them(template: dict[str, Any]) -> None:
    """The resources that are tested and documented are those that `sam build` and `sam deploy` see."""
    by_sam = expand_language_extensions(yaml_parse(TEMPLATE.read_text(encoding="utf-8")), enabled=True)
    kinds = {name: body["Type"] for name, body in by_sam.expanded_template["Resources"].items()}
    assert kinds == {name: body["Type"] for name, body in template["Resources"].items()}


def test_a_resource_of_a_loop_has_the_name_of_its_stage(template: dict[str, Any]) -> None:
    """None of the loop is left in keys, references and texts."""
    role = template["Resources"]["SegmentDaysRole"]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"]
    assert [
        {"Fn::GetAtt": ["SegmentDaysQueue", "Arn"]},
        {"Fn::Sub": "${Bucket.Arn}/quarantine/segment_days/*"},
        {"Fn::GetAtt": ["SegmentDaysLogs", "Arn"]},
        "*",
    ] == [statement["Resource"] for statement in role]
    assert "Fn::ForEach" not in str(template)
    assert "${Each}" not in str(template)


def test_a_resource_of_a_loop_knows_its_place_in_the_file(template: dict[str, Any]) -> None:
    """The comment before a statement says what it is for."""
    lines = TEMPLATE.read_text(encoding="utf-8").splitlines()
    first = template["Resources"]["SegmentDaysRole"]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"][0]
    assert "- # Take messages from its queue" == lines[first.start_mark.line - 1].strip()

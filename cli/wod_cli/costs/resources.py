"""Count the template's resources with a price: `python -m wod_cli.costs.resources` writes them for `wod cost`."""

import json
from collections import Counter
from dataclasses import asdict
from typing import Any

from wod_cli.costs.model import RESOURCES, Resources
from wod_cli.template import expanded


def resources_of(template: dict[str, Any]) -> Resources:
    """Return the resources of an expanded template that have a price."""
    found: Counter[str] = Counter(body["Type"] for body in template["Resources"].values())
    default = template["Globals"]["Function"]["MemorySize"]
    functions = [body for body in template["Resources"].values() if body["Type"] == "AWS::Serverless::Function"]
    custom = {
        body["Properties"]["MetricName"]
        for body in template["Resources"].values()
        if body["Type"] == "AWS::CloudWatch::Alarm"
        and not body["Properties"].get("Namespace", "AWS/").startswith("AWS/")
    }
    return Resources(
        alarms=found["AWS::CloudWatch::Alarm"],
        dashboards=found["AWS::CloudWatch::Dashboard"],
        keys=found["AWS::KMS::Key"],
        polled_queues=found["AWS::Lambda::EventSourceMapping"],
        metrics=len(custom) + 2,  # and `Received` and `Fetched`, of which no alarm is made
        memory={
            body["Properties"]["CodeUri"].removeprefix("functions/"): body["Properties"].get("MemorySize", default)
            for body in functions
        },
    )


if __name__ == "__main__":
    RESOURCES.write_text(json.dumps(asdict(resources_of(expanded())), indent=1) + "\n", encoding="utf-8")

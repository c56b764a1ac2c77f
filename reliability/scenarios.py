"""What is done to the chain while posts go through it."""

from dataclasses import dataclass, field
from typing import Any, Literal

type Rule = dict[str, Any]
"""A rule of the proxy."""

SERVICES = {"s3": "S3", "sqs": "SQS", "dynamodb": "DynamoDB", "sns": "SNS", "events": "EventBridge"}

_THROTTLED: dict[str, Rule] = {
    "s3": {"code": "SlowDown", "status": 503},
    "sqs": {"code": "RequestThrottled", "status": 400},
    "dynamodb": {"code": "ProvisionedThroughputExceededException", "status": 400},
    "sns": {"code": "Throttled", "status": 429},
    "events": {"code": "ThrottlingException", "status": 400},
}
_ERRORS: dict[str, list[Rule]] = {
    "s3": [{"code": "InternalError", "status": 500}, {"code": "ServiceUnavailable", "status": 503}],
    "sqs": [{"code": "InternalFailure", "status": 500}, {"code": "ServiceUnavailable", "status": 503}],
    "dynamodb": [{"code": "InternalServerError", "status": 500}, {"code": "ServiceUnavailable", "status": 503}],
    "sns": [{"code": "InternalError", "status": 500}, {"code": "ServiceUnavailable", "status": 503}],
    "events": [{"code": "InternalFailure", "status": 500}, {"code": "ServiceUnavailable", "status": 503}],
}
RATES = (0.1, 0.2, 0.3)


@dataclass(frozen=True)
class Scenario:
    """One thing to try. `rules` hold while posts go through; `act` is what is done besides."""

    name: str
    about: str
    rules: list[Rule] = field(default_factory=list)
    act: Literal["nothing", "kill functions", "stop and start", "end with the first dead letters"] = "nothing"


def throttling(services: list[str], rate: float) -> list[Rule]:
    """So many calls of these services are throttled."""
    return [{"service": service, "probability": rate, "error": _THROTTLED[service]} for service in services]


def errors(services: list[str], rate: float) -> list[Rule]:
    """So many calls of these services fail with a 5xx, of both kinds equally often."""
    return [
        {"service": service, "probability": share, "error": error}
        for service in services
        # The second rule is asked only where the first has not fired.
        for error, share in zip(_ERRORS[service], (rate / 2, rate / 2 / (1 - rate / 2)), strict=True)
    ]


def _lost_answers(rate: float) -> list[Rule]:
    """So many calls are done, and then the connection breaks in the middle of the answer."""
    # An answer of S3 to a write has no body that could break off. One is announced, and never comes.
    announced = {"set_headers": {"Content-Length": "7"}}
    writes = ("PutObject", "DeleteObject")
    return [
        *({"service": "s3", "operation": name, "probability": rate, "response": announced} for name in writes),
        {"service": "*", "probability": rate, "response": {"abort_frac": 0.5}},
    ]


def _all() -> list[Scenario]:
    each = [name for name in SERVICES if name != "sns"]  # which no function calls: EventBridge does, inside
    return [
        Scenario("calm", "nothing"),
        *(
            Scenario(
                f"throttling-{name}-{rate:.0%}".rstrip("%"),
                f"{SERVICES[name]} throttles {rate:.0%}",
                throttling([name], rate),
            )
            for name in each
            for rate in RATES
        ),
        *(
            Scenario(
                f"errors-{name}-{rate:.0%}".rstrip("%"),
                f"{SERVICES[name]} fails with 5xx, {rate:.0%}",
                errors([name], rate),
            )
            for name in each
            for rate in RATES
        ),
        *(
            Scenario(
                f"everything-{rate:.0%}".rstrip("%"),
                f"all five services throttle {rate / 2:.0%} and fail with 5xx, {rate / 2:.0%}",
                throttling(list(SERVICES), rate / 2) + errors(list(SERVICES), rate / 2),
            )
            for rate in RATES
        ),
        Scenario(
            "latency",
            "every call takes up to 0.8 s more, and one of thirty 15 s, longer than its caller waits",
            [
                {
                    "service": "*",
                    "latency": {"dist": "spike", "min": 50, "max": 800, "spike_ms": 15000, "spike_p": 0.033},
                }
            ],
        ),
        Scenario(
            "resets",
            "20% of all connections are reset before the call is done",
            [{"service": "*", "probability": 0.2, "reset": True}],
        ),
        Scenario("lost-answers", "15% of all calls are done, but their answer breaks off", _lost_answers(0.15)),
        Scenario(
            "half-answers",
            "20% of all answers end in the middle, without an error",
            [{"service": "*", "probability": 0.2, "response": {"truncate_frac": 0.5}}],
        ),
        Scenario(
            "kills",
            "each function is killed in its work, again and again",
            [{"service": "*", "latency": {"min": 50, "max": 400}}],
            act="kill functions",
        ),
        Scenario(
            "restart",
            "the cloud is stopped twice in mid-backfill, and started again with its state",
            act="stop and start",
        ),
        *(
            Scenario(
                f"outage-{name}",
                f"{SERVICES[name]} fails with 5xx, all calls, until dead letters wait",
                errors([name], 1.0),
                act="end with the first dead letters",
            )
            for name in each
        ),
        Scenario("storm", "70% of all calls of all services fail with 5xx", errors(list(SERVICES), 0.7)),
    ]


SCENARIOS = _all()

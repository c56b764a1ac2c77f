"""The scenarios: faults injected into the chain while posts go through it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

type Rule = dict[str, Any]
"""A rule of the proxy, or the error of one."""

SERVICES = {"s3": "S3", "sqs": "SQS", "dynamodb": "DynamoDB", "events": "EventBridge", "sns": "SNS"}
CALLED = [name for name in SERVICES if name != "sns"]
"""The services that functions call. EventBridge calls SNS inside the emulator, where there is no proxy."""

RATES = (10, 20, 30)

_THROTTLED: dict[str, Rule] = {
    "s3": {"code": "SlowDown", "status": 503},
    "sqs": {"code": "RequestThrottled", "status": 400},
    "dynamodb": {"code": "ProvisionedThroughputExceededException", "status": 400},
    "events": {"code": "ThrottlingException", "status": 400},
    "sns": {"code": "Throttled", "status": 429},
}
_FAILED: dict[str, Rule] = {
    "s3": {"code": "InternalError", "status": 500},
    "sqs": {"code": "InternalFailure", "status": 500},
    "dynamodb": {"code": "InternalServerError", "status": 500},
    "events": {"code": "InternalFailure", "status": 500},
    "sns": {"code": "InternalError", "status": 500},
}
_UNAVAILABLE: Rule = {"code": "ServiceUnavailable", "status": 503}


@dataclass(frozen=True)
class Scenario:
    """One scenario. `rules` apply while posts go through; `act` is an additional action."""

    name: str
    about: str
    rules: list[Rule] = field(default_factory=list)
    act: Literal["nothing", "kill functions", "stop and start", "end with the first dead letters"] = "nothing"


def _throttling_and_errors(services: Iterable[str], percent: int) -> list[Rule]:
    """Return rules that let this percentage of the calls fail: half are throttled, half get a 5xx."""
    share = percent / 200
    return [
        rule
        for service in services
        for rule in _rules(
            service, (_THROTTLED[service], share), (_FAILED[service], share / 2), (_UNAVAILABLE, share / 2)
        )
    ]


def _errors(services: Iterable[str], percent: int) -> list[Rule]:
    """Return rules that let this percentage of the calls fail with a 5xx."""
    share = percent / 200
    return [rule for service in services for rule in _rules(service, (_FAILED[service], share), (_UNAVAILABLE, share))]


def _rules(service: str, *errors: tuple[Rule, float]) -> Iterator[Rule]:
    """Yield rules by which each error has its share of all calls. A rule applies only if none before it has fired."""
    left = 1.0
    for error, share in errors:
        yield {"service": service, "probability": share / left, "error": error}
        left -= share


def _lost_answers(share: float) -> list[Rule]:
    """Return rules by which this share of the calls succeeds, and the connection breaks in the middle of the
    response."""
    # S3's response to a write has no body that could break off, so one is announced and never sent.
    announced = {"set_headers": {"Content-Length": "7"}}
    return [
        {"service": "s3", "operation": "PutObject", "probability": share, "response": announced},
        {"service": "s3", "operation": "DeleteObject", "probability": share, "response": announced},
        {"service": "*", "probability": share, "response": {"abort_frac": 0.5}},
    ]


SCENARIOS = [
    Scenario("calm", "nothing"),
    *(
        Scenario(
            f"{name}-{percent}",
            f"{title}: {percent}% of the calls fail, half of them throttled, half with 500 or 503",
            _throttling_and_errors([name], percent),
        )
        for name, title in SERVICES.items()
        if name in CALLED
        for percent in RATES
    ),
    *(
        Scenario(
            f"all-{percent}",
            f"all five services: {percent}% of the calls fail, half of them throttled, half with 500 or 503",
            _throttling_and_errors(SERVICES, percent),
        )
        for percent in RATES
    ),
    Scenario(
        "latency",
        "every call takes up to 0.8 s longer; one of thirty takes 15 s, and is done when its caller has given up",
        [{"service": "*", "latency": {"dist": "spike", "min": 50, "max": 800, "spike_ms": 15000, "spike_p": 0.033}}],
    ),
    Scenario(
        "resets",
        "20% of the connections are reset before the call is done",
        [{"service": "*", "probability": 0.2, "reset": True}],
    ),
    Scenario("lost-answers", "15% of the calls are done, but their response breaks off", _lost_answers(0.15)),
    Scenario(
        "half-answers",
        "20% of the responses are cut in half, and nothing says so",
        [{"service": "*", "probability": 0.2, "response": {"truncate_frac": 0.5}}],
    ),
    Scenario(
        "kills",
        "each function is killed in its work, five times; calls take up to 0.4 s longer",
        [{"service": "*", "latency": {"min": 50, "max": 400}}],
        act="kill functions",
    ),
    Scenario(
        "restart",
        "the cloud is stopped in mid-backfill and started again with its state, twice",
        act="stop and start",
    ),
    *(
        Scenario(
            f"outage-{name}",
            f"{SERVICES[name]}: all calls fail with 500 or 503, until five dead letters wait or seven minutes are over",
            _errors([name], 100),
            act="end with the first dead letters",
        )
        for name in CALLED
    ),
    Scenario("storm", "all five services: 60% of the calls fail with 500 or 503", _errors(SERVICES, 60)),
]

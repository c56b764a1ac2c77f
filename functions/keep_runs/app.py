"""Store the run lines of all stages in the bucket, for SQL and for `wod trace`."""

from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from wod.plumbing.run_log import store_delivered
from wod.plumbing.settings import bucket_name, check, stage_name
from wod.plumbing.telemetry import instrumented

check(stage_name, bucket_name)


@instrumented
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    store_delivered(event)
    return {}

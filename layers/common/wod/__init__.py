"""Workout of the day: training posts as data.

The modules beside this file are pure: text in, data out, no AWS and no clock. `wod.plumbing` talks to AWS.
"""

import gc
import os

if "AWS_LAMBDA_FUNCTION_NAME" in os.environ:
    # Imports leave next to no garbage, and the search for it takes a tenth of a cold start. `instrumented` turns it on.
    gc.disable()

PIPELINE_VERSION = "1.1.0"
"""Part of the lineage of every record. Raise it when the same post gives other records than before."""

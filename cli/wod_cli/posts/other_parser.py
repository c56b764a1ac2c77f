"""Read raw posts with the package `wod` of another folder: this file runs as a program of its own there.

From standard input it takes JSON Lines, each the arguments of `read_records`; to standard output it writes a line for
each with the week's date and the records, or the reason why there are none.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from wod_cli.errors import CommandError


def read_with(folder: Path, blog: str, posts: Iterable[dict[str, str]]) -> Iterator[dict[str, Any]]:
    """Yield what the parser in this folder makes of each raw post: `week` and `records`, or `refused`.

    Each post has `body`, `bronze_key`, `bronze_version_id` and `correlation_id`. Raise CommandError if the folder has
    no package `wod`, or if its parser fails.
    """
    if not (folder / "wod" / "reading" / "records.py").is_file():
        raise CommandError(f"{folder} has no package wod with a parser: name a folder such as ./layers/common.")
    lines = "".join(json.dumps(post) + "\n" for post in posts)
    done = subprocess.run(  # noqa: S603 - running the named parser is the request
        [sys.executable, __file__, blog],
        input=lines.encode(),
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(folder.resolve())},
        check=False,
    )
    if done.returncode:
        errors = done.stderr.decode(errors="replace").strip().splitlines() or ["it said nothing"]
        raise CommandError(f"The parser in {folder} fails: {errors[-1]}.")
    yield from map(json.loads, done.stdout.splitlines())


def main(name: str) -> None:
    """Read what standard input has with the package `wod` that this process finds first."""
    from wod.blog import load_blog
    from wod.errors import BadInput
    from wod.reading.cleaning import clean_records
    from wod.reading.whole_post import read_records

    blog = load_blog(name)
    for line in sys.stdin:
        try:
            message = read_records(**json.loads(line), blog=blog)
            records = clean_records(message.records)
            answer = {
                "week": message.week.start_date,
                "records": records,
                "preamble": [one.text for one in message.preamble],
            }
        except BadInput as error:
            answer = {"refused": str(error)}
        print(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1])

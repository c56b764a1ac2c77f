"""Rows of prescriptions as Parquet, with the types that the published schema states."""

import json
import tempfile
from pathlib import Path
from typing import Any

import duckdb

from wod_cli.lakehouse.catalogue import DUCKDB, fields_of

_OF_SESSION = {"date": "DATE", "session": "VARCHAR", "level": "VARCHAR", "counted": "BOOLEAN", "optional": "BOOLEAN"}


def parquet(rows: list[dict[str, Any]]) -> bytes:
    """Return the rows as a Parquet file."""
    columns = _OF_SESSION | fields_of("Prescription", DUCKDB)
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(":memory:") as database:
        given, made = Path(folder, "rows.jsonl"), Path(folder, "rows.parquet")
        given.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        database.read_json(str(given), columns=columns, format="newline_delimited").write_parquet(str(made))
        return made.read_bytes()

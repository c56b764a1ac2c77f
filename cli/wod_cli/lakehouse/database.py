"""A copy of the bucket as a database of DuckDB, with the tables and views of the catalogue."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from wod.keys import BRONZE_PREFIX, GOLD_PREFIX, RUNS_PREFIX, SILVER_PREFIX
from wod_cli.lakehouse import catalogue

PREFIXES = {"sessions": SILVER_PREFIX, "weeks": GOLD_PREFIX, "runs": RUNS_PREFIX}
"""By table, the prefix of the objects that it reads."""


def is_copy(folder: Path) -> bool:
    """Return whether a folder is a copy of the bucket, which may have posts and no week yet."""
    return any((folder / prefix).is_dir() for prefix in (BRONZE_PREFIX, *PREFIXES.values()))


@contextmanager
def opened(bucket: Path, output: Path | None = None) -> Iterator[Any]:
    """Open a database with all tables of a copy of the bucket: a connection of DuckDB.

    A query reads these tables, and reads and writes no other file of this machine but the output.
    """
    import duckdb  # takes a tenth of a second to load, and no other command needs it

    database = duckdb.connect(":memory:")
    try:
        for table, prefix in PREFIXES.items():
            kinds = catalogue.columns(table, catalogue.DUCKDB)
            typed = ", ".join(f"'{name}': '{kind}'" for name, kind in kinds.items())
            files = sorted(str(path) for path in (bucket / prefix).rglob("*.json*") if path.is_file())
            if files:
                database.execute(
                    f"CREATE VIEW {table} AS SELECT * FROM read_json({files!r}, columns = {{{typed}}}, "
                    "format = 'auto', maximum_object_size = 16777216)"
                )
            else:
                empty = ", ".join(f'CAST(NULL AS {kind}) AS "{name}"' for name, kind in kinds.items())
                database.execute(f"CREATE VIEW {table} AS SELECT {empty} WHERE false")
        for name, text in catalogue.views(catalogue.DUCKDB).items():
            database.execute(f"CREATE VIEW {name} AS {text}")
        database.execute(f"SET allowed_directories = [{str(bucket)!r}]")
        if output is not None:
            database.execute(f"SET allowed_paths = [{str(output)!r}]")
        database.execute("SET enable_external_access = false")
        yield database
    finally:
        database.close()

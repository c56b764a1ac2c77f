"""Rows of prescriptions as Parquet, with the types that the shape of a prescription states."""

import io
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import pyarrow as pa
import pyarrow.parquet as pq

from wod.models import Part, Prescription

_PLAIN = {int: pa.int64(), float: pa.float64(), bool: pa.bool_(), str: pa.string()}
_OF_SESSION = {
    "date": pa.date32(),
    "session": pa.string(),
    "level": pa.string(),
    "counted": pa.bool_(),
    "optional": pa.bool_(),
}


def parquet(rows: list[dict[str, Any]]) -> bytes:
    """Return the rows as a Parquet file."""
    fields = {name: _type(field.annotation) for name, field in Prescription.model_fields.items()}
    schema = pa.schema([*_OF_SESSION.items(), *fields.items()])
    dates = pa.array([row["date"] for row in rows], pa.string()).cast(pa.date32())
    columns = [
        dates if name == "date" else pa.array([row[name] for row in rows], schema.field(name).type)
        for name in schema.names
    ]
    body = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), body)
    return body.getvalue()


def _type(annotation: Any) -> pa.DataType:
    """Return the type of a column for the type of a field; every column may be null."""
    if get_origin(annotation) in (Union, UnionType):
        (annotation,) = (one for one in get_args(annotation) if one is not NoneType)
    if get_origin(annotation) is list:
        return pa.list_(_type(get_args(annotation)[0]))
    if annotation is Part:
        return pa.struct([(name, _type(field.annotation)) for name, field in Part.model_fields.items()])
    return _PLAIN.get(annotation, pa.string())  # what is left are literals

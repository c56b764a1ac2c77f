"""The lakehouse as tables of the Glue Data Catalog: `python -m wod_cli.lakehouse.template` writes their template.

It is a stack inside the stack, because no one writes or reads the types of a hundred columns by hand.
"""

import json
import tempfile
from pathlib import Path
from typing import Any

from wod.keys import GOLD_PREFIX, RUNS_PREFIX, SILVER_PREFIX
from wod_cli import PROJECT
from wod_cli.lakehouse import catalogue
from wod_cli.lakehouse.database import opened

TEMPLATE = PROJECT / "catalogue.template.json"
_MOST_SCANNED = 10 * 1024**3  # bytes: five US cents a query, and a hundred times ten years of a daily blog
_SCALARS = {"varchar": "string", "bigint": "integer", "hugeint": "integer", "double": "number", "boolean": "boolean"}


def as_text() -> str:
    """Return the text of the template's file."""
    return json.dumps(template(), ensure_ascii=False, indent=1) + "\n"


def template() -> dict[str, Any]:
    """Return the CloudFormation template of the catalogue: a database, its tables and views, and a workgroup of Athena.

    Views of Athena are in the catalogue as base64 of the JSON that Trino needs.
    """
    tables = {
        "Sessions": _table("sessions", SILVER_PREFIX, partition="year"),
        "Weeks": _table("weeks", GOLD_PREFIX, partition="year"),
        "Runs": _table("runs", RUNS_PREFIX, partition="year"),
    }
    shapes = _shapes_of_views()
    tables |= {
        _logical(name): _view(name, text, shapes[name]) for name, text in catalogue.views(catalogue.TRINO).items()
    }
    return {
        "AWSTemplateFormatVersion": "2010-09-09",
        "Description": "Silver, gold and runs as tables. Written by `make docs`; docs/sql.md explains it.",
        "Parameters": {name: {"Type": "String"} for name in ("Prefix", "BucketName", "OnAws")},
        # The embedded cloud has no named queries.
        "Conditions": {"OnAws": {"Fn::Equals": [{"Ref": "OnAws"}, "true"]}},
        "Resources": {
            "Database": {
                "Type": "AWS::Glue::Database",
                "Properties": {
                    "CatalogId": {"Ref": "AWS::AccountId"},
                    "DatabaseInput": {
                        # Athena takes no hyphen in a name without quotes.
                        "Name": {"Fn::Join": ["_", {"Fn::Split": ["-", {"Ref": "Prefix"}]}]},
                        "Description": "Sessions of a training blog",
                    },
                },
            },
            **tables,
            "Workgroup": {
                "Type": "AWS::Athena::WorkGroup",
                "Properties": {
                    "Name": {"Ref": "Prefix"},
                    # Otherwise a stack whose queries ever ran could not be deleted.
                    "RecursiveDeleteOption": True,
                    "Description": "Questions about the sessions of a training blog",
                    "WorkGroupConfiguration": {
                        "BytesScannedCutoffPerQuery": _MOST_SCANNED,
                        "EnforceWorkGroupConfiguration": True,
                        "PublishCloudWatchMetricsEnabled": True,
                        "EngineVersion": {"SelectedEngineVersion": "Athena engine version 3"},
                        "ResultConfiguration": {
                            "OutputLocation": {"Fn::Sub": "s3://${BucketName}/athena/"},
                            "EncryptionConfiguration": {"EncryptionOption": "SSE_S3"},
                        },
                    },
                },
            },
            **{f"Query{_logical(name)}": _named_query(name, text) for name, text in catalogue.named_queries().items()},
        },
        "Outputs": {"Database": {"Value": {"Ref": "Database"}}, "Workgroup": {"Value": {"Ref": "Workgroup"}}},
    }


def _table(name: str, prefix: str, partition: str) -> dict[str, Any]:
    return _glue_table(
        {
            "Name": name,
            "TableType": "EXTERNAL_TABLE",
            # No crawler and no list of partitions: Athena computes the folders of the years of a query.
            "Parameters": {
                "classification": "json",
                "projection.enabled": "true",
                f"projection.{partition}.type": "date",
                f"projection.{partition}.format": "yyyy",
                f"projection.{partition}.range": "2000,NOW+1YEARS",
                f"projection.{partition}.interval": "1",
                f"projection.{partition}.interval.unit": "YEARS",
                "storage.location.template": {"Fn::Sub": f"s3://${{BucketName}}/{prefix}${{!{partition}}}/"},
            },
            "PartitionKeys": [{"Name": partition, "Type": "string"}],
            "StorageDescriptor": {
                "Location": {"Fn::Sub": f"s3://${{BucketName}}/{prefix}"},
                "InputFormat": "org.apache.hadoop.mapred.TextInputFormat",
                "OutputFormat": "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
                "SerdeInfo": {"SerializationLibrary": "org.openx.data.jsonserde.JsonSerDe"},
                "Columns": _listed(catalogue.columns(name, catalogue.HIVE)),
            },
        }
    )


def _view(name: str, text: str, shape: dict[str, Any]) -> dict[str, Any]:
    seen = {
        "originalSql": text,
        "catalog": "awsdatacatalog",
        "schema": "${Database}",
        "columns": [{"name": column, "type": _written(kind, catalogue.TRINO)} for column, kind in shape.items()],
    }
    return _glue_table(
        {
            "Name": name,
            "TableType": "VIRTUAL_VIEW",
            "Parameters": {"presto_view": "true", "comment": "Presto View"},
            "StorageDescriptor": {
                "Columns": _listed({column: _written(kind, catalogue.HIVE) for column, kind in shape.items()})
            },
            "ViewOriginalText": {
                "Fn::Sub": ["/* Presto View: ${Text} */", {"Text": {"Fn::Base64": {"Fn::Sub": json.dumps(seen)}}}]
            },
            "ViewExpandedText": "/* Presto View */",
        }
    )


def _glue_table(table: dict[str, Any]) -> dict[str, Any]:
    return {
        "Type": "AWS::Glue::Table",
        "Properties": {
            "CatalogId": {"Ref": "AWS::AccountId"},
            "DatabaseName": {"Ref": "Database"},
            "TableInput": table,
        },
    }


def _named_query(name: str, text: str) -> dict[str, Any]:
    about, _, query = text.partition("\n")
    return {
        "Type": "AWS::Athena::NamedQuery",
        "Condition": "OnAws",
        "Properties": {
            "Name": name,
            "Description": about.removeprefix("-- "),
            "Database": {"Ref": "Database"},
            "WorkGroup": {"Ref": "Workgroup"},
            "QueryString": query,
        },
    }


def _logical(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def _listed(types: dict[str, str]) -> list[dict[str, str]]:
    return [{"Name": name, "Type": kind} for name, kind in types.items()]


def _shapes_of_views() -> dict[str, dict[str, Any]]:
    """Return the columns of each view with their types, as DuckDB infers them."""
    with tempfile.TemporaryDirectory() as empty, opened(Path(empty)) as database:
        found = {name: database.sql(f"FROM {name}") for name in catalogue.views(catalogue.DUCKDB)}
        return {name: dict(zip(view.columns, view.types, strict=True)) for name, view in found.items()}


def _written(kind: Any, dialect: catalogue.Dialect) -> str:
    """Return a type of DuckDB as another engine writes it."""
    match kind.id:
        case "list":
            return dialect.array.format(_written(kind.children[0][1], dialect))
        case "struct":
            return dialect.fields({name: _written(inner, dialect) for name, inner in kind.children})
        case other:
            return dialect.scalars[_SCALARS[other]] if other != "date" else "date"


if __name__ == "__main__":
    TEMPLATE.write_text(as_text(), encoding="utf-8")

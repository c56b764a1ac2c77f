"""`wod sql`: what people and programs get from the lakehouse."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from typer.testing import CliRunner, Result

from wod.blog import load_blog
from wod.figures.week import aggregate_week
from wod.keys import bronze_key, gold_key, silver_key
from wod.reading.cleaning import clean_records
from wod.reading.post import read_post
from wod.reading.whole_post import read_records
from wod.week_file import read_sessions, write_week
from wod_cli import PROJECT
from wod_cli.errors import CommandError
from wod_cli.lakehouse import catalogue
from wod_cli.lakehouse.database import opened
from wod_cli.main import app


@pytest.fixture(scope="module")
def bucket(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Silver and gold of the sample week of March 2021."""
    folder = tmp_path_factory.mktemp("bucket")
    body = (PROJECT / "events" / "posts" / "normal_week.json").read_bytes()
    message = read_records(body, bronze_key(read_post(body)), "v1", "run", load_blog("invictus"))
    silver = write_week(clean_records(message.records))
    figures = aggregate_week(
        message.week, read_sessions(silver), None, {}, silver_key(message.week), load_blog("invictus")
    )
    for key, content in ((silver_key(message.week), silver), (gold_key(message.week), json.dumps(figures).encode())):
        (folder / key).parent.mkdir(parents=True, exist_ok=True)
        (folder / key).write_bytes(content)
    return folder


def ask(bucket: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["sql", *words, "--folder", str(bucket)])


def test_each_line_of_a_post_is_a_row_with_its_kind(bucket: Path) -> None:
    """Part B of Monday begins with its scheme."""
    answer = ask(
        bucket, "SELECT text, kind FROM lines WHERE date = DATE '2021-03-08' AND segment = 'b' ORDER BY line", "--json"
    )
    first, second, *_ = (json.loads(line) for line in answer.stdout.splitlines())
    assert {"text": "Every 2 minutes, for 16 minutes (8 sets):", "kind": "scheme"} == first
    assert {"text": "Snatch x 2 reps", "kind": "movement"} == second


def test_prescriptions_have_their_repetitions(bucket: Path) -> None:
    """Five sets of five are 25."""
    answer = ask(bucket, "SELECT sets, reps_min, repetitions FROM prescriptions WHERE movement = 'Back Squat'", "--csv")
    assert "sets,reps_min,repetitions\n5,5,25\n" == answer.stdout


def test_repetitions_over_85_percent_are_those_of_the_pulls(bucket: Path) -> None:
    """Nothing else in that week is so heavy: five sets of three pulls at 95 %."""
    answer = ask(bucket, "repetitions_over_85_percent", "--csv")
    assert "month,lift,repetitions,top_percent\n2021-03-01,Snatch,15,95.0\n" == answer.stdout


def test_a_lift_was_tested_last_on_its_day(bucket: Path) -> None:
    """Tuesday has a 3-RM Push Press, and Friday a 1-RM Snatch and Clean & Jerk."""
    answer = ask(bucket, "weeks_since_tested", "--json")
    tested = {row["lift"]: row["last_tested"] for row in map(json.loads, answer.stdout.splitlines())}
    assert {"Push Press": "2021-03-09", "Snatch": "2021-03-12", "Clean & Jerk": "2021-03-12"} == tested


def bucket_of(folder: Path, *records: dict[str, Any]) -> Path:
    """A bucket with these records of silver."""
    path = folder / "silver" / "sessions" / "2021" / "week_10.jsonl"
    path.parent.mkdir(parents=True)
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return folder


def test_a_test_that_is_still_to_come_is_not_a_test_of_the_lift(tmp_path: Path) -> None:
    """Three whole weeks have passed since the last one, and the next week has another."""
    today = datetime.now(UTC).date()
    test = {"lift": "Snatch", "rep_max_test": 1}
    days = [today + timedelta(days=days) for days in (-90, -23, 7)]
    answer = ask(
        bucket_of(tmp_path, *({"date": f"{day}", "prescriptions": [test]} for day in days)),
        "weeks_since_tested",
        "--csv",
    )
    assert f"lift,last_tested,weeks\nSnatch,{days[1]},3\n" == answer.stdout


@pytest.mark.parametrize(
    ("modified_gmt", "is_listed"),
    [
        ("2021-03-08T05:00:00", False),  # in Los Angeles an hour after publication
        ("2021-03-09T03:00:00", False),  # in Los Angeles 23 hours
        ("2021-03-09T08:00:00", True),  # 24 hours in the zone that is the farthest behind UTC
    ],
)
def test_an_edit_a_day_after_publication_is_one_in_every_time_zone(
    tmp_path: Path, modified_gmt: str, is_listed: bool
) -> None:
    """A post that was published at eight in the evening, local time."""
    source = {"post_id": 1, "published": "2021-03-07T20:00:00", "modified_gmt": modified_gmt}
    answer = ask(bucket_of(tmp_path, {"date": "2021-03-08", "source": source}), "changed_after_publication", "--json")
    assert is_listed == bool(answer.stdout)


def test_the_post_is_named_with_its_sessions(bucket: Path) -> None:
    """Five sessions and the rest day that the post states, from Monday to Saturday."""
    answer = ask(bucket, "SELECT slug, sessions, first_date, last_date FROM posts", "--json")
    slug = "march-8-14-2021-5-day-weightlifting-program"
    expected = {"slug": slug, "sessions": 6, "first_date": "2021-03-08", "last_date": "2021-03-13"}
    assert expected == json.loads(answer.stdout)


@pytest.mark.parametrize("name", catalogue.named_queries())
def test_a_named_query_answers(bucket: Path, name: str) -> None:
    """It answers over a bucket with a week in it."""
    assert 0 == ask(bucket, name).exit_code


@pytest.mark.parametrize("name", catalogue.named_queries())
def test_a_named_query_over_an_empty_bucket_has_no_rows(tmp_path: Path, name: str) -> None:
    """The tables are there before the first week is."""
    (tmp_path / "bronze" / "raw").mkdir(parents=True)
    answer = ask(tmp_path, name, "--csv")
    assert 0 == answer.exit_code
    assert 1 == len(answer.stdout.splitlines())


def test_a_query_without_rows_says_so(bucket: Path) -> None:
    """An empty terminal looks like a failure; for programs there is nothing."""
    answer = ask(bucket, "SELECT * FROM weeks WHERE false")
    assert ("", "The query has no rows.\n") == (answer.stdout, answer.stderr)
    assert ("", "") == ((answer := ask(bucket, "SELECT * FROM weeks WHERE false", "--json")).stdout, answer.stderr)


def test_a_folder_that_is_not_a_copy_of_the_bucket_is_refused(tmp_path: Path) -> None:
    """Otherwise each answer would be an empty table."""
    (tmp_path / "notes").mkdir()
    answer = ask(tmp_path, "SELECT count(*) FROM weeks")
    assert isinstance(answer.exception, CommandError)
    assert 2 == answer.exception.status
    assert str(answer.exception).startswith(f"{tmp_path} is not a copy of the bucket")


@pytest.mark.parametrize("view", catalogue.views(catalogue.DUCKDB))
def test_the_document_names_the_columns_of_each_view(tmp_path: Path, view: str) -> None:
    """They are in order; those of a prescription are named by its schema, and all others here."""
    documented = (PROJECT / "docs" / "sql.md").read_text(encoding="utf-8").partition("| view | columns |")[2]
    row = re.search(rf"^\| `{view}` \| (.+) \|$", documented, re.MULTILINE)
    assert row
    fields = catalogue.fields_of("Prescription", catalogue.DUCKDB)
    stated = re.sub(r"the fields of a `Prescription`.+?\(.+ …\)", ", ".join(f"`{field}`" for field in fields), row[1])
    with opened(tmp_path) as database:
        columns = [name for name, *_ in database.execute(f"DESCRIBE {view}").fetchall()]
    assert columns == re.findall(r"`(\w+)`", stated)


def test_rows_are_written_as_parquet(bucket: Path, tmp_path: Path) -> None:
    """The columns have the types of the tables."""
    assert 0 == ask(bucket, "SELECT * FROM prescriptions", "--parquet", str(tmp_path / "p.parquet")).exit_code
    (kind,) = duckdb.execute(
        "SELECT DISTINCT typeof(date) FROM read_parquet(?)", [str(tmp_path / "p.parquet")]
    ).fetchall()
    assert ("DATE",) == kind


def test_without_a_query_the_named_ones_are_listed(bucket: Path) -> None:
    """Each with what it answers."""
    listed = CliRunner().invoke(app, ["sql"]).stdout
    assert all(name in listed for name in catalogue.named_queries())


def test_a_query_that_cannot_be_run_is_refused_in_a_sentence(bucket: Path) -> None:
    """The sentence has what the engine says of it."""
    answer = ask(bucket, "SELECT nothing FROM sessions")
    assert "nothing" in str(answer.exception)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("weeks_since_testd", "did you mean weeks_since_tested?"),
        ("prescription", "did you mean prescriptions?"),
        ("prescriptions", "SELECT * FROM prescriptions LIMIT 10"),
        ("moon", "`wod sql` lists those that there are."),
    ],
)
def test_a_word_that_is_not_a_query_gets_a_hint(bucket: Path, word: str, hint: str) -> None:
    """Nothing is read from the bucket for it."""
    assert hint in str(ask(bucket, word).exception)


def test_a_mistyped_table_gets_a_hint(bucket: Path) -> None:
    """The engine knows which tables there are."""
    assert 'Did you mean "lifts_by_week"?' in str(ask(bucket, "SELECT * FROM lift_by_week").exception)


def test_rows_that_are_too_wide_for_the_terminal_are_lines(bucket: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line for each column that has a value, as the links alone take more than eighty columns."""
    monkeypatch.setenv("COLUMNS", "80")
    query = "SELECT post_id, link AS one, link AS other, NULL AS none FROM posts"
    (first, *rest) = ask(bucket, query).stdout.splitlines()
    assert ["post_id", "51820"] == first.split()
    assert not [line for line in rest if line.startswith("none")]
    monkeypatch.setenv("COLUMNS", "400")
    assert "┃ post_id ┃ one" in ask(bucket, query).stdout


def test_untrusted_text_is_neither_markup_nor_a_terminal_command(bucket: Path) -> None:
    """A table shows brackets as they are; JSON says a control character by its number."""
    query = "SELECT '[/b] [easy]' AS text, chr(27) AS escape"
    assert "[/b] [easy]" in ask(bucket, query).stdout
    assert "\x1b" not in ask(bucket, query).stdout + ask(bucket, query, "--json").stdout


def test_a_query_reads_no_other_file_of_the_machine(bucket: Path, tmp_path: Path) -> None:
    """It reads only the tables: neither a file beside the bucket, nor an address."""
    (tmp_path / "secret.txt").write_text("secret")
    with opened(bucket) as database, pytest.raises(duckdb.PermissionException):
        database.execute("SELECT * FROM read_text(?)", [str(tmp_path / "secret.txt")])

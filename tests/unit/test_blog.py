"""A blog is one TOML file, and a wrong file is refused with the key."""

from pathlib import Path

import pytest

from wod.blog import blog_names, load_blog
from wod.errors import BadInput
from wod.plumbing.current_blog import UnknownBlog, current_blog

RIGHT = {
    "name": '"Forge"',
    "url": '"https://forge.example"',
    "language": '"en"',
    "time_zone": '"Europe/London"',
}


def written(folder: Path, **changes: str | None) -> str:
    """A blog's file with some keys changed or, with None, left out."""
    keys = {**RIGHT, **changes}
    path = folder / "blog.toml"
    path.write_text("".join(f"{key} = {value}\n" for key, value in keys.items() if value is not None))
    load_blog.cache_clear()
    return str(path)


@pytest.mark.parametrize("name", blog_names())
def test_each_blog_of_the_package_is_valid(name: str) -> None:
    """A copied blog file works."""
    assert load_blog(name).language.tables["calendar"]


def test_the_blog_of_the_stages_is_named_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a name it is the blog that the project was built for."""
    monkeypatch.delenv("BLOG", raising=False)
    assert 213 == current_blog().category
    monkeypatch.setenv("BLOG", "forja")
    assert ("day-first", "day", None) == (current_blog().date_order, current_blog().post, current_blog().category)


def test_a_file_with_four_keys_is_a_blog(tmp_path: Path) -> None:
    """All other keys have defaults, and an undated post is refused."""
    blog = load_blog(written(tmp_path))
    assert ("Forge", "month-first", "either", "refuse") == (blog.name, blog.date_order, blog.post, blog.undated)


def test_a_threshold_that_the_file_leaves_out_has_its_default(tmp_path: Path) -> None:
    """The file raises one, and keeps the others."""
    quality = load_blog(written(tmp_path, **{"quality.lines_read": "99.5"})).quality
    assert (99.5, 90, 0) == (quality.lines_read, quality.numbers_read, quality.days_stated)


def test_day_numbers_are_weekdays_of_the_language(tmp_path: Path) -> None:
    """`Day 1` is the first of them."""
    assert (0, 2, 4) == load_blog(written(tmp_path, day_numbers='["Monday", "wed", "Friday"]')).weekday_of_day


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("url", None, "it is missing"),
        ("url", '"forge.example"', "url"),
        ("url", '"https://coach:secret@forge.example"', "url"),
        ("url", '"https://forge.example/?p=1"', "url"),
        ("url", r'"https://forge.example/\u001b[2J"', "url"),
        ("category", "0", "a whole number >= 1"),
        ("url", r'"https://forge.example\n"', "url"),
        ("session_time", r'"18:00\n"', "expected text in another form"),
        ("category", "true", "category"),
        ("language", '"xx"', "no language 'xx', only en, es"),
        ("time_zone", '"Europe/Nowhere"', "not a time zone"),
        ("date_order", '"year-first"', "date_order"),
        ("post", '"month"', "choose one of day, either, week"),
        ("undated", '"guess"', "choose one of day after, publication day, refuse"),
        ("part_names", '"Lift"', "expected a list, got text"),
        ("day_numbers", '["lunes"]', "not a weekday in English"),
        ("day_numbers", '["Monday", "Friday", "Mon"]', "'Mon' is there twice"),
        ("counted_level", '"Gold"', "not one of the levels"),
        ("part_names", '["Lift", "Sweat", "lift"]', "'lift' is there twice"),
        ("levels", '["Élite", "Elite"]', "'Elite' is there twice"),
        ("langage", '"en"', "langage"),
        ("quality.lines_read", "101", "a number <= 100"),
        ("quality.lines_raed", "90", "quality.lines_raed"),
    ],
)
def test_a_wrong_key_is_named_in_one_sentence(tmp_path: Path, key: str, value: str | None, problem: str) -> None:
    """The sentence has the file, the key and what is wrong with it."""
    path = written(tmp_path, **{key: value})
    with pytest.raises(BadInput) as refused:
        load_blog(path)
    sentence = str(refused.value)
    assert sentence.startswith(path)
    assert f"`{key}`" in sentence
    assert problem in sentence
    assert sentence.endswith("correct the file.")


@pytest.mark.parametrize(
    ("name", "problem"),
    [("no-such-blog", f"use one of {', '.join(blog_names())}, or"), ("/no/where.toml", "No such")],
)
def test_a_blog_that_is_not_there_is_refused(name: str, problem: str) -> None:
    """The sentence says which ones there are."""
    with pytest.raises(BadInput, match=problem):
        load_blog(name)


def test_a_file_that_is_not_toml_is_refused(tmp_path: Path) -> None:
    """The line is in the sentence."""
    with pytest.raises(BadInput, match=r"is not TOML .*line 1"):
        load_blog(written(tmp_path, name="Forge"))


@pytest.mark.parametrize("value", ["9" * 5000, "[" * 100_000, "{a=" * 5000, '"\0"'])
def test_a_file_that_no_reader_of_toml_can_read_is_refused_in_one_sentence(tmp_path: Path, value: str) -> None:
    """A number of thousands of digits, and tables in tables without an end."""
    with pytest.raises(BadInput, match=r"blog\.toml is not TOML \(.*\); correct the file\.$"):
        load_blog(written(tmp_path, phrases=value))


@pytest.mark.parametrize("key", ["part_names", "warm_ups", "levels", "day_numbers"])
@pytest.mark.parametrize("name", ["", "  ", "[", "(+)"])
def test_a_name_without_a_letter_or_a_number_is_refused(tmp_path: Path, key: str, name: str) -> None:
    """No line could be told by it."""
    with pytest.raises(BadInput, match=rf"the key `{key}\[0\]` is wrong"):
        load_blog(written(tmp_path, **{key: f'["{name}"]'}))


def test_a_name_opens_a_part_or_a_warm_up(tmp_path: Path) -> None:
    """Case and accents make no difference."""
    with pytest.raises(BadInput, match=r"the key `warm_ups` is wrong \('prép' is in `part_names` too\)"):
        load_blog(written(tmp_path, part_names='["Lift", "Prep"]', warm_ups='["prép"]'))


def test_a_wrong_setting_of_a_stack_is_not_bad_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """No post is at fault: messages wait until the setting is corrected, and none goes to quarantine."""
    monkeypatch.setenv("BLOG", "no-such-blog")
    with pytest.raises(UnknownBlog, match="The variable BLOG is wrong: There is no blog 'no-such-blog'"):
        current_blog()
    assert not issubclass(UnknownBlog, BadInput)

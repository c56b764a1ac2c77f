"""The events of a change of a session."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wod.changes import SessionInserted, SessionModified, SessionRemoved, change_between

MONDAY = {
    "date": "2021-03-08",
    "session": "Monday (Session One)",
    "segment_a": "Snatch x 2 reps",
    "source": {"bronze_version_id": "1"},
}


def test_a_new_session_is_inserted() -> None:
    """A new session's event has the session."""
    assert SessionInserted(session=MONDAY) == change_between(None, MONDAY)


def test_a_session_that_is_gone_is_removed() -> None:
    """A removed session's event has the session as it was."""
    assert SessionRemoved(session=MONDAY) == change_between(MONDAY, None)


def test_a_session_that_says_something_else_is_modified() -> None:
    """The change has both, and the names of the fields that differ."""
    edited = {**MONDAY, "segment_a": "Snatch x 3 reps", "source": {"bronze_version_id": "2"}}
    assert SessionModified(old=MONDAY, new=edited, changed=["segment_a"]) == change_between(MONDAY, edited)


def test_a_field_that_comes_or_goes_is_a_change() -> None:
    """A sixth segment that an edit adds is named."""
    edited = {**MONDAY, "segment_f": "Row for 500 meters"}
    assert SessionModified(old=MONDAY, new=edited, changed=["segment_f"]) == change_between(MONDAY, edited)


def test_a_new_lineage_alone_is_not_a_change() -> None:
    """The same words from a newer version of the post are nothing that a reader would call a change."""
    assert change_between(MONDAY, {**MONDAY, "source": {"bronze_version_id": "2"}}) is None


def test_a_change_of_nothing_into_nothing_is_refused() -> None:
    """The stream never says so; a caller that does has made a mistake."""
    with pytest.raises(ValueError, match="old session, a new one, or both"):
        change_between(None, None)


SESSIONS = st.dictionaries(st.sampled_from(["segment_a", "segment_b", "warm_up"]), st.text(max_size=3))


@given(SESSIONS, SESSIONS)
def test_the_changed_fields_are_all_that_differs(old: dict[str, str], new: dict[str, str]) -> None:
    """With the fields named in `changed` taken from the new session, the old one is the new one."""
    change = change_between(old, new)
    if change is None:
        assert old == new
    else:
        assert isinstance(change, SessionModified)
        patched = {name: value for name, value in old.items() if name not in change.changed}
        patched |= {name: new[name] for name in change.changed if name in new}
        assert new == patched

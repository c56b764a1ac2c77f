"""Load a week of silver into the table."""

from wod.keys import week_of_key
from wod.plumbing import version_notes
from wod.plumbing.current_week import current_week
from wod.plumbing.events import ObjectCreated
from wod.plumbing.left_sessions import sessions_left
from wod.plumbing.table import replace_week
from wod.week_file import read_week


def load(event: ObjectCreated) -> None:
    """Make the table hold the sessions of a week's file, and no others of its week.

    The file's metadata names the others that the table may hold. If it does not, or cannot be proved, or if an operator
    wants everything made again, each day of the week is read. Raise Conflict if the file or the table has changed
    meanwhile, and BadParts as `replace_week` does.
    """
    file = current_week(event)
    if file is None:
        return
    week, records = week_of_key(file.key), read_week(file.body)
    left = None if event.is_rebuild else sessions_left(file)
    replace_week(week, records, left)
    versions, deletions = version_notes.versions_of_latest(file)
    if left is not None and not version_notes.is_proved(file, versions, deletions):
        replace_week(week, records)

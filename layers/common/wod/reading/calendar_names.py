"""Weekdays and months in the spellings that coaches give them: whole, short, and with a slip of the keyboard."""

_WEEKDAYS = (
    "monday mon",
    "tuesday tue tues",
    "wednesday wensday wed weds",
    "thursday thu thur thurs",
    "friday fri",
    "saturday saterday sat",
    "sunday sun",
)
_MONTHS = "january february march april may june july august september october november december"
_SHORTEST_WITH_SLIPS = len("monday")  # a slip in a shorter name may be another word: `mach`
_SHORTEST = len("jan")


def _with_slips(name: str) -> set[str]:
    """The name, and it with a letter left out, doubled, or in the place of the next; first and last are right."""
    if len(name) < _SHORTEST_WITH_SLIPS:
        return {name}
    inner = range(1, len(name) - 1)
    left_out = {name[:place] + name[place + 1 :] for place in inner}
    doubled = {name[:place] + name[place] + name[place:] for place in inner}
    swapped = {name[:place] + name[place + 1] + name[place] + name[place + 2 :] for place in inner[:-1]}
    return {name} | left_out | doubled | swapped


WEEKDAYS = {
    spelling: weekday
    for weekday, names in enumerate(_WEEKDAYS)
    for name in names.split()
    for spelling in _with_slips(name)
}
"""Lower-case spellings; Monday is 0."""

MONTHS = {
    spelling: month
    for month, name in enumerate(_MONTHS.split(), start=1)
    for spelling in {name[:length] for length in range(_SHORTEST, len(name))} | _with_slips(name)
}
"""Lower-case spellings; January is 1."""

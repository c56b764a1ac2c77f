"""Read lines with the load of a whole block, or with the base of all its percents.

`Perform all movements at 60-65% of your 1-RM`, `Barbell: 135/95`, `All percentages are based on your 1-RM Snatch`
"""

from wod.notation.elements import BlockLoad, Context, Element, PercentBase
from wod.notation.grammar.marks import skip
from wod.notation.grammar.notation import Notation
from wod.notation.text.tokens import Token, written
from wod.notation.values import Load
from wod.notation.work.draft_line import trimmed
from wod.notation.work.items import Items
from wod.notation.work.percent_of import base_of_percents


class BlockLoads:
    """Reader of the loads of a whole block."""

    def __init__(self, notation: Notation, items: Items) -> None:
        self._notation = notation
        self._items = items

    def read(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the load of `Perform all movements at 60-65% of your 1-RM Clean`, or of `Barbell: 135/95`."""
        found = self._notation.phrases("whole_block").match(tokens)
        barbell = None if found else self._notation.phrases("implement_load").match(tokens)
        found = found or barbell
        if not found:
            return []
        start = found.end - 1 if tokens[found.end - 1].symbol in ("@", "at") else found.end
        after = tokens[skip(tokens, start) :]
        if barbell and len(after) == 1 and after[0].symbol == "{pair}":
            return [BlockLoad(Load(text=after[0].text), barbell=True)]
        items = self._items.nameless(body, tokens[start:])
        if len(items) != 1 or not items[0].load.is_heavy or items[0].amount.is_stated or items[0].remark:
            return []
        load = items[0].load
        if load.percents:
            return []  # the percents are those of the sets, and no load of the whole block
        if load.weight and any(token.text.lower() in self._notation.words("worn") for token in after):
            load = Load(text=trimmed(written(body, after)))  # a vest is no weight on the bar
        return [BlockLoad(load, barbell=barbell is not None)]

    def read_base(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the base of percents of a line that states nothing else: `% of 1-RM Clean`."""
        start = skip(tokens)
        base = base_of_percents(self._notation, body, tokens, start)
        return [PercentBase(base, of_all=tokens[start].symbol == "all")] if base else []

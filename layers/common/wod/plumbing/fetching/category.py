"""The category to fetch, with its subcategories."""

from dataclasses import dataclass
from http import HTTPStatus

from wod.errors import BadInput
from wod.plumbing.fetching.api import Api
from wod.plumbing.fetching.request import MOST_POSTS
from wod.plumbing.fetching.unavailable import WordPressUnavailable

_MOST_CHILDREN = 50  # categories below ours


@dataclass
class Category:
    """One category of the blog, or all of them."""

    number: int | None
    """None for all categories."""
    below: tuple[int, ...] = ()
    """Its subcategories, as far as they are known."""

    def parameters(self) -> dict[str, str | int]:
        """Return the parameters of a request for its posts."""
        return {} if self.number is None else {"categories": ",".join(map(str, (self.number, *self.below)))}

    def has(self, row: object) -> bool:
        """Return whether a post is of the category or of a subcategory; a post without categories may be."""
        categories = row.get("categories") if isinstance(row, dict) else None
        if self.number is None or not isinstance(categories, list):
            return True
        return any(one in (self.number, *self.below) for one in categories)

    def find_below(self, api: Api) -> None:
        """Find all of its subcategories. A site that does not list them has none."""
        self.below = self._found_below(api)

    def _found_below(self, api: Api) -> tuple[int, ...]:
        if self.number is None:
            return ()
        found: list[int] = []
        waiting = [self.number]
        while waiting and len(found) < _MOST_CHILDREN:
            parameters: dict[str, str | int] = {"parent": waiting.pop(), "per_page": MOST_POSTS, "_fields": "id"}
            try:
                answer, rows = api.get("categories", parameters, attempts=2)
            except WordPressUnavailable:
                return self.below
            except BadInput:
                return ()
            if answer.status != HTTPStatus.OK or not isinstance(rows, list):
                return ()
            new = [row["id"] for row in rows if isinstance(row, dict) and isinstance(row.get("id"), int)]
            new = [one for one in new if one not in (self.number, *found)]
            found += new
            waiting += new
        return tuple(found[:_MOST_CHILDREN])

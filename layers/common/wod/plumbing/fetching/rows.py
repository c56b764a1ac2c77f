"""A request for posts: its response, and the rows of it."""

from http import HTTPStatus
from typing import Any

from wod.errors import BadInput
from wod.plumbing.fetching.answer import Answer
from wod.plumbing.fetching.api import ATTEMPTS, LOST_QUERY, Api
from wod.plumbing.fetching.request import MOST_POSTS
from wod.plumbing.fetching.unavailable import WordPressUnavailable

_ACCESS_REFUSED = {401, 403}


def request_posts(api: Api, parameters: dict[str, str | int], attempts: int = ATTEMPTS) -> tuple[Answer, list[Any]]:
    """Return the response to a request for posts, and its rows; none beyond the last page."""
    answer, value = api.get("posts", parameters, attempts)
    if answer.status == HTTPStatus.OK and isinstance(value, list):
        most = int(parameters.get("per_page", MOST_POSTS))
        if len(value) > MOST_POSTS:
            raise BadInput(
                f"{api.base_url} answers with {len(value)} posts, and WordPress gives at most {MOST_POSTS} a "
                "page; see whether it is a WordPress."
            )
        if len(value) > most:
            raise WordPressUnavailable(
                f"{api.base_url} answers with {len(value)} posts to a request for {most}{LOST_QUERY}"
            )
        return answer, value
    error = value if isinstance(value, dict) else {}
    if error.get("code") == "rest_post_invalid_page_number":
        return answer, []
    shown = api.secrets.printable
    reason = f"{api.secrets.describe(answer)}, {shown(error.get('code')) or 'no code'}: “{shown(error.get('message'))}”"
    if answer.status in _ACCESS_REFUSED:
        raise WordPressUnavailable(
            f"{api.base_url} refuses us ({reason}); see that the secret of WordPressSecretArn is right."
        )
    raise BadInput(
        f"{api.base_url} does not answer with a list of posts ({reason}); correct the request, WordPressUrl or "
        "WordPressCategory."
    )

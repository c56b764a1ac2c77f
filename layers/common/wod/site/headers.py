"""HTTP headers of the site's files, for every server."""

import re
from pathlib import PurePosixPath

POLICY = "; ".join(
    [
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "img", "connect", "manifest", "worker")),
        "base-uri 'none'",
        "form-action 'none'",
    ]
)
"""The Content-Security-Policy within every page: nothing from elsewhere, and no script or style of a page's own."""

SECURITY_HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Headers of every file. A page itself cannot forbid being framed."""

_HAS_DIGEST = re.compile(r"-[0-9a-f]{8}\.(?:css|js)$")
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}


def content_type(path: str) -> str:
    """Return the media type of a file of the site."""
    return _TYPES[PurePosixPath(path).suffix]


def cache_control(path: str) -> str:
    """Return how long a file may be cached: for ever if its name has a digest of its content."""
    return "public, max-age=31536000, immutable" if _HAS_DIGEST.search(path) else "no-cache"

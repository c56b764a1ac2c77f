"""A real WordPress on this machine, with a database of its own, in a temporary folder and for as long as a context."""

import getpass
import json
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

HERE = Path(__file__).parent
WORDPRESS = Path("/usr/share/wordpress")
_PERMALINKS = "/archives/%post_id%"
_SECONDS = 60  # until a server answers, or has ended
_DATABASE = [
    "--no-defaults",
    "--skip-networking",
    "--skip-log-bin",
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-doublewrite=0",
    "--innodb-buffer-pool-size=64M",
]
_PHP = ["php", "-d", "memory_limit=256M", "-d", "display_errors=stderr"]

_CONFIG = """<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{folder}/database.sock');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', '{url}');
define('WP_SITEURL', '{url}');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true);
define('WP_DEBUG', false);
define('WP_DEFAULT_THEME', 'plain');
define('ASKED', '{folder}/asked');
$table_prefix = 'wp_';
defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""
_INSTALL = """
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('A gym', 'coach', 'coach@gym.example', true, '', 'a password of no use');
"""


@dataclass
class Site:
    """The address of the WordPress."""

    url: str
    folder: Path
    _names: Iterator[int] = field(default_factory=lambda: iter(range(1_000_000)))

    def php(self, code: str, given: object = None, *, before: str = "") -> Any:
        """Run code inside of WordPress as its administrator, with a value that it calls `$given`; return its result."""
        program = (
            f"{before} $_SERVER['HTTP_HOST'] = '127.0.0.1'; $given = json_decode(stream_get_contents(STDIN), true);"
            "ob_start(); require 'wp-load.php'; wp_set_current_user(1);"
            f"$found = (function () use ($given) {{ {code} }})(); ob_end_clean(); echo json_encode($found);"
        )
        ran = subprocess.run(  # noqa: S603 - our own code
            [*_PHP, "-r", program],
            cwd=self.folder / "site",
            input=json.dumps(given),
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr + ran.stdout
        return json.loads(ran.stdout)

    def fill(self, posts: list[dict[str, str]], parent: int = 0) -> tuple[int, list[int]]:
        """Make a category with these posts; give its id and theirs."""
        name = f"programme {next(self._names)}"
        code = (HERE / "fill.php").read_text().removeprefix("<?php")
        made = self.php(code, {"category": name, "parent": parent, "posts": posts})
        return made["category"], [made["first"] + number for number in range(len(posts))]

    def touch(self, ids: list[int]) -> None:
        """Say that posts were modified now, as a bulk edit does, or a plugin that saves them."""
        code = (
            'global $wpdb; $wpdb->query("UPDATE $wpdb->posts SET post_modified = UTC_TIMESTAMP(), post_modified_gmt ='
            " UTC_TIMESTAMP() WHERE ID IN (\" . implode(',', $given) . ')');"
        )
        self.php(code, ids)

    def mark(self, number: int, odd: str) -> None:
        """Make a post odd in one of the ways of extras.php."""
        self.php("update_post_meta($given[0], 'odd', $given[1]);", [number, odd])

    def requests(self) -> list[str]:
        """Path and query of all requests to the site until now."""
        return (self.folder / "asked").read_text().splitlines()


@contextmanager
def a_site() -> Iterator[Site]:
    """Start a database and a WordPress, which listens on 127.0.0.1 only; end both whatever happens."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that we end in order, and leave no folder behind
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="wordpress-")))
        stack.enter_context(_database(folder))
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            port = free.getsockname()[1]
        site = Site(f"http://127.0.0.1:{port}", folder)
        _copy(site)
        site.php(_INSTALL, before="define('WP_INSTALLING', true);")
        _with_permalinks(site, _PERMALINKS)
        (folder / "asked").touch()
        server = [*_PHP, "-d", "opcache.enable_cli=1", "-S", f"127.0.0.1:{port}", "-t", str(folder / "site")]
        stack.enter_context(_running(server, folder / "php.log"))
        _wait(lambda: requests.get(f"{site.url}/?rest_route=/", timeout=_SECONDS).ok)
        yield site


@contextmanager
def permalinks(site: Site, form: str) -> Iterator[None]:
    """Give the site this form of permalinks within the context; an empty form is a site that was never given any."""
    _with_permalinks(site, form)
    try:
        yield
    finally:
        _with_permalinks(site, _PERMALINKS)


def _with_permalinks(site: Site, form: str) -> None:
    site.php("global $wp_rewrite; $wp_rewrite->set_permalink_structure($given); flush_rewrite_rules();", form)


def _copy(site: Site) -> None:
    """WordPress takes its settings from beside its own files, so it gets them to itself, without any plugin."""
    there = site.folder / "site"
    shutil.copytree(WORDPRESS, there, ignore=shutil.ignore_patterns("wp-content", "wp-config.php", ".htaccess"))
    plugins, theme = there / "wp-content" / "mu-plugins", there / "wp-content" / "themes" / "plain"
    plugins.mkdir(parents=True)
    theme.mkdir(parents=True)
    shutil.copy(HERE / "extras.php", plugins)
    (theme / "style.css").write_text("/* Theme Name: plain */")
    (theme / "index.php").write_text("<html><head><title>A gym</title></head><body></body></html>")
    (there / "wp-config.php").write_text(_CONFIG.format(folder=site.folder, url=site.url))


@contextmanager
def _database(folder: Path) -> Iterator[None]:
    data, user = f"--datadir={folder}/database", f"--user={getpass.getuser()}"
    install = ["mariadb-install-db", *_DATABASE, data, user, "--auth-root-authentication-method=normal"]
    subprocess.run([*install, "--skip-test-db"], check=True, capture_output=True)  # noqa: S603 - Debian's own program
    server = ["/usr/sbin/mariadbd", *_DATABASE, data, user, f"--socket={folder}/database.sock"]
    with _running([*server, f"--pid-file={folder}/database.pid"], folder / "database.log"):
        connect = f"$it = new mysqli('localhost', 'root', '', '', 0, '{folder}/database.sock');"
        code = f"{connect} $it->query('CREATE DATABASE wordpress');"
        _wait(lambda: subprocess.run([*_PHP, "-r", code], check=False, capture_output=True).returncode == 0)  # noqa: S603
        yield


@contextmanager
def _running(command: list[str], log: Path) -> Iterator[None]:
    """A process of ours. It ends with the context, and at once if we are killed."""
    with log.open("wb") as output:
        mine = ["setpriv", "--pdeathsig", "TERM", *command]
        process = subprocess.Popen(mine, stdout=output, stderr=output, stdin=subprocess.DEVNULL)  # noqa: S603
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(answers: Any) -> None:
    end = time.monotonic() + _SECONDS
    while True:
        try:
            if answers():
                return
        except requests.ConnectionError:
            pass
        assert time.monotonic() < end, "the server does not answer"
        time.sleep(0.1)

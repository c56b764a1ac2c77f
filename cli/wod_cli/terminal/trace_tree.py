"""The tree of `wod trace`. It contains texts of posts, so everything in it has to be sanitised."""

from typing import Any

from rich.text import Text
from rich.tree import Tree

from wod_cli.terminal.text import counted

_STYLES = {"done": "green", "nothing to do": "dim", "quarantined": "yellow", "failed": "bold red"}

type Found = dict[str, Any]


def tree_of_post(found: Found) -> Tree:
    """Return the path of a post: its versions, its runs, waiting messages, and results."""
    post = found["post"]
    tree = Tree(Text(f"Post {post['id'] or '(not read)'}: {post['title'] or 'no title'}", style="bold"))
    for name in ("slug", "link"):
        if post[name]:
            tree.add(Text(f"{name} {post[name]}"))
    if post["published"]:
        tree.add(Text(f"published {post['published']}, modified {post['modified_gmt']} UTC"))
    if found["forgotten_until"]:
        tree.add(Text(f"forgotten up to its modification of {found['forgotten_until']} UTC", style="yellow"))
    _versions(tree.add(Text("Bronze", style="bold")), found["bronze"])
    runs = tree.add(Text("Runs", style="bold"))
    for run in found["runs"]:
        runs.add(_run(run))
    for title, rows in (
        ("Waiting or failed", [f"{one['queue']}: {one['why']}" for one in found["waiting"]]),
        ("Quarantine", [f"{one['stage']}: {one['reason']} ({one['key']})" for one in found["quarantine"]]),
        ("Texts that were sent", found["texts"]),
    ):
        if rows:
            branch = tree.add(Text(title, style="bold"))
            for row in rows:
                branch.add(Text(row, style="yellow" if title != "Texts that were sent" else ""))
    _made(tree, found["made"])
    return tree


def _versions(branch: Tree, versions: list[Found]) -> None:
    for key in dict.fromkeys(one["key"] for one in versions):
        below = branch.add(Text(key))
        for one in versions:
            if one["key"] == key:
                below.add(Text(_version(one), style="" if one.get("counts") else "dim"))
    if not versions:
        branch.add(Text("nothing", style="dim"))


def _version(one: Found) -> str:
    shown = f"{_moment(one['stored'])} version {one['version_id']}"
    if one.get("deleted"):
        return f"{shown}: deleted"
    if one.get("refused"):
        return f"{shown}: {one['refused']}"
    origin = "fetched" if one["fetched_at"] else "dropped by hand"
    return f"{shown}, {origin}, modified {one['modified_gmt']}{': counts' if one['counts'] else ''}"


def _run(run: Found) -> Text:
    made = ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in run["made"].items())
    why = run["error"] or run["reason"] or made
    text = Text(f"{_moment(run['started'])} {run['stage']} ")
    text.append(run["outcome"], style=_STYLES[run["outcome"]])
    text.append(f" in {run['duration_ms']} ms")
    if run["attempt"] > 1:
        text.append(f", attempt {run['attempt']}")
    return text.append(f": {why}" if why else "")


def _made(tree: Tree, made: Found) -> None:
    if not made:
        tree.add(Text("No sessions in silver", style="dim"))
        return
    branch = tree.add(Text(f"Week {made['week']}", style="bold"))
    for name in ("silver", "gold", "announced"):
        if made[name] and made[name].get("key"):
            below = branch.add(Text(f"{name}: {made[name]['key']}"))
            below.add(Text(f"{_moment(made[name]['stored'])} version {made[name]['version_id']}"))
            if name == "silver":
                below.add(Text(f"of bronze version {', '.join(made['from_versions']) or 'none'}"))
                for session in made["silver"]["sessions"]:
                    below.add(Text(session + ("" if session in made["table"] else ": not in the table")))
    branch.add(Text(f"table: {counted(len(made['table']), 'item')}"))
    for page in made["site"]:
        branch.add(Text(f"{page['key']}, {_moment(page['stored'])}"))


def tree_of_lines(found: Found) -> Tree:
    """Return the source of days or a figure: sessions, lines with their numbers, and the raw post behind each."""
    tree = Tree(Text(f"Week {found['week']}", style="bold"))
    if figure := found["figure"]:
        volume = {name: value for name, value in figure["volume"].items() if isinstance(value, int | float)}
        shown = ", ".join(f"{name} {value:g}" for name, value in volume.items())
        tree.add(Text(f"{figure['name']} of {figure['of']} in gold: {shown}"))
    for name in ("gold", "silver"):
        if found[name]:
            tree.add(Text(f"{name} {found[name]['key']}, version {found[name]['version_id']}"))
    for one in found["sessions"]:
        branch = tree.add(Text(f"{one['date']} {one['session']}", style="bold"))
        source = one["source"]
        branch.add(Text(f"from {source['bronze_key']}, version {source['bronze_version_id']}", style="dim"))
        branch.add(Text(f"post {source['post_id']} {source['link']}", style="dim"))
        for line in one["lines"]:
            branch.add(Text(f"{line['segment'].upper()}{line['line']} [{line['kind']}] {line['text']}"))
    return tree


def tree_of_logs(lines: list[Found]) -> Tree:
    """Return log lines in their order."""
    tree = Tree(Text("Log", style="bold"))
    for line in lines:
        name = str(line.get("function_name", ""))
        tree.add(Text(f"{line.get('timestamp', '')} {line.get('level', '')} {name}: {line.get('message', '')}"))
    return tree


def _moment(text: str) -> str:
    return text[:19].replace("T", " ")

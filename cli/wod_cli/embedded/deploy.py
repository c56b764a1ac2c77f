"""The stack, built and deployed into an embedded cloud by the very commands that deploy it to AWS."""

import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from wod_cli import PROGRAMME, PROJECT, stack_name
from wod_cli.embedded.cloud import Cloud
from wod_cli.errors import CommandError

PHONE = "+12025550123"
"""An unassigned number; the embedded cloud's stack sends its texts there."""

OPERATOR = "operator@example.org"
"""An unassigned address; the embedded cloud's stack sends its alerts there."""

NO_BLOG = "http://127.0.0.1:9"
"""The address of the blog if none is given: nothing listens there, so that no experiment sends requests to the real
one."""

_BUILT = PROJECT / ".aws-sam" / "build" / "template.yaml"
_BUILT_OF = _BUILT.with_name("sources.txt")  # `sam build` deletes it
_LOCK = PROJECT / ".aws-sam" / "build.lock"
_PACKED = PROJECT / ".aws-sam" / "packed" / "template.json"


def build(folder: Path) -> None:
    """Run `sam build`, unless nothing has changed since the last one; one process at a time. Raise CommandError if it
    fails."""
    _LOCK.parent.mkdir(exist_ok=True)
    with _LOCK.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        sources = _sources()
        if not _BUILT_OF.exists() or _BUILT_OF.read_text(encoding="utf-8") != sources:
            _sam(["build"], folder / "build.log", {})
            _BUILT_OF.write_text(sources, encoding="utf-8")
        if not _PACKED.exists() or _PACKED.stat().st_mtime < _BUILT.stat().st_mtime:
            _pack()


def deploy(
    cloud: Cloud, folder: Path, parameters: dict[str, str], stage: str = "dev", programme: str = PROGRAMME
) -> None:
    """Run `sam deploy` of what is built, with these parameters of the template besides.

    Raise CommandError if it fails.
    """
    given = {
        "Programme": programme,
        "Stage": stage,
        "PhoneNumber": PHONE,
        "AlertsEmailAddress": OPERATOR,
        "WordPressUrl": NO_BLOG,
    }
    _sam(
        [
            "deploy",
            *("--template-file", str(_PACKED)),
            *("--config-file", str(PROJECT / "samconfig.toml"), "--config-env", "dev"),
            *("--stack-name", stack_name(stage, programme)),
            *("--tags", "application=wod", f"stage={stage}"),
            *("--parameter-overrides", *(f"{name}={value}" for name, value in {**given, **parameters}.items())),
            "--no-progressbar",
            "--use-json",  # sam reads its own YAML twice, which is a fifth of its time
        ],
        folder / "deploy.log",
        # By default sam polls every five seconds, which is longer than most steps take here.
        {**cloud.settings, "SAM_CLI_POLL_DELAY": "0.5"},
    )


def _sources() -> str:
    """Return the names and times of all files that are built, a line each; byte code, which others write, is not."""
    sources = [PROJECT / "template.yaml", *(PROJECT / "functions").rglob("*"), *(PROJECT / "layers").rglob("*")]
    files = [path for path in sorted(sources) if path.is_file() and "__pycache__" not in path.parts]
    return "".join(f"{path.relative_to(PROJECT)} {path.stat().st_mtime_ns}\n" for path in files)


def _pack() -> None:
    """Zip what is built, and write its templates as JSON.

    `sam deploy` would zip everything again for each stack and read the YAML eleven times, which is most of its time.
    """
    from samcli.yamlhelper import yaml_parse  # takes a moment to load

    shutil.rmtree(_PACKED.parent, ignore_errors=True)
    _PACKED.parent.mkdir()
    template = yaml_parse(_BUILT.read_text(encoding="utf-8"))
    for name, resource in template["Resources"].items():
        properties = resource.get("Properties", {}) if isinstance(resource, dict) else {}  # a loop is a list
        for place in {"CodeUri", "ContentUri"} & properties.keys():
            _zip(_BUILT.parent / properties[place], _PACKED.parent / f"{name}.zip")
            properties[place] = f"{name}.zip"
        if "Location" in properties:
            nested = yaml_parse((_BUILT.parent / properties["Location"]).read_text(encoding="utf-8"))
            properties["Location"] = f"{name}.json"
            (_PACKED.parent / f"{name}.json").write_text(json.dumps(nested), encoding="utf-8")
    written = _PACKED.with_suffix(".new")
    written.write_text(json.dumps(template), encoding="utf-8")
    written.replace(_PACKED)


def _zip(folder: Path, archive: Path) -> None:
    """Zip a folder with little effort: the usual one takes three times as long, for a tenth of the size."""
    with ZipFile(archive, "w", ZIP_DEFLATED, compresslevel=1) as zipped:
        for path in sorted(folder.rglob("*")):
            zipped.write(path, path.relative_to(folder))


def _sam(arguments: list[str], log: Path, settings: dict[str, str]) -> None:
    tools = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "SAM_CLI_TELEMETRY": "0",
        **settings,
    }
    if settings:
        # A profile or session of this shell must not come between; the settings are complete without.
        for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_REGION"):
            environment.pop(name, None)
        environment["NO_PROXY"] = environment["no_proxy"] = "127.0.0.1,localhost"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as output:
        process = subprocess.Popen(  # noqa: S603 - sam, with arguments in a list and no shell
            [tools / "sam", *arguments],
            cwd=PROJECT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            status = process.wait()
        except BaseException:  # sam starts others, and none may outlive this command
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise
    if status:
        raise CommandError(f"`sam {arguments[0]}` failed: {_last_error(log)} Its whole output is in {log}.")


def _last_error(log: Path) -> str:
    lines = [line.strip() for line in log.read_text(errors="replace").splitlines() if line.strip()]
    errors = [line for line in lines if "Error" in line or "FAILED" in line]
    return (errors or lines or ["it said nothing."])[-1]

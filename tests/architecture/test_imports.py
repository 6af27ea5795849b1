"""The shape of the house: imports point down, one door per library, a core without side effects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.architecture.sources import Source, calls_and_names, imports, sources

if TYPE_CHECKING:
    from collections.abc import Iterable

_EDGES = frozenset(["cli", "mkdocs_plugin", "__main__"])

# Higher storeys may import from lower ones; rooms of one storey do not know each other.
_STOREYS = (
    {"__main__"},
    {"cli", "mkdocs_plugin"},
    {"pipeline"},
    {"packaging"},
    {"filling"},
    {"translating", "exchange", "migrations"},
    {"publish"},
    {"engine"},
    {"search", "exports", "forms"},
    {"render"},
    {"pages"},
    {"languages"},
    {"checks"},
    {"records"},
    {"model"},
    {"reports"},
    {"issues", "errors", "rules", "markup", "workspace"},
    {"characters"},
    {"__init__"},
)
_HEIGHTS = {part: -depth for depth, parts in enumerate(_STOREYS) for part in parts}

_DOORS = {
    "babel": {"languages"},
    "click": {"cli"},
    "jinja2": {"render"},
    "libzim": {"publish"},
    "markdown": {"markup"},
    "nh3": {"markup"},
    "logging": {"cli", "engine", "mkdocs_plugin"},
    "mkdocs": {"engine", "mkdocs_plugin"},
    "openpyxl": {"exchange"},
    "pydantic": {"exports", "model", "records"},
    "rcssmin": {"publish"},
    "rich": {"cli"},
    "rjsmin": {"publish"},
    "ruamel": {"records"},
    "yaml": {"records"},
}

_CONNECTIONS = frozenset(
    ["aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "urllib3"]
)

_SIDE_EFFECTS = {
    "builtins that end the program": {"exit", "quit", "SystemExit", "os._exit", "sys.exit"},
    "output": {"print", "sys.stderr", "sys.stdout"},
    "input": {"input", "sys.stdin", "sys.argv"},
    "the clock": {
        "datetime.date.today",
        "datetime.datetime.now",
        "datetime.datetime.today",
        "datetime.datetime.utcnow",
        "time.gmtime",
        "time.localtime",
        "time.monotonic",
        "time.perf_counter",
        "time.strftime",
        "time.time",
        "time.time_ns",
    },
    "the environment": {"locale.setlocale", "os.environ", "os.environb", "os.getenv"},
    "connections": {"urllib.request"},
}


def test_every_part_has_its_storey() -> None:
    parts = {source.part for source in sources()}
    assert parts <= _HEIGHTS.keys(), (
        f"parts of the generator without a storey: {sorted(parts - _HEIGHTS.keys())}"
    )


def test_imports_point_down() -> None:
    _none(
        f"{source.path}:{line}: {source.part} must not import {target} (imports point down)"
        for source in sources()
        for line, name in imports(source)
        if (target := _part(name)) and not _may_import(source.part, target)
    )


def test_every_library_has_one_door() -> None:
    _none(
        f"{source.path}:{line}: {library} belongs to {', '.join(sorted(_DOORS[library]))} alone"
        for source in sources()
        for line, name in imports(source)
        if (library := name.split(".")[0]) in _DOORS and source.part not in _DOORS[library]
    )


def test_core_opens_no_connection() -> None:
    _none(
        f"{source.path}:{line}: imports {name} (the core opens no connection)"
        for source in _core()
        for line, name in imports(source)
        if name.split(".")[0] in _CONNECTIONS and not name.startswith("http.HTTPStatus")
    )


def test_core_has_no_side_effects() -> None:
    _none(
        f"{source.path}:{line}: {name} (the core does without {what})"
        for source in _core()
        for line, name in calls_and_names(source)
        for what, names in _SIDE_EFFECTS.items()
        if name in names
    )


def _core() -> list[Source]:
    return [source for source in sources() if source.part not in _EDGES]


def _part(name: str) -> str:
    """Return the part of the generator that the dotted name stands for, or an empty string."""
    first, _, rest = name.partition(".")
    if first != "generator":
        return ""
    part = rest.split(".")[0]
    return part if part in _HEIGHTS else "__init__"


def _may_import(part: str, target: str) -> bool:
    return part == target or _HEIGHTS.get(part, 0) > _HEIGHTS[target]


def _none(findings: Iterable[str]) -> None:
    found = sorted(set(findings))
    assert found == [], "\n".join(["the architecture is broken:", *found])

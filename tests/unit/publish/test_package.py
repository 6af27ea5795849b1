from __future__ import annotations

import json
import stat
import warnings
import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from generator.publish.integrity import verify_manifest

if TYPE_CHECKING:
    from pathlib import Path

FILES = {"index.html": b"start", "en/index.html": b"english" * 1000}


def manifest_for(files: dict[str, bytes]) -> bytes:
    entries = {
        path: {"sha256": sha256(data).hexdigest(), "size": len(data)}
        for path, data in files.items()
    }
    return json.dumps({"format": 1, "files": entries}).encode()


def whole(prefix: str = "") -> dict[str, bytes]:
    files = {prefix + path: data for path, data in FILES.items()}
    return files | {f"{prefix}manifest.json": manifest_for(FILES)}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return tmp_path / "site.zip"


def pack(package: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def found(package: Path) -> list[tuple[str, str]]:
    return [(issue.place.file, issue.rule) for issue in verify_manifest(package)]


@pytest.mark.parametrize("prefix", ["", "site/", "framework-2026.1/"])
def test_a_whole_site_in_a_package_has_no_issue(package: Path, prefix: str) -> None:
    pack(package, whole(prefix))
    assert found(package) == []


def test_entries_for_folders_do_not_matter(package: Path) -> None:
    pack(package, {"site/": b"", "site/en/": b"", **whole("site/")})
    assert found(package) == []


def test_each_difference_is_named(package: Path) -> None:
    files = whole("site/") | {"site/index.html": b"START", "site/more.html": b"", "beside.txt": b""}
    del files["site/en/index.html"]
    pack(package, files)
    assert found(package) == [
        ("../beside.txt", "site-file-extra"),
        ("en/index.html", "site-file-missing"),
        ("index.html", "site-file-changed"),
        ("more.html", "site-file-extra"),
    ]


@pytest.mark.parametrize("files", [{}, {"index.html": b""}, {**whole("a/"), **whole("b/")}])
def test_a_package_without_one_manifest_is_said(package: Path, files: dict[str, bytes]) -> None:
    pack(package, files)
    assert found(package) == [("manifest.json", "site-manifest-missing")]


def test_a_broken_manifest_is_said(package: Path) -> None:
    pack(package, {"manifest.json": b"{"})
    assert found(package) == [("manifest.json", "site-manifest-broken")]


@pytest.mark.parametrize(
    "name", ["../evil.sh", "/etc/evil", "a/../../evil", "C:/evil", "a\\..\\evil", "a//b"]
)
def test_names_that_lead_elsewhere_are_named(package: Path, name: str) -> None:
    pack(package, {**whole(), name: b""})
    assert [rule for _, rule in found(package)] == ["site-package-broken"]


def test_a_link_is_named(package: Path) -> None:
    pack(package, whole())
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(package, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert found(package) == [("link", "site-package-broken")]


def test_a_name_that_is_there_twice_is_named(package: Path) -> None:
    pack(package, whole())
    with warnings.catch_warnings(), zipfile.ZipFile(package, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("index.html", b"other")
    assert found(package) == [("index.html", "site-package-broken")]


def test_a_bomb_is_not_unpacked(package: Path) -> None:
    pack(package, {**whole(), "bomb": bytes(65 * 1024 * 1024)})
    assert [rule for _, rule in found(package)] == ["site-package-broken"]


def test_compression_that_not_everyone_knows_is_named(package: Path) -> None:
    with zipfile.ZipFile(package, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("manifest.json", manifest_for({}))
    assert found(package) == [("manifest.json", "site-package-broken")]


def test_an_encrypted_entry_is_named(package: Path) -> None:
    pack(package, whole())
    data = bytearray(package.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1
    package.write_bytes(data)
    assert found(package) == [("index.html", "site-package-broken")]


@pytest.mark.parametrize("data", [b"", b"not a zip file", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_package_is_an_issue(package: Path, data: bytes) -> None:
    package.write_bytes(data)
    assert [rule for _, rule in found(package)] in (
        ["site-package-broken"],
        ["site-manifest-missing"],
    )


def test_no_damage_to_a_package_passes_or_escapes(package: Path) -> None:
    pack(package, whole())
    good = package.read_bytes()
    for position in range(len(good)):
        damaged = bytearray(good)
        damaged[position] ^= 0xFF
        package.write_bytes(damaged)
        for issue in verify_manifest(package):
            assert issue.rule.startswith("site-")
    for length in range(0, len(good), 7):
        package.write_bytes(good[:length])
        assert verify_manifest(package)

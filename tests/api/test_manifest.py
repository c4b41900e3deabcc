"""What a browser is told of the app that it may put on a home screen."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import pytest

from learnconnect_app.api.manifest import manifest_in
from learnconnect_app.learnconnect_app import PAGES
from tests.api.conftest import Browser
from tests.architecture.sources import ROOT

ASSETS = ROOT / "assets"
LANGUAGES = ("en", "tr")


def size_of(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix == ".png":
        width, height = struct.unpack(">II", data[16:24])
    else:  # WebP: a lossy picture says its size after its start code
        start = data.index(b"\x9d\x01\x2a") + 3
        width, height = (each & 0x3FFF for each in struct.unpack("<HH", data[start : start + 4]))
    return f"{width}x{height}"


def pictures(language: str) -> list[dict[str, Any]]:
    manifest = manifest_in(language)
    of_shortcuts = [icon for each in manifest["shortcuts"] for icon in each["icons"]]
    return [*manifest["icons"], *of_shortcuts, *manifest["screenshots"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_there_in_the_size_it_is_said_to_have(language: str) -> None:
    for picture in pictures(language):
        assert size_of(ASSETS / picture["src"].lstrip("/")) == picture["sizes"], picture["src"]


def test_pictures_that_are_there_are_all_shown() -> None:
    shown = {picture["src"] for language in LANGUAGES for picture in pictures(language)}
    kept = [*ASSETS.glob("screens/*"), *ASSETS.glob("shortcut-*.png")]
    assert {f"/{path.relative_to(ASSETS)}" for path in kept} <= shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_app_can_be_installed_and_shown_well(language: str) -> None:
    manifest = manifest_in(language)
    by_purpose = {(icon["purpose"], icon["sizes"]) for icon in manifest["icons"]}
    assert {("any", "192x192"), ("any", "512x512"), ("maskable", "512x512")} <= by_purpose
    assert {each["form_factor"] for each in manifest["screenshots"]} == {"narrow", "wide"}
    assert manifest["display"] == "standalone"


def test_everything_it_opens_is_a_page() -> None:
    manifest = manifest_in("en")
    opened = {manifest["start_url"], *(each["url"] for each in manifest["shortcuts"])}
    assert opened <= {address for address, *_ in PAGES}


@pytest.mark.parametrize(
    ("cookie", "header", "language"),
    [("tr", "en", "tr"), ("", "tr-TR,tr;q=0.9,en;q=0.8", "tr"), ("", "de", "en")],
)
def test_it_is_in_the_learners_language(
    browser: Browser, cookie: str, header: str, language: str
) -> None:
    if cookie:
        browser.cookies.set("language", cookie)
    answer = browser.get("/manifest.webmanifest", headers={"accept-language": header})
    assert answer.headers["content-type"] == "application/manifest+json"
    assert answer.headers["vary"] == "Cookie, Accept-Language, Accept-Encoding"
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.json()["lang"] == language
    assert answer.json() == manifest_in(language)


def test_languages_differ_in_words_alone() -> None:
    english, turkish = manifest_in("en"), manifest_in("tr")
    differing = {name for name in english if english[name] != turkish[name]}
    assert differing == {"lang", "description", "shortcuts", "screenshots"}

"""Which language a page comes in, and that no browser keeps one for the other."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest
from anyio.from_thread import BlockingPortal
from reflex.utils.precompressed_staticfiles import PrecompressedStaticFiles
from starlette.applications import Starlette
from starlette.routing import Mount

from learnconnect_app.api.pages import pages_by_language
from learnconnect_app.ui.prerendering import in_english, in_language
from tests.api.conftest import Browser

SAME_MOMENT = 1_700_000_000
"""As in an image, whose files have no other time."""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Two pages in both languages, the one that stands in for others, and a script."""
    for name in ("index.html", "home/index.html", "404.html"):
        for language, word in {"en": "word", "tr": "kelime"}.items():
            page = in_language(tmp_path / name, language)
            page.parent.mkdir(exist_ok=True)
            page.write_text(f"{name} {word:<6}")  # of one length
            page.with_name(f"{page.name}.gz").write_bytes(gzip.compress(word.encode().ljust(6)))
    (tmp_path / "app.js").write_text("script")
    (tmp_path / "only.html").write_text("only in English")
    for path in tmp_path.rglob("*.*"):
        os.utime(path, (SAME_MOMENT, SAME_MOMENT))
    return tmp_path


@pytest.fixture
def page(built: Path, portal: BlockingPortal) -> Browser:
    def router(path: str) -> str | None:
        return "/test/[attempt_id]" if path.startswith("/test/") else None

    files = PrecompressedStaticFiles(directory=built, html=True, encodings=(), router=router)
    app = pages_by_language(Starlette(routes=[Mount("/", files)]))
    return Browser(portal, app, "10.0.0.1", **{"accept-encoding": "identity"})


def asked(*, cookie: str = "", prefers: str = "") -> dict[str, str]:
    return {
        **({"cookie": cookie} if cookie else {}),
        **({"accept-language": prefers} if prefers else {}),
    }


@pytest.mark.parametrize(
    ("cookie", "prefers", "language"),
    [
        ("", "tr-TR,tr;q=0.9,en-US;q=0.8,en;q=0.7", "kelime"),
        ("", "tr", "kelime"),
        ("", "TR-tr", "kelime"),
        ("", "en-GB,en;q=0.9,tr;q=0.8", "word"),
        ("", "de-DE,tr;q=0.8,en;q=0.6", "kelime"),  # of ours the one that is liked better
        ("", "de-DE,de;q=0.9", "word"),
        ("", "trv-TW", "word"),
        ("", "", "word"),
        ("", "tr;q=often", "word"),
        ("language=tr", "en-GB", "kelime"),
        ("language=en", "tr-TR", "word"),
        ("theme=dark; language=tr", "en-GB", "kelime"),
        ("language=de", "tr-TR", "kelime"),
        ("language=../../secret", "en", "word"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/home/", "/test/5", "/unknown"])
def test_page_is_in_the_language_of_the_cookie_else_in_the_preferred_one(
    page: Browser, path: str, cookie: str, prefers: str, language: str
) -> None:
    answer = page.get(path, headers=asked(cookie=cookie, prefers=prefers))
    assert answer.text.split()[-1] == language
    assert answer.status_code == (404 if path == "/unknown" else 200)
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_answer_says_what_it_was_chosen_by(page: Browser) -> None:
    vary = {each.strip() for each in page.get("/home/").headers["vary"].split(",")}
    assert vary == {"Cookie", "Accept-Language", "Accept-Encoding"}


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_page_that_is_kept_is_confirmed_in_its_language_alone(page: Browser, encoding: str) -> None:
    """Also where both files are of the same moment and as long."""

    def get(language: str, **kept: str) -> tuple[int, str]:
        headers = {"accept-encoding": encoding, "accept-language": language, **kept}
        answer = page.get("/home/", headers=headers)
        return answer.status_code, answer.headers["etag"]

    english, turkish = get("en")[1], get("tr")[1]
    assert english != turkish
    assert get("tr", **{"if-none-match": turkish}) == (304, turkish)
    assert get("tr", **{"if-none-match": f"W/{turkish}"}) == (304, turkish)
    assert get("tr", **{"if-none-match": english}) == (200, turkish)
    assert get("tr", **{"if-none-match": f"{english}, {turkish}"}) == (304, turkish)


def test_page_is_not_confirmed_by_its_date(page: Browser) -> None:
    first = page.get("/home/", headers={"accept-language": "en"})
    assert "last-modified" not in first.headers
    later = {"accept-language": "tr", "if-modified-since": "Tue, 01 Jan 2030 00:00:00 GMT"}
    assert page.get("/home/", headers=later).status_code == 200


def test_confirmation_says_what_it_was_chosen_by(page: Browser) -> None:
    kept = page.get("/home/").headers["etag"]
    answer = page.get("/home/", headers={"if-none-match": kept})
    assert answer.status_code == 304
    assert "Accept-Language" in answer.headers["vary"]


def test_page_is_compressed_in_its_language(page: Browser) -> None:
    asked_for = {"accept-encoding": "gzip", "accept-language": "tr"}
    answer = page.get("/home/", headers=asked_for)
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.text == "kelime"
    head = page.request("HEAD", "/home/", headers=asked_for)
    assert (head.content, head.headers) == (b"", answer.headers)


def test_what_has_one_language_is_served_as_it_is(page: Browser) -> None:
    turkish = asked(cookie="language=tr")
    assert page.get("/only.html", headers=turkish).text == "only in English"
    script = page.get("/app.js", headers=turkish)
    assert script.text == "script"
    assert "Cookie" not in script.headers["vary"]
    kept = {"if-none-match": script.headers["etag"]}
    assert page.get("/app.js", headers=kept).status_code == 304


@pytest.mark.parametrize("language", ["en", "tr"])
@pytest.mark.parametrize("name", ["index.html", "a.b/index.html", "__spa-fallback.html"])
def test_file_of_a_language_is_found_and_traced_back(name: str, language: str) -> None:
    assert in_english(in_language(Path(name), language)) == Path(name)

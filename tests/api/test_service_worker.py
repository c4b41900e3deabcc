"""The service worker: another one for each build, with all that the offline page of it needs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from learnconnect_app.api import service_worker
from learnconnect_app.api.app import http_app
from learnconnect_app.api.service_worker import offline_files, worker_script
from learnconnect_app.learnconnect_app import PAGES
from tests.api.conftest import Browser

PAGE = """<link rel="modulepreload" href="/assets/manifest-{build}.js"/><link rel="stylesheet"
href="/assets/styles-1.css"/><script type="module">import "/assets/manifest-{build}.js"</script>"""


@pytest.fixture(autouse=True)
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    page = tmp_path / "index.html"
    page.write_text(PAGE.format(build="a1"))
    monkeypatch.setattr(service_worker, "PAGE", page)
    service_worker._built_script.cache_clear()
    yield page
    service_worker._built_script.cache_clear()


def build_of(script: str) -> dict[str, object]:
    found = re.search(r"^const BUILD = (\{.*\});$", script, re.MULTILINE)
    assert found
    build: dict[str, object] = json.loads(found[1])
    return build


def test_worker_is_asked_for_anew_each_time(browser: Browser) -> None:
    answer = browser.get("/sw.js")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/javascript")
    assert build_of(answer.text)["version"]
    assert answer.headers["content-encoding"] == "gzip"


def test_worker_that_a_browser_holds_is_not_sent_again(browser: Browser, built: Path) -> None:
    etag = browser.get("/sw.js").headers["etag"]
    again = browser.get("/sw.js", headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")
    built.write_text(PAGE.format(build="b2"))
    service_worker._built_script.cache_clear()
    assert browser.get("/sw.js", headers={"if-none-match": etag}).status_code == 200


def test_each_build_is_another_worker_and_the_same_build_the_same() -> None:
    first, again, other = (PAGE.format(build=name) for name in ("a1", "a1", "b2"))
    assert worker_script(first) == worker_script(again)
    versions = {build_of(worker_script(page))["version"] for page in (first, again, other)}
    assert len(versions) == 2


def test_icons_that_have_changed_make_another_worker(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing else need have: content may name another icon."""
    monkeypatch.setattr(service_worker, "CLIENT", built.parent)
    before = build_of(worker_script(""))
    (built.parent / "icons.svg").write_text("<svg/>")
    after = build_of(worker_script(""))
    assert before["offline"] == after["offline"]
    assert before["version"] != after["version"]


def test_offline_page_is_kept_with_each_file_it_names_once() -> None:
    files = offline_files(PAGE.format(build="a1"))
    assert files[:2] == ["/assets/manifest-a1.js", "/assets/styles-1.css"]
    assert len(files) == len(set(files))
    assert "/icons.svg" in files


def test_queue_of_the_pages_is_a_part_of_the_worker() -> None:
    script = worker_script("")
    assert not re.search(r"^(import|export) ", script, re.MULTILINE)
    assert "async function finishLeaving()" in script
    names = re.findall(r"^(?:const|let|(?:async )?function) (\w+)", script, re.MULTILINE)
    assert sorted(names) == sorted(set(names))


def test_what_a_script_fetches_when_it_is_needed_is_kept_with_what_that_imports(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then there may be no network: words that come later, parts of the page, and theirs."""
    monkeypatch.setattr(service_worker, "CLIENT", built.parent)
    assets = built.parent / "assets"
    assets.mkdir()
    for name, text in {
        "manifest-a1.js": 'import{a}from"./frame-1.js";import("./mistakes-2.js")',
        "frame-1.js": "const later={error:()=>import(`./catalog.error-3.js`)};",
        "mistakes-2.js": 'import"./deep-4.js";',
        "catalog.error-3.js": 'import"./frame-1.js";',
        "deep-4.js": "export{}",
        "other-5.js": "export{}",
    }.items():
        (assets / name).write_text(text)
    kept = set(offline_files(PAGE.format(build="a1")))
    wanted = {"frame-1.js", "mistakes-2.js", "catalog.error-3.js", "deep-4.js"}
    assert {f"/assets/{name}" for name in wanted} <= kept
    assert "/assets/other-5.js" not in kept


def patterns() -> dict[str, re.Pattern[str]]:
    """Addresses that the worker leaves to the browser."""
    script = worker_script("")
    found = re.findall(r"^const (FILES|SECRET) =\s+/(.*)/;$", script, re.MULTILINE)
    return {name: re.compile(text.replace(r"\/", "/")) for name, text in found}


def test_no_address_with_a_secret_is_answered_by_the_worker() -> None:
    """It would be in the address of the offline page, to go on from there."""
    left = patterns()
    assert set(left) == {"FILES", "SECRET"}
    pages = [address for address, *_ in PAGES]
    routes = [route.path for route in http_app().routes if "GET" in getattr(route, "methods", ())]
    secret = re.compile(r"[\[{](token|code|secret|key|state)\b")
    found = [address for address in (*pages, *routes) if secret.search(address)]
    assert found
    for address in (*found, "/share/[token]", "/confirm-address/{token}"):
        assert any(each.search(address) for each in left.values()), address


def test_pages_are_answered_by_the_worker() -> None:
    left = patterns().values()
    with_secrets = [address for address, *_ in PAGES if "[token]" in address]
    for address, *_ in PAGES:
        if address.startswith("/") and address not in with_secrets:
            assert not any(each.search(address) for each in left), address


def test_nothing_but_files_of_the_build_and_the_offline_page_is_kept() -> None:
    script = worker_script("")
    assert script.count("cache.put(") + script.count("seen.put(") == 2
    assert "cache.put(OFFLINE," in script
    assert re.search(r'startsWith\("/assets/"\)\)\s+event\.waitUntil\(keepSeen', script)

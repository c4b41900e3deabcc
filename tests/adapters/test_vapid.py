"""The key of Web Push: configured, or made once and kept."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from learnconnect_app.adapters import vapid
from learnconnect_app.adapters.vapid import kept_key, new_key, public_key
from tests.push_services import from_url_safe
from tests.running import Configure


def test_key_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "vapid_key"
    first = kept_key(path)
    assert kept_key(path) == first
    assert len(from_url_safe(first)) == 32
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["vapid_key"]


def test_processes_that_start_at_once_agree_on_one_key(tmp_path: Path) -> None:
    path, start = tmp_path / "vapid_key", threading.Barrier(8)
    found: list[str] = []

    def begin() -> None:
        start.wait()
        found.append(kept_key(path))

    threads = [threading.Thread(target=begin) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert set(found) == {path.read_text()}


def test_key_that_is_kept_stays_when_another_process_made_it_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "vapid_key"

    def make_late() -> str:
        path.write_text("the other's")
        return "ours"

    monkeypatch.setattr(vapid, "new_key", make_late)
    assert kept_key(path) == "the other's"


def test_configured_key_is_used_and_nothing_is_kept(
    configure: Configure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vapid, "KEY_FILE", tmp_path / "vapid_key")
    configure(vapid_private_key=new_key())
    one = public_key()
    configure(vapid_private_key=new_key())
    assert public_key() != one
    assert from_url_safe(one)[0] == 4  # a whole point of the curve, as browsers want it
    assert len(from_url_safe(one)) == 65
    assert not (tmp_path / "vapid_key").exists()


def test_configured_key_that_is_none_is_told(configure: Configure) -> None:
    configure(vapid_private_key="not a key")
    with pytest.raises(ValueError):
        public_key()

"""Every setting is documented, with its default, and nothing else is."""

from __future__ import annotations

import re

import pytest
from pydantic import SecretStr, ValidationError

from learnconnect_app.settings import ROOT as SETTINGS_ROOT
from learnconnect_app.settings import Settings
from tests.architecture.sources import ROOT

DOCUMENT = (ROOT / "docs" / "configuration.md").read_text()
ROW = re.compile(r"^\| `LEARNCONNECT_(\w+)` \|(?: `([^`]*)`)? \| (\S.*\S) \|$", re.MULTILINE)
DOCUMENTED = {name.lower(): (default, meaning) for name, default, meaning in ROW.findall(DOCUMENT)}


def default_of(name: str) -> str:
    value = Settings.model_fields[name].get_default(call_default_factory=True)
    if isinstance(value, SecretStr):
        value = value.get_secret_value()
    return str(value).replace(f"{SETTINGS_ROOT}/", "")


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PORT", raising=False)
    monkeypatch.setitem(Settings.model_config, "env_file", None)


@pytest.mark.parametrize("name", list(Settings.model_fields))
def test_setting_is_documented_with_its_default_and_meaning(name: str) -> None:
    default, meaning = DOCUMENTED[name]
    assert default == default_of(name)
    assert len(meaning.split()) > 3


def test_every_documented_setting_exists() -> None:
    assert set(DOCUMENTED) == set(Settings.model_fields)
    mentioned = {name.lower() for name in re.findall(r"LEARNCONNECT_([A-Z_]+)", DOCUMENT)}
    assert mentioned == set(Settings.model_fields)


def test_default_address_follows_the_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "8123")
    assert default_of("public_url") == "http://localhost:8123"


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"secret_key": "short"},
        {"secret_key": "please-change-me-please-change-me-please"},
        {"public_url": "http://learn.example"},
    ],
)
def test_production_refuses_to_start_without_real_secrets(wrong: dict[str, str]) -> None:
    given = {"env": "production", "secret_key": "k" * 40, "public_url": "https://learn.example"}
    assert Settings(**given).is_production  # type: ignore[arg-type]
    with pytest.raises(ValidationError) as refused:
        Settings(**({"env": "production"} | (given | wrong if wrong else {})))  # type: ignore[arg-type]
    assert "please-change-me" not in str(refused.value)


def test_secrets_are_not_shown() -> None:
    shown = repr(Settings(secret_key=SecretStr("s3cr3t"), sendgrid_api_key=SecretStr("s3cr3t")))
    assert "s3cr3t" not in shown

"""What `docs/deploying.md` and `deploy/` name exists: files, commands, settings, ports."""

from __future__ import annotations

import importlib.util
import re
from typing import Any

import pytest
import yaml

from learnconnect_app.settings import Settings
from tests.architecture.sources import ROOT

DEPLOY = ROOT / "deploy"
DOCUMENT = (ROOT / "docs" / "deploying.md").read_text()
COMPOSE = ("compose.yaml", "compose.single.yaml")
DOCKERFILE = (DEPLOY / "Dockerfile").read_text()
START = (DEPLOY / "start.sh").read_text()
FILES = {path.name: path.read_text() for path in DEPLOY.iterdir() if path.is_file()}
OWN = {"DOMAIN", "ACME_EMAIL", "POSTGRES_PASSWORD"}
"""What the compose files and the proxy read from `.env` beside our settings."""


def services(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DEPLOY / name).read_text())["services"]
    return found


def doings() -> set[str]:
    """What `start.sh` can be told to do."""
    return set(re.findall(r"^  (\w+)\) ", START, re.MULTILINE))


@pytest.mark.parametrize("name", [*FILES, "docs/deploying.md"])
def test_every_setting_that_is_named_is_one_of_ours(name: str) -> None:
    text = FILES.get(name, DOCUMENT)
    named = {each.lower() for each in re.findall(r"LEARNCONNECT_([A-Z_]*[A-Z])", text)}
    assert named <= set(Settings.model_fields)


def test_every_module_that_is_run_is_there() -> None:
    texts = "\n".join([*FILES.values(), DOCUMENT, (ROOT / "Procfile").read_text()])
    modules = set(re.findall(r"python -m (learnconnect_app[\w.]*)", texts))
    assert len(modules) >= 5
    for module in modules:
        assert importlib.util.find_spec(module), module


def test_image_is_made_of_what_is_there() -> None:
    copied = [
        source
        for line in re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.MULTILINE)
        for source in line.split()[:-1]
    ]
    let_in = re.findall(r"^!(\S+)$", FILES["Dockerfile.dockerignore"], re.MULTILINE)
    assert set(copied) == set(let_in)
    assert all((ROOT / source).exists() for source in copied)
    assert (DEPLOY / "start.sh").stat().st_mode & 0o111


def test_every_file_that_is_named_is_there() -> None:
    for path in re.findall(r"deploy/[\w.]+\w", DOCUMENT):
        assert (ROOT / path).exists() or path in ("deploy/backups", "deploy/.env"), path
    for name in COMPOSE:
        for service in services(name).values():
            build = service.get("build", {})
            assert not build or (DEPLOY / build["context"] / build["dockerfile"]).exists()
            mounted = [each.split(":")[0] for each in service.get("volumes", ())]
            ours = [each for each in mounted if each.startswith("./") and each != "./backups"]
            assert all((DEPLOY / each).exists() for each in ours)


@pytest.mark.parametrize("name", COMPOSE)
def test_every_container_does_what_the_image_can(name: str) -> None:
    ours = [each for each in services(name).values() if each.get("image") == "learnconnect"]
    assert ours
    for service in ours:
        assert service["command"][0] in doings()
        assert service.get("env_file") == ".env"
    told = re.findall(r"start (\w+) /app|run --rm(?: --no-TTY)? backup (\w+) /app", DOCUMENT)
    assert {each for pair in told for each in pair if each} <= doings()


def test_several_share_a_database_and_a_redis_and_one_alone_needs_neither() -> None:
    for service in services("compose.yaml").values():
        if service.get("image") == "learnconnect":
            environment = service["environment"]
            assert environment["LEARNCONNECT_DATABASE_URL"].startswith("postgresql://")
            assert environment["LEARNCONNECT_REDIS_URL"] == "redis://redis:6379"
            # one key of Web Push for all, or nothing starts
            assert environment["LEARNCONNECT_VAPID_PRIVATE_KEY"].endswith(":?}")
    assert "redis" not in services("compose.single.yaml")
    alone = services("compose.single.yaml")["web"]["environment"]["LEARNCONNECT_DATABASE_URL"]
    assert alone == "sqlite:////app/data/learnconnect.db"


def test_proxy_reaches_the_web_processes_and_hides_the_figures() -> None:
    proxy = FILES["Caddyfile"]
    assert "name web" in proxy
    assert "port 3000" in proxy
    assert re.search(r"PORT=3000", DOCKERFILE)
    assert "respond /metrics* 404" in proxy
    assert "LEARNCONNECT_TRUSTED_PROXY_HOPS=1" in DOCKERFILE
    for name in COMPOSE:
        outside = [key for key, service in services(name).items() if "ports" in service]
        assert outside == ["proxy"], "nothing else is reached from outside"


def test_everything_that_is_to_be_filled_in_is_asked_for_and_no_secret_is_given() -> None:
    given = dict(re.findall(r"^(\w+)=(.*)$", FILES["env.example"], re.MULTILINE))
    read = {each for text in FILES.values() for each in re.findall(r"\{\$?(\w+)", text)} & OWN
    assert read == OWN
    assert set(given) >= OWN
    assert not any(given[name] for name in given if re.search("KEY|PASSWORD|SMTP", name))


def test_database_and_its_programs_are_of_one_version() -> None:
    (programs,) = re.findall(r"postgresql-client-(\d+)", DOCKERFILE)
    assert services("compose.yaml")["database"]["image"] == f"postgres:{programs}"

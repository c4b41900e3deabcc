"""The API answers as its OpenAPI document says, whatever it is sent."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from learnconnect_app import wiring
from learnconnect_app.adapters.database import Database
from learnconnect_app.api.app import http_app
from learnconnect_app.services.health import beat
from learnconnect_app.ui.gate import SESSION_COOKIE
from tests.api.conftest import AYSE, Browser
from tests.running import Clock

DOCUMENT = http_app().openapi()
OPERATIONS = [
    (method, path, GenerationMode.POSITIVE)
    for path, methods in DOCUMENT["paths"].items()
    for method in methods
]
WRONG_ONES = [
    (method, path, GenerationMode.NEGATIVE)
    for method, path, _ in OPERATIONS
    if "requestBody" in DOCUMENT["paths"][path][method]
]
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
EXAMPLES = settings(
    max_examples=20,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize(("method", "path", "mode"), [*OPERATIONS, *WRONG_ONES])
def test_answers_are_documented(
    browser: Browser,
    installed: Database,
    clock: Clock,
    method: str,
    path: str,
    mode: GenerationMode,
) -> None:
    api = schemathesis.openapi.from_asgi("/api/v1/openapi.json", http_app())
    browser.register()
    signed_in = {SESSION_COOKIE: browser.cookies[SESSION_COOKIE]}

    @EXAMPLES
    @given(case=api[path][method].as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:
        clock.forward(minutes=6)  # past the limit of tries
        wiring.perform(beat)
        for cookies in ({}, signed_in):
            answer = case.call(base_url="https://localhost", cookies=cookies)
            case.validate_response(answer, checks=CHECKS)

    ask()


def test_document_is_served_and_lists_every_route_of_the_api(browser: Browser) -> None:
    document = browser.get("/api/v1/openapi.json").json()
    assert document == DOCUMENT
    assert len(OPERATIONS) >= 11


def test_bodies_are_documented_as_json_and_as_forms() -> None:
    for route in ("register", "login", "forgot-password", "reset-password"):
        body = DOCUMENT["paths"][f"/api/v1/auth/{route}"]["post"]["requestBody"]
        assert set(body["content"]) == {"application/json", "application/x-www-form-urlencoded"}


def test_body_as_documented_is_taken(browser: Browser) -> None:
    body = DOCUMENT["paths"]["/api/v1/auth/register"]["post"]["requestBody"]
    schema = body["content"]["application/json"]["schema"]
    assert set(schema["required"]) == set(AYSE)
    assert browser.register().status_code == 201

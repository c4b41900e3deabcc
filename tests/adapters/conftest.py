"""A push service to send to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.push_services import PushService, push_service
from tests.running import clock, configure

__all__ = ["clock", "configure"]


@pytest.fixture
def service() -> Iterator[PushService]:
    with push_service() as service:
        yield service

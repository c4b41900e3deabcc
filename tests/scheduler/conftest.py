"""An installed application and the mail providers it may send with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.running import clock, configure, installed
from tests.scheduler.servers import SendGrid, Smtp, sendgrid, smtp

__all__ = ["clock", "configure", "installed"]


@pytest.fixture
def sendgrid_server() -> Iterator[SendGrid]:
    with sendgrid() as provider:
        yield provider


@pytest.fixture
def smtp_server() -> Iterator[Smtp]:
    with smtp() as provider:
        yield provider

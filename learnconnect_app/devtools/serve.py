"""`python -m learnconnect_app.devtools.serve`: the web process, on the build that is there."""

from __future__ import annotations

import os

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

ENVIRONMENT = {
    "REFLEX_ENV_MODE": "prod",
    "__REFLEX_SKIP_COMPILE": "true",
    "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
    "REFLEX_TELEMETRY_ENABLED": "false",
    "REFLEX_SOCKET_MAX_HTTP_BUFFER_SIZE": "65536",
    # a connection that died unnoticed is found out within half a minute, not after two and a half
    "REFLEX_SOCKET_INTERVAL": "10s",
    "REFLEX_SOCKET_TIMEOUT": "15s",
}


def main() -> None:
    os.environ.update(ENVIRONMENT)
    port = int(os.environ.get("PORT", "3000"))
    workers = int(os.environ.get("GRANIAN_WORKERS", "1"))
    host = os.environ.get("HOST", "127.0.0.1")
    print(f"LearnConnect is at http://localhost:{port}", flush=True)
    Server(
        "learnconnect_app.learnconnect_app:app",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        workers=workers,
        log_level=LogLevels.warning,
        log_access=False,
    ).serve()


if __name__ == "__main__":
    main()

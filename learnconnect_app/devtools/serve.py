"""`python -m learnconnect_app.devtools.serve`: the web process, on the build that is there."""

from __future__ import annotations

import os

import uvicorn

LARGEST_MESSAGE = 65536
"""Of a socket, in bytes. Notes of 20,000 letters are the longest that a learner sends."""

ENVIRONMENT = {
    "REFLEX_ENV_MODE": "prod",
    "__REFLEX_SKIP_COMPILE": "true",
    "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
    "REFLEX_TELEMETRY_ENABLED": "false",
    "REFLEX_SOCKET_MAX_HTTP_BUFFER_SIZE": str(LARGEST_MESSAGE),
    # a connection that died unnoticed is found out within half a minute, not after two and a half
    "REFLEX_SOCKET_INTERVAL": "10s",
    "REFLEX_SOCKET_TIMEOUT": "15s",
}


def main() -> None:
    os.environ.update(ENVIRONMENT)
    port = int(os.environ.get("PORT", "3000"))
    print(f"LearnConnect is at http://localhost:{port}", flush=True)
    uvicorn.run(
        "learnconnect_app.learnconnect_app:app",
        factory=True,
        host=os.environ.get("HOST", "127.0.0.1"),
        port=port,
        workers=int(os.environ.get("WEB_CONCURRENCY", "1")),
        # every open page holds a socket: wsproto without compression needs the least memory for one
        ws="wsproto",
        ws_per_message_deflate=False,
        ws_max_size=LARGEST_MESSAGE,
        ws_ping_interval=None,  # Engine.IO has its own
        proxy_headers=False,  # whose address counts is decided in `api/callers.py`
        server_header=False,
        access_log=False,
        log_config=None,
        log_level="warning",
        timeout_graceful_shutdown=5,
    )


if __name__ == "__main__":
    main()

"""Reflex's configuration. What differs between installations is in the settings."""

import reflex as rx

from learnconnect_app.settings import settings
from learnconnect_app.ui.build_plugin import MARKER, FrontendPlugin

# daisyUI's parts that are in use; the colours are in `assets/theme.css`
PIECES = ["button", "modal", "rootcolor", "rootscrollgutter", "rootscrolllock"]

config = rx.Config(
    app_name="learnconnect_app",
    api_url=MARKER,
    deploy_url=settings().public_url,
    cors_allowed_origins=settings().accepted_origins,
    redis_url=settings().redis_url or None,
    state_manager_mode="redis" if settings().redis_url else "memory",
    trusted_proxy_hops=settings().trusted_proxy_hops,
    default_color_mode="system",
    telemetry_enabled=False,
    show_built_with_reflex=False,
    react_strict_mode=False,
    frontend_compression_formats=["brotli", "gzip"],
    plugins=[
        rx.plugins.TailwindV4Plugin(
            config={
                "content": [
                    "./app/**/*.{js,jsx}",
                    "./utils/**/*.{js,jsx}",
                    "./app_components/**/*.{js,jsx}",
                    "./ui/**/*.{js,jsx}",
                ],
                "plugins": [
                    {
                        "name": "daisyui@5.8.1",
                        "import": {"name": "default as daisyui", "from": "daisyui@5.8.1"},
                        "call": "daisyui",
                        "args": {"themes": False, "logs": False, "include": PIECES},
                    }
                ],
            }
        ),
        FrontendPlugin(),
    ],
    disable_plugins=[rx.plugins.SitemapPlugin],
)

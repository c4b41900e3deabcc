"""`/manifest.webmanifest`: what a browser needs to put LearnConnect on a home screen.

In the language chosen here, else the one the browser prefers; the page asks for it with its
cookies. Icons are drawn by `devtools/app_icons.py`, pictures taken by `devtools/app_pictures.py`.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from fastapi import APIRouter, Request, Response

from learnconnect_app.api.compression import gzipped, takes_gzip
from learnconnect_app.api.problems import language_of
from learnconnect_app.locales import message

router = APIRouter(include_in_schema=False)

NAME = "LearnConnect"
KIND = "application/manifest+json"
SHORTCUTS = {"today": "/home", "calendar": "/study", "notebook": "/mistakes"}
SCREENS = (
    # page, device, width, height
    ("home", "phone", 390, 844),
    ("calendar", "phone", 390, 844),
    ("plan", "phone", 390, 844),
    ("home", "desktop", 1440, 900),
    ("calendar", "desktop", 1440, 900),
)
FORMS = {"phone": "narrow", "desktop": "wide"}


@router.get("/manifest.webmanifest")
async def manifest(request: Request) -> Response:
    body = _text(language_of(request))
    headers = {"vary": "Cookie, Accept-Language, Accept-Encoding"}
    if takes_gzip(request):  # each first visit loads it
        body, encoding = _compressed(body)
        headers |= encoding
    return Response(body, media_type=KIND, headers=headers)


@cache
def _text(language: str) -> bytes:
    return json.dumps(manifest_in(language), ensure_ascii=False).encode()


_compressed = cache(gzipped)


def manifest_in(language: str) -> dict[str, Any]:
    return {
        "id": "/",
        "name": NAME,
        "short_name": NAME,
        "description": message(language, "manifest.description"),
        "lang": language,
        "dir": "ltr",
        "start_url": "/home",
        "scope": "/",
        "display": "standalone",
        "display_override": ["standalone", "minimal-ui"],
        "background_color": "#f7f7fa",
        "theme_color": "#f7f7fa",
        "categories": ["education", "productivity"],
        "icons": [
            _icon("icon-192", 192, kind="webp"),
            _icon("icon-512", 512),
            _icon("icon-maskable-192", 192, "maskable"),
            _icon("icon-maskable-512", 512, "maskable"),
            _icon("icon-monochrome-512", 512, "monochrome"),
        ],
        "shortcuts": [_shortcut(language, *each) for each in SHORTCUTS.items()],
        "screenshots": [_screen(language, *each) for each in SCREENS],
    }


def _icon(name: str, size: int, purpose: str = "any", kind: str = "png") -> dict[str, str]:
    sizes = f"{size}x{size}"
    return {"src": f"/{name}.{kind}", "sizes": sizes, "type": f"image/{kind}", "purpose": purpose}


def _shortcut(language: str, name: str, url: str) -> dict[str, Any]:
    return {
        "name": message(language, f"manifest.{name}"),
        "description": message(language, f"manifest.{name}_text"),
        "url": url,
        "icons": [_icon(f"shortcut-{name}", 96)],
    }


def _screen(language: str, name: str, device: str, width: int, height: int) -> dict[str, str]:
    return {
        "src": f"/screens/{name}_{device}_{language}.webp",
        "sizes": f"{width}x{height}",
        "type": "image/webp",
        "form_factor": FORMS[device],
        "label": message(language, f"manifest.picture_{name}"),
    }

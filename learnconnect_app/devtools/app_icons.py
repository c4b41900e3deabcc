"""`python -m learnconnect_app.devtools.app_icons`: draw the app's icons from `assets/icon.svg`.

What a browser puts on a home screen: the sign on its rounded ground, the same for masks of any
shape (all that matters within the middle 80%, as the manifest asks), one colour for themed icons,
the touch icon of iOS, and a small one for each shortcut. Drawn by Chromium; build first, because
the shortcuts' shapes are lucide's.
"""

from __future__ import annotations

import base64
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from learnconnect_app.devtools.chromium import ARGUMENTS, find_chromium
from learnconnect_app.devtools.icons import lucide, shapes

ASSETS = Path(__file__).parents[2] / "assets"
GROUND = "#7153cc"  # the middle of the sign's gradient: flat, it takes a fifth of the bytes
INK, PAPER = "#5a44bd", "#f1eefc"
SHORTCUTS = {"today": "layout-dashboard", "calendar": "calendar-days", "notebook": "notebook-pen"}


@dataclass(frozen=True)
class Picture:
    name: str
    size: int
    ground: str
    """CSS of what lies below the sign."""
    ink: str
    share: float
    """How much of the width the sign takes."""
    corner: float = 0
    """Radius as a share of the width."""
    shape: str = "graduation-cap"

    def html(self, drawn: str) -> str:
        inner = round(self.size * self.share)
        return (
            f'<body style="margin:0;background:transparent"><div style="width:{self.size}px;'
            f"height:{self.size}px;display:grid;place-content:center;background:{self.ground};"
            f'border-radius:{self.size * self.corner}px"><svg width="{inner}" height="{inner}" '
            f'viewBox="0 0 24 24" fill="none" stroke="{self.ink}" stroke-width="1.9" '
            f'stroke-linecap="round" stroke-linejoin="round">{drawn}</svg></div></body>'
        )


PICTURES = (
    Picture("icon-192", 192, GROUND, "#fff", 0.64, corner=0.25),
    Picture("icon-512", 512, GROUND, "#fff", 0.64, corner=0.25),
    Picture("icon-maskable-192", 192, GROUND, "#fff", 0.52),
    Picture("icon-maskable-512", 512, GROUND, "#fff", 0.52),
    Picture("icon-monochrome-512", 512, "transparent", "#fff", 0.6),
    Picture("apple-touch-icon", 180, GROUND, "#fff", 0.58),
    *(
        Picture(f"shortcut-{name}", 96, PAPER, INK, 0.5, corner=0.5, shape=shape)
        for name, shape in SHORTCUTS.items()
    ),
)


def draw(page: Page, picture: Picture, drawn: str) -> Path:
    path = ASSETS / f"{picture.name}.png"
    page.set_viewport_size({"width": picture.size, "height": picture.size})
    page.set_content(picture.html(drawn))
    page.screenshot(path=path, omit_background=True)
    return path


def draw_light(page: Page) -> Path:
    """What is shown last, as WebP: every browser that could install loads this one."""
    path = ASSETS / "icon-192.webp"
    client = page.context.new_cdp_session(page)
    client.send("Emulation.setDefaultBackgroundColorOverride", {"color": dict.fromkeys("rgba", 0)})
    taken = client.send("Page.captureScreenshot", {"format": "webp", "quality": 80})
    path.write_bytes(base64.b64decode(taken["data"]))
    return path


def main() -> int:
    drawings = lucide(sorted({picture.shape for picture in PICTURES}))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        page = browser.new_page()
        for picture in PICTURES:
            path = draw(page, picture, shapes(drawings[picture.shape]))
            print(f"{path.name}: {path.stat().st_size} bytes")
        draw(page, PICTURES[0], shapes(drawings[PICTURES[0].shape]))
        print(f"{draw_light(page).name}: {draw_light(page).stat().st_size} bytes")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What a browser is called in a list of devices."""

from __future__ import annotations

import pytest

from learnconnect_app.domain.devices import device_name

CHROME = (
    "Mozilla/5.0 ({}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 {}Safari/537.36{}"
)


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (CHROME.format("Linux; Android 10; K", "Mobile ", ""), "Chrome · Android"),
        (CHROME.format("Windows NT 10.0; Win64; x64", "", ""), "Chrome · Windows"),
        (CHROME.format("Windows NT 10.0; Win64; x64", "", " Edg/140.0"), "Edge · Windows"),
        (CHROME.format("X11; CrOS x86_64 14541.0.0", "", " OPR/120"), "Opera · ChromeOS"),
        (
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) "
            "SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
            "Samsung Internet · Android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 "
            "(KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
            "Safari · iPhone",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox · Mac",
        ),
        ("curl/8.0", ""),
        ("", ""),
    ],
)
def test_browser_and_system_are_named(user_agent: str, name: str) -> None:
    assert device_name(user_agent) == name

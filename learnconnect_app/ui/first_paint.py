"""The script in the head: theme and language of this browser, before anything is painted.

It runs before the bundle and says the same as `js/theme.jsx` and `js/i18n.jsx` say later.
"""

from __future__ import annotations

FIRST_PAINT = """(() => {
  const root = document.documentElement;
  const cookie = (name, values) =>
    (document.cookie.match(new RegExp("(?:^|; )" + name + "=(" + values + ")")) || [])[1];
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = cookie("theme", "light|dark") || (dark ? "dark" : "light");
  root.dataset.theme = "learnconnect-" + theme;
  const turkish = (navigator.language || "").toLowerCase().startsWith("tr");
  root.lang = cookie("language", "en|tr") || (turkish ? "tr" : "en");
})();"""

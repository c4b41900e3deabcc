"""The script in the head: theme and accent of this browser, before anything is painted.

It runs before the bundle and says the same as `js/theme.jsx` says later; the language is the
document's own (`api/pages.py`). The bar around an installed app takes the colour of the page's
ground.
"""

from __future__ import annotations

GROUNDS = {"light": "#f7f7fa", "dark": "#101114"}
"""`--color-base-200` of both themes in `theme.css`, which is not there yet."""

FIRST_PAINT = """(() => {
  const root = document.documentElement;
  const cookie = (name, values) =>
    (document.cookie.match(new RegExp("(?:^|; )" + name + "=(" + values + ")")) || [])[1];
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = cookie("theme", "light|dark") || (dark ? "dark" : "light");
  root.dataset.theme = "learnconnect-" + theme;
  root.dataset.accent = cookie("accent", "[a-z]+") || "";
  const bar = document.createElement("meta");
  bar.name = "theme-color";
  bar.content = theme === "dark" ? "DARK" : "LIGHT";
  document.head.append(bar);
})();""".replace("DARK", GROUNDS["dark"]).replace("LIGHT", GROUNDS["light"])

"""Whether controls can be hit by a finger and are in sight with the focus; whether all is still."""

from __future__ import annotations

_CONTROLS = """
const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
const targetOf = (control) => (control.matches("input") && control.closest("label")) || control;
const shown = (element) => element.outerHTML.replace(/\\s+/g, " ").slice(0, 140);
const controls = [...document.querySelectorAll(
  "a[href], button, input, select, textarea, summary, [role=button], [tabindex='0']",
)].filter((each) => isSeen(each) && !each.disabled && each.type !== "hidden");
"""

TOO_SMALL = f"""() => {{
  {_CONTROLS}
  const LEAST = 24, MAIN = 44;
  const targets = [...new Set(controls.map(targetOf))]
    .map((element) => {{
      const box = element.getBoundingClientRect();
      const middle = {{ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }};
      return {{ element, box, middle, isSmall: box.width < LEAST || box.height < LEAST }};
    }})
    .filter(({{ box }}) => box.right > 0 && box.width > 0);
  // exceptions of WCAG 2.5.8: links in a sentence, and what has room enough around it
  const isInSentence = ({{ element }}) =>
    getComputedStyle(element).display.startsWith("inline") && element.matches("a") &&
    element.parentElement.textContent.trim().length > element.textContent.trim().length;
  const toBox = ({{ x, y }}, {{ left, right, top, bottom }}) =>
    Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  const isAlone = (target) => targets.every((other) =>
    other === target || other.element.contains(target.element) ||
    target.element.contains(other.element) ||
    (toBox(target.middle, other.box) >= LEAST / 2 && (!other.isSmall ||
      Math.hypot(target.middle.x - other.middle.x, target.middle.y - other.middle.y) >= LEAST)));
  const isMain = ({{ element }}) => element.matches(
    ".btn-primary, .btn-white, button[type=submit], aside nav > a, aside nav > button");
  return targets.flatMap((target) => {{
    const size = `${{target.box.width.toFixed(1)}} x ${{target.box.height.toFixed(1)}}`;
    if (target.isSmall && !isInSentence(target) && !isAlone(target))
      return [`too small to hit, ${{size}}: ${{shown(target.element)}}`];
    if (isMain(target) && Math.round(target.box.height) < MAIN)
      return [`too small for what is done most, ${{size}}: ${{shown(target.element)}}`];
    return [];
  }});
}}"""
"""In CSS pixels."""

COVERED = f"""() => {{
  {_CONTROLS}
  const between = (low, high, most) =>
    [0.05, 0.5, 0.95].map((share) =>
      Math.max(low, 0) * (1 - share) + Math.min(high, most) * share);
  const isCovered = (control) => {{
    const target = targetOf(control);
    const {{ left, right, top, bottom }} = target.getBoundingClientRect();
    return !between(top, bottom, innerHeight).some((y) =>
      between(left, right, innerWidth).some((x) => {{
        const hit = document.elementFromPoint(x, y);
        return hit && (target.contains(hit) || hit.contains(target));
      }}));
  }};
  const found = new Set();
  for (const control of [...controls, ...controls.toReversed()]) {{
    if (control.tabIndex < 0 || !isSeen(control)) continue;
    control.focus();
    if (document.activeElement === control && isCovered(control))
      found.add(`covered while it has the focus: ${{shown(targetOf(control))}}`);
  }}
  document.activeElement.blur();
  scrollTo(0, 0);
  return [...found];
}}"""

MOVING = """() => {
  const HARDLY = 0.01; // seconds
  const STILL = ["none", "settle"]; // the second moves nothing
  const longest = (times) => Math.max(...times.split(",").map(parseFloat));
  const found = new Set();
  for (const element of document.querySelectorAll("body, body *"))
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      const where = `${element.tagName} .${element.className?.baseVal ?? element.className}`;
      if (style.animationName.split(", ").some((name) => !STILL.includes(name)))
        found.add(`animated by ${style.animationName}: ${where.slice(0, 120)}`);
      if (longest(style.transitionDuration) > HARDLY)
        found.add(`changes in ${style.transitionDuration}: ${where.slice(0, 120)}`);
    }
  for (const each of document.getAnimations())
    if (each.playState === "running" && !STILL.includes(each.animationName ?? ""))
      found.add(`runs: ${each.animationName ?? each.transitionProperty ?? "by script"}`);
  return [...found];
}"""
"""Where the learner asked for less motion."""

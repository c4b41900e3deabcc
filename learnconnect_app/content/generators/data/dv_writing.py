"""Shared by the generators of the topics `dv-*`: options in two languages and small charts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from learnconnect_app.content.figures import Drawing, Figure
from learnconnect_app.content.questions import Option, Proof, Question
from learnconnect_app.content.texts import AnyText, localized

Wrong = tuple[AnyText | int, str, str]
"""A wrong answer and the misconception that leads to it, in English and Turkish."""

LEFT, RIGHT, BASE, HIGH = 46.0, 330.0, 190.0, 16.0


def choice(
    *,
    en: str,
    tr: str,
    right: AnyText | int,
    wrong: Iterable[Wrong],
    because_en: str,
    because_tr: str,
    spare: Iterable[Wrong] = (),
    code: str | None = None,
    figure: Figure | None = None,
    computed: str | None = None,
    reads: str | None = None,
) -> Question:
    """A choice of four whose options may differ by language; equal ones are left out."""
    options = [Option(text=_text(right), correct=True)]
    taken = {localized(_text(right), "tr"), localized(_text(right), "en")}
    for answer, misconception_en, misconception_tr in (*wrong, *spare):
        text = _text(answer)
        names = {localized(text, "tr"), localized(text, "en")}
        if len(options) < 4 and not names & taken:
            taken |= names
            misconception = {"en": misconception_en, "tr": misconception_tr}
            options.append(Option(text=text, misconception=misconception))
    if len(options) < 4:
        raise ValueError(f"only {len(options)} distinct options: {sorted(taken)}")
    return Question(
        stem={"en": en, "tr": tr},
        code=code,
        code_language="text",
        figure=figure,
        options=tuple(options),
        explanation={"en": because_en, "tr": because_tr},
        proof=Proof(run="compute", expression=computed, reads=reads) if computed else None,
    )


def _text(value: AnyText | int) -> AnyText:
    return spaced(value) if isinstance(value, int) else value


def spaced(value: int) -> str:
    """A whole number; from five digits on with a space between the thousands."""
    return f"{value:,}".replace(",", " ") if value >= 10_000 else str(value)


def decimal(value: float | Fraction, digits: int = 1) -> dict[str, str]:
    """A number rounded to at most ``digits`` places, with a point or a comma."""
    plain = f"{float(value):.{digits}f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return {"en": plain, "tr": plain.replace(".", ",")}


def percent(value: float | Fraction, digits: int = 1) -> dict[str, str]:
    """A percentage as each language writes it."""
    plain = decimal(value, digits)
    return {"en": f"{plain['en']}%", "tr": f"%{plain['tr']}"}


def _frame(start: int, step: int, top: int) -> Drawing:
    drawing = Drawing(340, 218)
    for tick in range(start, top + 1, step):
        height = at_height(tick, start, top)
        if tick > start:
            drawing.line((LEFT, height), (RIGHT, height), look="muted", dashed=True)
        drawing.label((LEFT - 8, height), tick, size=13, anchor="end")
    drawing.line((LEFT, HIGH - 6), (LEFT, BASE)).line((LEFT, BASE), (RIGHT, BASE))
    return drawing


def at_height(value: float, start: int, top: int) -> float:
    """Where ``value`` stands on the vertical axis."""
    return BASE - (value - start) / (top - start) * (BASE - HIGH)


def bar_chart(
    labels: Sequence[object], values: Sequence[int], *, step: int, top: int, start: int = 0
) -> Drawing:
    """Bars with gaps over named categories."""
    drawing = _frame(start, step, top)
    slot = (RIGHT - LEFT) / len(values)
    for place, (label, value) in enumerate(zip(labels, values, strict=True)):
        x1, x2 = LEFT + slot * (place + 0.2), LEFT + slot * (place + 0.8)
        y = at_height(value, start, top)
        drawing.polygon([(x1, BASE), (x1, y), (x2, y), (x2, BASE)], filled=True)
        drawing.label(((x1 + x2) / 2, BASE + 15), label, size=14)
    return drawing


def histogram(edges: Sequence[int], counts: Sequence[int], *, step: int, top: int) -> Drawing:
    """Bars without gaps; ``edges`` stand under their borders."""
    drawing = _frame(0, step, top)
    slot = (RIGHT - LEFT - 14) / len(counts)
    for place, count in enumerate(counts):
        x1, x2 = LEFT + slot * place, LEFT + slot * (place + 1)
        y = at_height(count, 0, top)
        drawing.polygon([(x1, BASE), (x1, y), (x2, y), (x2, BASE)], filled=True)
    for place, edge in enumerate(edges):
        drawing.label((LEFT + slot * place, BASE + 15), edge, size=13)
    return drawing


def line_chart(
    labels: Sequence[object], values: Sequence[int], *, step: int, top: int, start: int = 0
) -> Drawing:
    """A line with a dot for each value."""
    drawing = _frame(start, step, top)
    slot = (RIGHT - LEFT) / len(values)
    points = [
        (LEFT + slot * (place + 0.5), at_height(value, start, top))
        for place, value in enumerate(values)
    ]
    drawing.polyline(points, look="accent")
    for (x, y), label in zip(points, labels, strict=True):
        drawing.dot((x, y), look="accent").label((x, BASE + 15), label, size=13)
    return drawing


def listed(labels: Sequence[object], values: Sequence[int]) -> str:
    """What a chart shows, for those who cannot see it."""
    return ", ".join(f"{label}: {value}" for label, value in zip(labels, values, strict=True))

"""How the items of geometry draw: points in plane coordinates, pictures to their true proportions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin

from learnconnect_app.content.figures import Drawing, Figure, Point

Place = str | Point
"""A point by its name or by its coordinates (y upwards)."""


class Scene:
    """A picture of named points, scaled to fit; lengths and angles are drawn as they are.

    Every method returns the scene, so that calls may be chained. Labels are set beside what they
    name by their estimated size.
    """

    def __init__(
        self,
        points: Mapping[str, Point],
        *,
        width: float = 300,
        height: float = 210,
        margin: float = 30,
        around: Iterable[Point] = (),
    ) -> None:
        """``around``: more points that must fit, e.g. the box of a circle."""
        self.points = dict(points)
        every = [*self.points.values(), *around]
        left, right = min(p[0] for p in every), max(p[0] for p in every)
        low, high = min(p[1] for p in every), max(p[1] for p in every)
        wide, tall = (right - left) or 1e-9, (high - low) or 1e-9
        self.scale = min((width - 2 * margin) / wide, (height - 2 * margin) / tall)
        shown = max(wide * self.scale + 2 * margin, 240)
        self._left, self._high, self._margin = left, high, margin
        self._shift = (shown - wide * self.scale) / 2
        self.drawing = Drawing(shown, tall * self.scale + 2 * margin)

    def at(self, place: Place) -> Point:
        """Where it is in the picture."""
        x, y = self.points[place] if isinstance(place, str) else place
        return (
            self._shift + (x - self._left) * self.scale,
            self._margin + (self._high - y) * self.scale,
        )

    def polygon(self, names: Iterable[Place], *, filled: bool = False, look: str = "") -> Scene:
        self.drawing.polygon([self.at(name) for name in names], filled=filled, look=look)
        return self

    def line(self, a: Place, b: Place, *, look: str = "", dashed: bool = False) -> Scene:
        self.drawing.line(self.at(a), self.at(b), look=look, dashed=dashed)
        return self

    def path(self, names: Iterable[Place], *, look: str = "", dashed: bool = False) -> Scene:
        self.drawing.polyline([self.at(name) for name in names], look=look, dashed=dashed)
        return self

    def arrow(self, a: Place, b: Place, *, look: str = "") -> Scene:
        self.drawing.arrow(self.at(a), self.at(b), look=look)
        return self

    def dot(self, *names: Place, look: str = "") -> Scene:
        for name in names:
            self.drawing.dot(self.at(name), look=look)
        return self

    def circle(self, center: Place, radius: float, *, filled: bool = False) -> Scene:
        self.drawing.circle(self.at(center), radius * self.scale, filled=filled)
        return self

    def arc(
        self, center: Place, radius: float, start: float, end: float, *, look: str = ""
    ) -> Scene:
        """Counter-clockwise from ``start`` to ``end``, in degrees."""
        self.drawing.path(self._arc_path(center, radius, start, end), look=look)
        return self

    def area(self, corners: Iterable[tuple[Place, float] | Place]) -> Scene:
        """A tinted area; ``(point, r)`` is reached by an arc of radius ``r``.

        A positive radius turns counter-clockwise, a negative one clockwise.
        """
        d = ""
        for corner in corners:
            radius = 0.0
            place = corner
            if isinstance(corner, tuple) and isinstance(corner[0], (str, tuple)):
                place, radius = corner[0], float(corner[1])
            x, y = self.at(place)
            if not d:
                d = f"M{x:.2f} {y:.2f}"
            elif radius:
                r = abs(radius) * self.scale
                d += f"A{r:.2f} {r:.2f} 0 0 {0 if radius > 0 else 1} {x:.2f} {y:.2f}"
            else:
                d += f"L{x:.2f} {y:.2f}"
        return self.soft(f"{d}Z")

    def thin(self, a: Place, b: Place) -> Scene:
        """A line of a grid."""
        (ax, ay), (bx, by) = self.at(a), self.at(b)
        self.drawing._add(
            f'<line x1="{ax:.1f}" y1="{ay:.1f}" x2="{bx:.1f}" y2="{by:.1f}" '
            'stroke="currentColor" stroke-width="1" opacity="0.25"/>'
        )
        return self

    def soft(self, d: str) -> Scene:
        """A tinted area, as path data in the coordinates of the picture."""
        self.drawing._add(f'<path d="{d}" class="fig-soft"/>')
        return self

    def names(self, *names: str, inside: Point | None = None) -> Scene:
        """The names of corners, on the side away from ``inside`` (else from their middle)."""
        places = [self.at(name) for name in names]
        middle = self.at(inside) if inside else _middle(places)
        for name, place in zip(names, places, strict=True):
            self._beside(place, (place[0] - middle[0], place[1] - middle[1]), name)
        return self

    def name(self, place: Place, text: str, toward: float, *, gap: float = 4) -> Scene:
        """A text beside a point, in the direction ``toward`` (degrees, 90 is up)."""
        turned = (cos(radians(toward)), -sin(radians(toward)))
        self._beside(self.at(place), turned, text, gap=gap)
        return self

    def side(
        self, a: Place, b: Place, text: str, *, away: Place | None = None, gap: float = 5
    ) -> Scene:
        """The length of a line beside its middle, away from ``away`` (else from all points)."""
        (ax, ay), (bx, by) = self.at(a), self.at(b)
        cx, cy = self.at(away) if away else _middle([self.at(p) for p in self.points.values()])
        nx, ny = by - ay, ax - bx
        mx, my = (ax + bx) / 2, (ay + by) / 2
        if (mx - cx) * nx + (my - cy) * ny < 0:
            nx, ny = -nx, -ny
        self._beside((mx, my), (nx, ny), text, gap=gap)
        return self

    def angle(
        self, a: Place, vertex: Place, b: Place, text: str = "", *, radius: float = 22
    ) -> Scene:
        """The arc of the angle (below 180°) and its size."""
        x, y = self.at(vertex)
        start = _direction((x, y), self.at(a))
        turn = (_direction((x, y), self.at(b)) - start) % 360
        if turn > 180:
            start, turn = start + turn, 360 - turn
        r = radius / self.scale
        self.arc(vertex, r, start, start + turn, look="accent")
        if text:
            half = radians(start + turn / 2)
            wide, tall = _size(text)
            reach = abs(cos(half)) * wide / 2 + abs(sin(half)) * tall / 2
            needed = (
                (abs(sin(half)) * wide / 2 + abs(cos(half)) * tall / 2 + 2)
                / max(sin(radians(min(turn, 179) / 2)), 0.2)
                * max(cos(radians(turn / 2)), 0.3)
            )
            distance = max(radius + reach + 2, needed + reach * 0.5)
            self.drawing.label(
                (x + distance * cos(half), y - distance * sin(half)), text, size=15, look="accent"
            )
        return self

    def right(self, a: Place, vertex: Place, b: Place, *, size: float = 11) -> Scene:
        """The mark of a right angle."""
        x, y = self.at(vertex)
        ux, uy = _unit((x, y), self.at(a))
        vx, vy = _unit((x, y), self.at(b))
        self.drawing.polyline(
            [
                (x + size * ux, y + size * uy),
                (x + size * (ux + vx), y + size * (uy + vy)),
                (x + size * vx, y + size * vy),
            ]
        )
        return self

    def ticks(self, *pairs: tuple[Place, Place], count: int = 1) -> Scene:
        """Marks of equal lengths."""
        for a, b in pairs:
            (ax, ay), (bx, by) = self.at(a), self.at(b)
            ux, uy = _unit((ax, ay), (bx, by))
            for number in range(count):
                shift = 5 * (number - (count - 1) / 2)
                x, y = (ax + bx) / 2 + shift * ux, (ay + by) / 2 + shift * uy
                self.drawing.line((x - 6 * uy, y + 6 * ux), (x + 6 * uy, y - 6 * ux))
        return self

    def text(self, place: Place, text: str, *, size: float = 16, look: str = "") -> Scene:
        self.drawing.label(self.at(place), text, size=size, look=look)
        return self

    def figure(self, alt: str) -> Figure:
        return self.drawing.figure(alt)

    def _arc_path(self, center: Place, radius: float, start: float, end: float) -> str:
        x, y = self.at(center)
        r = radius * self.scale
        steps = [start + (end - start) * k / 2 for k in range(3)]
        ends = [(x + r * cos(radians(t)), y - r * sin(radians(t))) for t in steps]
        d = f"M{ends[0][0]:.2f} {ends[0][1]:.2f}"
        for _, (ex, ey) in pairwise(ends):
            d += f"A{r:.2f} {r:.2f} 0 0 0 {ex:.2f} {ey:.2f}"
        return d

    def _beside(self, place: Point, toward: Point, text: str, *, gap: float = 4) -> None:
        length = hypot(*toward) or 1.0
        ux, uy = toward[0] / length, toward[1] / length
        wide, tall = _size(text)
        reach = gap + abs(ux) * wide / 2 + abs(uy) * tall / 2
        self.drawing.label((place[0] + ux * reach, place[1] + uy * reach), text)


class Axes(Scene):
    """A scene on a coordinate plane that shows ``x`` and ``y`` of the given ranges."""

    def __init__(
        self,
        points: Mapping[str, Point],
        x: tuple[float, float],
        y: tuple[float, float],
        *,
        grid: bool = False,
        width: float = 300,
        height: float = 240,
    ) -> None:
        corners = [(x[0], y[0]), (x[1], y[1])]
        inside = {
            name: p for name, p in points.items() if x[0] <= p[0] <= x[1] and y[0] <= p[1] <= y[1]
        }
        super().__init__(inside, width=width, height=height, margin=16, around=corners)
        self.points = dict(points)
        if grid:
            for column in range(int(x[0]), int(x[1]) + 1):
                self.thin((column, y[0]), (column, y[1]))
            for row in range(int(y[0]), int(y[1]) + 1):
                self.thin((x[0], row), (x[1], row))
        self.arrow((x[0], 0), (x[1], 0)).arrow((0, y[0]), (0, y[1]))
        (ex, ey), (tx, ty) = self.at((x[1], 0)), self.at((0, y[1]))
        self.drawing.label((ex + 3, ey + 13), "x", size=14)
        self.drawing.label((tx + 13, ty), "y", size=14)


def triangle(side: float, left: float, right: float) -> tuple[Point, Point, Point]:
    """A, B, C with B at the origin, C at ``(side, 0)`` and the angles of B and C in degrees."""
    top = 180 - left - right
    length = side * sin(radians(right)) / sin(radians(top))
    return polar(length, left), (0.0, 0.0), (float(side), 0.0)


def from_sides(a: float, b: float, c: float) -> tuple[Point, Point, Point]:
    """A, B, C with |BC| = a on the x-axis from the origin, |AC| = b and |AB| = c."""
    x = (a * a + c * c - b * b) / (2 * a)
    return (x, (c * c - x * x) ** 0.5), (0.0, 0.0), (float(a), 0.0)


def polar(radius: float, angle: float, center: Point = (0.0, 0.0)) -> Point:
    """The point at ``angle`` degrees."""
    return (center[0] + radius * cos(radians(angle)), center[1] + radius * sin(radians(angle)))


def between(a: Point, b: Point, part: float) -> Point:
    """The point at ``part`` of the way from ``a`` to ``b``."""
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)


def box_around(center: Point, radius: float) -> list[Point]:
    """The corners that make a circle fit."""
    return [
        (center[0] - radius, center[1] - radius),
        (center[0] + radius, center[1] + radius),
    ]


def _middle(places: list[Point]) -> Point:
    return (
        sum(p[0] for p in places) / len(places),
        sum(p[1] for p in places) / len(places),
    )


def _unit(a: Point, b: Point) -> Point:
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    return (b[0] - a[0]) / length, (b[1] - a[1]) / length


def _direction(a: Point, b: Point) -> float:
    """In degrees, counter-clockwise, of two places of the picture."""
    return degrees(atan2(a[1] - b[1], b[0] - a[0])) % 360


def _size(text: str) -> Point:
    """How wide and tall a label of 16 units is, about."""
    return 9.0 * len(text), 16.0

"""An upper bound on what any plan can be expected to score: column generation over schedules.

The master programme (solved by HiGHS) mixes whole schedules of lessons within each day's minutes;
its duals price the days and the requirements, and the best schedules at those prices
(`schedule_values`) join it. At any prices the worth of the best schedules plus the worth of all
minutes bounds every plan (Lagrangian duality); the bound is taken with stabilities rounded up, so
it holds exactly for the planner's model. It leaves out runs of subjects, that sessions are whole
and the order within a day, so a part of the distance to it can not be closed.

`python -m learnconnect_app.devtools.planner_bound [SECONDS [NAME]]` computes the bounds of the
frozen instances (whose name begins so) anew and keeps the lower ones beside this file.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array, csr_array, vstack

from learnconnect_app.devtools.schedule_values import (
    DEEPEN,
    REVIEW,
    Action,
    Schedules,
    mixed,
    next_level,
)
from learnconnect_app.devtools.study_instances import FROZEN, Instance
from learnconnect_app.domain.memory import after_success, recall
from learnconnect_app.domain.study_effects import DEPTHS
from learnconnect_app.domain.study_planning import plan
from learnconnect_app.domain.study_problems import Kind, Plan, Problem

BOUNDS = Path(__file__).with_name("planner_bounds.json")
COARSE_CELLS, FINE_CELLS = 24, 160
SMOOTHING = 0.7
"""Share of the best prices so far in those tried next: the duals swing less."""
SCALE = 1000.0
"""Points are scaled for the solver's tolerances."""


@dataclass(slots=True)
class Prices:
    by_day: np.ndarray
    by_edge: np.ndarray
    """Of learning a lesson before what it requires."""


class Master:
    """Schedules of lessons and how they are mixed best."""

    def __init__(self, problem: Problem) -> None:
        self.schedules = Schedules(problem, COARSE_CELLS, is_rounded_up=False)
        of = self.schedules
        self.edges = [
            (before, after)
            for after, requires in enumerate(of.standing.requires)
            for before in requires
            if not of.is_known[after] and not of.is_known[before]
        ]
        self.known: dict[tuple[int, tuple[Action, ...]], int] = {}
        self.worth: list[float] = []
        self.lessons: list[int] = []
        self.learns: list[bool] = []
        self.minutes: list[np.ndarray] = []

    def add(self, lesson: int, actions: list[Action]) -> bool:
        key = lesson, tuple(actions)
        if key in self.known:
            return False
        self.known[key] = len(self.worth)
        worth, minutes = exact(self.schedules, lesson, actions)
        self.worth.append(worth)
        self.lessons.append(lesson)
        self.learns.append(any(REVIEW < action.kind < DEEPEN for action in actions))
        self.minutes.append(minutes)
        return True

    def solve(self) -> tuple[float, Prices]:
        """Points of the best mixture, and the duals."""
        of, columns = self.schedules, len(self.worth)
        days, numbers = of.open_days, np.arange(columns)
        use = csr_array(np.array(self.minutes).T[days])
        once = coo_array((np.ones(columns), (self.lessons, numbers)), (of.standing.count, columns))
        sides = [of.capacity[days], np.ones(of.standing.count), np.zeros(len(self.edges))]
        blocks = [use, once, self._edge_rows()] if self.edges else [use, once]
        solved = linprog(
            -SCALE * np.array(self.worth),
            A_ub=vstack(blocks).tocsr(),
            b_ub=np.concatenate(sides),
            bounds=(0, None),
            method="highs",
        )
        duals = np.maximum(0.0, -solved.ineqlin.marginals / SCALE)
        by_day = np.zeros(of.days)
        by_day[days] = duals[: len(days)]
        return -solved.fun / SCALE, Prices(by_day, duals[len(days) + of.standing.count :])

    def _edge_rows(self) -> coo_array:
        """A lesson is learned at most as often as what it requires."""
        starts: dict[int, list[tuple[int, float]]] = {}
        for row, (before, after) in enumerate(self.edges):
            starts.setdefault(after, []).append((row, 1.0))
            starts.setdefault(before, []).append((row, -1.0))
        cells = [
            (row, column, sign)
            for column, lesson in enumerate(self.lessons)
            if self.learns[column]
            for row, sign in starts.get(lesson, ())
        ]
        rows, columns, signs = zip(*cells, strict=True) if cells else ((), (), ())
        return coo_array((signs, (rows, columns)), (len(self.edges), len(self.worth)))

    def bonus(self, prices: Prices) -> np.ndarray:
        bonus = np.zeros(self.schedules.standing.count)
        for (before, after), price in zip(self.edges, prices.by_edge, strict=True):
            bonus[before] += price
            bonus[after] -= price
        return bonus


def exact(schedules: Schedules, lesson: int, actions: list[Action]) -> tuple[float, np.ndarray]:
    """Exact points and minutes by day of a schedule."""
    of, minutes = schedules.standing, np.zeros(schedules.days)
    mastery, stability = float(of.mastery[lesson]), float(of.stability[lesson])
    last, level = float(of.studied_on[lesson]), 0
    for action in actions:
        recalled = recall(action.day - last, stability)
        stability = float(after_success(stability, float(of.difficulty[lesson]), recalled))
        higher = next_level(level, action.kind)
        if higher != level:
            new = float(schedules.level_mastery[higher, lesson])
            stability = float(mixed(mastery, new, stability))
            mastery, level = new, higher
        whole = ((action.day, schedules.minutes_of(lesson, action.kind)),)
        for day, length in action.charged or whole:
            minutes[day] += length
        last = action.day
    return float(of.weight[lesson]) * mastery * recall(schedules.days - last, stability), minutes


def upper_bound(problem: Problem, seconds: float, *, tells: bool = False) -> tuple[float, float]:
    """The bound, and the points of the best mixture of schedules found."""
    master = Master(problem)
    for lesson in range(master.schedules.standing.count):
        master.add(lesson, [])
    made = plan(problem)
    for lesson, actions in _schedules_of(problem, made).items():
        master.add(lesson, actions)
    flat = np.where(master.schedules.capacity > 0, made.price.per_minute, 0.0)
    centre = tried = Prices(flat, np.zeros(len(master.edges)))
    mixed, best, smoothing, began = 0.0, np.inf, SMOOTHING, time.monotonic()
    while time.monotonic() - began < seconds:
        worth, schedules = master.schedules.solve(tried.by_day, master.bonus(tried), is_traced=True)
        bound = worth.sum() + tried.by_day @ master.schedules.capacity
        if bound < best:
            best, centre = bound, tried
        fresh = sum(master.add(lesson, each) for lesson, each in enumerate(schedules))
        if tells:
            print(f"    mixture {mixed:.5f} bound {best:.5f} columns {len(master.worth)}")
        if best - mixed < 5e-4 * best or (not fresh and smoothing < 0.05):
            break
        if not fresh:
            smoothing *= 0.5
        mixed, found = master.solve()
        tried = _between(centre, found, smoothing)
    return _proven(problem, master, centre), mixed


def _proven(problem: Problem, master: Master, prices: Prices) -> float:
    """The bound at these prices with stabilities rounded up."""
    exact = Schedules(problem, FINE_CELLS, is_rounded_up=True)
    worth, _ = exact.solve(prices.by_day, master.bonus(prices), is_traced=False)
    return float(worth.sum() + prices.by_day @ exact.capacity)


def _between(centre: Prices, found: Prices, smoothing: float) -> Prices:
    return Prices(
        smoothing * centre.by_day + (1 - smoothing) * found.by_day,
        smoothing * centre.by_edge + (1 - smoothing) * found.by_edge,
    )


def _schedules_of(problem: Problem, made: Plan) -> dict[int, list[Action]]:
    """The plan's own sessions as schedules; parts of a lesson count on the day of the last."""
    schedules = Schedules(problem, 2, is_rounded_up=False)
    found: dict[int, list[Action]] = {}
    begun: dict[int, list[tuple[int, float]]] = {}
    for session in made.sessions:
        if not session.lesson:
            continue
        place = schedules.standing.index[session.lesson]
        kind = {Kind.REVIEW: REVIEW, Kind.DEEPEN: DEEPEN}.get(session.kind)
        if kind is not None:
            found.setdefault(place, []).append(Action(session.day, kind))
            continue
        begun.setdefault(place, []).append((session.day, float(session.minutes)))
        if session.part == session.parts:
            longer = np.abs(schedules.learn_minutes[:, place] - session.aimed_minutes)
            kind = len(DEPTHS) - int(longer[::-1].argmin())
            action = Action(session.day, kind, tuple(begun[place]))
            found.setdefault(place, []).append(action)
    return found


def stored() -> dict[str, float]:
    """Bounds of the frozen instances by their names."""
    bounds: dict[str, float] = json.loads(BOUNDS.read_text())
    return bounds


def main(arguments: Sequence[str]) -> int:
    seconds = float(arguments[0]) if arguments else 60.0
    bounds = stored() if BOUNDS.exists() else {}
    name = arguments[1] if len(arguments) > 1 else ""
    for instance in (each for each in FROZEN if each.name.startswith(name)):
        bound = _told(instance, seconds)
        bounds[instance.name] = round(min(bound, bounds.get(instance.name, 1.0)), 6)
        BOUNDS.write_text(json.dumps(bounds, indent=2) + "\n")
    return 0


def _told(instance: Instance, seconds: float) -> float:
    problem = instance.problem()
    bound, mixed = upper_bound(problem, seconds)
    made = plan(problem)
    share = (made.expected_points - made.points_without_study) / (bound - made.points_without_study)
    print(f"{instance.name}: bound {bound:.5f}, mixture {mixed:.5f}, share {share:.4f}", flush=True)
    return bound


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

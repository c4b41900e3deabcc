"""Weights of the logistic layer of `domain.mastery`, by feature.

Made by `python -m learnconnect_app.devtools.fit_mastery`; do not edit by hand.
"""

from __future__ import annotations

from typing import Final

WEIGHTS: Final[dict[str, float]] = {
    "proven": 0.6730,
    "practised:rating": 0.0000,
    "practised:rating_squared": -0.1192,
    "practised:share": 0.7582,
    "recent": 0.0000,
    "right_run": 0.0000,
    "surprise_same": 0.1926,
    "surprise_other": 0.0000,
    "slow_surprise": 0.0000,
    "same": -0.2155,
    "same:rating": -0.0765,
    "same:answers": 0.1690,
    "same:recent": -0.0986,
    "learner_surprise": 0.0405,
}

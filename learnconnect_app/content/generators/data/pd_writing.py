"""What the templates about pandas share."""

from __future__ import annotations

import json
from random import Random

ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
IMPORT = "import pandas as pd\n\n"
NAMES = ["Ada", "Can", "Ece", "Ali", "Nil", "Eda", "Mert", "Oya", "Umut", "Lara"]
CITIES = ["Bursa", "Edirne", "Mardin", "Rize", "Sivas", "Van"]


def few(rng: Random, count: int = 26) -> Random:
    """A source with only ``count`` courses: each variant is run, and importing pandas is slow."""
    return Random(rng.randrange(count))


def literal(values: list[str]) -> str:
    """A list of strings as it is written in code."""
    return json.dumps(values, ensure_ascii=False)


def listed(values: list[object]) -> str:
    """Numbers and missing values as they are written in code."""
    return "[" + ", ".join(map(str, values)) + "]"

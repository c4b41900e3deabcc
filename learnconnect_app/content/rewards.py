"""What the shop begins with: `rewards.yaml`.

Whether a value is what its kind asks for is checked when it is loaded (`services/reward_content`).
"""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

from learnconnect_app.content.library import HERE


class Words(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    en: str = Field(min_length=1)
    tr: str = Field(min_length=1)


class StartingReward(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str = Field(pattern=r"^[a-z0-9-]{1,60}$")
    kind: str
    title: Words
    description: Words
    cost: int = Field(ge=1)
    value: dict[str, Any] = {}


@cache
def starting_rewards() -> tuple[StartingReward, ...]:
    """In the order of the file."""
    read = yaml.safe_load((HERE / "rewards.yaml").read_text())
    return tuple(StartingReward.model_validate(each) for each in read["rewards"])

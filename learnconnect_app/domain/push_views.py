"""What Settings shows of the browsers that are pushed to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DeviceView:
    id: str
    name: str
    since_ms: int
    """Milliseconds since 1970, as browsers count."""
    succeeded_ms: int
    """When a push was last taken for it; 0: never."""
    is_here: bool
    """Whether it is the browser that asks."""

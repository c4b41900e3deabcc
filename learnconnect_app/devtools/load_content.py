"""`python -m learnconnect_app.devtools.load_content`: bring the built-in content in, and say so."""

from __future__ import annotations

from learnconnect_app.adapters import clock
from learnconnect_app.adapters.database import database
from learnconnect_app.content.library import library
from learnconnect_app.content.rewards import starting_rewards
from learnconnect_app.services.content import load_content
from learnconnect_app.services.reward_content import load_rewards


def main() -> None:
    with database().transaction() as session:
        report = load_content(session, library())
        new_rewards = load_rewards(session, starting_rewards(), now=clock.now())
    database().dispose()
    print(
        f"content: {report.topics} topics, {report.items} items, "
        f"{report.changed} changed, {report.retired} retired; {new_rewards} new rewards"
    )


if __name__ == "__main__":
    main()

"""A small made-up exam: three courses of two modules of three topics each, no items.

In each module the second topic needs the first one and the third the second; the second module
of a course begins with what the first one ends with.
"""

from __future__ import annotations

from sqlmodel import Session

from learnconnect_app.models import Course, Curriculum, Lesson, Module, Topic

EXAM, SCORE = "small-exam", "all"
COURSES = {"small-a": 50, "small-b": 30, "small-c": 20}
"""With their percent of the score, and as many items."""
MODULES, TOPICS_OF_A_MODULE = 2, 3
MINUTES = (30, 60, 90)
"""By place in the module."""


def a_small_exam(session: Session) -> str:
    """Its key. Made once in a database."""
    if session.get(Curriculum, EXAM) is None:
        session.add(_curriculum())
        session.flush()
        for position, course in enumerate(COURSES):
            _add_course(session, course, position)
    return EXAM


def topics_of(course: str) -> list[str]:
    return [
        f"{course}-{module}-{number}"
        for module in range(MODULES)
        for number in range(TOPICS_OF_A_MODULE)
    ]


def both(text: str) -> dict[str, str]:
    return {"en": text, "tr": f"{text} (tr)"}


def _curriculum() -> Curriculum:
    parts = [{"course": course, "items": items} for course, items in COURSES.items()]
    section = {"key": "small", "title": both("Section"), "icon": "book", "items": 100}
    test = {"key": "small", "title": both("Sitting"), "minutes": 100, "options": 5}
    return Curriculum(
        key=EXAM,
        kind="exam",
        icon="blocks",
        title=both("Small exam"),
        tagline=both("Tagline"),
        leads_to=both("Leads to"),
        languages=["en", "tr"],
        exam={
            "wrong_for_a_right": 4,
            "tests": [{**test, "sections": [{**section, "parts": parts}]}],
            "scores": [{"key": SCORE, "title": both("All"), "weights": {"small": 100}}],
            "estimates": both("Made up"),
        },
    )


def _add_course(session: Session, course: str, position: int) -> None:
    title, described = both(f"Course {course}"), both(f"What {course} is about")
    session.add(
        Course(
            key=course,
            curriculum_key=EXAM,
            position=position,
            icon="blocks",
            title=title,
            description=described,
        )
    )
    session.flush()
    before: list[str] = []
    for place, topic in enumerate(topics_of(course)):
        module, number = divmod(place, TOPICS_OF_A_MODULE)
        module_key = f"{course}-{module}"
        if number == 0:
            title = both(f"Module {module_key}")
            session.add(Module(key=module_key, course_key=course, position=module, title=title))
        session.add(_topic(topic, MINUTES[number], before))
        session.flush()
        session.add(
            Lesson(
                course_key=course,
                topic_key=topic,
                module_key=module_key,
                position=place,
                exam_items=float(1 + number),
            )
        )
        before = [topic]
    session.flush()


def _topic(key: str, minutes: int, requires: list[str]) -> Topic:
    return Topic(
        key=key,
        title=both(f"Topic {key}"),
        description=both(f"What {key} is about"),
        summary=both(f"Summary of {key}"),
        minutes=minutes,
        requires=list(requires),
    )

"""Parametric items of the topic `be-caching`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.backend.api_writing import PRINTS, printed
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "be-caching"


def _looked_up(requests: list[tuple[str, int]], ttl: int, kind: str) -> list[str]:
    """Whether each request hits the cache; ``kind`` is how the lifetime is understood."""
    stored: dict[str, int] = {}
    answers = []
    for name, now in requests:
        key = "all" if kind == "one key" else name
        age = now - stored[key] if key in stored else None
        hit = age is not None and (
            age < ttl or kind == "for ever" or (kind == "end" and age == ttl)
        )
        if not hit or kind == "sliding":
            stored[key] = now
        answers.append("hit" if hit else "load")
    return answers


@template("be-caching-hits-and-loads", topic=TOPIC, difficulty=3, seconds=75)
def hits_and_loads(rng: Random) -> Question:
    a, b = rng.sample(["news", "menu", "team", "shop", "map"], 2)
    ttl = rng.choice([10, 20, 30, 60])
    while True:
        times = sorted(rng.sample(range(1, 11), 4))
        names = [a, *rng.sample([a, a, b], 3)]
        requests = [(name, place * ttl // 5) for name, place in zip(names, times, strict=True)]
        right = _looked_up(requests, ttl, "")
        if right != _looked_up(requests, ttl, "for ever") and "hit" in right:
            break
    return printed(
        PRINTS,
        f"TTL = {ttl}\n"
        "stored_at = {}\n\n"
        "def get(key, now):\n"
        "    if key in stored_at and now - stored_at[key] < TTL:\n"
        '        return "hit"\n'
        "    stored_at[key] = now\n"
        '    return "load"\n\n'
        f"requests = {requests}\n"
        "print([get(key, now) for key, now in requests])",
        right,
        [
            (_looked_up(requests, ttl, "for ever"), "Thinks that an entry stays in the cache for ever.", "Kaydın önbellekte sonsuza dek kaldığını sanır."),
            (_looked_up(requests, ttl, "sliding"), "Thinks that each hit renews the lifetime.", "Her isabetin ömrü yenilediğini sanır."),
            (_looked_up(requests, ttl, "one key"), "Overlooks that each key has a time of its own.", "Her anahtarın kendi zamanı olduğunu gözden kaçırır."),
            (_looked_up(requests, ttl, "end"), f"Counts an age of {ttl} as still fresh.", f"{ttl} yaşındaki kaydı hâlâ taze sayar."),
            (["load"] * 4, "Thinks that nothing is ever kept.", "Hiçbir şeyin saklanmadığını sanır."),
            (["hit" if r == "load" else "load" for r in right], "Has hit and load the wrong way round.", "İsabet ile yüklemeyi birbirinin yerine koyar."),
        ],
        (
            f"A key is loaded at its first request and when {ttl} or more have passed since it was loaded; a hit changes nothing about that time.",
            f"Anahtar ilk istendiğinde ve son yüklenişinden beri {ttl} ya da daha çok geçtiğinde yüklenir; isabet bu zamanı değiştirmez.",
        ),
    )  # fmt: skip


def _exchanged(times: list[int], age: int, change: int, kind: str) -> list[str]:
    """What happens at each time: cache, 304 or 200."""
    checked, version, log = None, None, []
    for now in times:
        current = int(now >= change)
        fresh = checked is not None and now - checked < age and kind != "always asks"
        if fresh and not (kind == "sees change" and version != current):
            log.append("cache")
        elif version == current and kind != "no etag":
            log.append("304")
            checked = checked if kind == "304 forgotten" else now
        else:
            log.append("200")
            checked, version = now, current
    return log


@template("be-caching-fresh-or-validated", topic=TOPIC, difficulty=4, seconds=95)
def fresh_or_validated(rng: Random) -> Question:
    age = rng.choice([20, 30, 60, 90])
    unit = age // 10
    while True:
        times = [0, *sorted(rng.sample(range(3, 36), 4))]
        times = [t * unit for t in times]
        change = rng.randint(8, 26) * unit + unit // 2
        right = _exchanged(times, age, change, "")
        if {"cache", "304"} <= set(right) and right.count("200") == 2:
            break
    return printed(
        (
            "A browser opens a page several times (times in seconds); the page changes once. What does this program print?",
            "Bir tarayıcı bir sayfayı birkaç kez açıyor (zamanlar saniye); sayfa bir kez değişiyor. Bu program ne yazdırır?",
        ),
        f"MAX_AGE = {age}\n"
        f"CHANGED_AT = {change}\n"
        "checked, etag, log = None, None, []\n"
        f"for now in {times}:\n"
        f'    current = "v2" if now >= CHANGED_AT else "v1"\n'
        "    if checked is not None and now - checked < MAX_AGE:\n"
        '        log.append("cache")\n'
        "    elif etag == current:\n"
        '        log.append("304")\n'
        "        checked = now\n"
        "    else:\n"
        '        log.append("200")\n'
        "        checked, etag = now, current\n"
        "print(log)",
        right,
        [
            (_exchanged(times, age, change, "sees change"), "Thinks that the browser notices the change while its copy is fresh.", "Tarayıcının, kopyası tazeyken değişikliği fark ettiğini sanır."),
            (_exchanged(times, age, change, "no etag"), "Thinks that a stale copy is always fetched anew.", "Tazeliğini yitiren kopyanın hep yeniden alındığını sanır."),
            (_exchanged(times, age, change, "304 forgotten"), "Overlooks that a 304 makes the copy fresh again.", "304'ün kopyayı yeniden tazelediğini gözden kaçırır."),
            (_exchanged(times, age, change, "always asks"), "Thinks that the browser asks each time.", "Tarayıcının her seferinde sorduğunu sanır."),
            (["200", *["cache"] * 4], "Thinks that a stored copy is used for ever.", "Saklanan kopyanın sonsuza dek kullanıldığını sanır."),
            (["200"] * 5, "Thinks that nothing is ever kept.", "Hiçbir şeyin saklanmadığını sanır."),
        ],
        (
            f"For {age} s after the last check the copy is used without asking, even if the page changed at {change}. Later the ETag decides: the same → 304 and fresh again, another → 200.",
            f"Son denetimden sonraki {age} s boyunca kopya sorulmadan kullanılır; sayfa {change}. saniyede değişmiş olsa bile. Sonrasında ETag belirler: aynıysa 304 ve kopya yeniden taze, farklıysa 200.",
        ),
    )  # fmt: skip

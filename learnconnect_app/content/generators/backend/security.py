"""Parametric items of the topic `be-security`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.backend.api_writing import printed
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "be-security"


@template("be-security-origin-check", topic=TOPIC, difficulty=3, seconds=70)
def origin_check(rng: Random) -> Question:
    host = rng.choice(["lamp.example", "kite.example", "shop.example", "maps.example"])
    evil = rng.choice(["my", "not", "fake", "free"])
    more = rng.choice([f"http://{host}", f"https://app.{host}"])
    origins = [f"https://{host}", f"https://{evil}{host}", f"https://{host}.{evil}.test", more]
    rng.shuffle(origins)
    checks = {
        "same": (f'origin == "https://{host}"', [o for o in origins if o == f"https://{host}"]),
        "end": (f'origin.endswith("{host}")', [o for o in origins if o.endswith(host)]),
        "start": (f'origin.startswith("https://{host}")', [o for o in origins if o.startswith(f"https://{host}")]),
        "in": (f'"{host}" in origin', [o for o in origins if host in o]),
    }  # fmt: skip
    reasons = {
        "same": ("Thinks that only the site's own origin fits.", "Yalnızca sitenin kendi kökeninin uyduğunu sanır."),
        "end": ("Looks only at how the origin ends.", "Yalnızca kökenin nasıl bittiğine bakar."),
        "start": ("Looks only at how the origin begins.", "Yalnızca kökenin nasıl başladığına bakar."),
        "in": ("Thinks that it is enough if the name occurs anywhere.", "Adın herhangi bir yerde geçmesinin yettiğini sanır."),
    }  # fmt: skip
    because = {
        "same": ("Only the whole origin, scheme included, is equal. This is how origins should be compared.", "Yalnızca şemasıyla birlikte bütün köken eşittir. Kökenler böyle karşılaştırılmalıdır."),
        "end": (f"The end fits for strangers, too: `https://{evil}{host}` is another domain.", f"Son kısım yabancılarda da uyar: `https://{evil}{host}` başka bir alan adıdır."),
        "start": (f"The beginning fits for strangers, too: `https://{host}.{evil}.test` belongs to `{evil}.test`.", f"Baş kısım yabancılarda da uyar: `https://{host}.{evil}.test`, `{evil}.test` alan adına aittir."),
        "in": ("The name occurs in all of them, so everyone gets in. Compare the whole origin instead.", "Ad hepsinde geçer, yani herkes içeri girer. Bunun yerine kökenin tamamını karşılaştır."),
    }  # fmt: skip
    kind = rng.choice(list(checks))
    condition, right = checks[kind]

    def lines(result: list[str]) -> str:
        return "\n".join(result)

    listed = "".join(f'    "{origin}",\n' for origin in origins)
    return printed(
        (
            "A server tests which origins may read its answers. What does this program print?",
            "Bir sunucu, yanıtlarını hangi kökenlerin okuyabileceğini sınıyor. Bu program ne yazdırır?",
        ),
        f"origins = [\n{listed}]\nfor origin in origins:\n    if {condition}:\n        print(origin)",
        lines(right),
        [(lines(result), *reasons[name]) for name, (_, result) in checks.items() if name != kind],
        because[kind],
    )


def _allowed(times: list[int], limit: int, window: int, kind: str) -> list[bool]:
    """Which of the requests a limiter of this kind lets through."""
    passed: list[int] = []
    answers = []
    for now in times:
        if kind == "fixed":
            recent = [t for t in passed if t // window == now // window]
        elif kind == "sliding":
            recent = [t for t in passed if t > now - window]
        else:
            recent = passed
        answers.append(len(recent) < limit)
        if answers[-1]:
            passed.append(now)
    return answers


@template("be-security-rate-limit", topic=TOPIC, difficulty=4, seconds=90)
def rate_limit(rng: Random) -> Question:
    kind, other = rng.sample(["fixed", "sliding"], 2)
    window, limit = rng.choice([10, 20, 60]), rng.choice([1, 2])
    while True:
        step = window // 10
        times = sorted(rng.sample(range(1, 25), 5))
        times = [t * step for t in times]
        right = _allowed(times, limit, window, kind)
        if right != _allowed(times, limit, window, other) and not all(right):
            break
    some_en = "request" if limit == 1 else f"{limit} requests"
    some_tr = "ilk istek" if limit == 1 else f"ilk {limit} istek"
    if kind == "fixed":
        recent = "[t for t in passed if t // WINDOW == now // WINDOW]"
        because = (
            f"`t // WINDOW` numbers the windows: 0-{window - 1}, {window}-{2 * window - 1} and so on. In each, the first {some_en} may pass; at the border of two windows more can come close together.",
            f"`t // WINDOW` pencereleri numaralar: 0-{window - 1}, {window}-{2 * window - 1} ve devamı. Her birinde {some_tr} geçer; iki pencerenin sınırında istekler arka arkaya gelebilir.",
        )
        mistaken = (
            "Looks back over the last seconds instead of at fixed windows.",
            "Sabit pencerelere değil, son saniyelere bakar.",
        )
    else:
        recent = "[t for t in passed if t > now - WINDOW]"
        because = (
            f"Before each request the ones that passed within the last {window} seconds are counted (one exactly {window} s ago no longer counts). Refused requests are not recorded.",
            f"Her istekten önce son {window} saniyede geçenler sayılır (tam {window} s önceki artık sayılmaz). Reddedilenler kaydedilmez.",
        )
        mistaken = ("Counts in fixed windows instead of looking back.", "Geriye bakmak yerine sabit pencerelerde sayar.")  # fmt: skip
    return printed(
        (
            "A limiter gets the times of requests in seconds. What does this program print?",
            "Bir hız sınırlayıcıya isteklerin zamanları saniye olarak veriliyor. Bu program ne yazdırır?",
        ),
        f"WINDOW, LIMIT = {window}, {limit}\n"
        "passed = []\n\n"
        "def allow(now):\n"
        f"    recent = {recent}\n"
        "    if len(recent) >= LIMIT:\n"
        "        return False\n"
        "    passed.append(now)\n"
        "    return True\n\n"
        f"print([allow(now) for now in {times}])",
        right,
        [
            (_allowed(times, limit, window, other), *mistaken),
            (_allowed(times, limit + 1, window, kind), "Lets one request more than the limit pass.", "Sınırdan bir istek fazlasını geçirir."),
            (_allowed(times, limit, window, "total"), "Thinks that the limit holds for all time.", "Sınırın bütün zaman için geçerli olduğunu sanır."),
            ([True] * 5, "Thinks that requests at different times are never refused.", "Farklı zamanlardaki isteklerin hiç reddedilmediğini sanır."),
            ([not answer for answer in right], "Reads True as “refused”.", "True değerini “reddedildi” diye okur."),
        ],
        because,
    )  # fmt: skip

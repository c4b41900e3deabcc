"""Parametric items of the topic `be-logging`."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.generators.backend.operation_writing import asked, en, tr
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "be-logging"
LEVELS = ["DEBUG", "INFO", "WARNING", "ERROR"]


@template("be-logging-which-lines", topic=TOPIC, difficulty=3, seconds=75)
def which_lines(rng: Random) -> Question:
    root, own = rng.sample(LEVELS, 2)
    name = rng.choice(["db", "mail", "cart", "search"])
    words = rng.sample(["start", "query", "slow", "retry", "full", "lost", "saved"], 4)
    calls = [
        (rng.choice(["logging", name]), level, word)
        for level, word in zip(rng.sample(LEVELS, 4), words, strict=True)
    ]

    def shown(root_level: str, own_level: str, *, strict: bool = False) -> str:
        least = {"logging": LEVELS.index(root_level), name: LEVELS.index(own_level)}
        kept = [w for who, lv, w in calls if LEVELS.index(lv) - strict >= least[who]]
        return "\n".join(kept)

    right = shown(root, own)
    if len({who for who, _, _ in calls}) < 2 or not right:
        return which_lines(rng)
    lower = max(root, own, key=LEVELS.index)
    wrong = [
        (
            shown(root, root),
            f"Lets the level of the root logger decide for `{name}` too.",
            f"`{name}` için de kök kaydedicinin düzeyini geçerli sayar.",
        ),
        (
            shown(root, own, strict=True),
            "Thinks that the level itself is left out.",
            "Düzeyin kendisinin dışarıda kaldığını sanır.",
        ),
        (
            "\n".join(words),
            "Thinks that every message is printed.",
            "Her mesajın yazdırıldığını sanır.",
        ),
        (
            shown(own, root),
            "Swaps the two levels.",
            "İki düzeyin yerini değiştirir.",
        ),
        (
            shown(lower, lower),
            "Thinks that the stricter level holds for both.",
            "Daha sıkı düzeyin ikisi için de geçerli olduğunu sanır.",
        ),
    ]
    spare = [
        (
            "\n".join(words[:n]),
            "Goes by the order and not by the levels.",
            "Düzeylere değil sıraya bakar.",
        )
        for n in (1, 2, 3)
    ]
    wrong = [each for each in wrong if each[0]]
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=(
            "import logging, sys\n\n"
            f"logging.basicConfig(level=logging.{root}, stream=sys.stdout,\n"
            '                    format="%(message)s", force=True)\n'
            f'{name} = logging.getLogger("{name}")\n'
            f"{name}.setLevel(logging.{own})\n"
            + "\n".join(f'{who}.{level.lower()}("{word}")' for who, level, word in calls)
        ),
        right=right,
        wrong=wrong[:3],
        spare=wrong[3:] + spare,
        because_en=(
            "The order is DEBUG < INFO < WARNING < ERROR; a message passes when its level is at least "
            f"that of its logger. For `logging.…` that is {root}, for `{name}.…` its own {own}."
        ),
        because_tr=(
            "Sıra DEBUG < INFO < WARNING < ERROR; mesaj, düzeyi kaydedicininkine eşit ya da ondan "
            f"yüksekse geçer. `logging.…` için düzey {root}, `{name}.…` için kendi düzeyi {own}."
        ),
        proof=Proof(run="output"),
    )


@template("be-logging-error-budget", topic=TOPIC, difficulty=3, seconds=70)
def error_budget(rng: Random) -> Question:
    target = rng.choice([Fraction(98), Fraction(99), Fraction(995, 10), Fraction(999, 10)])
    thousands = rng.choice([20, 40, 50, 80, 200])
    requests = thousands * 1000
    budget = (100 - target) * requests / 100
    failed = int(budget * rng.choice([25, 30, 40, 60, 75]) / 100)
    right = int(budget) - failed
    written = f"{thousands} 000"
    return asked(
        stem_en=(
            f"The goal of a service is that at least {en(target)}% of requests succeed in a month. "
            f"This month has {written} requests in all, and {failed} have failed so far. "
            "How many **more** may fail without missing the goal?"
        ),
        stem_tr=(
            f"Bir servisin hedefi, ayda isteklerin en az %{tr(target)} kadarının başarılı olması. Bu "
            f"ay toplam {written} istek var ve şimdiye kadar {failed} istek başarısız oldu. Hedefi "
            "kaçırmadan **daha** kaç istek başarısız olabilir?"
        ),
        right=right,
        wrong=[
            (
                int(budget),
                "Forgets the failures that have happened already.",
                "Daha önceki başarısız istekleri unutur.",
            ),
            (
                int(budget) + failed,
                "Adds the failures instead of subtracting them.",
                "Başarısız istekleri çıkarmak yerine ekler.",
            ),
            (
                int(budget) * 10 - failed,
                "Slips by one place in the percentage.",
                "Yüzdede bir basamak kayar.",
            ),
            (failed, "Takes what is used for what is left.", "Kullanılanı kalan sanır."),
            (
                requests // 100 - failed,
                "Counts with 1% whatever the goal is.",
                "Hedef ne olursa olsun %1 ile hesaplar.",
            ),
        ],
        because_en=(
            f"{en(100 - target)}% of {written} requests is {int(budget)}: this is the error budget. "
            f"{int(budget)} − {failed} = {right} are left of it."
        ),
        because_tr=(
            f"{written} isteğin %{tr(100 - target)} kadarı {int(budget)} eder: hata bütçesi budur. "
            f"Ondan {int(budget)} − {failed} = {right} kalır."
        ),
        computed=(
            f"max(n for n in range({int(budget) * 2}) "
            f"if ({requests} - {failed} - n) * 1000 >= {int(target * 10)} * {requests})"
        ),
    )

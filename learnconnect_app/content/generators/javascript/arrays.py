"""Parametric items of the topic `js-arrays`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.generators.javascript.inspection import inspected, joined, literal
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-arrays"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
NAMES = ["Ayşe", "Deniz", "Ada", "Mert", "Elif", "Grace", "Linus", "Zeynep", "Emre", "Maya"]


@template("js-arrays-slice", topic=TOPIC, difficulty=2, seconds=45)
def slice_of_array(rng: Random) -> Question:
    scores = rng.sample(range(10, 60), 6)
    start = rng.randint(1, 2)
    end = start + rng.randint(2, 3)
    places = ", ".join(map(str, range(start, end)))
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"const scores = {literal(scores)};\nconsole.log(scores.slice({start}, {end}));",
        code_language="javascript",
        right=inspected(scores[start:end]),
        wrong=[
            (
                inspected(scores[start : end + 1]),
                "Counts the end as included.",
                "Bitişi dahil sayar.",
            ),
            (
                inspected(scores[start - 1 : end - 1]),
                "Counts the positions from 1.",
                "Konumları 1'den saymaya başlar.",
            ),
            (
                inspected(scores[:start] + scores[end:]),
                "Thinks that slice cuts the part out and leaves the rest.",
                "slice'ın bölümü kesip kalanını verdiğini sanır.",
            ),
        ],
        spare=[
            (
                inspected(scores[start : start + end]),
                "Reads the second number as how many elements to take.",
                "İkinci sayıyı alınacak öğe sayısı sanır.",
            ),
        ],
        because_en=f"`slice({start}, {end})` copies the elements at the positions {places}; the end {end} is not included.",
        because_tr=f"`slice({start}, {end})` şu konumlardaki öğeleri kopyalar: {places}; bitiş olan {end} dahil değildir.",
        proof=Proof(run="output"),
    )


@template("js-arrays-splice", topic=TOPIC, difficulty=3, seconds=60)
def splice_of_array(rng: Random) -> Question:
    points = rng.sample(range(10, 60), 6)
    start, count = rng.choice([(1, 2), (2, 3), (1, 3), (3, 2), (2, 2)])
    removed, rest = points[start : start + count], points[:start] + points[start + count :]
    by_end = points[start:count]
    rest_by_end = points[:start] + points[max(start, count) :]
    early = points[start - 1 : start - 1 + count]
    rest_early = points[: start - 1] + points[start - 1 + count :]
    asks_removed = rng.random() < 0.5
    shown = "removed" if asks_removed else "points"
    right, opposite = (removed, rest) if asks_removed else (rest, removed)
    swapped = (
        (
            inspected(opposite),
            "Thinks that splice returns what is left.",
            "splice'ın geriye kalanı döndürdüğünü sanır.",
        )
        if asks_removed
        else (
            inspected(opposite),
            "Thinks that the removed part is what stays in the array.",
            "Çıkarılan bölümün dizide kaldığını sanır.",
        )
    )
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const points = {literal(points)};\n"
            f"const removed = points.splice({start}, {count});\n"
            f"console.log({shown});"
        ),
        code_language="javascript",
        right=inspected(right),
        wrong=[
            swapped,
            (
                inspected(by_end if asks_removed else rest_by_end),
                "Reads the second number as an end position, as slice does.",
                "İkinci sayıyı slice'taki gibi bitiş konumu sanır.",
            ),
            (
                inspected(early if asks_removed else rest_early),
                "Counts the positions from 1.",
                "Konumları 1'den saymaya başlar.",
            ),
        ],
        spare=[
            (
                inspected(points),
                "Thinks that splice works on a copy."
                if not asks_removed
                else "Thinks that splice returns the whole array.",
                "splice'ın bir kopya üzerinde çalıştığını sanır."
                if not asks_removed
                else "splice'ın bütün diziyi döndürdüğünü sanır.",
            ),
        ],
        because_en=f"`splice({start}, {count})` takes {count} elements out of the array from position {start} on and returns them: {inspected(removed)}. {inspected(rest)} stays.",
        because_tr=f"`splice({start}, {count})`, {start} konumundan başlayarak {count} öğeyi diziden çıkarır ve döndürür: {inspected(removed)}. Dizide kalan: {inspected(rest)}.",
        proof=Proof(run="output"),
    )


@template("js-arrays-both-ends", topic=TOPIC, difficulty=2, seconds=55)
def both_ends(rng: Random) -> Question:
    a, b, c, added = rng.sample(NAMES, 4)
    queue = [a, b, c]
    adding, taking = rng.choice(["push", "unshift"]), rng.choice(["pop", "shift"])

    def after(adds_at_end: bool, takes_at_end: bool) -> list[str]:
        longer = [*queue, added] if adds_at_end else [added, *queue]
        return longer[:-1] if takes_at_end else longer[1:]

    at_end, from_end = adding == "push", taking == "pop"
    longer = [*queue, added] if at_end else [added, *queue]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const queue = {literal(queue)};\n"
            f"queue.{adding}({literal([added])[1:-1]});\n"
            f"queue.{taking}();\n"
            'console.log(queue.join(" "));'
        ),
        code_language="javascript",
        right=joined(after(at_end, from_end)),
        wrong=[
            (
                joined(after(not at_end, from_end)),
                f"Thinks that {adding} adds at the other end.",
                f"{adding} metodunun öbür uca eklediğini sanır.",
            ),
            (
                joined(after(at_end, not from_end)),
                f"Thinks that {taking} takes from the other end.",
                f"{taking} metodunun öbür uçtan aldığını sanır.",
            ),
            (
                joined(longer),
                f"Thinks that {taking} only reads an element.",
                f"{taking} metodunun öğeyi yalnızca okuduğunu sanır.",
            ),
        ],
        spare=[
            (
                joined(after(not at_end, not from_end)),
                "Has the front and the end the wrong way round.",
                "Başı ve sonu birbirine karıştırır.",
            ),
        ],
        because_en=f"`{adding}` adds at the {'end' if at_end else 'front'}, `{taking}` takes from the {'end' if from_end else 'front'}: {', '.join(longer)} becomes {', '.join(after(at_end, from_end))}.",
        because_tr=f"`{adding}` {'sona' if at_end else 'başa'} ekler, `{taking}` {'sondan' if from_end else 'baştan'} çıkarır. Önce: {', '.join(longer)}; sonra: {', '.join(after(at_end, from_end))}.",
        proof=Proof(run="output"),
    )

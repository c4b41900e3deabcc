"""Parametric items of the unit `tyt-mat-oran-ve-denklem`: ratio, proportion, equations."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, signed, tex, whole
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

RATIO = "tyt-mat-oran-oranti"
EQUATIONS = "tyt-mat-denklem-cozme"


@template("tyt-mat-oran-oranti-orantili-toplam", topic=RATIO, difficulty=2, seconds=60)
def proportional_sum(rng: Random) -> Question:
    p, q, r = rng.choice(
        [(2, 3, 5), (3, 4, 5), (2, 5, 7), (3, 5, 7), (2, 3, 4), (4, 5, 6), (3, 4, 7)]
    )
    k, m = rng.randint(2, 9), rng.choice([2, 3])
    total = (m * p + q - r) * k
    if total <= 0:
        m = 3
        total = (m * p + q - r) * k
    right = (p + q + r) * k
    return exam_question(
        rf"$$\frac{{a}}{{{p}}} = \frac{{b}}{{{q}}} = \frac{{c}}{{{r}}}$$"
        f"\n\nve ${m}a + b - c = {total}$ olduğuna göre $a + b + c$ toplamı kaçtır?",
        right,
        [
            (p + q + r, "Orantı sabitini 1 kabul eder."),
            (k, "Toplam yerine orantı sabitini verir."),
            (r * k, "Toplam yerine yalnız $c$ sayısını bulur."),
            (total, "Verilen toplamı cevap sanır."),
        ],
        rf"Orantı sabiti $k$ ise $a = {p}k$, $b = {q}k$, $c = {r}k$ olur. ${m * p}k + {q}k - {r}k = {m * p + q - r}k = {total}$ "
        rf"olduğundan $k = {k}$ ve $a + b + c = {p + q + r}k = {right}$.",
        spare=[
            ((p + q) * k, "$c$ sayısını toplama katmaz."),
            (right + k, "Katsayıları toplarken 1 fazla bulur."),
        ],
        computed=f"sum(solve([{q} * a - {p} * b, {r} * b - {q} * c, {m} * a + b - c - {total}], [a, b, c]).values())",
    )


@template("tyt-mat-oran-oranti-ters-paylasim", topic=RATIO, difficulty=3, seconds=80)
def inverse_shares(rng: Random) -> Question:
    ages = rng.choice(
        [(2, 3, 6), (3, 4, 6), (4, 6, 12), (2, 4, 8), (3, 6, 9), (4, 5, 10), (6, 8, 12)]
    )
    common = lcm(*ages)
    parts = [common // age for age in ages]
    k = rng.choice([5, 10, 15, 20, 25, 30, 40, 50])
    total = sum(parts) * k
    largest = rng.random() < 0.5
    right = (parts[0] if largest else parts[2]) * k
    straight = Fraction(total, sum(ages)) * (ages[0] if largest else ages[2])
    p, q, r = ages
    return exam_question(
        f"{whole(total)} lira; {p}, {q} ve {r} sayılarıyla **ters** orantılı olacak biçimde üç kişiye paylaştırılıyor. "
        f"Buna göre en {'çok' if largest else 'az'} payı alan kişi kaç lira alır?",
        shown(right),
        [
            (shown(parts[1] * k), "Ortadaki payı verir."),
            (shown((parts[2] if largest else parts[0]) * k), "En çok ile en az payı karıştırır."),
            (shown(straight), "Ters yerine doğru orantı kurup aynı sayıya düşen payı alır."),
            (
                shown(Fraction(total, sum(ages)) * (ages[2] if largest else ages[0])),
                "Ters yerine doğru orantı kurar.",
            ),
        ],
        rf"Ters orantıda paylar $\frac{{1}}{{{p}}}$, $\frac{{1}}{{{q}}}$, $\frac{{1}}{{{r}}}$ ile, yani {parts[0]}, {parts[1]} ve {parts[2]} "
        rf"ile doğru orantılıdır. ${sum(parts)}k = {total}$ olduğundan $k = {k}$ ve aranan pay {right} lira olur.",
        spare=[
            (shown(k), "Pay yerine orantı sabitini verir."),
            (shown(total - right), "Aranan pay yerine öteki iki payın toplamını verir."),
            (shown(right + k), "Payın katsayısını 1 fazla alır."),
            (shown(right + 2 * k), "Payın katsayısını 2 fazla alır."),
        ],
        computed=f"solve(x * {ages[0] if largest else ages[2]} * (S(1) / {p} + S(1) / {q} + S(1) / {r}) - {total}, x)[0]",
    )


@template("tyt-mat-oran-oranti-bilesik", topic=RATIO, difficulty=3, seconds=80)
def compound(rng: Random) -> Question:
    while True:
        workers, days, more = rng.randint(3, 8), rng.randint(6, 15), rng.randint(4, 12)
        length, longer = rng.choice(
            [(60, 80), (40, 60), (90, 120), (50, 75), (80, 100), (60, 90), (100, 150)]
        )
        right = Fraction(workers * days * longer, length * more)
        if more != workers and right.denominator == 1 and right != days and right > 2:
            break
    return exam_question(
        f"Eşit hızla çalışan {workers} işçi, {length} metrelik bir duvarı {days} günde örüyor. Aynı hızla çalışan {more} işçi, "
        f"{longer} metrelik aynı kalınlık ve yükseklikteki bir duvarı kaç günde örer?",
        shown(right),
        [
            (
                shown(Fraction(more * days * longer, length * workers)),
                "İşçi sayısı ile süreyi doğru orantılı sanır.",
            ),
            (
                shown(Fraction(workers * days * length, longer * more)),
                "Duvarın uzunluğu ile süreyi ters orantılı sanır.",
            ),
            (shown(Fraction(workers * days, more)), "Duvarın uzadığını hesaba katmaz."),
            (shown(Fraction(days * longer, length)), "İşçi sayısının değiştiğini hesaba katmaz."),
        ],
        rf"Bir işçi bir günde $\frac{{{length}}}{{{workers} \cdot {days}}} = {tex(Fraction(length, workers * days))}$ metre örer. "
        rf"{more} işçinin {longer} metre için gereken süresi ${longer} : \left({more} \cdot {tex(Fraction(length, workers * days))}\right) = {right}$ gündür.",
        spare=[
            (shown(right + 1), "İşlem hatasıyla 1 fazla bulur."),
            (shown(right + 2), "İşlem hatasıyla 2 fazla bulur."),
        ],
        computed=f"solve({workers * days} * {longer} - {more} * x * {length}, x)[0]",
    )


@template("tyt-mat-denklem-cozme-kesirli", topic=EQUATIONS, difficulty=2, seconds=70)
def with_fractions(rng: Random) -> Question:
    p, q = rng.choice([(2, 3), (3, 4), (2, 5), (3, 5), (4, 5)])
    while True:
        x = rng.randint(2, 20)
        u, v = rng.randint(1, 5), rng.randint(1, 6)
        left, right_side = Fraction(x + u, p), Fraction(x - v, q)
        if (left - right_side).denominator == 1:
            break
    value = int(left - right_side)
    slip = Fraction(p * q * value - q * u + p * v, q - p)
    forgotten = Fraction(value - q * u - p * v, q - p)
    return exam_question(
        rf"$$\frac{{x + {u}}}{{{p}}} - \frac{{x - {v}}}{{{q}}} = {value}$$"
        "\n\ndenkleminin çözümü kaçtır?",
        shown(x),
        [
            (shown(slip), "İkinci kesirdeki eksiyi bütün paya dağıtmaz."),
            (shown(forgotten), "Eşitliğin sağını ortak paydayla çarpmayı unutur."),
            (shown(p * q * value - q * u - p * v), "$x$ in katsayısına bölmeyi unutur."),
            (
                shown(Fraction(p * q * value + q * u + p * v, q - p)),
                "Sabit terimleri karşıya geçirirken işaret değiştirmez.",
            ),
        ],
        rf"İki yan {p * q} ile çarpılır: ${q}(x + {u}) - {p}(x - {v}) = {p * q * value}$. Buradan "
        rf"${'' if q - p == 1 else q - p}x + {q * u + p * v} = {p * q * value}$ ve $x = {x}$ bulunur.",
        spare=[
            (shown(x + 1), "İşlem hatasıyla 1 fazla bulur."),
            (shown(x + 2), "İşlem hatasıyla 2 fazla bulur."),
        ],
        computed=f"[i for i in range(-50, 51) if Rational(i + {u}, {p}) - Rational(i - {v}, {q}) == {value}][0]",
    )


@template("tyt-mat-denklem-cozme-iki-bilinmeyen", topic=EQUATIONS, difficulty=2, seconds=70)
def two_unknowns(rng: Random) -> Question:
    while True:
        x, y = rng.randint(-4, 9), rng.randint(-4, 9)
        a1, b1, a2, b2 = rng.randint(2, 5), rng.randint(1, 4), rng.randint(1, 4), rng.randint(2, 5)
        if x and y and x != y and x * y != x + y and (a1, b1) != (a2, b2):
            break
    one, two = a1 * x + b1 * y, a2 * x - b2 * y

    def times(n: int, letter: str) -> str:
        return letter if n == 1 else f"{n}{letter}"

    return exam_question(
        rf"$$\begin{{cases}} {times(a1, 'x')} + {times(b1, 'y')} = {one} \\ {times(a2, 'x')} - {times(b2, 'y')} = {two} \end{{cases}}$$"
        "\n\ndenklem sistemini sağlayan $x$ ve $y$ sayıları için $x + y$ toplamı kaçtır?",
        whole(x + y),
        [
            (whole(x - y), "Toplam yerine farkı bulur."),
            (whole(x * y), "Toplam yerine çarpımı bulur."),
            (whole(x), "Yalnız $x$ sayısını verir."),
            (whole(y), "Yalnız $y$ sayısını verir."),
            (whole(y - x), "$x$ sayısının işaretini yanlış bulur."),
        ],
        rf"$y$ yi yok etmek için ilk denklem {b2}, ikincisi {b1} ile genişletilip toplanır: "
        rf"${a1 * b2 + a2 * b1}x = {one * b2 + two * b1}$, $x = {x}$. Yerine yazılırsa $y = {y}$ ve $x + y = {x + y}$ olur.",
        spare=[
            (whole(x + y + 1), "İşlem hatasıyla 1 fazla bulur."),
            (whole(x + y + 2), "İşlem hatasıyla 2 fazla bulur."),
        ],
        computed=f"[i + j for i in range(-9, 13) for j in range(-9, 13) if {a1} * i + {b1} * j == {one} and {a2} * i - {b2} * j == {two}][0]",
    )


@template("tyt-mat-denklem-cozme-sonsuz-cozum", topic=EQUATIONS, difficulty=3, seconds=60)
def infinitely_many(rng: Random) -> Question:
    p, q = rng.randint(2, 9), rng.randint(2, 12)
    m, n = rng.randint(1, 6), rng.randint(1, 9)
    first, second = p + m, q + n
    return exam_number(
        f"$a$ ve $b$ gerçek sayılar olmak üzere\n\n$$(a - {m})x + b = {p}x {signed(-n)} + {second + n}$$"
        "\n\ndenkleminin çözüm kümesi bütün gerçek sayılar olduğuna göre $a + b$ toplamı kaçtır?",
        first + second,
        "Her $x$ için sağlanan denklemde iki yandaki $x$ katsayıları ve sabit terimler eşittir: "
        rf"$a - {m} = {p}$, yani $a = {first}$; $b = -{n} + {second + n} = {second}$. Toplam {first + second} olur.",
        mistakes=[
            (p + second, f"$a - {m}$ ifadesinin değerini $a$ sanır."),
            (first, "Yalnız $a$ sayısını verir."),
        ],
        computed=f"sum(solve([((a - {m}) * v + b) - ({p} * v - {n} + {second + n}) for v in (1, 4)], [a, b]).values())",
    )

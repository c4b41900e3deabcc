"""AYT Fizik: the atom, radioactivity and modern physics."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.fizik_writing import (
    exact,
    num,
    tex,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


@template(
    "ayt-fiz-atom-radyoaktivite-yari-omur",
    topic="ayt-fiz-atom-radyoaktivite",
    difficulty=2,
    seconds=55,
)
def half_life(rng: Random) -> Question:
    halves, life = rng.choice([2, 3, 4]), rng.choice([3, 4, 5, 6, 8, 10, 12])
    start = rng.choice([5, 10, 15, 20, 25]) * 2**halves
    kept = start // 2**halves
    asked = rng.random() < 0.5
    right = start - kept if asked else kept
    return exam_question(
        f"Yarı ömrü {life} gün olan {start} g radyoaktif bir maddenin {life * halves} gün sonra kaç gramı {'bozunmuş' if asked else 'bozunmadan kalmış'} olur?",
        right,
        [
            (kept if asked else start - kept, "Bozunan ile kalan miktarı karıştırır."),
            (num(Fraction(start, halves)), "Miktarı yarı ömür sayısına böler."),
            (num(Fraction(start, 2)), "Geçen süreyi bir yarı ömür gibi alır."),
            (num(Fraction(start, 2 ** (halves + 1))), "Bir yarı ömür fazla sayar."),
        ],
        rf"{life * halves} gün $\frac{{{life * halves}}}{{{life}}} = {halves}$ yarı ömürdür. Kalan: ${start}\cdot \left(\frac{{1}}{{2}}\right)^{{{halves}}} = {kept}$ g; bozunan: ${start} - {kept} = {start - kept}$ g.",
        spare=[
            (
                start,
                "Maddenin tümünün bozunduğunu sanır."
                if asked
                else "Maddenin hiç bozunmadığını sanır.",
            ),
            (num(Fraction(start, 2 ** (halves - 1))), "Bir yarı ömür eksik sayar."),
        ],
        computed=(f"{start} - " if asked else "")
        + f"{start}*exp(-log(2)*Rational({life * halves}, {life}))",
    )


@template(
    "ayt-fiz-atom-radyoaktivite-bozunma-sayisi",
    topic="ayt-fiz-atom-radyoaktivite",
    difficulty=3,
    seconds=70,
)
def decay_counts(rng: Random) -> Question:
    alphas, betas = rng.randint(2, 7), rng.randint(1, 5)
    mass, number = rng.choice([(238, 92), (235, 92), (232, 90), (237, 93), (234, 90)])
    new_mass, new_number = mass - 4 * alphas, number - 2 * alphas + betas
    while betas == alphas or betas == 2 * alphas:
        betas += 1
        new_number += 1

    def pair(a: int, b: int) -> str:
        return rf"{a} $\alpha$ ve {b} $\beta^-$"

    return exam_question(
        f"Kütle numarası {mass}, atom numarası {number} olan bir çekirdek, art arda yalnızca $\\alpha$ ve $\\beta^-$ bozunmaları yaparak kütle numarası {new_mass}, atom numarası {new_number} olan çekirdeğe dönüşüyor. Kaç $\\alpha$ ve kaç $\\beta^-$ bozunması olmuştur?",
        pair(alphas, betas),
        [
            (pair(betas, alphas), "İki bozunma türünün sayılarını karıştırır."),
            (
                pair(2 * alphas, betas),
                "$\\alpha$ bozunmasında kütle numarasının 2 azaldığını sanır.",
            ),
            (
                pair(alphas, abs(number - new_number)),
                "$\\alpha$ bozunmalarının atom numarasına etkisini hesaba katmaz.",
            ),
            (
                pair(alphas, 2 * alphas + betas),
                "$\\beta^-$ sayısına $\\alpha$'ların azalttığı atom numarasını ekler.",
            ),
            (
                pair(alphas + 1, betas + 2),
                "Bir $\\alpha$ fazla sayıp atom numarasını $\\beta^-$ ile dengeler.",
            ),
        ],
        rf"$\alpha$ sayısı: $\frac{{{mass} - {new_mass}}}{{4}} = {alphas}$. Atom numarası: ${number} - 2\cdot {alphas} + b = {new_number}$, $b = {betas}$.",
        spare=[(pair(alphas + 2, betas), "Kütle numarası farkını yanlış böler.")],
        computed=f"Tuple(*solve([{mass} - 4*x - {new_mass}, {number} - 2*x + y - {new_number}], [x, y]).values())",
        reads=f"Tuple({alphas}, {betas})",
    )


@template(
    "ayt-fiz-modern-fizik-fotoelektrik", topic="ayt-fiz-modern-fizik", difficulty=3, seconds=65
)
def photoelectric(rng: Random) -> Question:
    while True:
        energy = rng.choice(
            [
                Fraction(31, 10),
                Fraction(4),
                Fraction(5),
                Fraction(62, 10),
                Fraction(31, 4),
                Fraction(8),
                Fraction(10),
            ]
        )
        wave = 12400 / energy
        work = Fraction(rng.choice([18, 20, 22, 24, 25, 28, 30]), 10)
        right = energy - work
        if right > 0 and right != work:
            break
    return exam_question(
        f"Eşik (bağlanma) enerjisi {num(work)} eV olan metale dalga boyu {num(wave)} Å olan ışık düşürülüyor. Sökülen elektronları durdurmak için gereken kesme geriliminin büyüklüğü kaç V'tur? ($hc = 12\\,400$ eV·Å)",
        num(right),
        [
            (num(energy), "Eşik enerjisini çıkarmaz, foton enerjisini alır."),
            (num(energy + work), "Eşik enerjisini foton enerjisine ekler."),
            (num(work), "Eşik enerjisini kesme gerilimi sanır."),
            (num(right / 2), "Kesme gerilimini kinetik enerjinin yarısı sanır."),
        ],
        rf"$E = \frac{{hc}}{{\lambda}} = \frac{{12400}}{{{tex(wave)}}} = {tex(energy)}$ eV. $E_{{k,max}} = {tex(energy)} - {tex(work)} = {tex(right)}$ eV; kesme gerilimi {num(right)} V'tur.",
        spare=[(num(2 * right), "Kinetik enerjiyi iki kat alır.")],
        computed=f"solve(Rational(12400)/{exact(wave)} - {exact(work)} - x, x)[0]",
    )


@template("ayt-fiz-modern-fizik-gorelilik", topic="ayt-fiz-modern-fizik", difficulty=3, seconds=65)
def relativity(rng: Random) -> Question:
    v, inverse = rng.choice([(Fraction(3, 5), Fraction(4, 5)), (Fraction(4, 5), Fraction(3, 5))])
    clock = rng.random() < 0.5
    value = rng.choice([12, 24, 36, 48, 60, 120, 180, 240])
    right = value / inverse if clock else value * inverse
    stem = (
        f"Yere göre ${tex(v)}c$ sabit hızla giden bir uzay aracındaki saate göre bir olay {value} dakika sürüyor. Yerdeki gözlemciye göre bu olay kaç dakika sürer?"
        if clock
        else f"Durgunken boyu {value} m olan bir uzay aracı yere göre, boyu doğrultusunda ${tex(v)}c$ sabit hızla gidiyor. Yerdeki gözlemciye göre aracın boyu kaç m'dir?"
    )
    opposite = value * inverse if clock else value / inverse
    return exam_question(
        stem + " ($c$: ışığın boşluktaki hızı)",
        num(right),
        [
            (num(opposite), "Zamanın genişlemesi ile boyun kısalmasını karıştırır."),
            (num(value), "Ölçümün gözlemciden bağımsız olduğunu sanır."),
            (num(value / inverse**2 if clock else value * inverse**2), "Karekök almayı unutur."),
            (
                num(value / v if clock else value * v),
                "$\\sqrt{1 - v^2/c^2}$ yerine $v/c$ oranını kullanır.",
            ),
        ],
        rf"$\sqrt{{1 - {tex(v)}^2}} = {tex(inverse)}$. "
        + (
            rf"Süre genişler: $t = \frac{{{value}}}{{{tex(inverse)}}} = {tex(right)}$ dakika."
            if clock
            else rf"Boy kısalır: $\ell = {value}\cdot {tex(inverse)} = {tex(right)}$ m."
        ),
        spare=[(num(value * v if clock else value / v), "Oranı hem yanlış hem ters kullanır.")],
        computed=f"{value}*cosh(atanh({exact(v)}))"
        if clock
        else f"{value}/cosh(atanh({exact(v)}))",
    )

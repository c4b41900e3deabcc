"""AYT Fizik: energy and momentum."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.fizik_writing import (
    axes,
    exact,
    num,
    root,
    tex,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


@template(
    "ayt-fiz-enerji-hareket-kuvvet-yol", topic="ayt-fiz-enerji-hareket", difficulty=3, seconds=80
)
def force_path_graph(rng: Random) -> Question:
    while True:
        m, v = rng.choice([1, 2, 4, 5]), rng.choice([3, 4, 5, 6, 8, 10])
        x1, x2 = rng.choice([(2, 6), (4, 6), (3, 5), (2, 4), (4, 10), (5, 10), (3, 9)])
        work = Fraction(m * v * v, 2)
        force = 2 * work / (x2 + x1)
        if force.denominator == 1 and force >= 4:
            break
    d = axes(290, 180, "x (m)", "F (N)")
    step = 180 / x2
    d.polyline([(60, 60), (60 + x1 * step, 60), (60 + x2 * step, 144)], look="accent")
    d.line((60 + x1 * step, 60), (60 + x1 * step, 144), dashed=True).label(
        (50, 60), force, size=14, anchor="end"
    )
    d.label((60 + x1 * step, 158), x1, size=14).label((60 + x2 * step, 158), x2, size=14)
    return exam_question(
        f"Sürtünmesiz yatay düzlemde durmakta olan {m} kg kütleli cisme uygulanan yatay kuvvetin yola göre değişimi verilmiştir. Cismin {x2} m yol aldığı andaki sürati kaç m/s'dir?",
        v,
        [
            (num(work), "Sürat yerine yapılan işi bulur."),
            (
                root(2 * force * x2 / m),
                "Kuvvetin bütün yol boyunca sabit kaldığını sanır.",
            ),
            (
                root(2 * force * x1 / m),
                "Yalnızca kuvvetin sabit olduğu bölümdeki işi alır.",
            ),
            (
                root(2 * work) if m > 1 else v * v,
                "Kinetik enerji bağıntısında kütleyi ya da karekökü gözden kaçırır.",
            ),
        ],
        rf"İş, grafiğin altındaki alandır: $\frac{{{x2} + {x1}}}{{2}}\cdot {tex(force)} = {tex(work)}$ J. $\frac{{1}}{{2}}\cdot {m}\cdot v^2 = {tex(work)}$ olduğundan $v = {v}$ m/s.",
        spare=[
            (2 * v, "Kinetik enerji bağıntısında yarım çarpanını yanlış kullanır."),
            (v * v, "Sürat yerine süratin karesini bulur."),
        ],
        computed=f"sqrt(2*(integrate({force}, (x, 0, {x1})) + integrate({force}*({x2} - x)/({x2} - {x1}), (x, {x1}, {x2})))/{m})",
        figure=d.figure(
            f"Kuvvet-yol grafiği: kuvvet {x1} m'ye kadar {force} N, sonra düzgün azalarak {x2} m'de sıfır olur."
        ),
    )


@template(
    "ayt-fiz-enerji-hareket-surtunmeli-durma",
    topic="ayt-fiz-enerji-hareket",
    difficulty=3,
    seconds=65,
)
def slide_and_stop(rng: Random) -> Question:
    while True:
        h = rng.choice([1, 2, 3, 4, 5, 6])
        k = Fraction(rng.choice([1, 2, 4, 5]), 10)
        m = rng.choice([2, 3, 4, 5])
        right = h / k
        if right.denominator == 1:
            break
    return exam_question(
        f"Yerden {h} m yükseklikteki K noktasından ilk hızsız bırakılan {m} kg kütleli cisim, sürtünmesiz eğri yoldan indikten sonra kinetik sürtünme katsayısı {num(k)} olan yatay düzleme giriyor. Cisim yatay düzlemde kaç m ilerleyip durur?",
        num(right),
        [
            (num(h), "Cismin yüksekliği kadar ilerleyeceğini sanır."),
            (num(h * k), "Yüksekliği sürtünme katsayısına bölmek yerine çarpar."),
            (num(right * 2), "Kinetik enerjideki yarım çarpanını fazladan kullanır."),
            (num(right / m), "Kütlenin sadeleştiğini gözden kaçırır."),
        ],
        rf"$mgh = kmg\cdot s$ olduğundan $s = \frac{{h}}{{k}} = \frac{{{h}}}{{{tex(k)}}} = {tex(right)}$ m. Kütle sonucu etkilemez.",
        spare=[
            (num(right * 10), "Yer çekimi ivmesini yalnızca bir tarafta kullanır."),
            (num(right / 2), "Potansiyel enerjiyi yarım alır."),
        ],
        computed=f"solve({m}*10*{h} - integrate({exact(k)}*{m}*10, (y, 0, x)), x)[0]",
    )


@template(
    "ayt-fiz-itme-momentum-kenetlenme", topic="ayt-fiz-itme-momentum", difficulty=2, seconds=60
)
def sticking(rng: Random) -> Question:
    while True:
        m1, m2 = rng.sample([1, 2, 3, 4, 5, 6], 2)
        v1, v2 = rng.randint(4, 15), rng.randint(1, 10)
        p = m1 * v1 - m2 * v2
        right = Fraction(p, m1 + m2)
        if p > 0 and right.denominator == 1 and right != v1 - v2:
            break
    return exam_question(
        f"Sürtünmesiz yatay düzlemde doğuya {v1} m/s hızla giden {m1} kg kütleli cisim ile batıya {v2} m/s hızla giden {m2} kg kütleli cisim merkezî çarpışıp kenetleniyor. Ortak hızın büyüklüğü kaç m/s olur?",
        num(right),
        [
            (
                num(Fraction(m1 * v1 + m2 * v2, m1 + m2)),
                "Momentumların yönünü hesaba katmadan toplar.",
            ),
            (num(abs(v1 - v2)), "Kütleleri hesaba katmadan hızları çıkarır."),
            (num(Fraction(m1 * v1, m1 + m2)), "İkinci cismin momentumunu hesaba katmaz."),
            (num(p), "Toplam momentumu toplam kütleye bölmez."),
        ],
        rf"Doğu pozitif: ${m1}\cdot {v1} - {m2}\cdot {v2} = ({m1} + {m2})v$. $v = \frac{{{p}}}{{{m1 + m2}}} = {tex(right)}$ m/s, doğuya.",
        spare=[
            (num(Fraction(v1 - v2, 2)), "Hızların ortalamasını alır."),
            (num(v1 + v2), "Hızları toplar."),
        ],
        computed=f"solve({m1}*({v1} - x) - {m2}*(x + {v2}), x)[0]",
    )


@template(
    "ayt-fiz-itme-momentum-top-duvar", topic="ayt-fiz-itme-momentum", difficulty=2, seconds=55
)
def ball_and_wall(rng: Random) -> Question:
    grams, v1 = rng.choice([100, 200, 250, 400, 500]), rng.choice([10, 12, 15, 20])
    v2 = v1 - rng.choice([2, 4, 5, 6])
    time = Fraction(1, rng.choice([10, 20, 50]))
    mass = Fraction(grams, 1000)
    right = mass * (v1 + v2) / time
    return exam_question(
        f"Kütlesi {grams} g olan bir top duvara dik doğrultuda {v1} m/s hızla çarpıp {v2} m/s hızla geri dönüyor. Çarpışma {num(time)} s sürdüğüne göre duvarın topa uyguladığı ortalama kuvvet kaç N'dur?",
        num(right),
        [
            (
                num(mass * (v1 - v2) / time),
                "Hızların yönünü gözden kaçırıp büyüklüklerini çıkarır.",
            ),
            (num(mass * v1 / time), "Topun duvarda durduğunu sanır, geri dönüşü hesaba katmaz."),
            (num(mass * (v1 + v2)), "Momentum değişimini süreye bölmez."),
            (num(2 * mass * v1 / time), "Topun aynı süratle geri döndüğünü sanır."),
        ],
        rf"$\Delta p = {tex(mass)}\cdot ({v1} + {v2}) = {tex(mass * (v1 + v2))}$ kg·m/s. $F = \frac{{\Delta p}}{{\Delta t}} = \frac{{{tex(mass * (v1 + v2))}}}{{{tex(time)}}} = {tex(right)}$ N.",
        spare=[(num(mass * v2 / time), "Yalnızca dönüş momentumunu kullanır.")],
        computed=f"solve(x*{exact(time)} - {exact(mass)}*{v2} - {exact(mass)}*{v1}, x)[0]",
    )

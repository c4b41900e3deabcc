"""TYT Fizik: motion and force."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.fizik_writing import axes, exact, num, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


@template("tyt-fiz-hareket-yari-yol", topic="tyt-fiz-hareket", difficulty=3, seconds=70)
def half_way(rng: Random) -> Question:
    v1, v2 = rng.choice(
        [
            (20, 30),
            (60, 40),
            (30, 60),
            (10, 40),
            (15, 60),
            (12, 24),
            (20, 80),
            (40, 120),
            (30, 90),
            (50, 75),
            (90, 45),
            (60, 120),
            (24, 48),
            (36, 72),
            (70, 30),
        ]
    )
    if rng.random() < 0.5:
        v1, v2 = v2, v1
    right, mean = Fraction(2 * v1 * v2, v1 + v2), Fraction(v1 + v2, 2)
    return exam_question(
        f"Doğrusal bir yolun ilk yarısını {v1} km/h, ikinci yarısını {v2} km/h sabit süratle alan bir aracın bütün yol boyunca ortalama sürati kaç km/h'tir?",
        num(right),
        [
            (
                num(mean),
                "Süratlerin aritmetik ortalamasını alır; oysa araç yavaş kısımda daha uzun süre kalır.",
            ),
            (num(right / 2), "Toplam yol yerine yolun yarısını toplam süreye böler."),
            (num(abs(v1 - v2)), "Süratlerin farkını alır."),
            (num(v1 + v2), "Süratleri toplar."),
        ],
        rf"Yolun yarısı $x$ olsun. Toplam süre $\frac{{x}}{{{v1}}} + \frac{{x}}{{{v2}}}$, ortalama sürat $\frac{{2x}}{{t}} = \frac{{2\cdot {v1}\cdot {v2}}}{{{v1} + {v2}}} = {tex(right)}$ km/h olur.",
        spare=[
            (num(min(v1, v2)), "Yalnızca yavaş bölümü dikkate alır."),
            (num(max(v1, v2)), "Yalnızca hızlı bölümü dikkate alır."),
        ],
        computed=f"solve(x*(Rational(60, {v1}) + Rational(60, {v2})) - 120, x)[0]",
    )


@template("tyt-fiz-hareket-hiz-zaman", topic="tyt-fiz-hareket", difficulty=2, seconds=60)
def velocity_graph(rng: Random) -> Question:
    v = rng.choice([4, 6, 8, 10, 12, 20])
    a, b, c = (rng.choice([2, 4, 6]) for _ in range(3))
    t1, t2, t3 = a, a + b, a + b + c
    right = Fraction(v * (t3 + b), 2)
    step = 180 / t3
    drawing = axes(290, 190, "t (s)", "v (m/s)")
    low = 154
    drawing.polyline(
        [(60, low), (60 + t1 * step, 60), (60 + t2 * step, 60), (60 + t3 * step, low)],
        look="accent",
    )
    drawing.line((60, 60), (60 + t1 * step, 60), dashed=True).label(
        (50, 60), v, size=14, anchor="end"
    )
    for t in (t1, t2):
        drawing.line((60 + t * step, 60), (60 + t * step, low), dashed=True)
    for t in (t1, t2, t3):
        drawing.label((60 + t * step, low + 14), t, size=14)
    return exam_question(
        f"Doğrusal yolda hareket eden bir aracın hız-zaman grafiği verilmiştir. Araç {t3} s'de kaç metre yer değiştirir?",
        num(right),
        [
            (num(v * t3), "Araç tüm süre boyunca en büyük hızla gitmiş gibi hesaplar."),
            (num(v * b), "Yalnızca sabit hızlı bölümün alanını alır."),
            (num(Fraction(v * t3, 2)), "Grafiği yamuk yerine üçgen gibi hesaplar."),
            (num(Fraction(v * (a + c), 2)), "Yalnızca hızlanma ve yavaşlama bölümlerini toplar."),
        ],
        rf"Yer değiştirme grafiğin altındaki alandır. Yamuğun alanı $\frac{{{t3} + {b}}}{{2}}\cdot {v} = {tex(right)}$ m eder.",
        spare=[
            (num(right + Fraction(v * a, 2)), "Hızlanma bölümünü dikdörtgen gibi hesaplar."),
            (num(right + Fraction(v * c, 2)), "Yavaşlama bölümünü dikdörtgen gibi hesaplar."),
            (num(Fraction(v, t3)), "Alan yerine hızı süreye böler."),
        ],
        computed=f"integrate({v}*x/{t1}, (x, 0, {t1})) + {v}*({t2}-{t1}) + integrate({v}*({t3}-x)/{c}, (x, {t2}, {t3}))",
        figure=drawing.figure(
            f"Hız-zaman grafiği: hız 0'dan {t1} s'de {v} m/s'ye çıkar, {t2} s'ye kadar sabit kalır, {t3} s'de 0 olur."
        ),
    )


@template("tyt-fiz-hareket-konum-zaman", topic="tyt-fiz-hareket", difficulty=2, seconds=55)
def position_graph(rng: Random) -> Question:
    t1, wait, back = (rng.choice([2, 4, 5]) for _ in range(3))
    speed = rng.choice([2, 3, 4, 5])
    end = rng.choice([4, 5, 6, 8, 10])
    high = end + speed * back
    t2, t3 = t1 + wait, t1 + wait + back
    step, scale = 190 / t3, 110 / high
    drawing = axes(300, 190, "t (s)", "x (m)")
    low = 154
    drawing.polyline(
        [
            (60, low),
            (60 + t1 * step, low - 110),
            (60 + t2 * step, low - 110),
            (60 + t3 * step, low - end * scale),
        ],
        look="accent",
    )
    drawing.line((60, low - 110), (60 + t1 * step, low - 110), dashed=True).label(
        (50, low - 110), high, size=14, anchor="end"
    )
    drawing.line((60, low - end * scale), (60 + t3 * step, low - end * scale), dashed=True).label(
        (50, low - end * scale), end, size=14, anchor="end"
    )
    for t in (t1, t2, t3):
        drawing.line(
            (60 + t * step, low),
            (60 + t * step, low - (end * scale if t == t3 else 110)),
            dashed=True,
        )
        drawing.label((60 + t * step, low + 14), t, size=14)
    return exam_question(
        f"Doğrusal yolda hareket eden bir hareketlinin konum-zaman grafiği verilmiştir. Hareketlinin {t2} s - {t3} s aralığındaki hızı kaç m/s'dir?",
        num(-speed),
        [
            (num(speed), "Hızın yönünü, yani eğimin işaretini gözden kaçırır."),
            (num(Fraction(-high, back)), "Hareketlinin başlangıç noktasına kadar döndüğünü sanır."),
            (num(Fraction(end, t3)), "O aralık yerine bütün hareketin ortalama hızını bulur."),
            (num(0), "Yatay bölümün hızını bulur."),
        ],
        rf"Hız, konum-zaman grafiğinin eğimidir: $\frac{{{end} - {high}}}{{{t3} - {t2}}} = -{speed}$ m/s. Eksi işareti hareketlinin geri döndüğünü gösterir.",
        spare=[
            (num(Fraction(high, t1)), "İlk bölümün eğimini bulur."),
            (
                num(Fraction(end - high, t3)),
                "Konum farkını o aralığın süresine değil, son ana böler.",
            ),
        ],
        computed=f"diff({high} + ({end} - {high})*(x - {t2})/({t3} - {t2}), x)",
        figure=drawing.figure(
            f"Konum-zaman grafiği: 0'dan {t1} s'de {high} m'ye çıkar, {t2} s'ye kadar yatay, {t3} s'de {end} m'ye iner."
        ),
    )


@template(
    "tyt-fiz-kuvvet-newton-surtunmeli-ivme", topic="tyt-fiz-kuvvet-newton", difficulty=2, seconds=60
)
def sliding_block(rng: Random) -> Question:
    m = rng.choice([2, 3, 4, 5, 6, 8])
    k = Fraction(rng.choice([1, 2, 3, 4]), 10)
    a = rng.choice([1, 2, 3, 4, 5])
    friction = k * m * 10
    force = friction + m * a
    return exam_question(
        f"Yatay düzlemde durmakta olan {m} kg kütleli cisme yatay doğrultuda {num(force)} N'luk sabit bir kuvvet uygulanınca cisim kaymaya başlıyor. Cisimle düzlem arasındaki kinetik sürtünme katsayısı {num(k)} olduğuna göre cismin ivmesi kaç m/s² olur? ($g = 10$ m/s²)",
        num(a),
        [
            (num(force / m), "Sürtünme kuvvetini hesaba katmaz."),
            (num((force + friction) / m), "Sürtünme kuvvetini hareket yönünde alır."),
            (num(friction / m), "Net kuvvet yerine yalnızca sürtünme kuvvetini kullanır."),
            (num(force - friction), "Net kuvveti kütleye bölmez."),
        ],
        rf"Sürtünme $f = kmg = {tex(k)}\cdot {m}\cdot 10 = {tex(friction)}$ N. $a = \frac{{{tex(force)} - {tex(friction)}}}{{{m}}} = {a}$ m/s².",
        spare=[
            (num(force), "Kuvvetin değerini ivme sanır."),
            (num((force - k * m) / m), "Sürtünmeyi bulurken yer çekimi ivmesiyle çarpmayı unutur."),
        ],
        computed=f"solve({num(force).replace(',', '.')} - {exact(k)}*{m}*10 - {m}*x, x)[0]",
    )


@template(
    "tyt-fiz-kuvvet-newton-statik-surtunme", topic="tyt-fiz-kuvvet-newton", difficulty=3, seconds=60
)
def static_friction(rng: Random) -> Question:
    m = rng.choice([4, 5, 6, 8, 10])
    kinetic = rng.choice([2, 3, 4])
    static = kinetic + rng.choice([1, 2])
    limit, sliding = m * static, m * kinetic
    moves = rng.random() < 0.4
    force = (
        limit + rng.randint(3, 9)
        if moves
        else rng.choice([f for f in range(4, limit - 1) if f != sliding])
    )
    right = sliding if moves else force
    wrong = [(limit, "Sürtünmeyi, en büyük statik sürtünme kuvvetine eşit sanır.")]
    wrong.append(
        (force, "Kayan cisimde sürtünmeyi uygulanan kuvvete eşit sanır.")
        if moves
        else (sliding, "Duran cisme kinetik sürtünmeyi uygular.")
    )
    wrong += [
        (abs(force - sliding), "Net kuvveti sürtünme kuvveti sanır."),
        (m * 10, "Cismin ağırlığını sürtünme kuvveti sanır."),
        (0, "Sürtünme kuvvetinin olmadığını düşünür."),
    ]
    why = (
        f"Uygulanan {force} N bu sınırı aştığından cisim kayar; sürtünme $k_k mg = {sliding}$ N olur."
        if moves
        else f"Uygulanan {force} N bu sınırın altındadır, cisim durur ve sürtünme uygulanan kuvvete eşittir: {force} N."
    )
    return exam_question(
        f"Yatay düzlemde duran {m} kg kütleli cisme yatay doğrultuda {force} N büyüklüğünde kuvvet uygulanıyor. Cisimle düzlem arasındaki statik sürtünme katsayısı {num(Fraction(static, 10))}, kinetik sürtünme katsayısı {num(Fraction(kinetic, 10))} olduğuna göre cisme etkiyen sürtünme kuvveti kaç N'dur? ($g = 10$ m/s²)",
        right,
        wrong,
        rf"En büyük statik sürtünme $k_s mg = {tex(Fraction(static, 10))}\cdot {m}\cdot 10 = {limit}$ N. {why}",
        spare=[
            (limit - sliding, "İki sürtünme sınırının farkını alır."),
            (limit + sliding, "İki sürtünme kuvvetini toplar."),
        ],
        computed=f"Piecewise(({force}, {force} <= Rational({static}, 10)*{m}*10), (Rational({kinetic}, 10)*{m}*10, True))",
    )


@template(
    "tyt-fiz-kuvvet-newton-iki-kuvvet", topic="tyt-fiz-kuvvet-newton", difficulty=1, seconds=40
)
def opposite_forces(rng: Random) -> Question:
    m, a = rng.choice([2, 3, 4, 5, 6, 8, 10]), rng.choice([2, 3, 4, 5, 6])
    small = rng.randint(4, 20)
    big = small + m * a
    return exam_number(
        f"Sürtünmesiz yatay düzlemde duran {m} kg kütleli cisme doğu yönünde {big} N, batı yönünde {small} N büyüklüğünde iki kuvvet aynı anda uygulanıyor. Cismin ivmesinin büyüklüğü kaç m/s² olur?",
        a,
        rf"Net kuvvet ${big} - {small} = {big - small}$ N doğu yönündedir. $a = \frac{{{big - small}}}{{{m}}} = {a}$ m/s².",
        unit="m/s²",
        mistakes=[
            (round((big + small) / m, 3), "Zıt yönlü kuvvetleri toplar."),
            (big - small, "Net kuvveti kütleye bölmez."),
            (round(big / m, 3), "Yalnızca büyük kuvveti dikkate alır."),
        ],
        computed=f"solve({big} - {small} - {m}*x, x)[0]",
    )

"""Parametric items of the unit `ayt-mat-limit-ve-turev`: extrema and optimization."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.figures import Drawing
from learnconnect_app.content.generators.yks.ayt_matematik_turev import (
    EXTREMA,
    OPTIMAL,
    python,
    slope,
)
from learnconnect_app.content.generators.yks.ayt_matematik_writing import poly, value
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, whole
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


def cubic(p: int, q: int, d: int) -> list[int]:
    """A cubic whose derivative is 6(x - p)(x - q), halved where that stays whole."""
    f = [2, -3 * (p + q), 6 * p * q, d]
    return [1, f[1] // 2, f[2] // 2, d] if f[1] % 2 == 0 else f


@template("ayt-mat-artan-azalan-ekstremum-yerel", topic=EXTREMA, difficulty=3, seconds=80)
def local_extreme(rng: Random) -> Question:
    p = rng.choice([-3, -2, -1, 1])
    q = p + rng.choice([2, 3, 4])
    f = cubic(p, q, rng.choice([-5, -2, 1, 4]))
    biggest = rng.random() < 0.5
    at, other = (p, q) if biggest else (q, p)
    kind = "maksimum" if biggest else "minimum"
    right = value(f, at)
    return exam_question(
        rf"$f(x) = {poly(f)}$ fonksiyonunun **yerel {kind}** değeri kaçtır?",
        whole(right),
        [
            (whole(value(f, other)), "Yerel maksimum ile yerel minimumu karıştırır."),
            (whole(at), f"Değer yerine yerel {kind} noktasının apsisini verir."),
            (whole(other), "Öteki ekstremum noktasının apsisini verir."),
            (whole(f[-1]), "Sabit terimi ekstremum değeri sanır."),
        ],
        rf"$f'(x) = {poly(slope(f))}$ ifadesinin kökleri ${p}$ ve ${q}$ olur. Türev ${p}$ noktasında artıdan eksiye, ${q}$ noktasında eksiden artıya "
        rf"geçer. Yerel {kind} $f({at}) = {right}$ bulunur.",
        spare=[
            (whole(-right), "İşaret hatası yapar."),
            (whole(right - f[-1]), "Sabit terimi eklemeyi unutur."),
            (whole(right + 3), "İşlem hatası yapar."),
            (whole(right - 4), "İşlem hatası yapar."),
        ],
        computed=f"[({python(f)}).subs(x, v) for v in solve(diff({python(f)}, x), x) if diff({python(f)}, x, 2).subs(x, v) {'<' if biggest else '>'} 0][0]",
    )


@template("ayt-mat-artan-azalan-ekstremum-aralik", topic=EXTREMA, difficulty=2, seconds=60)
def where_it_falls(rng: Random) -> Question:
    p = rng.choice([-4, -3, -2, -1, 1])
    q = p + rng.choice([1, 2, 3, 4, 5])
    while q == 0 or p + q == 0:
        q += 1
    f = cubic(p, q, rng.choice([-3, 2, 5, 7]))
    return exam_question(
        rf"$f(x) = {poly(f)}$ fonksiyonunun **azalan** olduğu en geniş açık aralık aşağıdakilerden hangisidir?",
        f"$({p}, {q})$",
        [
            (rf"$(-\infty, {p})$", "Türevin kökler dışında pozitif olduğunu gözden kaçırır."),
            (rf"$({q}, \infty)$", "Artan olduğu aralıklardan birini verir."),
            (f"$({-q}, {-p})$", "Türevin köklerinin işaretini ters alır."),
            (rf"$(-\infty, {q})$", "Türevin yalnız bir kökünü dikkate alır."),
        ],
        rf"$f'(x) = {poly(slope(f))}$ ifadesinin kökleri ${p}$ ve ${q}$, başkatsayısı pozitiftir. Türev kökler arasında negatif olduğundan "
        rf"fonksiyon $({p}, {q})$ aralığında azalır.",
        computed=f"solve_univariate_inequality(diff({python(f)}, x) < 0, x, relational=False)",
        reads=f"Interval.open({p}, {q})",
    )


@template("ayt-mat-artan-azalan-ekstremum-daima-artan", topic=EXTREMA, difficulty=4, seconds=80)
def always_rising(rng: Random) -> Question:
    c = rng.choice([1, 2, 3, 4, 5, 6])
    k, d = 3 * c * c, rng.choice([-4, -1, 2, 5])
    right = 2 * 3 * c + 1
    # f' = 3x^2 + 2mx + k: m^2 <= 3k = 9 c^2
    return exam_question(
        rf"$f(x) = x^3 + mx^2 + {k}x {'+' if d > 0 else '-'} {abs(d)}$ fonksiyonu her gerçel sayıda **artan** olduğuna göre, $m$ nin alabileceği kaç farklı tam sayı değeri vardır?",
        right,
        [
            (right - 2, "Diskriminantın sıfır olduğu değerleri çözüme almaz."),
            (3 * c, "Yalnız pozitif değerleri sayar."),
            (3 * c + 1, "Negatif değerleri saymaz."),
            (right - 1, "Sıfırı saymaz."),
        ],
        rf"$f'(x) = 3x^2 + 2mx + {k} \ge 0$ her $x$ için sağlanmalıdır: $\Delta = 4m^2 - {12 * k} \le 0$, $m^2 \le {9 * c * c}$. "
        rf"${-3 * c} \le m \le {3 * c}$ için {right} tam sayı vardır. $\Delta = 0$ iken türev tek noktada sıfır olur, fonksiyon yine artandır.",
        spare=[(2 * k + 1, "Diskriminantta kare almaz.")],
        computed=f"sum(1 for v in range(-60, 61) if all(3*w*w*Rational(1, 9) + 2*v*Rational(w, 3) + {k} >= 0 for w in range(-90, 91)))",
    )


@template("ayt-mat-artan-azalan-ekstremum-parametre", topic=EXTREMA, difficulty=3, seconds=70)
def coefficients_from_extrema(rng: Random) -> Question:
    p, q = rng.choice([-5, -3, -1]), rng.choice([1, 3, 5, 7])
    while p + q == 0:
        q += 2
    a, b = -3 * (p + q) // 2, 3 * p * q
    d = rng.choice([1, 4, 7, 10])
    right = a + b
    return exam_number(
        rf"$f(x) = x^3 + ax^2 + bx + {d}$ fonksiyonunun yerel ekstremum noktalarının apsisleri ${p}$ ve ${q}$ olduğuna göre, $a + b$ kaçtır?",
        right,
        rf"$f'(x) = 3x^2 + 2ax + b$ denkleminin kökleri ${p}$ ve ${q}$ olur. Toplam $-\frac{{2a}}{{3}} = {p + q}$, çarpım $\frac{{b}}{{3}} = {p * q}$; "
        rf"$a = {a}$, $b = {b}$ ve $a + b = {right}$.",
        mistakes=[
            (-a + b, "Kökler toplamının işaretini karıştırır."),
            (-(p + q) + p * q, "Türevi almadan kök-katsayı ilişkisini kullanır."),
            (a + p * q, "Kökler çarpımını başkatsayıyla çarpmaz."),
        ],
        computed=f"sum(solve([3*{p}**2 + 2*a*({p}) + b, 3*{q}**2 + 2*a*{q} + b], [a, b]).values())".replace(
            f"3*{p}**2", f"3*({p})**2"
        ),
    )


@template("ayt-mat-optimizasyon-nehir", topic=OPTIMAL, difficulty=3, seconds=80)
def fence_at_a_river(rng: Random) -> Question:
    wire = rng.choice([40, 60, 80, 100, 120, 160, 200])
    sides = rng.choice([2, 3, 4])
    # sides * x + y = wire
    right = Fraction(wire * wire, 4 * sides)
    while right.denominator > 1:
        wire += 20
        right = Fraction(wire * wire, 4 * sides)
    inner = {
        2: "",
        3: " ve ırmağa dik bir telle iki bölmeye ayrılacak",
        4: " ve ırmağa dik iki telle üç bölmeye ayrılacak",
    }[sides]
    return exam_question(
        f"Bir kenarı düz bir ırmak boyunca olan dikdörtgen biçimindeki bir bahçenin ırmak kenarı dışındaki üç kenarı tek sıra telle çevrilecek{inner}tir. "
        f"Toplam {wire} m tel kullanılacağına göre, bahçenin alanı **en çok** kaç metrekare olabilir?".replace(
            "ayrılacaktir", "ayrılacaktır"
        ),
        whole(int(right)),
        [
            (shown(Fraction(wire * wire, 16)), "Bahçeyi dört kenarı çevrilen bir kare sanır."),
            (shown(2 * right), "Irmağa paralel kenarı iki kat uzun bulur."),
            (shown(right / 2), "Alanı bulurken yanlışlıkla 2'ye böler."),
            (
                shown(Fraction(wire * wire, (sides + 1) ** 2)),
                "Bütün tellerin eşit uzunlukta olduğunu varsayar.",
            ),
        ],
        rf"Irmağa dik tellerin uzunluğu $x$ ise paralel kenar ${wire} - {sides}x$ olur. $A(x) = x({wire} - {sides}x)$, $A'(x) = {wire} - {2 * sides}x = 0$ "
        rf"için $x = {shown(Fraction(wire, 2 * sides)).strip('$')}$ ve en büyük alan {whole(int(right))} metrekare bulunur.",
        spare=[
            (whole(wire * 10), "Alan formülünü yanlış kurar."),
            (whole(int(right) + wire), "İşlem hatası yapar."),
        ],
        computed=f"max(Rational(v, 24)*({wire} - {sides}*Rational(v, 24)) for v in range({24 * wire // sides}))",
    )


@template("ayt-mat-optimizasyon-kutu", topic=OPTIMAL, difficulty=3, seconds=80)
def open_box(rng: Random) -> Question:
    k = rng.randint(1, 8)
    side = 6 * k
    volume = rng.random() < 0.5
    cut = rng.random() < 0.5
    best = k * (4 * k) ** 2
    drawing = Drawing(220, 190)
    drawing.polygon([(40, 15), (180, 15), (180, 155), (40, 155)], filled=True)
    for x, y in ((40, 15), (150, 15), (40, 125), (150, 125)):
        drawing.polygon([(x, y), (x + 30, y), (x + 30, y + 30), (x, y + 30)], look="accent")
    drawing.label((110, 174), f"{side} cm").label((55, 30), "x").label((165, 30), "x")
    drawing.label((55, 140), "x").label((165, 140), "x")
    figure = drawing.figure(
        f"Kenarı {side} cm olan kare; dört köşesinden kenarı x olan kareler kesilmiş."
    )
    stem = rf"Kenarı {side} cm olan kare biçimindeki bir kartonun köşelerinden, kenarı $x$ cm olan eş kareler kesilip kenarlar yukarı katlanarak üstü açık bir kutu yapılıyor. "
    why = rf"$V(x) = x({side} - 2x)^2$, $V'(x) = ({side} - 2x)({side} - 6x) = 0$. $x = {3 * k}$ için hacim sıfırdır, en büyük hacim $x = {k}$ içindir"
    formula = f"x*({side} - 2*x)**2"
    if volume or cut:
        return exam_question(
            stem + "Kutunun hacmi **en çok** kaç santimetreküp olabilir?",
            whole(best),
            [
                (whole(k * (side - k) ** 2), "Tabanın kenarından iki yerine bir $x$ çıkarır."),
                (whole((2 * k) ** 3), "Kutunun küp olması gerektiğini sanır."),
                (whole(side**3), "Kartonun kenarıyla küp yapar."),
                (whole((4 * k) ** 2), "Hacim yerine taban alanını verir."),
            ],
            rf"{why}: $V = {k} \cdot {4 * k}^2 = {best}$.",
            spare=[
                (whole(2 * best), "Hacmi iki katı bulur."),
                (whole(k), "Hacim yerine kesilen karenin kenarını verir."),
                (whole(side * side), "Kartonun alanını verir."),
            ],
            computed=f"max(({formula}).subs(x, v) for v in solve(diff({formula}, x), x))",
            figure=figure,
        )
    return exam_question(
        stem + "Kutunun hacminin en büyük olması için $x$ kaç olmalıdır?",
        k,
        [
            (2 * k, "Kartonun kenarını üç eşit parçaya böler."),
            (3 * k, "Hacmi sıfır yapan kökü alır."),
            (shown(Fraction(3 * k, 2)), "Kartonun kenarını dört eşit parçaya böler."),
            (6 * k, "Kartonun kenarını verir."),
        ],
        f"{why}.",
        computed=f"min(solve(diff({formula}, x), x))",
        figure=figure,
    )


@template("ayt-mat-optimizasyon-parabol-dikdortgen", topic=OPTIMAL, difficulty=4, seconds=100)
def rectangle_under_parabola(rng: Random) -> Question:
    k, a = rng.choice([1, 2, 3, 4]), rng.choice([1, 2, 3])
    top = 3 * k * k * a
    right = 4 * a * k**3
    drawing = Drawing(260, 210)
    drawing.arrow((15, 180), (248, 180)).arrow((130, 200), (130, 12))
    drawing.label((244, 196), "x", size=15).label((116, 18), "y", size=15)
    curve = [(130 + 90 * t / 20, 40 + 140 * (t / 20) ** 2) for t in range(-21, 22)]
    half, height = 90 / 3**0.5, 140 * 2 / 3
    drawing.polygon(
        [
            (130 - half, 180),
            (130 + half, 180),
            (130 + half, 180 - height),
            (130 - half, 180 - height),
        ],
        filled=True,
    )
    drawing.polyline(curve, look="accent").label((144, 32), top, size=15, anchor="start")
    formula = f"2*x*({top} - {a}*x**2)"
    return exam_question(
        rf"Bir kenarı $x$ ekseni üzerinde, öteki iki köşesi $y = {poly([-a, 0, top])}$ parabolünün $x$ ekseninin üstündeki parçası üzerinde olan dikdörtgenin alanı **en çok** kaç birimkare olabilir?",
        whole(right),
        [
            (whole(right // 2), "Dikdörtgenin yalnız $y$ ekseninin sağındaki yarısını hesaplar."),
            (whole(top), "Tepe noktasının ordinatını alan sanır."),
            (whole(6 * a * k**3), "Dikdörtgenin yüksekliğini parabolün tepesi kadar alır."),
            (whole(2 * a * k * k), "Alan yerine dikdörtgenin yüksekliğini verir."),
        ],
        rf"Sağ üst köşe $(x, {poly([-a, 0, top])})$ olsun. $A(x) = 2x({poly([-a, 0, top])})$, $A'(x) = {poly([-6 * a, 0, 2 * top])} = 0$ için $x = {k}$. "
        rf"$A({k}) = {2 * k} \cdot {2 * a * k * k} = {right}$.",
        spare=[
            (whole(2 * right), "Tabanı iki kez ikiyle çarpar."),
            (whole(right + k), "İşlem hatası yapar."),
            (whole(right + 3), "İşlem hatası yapar."),
        ],
        computed=f"max(({formula}).subs(x, v) for v in solve(diff({formula}, x), x))",
        figure=drawing.figure(
            f"Tepesi (0, {top}) olan, kolları aşağı açılan parabol ve altında, tabanı x ekseninde olan dikdörtgen."
        ),
    )

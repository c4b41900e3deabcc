"""Parametric items of the unit `ayt-mat-fonksiyonlar`: composition, inverse, transformations."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.ayt_matematik_writing import Plane, minus, poly
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, signed, whole
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

FEATURES = "ayt-mat-fonksiyon-ozellikleri"
MOVES = "ayt-mat-fonksiyon-donusumleri"


@template("ayt-mat-fonksiyon-ozellikleri-icteki", topic=FEATURES, difficulty=3, seconds=70)
def inner_function(rng: Random) -> Question:
    a, b = rng.choice([2, 3, 4, 5]), rng.choice([-5, -3, -2, 1, 3, 4])
    g, k = rng.randint(-4, 9), rng.choice([1, 2, 3, 4])
    c = rng.choice([n for n in range(2, 9) if n != a])
    d = a * g + b - c * k
    given = c * k + d
    return exam_question(
        rf"$f(x) = {poly([a, b])}$ ve $(f \circ g)(x) = {poly([c, d])}$ olduğuna göre, $g({k})$ kaçtır?",
        whole(g),
        [
            (whole(given), rf"$g({k})$ yerine $(f \circ g)({k})$ değerini verir."),
            (whole(a * given + b), "Bulduğu değere $f$ fonksiyonunu bir kez daha uygular."),
            (
                shown(Fraction(given + b, a)),
                "Denklemi çözerken sabit terimi işaretini değiştirmeden taşır.",
            ),
            (whole(given - b), f"Son adımda {a} sayısına bölmeyi unutur."),
        ],
        rf"$f(g({k})) = {c} \cdot {k} {signed(d)} = {given}$ olur. $f(g({k})) = {a} \cdot g({k}) {signed(b)}$ olduğundan "
        rf"${a} \cdot g({k}) = {given - b}$ ve $g({k}) = {g}$.",
        spare=[
            (whole(a * k + b), rf"$f({k})$ değerini bulur."),
            (whole(g + 1), "Bölme işleminde yanılır."),
            (whole(g - 1), "Bölme işleminde yanılır."),
            (whole(g + 2), "Bölme işleminde yanılır."),
        ],
        computed=f"solve(({a}*x + {b}) - ({c}*x + {d}).subs(x, {k}), x)[0]",
    )


@template("ayt-mat-fonksiyon-ozellikleri-ters-bileske", topic=FEATURES, difficulty=3, seconds=80)
def inverse_after(rng: Random) -> Question:
    while True:
        a, b, c, d = rng.randint(1, 4), rng.randint(-6, 6), rng.randint(1, 3), rng.randint(-4, 4)
        p, q, k = rng.choice([2, 3]), rng.choice([-4, -3, -1, 1, 2, 5]), rng.randint(1, 3)
        top = p * k + q
        if b == 0 or d == 0 or a * d - b * c == 0 or c * top == a or c * top + d == 0:
            continue
        if c * k + d == 0 or a * top + b == 0 or top == k:
            continue
        right = Fraction(b - d * top, c * top - a)
        if right.denominator == 1 and c * right + d != 0:
            break
    image = Fraction(a * top + b, c * top + d)
    return exam_question(
        rf"Uygun koşullarda tanımlı $f(x) = \frac{{{poly([a, b])}}}{{{poly([c, d])}}}$ ve $g(x) = {poly([p, q])}$ "
        rf"fonksiyonları için $(f^{{-1}} \circ g)({k})$ kaçtır?",
        shown(right),
        [
            (shown(image), r"$f^{-1}$ yerine $f$ fonksiyonunu uygular."),
            (
                shown(1 / image),
                r"Ters fonksiyonu $\frac{1}{f(x)}$ sanır.",
            ),
            (shown(p * Fraction(b - d * k, c * k - a) + q), "Önce $f^{-1}$, sonra $g$ uygular.")
            if c * k != a
            else (shown(right + 2), "Denklemi çözerken işlem hatası yapar."),
            (whole(top), rf"$g({k})$ değerinde durur."),
        ],
        rf"$g({k}) = {top}$. $f^{{-1}}({top}) = x$ ise $f(x) = {top}$ olur: ${poly([a, b])} = {top} \cdot ({poly([c, d])})$. "
        rf"Bu denklemin çözümü $x = {right}$ bulunur.",
        spare=[
            (shown(-right), "Terimleri taşırken işaret hatası yapar."),
            (shown(right + 1), "Denklemi çözerken işlem hatası yapar."),
            (shown(right - 1), "Denklemi çözerken işlem hatası yapar."),
        ],
        computed=f"solve(({a}*x + {b})/({c}*x + {d}) - ({p}*{k} + {q}), x)[0]",
    )


@template("ayt-mat-fonksiyon-ozellikleri-tek-cift", topic=FEATURES, difficulty=2, seconds=60)
def even_and_odd(rng: Random) -> Question:
    a = rng.randint(1, 6)
    p, q = rng.sample([-5, -4, -3, -2, 2, 3, 4, 5, 6, 7], 2)
    m, n = rng.choice([(2, 3), (3, 2), (2, 1), (1, 2), (3, 4), (4, 3)])
    right = m * p + n * q
    first = f"{'' if m == 1 else m}f({a})"
    second = f"{'' if n == 1 else n}g({-a})"
    return exam_question(
        rf"Gerçel sayılar kümesinde tanımlı $f$ çift, $g$ tek fonksiyondur. $f({-a}) = {p}$ ve $g({a}) = {q}$ olduğuna göre, "
        rf"${first} - {second}$ kaçtır?",
        whole(right),
        [
            (whole(m * p - n * q), "Tek fonksiyonda da görüntünün değişmediğini sanır."),
            (whole(-m * p - n * q), "Çift fonksiyonu tek, tek fonksiyonu çift gibi kullanır."),
            (whole(-m * p + n * q), "Çift fonksiyonda da görüntünün işaretini değiştirir."),
            (whole(p + q), "Katsayıları hesaba katmaz."),
        ],
        rf"$f$ çift olduğundan $f({a}) = f({-a}) = {p}$, $g$ tek olduğundan $g({-a}) = -g({a}) = {-q}$ olur. "
        rf"${m} \cdot ({p}) - {n} \cdot ({-q}) = {right}$.",
        spare=[
            (whole(right + 1), "Toplama işleminde yanılır."),
            (whole(right - 2), "Toplama işleminde yanılır."),
            (whole(p - q), "Katsayıları ve tek fonksiyonun işaretini hesaba katmaz."),
        ],
        computed=f"({m}*Rational({p}, {a * a})*x**2).subs(x, {a}) - ({n}*Rational({q}, {a})*x).subs(x, {-a})",
    )


@template("ayt-mat-fonksiyon-donusumleri-nokta", topic=MOVES, difficulty=3, seconds=60)
def moved_point(rng: Random) -> Question:
    p, q = rng.choice([-4, -3, -2, 2, 3, 5]), rng.choice([-3, -2, 1, 2, 4])
    h, k = rng.choice([-4, -3, -1, 1, 2, 4]), rng.choice([-5, -3, -2, 1, 2, 3])
    s = rng.choice([-2, -1, 2, 3])
    x, y = p + h, s * q + k
    factor = {-1: "-", 1: ""}.get(s, str(s))
    return exam_question(
        rf"$({p}, {q})$ noktası $y = f(x)$ fonksiyonunun grafiği üzerindedir. Buna göre aşağıdaki noktalardan hangisi "
        rf"$y = {factor}f({minus(h)}) {signed(k)}$ fonksiyonunun grafiği üzerinde kesinlikle bulunur?",
        f"$({x}, {y})$",
        [
            (f"$({p - h}, {y})$", "Yatay ötelemenin yönünü ters alır."),
            (f"$({x}, {s * (q + k)})$", "Önce dikey ötelemeyi, sonra çarpmayı uygular."),
            (f"$({x}, {q + k})$", "Fonksiyonun önündeki çarpanı hesaba katmaz."),
            (f"$({p - h}, {s * (q + k)})$", "Hem yatay yönü hem işlem sırasını karıştırır."),
        ],
        rf"${minus(h)} = {p}$ olması için $x = {x}$ olmalıdır. Bu noktada $y = {s} \cdot ({q}) {signed(k)} = {y}$ olur.",
        spare=[
            (f"$({x}, {s * q - k})$", "Dikey ötelemenin yönünü ters alır."),
            (f"$({x}, {-s * q + k})$", "Çarpanın işaretinde yanılır."),
            (f"$({p}, {y})$", "Yatay ötelemeyi hiç uygulamaz."),
            (f"$({p - h}, {s * q - k})$", "Her iki ötelemenin de yönünü ters alır."),
        ],
        computed=f"Tuple(solve(x - {h} - ({p}), x)[0], interpolate([(0, {k}), (1, {s} + {k})], x).subs(x, {q}))",
    )


@template("ayt-mat-fonksiyon-donusumleri-denklem", topic=MOVES, difficulty=3, seconds=70)
def moved_parabola(rng: Random) -> Question:
    h, k = rng.choice([-4, -3, -2, 2, 3, 4]), rng.choice([-5, -3, -2, 1, 4, 6])
    mirrored = rng.random() < 0.6
    s = -1 if mirrored else 1

    def after(sign: int, right: int, up: int) -> str:
        return f"$y = {poly([sign, -2 * sign * right, sign * right * right + up])}$"

    side = f"{abs(h)} birim {'sağa' if h > 0 else 'sola'}"
    up = f"{abs(k)} birim {'yukarı' if k > 0 else 'aşağı'}"
    first = (
        "$y = x^2$ parabolünün $x$ eksenine göre simetriği alınıyor, sonra elde edilen grafik"
        if mirrored
        else "$y = x^2$ parabolü"
    )
    return exam_question(
        f"{first} {side} ve {up} öteleniyor. Elde edilen grafiğin denklemi aşağıdakilerden hangisidir?",
        after(s, h, k),
        [
            (after(s, -h, k), "Yatay ötelemenin yönünü ters alır."),
            (
                after(-s, h, k),
                "Eksene göre simetride işareti değiştirmez."
                if mirrored
                else "Grafiği bir de eksene göre yansıtır.",
            ),
            (after(s, h, -k), "Dikey ötelemenin yönünü ters alır."),
            (f"$y = {poly([s, 0, h + k])}$", "Yatay ötelemeyi de dikey gibi sabite ekler."),
        ],
        rf"{'Simetri sonunda $y = -x^2$ olur. ' if mirrored else ''}Yatay öteleme için $x$ yerine ${minus(h)}$ yazılır, dikey öteleme için "
        rf"${signed(k)}$ eklenir: $y = {'-' if mirrored else ''}({minus(h)})^2 {signed(k)} = {poly([s, -2 * s * h, s * h * h + k])}$.",
        computed=f"interpolate([({h} - 1, {s} + {k}), ({h}, {k}), ({h} + 1, {s} + {k})], x)",
        reads=f"{s}*x**2 + ({-2 * s * h})*x + ({s * h * h + k})",
    )


@template("ayt-mat-fonksiyon-donusumleri-mutlak-grafik", topic=MOVES, difficulty=2, seconds=50)
def graph_of_absolute_value(rng: Random) -> Question:
    h, k = rng.choice([-3, -2, 2, 3]), rng.choice([-2, -1, 1, 2])
    down = rng.random() < 0.5
    s = -1 if down else 1
    plane = Plane((-5.6, 5.6), (-4.6, 4.6), (25, 25))
    plane.curve(lambda x: s * abs(x - h) + k, h - 2, h, look="accent")
    plane.curve(lambda x: s * abs(x - h) + k, h, h + 2, look="accent")
    plane.drawing.line(plane.at(h, 0), plane.at(h, k), dashed=True, look="muted")
    plane.drawing.line(plane.at(0, k), plane.at(h, k), dashed=True, look="muted")
    plane.label(h, 0, h, 0, 14 if k > 0 else -14)
    plane.label(0, k, k, -14 if h > 0 else 14, 0)

    def line(sign: int, right: int, up: int) -> str:
        return f"$y = {'-' if sign < 0 else ''}|{minus(right)}| {signed(up)}$"

    return exam_question(
        "Dik koordinat düzleminde, $y = |x|$ grafiğine dönüşümler uygulanarak elde edilen grafiğin bir bölümü verilmiştir. "
        "Bu grafiğin denklemi aşağıdakilerden hangisidir?",
        line(s, h, k),
        [
            (line(s, -h, k), "Yatay ötelemede işaretin yönünü ters alır."),
            (line(-s, h, k), "Kolların yönünü belirleyen işareti yanlış seçer."),
            (line(s, k, h), "Yatay ve dikey ötelemeyi yer değiştirir."),
            (line(s, h, -k), "Dikey ötelemenin yönünü ters alır."),
        ],
        rf"Köşe noktası $({h}, {k})$ olduğundan yatayda $|{minus(h)}|$, dikeyde ${signed(k)}$ gelir. Kollar "
        rf"{'aşağı baktığı için mutlak değerin önünde eksi vardır' if down else 'yukarı baktığı için mutlak değerin önü artıdır'}.",
        spare=[(line(-s, -h, k), "Hem yönü hem yatay ötelemeyi karıştırır.")],
        computed=f"({s}*Abs(x) + {k}).subs(x, x - ({h}))",
        reads=f"{s}*Abs(x - ({h})) + ({k})",
        figure=plane.drawing.figure(
            f"Köşesi ({h}, {k}) noktasında olan, kolları {'aşağı' if down else 'yukarı'} bakan V biçiminde bir grafik."
        ),
    )


@template("ayt-mat-fonksiyon-donusumleri-goruntu", topic=MOVES, difficulty=3, seconds=60)
def range_of_image(rng: Random) -> Question:
    low, high = rng.choice([-4, -3, -2, -1]), rng.choice([2, 3, 5, 6])
    s, k = rng.choice([-4, -3, -2]), rng.choice([1, 2, 3, 5, 7])
    right = s * low + k
    return exam_number(
        rf"Bir $f$ fonksiyonunun görüntü kümesi $[{low}, {high}]$ aralığıdır. $g(x) = {s}f(x + 1) + {k}$ fonksiyonunun "
        "alabileceği **en büyük** değer kaçtır?",
        right,
        rf"$f(x + 1)$ de $[{low}, {high}]$ aralığındaki değerleri alır; yatay öteleme görüntüyü değiştirmez. Çarpan eksi olduğundan en büyük "
        rf"değer, $f$ en küçükken elde edilir: ${s} \cdot ({low}) + {k} = {right}$.",
        mistakes=[
            (s * high + k, "Eksi çarpanın sıralamayı değiştirdiğini gözden kaçırır."),
            (s * (low + 1) + k, "Yatay ötelemeyi görüntüye ekler."),
            (-s * high + k, "Çarpanın işaretini yok sayar."),
        ],
        computed=f"max({s}*Rational(v, 10) + {k} for v in range({10 * low}, {10 * high} + 1))",
    )

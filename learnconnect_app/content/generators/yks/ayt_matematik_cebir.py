"""Parametric items of the unit `ayt-mat-cebir`: polynomials, quadratics, complex numbers."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.ayt_matematik_writing import coef, minus, poly, value
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, signed, whole
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

POLYNOMIALS = "ayt-mat-polinomlar"
QUADRATICS = "ayt-mat-ikinci-derece-denklem"
COMPLEX = "ayt-mat-karmasik-sayilar"


@template("ayt-mat-polinomlar-kalandan-katsayi", topic=POLYNOMIALS, difficulty=2, seconds=60)
def coefficient_from_rest(rng: Random) -> Question:
    r = rng.choice([-3, -2, 2, 3])
    m = rng.choice([-6, -5, -4, -2, 2, 3, 4, 5])
    b, d = rng.choice([-4, -3, -1, 1, 2, 5]), rng.choice([-7, -5, -2, 1, 3, 6])
    rest = value([1, b, m, d], r)
    opposite = Fraction(rest - value([1, b, 0, d], -r), -r)
    return exam_number(
        rf"$P(x) = {poly([1, b, 0, 0])} + mx {signed(d)}$ polinomunun "
        rf"${minus(r)}$ ile bölümünden kalan ${rest}$ olduğuna göre, $m$ kaçtır?",
        m,
        rf"Kalan teoremine göre kalan $P({r})$ değeridir. $P({r}) = {value([1, b, 0, d], r)} {signed(r)}m = {rest}$ olduğundan $m = {m}$.",
        mistakes=[
            *(
                [(int(opposite), rf"$P({r})$ yerine $P({-r})$ değerini kullanır.")]
                if opposite.denominator == 1
                else []
            ),
            (r * m, f"Son adımda {r} sayısına bölmeyi unutur."),
            (-m, "Denklemi çözerken işaret hatası yapar."),
        ],
        computed=f"solve(rem(x**3 + ({b})*x**2 + m*x + ({d}), x - ({r}), x) - ({rest}), m)[0]",
    )


@template("ayt-mat-polinomlar-iki-kokle-bolum", topic=POLYNOMIALS, difficulty=4, seconds=90)
def rest_by_product(rng: Random) -> Question:
    while True:
        s, t = rng.sample([-3, -2, -1, 1, 2, 3, 4], 2)
        u, v = rng.choice([-4, -3, -2, 2, 3, 4, 5]), rng.choice([-5, -3, -2, 1, 2, 4, 6])
        p, q = u * s + v, u * t + v
        if p and q and s + t and u != v and abs(u) != abs(v):
            break
    return exam_question(
        rf"Bir $P(x)$ polinomunun ${minus(s)}$ ile bölümünden kalan ${p}$, ${minus(t)}$ ile bölümünden kalan ${q}$ olduğuna göre, "
        rf"$P(x)$ polinomunun $({minus(s)}) \cdot ({minus(t)})$ ile bölümünden kalan aşağıdakilerden hangisidir?",
        f"${poly([u, v])}$",
        [
            (f"${poly([v, u])}$", "Kalandaki katsayıların yerlerini karıştırır."),
            (f"${poly([-u, v + u * (s + t)])}$", "Kalanları bölenlerle çapraz eşleştirir."),
            (
                f"${poly([-u, v])}$",
                "Bölenlerin köklerinin işaretini ters alır.",
            ),
            (f"${p * q}$", "Kalanları çarpar."),
            (f"${p + q}$", "Kalanları toplar."),
        ],
        rf"Bölen ikinci dereceden olduğundan kalan $ax + b$ biçimindedir. $P({s}) = {p}$ ve $P({t}) = {q}$ kullanılır: "
        rf"${coef(s)}a + b = {p}$ ve ${coef(t)}a + b = {q}$. Buradan $a = {u}$, $b = {v}$ bulunur.",
        spare=[(f"${poly([u, -v])}$", "Sabit terimin işaretinde yanılır.")],
        computed=f"interpolate([({s}, {p}), ({t}, {q})], x)",
    )


@template("ayt-mat-polinomlar-katsayilar-toplami", topic=POLYNOMIALS, difficulty=3, seconds=70)
def sum_of_coefficients(rng: Random) -> Question:
    a, b, n = rng.choice([-3, -2, 2, 3]), rng.choice([-3, -2, 1, 2, 3]), rng.choice([3, 4])
    while 1 + a + b == 0 or 1 - a + b == 0 or abs(1 + a + b) == abs(1 - a + b):
        a, b = rng.choice([-3, -2, 2, 3]), rng.choice([-3, -2, 1, 2, 3])
    kind = rng.choice(["çift dereceli terimlerinin", "tek dereceli terimlerinin"])
    one, minus_one = (1 + a + b) ** n, (1 - a + b) ** n
    even, odd = (one + minus_one) // 2, (one - minus_one) // 2
    is_even = kind.startswith("çift")
    right = even if is_even else odd
    sign = "+" if is_even else "-"
    return exam_question(
        rf"$P(x) = ({poly([1, a, b])})^{n}$ polinomunun {kind} katsayıları toplamı kaçtır?",
        whole(right),
        [
            (whole(one), "Bütün katsayıların toplamını bulur."),
            (whole(minus_one), "Yalnız $P(-1)$ değerini hesaplar."),
            (whole(odd if is_even else even), "Tek ve çift dereceli terimleri karıştırır."),
            (whole(2 * right), "Son adımda 2'ye bölmeyi unutur."),
        ],
        rf"$P(1) = {one}$ ve $P(-1) = {minus_one}$. İstenen toplam $\frac{{P(1) {sign} P(-1)}}{{2}} = {right}$ olur.",
        spare=[(whole(b**n), "Sabit terimi bulur."), (whole(one + 1), "İşlem hatası yapar.")],
        computed=f"sum(Poly((x**2 + ({a})*x + ({b}))**{n}, x).all_coeffs()[::-1][{0 if is_even else 1}::2])",
    )


@template("ayt-mat-ikinci-derece-denklem-kok-iliskisi", topic=QUADRATICS, difficulty=3, seconds=70)
def of_both_roots(rng: Random) -> Question:
    s, p = rng.choice([-6, -5, -4, -3, 3, 4, 5, 6, 7]), rng.choice([-5, -4, -3, -2, 1, 2, 3])
    while s * s - 4 * p <= 0:
        p -= 1
    if p == 0:
        p = -2
    kind = rng.choice(["squares", "inverses", "factor", "shifted"])
    if kind == "squares":
        asked, right = "x_1^2 + x_2^2", Fraction(s * s - 2 * p)
        why = rf"(x_1 + x_2)^2 - 2x_1x_2 = {s * s} - 2 \cdot ({p}) = {right}"
        wrong = [
            (Fraction(s * s), "Tam kare açılımındaki $2x_1x_2$ terimini unutur."),
            (Fraction(s * s + 2 * p), "$2x_1x_2$ terimini çıkarmak yerine ekler."),
            (Fraction(s * s - p), "$2x_1x_2$ yerine $x_1x_2$ çıkarır."),
        ]
        test = "v**2 + w**2"
    elif kind == "inverses":
        asked, right = r"\frac{1}{x_1} + \frac{1}{x_2}", Fraction(s, p)
        why = rf"\frac{{x_1 + x_2}}{{x_1x_2}} = \frac{{{s}}}{{{p}}}"
        wrong = [
            (Fraction(-s, p), "Kökler toplamının işaretini karıştırır."),
            (Fraction(p, s), "Toplam ile çarpımın yerlerini değiştirir."),
            (Fraction(1, s), "Kesirleri paydaları toplayarak toplar."),
        ]
        test = "1/v + 1/w"
    elif kind == "factor":
        asked, right = "x_1^2x_2 + x_1x_2^2", Fraction(s * p)
        why = rf"x_1x_2(x_1 + x_2) = ({p}) \cdot ({s}) = {right}"
        wrong = [
            (Fraction(-s * p), "Kökler toplamının işaretini karıştırır."),
            (Fraction(s + p), "Çarpmak yerine toplar."),
            (Fraction(2 * s * p), "Ortak çarpanı iki kez alır."),
        ]
        test = "v**2*w + v*w**2"
    else:
        asked, right = "(x_1 + 2)(x_2 + 2)", Fraction(p + 2 * s + 4)
        why = rf"x_1x_2 + 2(x_1 + x_2) + 4 = {p} + 2 \cdot ({s}) + 4 = {right}"
        wrong = [
            (Fraction(p - 2 * s + 4), "Kökler toplamının işaretini karıştırır."),
            (Fraction(p + 4), "Ortadaki terimleri unutur."),
            (Fraction(p + s + 4), "Ortadaki terimi 2 ile çarpmaz."),
        ]
        test = "(v + 2)*(w + 2)"
    return exam_question(
        rf"${poly([1, -s, p])} = 0$ denkleminin kökleri $x_1$ ve $x_2$ olduğuna göre, ${asked}$ kaçtır?",
        shown(right),
        [(shown(v), m) for v, m in wrong if v != right],
        rf"Kökler toplamı ${s}$, kökler çarpımı ${p}$ olur. ${asked} = {why}$.",
        spare=[
            (shown(-right), "Sonucun işaretinde yanılır."),
            (shown(right + 2), "İşlem hatası yapar."),
            (shown(right - 2), "İşlem hatası yapar."),
            (shown(right + 4), "İşlem hatası yapar."),
        ],
        computed=f"[{test} for v, w in [solve(x**2 - ({s})*x + ({p}), x)]][0]",
    )


@template("ayt-mat-ikinci-derece-denklem-cakisik", topic=QUADRATICS, difficulty=3, seconds=70)
def equal_roots(rng: Random) -> Question:
    a, b = rng.choice([1, 2, 3, 4, 5]), rng.choice([1, 2, 3, 4, 5, 6])
    while 2 * b == a:
        b += 1
    first, second = 2 * b - a, -2 * b - a
    right = first * second
    return exam_question(
        rf"$x^2 + (m + {a})x + {b * b} = 0$ denkleminin çakışık iki kökü olduğuna göre, $m$ nin alabileceği değerlerin çarpımı kaçtır?",
        whole(right),
        [
            (whole(first + second), "Değerlerin çarpımı yerine toplamını verir."),
            (whole(-right), "Bir değerin işaretinde yanılır."),
            (whole((b - a) * (-b - a)), "Diskriminantta $4ac$ yerine $ac$ kullanır."),
            (
                whole(4 * b * b - a),
                "Diskriminantı sıfıra eşitlerken ortadaki katsayının karesini almaz.",
            ),
        ],
        rf"Çakışık kök için $\Delta = (m + {a})^2 - 4 \cdot {b * b} = 0$ olmalıdır. $m + {a} = {2 * b}$ ya da $m + {a} = {-2 * b}$; "
        rf"$m = {first}$ ya da $m = {second}$. Çarpımları ${right}$ olur.",
        spare=[
            (whole(first), "Yalnız pozitif karekökü dikkate alır."),
            (whole(right + a), "Çarpma işleminde yanılır."),
        ],
        computed=f"prod(solve(discriminant(x**2 + (m + {a})*x + {b * b}, x), m))",
    )


@template("ayt-mat-ikinci-derece-denklem-yeni-denklem", topic=QUADRATICS, difficulty=4, seconds=90)
def new_equation(rng: Random) -> Question:
    s, p = rng.choice([-5, -4, -3, 3, 4, 5, 6]), rng.choice([-4, -3, -2, -1, 1, 2])
    k = rng.choice([1, 2, 3])
    s2, p2 = s + 2 * k, p + k * s + k * k
    while s2 == 0 or p2 == 0 or s * s - 4 * p <= 0 or s2 == s:
        s, p = rng.choice([-5, -3, 3, 4, 5, 6]), rng.choice([-4, -3, -2, -1, 1, 2])
        s2, p2 = s + 2 * k, p + k * s + k * k

    def equation(total: int, product: int) -> str:
        return f"${poly([1, -total, product])} = 0$"

    return exam_question(
        rf"${poly([1, -s, p])} = 0$ denkleminin köklerinin her birinden {k} **fazla** olan sayıları kök kabul eden ikinci dereceden denklem "
        "aşağıdakilerden hangisidir?",
        equation(s2, p2),
        [
            (equation(-s2, p2), "Denklemi yazarken kökler toplamının işaretini değiştirmez."),
            (equation(s - 2 * k, p - k * s + k * k), "Köklerden çıkarma yapılmış gibi düşünür."),
            (equation(s + k, p + k), "Toplama ve çarpıma yalnız birer kez ekler."),
            (equation(s2, p + k * k), "Yeni çarpımda kökler toplamından gelen terimi unutur."),
        ],
        rf"Eski köklerin toplamı ${s}$, çarpımı ${p}$ olur. Yeni toplam ${s} + 2 \cdot {k} = {s2}$; yeni çarpım "
        rf"$x_1x_2 + {coef(k)}(x_1 + x_2) + {k * k} = {p2}$. Denklem ${poly([1, -s2, p2])} = 0$ olur.",
        spare=[
            (equation(s2, -p2), "Kökler çarpımının işaretini değiştirir."),
            (equation(s2, p + k), "Yeni çarpımı bulurken parantezi yanlış açar."),
        ],
        computed=f"expand((x**2 - ({s})*x + ({p})).subs(x, x - {k}))",
        reads=f"x**2 - ({s2})*x + ({p2})",
    )


def written(re: int | Fraction, im: int | Fraction) -> str:
    """A complex number in LaTeX, the real part first."""
    re, im = Fraction(re), Fraction(im)
    if im == 0:
        return shown(re)
    tail = poly([abs(im), 0], "i")
    if re == 0:
        return f"${'-' if im < 0 else ''}{tail}$"
    return f"${poly([re])} {'-' if im < 0 else '+'} {tail}$"


@template("ayt-mat-karmasik-sayilar-carpma", topic=COMPLEX, difficulty=2, seconds=50)
def complex_product(rng: Random) -> Question:
    a, b = rng.choice([1, 2, 3, 4]), rng.choice([-3, -2, -1, 1, 2, 3])
    c, d = rng.choice([1, 2, 3, 5]), rng.choice([-4, -3, -2, 2, 3])
    re, im = a * c - b * d, a * d + b * c
    return exam_question(
        rf"$i^2 = -1$ olmak üzere, $({written(a, b)[1:-1]}) \cdot ({written(c, d)[1:-1]})$ işleminin sonucu kaçtır?",
        written(re, im),
        [
            (written(a * c + b * d, im), "$i^2 = 1$ alır."),
            (written(a * c, b * d), "Gerçel kısımları ve sanal kısımları kendi aralarında çarpar."),
            (
                written(re, a * d - b * c),
                "Sanal terimlerden birinin işaretini yanlış alır.",
            ),
            (written(a * c + b * d, a * d - b * c), "İkinci çarpanın eşleniğiyle karıştırır."),
        ],
        rf"Çarpma dağıtılır: ${a * c} {signed(im)}i {signed(b * d)}i^2$. $i^2 = -1$ olduğundan gerçel kısım ${re}$, sanal kısım ${im}$ olur.",
        spare=[
            (written(-re, im), "Gerçel kısmın işaretini ters alır."),
            (written(re, -im), "Sonucun eşleniğini yazar."),
            (written(re + 1, im), "İşlem hatası yapar."),
        ],
        computed=f"expand(({a} + ({b})*I)*({c} + ({d})*I))",
    )


@template("ayt-mat-karmasik-sayilar-kuvvet", topic=COMPLEX, difficulty=2, seconds=50)
def powers_of_i(rng: Random) -> Question:
    p, q = rng.randint(21, 99), rng.randint(101, 199)
    m, n = rng.choice([2, 3, 4]), rng.choice([5, 6, 7])
    cycle = [(1, 0), (0, 1), (-1, 0), (0, -1)]

    def total(shift_p: int, shift_q: int) -> str:
        first, second = cycle[(p + shift_p) % 4], cycle[(q + shift_q) % 4]
        return written(m * first[0] + n * second[0], m * first[1] + n * second[1])

    return exam_question(
        rf"$i^2 = -1$ olmak üzere, ${m}i^{{{p}}} + {n}i^{{{q}}}$ ifadesinin eşiti aşağıdakilerden hangisidir?",
        total(0, 0),
        [
            (total(1, 0), f"{p} sayısının 4'e bölümünden kalanı yanlış bulur."),
            (total(0, 1), f"{q} sayısının 4'e bölümünden kalanı yanlış bulur."),
            (total(2, 0), "İlk terimin işaretini ters alır."),
            (total(0, 2), "İkinci terimin işaretini ters alır."),
        ],
        rf"$i$ nin kuvvetleri dörtte bir yinelenir. {p} sayısının 4'e bölümünden kalan {p % 4}, {q} sayısınınki {q % 4} olur: "
        rf"$i^{{{p}}} = {written(*cycle[p % 4]).strip('$')}$ ve $i^{{{q}}} = {written(*cycle[q % 4]).strip('$')}$.",
        computed=f"{m}*I**{p} + {n}*I**{q}",
    )


@template("ayt-mat-karmasik-sayilar-eslenik", topic=COMPLEX, difficulty=3, seconds=70)
def with_conjugate(rng: Random) -> Question:
    re, im = rng.choice([-4, -3, -2, 1, 2, 3, 5]), rng.choice([-5, -4, -3, -1, 2, 3, 4])
    k = rng.choice([2, 3, 4])
    left_re, left_im = (1 + k) * re, (1 - k) * im
    return exam_question(
        rf"$\overline{{z}}$, $z$ karmaşık sayısının eşleniği olmak üzere, $z + {k}\overline{{z}} = {written(left_re, left_im)[1:-1]}$ "
        "olduğuna göre, $z$ kaçtır?",
        written(re, im),
        [
            (
                written(re, -im),
                "$z$ yerine eşleniğini verir.",
            ),
            (
                written(re, Fraction(left_im, 1 + k)),
                "Eşleniği sayının kendisi gibi toplar.",
            ),
            (written(left_re, left_im), "Verilen sonucu $z$ sanır."),
            (written(-re, im), "Eşlenikte gerçel kısmın işaretini değiştirir."),
        ],
        rf"$z = a + bi$ ise $z + {k}\overline{{z}} = {1 + k}a - {coef(k - 1)}bi$ olur. ${1 + k}a = {left_re}$ ve ${coef(1 - k)}b = {left_im}$ "
        rf"eşitliklerinden $a = {re}$, $b = {im}$ bulunur.",
        computed=f"[s[a] + s[b]*I for s in [solve([a + {k}*a - ({left_re}), b - {k}*b - ({left_im})], [a, b])]][0]",
    )


@template("ayt-mat-karmasik-sayilar-kokler", topic=COMPLEX, difficulty=3, seconds=60)
def complex_roots(rng: Random) -> Question:
    re, im = rng.choice([-4, -3, -2, -1, 1, 2, 3, 4, 5]), rng.choice([1, 2, 3, 4])
    c = re * re + im * im
    return exam_question(
        rf"Aşağıdakilerden hangisi ${poly([1, -2 * re, c])} = 0$ denkleminin köklerinden biridir?",
        written(re, im),
        [
            (written(-re, im), "Kökün gerçel kısmının işaretini karıştırır."),
            (written(2 * re, 2 * im), "Kök formülünde 2'ye bölmeyi unutur."),
            (written(re, 2 * im), "Kök formülünde yalnız gerçel kısmı 2'ye böler."),
            (written(re + im, 0), "Negatif diskriminantın karekökünü gerçel sayı gibi alır."),
        ],
        rf"$\Delta = {4 * re * re} - {4 * c} = {-4 * im * im}$ ve $\sqrt{{\Delta}} = {2 * im}i$ olur. Kökler "
        rf"$\frac{{{2 * re} \pm {2 * im}i}}{{2}}$, yani ${re} \pm {coef(im)}i$ sayılarıdır.",
        spare=[(written(2 * re, im), "Yalnız sanal kısmı 2'ye böler.")],
        computed=f"max(solve(x**2 - ({2 * re})*x + {c}, x), key=lambda v: float(im(v)))",
    )

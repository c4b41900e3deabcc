"""Parametric items of the unit `ayt-mat-sayma-ve-olasilik`: counting, binomials, probability."""

from __future__ import annotations

from fractions import Fraction
from math import comb, factorial, perm
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.figures import Drawing
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, tex, whole
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

COUNTING = "ayt-mat-sayma-binom"
CHANCE = "ayt-mat-kosullu-olasilik"


@template("ayt-mat-sayma-binom-sabit-terim", topic=COUNTING, difficulty=3, seconds=80)
def constant_term(rng: Random) -> Question:
    # (x^u + k / x^v)^n
    u, v, n = rng.choice([(1, 1, 4), (1, 1, 6), (2, 1, 3), (2, 1, 6), (1, 2, 6), (3, 1, 4)])
    k = rng.choice([-3, -2, 2, 3])
    r = u * n // (u + v)
    right = comb(n, r) * k**r
    first = "x" if u == 1 else f"x^{u}"
    last = "x" if v == 1 else f"x^{v}"
    return exam_question(
        rf"$\left({first} {'-' if k < 0 else '+'} \frac{{{abs(k)}}}{{{last}}}\right)^{n}$ ifadesinin açılımındaki **sabit terim** kaçtır?",
        whole(right),
        [
            (whole(comb(n, r)), "Yalnız binom katsayısını alır."),
            (
                whole(comb(n, r) * abs(k) ** r * (-1 if right > 0 else 1)),
                "Terimin işaretinde yanılır.",
            ),
            (whole(comb(n, r) * k), f"{abs(k)} sayısının kuvvetini almayı unutur."),
            (whole(k**n), "Açılımın son terimini sabit terim sanır."),
        ],
        rf"Genel terim $\binom{{{n}}}{{r}} \left({first}\right)^{{{n} - r}} \left(\frac{{{k}}}{{{last}}}\right)^r$ olur. $x$ in kuvveti "
        rf"${u}({n} - r) - {'' if v == 1 else v}r = 0$ için $r = {r}$ bulunur: $\binom{{{n}}}{{{r}}} \cdot ({k})^{r} = {right}$.",
        spare=[
            (whole(k**r), "Binom katsayısını unutur."),
            (whole(comb(n, r - 1) * k**r), "Binom katsayısını bir önceki terimden alır."),
            (whole(2 * right), "İşlem hatası yapar."),
        ],
        computed=f"expand((x**{u} + ({k})/x**{v})**{n}).coeff(x, 0)",
    )


@template("ayt-mat-sayma-binom-katsayi", topic=COUNTING, difficulty=3, seconds=70)
def coefficient_of(rng: Random) -> Question:
    a, b, n = rng.choice([1, 2, 3]), rng.choice([-2, -1, 1, 2]), rng.choice([4, 5, 6])
    power = rng.randint(2, n - 1)
    r = n - power
    right = comb(n, r) * a**power * b**r
    first = "x" if a == 1 else f"{a}x"
    return exam_question(
        rf"$({first} {'-' if b < 0 else '+'} {abs(b)})^{n}$ ifadesinin açılımında $x^{power}$ li terimin katsayısı kaçtır?",
        whole(right),
        [
            (whole(comb(n, r)), "Yalnız binom katsayısını alır."),
            (whole(-right), "Terimin işaretinde yanılır."),
            (whole(comb(n, r) * a**r * b**power), "Terimlerin kuvvetlerini yer değiştirir."),
            (whole(comb(n, r) * a * b), "Katsayıların kuvvetini almaz."),
        ],
        rf"$x^{power}$ li terim $\binom{{{n}}}{{{r}}} ({first})^{power} \cdot ({b})^{r}$ olur. Katsayı ${comb(n, r)} \cdot {a**power} \cdot ({b**r}) = {right}$.",
        spare=[
            (
                whole(comb(n, r + 1) * a**power * b**r),
                "Binom katsayısını bir sonraki terimden alır.",
            ),
            (whole(a**power * b**r), "Binom katsayısını unutur."),
            (whole(2 * right), "İşlem hatası yapar."),
            (whole(3 * right), "İşlem hatası yapar."),
        ],
        computed=f"Poly(({a}*x + ({b}))**{n}, x).coeff_monomial(x**{power})",
    )


@template("ayt-mat-sayma-binom-yollar", topic=COUNTING, difficulty=3, seconds=80)
def shortest_paths(rng: Random) -> Question:
    wide, high = rng.choice([(4, 3), (5, 3), (4, 4), (5, 4), (6, 3)])
    cx, cy = rng.randint(1, wide - 1), rng.randint(1, high - 1)
    before, after = comb(cx + cy, cx), comb(wide - cx + high - cy, wide - cx)
    right = before * after
    every = comb(wide + high, wide)
    step = 36
    drawing = Drawing(wide * step + 60, high * step + 60)
    for i in range(wide + 1):
        drawing.line((30 + i * step, 30), (30 + i * step, 30 + high * step), look="muted")
    for j in range(high + 1):
        drawing.line((30, 30 + j * step), (30 + wide * step, 30 + j * step), look="muted")
    bottom = 30 + high * step
    drawing.dot((30, bottom)).label((16, bottom + 14), "A")
    drawing.dot((30 + wide * step, 30)).label((44 + wide * step, 16), "B")
    drawing.dot((30 + cx * step, bottom - cy * step), look="accent")
    drawing.label((30 + cx * step + 13, bottom - cy * step - 13), "C")
    return exam_question(
        rf"Birim karelerden oluşan {wide} birim eninde ve {high} birim boyundaki yolda, çizgiler üzerinden yalnız sağa ve yukarı gidilerek "
        rf"$A$ noktasından $B$ noktasına ulaşılacaktır. $A$ noktasının {cx} birim sağında ve {cy} birim yukarısında olan $C$ noktasına "
        "**uğrayan** kaç farklı yol vardır?",
        right,
        [
            (every, "$C$ noktasına uğrama koşulunu gözetmez."),
            (before + after, "İki parçadaki yol sayılarını çarpmak yerine toplar."),
            (every - right, "$C$ noktasına uğramayan yolları sayar."),
            (factorial(cx + cy) * after, "İlk parçada yinelenen adımları farklı sayar."),
        ],
        rf"$A$ dan $C$ ye {cx} sağ, {cy} yukarı adım vardır: $\frac{{{cx + cy}!}}{{{cx}! \cdot {cy}!}} = {before}$. $C$ den $B$ ye "
        rf"$\frac{{{wide - cx + high - cy}!}}{{{wide - cx}! \cdot {high - cy}!}} = {after}$ yol vardır. Çarpım {right} olur.",
        spare=[
            (before, "Yalnız $C$ noktasına kadar olan yolları sayar."),
            (after, "Yalnız $C$ noktasından sonraki yolları sayar."),
            (right + 2, "İşlem hatası yapar."),
        ],
        computed=f"sum(1 for s in itertools.combinations(range({wide + high}), {wide}) if sum(1 for v in s if v < {cx + cy}) == {cx})",
        figure=drawing.figure(
            f"{wide} birim eninde, {high} birim boyunda kareli yol; A sol altta, B sağ üstte, C, A'nın {cx} birim sağında ve {cy} birim yukarısında."
        ),
    )


@template("ayt-mat-sayma-binom-dagitma", topic=COUNTING, difficulty=4, seconds=90)
def sharing(rng: Random) -> Question:
    n = rng.choice([5, 6, 7, 8])
    people = 3
    kind = rng.choice(["sizes", "onto"]) if n < 7 else "sizes"
    if kind == "onto":
        right = people**n - 3 * 2**n + 3
        return exam_question(
            f"Birbirinden farklı {n} oyuncak, her birine **en az bir** oyuncak verilmek koşuluyla {people} çocuğa kaç farklı biçimde dağıtılabilir?",
            whole(right),
            [
                (whole(people**n), "En az bir oyuncak koşulunu gözetmez."),
                (
                    whole(people**n - 3 * 2**n),
                    "Bir çocuğun hepsini aldığı durumları iki kez çıkarır.",
                ),
                (whole(n**people), "Taban ile üssün yerlerini karıştırır."),
                (whole(comb(n - 1, people - 1)), "Oyuncakları özdeş sayar."),
            ],
            rf"Bütün dağıtmalar $3^{n} = {people**n}$. Belli bir çocuğun hiç oyuncak almadığı $2^{n}$ dağıtma vardır; üç çocuk için çıkarılır, "
            rf"iki kez çıkarılan 3 dağıtma geri eklenir: ${people**n} - 3 \cdot {2**n} + 3 = {right}$.",
            spare=[(whole(perm(n, 3) * 3 ** (n - 3)), "Aynı dağıtmayı birden çok kez sayar.")],
            computed=f"sum(1 for s in itertools.product(range(3), repeat={n}) if len(set(s)) == 3)",
        )
    sizes = rng.choice(
        {
            5: [(3, 1, 1), (2, 2, 1)],
            6: [(3, 2, 1), (4, 1, 1)],
            7: [(4, 2, 1), (3, 2, 2), (3, 3, 1)],
            8: [(4, 3, 1), (4, 2, 2), (3, 3, 2)],
        }[n]
    )
    p, q, s = sizes
    right = factorial(n) // (factorial(p) * factorial(q) * factorial(s))
    return exam_question(
        f"Birbirinden farklı {n} kitap; Ada'ya {p}, Bora'ya {q}, Ceren'e {s} kitap verilmek koşuluyla kaç farklı biçimde dağıtılabilir?",
        whole(right),
        [
            (whole(factorial(n)), "Bir kişinin kitaplarının sırasını da önemser."),
            (whole(3**n), "Kişi başına kitap sayısı koşulunu gözetmez."),
            (
                whole(comb(n, p) * comb(n, q) * comb(n, s)),
                "Her seçimde bütün kitapları yeniden sayar.",
            ),
            (
                whole(comb(n, p) + comb(n - p, q) + 1),
                "Art arda yapılan seçimleri çarpmak yerine toplar.",
            ),
        ],
        rf"Ada'nın kitapları $\binom{{{n}}}{{{p}}} = {comb(n, p)}$, kalanlardan Bora'nınkiler $\binom{{{n - p}}}{{{q}}} = {comb(n - p, q)}$ "
        rf"biçimde seçilir; geriye kalanlar Ceren'in olur. ${comb(n, p)} \cdot {comb(n - p, q)} = {right}$.",
        spare=[(whole(6 * right), "Kişilerin yerlerini de değiştirir.")],
        computed=f"sum(1 for s in itertools.product(range(3), repeat={n}) if s.count(0) == {p} and s.count(1) == {q})",
    )


@template("ayt-mat-kosullu-olasilik-zar", topic=CHANCE, difficulty=3, seconds=70)
def two_dice(rng: Random) -> Question:
    total = rng.choice([5, 6, 7, 8, 9, 10])
    face = rng.choice([v for v in range(1, 7) if 1 <= total - v <= 6 and 2 * v != total])
    reverse = rng.random() < 0.5
    sums = [(v, w) for v in range(1, 7) for w in range(1, 7) if v + w == total]
    both = 2
    if reverse:
        given, asked = f"**en az bir** zarın {face} geldiği", f"zarların toplamının {total} olma"
        right = Fraction(both, 11)
        test, condition = f"v + w == {total}", f"{face} in (v, w)"
        why = rf"Koşul örnek uzayı 11 sonuca küçültür. Bunlardan toplamı {total} olanlar $({face}, {total - face})$ ve $({total - face}, {face})$ olur"
        twelve = Fraction(both, 12)
    else:
        given, asked = f"toplamın {total} olduğu", f"zarlardan **en az birinin** {face} gelme"
        right = Fraction(both, len(sums))
        test, condition = f"{face} in (v, w)", f"v + w == {total}"
        why = rf"Toplamı {total} olan {len(sums)} sonuç vardır. Bunlardan $({face}, {total - face})$ ve $({total - face}, {face})$ içinde {face} bulunur"
        twelve = Fraction(11, 36)
    return exam_question(
        f"Hilesiz iki zar birlikte atılıyor ve {given} biliniyor. Buna göre {asked} olasılığı kaçtır?",
        shown(right),
        [
            (shown(Fraction(both, 36)), "Örnek uzayı koşula göre küçültmez."),
            (shown(right / 2), "İki zarın yer değiştirmesini ayrı sonuç saymaz."),
            (
                shown(twelve),
                f"({face}, {face}) sonucunu iki kez sayar."
                if reverse
                else "Verilen koşulu hesaba katmaz.",
            ),
            (
                shown(Fraction(both, len(sums))) if reverse else shown(Fraction(both, 11)),
                "Koşul ile sorulan olayın yerlerini karıştırır.",
            ),
        ],
        f"{why}. Olasılık ${tex(right)}$ bulunur.",
        spare=[
            (shown(Fraction(1, 6)), "Verilen koşulu hiç kullanmaz."),
            (shown(Fraction(3, 11)), "Uygun sonuçlardan birini fazla sayar."),
            (shown(Fraction(1, 3)), "Tek bir zarla düşünür."),
        ],
        computed=f"[Rational(sum(1 for v, w in u if {test}), len(u)) for u in [[(v, w) for v in range(1, 7) for w in range(1, 7) if {condition}]]][0]",
    )


@template("ayt-mat-kosullu-olasilik-tablo", topic=CHANCE, difficulty=2, seconds=60)
def from_a_table(rng: Random) -> Question:
    a, b, c, d = (rng.randint(3, 14) for _ in range(4))
    while a in (b, c):
        b, c = rng.randint(3, 14), rng.randint(3, 14)
    all_of_them = a + b + c + d
    by_sport = rng.random() < 0.5
    if by_sport:
        given, asked, right = "voleybol oynadığı", "10. sınıf öğrencisi", Fraction(a, a + c)
        other = Fraction(a, a + b)
    else:
        given, asked, right = (
            "10. sınıf öğrencisi olduğu",
            "voleybol oynayan biri",
            Fraction(a, a + b),
        )
        other = Fraction(a, a + c)
    base = a + c if by_sport else a + b
    return exam_question(
        "Bir kulüpte her öğrenci voleybol ya da basketboldan yalnız birini oynuyor. Öğrencilerin dağılımı şöyledir:\n\n"
        "| | Voleybol | Basketbol |\n|---|---|---|\n"
        f"| 10. sınıf | {a} | {b} |\n| 11. sınıf | {c} | {d} |\n\n"
        f"Rastgele seçilen bir öğrencinin {given} bilindiğine göre, {asked} olma olasılığı kaçtır?",
        shown(right),
        [
            (shown(other), "Koşul ile sorulan olayın yerlerini karıştırır."),
            (shown(Fraction(a, all_of_them)), "Örnek uzayı koşula göre küçültmez."),
            (shown(Fraction(base, all_of_them)), "Koşulun olasılığını verir."),
            (shown(1 - right), "Tümleyen olayın olasılığını verir."),
        ],
        f"Koşulu sağlayan {base} öğrenci vardır; örnek uzay bunlardır. İstenen özelliği de taşıyan {a} öğrenci vardır: ${tex(right)}$.",
        spare=[
            (shown(Fraction(a, b + d)), "Paydaya öteki sütunun toplamını yazar."),
            (shown(Fraction(a, c + d)), "Paydaya öteki satırın toplamını yazar."),
            (shown(Fraction(a + 1, all_of_them)), "Tabloyu yanlış okur."),
        ],
        computed=f"(Rational({a}, {all_of_them}) / Rational({base}, {all_of_them}))",
    )


@template("ayt-mat-kosullu-olasilik-torba", topic=CHANCE, difficulty=4, seconds=90)
def two_bags(rng: Random) -> Question:
    r1, w1 = rng.choice([(1, 2), (2, 1), (2, 3), (3, 2), (1, 3), (3, 1), (3, 4), (2, 4)])
    r2, w2 = rng.choice([(1, 1), (1, 4), (4, 1), (3, 5), (5, 3), (2, 2), (4, 2)])
    n1, n2 = r1 + w1, r2 + w2
    p1, p2 = Fraction(r1, n1), Fraction(r2, n2)
    if p1 == p2:
        r2, w2 = 1, 5
        n2, p2 = 6, Fraction(1, 6)
    right = p1 / (p1 + p2)
    size = n1 * n2
    return exam_question(
        f"Birinci torbada {r1} kırmızı ve {w1} beyaz, ikinci torbada {r2} kırmızı ve {w2} beyaz top vardır. Rastgele bir torba seçilip içinden "
        "rastgele bir top çekiliyor. Çekilen topun **kırmızı** olduğu bilindiğine göre, birinci torbadan çekilmiş olma olasılığı kaçtır?",
        shown(right),
        [
            (
                shown(Fraction(r1, r1 + r2)),
                "Torbalardaki toplam top sayılarının farkını hesaba katmaz.",
            ),
            (
                shown(p1 / 2),
                "Koşulu kullanmadan yalnız birinci torbadan kırmızı çekme olasılığını bulur.",
            ),
            (shown(p1), "Birinci torbanın seçildiğini kesin kabul eder."),
            (shown(Fraction(1, 2)), "Kırmızı çekilmesinin torba hakkında bilgi vermediğini sanır."),
        ],
        rf"Birinci torbadan kırmızı: $\frac{{1}}{{2}} \cdot {tex(p1)} = {tex(p1 / 2)}$. İkinci torbadan kırmızı: $\frac{{1}}{{2}} \cdot {tex(p2)} = {tex(p2 / 2)}$. "
        rf"Toplam ${tex((p1 + p2) / 2)}$ olur; istenen olasılık ${tex(p1 / 2)}$ sayısının bu toplama oranıdır: ${tex(right)}$.",
        spare=[
            (shown((p1 + p2) / 2), "Yalnız kırmızı çekme olasılığını bulur."),
            (shown(1 - right), "İkinci torbadan çekilmiş olma olasılığını bulur."),
            (shown(Fraction(r1 + r2, n1 + n2)), "Bütün topları tek torbada toplar."),
            (shown(p2), "İkinci torbadan kırmızı çekme olasılığını bulur."),
            (shown(p1 * p2), "İki torbadan da kırmızı çekme olasılığını bulur."),
        ],
        computed=f"Rational(len([v for v in range({size}) if v % {n1} < {r1}]), len([v for v in range({size}) if v % {n1} < {r1}]) + len([v for v in range({size}) if v % {n2} < {r2}]))",
    )


@template("ayt-mat-kosullu-olasilik-bagimsiz", topic=CHANCE, difficulty=2, seconds=60)
def at_least_one_hits(rng: Random) -> Question:
    p, q = Fraction(rng.randint(1, 4), 5), Fraction(rng.randint(1, 3), 4)
    right = p + q - p * q
    return exam_number(
        rf"Birbirinden bağımsız atış yapan iki okçunun hedefi vurma olasılıkları ${tex(p)}$ ve ${tex(q)}$ olur. İkisi de birer atış yaptığında "
        "hedefin **en az bir kez** vurulma olasılığı kaçtır?",
        float(right),
        rf"İkisinin de vuramama olasılığı ${tex(1 - p)} \cdot {tex(1 - q)} = {tex((1 - p) * (1 - q))}$. En az bir vuruş: $1 - {tex((1 - p) * (1 - q))} = {tex(right)}$.",
        tolerance=0.001,
        mistakes=[
            (float(p + q), "Olasılıkları toplar, ikisinin birlikte vurmasını iki kez sayar."),
            (float(p * q), "İkisinin de vurma olasılığını bulur."),
            (float((1 - p) * (1 - q)), "Hiç vurulmama olasılığını verir."),
            (float(p * (1 - q) + q * (1 - p)), "Yalnız bir okçunun vurma olasılığını bulur."),
        ],
        computed=f"Rational(sum(1 for v in range({p.denominator}) for w in range({q.denominator}) if v < {p.numerator} or w < {q.numerator}), {p.denominator * q.denominator})",
    )

"""Parametric items of the unit `tyt-mat-sayilar`: numbers, digits, divisibility."""

from __future__ import annotations

from math import gcd, isqrt, lcm
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.tyt_matematik_writing import whole
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

CONCEPTS = "tyt-mat-temel-kavramlar"
DIGITS = "tyt-mat-sayi-basamaklari"
DIVISION = "tyt-mat-bolme-bolunebilme"
COMMON = "tyt-mat-ebob-ekok"


@template("tyt-mat-temel-kavramlar-carpimdan-toplam", topic=CONCEPTS, difficulty=2, seconds=60)
def sum_from_product(rng: Random) -> Question:
    product = rng.choice([24, 30, 36, 40, 42, 48, 54, 60, 72, 80, 84, 90, 96, 100, 108, 120])
    largest = rng.random() < 0.5
    pairs = [(d, product // d) for d in range(1, isqrt(product) + 1) if product % d == 0]
    sums = [p + q for p, q in pairs]
    right = sums[0] if largest else sums[-1]
    if largest:
        wrong = [
            (sums[1], "1'in de pozitif bir çarpan olduğunu unutur."),
            (product, "Çarpımın kendisini toplam sanır."),
            (sums[-1], "En büyük yerine en küçük toplamı bulur."),
            (sums[2], "Çarpan çiftlerinin hepsini denemez."),
        ]
        why = "Çarpımı sabit olan iki sayının toplamı, sayılar birbirinden **uzaklaştıkça** büyür."
    else:
        wrong = [
            (sums[-2], "Birbirine en yakın çarpan çiftini atlar."),
            (sums[0], "En küçük yerine en büyük toplamı bulur."),
            (sums[1], "Çarpan çiftlerinin hepsini denemez."),
            (product, "Çarpımın kendisini toplam sanır."),
            (sums[2], "Çarpan çiftlerinin hepsini denemez."),
        ]
        why = "Çarpımı sabit olan iki sayının toplamı, sayılar birbirine **yaklaştıkça** küçülür."
    best = pairs[0] if largest else pairs[-1]
    return exam_question(
        rf"$a$ ve $b$ pozitif tam sayılar olmak üzere $a \cdot b = {product}$ olduğuna göre $a + b$ "
        f"toplamının alabileceği **en {'büyük' if largest else 'küçük'}** değer kaçtır?",
        right,
        wrong,
        rf"{why} Burada ${best[0]} \cdot {best[1]} = {product}$ seçilir ve toplam ${right}$ olur.",
        spare=[(right + 1, "Toplarken 1 fazla bulur."), (right + 2, "Toplarken 2 fazla bulur.")],
        computed=f"{'max' if largest else 'min'}(i + j for i in range(1, {product + 1}) "
        f"for j in range(1, {product + 1}) if i * j == {product})",
    )


@template("tyt-mat-temel-kavramlar-ardisik-toplam", topic=CONCEPTS, difficulty=2, seconds=70)
def consecutive_sum(rng: Random) -> Question:
    count = rng.choice([5, 7])
    name, step = rng.choice([("tam", 1), ("çift tam", 2), ("tek tam", 2)])
    middle = rng.randint(12, 45)
    if (name == "çift tam" and middle % 2) or (name == "tek tam" and middle % 2 == 0):
        middle += 1
    reach = count // 2 * step
    total = count * middle
    largest = rng.random() < 0.6
    right = middle + reach if largest else middle - reach
    half = count // 2
    other_step = 3 - step
    away = half * other_step if largest else -half * other_step
    return exam_question(
        f"Ardışık {count} {name} sayının toplamı {total} olduğuna göre bu sayıların en "
        f"{'büyüğü' if largest else 'küçüğü'} kaçtır?",
        right,
        [
            (middle, "Ortadaki sayıyı cevap sanır."),
            (
                middle + away,
                f"Sayıların {other_step}'er arttığını düşünür.".replace("1'er", "birer").replace(
                    "2'er", "ikişer"
                ),
            ),
            (2 * middle - right, "Aranan uçtaki sayı yerine öbür uçtakini bulur."),
            (
                right + step if largest else right - step,
                "Ortadan uca giderken bir adım fazla sayar.",
            ),
        ],
        f"Terim sayısı tek olduğundan toplam, ortadaki sayının {count} katıdır: "
        rf"ortadaki sayı ${total} : {count} = {middle}$. Uçtaki sayı ondan {half} adım uzaktadır: "
        rf"${middle} {'+' if largest else '-'} {half} \cdot {step} = {right}$.",
        spare=[
            (
                right - step if largest else right + step,
                "Ortadan uca giderken bir adım eksik sayar.",
            )
        ],
        computed=f"solve(sum(x + {step} * i for i in range({count})) - {total}, x)[0]"
        + (f" + {step * (count - 1)}" if largest else ""),
    )


@template("tyt-mat-temel-kavramlar-terim-toplami", topic=CONCEPTS, difficulty=3, seconds=90)
def sum_of_terms(rng: Random) -> Question:
    first, step, count = (
        rng.randint(2, 9),
        rng.choice([2, 3, 4, 5]),
        rng.choice([12, 14, 16, 20, 21]),
    )
    last = first + step * (count - 1)
    right = count * (first + last) // 2
    return exam_question(
        rf"$${first} + {first + step} + {first + 2 * step} + \cdots + {last}$$"
        "\n\ntoplamının sonucu kaçtır?",
        right,
        [
            ((count - 1) * (first + last) // 2, "Terim sayısını bulurken 1 eklemeyi unutur."),
            (count * (first + last), "Toplamı ikiye bölmeyi unutur."),
            (count * (last - first) // 2, "İlk ve son terimi toplamak yerine çıkarır."),
            ((count + 1) * (first + last) // 2, "Terim sayısını 1 fazla bulur."),
        ],
        rf"Terim sayısı $\frac{{{last} - {first}}}{{{step}}} + 1 = {count}$ olur. Toplam "
        rf"$\frac{{{count} \cdot ({first} + {last})}}{{2}} = {right}$ bulunur.",
        spare=[
            (right + last, "Son terimi iki kez toplar."),
            (right - last, "Son terimi toplamaz."),
        ],
        computed=f"sum(range({first}, {last + 1}, {step}))",
    )


@template("tyt-mat-sayi-basamaklari-ab-ba", topic=DIGITS, difficulty=3, seconds=80)
def two_digits_turned(rng: Random) -> Question:
    if rng.random() < 0.5:
        gap = rng.randint(1, 7)
        right, sign, value = 9 - gap, "-", 9 * gap
        why = (
            rf"$AB - BA = 9 \cdot (A - B) = {value}$ olduğundan $A - B = {gap}$ olur. İki sayı da iki "
            rf"basamaklı olduğu için $B \ge 1$ alınır; $B$ en az 1, en çok {9 - gap} olabilir; {right} durum vardır."
        )
        with_zero, other = right + 1, gap
    else:
        total = rng.choice([5, 7, 9, 11, 13, 15])
        right = sum(1 for p in range(1, 10) if 1 <= total - p <= 9)
        sign, value = "+", 11 * total
        why = (
            rf"$AB + BA = 11 \cdot (A + B) = {value}$ olduğundan $A + B = {total}$ olur. $A$ ve $B$ sıfırdan "
            f"farklı rakamlardır; bu koşula uyan {right} sıralı ikili vardır."
        )
        with_zero, other = right + 2, total
    return exam_question(
        rf"$AB$ ve $BA$ iki basamaklı doğal sayılar olmak üzere $AB {sign} BA = {value}$ "
        "olduğuna göre kaç farklı $AB$ sayısı yazılabilir?",
        right,
        [
            (with_zero, "Rakamlardan birinin 0 olabileceğini de sayar."),
            (right - 1, "Uygun durumlardan birini atlar."),
            (other, "Rakamların toplamını ya da farkını durum sayısı sanır."),
            (10, "Bütün rakamları uygun sanır."),
        ],
        why,
        spare=[
            (right + 1, "Uygun olmayan bir durumu da sayar."),
            (right + 3, "Rakam koşulunu gözetmeden sayar."),
            (right + 4, "Rakam koşulunu gözetmeden sayar."),
        ],
        computed=f"sum(1 for n in range(10, 100) if n % 10 and n {sign} (n % 10 * 10 + n // 10) == {value})",
    )


@template("tyt-mat-sayi-basamaklari-degisim", topic=DIGITS, difficulty=2, seconds=60)
def change_of_digits(rng: Random) -> Question:
    up, down, last = rng.randint(2, 4), rng.randint(1, 5), rng.randint(1, 4)
    while down >= up:
        up, down = rng.randint(2, 4), rng.randint(1, 3)
    big, big_name = rng.choice([(1000, "binler"), (100, "yüzler")])
    right = big * up - 10 * down + last
    return exam_question(
        f"Rakamları uygun olan dört basamaklı bir doğal sayının {big_name} basamağındaki rakam {up} artırılıyor, "
        f"onlar basamağındaki rakam {down} azaltılıyor ve birler basamağındaki rakam {last} artırılıyor. "
        "Buna göre sayının değeri kaç artar?",
        right,
        [
            (up - down + last, "Basamak değerlerini gözetmeden rakamlardaki değişimi toplar."),
            (big * up + 10 * down + last, "Azalan basamağı da ekler."),
            (big * up - 100 * down + last, "Onlar basamağının değerini 100 sanır."),
            (big * up - 10 * down - last, "Birler basamağındaki artışı çıkarır."),
        ],
        f"Her rakamdaki değişim, basamağının değeriyle çarpılır: "
        rf"${big} \cdot {up} - 10 \cdot {down} + 1 \cdot {last} = {right}$.",
        spare=[(big * up - down + last, "Onlar basamağını birler basamağı gibi sayar.")],
        computed="[int(''.join(map(str, q))) - int(''.join(map(str, p))) for p, q in "
        + (
            f"[([1, 5, 9, 0], [{1 + up}, 5, {9 - down}, {last}])]]"
            if big == 1000
            else f"[([1, 5, 9, 0], [1, {5 + up}, {9 - down}, {last}])]]"
        )
        + "[0]",
    )


@template("tyt-mat-sayi-basamaklari-soluna-yaz", topic=DIGITS, difficulty=3, seconds=80)
def digit_on_the_left(rng: Random) -> Question:
    digit = rng.randint(1, 6)
    number = rng.choice([n for n in range(12, 100) if 100 * digit % n == 0 and n % 10])
    times = 100 * digit // number + 1
    return exam_question(
        f"İki basamaklı $AB$ doğal sayısının soluna {digit} rakamı yazılarak elde edilen üç basamaklı sayı, "
        f"$AB$ sayısının {times} katına eşittir. Buna göre $A + B$ toplamı kaçtır?",
        number // 10 + number % 10,
        [
            (number, "Rakamların toplamı yerine sayının kendisini verir."),
            (number // 10 * (number % 10), "Rakamları toplamak yerine çarpar."),
            (abs(number // 10 - number % 10), "Rakamları toplamak yerine çıkarır."),
            (digit + number // 10 + number % 10, "Sola yazılan rakamı da toplar."),
        ],
        rf"Sola yazılan {digit} yüzler basamağındadır: ${100 * digit} + AB = {times} \cdot AB$. "
        rf"Buradan $AB = {100 * digit} : {times - 1} = {number}$ ve "
        rf"$A + B = {number // 10 + number % 10}$ olur.",
        spare=[
            (number // 10 + number % 10 + 1, "İşlem hatasıyla 1 fazla bulur."),
            (number // 10 + number % 10 + 2, "İşlem hatasıyla 2 fazla bulur."),
        ],
        computed=f"[n // 10 + n % 10 for n in range(10, 100) if int('{digit}' + str(n)) == {times} * n][0]",
    )


@template("tyt-mat-bolme-bolunebilme-kalanin-kalani", topic=DIVISION, difficulty=2, seconds=50)
def remainder_again(rng: Random) -> Question:
    small, times = rng.randint(6, 12), rng.randint(2, 4)
    big = small * times
    remainder = rng.randint(small + 1, big - 1)
    if remainder % small == 0:
        remainder -= 1
    factor = rng.choice([1, 2, 3])
    right = factor * remainder % small
    asked = "$A$" if factor == 1 else f"${factor}A$"
    return exam_question(
        f"Bir $A$ doğal sayısının {big} ile bölümünden kalan {remainder} olduğuna göre {asked} sayısının "
        f"{small} ile bölümünden kalan kaçtır?",
        right,
        [
            (factor * remainder, "Kalanın bölenden küçük olması gerektiğini unutur."),
            (small - right, "Kalan yerine bölene tamamlayan sayıyı bulur."),
            (remainder % times, "Kalanı yanlış sayıya böler."),
            (factor * remainder // small, "Kalan yerine bölümü bulur."),
        ],
        rf"$A = {big}q + {remainder}$ biçimindedir. ${big}$, ${small}$ ile tam bölündüğü için kalana yalnız "
        rf"${factor * remainder}$ etki eder: ${factor * remainder} = {small} \cdot {factor * remainder // small} + {right}$.",
        spare=[
            (right + 1, "Bölme işleminde 1 fazla bulur."),
            (right + 2, "Bölme işleminde 2 fazla bulur."),
            (right + 3, "Bölme işleminde 3 fazla bulur."),
            (right + 4, "Bölme işleminde 4 fazla bulur."),
        ],
        computed=f"{factor} * ({big} * 35 + {remainder}) - max(d for d in range(0, {factor} * ({big} * 35 + {remainder}) + 1, {small}))",
    )


@template("tyt-mat-bolme-bolunebilme-kirk-bes", topic=DIVISION, difficulty=3, seconds=90)
def divisible_by_45(rng: Random) -> Question:
    p, q = rng.randint(1, 9), rng.randint(1, 9)
    zero = [d for d in range(10) if (p + q + d) % 9 == 0]
    five = [d for d in range(10) if (p + q + 5 + d) % 9 == 0]
    right = sum(zero) + sum(five)
    return exam_question(
        f"Dört basamaklı ${p}A{q}B$ sayısı 45 ile tam bölündüğüne göre $A$ rakamının alabileceği farklı "
        "değerlerin toplamı kaçtır?",
        right,
        [
            (sum(zero), "Yalnız $B = 0$ durumunu inceler."),
            (sum(five), "Yalnız $B = 5$ durumunu inceler."),
            (right + 5, "$B$'nin değerlerini de toplama katar."),
            (
                sum(d for d in range(10) if (p + q + d) % 3 == 0),
                "9 kuralı yerine 3 kuralını kullanır.",
            ),
        ],
        rf"45 ile bölünen sayı hem 5 hem 9 ile bölünür. $B = 0$ ise rakamlar toplamı ${p + q} + A$ olur: "
        f"$A$ {' ya da '.join(map(str, zero))}. $B = 5$ ise toplam ${p + q + 5} + A$ olur: "
        f"$A$ {' ya da '.join(map(str, five))}. Bu değerlerin toplamı {right} olur.",
        spare=[
            (right + 9, "Rakam olmayan değeri de sayar."),
            (right + 1, "Toplarken 1 fazla bulur."),
            (right + 2, "Toplarken 2 fazla bulur."),
        ],
        computed=f"sum({{n // 100 % 10 for n in range(1000, 10000) if n % 45 == 0 and n // 1000 == {p} and n // 10 % 10 == {q}}})",
    )


@template("tyt-mat-bolme-bolunebilme-kalan-siniri", topic=DIVISION, difficulty=3, seconds=70)
def remainder_below_divisor(rng: Random) -> Question:
    divisor = rng.randint(11, 60)
    x = isqrt(divisor - 1)
    right = divisor * x + x * x
    return exam_question(
        f"Bir $A$ doğal sayısı {divisor} ile bölündüğünde bölüm $x$, kalan $x^2$ olmaktadır. Buna göre $A$ "
        "sayısının alabileceği en büyük değer kaçtır?",
        whole(right),
        [
            (
                whole(divisor * (x + 1) + (x + 1) ** 2),
                "Kalanın bölenden küçük olma koşulunu gözetmez.",
            ),
            (whole(divisor * (x - 1) + (x - 1) ** 2), "$x$ için uygun olan en büyük değeri almaz."),
            (whole(divisor * x + x), "Kalanı $x^2$ yerine $x$ alır."),
            (whole(divisor * x), "Kalanı eklemeyi unutur."),
        ],
        rf"Kalan bölenden küçüktür: $x^2 < {divisor}$, yani en çok $x = {x}$ olur. "
        rf"$A = {divisor} \cdot {x} + {x}^2 = {right}$ bulunur.",
        computed=f"max(n for n in range({divisor * divisor}) if n % {divisor} == (n // {divisor}) ** 2)",
    )


@template("tyt-mat-ebob-ekok-esit-parca", topic=COMMON, difficulty=2, seconds=70)
def equal_pieces(rng: Random) -> Question:
    common = rng.choice([6, 8, 9, 12, 14, 15, 16, 18])
    p, q = rng.choice([(3, 4), (3, 5), (4, 5), (5, 6), (4, 7), (5, 7), (5, 8), (3, 8), (7, 9)])
    one, two = common * p, common * q
    thing, unit = rng.choice(
        [("iki kumaş", "santimetre"), ("iki ahşap çıta", "santimetre"), ("iki ip", "metre")]
    )
    return exam_question(
        f"Uzunlukları {one} {unit} ve {two} {unit} olan {thing}, hiç artmayacak biçimde birbirine eşit uzunlukta "
        "ve **en uzun** parçalara ayrılacaktır. Buna göre toplam kaç parça elde edilir?",
        p + q,
        [
            (common, "Parça sayısı yerine bir parçanın uzunluğunu verir."),
            (p * q, "Parça sayılarını toplamak yerine çarpar."),
            (p + q - 2, "Parça sayısı yerine yapılan kesim sayısını bulur."),
            (2 * (p + q), "Parça uzunluğunu en büyük ortak bölenin yarısı alır."),
        ],
        rf"En uzun parça $\text{{EBOB}}({one}, {two}) = {common}$ {unit} olur. "
        rf"Parça sayısı ${one} : {common} + {two} : {common} = {p} + {q} = {p + q}$.",
        spare=[(p + q + 1, "Toplarken 1 fazla bulur."), (q, "Yalnız uzun olanı sayar.")],
        computed=f"min({one} // d + {two} // d for d in range(1, {one + 1}) if {one} % d == 0 and {two} % d == 0)",
    )


@template("tyt-mat-ebob-ekok-ayni-kalan", topic=COMMON, difficulty=3, seconds=90)
def same_remainder(rng: Random) -> Question:
    divisors = rng.choice(
        [(4, 5, 6), (6, 8, 9), (5, 6, 8), (6, 8, 12), (4, 6, 9), (5, 6, 9), (8, 9, 12), (6, 10, 15)]
    )
    least = lcm(*divisors)
    remainder = rng.randint(1, min(divisors) - 1)
    right = next(n for n in range(least + remainder, 10**4, least) if n >= 100)
    a, b, c = divisors
    return exam_question(
        f"{a}, {b} ve {c} sayılarının her birine bölündüğünde {remainder} kalanını veren **üç basamaklı en küçük** "
        "doğal sayı kaçtır?",
        right,
        [
            (right - remainder, "Kalanı eklemeyi unutur."),
            (right - 2 * remainder, "Kalanı eklemek yerine çıkarır."),
            (right + least, "En küçük değil, bir sonraki sayıyı bulur."),
            (a * b * c + remainder, "EKOK yerine sayıların çarpımını kullanır."),
        ],
        rf"$\text{{EKOK}}({a}, {b}, {c}) = {least}$ olduğundan sayı ${least}k + {remainder}$ biçimindedir. "
        rf"Üç basamaklı en küçük değer $k = {(right - remainder) // least}$ için ${right}$ olur.",
        spare=[
            (right + 1, "İşlem hatasıyla 1 fazla bulur."),
            (right + 10, "Toplama hatası yapar."),
        ],
        computed=f"min(n for n in range(100, 1000) if all(n % d == {remainder} for d in {divisors}))",
    )


@template("tyt-mat-ebob-ekok-carpim", topic=COMMON, difficulty=2, seconds=60)
def product_rule(rng: Random) -> Question:
    common = rng.choice([4, 5, 6, 7, 8, 9, 12])
    p, q = rng.choice([(2, 3), (2, 5), (3, 4), (3, 5), (4, 5), (2, 7), (3, 7), (5, 6)])
    one, two = common * p, common * q
    assert gcd(one, two) == common
    least = common * p * q
    return exam_number(
        f"En büyük ortak böleni {common}, en küçük ortak katı {least} olan iki pozitif tam sayıdan biri {one} "
        "olduğuna göre diğeri kaçtır?",
        two,
        rf"İki sayının çarpımı, EBOB ile EKOK'un çarpımına eşittir: ${one} \cdot b = {common} \cdot {least}$, "
        rf"buradan $b = {two}$ bulunur.",
        mistakes=[
            (least // one, "EKOK'u sayıya böler, EBOB ile çarpmayı unutur."),
            (least - one, "Çarpım yerine fark kullanır."),
        ],
        computed=f"[n for n in range(1, {least} + 1) if gcd(n, {one}) == {common} and lcm(n, {one}) == {least}][0]",
    )

"""Parametric items of the unit `tyt-mat-sayma-ve-veri`: counting and probability."""

from __future__ import annotations

from fractions import Fraction
from math import comb, factorial, perm
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, tex, whole
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

COUNTING = "tyt-mat-permutasyon-kombinasyon"
CHANCE = "tyt-mat-olasilik"


@template("tyt-mat-permutasyon-kombinasyon-rakamlar", topic=COUNTING, difficulty=3, seconds=80)
def numbers_of_digits(rng: Random) -> Question:
    top = rng.choice([4, 5, 6, 7])
    digits = list(range(top + 1))
    places = rng.choice([3, 4])
    kind = rng.choice(["", "çift ", "tek "])
    n = top + 1
    everything = top * perm(n - 1, places - 1)
    odds = [d for d in digits if d % 2]
    odd = len(odds) * (n - 2) * perm(n - 2, places - 2)
    right = {"": everything, "çift ": everything - odd, "tek ": odd}[kind]
    listed = ", ".join(map(str, digits))
    evens = n - len(odds)
    ends = {"": n, "çift ": evens, "tek ": len(odds)}[kind]
    with_zero = perm(n, places) if kind == "" else ends * perm(n - 1, places - 1)
    repeated = top * n ** (places - 1) if kind == "" else top * n ** (places - 2) * ends
    if kind == "":
        why = rf"İlk basamağa 0 gelemez: {top} seçenek vardır. Kalan {places - 1} basamak, kalan {n - 1} rakamla doldurulur: "
        why += (
            " \\cdot ".join(["$" + str(top), *[str(n - 1 - i) for i in range(places - 1)]])
            + f" = {right}$."
        )
    elif kind == "tek ":
        why = rf"Son basamak için {len(odds)} tek rakam vardır. İlk basamağa 0 ve sondaki rakam gelemez: {n - 2} seçenek. Kalanlarla birlikte "
        why += (
            " \\cdot ".join(
                [f"${len(odds)}", str(n - 2), *[str(n - 2 - i) for i in range(places - 2)]]
            )
            + f" = {right}$."
        )
    else:
        zero_end = perm(n - 1, places - 1)
        rest = right - zero_end
        why = (
            rf"Sonu 0 olanlar ${zero_end}$ tanedir. Sonu 0 dışında çift olanlarda ilk basamağa 0 gelemez; bunlar "
            rf"${evens - 1} \cdot {n - 2} \cdot {perm(n - 2, places - 2)} = {rest}$ tanedir. Toplam ${zero_end} + {rest} = {right}$."
        )
    return exam_question(
        rf"$\{{{listed}\}}$ kümesindeki rakamlar kullanılarak rakamları **farklı**, {'üç' if places == 3 else 'dört'} basamaklı kaç {kind}doğal sayı yazılabilir?",
        right,
        [
            (with_zero, "İlk basamağa 0 gelebileceğini düşünür."),
            (repeated, "Rakamların farklı olması koşulunu gözetmez."),
            (
                everything if kind else everything - odd,
                "Tek-çift koşulunu gözetmez." if kind else "Yalnız çift sayıları sayar.",
            ),
            (
                {"": odd, "çift ": odd, "tek ": everything - odd}[kind],
                "Tek ve çift sayıları karıştırır." if kind else "Yalnız tek sayıları sayar.",
            ),
        ],
        why,
        spare=[
            (comb(n, places), "Basamakların sırasını gözetmez."),
            (right + top, "İşlem hatası yapar."),
            (right + 2 * top, "İşlem hatası yapar."),
        ],
        computed=f"sum(1 for v in range(10 ** {places - 1}, 10 ** {places}) if len(set(str(v))) == {places} and max(map(int, str(v))) <= {top}"
        + {"": ")", "çift ": " and v % 2 == 0)", "tek ": " and v % 2 == 1)"}[kind],
    )


@template("tyt-mat-permutasyon-kombinasyon-grup", topic=COUNTING, difficulty=3, seconds=70)
def committee(rng: Random) -> Question:
    teachers, students = rng.randint(3, 6), rng.randint(4, 7)
    size = rng.choice([3, 4])
    at_least = rng.random() < 0.5
    total = teachers + students
    if at_least:
        right = comb(total, size) - comb(students, size)
        asked = "**en az bir** öğretmen bulunan"
        test = ">= 1"
        why = (
            rf"Bütün seçimlerden, hiç öğretmen bulunmayanlar çıkarılır: $\binom{{{total}}}{{{size}}} - \binom{{{students}}}{{{size}}} = "
            rf"{comb(total, size)} - {comb(students, size)} = {right}$."
        )
    else:
        right = comb(teachers, 1) * comb(students, size - 1)
        asked = "**yalnız bir** öğretmen bulunan"
        test = "== 1"
        why = (
            rf"Bir öğretmen ve {size - 1} öğrenci seçilir, seçimler çarpılır: $\binom{{{teachers}}}{{1}} \cdot \binom{{{students}}}{{{size - 1}}} = "
            rf"{teachers} \cdot {comb(students, size - 1)} = {right}$."
        )
    return exam_question(
        f"{teachers} öğretmen ve {students} öğrenci arasından, içinde {asked} {size} kişilik bir ekip kaç farklı biçimde seçilebilir?",
        right,
        [
            (
                teachers * comb(total - 1, size - 1)
                if at_least
                else comb(teachers, 1) + comb(students, size - 1),
                "Aynı ekibi birden çok kez sayar."
                if at_least
                else "Seçimleri çarpmak yerine toplar.",
            ),
            (comb(total, size), "Öğretmen koşulunu gözetmez."),
            (
                teachers * comb(students, size - 1)
                if at_least
                else teachers * perm(students, size - 1),
                "Yalnız bir öğretmenli ekipleri sayar."
                if at_least
                else "Öğrencilerin seçilme sırasını da sayar.",
            ),
            (
                comb(students, size) if at_least else comb(total, size) - comb(students, size),
                "Hiç öğretmen bulunmayan ekipleri sayar."
                if at_least
                else "En az bir öğretmenli bütün ekipleri sayar.",
            ),
        ],
        why,
        spare=[
            (right + teachers, "İşlem hatası yapar."),
            (right + 2 * teachers, "İşlem hatası yapar."),
        ],
        computed=f"sum(1 for s in itertools.combinations(range({total}), {size}) if sum(1 for v in s if v < {teachers}) {test})",
    )


@template("tyt-mat-permutasyon-kombinasyon-yan-yana", topic=COUNTING, difficulty=3, seconds=60)
def side_by_side(rng: Random) -> Question:
    total, block = rng.choice([(5, 2), (6, 2), (7, 2), (5, 3), (6, 3), (7, 3), (6, 4), (7, 4)])
    apart = rng.random() < 0.4 and block == 2
    together = factorial(total - block + 1) * factorial(block)
    right = factorial(total) - together if apart else together
    things, thing = rng.choice(
        [("kitap", "kitabın"), ("öğrenci", "öğrencinin"), ("oyuncak", "oyuncağın")]
    )
    place = {
        "kitap": "bir rafa yan yana diziliyor",
        "öğrenci": "bir sıraya yan yana oturuyor",
        "oyuncak": "bir rafa yan yana diziliyor",
    }[things]
    asked = "yan yana **olmadığı**" if apart else "yan yana olduğu"
    which = {2: "iki", 3: "üç", 4: "dört"}[block]
    test = f"max(s.index(v) for v in range({block})) - min(s.index(v) for v in range({block})) == {block - 1}"
    return exam_question(
        f"Birbirinden farklı {total} {things} {place}. Bunlardan belirli {which} {thing} {asked} kaç farklı diziliş vardır?",
        whole(right),
        [
            (
                whole(factorial(total - block + 1)),
                "Yan yana olanların kendi aralarındaki sıralanışını saymaz.",
            ),
            (
                whole(together if apart else factorial(total) - together),
                "Yan yana olma ile olmama durumlarını karıştırır.",
            ),
            (whole(factorial(total)), "Koşulu gözetmeden bütün dizilişleri sayar."),
            (
                whole(factorial(total - block) * factorial(block)),
                "Yan yana olanların oluşturduğu bloğu bir öğe olarak saymaz.",
            ),
            (whole(factorial(total - 1)), "Yalnız bir öğeyi eksik sayar."),
        ],
        rf"Yan yana olacaklar bir blok gibi düşünülür: {total - block + 1} öğe ${total - block + 1}!$, bloğun içi ${block}!$ biçimde sıralanır: ${together}$. "
        + (
            rf"Bütün dizilişlerden çıkarılır: ${total}! - {together} = {right}$."
            if apart
            else rf"Sonuç ${factorial(total - block + 1)} \cdot {factorial(block)} = {right}$."
        ),
        spare=[
            (whole(2 * right), "Sonucu fazladan 2 ile çarpar."),
            (whole(right // 2), "Sonucu fazladan 2'ye böler."),
        ],
        computed=f"sum(1 for s in itertools.permutations(range({total})) if {'not ' if apart else ''}({test}))",
    )


@template("tyt-mat-olasilik-iki-top", topic=CHANCE, difficulty=3, seconds=70)
def two_balls(rng: Random) -> Question:
    red, blue = rng.sample(range(2, 8), 2)
    same = rng.random() < 0.5
    total = red + blue
    pairs = comb(red, 2) + comb(blue, 2) if same else red * blue
    right = Fraction(pairs, comb(total, 2))
    back = (
        Fraction(red * red + blue * blue, total * total)
        if same
        else Fraction(2 * red * blue, total * total)
    )
    mistake = (
        Fraction(red * (red - 1), total * (total - 1))
        if same
        else Fraction(red * blue, total * (total - 1))
    )
    top = f"{comb(red, 2)} + {comb(blue, 2)}" if same else rf"{red} \cdot {blue}"
    return exam_question(
        f"Bir torbada aynı büyüklükte {red} kırmızı ve {blue} mavi top vardır. Torbadan rastgele ve **geri konulmadan** iki top çekiliyor. "
        f"Çekilen topların {'aynı' if same else 'farklı'} renkte olma olasılığı kaçtır?",
        shown(right),
        [
            (shown(back), "İlk topun geri konulduğunu düşünür."),
            (shown(1 - right), "İstenen olay yerine tümleyenini bulur."),
            (
                shown(mistake),
                "Yalnız iki kırmızı çekilmesini hesaplar."
                if same
                else "Renklerin iki farklı sırada gelebileceğini unutur.",
            ),
            (shown(Fraction(1, 2)), "Olayların eşit olasılıklı olduğunu sanır."),
        ],
        rf"Bütün seçimler $\binom{{{total}}}{{2}} = {comb(total, 2)}$, istenen seçimler ${top} = {pairs}$ tanedir. "
        rf"Olasılık ${tex(right)}$ olur.",
        spare=[
            (shown(Fraction(red, total)), "Yalnız ilk topun kırmızı olmasını hesaplar."),
            (shown(Fraction(blue, total)), "Yalnız ilk topun mavi olmasını hesaplar."),
            (shown(Fraction(1, total)), "Bütün topları eşit olasılıklı tek sonuç sayar."),
        ],
        computed=f"Rational(sum(1 for s in itertools.permutations(range({total}), 2) if (s[0] < {red}) {'==' if same else '!='} (s[1] < {red})), {total * (total - 1)})",
    )


@template("tyt-mat-olasilik-iki-zar", topic=CHANCE, difficulty=2, seconds=60)
def two_dice(rng: Random) -> Question:
    kind = rng.choice(["sum", "over", "product", "under"])
    number = {
        "sum": rng.randint(4, 10),
        "over": rng.randint(7, 9),
        "product": rng.choice([6, 12, 4]),
        "under": rng.randint(4, 7),
    }[kind]
    asked, test = {
        "sum": (f"toplamının {number} olma", f"i + j == {number}"),
        "over": (f"toplamının {number} sayısından **büyük** olma", f"i + j > {number}"),
        "product": (f"çarpımının {number} olma", f"i * j == {number}"),
        "under": (f"toplamının {number} sayısından **küçük** olma", f"i + j < {number}"),
    }[kind]
    pairs = [
        (i, j)
        for i in range(1, 7)
        for j in range(1, 7)
        if {
            "sum": i + j == number,
            "over": i + j > number,
            "product": i * j == number,
            "under": i + j < number,
        }[kind]
    ]
    count = len(pairs)
    unordered = len([1 for i, j in pairs if i <= j])
    listed = ", ".join(f"({i}, {j})" for i, j in pairs[:6])
    more = " gibi" if count > 6 else ""
    return exam_question(
        f"İki zar birlikte atılıyor. Üst yüze gelen sayıların {asked} olasılığı kaçtır?",
        shown(Fraction(count, 36)),
        [
            (shown(Fraction(unordered, 36)), "(2, 3) ile (3, 2) gibi sonuçları bir sayar."),
            (shown(Fraction(unordered, 21)), "Sırasız sonuçların eşit olasılıklı olduğunu sanır."),
            (shown(1 - Fraction(count, 36)), "İstenen olay yerine tümleyenini bulur."),
            (
                shown(Fraction(1, 11)),
                "Toplam için 11 değerin eşit olasılıklı olduğunu sanır."
                if kind != "product"
                else "Sonuçların sayısını yanlış belirler.",
            ),
            (shown(Fraction(count, 12)), "Bütün sonuçların sayısını 12 alır."),
        ],
        rf"$6 \cdot 6 = 36$ eşit olasılıklı sonuç vardır. İstenenler {listed}{more} {count} tanedir: $\frac{{{count}}}{{36}}"
        + ("$." if Fraction(count, 36).denominator == 36 else rf" = {tex(Fraction(count, 36))}$."),
        spare=[
            (shown(Fraction(count + 1, 36)), "İstenen sonuçları 1 fazla sayar."),
            (shown(Fraction(count + 2, 36)), "İstenen sonuçları 2 fazla sayar."),
        ],
        computed=f"Rational(sum(1 for v in range(36) for i, j in [(v // 6 + 1, v % 6 + 1)] if {test}), 36)",
    )

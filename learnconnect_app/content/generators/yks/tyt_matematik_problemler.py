"""Parametric items of the unit `tyt-mat-problemler`: numbers, ages, percentages, mixtures."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.tyt_matematik_writing import comma, shown, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

NUMBERS = "tyt-mat-sayi-kesir-problemleri"
AGES = "tyt-mat-yas-problemleri"
PERCENT = "tyt-mat-yuzde-kar-zarar"
MIXTURES = "tyt-mat-karisim-problemleri"

PARTS = [
    (Fraction(1, 2), "yarısını"),
    (Fraction(1, 3), "üçte birini"),
    (Fraction(2, 3), "üçte ikisini"),
    (Fraction(1, 4), "dörtte birini"),
    (Fraction(3, 4), "dörtte üçünü"),
    (Fraction(1, 5), "beşte birini"),
    (Fraction(2, 5), "beşte ikisini"),
    (Fraction(3, 5), "beşte üçünü"),
]
EACH = {2: "ikişer", 3: "üçer", 4: "dörder", 5: "beşer", 6: "altışar"}


@template("tyt-mat-sayi-kesir-problemleri-kalanin-kesri", topic=NUMBERS, difficulty=2, seconds=70)
def part_of_the_rest(rng: Random) -> Question:
    while True:
        (p, first), (q, second) = rng.sample(PARTS, 2)
        total = rng.choice([120, 180, 240, 300, 360, 480, 600, 720, 900])
        left = total * (1 - p) * (1 - q)
        if left.denominator == 1 and (total * p).denominator == 1 and p + q != 1:
            break
    both = 1 - p - q
    naive = left / both if both > 0 else left * 2
    thing, unit, verb = rng.choice(
        [
            ("parasının", "lirası", "harcıyor"),
            ("boncuklarının", "boncuğu", "kullanıyor"),
            ("fidanlarının", "fidanı", "dikiyor"),
        ]
    )
    return exam_question(
        f"Bir kişi önce {thing} {first}, sonra kalanın {second} {verb}. "
        f"Geriye {left} {unit} kaldığına göre bu kişinin başlangıçta kaç {unit} vardı?",
        total,
        [
            (shown(naive), "İkinci kesri kalanın değil, bütünün kesri sanır."),
            (shown(left / (1 - p)), "İkinci adımı hesaba katmaz."),
            (shown(left / (1 - q)), "İlk adımı hesaba katmaz."),
            (shown(left / (p * q)), "Kalan kesirler yerine kullanılan kesirleri çarpar."),
        ],
        rf"İlk adımdan sonra bütünün ${tex(1 - p)}$ kadarı kalır. İkinci adımdan sonra ${tex(1 - p)} \cdot {tex(1 - q)} = "
        rf"{tex((1 - p) * (1 - q))}$ kadarı kalır. Bu {left} ettiğine göre bütün ${left} : {tex((1 - p) * (1 - q))} = {total}$ olur.",
        spare=[
            (shown(total + 60), "İşlem hatası yapar."),
            (shown(total - 30), "İşlem hatası yapar."),
        ],
        computed=f"solve(x - x * Rational({p.numerator}, {p.denominator}) - (x - x * Rational({p.numerator}, {p.denominator})) "
        f"* Rational({q.numerator}, {q.denominator}) - {left}, x)[0]",
    )


@template("tyt-mat-sayi-kesir-problemleri-siralar", topic=NUMBERS, difficulty=3, seconds=80)
def benches(rng: Random) -> Question:
    few = rng.choice([2, 3, 4])
    many = few + rng.choice([1, 2])
    while True:
        desks, empty = rng.randint(8, 24), rng.randint(1, 4)
        standing = many * (desks - empty) - few * desks
        if standing > 0:
            break
        few = max(2, few - 1)
        many = few + 2
    students = few * desks + standing
    slip = Fraction(standing + empty, many - few)
    return exam_question(
        f"Bir sınıftaki öğrenciler sıralara {EACH[few]} oturursa {standing} öğrenci ayakta kalıyor, {EACH[many]} oturursa "
        f"{empty} sıra boş kalıyor ve öteki sıralar tam doluyor. Buna göre sınıfta kaç öğrenci vardır?",
        students,
        [
            (desks, "Öğrenci sayısı yerine sıra sayısını verir."),
            (few * desks, "Ayakta kalan öğrencileri eklemez."),
            (many * desks, "Boş kalan sıraları çıkarmaz."),
            (shown(few * slip + standing), "Boş sıra sayısını öğrenci sayısı gibi kullanır."),
        ],
        rf"Sıra sayısı $x$ olsun: ${few}x + {standing} = {many}(x - {empty})$. Buradan $x = {desks}$ bulunur; öğrenci sayısı "
        rf"${few} \cdot {desks} + {standing} = {students}$ olur.",
        spare=[
            (students + few, "Bir sırayı fazla sayar."),
            (students - few, "Bir sırayı eksik sayar."),
        ],
        computed=f"[n for n in range(1, 300) if (n - {standing}) % {few} == 0 and n % {many} == 0 "
        f"and (n - {standing}) // {few} == n // {many} + {empty}][0]",
    )


@template("tyt-mat-sayi-kesir-problemleri-dogru-yanlis", topic=NUMBERS, difficulty=2, seconds=70)
def right_and_wrong(rng: Random) -> Question:
    plus, minus = rng.choice([(5, 2), (4, 1), (5, 1), (3, 1), (6, 2), (10, 4)])
    count = rng.choice([20, 25, 30, 40, 50])
    wrong = rng.randint(3, count // 3)
    right = count - wrong
    score = plus * right - minus * wrong
    return exam_question(
        f"{count} soruluk bir yarışmada her doğru cevap {plus} puan kazandırmakta, her yanlış cevap {minus} puan kaybettirmektedir. "
        f"Bütün soruları cevaplayan bir yarışmacı {score} puan aldığına göre kaç soruyu **yanlış** cevaplamıştır?",
        wrong,
        [
            (right, "Yanlış sayısı yerine doğru sayısını verir."),
            (
                shown(Fraction(plus * count - score, plus)),
                "Yanlış cevabın ayrıca puan kaybettirdiğini hesaba katmaz.",
            ),
            (
                shown(Fraction(plus * count - score, minus)),
                "Kaybedilen her puanı yalnız yanlış cezası sanır.",
            ),
            (plus * count - score, "Kaybedilen puanı yanlış sayısı sanır."),
        ],
        rf"Bütün cevaplar doğru olsa {plus * count} puan olurdu. Her yanlış, {plus} puanın alınmaması ve {minus} puanın kaybıyla "
        rf"{plus + minus} puan eksiltir: $({plus * count} - {score}) : {plus + minus} = {wrong}$.",
        spare=[
            (wrong + 1, "İşlem hatasıyla 1 fazla bulur."),
            (wrong + 2, "İşlem hatasıyla 2 fazla bulur."),
        ],
        computed=f"[w for w in range({count + 1}) if {plus} * ({count} - w) - {minus} * w == {score}][0]",
    )


@template("tyt-mat-yas-problemleri-kat", topic=AGES, difficulty=2, seconds=70)
def times_as_old(rng: Random) -> Question:
    while True:
        child, years = rng.randint(4, 14), rng.randint(3, 16)
        now = rng.choice([3, 4, 5, 6])
        parent = now * child
        if 24 <= parent <= 50 and parent - child >= 20 and (parent + years) % (child + years) == 0:
            break
    later = (parent + years) // (child + years)
    name = {2: "iki", 3: "üç", 4: "dört", 5: "beş", 6: "altı"}
    return exam_question(
        f"Bir annenin bugünkü yaşı, kızının bugünkü yaşının {name[now]} katıdır. {years} yıl sonra annenin yaşı, kızının yaşının {name[later]} katı "
        "olacaktır. Buna göre annenin bugünkü yaşı kaçtır?",
        parent,
        [
            (child, "Annenin değil, kızının yaşını verir."),
            (parent + years, "Bugünkü yaş yerine ileriki yaşı verir."),
            (parent - child, "Annenin yaşı yerine yaş farkını verir."),
            (child + years, "Kızının ileriki yaşını verir."),
        ],
        rf"Kızının yaşı $x$ olsun: ${now}x + {years} = {later}(x + {years})$. Geçen {years} yıl **ikisinin** yaşına da eklenir. "
        rf"Buradan $x = {child}$ ve annenin yaşı ${now} \cdot {child} = {parent}$ olur.",
        spare=[
            (now * (child + 1), "Kızının yaşını 1 fazla bulur."),
            (now * (child - 1), "Kızının yaşını 1 eksik bulur."),
        ],
        computed=f"[p for p in range(20, 80) for k in range(1, 30) if p == {now} * k and p + {years} == {later} * (k + {years})][0]",
    )


@template("tyt-mat-yas-problemleri-senin-yasindayken", topic=AGES, difficulty=4, seconds=100)
def at_your_age(rng: Random) -> Question:
    gap = rng.randint(4, 12)
    younger = rng.randint(gap + 3, gap + 15)
    older = younger + gap
    past, future = younger - gap, older + gap
    ask_older = rng.random() < 0.5
    return exam_question(
        f"Ece, Can'dan büyüktür. Ece, Can'ın bugünkü yaşındayken Can {past} yaşındaydı. Can, Ece'nin bugünkü yaşına geldiğinde Ece "
        f"{future} yaşında olacaktır. Buna göre {'Ece' if ask_older else 'Can'} bugün kaç yaşındadır?",
        older if ask_older else younger,
        [
            (younger if ask_older else older, "İki kişinin yaşlarını karıştırır."),
            (shown(Fraction(past + future, 2)), "İki yaşın ortalamasını alır."),
            (future - past, "Verilen yaşların farkını yaş sanır."),
            (gap, "Yaş yerine yaş farkını verir."),
        ],
        rf"Yaş farkı $d$ hep aynıdır. Verilen {past} ile {future} arasında üç yaş farkı vardır: ${future} - {past} = 3d$, $d = {gap}$. "
        rf"Can ${past} + {gap} = {younger}$, Ece ${younger} + {gap} = {older}$ yaşındadır.",
        spare=[
            (past + 3, "Yaş farkı yerine 3 ekler."),
            (future - 3, "Yaş farkı yerine 3 çıkarır."),
        ],
        computed=f"[{'p' if ask_older else 'q'} for p in range(1, 90) for q in range(1, p) if q - (p - q) == {past} and p + (p - q) == {future}][0]",
    )


@template("tyt-mat-yas-problemleri-grup-ortalamasi", topic=AGES, difficulty=3, seconds=70)
def average_age(rng: Random) -> Question:
    people = rng.choice([4, 5, 6, 8, 10])
    average, years = rng.randint(14, 26), rng.randint(2, 6)
    new_age = rng.randint(8, 40)
    while (people * (average + years) + new_age) % (people + 1) or new_age == average + years:
        new_age = rng.randint(8, 50)
    later = (people * (average + years) + new_age) // (people + 1)
    return exam_number(
        f"Yaşlarının ortalaması {average} olan {people} kişilik bir gruba {years} yıl sonra bir kişi katılıyor ve grubun yaş ortalaması {later} "
        "oluyor. Buna göre katılan kişi, katıldığı gün kaç yaşındadır?",
        new_age,
        rf"{years} yıl sonra {people} kişinin yaşları toplamı ${people} \cdot ({average} + {years}) = {people * (average + years)}$ olur. "
        rf"Yeni toplam ${people + 1} \cdot {later} = {(people + 1) * later}$ olduğundan katılan kişi {new_age} yaşındadır.",
        mistakes=[
            ((people + 1) * later - people * average, "Gruptakilerin de yaşlandığını unutur."),
            (
                (people + 1) * later - people * average - years,
                "Geçen yılları gruptaki herkes için değil, bir kez ekler.",
            ),
        ],
        computed=f"solve(({people} * {average + years} + x) / {people + 1} - {later}, x)[0]",
    )


@template("tyt-mat-yuzde-kar-zarar-etiket", topic=PERCENT, difficulty=2, seconds=70)
def label_and_discount(rng: Random) -> Question:
    cost = rng.choice([200, 400, 500, 600, 800, 1000, 1200, 1500])
    up, down = rng.choice([20, 30, 40, 50, 60]), rng.choice([10, 15, 20, 25])
    label = cost * (100 + up) // 100
    price = Fraction(label * (100 - down), 100)
    while price.denominator != 1 or price == cost:
        up, down = rng.choice([20, 30, 40, 50, 60]), rng.choice([10, 20, 25])
        label = cost * (100 + up) // 100
        price = Fraction(label * (100 - down), 100)
    return exam_question(
        f"Maliyeti {cost} lira olan bir ürüne %{up} kârla etiket fiyatı konuluyor, ardından etiket fiyatı üzerinden %{down} indirim "
        "yapılıyor. Buna göre ürünün indirimli satış fiyatı kaç liradır?",
        shown(price),
        [
            (
                shown(Fraction(cost * (100 + up - down), 100)),
                "Kâr ve indirim yüzdelerini doğrudan birbirinden çıkarır.",
            ),
            (shown(label), "İndirimi uygulamaz."),
            (shown(Fraction(label * down, 100)), "Satış fiyatı yerine indirim tutarını verir."),
            (
                shown(Fraction(cost * (100 - down), 100)),
                "İndirimi etiket fiyatı yerine maliyete uygular.",
            ),
        ],
        rf"Etiket fiyatı ${cost} \cdot \frac{{{100 + up}}}{{100}} = {label}$ liradır. İndirim **etiket fiyatı** üzerindendir: "
        rf"${label} \cdot \frac{{{100 - down}}}{{100}} = {price}$ lira.",
        spare=[
            (shown(price + 10), "İşlem hatası yapar."),
            (shown(price - 10), "İşlem hatası yapar."),
        ],
        computed=f"{cost} + {cost} * Rational({up}, 100) - ({cost} + {cost} * Rational({up}, 100)) * Rational({down}, 100)",
    )


@template("tyt-mat-yuzde-kar-zarar-indirimsiz", topic=PERCENT, difficulty=2, seconds=50)
def before_discount(rng: Random) -> Question:
    down = rng.choice([10, 15, 20, 25, 30, 40])
    full = rng.choice([200, 300, 400, 500, 600, 800, 900, 1200])
    price = full * (100 - down) // 100
    return exam_question(
        f"%{down} indirimle {price} liraya satılan bir ürünün **indirimsiz** fiyatı kaç liradır?",
        full,
        [
            (
                shown(Fraction(price * (100 + down), 100)),
                "İndirim yüzdesini indirimli fiyata ekler.",
            ),
            (shown(price + down), "Yüzdeyi lira sanıp ekler."),
            (shown(Fraction(price * (100 - down), 100)), "İndirimi bir kez daha uygular."),
            (shown(full - price), "İndirimsiz fiyat yerine indirim tutarını verir."),
        ],
        rf"Ödenen {price} lira, indirimsiz fiyatın yüzde {100 - down} kadarıdır: "
        rf"$\frac{{{100 - down}}}{{100}} \cdot x = {price}$, buradan $x = {full}$ bulunur.",
        spare=[(full + 20, "İşlem hatası yapar."), (full - 20, "İşlem hatası yapar.")],
        computed=f"solve(x - x * {down} / 100 - {price}, x)[0]",
    )


@template("tyt-mat-yuzde-kar-zarar-net-degisim", topic=PERCENT, difficulty=3, seconds=60)
def net_change(rng: Random) -> Question:
    up, down = rng.choice([10, 20, 30, 40, 50, 60]), rng.choice([10, 20, 30, 40, 50])
    net = Fraction((100 + up) * (100 - down), 100) - 100
    while net == 0:
        up += 10
        net = Fraction((100 + up) * (100 - down), 100) - 100

    def said(change: Fraction | int) -> str:
        if change == 0:
            return "Değişmemiştir."
        return (
            f"Yüzde {comma(abs(Fraction(change)))} {'artmıştır' if change > 0 else 'azalmıştır'}."
        )

    return exam_question(
        f"Bir ürünün fiyatı önce %{up} artırılmış, sonra yeni fiyat %{down} azaltılmıştır. Son fiyat, ilk fiyata göre nasıl değişmiştir?",
        said(net),
        [
            (said(up - down), "Yüzdeleri doğrudan toplayıp çıkarır."),
            (said(-net), "Artış ile azalışı karıştırır."),
            (said(Fraction(up * down, 100)), "Yalnız yüzdelerin çarpımına bakar."),
            (said(-Fraction(up * down, 100)), "Yalnız yüzdelerin çarpımına bakar ve azalış sayar."),
            (said(up + down), "İki değişimi de artış sayar."),
        ],
        rf"İlk fiyat 100 lira olsun. Artışla {100 + up} lira olur; azalış bu yeni fiyata uygulanır: "
        rf"${100 + up} \cdot \frac{{{100 - down}}}{{100}} = {comma(100 + net, inside=True)}$. 100 liraya göre fiyat %{comma(abs(net))} {'artmıştır' if net > 0 else 'azalmıştır'}.",
        spare=[
            (said(down - up), "Yüzdelerin farkını ters yönde alır."),
            (said(-down), "Önceki artışı yok sayar."),
        ],
        computed=f"200 * (1 + Rational({up}, 100)) * (1 - Rational({down}, 100)) / 2 - 100",
        reads=f"Rational({net.numerator}, {net.denominator})",
    )


@template("tyt-mat-karisim-problemleri-iki-karisim", topic=MIXTURES, difficulty=2, seconds=70)
def two_mixtures(rng: Random) -> Question:
    while True:
        m1, m2 = rng.choice([20, 30, 40, 50, 60, 80]), rng.choice([20, 30, 40, 50, 60, 80, 100])
        p1, p2 = rng.choice([10, 15, 20, 25, 30, 40]), rng.choice([30, 40, 45, 50, 60, 70])
        percent = Fraction(m1 * p1 + m2 * p2, m1 + m2)
        if m1 != m2 and p1 < p2 and percent.denominator == 1:
            break
    return exam_question(
        f"Tuz oranı %{p1} olan {m1} gram tuzlu su ile tuz oranı %{p2} olan {m2} gram tuzlu su karıştırılıyor. "
        "Oluşan karışımın tuz oranı yüzde kaçtır?",
        shown(percent),
        [
            (
                shown(Fraction(p1 + p2, 2)) if (p1 + p2) % 2 == 0 else comma(Fraction(p1 + p2, 2)),
                "Kütleleri gözetmeden yüzdelerin ortalamasını alır.",
            ),
            (p1 + p2, "Yüzdeleri toplar."),
            (shown(p1 + p2 - percent), "Kütleleri karşılıklı olarak yer değiştirir."),
            (
                shown(Fraction(m1 * p1 + m2 * p2, 100))
                if (m1 * p1 + m2 * p2) % 100 == 0
                else comma(Fraction(m1 * p1 + m2 * p2, 100)),
                "Yüzde yerine tuzun kütlesini verir.",
            ),
        ],
        rf"Tuz: $\frac{{{m1} \cdot {p1} + {m2} \cdot {p2}}}{{100}} = {comma(Fraction(m1 * p1 + m2 * p2, 100), inside=True)}$ gram, karışım: {m1 + m2} gram. "
        rf"Oran $\frac{{{m1} \cdot {p1} + {m2} \cdot {p2}}}{{{m1 + m2}}} = {percent}$, yani %{percent} olur.",
        spare=[
            (shown(percent + 2), "İşlem hatası yapar."),
            (shown(percent - 1), "İşlem hatası yapar."),
        ],
        computed=f"solve({m1} * (x - {p1}) - {m2} * ({p2} - x), x)[0]",
    )


@template("tyt-mat-karisim-problemleri-su-ekle", topic=MIXTURES, difficulty=3, seconds=70)
def water_added(rng: Random) -> Question:
    steams = rng.random() < 0.5
    while True:
        mass, percent, new = (
            rng.choice([60, 80, 90, 100, 120, 150, 180, 200, 240]),
            rng.choice([10, 15, 20, 24, 30, 36, 40, 45]),
            rng.choice([8, 10, 12, 15, 18, 20, 24, 30, 40, 45, 60]),
        )
        salt = Fraction(mass * percent, 100)
        other = salt * 100 / new
        if (
            salt.denominator == 1
            and other.denominator == 1
            and (mass > other if steams else mass < other)
        ):
            break
    right = abs(mass - other)
    action = "buharlaştırılırsa" if steams else "eklenirse"
    return exam_question(
        f"Şeker oranı %{percent} olan {mass} gram şekerli sudan kaç gram su {action} karışımın şeker oranı %{new} olur?"
        if steams
        else f"Şeker oranı %{percent} olan {mass} gram şekerli suya kaç gram saf su {action} karışımın şeker oranı %{new} olur?",
        shown(right),
        [
            (shown(other), "Değişen su miktarı yerine yeni karışımın kütlesini verir."),
            (shown(salt), "Su miktarı yerine şekerin kütlesini verir."),
            (
                shown(Fraction(mass * abs(percent - new), 100)),
                "Yüzdelerin farkını başlangıçtaki kütleye uygular.",
            ),
            (abs(percent - new), "Yüzdelerin farkını gram sanır."),
        ],
        rf"Şekerin kütlesi değişmez: ${mass} \cdot \frac{{{percent}}}{{100}} = {salt}$ gram. Yeni karışımın kütlesi $m$ ise "
        rf"$m \cdot \frac{{{new}}}{{100}} = {salt}$, $m = {other}$ olur. Su miktarındaki değişim $|{mass} - {other}| = {right}$ gramdır.",
        spare=[
            (shown(right + 10), "İşlem hatası yapar."),
            (shown(right + 5), "İşlem hatası yapar."),
            (shown(right + 20), "İşlem hatası yapar."),
        ],
        computed=f"abs(solve(({mass} + x) * {new} - {mass} * {percent}, x)[0])",
    )

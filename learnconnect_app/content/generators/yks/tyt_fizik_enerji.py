"""TYT Fizik: work and energy, heat."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.fizik_writing import exact, num, tex, times
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


@template("tyt-fiz-is-guc-enerji-vinc", topic="tyt-fiz-is-guc-enerji", difficulty=2, seconds=60)
def crane(rng: Random) -> Question:
    mass = rng.choice([50, 80, 100, 120, 150, 200, 250, 300])
    height, time = rng.choice([6, 8, 10, 12, 15]), rng.choice([4, 5, 8, 10, 20])
    right = Fraction(mass * 10 * height, time)
    return exam_question(
        f"Bir vinç {mass} kg kütleli yükü sabit süratle {time} s'de {height} m yükseğe çıkarıyor. Vincin yüke aktardığı güç kaç W'tır? ($g = 10$ m/s², hava direnci önemsizdir.)",
        num(right),
        [
            (num(mass * 10 * height), "Yapılan işi bulur, süreye bölmez."),
            (num(Fraction(mass * height, time)), "Ağırlık yerine kütleyi kullanır."),
            (num(Fraction(mass * 10, time)), "Yüksekliği hesaba katmaz."),
            (num(mass * 10 * height * time), "İşi süreye bölmek yerine süreyle çarpar."),
        ],
        rf"Yük sabit süratle çıktığından kuvvet ağırlığa eşittir: ${mass * 10}$ N. $P = \frac{{W}}{{t}} = \frac{{{mass * 10}\cdot {height}}}{{{time}}} = {tex(right)}$ W.",
        spare=[(num(right / 2), "İş bağıntısına yarım çarpanı koyar.")],
        computed=f"{mass}*10*diff({height}*x/{time}, x)",
    )


@template("tyt-fiz-is-guc-enerji-kaydirak", topic="tyt-fiz-is-guc-enerji", difficulty=3, seconds=70)
def slide(rng: Random) -> Question:
    while True:
        v = rng.choice([2, 4, 6, 8, 10, 12])
        fall = Fraction(v * v, 20)
        low = Fraction(rng.choice([3, 5, 10, 12, 15, 20, 25, 30]), 10)
        high = low + fall
        if all(isqrt(int(20 * h)) ** 2 != 20 * h for h in (low, high)):
            break
    mass = rng.choice([2, 5, 20, 30, 40])
    return exam_question(
        f"Sürtünmesiz bir ray üzerinde, yerden {num(high)} m yükseklikteki K noktasından ilk hızsız bırakılan {mass} kg kütleli cisim, yerden {num(low)} m yükseklikteki L noktasından kaç m/s süratle geçer? ($g = 10$ m/s²)",
        num(v),
        [
            (rf"$\sqrt{{{tex(20 * high)}}}$", "Cismin L'deki potansiyel enerjisini hesaba katmaz."),
            (num(Fraction(v * v)), "Süratin karesini sürat sanır, karekök almaz."),
            (num(2 * v), "Kinetik enerji bağıntısındaki yarım çarpanını ters uygular."),
            (num(Fraction(v, 2)), "Süratin yarısını alır."),
        ],
        rf"Mekanik enerji korunur: $mg(h_K - h_L) = \frac{{1}}{{2}}mv^2$. Yükseklik farkı ${tex(fall)}$ m, $v^2 = 2\cdot 10\cdot {tex(fall)} = {v * v}$ ve $v = {v}$ m/s. Kütle sonucu etkilemez.",
        spare=[
            (rf"$\sqrt{{{tex(20 * low)}}}$", "Yükseklik farkı yerine L'nin yüksekliğini kullanır."),
            (num(10 * fall), "Kinetik enerji bağıntısında kareyi unutur."),
        ],
        computed=f"Max(*solve(10*{exact(high)} - 10*{exact(low)} - x**2/2, x))",
    )


@template("tyt-fiz-is-guc-enerji-verim", topic="tyt-fiz-is-guc-enerji", difficulty=2, seconds=60)
def efficiency(rng: Random) -> Question:
    percent = rng.choice([20, 25, 40, 50, 60, 75, 80])
    mass, height = rng.choice([2, 3, 4, 5, 6, 8, 10, 12]), rng.choice([5, 10, 15, 20])
    useful = mass * 10 * height
    given = Fraction(useful * 100, percent)
    return exam_question(
        f"Verimi %{percent} olan bir motor, {mass} kg kütleli yükü sabit süratle {height} m yükseğe çıkarıyor. Bu sırada motora verilen enerji kaç J'dür? ($g = 10$ m/s²)",
        num(given),
        [
            (num(useful), "Kayıpları hesaba katmadan yararlı işi yazar."),
            (
                num(Fraction(useful * percent, 100)),
                "Yararlı enerjiyi verime bölmek yerine verimle çarpar.",
            ),
            (num(given - useful), "Verilen enerji yerine kaybolan enerjiyi bulur."),
            (num(useful + Fraction(useful * percent, 100)), "Verim yüzdesi kadar enerjiyi ekler."),
        ],
        rf"Yararlı enerji $mgh = {useful}$ J. $\frac{{{percent}}}{{100}} = \frac{{{useful}}}{{E}}$ olduğundan $E = {tex(given)}$ J.",
        spare=[
            (num(given / 10), "Ağırlık yerine kütleyi kullanır."),
            (
                num(useful + Fraction(useful * (100 - percent), 100)),
                "Kaybın yüzdesini yararlı enerjiye ekler.",
            ),
        ],
        computed=f"solve(x*Rational({percent}, 100) - integrate({mass}*10, (y, 0, {height})), x)[0]",
    )


@template("tyt-fiz-isi-sicaklik-karisim", topic="tyt-fiz-isi-sicaklik", difficulty=2, seconds=60)
def mixing(rng: Random) -> Question:
    while True:
        m1, m2 = rng.sample([50, 100, 150, 200, 250, 300, 400], 2)
        t1, t2 = rng.sample(range(10, 95, 5), 2)
        right = Fraction(m1 * t1 + m2 * t2, m1 + m2)
        if right.denominator == 1 and abs(t1 - t2) >= 20:
            break
    return exam_question(
        f"Isıca yalıtılmış ve ısı sığası önemsiz bir kapta, {t1} °C sıcaklığında {m1} g su ile {t2} °C sıcaklığında {m2} g su karıştırılıyor. Isıl denge sıcaklığı kaç °C olur?",
        num(right),
        [
            (num(Fraction(t1 + t2, 2)), "Kütleler farklıyken sıcaklıkların ortalamasını alır."),
            (num(Fraction(m2 * t1 + m1 * t2, m1 + m2)), "Kütleleri sıcaklıklarla ters eşleştirir."),
            (num(abs(t1 - t2)), "Sıcaklıkların farkını alır."),
            (num(max(t1, t2)), "Karışımın sıcak suyun sıcaklığında kaldığını sanır."),
        ],
        rf"Alınan ısı verilen ısıya eşittir: $T = \frac{{{m1}\cdot {t1} + {m2}\cdot {t2}}}{{{m1 + m2}}} = {tex(right)}$ °C. Denge sıcaklığı, kütlesi büyük olanınkine daha yakındır.",
        spare=[
            (num(min(t1, t2)), "Karışımın soğuk suyun sıcaklığında kaldığını sanır."),
            (num(t1 + t2), "Sıcaklıkları toplar."),
        ],
        computed=f"solve({m1}*(x - {t1}) + {m2}*(x - {t2}), x)[0]",
    )


@template(
    "tyt-fiz-isi-sicaklik-x-termometresi", topic="tyt-fiz-isi-sicaklik", difficulty=3, seconds=80
)
def own_thermometer(rng: Random) -> Question:
    while True:
        freeze, step = (
            rng.choice([-20, -10, 10, 20, 30, 40]),
            rng.choice(
                [
                    Fraction(1, 2),
                    Fraction(4, 5),
                    Fraction(6, 5),
                    Fraction(3, 2),
                    Fraction(2),
                    Fraction(5, 2),
                ]
            ),
        )
        boil = freeze + 100 * step
        celsius = rng.choice(range(10, 95, 5))
        right = freeze + step * celsius
        if right.denominator == 1 and right != celsius:
            break
    return exam_question(
        f"Deniz düzeyinde suyun donma sıcaklığını {freeze} °X, kaynama sıcaklığını {num(boil)} °X gösteren doğrusal ölçekli bir X termometresi, {celsius} °C sıcaklıktaki bir ortamda kaç °X gösterir?",
        num(right),
        [
            (num(step * celsius), "X termometresinde suyun donma noktasını sıfır alır."),
            (num(step * celsius - freeze), "Donma noktasının farkını ters yönde uygular."),
            (num(freeze + celsius), "Bölme büyüklüklerini eşit sanır."),
            (num(celsius), "İki termometrenin aynı değeri gösterdiğini sanır."),
        ],
        rf"100 °C'lik aralık X'te ${tex(boil - freeze)}$ bölmedir; 1 °C'ye ${tex(step)}$ °X karşılık gelir. $X = {freeze} + {tex(step)}\cdot {celsius} = {tex(right)}$.",
        spare=[
            (num(boil * celsius / 100), "Kaynama noktasıyla orantı kurar, donma noktasını unutur."),
            (num(boil - step * celsius), "Kaynama noktasından aşağı doğru sayar."),
        ],
        computed=f"solve((x - ({freeze}))/({boil} - ({freeze})) - Rational({celsius}, 100), x)[0]",
    )


@template("tyt-fiz-isi-sicaklik-buz-eritme", topic="tyt-fiz-isi-sicaklik", difficulty=3, seconds=80)
def melting(rng: Random) -> Question:
    m, cold, warm = (
        rng.choice([10, 20, 40, 50, 100]),
        rng.choice([4, 8, 10, 12, 20]),
        rng.choice([10, 15, 20, 25, 30, 40]),
    )
    ice, melt, water = Fraction(m * cold, 2), 80 * m, m * warm
    right = ice + melt + water
    return exam_question(
        f"Sıcaklığı −{cold} °C olan {m} g buzu, {warm} °C sıcaklığında su hâline getirmek için kaç kalori ısı gerekir? ($c_{{buz}} = 0{{,}}5$ cal/g·°C, $c_{{su}} = 1$ cal/g·°C, $L_{{erime}} = 80$ cal/g)",
        num(right),
        [
            (num(ice + water), "Erime sırasında alınan ısıyı unutur."),
            (num(melt + water), "Buzun erime sıcaklığına kadar ısınmasını unutur."),
            (num(ice + melt), "Oluşan suyun ısınmasını unutur."),
            (num(2 * ice + melt + water), "Buzun öz ısısı yerine suyunkini kullanır."),
        ],
        rf"Buz 0 °C'a: ${m}\cdot 0{{,}}5\cdot {cold} = {tex(ice)}$. Erime: ${m}\cdot 80 = {melt}$. Su {warm} °C'a: ${m}\cdot 1\cdot {warm} = {water}$. Toplam ${tex(right)}$ cal.",
        spare=[(num(melt), "Yalnızca erime ısısını hesaplar.")],
        computed=f"integrate({m}*Rational(1, 2), (x, -{cold}, 0)) + {m}*80 + integrate({m}, (x, 0, {warm}))",
    )


@template("tyt-fiz-isi-sicaklik-uzama", topic="tyt-fiz-isi-sicaklik", difficulty=3, seconds=60)
def expansion(rng: Random) -> Question:
    a, b = rng.sample([1, 2, 3, 4], 2)
    s, t = rng.choice([1, 2, 3]), rng.choice([1, 2, 3, 4])
    right = Fraction(a * s * t, b)

    def amount(n: int, name: str) -> str:
        return name if n == 1 else f"{n}{name}"

    return exam_question(
        rf"İlk boyu ${amount(b, 'a')}$ olan K çubuğunun sıcaklığı $\Delta T$, ilk boyu ${amount(a, 'a')}$ olan L çubuğunun sıcaklığı ${amount(t, chr(92) + 'Delta T')}$ kadar artırılıyor. L çubuğunun boyca genleşme katsayısı K'ninkinin {s} katıdır. K'nin boyu $x$ kadar uzadığına göre L'ninki ne kadar uzar?"
        if s > 1
        else rf"Aynı metalden yapılmış K ve L çubuklarının ilk boyları sırasıyla ${amount(b, 'a')}$ ve ${amount(a, 'a')}$'dır. K'nin sıcaklığı $\Delta T$, L'ninki ${amount(t, chr(92) + 'Delta T')}$ kadar artırılınca K'nin boyu $x$ kadar uzuyor. L'nin boyu ne kadar uzar?",
        times(right, "x"),
        [
            (times(Fraction(b * s * t, a), "x"), "İlk boyların oranını ters alır."),
            (times(Fraction(s * t), "x"), "İlk boyların farklı olduğunu gözden kaçırır."),
            (times(Fraction(a, b), "x"), "Yalnızca ilk boyların oranını kullanır."),
            (times(Fraction(a * s, b * t), "x"), "Uzamayı sıcaklık artışıyla ters orantılı sanır."),
            (
                times(Fraction(a * t, b * s), "x"),
                "Uzamayı genleşme katsayısıyla ters orantılı sanır.",
            ),
        ],
        rf"$\Delta L = L_0\alpha\Delta T$. Oran: $\frac{{{a}}}{{{b}}}\cdot {s}\cdot {t} = {tex(right)}$.",
        spare=[
            (times(right + 1, "x"), "Son boydaki değişimi ilk boyla toplar."),
            (times(2 * right, "x"), "İki uçtaki uzamayı ayrı ayrı sayıp ikiye katlar."),
            (times(right / 2, "x"), "Uzamanın yalnızca bir uçtaki payını alır."),
        ],
        computed=f"solve({b}*k*n - m, k)[0]*{s}*{a}*n*{t}/m",
        reads=exact(right),
    )

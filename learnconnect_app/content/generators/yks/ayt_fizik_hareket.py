"""AYT Fizik: relative motion, Newton, accelerated motion and projectiles."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.figures import Drawing
from learnconnect_app.content.generators.yks.fizik_writing import (
    exact,
    num,
    tex,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


@template("ayt-fiz-bagil-hareket-nehir", topic="ayt-fiz-bagil-hareket", difficulty=2, seconds=60)
def river(rng: Random) -> Question:
    while True:
        width, swim, current = (
            rng.choice([40, 60, 80, 90, 100, 120, 150]),
            rng.choice([2, 3, 4, 5]),
            rng.choice([1, 2, 3, 4, 5, 6]),
        )
        right = Fraction(width * current, swim)
        if right.denominator == 1 and current != swim:
            break
    return exam_question(
        f"Genişliği {width} m olan, akıntı hızının her yerde {current} m/s olduğu bir nehirde, suya göre hızı {swim} m/s olan yüzücü akıntıya **dik** doğrultuda yüzerek karşıya geçiyor. Yüzücü, başladığı noktanın tam karşısındaki noktadan kaç m uzakta kıyıya çıkar?",
        num(right),
        [
            (num(Fraction(width * swim, current)), "Hızların görevlerini birbirinin yerine koyar."),
            (num(Fraction(width, swim)), "Sürüklenme yerine karşıya geçme süresini bulur."),
            (num(width), "Sürüklenmeyi nehrin genişliğine eşit sanır."),
            (
                num(Fraction(width * current, swim + current)),
                "Süreyi, hızları toplayarak hesaplar.",
            ),
        ],
        rf"Karşıya geçme süresi $\frac{{{width}}}{{{swim}}} = {tex(Fraction(width, swim))}$ s. Sürüklenme ${current}\cdot {tex(Fraction(width, swim))} = {tex(right)}$ m.",
        spare=[
            (num(width + right), "Genişlikle sürüklenmeyi toplar."),
            (num(right / 2), "Sürüklenmenin yarısını alır."),
        ],
        computed=f"integrate({current}, (t, 0, solve({swim}*x - {width}, x)[0]))",
    )


@template(
    "ayt-fiz-bagil-hareket-dik-hizlar", topic="ayt-fiz-bagil-hareket", difficulty=2, seconds=50
)
def perpendicular_cars(rng: Random) -> Question:
    a, b, r = rng.choice(
        [
            (6, 8, 10),
            (8, 6, 10),
            (9, 12, 15),
            (12, 9, 15),
            (12, 16, 20),
            (5, 12, 13),
            (12, 5, 13),
            (15, 20, 25),
            (20, 15, 25),
            (10, 24, 26),
            (15, 8, 17),
            (7, 24, 25),
            (18, 24, 30),
        ]
    )
    one, other = rng.choice(
        [("doğuya", "kuzeye"), ("batıya", "kuzeye"), ("doğuya", "güneye"), ("kuzeye", "batıya")]
    )
    return exam_number(
        f"Yere göre K aracı {one} {a} m/s, L aracı {other} {b} m/s sabit hızla gidiyor. L'nin sürücüsü K'yi kaç m/s süratle gidiyor görür?",
        r,
        rf"Bağıl hız $\vec{{v}}_K - \vec{{v}}_L$'dir. Hızlar dik olduğundan büyüklüğü $\sqrt{{{a}^2 + {b}^2}} = {r}$ m/s olur.",
        unit="m/s",
        mistakes=[
            (a + b, "Dik hızların büyüklüklerini toplar."),
            (abs(a - b), "Dik hızların büyüklüklerini çıkarır."),
            (a, "Yere göre hızı bağıl hız sanır."),
        ],
        computed=f"Abs({a} - {b}*I)",
    )


@template("ayt-fiz-newton-masa-ve-asili", topic="ayt-fiz-newton", difficulty=3, seconds=80)
def table_and_hanging(rng: Random) -> Question:
    while True:
        m1, m2 = rng.sample([1, 2, 3, 4, 5, 6, 8], 2)
        a = Fraction(10 * m2, m1 + m2)
        tension = a * m1
        if tension.denominator == 1:
            break
    d = Drawing(300, 210)
    d.line((20, 90), (220, 90)).line((220, 90), (220, 200))
    d.polygon([(60, 50), (110, 50), (110, 90), (60, 90)], filled=True).label((85, 70), "K")
    d.circle((236, 78), 12).line((110, 66), (236, 66)).line((248, 78), (248, 130))
    d.line((220, 90), (236, 78)).polygon(
        [(230, 130), (266, 130), (266, 166), (230, 166)], filled=True
    ).label((248, 148), "L")
    return exam_question(
        f"Sürtünmesiz yatay masadaki {m1} kg kütleli K cismi, ağırlıksız ve sürtünmesiz makaradan geçen iple {m2} kg kütleli L cismine bağlıdır. Sistem serbest bırakıldığında ipteki gerilme kuvveti kaç N olur? ($g = 10$ m/s²)",
        num(tension),
        [
            (num(10 * m2), "Gerilmeyi asılı cismin ağırlığına eşit sanır."),
            (num(10 * m1), "Gerilmeyi K'nin ağırlığına eşit sanır."),
            (num(a), "Gerilme yerine ivmeyi bulur."),
            (num(a * m2), "Gerilmeyi bulurken ivmeyi K yerine L'nin kütlesiyle çarpar."),
        ],
        rf"Sistem: $a = \frac{{{10 * m2}}}{{{m1} + {m2}}} = {tex(a)}$ m/s². K cismi için $T = m_Ka = {m1}\cdot {tex(a)} = {tex(tension)}$ N.",
        spare=[
            (num(2 * tension), "İpin iki ucundaki gerilmeleri toplar."),
            (num(abs(10 * m2 - 10 * m1)), "Ağırlıkların farkını alır."),
        ],
        computed=f"solve([x - {m1}*y, {m2}*10 - x - {m2}*y], [x, y], dict=True)[0][x]",
        figure=d.figure(
            "Yatay masadaki K cismi, masanın kenarındaki makaradan geçen iple aşağıda asılı L cismine bağlı."
        ),
    )


@template("ayt-fiz-newton-surtunmeli-egik", topic="ayt-fiz-newton", difficulty=3, seconds=75)
def rough_ramp(rng: Random) -> Question:
    angle, sine, cosine = rng.choice(
        [(37, Fraction(3, 5), Fraction(4, 5)), (53, Fraction(4, 5), Fraction(3, 5))]
    )
    k = Fraction(rng.choice([1, 2, 3, 4, 5]), 10)
    m = rng.choice([2, 3, 4, 5, 6])
    right = 10 * (sine - k * cosine)
    return exam_question(
        f"Yatayla {angle}° açı yapan eğik düzlemde serbest bırakılan {m} kg kütleli cisim aşağı doğru kayıyor. Cisimle düzlem arasındaki kinetik sürtünme katsayısı {num(k)} olduğuna göre cismin ivmesi kaç m/s²'dir? ($g = 10$ m/s², $\\sin {angle}^\\circ = {tex(sine)}$, $\\cos {angle}^\\circ = {tex(cosine)}$)",
        num(right),
        [
            (num(10 * sine), "Sürtünmeyi hesaba katmaz."),
            (num(10 * (sine + k * cosine)), "Sürtünmeyi hareket yönünde alır."),
            (num(10 * (sine - k)), "Normal kuvveti ağırlığa eşit sanır."),
            (num(10 * (cosine - k * sine)), "Sinüs ile kosinüsün yerini karıştırır."),
        ],
        rf"$a = g(\sin\alpha - k\cos\alpha) = 10\cdot ({tex(sine)} - {tex(k)}\cdot {tex(cosine)}) = {tex(right)}$ m/s². Kütle sadeleşir.",
        spare=[
            (num(m * right), "İvme yerine net kuvveti bulur."),
            (num(10 * cosine), "Düzleme dik bileşeni kullanır."),
            (num(10 * k * cosine), "Yalnızca sürtünmenin ivmesini bulur."),
        ],
        computed=f"solve({m}*10*{exact(sine)} - {exact(k)}*{m}*10*{exact(cosine)} - {m}*x, x)[0]",
    )


@template(
    "ayt-fiz-sabit-ivmeli-hareket-yol",
    topic="ayt-fiz-sabit-ivmeli-hareket",
    difficulty=2,
    seconds=55,
)
def accelerated_path(rng: Random) -> Question:
    while True:
        v0, a = rng.choice([4, 5, 6, 8, 10, 12]), rng.choice([1, 2, 3, 4])
        t = rng.choice([4, 6, 8, 10])
        right, gained = v0 * t + a * t * t // 2, a * t
        if gained not in (v0, 2 * v0, 4 * v0):
            break
    return exam_question(
        f"Doğrusal yolda {v0} m/s hızla giden bir araç {a} m/s²'lik sabit ivmeyle hızlanmaya başlıyor. Araç hızlanmaya başladıktan sonraki {t} s'de kaç m yol alır?",
        right,
        [
            (v0 * t, "İvmeyi hesaba katmaz."),
            (a * t * t // 2, "İlk hızı hesaba katmaz."),
            (v0 * t + a * t * t, "Yol bağıntısındaki yarım çarpanını unutur."),
            ((v0 + a * t) * t, "Aracın bütün süre boyunca son hızla gittiğini sanır."),
            (v0 + a * t, "Yol yerine son hızı bulur."),
            (abs(v0 * t - a * t * t // 2), "Aracın yavaşladığını sanır."),
            (num(Fraction((v0 + a * t) * t, 2)), "Son hızın yarısını ortalama hız sanır."),
        ],
        rf"$x = v_0t + \frac{{1}}{{2}}at^2 = {v0}\cdot {t} + \frac{{1}}{{2}}\cdot {a}\cdot {t}^2 = {right}$ m.",
        computed=f"integrate({v0} + {a}*x, (x, 0, {t}))",
    )


@template(
    "ayt-fiz-sabit-ivmeli-hareket-son-saniye",
    topic="ayt-fiz-sabit-ivmeli-hareket",
    difficulty=3,
    seconds=70,
)
def nth_second(rng: Random) -> Question:
    a, n = rng.choice([2, 4, 6, 8]), rng.randint(3, 8)
    right = a * (2 * n - 1) // 2
    return exam_question(
        f"Durgun hâlden {a} m/s²'lik sabit ivmeyle harekete başlayan bir araç **{n}. saniyede** (yani {n - 1}. saniyenin sonu ile {n}. saniyenin sonu arasında) kaç m yol alır?",
        right,
        [
            (a * n * n // 2, "Son saniyede değil, başlangıçtan beri alınan yolu bulur."),
            (a * (n - 1) ** 2 // 2, "Bir önceki ana kadar alınan yolu bulur."),
            (a * n, "O andaki hızı yol sanır."),
            (a * (n - 1), "Bir önceki andaki hızı yol sanır."),
        ],
        rf"$x_{{{n}}} - x_{{{n - 1}}} = \frac{{1}}{{2}}\cdot {a}\cdot ({n}^2 - {n - 1}^2) = {right}$ m. Yollar $1 : 3 : 5 : \dots$ oranında artar.",
        spare=[(a * (2 * n - 1), "Yol bağıntısındaki yarım çarpanını unutur.")],
        computed=f"integrate({a}*x, (x, {n - 1}, {n}))",
    )


@template("ayt-fiz-atislar-yatay", topic="ayt-fiz-atislar", difficulty=2, seconds=60)
def horizontal_throw(rng: Random) -> Question:
    t, v = rng.choice([2, 3, 4, 5, 6]), rng.choice([8, 12, 15, 20, 25, 30])
    h = 5 * t * t
    right = v * t
    return exam_question(
        f"Yerden {h} m yükseklikteki bir noktadan {v} m/s süratle yatay olarak atılan cisim, atıldığı noktanın yerdeki düşey izdüşümünden kaç m uzağa düşer? ($g = 10$ m/s², hava direnci önemsizdir.)",
        right,
        [
            (2 * right, "Uçuş süresini, cisim çıkıp iniyormuş gibi iki kat alır."),
            (h, "Yatay uzaklığı yüksekliğe eşit sanır."),
            (right + h, "Yatay uzaklık ile yüksekliği toplar."),
            (10 * t * v, "Süre yerine düşey hızı kullanır."),
        ],
        rf"Düşme süresi: ${h} = \frac{{1}}{{2}}\cdot 10\cdot t^2$, $t = {t}$ s. Yatay hız sabittir: $x = {v}\cdot {t} = {right}$ m.",
        spare=[
            (v * t * t, "Sürenin karekökünü almaz."),
            (10 * t, "Yatay uzaklık yerine yere çarpma anındaki düşey hızı bulur."),
        ],
        computed=f"{v}*Max(*solve({h} - 5*x**2, x))",
    )


@template("ayt-fiz-atislar-egik", topic="ayt-fiz-atislar", difficulty=3, seconds=80)
def oblique_throw(rng: Random) -> Question:
    angle, sine, cosine = rng.choice(
        [(37, Fraction(3, 5), Fraction(4, 5)), (53, Fraction(4, 5), Fraction(3, 5))]
    )
    v = rng.choice([25, 50, 75, 100])
    vx, vy = v * cosine, v * sine
    top, far, time = vy * vy / 20, vx * vy / 5, vy / 5
    asked = rng.choice(["menzili", "maksimum yüksekliği", "menzili", "uçuş süresi"])
    unit = "s" if asked == "uçuş süresi" else "m"
    right = {"menzili": far, "maksimum yüksekliği": top, "uçuş süresi": time}[asked]
    wrong = {
        "menzili": [
            (num(far / 2), "Uçuş süresi yerine çıkış süresini kullanır."),
            (num(v * time), "Yatay bileşen yerine ilk hızın tamamını kullanır."),
            (num(vy * time), "Yatay hız yerine düşey hızı kullanır."),
            (num(top), "Menzil yerine en büyük yüksekliği bulur."),
        ],
        "maksimum yüksekliği": [
            (num(Fraction(v * v, 20)), "Düşey bileşen yerine ilk hızın tamamını kullanır."),
            (num(vx * vx / 20), "Düşey bileşen yerine yatay bileşeni kullanır."),
            (num(2 * top), "Bağıntıdaki 2 çarpanını unutur."),
            (num(far), "Yükseklik yerine menzili bulur."),
        ],
        "uçuş süresi": [
            (num(time / 2), "Yalnızca çıkış süresini bulur."),
            (num(Fraction(v, 5)), "Düşey bileşen yerine ilk hızın tamamını kullanır."),
            (num(vx / 5), "Düşey bileşen yerine yatay bileşeni kullanır."),
            (num(2 * time), "Uçuş süresini iki kez katlar."),
        ],
    }[asked]
    proof = {
        "menzili": f"{exact(vx)}*Max(*solve({exact(vy)}*x - 5*x**2, x))",
        "maksimum yüksekliği": f"({exact(vy)}*x - 5*x**2).subs(x, solve(diff({exact(vy)}*x - 5*x**2, x), x)[0])",
        "uçuş süresi": f"Max(*solve({exact(vy)}*x - 5*x**2, x))",
    }[asked]
    why = {
        "menzili": rf"Uçuş süresi $\frac{{2v_y}}{{g}} = {tex(time)}$ s, menzil $v_x\cdot t = {tex(vx)}\cdot {tex(time)} = {tex(far)}$ m.",
        "maksimum yüksekliği": rf"$h = \frac{{v_y^2}}{{2g}} = \frac{{{tex(vy)}^2}}{{20}} = {tex(top)}$ m.",
        "uçuş süresi": rf"$t = \frac{{2v_y}}{{g}} = \frac{{2\cdot {tex(vy)}}}{{10}} = {tex(time)}$ s.",
    }[asked]
    return exam_question(
        f"Yerden, yatayla {angle}° açı yapacak biçimde {v} m/s süratle atılan bir cisim aynı yatay düzeye düşüyor. Hava direnci önemsiz olduğuna göre hareketin {asked} kaç {unit}'dir? ($g = 10$ m/s², $\\sin {angle}^\\circ = {tex(sine)}$, $\\cos {angle}^\\circ = {tex(cosine)}$)",
        num(right),
        wrong,
        rf"$v_x = {tex(vx)}$ m/s, $v_y = {tex(vy)}$ m/s. {why}",
        computed=proof,
    )

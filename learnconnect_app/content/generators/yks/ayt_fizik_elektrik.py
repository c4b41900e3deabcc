"""AYT Fizik: electric and magnetic fields, induction, alternating current."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.figures import Drawing
from learnconnect_app.content.generators.yks.fizik_writing import (
    exact,
    num,
    parallel,
    tex,
    times,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


@template(
    "ayt-fiz-elektrik-alan-potansiyel-sifir-alan",
    topic="ayt-fiz-elektrik-alan-potansiyel",
    difficulty=3,
    seconds=70,
)
def zero_field(rng: Random) -> Question:
    a, b = rng.sample([1, 2, 3, 4], 2)
    unit = rng.choice([2, 3, 4, 5, 6, 10])
    distance = unit * (a + b)
    right = unit * a
    left, other = (f"{n * n}q" if n > 1 else "q" for n in (a, b))
    return exam_question(
        f"Aralarındaki uzaklık {distance} cm olan $+{left}$ ve $+{other}$ noktasal yükleri sabit tutuluyor. Yükleri birleştiren doğru üzerinde bileşke elektrik alanın sıfır olduğu nokta, $+{left}$ yükünden kaç cm uzaktadır?",
        num(right),
        [
            (num(distance - right), "Uzaklığı öteki yükten ölçer."),
            (
                num(Fraction(distance * a * a, a * a + b * b)),
                "Alanı uzaklığın karesiyle değil, kendisiyle ters orantılı sanır.",
            ),
            (num(Fraction(distance, 2)), "Noktanın her zaman tam ortada olduğunu sanır."),
            (
                num(Fraction(distance * b * b, a * a + b * b)),
                "Hem karesini almaz hem uzaklığı öteki yükten ölçer.",
            ),
        ],
        rf"$\frac{{{a * a}}}{{x^2}} = \frac{{{b * b}}}{{({distance} - x)^2}}$; karekök alınırsa $\frac{{x}}{{{distance} - x}} = \frac{{{a}}}{{{b}}}$ ve $x = {right}$ cm. Nokta küçük yüke daha yakındır.",
        computed=f"[s for s in solve({a * a}*({distance} - x)**2 - {b * b}*x**2, x) if 0 < s < {distance}][0]",
    )


@template(
    "ayt-fiz-elektrik-alan-potansiyel-toplam",
    topic="ayt-fiz-elektrik-alan-potansiyel",
    difficulty=2,
    seconds=55,
)
def total_potential(rng: Random) -> Question:
    while True:
        q1, q2 = rng.choice([2, 3, 4, 6, 8, 12]), -rng.choice([2, 3, 4, 6, 8, 12])
        n1, n2 = rng.choice([1, 2, 3, 4]), rng.choice([1, 2, 3, 4])
        right = Fraction(q1, n1) + Fraction(q2, n2)
        if right not in (0, q1 + q2) and n1 != n2 and right.denominator <= 2:
            break

    def place(n: int) -> str:
        return "$d$" if n == 1 else f"${n}d$"

    def potential(value: Fraction | int) -> str:
        value = Fraction(value)
        return (
            ("$-" if value < 0 else "$") + times(abs(value), r"\frac{kq}{d}").strip("$") + "$"
            if value
            else "0"
        )

    return exam_question(
        f"Bir P noktasının $+{q1}q$ yüküne uzaklığı {place(n1)}, ${q2}q$ yüküne uzaklığı {place(n2)} kadardır. P noktasındaki toplam elektriksel potansiyel nedir? ($k$: Coulomb sabiti)",
        potential(right),
        [
            (potential(Fraction(q1, n1) - Fraction(q2, n2)), "Yüklerin işaretini hesaba katmaz."),
            (
                potential(Fraction(q1, n1**2) + Fraction(q2, n2**2)),
                "Potansiyeli uzaklığın karesiyle ters orantılı sanır.",
            ),
            (potential(q1 + q2), "Uzaklıkları hesaba katmadan yükleri toplar."),
            (potential(-right), "Sonucun işaretini ters alır."),
        ],
        rf"Potansiyel skalerdir: $V = k\frac{{{q1}q}}{{{'' if n1 == 1 else n1}d}} - k\frac{{{-q2}q}}{{{'' if n2 == 1 else n2}d}}$, yani {potential(right)}.",
        spare=[
            (potential(Fraction(q1, n1)), "Negatif yükün katkısını unutur."),
            (
                potential(Fraction(q1, n2) + Fraction(q2, n1)),
                "Uzaklıkları yüklerle ters eşleştirir.",
            ),
        ],
        computed=f"integrate({q1}/x**2, (x, {n1}, oo)) + integrate({q2}/x**2, (x, {n2}, oo))",
        reads=exact(right),
    )


@template(
    "ayt-fiz-paralel-levha-siga-esdeger",
    topic="ayt-fiz-paralel-levha-siga",
    difficulty=2,
    seconds=60,
)
def capacitors(rng: Random) -> Question:
    c1, c2 = rng.choice(
        [(3, 6), (6, 3), (4, 12), (12, 4), (6, 12), (12, 6), (10, 15), (20, 30), (8, 24)]
    )
    c3 = rng.choice([1, 2, 3, 4, 5, 6, 8])
    series = parallel(c1, c2)
    right = series + c3
    d = Drawing(310, 190)
    d.line((20, 95), (50, 95)).line((50, 50), (50, 140))
    for x, y, name in ((110, 50, c1), (190, 50, c2), (150, 140, c3)):
        d.line((x - 5, y - 16), (x - 5, y + 16)).line((x + 5, y - 16), (x + 5, y + 16))
        d.label((x, y - 28), f"{name} µF", size=14)
    d.line((50, 50), (105, 50)).line((115, 50), (185, 50)).line((195, 50), (250, 50))
    d.line((50, 140), (145, 140)).line((155, 140), (250, 140)).line((250, 50), (250, 140)).line(
        (250, 95), (284, 95)
    )
    d.dot((20, 95)).dot((284, 95)).label((20, 78), "K", size=14).label((288, 78), "L", size=14)
    return exam_question(
        "Şekildeki devrede K ve L uçları arasındaki eş değer sığa kaç µF'dır?",
        num(right),
        [
            (num(c1 + c2 + c3), "Bütün sığaçları paralel bağlı gibi toplar."),
            (num(parallel(c1, c2, c3)), "Bütün sığaçları seri bağlı gibi hesaplar."),
            (
                num(parallel(c1 + c2, c3)),
                "Seri ve paralel kurallarını dirençlerdeki gibi kullanır.",
            ),
            (num(series), "Alt koldaki sığacı hesaba katmaz."),
        ],
        rf"Üst kol seri: $\frac{{{c1}\cdot {c2}}}{{{c1} + {c2}}} = {tex(series)}$ µF. Alt kol buna paraleldir: ${tex(series)} + {c3} = {tex(right)}$ µF.",
        spare=[(num(c1 + c2), "Yalnızca üst koldaki sığaçları toplar.")],
        computed=f"solve([x*y - k, k - {c1}*a, k - {c2}*b, y - a - b], [x, y, a, b], dict=True)[0][x] + {c3}",
        figure=d.figure(
            f"K ile L arasında üst kolda seri {c1} µF ve {c2} µF, ona paralel alt kolda {c3} µF sığaç."
        ),
    )


@template(
    "ayt-fiz-paralel-levha-siga-enerji",
    topic="ayt-fiz-paralel-levha-siga",
    difficulty=2,
    seconds=50,
)
def stored_energy(rng: Random) -> Question:
    c, v = rng.choice([2, 4, 5, 6, 8, 10, 20]), rng.choice([10, 12, 20, 30, 40, 50])
    right = c * v * v // 2
    return exam_number(
        f"Sığası {c} µF olan bir sığaç {v} V'luk üretece bağlanarak yükleniyor. Sığaçta depolanan enerji kaç µJ olur?",
        right,
        rf"$E = \frac{{1}}{{2}}CV^2 = \frac{{1}}{{2}}\cdot {c}\cdot {v}^2 = {right}$ µJ.",
        unit="µJ",
        mistakes=[
            (2 * right, "Yarım çarpanını unutur."),
            (c * v, "Enerji yerine yükü bulur."),
            (c * v / 2, "Gerilimin karesini almaz."),
        ],
        computed=f"integrate(x/{c}, (x, 0, {c * v}))",
    )


@template("ayt-fiz-manyetik-alan-iki-tel", topic="ayt-fiz-manyetik-alan", difficulty=3, seconds=80)
def two_wires(rng: Random) -> Question:
    while True:
        i1, i2 = rng.choice([2, 3, 4, 5, 6, 8, 10]), rng.choice([2, 3, 4, 5, 6, 8, 10])
        d1, d2 = rng.choice([1, 2, 4, 5]), rng.choice([1, 2, 4, 5])
        one, two = Fraction(2 * i1, d1), Fraction(2 * i2, d2)
        same = rng.random() < 0.5
        right = abs(one - two) if same else one + two
        if one != two and d1 != d2 and i1 != i2 and right.denominator <= 2:
            break
    written = "aynı yönde" if same else "zıt yönde"

    def field(value: Fraction) -> str:
        return rf"${tex(value)}\cdot 10^{{-5}}$"

    far = rf"{tex(one)}\cdot 10^{{-5}}$ T, $B_2 = {tex(two)}\cdot 10^{{-5}}$ T"
    return exam_question(
        f"Birbirine paralel uzun düz iki telden {written} {i1} A ve {i2} A akım geçiyor. Teller arasındaki bir P noktası tellerin düzlemindedir; birinci tele {d1} cm, ikinci tele {d2} cm uzaktadır. P'deki bileşke manyetik alanın büyüklüğü kaç T'dır? ($K = 10^{{-7}}$ N/A²)",
        field(right),
        [
            (
                field(one + two if same else abs(one - two)),
                "Alanların yönünü sağ el kuralıyla bulmadan birleştirir.",
            ),
            (field(one), "Yalnızca birinci telin alanını hesaplar."),
            (field(two), "Yalnızca ikinci telin alanını hesaplar."),
            (field(right / 2), "Düz telin alan bağıntısındaki 2 çarpanını unutur."),
        ],
        rf"$B = K\frac{{2I}}{{d}}$: $B_1 = {far}. Teller arasında {written} akımların alanları {'zıt yönlüdür, çıkarılır' if same else 'aynı yönlüdür, toplanır'}: {field(right)} T.",
        spare=[
            (field(Fraction(2 * (i1 + i2), d1 + d2)), "Akımları ve uzaklıkları ayrı ayrı toplar."),
            (field(right * 2), "Bağıntıdaki 2 çarpanını fazladan kullanır."),
        ],
        computed=f"Abs(Rational(2*{i1}, 10**7)/Rational({d1}, 100) {'-' if same else '+'} Rational(2*{i2}, 10**7)/Rational({d2}, 100))",
    )


@template("ayt-fiz-manyetik-alan-yorunge", topic="ayt-fiz-manyetik-alan", difficulty=3, seconds=60)
def orbit_ratio(rng: Random) -> Question:
    while True:
        m, q, v = rng.choice([1, 2, 3, 4, 6]), rng.choice([2, 3, 4]), rng.choice([2, 3, 4])
        right = Fraction(m * v, q)
        if m != q and m > 1 and right != 1:
            break
    return exam_question(
        f"Düzgün bir manyetik alana dik giren, kütlesi $m$, yükü $q$ ve sürati $v$ olan parçacık $r$ yarıçaplı çember çiziyor. Aynı alana dik giren, kütlesi ${m}m$, yükü ${q}q$ ve sürati ${v}v$ olan parçacığın yörünge yarıçapı ne olur?",
        times(right, "r"),
        [
            (times(Fraction(q * v, m), "r"), "Yarıçapı yükle doğru, kütleyle ters orantılı sanır."),
            (
                times(Fraction(m * v * v, q), "r"),
                "Merkezcil kuvvetteki süratin karesini sadeleştirmez.",
            ),
            (times(Fraction(m, q * v), "r"), "Yarıçapı süratle ters orantılı sanır."),
            (times(Fraction(m * v * q), "r"), "Yükün de yarıçapı büyüttüğünü sanır."),
            (times(1 / right, "r"), "Orantıyı bütünüyle ters kurar."),
        ],
        rf"$qvB = \frac{{mv^2}}{{r}}$ olduğundan $r = \frac{{mv}}{{qB}}$. Oran $\frac{{{m}\cdot {v}}}{{{q}}} = {tex(right)}$.",
        spare=[(times(Fraction(m, q), "r"), "Sürat değişimini hesaba katmaz.")],
        computed=f"solve({q}*a*{v}*b*c - {m}*k*({v}*b)**2/x, x)[0] / solve(a*b*c - k*b**2/x, x)[0]",
        reads=exact(right),
    )


@template("ayt-fiz-induklenme-ray-cubuk", topic="ayt-fiz-induklenme", difficulty=2, seconds=60)
def rail_rod(rng: Random) -> Question:
    while True:
        field, length = (
            Fraction(rng.choice([2, 4, 5, 8]), 10),
            Fraction(rng.choice([20, 25, 40, 50]), 100),
        )
        v, r = rng.choice([5, 10, 20]), rng.choice([2, 4, 5])
        right = field * length * v / r
        if (right * 100).denominator == 1:
            break
    return exam_question(
        f"Sayfa düzlemine dik, {num(field)} T büyüklüğünde düzgün manyetik alanda, aralarındaki uzaklık {num(length * 100)} cm olan paralel raylar üzerinde iletken çubuk raylara dik durarak {v} m/s sabit hızla çekiliyor. Devrenin toplam direnci {r} Ω olduğuna göre çubuktan geçen indüksiyon akımı kaç A'dir?",
        num(right),
        [
            (num(field * length * v), "Akım yerine indüksiyon emk'sını bulur."),
            (num(right * 100), "Santimetreyi metreye çevirmez."),
            (num(field * length * v * r), "Emk'yı dirence bölmek yerine dirençle çarpar."),
            (num(field * length / r), "Çubuğun hızını hesaba katmaz."),
        ],
        rf"$\varepsilon = B\ell v = {tex(field)}\cdot {tex(length)}\cdot {v} = {tex(field * length * v)}$ V. $I = \frac{{\varepsilon}}{{R}} = {tex(right)}$ A.",
        spare=[(num(field * v / r), "Çubuğun boyunu hesaba katmaz.")],
        computed=f"diff({exact(field)}*{exact(length)}*{v}*t, t)/{r}",
    )


@template("ayt-fiz-induklenme-aki-degisimi", topic="ayt-fiz-induklenme", difficulty=2, seconds=55)
def flux_change(rng: Random) -> Question:
    turns = rng.choice([50, 100, 200, 250])
    b1 = Fraction(rng.choice([1, 2, 3]), 10)
    b2 = b1 + Fraction(rng.choice([2, 4, 5]), 10)
    area, time = rng.choice([20, 40, 50, 100]), Fraction(rng.choice([1, 2, 4]), 10)
    right = turns * (b2 - b1) * Fraction(area, 10_000) / time
    return exam_question(
        f"{turns} sarımlı, bir sarımının alanı {area} cm² olan bobin, düzlemi düzgün manyetik alana dik olacak biçimde tutuluyor. Alanın büyüklüğü {num(time)} s'de {num(b1)} T'dan {num(b2)} T'ya düzgün olarak artırılıyor. Bobinde oluşan indüksiyon emk'sının büyüklüğü kaç V'tur?",
        num(right),
        [
            (num(right / turns), "Sarım sayısını hesaba katmaz."),
            (
                num(turns * b2 * Fraction(area, 10_000) / time),
                "Akı değişimi yerine son akıyı kullanır.",
            ),
            (num(right * time), "Akı değişimini süreye bölmez."),
            (num(right * 100), "Alanı metrekareye çevirirken 100'e böler."),
        ],
        rf"$\varepsilon = N\frac{{\Delta B\cdot A}}{{\Delta t}} = {turns}\cdot \frac{{{tex(b2 - b1)}\cdot {tex(Fraction(area, 10_000))}}}{{{tex(time)}}} = {tex(right)}$ V.",
        spare=[
            (num(turns * (b1 + b2) * Fraction(area, 10_000) / time), "İlk ve son alanı toplar.")
        ],
        computed=f"{turns}*Rational({area}, 10000)*diff({exact(b1)} + ({exact(b2)} - {exact(b1)})*t/{exact(time)}, t)",
    )


@template(
    "ayt-fiz-alternatif-akim-empedans", topic="ayt-fiz-alternatif-akim", difficulty=3, seconds=65
)
def impedance(rng: Random) -> Question:
    r, x, z = rng.choice(
        [
            (3, 4, 5),
            (4, 3, 5),
            (6, 8, 10),
            (8, 6, 10),
            (9, 12, 15),
            (12, 9, 15),
            (12, 16, 20),
            (30, 40, 50),
            (40, 30, 50),
            (5, 12, 13),
            (12, 5, 13),
        ]
    )
    small = rng.choice([2, 4, 5, 6, 10])
    xl, xc = (small + x, small) if rng.random() < 0.5 else (small, small + x)
    current = rng.choice([2, 3, 4, 5, 6])
    volts = current * z
    return exam_question(
        f"Etkin gerilimi {volts} V olan alternatif gerilim kaynağına {r} Ω'luk direnç, indüktif reaktansı {xl} Ω olan bobin ve kapasitif reaktansı {xc} Ω olan sığaç seri bağlanıyor. Devreden geçen akımın etkin değeri kaç A'dir?",
        num(current),
        [
            (num(Fraction(volts, r + xl + xc)), "Direnç ile reaktansları doğrudan toplar."),
            (num(Fraction(volts, r)), "Devreyi rezonansta sanır, reaktansları hesaba katmaz."),
            (
                num(Fraction(volts, r + x)),
                "Direnç ile net reaktansı vektörel değil, doğrudan toplar.",
            ),
            (num(Fraction(volts, x)), "Direnci hesaba katmaz."),
        ],
        rf"$Z = \sqrt{{{r}^2 + ({xl} - {xc})^2}} = {z}\ \Omega$. $I_e = \frac{{{volts}}}{{{z}}} = {current}$ A.",
        computed=f"{volts}/Abs({r} + {xl}*I - {xc}*I)",
    )


@template(
    "ayt-fiz-alternatif-akim-etkin-deger", topic="ayt-fiz-alternatif-akim", difficulty=2, seconds=50
)
def effective_value(rng: Random) -> Question:
    n, r = rng.choice([20, 40, 60, 80, 100, 120, 200]), rng.choice([5, 10, 20])
    frequency = rng.choice([50, 60])
    right = Fraction(n, r)
    return exam_question(
        rf"Zamana göre gerilimi volt cinsinden $V = {n}\sqrt{{2}}\sin({2 * frequency}\pi t)$ olan alternatif gerilim kaynağına yalnızca {r} Ω'luk bir direnç bağlanıyor. Devreye seri bağlı ideal ampermetre kaç A gösterir?",
        num(right),
        [
            (
                rf"${tex(right)}\sqrt{{2}}$" if right != 1 else r"$\sqrt{2}$",
                "Ampermetrenin en büyük değeri gösterdiğini sanır.",
            ),
            (
                rf"$\frac{{{tex(right)}}}{{\sqrt{{2}}}}$",
                "Etkin gerilimi bir kez daha karekök ikiye böler.",
            ),
            (num(right / 2), "En büyük değeri karekök iki yerine ikiyle orantılar."),
            (num(2 * right), "En büyük değerin karekök iki katını alır."),
        ],
        rf"Etkin gerilim $V_e = \frac{{{n}\sqrt{{2}}}}{{\sqrt{{2}}}} = {n}$ V'tur. Ampermetre etkin değeri gösterir: $\frac{{{n}}}{{{r}}} = {tex(right)}$ A.",
        computed=f"sqrt(2*{frequency}*integrate(({n}*sqrt(2)*sin({2 * frequency}*pi*t))**2, (t, 0, Rational(1, 2*{frequency}))))/{r}",
    )


@template("ayt-fiz-transformator-verimli", topic="ayt-fiz-transformator", difficulty=3, seconds=65)
def real_transformer(rng: Random) -> Question:
    while True:
        n1 = rng.choice([200, 400, 500, 600, 1000])
        ratio = rng.choice(
            [
                Fraction(1, 2),
                Fraction(1, 4),
                Fraction(1, 5),
                Fraction(1, 10),
                Fraction(2),
                Fraction(3),
            ]
        )
        v1, percent = rng.choice([120, 200, 220, 240]), rng.choice([75, 80, 90])
        i1 = rng.choice([1, 2, 3, 4, 5])
        n2, v2 = n1 * ratio, v1 * ratio
        right = Fraction(v1 * i1 * percent, 100) / v2
        if (right * 10).denominator == 1:
            break
    return exam_question(
        f"Birincil sarım sayısı {n1}, ikincil sarım sayısı {num(n2)}, verimi yüzde {percent} olan bir transformatörün birincil sarımına {v1} V etkin gerilim uygulanınca bu sarımdan {i1} A akım geçiyor. İkincil sarımdan geçen akım kaç A'dir?",
        num(right),
        [
            (num(i1 / ratio), "Verimi hesaba katmaz, ideal transformatör gibi çözer."),
            (num(i1 * ratio), "Akımı sarım sayısıyla doğru orantılı sanır."),
            (num(i1 / ratio * 100 / percent), "Verimle çarpmak yerine verime böler."),
            (
                num(i1 * ratio * percent / 100),
                "Akımı sarım sayısıyla doğru orantılar, sonra verimle çarpar.",
            ),
        ],
        rf"$V_s = {v1}\cdot \frac{{{num(n2)}}}{{{n1}}} = {tex(v2)}$ V. $V_sI_s = \frac{{{percent}}}{{100}}\cdot {v1}\cdot {i1}$ eşitliğinden $I_s = {tex(right)}$ A.",
        computed=f"solve({v1}*{exact(n2)}/{n1}*x - Rational({percent}, 100)*{v1}*{i1}, x)[0]",
    )

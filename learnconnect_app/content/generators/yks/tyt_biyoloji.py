"""Parametric items of `tyt-biyoloji`: compounds, cell divisions and ecosystems."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.biyoloji_writing import num
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


@template(
    "tyt-biy-temel-bilesikler-su-sayisi", topic="tyt-biy-temel-bilesikler", difficulty=2, seconds=60
)
def water_of_chains(rng: Random) -> Question:
    count = rng.randint(2, 4)
    lengths = sorted(rng.sample(range(8, 60), count))
    total = sum(lengths)
    listed = ", ".join(map(str, lengths[:-1])) + f" ve {lengths[-1]}"
    return exam_question(
        f"Sırasıyla {listed} amino asitten oluşan {count} ayrı polipeptit zincirinin sentezi "
        "sırasında **toplam** kaç molekül su açığa çıkar?",
        right=total - count,
        wrong=[
            (total, "Su sayısını amino asit sayısına eşit sanır."),
            (total - 1, "Zincirlerin ayrı ayrı oluştuğunu gözden kaçırır."),
            (total + count, "Amino asit sayısına zincir sayısını ekler."),
            (total - 2 * count, "Her zincir için iki eksik bağ düşünür."),
        ],
        because=f"$n$ amino asitli bir zincirde $n - 1$ peptit bağı kurulur ve her bağda bir su "
        f"çıkar. Toplam amino asit {total}, zincir sayısı {count} olduğundan "
        f"${total} - {count} = {total - count}$ su oluşur.",
        computed=f"sum(length - 1 for length in {lengths})",
    )


@template(
    "tyt-biy-temel-bilesikler-trigliserit",
    topic="tyt-biy-temel-bilesikler",
    difficulty=3,
    seconds=70,
)
def fats_from_parts(rng: Random) -> Question:
    glycerol = rng.randint(6, 20)
    acids = rng.choice([3 * glycerol - rng.randint(3, 12), 3 * glycerol + rng.randint(3, 12)])
    made = 0
    left = (glycerol, acids)
    while left[0] >= 1 and left[1] >= 3:
        left = (left[0] - 1, left[1] - 3)
        made += 1
    return exam_question(
        f"Bir hücrede {glycerol} molekül gliserol ve {acids} molekül yağ asidi bulunmaktadır. "
        "Yalnız bu moleküller kullanılarak **en çok sayıda** trigliserit sentezlendiğinde kaç "
        "molekül su açığa çıkar?",
        right=3 * made,
        wrong=[
            (made, "Trigliserit sayısını su sayısı sanır."),
            (acids, "Bütün yağ asitlerinin bağlandığını düşünür."),
            (3 * glycerol, "Yağ asidi yetip yetmediğine bakmadan bütün gliserolleri kullanır."),
            (2 * made, "Bir trigliseritte iki ester bağı olduğunu sanır."),
        ],
        spare=[
            (4 * made, "Birleşen dört molekül için dört su sayar."),
            (3 * made - 1, "Peptit bağı kuralını uygular."),
        ],
        because=f"Bir trigliserit 1 gliserol ve 3 yağ asidinden oluşur, 3 ester bağı kurulur ve 3 su "
        f"çıkar. En çok {made} trigliserit yapılabilir; ${made} \\cdot 3 = {3 * made}$ su oluşur.",
        computed=f"3 * min({glycerol}, {acids} // 3)",
    )


@template("tyt-biy-mitoz-hucre-sayisi", topic="tyt-biy-mitoz", difficulty=2, seconds=60)
def cells_of_mitoses(rng: Random) -> Question:
    chromosomes = rng.choice([8, 14, 16, 20, 24, 46])
    rounds = rng.randint(3, 6)
    cells = 1
    for _ in range(rounds):
        cells += cells
    total = cells * chromosomes
    return exam_question(
        f"$2n = {chromosomes}$ kromozomlu bir hücre art arda {rounds} kez mitoz geçiriyor. Oluşan "
        "hücrelerin tümündeki kromozomların **toplam** sayısı kaçtır?",
        right=num(total),
        wrong=[
            (num(total // 2), "Mitozda kromozom sayısının yarıya indiğini sanır."),
            (num(2 * rounds * chromosomes), "Her mitozun hücre sayısını iki artırdığını sanır."),
            (num(2 * total), "Bir bölünme fazla sayar."),
            (num(cells), "Yalnız hücre sayısını hesaplar."),
        ],
        spare=[
            (num(chromosomes), "Yalnız bir hücrenin kromozom sayısını verir."),
            (num(rounds * chromosomes), "Bölünme sayısını doğrudan kromozom sayısıyla çarpar."),
        ],
        because=f"Art arda {rounds} mitozla $2^{{{rounds}}} = {cells}$ hücre oluşur. Mitozda kromozom "
        f"sayısı değişmediğinden toplam ${cells} \\cdot {chromosomes} = {num(total)}$ olur."
        if total < 10_000
        else f"Art arda {rounds} mitozla $2^{{{rounds}}} = {cells}$ hücre oluşur; her birinde "
        f"{chromosomes} kromozom vardır. Toplam {num(total)} olur.",
        computed=f"{chromosomes} * 2**{rounds}",
    )


@template("tyt-biy-mitoz-evrede-sayi", topic="tyt-biy-mitoz", difficulty=3, seconds=60)
def count_in_a_phase(rng: Random) -> Question:
    chromosomes = rng.choice([8, 10, 12, 14, 16, 20, 22, 24, 28, 46])
    asked, factor, why = rng.choice(
        [
            (
                "metafaz evresindeki **kromatit** sayısı",
                2,
                "Metafazda her kromozom iki kardeş kromatitlidir.",
            ),
            (
                "metafaz evresindeki **kromozom** sayısı",
                1,
                "Metafazda kromozomlar iki kromatitlidir ama sayıları henüz değişmemiştir.",
            ),
            (
                "anafaz evresindeki **kromozom** sayısı",
                2,
                "Anafazda ayrılan her kardeş kromatit artık bir kromozom sayılır; hücre henüz "
                "bölünmediğinden sayı geçici olarak iki katına çıkar.",
            ),
            (
                "bölünmesi sonunda oluşan **bir** yavru hücrenin kromozom sayısı",
                1,
                "Mitozda yavru hücrelerin kromozom sayısı ana hücreninkine eşittir.",
            ),
        ]
    )
    right = factor * chromosomes
    if factor == 2:
        near = (chromosomes, "Kromatitlerin ayrılmasını ya da iki kromatitli yapıyı hesaba katmaz.")
    else:
        near = (2 * chromosomes, "Kromatit sayısı ile kromozom sayısını karıştırır.")
    return exam_question(
        f"$2n = {chromosomes}$ kromozomlu bir hücrenin mitozunda {asked} kaçtır?",
        right=right,
        wrong=[
            near,
            (chromosomes // 2, "Sayının mayozdaki gibi yarıya indiğini sanır."),
            (4 * chromosomes, "Eşlenmenin iki kez olduğunu sanır."),
            (3 * chromosomes, "Eşlenen kromatitleri ilk sayıya fazladan ekler."),
        ],
        because=f"{why} Bu nedenle aranan sayı {right}'dir."
        if right % 10 in (1, 2, 7, 8)
        else f"{why} Aranan sayı: {right}.",
        computed=f"sum({factor} for each in range({chromosomes}))",
    )


@template("tyt-biy-mayoz-gamet-sayisi", topic="tyt-biy-mayoz", difficulty=3, seconds=75)
def gametes_after_mitoses(rng: Random) -> Question:
    half = rng.choice([4, 7, 8, 10, 12, 20, 23])
    rounds = rng.randint(2, 5)
    mothers = 2**rounds
    right = f"{4 * mothers} hücre, {half} kromozom"
    return exam_question(
        f"$2n = {2 * half}$ kromozomlu bir sperm ana hücresi art arda {rounds} mitoz geçiriyor, "
        "oluşan hücrelerin her biri de mayoz geçiriyor. Sonuçta oluşan haploit hücre sayısı ve her "
        "birindeki kromozom sayısı hangisidir?",
        right=right,
        wrong=[
            (f"{4 * mothers} hücre, {2 * half} kromozom", "Mayozda sayının yarılandığını unutur."),
            (f"{2 * mothers} hücre, {half} kromozom", "Mayozda iki hücre oluştuğunu sanır."),
            (
                f"{mothers} hücre, {half} kromozom",
                "Mayozun hücre sayısını artırdığını hesaba katmaz.",
            ),
            (
                f"{8 * rounds} hücre, {half} kromozom",
                "Mitozda hücre sayısını $2^k$ yerine $2k$ alır.",
            ),
        ],
        spare=[(f"{8 * mothers} hücre, {half} kromozom", "Bir mitoz fazla sayar.")],
        because=f"{rounds} mitozla $2^{{{rounds}}} = {mothers}$ diploit hücre oluşur. Her mayozdan 4 "
        f"hücre çıkar: ${mothers} \\cdot 4 = {4 * mothers}$. Mayoz kromozom sayısını yarıya indirdiği "
        f"için her hücrede $n = {half}$ kromozom bulunur.",
    )


@template("tyt-biy-mayoz-dagilim", topic="tyt-biy-mayoz", difficulty=3, seconds=60)
def kinds_by_assortment(rng: Random) -> Question:
    half = rng.randint(2, 8)
    who = rng.choice(["bitki", "böcek", "hayvan"])
    kinds = 1
    for _ in range(half):
        kinds *= 2
    return exam_question(
        f"$2n = {2 * half}$ kromozomlu bir {who} türünde **krossing over olmadığı** varsayılırsa, "
        "homolog kromozomların rastgele dağılmasıyla kromozom bileşimi bakımından en çok kaç çeşit "
        "gamet oluşabilir?",
        right=num(kinds),
        wrong=[
            (num(kinds * kinds), "Üsse homolog çifti sayısı yerine $2n$ sayısını yazar."),
            (num(half * half), "$2^n$ yerine $n^2$ hesaplar."),
            (num(2 * half), "Çeşit sayısını kromozom sayısına eşit sanır."),
            (num(2 * kinds), "Bir homolog çifti fazla sayar."),
        ],
        spare=[
            (num(half), "Homolog çifti sayısını çeşit sayısı sanır."),
            (num(kinds + 2), "Sonuca iki çeşit daha ekler."),
            (num(3 * half), "Üç seçenekle çarpar."),
        ],
        because=f"Her homolog çiftinden gamete iki kromozomdan biri geçer. {half} çift olduğundan "
        f"$2^{{{half}}} = {kinds}$ çeşit gamet oluşabilir.",
        computed=f"len(list(cartes(*[(0, 1)] * {half})))",
    )


@template("tyt-biy-ekosistem-enerji", topic="tyt-biy-ekosistem", difficulty=2, seconds=60)
def energy_at_level(rng: Random) -> Question:
    levels = ["üreticilerden", "birincil tüketicilere", "ikincil tüketicilere"]
    levels.append("üçüncül tüketicilere")
    start = rng.choice([20, 24, 30, 36, 45, 50, 60, 72, 80, 90]) * 1000
    level = rng.randint(2, 3)
    kept = start
    for _ in range(level):
        kept //= 10
    return exam_question(
        f"Bir besin zincirinin üreticilerinde {num(start)} kJ enerji bulunmaktadır. Her basamaktan bir "
        f"üst basamağa enerjinin %10'u aktarıldığına göre {levels[level]} kaç kJ enerji aktarılır?",
        right=num(kept),
        wrong=[
            (num(kept * 10), "Bir basamak eksik sayar."),
            (num(start // 10 // level), "%10'u bir kez alıp basamak sayısına böler."),
            (num(start - start * level // 10), "Her basamakta ilk enerjinin %10'unu çıkarır."),
            (num(start * 9 // 10), "Aktarılan %10 yerine kalan %90'ı alır."),
        ],
        spare=[(num(start // 2), "Enerjinin yarısının aktarıldığını düşünür.")],
        because=f"Enerji her basamakta onda birine iner. Üreticiden başlayıp {level} aktarım olduğundan "
        f"{num(start)} kJ'nin {10**level}'de biri, yani {num(kept)} kJ ulaşır.",
        computed=f"Rational({start}) * Rational(1, 10)**{level}",
    )


@template("tyt-biy-ekosistem-uretici-enerji", topic="tyt-biy-ekosistem", difficulty=3, seconds=70)
def energy_needed(rng: Random) -> Question:
    chain, level = rng.choice(
        [
            ("ot → çekirge → kurbağa → yılan", 3),
            ("buğday → fare → baykuş", 2),
            ("fitoplankton → zooplankton → küçük balık → büyük balık", 3),
            ("yonca → tavşan → tilki", 2),
        ]
    )
    names = chain.split(" → ")
    energy = rng.choice([4, 5, 6, 8, 12, 15, 18, 25])
    needed = energy
    for _ in range(level):
        needed *= 10
    return exam_number(
        f'"{chain}" besin zincirinde her basamağa bir önceki basamaktaki enerjinin %10\'u '
        f"aktarılıyor. Son basamağa ({names[-1]}) {energy} kJ enerji aktarılabilmesi için "
        f"üreticilerde ({names[0]}) kaç kJ enerji bulunmalıdır?",
        value=needed,
        unit="kJ",
        because=f"Üreticiden son basamağa {level} aktarım vardır ve her birinde enerji onda birine iner. "
        f"Geriye doğru her basamakta 10 ile çarpılır: ${energy} \\cdot 10^{level}$, yani "
        f"{num(needed)} kJ.",
        mistakes=[
            (needed * 10, "Basamak sayısını aktarım sayısı sanır."),
            (needed // 10, "Bir aktarımı eksik sayar."),
            (energy * 10 * level, "Çarpanları çarpmak yerine toplar."),
        ],
        computed=f"solve(x * Rational(1, 10)**{level} - {energy}, x)[0]",
    )

"""Parametric items of `ayt-biyoloji`: genes, energy, populations and plants."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.biyoloji_writing import num
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TO_MRNA = {"A": "U", "T": "A", "G": "C", "C": "G"}
TO_DNA = {"A": "T", "T": "A", "G": "C", "C": "G"}


@template(
    "ayt-biy-nukleik-asitler-hidrojen-bagi",
    topic="ayt-biy-nukleik-asitler",
    difficulty=3,
    seconds=75,
)
def hydrogen_bonds(rng: Random) -> Question:
    adenine = rng.randint(10, 45) * 10
    guanine = rng.choice([n for n in range(100, 460, 10) if n != adenine])
    total = 2 * (adenine + guanine)
    bonds = 2 * adenine + 3 * guanine
    return exam_question(
        f"Toplam {num(total)} nükleotitten oluşan bir DNA molekülünde {adenine} adenin bulunmaktadır. "
        "Bu DNA'nın iki zinciri arasında kaç hidrojen bağı vardır?",
        right=num(bonds),
        wrong=[
            (num(3 * adenine + 2 * guanine), "A-T ve G-C arasındaki bağ sayılarını ters alır."),
            (num(2 * bonds), "Her bağı iki zincir için ayrı ayrı sayar."),
            (num(total), "Hidrojen bağı sayısını nükleotit sayısına eşit sanır."),
            (num(3 * (adenine + guanine)), "Bütün baz çiftlerinde üç bağ olduğunu sanır."),
        ],
        spare=[
            (num(adenine + guanine), "Baz çifti sayısını bağ sayısı sanır."),
            (num(total // 2 + adenine), "Guaninleri tek bağlı sayar."),
        ],
        because=f"$A = T = {adenine}$ olduğundan $G = C = \\frac{{{total} - 2 \\cdot {adenine}}}{{2}} = "
        f"{guanine}$ bulunur. Hidrojen bağı sayısı $2 \\cdot {adenine} + 3 \\cdot {guanine}$, yani "
        f"{num(bonds)} olur.",
        computed=f"solve([2*x + 2*y - {total}, x - {adenine}, z - 2*x - 3*y], [x, y, z])[z]",
    )


@template(
    "ayt-biy-nukleik-asitler-eslenme", topic="ayt-biy-nukleik-asitler", difficulty=4, seconds=90
)
def after_replications(rng: Random) -> Question:
    start = rng.randint(1, 5)
    rounds = rng.randint(3, 6)
    hybrid, light = start, 0
    for step in range(rounds):
        hybrid, light = (2 * start, 0) if step == 0 else (2 * start, 2 * light + 2 * start)
    asked, right, other = rng.choice(
        [
            ("yalnızca $^{14}N$ içeren", light, hybrid),
            ("hem $^{15}N$ hem $^{14}N$ içeren (melez)", hybrid, light),
        ]
    )
    everything = start * 2**rounds
    expression = (
        f"{start} * 2**{rounds} - {2 * start}"
        if right == light
        else f"sum(1 for each in range({start}) for strand in range(2))"
    )
    return exam_question(
        f"İki zincirinde de yalnız $^{{15}}N$ bulunan {start} DNA molekülü, $^{{14}}N$ içeren ortamda "
        f"art arda {rounds} kez eşleniyor. Oluşan DNA moleküllerinden kaçı {asked} DNA'dır?",
        right=right,
        wrong=[
            (other, "Melez DNA ile yalnız $^{14}N$ içeren DNA'nın sayılarını karıştırır."),
            (everything, "Oluşan bütün DNA'ları bu türden sayar."),
            (start, "Başlangıçtaki DNA'ların bütün hâlinde korunduğunu sanır."),
            (everything - start, "Eşlenmeyi tam korunumlu düşünür."),
        ],
        because=f"{rounds} eşlenmede ${start} \\cdot 2^{rounds} = {everything}$ DNA oluşur. Eşlenme yarı "
        f"korunumludur; başlangıçtaki {2 * start} zincirin her biri ayrı bir DNA'da kalır. Bu yüzden "
        f"{2 * start} DNA melez, ${everything} - {2 * start} = {everything - 2 * start}$ DNA yalnız "
        "$^{14}N$ içerir.",
        computed=expression,
    )


@template(
    "ayt-biy-protein-sentezi-kodon-sayisi",
    topic="ayt-biy-protein-sentezi",
    difficulty=3,
    seconds=70,
)
def acids_of_a_message(rng: Random) -> Question:
    codons = rng.randint(21, 160)
    asked, right, why = rng.choice(
        [
            (
                "amino asit",
                codons - 1,
                f"Durdurma kodonu amino asit şifrelemediğinden ${codons} - 1 = {codons - 1}$ amino "
                "asit bağlanır.",
            ),
            (
                "peptit bağı",
                codons - 2,
                f"Durdurma kodonu amino asit şifrelemez: {codons - 1} amino asit bağlanır. Peptit "
                f"bağı bundan bir eksik, yani {codons - 2} tanedir.",
            ),
        ]
    )
    return exam_question(
        f"Bir mRNA'nın AUG başlatma kodonundan durdurma kodonuna kadar (ikisi de **dâhil**) olan bölümü "
        f"{3 * codons} nükleotitten oluşmaktadır. Bu bölümden bir kez okunarak sentezlenen polipeptitin "
        f"yapısında, ribozomdan ayrıldığı anda kaç {asked} bulunur?",
        right=right,
        wrong=[
            (codons, "Durdurma kodonunun da amino asit şifrelediğini sanır."),
            (
                codons - 1 if right == codons - 2 else codons - 2,
                "Amino asit sayısıyla peptit bağı sayısını karıştırır.",
            ),
            (codons - 3, "Başlatma kodonunu da sayımdan çıkarır."),
            (3 * codons - 1, "Nükleotitleri üçe bölmeden sayar."),
        ],
        because=f"Üç nükleotit bir kodon olduğundan ${3 * codons} : 3 = {codons}$ kodon vardır. {why}",
        computed=f"len(range(0, {3 * codons} - 3, 3)) - {int(asked == 'peptit bağı')}",
    )


@template(
    "ayt-biy-protein-sentezi-kalip-zincir",
    topic="ayt-biy-protein-sentezi",
    difficulty=2,
    seconds=60,
)
def message_of_a_strand(rng: Random) -> Question:
    while True:
        strand = [rng.choice("ATGC") for _ in range(6)]
        if len(set(strand)) >= 3 and "T" in strand and "A" in strand:
            break
    message = [TO_MRNA[base] for base in strand]
    anti = [{"A": "U", "U": "A", "G": "C", "C": "G"}[base] for base in message]

    def shown(bases: list[str]) -> str:
        return "".join(bases[:3]) + "-" + "".join(bases[3:])

    want_anti = rng.random() < 0.5
    right, other = (anti, message) if want_anti else (message, anti)
    what = "tRNA'ların antikodonları" if want_anti else "mRNA kodonları"
    swapped = [{"U": "A", "A": "U"}.get(base, base) for base in right]
    mirrored = [{"G": "C", "C": "G"}.get(base, base) for base in right]
    return exam_question(
        f"DNA'nın kalıp zincirindeki baz dizisi {shown(strand)} biçimindedir. Bu bölümden yapılan "
        f"protein sentezinde görev alan {what}, aynı sırayla yazıldığında hangisidir?",
        right=shown(right),
        wrong=[
            (shown(other), "mRNA kodonu ile tRNA antikodonunu karıştırır."),
            (
                shown([TO_DNA[base] for base in strand]),
                "RNA'da timin yerine urasil olduğunu unutur.",
            ),
            (shown(strand), "Kalıp zinciri olduğu gibi kopyalar."),
            (shown(swapped), "Adenin ile urasilin eşleşmesini ters yazar."),
        ],
        spare=[
            (shown(mirrored), "Guanin ile sitozinin eşleşmesini ters yazar."),
            (shown(right[::-1]), "Diziyi tersten yazar."),
        ],
        because=f"mRNA kalıp zincire tamamlayıcıdır (A-U, T-A, G-C, C-G): {shown(message)}. "
        f"Antikodonlar da mRNA'ya tamamlayıcıdır: {shown(anti)}. Antikodonlar bu nedenle kalıp zincirle "
        "aynıdır, yalnız T yerine U bulunur.",
    )


@template(
    "ayt-biy-hucresel-solunum-karbondioksit",
    topic="ayt-biy-hucresel-solunum",
    difficulty=3,
    seconds=75,
)
def carbon_dioxide(rng: Random) -> Question:
    aerobic, alcohol, lactic = (rng.randint(2, 9) for _ in range(3))
    released = sum([6] * aerobic) + sum([2] * alcohol)
    return exam_question(
        f"Üç ayrı hücre kültüründen birincisinde {aerobic} molekül glikoz oksijenli solunumla, "
        f"ikincisinde {alcohol} molekül glikoz etil alkol fermantasyonuyla, üçüncüsünde {lactic} molekül "
        "glikoz laktik asit fermantasyonuyla kullanılıyor. Toplam kaç molekül karbondioksit açığa çıkar?",
        right=released,
        wrong=[
            (
                released + 2 * lactic,
                "Laktik asit fermantasyonunda da karbondioksit çıktığını sanır.",
            ),
            (6 * aerobic, "Etil alkol fermantasyonunda çıkan karbondioksiti saymaz."),
            (
                6 * aerobic + alcohol,
                "Etil alkol fermantasyonunda glikoz başına bir karbondioksit sayar.",
            ),
            (
                6 * (aerobic + alcohol + lactic),
                "Her yolda glikozun tümüyle parçalandığını düşünür.",
            ),
        ],
        spare=[(6 * (aerobic + alcohol), "Fermantasyonda da altı karbondioksit sayar.")],
        because=f"Bir glikozdan oksijenli solunumda 6, etil alkol fermantasyonunda 2 karbondioksit çıkar; "
        f"laktik asit fermantasyonunda çıkmaz. ${aerobic} \\cdot 6 + {alcohol} \\cdot 2 = {released}$.",
        computed=f"6*({aerobic} + {alcohol}) - 4*{alcohol}",
    )


@template(
    "ayt-biy-hucresel-solunum-urun-sayisi",
    topic="ayt-biy-hucresel-solunum",
    difficulty=4,
    seconds=80,
)
def products_of_respiration(rng: Random) -> Question:
    glucose = rng.randint(2, 12)
    asked, each, way, proof = rng.choice(
        [
            ("kaç molekül NADH oluşur", 10, "glikolizde 2, pirüvat oksidasyonunda 2, Krebs'te 6", "2 + 2*1 + 2*3"),
            ("kaç molekül FADH₂ oluşur", 2, "yalnız Krebs döngüsünde 2", "2*1"),
            (
                "substrat düzeyinde fosforilasyonla **net** kaç ATP kazanılır",
                4,
                "glikolizde net 2, Krebs'te 2",
                "4 - 2 + 2*1",
            ),
            (
                "mitokondride kaç molekül karbondioksit açığa çıkar",
                6,
                "pirüvat oksidasyonunda 2, Krebs'te 4",
                "2*1 + 2*2",
            ),
        ]
    )  # fmt: skip
    right = sum(each for _ in range(glucose))
    wrong_by = {
        10: [
            (8, "Glikolizde oluşan NADH'yi saymaz."),
            (6, "Yalnız Krebs döngüsünü sayar."),
            (5, "Bir glikozdan bir pirüvat oluştuğunu düşünür."),
            (12, "FADH₂'yi de NADH olarak sayar."),
        ],
        2: [
            (1, "Bir glikozdan bir asetil-CoA oluştuğunu sanır."),
            (6, "Krebs'te oluşan NADH sayısıyla karıştırır."),
            (10, "Toplam NADH sayısıyla karıştırır."),
            (4, "Pirüvat oksidasyonunda da FADH₂ oluştuğunu sanır."),
        ],
        4: [
            (2, "Krebs döngüsünde oluşan ATP'yi saymaz."),
            (6, "Glikolizde harcanan 2 ATP'yi çıkarmaz."),
            (30, "ETS'de üretilen ATP'yi de katar."),
            (3, "Krebs döngüsünü bir kez sayar."),
        ],
        6: [
            (2, "Krebs döngüsünde çıkan karbondioksiti saymaz."),
            (4, "Pirüvat oksidasyonunda çıkan karbondioksiti saymaz."),
            (3, "Bir glikozdan bir pirüvat oluştuğunu düşünür."),
            (12, "Her pirüvattan altı karbondioksit çıktığını sanır."),
        ],
    }[each]
    return exam_question(
        f"Bir ökaryot hücrede {glucose} molekül glikozun oksijenli solunumla CO₂ ve suya kadar "
        f"parçalanması sırasında {asked}?",
        right=right,
        wrong=[(factor * glucose, why) for factor, why in wrong_by],
        because=f"Bir glikoz için {way} olmak üzere toplam {each} tane hesaplanır. "
        f"${glucose} \\cdot {each} = {right}$.",
        computed=f"{glucose} * ({proof})",
    )


@template(
    "ayt-biy-fotosentez-kemosentez-madde-sayisi",
    topic="ayt-biy-fotosentez-kemosentez",
    difficulty=2,
    seconds=55,
)
def matter_of_photosynthesis(rng: Random) -> Question:
    glucose = rng.randint(2, 15)
    asked, each, near = rng.choice(
        [
            ("karbondioksit kullanılır", 6, 12),
            ("su parçalanır (fotolize uğrar)", 12, 6),
            ("oksijen ($O_2$) açığa çıkar", 6, 12),
        ]
    )
    proof = {
        "karbondioksit kullanılır": f"solve(x - 6*{glucose}, x)[0]",
        "su parçalanır (fotolize uğrar)": f"solve(x/2 - 6*{glucose}, x)[0]",
        "oksijen ($O_2$) açığa çıkar": f"solve(2*x - 12*{glucose}, x)[0]",
    }[asked]
    return exam_number(
        "Yeşil bir bitkide fotosentez $6CO_2 + 12H_2O \\to C_6H_{12}O_6 + 6O_2 + 6H_2O$ denklemiyle "
        f"gösterilir. Buna göre {glucose} molekül glikoz sentezlenirken kaç molekül {asked}?",
        value=each * glucose,
        because=f"Denkleme göre bir glikoz için bu sayı {each}'dır. "
        f"${glucose} \\cdot {each} = {each * glucose}$."
        if each == 6
        else f"Denkleme göre bir glikoz için 12 su parçalanır; oluşan 6 su yeni moleküllerdir. "
        f"${glucose} \\cdot 12 = {12 * glucose}$.",
        mistakes=[
            (near * glucose, "Denklemdeki katsayıyı yanlış maddeden okur."),
            (glucose, "Her glikoz için bir molekül düşünür."),
            (18 * glucose, "Giren bütün moleküllerin katsayılarını toplar."),
        ],
        computed=proof,
    )


@template("ayt-biy-populasyon-degisim", topic="ayt-biy-populasyon", difficulty=2, seconds=60)
def size_after_a_year(rng: Random) -> Question:
    start = rng.randint(20, 90) * 10
    births, deaths = rng.sample(range(15, 120, 5), 2)
    came, left = rng.sample(range(5, 60, 5), 2)
    kind = rng.choice(["geyik", "tavşan", "sincap", "ördek", "alabalık"])
    change = births + came - deaths - left
    end = start
    for step in (births, came, -deaths, -left):
        end += step
    return exam_question(
        f"Yıl başında {start} bireyden oluşan bir {kind} popülasyonunda bir yılda {births} doğum, "
        f"{deaths} ölüm, {came} içe göç ve {left} dışa göç olmuştur. Yıl sonunda popülasyonda kaç birey "
        "vardır?",
        right=end,
        wrong=[
            (start + births - deaths, "Göçleri hesaba katmaz."),
            (start + births - came - deaths + left, "İçe ve dışa göçün etkisini ters alır."),
            (start + births + came + deaths + left, "Bütün değişimleri ekler."),
            (start - change, "Artışla azalışın işaretini karıştırır."),
        ],
        spare=[
            (start + came - left, "Doğum ve ölümleri hesaba katmaz."),
            (start, "Popülasyonun değişmediğini düşünür."),
            (start + births + came, "Yalnız artıran etkenleri alır."),
        ],
        because=f"Değişim (doğum + içe göç) - (ölüm + dışa göç) ile bulunur: "
        f"$({births} + {came}) - ({deaths} + {left}) = {change}$. Yıl sonunda {end} birey vardır.",
        computed=f"{start} + ({births} + {came}) - ({deaths} + {left})",
    )


@template("ayt-biy-populasyon-yogunluk", topic="ayt-biy-populasyon", difficulty=2, seconds=60)
def density(rng: Random) -> Question:
    area = rng.choice([4, 5, 8, 10, 12, 20])
    dense = rng.randint(6, 30)
    more = rng.randint(2, 5)
    count = dense * area
    added = more * area
    return exam_question(
        f"{area} hektarlık bir alanda yaşayan {count} bireylik bir bitki türü popülasyonuna bir yılda "
        f"net {added} birey eklenmiş, alan değişmemiştir. Yıl sonundaki popülasyon yoğunluğu hektar başına "
        "kaç bireydir?",
        right=dense + more,
        wrong=[
            (dense, "Yıl içindeki artışı hesaba katmaz."),
            (count + added, "Birey sayısını yoğunluk sanır."),
            (more, "Yalnız eklenen bireylerin yoğunluğunu bulur."),
            (dense - more, "Eklenen bireyleri çıkarır."),
        ],
        spare=[(dense + added, "Artışı alana bölmeden ekler.")],
        because=f"Yıl sonunda ${count} + {added} = {count + added}$ birey vardır. Yoğunluk birey sayısının "
        f"alana oranıdır: ${count + added} : {area} = {dense + more}$.",
        computed=f"Rational({count} + {added}, {area})",
    )


@template(
    "ayt-biy-bitki-buyume-ureme-kromozom",
    topic="ayt-biy-bitki-buyume-ureme",
    difficulty=3,
    seconds=60,
)
def chromosomes_of_a_flower(rng: Random) -> Question:
    half = rng.choice([5, 6, 7, 8, 9, 10, 11, 12, 14, 17, 20, 21])
    cell, sets, why = rng.choice(
        [
            ("endosperm hücresi", 3, "Endosperm, $n$ kromozomlu spermin iki polar çekirdekle birleşmesiyle oluşur: $3n$."),
            ("tohumundaki embriyo hücresi", 2, "Embriyo, zigottan mitozla gelişir: $2n$."),
            ("generatif çekirdeği", 1, "Generatif çekirdek, mayozla oluşan mikrosporun mitozuyla oluşur: $n$."),
            ("makrospor (megaspor) ana hücresi", 2, "Makrospor ana hücresi mayoz geçirecek olan diploit hücredir: $2n$."),
            ("yumurta hücresi", 1, "Yumurta, mayozla oluşan megasporun mitozlarıyla gelişir: $n$."),
        ]
    )  # fmt: skip
    right = sets * half
    return exam_question(
        f"Yaprak hücrelerinde $2n = {2 * half}$ kromozom bulunan kapalı tohumlu bir bitkinin {cell} kaç "
        "kromozom taşır?",
        right=right,
        wrong=[
            (half, "Yapının mayozla oluşmuş gibi haploit olduğunu sanır."),
            (2 * half, "Yapıyı vücut hücreleri gibi diploit sayar."),
            (3 * half, "Endospermin kromozom sayısıyla karıştırır."),
            (4 * half, "Sayının eşlenme ya da birleşmeyle iki katına çıktığını sanır."),
        ],
        spare=[(6 * half, "Endospermi $2n$ üzerinden üç katına çıkarır.")],
        because=f"{why} $n = {half}$ olduğundan aranan sayı {right} bulunur.",
        computed=f"Rational({2 * half}, 2) * {sets}",
    )

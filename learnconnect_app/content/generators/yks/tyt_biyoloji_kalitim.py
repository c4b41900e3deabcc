"""Parametric items of the topic `tyt-biy-kalitim`; the proofs list every gamete and genotype."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.figures import Drawing
from learnconnect_app.content.generators.yks.biyoloji_writing import num, person, share
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "tyt-biy-kalitim"


@template("tyt-biy-kalitim-gamet-cesidi", topic=TOPIC, difficulty=2, seconds=45)
def kinds_of_gametes(rng: Random) -> Question:
    letters = "ABDEGH"[: rng.randint(4, 6)]
    hybrid = rng.randint(2, len(letters) - 1)
    chosen = rng.sample(letters, hybrid)
    pairs = [x + x.lower() if x in chosen else rng.choice([x * 2, x.lower() * 2]) for x in letters]
    kinds = 2**hybrid
    return exam_question(
        f"Genleri bağımsız olan {''.join(pairs)} genotipli bir birey en çok kaç çeşit gamet "
        "oluşturabilir?",
        right=kinds,
        wrong=[
            (2 ** len(letters), "Homozigot genleri de heterozigot gibi sayar."),
            (2 * hybrid, "$2^k$ yerine $2 \\cdot k$ hesaplar."),
            (2 * len(letters), "Çeşit sayısını alel sayısına eşit sanır."),
            (3**hybrid, "Döldeki genotip çeşidi sayısıyla karıştırır."),
        ],
        spare=[
            (2 * kinds, "Bir geni fazladan heterozigot sayar."),
            (hybrid, "Heterozigot gen sayısını yanıt sanır."),
            (len(letters) + 1, "Genleri tek tek sayar."),
        ],
        because=f"Gamet çeşidini yalnız heterozigot genler ({', '.join(x + x.lower() for x in letters if x in chosen)}) "
        f"artırır. {hybrid} heterozigot gen olduğundan $2^{hybrid} = {kinds}$ çeşit gamet oluşur.",
        computed=f"len({{''.join(each) for each in cartes(*{pairs})}})",
    )


@template("tyt-biy-kalitim-fenotip-olasiligi", topic=TOPIC, difficulty=3, seconds=80)
def chance_of_phenotype(rng: Random) -> Question:
    genes = "ABD"[: rng.choice([2, 3, 3])]
    while True:
        crosses, dominant = [], []
        chance = Fraction(1)
        for x in genes:
            low = x.lower()
            mother, father = rng.choice(
                [(x + low, x + low), (x + low, low * 2), (low * 2, x + low), (x + low, x + low)]
            )
            wants = rng.random() < 0.6
            recessive = Fraction(mother.count(low) * father.count(low), 4)
            chance *= 1 - recessive if wants else recessive
            crosses.append((mother, father))
            dominant.append(wants)
        if any(mother[0] != mother[1] for mother, _ in crosses):
            break
    mother, father = "".join(m for m, _ in crosses), "".join(f for _, f in crosses)
    wanted = ", ".join(
        f"{x} geni bakımından {'baskın' if wants else 'çekinik'}"
        for x, wants in zip(genes, dominant, strict=True)
    )
    parts = []
    for (m, f), x, wants in zip(crosses, genes, dominant, strict=True):
        low = x.lower()
        one = Fraction(m.count(low) * f.count(low), 4)
        parts.append(share(1 - one if wants else one).strip("$"))
    test = " and ".join(
        f"('{x}' in g[{2 * i}] + g[{2 * i + 1}]) == {wants}"
        for i, (x, wants) in enumerate(zip(genes, dominant, strict=True))
    )
    pools = [allele for pair in crosses for allele in pair]
    size = 4 ** len(genes)
    return exam_question(
        f"Baskın alellerin büyük harfle gösterildiği ve genlerin bağımsız olduğu "
        f"${mother} \\times {father}$ çaprazlamasında, {wanted} fenotipli bir yavrunun "
        "oluşma olasılığı kaçtır?",
        right=share(chance),
        wrong=[
            (share(1 - chance), "İstenen durumun değil, diğer durumların olasılığını bulur."),
            (
                share(chance / 2),
                "Sonucu gereksiz yere, yavrunun eşeyi soruluyormuş gibi $\\frac{1}{2}$ ile çarpar.",
            ),
            (
                share(Fraction(1, 2 ** len(genes))),
                "Her özelliğin olasılığını $\\frac{1}{2}$ sayar.",
            ),
            (share(Fraction(1, size)), "Her özelliğin olasılığını $\\frac{1}{4}$ sayar."),
        ],
        spare=[
            (share(Fraction(3, 4) ** len(genes)), "Her özellik için baskın fenotip oranını alır."),
            (share(Fraction(3, size)), "Dihibrit oranlarından rastgele birini alır."),
            (share(Fraction(5, size)), "Kutucukları yanlış sayar."),
        ],
        because=f"Genler bağımsız olduğundan her gen ayrı çaprazlanır, olasılıklar çarpılır: "
        f"${product_of(parts)} = {share(chance).strip('$')}$.",
        computed=f"Rational(sum({test} for g in cartes(*{pools})), len(list(cartes(*{pools}))))",
    )


def product_of(parts: list[str]) -> str:
    """The factors with dots between them."""
    return " \\cdot ".join(parts)


BLOOD = {
    "0": ["ii"],
    "A heterozigot": ["Ai"],
    "B heterozigot": ["Bi"],
    "AB": ["AB"],
}


def group_of(alleles: str) -> str:
    """The blood group of two alleles out of A, B and i."""
    return "".join(sorted(set(alleles) - {"i"})) or "0"


@template("tyt-biy-kalitim-kan-grubu", topic=TOPIC, difficulty=3, seconds=75)
def chance_of_blood(rng: Random) -> Question:
    names = ["0", "A heterozigot", "B heterozigot", "AB"]
    while True:
        one, other = rng.sample(names, 2)
        rh = rng.choice([("Rr", "Rr"), ("Rr", "rr"), ("rr", "Rr")])
        pools = [BLOOD[one][0], BLOOD[other][0], *rh]
        children = [group_of(a + b) for a, b in product(pools[0], pools[1])]
        group = rng.choice(children)
        positive = rng.random() < 0.5
        abo = Fraction(children.count(group), 4)
        if abo < 1:
            break
    plus = Fraction(sum("R" in r + s for r, s in product(*rh)), 4)
    chance_rh = plus if positive else 1 - plus
    chance = abo * chance_rh

    def said(name: str, alleles: str) -> str:
        abo_text = name.replace(" heterozigot", "") + (
            " (heterozigot)" if "heterozigot" in name else ""
        )
        return f"{abo_text}, Rh genotipi {alleles}"

    wanted = f"{group} Rh{'(+)' if positive else '(-)'}"
    alleles = {"A": "AA Ai iA", "B": "BB Bi iB", "AB": "AB BA", "0": "ii"}[group].split()
    return exam_question(
        f"Annenin kan grubu {said(one, rh[0])}; babanın kan grubu {said(other, rh[1])} biçimindedir. "
        f"Bu çiftin doğacak çocuğunun {wanted} kan gruplu olma olasılığı kaçtır? (ABO ve Rh genleri "
        "bağımsızdır.)",
        right=share(chance),
        wrong=[
            (share(abo), "Rh olasılığını hesaba katmaz."),
            (share(chance_rh), "ABO olasılığını hesaba katmaz."),
            (share(abo * (1 - chance_rh)), "Rh'nin diğer durumunun olasılığını alır."),
            (share(1 - chance), "İstenmeyen durumların olasılığını bulur."),
        ],
        spare=[
            (share(Fraction(1, 16)), "Her durumu on altı kutudan biri sayar."),
            (share(Fraction(9, 16)), "Dihibrit çaprazlamanın baskın oranını kullanır."),
            (share(Fraction(5, 8)), "Olasılıkları çarpmak yerine karışık biçimde toplar."),
            (share(Fraction(1, 3)), "Görülebilecek grupları eşit olasılıklı sayar."),
        ],
        because=f"ABO için {group} grubunun olasılığı {share(abo)}, Rh için "
        f"{'(+)' if positive else '(-)'} olma olasılığı {share(chance_rh)} bulunur. Bağımsız olasılıklar "
        f"çarpılır: ${share(abo).strip('$')} \\cdot {share(chance_rh).strip('$')} = "
        f"{share(chance).strip('$')}$.",
        computed=f"Rational(sum((a + b in {alleles}) and ('R' in r + s) == {positive} "
        f"for a, b, r, s in cartes(*{pools})), 16)",
    )


@template("tyt-biy-kalitim-x-bagli-oran", topic=TOPIC, difficulty=3, seconds=75)
def chance_of_x_linked(rng: Random) -> Question:
    trait, ill, sound = rng.choice(
        [
            ("hemofili", "hemofili hastası", "sağlıklı"),
            ("kırmızı-yeşil renk körlüğü", "renk körü", "normal gören"),
        ]
    )
    mother, mother_is, father, father_is = rng.choice(
        [
            ("Xx", "taşıyıcı", "XY", sound),
            ("Xx", "taşıyıcı", "xY", ill),
            ("xx", ill, "XY", sound),
        ]
    )
    asked, test, given = rng.choice(
        [
            (f"doğacak çocuğunun **{ill} bir erkek**", "'Y' in g and 'X' not in g", "True"),
            (f"doğacak çocuğunun **{ill}**", "'X' not in g", "True"),
            (f"doğacak **erkek** çocuğunun {ill}", "'X' not in g", "'Y' in g"),
            ("doğacak **kız** çocuğunun taşıyıcı", "'X' in g and 'x' in g", "'Y' not in g"),
            (f"doğacak **kız** çocuğunun {ill}", "'X' not in g", "'Y' not in g"),
        ]
    )
    children = [a + b for a, b in product(mother, father)]
    of_whom = {"True": children, "'Y' in g": [g for g in children if "Y" in g]}.get(
        given, [g for g in children if "Y" not in g]
    )
    fits = {
        "'Y' in g and 'X' not in g": lambda g: "Y" in g and "X" not in g,
        "'X' not in g": lambda g: "X" not in g,
        "'X' in g and 'x' in g": lambda g: "X" in g and "x" in g,
    }[test]
    chance = Fraction(sum(map(fits, of_whom)), len(of_whom))
    reasons = {
        Fraction(
            0
        ): "Sağlam ya da hastalıklı X'in kimden geldiğine bakmadan olasılığı sıfır sayar.",
        Fraction(1, 4): "Yalnız belirli eşey istendiğinde dört çocuğun tümünü temel alır ya da bir "
        "kutuyu eksik sayar.",
        Fraction(1, 2): "Eşeyin olasılığını yanlış yerde hesaba katar.",
        Fraction(3, 4): "İstenen yerine diğer durumları sayar ya da otozomal oranı kullanır.",
        Fraction(1): "Annenin ya da babanın her çocuğa aynı aleli verdiğini sanır.",
    }
    tr = {"XX": "X^RX^R", "Xx": "X^RX^r", "xx": "X^rX^r", "XY": "X^RY", "xY": "X^rY"}
    listed = ", ".join(f"${tr[''.join(sorted(g, key='XxY'.index))]}$" for g in children)
    shown = {k: v.replace("R", "H").replace("r", "h") for k, v in tr.items()}
    if trait == "hemofili":
        tr = shown
        listed = listed.replace("R", "H").replace("r", "h")
    base = "kız" if given.endswith("not in g") else "erkek" if given != "True" else "bütün"
    return exam_question(
        f"{trait[0].upper() + trait[1:]}, X kromozomunda çekinik bir alelle taşınır. Bu özellik "
        f"bakımından {mother_is} bir kadın ile {father_is} bir erkeğin {asked} olma olasılığı kaçtır?",
        right=share(chance),
        wrong=[(share(value), reason) for value, reason in reasons.items() if value != chance],
        because=f"Anne ${tr[mother]}$, baba ${tr[father]}$ genotiplidir; çocuklar eşit olasılıkla "
        f"{listed} olur. Burada {base} çocuklar temel alınır ve istenen koşulu sağlayanların oranı "
        f"{share(chance)} bulunur.",
        computed=f"Rational(sum(bool({test}) for a in '{mother}' for b in '{father}' for g in [a + b] "
        f"if {given}), sum(1 for a in '{mother}' for b in '{father}' for g in [a + b] if {given}))",
    )


def _tree(males: list[bool], ill: list[bool]) -> Drawing:
    """Two grandparents, a child of theirs with a spouse and a sibling, three grandchildren."""
    places = [(60, 30), (140, 30), (60, 120), (140, 120), (220, 120)]
    places += [(110, 210), (180, 210), (250, 210)]
    drawing = Drawing(310, 250)
    drawing.line((73, 30), (127, 30)).line((100, 30), (100, 82)).line((60, 82), (140, 82))
    drawing.line((60, 82), (60, 107)).line((140, 82), (140, 107))
    drawing.line((153, 120), (207, 120)).line((180, 120), (180, 172)).line((110, 172), (250, 172))
    for x in (110, 180, 250):
        drawing.line((x, 172), (x, 197))
    for number, at in enumerate(places):
        person(drawing, at, str(number + 1), male=males[number], affected=ill[number])
    return drawing


CHILDREN = {2: (0, 1), 3: (0, 1), 5: (3, 4), 6: (3, 4), 7: (3, 4)}


@template("tyt-biy-kalitim-soyagaci", topic=TOPIC, difficulty=5, seconds=110)
def known_genotypes(rng: Random) -> Question:
    while True:
        male = rng.random() < 0.5
        spouse = rng.random() < 0.5
        males = [male, not male, rng.random() < 0.5, spouse, not spouse]
        males += [rng.random() < 0.5 for _ in range(3)]
        ill = [rng.random() < 0.4 for _ in range(8)]
        possible = [
            genes
            for genes in product((0, 1, 2), repeat=8)
            if all((genes[i] == 2) == ill[i] for i in range(8))
            and all(
                genes[c] in {a + b for a in _gives(genes[p]) for b in _gives(genes[q])}
                for c, (p, q) in CHILDREN.items()
            )
        ]
        known = [i for i in range(8) if len({g[i] for g in possible}) == 1] if possible else []
        if possible and 2 <= sum(ill) <= 4 and 3 <= len(known) <= 7:
            break
    unknown = [str(i + 1) for i in range(8) if i not in known]
    affected = [str(i + 1) for i in range(8) if ill[i]]
    carriers = [str(i + 1) for i in known if not ill[i]]
    sexes = ", ".join(f"{i + 1} {'erkek' if m else 'kadın'}" for i, m in enumerate(males))
    figure = _tree(males, ill).figure(
        "Soyağacı. 1 ile 2 evlidir, çocukları 3 ve 4'tür. 4 ile 5 evlidir, çocukları 6, 7 ve 8'dir. "
        f"Eşeyler: {sexes}. Hastalığı gösterenler: {', '.join(affected)}."
    )
    condition = " and ".join(
        f"g[{c}] in [a + b for a in G[g[{p}]] for b in G[g[{q}]]]" for c, (p, q) in CHILDREN.items()
    )
    pools = [(2,) if each else (0, 1) for each in ill]
    return exam_number(
        "Soyağacında kareler erkekleri, daireler kadınları, içi çarpı işaretli olanlar **otozomal "
        "çekinik** bir hastalığı gösteren bireyleri belirtmektedir. Bu soyağacındaki bilgilerle kaç "
        "bireyin bu hastalık bakımından genotipi **kesin olarak** belirlenebilir?",
        value=len(known),
        figure=figure,
        because=f"Hasta bireyler ({', '.join(affected)}) homozigot çekiniktir (aa). "
        + (
            f"Hasta bir çocuğu, annesi ya da babası olan sağlıklı bireyler ({', '.join(carriers)}) "
            "heterozigottur (Aa). "
            if carriers
            else ""
        )
        + (
            f"{', '.join(unknown)} numaralı bireyler AA da Aa da olabilir. "
            if len(unknown) > 1
            else f"{unknown[0]} numaralı birey AA da Aa da olabilir. "
        )
        + f"Kesin olarak bilinen genotip sayısı {num(len(known))} bulunur.",
        mistakes=[
            (8 - len(known), "Genotipi bilinmeyenleri sayar."),
            (8, "Bütün sağlıklı bireyleri aynı genotipte sayar."),
            (len(known) - sum(ill), "Hasta bireyleri saymaz."),
            (sum(ill), "Yalnız hasta bireylerin genotipinin bilindiğini düşünür."),
        ],
        computed=f"(lambda G: (lambda P: sum(1 for i in range(8) if len({{g[i] for g in P}}) == 1))"
        f"([g for g in cartes(*{pools}) if {condition}]))({{0: (0,), 1: (0, 1), 2: (1,)}})",
    )


def _gives(genes: int) -> tuple[int, ...]:
    """Recessive alleles in the gametes of someone who has ``genes`` of them."""
    return {0: (0,), 1: (0, 1), 2: (1,)}[genes]

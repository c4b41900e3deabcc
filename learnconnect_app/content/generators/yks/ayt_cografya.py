"""Parametric items of `ayt-cografya`: population change and foreign trade."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


@template(
    "ayt-cog-ulasim-ticaret-turizm-karsilama",
    topic="ayt-cog-ulasim-ticaret-turizm",
    difficulty=3,
    seconds=60,
)
def covered_imports(rng: Random) -> Question:
    imports = rng.randrange(120, 420, 20)
    percent = rng.choice([60, 65, 70, 75, 80, 85, 90])
    exports = imports * percent // 100
    gap = imports - exports
    return exam_question(
        f"Bir ülkenin bir yıldaki ihracatı {exports} milyar dolar, ithalatı {imports} milyar "
        "dolardır. Bu ülkede ihracatın ithalatı **karşılama oranı** yüzde kaçtır?",
        right=percent,
        wrong=[
            (100 - percent, "Karşılanamayan bölümün oranını bulur."),
            (gap, "Dış ticaret açığını oran sanır."),
            (exports, "İhracatın değerini oran sanır."),
            (exports + imports, "Dış ticaret hacmini oran sanır."),
        ],
        spare=[
            (imports, "İthalatın değerini oran sanır."),
            (100, "Ticaretin denk olduğunu sanır."),
        ],
        because=r"Karşılama oranı ihracatın ithalata oranıdır: "
        rf"$\frac{{{exports}}}{{{imports}}} \cdot 100 = {percent}$. Oran 100'den küçük olduğu için "
        "ülke dış ticaret açığı vermektedir.",
        computed=f"solve(x * {imports} - {exports} * 100, x)[0]",
    )


@template(
    "ayt-cog-turkiye-nufus-goc-net-goc",
    topic="ayt-cog-turkiye-nufus-goc",
    difficulty=3,
    seconds=70,
)
def net_migration(rng: Random) -> Question:
    births = rng.randrange(14, 40)
    deaths = rng.randrange(5, 12)
    net = rng.choice([-1, 1]) * rng.randrange(3, 30)
    while net in (deaths - births, births - deaths):
        net += 1
    change = births - deaths + net
    moved = "arttığına" if change > 0 else "azaldığına"
    word = "fazla" if net > 0 else "az"
    compared = "fazladır" if net > 0 else "azdır"
    count = abs(net)
    return exam_question(
        f"Bir ilde bir yılda {births} bin doğum, {deaths} bin ölüm olmuştur. İlin nüfusu o yıl "
        f"toplam {abs(change)} bin kişi {moved} göre ilin aldığı göç, verdiği göçten kaç bin kişi "
        f"**{word}dır**?",
        right=count,
        wrong=[
            (births - deaths, "Doğal artışı net göç sanır."),
            (abs(change), "Toplam değişimi net göç sanır."),
            (abs(change + births - deaths), "Doğal artışın işaretini ters alır."),
            (abs(change - births), "Ölümleri hesaba katmaz."),
        ],
        spare=[
            (abs(change) + births + deaths, "Bütün sayıları toplar."),
            (births + deaths, "Doğumlarla ölümleri toplar."),
            (count + 2, "Çıkarma işleminde hata yapar."),
        ],
        because=f"Doğal artış ${births} - {deaths} = {births - deaths}$ bin kişidir. Toplam değişim "
        f"{change} bin olduğundan net göç ${change} - {births - deaths} = {net}$ bin kişidir; "
        f"alınan göç verilenden {count} bin {compared}.",
        computed=f"Abs(solve({births} - {deaths} + x - ({change}), x)[0])",
    )

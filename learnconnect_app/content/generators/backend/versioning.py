"""Parametric items of the topic `be-versioning`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import Both, bilingual
from learnconnect_app.content.generators.backend.api_writing import printed
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "be-versioning"
BREAKING: list[tuple[Both, Both]] = [
    (("The field `{a}` of the answer is now called `{b}`", "Yanıttaki `{a}` alanının adı artık `{b}`"), ("Clients that read `{a}` no longer find it.", "`{a}` alanını okuyan istemciler onu artık bulamaz.")),
    (("The field `{a}`, so far always sent, is no longer sent", "Şimdiye dek hep gönderilen `{a}` alanı artık gönderilmiyor"), ("Clients that read `{a}` no longer find it.", "`{a}` alanını okuyan istemciler onu artık bulamaz.")),
    (("`{a}` of the answer, so far a number, is now a text", "Yanıttaki `{a}` şimdiye dek sayıydı, artık metin"), ("Clients that calculate with `{a}` fail.", "`{a}` ile hesap yapan istemciler hata verir.")),
    (("The query parameter `{q}`, so far optional, is now required", "Şimdiye dek isteğe bağlı olan `{q}` sorgu parametresi artık zorunlu"), ("Requests without `{q}`, right until now, are refused.", "`{q}` olmadan gelen ve şimdiye dek doğru olan istekler reddedilir.")),
    (("The query parameter `limit` is accepted up to 20 instead of 100", "`limit` sorgu parametresi artık 100'e değil, 20'ye kadar kabul ediliyor"), ("Requests with `limit=50`, right until now, are refused.", "`limit=50` ile gelen ve şimdiye dek doğru olan istekler reddedilir.")),
    (("`/{r}` has moved to `/all-{r}`; the old address answers 404", "`/{r}` artık `/all-{r}` adresinde; eski adres 404 veriyor"), ("Existing clients call the old address.", "Var olan istemciler eski adresi çağırır.")),
    (("`{a}` of the answer, so far in metres, is now in feet under the same name", "Yanıttaki `{a}` şimdiye dek metreydi, aynı adla artık fit"), ("The clients show wrong values, without any error.", "İstemciler hiçbir hata vermeden yanlış değer gösterir.")),
]  # fmt: skip
COMPATIBLE: list[tuple[Both, Both]] = [
    (("The answer has an additional field `{b}`", "Yanıta ek olarak `{b}` alanı konuyor"), ("Clients ignore fields they do not know.", "İstemciler bilmedikleri alanları yok sayar.")),
    (("There is a new optional query parameter `{q}`; without it, all stays as before", "Yeni, isteğe bağlı bir `{q}` sorgu parametresi var; yazılmazsa her şey eskisi gibi"), ("Requests without it mean the same as before.", "Onu içermeyen istekler eskisiyle aynı anlamdadır.")),
    (("There is a new endpoint `/{r}/recent`", "Yeni bir uç nokta var: `/{r}/recent`"), ("Nobody must call the new endpoint.", "Yeni uç noktayı çağırmak zorunda olan yoktur.")),
    (("The query parameter `limit` is accepted up to 200 instead of 100", "`limit` sorgu parametresi artık 100'e değil, 200'e kadar kabul ediliyor"), ("Whoever keeps to 100 notices nothing.", "100'ü aşmayan hiçbir şey fark etmez.")),
    (("A required field of the request body is now optional and has a default", "İstek gövdesindeki zorunlu bir alan artık isteğe bağlı ve varsayılan değeri var"), ("Whoever still sends it is right as before.", "Onu göndermeyi sürdürenler yine doğru yapar.")),
    (("The API now also accepts requests with `Content-Type: text/csv`, besides JSON", "API, JSON yanında artık `Content-Type: text/csv` istekleri de kabul ediyor"), ("JSON works as before.", "JSON eskisi gibi çalışır.")),
    (("The documentation of `{a}` is clearer; its behaviour is the same", "`{a}` alanının belgesi daha açık; davranışı aynı"), ("Clients do not depend on the wording of the documentation.", "İstemciler belgenin ifadesine bağlı değildir.")),
]  # fmt: skip
WORDS = [
    ("trails", "height", "elevation", "region"),
    ("bridges", "length", "span", "country"),
    ("rivers", "depth", "mean_depth", "basin"),
    ("towers", "height", "roof_height", "city"),
    ("pools", "depth", "max_depth", "district"),
]


@template("be-versioning-breaking-change", topic=TOPIC, difficulty=2, seconds=55)
def breaking_change(rng: Random) -> Question:
    r, a, b, q = rng.choice(WORDS)

    def filled(both: Both) -> Both:
        en, tr = (text.format(r=r, a=a, b=b, q=q) for text in both)
        return en, tr

    right, why = rng.choice(BREAKING)
    others = rng.sample(COMPATIBLE, 3)
    en, tr = filled(why)
    return bilingual(
        (
            f"Clients of `GET /{r}` and `POST /{r}` use each part of this API and ignore fields of an answer that they do not know. Which change **breaks** existing clients?",
            f"`GET /{r}` ve `POST /{r}` istemcileri bu API'nin her parçasını kullanıyor, yanıtta bilmedikleri alanları da yok sayıyor. Hangi değişiklik var olan istemcileri **bozar**?",
        ),
        filled(right),
        [(filled(change), filled(reason)) for change, reason in others],
        (
            f"{en} The other changes add something or accept more; what worked goes on working.",
            f"{tr} Öbür değişiklikler bir şey ekler, açıklar ya da daha fazlasını kabul eder; çalışan, çalışmayı sürdürür.",
        ),
    )


@template("be-versioning-compare-contracts", topic=TOPIC, difficulty=3, seconds=75)
def compare_contracts(rng: Random) -> Question:
    names = rng.sample(
        ["title", "price", "city", "year", "size", "note", "color", "owner", "phone"], 6
    )
    needs, gives = names[:2], [*names[1:4]]
    new_needs, lost, gained, freed = names[4], rng.choice(gives), names[5], needs[0]
    case = rng.choice(["both", "needs", "gives"])
    needs_now, gives_now = list(needs), list(gives)
    if case != "gives":
        needs_now.append(new_needs)
    if rng.random() < 0.5 or case == "gives":
        needs_now.remove(freed)
    if case != "needs":
        gives_now.remove(lost)
    gives_now.append(gained)
    asked = [field for field in needs_now if field not in needs]
    gone = [field for field in gives if field not in gives_now]
    right = asked + gone
    more = [field for field in gives_now if field not in gives]
    fewer = [field for field in needs if field not in needs_now]
    return printed(
        (
            "A program compares two versions of an API: `needs` are the required fields of a request, `gives` the fields of the answer. What does it print?",
            "Bir program bir API'nin iki sürümünü karşılaştırıyor: `needs` istekteki zorunlu alanlar, `gives` yanıttaki alanlar. Ne yazdırır?",
        ),
        f'old = {{"needs": {needs},\n       "gives": {gives}}}\n'
        f'new = {{"needs": {needs_now},\n       "gives": {gives_now}}}\n\n'
        'breaks = [f for f in new["needs"] if f not in old["needs"]]\n'
        'breaks += [f for f in old["gives"] if f not in new["gives"]]\n'
        "print(breaks)",
        right,
        [
            (fewer + more, "Has old and new the wrong way round in both lines.", "İki satırda da eski ile yeniyi ters okur."),
            (asked + more, "Takes new fields of the answer for a break.", "Yanıttaki yeni alanları bozulma sayar."),
            (fewer + gone, "Takes fields that need no longer be sent for a break.", "Artık zorunlu olmayan alanları bozulma sayar."),
            (asked + gone + more, "Counts new fields of the answer, too.", "Yanıttaki yeni alanları da sayar."),
            ([], "Thinks that the versions are compatible.", "Sürümlerin uyumlu olduğunu sanır."),
            (asked, "Looks only at the request.", "Yalnızca isteğe bakar."),
        ],
        (
            f"Clients break on fields that are newly required (here {', '.join(asked) or 'none'}) and on fields missing from the answer (here {', '.join(gone) or 'none'}). New fields of the answer and fewer required ones do no harm.",
            f"İstemciyi bozanlar: yeni zorunlu alanlar (burada {', '.join(asked) or 'yok'}) ve yanıttan çıkan alanlar (burada {', '.join(gone) or 'yok'}). Yanıtta yeni alan ya da daha az zorunlu alan zarar vermez.",
        ),
    )  # fmt: skip

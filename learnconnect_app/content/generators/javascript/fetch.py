"""Parametric items of the topic `js-fetch`."""

from __future__ import annotations

import json
from random import Random
from urllib.parse import urlencode, urljoin

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-fetch"
GOODS = ["tea", "milk", "bread", "rice", "salt", "corn", "honey", "olives"]


@template("js-fetch-status-branches", topic=TOPIC, difficulty=2, seconds=60)
def status_branches(rng: Random) -> Question:
    path = rng.choice(["books", "scores", "users", "photos", "orders"])
    status = rng.choice([200, 201, 403, 404, 410, 500, 503, 0])
    missing = rng.choice([404, 404, 403, 410])
    if status == 0:
        right = "no answer"
        situation_en, situation_tr = (
            "The device has **no connection** to the network.",
            "Cihazın ağ **bağlantısı yok**.",
        )
        why_en = "Without a network `fetch` rejects, so only `catch` runs."
        why_tr = "Ağ yoksa `fetch` reddedilir; bu yüzden yalnızca `catch` çalışır."
    else:
        situation_en = f"The server answers with the status **{status}**."
        situation_tr = f"Sunucu **{status}** durum koduyla yanıt veriyor."
        if status < 300:
            right = "here it is"
            why_en = f"{status} lies between 200 and 299, so `ok` is `true`."
            why_tr = f"{status}, 200 ile 299 arasındadır; `ok` `true` olur."
        elif status == missing:
            right = "special case"
            why_en = f"The server answered, so `fetch` is fulfilled; the status is {missing}, so the first branch is taken."
            why_tr = f"Sunucu yanıt verdiği için `fetch` yerine gelir; durum {missing} olduğundan ilk dala girilir."
        else:
            right = "problem"
            why_en = f"The server answered, so `fetch` is fulfilled. The status is not {missing}, and `ok` is `false` for {status}."
            why_tr = f"Sunucu yanıt verdiği için `fetch` yerine gelir. Durum {missing} değildir ve {status} için `ok` `false` olur."
    if status == 0:
        wrongs = {
            "special case": (
                f"Thinks that no network gives the status {missing}.",
                f"Ağ yokken durum kodunun {missing} olduğunu sanır.",
            ),
            "problem": (
                "Thinks that without a network a response with ok false arrives.",
                "Ağ yokken ok değeri false olan bir yanıt geldiğini sanır.",
            ),
            "here it is": (
                "Thinks that ok is true when nothing was refused.",
                "Reddedilen bir şey olmayınca ok'un true olduğunu sanır.",
            ),
        }
    else:
        wrongs = {
            "no answer": (
                "Thinks that fetch rejects although the server has answered.",
                "Sunucu yanıt verdiği hâlde fetch'in reddettiğini sanır.",
            ),
            "problem": (
                "Overlooks that the first branch applies already.",
                "İlk dalın zaten geçerli olduğunu gözden kaçırır.",
            )
            if status == missing
            else (
                f"Thinks that ok is false for the status {status}.",
                f"Durum {status} olunca ok'un false olduğunu sanır.",
            ),
            "here it is": (
                "Thinks that ok only says that something came back.",
                "ok'un yalnızca bir şey geldiğini bildirdiğini sanır.",
            ),
            "special case": (
                f"Does not compare the status with {missing}.",
                f"Durumu {missing} ile karşılaştırmaz.",
            ),
        }
    setup = (
        'const fetch = async () => { throw new TypeError("Failed to fetch"); };'
        if status == 0
        else f"const fetch = async () => ({{status: {status}, ok: {'true' if status < 300 else 'false'}}});"
    )
    return question(
        en=f"{situation_en} What is printed?",
        tr=f"{situation_tr} Ne yazdırılır?",
        code=(
            "async function load() {\n"
            "  try {\n"
            f'    const response = await fetch("/api/{path}");\n'
            f"    if (response.status === {missing}) {{\n"
            '      console.log("special case");\n'
            "    } else if (!response.ok) {\n"
            '      console.log("problem");\n'
            "    } else {\n"
            '      console.log("here it is");\n'
            "    }\n"
            "  } catch {\n"
            '    console.log("no answer");\n'
            "  }\n"
            "}\n"
            "load();"
        ),
        code_language="javascript",
        right=right,
        wrong=[(text, *wrongs[text]) for text in wrongs if text != right],
        because_en=why_en,
        because_tr=why_tr,
        proof=Proof(run="output", setup=setup),
    )


@template("js-fetch-read-json", topic=TOPIC, difficulty=3, seconds=70)
def read_json(rng: Random) -> Question:
    names = rng.sample(GOODS, 3)
    prices = rng.sample(range(11, 60), 3)
    as_text = rng.choice([True, False])
    first, second = rng.sample([1, 2], 2)
    p, q = prices[first], prices[second]
    items = [
        {"name": name, "price": str(price) if as_text else price}
        for name, price in zip(names, prices, strict=True)
    ]
    body = json.dumps({"count": 3, "items": items})
    shown = "{\n" + '  "count": 3,\n  "items": [\n'
    shown += ",\n".join("    " + json.dumps(item) for item in items) + "\n  ]\n}"
    right = f"{p}{q}" if as_text else str(p + q)
    other = str(p + q) if as_text else f"{p}{q}"
    why_en = f"`items[{first}].price` is {json.dumps(items[first]['price'])} and `items[{second}].price` is {json.dumps(items[second]['price'])}."
    why_tr = f"`items[{first}].price` değeri {json.dumps(items[first]['price'])}, `items[{second}].price` değeri {json.dumps(items[second]['price'])}."
    if as_text:
        why_en += " In this JSON the prices stand in quotes: they are strings, and `+` joins them."
        why_tr += " Bu JSON'da fiyatlar tırnak içindedir: metindirler ve `+` onları birleştirir."
        swapped = (
            "Overlooks the quotes around the prices in the JSON.",
            "JSON'da fiyatların tırnak içinde olduğunu gözden kaçırır.",
        )
    else:
        why_en += " They are numbers, and `json()` keeps them numbers, so they are added."
        why_tr += " Bunlar sayıdır ve `json()` onları sayı olarak bırakır; bu yüzden toplanırlar."
        swapped = (
            "Thinks that everything in JSON arrives as text.",
            "JSON'daki her şeyin metin olarak geldiğini sanır.",
        )
    earlier = prices[first - 1], prices[second - 1]
    return question(
        en=f"The answer of the server has this body:\n\n```json\n{shown}\n```\n\nWhat is printed?",
        tr=f"Sunucunun yanıtının gövdesi şu:\n\n```json\n{shown}\n```\n\nNe yazdırılır?",
        code=(
            "async function main() {\n"
            '  const response = await fetch("/api/goods");\n'
            "  const data = await response.json();\n"
            f"  console.log(data.items[{first}].price + data.items[{second}].price);\n"
            "}\n"
            "main();"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (other, *swapped),
            (
                f"{earlier[0]}{earlier[1]}" if as_text else str(sum(earlier)),
                "Counts the items from 1.",
                "Öğeleri 1'den saymaya başlar.",
            ),
            (
                "undefined",
                "Thinks that the items cannot be reached without another await.",
                "Bir await daha olmadan öğelere ulaşılamayacağını sanır.",
            ),
        ],
        because_en=why_en,
        because_tr=why_tr,
        proof=Proof(
            run="output",
            setup=f"const fetch = async () => ({{json: async () => JSON.parse({json.dumps(body)})}});",
        ),
    )


@template("js-fetch-relative-address", topic=TOPIC, difficulty=4, seconds=70)
def relative_address(rng: Random) -> Question:
    site = rng.choice(["https://shop.example", "https://api.example", "https://school.example"])
    version = rng.choice(["v1", "v2", "api", "data"])
    thing, number = rng.choice(["users", "books", "notes", "photos"]), rng.randint(2, 40)
    base = f"{site}/{version}" + rng.choice(["/", ""])
    relative = rng.choice(["/", ""]) + f"{thing}/{number}"
    right = urljoin(base, relative)
    inside, outside = f"{site}/{version}/{thing}/{number}", f"{site}/{thing}/{number}"
    if relative.startswith("/"):
        why_en = "The address begins with a slash, so it counts from the root of the site and replaces the whole path."
        why_tr = (
            "Adres eğik çizgiyle başlıyor; sitenin kökünden sayılır ve bütün yolun yerine geçer."
        )
    elif base.endswith("/"):
        why_en = "The base ends in a slash, so it is a folder and the relative address is appended to it."
        why_tr = "Taban adres eğik çizgiyle bitiyor; bir klasördür ve göreli adres onun arkasına eklenir."
    else:
        why_en = f"The base does not end in a slash, so its last part, `{version}`, is replaced by the relative address."
        why_tr = f"Taban adres eğik çizgiyle bitmiyor; son parçası olan `{version}` yerine göreli adres geçer."
    return question(
        en="Which address is printed?",
        tr="Hangi adres yazdırılır?",
        code=f'const url = new URL("{relative}", "{base}");\nconsole.log(url.href);',
        code_language="javascript",
        right=right,
        wrong=[
            (
                inside,
                "Thinks that the whole base always stays.",
                "Taban adresin her zaman olduğu gibi kaldığını sanır.",
            ),
            (
                outside,
                "Thinks that the path of the base is always dropped.",
                "Taban adresin yolunun her zaman atıldığını sanır.",
            ),
            (
                f"{site}/{version}{thing}/{number}",
                "Joins the two texts without a slash.",
                "İki metni eğik çizgi koymadan birleştirir.",
            ),
            (
                f"{site}/{version}//{thing}/{number}",
                "Joins two texts that both bring a slash.",
                "İkisinde de eğik çizgi olan metinleri olduğu gibi birleştirir.",
            ),
        ],
        because_en=why_en,
        because_tr=why_tr,
        proof=Proof(run="output"),
    )


@template("js-fetch-search-params", topic=TOPIC, difficulty=3, seconds=60)
def search_params(rng: Random) -> Question:
    a, b = rng.sample(GOODS, 2)
    sign = rng.choice([" ", "&"])
    page = rng.randint(2, 9)
    phrase = f"{a}{sign}{b}"
    right = urlencode({"q": phrase, "page": page})
    code_of_space = "+" if sign == " " else "%26"
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f'const query = new URLSearchParams({{q: "{phrase}", page: {page}}});\nconsole.log(query.toString());',
        code_language="javascript",
        right=right,
        wrong=[
            (
                f"q={phrase}&page={page}",
                "Thinks that special signs stay as they are.",
                "Özel işaretlerin olduğu gibi kaldığını sanır.",
            ),
            (
                f"?{right}",
                "Thinks that the question mark is part of the parameters.",
                "Soru işaretinin parametrelere dahil olduğunu sanır.",
            ),
            (
                f"q={a}{code_of_space}{b},page={page}",
                "Separates the parameters by a comma.",
                "Parametreleri virgülle ayırır.",
            ),
        ],
        because_en=(
            "`URLSearchParams` joins the pairs with `&` and escapes the values: "
            + (
                "a space becomes `+`."
                if sign == " "
                else "`&` inside a value becomes `%26`, so that it does not separate."
            )
            + " The `?` belongs to the address."
        ),
        because_tr=(
            "`URLSearchParams` çiftleri `&` ile birleştirir ve değerleri kodlar: "
            + (
                "boşluk `+` olur."
                if sign == " "
                else "değerin içindeki `&`, ayraç sanılmasın diye `%26` olur."
            )
            + " `?` ise adresin parçasıdır."
        ),
        proof=Proof(run="output"),
    )

"""Parametric items of the topic `be-rest`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import bilingual
from learnconnect_app.content.generators.backend.api_writing import printed
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "be-rest"
RESOURCES = [
    ("books", "a book", "kitap", "reviews", "reviews", "yorumlar"),
    ("courses", "a course", "ders", "lessons", "lessons", "konular"),
    ("teams", "a team", "takım", "players", "players", "oyuncular"),
    ("albums", "an album", "albüm", "songs", "songs", "şarkılar"),
    ("orders", "an order", "sipariş", "items", "items", "kalemler"),
    ("projects", "a project", "proje", "tasks", "tasks", "görevler"),
]
VERB_EN = "Puts the action into the URL; the method should say what is done."
VERB_TR = "Eylemi URL'ye koyar; ne yapılacağını metot söylemelidir."


@template("be-rest-method-and-url", topic=TOPIC, difficulty=1, seconds=40)
def method_and_url(rng: Random) -> Question:
    plural, one_en, one_tr, parts, parts_en, parts_tr = rng.choice(RESOURCES)
    number = rng.randint(3, 90)
    name = one_en.split()[1].capitalize()
    here = f"/{plural}/{number}"
    wish = rng.choice(["create", "remove", "change", "parts", "list"])
    if wish == "create":
        en, tr = (
            f"create {one_en} whose number the server chooses",
            f"numarasını sunucunun seçtiği yeni bir kayıt ({one_tr}) oluşturmak",
        )
        right, why_en, why_tr = (
            f"POST /{plural}",
            "POST to the collection creates a member of it.",
            "Koleksiyona gönderilen POST, ona yeni bir üye ekler.",
        )
        wrong = [
            (f"GET /{plural}/create", "GET must only read.", "GET yalnızca okumalıdır."),
            (f"POST /create{name}", VERB_EN, VERB_TR),
            (
                f"PUT /{plural}",
                "PUT would replace the whole collection.",
                "PUT, koleksiyonun tamamını değiştirirdi.",
            ),
        ]
    elif wish == "remove":
        en, tr = (
            f"remove {one_en} with the number {number}",
            f"{number} numaralı kaydı ({one_tr}) silmek",
        )
        right, why_en, why_tr = (
            f"DELETE {here}",
            "The URL names the resource, the method DELETE the action.",
            "URL kaynağı, DELETE metodu da eylemi adlandırır.",
        )
        wrong = [
            (
                f"GET {here}/delete",
                "GET must only read; a crawler would delete everything.",
                "GET yalnızca okumalıdır; bir tarayıcı botu her şeyi silerdi.",
            ),
            (f"DELETE /{plural}", "Names the whole collection.", "Koleksiyonun tamamını gösterir."),
            (f"POST /delete{name}?id={number}", VERB_EN, VERB_TR),
        ]
    elif wish == "change":
        en, tr = (
            f"change one single field of {one_en} with the number {number}",
            f"{number} numaralı kaydın ({one_tr}) tek bir alanını değiştirmek",
        )
        right, why_en, why_tr = (
            f"PATCH {here}",
            "PATCH sends only what is to change; PUT replaces the whole.",
            "PATCH yalnızca değişecek olanı gönderir; PUT tamamını değiştirir.",
        )
        wrong = [
            (f"GET {here}?action=change", "GET must only read.", "GET yalnızca okumalıdır."),
            (f"POST /update{name}/{number}", VERB_EN, VERB_TR),
            (f"PATCH /{plural}", "Names the whole collection.", "Koleksiyonun tamamını gösterir."),
        ]
    elif wish == "parts":
        en, tr = (
            f"read the {parts_en} that belong to {one_en} with the number {number}",
            f"{number} numaralı kayda ({one_tr}) ait olanları ({parts_tr}) okumak",
        )
        right, why_en, why_tr = (
            f"GET {here}/{parts}",
            "What belongs to a resource stands below its URL.",
            "Bir kaynağa ait olanlar onun URL'sinin altında yer alır.",
        )
        wrong = [
            (
                f"GET /{parts}/{number}",
                f"Reads the one with the number {number} among the {parts}.",
                f"`{parts}` içinden {number} numaralı olanı okur.",
            ),
            (f"GET /get{parts.capitalize()}?of={number}", VERB_EN, VERB_TR),
            (f"POST {here}/{parts}", "POST would create one.", "POST yeni bir tane oluştururdu."),
        ]
    else:
        limit = rng.choice([10, 20, 50])
        en, tr = (
            f"read the {limit} newest entries of the collection `{plural}`",
            f"`{plural}` koleksiyonundaki en yeni {limit} kaydı okumak",
        )
        right, why_en, why_tr = (
            f"GET /{plural}?sort=-created&limit={limit}",
            "Sorting and the number of entries go into the query of the collection.",
            "Sıralama ve kayıt sayısı, koleksiyonun sorgusuna yazılır.",
        )
        wrong = [
            (f"GET /{plural}/{limit}", f"Reads the one entry with the number {limit}.", f"{limit} numaralı tek kaydı okur."),
            (f"POST /{plural}?sort=-created&limit={limit}", "POST would create an entry.", "POST yeni bir kayıt oluştururdu."),
            (f"GET /getNewest{plural.capitalize()}/{limit}", VERB_EN, VERB_TR),
        ]  # fmt: skip
    return bilingual(
        (
            f"Which request follows the usual REST conventions to {en}?",
            f"Amaç: {tr}. Yaygın REST kurallarına göre hangi istek uygundur?",
        ),
        (f"`{right}`", f"`{right}`"),
        [((f"`{text}`", f"`{text}`"), (m_en, m_tr)) for text, m_en, m_tr in wrong],
        (f"`{right}`: {why_en}", f"`{right}`: {why_tr}"),
    )


@template("be-rest-shifted-pages", topic=TOPIC, difficulty=4, seconds=75)
def shifted_pages(rng: Random) -> Question:
    limit = rng.choice([2, 3])
    start = rng.randint(20, 60)
    posts = list(range(start, start - 3 * limit, -1))
    gone = posts[rng.randint(0, limit - 1)]
    if rng.random() < 0.5:
        change, after = f"posts.insert(0, {start + 1})", [start + 1, *posts]
        why_en = f"The new post moves all others by one place, so post {posts[limit - 1]} is shown a second time."
        why_tr = f"Yeni gönderi öbürlerini bir yer kaydırır; {posts[limit - 1]} numaralı gönderi ikinci kez gösterilir."
    else:
        change, after = f"posts.remove({gone})", [post for post in posts if post != gone]
        why_en = f"The others move up by one place, so post {posts[limit]} slips onto the page already read and is never shown."
        why_tr = f"Öbürleri bir yer öne kayar; {posts[limit]} numaralı gönderi okunmuş sayfaya geçer ve hiç gösterilmez."
    return printed(
        (
            f"A reader opens page 1 ({limit} posts, newest first). Then the list changes, and page 2 is opened. What does this program print?",
            f"Bir okur 1. sayfayı açıyor ({limit} gönderi, en yenisi başta). Sonra liste değişiyor ve 2. sayfa açılıyor. Bu program ne yazdırır?",
        ),
        f"posts = {posts}\n\n"
        "def page(number, limit):\n"
        "    offset = (number - 1) * limit\n"
        "    return posts[offset:offset + limit]\n\n"
        f"first = page(1, {limit})\n"
        f"{change}\n"
        f"print(page(2, {limit}))",
        after[limit : 2 * limit],
        [
            (posts[limit : 2 * limit], "Thinks that page 2 goes on where page 1 ended.", "2. sayfanın, 1. sayfanın bittiği yerden sürdüğünü sanır."),
            (after[:limit], "Takes the first page of the changed list.", "Değişen listenin ilk sayfasını alır."),
            (after[2 * limit : 3 * limit], "Multiplies the page number itself by the limit.", "Sayfa numarasının kendisini limitle çarpar."),
            (after[limit : 2 * limit + 1], "Counts the end of the slice as included.", "Dilimin bitişini dahil sayar."),
        ],
        (
            f"`offset` counts places in the list of **now**. {why_en} A cursor (“after post {posts[limit - 1]}”) avoids this.",
            f"`offset`, listenin **şimdiki** yerlerini sayar. {why_tr} İmleç (“{posts[limit - 1]} numaralı gönderiden sonra”) bunu önler.",
        ),
    )  # fmt: skip

"""Parametric items of the topic `be-http`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import Both, bilingual
from learnconnect_app.content.generators.backend.api_writing import PRINTS, printed
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "be-http"
STATUS: dict[int, Both] = {
    200: ("OK: the request worked and the answer is in the body.", "OK: istek başarılı, yanıt gövdededir."),
    201: ("Created: a new resource was made.", "Created: yeni bir kaynak oluşturuldu."),
    202: ("Accepted: taken on, but not finished yet.", "Accepted: iş alındı ama henüz bitmedi."),
    204: ("No Content: it worked, and there is no body.", "No Content: başarılı, gövde yok."),
    304: ("Not Modified: the client's copy is still valid.", "Not Modified: istemcideki kopya hâlâ geçerli."),
    400: ("Bad Request: the request itself is malformed.", "Bad Request: isteğin kendisi bozuk."),
    401: ("Unauthorized: valid credentials are missing.", "Unauthorized: geçerli kimlik bilgisi yok."),
    403: ("Forbidden: the user is known, but may not.", "Forbidden: kullanıcı tanınıyor ama izni yok."),
    404: ("Not Found: nothing stands at this address.", "Not Found: bu adreste bir şey yok."),
    405: ("Method Not Allowed: the address exists, the method does not fit.", "Method Not Allowed: adres var, metot uymuyor."),
    409: ("Conflict: the request clashes with the present state.", "Conflict: istek şu anki durumla çakışıyor."),
    415: ("Unsupported Media Type: the format of the body is not accepted.", "Unsupported Media Type: gövdenin biçimi kabul edilmiyor."),
    429: ("Too Many Requests: the limit of requests is used up.", "Too Many Requests: istek sınırı doldu."),
    500: ("Internal Server Error: the server failed unexpectedly.", "Internal Server Error: sunucuda beklenmeyen bir hata oldu."),
    503: ("Service Unavailable: for the moment the server cannot serve.", "Service Unavailable: sunucu şu an hizmet veremiyor."),
}  # fmt: skip
SITUATIONS: list[tuple[str, str, int, list[int]]] = [
    ("`GET /books/12` finds the book and sends it as JSON.", "`GET /books/12` kitabı buluyor ve JSON olarak gönderiyor.", 200, [201, 204, 304]),
    ("`POST /books` stores a new book; it now has a URL of its own.", "`POST /books` yeni bir kitap kaydediyor; kitabın artık kendi URL'si var.", 201, [202, 204, 304]),
    ("`POST /reports` puts a long job into a queue; it will be ready in some minutes.", "`POST /reports` uzun bir işi kuyruğa koyuyor; iş birkaç dakika sonra hazır olacak.", 202, [201, 204, 503]),
    ("`DELETE /books/12` succeeds, and there is nothing to say in the body.", "`DELETE /books/12` başarılı oluyor ve gövdede söylenecek bir şey yok.", 204, [202, 304, 404]),
    ("`GET /logo` with `If-None-Match`; the ETag is still the same.", "`If-None-Match` ile `GET /logo`; ETag hâlâ aynı.", 304, [204, 404, 409]),
    ("The body of a request is said to be JSON but cannot be parsed: a brace is missing.", "Gövdesinin JSON olduğu söylenen istek ayrıştırılamıyor: bir süslü ayraç eksik.", 400, [500, 404, 415]),
    ("`GET /me` arrives with an expired access token; the client has to log in again.", "`GET /me` süresi dolmuş bir erişim jetonuyla geliyor; istemcinin yeniden giriş yapması gerek.", 401, [403, 404, 400]),
    ("A logged-in student calls an endpoint that only teachers may use, and the server says so.", "Oturum açmış bir öğrenci, yalnızca öğretmenlerin kullanabildiği bir uç noktayı çağırıyor; sunucu bunu açıkça bildiriyor.", 403, [401, 405, 400]),
    ("`GET /books/99999`: there has never been such a book.", "`GET /books/99999`: böyle bir kitap hiç olmadı.", 404, [204, 400, 500]),
    ("`DELETE /books`: the address exists, but supports only GET and POST.", "`DELETE /books`: adres var ama yalnızca GET ve POST destekliyor.", 405, [404, 403, 415]),
    ("`PUT /users/5` would take a user name that already belongs to someone else.", "`PUT /users/5`, başkasına ait olan bir kullanıcı adını almak istiyor.", 409, [404, 401, 503]),
    ("A body in XML is sent to an endpoint that accepts only JSON bodies.", "Yalnızca JSON gövde kabul eden bir uç noktaya XML gövde gönderiliyor.", 415, [405, 409, 500]),
    ("A client has used up its 100 requests of this minute.", "Bir istemci bu dakikadaki 100 isteğini doldurdu.", 429, [503, 403, 409]),
    ("A correct request meets a bug: the server's code raises an exception nobody expected.", "Doğru bir istek bir hataya rastlıyor: sunucu kodu kimsenin beklemediği bir istisna fırlatıyor.", 500, [400, 404, 409]),
    ("The server is closed for half an hour of maintenance and sends `Retry-After: 1800` to everyone.", "Sunucu yarım saatlik bakım için kapalı ve herkese `Retry-After: 1800` gönderiyor.", 503, [429, 404, 202]),
]  # fmt: skip


@template("be-http-fitting-status", topic=TOPIC, difficulty=2, seconds=40)
def fitting_status(rng: Random) -> Question:
    en, tr, right, others = rng.choice(SITUATIONS)
    return bilingual(
        (f"{en} Which status fits best?", f"{tr} En uygun durum kodu hangisidir?"),
        (str(right), str(right)),
        [((str(code), str(code)), STATUS[code]) for code in others],
        (
            f"{right} {STATUS[right][0]}",
            f"{right} {STATUS[right][1]}",
        ),
    )


def _after(
    requests: list[tuple[str, int, str]], first: dict[int, str], kind: str
) -> dict[int, str]:
    """The store after the requests; ``kind`` is how they are understood."""
    store, free = dict(first), max(first) + 1
    for method, number, body in requests:
        if method == "DELETE":
            store.pop(number, None)
        elif method == "POST" or (kind == "put adds" and number in store):
            if kind == "post once" and body in store.values():
                continue
            store[free] = body
            free += 1
        elif kind != "put ignored" or number not in store:
            store[number] = body
    return store


@template("be-http-repeated-requests", topic=TOPIC, difficulty=3, seconds=80)
def repeated_requests(rng: Random) -> Question:
    tea, cup, pot, jar = rng.sample(["tea", "cup", "pot", "jar", "mug", "can", "jug", "box"], 4)
    first = {1: tea, 2: cup}
    put, gone = rng.sample([1, 2], 2)
    requests = [("POST", 0, jar), ("PUT", put, pot), ("DELETE", gone, "")]
    rng.shuffle(requests)
    times = rng.choice([2, 3])
    twice = [request for request in requests for _ in range(times)]
    right = _after(twice, first, "")
    listed = "\n".join(f"    {request!r}," for request in requests)
    return printed(
        (
            f"A poor connection delivers each request {times} times. What does this program print?",
            f"Kötü bir bağlantı her isteği {times} kez iletiyor. Bu program ne yazdırır?",
        ),
        f"store = {first}\n"
        "next_id = 3\n"
        f"requests = [\n{listed}\n]\n"
        "for method, number, body in requests:\n"
        f"    for delivery in range({times}):\n"
        '        if method == "POST":\n'
        "            store[next_id] = body\n"
        "            next_id += 1\n"
        '        elif method == "PUT":\n'
        "            store[number] = body\n"
        "        else:\n"
        "            store.pop(number, None)\n"
        "print(store)",
        right,
        [
            (_after(twice, first, "post once"), "Thinks that a repeated POST has no further effect.", "Yinelenen POST'un ek etkisi olmadığını sanır."),
            (_after(twice, first, "put adds"), "Thinks that PUT adds a resource where one exists.", "PUT'un, kaynak varken yenisini eklediğini sanır."),
            (_after(twice, first, "put ignored"), "Thinks that PUT leaves an existing resource as it was.", "PUT'un var olan kaynağa dokunmadığını sanır."),
            (_after([r for r in twice if r[0] != "DELETE"], first, ""), "Thinks that a DELETE that comes again brings the resource back.", "Yeniden gelen DELETE'in kaynağı geri getirdiğini sanır."),
        ],
        (
            f"Each POST creates one more resource, so there are {times} of “{jar}”. Repeating PUT and DELETE leaves the store as one request does: they are idempotent.",
            f"Her POST bir kaynak daha oluşturur; bu yüzden {times} tane “{jar}” vardır. PUT ve DELETE'i yinelemek, depoyu tek istekteki durumda bırakır: idempotenttirler.",
        ),
    )  # fmt: skip


@template("be-http-count-classes", topic=TOPIC, difficulty=1, seconds=45)
def count_classes(rng: Random) -> Question:
    pool = {
        2: [200, 201, 204],
        3: [301, 304, 308],
        4: [400, 401, 404, 422, 429],
        5: [500, 502, 503],
    }
    counts = {kind: rng.randint(1, 3) for kind in pool}
    counts[rng.choice([4, 5])] += 2
    statuses = [rng.choice(pool[kind]) for kind, count in counts.items() for _ in range(count)]
    rng.shuffle(statuses)
    asked, other = rng.sample([4, 5], 2)
    name = {4: ("client", "istemci"), 5: ("server", "sunucu")}
    return printed(
        PRINTS,
        f"statuses = {statuses}\n"
        f"{name[asked][0]}_errors = [s for s in statuses if s // 100 == {asked}]\n"
        f"print(len({name[asked][0]}_errors))",
        counts[asked],
        [
            (counts[4] + counts[5], "Counts client and server errors together.", "İstemci ve sunucu hatalarını birlikte sayar."),
            (counts[other], f"Takes {other}xx for the class that is asked.", f"Sorulan sınıfı {other}xx sanır."),
            (len({s for s in statuses if s // 100 == asked}), "Counts equal statuses once.", "Aynı kodları bir kez sayar."),
            (counts[3] + counts[4] + counts[5], "Counts redirects as errors, too.", "Yönlendirmeleri de hata sayar."),
            (len(statuses), "Counts all responses.", "Bütün yanıtları sayar."),
            (counts[2], "Counts the successful responses.", "Başarılı yanıtları sayar."),
        ],
        (
            f"`s // 100` is the class of a status. {asked}xx are the {name[asked][0]} errors: there are {counts[asked]}.",
            f"`s // 100` durum kodunun sınıfıdır. {asked}xx, {name[asked][1]} hatalarıdır: {counts[asked]} tane var.",
        ),
    )  # fmt: skip

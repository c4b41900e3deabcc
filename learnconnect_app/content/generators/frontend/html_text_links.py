"""Parametric items of the topic `html-text-links`."""

from __future__ import annotations

from random import Random
from urllib.parse import urljoin

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "html-text-links"

HOSTS = ["example.org", "shop.example", "school.example", "news.example"]
FOLDERS = ["docs", "courses", "music", "photos", "books", "games", "maps", "help"]
FILES = ["index.html", "list.html", "team.html", "start.html"]
TARGETS = ["prices.html", "about.html", "plan.html", "logo.png"]
TASKS = ["Wash", "Cut", "Mix", "Bake", "Cool", "Serve"]


@template("html-text-links-resolve", topic=TOPIC, difficulty=3, seconds=55)
def resolve(rng: Random) -> Question:
    host = f"https://{rng.choice(HOSTS)}"
    a, b = rng.sample(FOLDERS, 2)
    page, x = rng.choice(FILES), rng.choice(TARGETS)
    base = f"{host}/{a}/{b}/{page}"
    root, up, here = f"{host}/{x}", f"{host}/{a}/{x}", f"{host}/{a}/{b}/{x}"
    as_folder = (f"{base}/{x}", "Takes the file for a folder.", "Dosyayı klasör sanır.")
    to_root = (root, "Starts at the root of the site.", "Sitenin kökünden başlar.")
    one_up = (up, "Leaves out the last folder.", "Son klasörü dışarıda bırakır.")
    stays = (here, "Stays in the folder of the page.", "Sayfanın klasöründe kalır.")
    kind = rng.choice(["file", "dot", "up", "up_up", "root", "query", "folder", "bare"])
    if kind in ("file", "dot"):
        href = x if kind == "file" else f"./{x}"
        wrong = [to_root, as_folder, one_up]
        en = f"The address is relative to the folder of the page, `/{a}/{b}/`."
        tr = f"Adres, sayfanın klasörüne göredir: `/{a}/{b}/`."
    elif kind == "up":
        href = f"../{x}"
        wrong = [stays, to_root, as_folder]
        en = f"The folder of the page is `/{a}/{b}/`; `..` goes up one folder, to `/{a}/`."
        tr = f"Sayfanın klasörü `/{a}/{b}/`; `..` bir klasör yukarı, `/{a}/` klasörüne çıkar."
    elif kind == "up_up":
        href = f"../../{x}"
        wrong = [
            (
                up,
                "Lets the first `..` only leave the file.",
                "İlk `..` ile yalnızca dosyadan çıkıldığını sanır.",
            ),
            stays,
            as_folder,
        ]
        en = f"The folder of the page is `/{a}/{b}/`; two times `..` goes up to the root."
        tr = f"Sayfanın klasörü `/{a}/{b}/`; iki kez `..` köke çıkar."
    elif kind == "root":
        href = f"/{x}"
        wrong = [stays, one_up, as_folder]
        en = "An address that begins with `/` starts at the root of the site."
        tr = "`/` ile başlayan adres sitenin kökünden başlar."
    elif kind == "query":
        number = rng.randint(2, 9)
        href = f"?page={number}"
        wrong = [
            (f"{host}/{a}/{b}/{href}", "Leaves out the file.", "Dosyayı dışarıda bırakır."),
            (f"{host}/{href}", "Starts at the root of the site.", "Sitenin kökünden başlar."),
            (f"{base}/{href}", "Takes the file for a folder.", "Dosyayı klasör sanır."),
        ]
        en = (
            "An address that begins with `?` keeps the whole path of the page and sets a new query."
        )
        tr = "`?` ile başlayan adres, sayfanın yolunu bütünüyle korur ve yeni bir sorgu ekler."
    elif kind == "folder":
        base, href = f"{host}/{a}/{b}/", x
        wrong = [
            (up, "Takes the last folder for a file.", "Son klasörü dosya sanır."),
            to_root,
            (f"{host}/{b}/{x}", "Leaves out the first folder.", "İlk klasörü dışarıda bırakır."),
        ]
        en = f"The address ends in `/`, so `{b}` is a folder and stays."
        tr = f"Adres `/` ile bittiği için `{b}` bir klasördür ve kalır."
    else:
        base, href = f"{host}/{a}/{b}", x
        wrong = [
            (here, "Takes the last part for a folder.", "Son parçayı klasör sanır."),
            to_root,
            (f"{host}/{b}/{x}", "Leaves out the first folder.", "İlk klasörü dışarıda bırakır."),
        ]
        en = f"Without `/` at the end `{b}` counts as a file: it is replaced, and only `/{a}/` stays."
        tr = f"Sonda `/` olmadığı için `{b}` dosya sayılır: yerine yenisi gelir, yalnızca `/{a}/` kalır."
    right = urljoin(base, href)
    return question(
        en=f"The page is at `{base}`. Where does this link lead?",
        tr=f"Sayfanın adresi `{base}`. Bu bağlantı nereye gider?",
        code=f'<a href="{href}">Open</a>',
        code_language="html",
        right=f"`{right}`",
        wrong=[(f"`{text}`", *misconception) for text, *misconception in wrong],
        because_en=f"{en} The result is `{right}`.",
        because_tr=f"{tr} Sonuç: `{right}`.",
    )


@template("html-text-links-number-of-item", topic=TOPIC, difficulty=3, seconds=50)
def number_of_item(rng: Random) -> Question:
    count = rng.randint(4, 5)
    items = rng.sample(TASKS, count)
    is_reversed = rng.random() < 0.4
    start = rng.choice([None, 8, 9, 10] if is_reversed else [None, 3, 4, 6])
    jump = rng.randint(1, count - 2)
    value = rng.choice([10, 12, 15, 20]) if rng.random() < 0.7 else None
    if start is None and value is None:
        start = 7
    target = rng.randint(jump + 1, count - 1)
    step = -1 if is_reversed else 1
    first = start if start is not None else (count if is_reversed else 1)

    def number(first: int, step: int, value: int | None) -> int:
        if value is None:
            return first + step * target
        return value + step * (target - jump)

    right = number(first, step, value)
    attributes = (f' start="{start}"' if start else "") + (" reversed" if is_reversed else "")
    lines = [f"<ol{attributes}>"]
    for place, item in enumerate(items):
        own = f' value="{value}"' if value is not None and place == jump else ""
        lines.append(f"  <li{own}>{item}</li>")
    lines.append("</ol>")
    wrong = [
        (
            target + 1,
            "Counts from 1 and overlooks the attributes.",
            "Öznitelikleri görmeden 1'den sayar.",
        ),
        (
            number(first, step, None),
            "Thinks that `value` does not change the items after it.",
            "`value`'nun sonraki maddeleri değiştirmediğini sanır.",
        ),
        (
            number(first, -step, value),
            "Counts in the wrong direction.",
            "Ters yönde sayar.",
        ),
    ]
    spare = [
        (right + 1, "Is wrong by one in counting.", "Sayarken bir şaşırır."),
        (right - 1, "Is wrong by one in counting.", "Sayarken bir şaşırır."),
        (right + 2, "Is wrong by two in counting.", "Sayarken iki şaşırır."),
    ]
    if value is not None:
        en = f'`value="{value}"` sets the number of "{items[jump]}"; the items after it go on from there'
        tr = f'`value="{value}"`, "{items[jump]}" maddesinin numarasını belirler; sonrakiler oradan sürer'
    else:
        en = f'`start="{start}"` sets the number of the first item'
        tr = f'`start="{start}"` ilk maddenin numarasını belirler'
    down_en = ". Because of `reversed` the list counts down" if is_reversed else ""
    down_tr = ". `reversed` olduğu için sayılar azalarak gider" if is_reversed else ""
    return question(
        en=f'Which number does the browser show before "{items[target]}"?',
        tr=f'Tarayıcı "{items[target]}" maddesinin önünde hangi sayıyı gösterir?',
        code="\n".join(lines),
        code_language="html",
        right=right,
        wrong=wrong,
        spare=spare,
        because_en=f'{en}{down_en}. So "{items[target]}" has the number {right}.',
        because_tr=f'{tr}{down_tr}. Bu yüzden "{items[target]}" maddesinin numarası {right}.',
    )

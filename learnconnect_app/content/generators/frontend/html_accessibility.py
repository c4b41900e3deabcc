"""Parametric items of the topic `html-accessibility`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "html-accessibility"
WORDS = [
    ("Order", "Send order", "Go", "Sends your order"),
    ("Photos", "Upload photo", "Add", "Choose a file"),
    ("Newsletter", "Join newsletter", "Join", "One mail a month"),
    ("Comments", "Post comment", "Post", "Everybody can read it"),
    ("Filters", "Reset filters", "Reset", "Shows all results"),
    ("Basket", "Empty basket", "Clear", "Removes all items"),
]
FIELDS = [
    ("Travel", "Departure city", "From", "Paris", "Name of a city"),
    ("Contact", "Your first name", "Name", "Ada", "As in your passport"),
    ("Library", "Book to find", "Title", "Emma", "Part of the title"),
    ("Weather", "City of the forecast", "Place", "Lima", "City or village"),
    ("Order", "Number of tickets", "Tickets", "2", "At most 8"),
    ("Profile", "Name shown to others", "Nickname", "skylark", "Can be changed later"),
]


@template("html-accessibility-name-of-control", topic=TOPIC, difficulty=3, seconds=55)
def name_of_control(rng: Random) -> Question:
    has_by = rng.random() < 0.4
    has_label = rng.random() < 0.6
    if rng.random() < 0.5:
        heading, label, content, title = rng.choice(WORDS)
        attributes = (' aria-labelledby="h"' if has_by else "") + (
            f' aria-label="{label}"' if has_label else ""
        )
        code = f'<h2 id="h">{heading}</h2>\n<button{attributes} title="{title}">{content}</button>'
        own = (content, "the content of the button", "düğmenin içeriği")
        others = [(title, "`title`", "`title`")]
        thing_en, thing_tr = "button", "düğmenin"
    else:
        heading, label, content, example, title = rng.choice(FIELDS)
        attributes = (' aria-labelledby="h"' if has_by else "") + (
            f' aria-label="{label}"' if has_label else ""
        )
        code = (
            f'<h2 id="h">{heading}</h2>\n<label for="f">{content}</label>\n'
            f'<input id="f"{attributes}\n  title="{title}" placeholder="{example}">'
        )
        own = (content, "its `label`", "`label` öğesi")
        others = [(title, "`title`", "`title`"), (example, "the placeholder", "yer tutucu")]
        thing_en, thing_tr = "field", "alanın"
    sources = [own, *others]
    if has_label:
        sources.insert(0, (label, "`aria-label`", "`aria-label`"))
    if has_by:
        sources.insert(0, (heading, "`aria-labelledby`", "`aria-labelledby`"))
    right, why_en, why_tr = sources[0]
    wrong = [
        (
            text,
            f"Takes {en}, although something else comes before it.",
            f"Daha önce gelen bir kaynak varken şunu alır: {tr}.",
        )
        for text, en, tr in sources[1:]
    ]
    spare = [
        (
            heading,
            "Takes the heading before it, which is not tied to it.",
            "Ona bağlı olmayan, önündeki başlığı alır.",
        ),
        (
            f"{right} {sources[1][0]}",
            "Joins two sources, although only the first one counts.",
            "Yalnızca ilki geçerliyken iki kaynağı birleştirir.",
        ),
    ]
    return question(
        en=f"Which **name** does this {thing_en} have for screen readers?",
        tr=f"Bu {thing_tr} ekran okuyucular için **adı** nedir?",
        code=code,
        code_language="html",
        right=right,
        wrong=wrong[:4],
        spare=spare,
        because_en=f'The first source in this order counts: `aria-labelledby`, `aria-label`, then label or content, then `title`. Here that is {why_en}: "{right}".',
        because_tr=f'Şu sıradaki ilk kaynak geçerlidir: `aria-labelledby`, `aria-label`, sonra `label` ya da içerik, sonra `title`. Burada geçerli olan {why_tr}: "{right}".',
    )


@template("html-accessibility-tab-order", topic=TOPIC, difficulty=3, seconds=60)
def tab_order(rng: Random) -> Question:
    reached = [
        '<a href="/x">{}</a>',
        "<button>{}</button>",
        '<div tabindex="0">{}</div>',
        '<a href="/y">{}</a>',
    ]
    skipped = [
        (
            "<a>{}</a>",
            "Thinks that a link without `href` takes the focus.",
            "`href`'i olmayan bağlantının odak aldığını sanır.",
        ),
        (
            "<button disabled>{}</button>",
            "Thinks that a disabled button takes the focus.",
            "Devre dışı düğmenin odak aldığını sanır.",
        ),
        (
            '<button tabindex="-1">{}</button>',
            'Overlooks that `tabindex="-1"` takes it out of the tab order.',
            '`tabindex="-1"` değerinin onu Tab sırasından çıkardığını görmez.',
        ),
        (
            '<div class="button">{}</div>',
            "Thinks that a class makes a `div` a button.",
            "Sınıfın `div`'i düğme yaptığını sanır.",
        ),
    ]
    has_positive = rng.random() < 0.5
    plain = rng.sample(reached, 2 if has_positive else 3)
    out = rng.sample(skipped, 2)
    parts = [(html, "reached") for html in plain] + [(html, "out") for html, _, _ in out]
    rng.shuffle(parts)
    if has_positive:
        parts.insert(rng.randint(2, 4), ('<button tabindex="2">{}</button>', "positive"))
    letters = "ABCDE"
    kinds = [kind for _, kind in parts]
    code = "\n".join(html.format(letter) for (html, _), letter in zip(parts, letters, strict=True))

    def sequence(chosen: list[str]) -> str:
        return " → ".join(chosen)

    in_code = [x for x, kind in zip(letters, kinds, strict=True) if kind != "out"]
    first = [x for x, kind in zip(letters, kinds, strict=True) if kind == "positive"]
    right = first + [x for x in in_code if x not in first]
    wrong = []
    if has_positive:
        wrong.append(
            (
                sequence(in_code),
                "Overlooks that a positive `tabindex` comes first.",
                "Pozitif `tabindex`'in öne geçtiğini görmez.",
            )
        )
        wrong.append(
            (
                sequence([x for x in in_code if x not in first] + first),
                "Puts the positive `tabindex` at the end.",
                "Pozitif `tabindex`'i sona koyar.",
            )
        )
    for html, en, tr in out:
        letter = letters[[part for part, _ in parts].index(html)]
        rest = [x for x in letters if x in in_code or x == letter]
        wrong.append((sequence(first + [x for x in rest if x not in first]), en, tr))
    spare = [
        (
            sequence(list(letters)),
            "Thinks that Tab reaches every element.",
            "Tab'ın her öğeye ulaştığını sanır.",
        ),
        (
            sequence(right[:-1]),
            "Overlooks an element that takes the focus.",
            "Odak alan bir öğeyi görmez.",
        ),
    ]
    lost = [x for x in letters if x not in in_code]
    positive_en = f" {first[0]} comes first because of its positive `tabindex`." if first else ""
    positive_tr = f" {first[0]}, pozitif `tabindex` yüzünden en öne geçer." if first else ""
    return question(
        en="Someone presses Tab again and again from the top of the page. In which order does the focus go through these elements?",
        tr="Biri sayfanın başından başlayıp Tab tuşuna art arda basıyor. Odak bu öğelerden hangi sırayla geçer?",
        code=code,
        code_language="html",
        right=sequence(right),
        wrong=wrong,
        spare=spare,
        because_en=f'Tab reaches links with `href`, enabled buttons and elements with `tabindex="0"`, in the order of the code.{positive_en} It does not reach {lost[0]} and {lost[1]}.',
        because_tr=f'Tab; `href`\'i olan bağlantılara, etkin düğmelere ve `tabindex="0"` olan öğelere koddaki sırayla ulaşır.{positive_tr} Ulaşmadıkları: {lost[0]} ve {lost[1]}.',
    )

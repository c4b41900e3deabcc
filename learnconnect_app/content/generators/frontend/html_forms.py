"""Parametric items of the topic `html-forms`."""

from __future__ import annotations

from random import Random
from urllib.parse import urlencode

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "html-forms"

FORMS = [
    ("/search", "city", ["Paris", "Lima", "Tokyo"], "museums", "page", "guide", ["bus", "train"]),
    ("/books", "title", ["Emma", "Dune", "Ulysses"], "used", "shop", "note", ["paper", "audio"]),
    ("/films", "genre", ["drama", "comedy", "crime"], "subtitles", "year", "room", ["2d", "3d"]),
    (
        "/courses",
        "subject",
        ["physics", "music", "art"],
        "online",
        "level",
        "hint",
        ["day", "week"],
    ),
]


@template("html-forms-query-string", topic=TOPIC, difficulty=3, seconds=70)
def query_string(rng: Random) -> Question:
    action, text, values, box, hidden, other, (first, second) = rng.choice(FORMS)
    value = rng.choice(values)
    number = rng.randint(2, 9)
    is_checked = rng.random() < 0.5
    chosen = rng.choice([first, second])
    kind = rng.choice(["disabled", "id"])
    fields = {
        "text": f'<input type="search" name="{text}" value="{value}">',
        "box": f'<input type="checkbox" name="{box}" value="yes"{" checked" if is_checked else ""}>',
        "hidden": f'<input type="hidden" name="{hidden}" value="{number}">',
        "other": f'<input name="{other}" value="ok" disabled>'
        if kind == "disabled"
        else f'<input id="{other}" value="ok">',
        "radio": "\n  ".join(
            f'<input type="radio" name="kind" value="{each}"{" checked" if each == chosen else ""}>'
            for each in (first, second)
        ),
    }
    pairs = {
        "text": (text, value),
        "box": (box, "yes"),
        "hidden": (hidden, str(number)),
        "other": (other, "ok"),
        "radio": ("kind", chosen),
    }
    order = ["text", *rng.sample(["box", rng.choice(["hidden", "radio"]), "other"], 3)]

    def address(names: list[str]) -> str:
        return f"`{action}?{urlencode([pairs[name] for name in order if name in names])}`"

    sent = [name for name in order if name != "other" and (name != "box" or is_checked)]
    third = next(name for name in order if name in ("hidden", "radio"))
    other_en = (
        "a disabled field is not sent"
        if kind == "disabled"
        else "a field without `name` is not sent"
    )
    other_tr = (
        "devre dışı bir alan gönderilmez"
        if kind == "disabled"
        else "`name`'i olmayan bir alan gönderilmez"
    )
    box_en = (
        "the box is checked and sends its value" if is_checked else "an unchecked box sends nothing"
    )
    box_tr = (
        "kutu işaretlidir ve değerini gönderir"
        if is_checked
        else "işaretsiz kutu hiçbir şey göndermez"
    )
    box_names = [name for name in sent if name != "box"] if is_checked else [*sent, "box"]
    body = "\n  ".join(fields[name] for name in order)
    return question(
        en="The form is sent as it is. Which address does the browser request?",
        tr="Form olduğu gibi gönderiliyor. Tarayıcı hangi adresi ister?",
        code=f'<form action="{action}" method="get">\n  {body}\n  <button>Go</button>\n</form>',
        code_language="html",
        right=address(sent),
        wrong=[
            (
                address([*sent, "other"]),
                "Sends a disabled field too."
                if kind == "disabled"
                else "Sends the `id` as if it were a `name`.",
                "Devre dışı alanı da gönderir."
                if kind == "disabled"
                else "`id`'yi `name` gibi gönderir.",
            ),
            (
                address(box_names),
                "Thinks that a checked box sends nothing."
                if is_checked
                else "Sends a box that is not checked.",
                "İşaretli kutunun göndermediğini sanır."
                if is_checked
                else "İşaretlenmemiş kutuyu da gönderir.",
            ),
            (
                address([name for name in sent if name != third]),
                "Thinks that a hidden field is not sent."
                if third == "hidden"
                else "Forgets the radio button.",
                "Gizli alanın gönderilmediğini sanır."
                if third == "hidden"
                else "Radyo düğmesini unutur.",
            ),
        ],
        because_en=f"Every field with a `name` sends `name=value`, in the order of the form; {other_en}, and {box_en}. The result is {address(sent)}.",
        because_tr=f"`name`'i olan her alan, formdaki sırayla `name=value` gönderir; {other_tr}, {box_tr}. Sonuç: {address(sent)}.",
    )


@template("html-forms-step-from-min", topic=TOPIC, difficulty=3, seconds=50)
def step_from_min(rng: Random) -> Question:
    step = rng.randint(3, 9)
    least = rng.choice([n for n in range(1, 12) if n % step])
    count = rng.randint(4, 8)
    most = least + count * step + rng.randint(0, step - 1)
    right = least + rng.randint(1, count) * step
    multiples = [n for n in range(least, most + 1) if n % step == 0]
    multiple = rng.choice(multiples)
    over = least + (count + 1) * step
    under = least - step
    between = rng.choice([n for n in range(least + 1, most) if (n - least) % step and n % step])
    return question(
        en="Which value does the browser accept in this field?",
        tr="Tarayıcı bu alanda hangi değeri kabul eder?",
        code=f'<input type="number" name="amount" min="{least}" max="{most}" step="{step}">',
        code_language="html",
        right=right,
        wrong=[
            (
                multiple,
                "Takes multiples of `step`, counted from 0 in place of `min`.",
                "`min` yerine 0'dan sayıp `step`'in katını alır.",
            ),
            (over, "Overlooks the largest value allowed.", "İzin verilen en büyük değeri görmez."),
            (
                between,
                "Takes any number between `min` and `max`.",
                "`min` ile `max` arasındaki herhangi bir sayıyı alır.",
            ),
            (
                under,
                "Overlooks the smallest value allowed.",
                "İzin verilen en küçük değeri görmez.",
            ),
        ],
        because_en=f"The steps are counted from `min`: {least}, {least + step}, {least + 2 * step}, … up to at most {most}. Of the options only {right} = {least} + {(right - least) // step} · {step} is one of them.",
        because_tr=f"Adımlar `min`'den başlayarak sayılır: {least}, {least + step}, {least + 2 * step}, … en çok {most}. Seçeneklerden yalnızca {right} = {least} + {(right - least) // step} · {step} bunlardan biridir.",
    )


@template("html-forms-pattern", topic=TOPIC, difficulty=3, seconds=45)
def pattern(rng: Random) -> Question:
    letters = "".join(rng.sample("ABCDEFGHKLMNPRSTUVYZ", 3))
    digits = "".join(str(rng.randint(1, 9)) for _ in range(4))
    n, m = rng.choice([(2, 3), (3, 2), (1, 4), (2, 4), (3, 3)])
    dash = rng.choice(["", "-"])
    head, tail = letters[:n], digits[:m]
    right = f"{head}{dash}{tail}"
    return question(
        en="Which value does the browser accept in this field?",
        tr="Tarayıcı bu alanda hangi değeri kabul eder?",
        code=f'<input name="code" required pattern="[A-Z]{{{n}}}{dash}[0-9]{{{m}}}">',
        code_language="html",
        right=f"`{right}`",
        wrong=[
            (
                f"`{right}{rng.randint(1, 9)}`",
                "Thinks that the pattern needs to fit only a part of the value.",
                "Kalıbın değerin yalnızca bir bölümüne uymasının yettiğini sanır.",
            ),
            (
                f"`{right.lower()}`",
                "Overlooks that capitals and small letters differ.",
                "Büyük ve küçük harfin farklı olduğunu gözden kaçırır.",
            ),
            (
                f"`{tail}{dash}{head}`",
                "Overlooks the order of letters and digits.",
                "Harflerle rakamların sırasını gözden kaçırır.",
            ),
            (
                f"`{head}{dash}{tail[:-1]}`",
                "Takes the number in braces for a maximum.",
                "Süslü parantezdeki sayıyı üst sınır sanır.",
            ),
        ],
        because_en=f"The whole value must fit: exactly {n} capital letter{'s' if n > 1 else ''} from A to Z{', a hyphen' if dash else ''} and exactly {m} digits. Only `{right}` does.",
        because_tr=f"Değerin tamamı uymalıdır: A'dan Z'ye tam {n} büyük harf{', bir kısa çizgi' if dash else ''} ve tam {m} rakam. Yalnızca `{right}` uyar.",
    )

"""Parametric items of the topic `html-media`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "html-media"

SUBJECTS = [("bridge", "Stone bridge"), ("harbour", "Harbour at dawn"), ("market", "Fruit market")]
SUBJECTS += [("castle", "Castle on a hill"), ("forest", "Forest in autumn")]


@template("html-media-picture-choice", topic=TOPIC, difficulty=3, seconds=50)
def picture_choice(rng: Random) -> Question:
    name, alt = rng.choice(SUBJECTS)
    limits = rng.sample([400, 500, 600, 700, 800, 900, 1000, 1200], 3)
    condition = rng.choice(["min-width", "min-width", "max-width"])
    order = rng.choice(["up", "down", "mixed"])
    if order != "mixed":
        limits.sort(reverse=order == "down")
    width = rng.randrange(350, 1300, 100)

    def fits(limit: int) -> bool:
        return width >= limit if condition == "min-width" else width <= limit

    files = [f"{name}-{letter}.jpg" for letter in "abc"]
    default = f"{name}.jpg"
    right = next((f for f, limit in zip(files, limits, strict=True) if fits(limit)), default)
    wrong = []
    for file, limit in zip(files, limits, strict=True):
        if fits(limit):
            mistake = (
                "Takes a later source that fits too; the first one wins.",
                "Uyan ama daha sonra gelen kaynağı alır; ilk uyan kazanır.",
            )
        else:
            mistake = (
                "Takes a source whose condition is not met.",
                "Koşulu sağlanmayan bir kaynağı alır.",
            )
        wrong.append((f"`{file}`", *mistake))
    wrong.append(
        (
            f"`{default}`",
            "Takes the file of `img`, which is used only when no source fits.",
            "Yalnızca hiçbir kaynak uymazsa kullanılan `img` dosyasını alır.",
        )
    )
    lines = ["<picture>"]
    lines += [
        f'  <source media="({condition}: {limit}px)" srcset="{file}">'
        for file, limit in zip(files, limits, strict=True)
    ]
    lines += [f'  <img src="{default}" alt="{alt}">', "</picture>"]
    if right == default:
        en = "No condition is met, so the file of `img` is used"
        tr = "Hiçbir koşul sağlanmaz; bu yüzden `img` dosyası kullanılır"
        after_en = "It is what remains when every `source` is refused."
        after_tr = "Bütün `source` öğeleri elenince geriye o kalır."
    else:
        limit = limits[files.index(right)]
        after_en = "Later sources do not matter, even if they fit as well."
        after_tr = "Sonraki kaynaklar, uysalar bile önemli değildir."
        en = f"The sources are tried from top to bottom; `({condition}: {limit}px)` is the first condition that is met"
        tr = f"Kaynaklar yukarıdan aşağıya denenir; sağlanan ilk koşul `({condition}: {limit}px)`"
    return question(
        en=f"Which file does the browser show in a window {width} px wide?",
        tr=f"Tarayıcı {width} px genişliğindeki bir pencerede hangi dosyayı gösterir?",
        code="\n".join(lines),
        code_language="html",
        right=f"`{right}`",
        wrong=wrong,
        because_en=f"{en}: `{right}`. {after_en}",
        because_tr=f"{tr}: `{right}`. {after_tr}",
    )


@template("html-media-enough-pixels", topic=TOPIC, difficulty=4, seconds=75)
def enough_pixels(rng: Random) -> Question:
    name, alt = rng.choice(SUBJECTS)
    widths = [320, 480, 640, 800, 1000, 1280, 1600, 2000, 2400]
    while True:
        window = rng.choice([360, 400, 500, 600, 800, 1000, 1200])
        density = rng.choice([1, 2, 2, 3])
        limit = rng.choice([480, 700, 900])
        share = rng.choice([50, 50, 25])
        offered = sorted(rng.sample(widths, 5))
        slot = window * share // 100 if window >= limit else window
        needed = slot * density
        if offered[0] < needed <= offered[-2]:
            break

    def smallest(least: int) -> int:
        return next((width for width in offered if width >= least), offered[-1])

    right = smallest(needed)
    other = window if window >= limit else window * share // 100
    wrong = [
        (
            smallest(slot),
            "Forgets the pixel density of the screen.",
            "Ekranın piksel yoğunluğunu unutur.",
        ),
        (
            smallest(other * density),
            "Takes the size of the other condition.",
            "Öbür koşulun boyutunu alır.",
        ),
        (
            max(width for width in offered if width < needed),
            "Takes a file with too few pixels.",
            "Pikseli yetmeyen bir dosyayı alır.",
        ),
        (offered[-1], "Always takes the largest file.", "Her zaman en büyük dosyayı alır."),
    ]
    spare = [
        (
            width,
            "Takes a file with too few pixels."
            if width < needed
            else "Takes a larger file than needed.",
            "Pikseli yetmeyen bir dosyayı alır."
            if width < needed
            else "Gerekenden büyük bir dosya alır.",
        )
        for width in offered
        if width != right
    ]
    sources = ",\n          ".join(f"{name}-{width}.jpg {width}w" for width in offered)
    code = (
        f'<img src="{name}-{offered[0]}.jpg"\n'
        f'  srcset="{sources}"\n'
        f'  sizes="(min-width: {limit}px) {share}vw, 100vw"\n'
        f'  alt="{alt}">'
    )
    met = window >= limit
    part = f"{share}vw" if met else "100vw"
    return question(
        en=f"The window is {window} px wide, the screen has {density} device {'pixel' if density == 1 else 'pixels'} per CSS pixel. Which is the **smallest** file that still has a pixel for every device pixel across the image?",
        tr=f"Pencere {window} px genişliğinde, ekranda her CSS pikseline {density} aygıt pikseli düşüyor. Görselin eni boyunca her aygıt pikseline bir piksel veren **en küçük** dosya hangisidir?",
        code=code,
        code_language="html",
        right=f"`{name}-{right}.jpg`",
        wrong=[(f"`{name}-{width}.jpg`", en, tr) for width, en, tr in wrong],
        spare=[(f"`{name}-{width}.jpg`", en, tr) for width, en, tr in spare],
        because_en=f"The condition `(min-width: {limit}px)` is {'met' if met else 'not met'}, so `{part}` holds: {slot} px. Times {density} that is {needed} pixels; the smallest file with at least {needed} is the one with {right}.",
        because_tr=f"`(min-width: {limit}px)` koşulu {'sağlanır' if met else 'sağlanmaz'}; bu yüzden `{part}` geçerlidir: {slot} px. {density} ile çarpınca {needed} piksel eder; en az {needed} pikseli olan en küçük dosya {right} genişliğindedir.",
    )

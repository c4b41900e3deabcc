"""Parametric items of the unit `drive-traffic-order`: signs and right of way."""

from __future__ import annotations

from itertools import permutations
from random import Random

from learnconnect_app.content.builders import Both, bilingual, question
from learnconnect_app.content.figures import Drawing, Figure
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

GROUPS: dict[str, tuple[Both, Both, Both]] = {
    "danger": (
        ("Danger warning signs", "Tehlike uyarı işaretleri"),
        ("Thinks that the sign warns of a danger ahead.", "Levhanın ilerideki bir tehlikeyi haber verdiğini sanır."),
        ("Danger warning signs, mostly triangles with a red border, announce a danger ahead.",
         "Tehlike uyarı işaretleri çoğunlukla kırmızı kenarlı üçgendir ve ilerideki tehlikeyi haber verir."),
    ),
    "order": (
        ("Regulatory signs", "Trafik tanzim işaretleri"),
        ("Thinks that the sign forbids or orders something.", "Levhanın bir yasak ya da zorunluluk bildirdiğini sanır."),
        ("Regulatory signs, mostly round, say what is forbidden or obligatory.",
         "Trafik tanzim işaretleri çoğunlukla yuvarlaktır; yasakları ve zorunlulukları bildirir."),
    ),
    "info": (
        ("Information signs", "Trafik bilgi işaretleri"),
        ("Thinks that the sign only informs.", "Levhanın yalnızca bilgi verdiğini sanır."),
        ("Information signs, mostly rectangles, help to find the way and services.",
         "Trafik bilgi işaretleri çoğunlukla dikdörtgendir; yolu ve hizmetleri bulmaya yardım eder."),
    ),
    "stop": (
        ("Stopping and parking signs", "Durma ve park etme işaretleri"),
        ("Thinks that the sign is about where vehicles may stand.", "Levhanın araçların bekleyebileceği yerlerle ilgili olduğunu sanır."),
        ("Stopping and parking signs say where one may stop or park, and where not.",
         "Durma ve park etme işaretleri nerede durulup park edilebileceğini, nerede edilemeyeceğini bildirir."),
    ),
}  # fmt: skip
SIGNS = [
    ("Bend to the right", "Sağa tehlikeli viraj", "danger"),
    ("Slippery road", "Kaygan yol", "danger"),
    ("Steep descent", "Tehlikeli eğim (iniş)", "danger"),
    ("Loose chippings", "Gevşek malzemeli zemin", "danger"),
    ("Falling rocks", "Gevşek şev (taş düşebilir)", "danger"),
    ("Wild animals may cross", "Vahşi hayvanlar geçebilir", "danger"),
    ("Road narrows from both sides", "Her iki taraftan daralan kaplama", "danger"),
    ("Maximum speed", "Azami hız sınırlaması", "order"),
    ("Overtaking is prohibited", "Öndeki taşıtı geçmek yasaktır", "order"),
    ("No entry", "Girişi olmayan yol", "order"),
    ("Turning right is prohibited", "Sağa dönülmez", "order"),
    ("Minimum speed", "Mecburi asgari hız", "order"),
    ("Proceed straight on only", "İleri mecburi yön", "order"),
    ("Hospital", "Hastane", "info"),
    ("Filling station", "Akaryakıt istasyonu", "info"),
    ("Dead end", "Çıkmaz yol", "info"),
    ("Restaurant", "Lokanta", "info"),
    ("Parking is prohibited", "Park etmek yasaktır", "stop"),
    ("Stopping and parking are prohibited", "Duraklamak ve park etmek yasaktır", "stop"),
]


@template("drive-signs-group", topic="drive-signs", difficulty=2, seconds=30)
def sign_group(rng: Random) -> Question:
    english, turkish, group = rng.choice(SIGNS)
    right, _, because = GROUPS[group]
    return bilingual(
        (
            f"To which group of signs does **{english}** belong?",
            f"**{turkish}** levhası hangi işaret grubundadır?",
        ),
        right,
        [(name, slip) for key, (name, slip, _) in GROUPS.items() if key != group],
        because,
    )


@template("drive-signs-speed-discs", topic="drive-signs", difficulty=3, seconds=35)
def speed_discs(rng: Random) -> Question:
    speed = rng.choice([30, 40, 50, 60, 70, 80])
    sort = rng.choice(["most", "least", "end"])
    meanings: dict[str, tuple[Both, Both]] = {
        "most": (
            (f"{speed} km/h is the highest speed allowed from here", f"Buradan itibaren en çok {speed} km/h hızla gidilebilir"),
            ("Takes the sign for the one with a red border.", "Levhayı kırmızı kenarlı olanla karıştırır."),
        ),
        "least": (
            (f"One has to drive at {speed} km/h at least", f"En az {speed} km/h hızla gitmek zorunludur"),
            ("Takes the sign for the blue one.", "Levhayı mavi olanla karıştırır."),
        ),
        "end": (
            (f"The speed limit of {speed} km/h ends here", f"{speed} km/h hız sınırlaması burada sona erer"),
            ("Takes the sign for the one with the stripes.", "Levhayı üzerinde çizgiler olanla karıştırır."),
        ),
    }  # fmt: skip
    distance: tuple[Both, Both] = (
        (f"The next exit is {speed} m ahead", f"Sonraki çıkışa {speed} m vardır"),
        ("Reads the number as a distance.", "Sayıyı uzaklık diye okur."),
    )
    looks: dict[str, Both] = {
        "most": ("a white disc with a red border", "kırmızı kenarlı, beyaz zeminli yuvarlak"),
        "least": ("a blue disc with white figures", "mavi zeminli, beyaz rakamlı yuvarlak"),
        "end": ("a white disc with grey figures and dark slanting stripes across them", "beyaz zeminli, gri rakamlı ve koyu renkli eğik çizgili yuvarlak"),
    }  # fmt: skip
    english, turkish = looks[sort]
    wrong = [meanings[key] for key in meanings if key != sort]
    plain = bilingual(
        (
            f"What does this sign mean: {english}, with the number {speed}?",
            f"Üzerinde {speed} yazan, {turkish} levha ne anlama gelir?",
        ),
        meanings[sort][0],
        [*wrong, distance],
        (
            "A red border forbids more, blue orders at least this much, and slanting stripes end a limit.",
            "Kırmızı kenar daha fazlasını yasaklar, mavi zemin en az bu kadarını zorunlu kılar, eğik çizgiler sınırlamayı bitirir.",
        ),
    )
    return plain.model_copy(update={"figure": _disc(speed, sort, looks[sort])})


def _disc(speed: int, sort: str, look: Both) -> Figure:
    drawing = Drawing(160, 130).circle((80, 65), 52, filled=sort == "least")
    if sort == "most":
        drawing.circle((80, 65), 42)
    drawing.label((80, 67), speed, size=38, look="muted" if sort == "end" else "")
    if sort == "end":
        for shift in (-8, 0, 8):
            drawing.line((47 + shift, 98 + shift), (113 + shift, 32 + shift))
    return drawing.figure(f"Üzerinde {speed} yazan {look[1]} levha.", f"{look[0].capitalize()} with the number {speed}.")  # fmt: skip


CENTRE = 130
STANDS = {"south": (152, 205), "east": (205, 108), "north": (108, 55), "west": (55, 152)}
HEADS = {"south": (0, -1), "east": (-1, 0), "north": (0, 1), "west": (1, 0)}
ON_THE_RIGHT = {"south": "east", "east": "north", "north": "west", "west": "south"}
ARMS: dict[str, Both] = {
    "south": ("from below", "aşağıdan"),
    "east": ("from the right", "sağdan"),
    "north": ("from above", "yukarıdan"),
    "west": ("from the left", "soldan"),
}


@template("drive-right-of-way-three", topic="drive-right-of-way", difficulty=4, seconds=70)
def three_at_a_crossing(rng: Random) -> Question:
    empty = rng.choice(list(STANDS))
    arms = [arm for arm in STANDS if arm != empty]
    numbers = dict(zip(arms, rng.sample([1, 2, 3], 3), strict=True))
    first = next(arm for arm in arms if ON_THE_RIGHT[arm] == empty)
    second = next(arm for arm in arms if ON_THE_RIGHT[arm] == first)
    third = next(arm for arm in arms if ON_THE_RIGHT[arm] == second)
    a, b, c = numbers[first], numbers[second], numbers[third]
    reads = "{} – {} – {}".format
    slips = {
        (c, b, a): (
            "Lets those from the left go first.",
            "Soldan gelene öncelik verir.",
        ),
        (a, c, b): (
            f"Overlooks that vehicle {c} has vehicle {b} on its right.",
            f"{c} numaralı aracın sağında {b} numaralı araç olduğunu gözden kaçırır.",
        ),
        (b, a, c): (
            f"Overlooks that vehicle {b} has vehicle {a} on its right.",
            f"{b} numaralı aracın sağında {a} numaralı araç olduğunu gözden kaçırır.",
        ),
    }
    assert all(order in permutations((a, b, c)) for order in slips)
    return question(
        en="At a crossing of equal roads without signs, lights or an officer, three cars arrive at once and all go straight on. In which order do they pass?",
        tr="Işık, levha ve görevli bulunmayan, eşit yolların kesiştiği kavşağa aynı anda gelen üç otomobil de düz gidecektir. Araçlar hangi sırayla geçer?",
        right=reads(a, b, c),
        wrong=[(reads(*order), english, turkish) for order, (english, turkish) in slips.items()],
        because_en=f"The one on the left gives way to the one on the right. Nobody is on the right of vehicle {a}; vehicle {b} has {a} on its right, and vehicle {c} has {b}.",
        because_tr=f"Soldaki araç sağdaki araca yol verir. {a} numaralı aracın sağında araç yoktur; {b} numaralının sağında {a}, {c} numaralının sağında {b} numaralı araç vardır.",
        figure=_crossing(numbers),
    )


def _crossing(numbers: dict[str, int]) -> Figure:
    drawing = Drawing(260, 260)
    near, far, end = CENTRE - 44, CENTRE + 44, 258
    for x, y in ((near, near), (far, near), (near, far), (far, far)):
        across, along = (2 if x == near else end), (2 if y == near else end)
        drawing.polyline([(across, y), (x, y), (x, along)])
    for start, stop in ((2, near), (far, end)):
        drawing.line((start, CENTRE), (stop, CENTRE), look="muted", dashed=True)
        drawing.line((CENTRE, start), (CENTRE, stop), look="muted", dashed=True)
    for arm, number in numbers.items():
        (x, y), (dx, dy) = STANDS[arm], HEADS[arm]
        wide, high = (24, 14) if dx else (14, 24)
        corners = [(x - wide, y - high), (x + wide, y - high), (x + wide, y + high), (x - wide, y + high)]  # fmt: skip
        drawing.polygon(corners, filled=True).label((x, y), number)
        drawing.arrow((x + 26 * dx, y + 26 * dy), (x + 52 * dx, y + 52 * dy), look="accent")
    places = [(number, *ARMS[arm]) for arm, number in sorted(numbers.items(), key=lambda p: p[1])]
    turkish = ", ".join(f"{number} numaralı araç {tr}" for number, _, tr in places)
    english = ", ".join(f"vehicle {number} comes {en}" for number, en, _ in places)
    return drawing.figure(
        f"Dört kollu kavşağın kuşbakışı görünümü: {turkish} geliyor.",
        f"A crossing of four arms seen from above: {english}.",
    )

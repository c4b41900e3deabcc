"""Parametric items of the topic `fe-build-tools`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "fe-build-tools"
PACKAGES = ["dates", "charts", "forms", "router", "icons", "maps", "tables"]
Version = tuple[int, int, int]


def written(version: Version) -> str:
    return ".".join(map(str, version))


@template("fe-build-tools-version-range", topic=TOPIC, difficulty=3, seconds=70)
def version_range(rng: Random) -> Question:
    sign = rng.choice(["^", "^", "~", "^0", "exact"])
    major = 0 if sign == "^0" else rng.randint(1, 4)
    minor, patch = rng.randint(2, 7), rng.randint(1, 6)
    start = (major, minor, patch)
    same_minor = (major, minor, patch + rng.randint(1, 9))
    next_minor = (major, minor + rng.randint(1, 2), rng.randint(0, 4))
    last_minor = (major, rng.randint(10, 14), rng.randint(0, 4))
    next_major = (major + 1, rng.randint(0, 3), rng.randint(0, 4))
    older = (major, minor - 1, rng.randint(7, 9))
    known = [older, start, same_minor, next_minor, last_minor, next_major]
    ends: dict[str, Version] = {
        "^": (major + 1, 0, 0),
        "~": (major, minor + 1, 0),
        "^0": (0, minor + 1, 0),
        "exact": (major, minor, patch + 1),
    }
    right = max(version for version in known if start <= version < ends[sign])
    range_text = {"~": "~", "exact": ""}.get(sign, "^") + written(start)
    package = rng.choice(PACKAGES)
    bound = written(ends[sign])
    why_en, why_tr = {
        "^": (
            f"`{range_text}` allows what does not raise the leftmost number other than 0: from {written(start)} up to below {bound}.",
            f"`{range_text}`, 0 olmayan en soldaki sayıyı artırmayanlara izin verir: {written(start)} ile {bound} arası ({bound} dahil değil).",
        ),
        "~": (
            f"`{range_text}` allows new patch versions only: from {written(start)} up to below {bound}.",
            f"`{range_text}` yalnızca yeni patch sürümlerine izin verir: {written(start)} ile {bound} arası ({bound} dahil değil).",
        ),
        "^0": (
            f"Before 1.0.0 each minor version may break things, so `{range_text}` allows from {written(start)} up to below {bound}.",
            f"1.0.0'dan önce her minor sürüm uyumu bozabilir; bu yüzden `{range_text}`, {written(start)} ile {bound} arasına izin verir ({bound} dahil değil).",
        ),
        "exact": (
            f"Without a sign only the version {written(start)} itself is allowed.",
            f"İşaret yoksa yalnızca {written(start)} sürümüne izin verilir.",
        ),
    }[sign]
    too_far = (
        written(last_minor),
        "Thinks that everything below the next major version is allowed.",
        "Bir sonraki major sürümün altındaki her şeye izin verildiğini sanır.",
    )
    return question(
        en=f"The package `{package}` has the versions {', '.join(map(written, known))}. Which is the newest one that this entry in `package.json` allows?",
        tr=f"`{package}` paketinin sürümleri: {', '.join(map(written, known))}. `package.json`'daki bu satırın izin verdiği en yeni sürüm hangisidir?",
        code_language="json",
        code=f'"{package}": "{range_text}"',
        right=written(right),
        wrong=[
            too_far,
            (
                written(next_major),
                "Thinks that the newest of all versions is allowed.",
                "Bütün sürümlerin en yenisine izin verildiğini sanır.",
            ),
            (
                written(same_minor),
                "Thinks that only the last number may grow here."
                if sign == "^"
                else "Thinks that a repair is taken although no sign allows it.",
                "Burada yalnızca son sayının artabileceğini sanır."
                if sign == "^"
                else "İşaret izin vermediği hâlde düzeltmenin alındığını sanır.",
            ),
        ],
        spare=[
            (
                written(start),
                "Thinks that only the named version is allowed.",
                "Yalnızca adı geçen sürüme izin verildiğini sanır.",
            ),
            (
                written(next_minor),
                "Compares numbers as text, or goes one minor version too far.",
                "Sayıları metin gibi karşılaştırır ya da bir minor sürüm fazla gider.",
            ),
        ],
        because_en=why_en
        if sign == "exact"
        else f"{why_en} The newest of those is {written(right)}.",
        because_tr=why_tr
        if sign == "exact"
        else f"{why_tr} Bunların en yenisi {written(right)} sürümüdür.",
    )


CHANGES: dict[str, list[tuple[str, str]]] = {
    "patch": [
        ("a wrong rounding is repaired", "yanlış bir yuvarlama düzeltildi"),
        ("a crash with empty lists is repaired", "boş listede çökme düzeltildi"),
        (
            "a typing error in an error message is repaired",
            "bir hata iletisindeki yazım hatası düzeltildi",
        ),
    ],
    "minor": [
        ("a new function is added", "yeni bir fonksiyon eklendi"),
        (
            "a function gets a new optional parameter",
            "bir fonksiyona isteğe bağlı yeni bir parametre eklendi",
        ),
    ],
    "major": [
        ("a public function is removed", "herkese açık bir fonksiyon kaldırıldı"),
        ("a public function is renamed", "herkese açık bir fonksiyonun adı değişti"),
        (
            "a public function now requires one more argument",
            "herkese açık bir fonksiyona zorunlu bir parametre daha eklendi",
        ),
    ],
}


@template("fe-build-tools-next-version", topic=TOPIC, difficulty=2, seconds=50)
def next_version(rng: Random) -> Question:
    major, minor, patch = rng.randint(1, 5), rng.randint(1, 9), rng.randint(1, 9)
    kinds = rng.choice(
        [
            ["patch"],
            ["minor"],
            ["major"],
            ["patch", "minor"],
            ["patch", "major"],
            ["minor", "major"],
        ]
    )
    changes = [rng.choice(CHANGES[kind]) for kind in kinds]
    if rng.random() < 0.5:
        changes = changes[::-1]
    highest = max(kinds, key=["patch", "minor", "major"].index)
    following: dict[str, Version] = {
        "patch": (major, minor, patch + 1),
        "minor": (major, minor + 1, 0),
        "major": (major + 1, 0, 0),
    }
    says = {
        "patch": (
            "Takes the change for a repair that everyone can take over.",
            "Değişikliği herkesin alabileceği bir düzeltme sanır.",
        ),
        "minor": (
            "Takes the change for a new feature that leaves old code working.",
            "Değişikliği eski kodu bozmayan yeni bir özellik sanır.",
        ),
        "major": (
            "Thinks that this change breaks code that uses the package.",
            "Bu değişikliğin paketi kullanan kodu bozduğunu sanır.",
        ),
    }
    wrong = [
        (written(following[kind]), *says[kind])
        for kind in ("major", "minor", "patch")
        if kind != highest
    ]
    kept = {"minor": (major, minor + 1, patch), "major": (major + 1, minor, patch)}
    return question(
        en=f"A library with semantic versioning stands at **{major}.{minor}.{patch}**. In the next release {' and '.join(en for en, _ in changes)}; all else stays the same. Which version number follows?",
        tr=f"Anlamsal sürümleme kullanan bir kitaplığın sürümü **{major}.{minor}.{patch}**. Sonraki yayında {' ve '.join(tr for _, tr in changes)}; geri kalan her şey aynı. Hangi sürüm numarası gelir?",
        right=written(following[highest]),
        wrong=[
            *wrong,
            (
                written(kept.get(highest, (major, minor + 1, patch + 1))),
                "Does not set the numbers to the right back to 0."
                if highest != "patch"
                else "Raises two numbers at once.",
                "Sağdaki sayıları 0 yapmaz."
                if highest != "patch"
                else "İki sayıyı birden artırır.",
            ),
        ],
        spare=[
            (
                written((major + 1, minor + 1, patch + 1)),
                "Raises every number.",
                "Bütün sayıları artırır.",
            )
        ],
        because_en={
            "patch": "Only a repair, and nothing new for those who use the library: the patch number rises by 1.",
            "minor": "Something new that leaves old code working: minor rises by 1, patch goes back to 0.",
            "major": "Code that uses the library may break: major rises by 1, minor and patch go back to 0.",
        }[highest]
        + (" The weightiest change decides." if len(kinds) > 1 else ""),
        because_tr={
            "patch": "Yalnızca bir düzeltme var, kullananlar için yenilik yok: patch 1 artar.",
            "minor": "Eski kodu bozmayan bir yenilik var: minor 1 artar, patch 0 olur.",
            "major": "Kitaplığı kullanan kod bozulabilir: major 1 artar, minor ve patch 0 olur.",
        }[highest]
        + (" En ağır değişiklik belirler." if len(kinds) > 1 else ""),
    )

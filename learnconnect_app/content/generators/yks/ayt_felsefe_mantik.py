"""Parametric items of classical logic: opposition, conversion, syllogisms."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

CLASSICAL = "ayt-fel-klasik-mantik"
SYLLOGISM = "ayt-fel-kiyas"

QUALITIES = [
    ("öğrenci", "öğrenciler", "çalışkandır", "çalışkan"),
    ("masa", "masalar", "ahşaptır", "ahşap"),
    ("roman", "romanlar", "uzundur", "uzun"),
    ("ressam", "ressamlar", "sabırlıdır", "sabırlı"),
    ("kuş", "kuşlar", "göçmendir", "göçmen"),
    ("çiçek", "çiçekler", "kokuludur", "kokulu"),
    ("sporcu", "sporcular", "disiplinlidir", "disiplinli"),
    ("ev", "evler", "bahçelidir", "bahçeli"),
]
"""A subject, its plural, a predicate with and without its ending."""
NOUNS = [
    ("şair", "şairler", "şairdir", "şair"),
    ("öğretmen", "öğretmenler", "öğretmendir", "öğretmen"),
    ("sporcu", "sporcular", "sporcudur", "sporcu"),
    ("müzisyen", "müzisyenler", "müzisyendir", "müzisyen"),
    ("gezgin", "gezginler", "gezgindir", "gezgin"),
    ("doktor", "doktorlar", "doktordur", "doktor"),
    ("yazar", "yazarlar", "yazardır", "yazar"),
    ("bahçıvan", "bahçıvanlar", "bahçıvandır", "bahçıvan"),
    ("gönüllü", "gönüllüler", "gönüllüdür", "gönüllü"),
]
Words = tuple[str, str, str, str]


def said(form: str, subject: Words, predicate: Words) -> str:
    """The proposition A, E, I or O."""
    one, many = subject[:2]
    is_so, bare = predicate[2:]
    return {
        "A": f"Bütün {many} {is_so}.",
        "E": f"Hiçbir {one} {bare} değildir.",
        "I": f"Bazı {many} {is_so}.",
        "O": f"Bazı {many} {bare} değildir.",
    }[form]


RELATIONS = {
    "AO": "Çelişik", "OA": "Çelişik", "EI": "Çelişik", "IE": "Çelişik", "AE": "Karşıt",
    "EA": "Karşıt", "IO": "Alt karşıt", "OI": "Alt karşıt", "AI": "Altık", "IA": "Altık",
    "EO": "Altık", "OE": "Altık",
}  # fmt: skip
FOLLOWS = {
    ("Çelişik", "both", 1): 0,
    ("Çelişik", "both", 0): 1,
    ("Karşıt", "both", 1): 0,
    ("Karşıt", "both", 0): 2,
    ("Alt karşıt", "both", 1): 2,
    ("Alt karşıt", "both", 0): 1,
    ("Altık", "down", 1): 1,
    ("Altık", "down", 0): 2,
    ("Altık", "up", 1): 2,
    ("Altık", "up", 0): 0,
}
"""Value of the second proposition: 0 false, 1 true, 2 open; by relation, direction, first value."""
RULES = {
    "Çelişik": "Çelişik önermelerden biri doğruysa öteki yanlıştır; ikisi birlikte doğru ya da yanlış olamaz.",
    "Karşıt": "Karşıt önermeler birlikte doğru olamaz ama birlikte yanlış olabilir.",
    "Alt karşıt": "Alt karşıt önermeler birlikte yanlış olamaz ama birlikte doğru olabilir.",
    "Altık": "Tümel doğruysa altığı olan tikel de doğrudur; tikel yanlışsa tümel de yanlıştır. Tersleri kesin değildir.",
}
ENDINGS = {
    "Çelişik": "birbirinin **çelişiğidir**",
    "Karşıt": "birbirinin **karşıtıdır**",
    "Alt karşıt": "birbirinin **alt karşıtıdır**",
    "Altık": "**altık** önermelerdir",
}
OUTCOMES = (" **yanlıştır**", " **doğrudur**", "nin doğruluğu **belirsizdir**")
TRUTHS = ("yanlıştır", "doğrudur", "doğruluğu belirsizdir")


@template("ayt-fel-klasik-mantik-karsi-olum", topic=CLASSICAL, difficulty=3, seconds=70)
def opposition(rng: Random) -> Question:
    words = rng.choice(QUALITIES)
    pair = rng.choice(sorted(RELATIONS))
    first, second = pair[0], pair[1]
    value = rng.randint(0, 1)
    relation = RELATIONS[pair]
    way = "both" if relation != "Altık" else ("down" if first in "AE" else "up")
    truth = FOLLOWS[relation, way, value]
    others = [name for name in ("Çelişik", "Karşıt", "Alt karşıt", "Altık") if name != relation]
    slips = [
        (
            f"{relation} önermedir; {TRUTHS[other]}.",
            f"İlişkiyi bulur ama {relation.lower()} önermelerin kuralını yanlış uygular.",
        )
        for other in range(3)
        if other != truth
    ]
    slips += [
        (
            f"{name} önermedir; {TRUTHS[truth if place else (truth + 1) % 3]}.",
            f"Önermeler arasındaki ilişkiyi {name.lower()} sanır.",
        )
        for place, name in enumerate(rng.sample(others, 2))
    ]
    formulas = {"A": "not w", "E": "not u", "I": "bool(u)", "O": "bool(w)"}
    worlds = "[(1, 0), (0, 1), (1, 1)]"
    found = f"[{formulas[second]} for u, w in {worlds} if ({formulas[first]}) == {bool(value)}]"
    given, asked = said(first, words, words), said(second, words, words)
    return exam_question(
        f"“{given}” önermesinin **{'doğru' if value else 'yanlış'}** olduğu kabul edilirse "
        f"“{asked}” önermesi için aşağıdakilerden hangisi söylenebilir?",
        f"{relation} önermedir; {TRUTHS[truth]}.",
        slips,
        f"“{given}” ({first}) ile “{asked}” ({second}) {ENDINGS[relation]}. {RULES[relation]} "
        f"Bu yüzden ikinci önerme{OUTCOMES[truth]}.",
        computed=f"(lambda v: int(v[0]) if len(set(v)) == 1 else 2)({found})",
        reads=str(truth),
    )


@template("ayt-fel-klasik-mantik-duz-dondurme", topic=CLASSICAL, difficulty=3, seconds=60)
def conversion(rng: Random) -> Question:
    s, p = rng.sample(NOUNS, 2)
    form = rng.choice("AEI")
    right = "E" if form == "E" else "I"
    quantity = "Yüklemin niceliğini gözetmeden tümel bir önerme yazar."
    quality = "Döndürürken önermenin niteliğini değiştirir."
    unturned = "Özne ile yüklemin yerini değiştirmez."
    shown = [(1, right)]
    slips = []
    for swapped, other, slip in {
        "A": [(1, "A", quantity), (1, "E", quality), (1, "O", quality), (0, "I", unturned)],
        "E": [(1, "A", quality), (1, "I", quality), (0, "O", unturned), (0, "A", unturned)],
        "I": [(1, "A", quantity), (1, "E", quality), (1, "O", quality), (0, "O", unturned)],
    }[form]:
        shown.append((swapped, other))
        slips.append((said(other, *((p, s) if swapped else (s, p))), slip))
    rule = {
        "A": "Tümel olumlu önerme **tikel olumluya** döndürülür, çünkü yüklem bütün kaplamıyla alınmamıştır.",
        "E": "Tümel olumsuz önerme yine **tümel olumsuz** olarak döndürülür.",
        "I": "Tikel olumlu önerme yine **tikel olumlu** olarak döndürülür.",
    }[form]
    holds = "(lambda k, x, y, z: {'A': not y, 'E': not x, 'I': x, 'O': y}[k])"
    worlds = "[v for v in itertools.product([False, True], repeat=3) if (v[0] or v[1]) and (v[0] or v[2])]"
    turned = "(v[0], v[2], v[1])"
    return exam_question(
        f"“{said(form, s, p)}” önermesinin **düz döndürmesi** aşağıdakilerden hangisidir?",
        said(right, p, s),
        slips,
        f"Düz döndürmede özne ile yüklem yer değiştirir, nitelik aynı kalır. {rule}",
        computed=f"[i for i, (w, k) in enumerate({shown}) if w and all({holds}(k, *{turned}) for v in {worlds} "
        f"if {holds}('{form}', *v))] == [0]",
        reads="True",
    )


MOODS = {
    "AA1": "A", "EA1": "E", "AI1": "I", "EI1": "O", "EA2": "E", "AE2": "E", "EI2": "O",
    "AO2": "O", "IA3": "I", "AI3": "I", "OA3": "O", "EI3": "O", "EE1": "", "II1": "",
    "AA2": "", "IA1": "", "EO2": "",
}  # fmt: skip
"""What follows from two premises in a figure, at its strongest; nothing where empty."""
REASONS = {
    "EE1": "İki öncül de olumsuzdur; iki olumsuzdan sonuç çıkmaz.",
    "EO2": "İki öncül de olumsuzdur; iki olumsuzdan sonuç çıkmaz.",
    "II1": "İki öncül de tikeldir; iki tikelden sonuç çıkmaz.",
    "AA2": "Orta terim hiçbir öncülde bütün kaplamıyla alınmamıştır.",
    "IA1": "Orta terim hiçbir öncülde bütün kaplamıyla alınmamıştır.",
}
NOTHING = "Bu öncüllerden zorunlu bir sonuç çıkmaz."


@template("ayt-fel-kiyas-sonuc-bul", topic=SYLLOGISM, difficulty=3, seconds=80)
def what_follows(rng: Random) -> Question:
    terms = rng.sample(NOUNS, 3)
    mood = rng.choice(sorted(MOODS))
    s, m, p = 0, 1, 2
    major = (m, p) if mood[2] in "13" else (p, m)
    minor = (m, s) if mood[2] == "3" else (s, m)
    premises = [(mood[0], *major), (mood[1], *minor)]
    right = MOODS[mood]
    hidden = {"A": "I", "E": "O"}.get(right, "")
    listed = [(form, s, p) for form in "AEIO" if form not in (right, hidden)]
    shown = [(right, s, p)] if right else []
    shown += [*listed, ("A", p, s)][: 3 if right else 4]
    slips = {
        "A": "Zayıf öncülü ya da terimlerin kaplamını gözetmeden tümel olumlu sonuç çıkarır.",
        "E": "Öncüllerin bildirdiğinden fazlasını, tümel olumsuz bir sonucu çıkarır.",
        "I": "Öncüllerin niteliğini gözetmeden tikel olumlu sonuç çıkarır.",
        "O": "Öncüllerden zorunlu olarak çıkmayan tikel olumsuz bir sonucu seçer.",
    }
    texts = [said(k, terms[x], terms[y]) for k, x, y in shown]
    wrong = [(text, slips[k]) for text, (k, _, _) in zip(texts, shown, strict=True)]
    if right:
        wrong = [*wrong[1:], (NOTHING, "Orta terimin iki terimi birleştirdiğini gözden kaçırır.")]
    middle = terms[m][0]
    reason = (
        f"Orta terim olan “{middle}” en az bir öncülde bütün kaplamıyla alınmıştır. Sonuç zayıf öncüle "
        f"uyar; küçük terim özne, büyük terim yüklem olur: **{texts[0]}**"
        if right
        else f"{REASONS[mood]} Öncüller doğruyken seçeneklerdeki yargıların her biri yanlış olabilir."
    )
    claims = shown if right else [(k, x, y) for k in "AEIO" for x, y in ((s, p), (p, s))]
    holds = (
        "lambda g, k, x, y: {'A': all(h >> y & 1 for h in g if h >> x & 1), "
        "'E': not any(h >> x & 1 and h >> y & 1 for h in g), "
        "'I': any(h >> x & 1 and h >> y & 1 for h in g), "
        "'O': any(h >> x & 1 and not h >> y & 1 for h in g)}[k]"
    )
    worlds = (
        "[g for j in range(1, 9) for g in itertools.combinations(range(8), j) "
        "if all(any(h >> o & 1 for h in g) for o in range(3))]"
    )
    return exam_question(
        f"“{said(mood[0], *(terms[i] for i in major))} {said(mood[1], *(terms[i] for i in minor))}”\n\n"
        "Bu iki öncülden aşağıdaki sonuçlardan hangisi **zorunlu olarak** çıkar?",
        texts[0] if right else NOTHING,
        wrong,
        reason,
        computed=f"(lambda f, ws: [i for i, q in enumerate({claims}) if all(f(g, *q) for g in ws "
        f"if all(f(g, *u) for u in {premises}))])({holds}, {worlds}) == {[0] if right else []}",
        reads="True",
    )

"""Parametric items of the topic `js-testing`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-testing"
THEMES = [
    (
        "A group may have from {} to {} members.",
        "Bir grupta en az {}, en çok {} üye olabilir.",
        "members",
    ),
    ("A name has from {} to {} letters.", "Bir ad en az {}, en çok {} harflidir.", "letters"),
    (
        "A parcel weighs from {} to {} kilograms.",
        "Bir paket en az {}, en çok {} kilogramdır.",
        "weight",
    ),
    ("A course takes from {} to {} hours.", "Bir kurs en az {}, en çok {} saat sürer.", "hours"),
]
THINGS = ["milk", "rent", "book", "exam", "visit", "music", "sport", "photo"]
ASSERT = """\
let failed = 0;
const need = (right) => { if (!right) throw new Error("AssertionError"); };
const same = (a, b) => {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]));
};
const assert = {
  equal: (a, b) => need(Object.is(a, b)),
  notEqual: (a, b) => need(!Object.is(a, b)),
  deepEqual: (a, b) => need(same(a, b)),
  ok: (a) => need(a),
};
const test = (name, action) => { try { action(); } catch { failed += 1; } };
"""
MOCK = """\
const mock = {
  fn() {
    const calls = [];
    const stand = (...values) => { calls.push({arguments: values}); };
    stand.mock = {calls, callCount: () => calls.length};
    return stand;
  },
};
"""
CHECKS = [
    # code, fails, fails if === were ==, fails if deepEqual compared identities
    ("assert.equal(1 + 1, 2)", False, False, False),
    ('assert.equal("ab".length, 2)', False, False, False),
    ('assert.equal(5, "5")', True, False, True),
    ("assert.equal(0, false)", True, False, True),
    ("assert.equal([1], [1])", True, True, True),
    ("assert.equal(0.1 + 0.2, 0.3)", True, True, True),
    ("assert.deepEqual([1, 2], [1, 2])", False, False, True),
    ("assert.deepEqual({a: 1}, {a: 1})", False, False, True),
    ("assert.deepEqual([1, 2], [2, 1])", True, True, True),
    ('assert.deepEqual([1], ["1"])', True, False, True),
    ("assert.deepEqual({a: 1, b: 2}, {b: 2, a: 1})", False, False, True),
    ("assert.notEqual([1], [1])", False, False, False),
    ('assert.ok("")', True, True, True),
    ("assert.ok([])", False, False, False),
    ('assert.equal("A".toLowerCase(), "a")', False, False, False),
    ('assert.notEqual(2, "2")', False, True, False),
]


@template("js-testing-case-finds-mistake", topic=TOPIC, difficulty=3, seconds=70)
def case_finds_mistake(rng: Random) -> Question:
    rule_en, rule_tr, name = rng.choice(THEMES)
    low = rng.randint(2, 9)
    high = low + rng.randint(6, 20)
    written, found = rng.choice(
        [
            (f"{name} > {low} && {name} <= {high}", low),
            (f"{name} >= {low - 1} && {name} <= {high}", low - 1),
            (f"{name} >= {low} && {name} < {high}", high),
            (f"{name} >= {low} && {name} <= {high + 1}", high + 1),
        ]
    )
    inside = (low + high) // 2
    options = [
        (low, "the lower limit", "Alt sınırı"),
        (high, "the upper limit", "Üst sınırı"),
        (low - 1, "the number just below the lower limit", "Alt sınırın hemen altını"),
        (high + 1, "the number just above the upper limit", "Üst sınırın hemen üstünü"),
        (inside, "a number in the middle", "Ortadaki bir sayıyı"),
    ]
    others = [each for each in options if each[0] != found]
    dropped = rng.randrange(5)
    others = [each for place, each in enumerate(others) if place != dropped]
    allowed = low <= found <= high
    says_en, says_tr = ("refuses", "reddediyor") if allowed else ("accepts", "kabul ediyor")
    rule_says_en, rule_says_tr = (
        ("allows", "izin veriyor") if allowed else ("forbids", "izin vermiyor")
    )
    listed = ", ".join(str(value) for value in [found, *(each[0] for each in others)])
    return question(
        en=f"Rule: {rule_en.format(low, high)} The function should check this, but it has a mistake. Which test input finds the mistake?",
        tr=f"Kural: {rule_tr.format(low, high)} Fonksiyon bunu denetlemeli ama bir hatası var. Hangi test girdisi hatayı bulur?",
        code=f"function isAllowed({name}) {{\n  return {written};\n}}",
        code_language="javascript",
        right=found,
        wrong=[
            (
                value,
                f"Tests {text_en}, where function and rule agree.",
                f"{text_tr} dener; orada fonksiyonla kural aynı sonucu verir.",
            )
            for value, text_en, text_tr in others
        ],
        because_en=f"The rule {rule_says_en} {found}, but the function {says_en} it. For the other inputs both agree, so only {found} makes a test fail.",
        because_tr=f"Kural {found} değerine {rule_says_tr}, fonksiyon ise onu {says_tr}. Öteki girdilerde ikisi aynı sonucu verir; testi yalnızca {found} başarısız kılar.",
        proof=Proof(
            run="value",
            expression=f"((found) => (found.length === 1 ? found[0] : found))([{listed}].filter((n) => isAllowed(n) !== (n >= {low} && n <= {high})))",
        ),
    )


@template("js-testing-calls-of-a-mock", topic=TOPIC, difficulty=3, seconds=80)
def calls_of_a_mock(rng: Random) -> Question:
    limit = rng.randint(3, 6)
    early, late = rng.sample(range(1, limit), 2), rng.sample(range(limit + 1, 12), 2)
    days = [*early, limit, *late]
    while True:
        rng.shuffle(days)
        if days[0] > limit:
            break
    names = rng.sample(THINGS, 5)
    sent = [name for name, day in zip(names, days, strict=True) if day <= limit]
    place = rng.randint(0, 1)
    right = f"{len(sent)} {sent[place]}"
    tasks = "".join(
        f'  {{name: "{name}", days: {day}}},\n' for name, day in zip(names, days, strict=True)
    )
    return question(
        en="`mock` comes from `node:test`. What does this part of a test print?",
        tr="`mock`, `node:test`'ten geliyor. Testin bu bölümü ne yazdırır?",
        code=(
            "function remind(tasks, send) {\n"
            "  for (const task of tasks) {\n"
            f"    if (task.days <= {limit}) send(task.name, task.days);\n"
            "  }\n}\n"
            "const send = mock.fn();\n"
            f"remind([\n{tasks}], send);\n"
            f"console.log(send.mock.callCount(), send.mock.calls[{place}].arguments[0]);"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                f"5 {names[place]}",
                "Thinks that the mock is called for every task.",
                "Taklidin her görev için çağrıldığını sanır.",
            ),
            (
                f"{len(sent)} {sent[place - 1] if place else sent[1]}",
                "Miscounts the calls, which are numbered from 0.",
                "0'dan numaralanan çağrıları yanlış sayar.",
            ),
            (
                f"{len(sent) - 1} {[n for n, d in zip(names, days, strict=True) if d < limit][place]}",
                "Reads <= as <.",
                "<= işaretini < gibi okur.",
            ),
            (
                f"0 {sent[place]}",
                "Thinks that calls of a mock are not counted.",
                "Taklide yapılan çağrıların sayılmadığını sanır.",
            ),
        ],
        because_en=f"The mock notes each call. `send` is called for {', '.join(sent)}: {len(sent)} calls, and the one with the number {place} has the first argument {sent[place]}.",
        because_tr=f"Taklit her çağrıyı not eder. `send` şunlar için çağrılır: {', '.join(sent)}. Toplam {len(sent)} çağrı vardır ve {place} numaralı çağrının ilk argümanı {sent[place]} olur.",
        proof=Proof(run="output", setup=MOCK),
    )


@template("js-testing-how-many-fail", topic=TOPIC, difficulty=4, seconds=90)
def how_many_fail(rng: Random) -> Question:
    checks = rng.sample(CHECKS, 4)
    right = sum(fails for _, fails, _, _ in checks)
    loose = sum(fails for _, _, fails, _ in checks)
    identity = sum(fails for _, _, _, fails in checks)
    failing = [code.removeprefix("assert.") for code, fails, _, _ in checks if fails]
    shown_en = "; ".join(f"`{code}`" for code in failing) or "none"
    shown_tr = "; ".join(f"`{code}`" for code in failing) or "yok"
    return question(
        en="`assert` comes from `node:assert/strict`, `test` from `node:test`. How many of these tests **fail**?",
        tr="`assert`, `node:assert/strict`'ten; `test`, `node:test`'ten geliyor. Bu testlerden kaçı **başarısız** olur?",
        code="\n".join(
            f'test("{letter}", () => {code});'
            for letter, (code, _, _, _) in zip("abcd", checks, strict=True)
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                loose,
                "Compares as == does, which converts types.",
                "Türleri dönüştüren == gibi karşılaştırır.",
            ),
            (
                identity,
                "Thinks that deepEqual wants the same object, not equal contents.",
                "deepEqual'ın eşit içerik değil aynı nesneyi istediğini sanır.",
            ),
            (4 - right, "Counts the tests that pass.", "Geçen testleri sayar."),
        ],
        spare=[
            (
                right + 1 if right < 4 else 2,
                "Takes one check for the wrong result.",
                "Bir denetimin sonucunu yanlış değerlendirir.",
            ),
            (
                right - 1 if right > 0 else 2,
                "Takes one check for the wrong result.",
                "Bir denetimin sonucunu yanlış değerlendirir.",
            ),
            (
                right + 2 if right < 3 else 1,
                "Takes two checks for the wrong result.",
                "İki denetimin sonucunu yanlış değerlendirir.",
            ),
            (
                (right + 3) % 5,
                "Takes several checks for the wrong result.",
                "Birkaç denetimin sonucunu yanlış değerlendirir.",
            ),
        ],
        because_en=f"Failing here: {shown_en}. In strict mode `equal` compares like `Object.is`, without converting types and by identity for objects; `deepEqual` compares contents. `ok` wants a truthy value.",
        because_tr=f"Başarısız olanlar: {shown_tr}. Strict modda `equal` `Object.is` gibi karşılaştırır: tür dönüştürmez, nesnelerde kimliğe bakar; `deepEqual` içeriği karşılaştırır. `ok` doğru sayılan bir değer ister.",
        proof=Proof(run="value", expression="failed", setup=ASSERT),
    )

"""Parametric items of the topic `fe-testing`."""

from __future__ import annotations

import json
from random import Random

from learnconnect_app.content.builders import Both, bilingual, question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "fe-testing"
LABELS = [
    ["Save", "Save draft", "Cancel"],
    ["Send", "Send later", "Delete"],
    ["Open", "Open folder", "Close"],
    ["Buy", "Buy again", "Compare"],
]
MOCK = """
const vi = {
  fn(action = () => undefined) {
    const mock = (...values) => { mock.mock.calls.push(values); return action(...values); };
    mock.mock = { calls: [] };
    return mock;
  },
};
"""


@template("fe-testing-query-result", topic=TOPIC, difficulty=3, seconds=65)
def query_result(rng: Random) -> Question:
    plain, longer, other = rng.choice(LABELS)
    shown = rng.choice([[plain, longer, other], [longer, plain], [longer, other], [plain, other]])
    shown = rng.sample(shown, len(shown))
    query = rng.choice(["getBy", "queryBy", "getAllBy", "queryAllBy"])
    pattern = rng.choice(["string", "string", "lower", "regex"])
    name = {
        "string": f'"{plain}"',
        "lower": f'"{plain.lower()}"',
        "regex": f"/{plain.lower()}/i",
    }[pattern]
    found = [
        label
        for label in shown
        if (label == plain if pattern == "string" else pattern == "regex" and plain in label)
    ]
    throws: Both = ("it throws an error", "hata verir")
    nothing: Both = ("`null`", "`null`")

    def array(size: int) -> Both:
        english = {0: "an empty array", 1: "an array with 1 button"}
        return english.get(size, f"an array with {size} buttons"), (
            "boş bir dizi" if size == 0 else f"{size} düğmeli bir dizi"
        )

    def button(label: str) -> Both:
        return f"the button “{label}”", f"“{label}” düğmesi"

    if query.endswith("AllBy"):
        right = throws if query == "getAllBy" and not found else array(len(found))
    elif len(found) > 1:
        right = throws
    elif found:
        right = button(found[0])
    else:
        right = throws if query == "getBy" else nothing
    first = next((label for label in shown if plain in label), shown[0])
    matching = sum(plain in label for label in shown)
    empty = (
        "Mixes up what each kind of query gives when nothing matches.",
        "Eşleşme yokken hangi sorgunun ne verdiğini karıştırır.",
    )
    wrong: list[tuple[Both, Both]] = [
        (
            button(first),
            (
                "Expects a single element: the first one whose name contains the text.",
                "Tek öğe bekler: adında metin geçen ilk öğeyi.",
            ),
        ),
        (
            throws,
            ("Thinks that this query throws here.", "Bu sorgunun burada hata verdiğini sanır."),
        ),
        (nothing, empty),
        (
            array(matching if query.endswith("AllBy") else 2),
            (
                "Expects an array of all buttons whose name contains the text.",
                "Adında metin geçen bütün düğmelerin dizisini bekler.",
            ),
        ),
        (array(0), empty),
    ]
    how = {
        "string": (
            "A string must equal the whole name",
            "Metin, adın tamamına eşit olmalıdır",
        ),
        "lower": (
            "A string must equal the whole name, capitals included",
            "Metin, büyük küçük harf dahil adın tamamına eşit olmalıdır",
        ),
        "regex": (
            "A regular expression looks for a part of the name, and `i` ignores capitals",
            "Düzenli ifade adın bir parçasını arar, `i` büyük küçük harfe bakmaz",
        ),
    }[pattern]
    rule = {
        "getBy": ("`getBy` wants exactly one", "`getBy` tam olarak bir öğe ister"),
        "queryBy": (
            "`queryBy` gives `null` for none and throws for several",
            "`queryBy` hiç yoksa `null` verir, birden çoksa hata verir",
        ),
        "getAllBy": ("`getAllBy` wants at least one", "`getAllBy` en az bir öğe ister"),
        "queryAllBy": (
            "`queryAllBy` always gives an array",
            "`queryAllBy` her zaman dizi verir",
        ),
    }[query]
    markup = "\n".join(f"<button>{label}</button>" for label in shown)
    return bilingual(
        (
            f'The document contains only these buttons. What does `screen.{query}Role("button", {{ name: {name} }})` of Testing Library give?',
            f'Belgede yalnızca bu düğmeler var. Testing Library\'nin `screen.{query}Role("button", {{ name: {name} }})` sorgusu ne verir?',
        ),
        right,
        wrong,
        (
            f"{how[0]}; {len(found)} of the buttons match{'es' if len(found) == 1 else ''}. {rule[0]}, so the result is: {right[0]}.",
            f"{how[1]}; eşleşen düğme sayısı: {len(found)}. {rule[1]}, sonuç: {right[1]}.",
        ),
        code=markup,
        code_language="html",
    )


@template("fe-testing-mock-calls", topic=TOPIC, difficulty=3, seconds=75)
def mock_calls(rng: Random) -> Question:
    names = rng.sample(["Ada", "Alan", "Elif", "Mert", "Grace", "Deniz"], 4)
    ages = [rng.randint(12, 24) for _ in names]
    limit = rng.choice([16, 18])
    if all(age < limit for age in ages):
        ages[rng.randint(0, 3)] = limit + 2
    if all(age >= limit for age in ages):
        ages[rng.randint(0, 3)] = limit - 2
    if limit not in ages and rng.random() < 0.5:
        ages[rng.randint(0, 1)] = limit
    people = list(zip(names, ages, strict=True))
    invited = [name for name, age in people if age >= limit]
    strict = [name for name, age in people if age > limit]
    younger = [name for name, age in people if age < limit]

    def says(chosen: list[str], last: bool = True) -> str:
        if not chosen:
            return "0 undefined"
        return f"{len(chosen)} {chosen[-1 if last else 0]}"

    shown = ", ".join(f'{{ name: "{name}", age: {age} }}' for name, age in people)
    return question(
        en="`vi.fn()` makes a mock function as in Vitest; `mock.calls` holds the arguments of each call. What does this program print?",
        tr="`vi.fn()` Vitest'teki gibi taklit bir fonksiyon kurar; `mock.calls` her çağrının argümanlarını tutar. Bu program ne yazdırır?",
        code_language="javascript",
        code=(
            "function inviteAll(people, send) {\n"
            "  for (const person of people) {\n"
            f"    if (person.age >= {limit}) send(person.name, person.age);\n"
            "  }\n"
            "}\n"
            "const send = vi.fn();\n"
            f"inviteAll([{shown}], send);\n"
            "const calls = send.mock.calls;\n"
            "console.log(calls.length, calls.at(-1)[0]);"
        ),
        right=says(invited),
        wrong=[
            (
                says(invited, last=False),
                "Takes the first call for the last one.",
                "İlk çağrıyı son çağrı sanır.",
            ),
            (
                says(names),
                "Thinks that the mock is called for everyone.",
                "Taklidin herkes için çağrıldığını sanır.",
            ),
            (
                says(strict) if strict != invited else says(younger),
                f"Leaves out who is exactly {limit}."
                if strict != invited
                else "Reads the condition the wrong way round.",
                f"Yaşı tam {limit} olanı dışarıda bırakır."
                if strict != invited
                else "Koşulu ters okur.",
            ),
        ],
        spare=[
            (
                f"{len(invited) * 2} {invited[-1]}",
                "Counts the arguments in place of the calls.",
                "Çağrılar yerine argümanları sayar.",
            ),
            (
                f"{len(invited)} {dict(people)[invited[-1]]}",
                "Takes the second argument for the first one.",
                "İkinci argümanı birinci sanır.",
            ),
            (
                "0 undefined",
                "Thinks that a mock notes no calls of its own.",
                "Taklidin çağrıları not etmediğini sanır.",
            ),
        ],
        because_en=f"The mock is called once for each person of at least {limit}: {json.dumps(invited)}. `calls.at(-1)[0]` is the first argument of the last call.",
        because_tr=f"Taklit, yaşı en az {limit} olan her kişi için bir kez çağrılır: {json.dumps(invited)}. `calls.at(-1)[0]`, son çağrının ilk argümanıdır.",
        proof=Proof(run="output", setup=MOCK),
    )

"""Parametric items of the topic `js-async-await`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-async-await"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
WORDS = ["red", "blue", "green", "black", "white", "pink", "gold", "gray", "brown", "violet"]
CLOCK = """\
let now = 0;
const waiting = [];
const clock = () => now;
const wait = (seconds) => new Promise((done) => waiting.push([now + seconds, done]));
function tick() {
  if (waiting.length === 0) return;
  waiting.sort((a, b) => a[0] - b[0]);
  const [at, done] = waiting.shift();
  now = at;
  done();
  setTimeout(tick, 0);
}
setTimeout(tick, 0);
"""
"""Waiting that takes no real time: `wait` and `clock` of the items below."""


@template("js-async-await-how-long", topic=TOPIC, difficulty=3, seconds=80)
def how_long(rng: Random) -> Question:
    a, b, c = rng.sample(range(1, 8), 3)
    form = rng.choice(["one by one", "all", "started", "mixed"])
    if form == "one by one":
        body = [f"await wait({a});", f"await wait({b});", f"await wait({c});"]
        right = a + b + c
        why_en = (
            f"Each `wait` starts only when the one before has ended: {a} + {b} + {c} = {right}."
        )
        why_tr = f"Her `wait` ancak bir önceki bitince başlar: {a} + {b} + {c} = {right}."
    elif form == "all":
        body = [f"await Promise.all([wait({a}), wait({b}), wait({c})]);"]
        right = max(a, b, c)
        why_en = f"All three start at once, so the longest decides: {right}."
        why_tr = f"Üçü de aynı anda başlar; en uzunu belirler: {right}."
    elif form == "started":
        body = [
            f"const first = wait({a});",
            f"const second = wait({b});",
            "await first;",
            "await second;",
            f"await wait({c});",
        ]
        right = max(a, b) + c
        why_en = f"The first two start at once and take {max(a, b)} together; only then does the third begin: {max(a, b)} + {c} = {right}."
        why_tr = f"İlk ikisi aynı anda başlar ve birlikte {max(a, b)} sürer; üçüncüsü ancak sonra başlar: {max(a, b)} + {c} = {right}."
    else:
        body = [f"await wait({a});", f"await Promise.all([wait({b}), wait({c})]);"]
        right = a + max(b, c)
        why_en = f"First {a}, then the other two at the same time, of which the longer decides: {a} + {max(b, c)} = {right}."
        why_tr = f"Önce {a}, sonra öteki ikisi aynı anda; onlarda uzun olan belirler: {a} + {max(b, c)} = {right}."
    return question(
        en="`wait(s)` gives a promise that is fulfilled after `s` seconds; `clock()` tells how many seconds have passed since the start. What is printed, in whole seconds?",
        tr="`wait(s)`, `s` saniye sonra yerine gelen bir promise verir; `clock()` başlangıçtan beri kaç saniye geçtiğini söyler. Tam saniye olarak ne yazdırılır?",
        code="async function main() {\n"
        + "".join(f"  {line}\n" for line in body)
        + "  console.log(clock());\n}\nmain();",
        code_language="javascript",
        right=right,
        wrong=[
            (
                a + b + c,
                "Adds up all times although some run together.",
                "Bazıları birlikte yürüdüğü hâlde bütün süreleri toplar.",
            ),
            (
                max(a, b, c),
                "Thinks that everything runs at the same time.",
                "Her şeyin aynı anda yürüdüğünü sanır.",
            ),
            (c, "Counts only the last waiting.", "Yalnızca son beklemeyi sayar."),
            (
                0,
                "Thinks that await does not hold up the function.",
                "await'in fonksiyonu bekletmediğini sanır.",
            ),
        ],
        spare=[
            (a + b, "Leaves out the third waiting.", "Üçüncü beklemeyi atlar."),
            (
                min(a, b, c),
                "Thinks that the shortest waiting decides.",
                "En kısa beklemenin belirlediğini sanır.",
            ),
            (b + c, "Leaves out the first waiting.", "İlk beklemeyi atlar."),
        ],
        because_en=why_en,
        because_tr=why_tr,
        proof=Proof(run="output", setup=CLOCK),
    )


@template("js-async-await-order-of-lines", topic=TOPIC, difficulty=3, seconds=70)
def order_of_lines(rng: Random) -> Question:
    before, inside, after, end = rng.sample(WORDS, 4)
    awaited = rng.choice([True, False])
    pause = rng.choice(["null", "undefined", "Promise.resolve()", "0"])
    call = "await step();" if awaited else "step();"
    code = (
        "async function step() {\n"
        f'  console.log("{inside}");\n'
        f"  await {pause};\n"
        f'  console.log("{after}");\n'
        "}\n"
        "async function main() {\n"
        f'  console.log("{before}");\n'
        f"  {call}\n"
        f'  console.log("{end}");\n'
        "}\n"
        "main();"
    )
    waits, goes_on = [before, inside, after, end], [before, inside, end, after]
    right = waits if awaited else goes_on
    other = (
        (
            "\n".join(goes_on),
            "Overlooks that main waits for step.",
            "main'in step'i beklediğini gözden kaçırır.",
        )
        if awaited
        else (
            "\n".join(waits),
            "Thinks that main waits for step without await.",
            "await olmadan da main'in step'i beklediğini sanır.",
        )
    )
    if awaited:
        why_en = f"`step` runs at once up to its `await`. `main` awaits `step`, so {end} comes after {after}."
        why_tr = f"`step` kendi `await`'ine kadar hemen çalışır. `main` `step`'i beklediği için önce {after}, sonra {end} yazılır."
    else:
        why_en = f"`step` runs at once up to its `await`, then `main` goes on with {end}. What follows the `await` is a microtask and comes last: {after}."
        why_tr = f"`step` kendi `await`'ine kadar hemen çalışır, sonra `main` devam edip {end} yazdırır. `await`'ten sonrası mikro görevdir ve en son gelir: {after}."
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=code,
        code_language="javascript",
        right="\n".join(right),
        wrong=[
            other,
            (
                "\n".join([before, end, inside, after]),
                "Thinks that an async function starts only later.",
                "async fonksiyonun ancak sonradan başladığını sanır.",
            ),
            (
                "\n".join([inside, after, before, end]),
                "Thinks that a function runs where it is written.",
                "Fonksiyonun yazıldığı yerde çalıştığını sanır.",
            ),
        ],
        because_en=why_en,
        because_tr=why_tr,
        proof=Proof(run="output"),
    )


@template("js-async-await-try-in-loop", topic=TOPIC, difficulty=4, seconds=90)
def try_in_loop(rng: Random) -> Question:
    limit = rng.randint(10, 20)
    good = rng.sample(range(1, limit), 3)
    failing = rng.randint(1, 2)
    values = [*good]
    values.insert(failing, limit + rng.randint(1, 9))
    lost = rng.choice([-1, 100])
    inside = rng.choice([True, False])
    each = sum(good) + lost
    stopped = sum(values[:failing]) + lost
    right, other = (each, stopped) if inside else (stopped, each)
    check = f'const check = async (n) => {{\n  if (n > {limit}) throw new Error("too big");\n  return n;\n}};\n'
    if inside:
        loop = (
            f"  for (const n of {values}) {{\n"
            "    try {\n      sum += await check(n);\n    } catch {\n"
            f"      sum += {lost};\n    }}\n  }}\n"
        )
        why_en = f"`try` stands inside the loop: only {values[failing]} fails and counts {lost}, and the loop goes on with the rest. The sum is {right}."
        why_tr = f"`try` döngünün içindedir: yalnızca {values[failing]} hata verir ve yerine {lost} eklenir; döngü kalanlarla sürer. Toplam {right} olur."
        swapped = (
            "Thinks that the loop ends at the first error.",
            "Döngünün ilk hatada bittiğini sanır.",
        )
    else:
        loop = (
            "  try {\n"
            f"    for (const n of {values}) {{\n"
            "      sum += await check(n);\n    }\n  } catch {\n"
            f"    sum += {lost};\n  }}\n"
        )
        why_en = f"`try` stands around the loop: the error at {values[failing]} ends the loop, {lost} is added once and the rest is left out. The sum is {right}."
        why_tr = f"`try` döngünün dışındadır: {values[failing]} değerindeki hata döngüyü bitirir, {lost} bir kez eklenir, kalanlar sayılmaz. Toplam {right} olur."
        swapped = (
            "Thinks that the loop goes on after the error.",
            "Hatadan sonra döngünün sürdüğünü sanır.",
        )
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"{check}async function main() {{\n  let sum = 0;\n{loop}  console.log(sum);\n}}\nmain();",
        code_language="javascript",
        right=right,
        wrong=[
            (other, *swapped),
            (
                sum(values),
                "Thinks that an async function cannot fail here.",
                "async fonksiyonun burada hata veremeyeceğini sanır.",
            ),
            (
                right - lost,
                "Overlooks what catch adds.",
                "catch'in eklediğini gözden kaçırır.",
            ),
            (
                lost + (sum(values[failing + 1 :]) if inside else 0),
                "Thinks that an error takes back the sum so far.",
                "Hatanın o ana dek olan toplamı sildiğini sanır.",
            ),
        ],
        because_en=why_en,
        because_tr=why_tr,
        proof=Proof(run="output"),
    )

"""Parametric items of the topic `fe-effects`."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "fe-effects"
HOOKS = """
let last, cleanup;
function useEffect(setup, deps) {
  if (last && deps && deps.every((value, i) => Object.is(value, last[i]))) return;
  cleanup?.();
  cleanup = setup();
  last = deps;
}
function show(component, props) { component(props); }
"""


@template("fe-effects-how-often", topic=TOPIC, difficulty=2, seconds=70)
def how_often(rng: Random) -> Question:
    rooms = rng.sample(["red", "blue", "green"], 2)
    themes = ["light", "dark"]
    renders = [(rng.choice(rooms), rng.choice(themes)) for _ in range(5)]
    listed = rng.choice(["room", "theme", "room, theme", "room", "", None])
    taken = {"room": [0], "theme": [1], "room, theme": [0, 1], "": []}

    def runs(places: list[int]) -> int:
        seen = [[render[place] for place in places] for render in renders]
        return 1 + sum(a != b for a, b in pairwise(seen))

    right = 5 if listed is None else runs(taken[listed])
    different = len({tuple(render[p] for p in taken[listed or ""]) for render in renders})
    end = ")" if listed is None else f", [{listed}])"
    shown = "\n".join(f'show(Chat, {{ room: "{r}", theme: "{t}" }});' for r, t in renders)
    why_en, why_tr = {
        None: (
            "Without a list the effect runs after every render.",
            "Liste olmayınca efekt her render'dan sonra çalışır.",
        ),
        "": (
            "An empty list holds nothing that could change: the effect runs after the first render only.",
            "Boş listede değişebilecek bir şey yoktur: efekt yalnızca ilk render'dan sonra çalışır.",
        ),
    }.get(
        listed,
        (
            "The effect runs after the first render, and then whenever a value of its list differs from the render **before**.",
            "Efekt ilk render'dan sonra, ardından listesindeki bir değer **bir önceki** render'dakinden farklı olunca çalışır.",
        ),
    )
    return question(
        en="`useEffect` works as in React (without StrictMode), and `show` renders the component at the same place. What does this program print?",
        tr="`useEffect` React'teki gibi çalışır (StrictMode yok), `show` bileşeni aynı yerde render eder. Bu program ne yazdırır?",
        code_language="javascript",
        code=(
            "let runs = 0;\n"
            "function Chat({ room, theme }) {\n"
            f"  useEffect(() => {{ runs += 1; }}{end};\n"
            "}\n"
            f"{shown}\n"
            "console.log(runs);"
        ),
        right=right,
        wrong=[
            (
                right - 1,
                "Counts only the changes and leaves out the first run.",
                "Yalnızca değişiklikleri sayar, ilk çalışmayı atlar.",
            ),
            (
                5,
                "Thinks that the effect runs after every render.",
                "Efektin her render'dan sonra çalıştığını sanır.",
            ),
            (
                1,
                "Thinks that the effect runs after the first render only.",
                "Efektin yalnızca ilk render'dan sonra çalıştığını sanır.",
            ),
        ],
        spare=[
            (
                different,
                "Counts different values, though a value that comes back is a change too.",
                "Farklı değerleri sayar; oysa geri gelen değer de bir değişikliktir.",
            ),
            (
                runs([0, 1]),
                "Counts changes of all props, also of those outside the list.",
                "Listede olmayanlar dahil bütün prop'ların değişimini sayar.",
            ),
            (
                0,
                "Thinks that a render alone starts no effect.",
                "Render'ın efekt başlatmadığını sanır.",
            ),
            (
                6,
                "Counts one run before the first render.",
                "İlk render'dan önce de bir çalışma sayar.",
            ),
            (10, "Counts each run twice, as in StrictMode.", "Her çalışmayı iki kez sayar."),
        ],
        because_en=f"{why_en} Here: {right}.",
        because_tr=f"{why_tr} Burada: {right}.",
        proof=Proof(run="output", setup=HOOKS),
    )


@template("fe-effects-race", topic=TOPIC, difficulty=4, seconds=90)
def race(rng: Random) -> Question:
    words = rng.sample(["a", "an", "ant", "bee", "cat", "dog", "elk", "fox"], 3)
    waits = rng.sample([40, 80, 120, 160, 200], 3)
    guarded = rng.choice([True, False])
    if not guarded and waits[2] == max(waits) and rng.random() < 0.7:
        waits = [waits[2], waits[0], waits[1]]
    last_to_arrive = words[waits.index(max(waits))]
    first_to_arrive = words[waits.index(min(waits))]
    right = words[2] if guarded else last_to_arrive
    middle = "if (!ignored) shown = answer;" if guarded else "shown = answer;"
    end = "\n    return () => { ignored = true; };" if guarded else ""
    flag = "    let ignored = false;\n" if guarded else ""
    times = ", ".join(f"{word}: {wait}" for word, wait in zip(words, waits, strict=True))
    return question(
        en="`useEffect` works as in React (without StrictMode), and `show` renders the component at the same place; the three calls follow each other at once. `load(query)` answers with the query itself after the given milliseconds. What does this program print?",
        tr="`useEffect` React'teki gibi çalışır (StrictMode yok), `show` bileşeni aynı yerde render eder; üç çağrı hemen art arda gelir. `load(query)`, verilen milisaniye kadar sonra sorgunun kendisiyle yanıt verir. Bu program ne yazdırır?",
        code_language="javascript",
        code=(
            f"const waits = {{ {times} }};\n"
            "const load = (query) => new Promise(done => setTimeout(done, waits[query], query));\n"
            'let shown = "nothing";\n'
            "function Search({ query }) {\n"
            "  useEffect(() => {\n"
            f"{flag}"
            f"    load(query).then(answer => {{ {middle} }});{end}\n"
            "  }, [query]);\n"
            "}\n"
            + "\n".join(f'show(Search, {{ query: "{word}" }});' for word in words)
            + "\nsetTimeout(() => console.log(shown), 400);"
        ),
        right=right,
        wrong=[
            (
                words[2],
                "Thinks that answers arrive in the order of the requests.",
                "Yanıtların, isteklerin sırasıyla geldiğini sanır.",
            ),
            (
                last_to_arrive,
                "Overlooks that the cleanup makes old answers be ignored.",
                "Temizliğin eski yanıtları yok saydırdığını gözden kaçırır.",
            ),
            (
                first_to_arrive,
                "Thinks that the first answer stays.",
                "İlk gelen yanıtın kaldığını sanır.",
            ),
            (
                "nothing",
                "Thinks that the requests cancel each other.",
                "İsteklerin birbirini iptal ettiğini sanır.",
            ),
        ],
        spare=[
            (words[0], "Thinks that the first request wins.", "İlk isteğin kazandığını sanır."),
            (
                words[1],
                "Thinks that the middle request wins.",
                "Ortadaki isteğin kazandığını sanır.",
            ),
        ],
        because_en=(
            f'Before each new run the cleanup sets the flag of the old one, so only the answer to the newest query counts: "{words[2]}".'
            if guarded
            else f"Nothing ignores old answers, so the one that arrives last stays: "
            f'"{last_to_arrive}" after {max(waits)} ms.'
        ),
        because_tr=(
            f'Her yeni çalışmadan önce temizlik eskisinin bayrağını `true` yapar; yalnızca en yeni sorgunun yanıtı geçerlidir: "{words[2]}".'
            if guarded
            else f"Eski yanıtları yok sayan bir şey yoktur, son gelen kalır: "
            f'{max(waits)} ms sonra "{last_to_arrive}".'
        ),
        proof=Proof(run="output", setup=HOOKS),
    )

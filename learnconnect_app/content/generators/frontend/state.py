"""Parametric items of the topic `fe-state`."""

from __future__ import annotations

import json
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "fe-state"
HOOKS = """
let kept, waiting = [], started = false;
function useState(first) {
  if (!started) { kept = first; started = true; }
  return [kept, (next) => { waiting.push(next); }];
}
function click(component) {
  component().onClick();
  for (const next of waiting) kept = typeof next === "function" ? next(kept) : next;
  waiting = [];
  return component().text;
}
"""
"""One state of one component; ``click`` handles the updates of a handler together, as React does."""


@template("fe-state-queued-updates", topic=TOPIC, difficulty=3, seconds=75)
def queued_updates(rng: Random) -> Question:
    start = rng.randint(1, 6)
    steps: list[tuple[str, int]] = [
        (rng.choice(["value", "function", "double"]), rng.randint(1, 5)) for _ in range(2)
    ]
    steps.append((rng.choice(["value", "function", "function", "double"]), rng.randint(1, 5)))
    if all(kind == steps[0][0] for kind, _ in steps):
        steps[1] = ("value" if steps[0][0] != "value" else "function", steps[1][1])

    def worked_off(of_render: bool, at_once: bool = False) -> int:
        """The state afterwards: each plain value counts from the render, or from the newest."""
        newest = start
        for kind, by in steps:
            base = newest if at_once or (kind != "value" and not of_render) else start
            newest = base * 2 if kind == "double" else base + by
        return newest

    lines = {
        "value": "setPoints(points + {by});",
        "function": "setPoints(p => p + {by});",
        "double": "setPoints(p => p * 2);",
    }
    written = "\n      ".join(lines[kind].format(by=by) for kind, by in steps)
    right = worked_off(of_render=False)
    trail, newest = [], start
    for kind, by in steps:
        base = start if kind == "value" else newest
        newest = base * 2 if kind == "double" else base + by
        trail.append(str(newest))
    first = start * 2 if steps[0][0] == "double" else start + steps[0][1]
    return question(
        en="`useState` works as in React; `click` renders the component, runs its `onClick`, renders again and gives back the text. What does this program print?",
        tr="`useState` React'teki gibi çalışır; `click` bileşeni render eder, `onClick`'ini çalıştırır, yeniden render eder ve metni döndürür. Bu program ne yazdırır?",
        code_language="javascript",
        code=(
            "function Game() {\n"
            f"  const [points, setPoints] = useState({start});\n"
            "  return {\n"
            "    text: points,\n"
            "    onClick() {\n"
            f"      {written}\n"
            "    },\n"
            "  };\n"
            "}\n"
            "console.log(click(Game));"
        ),
        right=right,
        wrong=[
            (
                worked_off(of_render=False, at_once=True),
                "Thinks that points changes with each call of the setter.",
                "points'in ayarlayıcının her çağrısında değiştiğini sanır.",
            ),
            (
                worked_off(of_render=True),
                "Lets the functions start from the value of the render too.",
                "Fonksiyonları da render'ın değerinden başlatır.",
            ),
            (
                first,
                "Thinks that only the first update counts.",
                "Yalnızca ilk güncellemeyi sayar.",
            ),
        ],
        spare=[
            (
                start,
                "Thinks that the text keeps the old value after the click.",
                "Metnin tıklamadan sonra eski değeri koruduğunu sanır.",
            ),
            (
                right + start,
                "Counts the first value twice.",
                "Başlangıç değerini iki kez sayar.",
            ),
            (right + 1, "Counts one update too many.", "Bir güncellemeyi fazla sayar."),
            (right + 2, "Counts two updates too many.", "İki güncellemeyi fazla sayar."),
        ],
        because_en=(
            f"`points` is {start} in this whole handler; a plain value replaces the state, a function gets the newest value. "
            f"After the three updates in turn: {', '.join(trail)}."
        ),
        because_tr=(
            f"Bu işleyici boyunca `points` {start} değerindedir; düz değer durumun yerine geçer, fonksiyon en yeni değeri alır. "
            f"Üç güncellemeden sonra sırayla: {', '.join(trail)}."
        ),
        proof=Proof(run="output", setup=HOOKS),
    )


@template("fe-state-reducer-result", topic=TOPIC, difficulty=3, seconds=90)
def reducer_result(rng: Random) -> Question:
    tea, rice, salt = rng.sample(["tea", "rice", "milk", "salt", "bread", "honey", "corn"], 3)
    start = {tea: rng.randint(1, 4), rice: rng.randint(1, 4)}
    others: list[dict[str, object]] = [
        {"type": "added", "name": tea},
        {"type": "added", "name": salt},
        {"type": "set", "name": rice, "amount": rng.randint(5, 9)},
        {"type": "removed", "name": rng.choice([tea, rice])},
        {"type": rng.choice(["cleared", "emptied"])},
    ]
    actions = rng.sample(others, 3)

    def run(chosen: list[dict[str, object]], *, counts: bool = True, clears: bool = False) -> str:
        basket: dict[str, int] = dict(start)
        for action in chosen:
            name = str(action.get("name"))
            if action["type"] == "added":
                basket[name] = (basket.get(name, 0) if counts else 0) + 1
            elif action["type"] == "set":
                basket[name] = int(str(action["amount"]))
            elif action["type"] == "removed":
                basket.pop(name, None)
            elif action["type"] == "cleared" or clears:
                basket = {}
        return json.dumps(basket, separators=(",", ":"))

    def script(action: dict[str, object]) -> str:
        inner = ", ".join(f"{key}: {json.dumps(value)}" for key, value in action.items())
        return f"  {{ {inner} }},"

    right = run(actions)
    emptied = any(action["type"] == "emptied" for action in actions)
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code_language="javascript",
        code=(
            "function reducer(basket, action) {\n"
            "  switch (action.type) {\n"
            '    case "added":\n'
            "      return { ...basket, [action.name]: (basket[action.name] ?? 0) + 1 };\n"
            '    case "set":\n'
            "      return { ...basket, [action.name]: action.amount };\n"
            '    case "removed": {\n'
            "      const { [action.name]: gone, ...rest } = basket;\n"
            "      return rest;\n"
            "    }\n"
            '    case "cleared":\n'
            "      return {};\n"
            "    default:\n"
            "      return basket;\n"
            "  }\n"
            "}\n"
            "const actions = [\n" + "\n".join(script(action) for action in actions) + "\n];\n"
            f"const basket = actions.reduce(reducer, {{ {tea}: {start[tea]}, {rice}: {start[rice]} }});\n"
            "console.log(JSON.stringify(basket));"
        ),
        right=right,
        wrong=[
            (
                run(actions, clears=True),
                "Takes an unknown action for one that the reducer knows.",
                "Bilinmeyen eylemi reducer'ın tanıdığı bir eylem sanır.",
            ),
            (
                run(actions, counts=False),
                "Sets an added amount to 1 in place of adding 1.",
                "Eklenende 1 artırmak yerine miktarı 1 yapar.",
            ),
            (
                run(actions[::-1]),
                "Works off the actions from the last to the first.",
                "Eylemleri sondan başa doğru işler.",
            ),
            (
                run(actions[:-1]),
                "Stops before the last action.",
                "Son eylemden önce durur.",
            ),
        ],
        spare=[
            (
                run(actions[-1:]),
                "Applies only the last action to the first state.",
                "İlk duruma yalnızca son eylemi uygular.",
            ),
            (
                run([]),
                "Thinks that the reducer changes nothing because the basket is constant.",
                "Sepet sabit olduğu için reducer'ın bir şey değiştirmediğini sanır.",
            ),
            (run(actions[:1]), "Applies only the first action.", "Yalnızca ilk eylemi uygular."),
            (
                "undefined",
                "Thinks that reduce returns nothing.",
                "reduce'un bir şey döndürmediğini sanır.",
            ),
        ],
        because_en=(
            "`reduce` hands each new basket to the next action: "
            + ", then ".join(f"`{run(actions[: n + 1])}`" for n in range(3))
            + "."
            + (
                " The reducer does not know `emptied` and returns the basket as it is."
                if emptied
                else ""
            )
        ),
        because_tr=(
            "`reduce` her yeni sepeti bir sonraki eyleme verir: "
            + ", sonra ".join(f"`{run(actions[: n + 1])}`" for n in range(3))
            + "."
            + (
                " Reducer `emptied` eylemini tanımaz ve sepeti olduğu gibi döndürür."
                if emptied
                else ""
            )
        ),
        proof=Proof(run="output"),
    )

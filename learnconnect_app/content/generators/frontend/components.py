"""Parametric items of the topic `fe-components`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "fe-components"
NAMES = ["Ayşe", "Deniz", "Ada", "Alan", "Elif", "Mert", "Grace", "Linus", "Zeynep", "Emre"]
RENDERER = """
const h = (type, props, ...children) => ({ type, props: { ...props, children } });
function html(node) {
  if (node === null || node === undefined || node === true || node === false) return "";
  if (typeof node !== "object") return String(node);
  if (Array.isArray(node)) return node.map(html).join("");
  if (typeof node.type === "function") return html(node.type(node.props));
  return "<" + node.type + ">" + html(node.props.children) + "</" + node.type + ">";
}
"""
"""A tiny React: elements, and the HTML that they stand for."""


@template("fe-components-conditional", topic=TOPIC, difficulty=3, seconds=60)
def conditional(rng: Random) -> Question:
    name = rng.choice(["Inbox", "Basket", "News", "Tasks"])
    count = rng.choice([0, 0, 1, 3, 7])
    form = rng.choice(["and", "and", "compare", "ternary", "bang"])
    condition = {
        "and": "count && ",
        "compare": "count > 0 && ",
        "ternary": "count ? ",
        "bang": "!count && ",
    }[form]
    shown = "count" if form != "bang" else '"empty"'
    tail = " : null" if form == "ternary" else ""
    badge = f"<b>{count}</b>" if form != "bang" else "<b>empty</b>"
    holds = (count == 0) if form == "bang" else count > 0
    inner = badge if holds else ("0" if form == "and" else "")
    printed = {False: "", True: badge}
    value = {"and": str(count), "ternary": "null"}.get(form, "false")
    if holds:
        why_en = "The condition holds, so the `b` element is shown."
        why_tr = "Koşul sağlanır, bu yüzden `b` öğesi gösterilir."
    elif form == "and":
        why_en = "`0 && ...` has the value 0, and React shows numbers, 0 as well."
        why_tr = "`0 && ...` ifadesinin değeri 0'dır; React sayıları, 0'ı da gösterir."
    elif form == "ternary":
        why_en = "0 is falsy, so the value is `null`, and React shows nothing for `null`."
        why_tr = "0 yanlış sayılır, değer `null` olur; React `null` için hiçbir şey göstermez."
    else:
        why_en = "The value is `false`, and React shows nothing for `false`."
        why_tr = "Değer `false` olur; React `false` için hiçbir şey göstermez."
    return question(
        en="`h(type, props, ...children)` makes an element like JSX does, and `html` gives the HTML that React would show for it. What does this program print?",
        tr="`h(type, props, ...children)` JSX gibi bir öğe oluşturur, `html` ise React'in onun için göstereceği HTML'i verir. Bu program ne yazdırır?",
        code_language="javascript",
        code=(
            "function Title({ text, count }) {\n"
            f'  return h("h2", null, text, {condition}h("b", null, {shown}){tail});\n'
            "}\n"
            f'console.log(html(h(Title, {{ text: "{name}", count: {count} }})));'
        ),
        right=f"<h2>{name}{inner}</h2>",
        wrong=[
            (
                f"<h2>{name}{printed[not holds]}</h2>",
                "Reads the condition the wrong way round.",
                "Koşulu ters okur.",
            )
            if holds or form != "and"
            else (
                f"<h2>{name}</h2>",
                "Thinks that nothing is shown for the number 0.",
                "0 sayısı için hiçbir şey gösterilmediğini sanır.",
            ),
            (
                f"<h2>{name}<b></b></h2>",
                "Thinks that the element stays and only loses its content.",
                "Öğenin kaldığını, yalnızca içeriğinin boşaldığını sanır.",
            ),
            (
                f"<h2>{name}{value if not holds else 'true'}</h2>",
                "Thinks that the value of the condition itself is shown.",
                "Koşulun kendi değerinin gösterildiğini sanır.",
            ),
        ],
        spare=[
            (
                f"<h2>{name}{badge}</h2>",
                "Thinks that the part after the condition is always shown.",
                "Koşuldan sonraki parçanın hep gösterildiğini sanır.",
            ),
            (
                f"<h2>{name}false</h2>",
                "Thinks that false is shown as a word.",
                "false'un yazı olarak gösterildiğini sanır.",
            ),
        ],
        because_en=why_en + f" The output is `<h2>{name}{inner}</h2>`.",
        because_tr=why_tr + f" Çıktı `<h2>{name}{inner}</h2>` olur.",
        proof=Proof(run="output", setup=RENDERER),
    )


@template("fe-components-keys-and-fields", topic=TOPIC, difficulty=4, seconds=90)
def keys_and_fields(rng: Random) -> Question:
    names = rng.sample(NAMES, 3)
    newcomer = next(name for name in rng.sample(NAMES, 4) if name not in names)
    typed = [str(number) for number in rng.sample(range(1, 10), 3)]
    by_index = rng.choice([True, True, False])
    change = rng.choice(["first", "middle", "turned", "front"])
    before = dict(zip(names, typed, strict=True))
    after = {
        "first": names[1:],
        "middle": [names[0], names[2]],
        "turned": names[::-1],
        "front": [newcomer, *names],
    }[change]
    by_place = [*typed, ""][: len(after)]
    followed = [before.get(name, "") for name in after]
    says_en, says_tr = {
        "first": (f"**{names[0]}** is removed from `names`", f"**{names[0]}** `names`'ten silinir"),
        "middle": (
            f"**{names[1]}** is removed from `names`",
            f"**{names[1]}** `names`'ten silinir",
        ),
        "turned": ("`names` is turned round", "`names` ters çevrilir"),
        "front": (
            f"**{newcomer}** is added at the front of `names`",
            f"**{newcomer}** `names`'in başına eklenir",
        ),
    }[change]

    def rows(fields: list[str]) -> str:
        return ", ".join(f"{name} [{field}]" for name, field in zip(after, fields, strict=True))

    right = by_place if by_index else followed
    other = (
        (
            rows(followed),
            "Thinks that the text follows the name although the key is the place.",
            "key sıra numarası olduğu hâlde metnin adla birlikte gittiğini sanır.",
        )
        if by_index
        else (
            rows(by_place),
            "Thinks that the text stays at its place although the key is the name.",
            "key ad olduğu hâlde metnin yerinde kaldığını sanır.",
        )
    )
    rest = [typed[i] for i in (2, 0, 1)][: len(after)]
    key = "index" if by_index else "name"
    return question(
        en=f"The names are all different. Someone has typed **{typed[0]}**, **{typed[1]}** and **{typed[2]}** into the fields of {names[0]}, {names[1]} and {names[2]}. Now {says_en}. What stands in the rows (field in square brackets)?",
        tr=f"Bütün adlar farklıdır. Birisi alanlara sırayla şunları yazdı: {names[0]} için **{typed[0]}**, {names[1]} için **{typed[1]}**, {names[2]} için **{typed[2]}**. Şimdi {says_tr}. Satırlarda ne görünür (alan köşeli ayraç içinde)?",
        code_language="javascript",
        code=f"names.map((name, index) => (\n  <li key={{{key}}}>{{name}} <input /></li>\n))",
        right=rows(right),
        wrong=[
            other,
            (
                rows([""] * len(after)),
                "Thinks that all rows are built anew and lose what was typed.",
                "Bütün satırların yeniden kurulup yazılanı yitirdiğini sanır.",
            ),
            (
                rows([*rest, ""][: len(after)] if change != "front" else ["", *rest]),
                "Moves the texts by one place without a reason.",
                "Metinleri gereksiz yere bir sıra kaydırır.",
            ),
        ],
        because_en=(
            "The key is the place, so React keeps each field at its place and only exchanges the names; "
            "the fields do not move with them."
            if by_index
            else "The key is the name, so React recognises each row and moves it together with its field."
        ),
        because_tr=(
            "key sıra numarasıdır; React her alanı yerinde tutar, yalnızca adları değiştirir. "
            "Alanlar adlarla birlikte gitmez."
            if by_index
            else "key addır; React her satırı tanır ve onu alanıyla birlikte taşır."
        ),
    )

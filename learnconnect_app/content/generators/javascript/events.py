"""Parametric items of the topic `js-events`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-events"
NESTS = [
    ("main", "card", "button"),
    ("nav", "menu", "link"),
    ("section", "list", "item"),
    ("footer", "panel", "image"),
    ("article", "table", "cell"),
    ("header", "box", "title"),
]
ELEMENTS = """\
class Node {
  constructor(parent) { this.parent = parent; this.heard = []; }
  addEventListener(type, listener, options = {}) {
    const capture = Boolean(options.capture);
    const same = (one) => one.type === type && one.listener === listener && one.capture === capture;
    if (!this.heard.some(same)) this.heard.push({type, listener, capture, once: options.once});
  }
  removeEventListener(type, listener) {
    this.heard = this.heard.filter((one) => one.type !== type || one.listener !== listener || one.capture);
  }
  click() {
    const up = [];
    for (let at = this; at; at = at.parent) up.push(at);
    let stopped = false;
    const event = {target: this, stopPropagation: () => (stopped = true)};
    const visit = (node, capture) => {
      if (stopped) return;
      for (const one of [...node.heard]) {
        if (one.type !== "click" || one.capture !== capture) continue;
        if (one.once) node.heard.splice(node.heard.indexOf(one), 1);
        one.listener({...event, currentTarget: node});
      }
    };
    for (const node of [...up].reverse()) visit(node, true);
    for (const node of up) visit(node, false);
  }
}
"""


@template("js-events-way-of-a-click", topic=TOPIC, difficulty=3, seconds=80)
def way_of_a_click(rng: Random) -> Question:
    outer, middle, inner = names = rng.choice(NESTS)
    capturing = rng.choice([outer, middle, None])
    stopping = rng.choice([name for name in (middle, inner, None) if name != capturing])

    def way(capture: bool = True, stop: bool = True, down: bool = False) -> str:
        first = [name for name in names if capture and name == capturing]
        rest = [name for name in reversed(names) if name not in first]
        path = [*first, *rest]
        if down:
            path = list(names)
        if stop and stopping:
            path = path[: path.index(stopping) + 1]
        return "\n".join(path)

    code = []
    for name in rng.sample(names, 3):
        if name == stopping:
            code.append(
                f'{name}.addEventListener("click", (event) => {{\n  console.log("{name}");\n  event.stopPropagation();\n}});'
            )
        else:
            options = ", {capture: true}" if name == capturing else ""
            code.append(f'{name}.addEventListener("click", () => console.log("{name}"){options});')
    right = way()
    steps = ", ".join(right.split("\n"))
    if capturing:
        why_en = f"On the way down only {capturing} listens, since it captures; then the event bubbles up from {inner}."
        why_tr = f"İniş yolunda yalnızca yakalama seçeneği olan {capturing} dinler; sonra olay {inner} öğesinden yukarı çıkar."
    else:
        why_en = (
            f"No listener captures, so the event is heard on its way up, from {inner} outwards."
        )
        why_tr = f"Hiçbir dinleyicide yakalama yok; olay {inner} öğesinden dışarıya doğru çıkarken duyulur."
    if stopping:
        why_en += f" {stopping} stops it there."
        why_tr += f" Olayı {stopping} orada durdurur."
    return question(
        en=f"The element `{inner}` lies in `{middle}`, and `{middle}` lies in `{outer}`. What is printed when `{inner}` is clicked?",
        tr=f"`{inner}` öğesi `{middle}` öğesinin, `{middle}` de `{outer}` öğesinin içinde. `{inner}` tıklanınca ne yazdırılır?",
        code="\n".join([*code, f"{inner}.click();"]),
        code_language="javascript",
        right=right,
        wrong=[
            (
                way(capture=False),
                "Overlooks the listener that captures.",
                "Yakalama seçeneği olan dinleyiciyi gözden kaçırır.",
            ),
            (
                way(stop=False),
                "Overlooks that the event is stopped.",
                "Olayın durdurulduğunu gözden kaçırır.",
            ),
            (
                way(down=True),
                "Thinks that all listeners hear the event on its way down.",
                "Bütün dinleyicilerin olayı iniş yolunda duyduğunu sanır.",
            ),
            (
                inner,
                "Thinks that only the clicked element hears the event.",
                "Olayı yalnızca tıklanan öğenin duyduğunu sanır.",
            ),
        ],
        spare=[
            (
                "\n".join([inner, middle]),
                "Thinks that an event climbs only one level.",
                "Olayın yalnızca bir düzey çıktığını sanır.",
            ),
            (
                "\n".join([middle, outer]),
                "Thinks that the clicked element itself does not hear the event.",
                "Tıklanan öğenin kendisinin olayı duymadığını sanır.",
            ),
            (
                "\n".join([outer, inner]),
                "Leaves out the element in the middle.",
                "Ortadaki öğeyi atlar.",
            ),
        ],
        because_en=f"{why_en} So the order is: {steps}.",
        because_tr=f"{why_tr} Yazdırılanlar sırasıyla: {steps}.",
        proof=Proof(
            run="output",
            setup=ELEMENTS
            + f"const {outer} = new Node();\nconst {middle} = new Node({outer});\nconst {inner} = new Node({middle});",
        ),
    )


@template("js-events-once-and-remove", topic=TOPIC, difficulty=3, seconds=80)
def once_and_remove(rng: Random) -> Question:
    small, large = rng.choice([1, 2]), rng.choice([10, 20, 30])
    clicks, later = rng.randint(2, 3), rng.randint(1, 2)
    once_large = rng.choice([True, False])
    twice = rng.choice([True, False])
    both = small + large
    stays, single = (small, large) if once_large else (large, small)
    kept, gone = ("addSmall", "addLarge") if once_large else ("addLarge", "addSmall")
    code = [
        "let sum = 0;",
        f"const addSmall = () => (sum += {small});",
        f"const addLarge = () => (sum += {large});",
        f'button.addEventListener("click", {kept});',
    ]
    if twice:
        code.append(f'button.addEventListener("click", {kept});')
    code.append(f'button.addEventListener("click", {gone}, {{once: true}});')
    code += ["button.click();"] * clicks
    code.append(f'button.removeEventListener("click", {kept});')
    code += ["button.click();"] * later
    code.append("console.log(sum);")
    right = clicks * stays + single
    same_en = (
        f" Adding `{kept}` a second time changes nothing, because it is the same function."
        if twice
        else ""
    )
    same_tr = (
        f" `{kept}` aynı fonksiyon olduğu için ikinci kez eklenmesi bir şey değiştirmez."
        if twice
        else ""
    )
    return question(
        en="`button` is a button of the page; `button.click()` acts like a click. What is printed?",
        tr="`button` sayfadaki bir düğme; `button.click()` tıklama gibi davranır. Ne yazdırılır?",
        code="\n".join(code),
        code_language="javascript",
        right=right,
        wrong=[
            (
                clicks * both + later * single,
                "Overlooks that once removes a listener after its first call.",
                "once'ın dinleyiciyi ilk çağrıdan sonra kaldırdığını gözden kaçırır.",
            ),
            (
                (clicks + later) * stays + single,
                "Overlooks that a listener is removed before the last clicks.",
                "Son tıklamalardan önce bir dinleyicinin kaldırıldığını gözden kaçırır.",
            ),
            (
                (2 if twice else 1) * clicks * stays + (single if twice else 0),
                "Thinks that the same function is called twice."
                if twice
                else "Thinks that a listener with once does not run at all.",
                "Aynı fonksiyonun iki kez çağrıldığını sanır."
                if twice
                else "once verilen dinleyicinin hiç çalışmadığını sanır.",
            ),
        ],
        spare=[
            (
                both,
                "Counts only the first click.",
                "Yalnızca ilk tıklamayı sayar.",
            ),
            (
                clicks * stays + 2 * single,
                "Lets the listener with once run twice.",
                "once verilen dinleyiciyi iki kez çalıştırır.",
            ),
        ],
        because_en=f"`{kept}` hears the first {clicks} clicks, `{gone}` only the very first: {clicks} · {stays} + {single} = {right}. After `removeEventListener` nobody listens.{same_en}",
        because_tr=f"`{kept}` ilk {clicks} tıklamayı, `{gone}` yalnızca en baştakini duyar: {clicks} · {stays} + {single} = {right}. `removeEventListener`'dan sonra dinleyen kalmaz.{same_tr}",
        proof=Proof(run="output", setup=ELEMENTS + "const button = new Node();"),
    )


@template("js-events-delegation-target", topic=TOPIC, difficulty=4, seconds=80)
def delegation_target(rng: Random) -> Question:
    first, second = rng.sample(range(11, 60), 2)
    drink, food = rng.choice(
        [("Tea", "Cake"), ("Milk", "Bread"), ("Juice", "Soup"), ("Water", "Rice")]
    )
    form = rng.choice(["closest", "matches", "direct"])
    place = rng.choice(["b", "li", "ul"])
    where = {
        "b": (f"on the bold word **{food}**", f"kalın yazılmış **{food}** sözcüğüne"),
        "li": (
            f"on the `li` of {food}, **beside** the bold word",
            f"{food} yazan `li` öğesinde, kalın sözcüğün **dışına**",
        ),
        "ul": (
            "on the free space of the `ul`, **between** two `li`",
            "`ul` içinde iki `li` **arasındaki** boşluğa",
        ),
    }[place]
    if form == "closest":
        body = (
            '  const item = event.target.closest("li");\n'
            '  console.log(item ? item.dataset.id : "none");\n'
        )
        right = "none" if place == "ul" else str(second)
        why_en = "`closest` looks at the target itself and then upwards for an `li`."
        why_tr = "`closest` önce hedefin kendisine, sonra yukarıya doğru bakıp bir `li` arar."
    elif form == "matches":
        body = (
            "  const item = event.target;\n"
            '  console.log(item.matches("li") ? item.dataset.id : "none");\n'
        )
        right = str(second) if place == "li" else "none"
        why_en = "`matches` looks only at the target itself, not at what is around it."
        why_tr = "`matches` yalnızca hedefin kendisine bakar, çevresindekilere bakmaz."
    else:
        body = "  console.log(event.target.dataset.id);\n"
        right = str(second) if place == "li" else "undefined"
        why_en = "Only the `li` elements have a `data-id`; `dataset.id` of any other target is `undefined`."
        why_tr = "`data-id` yalnızca `li` öğelerinde vardır; başka bir hedefte `dataset.id` `undefined` olur."
    html = (
        f'<ul id="menu">\n  <li data-id="{first}"><b>{drink}</b> cold</li>\n'
        f'  <li data-id="{second}"><b>{food}</b> fresh</li>\n</ul>'
    )
    setup = (
        "const make = (tag, up, dataset = {}) => ({\n"
        "  dataset,\n"
        "  matches: (selector) => selector === tag,\n"
        "  closest(selector) { return this.matches(selector) ? this : up ? up.closest(selector) : null; },\n"
        "});\n"
        'const ul = make("ul", null);\n'
        f'const li = make("li", ul, {{id: "{second}"}});\n'
        'const b = make("b", li);\n'
        f"const menu = {{addEventListener: (type, listener) => setTimeout(() => listener({{target: {place}}}), 0)}};"
    )
    return question(
        en=f"The page holds this list:\n\n```html\n{html}\n```\n\nSomeone clicks {where[0]}. What is printed?",
        tr=f"Sayfada şu liste var:\n\n```html\n{html}\n```\n\nBiri {where[1]} tıklıyor. Ne yazdırılır?",
        code=f'menu.addEventListener("click", (event) => {{\n{body}}});',
        code_language="javascript",
        right=right,
        wrong=[
            (
                str(second),
                "Thinks that the listener gets the item without a look at the target.",
                "Hedefe bakılmadan öğenin bulunduğunu sanır.",
            ),
            (
                "null" if form == "direct" else "none",
                "Thinks that data that is missing is null, and that it is missing here."
                if form == "direct"
                else "Thinks that no item is found from this target.",
                "Verinin burada bulunmadığını ve bulunmayan verinin null olduğunu sanır."
                if form == "direct"
                else "Bu hedeften bir öğe bulunamadığını sanır.",
            ),
            (
                "undefined",
                "Thinks that the data is missing at this place.",
                "Bu yerde verinin bulunmadığını sanır.",
            ),
            (
                str(first),
                "Thinks that the first item of the list is meant.",
                "Listenin ilk öğesinin kastedildiğini sanır.",
            ),
        ],
        because_en=f"The target is the innermost clicked element, here the `{place}`. {why_en} So `{right}` is printed.",
        because_tr=f"Hedef, tıklanan en içteki öğedir; burada `{place}`. {why_tr} Bu yüzden `{right}` yazdırılır.",
        proof=Proof(run="output", setup=setup),
    )

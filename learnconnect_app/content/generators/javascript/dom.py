"""Parametric items of the topic `js-dom`."""

from __future__ import annotations

import json
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-dom"
CLASSES = ["card", "new", "open", "done", "wide", "dark", "big", "hot"]
ITEMS = ["tea", "milk", "rice", "salt", "corn", "figs", "nuts", "eggs"]
TOKENS = """\
const names = START;
const box = {
  get className() { return names.join(" "); },
  classList: {
    contains: (name) => names.includes(name),
    add(name) { if (!names.includes(name)) names.push(name); },
    remove(name) { if (names.includes(name)) names.splice(names.indexOf(name), 1); },
    toggle(name) {
      const there = names.includes(name);
      this[there ? "remove" : "add"](name);
      return !there;
    },
  },
};
"""
NODES = """\
class Item {
  constructor(text) { this.textContent = text; }
  remove() {
    const place = list.children.indexOf(this);
    if (place >= 0) list.children.splice(place, 1);
  }
  before(node) { node.remove(); list.children.splice(list.children.indexOf(this), 0, node); }
  after(node) { node.remove(); list.children.splice(list.children.indexOf(this) + 1, 0, node); }
}
const list = {
  children: [],
  append(node) { node.remove(); this.children.push(node); },
  prepend(node) { node.remove(); this.children.unshift(node); },
};
for (const text of START) list.append(new Item(text));
"""
TREE = """\
const nodes = START;
const chain = (node) => {
  const up = [];
  for (let at = node.up; at !== null; at = nodes[at].up) up.push(nodes[at]);
  return up;
};
const fits = (node, part) => {
  const [, tag, id, name] = part.match(/^([a-z]*)(?:#([a-z]+))?(?:\\.([a-z]+))?$/);
  return (!tag || node.tag === tag) && (!id || node.id === id) && (!name || node.names.includes(name));
};
const matches = (node, selector) => {
  const [part, sign, ...rest] = selector.split(/ (> )?/).reverse();
  if (!fits(node, part)) return false;
  if (rest.length === 0) return true;
  const above = sign ? chain(node).slice(0, 1) : chain(node);
  return above.some((one) => matches(one, rest.reverse().join(" ")));
};
const document = {querySelectorAll: (selector) => nodes.filter((node) => matches(node, selector))};
"""


@template("js-dom-class-list", topic=TOPIC, difficulty=2, seconds=60)
def class_list(rng: Random) -> Question:
    a, b, c = rng.sample(CLASSES, 3)
    start = [a, b]
    calls = [("toggle", rng.choice([a, b])), ("add", rng.choice([a, b])), ("toggle", c)]
    rng.shuffle(calls)
    if rng.random() < 0.5:
        calls.append(("remove", rng.choice([a, b])))

    def after(toggle_adds: bool = False, twice: bool = False, toggles: bool = True) -> str:
        names = [*start]
        for call, name in calls:
            if call == "toggle" and not toggles:
                continue
            if call == "remove" or (call == "toggle" and name in names and not toggle_adds):
                names = [each for each in names if each != name]
            elif name not in names or (twice and call == "add"):
                names.append(name)
        return " ".join(names)

    right = after()
    body = "\n".join(f'box.classList.{call}("{name}");' for call, name in calls)
    return question(
        en=f'`box` is the element `<div class="{a} {b}">`. What is printed?',
        tr=f'`box` şu öğedir: `<div class="{a} {b}">`. Ne yazdırılır?',
        code=f"{body}\nconsole.log(box.className);",
        code_language="javascript",
        right=right,
        wrong=[
            (
                after(toggle_adds=True),
                "Thinks that toggle only adds a class.",
                "toggle'ın yalnızca sınıf eklediğini sanır.",
            ),
            (
                after(twice=True),
                "Thinks that add writes a class a second time.",
                "add'in var olan sınıfı ikinci kez yazdığını sanır.",
            ),
            (
                after(toggles=False),
                "Thinks that toggle changes nothing but only asks.",
                "toggle'ın bir şey değiştirmeyip yalnızca sorduğunu sanır.",
            ),
        ],
        spare=[
            (
                f"{a} {b}",
                "Thinks that className keeps the classes of the HTML.",
                "className'in HTML'deki sınıfları koruduğunu sanır.",
            ),
            (
                f"{a} {b} {c}",
                "Adds the new class and overlooks what is taken away.",
                "Yeni sınıfı ekler, çıkarılanları gözden kaçırır.",
            ),
            (
                c,
                "Thinks that only the new class is left.",
                "Yalnızca yeni sınıfın kaldığını sanır.",
            ),
            (
                b,
                "Thinks that only the second class is left.",
                "Yalnızca ikinci sınıfın kaldığını sanır.",
            ),
        ],
        because_en=f"`toggle` removes a class that is there and adds one that is not; `add` changes nothing when the class is there. What is left: {right}.",
        because_tr=f"`toggle` var olan sınıfı çıkarır, olmayanı ekler; `add` sınıf zaten varsa bir şey değiştirmez. Sonunda kalan: {right}.",
        proof=Proof(run="output", setup=TOKENS.replace("START", json.dumps(start))),
    )


@template("js-dom-move-nodes", topic=TOPIC, difficulty=3, seconds=80)
def move_nodes(rng: Random) -> Question:
    texts = rng.sample(ITEMS, 4)
    moved, anchor, other = rng.sample(range(4), 3)
    end = rng.choice(["append", "prepend"])
    side = rng.choice(["before", "after"])
    names = ["a", "b", "c", "d"]

    def run(copy: bool = False, swap_end: bool = False, swap_side: bool = False) -> str:
        order = [*texts]
        if not copy:
            order.remove(texts[other])
        to_end = (end == "append") != swap_end
        order.insert(len(order) if to_end else 0, texts[other])
        if not copy:
            order.remove(texts[moved])
        place = order.index(texts[anchor]) + ((side == "after") != swap_side)
        order.insert(place, texts[moved])
        return " ".join(order)

    right = run()
    where_en = "the end" if end == "append" else "the beginning"
    where_tr = "sona" if end == "append" else "başa"
    side_tr = "önüne" if side == "before" else "arkasına"
    return question(
        en=f"`list` is a list with the items {', '.join(texts)}, in this order. What is printed?",
        tr=f"`list`, öğeleri sırasıyla {', '.join(texts)} olan bir liste. Ne yazdırılır?",
        code=(
            "const [a, b, c, d] = [...list.children];\n"
            f"list.{end}({names[other]});\n"
            f"{names[anchor]}.{side}({names[moved]});\n"
            'console.log([...list.children].map((item) => item.textContent).join(" "));'
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                run(copy=True),
                "Thinks that a node that is put in again is copied.",
                "Yeniden eklenen düğümün kopyalandığını sanır.",
            ),
            (
                run(swap_side=True),
                "Confuses before and after.",
                "before ile after'ı karıştırır.",
            ),
            (
                run(swap_end=True),
                "Confuses append and prepend.",
                "append ile prepend'i karıştırır.",
            ),
        ],
        spare=[
            (
                " ".join(texts),
                "Thinks that nodes that are in the list already stay in place.",
                "Zaten listede olan düğümlerin yerinde kaldığını sanır.",
            ),
            (
                " ".join(reversed(right.split())),
                "Reads the list from its end.",
                "Listeyi sonundan okur.",
            ),
        ],
        because_en=f"Each node has one place, so it moves: {texts[other]} to {where_en}, then {texts[moved]} to the place {'right before' if side == 'before' else 'right after'} {texts[anchor]}.",
        because_tr=f"Her düğümün tek yeri vardır, bu yüzden taşınır: {texts[other]} {where_tr} gelir, sonra {texts[moved]} şu öğenin hemen {side_tr} geçer: {texts[anchor]}.",
        proof=Proof(run="output", setup=NODES.replace("START", json.dumps(texts))),
    )


@template("js-dom-count-matches", topic=TOPIC, difficulty=3, seconds=80)
def count_matches(rng: Random) -> Question:
    mark = rng.choice(["done", "new", "hot"])
    first, second = rng.sample(["home", "work", "school", "club"], 2)
    words = rng.sample(ITEMS, 7)
    here = [rng.random() < 0.6 for _ in range(4)]
    there = [rng.random() < 0.6 for _ in range(3)]
    bold = rng.randint(1, 3)
    if not any(here):
        here[0] = True
    if not any(there):
        there[0] = True
    html = []
    count = {"li": 0, "all": 0, "first": 0, "first li": 0, "bold": 0}
    nodes: list[dict[str, object]] = []

    def add(tag: str, up: int | None, names: list[str], name: str = "") -> int:
        nodes.append({"tag": tag, "up": up, "names": names, "id": name})
        return len(nodes) - 1

    number = 0
    for part, marks in ((first, here), (second, there)):
        top = add("ul", None, [], part)
        html.append(f'<ul id="{part}">')
        for marked in marks:
            item = add("li", top, [mark] if marked else [])
            text = words[number]
            inner = number in (0, bold)
            if inner:
                add("b", item, [mark])
                text = f'<b class="{mark}">{text}</b>'
            html.append(f'  <li class="{mark}">{text}</li>' if marked else f"  <li>{text}</li>")
            count["li"] += marked
            count["bold"] += inner
            count["all"] += marked + inner
            if part == first:
                count["first"] += marked + inner
                count["first li"] += marked
            number += 1
        html.append("</ul>")
    selectors = {
        f".{mark}": count["all"],
        f"li.{mark}": count["li"],
        f"li .{mark}": count["bold"],
        f"#{first} .{mark}": count["first"],
        f"#{first} > .{mark}": count["first li"],
        f"#{first}.{mark}": 0,
    }
    asked = rng.choice(list(selectors))
    right = selectors[asked]
    meaning = {
        f".{mark}": (f"all elements of the class {mark}", f"{mark} sınıfından bütün öğeleri"),
        f"li.{mark}": (
            f"`li` elements that have the class {mark}",
            f"{mark} sınıfı olan `li` öğelerini",
        ),
        f"li .{mark}": (
            f"elements of the class {mark} **inside** an `li`",
            f"bir `li`'nin **içindeki** {mark} sınıfından öğeleri",
        ),
        f"#{first} .{mark}": (
            f"elements of the class {mark} at any depth inside `#{first}`",
            f"`#{first}` içinde, hangi derinlikte olursa olsun {mark} sınıfından öğeleri",
        ),
        f"#{first} > .{mark}": (
            f"elements of the class {mark} that are direct children of `#{first}`",
            f"`#{first}` öğesinin doğrudan çocuğu olan {mark} sınıfından öğeleri",
        ),
        f"#{first}.{mark}": (
            f"one element that has both the id {first} and the class {mark}",
            f"hem id'si {first} hem sınıfı {mark} olan öğeyi",
        ),
    }
    shown = "\n".join(html)
    return question(
        en=f"The page holds this:\n\n```html\n{shown}\n```\n\nWhat is printed?",
        tr=f"Sayfada şunlar var:\n\n```html\n{shown}\n```\n\nNe yazdırılır?",
        code=f'console.log(document.querySelectorAll("{asked}").length);',
        code_language="javascript",
        right=right,
        wrong=[
            (found, f"Counts what `{other}` would find.", f"`{other}` ile bulunacakları sayar.")
            for other, found in selectors.items()
            if other != asked
        ][:4],
        spare=[
            (right + 1, "Counts one element too many.", "Bir öğe fazla sayar."),
            (right + 2, "Counts two elements too many.", "İki öğe fazla sayar."),
            (right + 3, "Counts three elements too many.", "Üç öğe fazla sayar."),
        ],
        because_en=f"`{asked}` finds {meaning[asked][0]}. In this page that gives {right}.",
        because_tr=f"`{asked}` {meaning[asked][1]} bulur. Bu sayfada sonuç {right} olur.",
        proof=Proof(run="output", setup=TREE.replace("START", json.dumps(nodes))),
    )

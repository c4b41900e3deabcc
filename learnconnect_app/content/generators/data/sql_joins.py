"""Parametric items of the topic `sql-joins`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.data.sql_writing import (
    NAMES,
    Row,
    Table,
    query_question,
    rows_text,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "sql-joins"


@template("sql-joins-inner-or-left", topic=TOPIC, difficulty=2, seconds=70)
def inner_or_left(rng: Random) -> Question:
    people = sorted(rng.sample(NAMES, 3))
    busy, single, lonely = rng.sample([1, 2, 3], 3)
    totals = sorted(rng.sample(range(10, 95, 5), 4))
    orders = list(zip([busy, busy, single, 9], rng.sample(totals, 4), strict=True))
    rng.shuffle(orders)
    name = dict(enumerate(people, 1))
    inner = sorted((name[key], total) for key, total in orders if key in name)
    is_left = rng.random() < 0.5
    left: list[Row] = []
    for person in people:
        left += [row for row in inner if row[0] == person] or [(person, None)]
    one_each = [next(row for row in (left if is_left else inner) if row[0] == person)
                for person in people if is_left or person != name[lonely]]  # fmt: skip
    stray = next(total for key, total in orders if key == 9)
    with_stray: list[Row] = [*(left if is_left else inner), (None, stray)]
    opposite = (
        (rows_text(inner), "Treats LEFT JOIN like an inner join.", "LEFT JOIN'i iç birleştirme gibi işler.")
        if is_left
        else (rows_text(left), "Keeps rows without a partner, as LEFT JOIN would.", "LEFT JOIN gibi, eşi olmayan satırı da tutar.")
    )  # fmt: skip
    kept_en = "stays with NULL, since `LEFT JOIN` keeps every customer" if is_left else "has no order and is dropped"  # fmt: skip
    kept_tr = "`LEFT JOIN` her müşteriyi tuttuğu için NULL ile kalır" if is_left else "siparişi olmadığı için sonuçta yer almaz"  # fmt: skip
    return query_question(
        [
            Table("customers", ("id", "name"), list(name.items())),
            Table("orders", ("customer_id", "total"), [(key, total) for key, total in orders]),
        ],
        f"SELECT name, total\nFROM customers\n{'LEFT JOIN' if is_left else 'JOIN'} orders ON customer_id = id\nORDER BY name, total;",
        rows_text(left if is_left else inner),
        [
            opposite,
            (rows_text(with_stray), "Keeps the order that belongs to no customer.", "Hiçbir müşteriye ait olmayan siparişi de tutar."),
            (rows_text(one_each), "Thinks that each customer is paired with one order only.", "Her müşterinin yalnızca bir siparişle eşleştiğini sanır."),
        ],
        (
            f"{name[busy]} has two orders and gives two rows; {name[lonely]} {kept_en}. The order of customer 9 has no customer and does not appear.",
            f"{name[busy]} iki siparişle iki satır verir; {name[lonely]} ise {kept_tr}. 9 numaralı müşterinin siparişi, böyle bir müşteri olmadığı için görünmez.",
        ),
    )  # fmt: skip


@template("sql-joins-sum-of-repeated", topic=TOPIC, difficulty=4, seconds=75)
def sum_of_repeated(rng: Random) -> Question:
    budgets = rng.sample(range(10, 90, 10), 3)
    tasks = [2, rng.choice([1, 3]), 0]
    rng.shuffle(tasks)
    pairs = [(project, n) for project, count in enumerate(tasks, 1) for n in range(count)]
    links: list[Row] = [(60 + place, project) for place, (project, _) in enumerate(pairs, 1)]
    right = sum(budget * count for budget, count in zip(budgets, tasks, strict=True))
    once = sum(budget for budget, count in zip(budgets, tasks, strict=True) if count)
    products = " + ".join(
        f"{count} · {budget}" for budget, count in zip(budgets, tasks, strict=True) if count
    )
    idle = budgets[tasks.index(0)]
    return query_question(
        [
            Table("projects", ("id", "budget"), list(enumerate(budgets, 1))),
            Table("tasks", ("id", "project_id"), links),
        ],
        "SELECT SUM(budget)\nFROM projects\nJOIN tasks ON project_id = projects.id;",
        right,
        [
            (once, "Counts each project once, although its row is repeated for each task.", "Satırı her görev için yinelendiği hâlde her projeyi bir kez sayar."),
            (sum(budgets), "Adds up the table projects and overlooks the join.", "projects tablosunu toplar, birleştirmeyi gözden kaçırır."),
            (right + idle, "Keeps the project without a task, as LEFT JOIN would.", "LEFT JOIN gibi, görevi olmayan projeyi de tutar."),
        ],
        (
            f"After the join a project stands there once for each of its tasks, and one without tasks not at all: {products} = {right}.",
            f"Birleştirmeden sonra her proje, görevi kadar satırda yer alır; görevi olmayan hiç yer almaz: {products} = {right}.",
        ),
        spare=[(len(pairs), "Counts the rows instead of adding the budgets.", "Bütçeleri toplamak yerine satırları sayar."),
               (max(budgets), "Takes the largest budget.", "En büyük bütçeyi alır.")],
    )  # fmt: skip


@template("sql-joins-count-per-row", topic=TOPIC, difficulty=3, seconds=75)
def count_per_row(rng: Random) -> Question:
    clubs = sorted(rng.sample(["chess", "dance", "drama", "film", "music", "robots"], 3))
    counts = [rng.randint(1, 3), rng.randint(1, 2), 0]
    rng.shuffle(counts)
    keys = [key for key, count in enumerate(counts, 1) for _ in range(count)]
    rng.shuffle(keys)
    members: list[Row] = list(zip(rng.sample(NAMES, len(keys)), keys, strict=True))
    right: list[Row] = list(zip(clubs, counts, strict=True))
    empty = clubs[counts.index(0)]
    return query_question(
        [
            Table("clubs", ("id", "club"), list(enumerate(clubs, 1))),
            Table("members", ("name", "club_id"), members),
        ],
        "SELECT club, COUNT(name)\nFROM clubs\nLEFT JOIN members ON club_id = id\nGROUP BY club\nORDER BY club;",
        rows_text(right),
        [
            (rows_text(row for row in right if row[1]), "Drops the club without members, as an inner join would.", "İç birleştirme gibi, üyesi olmayan kulübü eler."),
            (rows_text((club, max(n, 1)) for club, n in zip(clubs, counts, strict=True)), "Counts rows, as COUNT(*) would: the row with NULL too.", "COUNT(*) gibi satır sayar; NULL'lı satırı da sayar."),
            (rows_text((club, n or None) for club, n in zip(clubs, counts, strict=True)), "Thinks that counting nothing gives NULL.", "Sayılacak bir şey yokken NULL çıktığını sanır."),
        ],
        (
            f"`LEFT JOIN` keeps a row for {empty} with NULL as the name, and `COUNT(name)` does not count NULL: 0.",
            f"`LEFT JOIN`, {empty} için adı NULL olan bir satır bırakır; `COUNT(name)` NULL'ı saymaz: 0.",
        ),
        spare=[(rows_text((club, len(keys)) for club in clubs), "Counts all members for every club.", "Her kulüp için bütün üyeleri sayar.")],
    )  # fmt: skip

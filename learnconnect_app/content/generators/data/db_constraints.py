"""Parametric items of the topic `db-constraints`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "db-constraints"
ASK_EN = "Which statement is **accepted**?"
ASK_TR = "Hangi deyim **kabul edilir**?"


@template("db-constraints-accepted-row", topic=TOPIC, difficulty=2, seconds=60)
def accepted_row(rng: Random) -> Question:
    table, code, amount = rng.choice(
        [("tickets", "seat", "price"), ("lockers", "number", "size"), ("rooms", "door", "beds")]
    )
    low = rng.randint(1, 4)
    high = low + rng.randint(4, 9)
    codes = [f"{letter}{rng.randint(1, 9)}" for letter in rng.sample("ABCDEFG", 4)]
    used = f"('{codes[0]}', {rng.randint(low, high)}), ('{codes[1]}', {rng.randint(low, high)})"
    edge = rng.choice([low, high])
    outside = high + 1 if edge == high else low - 1

    def insert(first: str, second: object) -> str:
        return f"INSERT INTO {table} VALUES ({first}, {second});"

    taken = rng.choice(codes[:2])
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"CREATE TABLE {table} (\n  {code} TEXT NOT NULL UNIQUE,\n"
            f"  {amount} INTEGER CHECK ({amount} BETWEEN {low} AND {high})\n);\n"
            f"INSERT INTO {table} VALUES {used};\nSELECT COUNT(*) FROM {table}; -- 2"
        ),
        code_language="sql",
        right=insert(f"'{codes[2]}'", edge),
        wrong=[
            (insert(f"'{codes[3]}'", outside), f"Overlooks that {outside} lies outside the CHECK.", f"{outside} değerinin CHECK aralığının dışında kaldığını gözden kaçırır."),
            (insert(f"'{taken}'", rng.randint(low, high)), f"Overlooks that {taken} is there already.", f"{taken} değerinin zaten kayıtlı olduğunu gözden kaçırır."),
            (insert("NULL", rng.randint(low, high)), "Overlooks NOT NULL.", "NOT NULL kısıtını gözden kaçırır."),
        ],
        because_en=f"{codes[2]} is new, and {edge} is an end of the range, which `BETWEEN` includes. The others break `CHECK`, `UNIQUE` or `NOT NULL`.",
        because_tr=f"{codes[2]} yenidir; {edge} ise aralığın ucudur ve `BETWEEN` uçları da kapsar. Diğerleri `CHECK`, `UNIQUE` ya da `NOT NULL` kısıtını bozar.",
        proof=Proof(run="options", expect="2"),
    )  # fmt: skip


@template("db-constraints-after-the-delete", topic=TOPIC, difficulty=3, seconds=70)
def after_the_delete(rng: Random) -> Question:
    parent, child, key = rng.choice(
        [("authors", "books", "author_id"), ("albums", "songs", "album_id"), ("clubs", "events", "club_id"), ("shops", "sales", "shop_id")]
    )  # fmt: skip
    gone, kept = rng.choice([(1, 2), (2, 1), (2, 3), (3, 1), (3, 2), (1, 3)])
    links = [1] * gone + [2] * kept
    rng.shuffle(links)
    rows = ", ".join(f"({10 + place}, {link})" for place, link in enumerate(links))
    is_cascade = rng.random() < 0.5
    everything = gone + kept
    cascade, nulls = f"{kept} | {kept}", f"{everything} | {kept}"
    right, other = (cascade, nulls) if is_cascade else (nulls, cascade)
    action = "CASCADE" if is_cascade else "SET NULL"
    return question(
        en="What does the last query return?",
        tr="Son sorgu ne döndürür?",
        code=(
            f"CREATE TABLE {parent} (id INTEGER PRIMARY KEY);\nCREATE TABLE {child} (\n  id INTEGER PRIMARY KEY,\n"
            f"  {key} INTEGER REFERENCES {parent} (id)\n    ON DELETE {action}\n);\n"
            f"INSERT INTO {parent} VALUES (1), (2);\nINSERT INTO {child} VALUES {rows};\n\n"
            f"DELETE FROM {parent} WHERE id = 1;\n\nSELECT COUNT(*), COUNT({key}) FROM {child};"
        ),
        code_language="sql",
        right=right,
        wrong=[
            (other, "Confuses CASCADE with SET NULL.", "CASCADE ile SET NULL'ı karıştırır."),
            (f"{everything} | {everything}", "Thinks that the rows keep pointing at the deleted one.", "Satırların silineni göstermeyi sürdürdüğünü sanır."),
            (f"{gone} | {gone}", "Counts the rows that belonged to the deleted one.", "Silinene ait olan satırları sayar."),
            (f"{everything} | {gone}", "Mixes up which rows lose their link.", "Bağını kaybeden satırları karıştırır."),
        ],
        because_en=(
            f"What points at 1 is deleted too: {everything} - {gone} = {kept} left."
            if is_cascade
            else f"All {everything} rows stay. Where the link was 1 it is now NULL, and `COUNT({key})` does not count NULL: {kept}."
        ),
        because_tr=(
            f"1'i gösteren {gone} satır da silinir; {kept} satır kalır."
            if is_cascade
            else f"{everything} satırın hepsi kalır. 1'i gösteren {gone} satırda bağ NULL olur; `COUNT({key})` NULL'ı saymaz: {kept}."
        ),
        proof=Proof(run="output"),
    )  # fmt: skip


@template("db-constraints-pair-as-key", topic=TOPIC, difficulty=3, seconds=75)
def pair_as_key(rng: Random) -> Question:
    books = sorted(rng.sample(range(10, 30), 2))
    members = sorted(rng.sample(range(40, 60), 2))
    free_book, free_member = rng.randrange(2), rng.randrange(2)
    free = (books[free_book], members[free_member])
    taken = [(b, m) for b in books for m in members if (b, m) != free]
    rng.shuffle(taken)
    unknown = (rng.randint(30, 39), free[1])
    days = rng.sample(range(1, 29), 7)

    def row(pair: tuple[int, int], day: int) -> str:
        return f"({pair[0]}, {pair[1]}, {day})"

    def insert(pair: tuple[int, int], day: int) -> str:
        return f"INSERT INTO loans VALUES {row(pair, day)};"

    listed = ", ".join(row(pair, day) for pair, day in zip(taken, days, strict=False))
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "CREATE TABLE books (id INTEGER PRIMARY KEY);\nCREATE TABLE members (id INTEGER PRIMARY KEY);\n"
            "CREATE TABLE loans (\n  book_id INTEGER NOT NULL REFERENCES books (id),\n"
            "  member_id INTEGER NOT NULL REFERENCES members (id),\n  day INTEGER,\n  PRIMARY KEY (book_id, member_id)\n);\n"
            f"INSERT INTO books VALUES ({books[0]}), ({books[1]});\n"
            f"INSERT INTO members VALUES ({members[0]}), ({members[1]});\nINSERT INTO loans VALUES {listed};\n"
            "SELECT COUNT(*) FROM loans; -- 3"
        ),
        code_language="sql",
        right=insert(free, days[3]),
        wrong=[
            (insert(taken[0], days[4]), "Thinks that another day makes the pair a new one.", "Gün değişince çiftin yeni sayıldığını sanır."),
            (insert(unknown, days[5]), "Overlooks that no such book exists.", "Böyle bir kitabın olmadığını gözden kaçırır."),
            (insert((free[1], free[0]), days[6]), "Swaps the two keys.", "İki anahtarın yerini karıştırır."),
        ],
        because_en=f"The pair ({free[0]}, {free[1]}) is new, and both the book and the member exist. The key is the pair: each number alone may repeat.",
        because_tr=f"({free[0]}, {free[1]}) çifti yenidir; kitap da üye de vardır. Anahtar çifttir: sayılar tek başına yinelenebilir.",
        proof=Proof(run="options", expect="3"),
    )  # fmt: skip

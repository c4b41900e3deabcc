"""Parametric items of the topic `db-transactions`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.generators.data.sql_writing import worded_question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "db-transactions"
ASK_EN = "What does the last query return?"
ASK_TR = "Son sorgu ne döndürür?"
THINGS = [("stock", "pens"), ("box", "apples"), ("account", "points"), ("shelf", "books")]


@template("db-transactions-commit-or-rollback", topic=TOPIC, difficulty=2, seconds=60)
def commit_or_rollback(rng: Random) -> Question:
    table, column = rng.choice(THINGS)
    start = rng.randint(20, 60)
    first, second, third = rng.sample(range(2, 15), 3)
    first_kept = rng.random() < 0.5
    ends = ["COMMIT", "ROLLBACK"] if first_kept else ["ROLLBACK", "COMMIT"]
    inner = start + first - second
    right = inner if first_kept else start + third
    everything = inner + third
    opposite = start + third if first_kept else inner
    kept_en = "first" if first_kept else "second"
    kept_tr = "ilk" if first_kept else "ikinci"
    worked = f"{start} + {first} - {second}" if first_kept else f"{start} + {third}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"CREATE TABLE {table} ({column} INTEGER);\nINSERT INTO {table} VALUES ({start});\n\n"
            f"BEGIN;\nUPDATE {table} SET {column} = {column} + {first};\nUPDATE {table} SET {column} = {column} - {second};\n{ends[0]};\n\n"
            f"BEGIN;\nUPDATE {table} SET {column} = {column} + {third};\n{ends[1]};\n\nSELECT {column} FROM {table};"
        ),
        code_language="sql",
        right=right,
        wrong=[
            (everything, "Thinks that ROLLBACK undoes nothing.", "ROLLBACK'in hiçbir şeyi geri almadığını sanır."),
            (start, "Thinks that one ROLLBACK undoes the other transaction as well.", "Bir ROLLBACK'in öbür işlemi de geri aldığını sanır."),
            (opposite, "Swaps COMMIT and ROLLBACK.", "COMMIT ile ROLLBACK'i karıştırır."),
            (
                start - second if first_kept else start + first + third,
                "Thinks that COMMIT keeps only the last statement before it." if first_kept else "Thinks that ROLLBACK undoes only the last statement before it.",
                "COMMIT'in yalnızca kendinden önceki son deyimi kaydettiğini sanır." if first_kept else "ROLLBACK'in yalnızca kendinden önceki son deyimi geri aldığını sanır.",
            ),
        ],
        because_en=f"Only the {kept_en} transaction is committed: {worked} = {right}. `ROLLBACK` undoes every statement since its own `BEGIN`, and nothing else.",
        because_tr=f"Yalnızca {kept_tr} işlem onaylanır: {worked} = {right}. `ROLLBACK`, kendi `BEGIN`'inden sonraki bütün deyimleri geri alır, başka bir şeyi değil.",
        proof=Proof(run="output"),
    )  # fmt: skip


@template("db-transactions-two-savepoints", topic=TOPIC, difficulty=4, seconds=75)
def two_savepoints(rng: Random) -> Question:
    table, column = rng.choice(THINGS)
    start = rng.randint(10, 40)
    one, two, three, four = rng.sample([1, 2, 4, 8, 16, 32], 4)
    back_to = rng.choice(["first", "second"])
    right = start + one + four + (two if back_to == "second" else 0)
    opposite = start + one + four + (0 if back_to == "second" else two)

    def add(amount: int) -> str:
        return f"UPDATE {table} SET {column} = {column} + {amount};\n"

    undone = [three] if back_to == "second" else [two, three]
    kept = [start, one, *([two] if back_to == "second" else []), four]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"CREATE TABLE {table} ({column} INTEGER);\nINSERT INTO {table} VALUES ({start});\n\nBEGIN;\n"
            f"{add(one)}SAVEPOINT first;\n{add(two)}SAVEPOINT second;\n{add(three)}"
            f"ROLLBACK TO {back_to};\n{add(four)}COMMIT;\n\nSELECT {column} FROM {table};"
        ),
        code_language="sql",
        right=right,
        wrong=[
            (
                opposite,
                "Thinks that changes after the other savepoint are undone as well." if back_to == "second" else "Thinks that only the changes after the last savepoint are undone.",
                "Önceki kayıt noktasından sonrasının da geri alındığını sanır." if back_to == "second" else "Yalnızca son kayıt noktasından sonrasının geri alındığını sanır.",
            ),
            (start + one + two + three + four, "Thinks that COMMIT brings back what was undone.", "COMMIT'in geri alınanı yeniden getirdiğini sanır."),
            (start + four, "Thinks that the whole transaction is undone up to there.", "O ana kadarki bütün işlemin geri alındığını sanır."),
            (right - four, "Thinks that the transaction is over after ROLLBACK TO.", "ROLLBACK TO'dan sonra işlemin bittiğini sanır."),
        ],
        because_en=f"`ROLLBACK TO {back_to}` undoes what came after that savepoint (+{', +'.join(map(str, undone))}), and the transaction goes on: {' + '.join(map(str, kept))} = {right}.",
        because_tr=f"`ROLLBACK TO {back_to}` o kayıt noktasından sonrasını (+{', +'.join(map(str, undone))}) geri alır, işlem sürer: {' + '.join(map(str, kept))} = {right}.",
        proof=Proof(run="output"),
    )  # fmt: skip


@template("db-transactions-lost-update", topic=TOPIC, difficulty=3, seconds=60)
def lost_update(rng: Random) -> Question:
    start = rng.randint(20, 60)
    first, second = rng.sample(range(2, 12), 2)
    a_last = rng.random() < 0.5
    late, early = ("A", "B") if a_last else ("B", "A")
    taken = {"A": first, "B": second}
    right = start - taken[late]
    of_early = {"A": "A'nın", "B": "B'nin"}[early]
    lines_en = [
        f"A reads the stock: {start}.",
        f"B reads the stock: {start}.",
        f"{early} sold {taken[early]} and writes {start} - {taken[early]}.",
        f"{late} sold {taken[late]} and writes {start} - {taken[late]}.",
    ]
    lines_tr = [
        f"A stoğu okur: {start}.",
        f"B stoğu okur: {start}.",
        f"{early}, {taken[early]} tane satmıştır; {start} - {taken[early]} sonucunu yazar.",
        f"{late}, {taken[late]} tane satmıştır; {start} - {taken[late]} sonucunu yazar.",
    ]
    steps_en = "\n".join(f"{n}. {line}" for n, line in enumerate(lines_en, 1))
    steps_tr = "\n".join(f"{n}. {line}" for n, line in enumerate(lines_tr, 1))
    both = start - first - second
    wrong = [
        (both, "Thinks that the database subtracts both sales by itself.", "Veritabanının iki satışı da kendiliğinden düştüğünü sanır."),
        (start - taken[early], "Thinks that the earlier write wins.", "Önceki yazmanın geçerli kaldığını sanır."),
        (start, "Thinks that the two writes cancel each other.", "İki yazmanın birbirini yok ettiğini sanır."),
    ]  # fmt: skip
    return worded_question(
        (
            f"Two programs work without locks:\n\n{steps_en}\n\nWhich stock is stored at the end?",
            f"İki program kilit kullanmadan çalışıyor:\n\n{steps_tr}\n\nSonunda hangi stok değeri saklıdır?",
        ),
        (str(right), str(right)),
        [((str(n), str(n)), en, tr) for n, en, tr in wrong],
        (
            f"{late} computes with the old value {start} and overwrites what {early} wrote: {start} - {taken[late]} = {right}. The sale of {early} is lost; {both} would be right.",
            f"{late}, eski değer olan {start} ile hesaplar ve {of_early} yazdığının üzerine yazar: {start} - {taken[late]} = {right}. {of_early} satışı kaybolur; doğrusu {both} olurdu.",
        ),
        proof=Proof(
            run="compute",
            expression=f"[s for s in [{start}] for a in [s] for b in [s] "
            f"for s in [{early.lower()} - {taken[early]}] for s in [{late.lower()} - {taken[late]}]][0]",
        ),
    )

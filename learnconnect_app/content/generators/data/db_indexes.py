"""Parametric items of the topic `db-indexes`. SQLite's own plans prove what an index can do."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.data.sql_writing import worded_question
from learnconnect_app.content.questions import Mistake, Number, Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "db-indexes"
TABLES = [
    ("orders", ["city", "status", "year"]),
    ("trips", ["driver", "district", "month"]),
    ("books", ["language", "genre", "pages"]),
    ("players", ["country", "team", "age"]),
    ("logs", ["service", "level", "hour"]),
]


def _used(table: str, columns: list[str], condition: str) -> str:
    """An expression: by how many columns SQLite searches an index on these columns."""
    create = f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, {', '.join(columns)}, note); CREATE INDEX ix ON {table} ({', '.join(columns)})"
    explain = f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {condition}".replace("?", "1")
    counted = "sum(c.execute(q).fetchall()[0][3].count(s) for s in ('=?', '>?', '<?'))"
    return (
        f"(lambda c, q: [c.executescript({create!r}), {counted}][1])"
        f"(__import__('sqlite3').connect(':memory:'), {explain!r})"
    )


@template("db-indexes-how-many-columns", topic=TOPIC, difficulty=4, seconds=75)
def how_many_columns(rng: Random) -> Question:
    table, columns = rng.choice(TABLES)
    a, b, c = rng.sample(columns, 3)
    parts, right, because_en, because_tr = rng.choice([
        ([f"{a} = ?", f"{c} = ?"], 1, f"`{a}` leads the index, but `{b}` is missing in between, so `{c}` is sorted only within each `{b}`.", f"`{a}` indeksin başındadır; ama arada `{b}` eksiktir, `{c}` ise yalnızca her `{b}` içinde sıralıdır."),
        ([f"{b} = ?", f"{c} = ?"], 0, f"The first column, `{a}`, is missing; the entries for one `{b}` are spread over the whole index.", f"İlk sütun `{a}` eksiktir; aynı `{b}` değerinin kayıtları bütün indekse dağılmıştır."),
        ([f"{b} = ?", f"{a} = ?"], 2, f"The order in `WHERE` does not matter: `{a}` and `{b}` are the first two columns of the index.", f"`WHERE` içindeki yazılış sırası önemli değildir: `{a}` ve `{b}` indeksin ilk iki sütunudur."),
        ([f"{c} = ?", f"{a} = ?", f"{b} = ?"], 3, "All three are compared by `=`, and the order in `WHERE` does not matter.", "Üçü de `=` ile karşılaştırılıyor; `WHERE` içindeki yazılış sırası önemli değildir."),
        ([f"{a} = ?", f"{b} > ?", f"{c} = ?"], 2, f"After the range on `{b}` the entries are no longer sorted by `{c}` alone, so `{c}` is only checked entry by entry.", f"`{b}` aralığından sonra kayıtlar artık `{c}` değerine göre sıralı değildir; `{c}` yalnızca tek tek denetlenir."),
        ([f"{a} > ?", f"{b} = ?"], 1, f"`{a}` is a range; inside it the entries are not sorted by `{b}`, which is only checked entry by entry.", f"`{a}` bir aralıktır; içindeki kayıtlar `{b}` değerine göre sıralı değildir, `{b}` yalnızca tek tek denetlenir."),
        ([f"{c} = ?"], 0, f"`{c}` is the last column of the index; without `{a}` there is nothing to look up.", f"`{c}` indeksin son sütunudur; `{a}` olmadan aranacak bir başlangıç yoktur."),
    ])  # fmt: skip
    condition = " AND ".join(parts)
    wrong = {
        0: ("Thinks that this condition cannot use the index at all.", "Bu koşulun indeksi hiç kullanamadığını sanır."),
        1: ("Counts the columns that are used from the left wrongly.", "Soldan başlayarak kullanılan sütunları yanlış sayar."),
        2: ("Overlooks which columns stand next to each other from the left.", "Soldan başlayarak hangi sütunların art arda geldiğini gözden kaçırır."),
        3: ("Thinks that the index always narrows by all its columns.", "İndeksin her zaman bütün sütunlarıyla daralttığını sanır."),
    }  # fmt: skip
    return worded_question(
        (
            f"A B-tree index stands on `({a}, {b}, {c})`. How many of its columns **narrow the stretch of the index** that must be read for this condition? (An ordinary search from the left, without skip scan.)",
            f"`({a}, {b}, {c})` üzerinde bir B-ağacı indeksi var. Bu koşulda indeksin kaç sütunu, **okunacak indeks parçasını daraltır**? (Soldan başlayan olağan arama; değer atlayarak tarama yok.)",
        ),
        (str(right), str(right)),
        [((str(n), str(n)), *texts) for n, texts in wrong.items() if n != right],
        (because_en, because_tr),
        code=f"SELECT * FROM {table}\nWHERE {condition};",
        proof=Proof(run="compute", expression=_used(table, [a, b, c], condition)),
    )


@template("db-indexes-which-condition", topic=TOPIC, difficulty=3, seconds=60)
def which_condition(rng: Random) -> Question:
    table, columns = rng.choice(TABLES)
    a, b, c = rng.sample(columns, 3)
    right = rng.choice([f"{a} = ?", f"{a} = ? AND {c} = ?", f"{b} = ? AND {a} = ?", f"{a} > ?"])
    wrong = [
        (f"{b} = ?", "Thinks that any column of the index can be looked up alone.", "İndeksteki her sütunun tek başına aranabildiğini sanır."),
        (f"{b} = ? AND {c} = ?", "Thinks that two columns make up for the missing first one.", "İki sütunun, eksik olan ilk sütunun yerini tuttuğunu sanır."),
        (f"{c} = ?", "Thinks that the last column of the index can be looked up alone.", "İndeksin son sütununun tek başına aranabildiğini sanır."),
        (f"{c} > ? AND {b} = ?", "Overlooks that the first column of the index is missing.", "İndeksin ilk sütununun eksik olduğunu gözden kaçırır."),
        (f"{a} || '' = ?", "Overlooks that a computed value is not what the index is sorted by.", "İndeksin, hesaplanan değere göre sıralı olmadığını gözden kaçırır."),
    ]  # fmt: skip
    shown = rng.sample(wrong, 3)
    conditions = [right, *[text for text, *_ in shown]]
    searched = ", ".join(f"{_used(table, [a, b, c], each)} > 0" for each in conditions)
    return worded_question(
        (
            f"The only index of the table `{table}` besides the primary key is a B-tree on `({a}, {b}, {c})`. For which condition can one **look up the beginning** in this index instead of reading all of it or skipping through it?",
            f"`{table}` tablosunda birincil anahtar dışında yalnızca `({a}, {b}, {c})` üzerinde bir B-ağacı indeksi var. Hangi koşulda bu indeksin tamamını okumak ya da atlayarak taramak yerine **aranan yere doğrudan gidilebilir**?",
        ),
        (f"`{right}`", f"`{right}`"),
        [((f"`{text}`", f"`{text}`"), en, tr) for text, en, tr in shown],
        (
            f"The index is sorted by `{a}` first. Only a condition on the bare column `{a}` gives a place to start; the order of writing does not matter.",
            f"İndeks önce `{a}` sütununa göre sıralıdır. Aramaya başlanacak yeri yalnızca yalın `{a}` sütunundaki koşul verir; yazılış sırası önemli değildir.",
        ),
        proof=Proof(
            run="compute",
            expression=f"int([{searched}] == [True, False, False, False])",
            reads="1",
        ),
    )


@template("db-indexes-levels-of-a-tree", topic=TOPIC, difficulty=3, seconds=60)
def levels_of_a_tree(rng: Random) -> Question:
    branches = rng.choice([10, 50, 100, 200, 500])
    rows = rng.choice([40_000, 90_000, 300_000, 800_000, 2_000_000, 30_000_000])
    levels, reached = 0, 1
    while reached < rows:
        reached *= branches
        levels += 1
    powers = ", ".join(f"{branches**n:,}" for n in range(1, levels + 1))
    mistakes = [
        (levels + 1, "Counts one level too many.", "Bir düzey fazla sayar."),
        (levels - 1, "Stops one level too early, where not all rows fit.", "Bütün satırlar sığmadan bir düzey erken durur."),
        (-(-rows // branches), "Divides only once.", "Yalnızca bir kez böler."),
    ]  # fmt: skip
    return Question(
        kind="number",
        stem={
            "en": f"In a search tree each page leads to up to {branches} pages of the next level; at the lowest level, each page leads to up to {branches} rows. The top level is a single page. How many levels of pages are needed **at least** for {rows:,} rows?",
            "tr": f"Bir arama ağacında her sayfa, bir alt düzeydeki en çok {branches} sayfaya; en alt düzeydeki her sayfa da en çok {branches} satıra götürüyor. En üst düzeyde tek sayfa var. {rows:,} satır için **en az** kaç sayfa düzeyi gerekir?".replace(
                f"{rows:,}", f"{rows:,}".replace(",", ".")
            ),
        },
        number=Number(value=levels),
        mistakes=tuple(
            Mistake(answer=str(n), misconception={"en": en, "tr": tr})
            for n, en, tr in mistakes
            if n != levels
        ),
        explanation={
            "en": f"With each level more, {branches} times as many rows are reached: {powers}. Level {levels} is the first that is enough, so a row is found by reading {levels} pages.",
            "tr": f"Her yeni düzeyle {branches} kat fazla satıra ulaşılır: {powers.replace(', ', '; ').replace(',', '.')}. Yeterli olan ilk düzey {levels}. düzeydir; bir satır {levels} sayfa okunarak bulunur.",
        },
        proof=Proof(run="compute", expression=f"ceiling(log({rows}) / log({branches}))"),
    )

"""Parametric items of the topic `db-modelling`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.data.sql_writing import (
    NAMES,
    Row,
    Table,
    query_question,
    worded_question,
)
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "db-modelling"
MANY, ONE = "m:n", "1:n"
MODELS: list[tuple[tuple[str, str], int, list[tuple[str, str, str]]]] = [
    (
        ("student, course, teacher, room", "öğrenci, ders, öğretmen, derslik"),
        4,
        [
            (MANY, "A student takes many courses; a course has many students.", "Bir öğrenci birçok ders alır; bir dersin birçok öğrencisi vardır."),
            (ONE, "A course has one teacher; a teacher gives many courses.", "Bir dersin tek öğretmeni vardır; bir öğretmen birçok ders verir."),
            (ONE, "A course is held in one room; a room is used by many courses.", "Bir ders tek derslikte yapılır; bir derslikte birçok ders yapılır."),
            (MANY, "A student may have several advising teachers; a teacher advises many students.", "Bir öğrencinin birkaç danışman öğretmeni olabilir; bir öğretmen birçok öğrenciye danışmanlık yapar."),
        ],
    ),
    (
        ("film, actor, director, cinema", "film, oyuncu, yönetmen, sinema"),
        4,
        [
            (MANY, "A film has many actors; an actor plays in many films.", "Bir filmde birçok oyuncu vardır; bir oyuncu birçok filmde oynar."),
            (ONE, "A film has one director; a director makes many films.", "Bir filmin tek yönetmeni vardır; bir yönetmen birçok film çeker."),
            (MANY, "A film is shown in many cinemas; a cinema shows many films.", "Bir film birçok sinemada gösterilir; bir sinema birçok film gösterir."),
        ],
    ),
    (
        ("customer, order, product, supplier, courier", "müşteri, sipariş, ürün, tedarikçi, kurye"),
        5,
        [
            (ONE, "An order belongs to one customer; a customer has many orders.", "Bir sipariş tek müşteriye aittir; bir müşterinin birçok siparişi vardır."),
            (MANY, "An order holds many products; a product is in many orders.", "Bir siparişte birçok ürün vardır; bir ürün birçok siparişte yer alır."),
            (MANY, "A product comes from many suppliers; a supplier offers many products.", "Bir ürün birçok tedarikçiden gelir; bir tedarikçi birçok ürün sunar."),
            (ONE, "An order is delivered by one courier; a courier delivers many orders.", "Bir siparişi tek kurye teslim eder; bir kurye birçok sipariş teslim eder."),
        ],
    ),
    (
        ("book, author, publisher, member", "kitap, yazar, yayınevi, üye"),
        4,
        [
            (MANY, "A book may have many authors; an author writes many books.", "Bir kitabın birçok yazarı olabilir; bir yazar birçok kitap yazar."),
            (ONE, "A book has one publisher; a publisher has many books.", "Bir kitabın tek yayınevi vardır; bir yayınevinin birçok kitabı vardır."),
            (MANY, "A member puts many books on the wish list; a book is wished for by many members.", "Bir üye birçok kitabı istek listesine ekler; bir kitabı birçok üye ister."),
        ],
    ),
]  # fmt: skip
PAIRS: list[tuple[str, tuple[str, str], list[str], list[tuple[str, str]]]] = [
    (
        "order_lines",
        ("order_id", "product_id"),
        ["quantity", "line_discount", "delivered_quantity"],
        [("product_name", "product_id"), ("product_weight", "product_id"), ("order_date", "order_id")],
    ),
    (
        "enrolments",
        ("student_id", "course_id"),
        ["grade", "enrolled_on", "absences"],
        [("course_title", "course_id"), ("student_birth_date", "student_id"), ("course_credits", "course_id")],
    ),
    (
        "film_roles",
        ("film_id", "actor_id"),
        ["role_name", "fee_for_role", "minutes_in_film"],
        [("film_title", "film_id"), ("actor_birth_date", "actor_id"), ("film_release_year", "film_id")],
    ),
    (
        "shop_stock",
        ("shop_id", "product_id"),
        ["amount_in_shop", "shelf_in_shop", "last_counted_on"],
        [("shop_city", "shop_id"), ("product_weight", "product_id"), ("shop_phone", "shop_id")],
    ),
    (
        "exam_results",
        ("exam_id", "student_id"),
        ["score", "seat_of_student", "handed_in_at"],
        [("exam_date", "exam_id"), ("student_birth_date", "student_id"), ("exam_subject", "exam_id")],
    ),
]  # fmt: skip


@template("db-modelling-how-many-tables", topic=TOPIC, difficulty=3, seconds=75)
def how_many_tables(rng: Random) -> Question:
    entities, count, relations = rng.choice(MODELS)
    while True:
        chosen = rng.sample(relations, rng.randint(2, len(relations)))
        if any(kind == MANY for kind, *_ in chosen):
            break
    kinds = [kind for kind, *_ in chosen]
    many, one = kinds.count(MANY), kinds.count(ONE)
    asks_keys = rng.random() < 0.5
    right = one + 2 * many if asks_keys else count + many
    listed_en = "\n".join(f"- {en}" for _, en, _ in chosen)
    listed_tr = "\n".join(f"- {tr}" for *_, tr in chosen)
    what_en = (
        "How many **foreign key columns** does the model have?"
        if asks_keys
        else "How many **tables** does the model have?"
    )
    what_tr = (
        "Modelde kaç **yabancı anahtar sütunu** olur?"
        if asks_keys
        else "Modelde kaç **tablo** olur?"
    )
    wrong = (
        [
            (one + many, "Gives a many-to-many relation one foreign key only.", "Çoka çok ilişkiye yalnızca bir yabancı anahtar verir."),
            (2 * (one + many), "Gives every relation two foreign keys.", "Her ilişkiye iki yabancı anahtar verir."),
            (one, "Forgets the foreign keys of linking tables.", "Bağ tablolarının yabancı anahtarlarını unutur."),
            (2 * many, "Forgets the foreign keys of one-to-many relations.", "Bire çok ilişkilerin yabancı anahtarlarını unutur."),
            (count, "Counts the entities.", "Varlıkları sayar."),
            (right + 1, "Gives one key more than is needed.", "Gerekenden bir anahtar fazla verir."),
        ]
        if asks_keys
        else [
            (count, "Forgets the linking tables of many-to-many relations.", "Çoka çok ilişkilerin bağ tablolarını unutur."),
            (count + one + many, "Makes a table for every relation.", "Her ilişki için bir tablo kurar."),
            (count + one, "Makes tables for the one-to-many relations instead.", "Bağ tablosunu bire çok ilişkiler için kurar."),
            (count + 2 * many, "Makes two tables for each many-to-many relation.", "Her çoka çok ilişki için iki tablo kurar."),
            (one + many, "Counts the relations only.", "Yalnızca ilişkileri sayar."),
            (right + 3, "Counts some tables twice.", "Bazı tabloları iki kez sayar."),
        ]
    )  # fmt: skip
    because = (
        (
            f"A one-to-many relation is one foreign key on the many side ({one}); a many-to-many relation is a linking table with two ({2 * many}): {right} in all.",
            f"Bire çok ilişki, çok tarafında bir yabancı anahtardır ({one}); çoka çok ilişki, iki yabancı anahtarlı bir bağ tablosudur ({2 * many}): toplam {right}.",
        )
        if asks_keys
        else (
            f"Each entity is a table ({count}), and each many-to-many relation needs a linking table ({many}): {right}. One-to-many relations are only a column.",
            f"Her varlık bir tablodur ({count}); her çoka çok ilişki bir bağ tablosu ister ({many}): {right}. Bire çok ilişkiler yalnızca bir sütundur.",
        )
    )
    parts = [2 if kind == MANY else 1 for kind in kinds] if asks_keys else [1] * count + [
        kind == MANY for kind in kinds
    ]  # fmt: skip
    kept = [each for each in wrong if each[0] != right]
    return worded_question(
        (
            f"A relational model without repeated facts stores the entities {entities[0]}; the key of each is one column.\n\n{listed_en}\n\n{what_en}",
            f"Bilginin yinelenmediği ilişkisel bir modelde şu varlıklar var: {entities[1]}. Her birinin anahtarı tek sütundur.\n\n{listed_tr}\n\n{what_tr}",
        ),
        (str(right), str(right)),
        [((str(n), str(n)), en, tr) for n, en, tr in kept],
        because,
        proof=Proof(run="compute", expression=f"sum({[int(each) for each in parts]})"),
    )


@template("db-modelling-depends-on-a-part", topic=TOPIC, difficulty=3, seconds=65)
def depends_on_a_part(rng: Random) -> Question:
    table, key, good, bad = rng.choice(PAIRS)
    column, part = rng.choice(bad)
    shown = rng.sample([*good, column], 4)
    columns = ", ".join([*key, *shown])
    other = next(each for each in key if each != part)
    return worded_question(
        (
            f"The primary key of `{table}` is the pair (`{key[0]}`, `{key[1]}`). Which column breaks the second normal form and belongs to another table?",
            f"`{table}` tablosunun birincil anahtarı (`{key[0]}`, `{key[1]}`) çiftidir. Hangi sütun ikinci normal biçimi bozar ve başka bir tabloya aittir?",
        ),
        (f"`{column}`", f"`{column}`"),
        [
            (
                (f"`{each}`", f"`{each}`"),
                f"Overlooks that {each} is known only when both parts of the key are.",
                f"{each} sütununun ancak anahtarın iki parçasıyla belirlendiğini gözden kaçırır.",
            )
            for each in good
        ],
        (
            f"`{column}` is fixed by `{part}` alone and would be repeated for every `{other}`. The other columns tell about the pair.",
            f"`{column}` yalnızca `{part}` ile belirlenir ve her `{other}` için yinelenir. Öbür sütunlar çifti anlatır.",
        ),
        code=f"{table}({columns})",
    )


@template("db-modelling-lost-by-delete", topic=TOPIC, difficulty=3, seconds=65)
def lost_by_delete(rng: Random) -> Question:
    people = rng.sample(NAMES, 3)
    teachers = rng.sample(["Arslan", "Bulut", "Deniz", "Kaya", "Toprak"], 4)
    leaver = people[0]
    alone, shared, *rest = teachers
    rows: list[Row] = [(leaver, alone), (leaver, shared), (people[1], shared)]
    rows += [(rng.choice(people[1:]), each) for each in rest[: rng.randint(1, 2)]]
    if rng.random() < 0.5:
        rows.append(
            (people[2], rest[0]) if (people[2], rest[0]) not in rows else (people[2], shared)
        )
    rng.shuffle(rows)
    before = len({row[1] for row in rows})
    left = [row for row in rows if row[0] != leaver]
    right = len({row[1] for row in left})
    return query_question(
        [Table("lessons", ("student", "teacher"), rows)],
        f"DELETE FROM lessons WHERE student = '{leaver}';\n\nSELECT COUNT(DISTINCT teacher)\nFROM lessons;",
        right,
        [
            (before, "Thinks that the teachers are still known although their only row is gone.", "Tek satırı silinen öğretmenin hâlâ bilindiğini sanır."),
            (len(left), "Counts the rows that are left.", "Kalan satırları sayar."),
            (before - 2, "Counts every teacher of the deleted rows as lost.", "Silinen satırlardaki her öğretmeni kaybolmuş sayar."),
        ],
        (
            f"{alone} stood only in a row of {leaver} and is lost with it: a delete anomaly. {shared} is still in another row. A table `teachers` would keep all {before}.",
            f"{alone} yalnızca {leaver} adlı öğrencinin satırında geçtiği için onunla birlikte kaybolur: silme aykırılığı. {shared} başka bir satırda da var. Ayrı bir `teachers` tablosu {before} öğretmenin hepsini korurdu.",
        ),
        spare=[(0, "Thinks that the whole table is emptied.", "Bütün tablonun boşaldığını sanır."),
               (len(rows), "Counts the rows before the deletion.", "Silmeden önceki satırları sayar.")],
        ask=("The teachers are known only from this table. What does the last query return?",
             "Öğretmenler yalnızca bu tablodan biliniyor. Son sorgu ne döndürür?"),
    )  # fmt: skip

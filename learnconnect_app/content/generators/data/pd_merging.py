"""Parametric items of the topic `pd-merging`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.generators.data.pd_writing import (
    ASK_EN,
    ASK_TR,
    IMPORT,
    few,
    literal,
)
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "pd-merging"


@template("pd-merging-rows-of-a-join", topic=TOPIC, difficulty=3, seconds=75)
def rows_of_a_join(rng: Random) -> Question:
    rng = few(rng)
    how = rng.choice(["inner", "left", "right", "outer"])
    while True:
        left = [rng.randint(1, 4) for _ in range(4)]
        right_keys = [rng.randint(2, 6) for _ in range(4)]
        inner = sum(right_keys.count(each) for each in left)
        alone_left = sum(each not in right_keys for each in left)
        alone_right = sum(each not in left for each in right_keys)
        counts = {
            "inner": inner,
            "left": inner + alone_left,
            "right": inner + alone_right,
            "outer": inner + alone_left + alone_right,
        }
        repeats = any(left.count(e) > 1 and e in right_keys for e in left)
        if repeats and inner != 4 and len({*counts.values()}) == 4:
            break
    told = {
        "inner": ("Keeps only keys of both tables.", "Yalnızca iki tabloda da olan anahtarları tutar."),
        "left": ("Keeps every row of the left table.", "Sol tablonun her satırını tutar."),
        "right": ("Keeps every row of the right table.", "Sağ tablonun her satırını tutar."),
        "outer": ("Keeps unmatched rows of both tables.", "İki tablonun da eşleşmeyen satırlarını tutar."),
    }  # fmt: skip
    others = [each for each in ("inner", "outer", "left", "right") if each != how]
    extra_en = {
        "inner": "Rows without a partner are left out.",
        "left": f"Rows of `a` without a partner stay: {alone_left} more.",
        "right": f"Rows of `b` without a partner stay: {alone_right} more.",
        "outer": f"Rows without a partner stay: {alone_left} of `a` and {alone_right} of `b` more.",
    }[how]
    extra_tr = {
        "inner": "Eşi olmayan satırlar dışarıda kalır.",
        "left": f"`a` tablosunun eşi olmayan satırları da kalır: {alone_left} satır daha.",
        "right": f"`b` tablosunun eşi olmayan satırları da kalır: {alone_right} satır daha.",
        "outer": f"Eşi olmayan satırlar da kalır: `a` tablosundan {alone_left}, `b` tablosundan {alone_right} satır daha.",
    }[how]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f'{IMPORT}a = pd.DataFrame({{"key": {left}}})\nb = pd.DataFrame({{"key": {right_keys}}})\n'
            f'print(len(a.merge(b, on="key", how="{how}")))'
        ),
        right=counts[how],
        wrong=[(counts[each], *told[each]) for each in others],
        because_en=f"Each key gives (times in `a`) · (times in `b`) rows, {inner} in all. {extra_en}",
        because_tr=f"Her anahtar (`a` içindeki sayısı) · (`b` içindeki sayısı) satır verir; toplam {inner}. {extra_tr}",
        proof=Proof(run="output"),
    )


@template("pd-merging-add-by-label", topic=TOPIC, difficulty=4, seconds=80)
def add_by_label(rng: Random) -> Question:
    rng = few(rng)
    labels = rng.sample(["a", "b", "c", "d"], 4)
    one, two = labels[:3], rng.sample(labels[1:], 3)
    xs, ys = rng.sample(range(1, 10), 3), [10 * each for each in rng.sample(range(1, 10), 3)]
    filled = rng.random() < 0.5
    a, b = dict(zip(one, xs, strict=True)), dict(zip(two, ys, strict=True))
    every = sorted(labels)
    nan = float("nan")
    strict = {k: float(a[k] + b[k]) if k in a and k in b else nan for k in every}
    loose = {k: float(a.get(k, 0) + b.get(k, 0)) for k in every}
    common = {k: a[k] + b[k] for k in every if k in a and k in b}
    placed = dict(sorted((k, x + y) for k, x, y in zip(one, xs, ys, strict=True)))
    right, other = (loose, strict) if filled else (strict, loose)
    call = "a.add(b, fill_value=0)" if filled else "(a + b)"
    confused = (
        ("Overlooks fill_value.", "fill_value'yu gözden kaçırır.")
        if filled
        else ("Takes 0 for a label that is missing.", "Eksik etiket yerine 0 alır.")
    )
    only = f"{labels[0]}, {next(k for k in two if k not in one)}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"{IMPORT}a = pd.Series({xs}, index={literal(one)})\nb = pd.Series({ys}, index={literal(two)})\n"
            f"print({call}.to_dict())"
        ),
        right=right,
        wrong=[
            (other, *confused),
            (common, "Keeps only the labels that both have.", "Yalnızca ikisinde de olan etiketleri tutar."),
            (placed, "Adds by place and overlooks the labels.", "Etiketleri gözden kaçırıp konuma göre toplar."),
        ],
        because_en="Values are added by label; the result has every label. "
        + (f"For the labels that only one has ({only}) the other counts as 0." if filled else f"The labels that only one has ({only}) give `nan`."),
        because_tr="Değerler etikete göre toplanır; sonuçta bütün etiketler bulunur. "
        + (f"Yalnızca birinde olan etiketlerde ({only}) öbürü 0 sayılır." if filled else f"Yalnızca birinde olan etiketler ({only}) `nan` verir."),
        proof=Proof(run="output"),
    )  # fmt: skip
